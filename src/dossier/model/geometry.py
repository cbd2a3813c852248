"""What does not fit together in a layout: frames that overlap or leave the sheet, roles and colours nobody knows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from dossier.model.layout import Frame, LayoutData
from dossier.model.yaml import Place


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, at which place of layout.yaml, and what to do."""

    place: Place
    message: str
    hint: str


def faults(layout: LayoutData, swatches: Collection[str]) -> Iterator[Fault]:
    """Yield what is wrong with `layout`, whose palette has `swatches`."""
    for name, role in layout.type.items():
        if role.colour not in swatches:
            hint = f"Known swatches: {', '.join(swatches)}."
            yield Fault(("type", name, "colour"), f"no swatch is called {role.colour!r}", hint)
    yield from _label_faults(layout)
    for id, panel in layout.panels.items():
        own = {name: frame for name, frame in panel.frames.items() if name not in panel.shared}
        inside = 0.0 if layout.bilingual else layout.bleed
        yield from _frame_faults(layout, ("panels", id, "frames"), own, layout.side_width, inside)
        if panel.pictured:
            shown = {name: frame for name, frame in panel.with_picture().frames.items() if name not in panel.shared}
            yield from _frame_faults(layout, ("panels", id, "pictured"), shown, layout.side_width, inside)
        sheet = layout.sheet_size.width
        yield from _frame_faults(layout, ("panels", id, "shared"), panel.shared, sheet, layout.bleed)


def _frame_faults(
    layout: LayoutData, place: Place, frames: Mapping[str, Frame], width: float, beside: float
) -> Iterator[Fault]:
    """Yield what is wrong with the frames of a panel that is `width` mm wide and may reach `beside` mm beyond that."""
    height, bleed = layout.sheet_size.height, layout.bleed
    for name, frame in frames.items():
        what = f"frame {name} of panel {place[1]}"
        if frame.role and frame.role not in layout.type:
            message = f"{what} has the role {frame.role!r}, which is not among: {', '.join(layout.type)}"
            yield Fault((*place, name, "role"), message, "Give one of these, or add it under type.")
        beyond = max(-beside - frame.x, frame.x + frame.width - width - beside,
                     -bleed - frame.y, frame.y + frame.height - height - bleed)  # fmt: skip
        if beyond > 0:
            hint = f"The sheet has {width:g} x {height:g} mm."
            yield Fault((*place, name), f"{what} reaches {beyond:g} mm beyond the sheet and its bleed", hint)
        elif frame.role and _is_hidden(frame, width, layout):
            hint = "Move it, or change hidden under press."
            yield Fault((*place, name), f"words of {what} stand where the mounting hides them", hint)
    for (one, a), (other, b) in combinations(frames.items(), 2):
        if _overlap(a, b):
            message = f"frames {one} and {other} of panel {place[1]} overlap"
            yield Fault((*place, other), message, "Move one of them, or make it smaller.")


def _is_hidden(frame: Frame, width: float, layout: LayoutData) -> bool:
    """Return whether a frame lies in part where the mounting hides it, in a language that runs either way."""
    hidden = layout.press.hidden
    beside = max(hidden.left, hidden.right)
    foot = layout.sheet_size.height - hidden.bottom
    across = frame.x < beside or frame.x + frame.width > width - beside
    return frame.y < hidden.top or frame.y + frame.height > foot or (beside > 0 and across)


def _label_faults(layout: LayoutData) -> Iterator[Fault]:
    if layout.labels is None:
        return
    grid, sheet, (width, height) = layout.labels, layout.sheet_size, layout.labels.size
    if width > sheet.width or height > sheet.height:
        message = f"the labels take {width:g} x {height:g} mm, the sheet has {sheet.width:g} x {sheet.height:g} mm"
        yield Fault(("labels",), message, "Make them smaller, or have fewer columns or rows.")
    if min(grid.width, grid.height - grid.note) <= 2 * grid.padding:
        yield Fault(("labels", "padding"), "the padding leaves a label no room for words", "Make it smaller.")
    for name in sorted({"body", "credits"} - layout.type.keys()):
        yield Fault(("labels",), f"labels need the role {name!r}", "Add it under type.")


def _overlap(a: Frame, b: Frame) -> bool:
    return a.x < b.x + b.width and b.x < a.x + a.width and a.y < b.y + b.height and b.y < a.y + a.height
