"""Entry point of ``ddas``: reads the command line, runs one command, gives its exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

from ddas.cli import (
    build_commands,
    diff_command,
    fields_command,
    migrate_command,
    rules_command,
    sample_command,
    show_command,
    validate_command,
    versions_command,
)
from ddas.cli.stopping import Stopped, stopping_on_signals
from ddas.errors import DdasError, os_error_in_words
from ddas.terminal.dutch_argparse import DutchParser
from ddas.terminal.streams import abandon_stdout, check_stdout, prepare_streams, tell
from ddas.version import __version__

__all__ = ["main", "make_parser"]


def make_parser() -> DutchParser:
    """The parser with all commands; each sets ``run`` to a function from arguments to exit code."""
    parser = DutchParser(prog="ddas", description="Hulpmiddelen voor DDAS: gegevens aanleveren volgens de standaard.")
    parser.add_argument("--version", action="version", version=__version__, help="toon de versie van ddas")
    commands = parser.add_subparsers(title="commando's", metavar="COMMANDO", required=True)
    validate_command.add_command(commands)
    show_command.add_command(commands)
    fields_command.add_command(commands)
    rules_command.add_command(commands)
    migrate_command.add_command(commands)
    sample_command.add_command(commands)
    versions_command.add_command(commands)
    diff_command.add_command(commands)
    build_commands.add_commands(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``ddas``. Exit codes: 0 in order, 1 findings or differences, 2 could not run, 128 + n stopped by a signal."""
    prepare_streams()
    try:
        with stopping_on_signals():
            return _run(arguments)
    except Stopped as stopped:
        tell("ddas: afgebroken. Er is niets achtergebleven.")
        abandon_stdout()
        return stopped.code
    except KeyboardInterrupt:
        tell("ddas: afgebroken.")
        abandon_stdout()
        return 130


def _run(arguments: Sequence[str] | None) -> int:
    try:
        check_stdout()
        parsed = make_parser().parse_args(arguments)
        code: int = parsed.run(parsed)
        sys.stdout.flush()
        return code
    except DdasError as error:
        tell(f"ddas: {error}")
    except BrokenPipeError:
        abandon_stdout()  # the reader of our output went away (`ddas ... | head`)
    except OSError as error:
        abandon_stdout()
        tell(
            f"ddas: de opdracht is gestopt: {os_error_in_words(error)}. Controleer of er ruimte is en of u mag lezen "
            "en schrijven waar de bestanden staan."
        )
    except MemoryError:
        tell("ddas: de computer heeft te weinig geheugen vrij. Sluit andere programma's en probeer het opnieuw.")
    except Exception as error:
        tell(f"ddas: dit is een fout in ddas ({_where(error)}). Meld hem met deze regel; stuur het bestand niet mee.")
    return 2


def _where(error: Exception) -> str:
    """What kind of error, and in which line of which module: never its text, which may hold a value."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [f for f in frames if "ddas" in f.filename.replace("\\", "/").split("/")[-4:]] or frames
    last = own[-1]
    return f"{type(error).__name__}, {os.path.basename(last.filename)} regel {last.lineno}"


if __name__ == "__main__":
    sys.exit(main())
