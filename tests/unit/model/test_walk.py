"""Every printed text has a message id of its own, and can be replaced by its translation."""

from __future__ import annotations

from dossier.model.project import load_project
from dossier.model.walk import messages, parts, rewrite
from tests.raid import Spoil


def test_message_ids(project: Spoil) -> None:
    dossier = load_project(project()).dossier
    texts = {message.id: message.text for message in messages(dossier)}
    assert texts["raid.title"] == "The raid"
    assert texts["landing.title"] == "Landing"
    assert texts["story.heading"] == "Twelve men landed"
    assert texts["all.text"] == "{value} people in all."
    assert texts["article.attribution"] == "The authors of the article."
    assert "landing.date.words" not in texts  # the source's own words stay as they are


def test_ids_do_not_repeat(project: Spoil) -> None:
    found = [message.id for message in messages(load_project(project()).dossier)]
    assert len(found) == len(set(found))


def test_rewriting_reaches_every_text_and_nothing_else(project: Spoil) -> None:
    dossier = load_project(project()).dossier
    changed = rewrite(dossier, lambda message: f"<{message.text}>")
    assert {m.id: m.text for m in messages(changed)} == {m.id: f"<{m.text}>" for m in messages(dossier)}
    assert changed.events[0].date == dossier.events[0].date
    assert [place for place, _ in parts(changed)] == [place for place, _ in parts(dossier)]


def test_nothing_to_change_gives_the_same_dossier(project: Spoil) -> None:
    dossier = load_project(project()).dossier
    assert rewrite(dossier, lambda message: message.text) is dossier
