"""Texts of the program in the language of an edition, and of a dossier in other languages: PO catalogs.

A message is found by its id (msgctxt); the English text stands beside it as msgid, so that a changed text shows.
assets/locales/dossier.pot holds the program's own English; a project's catalogs lie in its folder locale/.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dossier import resources
from dossier.errors import IncompleteError, LocaleError, Where
from dossier.locales.locale import Locale
from dossier.locales.placeholders import numbered, restored
from dossier.locales.pofile import Translation, plural_index, read_catalog, read_translations
from dossier.locales.pseudo import disguise
from dossier.model.dossier import Dossier
from dossier.model.edition import Edition, Review
from dossier.model.walk import Message, messages, rewrite

TEMPLATE = "dossier.pot"
ELSEWHERE = ("draft.", "press.", "ticket.", "tile.")
"""What ids of the program's texts begin with that stand in no edition: on drafts, and on sheets for a printer."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The program's own texts in one language; `untranslated` are the ids that are shown in English.

    `plurals` has the forms of texts that count something, and `plural` says which of them a number takes.
    """

    by_id: Mapping[str, str]
    untranslated: frozenset[str] = frozenset()
    plurals: Mapping[str, tuple[str, ...]] | None = None
    plural: Callable[[int], int] = bool
    reviews: tuple[Review, ...] = ()

    @property
    def total(self) -> int:
        """How many of the texts an edition may hold."""
        return sum(in_editions(id) for id in self.by_id)

    @property
    def missing(self) -> int:
        """How many of those are not translated."""
        return sum(in_editions(id) for id in self.untranslated)

    def __call__(self, id: str, **values: object) -> str:
        """Return the text with `values` in its placeholders; raises KeyError where there is no such text."""
        return self.by_id[id].format(**values) if values else self.by_id[id]

    def counted(self, id: str, number: int, /, **values: object) -> str:
        """Return the text in the form that `number` takes, with `values` in its placeholders."""
        forms = (self.plurals or {})[id]
        return forms[min(self.plural(number), len(forms) - 1)].format(**values)


@cache
def interface_texts(locale: Locale) -> Texts:
    """Return the program's texts in `locale`, in English where a translation is missing.

    Raises LocaleError where the catalog of the language cannot be used.
    """
    template = read_catalog(interface_catalog())
    english: dict[str, str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    for entry in template:
        if entry.context:
            forms = (entry.id,) if isinstance(entry.id, str) else tuple(entry.id)
            english[entry.context] = forms[-1]
            if len(forms) > 1:
                plurals[entry.context] = forms
    if locale.pseudo:
        disguised = {id: disguise(text, locale.tag) for id, text in english.items()}
        return Texts(disguised, plurals={id: (disguised[id],) for id in plurals})
    path = interface_catalog(locale.tag)
    if not path.is_file():
        untranslated = frozenset() if locale.tag == "en" else frozenset(english)
        return Texts(english, untranslated, plurals, lambda count: int(count != 1))
    found = _current(read_translations(path, tag=locale.tag), english)
    # A text in English counts in English, in a rule that has the same forms or more.
    counted = {id: found[id].forms if id in found else forms[-1:] for id, forms in plurals.items()}
    return Texts(
        {**english, **{id: translation.text for id, translation in found.items()}},
        frozenset(english) - frozenset(found),
        counted,
        plural_index(read_catalog(path)),
        _reviews(translation for id, translation in found.items() if in_editions(id)),
    )


def localize(dossier: Dossier, folder: Path, locale: Locale) -> Edition:
    """Return the edition of `dossier` in `locale`, with translations from the catalogs of the project in `folder`.

    Raises LocaleError where the language has no catalog or the catalog cannot be used.
    """
    if locale.tag == dossier.language:
        return Edition(dossier, locale.tag)
    if locale.pseudo:
        return Edition(rewrite(dossier, lambda message: disguise(message.text, locale.tag)), locale.tag)
    path = catalog_path(folder, locale.tag)
    if not path.is_file():
        raise LocaleError(
            f"no translation into {locale.tag!r}: there is no {path.name} in {path.parent.name}/",
            hint=f"Make one with: dossier locales update {folder} -l {locale.tag}",
            where=Where(path),
        )
    sources = {message.id: message.text for message in messages(dossier)}
    found = _current(
        read_translations(path, tag=locale.tag, project=dossier.id),
        {id: numbered(text) for id, text in sources.items()},
    )

    def text_of(message: Message) -> str:
        translation = found.get(message.id)
        return restored(translation.text, message.text) if translation else message.text

    untranslated = frozenset(sources) - frozenset(found)
    return Edition(rewrite(dossier, text_of), locale.tag, untranslated, len(sources), _reviews(found.values()))


def check_complete(edition: Edition, texts: Texts, folder: Path, complete: int) -> None:
    """Raise IncompleteError where less than `complete` per cent of an edition's texts are translated.

    It holds for the texts of the dossier, and for the program's own, which a reader meets beside them.
    """
    if not edition.total:
        return
    for whose, path, total, missing in (
        ("texts", catalog_path(folder, edition.locale), edition.total, len(edition.untranslated)),
        ("of the program's own texts", interface_catalog(edition.locale), texts.total, texts.missing),
    ):
        wanted = math.ceil(total * complete / 100)
        if total - missing < wanted:
            raise IncompleteError(
                f"{total - missing} of {total} {whose} are translated ({100 * (total - missing) // total} %), and an"
                f" edition needs {wanted} ({complete} %)",
                hint=f"See which are missing with: dossier locales status {folder} -l {edition.locale}",
                where=Where(path),
            )


def in_editions(id: str) -> bool:
    """Return whether the program's text with this id may stand in an edition."""
    return not id.startswith(ELSEWHERE)


def place_of(folder: Path, tag: str, id: str) -> Where | None:
    """Return where the catalog of the project in `folder` translates the message or the item `id`, if it does."""
    path = catalog_path(folder, tag)
    for entry in read_catalog(path) if path.is_file() else ():
        if entry.string and entry.context and (entry.context == id or entry.context.startswith(f"{id}.")):
            return Where(path, entry.lineno, id)
    return None


def catalog_path(folder: Path, tag: str) -> Path:
    """Return where the catalog in the language `tag` of the project in `folder` lies."""
    return folder / "locale" / f"{tag}.po"


def interface_catalog(tag: str = "") -> Path:
    """Return where the program's own texts in the language `tag` lie, or the template of them."""
    return resources.assets() / "locales" / (f"{tag}.po" if tag else TEMPLATE)


def _current(entries: Mapping[str, Translation], sources: Mapping[str, str]) -> dict[str, Translation]:
    """Return the translations that can be used and were made from the text as it is now."""
    return {id: entry for id, entry in entries.items() if entry.usable and sources.get(id) == entry.source}


def _reviews(translations: Iterable[Translation]) -> tuple[Review, ...]:
    return tuple(translation.review for translation in translations if translation.review)
