"""Which items of dossier.yaml carry which fact: `carriers.yaml`, made by this script and read over by people.

    .venv/bin/python -m tests.facts.ledger

A fact may be told in several places (the story, the chronology, a table). Each place is a set of items that say it
together; all of them are listed, so that a test fails when any is taken out.
"""

from __future__ import annotations

from collections.abc import Mapping

from dossier import resources
from dossier.exhibits.support import Supports
from dossier.exhibits.voice import voice_of
from dossier.model.dossier import Dossier, Statement
from dossier.model.inline import plain
from dossier.model.project import load_project
from dossier.model.references import Reference
from dossier.model.walk import messages, parts
from tests.facts.facts import HERE, Fact, facts, searchable

CARRIERS = HERE / "carriers.yaml"
Carriers = dict[int, tuple[tuple[str, ...], ...]]


def ledger(dossier: Dossier, *, notes: bool) -> dict[str, str]:
    """Return what each item says, with `notes` what it rests on as well, in the order of dossier.yaml."""
    voice = voice_of("en")
    supports = Supports(dossier, voice.locale, voice.texts)
    said: dict[str, list[str]] = {}
    for message in messages(dossier):
        texts = said.setdefault(message.id.partition(".")[0], [])
        texts.insert(0 if message.id.endswith(".label") else len(texts), message.text)
    entries = {entry.id: "".join(run.text for run in entry.runs) for entry in supports.entries}
    for _, part in parts(dossier):
        match part:
            case Statement():
                texts = [supports.text(part) if text == part.text else text for text in said[part.id]]
                support = supports.support(part)
                works = "".join(run.text for run in support.works)
                said[part.id] = [*texts, support.detail, works] if notes else texts
            case Reference():
                said.setdefault(part.id, []).extend((entries[part.id], part.original))
    return {id: searchable(plain(" ".join(texts))) for id, texts in said.items()}


def carriers_of(fact: Fact, said: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Return the sets of items that say `fact`, found one after the other until none is left."""
    left = dict(said)
    found: list[tuple[str, ...]] = []
    while True:
        text, ends = "", []
        for id, words in left.items():
            text += words + " "
            ends.append((len(text), id))
        window = fact.window(text)
        if window is None:
            return tuple(found)
        starts = [0, *(end for end, _ in ends)]
        together = tuple(
            id for start, (end, id) in zip(starts, ends, strict=False) if start < window[1] and window[0] < end - 1
        )
        found.append(together)
        for id in together:
            del left[id]


def main() -> None:
    dossier = load_project(resources.assets() / "articles" / "gulag-operation").dossier
    said = {notes: ledger(dossier, notes=notes) for notes in (False, True)}
    lines = ["# Made by tests/facts/ledger.py: for each fact the sets of items that say it."]
    for fact in facts():
        lines.append(f"{fact.n}:  # {fact.fact}")
        lines += [f"  - [{', '.join(ids)}]" for ids in carriers_of(fact, said[fact.is_locator])]
    CARRIERS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
