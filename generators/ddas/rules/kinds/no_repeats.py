"""Kind ``dubbel_in_lijst``."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ddas.errors import DdasError
from ddas.rules.contents import Contents, UnwritableError
from ddas.rules.filled import is_filled
from ddas.rules.hashing import find_repeated, hash_bytes
from ddas.rules.parameters import EXCEPTIONS, FROM_OBJECT, LIST, takes
from ddas.rules.rule_kind import Context, HolderCheck, ListCheck, ListHit, ListKind
from ddas.standard.record_layout import layout_of
from ddas.standard.specification import Specification

__all__ = ["NO_REPEATS", "NoRepeatsParameters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoRepeatsParameters:
    """The list: one of records, or the one whose items hold the records. ``exceptions``: fields that do not count."""

    exceptions: tuple[str, ...] = takes(EXCEPTIONS, default=())
    list: str = takes(LIST, starts=(FROM_OBJECT,))


@dataclass(frozen=True, slots=True, kw_only=True)
class _RepeatedRecords:
    """Rows of the hash of a record with all that stands in it."""

    list_name: str
    object_type: str
    contents: Contents
    width: ClassVar[int] = 1
    distinct: ClassVar[bool] = False
    reads_all: ClassVar[bool] = True

    @property
    def list_names(self) -> frozenset[str]:
        """The list of the records."""
        return frozenset((self.list_name,))

    def gather(self, list_name: str, record: Any, context: Context) -> Iterable[tuple[int, ...]]:
        """The hash, when something is filled."""
        if list_name != self.list_name or not is_filled(record):
            return ()
        try:
            return ((hash_bytes(context.key, self.contents.write(record, self.object_type)),),)
        except UnwritableError:
            return ()

    def conclude(self, rows: dict[str, array[int]], holder: Any, context: Context) -> Iterator[ListHit]:
        """A hit at each record that repeats an earlier one."""
        for index in find_repeated(rows.get(self.list_name) or array("q")):
            yield ListHit(self.list_name, index, ())


@dataclass(frozen=True, slots=True)
class _RepeatedHolders:
    keys: frozenset[str]

    def strip(self, holder: Any) -> Any:
        """The levering without the fields that do not count."""
        return {k: v for k, v in holder.items() if k not in self.keys} if isinstance(holder, dict) else holder


def _prepare(
    parameters: NoRepeatsParameters, scopes: tuple[str, ...], specification: Specification
) -> ListCheck | HolderCheck:
    name, exceptions = parameters.list, frozenset(parameters.exceptions)
    layout = layout_of(specification)
    for part in layout.lists:
        if part.name == name:
            contents = Contents(specification, exceptions)
            return _RepeatedRecords(list_name=name, object_type=part.object_type, contents=contents)
    for attribute in specification.root_type.exchanged_attributes:
        if attribute.name == name and (attribute.wire_name,) == layout.holder_path:
            fields = _fields_of(specification, attribute.range)
            if exceptions <= fields.keys():
                return _RepeatedHolders(frozenset(fields[field] for field in exceptions))
    raise DdasError(
        f"Een regel noemt de lijst '{name}' met de soort {NO_REPEATS.name}. Die kijkt alleen naar leveringen (met bij "
        "'behalve' velden van de levering zelf) en naar lijsten met records daarin. Verbeter de regel."
    )


def _fields_of(specification: Specification, name: str) -> dict[str, str]:
    """``ObjectType.attribute`` → key, for the fields of an object type itself."""
    object_type = specification.object_type(name)
    attributes = object_type.exchanged_attributes if object_type is not None else ()
    return {f"{name}.{a.name}": a.wire_name for a in attributes}


NO_REPEATS = ListKind(
    name="dubbel_in_lijst",
    sentence="In de lijst staat niets dubbel.",
    parameters=NoRepeatsParameters,
    prepare=_prepare,
)
