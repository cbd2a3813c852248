"""Alphabetical order as a language has it, from CLDR."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

# An apostrophe has the form of a closing mark and stays.
_NOT_FILED = re.compile(r"^\W+|[\"“”„‟«»‹›‚‘「」『』]")


def ranks(texts: Iterable[str], tag: str) -> Mapping[str, int]:
    """Return the place of each text in the alphabet of the language `tag` (BCP 47); what is filed alike shares one.

    Quotation marks do not count, nor does any other sign at the beginning of a text.
    """
    import icu

    collator = icu.Collator.createInstance(icu.Locale.forLanguageTag(tag))
    keys = {text: bytes(collator.getSortKey(_NOT_FILED.sub("", text))) for text in texts}
    places = {key: place for place, key in enumerate(sorted(set(keys.values())))}
    return {text: places[key] for text, key in keys.items()}
