"""Kinds that look at the items of a list inside one object: lijst_bevat, uniek_in_lijst, verschillende_personen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ddas.rules.conditions import express_conditions, make_predicate
from ddas.rules.expressions import Expressions
from ddas.rules.filled import filled_text, is_filled
from ddas.rules.paths import FieldPath, resolve_item_type, resolve_path
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind, Screen
from ddas.standard.specification import Rule, Specification

__all__ = ["DIFFERENT_PERSONS", "LIST_HOLDS", "UNIQUE_IN_LIST"]

NONE_OF_THEM = "geen"
SAME_NUMBER = "zelfde_bsn"


def _prepare_holds(rule: Rule, scope: str, specification: Specification) -> ObjectCheck:
    items = resolve_path(specification, scope, rule.parameters.list)
    item_type = resolve_item_type(specification, scope, rule.parameters.list)
    holds = make_predicate(rule.parameters.conditions, scope, specification)
    meets = make_predicate(rule.parameters.item_conditions, item_type, specification)
    forbids = rule.parameters.times == NONE_OF_THEM

    def check(o: Any, c: Context) -> Iterator[Hit]:
        if not holds(o):
            return
        found = [index for index, item in enumerate(items.read(o) or ()) if meets(item)]
        if forbids:
            for index in found:
                yield Hit((*items.pointer, index))
        elif not found:
            yield Hit(items.pointer)

    return check


def _screen_holds(rule: Rule, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    item_type = resolve_item_type(specification, scope, rule.parameters.list)
    meets = make_predicate(rule.parameters.item_conditions, item_type, specification)
    found = make.call(lambda items: any(map(meets, items)), f"{{{rule.parameters.list}}} or ()")
    return make.screen(
        express_conditions(rule.parameters.conditions, scope, specification, make),
        found if rule.parameters.times == NONE_OF_THEM else f"not {found}",
    )


def _prepare_unique(rule: Rule, scope: str, specification: Specification) -> ObjectCheck:
    items = resolve_path(specification, scope, rule.parameters.list)
    item_type = resolve_item_type(specification, scope, rule.parameters.list)
    paths = [resolve_path(specification, item_type, p) for p in rule.parameters.paths]

    def check(o: Any, c: Context) -> Iterator[Hit]:
        seen: set[tuple[str, ...]] = set()
        for index, item in enumerate(items.read(o) or ()):
            values = tuple(filled_text(p.read(item)) for p in paths)
            if all(values):
                if values in seen:
                    yield Hit((*items.pointer, index, *paths[0].pointer))
                seen.add(values)

    return check


def _screen_unique(rule: Rule, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    items = f"{{{rule.parameters.list}}}"
    return make.screen(f"{items} is not None and len({items}) > 1")


def _prepare_persons(rule: Rule, scope: str, specification: Specification) -> ObjectCheck:
    items = resolve_path(specification, scope, rule.parameters.list)
    item_type = resolve_item_type(specification, scope, rule.parameters.list)
    number, *others = (resolve_path(specification, item_type, p) for p in rule.parameters.paths)
    needed = [resolve_path(specification, item_type, p) for group in rule.parameters.groups for p in group]
    same_number = rule.parameters.outcome == SAME_NUMBER

    def is_same(left: Any, right: Any) -> bool:
        numbers = filled_text(number.read(left)), filled_text(number.read(right))
        if same_number:
            return numbers[0] != "" and numbers[0] == numbers[1]
        if all(numbers) or not all(is_filled(p.read(left)) and is_filled(p.read(right)) for p in needed):
            return False
        return _texts(others, left) == _texts(others, right)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        clients = items.read(o) or ()
        for index in range(1, len(clients)):
            if any(is_same(clients[earlier], clients[index]) for earlier in range(index)):
                yield Hit((*items.pointer, index))

    return check


def _texts(paths: list[FieldPath], item: Any) -> list[str]:
    return [filled_text(p.read(item)) for p in paths]


def _screen_persons(rule: Rule, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    items = f"{{{rule.parameters.list}}}"
    item_type = resolve_item_type(specification, scope, rule.parameters.list)
    paths = rule.parameters.paths
    needed = [p for group in rule.parameters.groups for p in group if p in paths[1:]]
    same_number = rule.parameters.outcome == SAME_NUMBER
    probe = resolve_path(specification, item_type, paths[0] if same_number else (needed or paths[1:])[0])
    blank_counts = not (same_number or needed)

    def some_equal(clients: list[Any]) -> bool:
        texts = [filled_text(probe.read(client)) for client in clients]
        values = texts if blank_counts else [text for text in texts if text]
        return len(set(values)) < len(values)

    return make.screen(f"{items} is not None and len({items}) > 1", make.call(some_equal, items))


LIST_HOLDS = ObjectKind(prepare=_prepare_holds, screen=_screen_holds)
UNIQUE_IN_LIST = ObjectKind(prepare=_prepare_unique, screen=_screen_unique)
DIFFERENT_PERSONS = ObjectKind(prepare=_prepare_persons, screen=_screen_persons)
