"""What a new version does to real deliveries: counts only, nothing of what is in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ddas.comparison.change import ChangeKind
from ddas.comparison.claims import find_claims
from ddas.comparison.compare import Comparison
from ddas.comparison.minimal_delivery import find_field
from ddas.comparison.refusals import WireRefusal
from ddas.comparison.witness import steps_of
from ddas.delivery.record_stream import fold_records
from ddas.delivery.segments import Handled, Handler, Segment
from ddas.delivery.source import Source, open_delivery
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.errors import DdasError
from ddas.findings import Pointer
from ddas.standard.record_layout import join_layouts, layout_of
from ddas.standard.specification import Specification
from ddas.validation.acceptance import RecordJudge, explain_envelope
from ddas.validation.checking import check_against
from ddas.validation.choosing import recognise
from ddas.validation.envelope_check import decode_envelope
from ddas.validation.options import CheckOptions
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
    outcomes = []
    for path in files:
        with open_delivery(path) as source:
            outcomes.append(_measure_file(comparison, source))
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


@dataclass(slots=True)
class _Outcome:
    """Of one file. ``causes``: of each new structural fault the indexes of its changes; ``gained``: by rule."""

    valid_before: bool = True
    valid_after: bool = True
    causes: set[frozenset[int]] = field(default_factory=set)
    gained: Counter[str] = field(default_factory=Counter)

    def join(self, other: _Outcome) -> None:
        """Add what was found in another part of the file."""
        self.valid_before &= other.valid_before
        self.valid_after &= other.valid_after
        self.causes |= other.causes


class _Structure:
    """A fold that judges the records of a file against both versions."""

    def __init__(self, comparison: Comparison) -> None:
        self.found = _Outcome()
        self.layout = join_layouts((layout_of(comparison.new), layout_of(comparison.old)))
        self._comparison = comparison
        self._judges = [RecordJudge(s, self.layout) for s in (comparison.old, comparison.new)]

    def make_handler(self) -> Handler[_Outcome]:
        """One process."""
        return self._measure

    def add(self, handled: Handled[_Outcome]) -> None:
        """Take what was found in one segment."""
        self.found.join(handled.result)

    def add_envelope(self, source: Source, value: object) -> None:
        """Judge what stands around the records."""
        old, new = (
            explain_envelope(source, s, layout_of(s), value) for s in (self._comparison.old, self._comparison.new)
        )
        self.found.join(_judge_part(self._comparison, old, new))

    def _measure(self, segment: Segment) -> _Outcome:
        found = _Outcome()
        prefix = self.layout.pointer(segment.list_index, 0, 0)
        for index in range(len(segment.raws)):
            old, new = (judge.explain(segment, index) for judge in self._judges)
            if old or new:
                found.join(_judge_part(self._comparison, old, new, prefix))
        return found


def _judge_part(
    comparison: Comparison, old: list[StructuralFault], new: list[StructuralFault], prefix: Pointer = ()
) -> _Outcome:
    known = {(fault.kind, fault.pointer) for fault in old}
    causes = {_explain(comparison, fault, prefix) for fault in new if (fault.kind, fault.pointer) not in known}
    return _Outcome(not old, not new, causes)


def _measure_file(comparison: Comparison, source: Source) -> _Outcome | None:
    """None when the file is no delivery of this domain."""
    structure = _Structure(comparison)
    try:
        value = decode_envelope(fold_records(source, structure.layout, structure))
        if recognise(value, (comparison.old, comparison.new)) is None:
            return None
        structure.add_envelope(source, value)
    except (UnreadableDelivery, RecursionError):  # json could just read it, but walking it needs a few levels more
        return None
    found = structure.found
    if not comparison.structure_only:
        found.gained = _count_rule_hits(source, comparison.new) - _count_rule_hits(source, comparison.old)
    return found


def _count_rule_hits(source: Source, specification: Specification) -> Counter[str]:
    """Id of each rule → how often it notices something."""
    report = check_against(source, specification, CheckOptions(max_per_rule=1))
    ids = {rule.id for rule in specification.rules}
    return Counter({rule: count for rule, count in report.totals.items() if rule in ids})


def _explain(comparison: Comparison, fault: StructuralFault, prefix: Pointer) -> frozenset[int]:
    """Indexes of the changes behind a fault that only the new version sees."""
    steps, keyword = steps_of((*prefix, *fault.pointer)), fault.kind.partition(":")[0]
    attribute = find_field(comparison.new, steps)
    value = fault.value if keyword == "enum" and isinstance(fault.value, str) else None
    refusal = WireRefusal(steps=steps, keyword=keyword, value=value, code_list=attribute.range if attribute else None)
    claims = {id(d) for d in find_claims(refusal, comparison.differences)}
    found = frozenset(i for i, d in enumerate(comparison.differences) if id(d) in claims)
    if not found and keyword == "additionalProperties":
        closed = (d.kind is ChangeKind.CLOSED and d.new_steps == steps[:-1] for d in comparison.differences)
        found = frozenset(i for i, hit in enumerate(closed) if hit)
    return found
