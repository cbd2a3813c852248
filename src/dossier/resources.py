"""Where the data that comes with the program lies: in the wheel beside the code, in a checkout at the top."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def _resource(name: str) -> Path:
    packed = _PACKAGE / name
    return packed if packed.is_dir() else _CHECKOUT / name


def assets() -> Path:
    """Return the folder of fonts, geography, citation styles, catalogs and the bundled article."""
    return _resource("assets")


def layouts() -> Path:
    """Return the folder whose subfolders are the bundled layouts."""
    return _resource("layouts")
