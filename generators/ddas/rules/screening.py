"""One function per type of record that runs the screens of all rules at once, walking the record a single time.

Reads the language that ``expressions`` describes; nothing that a rule record says as text is ever run as code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ddas.errors import DdasError
from ddas.rules.expressions import NEVER, Screen
from ddas.rules.kinds import find_kind
from ddas.rules.rule_kind import Context, ObjectCheck, ObjectKind
from ddas.rules.running import RouteMap, Step
from ddas.standard.specification import Rule, Specification

__all__ = ["ScreenFunction", "make_screen"]

ScreenFunction = Callable[[Any, Context], Sequence[int]]
"""Numbers of the rules that may hit a record or something in it, each once and rising; empty when none can."""

_PATH = re.compile(r"\{([A-Za-z_][\w.]*)\}", re.ASCII)
_NAME = re.compile(r"\b([ck])\.([A-Za-z_]\w*)", re.ASCII)
_OR_MAX = "_or_max"


def make_screen(specification: Specification, object_type: str, rules: Sequence[tuple[int, Rule]]) -> ScreenFunction:
    """The fused screen for records of type ``object_type``.

    Args:
        specification: The standard of the records.
        object_type: Name of the type of the record.
        rules: Rules with the number to return for each; rules for lists of records and for keys are left out.
    """
    source = _Source(specification)
    routes = RouteMap(specification)
    root = _Node("o")
    for number, rule in rules:
        kind = find_kind(rule.kind)
        if isinstance(kind, ObjectKind):
            for route in routes.find(object_type, rule.scopes):
                source.add(_descend(root, route.steps), number, kind, rule, route.scope)
    return source.compile(root)


@dataclass(slots=True)
class _Node:
    """An object on the way down: its variable, and what must be done with it."""

    variable: str
    fields: dict[str, str] = field(default_factory=dict)
    """Variable per field that is read."""
    singles: dict[str, _Node] = field(default_factory=dict)
    lists: dict[str, _Node] = field(default_factory=dict)
    tests: list[tuple[int, str]] = field(default_factory=list)
    """Number of a rule and the condition under which it may hit."""

    def read(self, name: str) -> str:
        """The variable of a field; the field is read once."""
        return self.fields.setdefault(name, f"{self.variable}_{len(self.fields)}")

    def single(self, name: str) -> _Node:
        """The node of the object in a field."""
        return self.singles.setdefault(name, _Node(self.read(name)))

    def item(self, name: str) -> _Node:
        """The node of each object in the list in a field."""
        return self.lists.setdefault(name, _Node(f"{self.read(name)}i"))


def _descend(node: _Node, steps: Iterable[Step]) -> _Node:
    for step in steps:
        node = node.item(step.name) if step.many else node.single(step.name)
    return node


class _Source:
    """Gathers the tests, the constants and the fields of the Context, and writes the function."""

    def __init__(self, specification: Specification) -> None:
        self._specification = specification
        self._constants: dict[str, object] = {}
        self._name_by_constant: dict[object, str] = {}
        self._context: set[str] = set()
        self._checks: dict[tuple[int, str], str] = {}

    def add(self, node: _Node, number: int, kind: ObjectKind[Any], rule: Rule, scope: str) -> None:
        """Put the screen of a rule at a node."""
        if kind.screen is None:
            name = self._checks.get((number, scope))
            if name is None:
                check = kind.prepare(kind.read(rule), scope, self._specification)
                name = self._checks[number, scope] = self._bind(_make_probe(check))
            node.tests.append((number, f"{name}({node.variable}, c)"))
            return
        screen = kind.screen(kind.read(rule), scope, self._specification)
        if screen.expression != NEVER:
            node.tests.append((number, self._place(screen, node)))

    def _place(self, screen: Screen, node: _Node) -> str:
        def name(match: re.Match[str]) -> str:
            if match[1] == "k":
                return self._bind(screen.constants[match[2]])
            self._context.add(match[2])
            return f"c_{match[2]}"

        return _PATH.sub(lambda m: _read_path(node, m[1]), _NAME.sub(name, screen.expression))

    def _bind(self, constant: object) -> str:
        # Equal texts, sets of texts, days and functions share a name; not numbers: 1, True and 1.0 are equal too.
        shareable = isinstance(constant, str | frozenset | date) or callable(constant)
        if shareable and constant in self._name_by_constant:
            return self._name_by_constant[constant]
        name = f"k{len(self._constants)}"
        self._constants[name] = constant
        if shareable:
            self._name_by_constant[constant] = name
        return name

    def compile(self, root: _Node) -> ScreenFunction:
        """The function itself."""
        lines = ["def screen(o, c):", " found = []", " add = found.append"]
        for name in sorted(self._context):
            plain = name.removesuffix(_OR_MAX)
            lines.append(f" c_{name} = c.{plain}" + (f" or {self._bind(date.max)}" if plain != name else ""))
        lines += _write(root, 1)
        lines.append(" return sorted(set(found)) if found else ()")
        for line in lines:
            if not line.isascii() or '"' in line or "'" in line:
                raise DdasError("Een regel laat zich niet als test schrijven. Draai 'ddas lint'.")
        namespace: dict[str, Any] = dict(self._constants)
        exec("\n".join(lines), namespace)
        made: ScreenFunction = namespace["screen"]
        return made


def _read_path(node: _Node, path: str) -> str:
    *steps, last = path.split(".")
    for step in steps:
        node = node.single(step)
    return node.read(last)


def _write(node: _Node, depth: int) -> list[str]:
    """The lines for an object that is there: read, look inside single objects, test, walk through lists."""
    indent = " " * depth
    lines = [f"{indent}{variable} = {node.variable}.{name}" for name, variable in node.fields.items()]
    for inner in node.singles.values():
        lines += [f"{indent}if {inner.variable} is not None:", *(_write(inner, depth + 1) or [f"{indent} pass"])]
        below = list(_iter_variables(inner))
        if below:
            lines += [f"{indent}else:", f"{indent} {' = '.join(below)} = None"]
    for number, test in node.tests:
        lines += [f"{indent}if {test}:", f"{indent} add({number})"]
    for name, item in node.lists.items():
        listed = node.fields[name]
        lines += [f"{indent}if {listed}:", f"{indent} for {item.variable} in {listed}:"]
        lines += _write(item, depth + 2) or [f"{indent}  pass"]
    return lines


def _iter_variables(node: _Node) -> Iterable[str]:
    yield from node.fields.values()
    for inner in node.singles.values():
        yield from _iter_variables(inner)


def _make_probe(check: ObjectCheck) -> Callable[[Any, Context], bool]:
    return lambda value, context: any(True for _ in check(value, context))
