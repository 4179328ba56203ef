"""argparse with Dutch texts: its own messages cannot be translated from outside."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from typing import IO, Any, NoReturn

from ddas.terminal.streams import write_aside

__all__ = ["DutchParser"]

_MESSAGES: Sequence[tuple[str, str]] = (
    (r"the following arguments are required: (?P<names>.*)", "er ontbreekt nog: {names}"),
    (r"one of the arguments (?P<names>.*) is required", "kies een van: {names}"),
    (r"unrecognized arguments: .*", "een of meer opties zijn onbekend of staan op een verkeerde plaats"),
    (
        r"argument (?P<name>\S+): invalid choice: .*? \(choose from (?P<choices>.*)\)",
        "{name}: deze keuze bestaat niet; kies uit {choices}",
    ),
    (r"argument (?P<name>\S+): expected (?:one|at least one) argument", "{name}: hier hoort een waarde bij"),
    (r"argument (?P<name>\S+): expected (?P<count>\d+) arguments?", "{name}: hier horen {count} waarden bij"),
    (r"argument (?P<name>\S+): invalid int value: .*", "{name}: hier hoort een geheel getal"),
    (
        r"argument (?P<name>\S+): invalid _day value: .*",
        "{name}: hier hoort een bestaande dag, geschreven als jjjj-mm-dd",
    ),
    (r"argument (?P<name>\S+): not allowed with argument (?P<other>\S+)", "{name} kan niet samen met {other}"),
    (r"argument (?P<name>\S+): ignored explicit argument .*", "{name}: hier hoort geen waarde bij"),
    (
        r"ambiguous option: (?P<name>\S+) could match (?P<choices>.*)",
        "{name} kan meer betekenen: {choices}; schrijf de optie voluit",
    ),
)


class _DutchFormatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Gebruik: " if prefix is None else prefix)


class DutchParser(argparse.ArgumentParser):
    """An ArgumentParser whose help and errors are Dutch. A wrong call ends with exit code 2.

    ``make_epilog``: makes the text below the help when somebody asks for it, if that takes work.
    """

    make_epilog: Callable[[], str] | None = None

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_DutchFormatter, **options)
        self._positionals.title = "argumenten"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def format_help(self) -> str:
        """The whole help."""
        if self.make_epilog is not None:
            self.epilog = self.make_epilog()
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Print what is wrong with the call and end with exit code 2."""
        self.exit(2, f"{self.prog}: {_translate(message)}.\nVoer '{self.prog} --help' uit voor uitleg.\n")

    def _print_message(self, message: str, file: IO[str] | None = None) -> None:  # type: ignore[override]
        if file is None or file is sys.stderr:
            write_aside(message)
        else:
            file.write(message)


def _translate(message: str) -> str:
    for pattern, dutch in _MESSAGES:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            return dutch.format(**match.groupdict())
    return "de opdracht is niet goed geschreven"
