"""The part of a case that matters, as JSON lines: the object that the rule looks at, what is not about it left out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ddas.errors import DdasError
from ddas.rules.cases.json_patch import apply_patch, split_pointer
from ddas.standard.practice_case import PracticeCase
from ddas.standard.specification import Rule, RuleCase, Specification

__all__ = ["case_document", "show_case"]

_MOST_LINES = 48
_ROOMY_LINES = 24
"""With single values that are not about it."""
_MOST_ITEMS = 2
_MORE = "…"
_Path = tuple[str, ...]


def case_document(specification: Specification, case: RuleCase | PracticeCase) -> Any:
    """The whole delivery of a case: its base example with its patch.

    Raises:
        DdasError: the example does not exist, or the patch does not fit.
    """
    base = next((e for e in specification.examples if e.name == case.base), None)
    if base is None:
        raise DdasError(f"Geval '{case.name}': voorbeeld '{case.base}' bestaat niet. Kies een ander voorbeeld.")
    return apply_patch(json.loads(base.content), json.loads(case.patch))


def show_case(specification: Specification, rule: Rule, case: RuleCase) -> list[str]:
    """A few lines of JSON: the object that the rule looks at, with all that the case touches; the rest becomes dots."""
    document = case_document(specification, case)
    places = [split_pointer(p) for p in case.places]
    hits = {_existing(document, p) for p in places}
    marks = hits | {_existing(document, p) for p in _changed(case)}
    root, fields = _root_and_fields(specification, rule, document, places or sorted(marks))
    value = _at(document, root)
    lines: list[str] = []
    at_marks = {f for f in fields if any(f[: len(m)] == m for m in marks)}
    for about, with_rest in ((marks | fields, True), (marks | fields, False), (marks | at_marks, False)):
        near = {p for p in about if p[: len(root)] == root} or fields
        lines = _dump(_Pruner(near, marks, hits, with_rest).prune(value, root))
        if len(lines) <= (_ROOMY_LINES if with_rest else _MOST_LINES):
            return lines
    return [*lines[: _MOST_LINES - 2], f"  {_MORE}", lines[-1]]


def _changed(case: RuleCase) -> list[_Path]:
    return [tuple(split_pointer(step["path"])) for step in json.loads(case.patch)]


def _root_and_fields(
    specification: Specification, rule: Rule, document: Any, paths: Iterable[_Path | list[str]]
) -> tuple[_Path, set[_Path]]:
    """Where the object stands that the rule looks at, and the fields of the rule."""
    from ddas.standard.places import iter_objects

    scopes = rule.scopes or tuple(f.partition(".")[0] for f in rule.fields)
    looked_at: list[_Path] = []
    fields: set[_Path] = set()
    for visit in iter_objects(specification, document):
        pointer = tuple(map(str, visit.pointer))
        if visit.object_type.name in scopes:
            looked_at.append(pointer)
        for a in visit.object_type.exchanged_attributes:
            if f"{visit.object_type.name}.{a.name}" in rule.fields:
                fields.add((*pointer, a.wire_name))
    first = tuple(next(iter(paths), ()))
    around = [p for p in looked_at if first[: len(p)] == p]
    root = max(around, key=len) if around else min(looked_at, key=len, default=())
    return root, {f for f in fields if f[: len(root)] == root}


def _existing(document: Any, path: Iterable[str]) -> _Path:
    """The path, or as much of it as is there."""
    steps = tuple(path)
    for end in range(len(steps), 0, -1):
        try:
            _at(document, steps[:end])
        except (KeyError, IndexError, ValueError, TypeError):
            continue
        return steps[:end]
    return ()


def _at(value: Any, path: _Path) -> Any:
    for step in path:
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


class _Pruner:
    """Keeps of a value what lies on the way to what matters; other single values only ``with_rest``."""

    def __init__(self, near: set[_Path], marks: set[_Path], hits: set[_Path], with_rest: bool) -> None:
        self._way = _prefixes(near)
        self._touched = _prefixes(marks)
        self._hit = _prefixes(hits)
        self._ends = {p for p in near if not any(q[: len(p)] == p != q for q in near)}
        self._with_rest = with_rest

    def prune(self, value: Any, path: _Path) -> Any:
        """The value that stands at ``path``, without what is not about it."""
        if path in self._ends and not (isinstance(value, dict) and self._with_rest):
            return _open(value)
        if isinstance(value, dict):
            kept = {
                key: self.prune(inner, (*path, key)) if (*path, key) in self._way else _dots(inner)
                for key, inner in value.items()
                if (*path, key) in self._way or self._with_rest
            }
            return kept if len(kept) == len(value) else kept | {_MORE: _MORE}
        if isinstance(value, list):
            items = [self.prune(value[i], (*path, str(i))) for i in self._choose(value, path)]
            return items if len(items) == len(value) else [*items, _MORE]
        return value

    def _choose(self, items: list[Any], path: _Path) -> list[int]:
        """The item where the rule fires, or else the last that is touched, and one beside it, rather before it."""
        near = [i for i in range(len(items)) if (*path, str(i)) in self._way]
        touched = [i for i in near if (*path, str(i)) in self._touched]
        chief = next((i for i in near if (*path, str(i)) in self._hit), touched[-1] if touched else None)
        if chief is None:
            return (near or list(range(len(items))))[:_MOST_ITEMS]
        others = sorted((i for i in near if i != chief), key=lambda i: (i > chief, i not in touched, abs(i - chief)))
        return sorted([chief, *others[: _MOST_ITEMS - 1]])


def _prefixes(paths: set[_Path]) -> set[_Path]:
    return {p[:end] for p in paths for end in range(len(p) + 1)}


def _dots(value: Any) -> Any:
    if isinstance(value, dict):
        return "{…}" if value else value
    return "[…]" if isinstance(value, list) and value else value


def _open(value: Any) -> Any:
    """The value with what is in it, one level deep; of a list the first items."""
    if isinstance(value, dict):
        return {key: _dots(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_open(v) for v in value[:_MOST_ITEMS]] + [_MORE] * (len(value) > _MOST_ITEMS)
    return value


def _dump(value: Any) -> list[str]:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    for quoted, plain in (('"…": "…"', _MORE), ('"{…}"', "{…}"), ('"[…]"', "[…]"), ('"…"', _MORE)):
        text = text.replace(quoted, plain)
    return text.splitlines()
