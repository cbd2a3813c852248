"""Short titles and names stay on one line; long ones break where they like."""

from __future__ import annotations

import pytest

from dossier.exhibits.citations import Run
from dossier.typeset.titles import whole_titles


@pytest.mark.parametrize(
    ("text", "italic", "kept"),
    [
        ("Novaya Gazeta", True, "Novaya_Gazeta"),
        ("Sacrifice of the Generals: Soviet Senior Officer Losses", True,
         "Sacrifice of the Generals: Soviet Senior Officer Losses"),
        ("Melenberg, Aleksandr. „Desant na GULAG“. ", False, "Melenberg,_Aleksandr. „Desant_na_GULAG“. "),
        (" «Desant na GULAG». ", False, " «Desant_na_GULAG». "),
        ("Parrish, ‘Desant na GULAG’, 44", False, "Parrish, ‘Desant_na_GULAG’, 44"),
        (", 1. März 2004.", False, ", 1. März 2004."),
    ],
)  # fmt: skip
def test_what_is_short_is_kept_whole(text: str, italic: bool, kept: str) -> None:
    (run,) = whole_titles([Run(text, italic=italic)])
    assert run.text.replace("\u00a0", "_") == kept


def test_only_the_first_name_is_one() -> None:
    runs = whole_titles([Run("Doe, Jane. "), Run("Lost", italic=True), Run("Gazette, 2004")])
    assert [run.text for run in runs] == ["Doe,\u00a0Jane. ", "Lost", "Gazette, 2004"]
    assert whole_titles([]) == ()
