"""Small articles, made up for these tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

WIKITEXT = """\
{{Infobox military conflict
| conflict = Raid on the Bridge
| partof = the River War
| date = 2 June 1901
| place = Northmoor
| result = The bridge was destroyed
| commander1 = Ann Smith
| strength1 = 40
| casualties1 = 3 killed
}}
The '''Raid on the Bridge''' was an attack on the bridge at [[Northmoor]] in the River War.<ref name="Hill">Hill, John
(1950). ''The River War''. London: Meadow Press. p. 12.</ref>

== Plan ==
In May 1901, Colonel Ann Smith was ordered to destroy the bridge.<ref name="Hill" /> Two companies of 20-25 men each
were raised for the raid. The plan had been drawn up at {{coord|54.5|N|8.7|E|name=Northmoor}}.

== Raid ==
On 2 June 1901, forty men crossed the river and blew up the bridge. The defenders were commanded by Major Tom Brown. On
3 June, the men returned. Three of them were killed.<ref>Marsh, Ruth (1961). ''Bridges''. York: Fen Books. p. 7.</ref>

== See also ==
* [[River War]]
"""

OLDER = """\
= Raid on the Bridge =

The Raid on the Bridge was an attack on the bridge at Northmoor in the River War.

== Plan ==
In May 1901, Captain Ann Smith was ordered to destroy the bridge. Two companies of 20-25 men each were raised for it.

== Raid ==
On 2 June 1901, fifty men crossed the river and blew up the bridge. The defenders were commanded by Major .

On 3 June, the men returned. A bell was rung in the village.
"""

NEWER = WIKITEXT.replace("On\n3 June, the men returned.", "On\n4 June, the men returned.").replace(
    "Three of them were killed.", "On 9 June 1901, the Treaty of Northmoor was signed. Three of them were killed."
)

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes a text into a file and returns its path."""

    def written(text: str | bytes, name: str = "raid.wiki") -> Path:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return written
