"""Since when a field is there and what changed in it, by following the versions and their declared renames."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ddas.comparison.change import Breaks, Change, ChangeKind
from ddas.comparison.compare import Comparison, compare
from ddas.comparison.matching import match_versions
from ddas.standard.specification import Specification
from ddas.standard.wire_tree import Steps, build_wire_tree

__all__ = ["FieldChange", "FieldHistory", "find_predecessors", "history_of", "since_by_path"]

_TOLD = (Breaks.STRICTER, Breaks.WIDER, Breaks.DELIVERY)
_CODE_VALUES = frozenset({ChangeKind.CODE_VALUE_ADDED, ChangeKind.CODE_VALUE_REMOVED, ChangeKind.CODE_VALUE_RENAMED})
_COMING = frozenset({ChangeKind.OBJECT_TYPE_ADDED, ChangeKind.ATTRIBUTE_ADDED})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A change of a field and the version, such as ``v0.9``, that brought it."""

    version: str
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldHistory:
    """The past of one field.

    Attributes:
        since: The first version that has it, such as ``v0.9``, under this name or an earlier one.
        from_the_start: That is the oldest known version, so that the field may be older.
        changes: What changed in it later in what a delivery must be, oldest first.
    """

    since: str
    from_the_start: bool
    changes: tuple[FieldChange, ...]


def find_predecessors(specification: Specification, known: Iterable[Specification]) -> tuple[Specification, ...]:
    """The versions before this one by their predecessors, oldest first; as far as they are known."""
    by_code = {s.id.code: s for s in known if s.domain.name == specification.domain.name}
    found: list[Specification] = []
    step = by_code.get(specification.predecessor or "")
    while step is not None and step not in found:
        found.append(step)
        step = by_code.get(step.predecessor or "")
    return tuple(reversed(found))


def since_by_path(versions: Sequence[Specification]) -> dict[str, str]:
    """Wire path in the last version → the first version that has the field; ``versions`` oldest first, at least one."""
    since = dict.fromkeys(build_wire_tree(versions[0]).nodes, versions[0].version)
    for old, new in pairwise(versions):
        back = {after: before for before, after in match_versions(old, new).fields.items()}
        since = {s: since[back[s]] if s in back else new.version for s in build_wire_tree(new).nodes}
    return {node.path: since[steps] for steps, node in build_wire_tree(versions[-1]).nodes.items()}


def history_of(versions: Sequence[Specification]) -> dict[str, FieldHistory]:
    """Wire path in the last version → history of the field; ``versions`` oldest first, at least one."""
    changes: dict[Steps, tuple[FieldChange, ...]] = {}
    for old, new in pairwise(versions):
        fields = match_versions(old, new).fields
        carried = {fields[s]: held for s, held in changes.items() if s in fields}
        own = _changes_by_field(compare(old, new))
        changes = {s: (*carried.get(s, ()), *own.get(s, ())) for s in {**carried, **own}}
    since = since_by_path(versions)
    return {
        node.path: FieldHistory(
            since=since[node.path],
            from_the_start=since[node.path] == versions[0].version,
            changes=changes.get(steps, ()),
        )
        for steps, node in build_wire_tree(versions[-1]).nodes.items()
    }


def _changes_by_field(comparison: Comparison) -> Mapping[Steps, tuple[FieldChange, ...]]:
    """What concerns a delivery, by the field in the new version; a code value counts for each field with its list."""
    tree = build_wire_tree(comparison.new)
    found: dict[Steps, list[FieldChange]] = {}
    for change, difference in zip(comparison.changes, comparison.differences, strict=True):
        if change.breaks not in _TOLD or change.kind in _COMING:
            continue
        if change.kind in _CODE_VALUES:
            places = [s for s, n in tree.nodes.items() if n.attribute.range == difference.code_list]
        elif difference.new_steps is not None:
            places = [difference.new_steps]
        else:
            places = [tree.steps_by_path[change.path]] if change.path in tree.steps_by_path else []
        for steps in places:
            found.setdefault(steps, []).append(FieldChange(comparison.new.version, change))
    return {steps: tuple(held) for steps, held in found.items()}
