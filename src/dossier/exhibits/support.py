"""What each statement rests on, in the words and numbers of an edition: marks of sources, works, formula or basis."""

from __future__ import annotations

import re

from dossier.exhibits.citations import Citation, Entry, Gaps, cite
from dossier.locales.catalogs import Texts
from dossier.locales.formats import TIMES, format_formula, format_list, format_range, punctuation
from dossier.locales.locale import Locale
from dossier.model.dossier import Dossier, Formula, Statement
from dossier.model.inline import plain
from dossier.model.references import Reference
from dossier.model.strength import Strength, remainder, total
from dossier.model.support import Joint, Support
from dossier.model.walk import parts

STYLE = "chicago"
_WORDS, _SIGNS = 6, 16
"""So much of a text names it: words or, in a script without spaces, signs."""
_END = re.compile(r"(?<=[^\W\d_]{4}[.!?؟]) |(?<=[。！？])")
"""The end of a sentence; what ends in fewer letters may be an abbreviation."""
_ENDS = ".。,，、;；:：!?！？ "


class Supports:
    """Says what the statements of one dossier rest on, and fills in the numbers that are derived."""

    def __init__(self, dossier: Dossier, locale: Locale, texts: Texts) -> None:
        self._locale = locale
        self._texts = texts
        self._marks = {source.id: source.mark for source in dossier.sources}
        self._statements = {part.id: part for _, part in parts(dossier) if isinstance(part, Statement)}
        spaced = bool(punctuation(locale).space)
        self._names = {part.id: _name(part, spaced=spaced) for _, part in parts(dossier) if hasattr(part, "id")}
        groups = tuple(dict.fromkeys(statement.cites for statement in self._statements.values()))
        # The bibliography has every work in full, so notes have the short form from the first on (CMOS 18, 13.32).
        in_full = [Citation(reference.id) for reference in dossier.references]
        notes = [[Citation(each.ref, each.locator, each.label) for each in group] for group in groups]
        items = [reference.csl() for reference in dossier.references]
        gaps = Gaps(texts("reference.no-forename"), texts("reference.no-title"))
        cited = cite(items, [in_full, *notes], style=STYLE, locale=locale.tag, gaps=gaps)
        self._works = dict(zip(groups, cited.notes[1:], strict=True))
        self.entries: tuple[Entry, ...] = cited.entries

    def text(self, statement: Statement) -> str:
        """Return the text of `statement` with its derived number in it."""
        if "{value}" not in statement.text or statement.formula is None:
            return statement.text
        value = self._value(statement.formula)
        return statement.text.replace("{value}", format_range(value.least, value.most, self._locale))

    def support(self, statement: Statement) -> Support:
        """Return what `statement` rests on."""
        marks = tuple(dict.fromkeys(self._marks[evidence.source] for evidence in statement.evidence))
        return Support(statement.kind, marks, self._works[statement.cites], *self._detail(statement))

    def gaps(self, reference: Reference) -> str:
        """Return what the source does not give of a work, as a list in words."""
        return format_list(reference.gaps, self._locale)

    def _detail(self, statement: Statement) -> tuple[str, Joint]:
        formula = statement.formula
        if formula is None:
            return statement.basis, "stop" if statement.basis else "colon"
        if formula.inference:
            names = [self._names.get(id) or self._texts("support.statement") for id in formula.inference]
            inputs = self._texts("list.semicolon").join(dict.fromkeys(names))
            return self._texts("support.inference", inputs=inputs), "comma"
        operator = " + " if formula.sum else " \u2212 "
        inputs = operator.join(self._number(strength) for strength in self._strengths(formula))
        value = self._value(formula)
        equation = f"{inputs} = {format_range(value.least, value.most, self._locale)}"
        return format_formula(equation, self._locale), "colon"

    def _number(self, strength: Strength) -> str:
        numbers = format_range(strength.low, strength.high, self._locale)
        return f"{strength.times}{TIMES}{numbers}" if strength.times > 1 else numbers

    def _strengths(self, formula: Formula) -> tuple[Strength, ...]:
        return tuple(people for id in formula.inputs if (people := self._statements[id].people))

    def _value(self, formula: Formula) -> Strength:
        numbers = self._strengths(formula)
        return total(numbers) if formula.sum else remainder(numbers[0], numbers[1:])


def _name(part: object, *, spaced: bool) -> str:
    """Return what an item is called or, where it has no name, the words that it begins with."""
    for field in ("name", "label", "title"):
        if name := getattr(part, field, ""):
            return plain(str(name))
    sentence = _END.split(plain(str(getattr(part, "text", ""))))[0]
    beginning = " ".join(sentence.split(" ")[:_WORDS]) if spaced else sentence[:_SIGNS]
    left_out = "\u00a0…" if spaced else "…"
    return beginning.rstrip(_ENDS) + left_out * (beginning != sentence)
