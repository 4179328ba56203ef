"""Entry point of ``ddas``: reads the command line, runs one command, gives its exit code."""

from __future__ import annotations

import io
import os
import sys
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
from ddas.errors import DdasError
from ddas.terminal.dutch_argparse import DutchParser
from ddas.version import __version__

__all__ = ["main", "make_parser"]


def make_parser() -> DutchParser:
    """The parser with all commands; each sets ``run`` to a function from arguments to exit code."""
    parser = DutchParser(prog="ddas", description="Hulpmiddelen voor DDAS: gegevens over schuldhulp aanleveren.")
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
    """Run ``ddas``. Exit codes: 0 in order, 1 findings or differences, 2 could not run."""
    _show_what_it_can(sys.stdout)
    _show_what_it_can(sys.stderr)
    try:
        parsed = make_parser().parse_args(arguments)
        code: int = parsed.run(parsed)
        sys.stdout.flush()
    except DdasError as error:
        print(f"ddas: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of our output went away (`ddas ... | head`); keep the interpreter from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except KeyboardInterrupt:
        print("ddas: afgebroken.", file=sys.stderr)
        return 130
    return code


def _show_what_it_can(stream: object) -> None:
    """A character that this terminal or file cannot show becomes a question mark, never an exception."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")


if __name__ == "__main__":
    sys.exit(main())
