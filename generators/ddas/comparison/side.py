"""One side of a comparison: a version, a specification, a model folder or a published schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ddas.errors import DdasError
from ddas.rendering.printable import show_path
from ddas.rendering.side_files import parse_side_json, read_side_file
from ddas.standard.catalog import find_specification, iter_specifications
from ddas.standard.identity import Domain
from ddas.standard.published import read_published_schema
from ddas.standard.specification import Specification
from ddas.standard.specification_json import specification_from_json

__all__ = ["Side", "find_between", "read_side"]

_CODE = re.compile(r"[a-z]+-v\d+\.\d+", re.ASCII)
_VERSION = re.compile(r"v(?:0|[1-9]\d{0,3})\.(?:0|[1-9]\d{0,3})(?!\d)", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A specification, and whether only its structure is known."""

    specification: Specification
    structure_only: bool = False


def read_side(text: str, read_model: Callable[[Path], Specification]) -> Side:
    """What ``text`` names.

    Args:
        text: A code such as ``shv-v1.0``, or the path of a ``specification.json``, a model folder or a published
            JSON Schema.
        read_model: Reads a model folder.

    Raises:
        DdasError: nothing is there, or it cannot be read as a specification.
    """
    if _CODE.fullmatch(text):
        return Side(specification=find_specification(text))
    path = Path(text)
    if _holds(path.is_dir):
        return Side(specification=read_model(path))
    if not _holds(path.exists):
        raise DdasError(
            f"{show_path(text)} is geen versie en geen bestand. Kies een versie ({_codes()}), een specification.json, "
            "een map met een model of een gepubliceerd JSON Schema."
        )
    content = read_side_file(path)
    data = _parse(content, text)
    if "format" in data:
        return Side(specification=specification_from_json(content))
    if "properties" in data:
        return Side(specification=_read_schema(data, path), structure_only=True)
    raise _unusable(text)


def find_between(
    old: Specification, new: Specification, specifications: Iterable[Specification]
) -> tuple[Specification, ...]:
    """The versions from ``old`` to ``new``, both left out, by their predecessors.

    Empty when they are neighbours, and when the chain of predecessors does not connect them.
    """
    by_code = {s.id.code: s for s in specifications if s.domain.name == old.domain.name}
    first, last = (old, new) if old.id.version <= new.id.version else (new, old)
    found: list[Specification] = []
    code = last.predecessor
    while code is not None and code != first.id.code:
        step = by_code.get(code)
        if step is None or step in found:
            return ()
        found.append(step)
        code = step.predecessor
    if code is None:
        return ()
    return tuple(reversed(found)) if first is old else tuple(found)


def _holds(test: Callable[[], bool]) -> bool:
    """What is true of a path; False for a path that the system refuses to look at."""
    try:
        return test()
    except (OSError, ValueError):
        return False


def _parse(content: bytes, text: str) -> dict[str, Any]:
    data = parse_side_json(content)
    if not isinstance(data, dict):
        raise _unusable(text)
    return data


def _unusable(text: str) -> DdasError:
    return DdasError(
        f"{show_path(text)} is geen specificatie en geen JSON Schema van DDAS. "
        "Kies een specification.json van ddas of een gepubliceerd JSON Schema."
    )


def _read_schema(schema: dict[str, Any], path: Path) -> Specification:
    known = tuple(iter_specifications())
    found = read_published_schema(schema, domain=_domain(schema, known, path), version=_version(schema, path))
    same = next((s for s in known if s.id.code == found.id.code), None)
    if same is None:
        return found
    return replace(
        found, predecessor=same.predecessor, renames=same.renames, value_renames=same.value_renames
    )  # a published schema does not say what it renamed


def _domain(schema: dict[str, Any], known: Iterable[Specification], path: Path) -> Domain:
    keys = set(_iter_keys(schema))
    domains = {s.domain.name: s.domain for s in known}
    for domain in domains.values():
        if domain.listing in keys:
            return domain
    lists = " of ".join(f"'{d.listing}'" for d in domains.values())
    raise DdasError(
        f"{show_path(path)}: het is niet te zien bij welk domein dit schema hoort. "
        f"Kies een schema met de lijst {lists}."
    )


def _iter_keys(schema: Any) -> Iterable[str]:
    if isinstance(schema, dict):
        properties = schema.get("properties")
        if isinstance(properties, dict):
            yield from properties
        for value in schema.values():
            yield from _iter_keys(value)


def _version(schema: dict[str, Any], path: Path) -> str:
    """The version in the name of the file, else in the address of the schema, else in the name of the folder."""
    for text in (path.name, str(schema.get("$id", "")), path.resolve().parent.name):
        match = _VERSION.search(text)
        if match:
            return match[0]
    raise DdasError(
        f"{show_path(path)}: het is niet te zien welke versie dit schema is. Zet de versie in de bestandsnaam, "
        "zoals v1.0.schema.json."
    )


def _codes() -> str:
    return ", ".join(s.id.code for s in iter_specifications())
