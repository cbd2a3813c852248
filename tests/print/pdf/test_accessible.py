"""Files finished for screen: what the judge says, what a reader finds, and that nothing on the page has changed."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from dossier.errors import PreflightError, TypesettingError
from dossier.pdf.accessible import finish_screen
from dossier.pdf.raster import raster
from dossier.pdf.read import Bookmark, read_summary
from dossier.pdf.structure import Element, read_tree
from dossier.pdf.text import Passage, read_passages

Samples = dict[str, bytes]


@pytest.fixture(scope="module")
def english(finished: Samples) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(finished["en"]))


@pytest.fixture(scope="module")
def elements(english: pikepdf.Pdf) -> tuple[Element, ...]:
    tree = read_tree(english)
    assert tree is not None
    return tuple(tree.walk())


def of_kind(elements: tuple[Element, ...], kind: str) -> list[Element]:
    return [element for element in elements if element.kind == kind]


@pytest.fixture(scope="module")
def passages(finished: Samples) -> tuple[Passage, ...]:
    return read_passages(finished["en"])


@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_samples_pass(verapdf: Callable[..., list[str]], finished: Samples, tmp_path: Path, flavour: str) -> None:
    paths = []
    for language, pdf in finished.items():
        paths.append(tmp_path / f"{language}.pdf")
        paths[-1].write_bytes(pdf)
    assert verapdf(flavour, *paths) == []


def test_what_is_not_finished_fails(verapdf: Callable[..., list[str]], raw: Samples, tmp_path: Path) -> None:
    path = tmp_path / "raw.pdf"
    path.write_bytes(raw["en"])
    rules = [rule.partition(":")[0] for rule in verapdf("ua1", path)[1:]]
    assert set(rules) >= {"5-1", "7.18.5-1", "7.3-1"}  # no identifier, links tagged otherwise, a figure without Alt


def test_same_bytes_twice(unfinished: Samples, finished: Samples) -> None:
    assert all(finish_screen(unfinished[language]) == pdf for language, pdf in finished.items())


@pytest.mark.parametrize("language", ["en", "ar", "he"])
def test_pages_look_as_before(raw: Samples, finished: Samples, language: str) -> None:
    for page in range(len(read_summary(raw[language]).pages)):
        assert raster(raw[language], page) == raster(finished[language], page)


def test_says_what_it_is(finished: Samples) -> None:
    summary = read_summary(finished["en"])
    assert (summary.title, summary.language, summary.version) == ("A drop in Komi", "en", "1.7")
    assert [bookmark for bookmark in summary.bookmarks if bookmark.page < 3] == [
        Bookmark(1, "A drop in Komi", 1),
        Bookmark(2, "Contents", 1),
        Bookmark(2, "The plan was made in Hammelburg", 1),
        Bookmark(2, "The groups", 2),
    ]
    assert {font.name for font in summary.fonts} == {
        "Spectral",
        "Spectral-Italic",
        "Spectral-Bold",
        "PT-Sans",
        "PT-Sans-Bold",
    }
    assert all(font.embedded and font.has_unicode for font in summary.fonts)


def test_right_to_left_pages_are_turned_that_way(finished: Samples, english: pikepdf.Pdf) -> None:
    with pikepdf.open(BytesIO(finished["ar"])) as arabic:
        assert arabic.Root.ViewerPreferences.Direction == pikepdf.Name.R2L
    assert "/Direction" not in english.Root.ViewerPreferences


def test_figure_holds_its_labels(
    english: pikepdf.Pdf, elements: tuple[Element, ...], passages: tuple[Passage, ...]
) -> None:
    (figure,) = of_kind(elements, "Figure")
    assert str(figure.object.Alt) == "Map of three rivers"
    labels = [passage.text for passage in passages if "Figure" in passage.path]
    assert labels == ["Dvina", "Pechora", "Yenisey"]
    left, bottom, right, top = (float(length) for length in figure.object.A.BBox)
    assert (round(right - left, 1), round(top - bottom, 1)) == (200.0, 100.0)
    assert left == pytest.approx(18 * 72 / 25.4, abs=0.01)
    assert top < float(english.pages[0].TrimBox[3]) - 22 * 72 / 25.4
    parents = english.Root.StructTreeRoot.ParentTree.Nums
    assert parents[2 * figure.contents[0].page + 1][figure.contents[0].mcid].objgen == figure.object.objgen


def test_ornament_and_margin_boxes_are_artifacts(english: pikepdf.Pdf, passages: tuple[Passage, ...]) -> None:
    first = english.pages[0].Contents.read_bytes()
    assert first.count(b"/Artifact\n<</Type /Pagination>>\nBDC") == 2  # running head and page number
    assert first.count(b"/Artifact\n<</Type /Layout>>\nBDC") == 1
    texts = [passage.text for passage in passages]
    assert "1" not in texts
    assert texts.count("The groups") == 1


def test_table_heads_have_their_scope(elements: tuple[Element, ...]) -> None:
    heads = [(group.kind, str(cell.object.A.Scope)) for group in elements if group.kind in ("THead", "TBody")
             for row in group.elements for cell in of_kind(row.elements, "TH")]  # fmt: skip
    assert set(heads) == {("THead", "/Column"), ("TBody", "/Row")}
    assert heads.count(("TBody", "/Row")) == 60


def test_identifiers_are_indexed(english: pikepdf.Pdf, elements: tuple[Element, ...]) -> None:
    names = list(english.Root.StructTreeRoot.IDTree.Names)
    identifiers = [bytes(name) for name in names[::2]]
    assert identifiers == sorted({bytes(element.object.ID) for element in elements if "/ID" in element.object})
    assert b"note-2" in identifiers


def test_footnotes_are_notes_with_labels(elements: tuple[Element, ...], passages: tuple[Passage, ...]) -> None:
    assert [str(note.object.ID) for note in of_kind(elements, "Note")] == ["note-1", "note-2"]
    assert all(note.elements[0].kind == "Lbl" for note in of_kind(elements, "Note"))
    assert [passage.text.replace("\n", " ") for passage in passages if passage.is_note] == [
        "1. Parrish 2004, p. 44; the article.",
        "2. Melenberg, «Десант на ГУЛАГ», 1 March 2004.",
    ]


def test_a_link_has_one_annotation_and_words(english: pikepdf.Pdf, elements: tuple[Element, ...]) -> None:
    described = [
        str(annotation.object.Contents) for link in of_kind(elements, "Link") for annotation in link.annotations
    ]
    assert described == ["The plan 1", "The groups 2", "1", "the article"]
    annotations = [each for page in english.pages for each in page.get("/Annots", [])]
    assert [str(each.Contents) for each in annotations] == described
    keys = [int(each.StructParent) for each in annotations]
    parents = english.Root.StructTreeRoot.ParentTree.Nums
    assert [int(key) for key in list(parents)[::2]] == [*range(len(english.pages)), *keys]


def test_other_languages_are_tagged(english: pikepdf.Pdf, elements: tuple[Element, ...]) -> None:
    marked = [(element.kind, str(element.object.Lang)) for element in elements if "/Lang" in element.object]
    assert set(marked) == {("Span", "ru"), ("Span", "de")}
    assert b"lang:" not in b"".join(
        bytes(each.A.URI) for page in english.pages for each in page.get("/Annots", []) if "/A" in each
    )


def test_a_link_leads_from_the_call_to_the_note(english: pikepdf.Pdf) -> None:
    (call,) = (each for each in english.pages[0].Annots if each.Contents == "1")
    names = list(english.Root.Names.Dests.Names)
    assert str(call.Dest) == "n1"
    destinations = dict(zip(map(str, names[::2]), names[1::2], strict=True))
    page, _, _, top, _ = list(destinations["n1"])
    assert page.objgen == english.pages[0].obj.objgen
    assert float(call.Rect[1]) > float(top)  # the note stands below its call


def test_a_definition_is_an_item_with_label_and_body(elements: tuple[Element, ...]) -> None:
    items = [[part.kind for part in item.elements] for item in of_kind(elements, "LI")]
    assert items.count(["Lbl", "LBody"]) == len(items) == 5


def test_each_attachment_is_associated_once(raw: Samples, english: pikepdf.Pdf) -> None:
    with pikepdf.open(BytesIO(raw["en"])) as before:
        assert len(before.Root.AF) == 2
    assert [str(file.UF) for file in english.Root.AF] == ["dossier.yaml"]


@pytest.mark.parametrize(
    ("head", "options", "message"),
    [
        ("", {}, "the page has no title"),
        ("<title> </title>", {}, "the page has no title"),
        ("<title>T</title>", {"pdf_variant": None}, "the PDF was written without tags"),
        ("<title>T</title>", {"pdf_variant": "pdf/a-3b"}, "the PDF was written without tags"),
    ],
)
def test_a_page_that_cannot_be_finished(
    typeset: Callable[..., bytes], head: str, options: dict[str, str | None], message: str
) -> None:
    with pytest.raises(TypesettingError, match=message) as caught:
        finish_screen(typeset("<main><h1>Heading</h1></main>", head=head, **options))
    assert caught.value.hint


def test_a_page_without_a_language(typeset: Callable[..., bytes]) -> None:
    with pytest.raises(TypesettingError, match="the page has no language"):
        finish_screen(typeset("<main><h1>Heading</h1></main>", language=""))


def test_words_that_tags_cannot_reach(typeset: Callable[..., bytes]) -> None:
    with pytest.raises(
        TypesettingError, match="a page has 2 pieces of tagged content, of which 1 were found"
    ) as caught:
        finish_screen(
            typeset(
                '<main><h1>Heading</h1><p style="opacity: 0.5">faint</p></main>',
                css="@page { @top-left { content: none } @bottom-center { content: none } }",
            )
        )
    assert "opacity" in caught.value.hint


def test_what_is_no_pdf() -> None:
    with pytest.raises(PreflightError, match="this is no readable PDF"):
        finish_screen(b"not a PDF")
