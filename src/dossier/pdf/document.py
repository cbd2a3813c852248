"""Opening and writing PDFs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pikepdf

from dossier.errors import PreflightError, Where


@contextmanager
def opened(source: bytes | Path) -> Iterator[pikepdf.Pdf]:
    """Open a PDF, given as bytes or by its path.

    Raises PreflightError for a file that is missing, encrypted or not a PDF, and, while it is open, where it turns
    out to be damaged.
    """
    where = Where(source) if isinstance(source, Path) else None
    try:
        with pikepdf.open(source if isinstance(source, Path) else BytesIO(source)) as document:
            yield document
    except pikepdf.PasswordError as error:
        raise PreflightError("the PDF is encrypted", hint="save it without a password", where=where) from error
    except pikepdf.PdfError as error:
        raise PreflightError(
            f"this is no readable PDF: {error}", hint="export it again from the program that made it", where=where
        ) from error
    except OSError as error:
        raise PreflightError(
            f"the PDF cannot be read: {error.strerror}", hint="check the path and its permissions", where=where
        ) from error


def written(document: pikepdf.Pdf, *, version: str) -> bytes:
    """Return the file's bytes, the same for the same document: the trailer ID follows from the content."""
    out = BytesIO()
    document.save(
        out,
        force_version=version,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        fix_metadata_version=False,
    )
    return out.getvalue()
