"""Texts of finished pages: broken into lines, hyphenated, over two pages with notes between, from right to left."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dossier.preflight.conservation import conserved

Page = Callable[..., bytes]
ENGLISH = (
    "The Reich Security Main Office tentatively approved an airborne operation behind the front, between the"
    " Northern Dvina and the Yenisey, and soon afterwards abandoned it."
)
GERMAN = "Kriegsgefangenenlager, Fallschirmjägerausbildung und Reichssicherheitshauptamt in einer schmalen Spalte."
NARROW = "p { width: 30mm; hyphens: auto; text-align: justify } .note { float: footnote; font-size: 8pt }"


@pytest.fixture(scope="module")
def page(on_screen: Page) -> bytes:
    filler = "<p>Another paragraph that takes room on the page, line after line after line.</p>" * 6
    noted = ENGLISH.replace("front,", 'front,<span class="note">Parrish 2004, p. 44.</span>')
    body = f"<main><h1>A drop in Komi</h1><p lang='de'>{GERMAN}</p>{filler}<p id='x'>{ENGLISH}</p><p>{noted}</p></main>"
    return on_screen(body, "@page { size: 70mm 100mm; margin: 10mm }" + NARROW)


def test_every_text_is_there(page: bytes) -> None:
    messages = [("title", "A drop in Komi"), ("german", GERMAN), ("english", ENGLISH), ("note", "Parrish 2004, p. 44.")]
    assert conserved(messages, page) == ()


@pytest.mark.parametrize(
    "altered",
    [
        GERMAN.replace("und ", ""),
        GERMAN.replace("Kriegs", "Kreigs"),
        ENGLISH.replace("tentatively ", ""),
        ENGLISH.replace("abandoned", "abandnoed"),
        f"{ENGLISH} And nothing else.",
        "drop in Kom",
    ],
)
def test_an_altered_text_is_missed(page: bytes, altered: str) -> None:
    (finding,) = conserved([("altered", altered)], page)
    assert finding.object == "altered"
