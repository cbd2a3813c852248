"""Language tags: what is known of each, and which are refused."""

from __future__ import annotations

import pytest

from dossier.errors import LocaleError
from dossier.locales.locale import direction, locale


@pytest.mark.parametrize(
    ("tag", "cldr", "script", "rtl"),
    [
        ("en", "en_GB", "Latn", False),  # the sources are retold in British English
        ("en-US", "en_US", "Latn", False),
        ("de", "de", "Latn", False),
        ("pt-BR", "pt_BR", "Latn", False),
        ("ru", "ru", "Cyrl", False),
        ("uk", "uk", "Cyrl", False),
        ("sr-Latn", "sr_Latn", "Latn", False),
        ("ar", "ar", "Arab", True),
        ("fa", "fa", "Arab", True),
        ("he", "he", "Hebr", True),
        ("el", "el", "Grek", False),
        ("ja", "ja", "Jpan", False),
        ("zh", "zh", "Hans", False),
        ("zh-Hant", "zh_Hant", "Hant", False),
        ("en-XA", "en_GB", "Latn", False),
        ("ar-XB", "ar", "Arab", True),
    ],
)
def test_languages(tag: str, cldr: str, script: str, rtl: bool) -> None:
    found = locale(tag)
    assert (found.tag, found.cldr_id, found.script, found.rtl) == (tag, cldr, script, rtl)
    assert str(found.cldr) == cldr


@pytest.mark.parametrize("tag", ["", "xx", "tlh", "de_", "../de", "de/../../etc", "C", "POSIX", "d", "German", "de\0"])
def test_unknown_languages_are_refused(tag: str) -> None:
    with pytest.raises(LocaleError, match="unknown locale") as caught:
        locale(tag)
    assert '"de"' in caught.value.hint


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("ar", "rtl"), ("he", "rtl"), ("fa-AF", "rtl"), ("en", "ltr"), ("ru-Latn", "ltr"), ("und", "ltr"), ("", "ltr")],
)
def test_directions(tag: str, expected: str) -> None:
    assert direction(tag) == expected
