"""The tree of wikitext: its places, what mwparserfromhell sees in the same text, and markup that never closes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import mwparserfromhell
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.readers.gaps import Gaps
from dossier.readers.wikitext.markup import MAX_DEPTH, parse
from dossier.readers.wikitext.nodes import Address, Argument, Call, Char, Element, Mark, Node, Tag, Text, Wikilink, clip
from dossier.readers.wikitext.tokens import attributes


def walk(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        match node:
            case Call():
                for argument in node.arguments:
                    yield from walk(argument.nodes)
            case Wikilink():
                for part in node.parts:
                    yield from walk(part)
            case Address() | Element():
                yield from walk(node.nodes)
            case _:
                pass


def parsed(source: str) -> tuple[tuple[Node, ...], list[tuple[str, str]]]:
    gaps = Gaps(source)
    nodes = parse(source, gaps)
    return nodes, [(gap.kind, source[gap.start : gap.end]) for gap in gaps.all()]


def only(source: str) -> Node:
    nodes, gaps = parsed(source)
    assert gaps == []
    assert len(nodes) == 1
    return nodes[0]


def test_a_template_knows_its_arguments() -> None:
    source = "{{ Info_box\n<!-- x -->| a = 1 | two | b=[[c|d]] | c = x=y | three }}"
    call = only(source)
    assert isinstance(call, Call)
    assert call.name == "Info_box"
    assert [(given.name, source[given.start : given.end].strip()) for given in call.arguments] == [
        ("a", "1"),
        ("1", "two"),
        ("b", "[[c|d]]"),
        ("c", "x=y"),
        ("2", "three"),
    ]


def test_a_link_knows_its_target_and_parts() -> None:
    source = "[[File:A.jpg|thumb|The [[Exe]], {{circa|1700}}]]"
    link = only(source)
    assert isinstance(link, Wikilink)
    assert link.target == "File:A.jpg"
    assert len(link.parts) == 3
    assert [type(node) for node in link.parts[2]] == [Text, Wikilink, Text, Call]


def test_an_address_knows_its_url_and_words() -> None:
    address = only("[https://example.org/a?b=c|d The ''words'']")
    assert isinstance(address, Address)
    assert address.url == "https://example.org/a?b=c"


def test_a_reference_keeps_its_attributes() -> None:
    reference = only('<ref name="a b" group=note>words</ref >'.replace(" >", ">"))
    assert isinstance(reference, Element)
    assert (reference.tag, dict(reference.attributes)) == ("ref", {"name": "a b", "group": "note"})
    empty = only("<ref name=x/>")
    assert isinstance(empty, Element)
    assert (dict(empty.attributes), empty.nodes) == ({"name": "x"}, ())


def test_attributes_in_every_notation() -> None:
    assert attributes("a=1 B='two words' c=\"&amp;\" d /") == {"a": "1", "b": "two words", "c": "&"}


def test_a_table_keeps_the_marks_between_its_cells() -> None:
    source = "{| class=x\n|+ c\n! a !! b\n|-\n| 1 || 2\n|}"
    table = only(source)
    assert isinstance(table, Element)
    assert dict(table.attributes) == {"class": "x"}
    marks = [node.text for node in table.nodes if isinstance(node, Mark)]
    assert marks == ["\n|+", "\n!", "!!", "\n|-", "\n|", "||"]


def test_words_that_are_not_markup() -> None:
    nodes, gaps = parsed("a = b | c ! d &c; &amp; 1 < 2 [x] <unknown> <nowiki>{{x}}</nowiki> __TOC__ {{{1}}}")
    assert gaps == []
    assert not any(isinstance(node, Call | Mark | Element) for node in nodes)
    assert [node.text for node in nodes if isinstance(node, Char)] == ["&"]


def test_a_comment_on_a_line_of_its_own_is_no_blank_line() -> None:
    source = "a\n<!-- b -->\nc"
    nodes, _ = parsed(source)
    assert "".join(source[node.start : node.end] for node in nodes) == "a\nc"


@pytest.mark.parametrize(
    ("source", "gaps", "words"),
    [
        ("a {{b c", [("unclosed", "{{")], "a b c"),
        ("a [[b c", [("unclosed", "[[")], "a b c"),
        ("a }} b ]] c", [("unclosed", "}}"), ("unclosed", "]]")], "a  b  c"),
        ("a <ref>b", [("unclosed", "<ref>")], "a b"),
        ("a <ref>b <ref>c</ref>", [("unclosed", "<ref>")], "a b "),
        ("a </ref> b", [("unclosed", "</ref>")], "a  b"),
        ("a <!-- b", [("unclosed", "<!--")], "a  b"),
        ("a <nowiki> b", [("unclosed", "<nowiki>")], "a  b"),
        ("{|\n| a", [("unclosed", "{|")], "| a"),
        ("[[a\n\nb]]", [("unclosed", "[["), ("unclosed", "]]")], "ab"),
        ("[http://a b\nc]", [], "[http://a bc]"),
        ("<script>x()</script>a", [("active", "<script>x()</script>")], "a"),
        ("{{a|[[b}} c", [("unclosed", "[[")], " c"),
    ],
)
def test_what_never_closes_is_a_gap_and_its_content_stays(source: str, gaps: list[tuple[str, str]], words: str) -> None:
    nodes, found = parsed(source)
    assert found == gaps
    plain = (source[node.start : node.end] for node in nodes if isinstance(node, Text | Mark))
    assert "".join(plain).replace("\n", "") == words


def test_nothing_nests_deeper_than_allowed() -> None:
    deep = MAX_DEPTH + 3
    nodes, gaps = parsed("{{a|" * deep + "x" + "}}" * deep)
    assert gaps[:3] == [("too-deep", "{{")] * 3
    depth = 0
    while nodes and isinstance(nodes[0], Call):
        depth += 1
        nodes = nodes[0].arguments[0].nodes
    assert depth == MAX_DEPTH


def test_clip_cuts_words_and_leaves_the_rest_whole() -> None:
    nodes = (Text(0, 4), Tag(4, 8, "br"), Text(8, 12))
    assert clip(nodes, 2, 10) == (Text(2, 4), Tag(4, 8, "br"), Text(8, 10))
    assert clip(nodes, 5, 12) == (Text(8, 12),)


CASES = [
    "{{a|b={{c|d}}|[[e|f]]}} and <ref name=x>{{cite book|title=T}}</ref>",
    "[[File:a|b [[c]] d]] [https://x y] [[d]]s",
    "{|\n! a\n|-\n| {{nts|1}} || [[b]]<ref>c</ref>\n|}",
    "{{Infobox\n| a = 1<br>2\n| b = {{plainlist|\n* [[c]]\n* {{d}}\n}}\n}}\ntext",
]


@pytest.mark.parametrize("source", CASES)
def test_another_parser_sees_the_same_templates_links_and_references(source: str) -> None:
    nodes = list(walk(parsed(source)[0]))
    code = mwparserfromhell.parse(source)
    ours = Counter(node.name for node in nodes if isinstance(node, Call))
    assert ours == Counter(str(template.name).strip() for template in code.ifilter_templates())
    links = Counter(node.target for node in nodes if isinstance(node, Wikilink))
    assert links == Counter(str(link.title) for link in code.ifilter_wikilinks())
    references = sum(isinstance(node, Element) and node.tag == "ref" for node in nodes)
    assert references == sum(tag.tag == "ref" for tag in code.ifilter_tags())


TOKENS = [
    "{{", "}}", "[[", "]]", "[http://a", "]", "|", "=", "<ref>", "</ref>", "<ref name=a/>", "<!--", "-->", "\n", "''",
    "'''", "{|", "|}", "|-", "||", "!", "*", "word ", "&lt;", "<br>", "<nowiki>", "</nowiki>", "<gallery>",
    "</gallery>",
    "==", ":", " ", "<blockquote>", "</blockquote>", "{{{1}}}", "\u202e",
]  # fmt: skip


def check_places(nodes: Sequence[Node], start: int, end: int) -> None:
    """Nodes follow each other, and what is inside a node lies inside its place."""
    at = start
    for node in nodes:
        assert at <= node.start <= node.end <= end
        at = node.end
        inside: Sequence[Sequence[Node]] = ()
        if isinstance(node, Call):
            assert all(isinstance(argument, Argument) for argument in node.arguments)
            inside = [argument.nodes for argument in node.arguments]
        elif isinstance(node, Wikilink):
            inside = node.parts
        elif isinstance(node, Address | Element):
            inside = [node.nodes]
        for part in inside:
            check_places(part, node.start, node.end)


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.lists(st.sampled_from(TOKENS), max_size=40).map("".join))
def test_any_tokens_make_nodes_in_order(source: str) -> None:
    gaps = Gaps(source)
    check_places(parse(source, gaps), 0, len(source))
