"""The review report: what a curator should look at, the gravest first, in Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dossier.draft.notes import HEADINGS, Group, Note

_SENTENCE = 600
_LEADS: Mapping[Group, str] = {
    "fill-in": "The dossier can be built with these blanks, but not signed.",
    "conflict": "Both cannot be meant. The draft prints both readings and prefers none.",
    "gap": "Something is missing in a text. Nothing was filled in.",
    "doubt": "Right more often than not. Compare each with its sentence.",
    "difference": "One version says more than the other, or says it in other words.",
    "left-out": "Found, but not in dossier.yaml. Copy by hand what matters.",
    "vanished": "These statements are untouched and rest on the older version. Decide whether they still hold.",
    "changed": "These statements are untouched. The newer version says something else at the same place.",
    "new": "Added to dossier.yaml.",
}


def report(title: str, notes: Sequence[Note], lines: Mapping[str, int]) -> str:
    """Return the report; `lines` gives the line in dossier.yaml of each item by id."""
    parts = [f"# Review of the draft “{_plain(title)}”\n"]
    counts = {group: [note for note in notes if note.group == group] for group in HEADINGS}
    summary = (f"- {HEADINGS[group]}: {len(found)}" for group, found in counts.items() if found)
    parts.append("\n".join(summary) + "\n")
    for group, found in counts.items():
        if found:
            parts.append(f"## {HEADINGS[group]}\n\n{_LEADS[group]}\n")
            parts.append("".join(_entry(note, lines) for note in dict.fromkeys(found)))
    return "\n".join(parts)


def _entry(note: Note, lines: Mapping[str, int]) -> str:
    item = f" `{note.item}`" if note.item else ""
    line = f" (dossier.yaml:{lines[note.item]})" if note.item in lines else ""
    place = f" — {note.place}" if note.place else ""
    sentence = " ".join(note.sentence.split())
    shown = sentence if len(sentence) <= _SENTENCE else f"{sentence[:_SENTENCE]} …"
    quoted = f"\n  > {_plain(shown)}" if sentence else ""
    return f"- {_plain(note.message)}{item}{line}{place}{quoted}\n"


def _plain(text: str) -> str:
    """Return words of a source so that no Markdown in them takes effect."""
    words = " ".join(text.split()).replace("\\", "\\\\")
    for mark in "`*_[]<>#|":
        words = words.replace(mark, f"\\{mark}")
    return words
