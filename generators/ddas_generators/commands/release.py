"""``ddas release``: begin, open, check, adopt, revise and retire versions, bundle them, and edit texts in Excel."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from ddas.errors import DdasError
from ddas_generators.bootstrap.begin import begin_version
from ddas_generators.model.register import RegisteredVersion, find_checkout, read_register
from ddas_generators.release import adopt_version, check_version, open_version, retire_version, revise_versions
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
    print(open_version(root, arguments.version))
    return 0


def _check(root: Path, arguments: argparse.Namespace) -> int:
    problems = check_version(root, _find(root, arguments.version))
    for problem in problems:
        print(problem)
    if problems:
        print(f"{arguments.version} kan nog niet worden vastgesteld: {len(problems)} punten.")
        return 1
    print(f"{arguments.version} kan worden vastgesteld.")
    return 0


def _adopt(root: Path, arguments: argparse.Namespace) -> int:
    print(adopt_version(root, arguments.version, date=arguments.date, published=arguments.published))
    return 0


def _revise(root: Path, arguments: argparse.Namespace) -> int:
    print(revise_versions(root, arguments.versions, reason=arguments.reason, date=arguments.date))
    return 0


def _retire(root: Path, arguments: argparse.Namespace) -> int:
    print(retire_version(root, arguments.version, until=arguments.until))
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
    "check": _check,
    "adopt": _adopt,
    "revise": _revise,
    "retire": _retire,
    "bundle": _bundle,
    "texts": _texts,
}


def _find(root: Path, code: str) -> RegisteredVersion:
    versions = {v.id.code: v for v in read_register(root)}
    if code not in versions:
        raise DdasError(f"Versie '{code}' staat niet in het register. Kies uit: {', '.join(versions)}.")
    return versions[code]
