"""Paths of a rule, followed once through the specification: where to read, and how the place is called on the wire."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from ddas.errors import DdasError
from ddas.findings import Pointer
from ddas.standard.specification import Attribute, ObjectType, Specification

__all__ = [
    "FieldPath",
    "find_holder",
    "resolve_item_type",
    "resolve_path",
    "resolve_paths",
    "resolve_typed",
    "step_into",
]


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


def resolve_paths(specification: Specification, scope: str, paths: Iterable[str]) -> tuple[FieldPath, ...]:
    """As ``resolve_path``, for each of the paths."""
    return tuple(resolve_path(specification, scope, path) for path in paths)


def resolve_typed(
    specification: Specification, scope: str, types: Collection[str], exceptions: Collection[str]
) -> tuple[FieldPath, ...]:
    """The single fields of the object itself that have one of these types; ``ObjectType.attribute`` excepts one."""
    object_type = specification.object_type(scope)
    return tuple(
        FieldPath((attribute.name,), (attribute.wire_name,), attribute)
        for attribute in (object_type.exchanged_attributes if object_type else ())
        if attribute.range in types and not attribute.many and f"{scope}.{attribute.name}" not in exceptions
    )


def find_holder(specification: Specification, scopes: Iterable[str], list_name: str) -> str:
    """Name of the object type that holds the record list: one of ``scopes``, else the first that has such a list.

    Raises:
        DdasError: no object type has that list.
    """
    for name in (*scopes, *(o.name for o in specification.exchanged_types)):
        attribute = _find(specification.object_type(name), list_name)
        if attribute is not None and attribute.many:
            return name
    raise DdasError(f"Een regel noemt de lijst '{list_name}', maar het model heeft die niet. Draai 'ddas lint'.")


def _find(holder: ObjectType | None, name: str) -> Attribute | None:
    found = holder.attribute(name) if holder else None
    return found if found is not None and found.exchanged else None
