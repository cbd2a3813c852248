"""From the nodes of wikitext to clean text, with what the words carry: citations, links, coordinates, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dossier.model.article import Coordinates, Media, Template
from dossier.model.passage import Passage
from dossier.readers.builder import Builder
from dossier.readers.gaps import Gaps
from dossier.readers.wikitext.footnotes import Footnotes
from dossier.readers.wikitext.markup import parse
from dossier.readers.wikitext.nodes import (
    Address,
    Break,
    Call,
    Char,
    Element,
    Mark,
    Node,
    Quotes,
    Tag,
    Text,
    Wikilink,
    clip,
)

_FILES = "file|image|media|datei|bild|fichier|archivo|imagen|immagine|plik|bestand|ficheiro|файл|изображение|soubor|fil"
_CATEGORIES = "category|kategorie|catégorie|categoría|categoria|kategoria|categorie|категория|категорія"
_NAMESPACE = re.compile(rf"\s*(?:(?P<file>{_FILES})|(?P<category>{_CATEGORIES}))\s*:\s*(?P<name>.*)", re.IGNORECASE)
_LANGUAGE = re.compile(r"(?P<language>[a-z]{2,3}(?:-[a-z]{2,10}){0,2}|simple):(?P<title>.+)")
_GALLERY_LINE = re.compile(r"[^\n|]+(?:\|(?P<words>[^\n]*))?")
_FILE_OPTION = re.compile(
    r"thumb(?:nail)?|frame(?:d|less)?|border|left|right|center|centre|none|baseline|middle|sub|super|(?:text-)?top"
    r"|(?:text-)?bottom|upright(?:\s*=.*)?|\d*x?\d+\s*px|(?:alt|link|lang|page|class|thumb|start|end)\s*=.*|mini|links"
    r"|rechts|hochkant.*|vignette|gauche|droite|мини|слева|справа",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(slots=True)
class Inline:
    """Writes nodes as clean text, and keeps what they hold besides."""

    source: str
    gaps: Gaps
    write_template: Callable[[Call, Inline, Builder], None]
    footnotes: Footnotes = field(default_factory=Footnotes)
    templates: list[Template] = field(default_factory=list)
    coordinates: list[Coordinates] = field(default_factory=list)
    media: list[Media] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    interlanguage: list[tuple[str, str]] = field(default_factory=list)

    def passage(self, nodes: Sequence[Node], place: int) -> Passage:
        """Return the words of `nodes`; where there are none, an empty passage at `place`."""
        builder = Builder(self.source)
        self.write(nodes, builder)
        return builder.passage(place)

    def text(self, nodes: Sequence[Node]) -> str:
        """Return the words of `nodes` alone."""
        return self.passage(nodes, 0).text

    def write(self, nodes: Sequence[Node], builder: Builder) -> None:
        """Write `nodes` into `builder`."""
        quotes = _quotes(self.source, nodes)
        opened: int | None = None
        for node in nodes:
            match node:
                case Text() | Mark():
                    builder.copy(node.start, node.end)
                case Char():
                    builder.write(node.text, node.start, node.end)
                case Break():
                    builder.blank(node.start, node.end)
                case Tag(name="br"):
                    builder.blank(node.start, node.end, "\n")
                case Quotes():
                    kept, bold = quotes[node.start]
                    builder.copy(node.start, node.start + kept)
                    if bold and opened is None:
                        opened = builder.next
                    elif bold and opened is not None:
                        builder.bold = builder.bold or (opened, builder.length)
                        opened = None
                case Call():
                    self.write_template(node, self, builder)
                case Wikilink():
                    self._link(node, builder)
                case Address():
                    at = builder.next
                    self.write(node.nodes, builder)
                    builder.link(at, node.url)
                case Element():
                    self._element(node, builder)

    def _link(self, link: Wikilink, builder: Builder) -> None:
        special = _NAMESPACE.match(link.target)
        other = _LANGUAGE.match(link.target)
        if special and special["file"]:
            self._file(special["name"], link)
        elif special:
            self.categories.append(special["name"])
        elif other and len(link.parts) == 1:
            self.interlanguage.append((other["language"], other["title"]))
        else:
            at = builder.next
            target, *words = link.parts
            colon = len(link.target) - len(link.target.lstrip(":"))
            self.write(words[0] if words else clip(target, link.start + len("[[") + colon, link.end), builder)
            builder.link(at, link.target[colon:])

    def _file(self, name: str, link: Wikilink) -> None:
        caption = Passage()
        for nodes in link.parts[1:]:
            start, end = (nodes[0].start, nodes[-1].end) if nodes else (0, 0)
            if nodes and not _FILE_OPTION.fullmatch(self.source[start:end].strip()):
                caption = self.passage(nodes, start)
        self.media.append(Media(name, caption))

    def _element(self, element: Element, builder: Builder) -> None:
        match element.tag:
            case "ref":
                group, name = element.attributes.get("group", ""), element.attributes.get("name", "")
                self.note(group, name, element.nodes, element, builder)
            case "references":
                self.define(element.nodes)
            case "gallery":
                self._gallery(element)
            case "includeonly":
                pass
            case "blockquote" | "table":
                builder.blank(element.start, element.start, "\n")
                self.write([node for node in element.nodes if not isinstance(node, Mark)], builder)
                builder.blank(element.end, element.end, "\n")
            case _:
                self.gaps.add("template", element.start, element.end, f"a <{element.tag}> is left out")

    def note(
        self, group: str, name: str, nodes: Sequence[Node], place: Element | Call, builder: Builder | None
    ) -> None:
        """Note a reference: its words where they are given, and a citation where there is a `builder`."""
        note = self.footnotes.find(group, name, place.start, place.end)
        key = self.footnotes.cite(note) if builder else ""
        if nodes and not (note.text and note.text.text):
            note.start, note.end = place.start, place.end
            note.text = self._note_text(nodes)
        elif not name:
            note.text = note.text or Passage()
        if builder:
            builder.cite(key, place.start, place.end)

    def _note_text(self, nodes: Sequence[Node]) -> Passage:
        """Return the words of a note; an address alone, which has none, stands for itself."""
        passage = self.passage(nodes, nodes[0].start)
        address = next((node for node in nodes if isinstance(node, Address)), None)
        if passage.text or not address:
            return passage
        builder = Builder(self.source)
        builder.copy(address.start + 1, address.start + 1 + len(address.url))
        return builder.passage(address.start)

    def define(self, nodes: Iterable[Node]) -> None:
        """Note the references that a list of references defines."""
        for node in nodes:
            if isinstance(node, Element) and node.tag == "ref":
                self.note(node.attributes.get("group", ""), node.attributes.get("name", ""), node.nodes, node, None)
            elif isinstance(node, Call):
                for argument in node.arguments:
                    self.define(argument.nodes)

    def _gallery(self, gallery: Element) -> None:
        """Each line of a gallery is `File:Name|words`."""
        place = gallery.nodes[0]
        for line in _GALLERY_LINE.finditer(self.source, place.start, place.end):
            name = _NAMESPACE.match(line[0].partition("|")[0])
            if not name:
                continue
            caption = Passage()
            if line["words"]:
                nodes = parse(self.source, self.gaps, line.start("words"), line.end("words"))
                caption = self.passage(nodes, line.start("words"))
            self.media.append(Media(name["name"].strip(), caption))


def _quotes(source: str, nodes: Sequence[Node]) -> Mapping[int, tuple[int, bool]]:
    """Return for each run of apostrophes how many are words, and whether it begins or ends bold.

    MediaWiki's rule (Parser::doQuotes): where a line has an odd number of both, one bold mark is an apostrophe before
    italics: the first after a word of one letter, or else after a longer word, or else after a space.
    """
    found: dict[int, tuple[int, bool]] = {}
    line: list[Quotes] = []
    for node in (*nodes, Break(0, 0)):
        if isinstance(node, Quotes):
            line.append(node)
        elif isinstance(node, Break) and line:
            lengths = [quotes.end - quotes.start for quotes in line]
            bold = [length in (3, 4) or length > 4 for length in lengths]
            italic = [length == 2 or length > 4 for length in lengths]
            apostrophe = _apostrophe(source, line) if sum(bold) % 2 and sum(italic) % 2 else None
            for quotes, length, is_bold in zip(line, lengths, bold, strict=True):
                if quotes is apostrophe:
                    found[quotes.start] = (1, False)
                else:
                    found[quotes.start] = (1 if length == 4 else max(0, length - 5), is_bold)
            line = []
    return found


def _apostrophe(source: str, line: Sequence[Quotes]) -> Quotes | None:
    ranked: dict[int, Quotes] = {}
    for quotes in line:
        if quotes.end - quotes.start == 3:
            before = source[max(0, quotes.start - 2) : quotes.start].rjust(2)
            rank = 2 if before[1] == " " else 0 if before[0] == " " else 1
            ranked.setdefault(rank, quotes)
    return ranked[min(ranked)] if ranked else None
