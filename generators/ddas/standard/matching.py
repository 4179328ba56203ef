"""Which field of an old version is which field of a new one, by place and by declared renames."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ddas.standard.specification import Specification
from ddas.standard.wire_tree import Steps, WireTree, build_wire_tree

__all__ = ["CodeValueName", "Matching", "list_unfit_declarations", "match_versions"]

CodeValueName = tuple[str, str]
"""Name of a code list, and a value in it."""


@dataclass(frozen=True, slots=True)
class Matching:
    """Old → new, for fields by their steps and for renamed code values; one to one."""

    fields: Mapping[Steps, Steps]
    values: Mapping[CodeValueName, CodeValueName]


def match_versions(old: Specification, new: Specification, between: Sequence[Specification] = ()) -> Matching:
    """Follow the fields from ``old`` to ``new``.

    Args:
        old: Where to start.
        new: Where to end; may be the older version of the two, then renames are read backwards.
        between: The versions in between, from old to new, whose declared renames are followed too.
    """
    steps = [_match_neighbours(a, b) for a, b in pairwise((old, *between, new))]
    if len(steps) == 1:
        return steps[0]
    fields, values = steps[0].fields, steps[0].values
    for step in steps[1:]:
        fields = {a: step.fields[b] for a, b in fields.items() if b in step.fields}
        values = _chain_values(values, step.values)
    return Matching(_complete(build_wire_tree(old), build_wire_tree(new), fields), values)


def list_unfit_declarations(old: Specification, new: Specification) -> tuple[str, ...]:
    """Declared renames of ``new`` that do not fit: paths and values that ``old`` or ``new`` does not have."""
    before, after = build_wire_tree(old).steps_by_path, build_wire_tree(new).steps_by_path
    unfit = [path for r in new.renames for path, known in ((r.old, before), (r.new, after)) if path not in known]
    for value in new.value_renames:
        for name, known_values in ((value.old, _values(old)), (value.new, _values(new))):
            if (value.code_list, name) not in known_values:
                unfit.append(f"{value.code_list}={name}")
    return tuple(unfit)


def _match_neighbours(old: Specification, new: Specification) -> Matching:
    if new.id.version < old.id.version:
        back = _match_neighbours(new, old)
        return Matching({b: a for a, b in back.fields.items()}, {b: a for a, b in back.values.items()})
    old_tree, new_tree = build_wire_tree(old), build_wire_tree(new)
    declared: dict[Steps, Steps] = {}
    values: dict[CodeValueName, CodeValueName] = {}
    if old.id.version < new.id.version:
        for rename in new.renames:
            if rename.old in old_tree.steps_by_path and rename.new in new_tree.steps_by_path:
                declared[old_tree.steps_by_path[rename.old]] = new_tree.steps_by_path[rename.new]
        known = _values(old), _values(new)
        for value in new.value_renames:
            before, after = (value.code_list, value.old), (value.code_list, value.new)
            if before in known[0] and after in known[1]:
                values[before] = after
    return Matching(_complete(old_tree, new_tree, declared), values)


def _complete(old: WireTree, new: WireTree, known: Mapping[Steps, Steps]) -> dict[Steps, Steps]:
    """Known pairs, plus what has the same key in the same parent; parents come first."""
    taken = set(known.values())
    fields: dict[Steps, Steps] = {}
    for steps in old.nodes:
        target = known.get(steps)
        if target is None:
            parent = steps[:-1]
            parent_now = fields.get(parent) if parent else ()
            candidate = None if parent_now is None else (*parent_now, steps[-1])
            target = candidate if candidate in new.nodes and candidate not in taken else None
        if target is not None:
            fields[steps] = target
            taken.add(target)
    return fields


def _values(specification: Specification) -> set[CodeValueName]:
    return {(c.name, v.value) for c in specification.code_lists for v in c.values}


def _chain_values(
    first: Mapping[CodeValueName, CodeValueName], second: Mapping[CodeValueName, CodeValueName]
) -> dict[CodeValueName, CodeValueName]:
    """Renames one after the other; a value that one of the two leaves alone keeps its name there."""
    result = {before: second.get(after, after) for before, after in first.items()}
    renamed: Iterable[CodeValueName] = first.values()
    for before, after in second.items():
        if before not in set(renamed):
            result.setdefault(before, after)
    return {before: after for before, after in result.items() if before != after}
