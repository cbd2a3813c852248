"""The judge itself: that it lets a good file pass, names what is wrong with a bad one, and never passes for nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
import weasyprint


@pytest.fixture
def tagged(tmp_path: Path) -> Path:
    path = tmp_path / "tagged.pdf"
    weasyprint.HTML(string="<html lang=en><title>T</title><h1>Heading</h1>").write_pdf(path, pdf_variant="pdf/ua-1")
    return path


@pytest.fixture
def untagged(tmp_path: Path) -> Path:
    path = tmp_path / "untagged.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    return path


def test_a_tagged_file_passes(verapdf: Callable[..., list[str]], tagged: Path) -> None:
    assert verapdf("ua1", tagged) == []


def test_an_untagged_file_fails_by_name_and_rule(
    verapdf: Callable[..., list[str]], tagged: Path, untagged: Path
) -> None:
    failed = verapdf("ua1", tagged, untagged)
    assert failed[0] == f"FAIL {untagged}"
    assert any(rule.startswith("7.1-11: ") for rule in failed[1:])  # no structure tree


@pytest.mark.parametrize("flavour", ["ua1", "no-such-flavour"])
def test_what_cannot_be_judged_is_no_pass(verapdf: Callable[..., list[str]], tmp_path: Path, flavour: str) -> None:
    garbage = tmp_path / "garbage.pdf"
    garbage.write_text("not a PDF")
    with pytest.raises(pytest.fail.Exception, match="veraPDF: "):
        verapdf(flavour, garbage)
