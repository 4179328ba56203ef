"""Kind ``zelfde_in_levering``."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ddas.rules.filled import filled_text
from ddas.rules.hashing import hash_repeated, hash_text
from ddas.rules.parameters import FROM_OBJECT, GROUPS, LIST, PATHS, VALUES, takes
from ddas.rules.paths import FieldPath, find_holder, resolve_item_type, resolve_path, resolve_paths
from ddas.rules.rule_kind import Context, ListHit, ListKind
from ddas.standard.specification import Specification

__all__ = ["SAME_IN_DELIVERY", "SameInDeliveryParameters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SameInDeliveryParameters:
    """The field of a record that has one value.

    Attributes:
        paths: That field.
        groups: One group with one path: the field of the holder that is compared too.
        list: The records.
        values: Texts that do not count.
    """

    paths: tuple[str, ...] = takes(PATHS, most=1, starts=("list",))
    groups: tuple[tuple[str, ...], ...] = takes(GROUPS, default=(), most=1, starts=(FROM_OBJECT,))
    list: str = takes(LIST, starts=(FROM_OBJECT,))
    values: tuple[str, ...] = takes(VALUES, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Same:
    list_name: str
    path: FieldPath
    holder_path: FieldPath | None
    ignored: tuple[str, ...]
    width: ClassVar[int] = 1
    distinct: ClassVar[bool] = True
    reads_all: ClassVar[bool] = False

    @property
    def list_names(self) -> frozenset[str]:
        """The list of the records."""
        return frozenset((self.list_name,))

    def gather(self, list_name: str, record: Any, context: Context) -> Iterable[tuple[int, ...]]:
        """The hash of the value, when it is filled and counts."""
        text = filled_text(self.path.read(record)) if list_name == self.list_name else ""
        return ((hash_repeated(context.key, text),),) if text and text not in self.ignored else ()

    def conclude(self, rows: dict[str, array[int]], holder: Any, context: Context) -> Iterator[ListHit]:
        """At most one hit: at the holder when it is compared too, else at the first record that deviates."""
        own = rows.get(self.list_name) or array("q")
        if self.holder_path is not None:
            text = filled_text(self.holder_path.read(holder))
            expected = hash_text(context.key, text)
            if text and text not in self.ignored and any(value != expected for value in own[::2]):
                yield ListHit("", 0, self.holder_path.pointer)
            return
        for at in range(2, len(own), 2):
            if own[at] != own[0]:
                yield ListHit(self.list_name, own[at + 1], self.path.pointer)
                return


def _prepare(parameters: SameInDeliveryParameters, scopes: tuple[str, ...], specification: Specification) -> _Same:
    holder = find_holder(specification, scopes, parameters.list)
    item_type = resolve_item_type(specification, holder, parameters.list)
    in_holder = [p for group in parameters.groups for p in resolve_paths(specification, holder, group)]
    return _Same(
        list_name=parameters.list,
        path=resolve_path(specification, item_type, parameters.paths[0]),
        holder_path=in_holder[0] if in_holder else None,
        ignored=parameters.values,
    )


SAME_IN_DELIVERY = ListKind(
    name="zelfde_in_levering",
    sentence="Een waarde is in één levering overal dezelfde.",
    parameters=SameInDeliveryParameters,
    prepare=_prepare,
)
