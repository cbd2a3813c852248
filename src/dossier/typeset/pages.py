"""HTML and CSS to PDF. The page may fetch the edition's fonts and pictures and nothing else."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from dossier.diagnostics import Diagnostic, Severity
from dossier.errors import AssetError, LayoutError, TypesettingError
from dossier.locales.fonts import Face, Fonts
from dossier.pdf.clusters import clustered_words
from dossier.pdf.unicode import tell_glyphs
from dossier.typeset.flow import Place

if TYPE_CHECKING:
    from weasyprint import Document
    from weasyprint.urls import URLFetcher

_SCHEME = "font:"
PICTURE = "picture:"
"""What stands before the id of a picture in its address."""
_NONE: Mapping[str, bytes] = {}
_POINTERS = re.compile(r'href="#([^"]+)"')
_MATTER = re.compile(r'<section class="[^"]*\bmatter\b.*?</section>', re.DOTALL)
_PLATES = re.compile(r'(<div class="plate"[^>]*>).*?</div>', re.DOTALL)
_ROOT = re.compile(r":root\s*\{([^{}]*)\}")
_SET = re.compile(r"--([\w-]+)\s*:\s*([^;{}]*[^;{}\s])")
_NAMED = re.compile(r"--([\w-]+)\s*:")
_USED = re.compile(r"var\(\s*--([\w-]+)\s*\)")
_NESTED = 3
"""How deep variables may stand in the values of variables; deeper ones are left to WeasyPrint."""
# WeasyPrint 70 can lose a footnote when it takes lines back from a page. What is tried then, one after the other:
# paragraphs kept whole are not taken back; nor is a line before a figure that begins a page; a note in its line stays.
_UNBROKEN = "p { break-inside: avoid; orphans: 1; widows: 1 }"
_RESCUES = (
    (_UNBROKEN,),
    (_UNBROKEN, ".exhibit { break-before: page }"),
    ("p { orphans: 1; widows: 1 }", ".exhibit { break-before: page }"),
    (".note { float: none; display: inline; margin-inline: 0.4em }",),
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the typesetter made: a PDF that is not finished yet, its pages, and what it had to say."""

    pdf: bytes
    pages: int
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """Pages that are laid out and not written yet."""

    document: Document
    html: str
    fonts: Fonts
    diagnostics: tuple[Diagnostic, ...]

    def places(self) -> dict[str, list[Place]]:
        """Return where the parts of each element that has an id stand."""
        places: dict[str, list[Place]] = {}
        for number, page in enumerate(self.document.pages):
            for id, (_, top, _, bottom) in page.anchors.items():
                places.setdefault(id, []).append(Place(number, top, bottom))
        return places

    def write(self, *, archive: bool, scale: int = 1) -> Setting:
        """Write the pages at 1:`scale`, to be finished for screen and `archive` or for a press.

        Raises AssetError where a font of the system would show, TypesettingError where something that the page points
        at was lost or the typesetter gives up.
        """
        with _log() as log, _giving_up():
            kind = {"pdf_variant": "pdf/a-3a"} if archive else {"pdf_tags": True}
            pdf = self.document.write_pdf(zoom=1 / scale, **kind)
        _check_fonts(self.document, frozenset(face.family for face in self.fonts.faces))
        findings = self.diagnostics + tuple(_finding(record) for record in log)
        if lost := [finding for finding in findings if finding.severity == "error"]:
            raise TypesettingError(
                f"the page lacks something that it points at: {lost[0].message}",
                hint="Look at what the layout's template and style sheet changed last.",
            )
        told = tell_glyphs(pdf, clustered_words(unescape(self.html)), self.fonts.faces)
        return Setting(told, len(self.document.pages), findings)


def lay_pages(html: str, styles: Sequence[str], fonts: Fonts, pictures: Mapping[str, bytes] = _NONE) -> Laid:
    """Lay out `html` with the style sheets `styles`, the later ones stronger, and JPEG pictures by their id.

    Raises LayoutError where the page asks for a file or an address, TypesettingError where the typesetter gives up.
    """
    wanted = set(_POINTERS.findall(html))
    laid = _lay(html, styles, fonts, pictures)
    for more in _RESCUES:
        if wanted <= laid.places().keys():
            break
        laid = _lay(html, (*styles, *more), fonts, pictures)
    return laid


def try_pages(html: str, styles: Sequence[str], fonts: Fonts, pictures: Mapping[str, bytes] = _NONE) -> Laid:
    """Lay out the running text alone, to see where it stands: without sections of the class "matter", plates empty."""
    return _lay(_PLATES.sub(r"\1</div>", _MATTER.sub("", html)), styles, fonts, pictures)


def set_pages(html: str, styles: Sequence[str], fonts: Fonts, *, archive: bool) -> Setting:
    """Lay out `html` and write it at once; see `lay_pages` and `Laid.write`."""
    return lay_pages(html, styles, fonts).write(archive=archive)


def _lay(html: str, styles: Sequence[str], fonts: Fonts, pictures: Mapping[str, bytes]) -> Laid:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fetcher = _fetcher(fonts.faces, pictures)
    configuration = FontConfiguration()
    with _log() as log, _giving_up():
        sheets = [
            CSS(string=sheet, url_fetcher=fetcher, font_config=configuration, base_url=_SCHEME)
            for sheet in (font_faces(fonts.faces), *_settled(html, styles))
        ]
        document = HTML(string=html, url_fetcher=fetcher, base_url=_SCHEME).render(
            font_config=configuration, stylesheets=sheets
        )
    return Laid(document, html, fonts, tuple(_finding(record) for record in log))


def _check_fonts(document: Document, families: frozenset[str]) -> None:
    for font in document.fonts.values():
        if font.missing:
            words, instead = "".join(map(chr, font.missing)), "nothing: no font has it"
        elif font.family not in families:
            words, instead = "".join(font.to_unicode.values()), f"{font.family}, which is no font of the edition"
        else:
            continue
        raise AssetError(
            f"{words[:20]!r} would be set in {instead}",
            hint="Write the text without what the fonts lack, and name no other fonts in a style sheet.",
        )


@contextmanager
def _giving_up() -> Iterator[None]:
    from weasyprint.urls import FatalURLFetchingError

    try:
        yield
    except FatalURLFetchingError as error:
        raise LayoutError(str(error), hint="A page may use what is in its template and style sheet alone.") from None
    except (ValueError, ArithmeticError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise TypesettingError(
            f"the page could not be set: {type(error).__name__}: {error}",
            hint="Look at what the layout's template and style sheet changed last.",
        ) from error


def _settled(html: str, styles: Sequence[str]) -> tuple[str, ...]:
    """Return style sheets with the values of those custom properties put in that are set once, for the root.

    WeasyPrint 70 works a property with a variable out anew for each element, which takes a third of the time.
    """
    roots = dict(pair for sheet in styles for rule in _ROOT.findall(sheet) for pair in _SET.findall(rule))
    times = Counter(name for text in (html, *styles) for name in _NAMED.findall(text))
    constant = {name: value for name, value in roots.items() if times[name] == 1}
    for _ in range(_NESTED):
        styles = [_USED.sub(lambda used: constant.get(used[1], used[0]), sheet) for sheet in styles]
    return tuple(styles)


def font_faces(faces: Sequence[Face], url: str = _SCHEME + "{index}") -> str:
    """Return the @font-face rules of `faces`; `url` may hold {index} and {path}."""
    return "\n".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight};'
        f" font-style: {'italic' if face.italic else 'normal'}; src: url({url.format(index=n, path=face.path)}) }}"
        for n, face in enumerate(faces)
    )


def _fetcher(faces: Sequence[Face], pictures: Mapping[str, bytes]) -> URLFetcher:
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class EditionFetcher(URLFetcher):  # type: ignore[misc]
        """Serves the fonts of one edition by number, its pictures by id. Anything else stops the page."""

        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
            if url.startswith(PICTURE) and url.removeprefix(PICTURE) in pictures:
                picture = pictures[url.removeprefix(PICTURE)]
                return URLFetcherResponse(url, picture, {"Content-Type": "image/jpeg"})
            number = url.removeprefix(_SCHEME)
            if not (url.startswith(_SCHEME) and number.isdigit() and int(number) < len(faces)):
                raise FatalURLFetchingError(f"the page asks for {url!r}, which is not part of the edition")
            return URLFetcherResponse(url, faces[int(number)].content(), {"Content-Type": "font/ttf"})

    return EditionFetcher()


@contextmanager
def _log() -> Iterator[list[logging.LogRecord]]:
    records: list[logging.LogRecord] = []

    class Keeper(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(record)

    logger, keeper = logging.getLogger("weasyprint"), Keeper(logging.WARNING)
    before = logger.handlers[:], logger.propagate
    logger.handlers, logger.propagate = [keeper], False
    try:
        yield records
    finally:
        logger.handlers, logger.propagate = before


def _finding(record: logging.LogRecord) -> Diagnostic:
    severity: Severity = "error" if record.levelno >= logging.ERROR else "warning"
    return Diagnostic("typesetting", severity, record.getMessage(), "Look at the layout's template and style sheet.")
