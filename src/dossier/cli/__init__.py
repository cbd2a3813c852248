"""The `dossier` command: the only place that prints and exits.

Results go to stdout, diagnostics to stderr. What a command needs is imported when it runs, so that help is instant.
"""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from dossier import __version__
from dossier.cli.build import build
from dossier.cli.check import check
from dossier.cli.console import report
from dossier.cli.doctor import doctor
from dossier.cli.draft import draft
from dossier.cli.locales import locales
from dossier.cli.map import map
from dossier.cli.preflight import preflight
from dossier.cli.read import read
from dossier.cli.tile import tile
from dossier.errors import DossierError, UsageError

INTERRUPTED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", message="dossier %(version)s")
def dossier() -> None:
    """Turn encyclopedia articles about a historical event into a printed dossier.

    \b
    Examples:
      dossier build                       the bundled dossier, in English, as A4 and US Letter
      dossier build my-project            your own
      dossier build my-project -l de      its German edition
      dossier check my-project            is every statement in it still backed by its sources?
      dossier draft text.txt --out mine   a first draft, from the text of an article
      dossier read article.txt            what does the program see in an article?
      dossier doctor                      what does this machine lack?
    """


dossier.add_command(build)
dossier.add_command(check)
dossier.add_command(doctor)
dossier.add_command(draft)
dossier.add_command(locales)
dossier.add_command(map)
dossier.add_command(preflight)
dossier.add_command(read)
dossier.add_command(tile)


def main() -> NoReturn:
    """Run the command line; every failure becomes a message and the exit code of its class."""
    try:
        dossier(standalone_mode=False)
    except DossierError as error:
        report(error)
        sys.exit(error.exit_code)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(error.exit_code)
    except click.UsageError as error:
        report(UsageError(error.format_message(), hint=f"See {error.ctx.command_path if error.ctx else 'dossier'} -h."))
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted", err=True)
        sys.exit(INTERRUPTED)
    sys.exit(0)
