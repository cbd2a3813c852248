"""What the command answers, against transcripts in tests/golden/cli that a person has read.

Beyond its words, every failure is held to the rules: its form, its exit code, and files of an earlier build untouched.
"""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest

from dossier.build import write_whole
from dossier.errors import DossierError
from tests import raid
from tests.unit.cli.conftest import Outcome, Run

GOLDEN = Path(__file__).parents[2] / "golden" / "cli"
EXIT_CODES = {kind.code: kind.exit_code for kind in DossierError.__subclasses__()}
FAILURE = re.compile(r"(?:(?P<path>[^\s:]+)(?::\d+)?: )?error\[(?P<code>[a-z]+)\]: \S.*\nhint: \S.*\n\Z", re.MULTILINE)


@dataclass(frozen=True)
class Transcript:
    """A sentence that says what is shown, and commands with their answers, in a file of such."""

    file: Path
    title: str
    text: str

    @property
    def commands(self) -> list[str]:
        return [line.removeprefix("$ ") for line in self.text.splitlines() if line.startswith("$ ")]


def transcripts(file: Path) -> Iterator[Transcript]:
    for text in re.split(r"^(?=# )", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        yield Transcript(file, text.partition("\n")[0].removeprefix("# "), text)


ALL = [transcript for file in sorted(GOLDEN.glob("*.txt")) for transcript in transcripts(file)]


@pytest.mark.parametrize("transcript", ALL, ids=lambda transcript: f"{transcript.file.stem}: {transcript.title}")
def test_the_command_answers_as_written(
    transcript: Transcript, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(tmp_path)
    raid.write(tmp_path / "raid")
    for tag, name in product(("en", "de"), ("dossier.pdf", "dossier-letter.pdf", "house.pdf")):
        write_whole(tmp_path / "output" / "raid" / tag / name, b"of an earlier build")
    answers = [answer(command, run, tmp_path) for command in transcript.commands]
    found = "".join([f"# {transcript.title}\n", *answers, "\n"])
    if request.config.getoption("--accept"):
        accepted = transcript.file.read_text(encoding="utf-8").replace(transcript.text, found)
        transcript.file.write_text(accepted.rstrip("\n") + "\n", encoding="utf-8")
    assert found.rstrip("\n") == transcript.text.rstrip("\n") or request.config.getoption("--accept")


def answer(command: str, run: Run, folder: Path) -> str:
    """Run a command, hold it to the rules, and return it with what it printed as it stands in a transcript."""
    name, *arguments = shlex.split(command)
    if name != "dossier":
        subprocess.run(["sh", "-c", command], cwd=folder, check=True)
        return f"$ {command}\n"
    before = files(folder)
    outcome = run(*arguments)
    if outcome.code:
        judge(outcome)
        assert files(folder) == before
    errors = "".join(f"2> {line}\n" for line in outcome.err.splitlines())
    code = f"[{outcome.code}]\n" if outcome.code else ""
    return f"$ {command}\n{outcome.out}{errors}{code}"


def judge(outcome: Outcome) -> None:
    """Hold a failure to its form, and to the exit code that belongs to its kind."""
    if outcome.err.startswith("Usage: "):  # a group of commands without a command shows its help
        assert outcome.code == EXIT_CODES["usage"]
        return
    failure = FAILURE.search(outcome.err)
    assert failure, outcome.err
    assert outcome.code == EXIT_CODES[failure["code"]]
    # What is wrong in a file is said with the file; only a command line and a language have none.
    assert failure["path"] or failure["code"] in ("usage", "locale"), outcome.err


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_there_are_transcripts_of_every_kind_of_failure_of_a_build() -> None:
    text = "".join(transcript.text for transcript in ALL)
    assert set(re.findall(r"error\[(\w+)\]", text)) >= set(EXIT_CODES) - {"preflight", "batch", "typesetting"}
    assert len({(transcript.file, transcript.title) for transcript in ALL}) == len(ALL)
