"""What a new version does to real deliveries: counts only, nothing of what is in them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ddas.comparison.change import ChangeKind
from ddas.comparison.claims import find_claims
from ddas.comparison.compare import Comparison
from ddas.comparison.minimal_delivery import find_field
from ddas.comparison.refusals import WireRefusal
from ddas.comparison.witness import make_wire_validator, steps_of
from ddas.delivery.reading import Document, Unreadable, read_document
from ddas.delivery.source import BytesSource
from ddas.errors import DdasError, os_error_in_words
from ddas.standard.specification import Specification
from ddas.validation.recognition import recognise

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

    from ddas.validation.structure.explainer import StructuralFault

__all__ = ["Impact", "RuleImpact", "list_deliveries", "measure_impact"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleImpact:
    """A rule that notices more than before: in how many files, and how much more in all."""

    rule: str
    files: int
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """Numbers of files.

    Attributes:
        files: Compared.
        skipped: No JSON, no delivery, or of another domain.
        valid_before, valid_after: Accepted by the old and by the new wire schema.
        became_invalid, became_valid: Accepted by one of the two only.
        gained_findings: With more findings of at least one rule.
        by_change: Index of a change → files in which it causes a new structural fault; in order of the changes.
        unexplained: Files with a new structural fault that no change explains.
        by_rule: By id.
    """

    files: int
    skipped: int
    valid_before: int
    valid_after: int
    became_invalid: int
    became_valid: int
    gained_findings: int
    by_change: tuple[tuple[int, int], ...]
    unexplained: int
    by_rule: tuple[RuleImpact, ...]


def list_deliveries(folder: Path) -> tuple[Path, ...]:
    """The JSON files in a folder and below, by name.

    Raises:
        DdasError: the folder is not there or holds no JSON file.
    """
    if not folder.is_dir():
        raise DdasError(f"{folder} is geen map. Noem bij --deliveries een map met aanleveringen.")
    found = tuple(sorted(p for p in folder.rglob("*.json") if p.is_file()))
    if not found:
        raise DdasError(f"In {folder} staat geen JSON-bestand. Noem bij --deliveries een map met aanleveringen.")
    return found


def measure_impact(comparison: Comparison, files: Iterable[Path]) -> Impact:
    """Check each file with both versions.

    Raises:
        DdasError: a file cannot be opened.
    """
    validators = make_wire_validator(comparison.old), make_wire_validator(comparison.new)
    outcomes = [_measure_file(comparison, validators, path) for path in files]
    held = [o for o in outcomes if o is not None]
    rules = sorted({rule for o in held for rule in o.gained})
    by_change = Counter(index for o in held for index in set().union(*o.causes))
    return Impact(
        files=len(held),
        skipped=len(outcomes) - len(held),
        valid_before=sum(o.valid_before for o in held),
        valid_after=sum(o.valid_after for o in held),
        became_invalid=sum(o.valid_before and not o.valid_after for o in held),
        became_valid=sum(o.valid_after and not o.valid_before for o in held),
        gained_findings=sum(bool(o.gained) for o in held),
        by_change=tuple(sorted(by_change.items())),
        unexplained=sum(any(not cause for cause in o.causes) for o in held),
        by_rule=tuple(
            RuleImpact(rule=r, files=sum(r in o.gained for o in held), findings=sum(o.gained[r] for o in held))
            for r in rules
        ),
    )


@dataclass(frozen=True, slots=True)
class _Outcome:
    """Of one file. ``causes``: of each new structural fault the indexes of its changes; ``gained``: by rule."""

    valid_before: bool
    valid_after: bool
    causes: tuple[frozenset[int], ...]
    gained: Counter[str]


def _measure_file(
    comparison: Comparison, validators: tuple[Draft202012Validator, Draft202012Validator], path: Path
) -> _Outcome | None:
    """None when the file is no delivery of this domain."""
    from ddas.validation.structure.reference_validator import iter_structural_faults

    old, new = comparison.old, comparison.new
    document = _read(path)
    if isinstance(document, Unreadable) or recognise(document.value, (old, new)) is None:
        return None
    try:
        before, after = (tuple(iter_structural_faults(v, document.value)) for v in validators)
        gained: Counter[str] = Counter()
        if not comparison.structure_only:
            gained = count_rule_hits(new, document.value) - count_rule_hits(old, document.value)
    except RecursionError:  # json could just read it, but walking it needs a few levels more
        return None
    known = {(f.kind, f.pointer) for f in before}
    causes = tuple(_explain(comparison, f) for f in after if (f.kind, f.pointer) not in known)
    return _Outcome(not before, not after, causes, gained)


def count_rule_hits(specification: Specification, document: object) -> Counter[str]:
    """Id of each rule that ddas can check → how often it notices something."""
    from ddas.validation.checking import CheckOptions, check_against

    source = BytesSource(json.dumps(document).encode())
    report = check_against(source, specification, CheckOptions())
    ids = {r.id for r in specification.rules}
    return Counter({rule: count for rule, count in report.totals.items() if rule in ids})


def _explain(comparison: Comparison, fault: StructuralFault) -> frozenset[int]:
    """Indexes of the changes behind a fault that only the new version sees."""
    steps, keyword = steps_of(fault.pointer), fault.kind.partition(":")[0]
    attribute = find_field(comparison.new, steps)
    value = fault.value if keyword == "enum" and isinstance(fault.value, str) else None
    refusal = WireRefusal(steps=steps, keyword=keyword, value=value, code_list=attribute.range if attribute else None)
    claims = {id(d) for d in find_claims(refusal, comparison.differences)}
    found = frozenset(i for i, d in enumerate(comparison.differences) if id(d) in claims)
    if not found and keyword == "additionalProperties":
        closed = (d.kind is ChangeKind.CLOSED and d.new_steps == steps[:-1] for d in comparison.differences)
        found = frozenset(i for i, hit in enumerate(closed) if hit)
    return found


def _read(path: Path) -> Document | Unreadable:
    try:
        return read_document(path.read_bytes())
    except OSError as error:
        raise DdasError(
            f"{path} kan niet worden gelezen: {os_error_in_words(error)}. Controleer de rechten."
        ) from error
