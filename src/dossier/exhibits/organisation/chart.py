"""The chart's matter: groups and their strengths, what they were for, who designed it, and what they add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dossier.model.dossier import Dossier, Statement, Status
from dossier.model.inline import plain
from dossier.model.strength import Strength, total


@dataclass(frozen=True, slots=True)
class Group:
    """A group of people. `number` is its strength in words; `under` is the group that a source states commands it."""

    id: str
    name: str
    number: str
    strength: Strength | None
    status: Status = "planned"
    under: str | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """What the groups are together: in a source's words (`stated`), or derived from them."""

    text: str
    strength: Strength
    stated: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """What an organisation chart shows, in the edition's language."""

    name: str
    text: str
    designers: tuple[str, ...]
    groups: tuple[Group, ...]
    totals: tuple[Total, ...] = ()

    @property
    def belonging(self) -> tuple[Group, ...]:
        """The groups that stand under the chart's name: what was planned, or all if nothing was only planned."""
        apart = {group.id for group in self.apart}
        return tuple(group for group in self.groups if group.id not in apart)

    @property
    def apart(self) -> tuple[Group, ...]:
        """What was carried out, where the chart shows a plan: it stands by itself."""
        tops = {group.id: group for group in self.groups if not group.under}
        if all(group.status == "done" for group in tops.values()):
            return ()
        done = [group for group in tops.values() if group.status == "done"]
        return tuple(member for group in done for _, member in outline(self.groups, group.id))


@dataclass(frozen=True, slots=True)
class OrganisationWords:
    """The words of the chart in the edition's language. `symbol` says how many people a square stands for."""

    designed_by: str
    planned: str
    done: str
    unknown: str
    uncertain: str
    symbol: Callable[[int], str]


def outline(groups: Sequence[Group], top: str | None = None) -> Iterator[tuple[int, Group]]:
    """Yield groups with their depth, each before those under it: all of them, or `top` and those under it."""
    below: dict[str | None, list[Group]] = {}
    for group in groups:
        below.setdefault(group.under, []).append(group)

    def walk(group: Group, depth: int) -> Iterator[tuple[int, Group]]:
        yield depth, group
        for member in below.get(group.id, ()):
            yield from walk(member, depth + 1)

    for group in below.get(None, ()):
        if top in (None, group.id):
            yield from walk(group, 0)


def organisation_chart(dossier: Dossier, number: Callable[[Strength], str], text: Callable[[Statement], str]) -> Chart:
    """Return the chart of `dossier`; `number` prints a strength, `text` a statement with its derived number."""
    head = dossier.organisation
    names = {person.id: plain(person.name) for person in dossier.people}
    people = {unit.id: unit.people for unit in dossier.units}
    totals: list[Total] = []
    for statement in head.totals if head else ():
        inputs = [
            strength for id in (statement.formula.sum if statement.formula else ()) if (strength := people.get(id))
        ]
        strength = statement.people or (total(inputs) if inputs else None)
        if strength:
            totals.append(Total(plain(text(statement)), strength, stated=not inputs))
    return Chart(
        plain(head.name) if head else "",
        plain(head.text) if head else "",
        tuple(names[id] for id in head.designers) if head else (),
        tuple(
            Group(
                unit.id,
                plain(unit.name),
                number(unit.people) if unit.people else "",
                unit.people,
                unit.status,
                unit.under,
            )
            for unit in dossier.units
        ),
        tuple(totals),
    )
