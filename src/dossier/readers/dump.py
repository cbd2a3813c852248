"""An article as plain values, for `dossier read --json` and for tests."""

from __future__ import annotations

from dossier.model.article import Article, Block, Gap, ItemList, Paragraph, Reference, Section
from dossier.model.passage import Passage

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]


def as_json(article: Article) -> dict[str, Plain]:
    """Return what a reader saw as values that JSON can hold; `start` and `end` are code points of the source."""
    return {
        "title": article.title.text,
        "language": article.language,
        "format": article.format,
        "provenance": {
            "site": article.provenance.site,
            "url": article.provenance.url,
            "revision": article.provenance.revision,
            "modified": article.provenance.modified,
            "licence": article.provenance.licence,
            "label": article.provenance.label.text,
        },
        "infobox": [{"name": field.name, **_passage(field.value)} for field in article.infobox],
        "lead": [_block(block) for block in article.lead],
        "sections": [_section(section) for section in article.sections],
        "references": [_reference(reference) for reference in article.references],
        "see_also": [{"title": entry.title, **_passage(entry.passage)} for entry in article.see_also],
        "external_links": [{"url": link.url, **_passage(link.passage)} for link in article.external_links],
        "interlanguage": dict(article.interlanguage),
        "categories": list(article.categories),
        "coordinates": [
            {"lat": point.lat, "lon": point.lon, "name": point.name, "start": point.start, "end": point.end}
            for point in article.coordinates
        ],
        "media": [{"file": media.file, "caption": media.caption.text} for media in article.media],
        "gaps": [_gap(gap) for gap in article.gaps],
    }


def _passage(passage: Passage) -> dict[str, Plain]:
    value: dict[str, Plain] = {"text": passage.text, "start": passage.start, "end": passage.end}
    if passage.citations:
        value["citations"] = [
            {"at": cite.at, "reference": cite.reference, **({"locator": cite.locator} if cite.locator else {})}
            for cite in passage.citations
        ]
    return value


def _section(section: Section) -> Plain:
    return {
        "level": section.level,
        "heading": section.heading.text,
        "role": section.role,
        "start": section.heading.start,
        "blocks": [_block(block) for block in section.blocks],
        "sections": [_section(inner) for inner in section.sections],
    }


def _block(block: Block) -> Plain:
    match block:
        case Paragraph():
            return {"type": "quotation" if block.quoted else "paragraph", **_passage(block.passage)}
        case ItemList():
            return {"type": "list", "items": [{"level": item.level, **_passage(item.passage)} for item in block.items]}
        case _:
            rows: list[Plain] = [[_passage(cell.passage) for cell in row] for row in block.rows]
            return {"type": "table", "caption": block.caption.text, "rows": rows}


def _reference(reference: Reference) -> Plain:
    value: dict[str, Plain] = {"key": reference.key, "kind": reference.kind, **_passage(reference.text)}
    if reference.letters:
        value["letters"] = list(reference.letters)
    if reference.work:
        value["work"] = reference.work
    if reference.locator:
        value["locator"] = reference.locator
    if reference.templates:
        value["templates"] = [
            {"name": template.name, "params": dict(template.params)} for template in reference.templates
        ]
    return value


def _gap(gap: Gap) -> Plain:
    return {
        "kind": gap.kind,
        "start": gap.start,
        "end": gap.end,
        "context": gap.context,
        "message": gap.message,
    }
