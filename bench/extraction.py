"""Precision and recall of what is extracted, class by class, on articles annotated by hand (tests/gold).

    python bench/extraction.py [--errors] [ARTICLE ...]

An event is found where its words stand in what is told; `dated` is the share of those with the annotated date. A
reference is found by its title, or by author and year where it has none; it is right with author, date, type and pages.
A unit and a person are found by their names; a unit is right with strength, commanders and the unit above it, a person
with every rank, role and fate that is annotated, and no other rank or fate.

Units and people were annotated before any of it was written. On the first run 13 of 14 units and 37 of 41 people that
were given were right, 13 of 15 and 37 of 44 that were asked for were found; the errors were then read.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
ARTICLES = ROOT.parent / "shared" / "articles"


@dataclass(slots=True)
class Score:
    """How many were asked for and found, how many were given and right, and how many of the found are right in full."""

    asked: int = 0
    found: int = 0
    given: int = 0
    right: int = 0
    full: int = 0
    matched: int = 0
    errors: list[str] = field(default_factory=list)

    def __add__(self, other: Score) -> Score:
        return Score(
            self.asked + other.asked, self.found + other.found, self.given + other.given, self.right + other.right,
            self.full + other.full, self.matched + other.matched, self.errors + other.errors,
        )  # fmt: skip

    @property
    def row(self) -> str:
        """Precision, recall and the share that is right in full, in per cent, with the numbers they come from."""
        precision, recall = self.right / max(1, self.given), self.found / max(1, self.asked)
        numbers = (
            f"{self.right}/{self.given} | {100 * precision:5.1f} | {self.found}/{self.asked} | {100 * recall:5.1f}"
        )
        return f"{numbers} | {self.full}/{self.matched} | {100 * self.full / max(1, self.matched):5.1f}"


def plain(text: str) -> str:
    """Return `text` as it is compared: small letters, no marks, single blanks."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def matched(
    gold: Sequence[dict[str, Any]], given: Sequence[Any], same: Callable[[dict[str, Any], Any], bool],
    full: Callable[[dict[str, Any], Any], str], name: Callable[[Any], str],
) -> Score:  # fmt: skip
    """Pair what is annotated with what is given, each once, and count."""
    score = Score(given=len(given), asked=sum(not item.get("maybe") for item in gold))
    free = list(gold)
    for item in given:
        pairs = [one for one in free if same(one, item)]
        if not pairs:
            score.errors.append(f"+ {name(item)}")
            continue
        pair = min(pairs, key=lambda one: (bool(full(one, item)), bool(one.get("maybe"))))
        free.remove(pair)
        score.right += 1
        score.matched += 1
        wrong = full(pair, item)
        score.full += not wrong
        score.found += not pair.get("maybe")
        if wrong:
            score.errors.append(f"~ {name(item)}: {wrong}")
    score.errors += [
        f"- {item.get('words') or item.get('title') or item.get('name')}" for item in free if not item.get("maybe")
    ]
    return score


def events(gold: Sequence[dict[str, Any]], article: Any) -> Score:
    """Score the events: also the other places that tell one count as its words."""
    from dossier.extract.article import article_dates
    from dossier.extract.events import find_events
    from dossier.extract.when import edtf_of

    def told(event: Any) -> list[str]:
        return [plain(words.text) for words in (event.words, *event.also)]

    def same(item: dict[str, Any], event: Any) -> bool:
        wanted = plain(item["words"])
        return any(wanted in words or (item.get("origin") == "infobox" and words in wanted) for words in told(event))

    def full(item: dict[str, Any], event: Any) -> str:
        value = edtf_of(event.date) if event.date else ""
        if value != str(item["date"]):
            return f"dated {value!r}, not {str(item['date'])!r}"
        return "" if event.planned == bool(item.get("planned")) else "planned or done"

    return matched(gold, find_events(article, article_dates(article)), same, full, lambda event: event.title)


def references(gold: Sequence[dict[str, Any]], article: Any) -> Score:
    """Score the references, with author, date, type and locators."""
    from dossier.extract.references import find_references

    def author(reference: Any) -> str:
        first = next(iter(reference.author or reference.editor), None)
        return plain(first.family or first.literal) if first else ""

    def same(item: dict[str, Any], found: Any) -> bool:
        one = found.reference
        by_name = author(one).endswith(plain(item["author"])) and one.issued == str(item["issued"])
        return plain(one.title) == plain(item["title"]) and (by_name or bool(item["title"]))

    def full(item: dict[str, Any], found: Any) -> str:
        one = found.reference
        wrong = [] if author(one).endswith(plain(item["author"])) and bool(author(one)) == bool(item["author"]) else [
            f"author {author(one)!r}"
        ]  # fmt: skip
        wrong += [] if one.issued == str(item["issued"]) else [f"issued {one.issued!r}"]
        wrong += [] if item.get("type") in (None, one.type) else [f"type {one.type!r}"]
        pages = {place for _, place in found.locators}
        wrong += [] if item.get("maybe") or set(item.get("locators", ())) <= pages else [f"locators {sorted(pages)}"]
        return ", ".join(wrong)

    return matched(gold, find_references(article), same, full, lambda found: found.reference.original[:90])


def units(gold: Sequence[dict[str, Any]], article: Any) -> Score:
    """Score the units, with strength, commanders and the unit that each is under."""
    from dossier.extract.units import find_units

    found = find_units(article)
    names = {unit.id: unit.name for unit in found}

    def full(item: dict[str, Any], unit: Any) -> str:
        wrong = [] if unit.strength == item.get("strength", "") else [f"strength {unit.strength!r}"]
        surnames = {plain(name).split()[-1] for name in unit.commanders}
        wanted = {plain(name).split()[-1] for name in item.get("commanders", ())}
        wrong += [] if surnames == wanted else [f"commanders {sorted(unit.commanders)}"]
        above = names.get(unit.under, "")
        wrong += [] if plain(above) == plain(item.get("under", "")) else [f"under {above!r}"]
        return ", ".join(wrong)

    return matched(gold, found, _named, full, lambda unit: unit.name)


def people(gold: Sequence[dict[str, Any]], article: Any) -> Score:
    """Score the people, with each rank, role and fate that is annotated: its words are within those of a fact."""
    from dossier.extract.people import find_people

    def full(item: dict[str, Any], person: Any) -> str:
        said = {
            kind: [plain(fact.text) for fact in person.facts if fact.kind == kind] for kind in ("rank", "role", "fate")
        }
        missing = [
            f"no {kind} {wanted!r}"
            for kind, texts in said.items()
            for wanted in item.get(kind, ())
            if not any(plain(wanted) in text for text in texts)
        ]
        extra = [
            f"{kind} {text!r}"
            for kind in ("rank", "fate")
            for text in said[kind]
            if not _expected(item.get(kind, ()), text)
        ]
        return ", ".join(missing + extra)

    return matched(gold, find_people(article), _named, full, lambda person: person.name)


def _named(item: dict[str, Any], found: Any) -> bool:
    return plain(found.name) in {plain(name) for name in (item["name"], *item.get("also", ()))}


def _expected(wanted: Sequence[str], text: str) -> bool:
    return any(plain(one) in text for one in wanted)


CLASSES: dict[str, Callable[[Sequence[dict[str, Any]], Any], Score]] = {
    "events": events,
    "references": references,
    "units": units,
    "people": people,
}


def scores(names: Sequence[str] = (), kinds: Sequence[str] = tuple(CLASSES)) -> Iterator[tuple[str, str, Score]]:
    """Yield article, class and score for each annotated article at hand and each class of `kinds`."""
    from dossier.readers import read

    for gold in sorted(GOLD.glob("*.yaml")):
        source = ARTICLES / f"{gold.stem}.wiki"
        if source.exists() and (not names or gold.stem in names):
            annotated = YAML(typ="safe", pure=True).load(gold)
            article = read(source)
            for kind in kinds:
                if annotated.get(kind):
                    yield gold.stem, kind, CLASSES[kind](annotated[kind], article)


def main() -> None:
    """Print the table, and with --errors what is missing (-), not asked for (+) and found but wrong (~)."""
    names = [name for name in sys.argv[1:] if not name.startswith("-")]
    found = list(scores(names))
    print("| article | class | right/given | precision | found/asked | recall | right in full | per cent |")
    print("|---|---|---|---|---|---|---|---|")
    for article, kind, score in found:
        print(f"| {article} | {kind} | {score.row} |")
    for kind in CLASSES:
        print(f"| all | {kind} | {sum((score for _, other, score in found if other == kind), Score()).row} |")
    if "--errors" in sys.argv:
        for article, kind, score in found:
            print(f"\n{article}: {kind}")
            print("\n".join(f"  {error}" for error in score.errors))


if __name__ == "__main__":
    main()
