"""Fitting: sizes from the viewing distance, the largest that fits, and what is said of text that does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import LayoutError
from dossier.exhibits.voice import voice_of
from dossier.layouts import load_layout
from dossier.model.exhibit import LabelStyle
from dossier.typeset.fitting import (
    FittedFrame,
    Places,
    Range,
    fit,
    needed_size,
    overset_findings,
    range_of,
    widest_word,
)
from dossier.typeset.flow import Place
from dossier.typeset.reading import contrast, sentences

FRAME = 100.0
"""Height of every frame, CSS px."""


def frame(panel: str, role: str, *, widest: float = 1.0) -> FittedFrame:
    return FittedFrame(panel, role, role, "ten words of text that are here for this test", 300.0, widest)


def laid(frames: Sequence[FittedFrame], heights: Mapping[str, float], sizes: Mapping[str, float]) -> Places:
    """Return places for text that is as high as `heights` (by panel) times its size."""
    places: dict[str, Sequence[Place]] = {}
    for each in frames:
        places[each.frame_id] = (Place(0, 0.0, FRAME),)
        places[each.text_id] = (Place(0, 0.0, heights[each.panel] * sizes[each.role]),)
    return places


def test_the_size_for_a_distance() -> None:
    # FIGURES: 1 m takes an x-height of about 9 mm, 48 pt in Helvetica, whose x-height is 0.523 of its size.
    assert needed_size(1.0, 0.523) == pytest.approx(50.4, abs=0.1)
    assert needed_size(3.0, 0.45) == pytest.approx(175.7, abs=0.1)


def test_the_smallest_size_follows_from_the_real_font() -> None:
    layout = load_layout("panels-a1")
    # Spectral has an x-height of 0.450 em, Amiri's dal 0.395 em at 1.26 of the size that a layout gives.
    assert range_of("overview", layout, voice_of("en")).smallest == pytest.approx(58.6, abs=0.1)
    assert range_of("overview", layout, voice_of("ar")).smallest == pytest.approx(53.0, abs=0.1)


def test_sizes_go_down_from_the_largest_to_the_smallest() -> None:
    assert Range(50, 100).sizes(3) == pytest.approx((100, 70.71, 50), abs=0.01)
    assert Range(50, 50).sizes() == (50,)


def test_a_role_has_one_size_on_all_panels() -> None:
    frames = [frame("short", "body"), frame("long", "body"), frame("short", "title")]
    heights = {"short": 1.0, "long": 2.0}
    fitted = fit(frames, {"body": Range(20, 80), "title": Range(20, 80)}, lambda sizes: laid(frames, heights, sizes))
    assert fitted.overset == ()
    assert fitted.sizes["title"] == 80
    assert fitted.sizes["body"] == pytest.approx(20 * 4 ** (3 / 6))  # 40 pt: 2 x 40 is 80 of 100, 2 x 50.4 is too much


@given(st.floats(0.1, 20), st.floats(10, 40), st.floats(1.01, 4))
def test_the_size_that_is_taken_fits_or_is_the_smallest(height: float, smallest: float, ratio: float) -> None:
    frames = [frame("only", "body")]
    sizes = Range(smallest, smallest * ratio)
    fitted = fit(frames, {"body": sizes}, lambda tried: laid(frames, {"only": height}, tried))
    size = fitted.sizes["body"]
    assert size in sizes.sizes()
    assert bool(fitted.overset) == (height * smallest > FRAME + 0.5)
    assert size >= sizes.sizes()[-1]
    if not fitted.overset:
        larger = [each for each in sizes.sizes() if each > size]
        assert height * size <= FRAME + 0.5
        assert not larger or height * min(larger) > FRAME + 0.5


def test_overset_says_how_much_to_cut() -> None:
    frames = [frame("wordy", "body"), frame("short", "body")]
    heights = {"wordy": 4.0, "short": 1.0}
    fitted = fit(frames, {"body": Range(50, 100)}, lambda sizes: laid(frames, heights, sizes))
    (over,) = fitted.overset
    assert (over.panel, over.size) == ("wordy", 50)
    assert over.words == 5  # 100 of 200 px are too much: half of ten words
    assert over.by == pytest.approx(100 * 25.4 / 96)


def test_a_word_wider_than_its_column_does_not_fit() -> None:
    frames = [frame("only", "title", widest=5.0)]
    fitted = fit(frames, {"title": Range(40, 90)}, lambda sizes: laid(frames, {"only": 0.1}, sizes))
    assert fitted.overset == ()
    assert 5.0 * fitted.sizes["title"] <= 300.0 + 0.5
    tight = fit(frames, {"title": Range(70, 90)}, lambda sizes: laid(frames, {"only": 0.1}, sizes))
    (over,) = tight.overset
    assert over.words == 1
    assert over.by == pytest.approx(50 * 25.4 / 72)


def test_a_finding_names_panel_frame_size_distance_and_words() -> None:
    frames = [FittedFrame("zones", "overview", "overview", "one two three four", 300.0, 1.0)]
    fitted = fit(frames, {"overview": Range(60, 60)}, lambda sizes: laid(frames, {"zones": 2.0}, sizes))
    (finding,) = overset_findings(fitted, load_layout("panels-a1"))
    assert finding.code == "overset"
    for part in ("frame overview", "panel zones", "60.0 pt", "from 1 m", "about 1 words"):
        assert part in finding.message


def test_a_largest_size_below_the_smallest_is_refused() -> None:
    layout = load_layout("panels-a1")
    roles = {**layout.data.type, "body": layout.data.type["body"].model_copy(update={"distance": 4.0})}
    changed = layout.data.model_copy(update={"type": roles})
    with pytest.raises(LayoutError, match="largest size of body"):
        range_of("body", type(layout)(layout.name, changed, layout.folders, layout.palette), voice_of("en"))


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_sentences_end_at_full_stops() -> None:
    assert sentences("Two were killed. The rest *fled*. “So it was.” He left?") == (
        "Two were killed.", "The rest fled.", "“So it was.", "He left?",
    )  # fmt: skip


def test_the_widest_word_of_a_heading_has_its_hyphens() -> None:
    measure = voice_of("en").measure
    style = LabelStyle("headline", "serif", 100.0, 300)
    parts, whole = (widest_word("Die GULAG-Operation", style, measure, heading=heading) for heading in (False, True))
    assert parts == measure.width("Operation", style)
    assert whole == measure.width("GULAG-Operation", style)
