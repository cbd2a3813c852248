"""HTML and CSS to PDF. The page may fetch the edition's fonts and nothing else."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.diagnostics import Diagnostic, Severity
from dossier.errors import TypesettingError
from dossier.locales.fonts import Face, Fonts

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher

_SCHEME = "font:"
# WeasyPrint 70 can lose a footnote when it takes lines back from a page; paragraphs kept whole are not taken back.
_UNBROKEN = "p { break-inside: avoid; orphans: 1; widows: 1 }"


@dataclass(frozen=True, slots=True)
class Setting:
    """What the typesetter made: a PDF that is not finished yet, its pages, and what it had to say."""

    pdf: bytes
    pages: int
    diagnostics: tuple[Diagnostic, ...]


def set_pages(html: str, styles: Sequence[str], fonts: Fonts, *, archive: bool) -> Setting:
    """Set `html` with the style sheets `styles`, the later ones stronger; to be finished for screen and `archive`, or for a press.

    Raises TypesettingError where the typesetter gives up or loses something that the page points at.
    """
    setting = _set(html, styles, fonts, archive=archive)
    if _errors(setting):
        setting = _set(html, (*styles, _UNBROKEN), fonts, archive=archive)
    if errors := _errors(setting):
        raise TypesettingError(
            f"the page lacks something that it points at: {errors[0].message}",
            hint="Look at what the layout's template and style sheet changed last.",
        )
    return setting


def _set(html: str, styles: Sequence[str], fonts: Fonts, *, archive: bool) -> Setting:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fetcher = _font_fetcher(fonts.faces)
    configuration = FontConfiguration()
    with _log() as log:
        try:
            sheets = [
                CSS(string=sheet, url_fetcher=fetcher, font_config=configuration, base_url=_SCHEME)
                for sheet in (font_faces(fonts.faces), *styles)
            ]
            document = HTML(string=html, url_fetcher=fetcher, base_url=_SCHEME).render(
                font_config=configuration, stylesheets=sheets
            )
            pdf = document.write_pdf(**({"pdf_variant": "pdf/a-3a"} if archive else {"pdf_tags": True}))
        except (ValueError, ArithmeticError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise TypesettingError(
                f"the page could not be set: {type(error).__name__}: {error}",
                hint="Look at what the layout's template and style sheet changed last.",
            ) from error
    return Setting(pdf, len(document.pages), tuple(_finding(record) for record in log))


def _errors(setting: Setting) -> list[Diagnostic]:
    return [finding for finding in setting.diagnostics if finding.severity == "error"]


def font_faces(faces: Sequence[Face], url: str = _SCHEME + "{index}") -> str:
    """Return the @font-face rules of `faces`; `url` may hold {index} and {path}."""
    return "\n".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight};'
        f" font-style: {'italic' if face.italic else 'normal'}; src: url({url.format(index=n, path=face.path)}) }}"
        for n, face in enumerate(faces)
    )


def _font_fetcher(faces: Sequence[Face]) -> URLFetcher:
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class FontFetcher(URLFetcher):  # type: ignore[misc]
        """Serves the fonts of one edition by number. Anything else stops the page."""

        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
            number = url.removeprefix(_SCHEME)
            if not (url.startswith(_SCHEME) and number.isdigit() and int(number) < len(faces)):
                raise FatalURLFetchingError(f"the page asks for {url!r}, which is not part of the edition")
            return URLFetcherResponse(url, faces[int(number)].path.read_bytes(), {"Content-Type": "font/ttf"})

    return FontFetcher()


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
