"""Citations to CSL-JSON: from templates, short notes and plain words; what the source does not give stays empty."""

from __future__ import annotations

import pytest

from dossier.extract.items import FoundReference
from dossier.extract.references import find_references
from dossier.readers import read

WORKS = "\n== References ==\n"


def _found(wikitext: str) -> tuple[FoundReference, ...]:
    return find_references(read(f"'''X''' is a town.\n\n{wikitext}".encode(), format="wikitext"))


def _one(citation: str) -> FoundReference:
    (found,) = _found(f"It fell.<ref>{citation}</ref>")
    return found


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        (
            (
                "{{cite book |last=Le Masson |first=Henri |year=1969 |title=The French Navy |volume=1 |location=London "
                "|publisher=MacDonald |isbn=0-356-02384-X |pages=154}}"
            ),
            {
                "id": "le-masson-1969",
                "type": "book",
                "title": "The French Navy",
                "volume": "1",
                "issued": "1969",
                "publisher": "MacDonald",
                "publisher-place": "London",
                "ISBN": "0-356-02384-X",
                "page": None,
            },
        ),
        (
            (
                "{{Cite journal|last=Crockett|first=Jameson W.|last2=Roe|first2=Ann|date=2009|title=The Polish Blitz"
                "|journal=Diplomacy|volume=20|issue=4|pages=561–579|doi=10.1080/0959}}"
            ),
            {
                "type": "article-journal",
                "container-title": "Diplomacy",
                "issue": "4",
                "page": "561–579",
                "DOI": "10.1080/0959",
            },
        ),
        (
            (
                "{{cite news|url=https://example.org/a|title=A fall|work=Daily Telegraph|date=13 December 2015"
                "|access-date=22 March 2016}}"
            ),
            {
                "id": "a-fall-2015",
                "type": "article-newspaper",
                "issued": "2015-12-13",
                "accessed": "2016-03-22",
                "URL": "https://example.org/a",
                "author": None,
            },
        ),
        (
            "{{cite book|last=Reeves|first=Mark|title=Dissent|chapter=Goes home|date=2016|publisher=T & F}}",
            {"type": "chapter", "title": "Goes home", "container-title": "Dissent"},
        ),
        ("{{cite thesis|last=Roe|title=On Ghent|year=2001}}", {"type": "thesis"}),
        ("{{citation|last=Roe|title=On Ghent|year=2001|isbn=0-356-02384-X}}", {"type": "book"}),
        (
            "{{Literatur|Autor=Hans Roe|Titel=Gent|Verlag=Beck|Ort=München|Jahr=1999}}",
            {"type": "book", "title": "Gent"},
        ),
        (
            'Melenberg, Aleksandr (1 March 2004). "Desant na GULAG". Novaya Gazeta (in Russian).',
            {
                "type": "article-newspaper",
                "title": "Desant na GULAG",
                "container-title": "Novaya Gazeta",
                "issued": "2004-03-01",
                "language": "ru",
            },
        ),
        (
            "G. H. Bennett, ''The Foreign Legion: 1940–45'' (London and New York: Continuum, 2011), p. 30.",
            {
                "type": "book",
                "title": "The Foreign Legion: 1940–45",
                "publisher": "Continuum",
                "issued": "2011",
                "publisher-place": "London and New York",
            },
        ),
        (
            "Joachim Fest, Plotting Hitler's Death: The German Resistance, 1933–1945, 1996, p219",
            {
                "type": "document",
                "title": "Plotting Hitler's Death: The German Resistance, 1933–1945",
                "issued": "1996",
            },
        ),
        ("Ebako, Éliane. ''Le ralliement''. PhD thesis. University of Paris IV, 2004.", {"type": "thesis"}),
        ("Labat, René. ''Le Gabon''. Paris: Delmas, 1941.", {"publisher": "Delmas", "publisher-place": "Paris"}),
        ("[https://example.org/b The siege of Ghent]", {"type": "webpage", "title": "The siege of Ghent"}),
    ],
)
def test_what_a_citation_gives(citation: str, expected: dict[str, str | None]) -> None:
    item = _one(citation).reference.csl()
    issued = item.get("issued")
    parts = issued["date-parts"][0] if isinstance(issued, dict) else []
    got = item | {"issued": "-".join(f"{part:02d}" for part in parts), "accessed": _one(citation).reference.accessed}
    assert {key: got.get(key) for key in expected} == expected


def test_several_authors_in_plain_words() -> None:
    work = _one("Ann Roe, Jan Poe, Max von Moe, Kriegstagebuch des Oberkommandos (Bernard & Graefe, 1961)").reference
    assert [name.literal for name in work.author] == ["Ann Roe", "Jan Poe", "Max von Moe"]
    assert (work.title, work.publisher, work.issued) == (
        "Kriegstagebuch des Oberkommandos", "Bernard & Graefe", "1961",
    )  # fmt: skip


def test_names_are_split_only_where_the_source_splits_them() -> None:
    first, second = _one("{{cite book|last=Roe|first=Ann|author2=Mao Zedong|title=T|year=1950}}").reference.author
    assert (first.family, first.given) == ("Roe", "Ann")
    assert (second.literal, second.family) == ("Mao Zedong", "")
    company = _one("{{cite book|author=Parragon, Incorporated|title=T|year=2008}}").reference.author[0]
    assert company.literal == "Parragon, Incorporated"


@pytest.mark.parametrize(
    ("citation", "gaps"),
    [
        ("Parrish, 2004, p.44", ("forename", "title", "publisher")),
        ("{{cite web|title=T|url=https://example.org}}", ("author", "date")),
        ("{{cite journal|last=Roe|first=A.|title=T|year=1950}}", ("name of the periodical", "page")),
        ("{{cite book|last=Roe|first=A.|title=T|year=1950|publisher=P}}", ()),
    ],
)
def test_what_is_not_given_is_named_and_stays_empty(citation: str, gaps: tuple[str, ...]) -> None:
    assert _one(citation).reference.gaps == gaps


def test_short_notes_are_joined_to_their_works_with_their_pages() -> None:
    (found,) = _found(
        "A.{{sfn|Jennings|2015|pp=41–42}} B.{{sfn|Jennings|2015|p=84}}\n"
        + WORKS
        + "* {{cite book|last=Jennings|first=Eric|title=French Africa|date=2015|publisher=CUP}}\n"
    )
    assert found.reference.id == "jennings-2015"
    assert found.keys == ("w1", "1", "2")
    assert found.locators == (("1", "41–42"), ("2", "84"))


def test_plain_short_notes_find_their_work_by_name_and_year() -> None:
    works = "* [[Stephen Roskill]] ''The War at Sea'' Vol II (1956)\n* Roe, Ann. ''Ghent''. Paris: Delmas, 1941.\n"
    sea, ghent = _found("A.<ref>Roskill p325</ref> B.<ref>Roe, 1941, p. 7</ref>\n" + WORKS + works)
    assert (sea.reference.title, sea.reference.issued, sea.locators) == ("The War at Sea", "1956", (("1", "325"),))
    assert (ghent.reference.title, ghent.locators) == ("Ghent", (("2", "7"),))


def test_two_works_of_one_author_are_told_apart_by_their_years() -> None:
    found = _found(
        "A.<ref>Parrish, 2004, p.44</ref> B.<ref>Parrish, 1996, p.160</ref> C.<ref>Parrish, 2004, p. 50</ref>"
    )
    assert [(one.reference.id, one.keys) for one in found] == [("parrish-2004", ("1", "3")), ("parrish-1996", ("2",))]


def test_pages_beside_a_mark_are_locators() -> None:
    text = 'A.<ref name="r">{{cite book|last=Roe|title=T|year=1950}}</ref>{{rp|11}} B.<ref name="r"/>{{rp|12–14}}'
    (found,) = _found(text)
    assert found.locators == (("1", "11"), ("1", "12–14"))


def test_a_work_cited_twice_in_full_is_one_with_both_keys() -> None:
    book = "{{cite book|last=Roe|first=A.|title=Ghent|year=1950|pages=%s}}"
    (found,) = _found(f"A.<ref>{book % '3'}</ref> B.<ref>{book % '9–11'}</ref>")
    assert (found.keys, found.locators) == (("1", "2"), (("1", "3"), ("2", "9–11")))


def test_remarks_and_empty_notes_are_no_works() -> None:
    assert _found("A.<ref></ref> B.{{efn|The dates are those of the old calendar.}} C.<ref>(see note 1)</ref>") == ()


def test_a_note_of_two_works_is_two_references_with_its_key() -> None:
    text = "A.<ref>{{cite book|last=Roe|title=T|year=1950}}; {{cite book|last=Poe|title=U|year=1951}}</ref>"
    assert [(one.reference.id, one.keys) for one in _found(text)] == [("roe-1950", ("1",)), ("poe-1951", ("1",))]


def test_ids_are_plain_and_each_is_given_once() -> None:
    found = _found(
        "A.<ref>{{cite book|last=Słaby|title=T|year=1950}}</ref>"
        " B.<ref>{{cite book|last=Słaby|title=U|year=1950}}</ref>"
        " C.<ref>{{cite book|last=Пушкин|title=Пу|year=}}</ref>"
    )
    assert [one.reference.id for one in found] == ["slaby-1950", "slaby-1950-2", "reference"]
