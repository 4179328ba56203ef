"""The steps from one version to the next that follow from what the newer one declares.

What is declared as renamed keeps its value under its new name or place, a declared code value gets its new spelling,
and what has no counterpart goes. What stays is a choice, and for a choice there is a migrator that somebody wrote: no
step is derived for what it handles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ddas.migration.migrator import Migrator
from ddas.migration.sequence import order_renames
from ddas.migration.steps import Demand, Drop, Fill, MappedValue, MapValues, Move, Rename, Special, Step
from ddas.standard.matching import match_versions
from ddas.standard.record_layout import layout_of
from ddas.standard.specification import CodeList, Specification
from ddas.standard.value_kinds import TEXT_KINDS, ValueKind
from ddas.standard.wire_tree import Node, Steps, build_wire_tree

__all__ = ["complete_migrator"]

_SAME = "dezelfde waarde"
_SHAPES: Mapping[ValueKind, str | None] = {
    ValueKind.DATE: "een datum als 2025-01-31",
    ValueKind.DATE_TIME: "een datum met tijd en tijdzone als 2025-01-31T09:30:00+01:00",
    ValueKind.EMAIL: "een e-mailadres",
    ValueKind.CODE: "een waarde uit de waardenlijst",
    ValueKind.TEXT: "een tekst",
    ValueKind.WHOLE_NUMBER: None,
    ValueKind.BOOLEAN: None,
    ValueKind.OBJECT: None,
}
"""What ``--set`` wants for a field of this kind; None for what is no text."""


def complete_migrator(written: Migrator | None, versions: Sequence[Specification]) -> Migrator:
    """The migrator from the first of these versions to the last.

    Args:
        written: The choices for this pair; None when nobody made one.
        versions: The older version, the drafts after it that were withdrawn, and the newer one.
    """
    return _Derivation(versions, written).complete()


class _Derivation:
    def __init__(self, versions: Sequence[Specification], written: Migrator | None) -> None:
        self._versions = versions
        self._old, *between, self._new = versions
        self._before, self._after = build_wire_tree(self._old), build_wire_tree(self._new)
        matching = match_versions(self._old, self._new, between)
        self._fields, self._values = matching.fields, matching.values
        self._back = {after: before for before, after in self._fields.items()}
        self._written = written or Migrator(source=self._old.id.code, target=self._new.id.code)
        self._handled = set(_iter_handled(self._written))
        self._choices: list[str] = []

    def complete(self) -> Migrator:
        nodes = self._before.nodes.values()
        kept = [(node, self._after.nodes[self._fields[node.steps]]) for node in nodes if node.steps in self._fields]
        maps = list(self._iter_maps(kept))
        moves = list(self._iter_moves(kept))
        drops = list(self._iter_drops())
        renames, circular = order_renames(self._iter_renames(kept))
        self._choices += circular
        self._look_at_kinds(kept)
        fills, demands = self._require()
        written = self._written
        first = [s for s in written.steps if isinstance(s, Special) and s.first]
        later = [s for s in written.steps if s not in first and not isinstance(s, MapValues)]
        return replace(
            written,
            steps=(*first, *maps, *moves, *drops, *renames, *later),
            fills=(*written.fills, *fills),
            demands=demands,
            moved_lists={**self._moved_lists(), **written.moved_lists},
            choices=tuple(dict.fromkeys(self._choices)),
        )

    def _iter_maps(self, kept: Iterable[tuple[Node, Node]]) -> Iterator[Step]:
        choices = {s.path: s for s in self._written.steps if isinstance(s, MapValues)}
        for old, new in kept:
            before = self._old.code_list(old.attribute.range)
            after = self._new.code_list(new.attribute.range)
            if before is None or after is None or self._is_handled(old):
                continue
            choice = choices.get(old.path, MapValues(path=old.path, values=()))
            chosen = {m.old: m for m in choice.values}
            values = tuple(chosen.get(m.old, m) for m in self._map(before, after))
            if all(m.old == m.new for m in values):
                continue
            if old.attribute.many:
                self._choices.append(old.path)
            else:
                yield replace(choice, values=values)

    def _map(self, before: CodeList, after: CodeList) -> Iterator[MappedValue]:
        known = {v.value for v in after.values}
        reasons = {(r.code_list, r.new): r.reason for version in self._versions[1:] for r in version.value_renames}
        for value in (v.value for v in before.values):
            name, target = self._values.get((before.name, value), (after.name, value))
            new = target if target in known else None
            gone = f"{self._new.version} heeft geen waarde met deze betekenis."
            reason = gone if new is None else reasons[name, new] if new != value else _SAME
            yield MappedValue(old=value, new=new, reason=reason)

    def _iter_renames(self, kept: Iterable[tuple[Node, Node]]) -> Iterator[Rename]:
        for old, new in kept:
            if old.steps[-1] != new.steps[-1] and self._stays(old, new) and not self._is_handled(old):
                yield Rename(path=old.path, to=new.steps[-1], new_path=new.path)

    def _iter_moves(self, kept: Iterable[tuple[Node, Node]]) -> Iterator[Step]:
        """Places under a parent that went elsewhere; a list between the two places makes it a choice."""
        lists = {part.path for part in layout_of(self._old).lists}
        for old, new in kept:
            if self._stays(old, new) or self._is_handled(old):
                continue
            to = self._old_name(new)
            if old.steps in lists or _is_behind_list(old.path, to):
                self._choices.append(old.path)
            else:
                yield Move(path=old.path, to=to, new_path=new.path)

    def _iter_drops(self) -> Iterator[Step]:
        reasons = {
            d.path: d.reason.rstrip(".")
            for version in self._versions[1:]
            for d in version.declared_changes
            if d.kind == "attribute_removed"
        }
        default = f"dit veld bestaat sinds {self._new.version} niet meer"
        for steps, node in self._before.nodes.items():
            above = steps[:-1]
            if steps in self._fields or self._is_handled(node) or (above and above not in self._fields):
                continue
            yield Drop(path=node.path, reason=reasons.get(node.path, default))

    def _look_at_kinds(self, kept: Iterable[tuple[Node, Node]]) -> None:
        """Another kind of value, a list instead of one, other fields that go together: nobody can derive those."""
        for old, new in kept:
            a, b = self._old.target(old.attribute.range), self._new.target(new.attribute.range)
            fits = a.kind is b.kind or (a.kind in TEXT_KINDS and b.kind in TEXT_KINDS)
            same = getattr(a, "alternatives", ()) == getattr(b, "alternatives", ())
            is_handled = self._is_handled(old) or self._is_handled(new)
            if not is_handled and not (fits and same and old.attribute.many == new.attribute.many):
                self._choices.append(old.path)

    def _require(self) -> tuple[list[Fill], tuple[Demand, ...]]:
        """What is required only now: a text around the records can be given, the rest its maker must add."""
        records = tuple(part.path for part in layout_of(self._new).lists)
        fills, demands = [], []
        for steps, node in self._after.nodes.items():
            if not node.attribute.required or not self._may_lack(steps) or self._is_handled(node):
                continue
            kind = self._new.target(node.attribute.range).kind
            is_inside = any(steps[: len(path)] == path for path in records)
            shape = _SHAPES[kind]
            if shape is not None and not node.attribute.many and not is_inside:
                fills.append(Fill(path=node.path, default=None, shape=shape))
            else:
                reason = f"{self._new.id.code} verplicht ‘{node.attribute.label}’, en dat ontbreekt"
                demands.append(Demand(path=node.path, reason=reason))
        return fills, tuple(demands)

    def _may_lack(self, steps: Steps) -> bool:
        above = steps[:-1]
        if above and above not in self._back:
            return False
        before = self._back.get(steps)
        return before is None or not self._before.nodes[before].attribute.required

    def _is_handled(self, node: Node) -> bool:
        return node.path.removesuffix("[]") in self._handled

    def _stays(self, old: Node, new: Node) -> bool:
        above = old.steps[:-1]
        return (self._fields.get(above) if above else ()) == new.steps[:-1]

    def _old_name(self, new: Node) -> str:
        """The path of the newer version as long as nothing was renamed."""
        keys = [new.path.rpartition(".")[2]]
        above = new.steps[:-1]
        while above and above not in self._back:
            keys.insert(0, self._after.nodes[above].path.rpartition(".")[2])
            above = above[:-1]
        if above:
            keys.insert(0, self._before.nodes[self._back[above]].path)
        return ".".join(keys)

    def _moved_lists(self) -> dict[Steps, Steps]:
        """Lists of records under another name."""
        return {
            part.path: self._fields[part.path]
            for part in layout_of(self._old).lists
            if self._fields.get(part.path, part.path) != part.path
        }


def _iter_handled(written: Migrator) -> Iterator[str]:
    """Paths, without the mark of a list at their end."""
    for step in written.steps:
        if isinstance(step, Special):
            yield from (path.removesuffix("[]") for path in step.handles)
        elif not isinstance(step, MapValues):
            yield step.path.removesuffix("[]")
    yield from (fill.path for fill in written.fills)


def _is_behind_list(path: str, to: str) -> bool:
    """Whether a list stands between two places and the nearest object that holds both."""
    a, b = path.split(".")[:-1], to.split(".")[:-1]
    while a and b and a[0] == b[0]:
        del a[0], b[0]
    return any(key.endswith("[]") for key in (*a, *b))
