"""The test vectors of the kinds: ``docs/soorten-regels/vectoren/<soort>.yaml``."""

from __future__ import annotations

import dataclasses
import json
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec
import yaml

from ddas.findings import Pointer, format_pointer
from ddas.rules.kinds import find_kind
from ddas.rules.rule_kind import Context, HolderCheck, ListCheck
from ddas.rules.running import prepare_holder_rules, prepare_key_rules, prepare_list_rules, prepare_object_rules
from ddas.standard.municipalities import read_municipalities
from ddas.standard.places import Visit
from ddas.standard.plain_records import to_plain
from ddas.standard.record_layout import layout_of
from ddas.standard.specification import Rule, Specification
from ddas.validation.structure.wire_values import canonical_form
from ddas_generators.model.rule_parameters import read_parameters
from tests.conftest import ROOT, load_standard
from tests.rules.decoding import make_types

FOLDER = ROOT / "docs" / "soorten-regels" / "vectoren"
MODEL = "shv-v1.0"

Places = list[tuple[str, str]]
"""JSON Pointer from the object, and the addition to the message."""


@dataclass(frozen=True)
class Vector:
    kind: str
    record: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.kind}: {self.record['naam']}"

    @property
    def expected(self) -> list[str]:
        return list(self.record.get("plekken", ()))

    @property
    def specification(self) -> Specification:
        """The model of the vector with the rule of the vector as its only rule."""
        return dataclasses.replace(load_standard(self.record.get("model", MODEL)), rules=(self.rule,))

    @property
    def rule(self) -> Rule:
        return Rule(
            id="PROEF-001",
            name="",
            level="info",
            message="",
            remedy="",
            fields=(),
            sources=(),
            kind=self.kind,
            scopes=(self.record["op"],),
            parameters=_read_parameters(self.kind, json.dumps(self.record["parameters"], default=str)),
        )

    @property
    def context(self) -> Context:
        period = self.record.get("periode", {})
        return Context(
            period_start=period.get("begin"),
            period_end=period.get("einde"),
            delivery_day=self.record.get("aanlevering"),
            index=self.record.get("index", 0),
            key=b"proef",
            municipalities=read_municipalities(FOLDER / "gemeente_bestaat.csv"),
        )

    def decode(self) -> Any:
        return msgspec.convert(self.record["object"], types_of(self.record.get("model", MODEL))[self.record["op"]])


@cache
def types_of(model: str) -> dict[str, type[msgspec.Struct]]:
    return make_types(load_standard(model))


@cache
def _read_parameters(name: str, text: str) -> dict[str, Any]:
    """Through the reader of rule records, so that the vectors use the very words of ``regels.yaml``."""
    kind = find_kind(name)
    assert kind is not None
    parameters, faults = read_parameters(kind, json.loads(text))
    assert faults == ()
    plain: dict[str, Any] = to_plain(parameters)
    return plain


def iter_vectors() -> Iterator[Vector]:
    for path in sorted(FOLDER.glob("*.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert content["soort"] == path.stem
        for record in content["vectoren"]:
            yield Vector(path.stem, record)


def run(vector: Vector) -> Places:
    """What the implementation of the kind says."""
    specification, scope = vector.specification, vector.record["op"]
    for rule in prepare_object_rules(specification):
        hits = rule.iter_hits(vector.decode(), scope, vector.context)
        return [(format_pointer(h.path), h.addition) for h in hits]
    for key_rule in prepare_key_rules(specification):
        object_type = specification.object_type(scope)
        assert object_type is not None
        found = key_rule.check(Visit((), object_type, vector.record["sleutels"]))
        return [(format_pointer(h.path), h.addition) for h in found]
    return _run_list(vector, specification)


def _run_list(vector: Vector, specification: Specification) -> Places:
    for holder_rule in prepare_holder_rules(specification):
        return _run_holders(vector, holder_rule.check)
    (rule,) = prepare_list_rules(specification)
    holder = vector.decode()
    holder_type = specification.object_type(vector.record["op"])
    assert holder_type is not None
    wire_names = {a.name: a.wire_name for a in holder_type.attributes}
    rows, empty = _gather(vector, rule.check, holder)
    places = []
    for hit in rule.check.conclude(rows, empty, vector.context):
        start: Pointer = (wire_names[hit.list_name], hit.index) if hit.list_name else ()
        places.append((format_pointer((*start, *hit.path)), hit.addition))
    return places


def _run_holders(vector: Vector, check: HolderCheck) -> Places:
    """Here holders hold their records: then equal is equal."""
    (path,) = layout_of(vector.specification).holder_path
    whole = to_wire(vector.specification, vector.record["object"], vector.record["op"])
    forms = [canonical_form(check.strip(holder)) for holder in whole[path]]
    return [(format_pointer((path, number)), "") for number, form in enumerate(forms) if form in forms[:number]]


def to_wire(specification: Specification, value: Any, name: str) -> Any:
    """The value with the keys of the wire; ``name``: its object type."""
    object_type = specification.object_type(name)
    if isinstance(value, list):
        return [to_wire(specification, v, name) for v in value]
    if object_type is None or value is None:
        return value
    fields = {a.name: a for a in object_type.exchanged_attributes}
    return {fields[n].wire_name: to_wire(specification, v, fields[n].range) for n, v in value.items()}


def _gather(vector: Vector, check: ListCheck, holder: Any) -> tuple[dict[str, array[int]], Any]:
    """The rows of a holder, and the holder without its records."""
    rows: dict[str, array[int]] = {}
    for name in check.list_names:
        rows[name] = array("q")
        for index, record in enumerate(getattr(holder, name) or ()):
            for row in check.gather(name, record, vector.context):
                assert len(row) == check.width
                rows[name].extend((*row, index))
    return rows, msgspec.structs.replace(holder, **dict.fromkeys(check.list_names))
