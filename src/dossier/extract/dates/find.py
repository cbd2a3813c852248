"""The way through: text to tokens, tokens to expressions, expressions to dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dossier.extract.dates.discourse import Carried, Discourse, years_covered
from dossier.extract.dates.grammar import expressions
from dossier.extract.dates.lexer import Tokens, tokenize
from dossier.extract.dates.mention import DateMention, DateRange
from dossier.extract.dates.phrases import Calendar, Expression, Shift, Term
from dossier.extract.dates.resolve import Resolver
from dossier.extract.dates.setting import Layout, Setting
from dossier.model.dates import Instant, Span


def find_dates(text: str, *, title: str = "", anchor_year: int | None = None) -> tuple[DateMention, ...]:
    """Return the dates in `text`, in its order and without overlap. Offsets are code points.

    Dates that leave out their year take that of the story (see `discourse`), which starts in `anchor_year`, else in the
    year that `title` names, else in that of the first full date. A date that the text does not tell is there without a
    value. The two ends of a range are two mentions, each with the whole range.
    """
    tokens = tokenize(text)
    found = tuple(expressions(tokens))
    year = anchor_year if anchor_year is not None else _first_year(expressions(tokenize(title)))
    ahead = _first_year(found)
    start = Carried(year) if year is not None else Carried(ahead, ahead=True) if ahead is not None else None
    resolver = Resolver(Discourse(start, years_covered(found)))
    layout = Layout(tokens)
    mentions: list[DateMention] = []
    for expression in found:
        before: DateMention | None = None
        for term in expression:
            mention = _mention(text, tokens, term, layout.setting(term), resolver)
            whole = _range(text, before, mention) if term.link == "range" else None
            if mention and whole:
                mention, mentions[-1] = replace(mention, range=whole), replace(mentions[-1], range=whole)
            mentions += [mention] if mention else []
            before = mention
    return tuple(mentions)


def _first_year(found: Iterable[Expression]) -> int | None:
    """Return the first year that a date names, one with a month if there is any."""
    dates = [term.phrase for expression in found for term in expression if isinstance(term.phrase, Calendar)]
    years = [(date.month is None, date.full_year) for date in dates if date.full_year is not None]
    return min(years, key=lambda year: year[0])[1] if years else None


def _mention(text: str, tokens: Tokens, term: Term, setting: Setting, resolver: Resolver) -> DateMention | None:
    """Return what a term means; None for a number that may not be a year."""
    start, end = setting.start, tokens[term.stop - 1].end
    words = text[start:end]
    found = resolver.resolve(term.phrase, setting)
    if found:
        value = _qualified(found.value, setting)
        confidence = found.basis.value
        return DateMention(start, end, words, value, found.timex, confidence, found.anchor, setting.relation)
    if isinstance(term.phrase, Calendar) and term.phrase.doubtful:
        return None
    side = term.phrase.event if isinstance(term.phrase, Shift) else None
    return DateMention(start, end, words, None, "", 0.0, relation=setting.relation, side=side)


def _qualified(value: Instant | Span, setting: Setting) -> Instant | Span:
    if isinstance(value, Span):
        return value
    return replace(
        value, approximate=value.approximate or setting.approximate, uncertain=value.uncertain or setting.uncertain
    )


def _range(text: str, first: DateMention | None, last: DateMention | None) -> DateRange | None:
    """Return the range of two dates; None where an end is not known, or where it would end before it starts."""
    if not first or not last or not isinstance(first.value, Instant) or not isinstance(last.value, Instant):
        return None
    if first.value.earliest > last.value.latest:
        return None
    return DateRange(first.start, last.end, text[first.start : last.end], Span(first.value, last.value))
