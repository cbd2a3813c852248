"""Two languages on one sheet, equal in rank: level, as large as each other, each in its own direction."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest

from dossier.build import BuiltSet, build_layout
from dossier.errors import UsageError
from dossier.locales.placeholders import numbered
from dossier.model.project import Project, load_project
from dossier.pdf.read import read_summary
from dossier.pdf.text import normalise, read_passages, text_of
from dossier.units import mm, to_mm
from tests import raid
from tests.glyphs import read_glyphs

ARABIC = {
    "raid.title": ("The raid", "الغارة"),
    "story.heading": ("Twelve men landed", "نزل اثنا عشر رجلًا"),
    "landing-told.text": (
        "Twelve men landed, says [the source](#landing).",
        "يقول [المصدر](#landing) إن اثني عشر رجلًا نزلوا.",
    ),
    "landing.title": ("Landing", "الإنزال"),
    "groups.name": ("Groups", "المجموعات"),
}
CATALOG = """\
msgid ""
msgstr ""
"Project-Id-Version: raid 1\\n"
"Language: ar\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = raid.write(tmp_path_factory.mktemp("raid"), ("title: The raid\n", "title: The raid\ncomplete: 40\n"))
    (folder / "locale").mkdir()
    entries = "".join(
        f'\nmsgctxt "{id}"\nmsgid "{numbered(english)}"\nmsgstr "{numbered(arabic)}"\n'
        for id, (english, arabic) in ARABIC.items()
    )
    (folder / "locale" / "ar.po").write_text(CATALOG + entries, encoding="utf-8")
    return load_project(folder)


@pytest.fixture(scope="module")
def built(project: Project, tmp_path_factory: pytest.TempPathFactory) -> BuiltSet:
    return build_layout(project, "ar+en", "panels-a1-bilingual", tmp_path_factory.mktemp("pair"))


@pytest.fixture(scope="module")
def introduction(built: BuiltSet) -> Path:
    return next(file.path for file in built.files if "introduction" in file.path.name)


def test_the_files_are_those_of_the_pair(built: BuiltSet, introduction: Path) -> None:
    assert introduction.parts[-4:-1] == ("raid", "ar+en", "panels-a1-bilingual")
    (page,) = read_summary(introduction).pages
    assert page.trim is not None
    assert (to_mm(page.trim.width), to_mm(page.trim.height)) == pytest.approx((1188, 841), abs=0.01)


def test_each_side_is_read_in_its_own_order(introduction: Path) -> None:
    """What runs from the right stands on the right, whatever was named first; letters come back as written."""
    words = normalise(text_of(read_passages(introduction)))
    english, arabic = words.index(normalise("The raid")), words.index(normalise("الغارة"))
    assert english < arabic
    assert normalise("Twelve men landed, says the source.") in words[:arabic]
    assert normalise("يقول المصدر إن اثني عشر رجلًا نزلوا") in words[arabic:]


def test_both_sides_begin_as_far_from_their_edge(introduction: Path) -> None:
    (page,) = read_summary(introduction).pages
    assert page.trim is not None
    trim, above = page.trim, page.media.height - page.trim.top  # glyphs are counted from the origin, and from the top
    words = [
        glyph
        for glyph in read_glyphs(introduction)
        if trim.left < glyph.left < glyph.right < trim.right and above < glyph.top < glyph.bottom < above + trim.height
    ]
    middle = trim.left + mm(594)
    left = [glyph for glyph in words if glyph.right < middle]
    right = [glyph for glyph in words if glyph.left > middle]
    assert len(left) + len(right) == len(words), "no word crosses from one side to the other"
    assert {glyph.text for glyph in left} >= set("Theraid")
    assert {glyph.text for glyph in right} >= set("المصدر")
    assert min(glyph.left for glyph in left) == pytest.approx(trim.left + mm(40), abs=mm(3))
    assert max(glyph.right for glyph in right) == pytest.approx(trim.right - mm(40), abs=mm(3))


def test_letters_are_as_high_on_both_sides(introduction: Path) -> None:
    """Spectral has an x-height of 0.450 em, Amiri's dal 0.395 em: so much larger is Arabic set."""
    with pikepdf.open(introduction) as document:
        streams = [each.read_bytes() for each in document.objects if isinstance(each, pikepdf.Stream)]
    sizes = {float(size) for stream in streams for size in re.findall(rb"([\d.]+) Tf", stream)}
    largest = max(sizes)
    assert any(size == pytest.approx(largest * 0.395 / 0.450, rel=0.005) for size in sizes)


@pytest.mark.parametrize(
    ("tag", "layout", "says"),
    [
        ("en+ar", "panels-a1", "is for one language, not for 'en\\+ar'"),
        ("en", "panels-a1-bilingual", "is for two languages, not for 'en'"),
        ("en+en", "panels-a1-bilingual", "not two languages"),
        ("en+ar+de", "panels-a1-bilingual", "not two languages"),
    ],
)
def test_a_layout_has_as_many_languages_as_it_has(
    project: Project, tmp_path: Path, tag: str, layout: str, says: str
) -> None:
    with pytest.raises(UsageError, match=re.compile(says)):
        build_layout(project, tag, layout, tmp_path)
    assert not list(tmp_path.iterdir())
