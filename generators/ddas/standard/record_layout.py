"""Which lists of a standard hold its records: the long lists that are read part by part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ddas.findings import Pointer
from ddas.standard.roles import roles_of
from ddas.standard.specification import Attribute, ObjectType, Specification

__all__ = ["RecordLayout", "RecordList", "join_layouts", "layout_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordList:
    """One list of records.

    Attributes:
        path: Wire names from the root: ``("leveringen", "verhuringen")``.
        name: Identifier of the attribute.
        object_type: Name of the type of its items.
        keys: Wire names of the fields of an item.
        distinctive_keys: Those of ``keys`` that no object inside an item has.
    """

    path: tuple[str, ...]
    name: str
    object_type: str
    keys: frozenset[str]
    distinctive_keys: frozenset[str]

    @property
    def in_root(self) -> bool:
        """Whether the root of a delivery holds the list itself."""
        return len(self.path) == 1

    @property
    def shown_path(self) -> str:
        """The path of one record, as people read it: ``leveringen[].verhuringen[]``."""
        return ".".join(f"{key}[]" for key in self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLayout:
    """The lists of records of a standard.

    ``holder_path``: wire names of the list whose items hold the lists; empty when the root holds them itself. In a
    mixed layout, of several standards together, the root may hold others.
    """

    lists: tuple[RecordList, ...]
    holder_path: tuple[str, ...] = ()

    @property
    def is_mixed(self) -> bool:
        """Whether some lists stand in the root and others in holders."""
        return bool(self.holder_path) and any(part.in_root for part in self.lists)

    def pointer(self, list_index: int, holder: int, index: int) -> Pointer:
        """Where a record stands. ``holder``: 0-based; ``index``: 0-based in its list."""
        part = self.lists[list_index]
        return (part.path[0], index) if part.in_root else (*self.holder_path, holder, part.path[-1], index)


def layout_of(specification: Specification) -> RecordLayout:
    """The lists of objects in a holder of records; in a standard without holders (shv v0.8) those in the root."""
    holders = roles_of(specification).holders
    holder = specification.object_type(holders.range) if holders else None
    if holders is None or holder is None:
        return RecordLayout(lists=_record_lists(specification, specification.root_type, ()))
    path = (holders.wire_name,)
    return RecordLayout(lists=_record_lists(specification, holder, path), holder_path=path)


def join_layouts(layouts: Iterable[RecordLayout]) -> RecordLayout:
    """One layout with the lists of all of these; where two have the same list, the first says what its records are.

    Raises:
        ValueError: they hold their lists in lists of different names.
    """
    found: dict[tuple[str, ...], RecordList] = {}
    holder_paths: set[tuple[str, ...]] = set()
    for layout in layouts:
        holder_paths.add(layout.holder_path)
        for part in layout.lists:
            found.setdefault(part.path, part)
    holder_paths.discard(())
    if len(holder_paths) > 1:
        raise ValueError(holder_paths)
    return RecordLayout(lists=tuple(found.values()), holder_path=next(iter(holder_paths), ()))


def _record_lists(specification: Specification, holder: ObjectType, path: tuple[str, ...]) -> tuple[RecordList, ...]:
    return tuple(_record_list(specification, a, path) for a in _object_lists(specification, holder))


def _record_list(specification: Specification, attribute: Attribute, path: tuple[str, ...]) -> RecordList:
    record = specification.object_type(attribute.range)
    keys = _keys(record)
    inside: set[str] = set()
    for name in _types_inside(specification, attribute.range):
        inside |= _keys(specification.object_type(name))
    return RecordList(
        path=(*path, attribute.wire_name),
        name=attribute.name,
        object_type=attribute.range,
        keys=keys,
        distinctive_keys=keys - inside,
    )


def _object_lists(specification: Specification, object_type: ObjectType) -> list[Attribute]:
    return [a for a in object_type.exchanged_attributes if a.many and specification.object_type(a.range) is not None]


def _keys(object_type: ObjectType | None) -> frozenset[str]:
    return frozenset(a.wire_name for a in object_type.exchanged_attributes) if object_type else frozenset()


def _types_inside(specification: Specification, name: str) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        object_type = specification.object_type(waiting.pop())
        for attribute in object_type.exchanged_attributes if object_type else ():
            if specification.object_type(attribute.range) is not None and attribute.range not in found:
                found.add(attribute.range)
                waiting.append(attribute.range)
    return found
