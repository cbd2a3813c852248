"""The cleaned shape: infobox, sections, and the blanks that cleaning left."""

from __future__ import annotations

from dossier.model.article import ItemList, Paragraph
from dossier.readers.cleaned import read_cleaned

PAGE = """\
= Operation Example =

Infobox
- Commanded By: , Mikhael Meandrov
- Time: 12:30
- Strength: 5 divisions
 and a brigade
- Casualties:

The plan was '''bold''', and (it seems) ''Broke'''s own.

==Ambitious plans==
===Detail===
By an officer, Brigade Commander , and a colonel.

Aftermath
A similar operation was carried out elsewhere, but with even less success than this one had had before it.

==See also==
- Partisans
  - Others of that kind:
    - Werwolf
- Yugoslav Partisans, a movement
"""


def test_title_and_infobox() -> None:
    article = read_cleaned(PAGE)
    assert article.title.text == "Operation Example"
    assert [(field.name, field.value.text) for field in article.infobox] == [
        ("Commanded By", ", Mikhael Meandrov"),
        ("Time", "12:30"),
        ("Strength", "5 divisions and a brigade"),
    ]
    commanded = article.infobox[0].value
    assert PAGE[slice(*commanded.source_range(2, 18))] == "Mikhael Meandrov"


def test_sections_nest_by_their_marks() -> None:
    article = read_cleaned(PAGE)
    assert [(section.level, section.heading.text) for section in article.walk()] == [
        (2, "Ambitious plans"),
        (3, "Detail"),
        (2, "Aftermath"),
        (2, "See also"),
    ]
    assert article.sections[0].sections[0].heading.text == "Detail"


def test_marks_for_bold_that_were_left_over_are_no_text() -> None:
    (lead,) = read_cleaned(PAGE).lead
    assert isinstance(lead, Paragraph)
    assert lead.passage.text == "The plan was bold, and (it seems) Broke's own."


def test_related_articles_without_the_heading_over_them() -> None:
    article = read_cleaned(PAGE)
    assert [(entry.level, entry.title) for entry in article.see_also] == [
        (1, "Partisans"),
        (3, "Werwolf"),
        (1, "Yugoslav Partisans"),
    ]
    (items,) = article.sections[-1].blocks
    assert isinstance(items, ItemList)
    assert items.items[1].passage.text == "Others of that kind:"


def test_every_hole_is_a_gap_with_its_place() -> None:
    found = [(gap.kind, PAGE[gap.start : gap.end], gap.message) for gap in read_cleaned(PAGE).gaps]
    assert found == [
        ("lost-words", ",", "words are missing here"),
        ("empty-field", "- Casualties:", "“Casualties” is blank"),
        ("lost-words", ", and ", "words are missing here"),
        ("lost-words", " ", "words are missing here"),
    ]


def test_the_label_of_a_retelling_is_no_text() -> None:
    label = 'Retold for dossier from the Wikipedia article "Example" (revision unknown). Text: CC BY-SA 4.0.'
    article = read_cleaned(PAGE.replace("=\n\nInfobox", f"=\n\n{label}\n\nInfobox"))
    assert article.provenance.label.text == label
    assert (article.provenance.site, article.provenance.licence) == ("Wikipedia", "CC BY-SA 4.0")
    assert "Retold" not in article.text.text
    assert len(article.infobox) == 3


def test_an_empty_section_is_a_gap_unless_sections_stand_in_it() -> None:
    article = read_cleaned("= T =\n\nWords.\n\n==Outer==\n===Inner===\nWords.\n\n==External links==\n")
    assert [(gap.kind, gap.message) for gap in article.gaps] == [
        ("empty-section", "nothing stands under “External links”")
    ]
