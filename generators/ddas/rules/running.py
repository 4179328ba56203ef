"""The rules of a specification, prepared once and ready to run on records and on the envelope."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from ddas.delivery.walking import Visit
from ddas.findings import Pointer
from ddas.rules import RULE_KINDS
from ddas.rules.rule_kind import Context, Hit, KeyKind, ListCheck, ListKind, ObjectCheck, ObjectKind
from ddas.specification import Rule, Specification

__all__ = [
    "KeyRule",
    "ListRule",
    "ObjectRule",
    "Route",
    "Step",
    "find_routes",
    "prepare_key_rules",
    "prepare_list_rules",
    "prepare_object_rules",
]


@dataclass(frozen=True, slots=True)
class Step:
    """From an object to the object, or the list of objects, in one of its fields."""

    name: str
    wire_name: str
    many: bool


@dataclass(frozen=True, slots=True)
class Route:
    """A way from a record down to objects of the type ``scope``; without steps it is the record itself."""

    scope: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, kw_only=True)
class ObjectRule:
    """A rule that looks at one object at a time. ``number``: place in the rules of the specification, from 0."""

    number: int
    rule: Rule
    specification: Specification = field(repr=False)

    @property
    def scopes(self) -> tuple[str, ...]:
        """The object types that it looks at."""
        return self.rule.scopes

    def reaches(self, record_type: str) -> bool:
        """Whether a record of this type is, or can hold, an object that the rule looks at."""
        return bool(self._routes(record_type))

    def iter_hits(self, record: Any, record_type: str, context: Context) -> Iterator[Hit]:
        """The hits in a record and everything below it; paths start at the record.

        For an object in a list ``Context.index`` becomes its place in that list; for the record it stays as given.
        """
        for route in self._routes(record_type):
            check = self._checks[route.scope]
            for value, path, index in _iter_values(record, route.steps, (), context.index):
                at = context if index == context.index else replace(context, index=index)
                for hit in check(value, at):
                    yield Hit((*path, *hit.path), hit.addition) if path else hit

    def _routes(self, record_type: str) -> tuple[Route, ...]:
        found = self._known_routes.get(record_type)
        if found is None:
            found = self._known_routes[record_type] = find_routes(self.specification, record_type, self.scopes)
        return found

    @cached_property
    def _known_routes(self) -> dict[str, tuple[Route, ...]]:
        return {}

    @cached_property
    def _checks(self) -> dict[str, ObjectCheck]:
        kind = RULE_KINDS[self.rule.kind]
        if not isinstance(kind, ObjectKind):
            raise TypeError(f"{self.rule.kind} is geen soort voor losse objecten")
        return {scope: kind.prepare(self.rule, scope, self.specification) for scope in self.scopes}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRule:
    """A rule over all records of a holder. ``list_names``: the record lists of which it wants to see the records."""

    number: int
    rule: Rule
    list_names: frozenset[str]
    check: ListCheck


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRule:
    """A rule on unknown keys; one that keeps count of what it saw, so prepare it anew for each file."""

    number: int
    rule: Rule
    check: Callable[[Visit], Iterable[Hit]]


def prepare_object_rules(specification: Specification) -> tuple[ObjectRule, ...]:
    """The rules that look at one object at a time, in listed order."""
    return tuple(
        ObjectRule(number=number, rule=rule, specification=specification)
        for number, rule in enumerate(specification.rules)
        if isinstance(RULE_KINDS.get(rule.kind), ObjectKind)
    )


def prepare_list_rules(specification: Specification) -> tuple[ListRule, ...]:
    """The rules over all records of a holder, in listed order."""
    found = []
    for number, rule in enumerate(specification.rules):
        kind = RULE_KINDS.get(rule.kind)
        if isinstance(kind, ListKind):
            names = frozenset(filter(None, (rule.parameters.list, rule.parameters.target)))
            check = kind.prepare(rule, specification)
            found.append(ListRule(number=number, rule=rule, list_names=names, check=check))
    return tuple(found)


def prepare_key_rules(specification: Specification) -> tuple[KeyRule, ...]:
    """The rules on unknown keys, in listed order."""
    found = []
    for number, rule in enumerate(specification.rules):
        kind = RULE_KINDS.get(rule.kind)
        if isinstance(kind, KeyKind):
            found.append(KeyRule(number=number, rule=rule, check=kind.prepare(rule, specification)))
    return tuple(found)


def find_routes(specification: Specification, record_type: str, scopes: Iterable[str]) -> tuple[Route, ...]:
    """All ways from a record to objects of these types, in reading order; no type is passed twice on one way."""
    return tuple(_iter_routes(specification, record_type, frozenset(scopes), (), ()))


def _iter_routes(
    specification: Specification, name: str, scopes: frozenset[str], steps: tuple[Step, ...], above: tuple[str, ...]
) -> Iterator[Route]:
    object_type = specification.object_type(name)
    if object_type is None or name in above:
        return
    if name in scopes:
        yield Route(name, steps)
    for a in object_type.exchanged_attributes:
        yield from _iter_routes(
            specification, a.range, scopes, (*steps, Step(a.name, a.wire_name, a.many)), (*above, name)
        )


def _iter_values(value: Any, steps: tuple[Step, ...], path: Pointer, index: int) -> Iterator[tuple[Any, Pointer, int]]:
    if not steps:
        yield value, path, index
        return
    step, rest = steps[0], steps[1:]
    inner = getattr(value, step.name)
    if inner is None:
        return
    if not step.many:
        yield from _iter_values(inner, rest, (*path, step.wire_name), 0)
        return
    for place, item in enumerate(inner):
        yield from _iter_values(item, rest, (*path, step.wire_name, place), place)
