"""What every word on a map is set with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.exhibits.map.words import MapWords
from dossier.exhibits.measure import Measure
from dossier.model.exhibit import LabelStyle


@dataclass(frozen=True, slots=True)
class Kit:
    """The words of a map, how they are set, and how much larger than on a page everything is."""

    words: MapWords
    styles: Mapping[str, LabelStyle]
    measure: Measure
    scale: float
