"""What differs in the code lists: those on the wire value by value, the others as concepts."""

from __future__ import annotations

from collections.abc import Iterator

from ddas.comparison.change import ChangeKind, Difference
from ddas.standard.matching import Matching
from ddas.standard.specification import CodeList, CodeValue, Specification
from ddas.standard.wire_tree import WireTree

__all__ = ["iter_code_list_differences", "iter_value_pairs", "iter_wire_list_differences", "value_path"]


def value_path(code_list: CodeList, value: CodeValue) -> str:
    """How a change names a code value: ``EnumGeslacht=Man``."""
    return f"{code_list.name}={value.value}"


def iter_wire_list_differences(
    old: Specification, new: Specification, trees: tuple[WireTree, WireTree], matching: Matching
) -> Iterator[Difference]:
    """Lists and values that the wire schema of only one version accepts."""
    before, after = _on_the_wire(old, trees[0]), _on_the_wire(new, trees[1])
    for name in [*before, *(n for n in after if n not in before)]:
        if name not in after:
            yield _list(ChangeKind.CODE_LIST_REMOVED, before[name], before=_values(before[name]))
        elif name not in before:
            yield _list(ChangeKind.CODE_LIST_ADDED, after[name], after=_values(after[name]))
        else:
            yield from _wire_values(before[name], after[name], matching)


def iter_value_pairs(a: CodeList, b: CodeList, matching: Matching) -> Iterator[tuple[CodeValue, CodeValue]]:
    """The values that both lists of the same name have, renamed ones too, in the order of the old list."""
    now = {v.value: v for v in b.values}
    for value in a.values:
        target = matching.values.get((a.name, value.value), (b.name, value.value))[1]
        if target in now:
            yield value, now[target]


def iter_code_list_differences(
    old: Specification, new: Specification, trees: tuple[WireTree, WireTree]
) -> Iterator[Difference]:
    """Lists that are not on the wire in both versions: a rule may use them, or only the information model."""
    wire = _on_the_wire(old, trees[0]).keys(), _on_the_wire(new, trees[1]).keys()
    before, after = {c.name: c for c in old.code_lists}, {c.name: c for c in new.code_lists}
    for name, code_list in before.items():
        if name in after:
            if name not in wire[0] & wire[1]:
                yield from _loose_values(code_list, after[name], (old, new))
        elif name not in wire[0]:
            yield _list(ChangeKind.CONCEPT_REMOVED, code_list, before=_values(code_list))
    for name, code_list in after.items():
        if name not in before and name not in wire[1]:
            yield _list(ChangeKind.CONCEPT_ADDED, code_list, after=_values(code_list))


def _loose_values(a: CodeList, b: CodeList, versions: tuple[Specification, Specification]) -> Iterator[Difference]:
    if set(_values(a)) != set(_values(b)):
        checked = any(t.code_list == a.name for version in versions for t in version.data_types)
        kind = ChangeKind.VALUE_LIST_CHANGED if checked else ChangeKind.CONCEPT_CHANGED
        yield _list(kind, b, before=_values(a), after=_values(b))


def _on_the_wire(specification: Specification, tree: WireTree) -> dict[str, CodeList]:
    used = {n.attribute.range for n in tree.nodes.values()}
    return {c.name: c for c in specification.code_lists if c.name in used}


def _wire_values(a: CodeList, b: CodeList, matching: Matching) -> Iterator[Difference]:
    pairs = list(iter_value_pairs(a, b, matching))
    kept, came = {v.value for v, _ in pairs}, {v.value for _, v in pairs}
    for value in a.values:
        if value.value not in kept:
            yield _value(ChangeKind.CODE_VALUE_REMOVED, a, value, before=value.value)
    for value in b.values:
        if value.value not in came:
            yield _value(ChangeKind.CODE_VALUE_ADDED, b, value, after=value.value)
    for first, second in pairs:
        if first.value != second.value:
            yield _value(ChangeKind.CODE_VALUE_RENAMED, b, second, before=first.value, after=second.value)


def _value(
    kind: ChangeKind, code_list: CodeList, value: CodeValue, *, before: str | None = None, after: str | None = None
) -> Difference:
    return Difference(
        kind=kind,
        path=value_path(code_list, value),
        label=f"{code_list.label}: {value.label}",
        before=before,
        after=after,
        code_list=code_list.name,
    )


def _list(kind: ChangeKind, code_list: CodeList, *, before: object = None, after: object = None) -> Difference:
    return Difference(kind=kind, path=code_list.name, label=code_list.label, before=before, after=after)


def _values(code_list: CodeList) -> list[str]:
    return [v.value for v in code_list.values]
