"""Where versions differ, what a text has lost, and what follows only by inference."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from dossier.draft.desk import Desk
from dossier.draft.notes import Group
from dossier.draft.versions import Version
from dossier.model import dossier as model
from dossier.model.article import Gap
from dossier.reconcile import Finding, Quote

DIFFERENCES = 24
GAPS = 24
"""So many are printed at most, conflicts first; the rest is in the review report."""
_AROUND = 44
"""So many characters, at most, are quoted before and behind a hole."""
_QUOTED = 12
"""Of several holes of a kind so many are quoted."""
_WORDS = 14
"""A title quotes so many words."""
_PRINTED_GAPS = frozenset(
    """lost-words lost-heading empty-field empty-section empty-cell empty-reference unknown-reference unknown-work
    tagged""".split()
)
"""Holes of the text. The others are limits of what could be read; the report has them."""
_FIRST = {"conflict": 0, "reworded": 1, "added": 2}
_KINDS: Mapping[str, Literal["conflict", "reworded", "added"]] = {
    "conflict": "conflict",
    "reworded": "reworded",
    "added": "added",
}
_GROUPS: Mapping[str, Group] = {"conflict": "conflict", "reworded": "difference", "added": "difference"}
_ORDER = ("number", "date", "name", "rank", "verb", "words", "added")


def differences(desk: Desk) -> tuple[model.Difference, ...]:
    """Return where two versions do not say the same, conflicts first; all of them are noted."""
    found = [each for each in desk.sides.findings() if each[2].kind in _FIRST]
    found.sort(key=lambda each: _FIRST[each[2].kind])
    drafted: list[model.Difference] = []
    listed: dict[tuple[str, str, str], list[Finding]] = {}
    for first, second, finding in found:
        if finding.kind == "added" and finding.part != "sentence":
            listed.setdefault((first.id, second.id, finding.part + str(bool(finding.first))), []).append(finding)
            continue
        drafted += _difference(desk, first, second, [finding])
    versions = {version.id: version for version in desk.sides.versions}
    for (first_id, second_id, _), findings in listed.items():
        drafted += _difference(desk, versions[first_id], versions[second_id], findings)
    return tuple(drafted[:DIFFERENCES])


def _difference(desk: Desk, first: Version, second: Version, findings: Sequence[Finding]) -> Iterable[model.Difference]:
    t = desk.teller
    head = findings[0]
    title = _title(desk, first, second, head)
    for finding in findings:
        version, quotes = (first, finding.first) if finding.first else (second, finding.second)
        desk.note(_GROUPS[head.kind], title, version, quotes[0].start, " / ".join(q.text for q in quotes))
    readings = tuple(
        model.Reading(
            source=version.id,
            text=_said(quotes) or t("difference-absent"),
            evidence=tuple(version.evidence(quote.start, quote.end) for quote in quotes[:12]),
        )
        for version, quotes in (
            (first, [quote for finding in findings for quote in finding.first]),
            (second, [quote for finding in findings for quote in finding.second]),
        )
    )
    if all(t.prints(text) for text in (title, *(reading.text for reading in readings))):
        id = desk.ids.take(f"difference-{title}", "difference")
        yield model.Difference(id=id, title=title, kind=_KINDS[head.kind], readings=readings)


def _title(desk: Desk, first: Version, second: Version, finding: Finding) -> str:
    t = desk.teller
    if finding.part in ("field", "heading", "reference") and finding.kind == "added":
        return t(f"difference-{finding.part}", mark=(first if finding.first else second).mark)
    ranked = sorted(finding.differences, key=lambda d: (_ORDER.index(d.kind), -len(d.first.text) - len(d.second.text)))
    if not ranked:
        sides = (finding.first, finding.second)
        if all(sides):
            return t("difference-words", first=_short(sides[0][0].text), second=_short(sides[1][0].text))
        told = finding.first or finding.second
        return t("difference-only", mark=(first if finding.first else second).mark, words=_short(told[0].text))
    a, b = ranked[0].first.text, ranked[0].second.text
    if a and b:
        return t("difference-words", first=_short(a), second=_short(b))
    return t("difference-only", mark=(first if a else second).mark, words=_short(a or b))


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words) if len(words) <= _WORDS else f"{' '.join(words[:_WORDS])} …"


def _said(quotes: Sequence[Quote]) -> str:
    text = ""
    for quote in quotes:
        words = " ".join(quote.text.split())
        if text and len(text) + len(words) > 900:
            return f"{text} […]"
        stop = " " if text.endswith((".", "!", "?", "”", '"')) else "; "
        text = f"{text}{stop}{words}" if text else words
    return text


def gaps(desk: Desk) -> tuple[tuple[model.Gap, ...], dict[tuple[str, int], str]]:
    """Return the holes of the texts, and the id of each by version and place; all of them are noted.

    Where words are lost each hole is printed; of other kinds all of a text together.
    """
    drafted: list[model.Gap] = []
    ids: dict[tuple[str, int], str] = {}
    for version in desk.sides.versions:
        groups: dict[tuple[str, int], list[Gap]] = {}
        for gap in version.article.gaps:
            desk.note("gap", gap.message, version, gap.start, gap.context)
            if gap.kind in _PRINTED_GAPS:
                groups.setdefault((gap.kind, gap.start if gap.kind == "lost-words" else 0), []).append(gap)
        for (kind, _), group in list(groups.items())[:GAPS]:
            id = desk.ids.take(f"gap-{version.mark}-{kind}", "gap")
            ids.update({(version.id, gap.start): id for gap in group})
            drafted.append(_gap(desk, version, id, group))
    return tuple(drafted), ids


def _gap(desk: Desk, version: Version, id: str, group: Sequence[Gap]) -> model.Gap:
    text = desk.teller(f"gap-{group[0].kind}")
    places = [_around(version, gap) for gap in group]
    words = " ".join(version.article.source[slice(*places[0])].split())
    if group[0].kind == "lost-words" and desk.teller.prints(words):
        text = desk.teller("gap-words", text=text, words=words)
    if len(group) > 1:
        text = desk.teller("gap-count", text=text, count=desk.teller.number(len(group)))
    quoted = [place for place in places if version.article.source[slice(*place)].strip()]
    evidence = tuple(version.evidence(*place) for place in quoted[:_QUOTED])
    return model.Gap(id=id, source=version.id, text=text, evidence=evidence)


def _around(version: Version, gap: Gap) -> tuple[int, int]:
    """Return the place of a hole with words before and behind it, within its line."""
    source = version.article.source
    line = source.rfind("\n", 0, gap.start) + 1, (source.find("\n", gap.end) + 1 or len(source) + 1) - 1
    start, end = max(line[0], gap.start - _AROUND), min(line[1], gap.end + _AROUND)
    if start > line[0]:
        start = source.find(" ", start, gap.start) + 1 or start
    if end < line[1]:
        end = max(source.rfind(" ", gap.end, end), gap.end)
    return start, end


def inferences(
    desk: Desk, gap_ids: dict[tuple[str, int], str], statement_at: Callable[[int], str | None]
) -> tuple[model.Statement, ...]:
    """Return what another version would fill a hole with: an inference, never the text itself.

    `statement_at` gives the id of the statement that quotes a place of the first version.
    """
    drafted = []
    for first, second, finding in desk.sides.findings():
        if finding.kind != "gap" or finding.gap is None or finding.filled is None:
            continue
        lost_in_second = finding.gap in second.article.gaps
        holed, whole = (second, first) if lost_in_second else (first, second)
        gap = gap_ids.get((holed.id, finding.gap.start))
        said = statement_at(finding.filled.start) if lost_in_second else None
        quotes = finding.first if lost_in_second else finding.second
        what = f"text {whole.mark} has “{finding.filled.text}” where text {holed.mark} has a hole: an inference"
        desk.note("gap", what, whole, finding.filled.start, " ".join(q.text for q in quotes), gap or "")
        text = desk.teller("filled", mark=holed.mark, other=whole.mark, words=finding.filled.text)
        inputs = tuple(id for id in (gap, said) if id)
        if inputs and desk.teller.prints(text):
            drafted.append(
                model.Statement(
                    id=desk.ids.take(f"inferred-{finding.filled.text}", "inferred"),
                    text=text,
                    kind="derived",
                    formula=model.Formula(inference=inputs),
                    evidence=(whole.evidence(finding.filled.start, finding.filled.end),),
                )
            )
    return tuple(drafted)
