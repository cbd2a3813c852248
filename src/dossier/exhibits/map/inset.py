"""The inset globe: small, quiet, in the corner where it hides least."""

from __future__ import annotations

from dossier.exhibits.canvas import Box, Canvas, Point
from dossier.exhibits.map.basemap import Globe
from dossier.exhibits.map.labels import Block, Obstacles
from dossier.exhibits.map.sheet import Line

_GAP = 5.0
_LEAST = 2.4
"""Half the side of the mark for a window too small to be seen on the globe, points at scale 1."""


def corner(frame: Box, radius: float, scale: float, obstacles: Obstacles) -> Block:
    """Return the room for a globe of `radius` in the corner that covers the fewest obstacles; the foot is preferred."""
    side, gap = 2 * radius, _GAP * scale
    left, right = frame.x0 + gap, frame.x1 - gap - side
    top, foot = frame.y0 + gap, frame.y1 - gap - side
    corners = [Block(x, y, side, side) for x, y in ((left, foot), (right, foot), (right, top), (left, top))]
    return min(corners, key=lambda block: int(obstacles.under(block).sum()))


def inset(canvas: Canvas, globe: Globe, room: Block, scale: float) -> None:
    """Draw the globe in `room`, with the window of the map on it in the accent."""
    radius = room.width / 2
    centre = (room.x + radius, room.y + radius)
    canvas.disc(*centre, radius, fill="paper", stroke="grey-1", width=0.4 * scale)
    disc = radius - 1.6 * scale
    canvas.disc(*centre, disc, fill="water")
    canvas.area(*(_placed(ring, centre, disc) for ring in globe.land), fill="grey-3")
    canvas.area(_window(globe.window, centre, disc, _LEAST * scale), fill=None, stroke="accent", width=0.8 * scale)


def _placed(ring: Line, centre: Point, radius: float) -> list[Point]:
    return [(centre[0] + x * radius, centre[1] + y * radius) for x, y in ring]


def _window(window: Line, centre: Point, radius: float, least: float) -> list[Point]:
    ring = _placed(window, centre, radius)
    xs, ys = zip(*ring, strict=True)
    if max(max(xs) - min(xs), max(ys) - min(ys)) > 2 * least:
        return ring
    x, y = centre
    return [(x - least, y - least), (x + least, y - least), (x + least, y + least), (x - least, y + least)]
