"""``ddas release``: begin, open, check, adopt, revise and retire versions, bundle them, and edit texts in Excel."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

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
from ddas_generators.release.bundling import write_bundles
from ddas_generators.release.texts.importing import export_texts, import_texts

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> int:
    """Do the act; exit code 1 when ``check`` finds something in the way."""
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
    for path in write_bundles(root, arguments.output):
        print(path)
    return 0


def _texts(root: Path, arguments: argparse.Namespace) -> int:
    if arguments.direction == "export":
        print(export_texts(root, arguments.version, arguments.file))
    else:
        print(import_texts(root, arguments.file))
    return 0


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
