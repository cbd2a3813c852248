"""Pictures in finished files: the page and the panel, read back by libraries that did not write them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from dossier.build import build_layout
from dossier.errors import AssetError, SourceError
from dossier.model.project import load_project
from dossier.pdf.text import read_passages, text_of
from tests import raid

RIGHTS = "rights: {holder: City Archive, licence: CC BY 4.0}"
MEDIA = f"""media:
  - id: coast
    path: media/coast.jpg
    section: story
    crop: {{left: 0.25, width: 0.5}}
    caption: The *coast* from the sea.
    credit: "Photograph: A. Smith; City Archive"
    alt: A low coast under a bright sky.
    {RIGHTS}
units:
"""
PANELS = """layout: 1
extends: panels-a1
file: with-picture
resolution: {least: 100, most: 150}
figures: {}
panels:
  introduction: {pictured: {picture: null, credit: null}}
  view:
    file: 09-view
    heading: dossier
    overview: standfirst
    sections: [{of: opening}]
    frames:
      foot: {x: 40, y: 766, width: 514, height: 56, role: credits}
    pictured:
      picture: {x: 307, y: 580, width: 127, height: 101.6}
      credit: {x: 307, y: 690, width: 247, height: 32, role: credits}
"""


@pytest.fixture
def pictured(tmp_path: Path, project: raid.Spoil) -> Path:
    folder = project(("units:\n", MEDIA))
    (folder / "media").mkdir()
    Image.effect_noise((2400, 960), 60).convert("RGB").save(folder / "media" / "coast.jpg")
    return folder


def images(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return list({each.objgen: each for page in pdf.pages for each in page.get_images().values()}.values())


def test_a_page_shows_the_picture_with_caption_credit_and_description(
    pictured: Path, tmp_path: Path, verapdf: Callable[..., list[str]]
) -> None:
    (built,) = build_layout(load_project(pictured), "en", "dossier", tmp_path / "out").files
    with pikepdf.open(built.path) as pdf:
        (image,) = images(pdf)
        # Half of 2400 x 960 pixels, 118 mm wide at 300 pixels per inch at most: all 1200 pixels are kept.
        assert (int(image.Width), int(image.Height), str(image.ColorSpace)) == (1200, 960, "/DeviceRGB")
        described = [str(each.Alt) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
        assert "A low coast under a bright sky." in described
    text = text_of(read_passages(built.path))
    assert "The coast from the sea. Photograph: A. Smith; City Archive (CC BY 4.0)" in " ".join(text.split())
    assert verapdf("3a", built.path) == []


def test_a_panel_shows_the_picture_in_inks_at_its_place(pictured: Path, tmp_path: Path) -> None:
    folder = pictured / "layouts" / "with-picture"
    folder.mkdir(parents=True)
    (folder / "layout.yaml").write_text(PANELS, encoding="utf-8")
    built = build_layout(load_project(pictured), "en", "with-picture", tmp_path / "out").files[-1]
    with pikepdf.open(built.path) as pdf:
        (image,) = images(pdf)
        found = int(image.Width), int(image.Height), str(image.ColorSpace)
        assert found == (750, 600, "/DeviceCMYK")  # 5 x 4 inches at 150


@pytest.mark.parametrize(
    ("change", "error", "message", "line"),
    [
        ((RIGHTS, ""), SourceError, '"rights" is missing', True),
        (
            ("licence: CC BY 4.0", "licence: lent, until: 2001-12-31"),
            SourceError,
            "the licence ended on 2001-12-31",
            True,
        ),
        (("media/coast.jpg", "../coast.jpg"), SourceError, "lies outside the project", True),
        (("media/coast.jpg", "media/gone.jpg"), SourceError, "is not there", True),
        (("section: story", "section: nowhere"), SourceError, "there is no section 'nowhere'", True),
        (("width: 0.5", "width: 0.9"), SourceError, "the crop reaches beyond the picture", True),
        (("width: 0.5", "width: 0.2"), AssetError, "pixels per inch", True),
    ],
)
def test_a_picture_that_may_not_or_cannot_be_printed_stops_the_edition(
    pictured: Path, tmp_path: Path, change: tuple[str, str], error: type[Exception], message: str, line: bool
) -> None:
    path = pictured / "dossier.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    with pytest.raises(error, match=message) as raised:
        build_layout(load_project(pictured), "en", "dossier", tmp_path / "out")
    where = raised.value.where  # type: ignore[attr-defined]
    assert (where.path.name, bool(where.line)) == ("dossier.yaml", line)
    assert not (tmp_path / "out").exists()
