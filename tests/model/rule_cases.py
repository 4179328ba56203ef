"""The cases in the rule records, and what fires on each: judged rule by rule, without the streaming engine."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from ddas.findings import Pointer, format_pointer
from ddas.rules.kinds import counts_once
from ddas.rules.rule_kind import Context
from ddas.rules.running import (
    ListRule,
    ObjectRule,
    RouteMap,
    prepare_holder_rules,
    prepare_key_rules,
    prepare_list_rules,
    prepare_object_rules,
)
from ddas.standard.places import iter_objects
from ddas.standard.record_layout import layout_of
from ddas.standard.specification import RuleCase, Specification
from ddas.standard.wire_schema import build_json_schema
from ddas.validation.structure.wire_values import canonical_form
from tests.conftest import STANDARDS, load_standard

WITH_CASES = [code for code in STANDARDS if any(r.cases for r in load_standard(code).rules)]


CASES = [
    pytest.param(code, rule.id, number, id=f"{code}-{rule.id}-{case.name}")
    for code in WITH_CASES
    for rule in load_standard(code).rules
    for number, case in enumerate(rule.cases)
]


def patched(document: Any, patch: list[dict[str, Any]]) -> Any:
    """The document after a JSON Patch (RFC 6902)."""
    for step in patch:
        value = step.get("value")
        if step["op"] in ("move", "copy"):
            value = json.loads(json.dumps(_at(document, _steps(step["from"]))))
        if step["op"] in ("move", "remove"):
            *way, last = _steps(step["from" if step["op"] == "move" else "path"])
            del _at(document, way)[_key(_at(document, way), last)]
        if step["op"] != "remove":
            *way, last = _steps(step["path"])
            holder = _at(document, way)
            if isinstance(holder, list) and step["op"] != "replace":
                holder.insert(len(holder) if last == "-" else int(last), value)
            elif step["op"] == "replace":
                assert _at(holder, [last]) is not None, f"{step['path']} is not there to replace"
                holder[_key(holder, last)] = value
            else:
                holder[last] = value
    return document


def _steps(pointer: str) -> list[str]:
    return [s.replace("~1", "/").replace("~0", "~") for s in pointer.split("/")[1:]]


def _key(holder: Any, step: str) -> Any:
    return int(step) if isinstance(holder, list) else step


def _at(document: Any, steps: list[str]) -> Any:
    for step in steps:
        document = document[_key(document, step)]
    return document


@cache
def struct_of(code: str, name: str) -> type[msgspec.Struct]:
    """The decoded form of an object type: identifiers, None for what is absent."""
    fields = [(a.name, Any, None) for a in _attributes(load_standard(code), name)]
    return msgspec.defstruct(name, fields)


def decoded(specification: Specification, name: str, value: dict[str, Any]) -> msgspec.Struct:
    """The object as the checks see it; dates are dates."""
    fields = {}
    for a in _attributes(specification, name):
        inner = value.get(a.wire_name)
        data_type = specification.data_type(a.range)
        if inner is not None and specification.object_type(a.range):
            items = [decoded(specification, a.range, i) for i in (inner if a.many else [inner])]
            inner = items if a.many else items[0]
        elif isinstance(inner, str) and data_type and data_type.format == "date":
            inner = date.fromisoformat(inner)
        fields[a.name] = inner
    return struct_of(specification.id.code, name)(**fields)


@cache
def object_rules(code: str) -> tuple[ObjectRule, ...]:
    return prepare_object_rules(load_standard(code))


@cache
def list_rules(code: str) -> tuple[ListRule, ...]:
    return prepare_list_rules(load_standard(code))


def context_of(root: Any) -> Context:
    """What checks may know about this delivery."""
    sent = getattr(root, "aanleverdatumEnTijd", None)
    return Context(
        period_start=getattr(root, "startdatumLevering", None),
        period_end=getattr(root, "einddatumLevering", None),
        delivery_day=date.fromisoformat(sent[:10]) if sent else None,
        key=b"a key for tests",
    )


def fired(specification: Specification, document: Any) -> set[tuple[str, str]]:
    """(rule, place) of every finding, after rules have silenced each other."""
    root = decoded(specification, specification.root, document)
    context = context_of(root)
    found: set[tuple[str, Pointer]] = set()
    for object_rule in object_rules(specification.id.code):
        for hit in object_rule.iter_hits(root, specification.root, context):
            found.add((object_rule.rule.id, hit.path))
    visits = list(iter_objects(specification, document))
    for key_rule in prepare_key_rules(specification):
        hits = [(v.object_type.name, h.path) for v in visits for h in key_rule.check(v)]
        if counts_once(key_rule.rule):
            hits = [next(hit for hit in hits if (hit[0], hit[1][-1]) == key) for key in {(t, p[-1]) for t, p in hits}]
        found |= {(key_rule.rule.id, path) for _, path in hits}
    found = _loud(specification, document, found)
    in_records, in_holders = _list_hits(specification, root, context, found)
    in_holders |= set(_repeated_holders(specification, document))
    found = _loud(specification, document, found | in_holders) | in_records
    return {(rule, format_pointer(place)) for rule, place in found}


def _loud(specification: Specification, document: Any, found: set[tuple[str, Pointer]]) -> set[tuple[str, Pointer]]:
    """Without what another finding at the same spot silences."""
    return found - {
        (other, place)
        for rule_id, cause in found
        for other, place in found
        if other in _silences(specification, rule_id) and _touch(document, cause, place)
    }


def _silences(specification: Specification, rule_id: str) -> tuple[str, ...]:
    rule = specification.rule(rule_id)
    return rule.silences if rule else ()


def _list_hits(
    specification: Specification, root: Any, context: Context, found: set[tuple[str, Pointer]]
) -> tuple[set[tuple[str, Pointer]], set[tuple[str, Pointer]]]:
    """The hits in records and those in their holders; a rule does not see records in which another silences it."""
    by_holder: dict[Pointer, list[tuple[str, str, int, Pointer]]] = {}
    for list_rule in list_rules(specification.id.code):
        id = list_rule.rule.id
        for route in RouteMap(specification).find(specification.root, list_rule.rule.scopes):
            for holder, place in _holders(root, route.steps):
                names = {a.name: a.wire_name for a in _attributes(specification, route.scope)}
                rows: dict[str, array[int]] = {}
                for name in list_rule.check.list_names:
                    rows[name] = array("q")
                    for index, record in enumerate(getattr(holder, name) or ()):
                        inside = (*place, names[name], index)
                        if any(id in _silences(specification, r) and p[: len(inside)] == inside for r, p in found):
                            continue
                        for row in list_rule.check.gather(name, record, context):
                            assert len(row) == list_rule.check.width
                            rows[name].extend((*row, index))
                for h in list_rule.check.conclude(rows, holder, context):
                    spot = (*place, *((names[h.list_name], h.index) if h.list_name else ()), *h.path)
                    by_holder.setdefault(place, []).append((id, h.list_name, h.index, spot))
    in_records: set[tuple[str, Pointer]] = set()
    in_holders: set[tuple[str, Pointer]] = set()
    for hits in by_holder.values():
        for id, name, index, spot in hits:
            above = [h for h in hits if id in _silences(specification, h[0])]
            if not any(not name or not h[1] or (h[1], h[2]) == (name, index) for h in above):
                (in_records if name else in_holders).add((id, spot))
    return in_records, in_holders


def _repeated_holders(specification: Specification, document: Any) -> Iterator[tuple[str, Pointer]]:
    for rule in prepare_holder_rules(specification):
        (path,) = layout_of(specification).holder_path
        forms = [canonical_form(rule.check.strip(holder)) for holder in document.get(path) or ()]
        yield from ((rule.rule.id, (path, n)) for n, form in enumerate(forms) if form in forms[:n])


def _attributes(specification: Specification, name: str) -> Any:
    object_type = specification.object_type(name)
    assert object_type is not None
    return object_type.exchanged_attributes


def _holders(root: Any, steps: Any) -> Iterator[tuple[Any, Pointer]]:
    if not steps:
        yield root, ()
    for step in steps[:1]:
        for index, item in enumerate(getattr(root, step.name) or ()):
            yield item, (step.wire_name, index)


def _touch(document: Any, cause: Pointer, place: Pointer) -> bool:
    one, other = _object_of(document, cause), _object_of(document, place)
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _object_of(document: Any, pointer: Pointer) -> Pointer:
    """The innermost object on the way to a place, the place itself included."""
    innermost: Pointer = ()
    for end, step in enumerate(pointer, 1):
        try:
            document = document[step]
        except (KeyError, IndexError):
            break
        if isinstance(document, dict):
            innermost = pointer[:end]
    return innermost


def delivery_of(specification: Specification, case: RuleCase) -> Any:
    base = next(e for e in specification.examples if e.name == case.base)
    return patched(json.loads(base.content), json.loads(case.patch))


@cache
def schema_of(code: str) -> Draft202012Validator:
    return Draft202012Validator(build_json_schema(load_standard(code)), format_checker=FormatChecker())
