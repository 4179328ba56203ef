"""Compare two versions of a standard: every difference, who it breaks, and the proof."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ddas.comparison.change import Breaks, Change, Difference, VersionStep, least_step
from ddas.comparison.claims import find_claims
from ddas.comparison.code_list_differences import iter_code_list_differences, iter_wire_list_differences
from ddas.comparison.meaning_differences import iter_meaning_differences
from ddas.comparison.reasons import Reasons, find_reasons
from ddas.comparison.record_differences import iter_record_differences
from ddas.comparison.structural_differences import iter_structural_differences
from ddas.comparison.witness import Proof, iter_proofs
from ddas.errors import DdasError
from ddas.standard.matching import match_versions
from ddas.standard.specification import Specification
from ddas.standard.wire_tree import build_wire_tree

__all__ = ["Comparison", "Witness", "compare", "list_changes", "witness"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A delivery that one version accepts and the other refuses because of one change.

    ``accepted_by`` and ``refused_by`` are codes of standards. ``others``: number of places at which it is refused for
    other reasons than this change; 0 when it differs in nothing else.
    """

    change: Change
    document: dict[str, Any]
    accepted_by: str
    refused_by: str
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All changes from one version to another, strongest first, and a witness for each proven one.

    Attributes:
        structure_only: One of the two is a published schema, which says nothing of meanings, rules and obligations.
        changes: Strongest first, then by path.
        witnesses: In the order of their changes.
        differences: The places behind the changes, one for one.
    """

    old: Specification
    new: Specification
    structure_only: bool
    changes: tuple[Change, ...]
    witnesses: tuple[Witness, ...]
    differences: tuple[Difference, ...] = field(repr=False)

    @property
    def least_step(self) -> VersionStep | None:
        """The least step of the version number that all changes together ask; None without changes."""
        steps = {c.step for c in self.changes}
        return next((step for step in VersionStep if step in steps), None)

    def of(self, *breaks: Breaks) -> tuple[Change, ...]:
        """The changes that break one of these, in their order."""
        return tuple(c for c in self.changes if c.breaks in breaks)


def list_changes(old: Specification, new: Specification) -> tuple[Change, ...]:
    """Every change from ``old`` to ``new``, strongest first, then by path; none twice.

    Raises:
        DdasError: the two belong to different domains.
    """
    return compare(old, new).changes


def witness(old: Specification, new: Specification, change: Change) -> Witness | None:
    """The witness of a change of ``list_changes(old, new)``; None when it breaks no delivery."""
    return next((w for w in compare(old, new).witnesses if w.change == change), None)


def compare(
    old: Specification,
    new: Specification,
    *,
    between: Sequence[Specification] = (),
    structure_only: bool = False,
) -> Comparison:
    """Compare two versions.

    Args:
        old: The version to start from.
        new: The version to end with; may be the older of the two.
        between: The versions in between, in order, so that their declared renames are followed.
        structure_only: Leave out what a published schema cannot say.

    Raises:
        DdasError: the two belong to different domains.
    """
    if old.domain.name != new.domain.name:
        raise DdasError(
            f"{old.id.code} en {new.id.code} horen bij verschillende domeinen. Vergelijk twee versies van één domein."
        )
    differences = tuple(_iter_differences(old, new, between, structure_only))
    is_forward = old.id.version < new.id.version
    rows = _decide(old, new, differences, find_reasons((*between, new) if is_forward else ()))
    ordered = [rows[key] for key in sorted(rows)]
    return Comparison(
        old=old,
        new=new,
        structure_only=structure_only,
        changes=tuple(c for c, _, _ in ordered),
        witnesses=tuple(w for _, w, _ in ordered if w is not None),
        differences=tuple(d for _, _, d in ordered),
    )


def _decide(
    old: Specification, new: Specification, differences: Sequence[Difference], reasons: Reasons
) -> dict[str, tuple[Change, Witness | None, Difference]]:
    """Each difference once, as a change with its witness; the keys sort them."""
    stricter, wider = _prove(old, new, differences), _prove(new, old, differences)
    rows: dict[str, tuple[Change, Witness | None, Difference]] = {}
    for index, difference in enumerate(differences):
        if index in stricter:
            change = _change(difference, Breaks.STRICTER, old, reasons)
            found: Witness | None = _witness(change, stricter[index], old, new)
        elif index in wider:
            change = _change(difference, Breaks.WIDER, old, reasons)
            found = _witness(change, wider[index], new, old)
        else:
            change, found = _change(difference, difference.breaks, old, reasons), None
        rows.setdefault(_sort_text(change), (change, found, difference))
    return rows


def _iter_differences(
    old: Specification, new: Specification, between: Sequence[Specification], structure_only: bool
) -> Iterator[Difference]:
    matching = match_versions(old, new, between)
    trees = build_wire_tree(old), build_wire_tree(new)
    yield from iter_structural_differences(old, new, trees, matching)
    yield from iter_wire_list_differences(old, new, trees, matching)
    if not structure_only:
        yield from iter_code_list_differences(old, new, trees)
        yield from iter_meaning_differences(old, new, trees, matching)
        yield from iter_record_differences(old, new)


def _prove(source: Specification, target: Specification, differences: Sequence[Difference]) -> dict[int, Proof]:
    """Index of each difference that makes ``target`` refuse what ``source`` accepts → its best proof."""
    proofs: dict[int, Proof] = {}
    index_by_id = {id(d): i for i, d in enumerate(differences)}
    for proof in iter_proofs(source, target):
        for difference in find_claims(proof.refusal, differences):
            index = index_by_id[id(difference)]
            if index not in proofs or proof.weight < proofs[index].weight:
                proofs[index] = proof
    return proofs


def _change(difference: Difference, breaks: Breaks, old: Specification, reasons: Reasons) -> Change:
    return Change(
        kind=difference.kind,
        path=difference.path,
        label=difference.label,
        before=difference.before,
        after=difference.after,
        breaks=breaks,
        step=least_step(breaks, old.id.version),
        reason=reasons.get((difference.kind, difference.path), ""),
    )


def _witness(change: Change, proof: Proof, accepts: Specification, refuses: Specification) -> Witness:
    return Witness(
        change=change,
        document=proof.document,
        accepted_by=accepts.id.code,
        refused_by=refuses.id.code,
        others=proof.others,
    )


def _sort_text(change: Change) -> str:
    values = json.dumps([change.before, change.after], ensure_ascii=False, sort_keys=True)
    return f"{change.breaks.rank} {change.path}\x00{change.kind}\x00{values}"
