"""Paths of a rule, followed once through the specification: where to read, and how the place is called on the wire."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ddas.errors import DdasError
from ddas.findings import Pointer
from ddas.standard.specification import Attribute, ObjectType, Rule, Specification

__all__ = ["FieldPath", "find_holder", "iter_selected", "iter_typed", "resolve_item_type", "resolve_path", "step_into"]


@dataclass(frozen=True, slots=True)
class FieldPath:
    """A field below an object, reached through single objects only.

    Attributes:
        names: Identifiers from the object down; never empty.
        pointer: The same steps as wire names.
        attribute: The field at the end.
    """

    names: tuple[str, ...]
    pointer: Pointer
    attribute: Attribute

    @property
    def text(self) -> str:
        """The path as it stands in a rule: ``intake.startdatum``."""
        return ".".join(self.names)

    def read(self, value: Any) -> Any:
        """What stands at the path; None when it, or an object on the way, is absent."""
        for name in self.names:
            if value is None:
                return None
            value = getattr(value, name)
        return value


def resolve_path(specification: Specification, scope: str, path: str) -> FieldPath:
    """The path from objects of type ``scope``.

    Raises:
        DdasError: the specification has no such path, or it leads through a list.
    """
    names = tuple(path.split("."))
    pointer: list[str] = []
    holder = specification.object_type(scope)
    for name in names:
        attribute = _find(holder, name)
        if attribute is None:
            break
        pointer.append(attribute.wire_name)
        if len(pointer) == len(names):
            return FieldPath(names, tuple(pointer), attribute)
        holder = None if attribute.many else specification.object_type(attribute.range)
    raise DdasError(f"Een regel noemt het pad '{path}', maar {scope} heeft dat niet. Draai 'ddas lint'.")


def step_into(path: FieldPath, attribute: Attribute) -> FieldPath:
    """The path of a field of the object at the end of a path."""
    return FieldPath((*path.names, attribute.name), (*path.pointer, attribute.wire_name), attribute)


def resolve_item_type(specification: Specification, scope: str, path: str) -> str:
    """Name of the object type of the items of the list at ``path``.

    Raises:
        DdasError: there is no list of objects.
    """
    attribute = resolve_path(specification, scope, path).attribute
    if not attribute.many or specification.object_type(attribute.range) is None:
        raise DdasError(f"Een regel noemt '{path}' als lijst, maar in {scope} is dat er geen. Draai 'ddas lint'.")
    return attribute.range


def iter_typed(rule: Rule, scope: str, specification: Specification) -> Iterator[FieldPath]:
    """The fields of the object itself whose type the rule names, without the exceptions."""
    object_type = specification.object_type(scope)
    for attribute in object_type.exchanged_attributes if object_type else ():
        exempt = f"{scope}.{attribute.name}" in rule.parameters.exceptions
        if attribute.range in rule.parameters.types and not attribute.many and not exempt:
            yield FieldPath((attribute.name,), (attribute.wire_name,), attribute)


def iter_selected(rule: Rule, scope: str, specification: Specification) -> Iterator[FieldPath]:
    """The fields that the rule names by path, then those it names by type."""
    for path in rule.parameters.paths:
        yield resolve_path(specification, scope, path)
    yield from iter_typed(rule, scope, specification)


def find_holder(rule: Rule, specification: Specification) -> str:
    """Name of the object type that holds the record list of the rule.

    Raises:
        DdasError: no object type has that list.
    """
    every = (*rule.scopes, *(o.name for o in specification.exchanged_types))
    for name in every:
        attribute = _find(specification.object_type(name), rule.parameters.list)
        if attribute is not None and attribute.many:
            return name
    raise DdasError(f"Regel {rule.id} noemt een lijst die het model niet heeft. Draai 'ddas lint'.")


def _find(holder: ObjectType | None, name: str) -> Attribute | None:
    return next((a for a in holder.exchanged_attributes if a.name == name), None) if holder else None
