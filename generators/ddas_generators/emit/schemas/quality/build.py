"""Specification → the quality schema: the wire schema with what JSON Schema can say of the rules."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

from ddas.rules.kinds import find_kind
from ddas.rules.rule_kind import KeyKind, ObjectKind
from ddas.rules.schema_pieces import Schema, build_filled_types
from ddas.standard.specification import Rule, Specification
from ddas.standard.wire_schema import build_json_schema
from ddas_generators.emit.artefact import Artefact

__all__ = ["QUALITY_SCHEMA_FILE", "Coverage", "build_quality_schema", "coverage_of", "emit_quality_schema"]

QUALITY_SCHEMA_FILE = "kwaliteit.schema.json"
_LEFT_OUT = "info"


class Coverage(StrEnum):
    """How much of a rule the quality schema says."""

    WHOLE = "helemaal"
    PART = "voor een deel"
    NONE = "niet: JSON Schema kan het niet zeggen"
    LEFT_OUT = "niet: het niveau is info"


def emit_quality_schema(specification: Specification) -> Iterable[Artefact]:
    """The schema of a version that is not history alone."""
    if not specification.is_only_history:
        text = json.dumps(build_quality_schema(specification), ensure_ascii=False, indent=2)
        yield Artefact(QUALITY_SCHEMA_FILE, f"{text}\n".encode())


def coverage_of(specification: Specification, rule: Rule) -> Coverage:
    """How much of this rule the schema says.

    Unknown keys are refused whatever the level: a schema cannot tell a slip of the pen from a field of one's own.
    """
    if _is_about_keys(rule):
        return Coverage.WHOLE
    if rule.level == _LEFT_OUT:
        return Coverage.LEFT_OUT
    said = [whole for _, _, whole in _iter_sayings(specification, rule)]
    if not said:
        return Coverage.NONE
    return Coverage.WHOLE if all(said) else Coverage.PART


def build_quality_schema(specification: Specification) -> dict[str, Any]:
    """The schema as a tree. Each rule stands with its id as title in the object type that it looks at."""
    wire = build_json_schema(specification)
    objects: dict[str, Any] = {specification.root: wire, **wire["$defs"]}
    for rule in specification.rules:
        if _is_about_keys(rule):
            for scope in rule.scopes:
                objects[scope]["additionalProperties"] = False
        elif rule.level != _LEFT_OUT:
            for scope, schema, _ in _iter_sayings(specification, rule):
                titled = {"title": f"{rule.id}: {rule.name}", **schema}
                objects[scope].setdefault("allOf", []).append(titled)
    wire |= {
        "$id": specification.id.artefact_uri(QUALITY_SCHEMA_FILE),
        "$comment": f"Gemaakt uit het model en de regels van {specification.id.code}. Dit is niet de standaard.",
        "title": f"Kwaliteitscontrole voor {specification.id.code}",
        "description": _description(specification),
    }
    definitions = wire.pop("$defs")
    return {**wire, "$defs": definitions | _used(build_filled_types(specification), {**wire, "$defs": definitions})}


def _iter_sayings(specification: Specification, rule: Rule) -> Iterator[tuple[str, Schema, bool]]:
    """Per object type that the rule looks at what its kind says there, and whether that is all of it."""
    kind = find_kind(rule.kind)
    if isinstance(kind, ObjectKind) and kind.schema is not None:
        for scope in rule.scopes:
            schema = kind.schema.express(kind.read(rule), scope, specification)
            if schema is not None:
                yield scope, schema, kind.schema.whole


def _is_about_keys(rule: Rule) -> bool:
    return isinstance(find_kind(rule.kind), KeyKind)


def _description(specification: Specification) -> str:
    ids: dict[Coverage, list[str]] = {coverage: [] for coverage in Coverage}
    for rule in specification.rules:
        ids[coverage_of(specification, rule)].append(rule.id)
    lines = [
        "Dit schema controleert de kwaliteit en is niet de standaard: het weigert ook wat de standaard aanneemt. "
        "Het bevat het schema van de uitwisseling en wat JSON Schema van de regels kan zeggen, van de niveaus fout en "
        "waarschuwing. Ook een veld dat de standaard niet kent, wordt geweigerd.",
        *(f"- {coverage[0].upper()}{coverage[1:]}: {', '.join(found)}." for coverage, found in ids.items() if found),
    ]
    return "\n".join(lines)


def _used(definitions: dict[str, Schema], start: Schema) -> dict[str, Schema]:
    """The definitions that are referred to, also by each other, in their order."""
    found: set[str] = set()
    waiting: list[Any] = [start]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            waiting += value.values()
            name = str(value.get("$ref", "")).rpartition("/")[2]
            if name in definitions and name not in found:
                found.add(name)
                waiting.append(definitions[name])
    return {name: schema for name, schema in definitions.items() if name in found}
