"""dossier.yaml as a curator reads it: in the order of print, with a comment above each part and each found item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dossier.draft import yamltext
from dossier.model.base import Frozen
from dossier.model.dossier import Dossier

HEAD = """\
# A draft that a program made from the sources below. Every statement quotes its source under "evidence"; nothing was
# rewritten and nothing was added. Correct it: shorten texts, write titles that say something, join what belongs
# together, delete what does not matter. review.md lists what to look at, the gravest first.
#
# Each statement has a kind:
#   source      a sentence of a source says it: its words stand under "evidence", exactly as in the file;
#   derived     it follows from other statements: they are named under "formula";
#   reference   geography, calendar or catalogue data: "basis" says where it comes from;
#   editorial   yours: what the sources leave open, and how the dossier was made.
# "confidence" above an item is the share of items found in the same way that was right when it was measured; below
# 0.80 look twice. Ids are stable: translations and cross references hang on them. "dossier check" says what is wrong,
# and on which line. When all is right, sign it, and "unreviewed draft" goes from the pages:
#   signed: {by: your name, date: 2026-01-31}
"""

PARTS: Mapping[str, str] = {
    "standfirst": "The cover: two sentences for those who read nothing else. They are the article's first: better "
    "ones are yours to write.",
    "sources": "The texts. Fill in every ___: who wrote the text and on what terms. A dossier with a blank in it can "
    "be built but not signed.",
    "glance": "At a glance: from the summary box. Labels are the box's own; write plainer ones.",
    "sections": "The story: sentences of the article under its own headings. […] stands where sentences were passed "
    'over. "exhibit" is the drawing that belongs to a section.',
    "events": "Events. A date is EDTF, an order (after, before) or undated: true, always with the source's words. "
    '"status" is planned or done. Give each a short title.',
    "organisation": "The head of the chart of groups. Name those who designed what happened under designers, by id.",
    "units": "Groups of people. \"under\" names the group that commands one, only where a source states it.",
    "people": "People, with what is said of each.",
    "places": "Places. Only those with lat and lon are on the map; after a change run: dossier map",
    "zones": "Zones, in the words that bound them. map.yaml says how they are drawn.",
    "exhibits": 'The words of the drawings. "alt" is for readers who do not see them.',
    "differences": "How the versions differ. conflict: both cannot be meant; reworded: said otherwise; added: in one "
    "only. Readings give what a text says; a note would be yours.",
    "gaps": "What a text has lost or left out, with the words around the hole.",
    "uncertain": "What nobody says, and inferences, marked as derived.",
    "related": "Related articles: links and nothing more.",
    "references": "The works that the printed statements cite. What the text does not give is under gaps.",
    "colophon": "How the dossier was made.",
}  # fmt: skip
"""What stands above each part."""

_ORDER = (
    "dossier id mark letter label heading starts source name title subtitle short kind date status place under path "
    "type author editor translator text description formula basis strength language licence attribution url"
).split()
_RANK = {key: rank for rank, key in enumerate(_ORDER)}


def dossier_text(dossier: Dossier, comments: Mapping[str, str]) -> str:
    """Return `dossier` as YAML, `comments` above the items with those ids."""
    values = dossier.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    head = ("dossier", "id", "language", "title", "subtitle")
    text = HEAD + "\n" + "".join(yamltext.pair(key, values[key]) for key in head if key in values)
    for key in ("standfirst", "licence", *(key for key in values if key not in (*head, "standfirst", "licence"))):
        if key in values:
            text += "\n" + yamltext.comment(PARTS.get(key, "")) + part_text(key, getattr(dossier, key), comments)
    return text


def part_text(key: str, part: object, comments: Mapping[str, str]) -> str:
    """Return a part of a dossier as YAML, with its key."""
    if isinstance(part, Frozen):
        return yamltext.pair(key, values_of(part))
    if isinstance(part, Sequence) and not isinstance(part, str):
        return f"{key}:\n{items_text(part, comments)}"
    raise TypeError(f"{key} is no part of a dossier")


def items_text(items: Sequence[object], comments: Mapping[str, str], indent: int = 2) -> str:
    """Return items as a list whose hyphens stand at `indent`."""
    return "".join(_items(items, comments, indent))


def _items(items: Sequence[object], comments: Mapping[str, str], indent: int) -> Iterator[str]:
    for item in items:
        if isinstance(item, Frozen):
            yield yamltext.comment(comments.get(getattr(item, "id", ""), ""), indent)
            yield yamltext.item(values_of(item), indent)


def values_of(model: Frozen) -> dict[str, yamltext.Value]:
    """Return the values of `model` that say something, in the order in which a curator reads them."""
    return _sorted(model.model_dump(mode="json", by_alias=True, exclude_defaults=True))


def _sorted(values: Mapping[str, object]) -> dict[str, yamltext.Value]:
    ranked = sorted(values, key=lambda key: _RANK.get(key, len(_RANK)))
    return {key: _value(values[key]) for key in ranked}


def _value(value: object) -> yamltext.Value:
    if isinstance(value, Mapping):
        # A quotation names its source first.
        return _sorted(value)
    if isinstance(value, list):
        return [_value(each) for each in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"not a value of YAML: {value!r}")
