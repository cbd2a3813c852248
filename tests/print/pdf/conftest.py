"""Pages set by WeasyPrint as a template would, for tests that ask finished PDFs."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Callable
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import fontpkg
import pytest
import weasyprint
from weasyprint.text.fonts import FontConfiguration

from dossier.locales.fonts import Face
from dossier.pdf.accessible import finish_screen
from dossier.pdf.clusters import clustered_words
from dossier.pdf.unicode import tell_glyphs

FACES = tuple(
    Face(family, weight, style == "italic", Path(fontpkg.path(family, weight, style)))
    for family, weight, style in (
        ("Spectral", 400, "normal"),
        ("Spectral", 400, "italic"),
        ("Spectral", 700, "normal"),
        ("PT Sans", 400, "normal"),
        ("PT Sans", 700, "normal"),
        ("Amiri", 400, "normal"),
        ("IBM Plex Sans Arabic", 400, "normal"),
        ("Frank Ruhl Libre", 400, "normal"),
    )
)
STYLE = "".join(
    f"@font-face {{ font-family: '{face.family}'; font-weight: {face.weight};"
    f" font-style: {'italic' if face.italic else 'normal'}; src: url('{face.path.as_uri()}') }}"
    for face in FACES
)
STYLE += """
@page { size: A5; margin: 22mm 18mm; @top-left { content: string(heading) } @bottom-center { content: counter(page) } }
html { font: 10pt/14pt Spectral, Amiri, 'Frank Ruhl Libre' }
h1, h2 { font: 700 14pt/18pt 'PT Sans', 'IBM Plex Sans Arabic'; string-set: heading content(text) }
a { color: inherit; text-decoration: none }
nav a::after { content: ' ' target-counter(attr(href), page) }
.note { float: footnote; font-size: 8pt; line-height: 11pt }
body, figure { margin: 0 }
ul { list-style: disc }
.plate { position: relative; width: 200pt; height: 100pt }
.plate svg { position: absolute; left: 0; top: 0; width: 200pt; height: 100pt }
.label { position: absolute; font: 7pt/9pt 'PT Sans' }
tr { break-inside: avoid }
"""

Typeset = Callable[..., bytes]


def set_page(
    body: str, *, language: str = "en", head: str = "<title>Probe</title>", css: str = "", **options: object
) -> bytes:
    """Return the body of a page in A5, as WeasyPrint writes it."""
    direction = "rtl" if language in ("ar", "he") else "ltr"
    html = f'<!doctype html><html lang="{language}" dir="{direction}"><head>{head}</head><body>{body}</body></html>'
    fonts = FontConfiguration()
    sheet = weasyprint.CSS(string=STYLE + css, font_config=fonts)
    options = {"pdf_variant": "pdf/a-3a"} | options
    with warnings.catch_warnings(action="ignore", category=ResourceWarning):  # WeasyPrint leaves its profile open
        pdf: bytes = weasyprint.HTML(string=html).write_pdf(stylesheets=[sheet], font_config=fonts, **options)
        gc.collect()
    return pdf


def told(pdf: bytes, body: str) -> bytes:
    """Return a page as the typesetter hands it on: its glyphs say what they are."""
    return tell_glyphs(pdf, clustered_words(unescape(body)), FACES)


@pytest.fixture(scope="session")
def typeset() -> Typeset:
    """Return a function that sets the body of a page in A5, not finished."""
    return lambda body, **options: told(set_page(body, **options), body)


MAP = (
    '<figure id="map"><div class="plate"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'
    "<title>Map of three rivers</title>"
    '<g fill="none" stroke="#2F6690"><path d="M10 90L60 10M90 90L120 10M150 90L190 20"/></g></svg>'
    '<span class="label" style="left:12pt;top:8pt">Dvina</span>'
    '<span class="label" style="left:100pt;top:8pt">Pechora</span>'
    '<span class="label" style="left:150pt;top:40pt;transform:rotate(-60deg)">Yenisey</span>'
    "</div><figcaption>Rivers of the north</figcaption></figure>"
)
ORNAMENT = (
    '<p>Before <svg xmlns="http://www.w3.org/2000/svg" width="8" height="8" viewBox="0 0 8 8">'
    '<path fill="#9C3D1F" d="M0 0h8v8z"/></svg> after the ornament.</p>'
)
STORY = (
    '<nav><h2>Contents</h2><ol><li><a href="#plan">The plan</a></li>'
    '<li><a href="#groups">The <em>groups</em></a></li></ol></nav>'
    '<h2 id="plan">The plan was made in Hammelburg</h2>'
    '<p>Prisoners of war designed it,<a href="#n1"><object class="note" id="n1">Parrish 2004, p. 44; '
    '<a href="https://example.org/desant">the article</a>.</object></a> Bessonov <em>foremost</em>'
    '<span class="note">Melenberg, <a lang="ru" href="lang:ru">«Десант на ГУЛАГ»</a>, 1 March 2004.</span> of all.</p>'
    '<p><a lang="de" href="lang:de" style="hyphens: auto">Kriegsgefangenenlager, Fallschirmjägerausbildung, '
    "Reichssicherheitshauptamt, Kriegsgefangenenlager, Fallschirmjägerausbildung</a></p>"
    f"{MAP}{ORNAMENT}<ul><li>twelve men<ul><li>of whom two were killed</li></ul></li></ul>"
    "<dl><div><dt>RSHA</dt><dd>Berlin</dd></div></dl>"
)
TABLE = (
    '<h2 id="groups">The groups</h2><table><caption>Strength</caption>'
    "<thead><tr><th>Group</th><th>Men</th></tr></thead><tbody>"
    + "".join(f'<tr><th scope="row">group {n}</th><td>{n}0–{n}5</td></tr>' for n in range(1, 61))
    + "</tbody></table>"
)
ENGLISH = f"<main><h1>A drop in Komi</h1>{STORY}{TABLE}</main>"
ARABIC = (
    "<main><h1>عملية غولاغ</h1><p>بِسْمِ اللَّهِ الرَّحْمٰنِ الرَّحِيمِ</p>"
    "<p>خطط لها (أسرى الحرب) السوفييت، ونُفِّذت في كومي في 2 يونيو 1943.</p>"
    "<p>نحو 150 رجلا، منهم 50–55 في كل مجموعة؛ لا إله إلا الله.</p>"
    '<p>الحاشية: <a lang="en" dir="ltr" href="lang:en">Parrish (2004), p. 44.</a> ثم النهاية.</p>'
    "<p style=\"font-family: 'IBM Plex Sans Arabic'\">الرَّحْمٰن لا إلى الأسرى في 1943</p></main>"
)
HEBREW = (
    "<main><h1>מבצע גולאג</h1><p>בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם</p><p>מבצע צבאי גרמני (1943) בסיביר, כ-150 איש.</p></main>"
)


BODIES = {"en": ENGLISH, "ar": ARABIC, "he": HEBREW}


@pytest.fixture(scope="session")
def raw() -> dict[str, bytes]:
    """Return the samples as WeasyPrint writes them, by language."""
    attachment = weasyprint.Attachment(
        string="title: probe\n", name="dossier.yaml", created=datetime(2025, 1, 1, tzinfo=UTC),
        modified=datetime(2025, 1, 1, tzinfo=UTC), relationship="Source",
    )  # fmt: skip
    english = set_page(ENGLISH, head="<title>A drop in Komi</title>", attachments=[attachment])
    return {"en": english} | {tag: set_page(BODIES[tag], language=tag) for tag in ("ar", "he")}


@pytest.fixture(scope="session")
def unfinished(raw: dict[str, bytes]) -> dict[str, bytes]:
    """Return the samples as they are handed on to be finished, by language."""
    return {language: told(pdf, BODIES[language]) for language, pdf in raw.items()}


@pytest.fixture(scope="session")
def finished(unfinished: dict[str, bytes]) -> dict[str, bytes]:
    """Return the samples finished for screen, by language."""
    return {language: finish_screen(pdf) for language, pdf in unfinished.items()}
