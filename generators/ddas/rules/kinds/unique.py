"""Kind ``uniek``."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ddas.rules.filled import filled_text
from ddas.rules.hashing import find_repeated, hash_text
from ddas.rules.parameters import FROM_OBJECT, LIST, PATHS, takes
from ddas.rules.paths import FieldPath, find_holder, resolve_item_type, resolve_paths
from ddas.rules.rule_kind import Context, ListHit, ListKind
from ddas.standard.specification import Specification

__all__ = ["UNIQUE", "UniqueParameters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class UniqueParameters:
    """The records, and the fields that are unique together."""

    paths: tuple[str, ...] = takes(PATHS, starts=("list",))
    list: str = takes(LIST, starts=(FROM_OBJECT,))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unique:
    list_name: str
    paths: tuple[FieldPath, ...]
    width: ClassVar[int] = 1
    distinct: ClassVar[bool] = False
    reads_all: ClassVar[bool] = False

    @property
    def list_names(self) -> frozenset[str]:
        """The list of the records."""
        return frozenset((self.list_name,))

    def gather(self, list_name: str, record: Any, context: Context) -> Iterator[tuple[int, ...]]:
        """The hash of the values, when all are filled."""
        texts = [filled_text(p.read(record)) for p in self.paths] if list_name == self.list_name else []
        if texts and all(texts):
            yield (hash_text(context.key, *texts),)

    def conclude(self, rows: dict[str, array[int]], holder: Any, context: Context) -> Iterator[ListHit]:
        """A hit at each record that repeats an earlier one."""
        for index in find_repeated(rows.get(self.list_name) or array("q")):
            yield ListHit(self.list_name, index, self.paths[0].pointer)


def _prepare(parameters: UniqueParameters, scopes: tuple[str, ...], specification: Specification) -> _Unique:
    holder = find_holder(specification, scopes, parameters.list)
    item_type = resolve_item_type(specification, holder, parameters.list)
    return _Unique(list_name=parameters.list, paths=resolve_paths(specification, item_type, parameters.paths))


UNIQUE = ListKind(
    name="uniek",
    sentence="Een waarde komt in één levering maar één keer voor.",
    parameters=UniqueParameters,
    prepare=_prepare,
)
