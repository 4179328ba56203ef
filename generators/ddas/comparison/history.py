"""Since when a field is there and what changed in it, by following the versions and their declared renames."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ddas.comparison.change import Breaks, Change, ChangeKind
from ddas.comparison.compare import Comparison, compare
from ddas.standard.matching import match_versions
from ddas.standard.specification import Specification
from ddas.standard.wire_tree import Steps, build_wire_tree

__all__ = ["FieldChange", "FieldHistory", "Past", "find_predecessors", "make_pasts", "past_of"]

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What came before a version, compared once for everybody who tells of it.

    Attributes:
        comparison: What changed since its predecessor; None for a version without one.
        history: Wire path of each field → its history.
    """

    version: Specification
    comparison: Comparison | None
    history: Mapping[str, FieldHistory] = field(repr=False)


def find_predecessors(specification: Specification, known: Iterable[Specification]) -> tuple[Specification, ...]:
    """The versions before this one by their predecessors, oldest first; as far as they are known."""
    by_code = {s.id.code: s for s in known if s.domain.name == specification.domain.name}
    found: list[Specification] = []
    step = by_code.get(specification.predecessor or "")
    while step is not None and step not in found:
        found.append(step)
        step = by_code.get(step.predecessor or "")
    return tuple(reversed(found))


def past_of(versions: Sequence[Specification]) -> Past:
    """The past of the last of these; ``versions`` oldest first, each the predecessor of the next, at least one."""
    past = _first_past(versions[0])
    for version in versions[1:]:
        past = _next_past(past, version)
    return past


def make_pasts(known: Iterable[Specification]) -> dict[str, Past]:
    """Code of each of these versions → its past; two neighbours are compared once, however many versions follow."""
    versions = tuple(known)
    made: dict[str, Past] = {}
    for version in versions:
        past: Past | None = None
        for step in (*find_predecessors(version, versions), version):
            code = step.id.code
            if code not in made:
                made[code] = _first_past(step) if past is None else _next_past(past, step)
            past = made[code]
    return made


def _first_past(version: Specification) -> Past:
    nodes = build_wire_tree(version).nodes.values()
    held = FieldHistory(since=version.version, from_the_start=True, changes=())
    return Past(version=version, comparison=None, history=dict.fromkeys((n.path for n in nodes), held))


def _next_past(past: Past, version: Specification) -> Past:
    comparison = compare(past.version, version)
    old_nodes = build_wire_tree(past.version).nodes
    back = {after: before for before, after in match_versions(past.version, version).fields.items()}
    own = _changes_by_field(comparison)
    new = FieldHistory(since=version.version, from_the_start=False, changes=())
    history = {}
    for steps, node in build_wire_tree(version).nodes.items():
        held = past.history[old_nodes[back[steps]].path] if steps in back else new
        history[node.path] = replace(held, changes=(*held.changes, *own.get(steps, ())))
    return Past(version=version, comparison=comparison, history=history)


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
