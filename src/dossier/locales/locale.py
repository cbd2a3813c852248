"""The languages of editions, by BCP 47 tag."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Literal

from dossier.errors import LocaleError

if TYPE_CHECKING:
    from babel import Locale as CldrLocale

# English editions are written in British English; CLDR's "en" is American.
_CLDR = {"en": "en_GB"}
_PSEUDO = {"en-XA": "en_GB", "ar-XB": "ar"}
_SCRIPTS = {"zh": "Hans", "ja": "Jpan"}


@dataclass(frozen=True)
class Locale:
    """A language with its script and direction, and the CLDR data that its formats come from."""

    tag: str
    cldr_id: str
    script: str
    rtl: bool

    @property
    def pseudo(self) -> bool:
        """Whether it is no language but made from the source text, to try layouts with."""
        return self.tag in _PSEUDO

    @cached_property
    def cldr(self) -> CldrLocale:
        """The CLDR locale, with data of its own.

        Babel 2.18 writes what it finds behind an alias into data that locales share: after Hebrew, French has Hebrew
        months.
        """
        from babel import Locale as CldrLocale
        from babel import localedata

        cldr = CldrLocale.parse(self.cldr_id)
        own: Any = deepcopy(localedata.load(str(cldr)))
        vars(cldr)["_Locale__data"] = localedata.LocaleDataDict(own)
        return cldr


@cache
def locale(tag: str) -> Locale:
    """Return the locale called `tag`; raises LocaleError where CLDR does not know it."""
    from babel import Locale as CldrLocale
    from babel import UnknownLocaleError
    from babel.core import get_global

    cldr_id = _PSEUDO.get(tag) or _CLDR.get(tag) or tag.replace("-", "_")
    try:
        cldr = CldrLocale.parse(cldr_id)
    except (ValueError, UnknownLocaleError):
        raise LocaleError(
            f"unknown locale {tag!r}", hint='Give a language tag such as "en", "de", "pt-BR" or "ar".'
        ) from None
    likely = get_global("likely_subtags").get(cldr.language, "")
    script = cldr.script or _SCRIPTS.get(cldr.language) or next((s for s in likely.split("_") if len(s) == 4), "Latn")
    return Locale(tag, cldr_id, script, cldr.text_direction == "rtl")


def direction(tag: str) -> Literal["ltr", "rtl"]:
    """Return which way a language runs; left to right where CLDR does not know it or the script is named Latin."""
    from babel import Locale as CldrLocale
    from babel import UnknownLocaleError

    try:
        return "rtl" if CldrLocale.parse(tag, sep="-").text_direction == "rtl" else "ltr"
    except (ValueError, UnknownLocaleError):
        return "ltr"
