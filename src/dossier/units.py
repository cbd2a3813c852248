"""Lengths. Inside the program they are points; layout files give millimetres."""

from __future__ import annotations

POINTS_PER_MM = 72 / 25.4
POINTS_PER_PX = 0.75
"""A CSS pixel is 1/96 inch."""


def mm(length: float) -> float:
    """Return `length` millimetres in points."""
    return length * POINTS_PER_MM


def to_mm(length: float) -> float:
    """Return `length` points in millimetres."""
    return length / POINTS_PER_MM
