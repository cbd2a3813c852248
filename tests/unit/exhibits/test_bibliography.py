"""References as they are printed, against entries written by hand; and what is refused."""

from __future__ import annotations

import json
import subprocess
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast, get_args

import pytest

from dossier.errors import AssetError, DossierError, LocaleError, SourceError, TypesettingError
from dossier.exhibits.bibliography import pandoc
from dossier.exhibits.bibliography.works import Gap, parse_works
from dossier.exhibits.citations import Citation, Citations, Gaps, Label, Run, Runs, Terms, cite

Item = Mapping[str, object]

GOLDEN = Path(__file__).parents[2] / "golden" / "bibliography"
GAPS = Gaps("[forename not given]", "[title not given]")
SETTINGS: tuple[tuple[str, str, Terms], ...] = (
    ("chicago", "en-US", "edition"),
    ("apa", "en-US", "edition"),
    ("gost", "ru", "entry"),
)
ALPHABETS: Mapping[str, Mapping[str, str]] = json.loads(
    (GOLDEN.parent / "locales" / "icu.json").read_text(encoding="utf-8")
)["languages"]
ITEMS: list[Item] = json.loads((GOLDEN / "items.json").read_text("utf-8"))
BUNDLED = [item for item in ITEMS if item["id"] in ("parrish-2004", "parrish-1996", "melenberg-2004")]
BOOK: Item = {"id": "book", "type": "book", "title": "A book", "language": "en"}


def marked(runs: Runs) -> str:
    """Return `runs` as text with asterisks around what is italic."""
    return "".join(f"*{run.text}*" if run.italic else run.text for run in runs)


def plain(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def expected(style: str) -> tuple[list[str], dict[str, dict[str, str]]]:
    entries = tomllib.loads((GOLDEN / f"{style}.toml").read_text("utf-8"))
    return cast("list[str]", entries.pop("order")), entries


@pytest.fixture(scope="module")
def printed() -> dict[str, Citations]:
    """Every work of the golden file, cited once and once again, in each style."""
    found = {}
    for style, locale, terms in SETTINGS:
        entries = expected(style)[1]
        notes = [[Citation(id, entry["locator"])] for id, entry in entries.items()]
        found[style] = cite(ITEMS, notes * 2, style=style, locale=locale, gaps=GAPS, terms=terms)
    return found


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("chicago", "Parrish, *Sacrifice of the Generals*, 44\u202f; Parrish, *Lesser Terror*, 160."),
        ("apa", "(Parrish, 1996, p. 160\u202f; 2004, p. 44)"),
    ],
)
def test_french_has_a_space_before_the_semicolon_between_works(style: str, expected: str) -> None:
    works = [Citation("parrish-2004", "44"), Citation("parrish-1996", "160")]
    notes = [[Citation(str(item["id"]))] for item in BUNDLED]
    cited = cite(BUNDLED, [*notes, works], style=style, locale="fr", gaps=GAPS)
    assert marked(cited.notes[-1]).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(("style", "id"), [(style, id) for style, _, _ in SETTINGS for id in expected(style)[1]])
def test_reference_is_as_written_by_hand(printed: dict[str, Citations], style: str, id: str) -> None:
    entries = expected(style)[1]
    at = list(entries).index(id)
    ours = {
        "full": marked(printed[style].notes[at]),
        "short": marked(printed[style].notes[at + len(entries)]),
        "entry": next(marked(entry.runs) for entry in printed[style].entries if entry.id == id),
    }
    hand = {form: entries[id].get(form, entries[id]["full"]) for form in ours}
    accepted = cast("dict[str, str]", entries[id].get("printed", {}))
    assert ours == hand | {form: text for form, text in accepted.items() if form != "why"}
    assert all(hand[form] != text for form, text in accepted.items() if form != "why"), "a deviation that is gone"


@pytest.mark.parametrize("style", [style for style, _, _ in SETTINGS])
def test_bibliography_is_in_the_order_of_the_style(printed: dict[str, Citations], style: str) -> None:
    assert [entry.id for entry in printed[style].entries] == expected(style)[0]


@pytest.mark.parametrize("style", [style for style, _, _ in SETTINGS])
def test_golden_files_are_about_the_same_works(style: str) -> None:
    order, entries = expected(style)
    assert sorted(order) == sorted(entries) == sorted(str(item["id"]) for item in ITEMS)


def test_british_english_has_its_own_quotes_and_dates() -> None:
    cited = cite(BUNDLED, [[Citation("melenberg-2004")]], style="chicago", locale="en", gaps=GAPS)
    assert marked(cited.notes[0]) == "Aleksandr Melenberg, ‘Desant na GULAG’, *Novaya Gazeta*, 1 March 2004."
    terror = "*The Lesser Terror: Soviet State Security, 1939–1953*. Praeger, 1996"
    generals = "*Sacrifice of the Generals: Soviet Senior Officer Losses, 1939–1953*. Scarecrow Press, 2004"
    assert [marked(entry.runs) for entry in cited.entries] == [
        "Melenberg, Aleksandr. ‘Desant na GULAG’. *Novaya Gazeta*, 1 March 2004.",
        f"Parrish, Michael. {terror}.",
        f"Parrish, Michael. {generals}.",
    ]


@pytest.mark.parametrize(
    ("locale", "day", "month"),
    [
        ("de", "„Desant na GULAG“. *Novaya Gazeta*, 1. März 2004.", "März 2004"),
        ("fr", "«\u00a0Desant na GULAG\u00a0». *Novaya Gazeta*, 1er mars 2004.", "mars 2004"),
        ("ru", "«Desant na GULAG». *Novaya Gazeta*, 1 марта 2004 г.", "март 2004"),
        ("uk", "«Desant na GULAG». *Novaya Gazeta*, 1 березня 2004 р.", "березень 2004"),
        ("pl", "„Desant na GULAG”. *Novaya Gazeta*, 1 marca 2004.", "marzec 2004"),
        ("fi", "”Desant na GULAG”. *Novaya Gazeta*, 1. maaliskuuta 2004.", "maaliskuu 2004"),
        ("ar", "«Desant na GULAG». *Novaya Gazeta*, 1 مارس 2004.", "مارس 2004"),
        ("he", "”Desant na GULAG”. *Novaya Gazeta*, 1 במרץ 2004.", "מרץ 2004"),
        ("zh-Hans", "《Desant na GULAG》. *Novaya Gazeta*, 2004年3月1日.", "2004年3月"),
        ("ja", "「Desant na GULAG」. *Novaya Gazeta*, 2004年3月1日.", "2004年3月"),
    ],
)
def test_dates_and_quotes_are_those_of_the_language(locale: str, day: str, month: str) -> None:
    monthly = {"id": "monthly", "type": "article-magazine", "title": "T", "issued": {"date-parts": [[2004, 3]]}}
    cited = cite([BUNDLED[2], monthly], [], style="chicago", locale=locale, gaps=GAPS, terms="edition")
    texts = {entry.id: marked(entry.runs) for entry in cited.entries}
    assert texts["melenberg-2004"] == f"Melenberg, Aleksandr. {day}"
    assert month in texts["monthly"]


def test_an_entry_is_in_its_own_language_unless_it_is_romanised() -> None:
    note = [Citation("parrish-1996", "160"), Citation("tarasova", "305"), Citation("melenberg-2004")]
    cited = cite([*BUNDLED, ITEMS[-2]], [note], style="gost", locale="ru", gaps=GAPS)
    assert plain(cited.notes[0]) == (
        "Parrish M. The lesser terror: Soviet state security, 1939–1953. – [S. l.] : Praeger, 1996. – P. 160 ; "
        "Тарасова В. И. Политическая история Латинской Америки. – 2-е изд. – М. : Проспект, 2006. – С. 305 ; "
        "Melenberg A. Desant na GULAG // Novaya Gazeta. – 2004. – 1 марта."
    )
    assert [(entry.id, entry.language) for entry in cited.entries] == [
        ("tarasova", "ru"),
        ("melenberg-2004", "ru-Latn"),
        ("parrish-1996", "en"),
        ("parrish-2004", "en"),
    ]


@pytest.mark.parametrize(
    ("locale", "entry"),
    [
        ("ja", "Melenberg, Aleksandr. ‘Desant na GULAG’. *Novaya Gazeta*, 1 March 2004."),
        ("zh-Hans", "Melenberg, Aleksandr. ‘Desant na GULAG’. *Novaya Gazeta*, 1 March 2004."),
        ("he", "Melenberg, Aleksandr. ‘Desant na GULAG’. *Novaya Gazeta*, 1 March 2004."),
        ("pl", "Melenberg, Aleksandr. „Desant na GULAG”. *Novaya Gazeta*, 1 marca 2004."),
    ],
)
def test_a_romanised_title_keeps_the_quotes_of_its_letters(locale: str, entry: str) -> None:
    cited = cite([BUNDLED[2]], [], style="chicago", locale=locale, gaps=GAPS)
    assert marked(cited.entries[0].runs) == entry


def test_gost_says_ibid_only_after_a_note_with_one_work() -> None:
    terror, generals = Citation("parrish-1996", "160"), Citation("parrish-2004", "44")
    notes = [[terror], [Citation("parrish-1996", "161")], [terror, generals], [generals]]
    cited = cite(BUNDLED, notes, style="gost", locale="ru", gaps=GAPS)
    first = "Parrish M. Sacrifice of the generals: Soviet senior officer losses, 1939–1953. – [S. l.] : Scarecrow Press"
    assert [plain(note) for note in cited.notes[1:]] == [
        "Ibid. P. 161.",
        f"Ibid. P. 160 ; {first}, 2004. – P. 44.",
        "Parrish M. Sacrifice of the generals. P. 44.",
    ]


@pytest.mark.parametrize(
    ("terms", "text"),
    [
        ("edition", "(Melenberg, 2004; Parrish, 1996, S. 160)"),
        ("entry", "(Parrish, 1996, p. 160; Melenberg, 2004)"),
    ],
)
def test_apa_sorts_the_works_of_a_note_in_one_language(terms: Terms, text: str) -> None:
    note = [Citation("parrish-1996", "160"), Citation("melenberg-2004")]
    assert plain(cite(BUNDLED, [note], style="apa", locale="de", gaps=GAPS, terms=terms).notes[0]) == text


def test_every_label_of_a_locator_is_printed_in_the_language() -> None:
    """The words are those of CSL's Russian locale."""
    labels: dict[Label, str] = {
        "page": "160",
        "chapter": "гл. 160",
        "section": "разд. 160",
        "paragraph": "п. 160",
        "volume": "т. 160",
        "note": "прим. 160",
        "line": "строка 160",
        "part": "ч. 160",
        "book": "кн. 160",
        "column": "стб. 160",
        "folio": "л. 160",
        "figure": "рис. 160",
        "verse": "ст. 160",
    }
    notes = [[Citation("parrish-1996", "160", label)] for label in ("page", *labels)]
    cited = cite(BUNDLED, notes, style="chicago", locale="ru", gaps=GAPS, terms="edition")
    assert set(labels) == set(get_args(Label))
    assert [plain(note) for note in cited.notes[1:]] == [f"Parrish, Lesser Terror, {text}." for text in labels.values()]


def test_nothing_in_a_title_is_markup() -> None:
    title = '<script>alert("1")</script> & *b* _i_ $x^2$ \\textbf{c} [d](http://e) &lt; <i>f</i> @parrish-2004'
    item = {**BOOK, "title": title, "language": "de"}
    entry = cite([item], [], style="chicago", locale="de", gaps=GAPS).entries[0]
    assert entry.runs[0] == Run(title, italic=True)
    assert not any(run.href for run in entry.runs)


def test_addresses_are_links() -> None:
    cited = cite(ITEMS, [], style="chicago", locale="en", gaps=GAPS)
    links = {run.href: run.text for entry in cited.entries for run in entry.runs if run.href}
    assert links["https://doi.org/10.1086/720277"] == "https://doi.org/10.1086/720277"
    assert "https://policies.google.com/privacy" in links


@pytest.mark.parametrize("kind", ["book", "document", "manuscript", "personal_communication", "webpage", "post"])
def test_a_work_of_which_nothing_is_known_is_listed_with_its_gaps(kind: str) -> None:
    cited = cite([{"id": "x", "type": kind}], [[Citation("x")]], style="chicago", locale="en", gaps=GAPS)
    assert "[title not given]" in plain(cited.notes[0])
    assert "[title not given]" in plain(cited.entries[0].runs)


def test_very_long_titles_and_odd_dates_are_printed() -> None:
    items = [
        {**BOOK, "title": "word " * 700},
        {**BOOK, "id": "old", "issued": {"date-parts": [[-44]], "circa": True}},
        {**BOOK, "id": "range", "issued": {"date-parts": [["1943"], [1944]]}},
        {**BOOK, "id": "words", "issued": {"literal": "after the war"}},
    ]
    texts = [plain(entry.runs) for entry in cite(items, [], style="apa", locale="en", gaps=GAPS).entries]
    assert any(text.count("ord") == 700 for text in texts)
    assert [
        year for year in ("ca. 44 B.C.E.", "1943–1944", "after the war") if any(year in text for text in texts)
    ] == [
        "ca. 44 B.C.E.",
        "1943–1944",
        "after the war",
    ]


def test_two_runs_agree(printed: dict[str, Citations]) -> None:
    notes = [[Citation(id, entry["locator"])] for id, entry in expected("gost")[1].items()] * 2
    assert cite(ITEMS, notes, style="gost", locale="ru", gaps=GAPS, terms="entry") == printed["gost"]


def test_a_note_may_cite_nothing() -> None:
    cited = cite(BUNDLED, [[], [Citation("melenberg-2004")], []], style="apa", locale="en", gaps=GAPS)
    assert [plain(note) for note in cited.notes] == ["", "(Melenberg, 2004)", ""]
    assert cite([], [[]], style="apa", locale="en", gaps=GAPS) == Citations(((),), ())


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": ""}, "a reference without an id"),
        ({"type": "boook"}, "book: unknown type 'boook'"),
        ({"titel": "x"}, "book: unknown variable 'titel'"),
        ({"title": ["x"]}, "book: title: text is needed, not ['x']"),
        ({"title": True}, "book: title: text is needed, not True"),
        ({"title": "a\u202eb"}, "book: title: character U+202E cannot be printed"),
        ({"title": "a\x00b"}, "book: title: character U+0000 cannot be printed"),
        ({"title": "a\U000f0000b"}, "book: title: character U+F0000 cannot be printed"),
        ({"title": "x" * 4001}, "book: title: 4001 characters are too many"),
        (
            {"URL": "javascript:alert(1)"},
            "book: URL: an address starts with http:// or https://, not 'javascript:alert(1)'",
        ),
        ({"DOI": "x"}, "book: DOI: a DOI starts with 10. and has a slash: 10.1086/720277, not 'x'"),
        ({"author": "Parrish"}, "book: author: a list is needed, not 'Parrish'"),
        ({"author": ["Parrish"]}, "book: author: a name has family and given, or literal, not 'Parrish'"),
        ({"author": [{"given": "M."}]}, "book: author: a name without family or literal"),
        ({"author": [{"family": "P.", "forename": "M."}]}, "book: author: unknown part of a name 'forename'"),
        ({"issued": "2004"}, "book: issued: a date has date-parts or literal, not '2004'"),
        ({"issued": {"date-parts": [[2004, 2, 31]]}}, "book: issued: no such date: 2004-2-31"),
        ({"issued": {"date-parts": [[2004, 13]]}}, "book: issued: no such date: 2004-13"),
        ({"issued": {"date-parts": [[0]]}}, "book: issued: no such date: 0"),
        ({"issued": {"date-parts": [["spring"]]}}, "book: issued: no such date: spring"),
        ({"issued": {"date-parts": [[]]}}, "book: issued: no such date: "),
        ({"issued": {"date-parts": [2004]}}, "book: issued: a list is needed, not 2004"),
        ({"issued": {"date-parts": [[2004], [2003]]}}, "book: issued: the range ends before it starts"),
        ({"issued": {"circa": 1, "literal": "x"}}, "book: issued: circa is true or false, not 1"),
        ({"issued": {}}, "book: issued: one date, two that bound a range, or words, not {}"),
    ],
)
def test_an_item_that_cannot_be_used(change: Item, message: str) -> None:
    with pytest.raises(SourceError) as raised:
        parse_works([{**BOOK, **change}], GAPS)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("change", "hint"), [({"type": "boook"}, 'Did you mean "book"?'), ({"titel": "x"}, 'Did you mean "title"?')]
)
def test_a_slip_of_the_pen_is_met_with_the_nearest_word(change: Item, hint: str) -> None:
    with pytest.raises(SourceError) as raised:
        parse_works([{**BOOK, **change}], GAPS)
    assert raised.value.hint == hint


def test_an_id_used_twice() -> None:
    with pytest.raises(SourceError, match="two references have this id"):
        parse_works([BOOK, BOOK], GAPS)


def test_a_missing_title_and_forename_become_gaps() -> None:
    (work,) = parse_works([{"id": "x", "type": "book", "author": [{"family": "Parrish"}]}], GAPS)
    variables = dict(work.variables)
    assert variables["title"] == Gap("[title not given]")
    assert str(variables["author"]).count("Parrish [forename not given]") == 1


@pytest.mark.parametrize(
    ("notes", "message"),
    [
        ([[Citation("parrish-1996")], [Citation("nobody")]], "nobody: note 2 cites a work that is not there"),
        ([[Citation("parrish-1996", "1", "pagina")]], "parrish-1996: unknown label of a locator 'pagina'"),
        ([[Citation("parrish-1996", "1}")]], "parrish-1996: a locator that cannot be printed: '1}'"),
        ([[Citation("parrish-1996", "1\n")]], "parrish-1996: a locator that cannot be printed: '1\\n'"),
    ],
)
def test_a_citation_that_cannot_be_used(notes: Sequence[Sequence[Citation]], message: str) -> None:
    with pytest.raises(SourceError) as raised:
        cite(BUNDLED, notes, style="chicago", locale="en", gaps=GAPS)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("style", "locale", "error", "message"),
    [
        ("harvard", "en", AssetError, "no citation style 'harvard'"),
        ("../../secret", "en", AssetError, "no citation style"),
        ("chicago", "tlh", LocaleError, "no bibliographic terms in 'tlh'"),
    ],
)
def test_a_style_or_language_that_is_not_there(
    style: str, locale: str, error: type[DossierError], message: str
) -> None:
    with pytest.raises(error, match=message):
        cite(BUNDLED, [], style=style, locale=locale, gaps=GAPS)


def test_a_processor_that_is_not_installed_or_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    works = parse_works([BOOK], GAPS)
    with pytest.raises(TypesettingError, match="the citation processor failed"):
        pandoc.process(works, [], "<style", "en-GB")
    monkeypatch.setattr(pandoc, "find_spec", lambda name: None)
    with pytest.raises(AssetError, match="pandoc, which sets references, is not installed"):
        pandoc.process(works, [], pandoc.read_style("apa"), "en-GB")


def test_a_processor_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("pandoc", 60)

    monkeypatch.setattr(subprocess, "run", hang)
    with pytest.raises(TypesettingError, match="did not finish"):
        pandoc.process(parse_works([BOOK], GAPS), [], pandoc.read_style("apa"), "en-GB")


@pytest.mark.parametrize(("locale", "date"), [("he", "1 March 2004"), ("ar", "1 March 2004"), ("de", "1. März 2004")])
def test_a_date_in_latin_letters_is_not_torn_apart_by_words_from_the_right(locale: str, date: str) -> None:
    (entry,) = cite([BUNDLED[2]], [], style="chicago", locale=locale, gaps=GAPS).entries
    assert date in plain(entry.runs)


def filed(names: Sequence[str], style: str, locale: str) -> list[str]:
    """Return `names` in the order in which works are listed that have them as authors or titles, in turn."""
    items = [
        {"id": name, "type": "book", "title": "A title", "author": [{"family": name, "given": "A."}]}
        if number % 2
        else {"id": name, "type": "book", "title": name}
        for number, name in enumerate(names)
    ]
    return [entry.id for entry in cite(items, [], style=style, locale=locale, gaps=GAPS).entries]


@pytest.mark.parametrize("locale", ALPHABETS)
def test_works_are_filed_by_the_alphabet_of_the_edition(locale: str) -> None:
    names = ALPHABETS[locale]["sorted"].split()
    assert filed(sorted(names), "chicago", locale) == names


@pytest.mark.parametrize("locale", ["en", "ru"])
def test_gost_files_cyrillic_works_before_others_in_every_edition(locale: str) -> None:
    assert filed(["Adams", "Яковлев", "Бессонов"], "gost", locale) == ["Бессонов", "Яковлев", "Adams"]


@pytest.mark.parametrize(
    ("style", "order"),
    [
        ("chicago", ["d’Alembert", "Lamb", "de la Mare", "al-Masri", "Mass", "Zed"]),
        ("apa", ["al-Masri", "d’Alembert", "de la Mare", "Lamb", "Mass", "Zed"]),
    ],
)
def test_a_small_word_before_a_name_counts_where_the_style_has_it_first(style: str, order: Sequence[str]) -> None:
    items = [
        {"id": name, "type": "book", "title": "A title", "author": [{"family": name, "given": "A."}]}
        for name in sorted(order)
    ]
    assert [entry.id for entry in cite(items, [], style=style, locale="en", gaps=GAPS).entries] == order
