"""A build reads the project, the assets and the layouts, and nothing else; it opens no connection."""

from __future__ import annotations

import json
import mimetypes
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import matplotlib

from dossier import resources
from tests import raid

SOURCE_CODE = Path(resources.__file__).parent

# Everything that a page may name and the typesetter does not fetch through its fetcher.
TEMPLATE = """<!DOCTYPE html>
<html lang="en"><head><title>{{ d.title }}</title>
<link rel="icon" href="CANARY"><link rel="preload" href="CANARY"><script src="CANARY"></script>
<style>h1 { cursor: url(CANARY); hyphenate-character: "-"; -weasy-x: url(CANARY) }</style></head>
<body><h1>{{ d.title }}</h1>
<iframe src="CANARY"></iframe><video src="CANARY"></video><audio src="CANARY"></audio>
<svg width="9" height="9"><use href="CANARY#x"/><script href="CANARY"/></svg>
<a href="CANARY">x</a><q cite="CANARY">x</q></body></html>
"""

PROGRAM = """
import json, sys
opened, connected = [], []
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)) and not arguments[2] & 3:
        opened.append(arguments[0] if isinstance(arguments[0], str) else arguments[0].decode())
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        connected.append(event)
sys.addaudithook(watch)
sys.argv = ["dossier", *sys.argv[1:]]
from dossier.cli import main
try:
    main()
except SystemExit as exited:
    json.dump({"code": exited.code, "opened": opened, "connected": connected}, sys.stderr)
"""


def test_a_build_reads_nothing_else_and_connects_to_nothing(tmp_path: Path) -> None:
    canary = tmp_path / "canary.svg"
    canary.write_text('<svg xmlns="http://www.w3.org/2000/svg"><g id="x"/></svg>')
    project = raid.write(tmp_path / "raid")
    house = project / "layouts" / "house"
    house.mkdir(parents=True)
    (house / "layout.yaml").write_text("layout: 1\nextends: dossier\nfile: house.pdf\n")
    (house / "dossier.html").write_text(TEMPLATE.replace("CANARY", canary.as_uri()))
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    finished = subprocess.run(
        [sys.executable, "-c", PROGRAM, "build", project, "--layout", "house", "--layout", "dossier", "-j", "1"],
        cwd=tmp_path, env={**os.environ, "TMPDIR": str(scratch)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    seen = json.loads(finished.stderr[finished.stderr.index('{"code"') :])
    assert seen["code"] == 0, finished.stderr
    assert seen["connected"] == []
    python = (*sysconfig.get_paths().values(), sys.base_prefix, sys.prefix, *mimetypes.knownfiles)
    system = ("/usr/share/zoneinfo", "/proc", "/dev", matplotlib.get_cachedir())
    allowed = [project, resources.assets(), resources.layouts(), SOURCE_CODE, scratch, tmp_path / "output"]
    allowed += map(Path, (*python, *system))
    paths = [path for path in map(Path, seen["opened"]) if path.is_absolute()]
    assert [path for path in paths if not any(path.is_relative_to(folder) for folder in allowed)] == []
    assert any(path.is_relative_to(resources.layouts()) for path in paths), "the watch sees what is read"
