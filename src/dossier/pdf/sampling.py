"""The heaviest colour of an image, by samples: enough to find ink over a limit, without holding a picture twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from dossier.pdf.inks import Space
from dossier.pdf.inspection import Colour

SAMPLES_A_SIDE = 500
MOST_BYTES = 512 * 2**20
"""Images that are larger when unpacked are not sampled."""
_BYTE = 8


@dataclass(frozen=True, slots=True)
class Sample:
    """The colour with the most ink that was met; `is_complete` is False for an image that was not looked into."""

    heaviest: Colour | None
    is_complete: bool = True


@dataclass(frozen=True, slots=True)
class _Pixels:
    """Rows of `width` pixels, of `channels` samples of `stride` bytes each, the most significant first."""

    width: int
    height: int
    channels: int
    stride: int
    rows: memoryview


def sample(image: pikepdf.Object, space: Space) -> Sample:
    """Return the heaviest of up to 500 x 500 pixels of an image, evenly spread; of a palette, its heaviest entry.

    JPEGs are read at a reduced scale where that suffices. One component never exceeds full ink: nothing is read then.
    """
    if space.palette is not None:
        count = len(space.palette.entries) // max(1, space.palette.size)
        colours = (space.colour([index]) for index in range(count) if space.palette.base.inks is not None)
        return Sample(max(colours, key=lambda colour: colour.total, default=None))
    if space.inks is None or len(space.inks) < 2:
        return Sample(None)
    pixels = _pixels(image, len(space.inks)) if isinstance(image, pikepdf.Stream) else None
    if pixels is None:
        return Sample(None, is_complete=False)
    decode = [float(value) for value in image.get("/Decode", [0, 1] * pixels.channels)]
    return Sample(space.colour(max(_values(pixels, decode), key=sum)))


def _pixels(image: pikepdf.Object, channels: int) -> _Pixels | None:
    width, height, bits = int(image.Width), int(image.Height), int(image.get("/BitsPerComponent", _BYTE))
    filters = image.get("/Filter", pikepdf.Array())
    last = str(filters[-1]) if isinstance(filters, pikepdf.Array) and len(filters) else str(filters)
    if last == "/DCTDecode" and channels == 4:
        return _jpeg(image)
    stride = bits // _BYTE
    row = width * channels * stride
    if last in ("/DCTDecode", "/JPXDecode") or stride == 0 or row == 0 or row * height > MOST_BYTES:
        return None
    rows = memoryview(image.get_stream_buffer())
    return _Pixels(width, min(height, len(rows) // row), channels, stride, rows) if len(rows) >= row else None


def _jpeg(image: pikepdf.Object) -> _Pixels | None:
    """Read a JPEG of four inks, whose scale libjpeg reduces while it decodes. Pillow inverts it as Adobe does."""
    from PIL import ImageChops
    from PIL.JpegImagePlugin import JpegImageFile

    filters = image.get("/Filter")
    if isinstance(filters, pikepdf.Array) and len(filters) > 1:
        return None
    with JpegImageFile(BytesIO(image.read_raw_bytes())) as picture:
        picture.draft("CMYK", (SAMPLES_A_SIDE, SAMPLES_A_SIDE))
        width, height = picture.size
        if picture.mode != "CMYK" or width * height * 4 > MOST_BYTES:
            return None
        return _Pixels(width, height, 4, 1, memoryview(ImageChops.invert(picture).tobytes()))


def _values(pixels: _Pixels, decode: list[float]) -> Iterator[tuple[float, ...]]:
    """Yield the components of the pixels on a grid, as the Decode array maps them."""
    step = pixels.channels * pixels.stride
    across = step * -(-pixels.width // SAMPLES_A_SIDE)
    row = pixels.width * step
    scales = [[low + value / 255 * (high - low) for value in range(256)]
              for low, high in zip(decode[::2], decode[1::2], strict=True)]  # fmt: skip
    for top in range(0, pixels.height * row, row * -(-pixels.height // SAMPLES_A_SIDE)):
        line = pixels.rows[top : top + row]
        channels = [line[channel * pixels.stride :: across].tolist() for channel in range(pixels.channels)]
        for values in set(zip(*channels, strict=True)):
            yield tuple(scale[value] for scale, value in zip(scales, values, strict=True))
