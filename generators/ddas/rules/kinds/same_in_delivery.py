"""Kinds that compare one value of all records: zelfde_in_levering, uniek."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ddas.rules.filled import filled_text
from ddas.rules.hashing import hash_repeated, hash_text, iter_buckets
from ddas.rules.paths import FieldPath, find_holder, resolve_item_type, resolve_path
from ddas.rules.rule_kind import Context, ListHit, ListKind
from ddas.standard.specification import Rule, Specification

__all__ = ["SAME_IN_DELIVERY", "UNIQUE"]


@dataclass(frozen=True, slots=True)
class _Same:
    list_name: str
    path: FieldPath
    holder_path: FieldPath | None
    ignored: tuple[str, ...]
    width: ClassVar[int] = 1
    distinct: ClassVar[bool] = True

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


@dataclass(frozen=True, slots=True)
class _Unique:
    list_name: str
    paths: tuple[FieldPath, ...]
    width: ClassVar[int] = 1
    distinct: ClassVar[bool] = False

    def gather(self, list_name: str, record: Any, context: Context) -> Iterator[tuple[int, ...]]:
        """The hash of the values, when all are filled."""
        texts = [filled_text(p.read(record)) for p in self.paths] if list_name == self.list_name else []
        if texts and all(texts):
            yield (hash_text(context.key, *texts),)

    def conclude(self, rows: dict[str, array[int]], holder: Any, context: Context) -> Iterator[ListHit]:
        """A hit at each record that repeats an earlier one."""
        repeated: list[int] = []
        for (bucket,) in iter_buckets((rows.get(self.list_name) or array("q"), 2)):
            seen: set[int] = set()
            for value, index in bucket:
                if value in seen:
                    repeated.append(index)
                seen.add(value)
        for index in sorted(repeated):
            yield ListHit(self.list_name, index, self.paths[0].pointer)


def _prepare_same(rule: Rule, specification: Specification) -> _Same:
    holder = find_holder(rule, specification)
    item_type = resolve_item_type(specification, holder, rule.parameters.list)
    holder_paths = [resolve_path(specification, holder, p) for group in rule.parameters.groups for p in group]
    return _Same(
        rule.parameters.list,
        resolve_path(specification, item_type, rule.parameters.paths[0]),
        holder_paths[0] if holder_paths else None,
        rule.parameters.values,
    )


def _prepare_unique(rule: Rule, specification: Specification) -> _Unique:
    item_type = resolve_item_type(specification, find_holder(rule, specification), rule.parameters.list)
    paths = tuple(resolve_path(specification, item_type, p) for p in rule.parameters.paths)
    return _Unique(rule.parameters.list, paths)


SAME_IN_DELIVERY = ListKind(prepare=_prepare_same)
UNIQUE = ListKind(prepare=_prepare_unique)
