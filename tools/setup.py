"""Install what is missing: system libraries, a virtual environment, the locked Python packages.

    python3 tools/setup.py          what `make dossier` needs
    python3 tools/setup.py --test   what `make test` needs besides: test tools and veraPDF

Runs on a bare machine with nothing but Python and its standard library. What is there is left alone: a second run
installs nothing and prints nothing.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
INSTALLED = VENV / "installed"
LOG = ROOT / "build" / "setup.log"
PYTHONS = ((3, 11), (3, 12), (3, 13))  # those that the lock is made for


def main() -> None:
    testing = sys.argv[1:] == ["--test"]
    started = time.monotonic()
    use_fitting_python()
    LOG.parent.mkdir(exist_ok=True)
    LOG.write_text("")
    did = [
        install_system_packages(testing),
        make_venv(),
        install_packages("run", "set and draw the pages"),
        install_dossier(),
    ]
    if testing:
        did.append(install_packages("test", "the tests need"))
        run([ROOT / "tools/verapdf/verapdf"], "Is the Java that `javac` starts version 11 or newer?")
    if any(did):
        say(f"Everything is installed ({time.monotonic() - started:.0f} s).")


def use_fitting_python() -> None:
    """Go on in a Python that the lock is made for, where this one is not."""
    if sys.version_info[:2] in PYTHONS:
        return
    for major, minor in reversed(PYTHONS):
        other = shutil.which(f"python{major}.{minor}")
        if other:
            os.execv(other, [other, *sys.argv])
    stop(
        "Python 3.11, 3.12 or 3.13 is needed, and this is " + sys.version.split()[0] + ".",
        "Debian 12 and 13 and Ubuntu 24.04 bring one. Elsewhere install one so that `python3.12` starts it.",
    )


def install_system_packages(testing: bool) -> bool:
    """Ask apt for the Debian packages whose parts are not there. Return whether there was anything to do."""
    sys.path.insert(0, str(ROOT / "src"))
    from dossier import doctor

    parts = doctor.FOR_SETTING + doctor.FOR_CHINESE_AND_JAPANESE + (doctor.FOR_VALIDATING if testing else ())
    missing = [part.package for part in parts if not part.present()]
    if importlib.util.find_spec("ensurepip") is None and not venv_fits():
        missing.append("python{}.{}-venv".format(*sys.version_info))
    if not missing:
        return False
    environment = [*as_root(missing), "env", "DEBIAN_FRONTEND=noninteractive"]
    apt = [*environment, "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]
    say(f"Installing with apt (about a minute): {', '.join(missing)}")
    run([*apt, "update"], "", may_fail=True)  # one unreachable source among several is no reason to stop
    run(
        [*apt, "install", "-y", "--no-install-recommends", *missing],
        "Is this machine connected to the network? Then run the same command again. "
        f"Or, as root, first: apt-get install {' '.join(missing)}",
    )
    return True


def as_root(packages: list[str]) -> list[str]:
    """Return what to put before a command to run it as root. Stop where these packages cannot be had."""
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        stop(
            f"System packages are missing, and there is no apt here to get them: {names}",
            "These are Debian's names. Install the like with your system's package manager, then run this again.",
        )
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        stop("System packages are missing, and installing them needs root.", f"As root, run: apt-get install {names}")
    return ["sudo"] if sys.stdin.isatty() else ["sudo", "--non-interactive"]


def make_venv() -> bool:
    """Make the virtual environment, anew where it is broken or was made in another place. Return whether it was."""
    if venv_fits():
        return False
    say("Making a virtual environment in .venv")
    run([sys.executable, "-m", "venv", "--clear", VENV], "Remove the folder .venv and run the same command again.")
    return True


def venv_fits() -> bool:
    try:
        made_by = (VENV / "pyvenv.cfg").read_text()
        version = subprocess.run(
            [VENV / "bin/python", "-c", "import pip, sys; print(*sys.version_info[:2])"],
            capture_output=True,
            check=True,
            text=True,
        ).stdout.split()
    except (OSError, subprocess.CalledProcessError):
        return False
    return f"{VENV}\n" in made_by and tuple(map(int, version)) in PYTHONS


def install_packages(name: str, purpose: str) -> bool:
    """Install what requirements/`name`.lock says, by version and hash. Return whether there was anything to do."""
    lock = ROOT / "requirements" / f"{name}.lock"
    count = sum("==" in line for line in lock.read_text().splitlines())
    arguments = ("--require-hashes", "--only-binary", ":all:", "--requirement", lock)
    return pip_install_once(lock, f"Installing {count} Python packages that {purpose} (about a minute)", *arguments)


def install_dossier() -> bool:
    """Make this checkout itself importable, and its command `dossier`. Return whether there was anything to do."""
    arguments = ("--no-index", "--no-build-isolation", "--editable", ROOT)
    return pip_install_once(ROOT / "pyproject.toml", "Installing dossier itself", *arguments)


def pip_install_once(said_by: Path, message: str, *arguments: str | Path) -> bool:
    """Install, unless the file that says what to install is the same as the last time. Return whether it was."""
    copy = INSTALLED / said_by.name
    if copy.is_file() and copy.read_bytes() == said_by.read_bytes():
        return False
    say(message)
    pip: list[str | Path] = [VENV / "bin/python", "-m", "pip", "--disable-pip-version-check"]
    run(
        [*pip, "install", "--quiet", "--no-deps", *arguments],
        "Is this machine connected to the network? Behind a proxy, set https_proxy. Then run the same command again.",
    )
    INSTALLED.mkdir(exist_ok=True)
    shutil.copyfile(said_by, copy)
    return True


def run(command: Sequence[str | Path], hint: str, *, may_fail: bool = False) -> None:
    """Run a command, its output going to the log. Where it fails, show the end of the log and stop."""
    with LOG.open("a") as log:
        print("$", *command, file=log, flush=True)
        status = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, check=False, cwd=ROOT)
    if status.returncode and not may_fail:
        report = LOG.read_text(errors="replace").splitlines()[-3:]
        print(f"\nThe end of {LOG}:", *(line[:150] for line in report), sep="\n  ", file=sys.stderr)
        stop("The last step failed.", hint)


def say(message: str) -> None:
    print(message, flush=True)


def stop(message: str, hint: str) -> NoReturn:
    sys.exit(f"\nSet-up stopped. {message}\nWhat to do: {hint}")


if __name__ == "__main__":
    try:
        main()
    except PermissionError as error:
        stop(f"{error.filename} cannot be written.", f"If an earlier set-up ran as root: sudo chown -R $USER {ROOT}")
