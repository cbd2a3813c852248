"""The way through: text to tokens, tokens to expressions, expressions to dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dossier.extract.dates.discourse import Carried, Discourse, years_covered
from dossier.extract.dates.grammar import expressions
from dossier.extract.dates.lexer import Tokens, tokenize
from dossier.extract.dates.mention import DateMention, DateRange
from dossier.extract.dates.phrases import Calendar, Expression, Term
from dossier.extract.dates.resolve import Resolution, Resolver
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
    year = anchor_year or _first_year(expressions(tokenize(title)))
    ahead = _first_year(found)
    start = Carried(year) if year else Carried(ahead, ahead=True) if ahead else None
    resolver = Resolver(Discourse(start, years_covered(found)))
    layout = Layout(tokens)
    mentions: list[DateMention] = []
    for expression in found:
        terms = (_mention(text, tokens, term, layout.setting(term), resolver) for term in expression.terms)
        mentions += _ranged(text, expression, [mention for mention in terms if mention])
    return tuple(mentions)


def _first_year(found: Iterable[Expression]) -> int | None:
    """Return the first year that a date names, one with a month if there is any."""
    dates = [term.phrase for expression in found for term in expression.terms if isinstance(term.phrase, Calendar)]
    years = [
        (not date.month, 1 - date.year if date.era == "BC" else date.year)
        for date in dates
        if date.year and not date.short and not date.doubtful
    ]
    return min(years, key=lambda year: year[0])[1] if years else None


def _mention(text: str, tokens: Tokens, term: Term, setting: Setting, resolver: Resolver) -> DateMention | None:
    start, end = setting.start, tokens[term.stop - 1].end
    found = resolver.resolve(term.phrase, setting)
    if not found:
        doubtful = isinstance(term.phrase, Calendar) and term.phrase.doubtful
        return None if doubtful else DateMention(start, end, text[start:end], None, "", 0.0, relation=setting.relation)
    return DateMention(
        start,
        end,
        text[start:end],
        _qualified(found, setting),
        found.timex,
        found.basis.value,
        found.anchor,
        setting.relation,
    )


def _qualified(found: Resolution, setting: Setting) -> Instant | Span:
    value = found.value
    if isinstance(value, Span):
        return value
    return replace(
        value, approximate=value.approximate or setting.approximate, uncertain=value.uncertain or setting.uncertain
    )


def _ranged(text: str, expression: Expression, mentions: list[DateMention]) -> list[DateMention]:
    """Give the two ends of a range the range, unless it would end before it starts."""
    if expression.link != "range" or len(mentions) != 2:
        return mentions
    first, last = mentions
    if not isinstance(first.value, Instant) or not isinstance(last.value, Instant):
        return mentions
    if first.value.earliest > last.value.latest:
        return mentions
    whole = DateRange(first.start, last.end, text[first.start : last.end], Span(first.value, last.value))
    return [replace(mention, range=whole) for mention in mentions]
