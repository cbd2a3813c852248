"""Reading a stranger's file: in a process of its own, with bounds of time and memory that the system enforces.

A PDF can be made so that reading it fills the memory, never ends or crashes a library. Then only the process is lost.
"""

from __future__ import annotations

import pickle
import resource
import subprocess
import sys
from pathlib import Path

from dossier.errors import DossierError, SourceError, Where
from dossier.pdf.inspection import Inspection

SECONDS = 60.0
MEGABYTES = 2048


def examine(path: Path, *, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> Inspection:
    """Return what preflight wants to know of the PDF at `path`.

    Raises SourceError for a file that is missing, damaged, encrypted or no PDF, and for one whose reading takes more
    than `seconds` or `megabytes`, or ends the process that reads it.
    """
    where = Where(path)
    command = [sys.executable, "-P", "-m", "dossier.preflight.examine", str(path.absolute()), str(megabytes)]
    try:
        finished = subprocess.run(command, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        hint = "give it more time with --timeout, or simplify the artwork in the program that made it"
        raise SourceError(f"reading the PDF takes more than {seconds:g} seconds", hint=hint, where=where) from None
    if finished.returncode != 0:
        hint = "the file is damaged or made to do harm: export it again from the program that made it"
        raise SourceError("the PDF cannot be read: it ends the program that reads it", hint=hint, where=where)
    answer = pickle.loads(finished.stdout)
    if isinstance(answer, DossierError):
        answer.where = where
        raise answer
    if isinstance(answer, Inspection):
        return answer
    raise TypeError(type(answer))


def _answer(path: Path, megabytes: int) -> Inspection | DossierError:
    from dossier.pdf.inspect import inspect

    limit = megabytes * 2**20 + (path.stat().st_size if path.is_file() else 0)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    try:
        return inspect(path)
    except DossierError as error:
        return error
    except MemoryError:
        hint = "the file is damaged or made to do harm; if not, simplify its artwork"
        return SourceError(f"reading the PDF takes more than {megabytes} MB of memory", hint=hint)


if __name__ == "__main__":
    sys.stdout.buffer.write(pickle.dumps(_answer(Path(sys.argv[1]), int(sys.argv[2]))))
