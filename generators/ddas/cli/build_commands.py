"""Commands for maintainers of the standard. The one place where the runtime calls the build side.

They work on the checkout that holds the current directory, or on ``--root``.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ddas.errors import DdasError, MissingBuildExtra

if TYPE_CHECKING:
    from ddas.specification import Specification
    from ddas_generators.register import RegisteredVersion

__all__ = ["add_commands", "load_model_folder"]


def add_commands(commands: Any) -> None:
    """Add ``generate`` and ``lint``."""
    generate = commands.add_parser(
        "generate",
        help="maak alle bestanden uit het model (voor beheerders van de standaard)",
        description="Maak alle bestanden in de map generated uit het model. Voor beheerders van de standaard.",
    )
    generate.add_argument("--check", action="store_true", help="schrijf niets; meld wat verschilt (exitcode 1)")
    generate.add_argument(
        "--only",
        metavar="EMITTER",
        help="maak alleen de bestanden van deze emitter, zoals xsd; zonder deze optie: alle",
    )
    _add_root(generate)
    generate.set_defaults(run=_generate)
    lint = commands.add_parser(
        "lint",
        help="controleer het model op fouten (voor beheerders van de standaard)",
        description="Controleer het model op fouten en toon bestand en regel. Voor beheerders van de standaard.",
    )
    _add_root(lint)
    lint.set_defaults(run=_lint)


def load_model_folder(folder: Path) -> Specification:
    """The specification in a model folder, such as ``model/schuldhulpverlening/v1.0``.

    Raises:
        DdasError: the build extra is missing, the folder is no registered version, or its model is wrong.
    """
    try:
        from ddas_generators.load import load
        from ddas_generators.register import find_checkout, model_folder, read_register
    except ModuleNotFoundError as error:
        raise MissingBuildExtra(error.name or "ddas_generators") from error
    root = find_checkout(folder.resolve())
    versions = read_register(root)
    for version in versions:
        if model_folder(root, version) == folder.resolve():
            return load(root, version)
    known = ", ".join(model_folder(root, v).relative_to(root).as_posix() for v in versions)
    raise DdasError(f"{folder} is geen map van een geregistreerde versie. Kies uit: {known}.")


def _add_root(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--root",
        type=Path,
        metavar="MAP",
        help="de map van de toolkit; zonder deze optie: de map waarin u staat of een map daarboven",
    )


def _checkout(arguments: argparse.Namespace) -> tuple[Path, tuple[RegisteredVersion, ...]]:
    try:
        from ddas_generators.register import find_checkout, read_register
    except ModuleNotFoundError as error:
        raise MissingBuildExtra(error.name or "ddas_generators") from error
    root = find_checkout((arguments.root or Path.cwd()).resolve())
    return root, read_register(root)


def _generate(arguments: argparse.Namespace) -> int:
    root, versions = _checkout(arguments)
    from ddas.comparison.history import find_predecessors

    try:
        from ddas_generators.emit import EMITTERS
        from ddas_generators.load import load
        from ddas_generators.write import apply_differences, find_differences, make_artefacts
    except ModuleNotFoundError as error:
        raise MissingBuildExtra(error.name or "linkml") from error
    emitters = tuple(e for e in EMITTERS if arguments.only in (None, e.name))
    if not emitters:
        raise DdasError(f"Die emitter bestaat niet. Kies uit: {', '.join(e.name for e in EMITTERS)}.")
    files: dict[str, bytes] = {}
    specifications = [load(root, version) for version in versions]
    for specification in specifications:
        files |= make_artefacts(specification, emitters, find_predecessors(specification, specifications))
    folder = root / "generated"
    differences = find_differences(folder, files, orphans=arguments.only is None)
    for difference in differences:
        print(f"{difference.kind:10} generated/{difference.path}")
    if arguments.check:
        if differences:
            print(f"{len(differences)} bestanden zijn niet bijgewerkt. Voer uit: ddas generate")
            return 1
        print(f"In orde: {len(files)} bestanden zijn gelijk aan het model.")
        return 0
    apply_differences(folder, files, differences)
    print(f"Klaar: {len(files)} bestanden, {len(differences)} gewijzigd.")
    return 0


def _lint(arguments: argparse.Namespace) -> int:
    root, versions = _checkout(arguments)
    try:
        from ddas_generators.lint import lint
    except ModuleNotFoundError as error:
        raise MissingBuildExtra(error.name or "linkml") from error
    # Versions share files, so that two of them can give the same finding.
    findings = sorted({finding for version in versions for finding in lint(root, version)})
    for finding in findings:
        print(finding)
    if findings:
        print("1 fout in het model." if len(findings) == 1 else f"{len(findings)} fouten in het model.")
        return 1
    print(f"In orde: geen fouten in het model van {', '.join(v.id.code for v in versions)}.")
    return 0
