"""The values of ``--set``: read, and checked against the versions they are for, before anything is done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ddas.errors import DdasError
from ddas.findings import Pointer
from ddas.migration.migrator import Migrator
from ddas.migration.steps import Fill
from ddas.migration.versions import Version
from ddas.standard.places import find_place
from ddas.standard.specification import Specification
from ddas.validation.prepared import prepare

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


def check_options(values: Mapping[str, str], migrators: Iterable[Migrator], versions: Mapping[str, Version]) -> None:
    """Refuse values that no step asks for or that the version would refuse.

    Args:
        values: By name.
        migrators: All that lead to the target, also those this file may not need.
        versions: By code.

    Raises:
        DdasError: a name is unknown or a value does not fit; the message does not repeat the value.
    """
    fills = {fill.option: (fill, migrator) for migrator in migrators for fill in migrator.fills}
    for name, value in values.items():
        if name not in fills:
            known = f"Kies uit: {', '.join(sorted(fills))}." if fills else "Laat --set weg."
            raise DdasError(f"Een naam achter --set is hier niet bekend. {known}")
        fill, migrator = fills[name]
        is_right = _accepts(versions[migrator.target].specification, fill, value)
        if not is_right or not re.fullmatch(fill.pattern, value):
            raise DdasError(f"De waarde achter --set '{name}=…' past niet. Geef {fill.shape}.")


def explain_missing(missing: Iterable[str], migrators: Iterable[Migrator], target: str) -> DdasError:
    """The exception for required values that nobody gave."""
    fills = {fill.option: fill for migrator in migrators for fill in migrator.fills}
    lines = "".join(f"\n  --set {name}=…   {fills[name].shape}" for name in missing)
    return DdasError(f"Dit bestand mist gegevens die in {target} verplicht zijn. Geef ze mee:{lines}")


def _accepts(specification: Specification, fill: Fill, value: str) -> bool:
    """Whether the version takes this value for the field."""
    keys = [*fill.path.split("."), *([fill.inside] if fill.inside else [])]
    name = keys[-1]
    pointer: Pointer = tuple(key.removesuffix("[]") for key in keys)
    faults = prepare(specification).explainer.explain(
        {name: value}, find_place(specification, pointer).object_type.name
    )
    return all(fault.pointer != (name,) for fault in faults)
