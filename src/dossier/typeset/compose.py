"""An edition, its exhibits and a layout become one HTML page and the style sheets that go with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from html import escape
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dossier import __version__, resources
from dossier.errors import AssetError, LayoutError, Where
from dossier.exhibits.citations import Run
from dossier.exhibits.measure import SLACK
from dossier.exhibits.voice import Voice
from dossier.layouts import Layout
from dossier.locales.catalogs import Texts
from dossier.locales.formats import format_list, punctuation
from dossier.locales.joiners import JOINER, glued
from dossier.locales.locale import direction
from dossier.model.edition import Edition
from dossier.model.exhibit import Exhibit, Figure, LabelStyle
from dossier.model.inline import parse_inline, plain
from dossier.model.layout import Frame
from dossier.typeset.balance import even_measure
from dossier.typeset.figures import figure_html, label_rules
from dossier.typeset.flow import Flow, after, first_flow
from dossier.typeset.foreign import Marker, foreign_texts, marked_texts, message_ids
from dossier.typeset.lettering import lettered, phrased
from dossier.typeset.panels import Panel
from dossier.typeset.state import notices, state_of
from dossier.typeset.view import View
from dossier.units import mm

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment
    from markupsafe import Markup

    from dossier.exhibits.measure import Measure
    from dossier.pdf.pictures import Picture
    from dossier.typeset.labels import LabelSheet

_SCHEMES = ("http", "https", "mailto")
# "p. 160", "p.160", "1 March 2004": a number stays with its label, a day with its month. What ends before a year is a
# name or a title.
_LABEL = re.compile(
    r"(?<![^\W_])(?P<label>[^\W\d_]{1,2}\.)(?P<space> ?)(?=\d{1,3}(?!\d))|(?<= )(?P<day>\d{1,2}\.?) (?=[^\W\d_]+ \d{4})"
)
_HOST = re.compile(r"https?://[^/]+/?")
_NO_BREAK = "\u00a0"
_LAST_SPACE = re.compile(r" (?=(?:[^ <>]|<[^<>]*>){1,16}$)")
_IDS = re.compile(r'\bid="([^"]+)"')
_REFERENCES = re.compile(r'<a class="ref" href="#(?P<target>[^"]+)">(?P<words>[^<]*(?:<(?!/a>)[^<]*)*)</a>')
_LABELS = 0.42
"""The part of a column that labels take at most."""
_LABEL_GAP = 0.8
"""Between a label and its text, in sizes."""
_SPACE = 0.35
"""A space between words is narrower, in sizes."""
SIDE = "panel.html"
"""The template of one side of a panel."""
SCRIPT_STYLES = """\
:root:is(:lang(ar), :lang(he), :lang(ja), :lang(zh)) * { font-style: normal !important }
:root:is(:lang(ar), :lang(he), :lang(ja), :lang(zh)) a[lang] { font-family: var(--sans-latin) }
:root:is(:lang(ar), :lang(he), :lang(ja), :lang(zh)) :is(.entry, .work p) a[lang] { font-family: var(--serif-latin) }
:root:is(:lang(ar), :lang(he), :lang(ja), :lang(zh)) .work .remark a[lang] { font-family: var(--sans-latin) }
:root:is(:lang(ja), :lang(zh)) em { font-family: var(--sans) }
:root:is(:lang(ar), :lang(he)) em { font-weight: 700 }
:root a[lang] em { font-family: inherit !important; font-style: italic !important; font-weight: inherit !important }
.untranslated { border-bottom: 0.5pt dotted currentColor }
.message-id { font: 5.5pt/1 var(--sans-latin); color: var(--river); border: 0.4pt solid; padding: 0 1pt }
.message-id { hyphens: none !important }
.nowrap { white-space: nowrap }
.half { font-feature-settings: "halt" }
sup:is(:lang(ja), :lang(zh)) { margin-inline-end: 0.5em }
.call:is(:lang(ja), :lang(zh)) { margin-inline-end: 0.25em }
"""
"""What scripts without italics or spaces do instead, and how a text shows that it is untranslated, in every layout."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is set: HTML without a style, the style sheets, the later ones stronger, and JPEG pictures by their id."""

    html: str
    styles: tuple[str, ...]
    pictures: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Composition:
    """All that goes into an edition's page; with `ids` each text has that of its message behind it."""

    edition: Edition
    view: View
    exhibits: Mapping[str, Exhibit]
    cover: Figure | None
    layout: Layout
    voice: Voice
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    ids: bool = False

    def page(self, flow: Flow | None = None) -> Page:
        """Return the page with the exhibits as `flow` has them, or each right after its section.

        Raises LayoutError where the template cannot be used.
        """
        around = after(flow or first_flow(self.view, self.exhibits), self.exhibits)
        return Page(self._html(self.plates(), self.pictures, after=around), self._styles(), self.jpegs())

    def side(self, panel: Panel, sizes: Mapping[str, float], *, figures: bool = True) -> Markup:
        """Return `panel` as one side of a sheet, with even lines at `sizes` (pt), or without its figures.

        Raises LayoutError where the template cannot be used.
        """
        from markupsafe import Markup

        shown = (self.plates(), self.pictures) if figures else ({}, {})
        measures = self._measures(panel, sizes)
        return Markup(self._html(*shown, template=SIDE, panel=panel, measures=measures))

    def labels(self, sheets: Sequence[LabelSheet], sizes: Mapping[str, float]) -> Page:
        """Return sheets of object labels, with each role of text at its size in `sizes` (pt).

        Raises LayoutError where the template cannot be used.
        """
        html = self._html({}, {}, sheets=sheets, grid=self.layout.data.labels)
        return Page(html, (type_variables(self.layout, sizes), *self._styles()))

    def _styles(self) -> tuple[str, ...]:
        figures = [figure for exhibit in self.exhibits.values() for figure in exhibit.figures]
        return (*styles(self.layout, self.voice), label_rules(figures, self.voice.measure, self.layout.colour))

    def _measures(self, panel: Panel, sizes: Mapping[str, float]) -> dict[str, float]:
        """Return the widths, pt, in which titles and overviews have even lines, by text, and works, by id."""
        measures: dict[str, float] = {}
        for name, texts in (("headline", (panel.title,)), ("title", (panel.title,)), ("overview", panel.overview)):
            call = "1" if name == "overview" and panel.overview_note else ""
            if frame := panel.data.frames.get(name):
                measures |= {text: self._measure(f"{plain(text)}{call}", frame, sizes) for text in texts}
        if (frame := panel.data.frames.get("works")) and not self.voice.locale.rtl:
            works = {work.reference.id: "".join(run.text for run in work.runs) for work in panel.works}
            # The space behind the last word before a title in italics counts as part of its line.
            wider, most = _SPACE * sizes[frame.role], mm(frame.width)
            measures |= {id: min(self._measure(text, frame, sizes) + wider, most) for id, text in works.items()}
        if (frame := panel.data.frames.get("caption")) and panel.exhibit:
            measures["caption"] = self._measure(plain(panel.exhibit.title), frame, sizes, weight=700)
        if frame := panel.data.frames.get("people"):
            measures["people"] = self._labels(panel, frame, sizes)
        return measures

    def _labels(self, panel: Panel, frame: Frame, sizes: Mapping[str, float]) -> float:
        """Return the width, pt, of the column of labels that all people of a panel share: a longer label breaks."""
        role, most = self.layout.data.type[frame.role], _LABELS * mm(frame.column)
        style = LabelStyle("label", role.family, sizes[frame.role], 700)
        measure = self.voice.measure
        labels = [plain(line.label) for person in panel.people for line in person.lines]
        try:
            longest = max((measure.width(label, style) for label in labels), default=0.0)
        except AssetError:
            return most
        return min(longest * SLACK + _LABEL_GAP * measure.size(style), most)

    def _measure(self, text: str, frame: Frame, sizes: Mapping[str, float], weight: int | None = None) -> float:
        role = self.layout.data.type.get(frame.role)
        if role is None:
            return mm(frame.width)
        style = LabelStyle(frame.role, role.family, sizes[frame.role], weight or role.weight)
        return even_measure(text, style, mm(frame.width), self.voice.measure)

    def jpegs(self) -> dict[str, bytes]:
        """Return the pictures as they are set, by id."""
        return {id: picture.jpeg for id, picture in self.pictures.items()}

    def plates(self) -> dict[str, list[Markup]]:
        """Return the drawings as HTML, by the id of their exhibit; "cover" is the map without words."""
        plates = {
            id: [_plate(figure, exhibit.alt, self.layout, self.voice) for figure in exhibit.figures]
            for id, exhibit in self.exhibits.items()
        }
        return plates | {"cover": [_plate(self.cover, "", self.layout, self.voice)] if self.cover else []}

    def _html(
        self,
        plates: Mapping[str, Sequence[Markup]],
        pictures: Mapping[str, Picture],
        *,
        template: str = "",
        **more: object,
    ) -> str:
        dossier, layout, voice = self.edition.dossier, self.layout, self.voice
        with template_of(layout):
            return glued(
                _settle_references(
                    environment(
                        layout, message_ids(self.edition) if self.ids else foreign_texts(self.edition), voice.measure
                    )
                    .get_template(template or layout.data.template)
                    .render(
                        d=dossier,
                        view=self.view,
                        exhibits=self.exhibits,
                        plates=plates,
                        pictures=pictures,
                        media=[media for media in dossier.media if media.id in pictures],
                        back=_back_matter(self.edition, self.view, voice.texts, exhibits=bool(self.exhibits)),
                        marks={source.id: source.mark for source in dossier.sources},
                        locale=voice.locale,
                        t=marked_texts(voice.texts, ids=self.ids),
                        signs=punctuation(voice.locale),
                        works_in="und" if voice.locale.script in ("Latn", "Cyrl", "Grek") else "en",
                        state=state_of(self.edition, voice),
                        notices=notices(self.edition, voice),
                        font_names=format_list(sorted({face.family for face in voice.fonts.faces}), voice.locale),
                        version=__version__,
                        **more,
                    )
                )
            )


def type_variables(layout: Layout, sizes: Mapping[str, float], within: str = ":root") -> str:
    """Return how each role of type is set, as CSS custom properties of what the selector `within` names."""
    variables = [
        f"  --type-{name}: {sizes[name]:.2f}pt; --weight-{name}: {role.weight};"
        f" --colour-{name}: {layout.colour(role.colour)};"
        f" --family-{name}: var(--{role.family}); --factor-{name}: var(--{role.family}-size);"
        for name, role in layout.data.type.items()
    ]
    return "\n".join([f"{within} {{", *variables, "}\n"])


@contextmanager
def template_of(layout: Layout) -> Iterator[None]:
    """Turn what goes wrong in a template, which a designer wrote, into a LayoutError with its file and line."""
    from jinja2 import TemplateError, TemplateNotFound

    faults = (ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError)
    try:
        yield
    except (TemplateError, *faults) as error:
        # Jinja gives a template's frames its file and lines.
        frames = [(Path(frame.filename), frame.lineno) for frame in extract_tb(error.__traceback__)]
        inside = [frame for frame in frames if frame[0].parent in layout.folders]
        kind = "" if isinstance(error, TemplateError) else f"{type(error).__name__}: "
        what = f"there is no file {error.name!r}" if isinstance(error, TemplateNotFound) else f"{kind}{error}"
        raise LayoutError(
            f"the template cannot be used: {what}",
            hint="Compare it with the template of the bundled layout.",
            where=Where(*inside[-1]) if inside else Where(layout.folders[0] / layout.data.template),
        ) from error


def styles(layout: Layout, voice: Voice) -> tuple[str, ...]:
    """Return the style sheets of `layout` with its sheet, colours and fonts as CSS custom properties."""
    width, height = layout.sheet
    variables = {
        "sheet-width": f"{width:.4f}pt",
        "sheet-height": f"{height:.4f}pt",
        "side-width": f"{mm(layout.data.side_width):.4f}pt",
        **script_variables(voice),
        **{name: layout.colour(name) for name in layout.palette},
        **layout.data.variables,
    }
    root = "\n".join(f"  --{name}: {value};" for name, value in variables.items())
    bleed = f"bleed: {layout.data.bleed:g}mm; " if layout.data.bleed else ""
    page = f"@page {{ size: {width:.4f}pt {height:.4f}pt; {bleed}}}"
    return (f":root {{\n{root}\n}}\n", layout.style(rtl=voice.locale.rtl), SCRIPT_STYLES, page)


def script_variables(voice: Voice) -> dict[str, str]:
    """Return the CSS custom properties that depend on the script: its families, and factors for size and leading."""
    families = {"serif": voice.fonts.serif, "sans": voice.fonts.sans}
    return {
        **{role: ", ".join(f'"{family}"' for family in names) for role, names in families.items()},
        **{f"{role}-latin": ", ".join(f'"{family}"' for family in reversed(names)) for role, names in families.items()},
        **{f"{role}-size": f"{size:g}" for role, size in voice.fonts.sizes.items()},
        "leading": f"{voice.fonts.leading:g}",
    }


def _settle_references(html: str) -> str:
    """Return `html` with cross references to what this layout does not show turned into plain words."""
    shown = set(_IDS.findall(html))
    return _REFERENCES.sub(lambda found: found[0] if found["target"] in shown else found["words"], html)


def _plate(figure: Figure, alt: str, layout: Layout, voice: Voice) -> Markup:
    from markupsafe import Markup

    html = figure_html(figure, alt, voice.fonts, voice.measure, layout.screen_palette, layout.colour)
    return Markup(html)


def environment(layout: Layout, marker: Marker, measure: Measure) -> SandboxedEnvironment:
    """Return what finds and fills the templates of `layout`.

    Texts are marked as `marker` marks them; the lines of headings end where they end best for `measure`.
    """
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    made = SandboxedEnvironment(
        loader=FileSystemLoader((*layout.folders, resources.layouts())),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    texts = {
        "inline": partial(_inline, marker=marker, letter=lettered),
        "heading": partial(_inline, marker=marker, letter=partial(phrased, measure=measure)),
        "phrases": partial(_inline, marker=marker, letter=partial(phrased, measure=measure, hyphens=True)),
    }
    made.filters |= {
        **texts,
        "plain": plain,
        "runs": _runs,
        "link": _link,
        "address": _address,
        "direction": direction,
        "tail": _tail,
    }
    return made


def _inline(text: str, marker: Marker, letter: Callable[..., str], noted: bool = False) -> Markup:
    """Return `text` as HTML, whose words `letter` sets; `noted` tells that the mark of a note follows it."""
    from markupsafe import Markup

    parts: list[str] = []
    runs = parse_inline(text)
    for run in runs:
        words = letter(run.text, opening=not parts, noted=noted and run is runs[-1])
        if run.emphasis:
            words = f"<em>{words}</em>"
        parts.append(f'<a class="ref" href="#{run.target}">{words}</a>' if run.target else words)
    return Markup(marker.mark(text, "".join(parts)))


def _runs(runs: Sequence[Run], language: str = "und") -> Markup:
    """Return `runs`; a known language is marked (see `dossier.pdf.accessible`), and with it the way it runs."""
    from markupsafe import Markup

    words = "".join(_run(run) for run in runs)
    if language == "und":
        return Markup(words)
    return Markup(
        f'<a lang="{escape(language)}" href="lang:{escape(language)}" dir="{direction(language)}">{words}</a>'
    )


def _labelled(found: re.Match[str]) -> str:
    return f"{found['label'] or found['day']}{JOINER if found['space'] == '' else _NO_BREAK}"


def _run(run: Run) -> str:
    words = escape(_LABEL.sub(_labelled, run.text))
    for there, tag in ((run.italic, "em"), (run.bold, "b"), (run.small_caps, "span class=caps")):
        if there:
            words = f"<{tag}>{words}</{tag.partition(' ')[0]}>"
    return f'<a href="{escape(_link(run.href))}">{words}</a>' if run.href else words


def _tail(html: str) -> Markup:
    """Return `html` with its last two words on one line, where they are short enough for that."""
    from markupsafe import Markup

    return Markup(_LAST_SPACE.sub(_NO_BREAK, html))


def _link(url: str) -> str:
    """Return `url` where a reader may follow it; raises LayoutError for schemes that a page must not link to."""
    if urlsplit(url).scheme not in _SCHEMES:
        raise LayoutError(f"not an address that a page may link to: {url!r}", hint="Give an http or https address.")
    return url


def _address(url: str) -> Markup:
    """Return `url` as words whose lines end behind the name of the host, not before it."""
    from markupsafe import Markup

    found = _HOST.match(_link(url))
    host = found[0] if found else ""
    return Markup(f'<span class="nowrap">{escape(host)}</span>{escape(url.removeprefix(host))}')


def _back_matter(edition: Edition, view: View, texts: Texts, *, exhibits: bool) -> tuple[tuple[str, str], ...]:
    dossier = edition.dossier
    parts = (
        ("people", bool(view.people)),
        ("tables", exhibits),
        ("differences", bool(dossier.differences)),
        ("gaps", bool(dossier.gaps and not dossier.differences)),
        ("uncertain", bool(view.uncertain)),
        ("related", bool(dossier.related)),
        ("bibliography", bool(view.works)),
        ("licence", True),
        ("colophon", True),
    )
    return tuple((id, texts(f"{id}.title")) for id, there in parts if there)
