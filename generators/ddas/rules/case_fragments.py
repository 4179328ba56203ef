"""The part of a case that matters: the object around the first place that its patch touches, as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ddas.json_patch import apply_patch, split_pointer
from ddas.specification import Rule, RuleCase, Specification

__all__ = ["case_document", "show_case"]

_MOST_LINES = 24


def case_document(specification: Specification, case: RuleCase) -> Any:
    """The whole delivery of a case: its base example with its patch.

    Raises:
        DdasError: the example does not exist, or the patch does not fit.
    """
    from ddas.errors import DdasError

    base = next((e for e in specification.examples if e.name == case.base), None)
    if base is None:
        raise DdasError(f"Geval '{case.name}': voorbeeld '{case.base}' bestaat niet. Kies een ander voorbeeld.")
    return apply_patch(json.loads(base.content), json.loads(case.patch))


def show_case(specification: Specification, rule: Rule, case: RuleCase) -> list[str]:
    """A few lines of JSON: the smallest object that holds all that the patch and the rule touch, long parts cut."""
    document = case_document(specification, case)
    touched = [split_pointer(p) for p in case.places]
    touched += [split_pointer(o["path"]) for o in json.loads(case.patch)] if not touched else []
    if not touched:
        touched = _places_of_rule(specification, rule, document)
    value = document
    for step in _common(touched):
        inner = _step(value, step)
        if not isinstance(inner, dict | list):
            break
        value = inner
    return _cut(json.dumps(_shorten(value, 0), ensure_ascii=False, indent=2).splitlines())


def _places_of_rule(specification: Specification, rule: Rule, document: Any) -> list[tuple[str, ...]]:
    """The first object of the first type that the rule looks at."""
    from ddas.delivery.walking import iter_objects

    scopes = rule.scopes or tuple(f.partition(".")[0] for f in rule.fields)
    for visit in iter_objects(specification, document):
        if visit.object_type.name in scopes:
            return [(*map(str, visit.pointer), "")]
    return []


def _common(paths: Sequence[Sequence[str]]) -> list[str]:
    """The steps that all paths share, without the last step of each."""
    shared: list[str] = []
    for steps in zip(*(p[:-1] for p in paths), strict=False):
        if len(set(steps)) > 1:
            break
        shared.append(steps[0])
    return shared


def _step(value: Any, step: str) -> Any:
    if isinstance(value, list):
        return value[int(step)] if step.isdigit() and int(step) < len(value) else None
    return value.get(step) if isinstance(value, dict) else None


def _shorten(value: Any, depth: int) -> Any:
    """Objects deeper than two levels and long lists become dots."""
    if isinstance(value, dict):
        return {k: _shorten(v, depth + 1) for k, v in value.items()} if depth < 2 or not value else {"…": "…"}
    if isinstance(value, list):
        return [_shorten(v, depth + 1) for v in value[:2]] + (["…"] if len(value) > 2 else []) if depth < 2 else ["…"]
    return value


def _cut(lines: list[str]) -> list[str]:
    return lines if len(lines) <= _MOST_LINES else [*lines[: _MOST_LINES - 2], "  …", lines[-1]]
