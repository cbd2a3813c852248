"""`dossier tile`: a panel at true size on the sheets of an office printer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.errors import UsageError, Where

if TYPE_CHECKING:
    from dossier.locales.fonts import Fonts
    from dossier.locales.locale import Locale
    from dossier.pdf.tiles import Panel

PAPERS = {"a4": "A4", "letter": "Letter", "a3": "A3"}
_LENGTH = re.compile(r"(\d+(?:[.,]\d+)?)\s*(mm|cm|in)?", re.IGNORECASE)
_IN_MM = {"mm": 1.0, "cm": 10.0, "in": 25.4}


class Length(click.ParamType[float]):
    """A length such as 10mm, 1cm or 0.5in; without a unit it is millimetres. The value is points."""

    name = "length"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the length in points."""
        from dossier.units import mm

        match = _LENGTH.fullmatch(str(value).strip())
        if not match:
            self.fail(f"{value!r} is no length; give one such as 10mm", param, ctx)
        return mm(float(match[1].replace(",", ".")) * _IN_MM[(match[2] or "mm").lower()])


@click.command()
@click.argument("panel", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--paper", type=click.Choice(list(PAPERS), case_sensitive=False), default="a4", show_default=True)
@click.option("--overlap", type=Length(), default="10mm", show_default=True, help="What two sheets share, for glue.")
@click.option("--margin", type=Length(), default="5mm", show_default=True, help="What the printer leaves white.")
@click.option("--page", type=click.IntRange(min=1), help="Which page, where PANEL has several.")
@click.option("-l", "--locale", "tag", help="Language of the words on the sheets; else the panel's, else English.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="File to write.")
def tile(
    panel: Path, paper: str, overlap: float, margin: float, page: int | None, tag: str | None, out: Path | None
) -> None:
    """Make a wall proof of PANEL, any one-page PDF, at true size on the sheets of an office printer.

    The first page is a map of the sheets and says how to put them together. What lies outside the trim is left out.
    The proof is written beside PANEL as PANEL-tiles-a4.pdf, on as few sheets as can be, upright or turned.

    \b
    Examples:
      dossier tile 01-introduction.pdf
      dossier tile 01-introduction.pdf --paper letter --overlap 0.5in
      dossier tile map.pdf --paper a3 --out /tmp/proof.pdf
    """
    from dossier.build import write_whole
    from dossier.locales.catalogs import interface_texts
    from dossier.locales.fonts import fonts_for
    from dossier.model.layout import SHEETS
    from dossier.pdf.tiles import draw_tiles, read_panel
    from dossier.press.proof import wall_proof
    from dossier.press.tiling import Paper, plan_tiles
    from dossier.typeset.pages import set_pages
    from dossier.units import mm

    read = read_panel(panel, page)
    out = out or panel.with_name(f"{panel.stem}-tiles-{paper}.pdf")
    if out.resolve() == panel.resolve():
        raise UsageError("the proof would replace the panel", hint="Choose another name with --out.", where=Where(out))
    sheet = SHEETS[PAPERS[paper]]
    width, height = mm(sheet.width), mm(sheet.height)
    tiling = plan_tiles(read.width, read.height, Paper(width, height, margin), overlap)
    language = _language(tag, read.language)
    fonts = fonts_for(language)
    proof = wall_proof(tiling, _title(read, fonts), PAPERS[paper], language, interface_texts(language), fonts)
    words = set_pages(proof.html, proof.styles, fonts, archive=False).pdf
    write_whole(out, draw_tiles(read, words, proof.marks, proof.placements))
    click.echo(f"{out}  ({tiling.columns} × {tiling.rows} sheets)")


def _language(wanted: str | None, panel: str) -> Locale:
    """Return the language that was asked for; else the panel's where the program can set it, else English."""
    from dossier.errors import DossierError
    from dossier.locales.fonts import fonts_for
    from dossier.locales.locale import locale

    if wanted:
        return locale(wanted)
    try:
        fonts_for(locale(panel))
    except DossierError:
        return locale("en")
    return locale(panel)


def _title(panel: Panel, fonts: Fonts) -> str:
    """Return the panel's title or its file name, whichever can be set."""
    names = (" ".join(panel.title.split()), panel.path.stem)
    return next((name for name in names if name and not fonts.missing([name], "serif")), "")
