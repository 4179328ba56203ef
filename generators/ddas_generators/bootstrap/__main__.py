"""``python -m ddas_generators.bootstrap``: start the model of a version from its published JSON Schema."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ddas.errors import DdasError, os_error_in_words
from ddas.terminal.dutch_argparse import DutchParser
from ddas_generators.bootstrap.matching import read_like
from ddas_generators.bootstrap.model_files import make_model_files
from ddas_generators.lint.lint_model import read_lint_model
from ddas_generators.model.load import load
from ddas_generators.model.register import find_checkout, model_folder, read_register

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the folder. Exit codes: 0 done, 2 could not."""
    parser = DutchParser(
        prog="python -m ddas_generators.bootstrap",
        description="Begin het model van een versie met haar gepubliceerde JSON Schema en de teksten van een versie "
        "die er al is.",
    )
    parser.add_argument("schema", type=Path, metavar="SCHEMA", help="het gepubliceerde JSON Schema")
    parser.add_argument("--like", required=True, metavar="CODE", help="versie met de teksten, zoals shv-v1.0")
    parser.add_argument(
        "--out", required=True, type=Path, metavar="MAP", help="nieuwe map, met de versie als naam, zoals v0.9"
    )
    parser.add_argument("--root", type=Path, metavar="MAP", help="de map van de toolkit (standaard: de map hierboven)")
    parsed = parser.parse_args(arguments)
    try:
        root = find_checkout((parsed.root or Path.cwd()).resolve())
        without_text = bootstrap(root, parsed.schema, parsed.like, parsed.out)
    except DdasError as error:
        print(f"ddas: {error}", file=sys.stderr)
        return 2
    print(f"Klaar: {parsed.out}. Deze onderdelen hebben nog een tekst nodig ({len(without_text)}):")
    for path in without_text:
        print(f"  {path}")
    print("Zet de versie in model/versies.yaml en voer uit: ddas lint")
    return 0


def bootstrap(root: Path, schema: Path, like: str, out: Path) -> tuple[str, ...]:
    """Make the folder ``out``; its name is the version.

    Returns:
        The paths of the elements that still need a text.

    Raises:
        DdasError: a file or version is not there, the folder has content, or the schema cannot be read.
    """
    versions = {v.id.code: v for v in read_register(root)}
    if like not in versions:
        raise DdasError(f"Versie '{like}' staat niet in het register. Kies uit: {', '.join(versions)}.")
    if out.exists() and any(out.iterdir()):
        raise DdasError(f"{out} bestaat al en is niet leeg. Kies een nieuwe map.")
    neighbour = load(root, versions[like])
    published = read_like(_read_json(schema), domain=neighbour.domain, version=out.resolve().name, neighbour=neighbour)
    files, without_text = make_model_files(published, neighbour, read_lint_model(root, versions[like]))
    phases = model_folder(root, versions[like]) / "procesfasen.yaml"
    files["procesfasen.yaml"] = phases.read_text(encoding="utf-8")
    for name, text in files.items():
        target = out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    return without_text


def _read_json(path: Path) -> dict[str, Any]:
    try:
        schema = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DdasError(
            f"{path} kan niet worden gelezen: {os_error_in_words(error)}. Controleer de naam en de map."
        ) from error
    except ValueError as error:
        raise DdasError(f"{path} is geen JSON. Kies een gepubliceerd JSON Schema.") from error
    if not isinstance(schema, dict):
        raise DdasError(f"{path} is geen JSON Schema. Kies een gepubliceerd JSON Schema.")
    return schema


if __name__ == "__main__":
    sys.exit(main())
