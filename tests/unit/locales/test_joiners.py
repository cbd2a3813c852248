"""What holds words together on a line, in the page as it is set."""

from __future__ import annotations

import pytest

from dossier.locales.joiners import glued, left_to_right


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>50–55 people</p>", "<p>50\u2060–\u206055 people</p>"),
        ("<td>2.–9. Juni</td>", "<td>2.\u2060–\u20609. Juni</td>"),
        ("<td>6月2日～9日</td>", "<td>6月2日\u2060～\u20609日</td>"),
        ("<p>so – 12 – it was–or not</p>", "<p>so – 12 – it was–or not</p>"),
        ("<p>1 марта 2004 г. и 5 р.</p>", "<p>1 марта 2004\u00a0г. и 5\u00a0р.</p>"),
        ("<p>2 июня 1943\u202fг.</p>", "<p>2 июня 1943\u00a0г.</p>"),
        ("<p>12 городов</p>", "<p>12 городов</p>"),
        ("<p>quoi\u202f!</p>", "<p>quoi\u202f!</p>"),
        ('<a title="50–55" href="#1–2">1<em>–2</em></a>', '<a title="50–55" href="#1–2">1<em>–2</em></a>'),
        ("<title>1940–1944</title><h1>1940–1944</h1>", "<title>1940–1944</title><h1>1940\u2060–\u20601944</h1>"),
    ],
)
def test_ranges_and_signs_of_years_stay_on_one_line(html: str, expected: str) -> None:
    assert glued(html) == expected


def test_what_runs_from_left_to_right_is_kept_apart() -> None:
    assert left_to_right("2 × 3") == "\u20662 × 3\u2069"
