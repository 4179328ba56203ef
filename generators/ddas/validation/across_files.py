"""Samenloop over files: one client with overlapping trajectories in deliveries of different organisations.

CBS makes one trajectory of these, so it is information, no fault. Only hashes and days are compared.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from ddas.findings import Finding, Level, Pointer, format_pointer
from ddas.rules.kinds.no_overlap import NO_OVERLAP, Span, iter_overlaps, split_days
from ddas.rules.running import prepare_list_rules
from ddas.standard.places import find_place
from ddas.standard.record_layout import RecordList, layout_of
from ddas.standard.roles import roles_of
from ddas.standard.specification import Specification
from ddas.validation.file_pass import FilePass
from ddas.validation.file_report import FileReport, RuleResult
from ddas.validation.structure.fault_codes import SAMENLOOP, SAMENLOOP_EXPLANATION, SAMENLOOP_TITLE, codes_link
from ddas.validation.structure.wire_values import canonical_form

__all__ = ["CheckedSource", "find_samenloop", "make_result"]

_BUCKETS = 64


@dataclass(frozen=True, slots=True)
class CheckedSource:
    """A report, and what a check over several files needs; None when the file was no delivery."""

    report: FileReport
    specification: Specification | None = None
    outcome: FilePass | None = None


class _Place(NamedTuple):
    """A record. ``file``: number of the file; ``organisation``: the same number for the same one that delivers."""

    file: int
    holder: int
    record: int
    organisation: int


def find_samenloop(checked: Sequence[CheckedSource], cap: int) -> tuple[tuple[Finding, ...], int]:
    """Findings over files, at most ``cap`` (0 = all), and how many there are.

    The first ones in the order of the files are kept, whatever the secret of this run.
    """
    kept: list[tuple[_Place, _Place]] = []
    total = 0
    for bucket in _iter_buckets(checked):
        overlaps = iter_overlaps(bucket, owner=lambda place: (place.file, place.organisation))
        pairs = [(earlier, later) for later, earlier in overlaps]
        total += len(pairs)
        kept = sorted([*kept, *pairs], key=_file_order)[: cap or None]
    found = (_finding(checked, first, second) for first, second in kept)
    return tuple(sorted(found, key=lambda f: f.place)), total


def _file_order(pair: tuple[_Place, _Place]) -> tuple[int, ...]:
    first, second = pair
    return second.file, second.holder, second.record, first.file, first.holder, first.record


def make_result(total: int, shown: int) -> RuleResult:
    """The rule with its counts, for the report."""
    return RuleResult(
        id=SAMENLOOP.id,
        title=SAMENLOOP_TITLE,
        level=Level.INFO,
        explanation=SAMENLOOP_EXPLANATION,
        remedy=SAMENLOOP.remedy,
        link=codes_link(),
        count=total,
        shown=shown,
    )


def _iter_buckets(checked: Sequence[CheckedSource]) -> Iterator[list[Span]]:
    numbers: dict[Hashable, int] = {}
    tables = [
        (number, holder, rows, numbers.setdefault(_sender(one.outcome, one.specification, holder), len(numbers)))
        for number, one in enumerate(checked)
        if one.outcome is not None and one.specification is not None
        for holder, rows in _client_rows(one.specification, one.outcome)
    ]
    for bucket in range(_BUCKETS):
        yield [
            Span(rows[at], *split_days(rows[at + 1]), _Place(number, holder, rows[at + 2], organisation))
            for number, holder, rows, organisation in tables
            for at in range(0, len(rows), 3)
            if rows[at] % _BUCKETS == bucket
        ]


def _client_rows(specification: Specification, outcome: FilePass) -> Iterator[tuple[int, array[int]]]:
    for r in prepare_list_rules(specification):
        if r.rule.kind == NO_OVERLAP.name:
            for holder, by_rule in outcome.rows.items():
                for rows in by_rule.get(r.number, {}).values():
                    yield holder, rows


def _sender(outcome: FilePass, specification: Specification, holder: int) -> Hashable:
    """The organisation that delivers, without the lists in it (its people); None when the file does not tell."""
    roles = roles_of(specification)
    value: Any = outcome.value
    if roles.holders is not None:
        holders = value.get(roles.holders.wire_name) if isinstance(value, dict) else None
        value = holders[holder] if isinstance(holders, list) and holder < len(holders) else None
    organisation = value.get(roles.sender.wire_name) if roles.sender and isinstance(value, dict) else None
    if not isinstance(organisation, dict):
        return None
    return canonical_form({key: part for key, part in organisation.items() if not isinstance(part, list)})


def _finding(checked: Sequence[CheckedSource], first: _Place, second: _Place) -> Finding:
    files = [checked[one.file].report.file for one in (first, second)]
    short = [re.split(r"[/\\]", file)[-1] for file in files]
    names = dict(zip(files, short if len(set(short)) > 1 else files, strict=True))

    def words(one: _Place) -> str:
        specification, pointer = _locate(checked, one)
        return f"{names[checked[one.file].report.file]}: {find_place(specification, pointer).words}"

    specification, pointer = _locate(checked, second)
    return Finding(
        rule=SAMENLOOP.id,
        level=Level.INFO,
        pointer=format_pointer(pointer),
        line=None,
        column=None,
        place=f"{words(second)}; en {words(first)}",
        label=_record_label(specification),
        message=SAMENLOOP.message,
        remedy=SAMENLOOP.remedy,
        link=codes_link(),
        file=checked[second.file].report.file,
    )


def _locate(checked: Sequence[CheckedSource], one: _Place) -> tuple[Specification, Pointer]:
    """The standard of the file, and the place of the record in it."""
    specification = checked[one.file].specification
    assert specification is not None  # narrows the type: only a file with a standard gave rows
    *above, key = _record_list(specification).path
    return specification, (*above, *((one.holder,) if above else ()), key, one.record)


def _record_list(specification: Specification) -> RecordList:
    names = {
        name for r in prepare_list_rules(specification) if r.rule.kind == NO_OVERLAP.name for name in r.check.list_names
    }
    return next(one for one in layout_of(specification).lists if one.name in names)


def _record_label(specification: Specification) -> str:
    return specification.target(_record_list(specification).object_type).label
