"""The copy-paste shape: what is text, what is a mark, and what is missing."""

from __future__ import annotations

import pytest

from dossier.model.article import Paragraph
from dossier.readers.copypaste import read_copypaste

PAGE = """\
Operation Example

From Wikipedia, the free encyclopedia
Jump to: navigation, search

Operation Example was a plan,[1][2] never carried out.[3]


It was drawn up by Major , and signed.[1]:44 Nobody knows why.[citation needed]

See also[edit]

  • Other plans
    ◦ A plan of that kind

  1. ^ a b Parrish, 2004, p.44
  2. ^ A report [1943] of a house
  3. ^ a b

External links[edit]"""


def test_title_and_furniture_are_no_text() -> None:
    article = read_copypaste(PAGE)
    assert article.title.text == "Operation Example"
    assert article.title.source_range(0, 17) == (0, 17)
    assert article.provenance.site == "Wikipedia"
    assert article.text.text.startswith(
        "Operation Example\n\nOperation Example was a plan, never carried out.\n\nIt was"
    )


def test_marks_become_citations_where_they_stood() -> None:
    article = read_copypaste(PAGE)
    (lead,) = article.lead
    assert isinstance(lead, Paragraph)
    assert lead.passage.text == "Operation Example was a plan, never carried out."
    assert [(cite.at, cite.reference) for cite in lead.passage.citations] == [(29, "1"), (29, "2"), (48, "3")]
    assert [PAGE[cite.start : cite.end] for cite in lead.passage.citations] == ["[1]", "[2]", "[3]"]


def test_a_page_after_a_mark_is_its_locator() -> None:
    (paragraph,) = read_copypaste(PAGE).sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert [(cite.reference, cite.locator) for cite in paragraph.passage.citations] == [("1", "44")]


def test_references_have_letters_and_their_words() -> None:
    references = read_copypaste(PAGE).references
    assert [(reference.number, reference.letters, reference.text.text) for reference in references] == [
        (1, ("a", "b"), "Parrish, 2004, p.44"),
        (2, (), "A report [1943] of a house"),
        (3, ("a", "b"), ""),
    ]


def test_two_blank_lines_are_a_lost_heading() -> None:
    sections = read_copypaste(PAGE).sections
    assert [(section.heading.text, section.role) for section in sections] == [
        ("", "body"),
        ("See also", "see-also"),
        ("", "references"),
        ("External links", "external-links"),
    ]


def test_related_articles_keep_their_levels() -> None:
    assert [(entry.level, entry.title) for entry in read_copypaste(PAGE).see_also] == [
        (1, "Other plans"),
        (2, "A plan of that kind"),
    ]


def test_every_hole_is_a_gap_with_its_place() -> None:
    gaps = {gap.kind: PAGE[gap.start : gap.end] for gap in read_copypaste(PAGE).gaps}
    assert gaps == {
        "lost-heading": "",
        "lost-words": " ",
        "tagged": "[citation needed]",
        "empty-reference": "3. ^ a b",
        "mark-count": "",
        "empty-section": "External links",
    }


@pytest.mark.parametrize(
    ("line", "letters", "text"),
    [
        ("1. ^ a b c d Parrish", ("a", "b", "c", "d"), "Parrish"),
        ("1. ^ Jump up to:a b Parrish", ("a", "b"), "Parrish"),
        ("1. Jump up ^ Parrish", (), "Parrish"),
        ("1. ↑ Parrish", (), "Parrish"),
        ("1. ^ a history of it", (), "a history of it"),
        ("1. ^ a b d of it", ("a", "b"), "d of it"),
        ("^ Parrish", (), "Parrish"),
        (f"1. ^ {' '.join('abcdefghijklmnopqrstuvwxyz')} aa ab Parrish", (*"abcdefghijklmnopqrstuvwxyz", "aa", "ab"),
         "Parrish"),
    ],
)  # fmt: skip
def test_back_references(line: str, letters: tuple[str, ...], text: str) -> None:
    (reference,) = read_copypaste(f"Title\n\nWords.[1]\n\n  {line}\u00a0\n").references
    assert (reference.key, reference.letters, reference.text.text) == ("1", letters, text)


def test_marks_and_references_that_do_not_meet() -> None:
    article = read_copypaste("Title\n\nOne.[1] Two.[7][7]\n\n 1. ^ a b Parrish\n 2. ^ Melenberg\n")
    assert [(gap.kind, gap.message) for gap in article.gaps if "reference" in gap.message] == [
        ("unknown-reference", "there is no reference 7"),
        ("mark-count", "reference 1 has 2 back-references, but 1 marks"),
        ("uncited-reference", "no mark points at reference 2"),
    ]


def test_carriage_returns_and_no_break_spaces_change_nothing_but_places() -> None:
    plain, other = read_copypaste(PAGE), read_copypaste(PAGE.replace("\n", " \u00a0\r\n"))
    assert other.text.text == plain.text.text
    assert [reference.text.text for reference in other.references] == [
        reference.text.text for reference in plain.references
    ]
    assert [gap.kind for gap in other.gaps] == [gap.kind for gap in plain.gaps]


def test_an_infobox_and_a_list_of_contents_that_were_copied_too() -> None:
    article = read_copypaste(
        "T\n\nFrom Wikipedia, the free encyclopedia\nDate\t8 November 1942\nCommanded by \t , Mikhael Meandrov\n\n"
        "Words are here.\n\nContents\n1\tBackground\n1.1 Detail\n2 References\n\nBackground[edit]\n2 men came.\n"
    )
    assert [(field.name, field.value.text) for field in article.infobox] == [
        ("Date", "8 November 1942"),
        ("Commanded by", ", Mikhael Meandrov"),
    ]
    assert article.text.text == "T\n\nWords are here.\n\nBackground\n\n2 men came."
    assert [gap.kind for gap in article.gaps] == ["lost-words"]


def test_a_long_first_line_is_no_title() -> None:
    article = read_copypaste("Words " * 40 + "end.[1]\n\n 1. ^ R\n")
    assert (article.title.text, len(article.lead)) == ("", 1)


def test_headings_that_are_only_known_by_name() -> None:
    article = read_copypaste("T\n\nWords.\n\nSee also\n• A plan\n\nNotes\n\nReferences\n• Roskill (1956)\n\n  1. ^ X\n")
    assert [(section.heading.text, section.role) for section in article.sections] == [
        ("See also", "see-also"),
        ("Notes", "references"),
        ("References", "references"),
    ]
    assert [(reference.key, reference.kind) for reference in article.references] == [("1", "reference"), ("w1", "work")]
