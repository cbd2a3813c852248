"""The room for a text on panels: how many words and characters fit at the smallest size that can be read.

Translators are told it. It is worked out from a layout's frames and the widths of letters, without setting a page, for
titles, overviews and captions: texts that do not flow from one frame to another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.exhibits.voice import Voice, voice_of
from dossier.layouts import Layout, load_layout
from dossier.model.dossier import Dossier, ExhibitText, Section
from dossier.model.exhibit import LabelStyle
from dossier.model.inline import plain
from dossier.model.layout import Frame, PanelData
from dossier.model.project import Project
from dossier.typeset.fitting import range_of
from dossier.units import mm

PANELS = "panels-a1"
Texts = Mapping[str, str]

LEADING = {"headline": 1.02, "title": 1.04, "overview": 1.26}
"""How far apart baselines are, in sizes; in other roles `_LEADING`."""
_LEADING = 1.34
_FILL = 0.9
"""How much of a line is filled by words that are not broken."""


def room_on_panels(project: Project) -> dict[str, tuple[int, int]]:
    """Return the room that the texts of a project have on its A1 panels; see `room`."""
    layout = load_layout(PANELS, (project.folder / "layouts",))
    return room(project.dossier, layout, voice_of(project.dossier.language))


def room(dossier: Dossier, layout: Layout, voice: Voice) -> dict[str, tuple[int, int]]:
    """Return the words and characters that have room on the panels of `layout`, by message id.

    `voice` is that of the language of `dossier`. Raises LayoutError for a role of type that cannot be used.
    """
    found: dict[str, tuple[int, int]] = {}
    for panel in layout.data.panels.values():
        for name, texts in _texts(panel, dossier):
            frame = panel.frames.get(name)
            whole = " ".join(plain(text) for text in texts.values())
            if frame is None or not frame.role or not whole:
                continue
            share = _capacity(whole, frame, layout, voice) / len(whole)
            for id, text in texts.items():
                fits = (max(round(len(text.split()) * share), 1), round(len(plain(text)) * share))
                found[id] = min(found.get(id, fits), fits)
    return found


def _capacity(text: str, frame: Frame, layout: Layout, voice: Voice) -> float:
    """Return how many characters like those of `text` a frame holds."""
    role = layout.data.type[frame.role]
    size = range_of(frame.role, layout, voice).smallest
    letter = voice.measure.width(text, LabelStyle(frame.role, role.family, size, role.weight)) / len(text)
    lines = mm(frame.height) // (size * LEADING.get(frame.role, _LEADING))
    return lines * frame.columns * _FILL * mm(frame.column) / letter


def _texts(panel: PanelData, dossier: Dossier) -> Iterator[tuple[str, Texts]]:
    """Yield the frames of a panel with the messages that stand in them, by id."""
    exhibits: dict[str, ExhibitText] = {text.id: text for text in dossier.exhibits}
    shown = exhibits.get(panel.exhibit or "")
    section = next((each for choice in panel.sections for each in _of(choice.of, dossier)), None)
    catalogue = exhibits.get("bibliography")
    headings = {
        "dossier": (f"{dossier.id}.title", dossier.title),
        "section": (f"{section.id}.heading", section.heading) if section else ("", ""),
        "exhibit": (f"{shown.id}.title", shown.title) if shown else ("", ""),
        "bibliography": (f"{catalogue.id}.title", catalogue.title) if catalogue else ("", ""),
    }
    id, heading = headings[panel.heading]
    for name in ("headline", "title"):
        yield name, {id: heading} if heading else {}
    match panel.overview:
        case "standfirst":
            yield "overview", {f"{text.id}.text": text.text for text in dossier.standfirst}
        case "section" if section and section.body:
            yield "overview", {f"{section.body[0].id}.text": section.body[0].text}
        case "caption":
            yield "overview", _caption(shown)
        case "bibliography":
            yield "overview", _caption(catalogue)
    if shown:
        yield "caption", {f"{shown.id}.title": shown.title, **_caption(shown)}


def _caption(text: ExhibitText | None) -> Texts:
    return {f"{text.id}.caption": text.caption} if text else {}


def _of(role: str, dossier: Dossier) -> Iterator[Section]:
    """Yield the sections of a role: that of their exhibit, "opening" for the first, "other" for the rest."""
    for section in dossier.sections:
        if (section.exhibit or ("opening" if section is dossier.sections[0] else "other")) == role:
            yield section
