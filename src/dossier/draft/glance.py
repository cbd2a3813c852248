"""Facts at a glance, from the summary boxes of the versions."""

from __future__ import annotations

import re

from dossier.draft.desk import Desk
from dossier.model.article import Field
from dossier.model.dossier import Entry

MOST = 16
"""So many entries are printed at most."""
LONGEST = 420
"""An entry of more characters is cut between two lines of it."""

_KNOWN = {
    "partof": "part-of", "part of": "part-of", "date": "date", "dates": "date", "place": "place", "location": "place",
    "result": "result", "outcome": "result", "campaign": "campaign", "type": "type", "objective": "objective",
    "combatant": "combatant", "combatants": "combatant", "belligerents": "combatant", "commander": "commander",
    "commanders": "commander", "commanded by": "commander", "planned": "planned", "planned by": "planned-by",
    "strength": "strength", "casualties": "casualties", "losses": "casualties", "units": "units",
}  # fmt: skip
"""Names of fields, in wikitext and on pages, and the label that they are printed under."""
_NOT_FACTS = re.compile(
    r"(image|caption|map|mapframe|coord|width|height|alt|conflict|name|title|url|website|footnote|notes?\b|flag|seal)"
    r"[\w ]*",
    re.IGNORECASE,
)
_SIDE = re.compile(r"(?P<name>.*?)[ _]?(?P<side>[1-9])")


def glance(desk: Desk) -> tuple[Entry, ...]:
    """Return an entry for each field that says something; a version adds the fields that those before it lack."""
    entries: dict[tuple[str, str], Entry] = {}
    for version in desk.sides.versions:
        for field in version.article.infobox:
            label = _label(desk, field.name)
            text = _value(field)
            key = (label.casefold(), text.casefold())
            if not text:
                continue
            evidence = version.evidence(*field.value.quotable_range(0, len(field.value.text)))
            if key in entries:
                known = entries[key]
                entries[key] = known.model_copy(update={"evidence": (*known.evidence, evidence)})
                continue
            skipped = _NOT_FACTS.fullmatch(field.name) or len(entries) >= MOST
            if skipped or not (desk.teller.prints(text) and desk.teller.prints(label)):
                desk.note("left-out", f"the field “{field.name}” of the summary box", version, field.value.start, text)
                continue
            entries[key] = Entry(
                id=desk.ids.take(f"glance-{field.name}", "glance"),
                label=label,
                text=text,
                kind="source",
                evidence=(evidence,),
                cites=desk.cites(version, field.value.citations),
            )
    return tuple(entries.values())


def _label(desk: Desk, name: str) -> str:
    plain = name.replace("_", " ").strip()
    match = _SIDE.fullmatch(plain)
    base, side = (match["name"], match["side"]) if match else (plain, "")
    known = _KNOWN.get(base.casefold())
    label = desk.teller(f"field-{known}") if known else base[:1].upper() + base[1:]
    return desk.teller("side", label=label, number=side) if side else label


def _value(field: Field) -> str:
    """Return the lines of a field as one, cut between two of them where there are too many.

    "[?]" stands where a name before a comma is lost.
    """
    text = ""
    for line in (" ".join(line.split()) for line in field.value.text.splitlines()):
        if not line:
            continue
        if text and len(text) + len(line) > LONGEST:
            return f"{text}; […]"
        shown = f"[?]{line}" if line.startswith(",") else line
        text = f"{text}; {shown}" if text else shown
    return text
