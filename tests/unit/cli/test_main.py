"""The command as a whole: help, interruption, and what it loads."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from dossier import __version__
from dossier.cli import dossier
from tests.raid import Spoil
from tests.unit.cli.conftest import Run


def commands(group: click.Group, *path: str) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, *path, name)
        else:
            yield (*path, name)


COMMANDS = list(commands(dossier))


@pytest.mark.parametrize("command", [(), *COMMANDS], ids=" ".join)
def test_help_says_what_a_command_is_for_and_shows_examples(command: tuple[str, ...], run: Run) -> None:
    told = run(*command, "--help")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(f"Usage: {' '.join(('dossier', *command))}")
    examples = [line for line in told.out.splitlines() if line.startswith(f"    {' '.join(('dossier', *command))}")]
    assert examples, told.out
    assert run(*command, "-h") == told


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version").out == f"dossier {__version__}\n"


def test_help_loads_nothing_but_click() -> None:
    """The packages behind a build take seconds to import."""
    program = (
        "import json, sys\n"
        "before = set(sys.modules)\n"
        "sys.argv = ['dossier', '--help']\n"
        "from dossier.cli import main\n"
        "try:\n"
        "    main()\n"
        "except SystemExit:\n"
        "    print(json.dumps(sorted(set(sys.modules) - before)), file=sys.stderr)\n"
    )
    finished = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = {module.partition(".")[0] for module in json.loads(finished.stderr)}
    assert loaded - sys.stdlib_module_names == {"click", "dossier"}


def test_an_interrupted_command_says_so_and_exits_with_130(project: Spoil) -> None:
    folder = project()
    source = folder / "sources" / "article.txt"
    source.unlink()
    os.mkfifo(source)
    process = subprocess.Popen(
        [Path(sys.executable).with_name("dossier"), "build", folder, "--out", folder / "output"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        # A shell starts what runs in the background with interrupts ignored, and that is inherited.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )  # fmt: skip
    with source.open("w"):  # opens when the command reads, so that it is in the middle of its work
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err.strip()) == (130, "", "interrupted")
    assert not (folder / "output").exists()
