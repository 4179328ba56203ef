"""Whether a revision is stricter than the edition that was issued: what was good must stay good."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ddas.comparison.change import Breaks, Change, ChangeKind
from ddas.delivery.source import BytesSource
from ddas.findings import Level
from ddas.rules.cases.case_fragments import case_document
from ddas.standard.specification import Obligation, Rule, Specification
from ddas.validation.checking import check_against
from ddas.validation.options import CheckOptions

__all__ = ["list_stricter"]

_OBLIGATIONS = (Obligation.NOT_REQUESTED, Obligation.REQUESTED, Obligation.CONDITIONAL, Obligation.REQUIRED)
"""From nothing asked to always asked."""


def list_stricter(issued: Specification, new: Specification, changes: Iterable[Change]) -> tuple[str, ...]:
    """In what ``new`` is stricter than the issued edition of the same version, as Dutch sentences; empty: in nothing.

    An obligation or a level that went up shows in the model. What else changed is held against deliveries: every case
    and example of both editions, of which none may be judged worse by a fout or a waarschuwing.
    """
    strong = [c for c in changes if c.breaks.rank <= Breaks.RULES.rank]
    if not strong:
        return ()
    raised = dict(_iter_raised_levels(issued, new))
    found = {rule: text for rule, text in _iter_new_findings(issued, new) if rule not in raised}
    return (*_iter_raised_obligations(strong), *raised.values(), *found.values())


def _iter_raised_obligations(changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        if change.kind is ChangeKind.OBLIGATION_CHANGED:
            before, after = Obligation(str(change.before)), Obligation(str(change.after))
            if _OBLIGATIONS.index(after) > _OBLIGATIONS.index(before):
                yield f"{change.path}: was {before}, wordt {after}"


def _iter_raised_levels(issued: Specification, new: Specification) -> Iterator[tuple[str, str]]:
    for rule in new.rules:
        before = issued.rule(rule.id)
        if before is not None and Level(rule.level).weight > Level(before.level).weight:
            yield rule.id, f"{rule.id}: was {before.level}, wordt {rule.level}"


def _iter_new_findings(issued: Specification, new: Specification) -> Iterator[tuple[str, str]]:
    """Id of a rule that finds something in a delivery that was better before, and the sentence about it."""
    for name, content in _list_deliveries(issued, new).items():
        before = max((level.weight for _, level in _find(content, issued)), default=-1)
        for rule, level in _find(content, new):
            if level is not Level.INFO and level.weight > before:
                yield rule, f"{rule}: geeft nu een {level} bij {name}, en dat was goed genoeg"


def _list_deliveries(issued: Specification, new: Specification) -> dict[str, bytes]:
    """What it is → a delivery; none twice."""
    found: dict[bytes, str] = {}
    for specification in (new, issued):
        for example in specification.examples:
            found.setdefault(_text(json.loads(example.content)), f"voorbeeld '{example.name}'")
        for rule in specification.rules:
            for case in rule.cases:
                found.setdefault(_text(case_document(specification, case)), _case_name(rule, case.name))
    return {name: content for content, name in found.items()}


def _case_name(rule: Rule, case: str) -> str:
    return f"geval '{case}' van {rule.id}"


def _text(document: object) -> bytes:
    return json.dumps(document).encode()


def _find(content: bytes, specification: Specification) -> list[tuple[str, Level]]:
    report = check_against(BytesSource(content, "geval"), specification, CheckOptions())
    return [(f.rule, f.level) for f in report.findings]
