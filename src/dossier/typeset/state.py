"""What an edition says of itself: who has reviewed it, and how much of it nobody has."""

from __future__ import annotations

from dossier.exhibits.voice import Voice
from dossier.locales.formats import format_date, format_list, format_number
from dossier.model.dates import HistoricalDate, parse_edtf
from dossier.model.edition import Edition


def state_of(edition: Edition, voice: Voice) -> str:
    """Return the line that stands at the foot of every page."""
    signed = edition.dossier.signed
    if signed is None:
        return voice.texts("state.draft")
    if edition.locale == edition.dossier.language:
        return voice.texts("state.signed", by=signed.by, date=_day(signed.date, voice))
    reviews = (*edition.reviews, *voice.texts.reviews)
    if not reviews or _unreviewed(edition, voice) or _untranslated(edition, voice):
        return voice.texts("state.translation")
    names = format_list(list(dict.fromkeys(review.by for review in reviews)), voice.locale)
    return voice.texts("state.reviewed", names=names, date=_day(max(review.date for review in reviews), voice))


def notices(edition: Edition, voice: Voice) -> tuple[str, ...]:
    """Return what stands on the cover and in the colophon: how many texts nobody has reviewed or translated."""
    total = format_number(_total(edition, voice), voice.locale)
    counts = (("state.unreviewed", _unreviewed(edition, voice)), ("state.untranslated", _untranslated(edition, voice)))
    return tuple(
        voice.texts.counted(id, count, count=format_number(count, voice.locale), total=total)
        for id, count in counts
        if count
    )


def _total(edition: Edition, voice: Voice) -> int:
    return edition.total + voice.texts.total


def _untranslated(edition: Edition, voice: Voice) -> int:
    return len(edition.untranslated) + voice.texts.missing if edition.total else 0


def _unreviewed(edition: Edition, voice: Voice) -> int:
    """Return how many translations nobody has read; an edition in the language of its dossier has none."""
    if not edition.total:
        return 0
    reviewed = len(edition.reviews) + len(voice.texts.reviews)
    return _total(edition, voice) - _untranslated(edition, voice) - reviewed


def _day(date: str, voice: Voice) -> str:
    return format_date(HistoricalDate(parse_edtf(date), date), voice.locale, voice.texts)
