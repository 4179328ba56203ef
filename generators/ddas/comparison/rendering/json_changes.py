"""A comparison as JSON, described by ``changes.schema.json`` beside this module."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ddas.comparison.change import Breaks, Change
from ddas.comparison.compare import Comparison, Witness
from ddas.comparison.impact import Impact
from ddas.standard.stricter_revisions import stricter_revisions_as_data

__all__ = ["changes_as_data", "render_json"]

_FORMAT = 1


def render_json(comparison: Comparison, impact: Impact | None) -> str:
    """The comparison as JSON text, with the witnesses in full."""
    data = changes_as_data(comparison)
    for entry, witness in zip(data["witnesses"], comparison.witnesses, strict=True):
        entry["document"] = witness.document
    if impact is not None:
        data["deliveries"] = _impact(impact)
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def changes_as_data(comparison: Comparison, file_by_witness: Mapping[int, str] | None = None) -> dict[str, Any]:
    """The comparison as JSON values.

    Args:
        comparison: What to write.
        file_by_witness: Index of a witness → the file that holds it.
    """
    index_by_change = {id(c): i for i, c in enumerate(comparison.changes)}
    witnesses = []
    for number, witness in enumerate(comparison.witnesses):
        entry = _witness(witness, index_by_change[id(witness.change)])
        if file_by_witness is not None:
            entry["file"] = file_by_witness[number]
        witnesses.append(entry)
    return {
        "format": _FORMAT,
        "old": comparison.old.id.code,
        "new": comparison.new.id.code,
        "structure_only": comparison.structure_only,
        "stricter_revisions": stricter_revisions_as_data(comparison.new),
        "least_step": None if comparison.least_step is None else str(comparison.least_step),
        "counts": {str(b): len(comparison.of(b)) for b in Breaks},
        "changes": [_change(c) for c in comparison.changes],
        "witnesses": witnesses,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": str(change.kind),
        "path": change.path,
        "before": change.before,
        "after": change.after,
        "breaks": str(change.breaks),
        "step": str(change.step),
        "reason": change.reason,
    }


def _witness(witness: Witness, index: int) -> dict[str, Any]:
    return {
        "change": index,
        "accepted_by": witness.accepted_by,
        "refused_by": witness.refused_by,
        "other_faults": witness.others,
    }


def _impact(impact: Impact) -> dict[str, Any]:
    return {
        "files": impact.files,
        "skipped": impact.skipped,
        "valid_before": impact.valid_before,
        "valid_after": impact.valid_after,
        "became_invalid": impact.became_invalid,
        "became_valid": impact.became_valid,
        "gained_findings": impact.gained_findings,
        "by_change": [{"change": i, "files": n} for i, n in impact.by_change],
        "unexplained": impact.unexplained,
        "by_rule": [{"rule": r.rule, "files": r.files, "findings": r.findings} for r in impact.by_rule],
    }
