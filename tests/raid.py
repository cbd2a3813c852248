"""A small project on disk that tests spoil in one place at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

SOURCE = """The Raid

On 2 June 1943, twelve men landed. Two groups of 50-55 people each were planned.
Soon after this failure, the plan was given up. The plan was bold. The plan was secret.
"""

DOSSIER = """\
dossier: 1
id: raid
title: The raid
licence: {name: CC BY-SA 4.0}
sources:
  - id: article
    mark: A
    title: The Raid
    path: sources/article.txt
    licence: {name: CC BY-SA 4.0}
    attribution: The authors of the article.
references:
  - {id: smith-1999, type: book, title: Raids, issued: "1999"}
sections:
  - id: story
    heading: Twelve men landed
    body:
      - id: landing-told
        text: Twelve men landed, says [the source](#landing).
        kind: source
        evidence: [{source: article, exact: twelve men landed}]
        cites: [{ref: smith-1999, locator: "4"}]
events:
  - id: landing
    title: Landing
    text: Twelve men landed.
    kind: source
    strength: 12
    date: {edtf: 1943-06-02, words: On 2 June 1943}
    evidence: [{source: article, exact: twelve men landed}]
  - id: end
    title: The end
    text: The plan was given up.
    kind: source
    date: {after: landing, words: Soon after this failure}
    evidence: [{source: article, exact: the plan was given up}]
units:
  - id: groups
    name: Groups
    text: Two groups were planned.
    kind: source
    strength: 2 x 50-55
    evidence: [{source: article, exact: Two groups of 50-55 people each}]
uncertain:
  - id: all
    text: "{value} people in all."
    kind: derived
    formula: {sum: [landing, groups]}
"""

Spoil = Callable[..., Path]
"""Writes the project with each (old, new) replaced in dossier.yaml, and gives its folder."""


def write(folder: Path, *changes: tuple[str, str]) -> Path:
    """Write the project into `folder`, with each (old, new) replaced once in dossier.yaml, and return the folder."""
    text = DOSSIER
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    (folder / "sources" / "article.txt").write_text(SOURCE, encoding="utf-8")
    (folder / "dossier.yaml").write_text(text, encoding="utf-8")
    return folder
