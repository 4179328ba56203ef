"""``ddas release``: begin, open, check, adopt, revise and retire versions, bundle them, and edit texts in Excel."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from ddas.errors import DdasError
from ddas.rendering.printable import show_path
from ddas.terminal.streams import tell
from ddas_generators.bootstrap.begin import begin_version
from ddas_generators.model.register import find_checkout, find_version
from ddas_generators.release import (
    Occasion,
    adopt_version,
    check_version,
    merge_revisions,
    open_version,
    renumber_version,
    retire_version,
    revise_versions,
    sync_version,
)
from ddas_generators.release.bundles import Mark, verify_bundle, write_bundles, write_key_pair
from ddas_generators.release.texts.importing import export_texts, import_texts

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> int:
    """Do the act; exit code 1 when ``check`` finds something in the way, or ``verify`` something wrong."""
    if arguments.act in _ANYWHERE:
        return _ANYWHERE[arguments.act](arguments)
    root = find_checkout((arguments.root or Path.cwd()).resolve())
    return _ACTS[arguments.act](root, arguments)


def _begin(root: Path, arguments: argparse.Namespace) -> int:
    begun = begin_version(root, arguments.published, arguments.like, arguments.output)
    for note in begun.notes:
        print(note)
    print(f"Klaar: {arguments.output}. Deze onderdelen hebben nog een tekst nodig ({len(begun.without_text)}):")
    for path in begun.without_text:
        print(f"  {path}")
    print("Zet de versie in model/versies.yaml en voer uit: ddas lint")
    return 0


def _open(root: Path, arguments: argparse.Namespace) -> int:
    print(open_version(root, arguments.version, after=arguments.after))
    return 0


def _renumber(root: Path, arguments: argparse.Namespace) -> int:
    print(renumber_version(root, arguments.version, arguments.new))
    return 0


def _sync(root: Path, arguments: argparse.Namespace) -> int:
    text, conflicts = sync_version(root, arguments.version, base=arguments.base)
    print(text)
    for place in conflicts:
        print(f"Hier veranderden beide iets anders, en bleef het concept zoals het was: {place}")
    if conflicts:
        print("Vergelijk deze plaatsen met de voorganger en kies zelf.")
    return 1 if conflicts else 0


def _check(root: Path, arguments: argparse.Namespace) -> int:
    problems = check_version(root, find_version(root, arguments.version))
    for problem in problems:
        print(problem)
    if problems:
        print(f"{arguments.version} kan nog niet worden vastgesteld: {len(problems)} punten.")
        return 1
    print(f"{arguments.version} kan worden vastgesteld.")
    return 0


def _adopt(root: Path, arguments: argparse.Namespace) -> int:
    code, day, start = arguments.version, arguments.date, arguments.starting
    print(adopt_version(root, code, date=day, published=arguments.published, in_use_from=start))
    return 0


def _revise(root: Path, arguments: argparse.Namespace) -> int:
    occasion = Occasion(reason=arguments.reason, date=arguments.date, accepted=arguments.accept or "")
    print(revise_versions(root, arguments.versions, occasion))
    return 0


def _retire(root: Path, arguments: argparse.Namespace) -> int:
    print(retire_version(root, arguments.version, until=arguments.until, date=arguments.date))
    return 0


def _merge(root: Path, _arguments: argparse.Namespace) -> int:
    print(merge_revisions(root))
    return 0


def _bundle(root: Path, arguments: argparse.Namespace) -> int:
    for path in write_bundles(root, arguments.output, arguments.key):
        print(path)
    if arguments.key is None:
        tell("ddas: deze bundel is niet ondertekend. Onderteken met: --key SLEUTEL (zie ddas release keygen)")
    return 0


def _texts(root: Path, arguments: argparse.Namespace) -> int:
    if arguments.direction == "export":
        print(export_texts(root, arguments.version, arguments.file))
    else:
        print(import_texts(root, arguments.file))
    return 0


def _keygen(arguments: argparse.Namespace) -> int:
    public, name = write_key_pair(arguments.file)
    print(f"De geheime sleutel staat in {show_path(arguments.file)}. Bewaar hem goed en geef hem aan niemand.")
    print(f"De openbare sleutel staat in {show_path(public)}. Geef hem aan wie uw bundels controleert.")
    print(f"Naam van de sleutel: {name}")
    return 0


def _verify(arguments: argparse.Namespace) -> int:
    verdicts = verify_bundle(arguments.folder, arguments.key, _find_root(arguments.root))
    for verdict in verdicts:
        print(verdict)
    wrong = sum(verdict.mark is Mark.WRONG for verdict in verdicts)
    if wrong:
        print(f"De bundel is niet in orde. Aantal fouten: {wrong}. Gebruik deze bundel niet.")
        return 1
    print("De bundel is in orde.")
    return 0


def _find_root(named: Path | None) -> Path | None:
    """The checkout that was named, or the one we stand in, if any."""
    try:
        return find_checkout((named or Path.cwd()).resolve())
    except DdasError:
        if named is not None:
            raise
        return None


_ACTS: dict[str, Callable[[Path, argparse.Namespace], int]] = {
    "begin": _begin,
    "open": _open,
    "renumber": _renumber,
    "sync": _sync,
    "check": _check,
    "adopt": _adopt,
    "revise": _revise,
    "retire": _retire,
    "merge": _merge,
    "bundle": _bundle,
    "texts": _texts,
}

_ANYWHERE: dict[str, Callable[[argparse.Namespace], int]] = {"keygen": _keygen, "verify": _verify}
"""Acts that need no checkout."""
