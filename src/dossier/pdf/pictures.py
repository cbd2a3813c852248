"""Pictures on their way into an edition: cropped, turned upright, reduced to what print needs, in its colours.

This is the one place where colours are converted, through ICC: into sRGB for a screen, into the inks of the output
profile for a press, with no more ink in a dark place than the sheet takes. What comes out is JPEG, as a page holds it.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageCms, ImageFile, ImageOps, UnidentifiedImageError

from dossier.errors import AssetError, Where
from dossier.pdf.intent import coated_offset
from dossier.units import to_mm

if TYPE_CHECKING:
    from PIL.ImageCms import ImageCmsProfile

FORMATS = ("JPEG", "PNG", "TIFF")
MOST_PIXELS = 150_000_000
QUALITY = 92
_ROWS = 512
_ORIENTATION = 0x0112
_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Inks:
    """How a picture is printed: the bytes of the press's ICC profile, and the most ink on one spot, per cent."""

    profile: bytes
    limit: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a page holds it: JPEG, and its size on the page, pt."""

    jpeg: bytes
    width: float
    height: float


def import_picture(
    path: Path,
    crop: tuple[float, float, float, float],
    room: tuple[float, float],
    resolution: tuple[float, float],
    inks: Inks | None,
) -> Picture:
    """Return the part `crop` (left, top, width, height as shares) of a picture, as large as fits into `room` (pt).

    `resolution` is the least that is accepted and the most that is kept, pixels per inch at that size. Without `inks`
    it is made for a screen. Raises AssetError for a file that is missing, damaged, too large, of another format, or
    has too few pixels.
    """
    where = Where(path)
    with _reading(where), Image.open(path, formats=FORMATS) as image:
        if image.width * image.height > MOST_PIXELS:
            raise Image.DecompressionBombError
        shown = _shown(image, crop)
        size = _fitted(shown, room)
        _check_resolution(shown, size, resolution[0], where)
        profile = image.info.get("icc_profile")
        small = _reduced(image, crop, size, resolution[1])
        converted = _for_screen(small, profile) if inks is None else _for_press(small, profile, inks)
    if inks is None or converted.mode != "CMYK":
        return Picture(_jpeg(converted), *size)
    return Picture(_jpeg_within(converted, inks.limit), *size)


@contextmanager
def _reading(where: Where) -> Iterator[None]:
    """Turn what goes wrong in a file into an AssetError. A picture that breaks off is damaged, not grey below."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False  # WeasyPrint sets it for all
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except FileNotFoundError:
        raise AssetError("there is no such picture", hint="Check path under media.", where=where) from None
    except UnidentifiedImageError:
        raise AssetError(
            "not a picture that can be printed", hint=f"Give a file of these kinds: {', '.join(FORMATS)}.", where=where
        ) from None
    except Image.DecompressionBombError:
        most = MOST_PIXELS // 1_000_000
        raise AssetError(
            f"the picture has more than {most} megapixels", hint="Make a smaller copy of it.", where=where
        ) from None
    except (OSError, ValueError, SyntaxError, MemoryError) as error:
        raise AssetError(
            f"the picture cannot be read: {error}", hint="Open it in an image program and save it again.", where=where
        ) from None
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _turned(image: Image.Image) -> bool:
    """Whether a camera's note says that the picture lies on its side. Pillow turns TIFF itself."""
    return image.format != "TIFF" and image.getexif().get(_ORIENTATION, 1) in (5, 6, 7, 8)


def _shown(image: Image.Image, crop: tuple[float, float, float, float]) -> tuple[float, float]:
    """Return width and height of the part that is shown, upright, in pixels."""
    width, height = (image.height, image.width) if _turned(image) else image.size
    return width * crop[2], height * crop[3]


def _fitted(shown: tuple[float, float], room: tuple[float, float]) -> tuple[float, float]:
    scale = min(room[0] / shown[0], room[1] / shown[1])
    return shown[0] * scale, shown[1] * scale


def _check_resolution(shown: tuple[float, float], size: tuple[float, float], least: float, where: Where) -> None:
    found = shown[0] / size[0] * _POINTS_PER_INCH
    if found < least:
        needed = round(size[0] / _POINTS_PER_INCH * least), round(size[1] / _POINTS_PER_INCH * least)
        raise AssetError(
            f"{found:.0f} pixels per inch at {to_mm(size[0]):.0f} x {to_mm(size[1]):.0f} mm; the layout needs"
            f" {least:.0f}",
            hint=f"Give a picture of which at least {needed[0]} x {needed[1]} pixels are shown, or crop less.",
            where=where,
        )


def _reduced(
    image: Image.Image, crop: tuple[float, float, float, float], size: tuple[float, float], most: float
) -> Image.Image:
    """Return the part of `image` that is shown, upright, with at most `most` pixels per inch. Never enlarges."""
    shown = _shown(image, crop)
    scale = min(1.0, size[0] / _POINTS_PER_INCH * most / shown[0])
    if scale < 1:
        # A JPEG is decoded smaller to begin with, anything else reduced before it is turned and sampled.
        image.draft(None, (round(image.width * scale * 2), round(image.height * scale * 2)))
        factor = int(_shown(image, crop)[0] / (shown[0] * scale) / 2)
        image = image.reduce(factor) if factor > 1 else image
    if image.getexif().get(_ORIENTATION, 1) != 1:
        image = ImageOps.exif_transpose(image)
    left, top = image.width * crop[0], image.height * crop[1]
    box = (left, top, min(image.width, left + image.width * crop[2]), min(image.height, top + image.height * crop[3]))
    wanted = max(1, round(shown[0] * scale)), max(1, round(shown[1] * scale))
    image = _in_plain_mode(image)
    return image.resize(wanted, Image.Resampling.LANCZOS, box=box)


def _in_plain_mode(image: Image.Image) -> Image.Image:
    """Return `image` in grey, RGB or CMYK, on white where it can be seen through."""
    if image.mode in ("L", "RGB", "CMYK"):
        return image
    if image.mode in ("I;16", "I;16B", "I;16L", "I"):
        return image.point(lambda value: value / 256).convert("L")
    if image.mode in ("LA", "PA", "RGBA", "RGBa") or "transparency" in image.info:
        return _on_white(image)
    return image.convert("L" if image.mode in ("1", "F") else "RGB")


def _on_white(image: Image.Image) -> Image.Image:
    """Return `image` on white. In stripes, so that a large picture is not held three times."""
    ground = Image.new("RGB", image.size, "white")
    for top in range(0, image.height, _ROWS):
        stripe = image.crop((0, top, image.width, min(image.height, top + _ROWS))).convert("RGBA")
        ground.paste(stripe, (0, top), mask=stripe.getchannel("A"))
    image.close()
    return ground


def _for_screen(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return `image` in sRGB, or in grey without a profile, which a screen shows alike."""
    if image.mode == "L":
        return image
    source = _profile(profile, image.mode)
    if source is None:
        if image.mode == "RGB":
            return image
        source = _opened(coated_offset().profile)
    return _converted(image, source, _srgb(), "RGB")


def _for_press(image: Image.Image, profile: bytes | None, inks: Inks) -> Image.Image:
    """Return `image` in the inks of the press; grey stays on the black plate alone."""
    if image.mode == "L":
        return image
    if image.mode == "RGB" or (profile and profile != inks.profile):
        source = _profile(profile, image.mode)
        if source is None and image.mode == "RGB":
            source = _srgb()
        if source is not None:
            return _converted(image, source, _opened(inks.profile), "CMYK")
    return image


def _profile(profile: bytes | None, mode: str) -> ImageCmsProfile | None:
    """Return the picture's own profile; None where it has none that is of its kind."""
    if not profile:
        return None
    try:
        opened = _opened(profile)
    except (OSError, ImageCms.PyCMSError):
        return None
    return opened if opened.profile.xcolor_space.strip() == mode else None


def _srgb() -> ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def _opened(profile: bytes) -> ImageCmsProfile:
    return ImageCms.ImageCmsProfile(BytesIO(profile))


def _converted(image: Image.Image, source: ImageCmsProfile, target: ImageCmsProfile, mode: str) -> Image.Image:
    """Convert relative to the paper's white, with black point compensation, as photographs usually are."""
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    relative = ImageCms.Intent.RELATIVE_COLORIMETRIC
    transform = ImageCms.buildTransform(source, target, image.mode, mode, relative, flags)
    return transform.apply(image)


def _jpeg(image: Image.Image) -> bytes:
    content = BytesIO()
    image.save(content, "JPEG", quality=QUALITY, subsampling=0, icc_profile=None)
    return content.getvalue()


def _jpeg_within(image: Image.Image, limit: float) -> bytes:
    """Return `image` as JPEG with no more ink on any pixel than `limit`; JPEG itself adds some beside fine detail."""
    aim = limit
    while True:
        image = _limited(image, aim)
        jpeg = _jpeg(image)
        with Image.open(BytesIO(jpeg)) as written:
            excess = _heaviest(written) - limit
        if excess <= 0:
            return jpeg
        aim -= excess


def _heaviest(image: Image.Image) -> float:
    """Return the most ink on a pixel, per cent."""
    import numpy as np

    return float(np.asarray(image).sum(axis=2, dtype=np.uint16).max()) / 255 * 100


def _limited(image: Image.Image, limit: float) -> Image.Image:
    """Return `image` with cyan, magenta and yellow thinned where all inks together are over `limit` per cent.

    Black stays, so that dark places keep their shape. In stripes, so that a large picture is not held twice.
    """
    import numpy as np

    most = limit / 100 * 255
    for top in range(0, image.height, _ROWS):
        box = (0, top, image.width, min(image.height, top + _ROWS))
        values = np.asarray(image.crop(box), dtype=np.float32)
        colours, black = values[..., :3], values[..., 3]
        sums = colours.sum(axis=2)
        over = sums + black > most
        if not over.any():
            continue
        share = np.where(over, np.clip((most - black) / np.maximum(sums, 1), 0, 1), 1)
        thinned = np.dstack([np.floor(colours * share[..., None]), black]).astype(np.uint8)
        image.paste(Image.fromarray(thinned, "CMYK"), box[:2])
    return image
