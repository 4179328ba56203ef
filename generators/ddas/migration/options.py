"""The values of ``--set``: read, and checked against the versions they are for, before anything is done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ddas.errors import DdasError
from ddas.migration.acceptor import make_acceptor
from ddas.migration.migrator import Migrator
from ddas.migration.steps import Fill

__all__ = ["check_options", "explain_missing", "read_options"]


def read_options(texts: Sequence[str]) -> dict[str, str]:
    """``NAAM=WAARDE`` → value by name.

    Raises:
        DdasError: a text has no ``=``, or a name stands twice.
    """
    values: dict[str, str] = {}
    for text in texts:
        name, sign, value = text.partition("=")
        name = name.strip()
        if not sign or not name:
            raise DdasError("Bij --set hoort een naam en een waarde. Schrijf bijvoorbeeld: --set gemeentecode=0344")
        if name in values:
            raise DdasError("Een naam staat twee keer achter --set. Geef elke naam één keer.")
        values[name] = value
    return values


def check_options(
    values: Mapping[str, str], migrators: Iterable[Migrator], schemas: Mapping[str, Mapping[str, Any]]
) -> None:
    """Refuse values that no step asks for or that the version would refuse.

    Args:
        values: By name.
        migrators: All that lead to the target, also those this file may not need.
        schemas: Wire schema in canonical form by code.

    Raises:
        DdasError: a name is unknown or a value does not fit; the message does not repeat the value.
    """
    fills = {fill.option: (fill, migrator) for migrator in migrators for fill in migrator.fills}
    for name, value in values.items():
        if name not in fills:
            known = f"Kies uit: {', '.join(sorted(fills))}." if fills else "Laat --set weg."
            raise DdasError(f"Een naam achter --set is hier niet bekend. {known}")
        fill, migrator = fills[name]
        accepts = make_acceptor(_schema_at(schemas[migrator.target], fill))
        if not accepts(value) or not re.fullmatch(fill.pattern, value):
            raise DdasError(f"De waarde achter --set '{name}=…' past niet. Geef {fill.shape}.")


def explain_missing(missing: Iterable[str], migrators: Iterable[Migrator], target: str) -> DdasError:
    """The exception for required values that nobody gave."""
    fills = {fill.option: fill for migrator in migrators for fill in migrator.fills}
    lines = "".join(f"\n  --set {name}=…   {fills[name].shape}" for name in missing)
    return DdasError(f"Dit bestand mist gegevens die in {target} verplicht zijn. Geef ze mee:{lines}")


def _schema_at(schema: Mapping[str, Any], fill: Fill) -> Mapping[str, Any]:
    keys = [*fill.path.split("."), *([fill.inside] if fill.inside else [])]
    for key in keys:
        schema = schema["properties"][key.removesuffix("[]")]
        schema = schema["items"] if key.endswith("[]") else schema
    return schema
