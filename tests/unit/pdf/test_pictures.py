"""Pictures on their way into an edition, looked at with Pillow again."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms

from dossier.errors import AssetError
from dossier.pdf.intent import coated_offset
from dossier.pdf.pictures import Inks, import_picture

WHOLE = (0.0, 0.0, 1.0, 1.0)
ROOM = (144.0, 144.0)  # two inches
ANY = (1.0, 100.0)
INKS = Inks(coated_offset().profile, 280)


def kept(image: Image.Image, path: Path, **options: Any) -> Path:
    image.save(path, **options)
    return path


def opened(jpeg: bytes) -> Image.Image:
    return Image.open(BytesIO(jpeg))


def at(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    found = image.getpixel((x, y))
    assert isinstance(found, tuple)
    return found


def quarters(mode: str = "RGB") -> Image.Image:
    """Return 400 x 200 pixels: red and green above, blue and white below."""
    image = Image.new("RGB", (400, 200), "white")
    for box, colour in (((0, 0), "red"), ((200, 0), "lime"), ((0, 100), "blue")):
        image.paste(colour, (*box, box[0] + 200, box[1] + 100))
    return image.convert(mode)


def test_a_picture_fills_its_room_and_keeps_its_shape(tmp_path: Path) -> None:
    made = import_picture(kept(quarters(), tmp_path / "q.png"), WHOLE, ROOM, ANY, None)
    assert (made.width, made.height) == (144, 72)
    assert opened(made.jpeg).size == (200, 100)  # two inches at 100 pixels per inch


def test_a_crop_shows_that_part_alone(tmp_path: Path) -> None:
    made = import_picture(kept(quarters(), tmp_path / "q.png"), (0.5, 0, 0.5, 0.5), ROOM, ANY, None)
    red, green, blue = at(opened(made.jpeg).resize((1, 1)), 0, 0)
    assert green > 240
    assert red < 20
    assert blue < 20


@pytest.mark.parametrize("suffix", ["jpg", "tif"])
def test_a_picture_that_lies_on_its_side_is_turned_before_it_is_cropped(tmp_path: Path, suffix: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # its right side is its foot: turned clockwise it is upright
    path = kept(quarters(), tmp_path / f"q.{suffix}", exif=exif)
    made = import_picture(path, (0, 0, 1, 0.5), ROOM, ANY, None)
    assert made.width == made.height == 144
    top_left, top_right = (at(opened(made.jpeg), x, 10) for x in (10, 190))
    assert top_left[2] > 240  # upright, blue is above on the left and red on the right
    assert top_right[0] > 240


def test_too_few_pixels_are_refused_with_the_number_that_is_needed(tmp_path: Path) -> None:
    path = kept(quarters(), tmp_path / "q.png")
    with pytest.raises(AssetError, match="200 pixels per inch at 51 x 25 mm; the layout needs 300") as raised:
        import_picture(path, WHOLE, ROOM, (300, 300), None)
    assert "600 x 300 pixels" in raised.value.hint


def test_for_a_press_it_is_in_four_inks_within_the_limit(tmp_path: Path) -> None:
    image = Image.linear_gradient("L").resize((300, 300))
    path = kept(Image.merge("RGB", (image, image.rotate(90), Image.new("L", image.size, 4))), tmp_path / "dark.png")
    made = opened(import_picture(path, WHOLE, ROOM, ANY, INKS).jpeg)
    assert made.mode == "CMYK"
    free = opened(import_picture(path, WHOLE, ROOM, ANY, Inks(INKS.profile, 400)).jpeg)
    heaviest, unlimited = (np.asarray(one, dtype=float).sum(axis=2).max() / 2.55 for one in (made, free))
    assert unlimited > 290  # the profile alone does not hold the limit
    assert heaviest <= INKS.limit


def test_inks_are_what_the_profile_says(tmp_path: Path) -> None:
    srgb, press = ImageCms.createProfile("sRGB"), ImageCms.ImageCmsProfile(BytesIO(INKS.profile))
    relative = ImageCms.Intent.RELATIVE_COLORIMETRIC
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    transform = ImageCms.buildTransform(srgb, press, "RGB", "CMYK", relative, flags)
    expected = at(transform.apply(Image.new("RGB", (1, 1), (200, 120, 60))), 0, 0)
    path = kept(Image.new("RGB", (300, 300), (200, 120, 60)), tmp_path / "flat.png")
    found = at(opened(import_picture(path, WHOLE, ROOM, ANY, INKS).jpeg), 50, 50)
    assert max(abs(a - b) for a, b in zip(expected, found, strict=True)) <= 2


def test_a_profile_of_the_picture_itself_is_heeded(tmp_path: Path) -> None:
    inked = Image.new("CMYK", (300, 300), (200, 0, 0, 0))
    path = kept(inked, tmp_path / "cyan.tif", icc_profile=INKS.profile)
    red, green, blue = at(opened(import_picture(path, WHOLE, ROOM, ANY, None).jpeg), 50, 50)
    assert red < 100 < green < blue
    same = at(opened(import_picture(path, WHOLE, ROOM, ANY, INKS).jpeg), 50, 50)
    assert max(abs(a - b) for a, b in zip(same, (200, 0, 0, 0), strict=True)) <= 2  # made for this press: as it is


def test_grey_stays_on_the_black_plate(tmp_path: Path) -> None:
    path = kept(Image.linear_gradient("L"), tmp_path / "grey.png")
    assert opened(import_picture(path, WHOLE, ROOM, ANY, INKS).jpeg).mode == "L"


def test_what_can_be_seen_through_stands_on_white(tmp_path: Path) -> None:
    path = kept(Image.new("RGBA", (300, 300), (255, 0, 0, 0)), tmp_path / "clear.png")
    assert at(opened(import_picture(path, WHOLE, ROOM, ANY, None).jpeg), 50, 50) == (255, 255, 255)


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    path = kept(quarters(), tmp_path / "q.png")
    once, again = (import_picture(path, WHOLE, ROOM, ANY, INKS) for _ in range(2))
    assert once == again


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.png", None, "there is no such picture"),
        ("text.png", b"no picture at all", "not a picture that can be printed"),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a picture that can be printed"),
        ("empty.jpg", b"", "not a picture that can be printed"),
    ],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, name: str, content: bytes | None, message: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(AssetError, match=message) as raised:
        import_picture(path, WHOLE, ROOM, ANY, None)
    assert raised.value.where is not None
    assert raised.value.where.path == path


@pytest.mark.parametrize("suffix", ["jpg", "png", "tif"])
def test_a_picture_that_breaks_off_is_refused_even_after_weasyprint_was_loaded(tmp_path: Path, suffix: str) -> None:
    import weasyprint  # noqa: F401  it tells Pillow to make do with what is there

    path = kept(Image.effect_noise((300, 300), 50).convert("RGB"), tmp_path / f"cut.{suffix}")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(AssetError, match=r"cannot be read|not a picture"):
        import_picture(path, WHOLE, ROOM, ANY, None)


@pytest.mark.parametrize("side", [13_000, 20_000])  # Pillow has a limit of its own between them
def test_a_picture_with_too_many_pixels_is_refused_unread(tmp_path: Path, side: int) -> None:
    path = kept(Image.new("1", (side, side)), tmp_path / "huge.png")
    with pytest.raises(AssetError, match="more than 150 megapixels"):
        import_picture(path, WHOLE, ROOM, ANY, None)


@pytest.mark.slow
def test_a_hundred_megapixels_in_four_inks_take_less_than_a_gigabyte(tmp_path: Path) -> None:
    path = kept(Image.new("CMYK", (10_000, 10_000), (20, 60, 90, 30)), tmp_path / "large.tif", compression="tiff_lzw")
    program = f"""
import resource
from pathlib import Path
from typing import Any
from dossier.pdf.intent import coated_offset
from dossier.pdf.pictures import Inks, import_picture
made = import_picture(Path({str(path)!r}), (0, 0, 1, 1), (1457, 1700), (150, 200), Inks(coated_offset().profile, 300))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 1000
