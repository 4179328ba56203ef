"""Samenloop over files: one client with overlapping trajectories in deliveries of different organisations.

CBS makes one trajectory of these, so it is information, no fault. Only hashes and days are compared.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ddas.findings import Finding, Level, format_pointer
from ddas.rules.kinds.no_overlap import NO_OVERLAP, split_days
from ddas.rules.running import prepare_list_rules
from ddas.standard.specification import Specification
from ddas.validation.checking import CheckedSource
from ddas.validation.file_pass import FilePass
from ddas.validation.file_report import RuleResult
from ddas.validation.structure.fault_codes import SAMENLOOP, SAMENLOOP_EXPLANATION, SAMENLOOP_TITLE, codes_link

__all__ = ["find_samenloop", "make_result"]

_BUCKETS = 64


@dataclass(frozen=True, slots=True)
class _Trajectory:
    """One client in one trajectory. ``organisation``: hash of who delivers; ``end`` as the rule made it."""

    client: int
    start: int
    end: int
    file: int
    holder: int
    index: int
    organisation: int


def find_samenloop(checked: Sequence[CheckedSource], cap: int) -> tuple[tuple[Finding, ...], int]:
    """Findings over files, at most ``cap`` (0 = all), and how many there are.

    The first ones in the order of the files are kept, whatever the secret of this run.
    """
    kept: list[tuple[_Trajectory, _Trajectory]] = []
    total = 0
    for bucket in _iter_buckets(checked):
        pairs = list(_iter_overlaps(bucket))
        total += len(pairs)
        kept = sorted([*kept, *pairs], key=_file_order)[: cap or None]
    found = (_finding(checked, first, second) for first, second in kept)
    return tuple(sorted(found, key=lambda f: f.place)), total


def _file_order(pair: tuple[_Trajectory, _Trajectory]) -> tuple[int, ...]:
    first, second = pair
    return second.file, second.holder, second.index, first.file, first.holder, first.index


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


def _iter_buckets(checked: Sequence[CheckedSource]) -> Iterator[list[_Trajectory]]:
    tables = [
        (number, holder, rows, _organisation(one.outcome, one.specification, holder))
        for number, one in enumerate(checked)
        if one.outcome is not None and one.specification is not None
        for holder, rows in _client_rows(one.specification, one.outcome)
    ]
    for bucket in range(_BUCKETS):
        yield [
            _Trajectory(rows[at], *split_days(rows[at + 1]), number, holder, rows[at + 2], organisation)
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


def _organisation(outcome: FilePass | None, specification: Specification | None, holder: int) -> int:
    """A number that is the same for the same organisation: its name and numbers as they stand in the file."""
    if outcome is None or specification is None:
        return 0
    value: Any = outcome.value
    holders = value.get("leveringen") if isinstance(value, dict) else None
    one = holders[holder] if isinstance(holders, list) and holder < len(holders) else None
    organisation = one.get("aanleverende_organisatie") if isinstance(one, dict) else None
    if not isinstance(organisation, dict):
        return 0
    parts = [organisation.get(key) for key in sorted(organisation) if not isinstance(organisation[key], list)]
    return hash(repr(parts))


def _iter_overlaps(bucket: list[_Trajectory]) -> Iterator[tuple[_Trajectory, _Trajectory]]:
    """Pairs of one client that overlap, of different files and organisations; per trajectory the earliest partner."""
    bucket.sort(key=lambda t: (t.client, t.start, t.file, t.holder, t.index))
    open_ones: list[_Trajectory] = []
    for one in bucket:
        open_ones = [o for o in open_ones if o.client == one.client and o.end > one.start]
        other = next((o for o in open_ones if o.file != one.file and o.organisation != one.organisation), None)
        if other is not None:
            yield other, one
        open_ones.append(one)


def _finding(checked: Sequence[CheckedSource], first: _Trajectory, second: _Trajectory) -> Finding:
    files = [checked[one.file].report.file for one in (first, second)]
    short = [re.split(r"[/\\]", file)[-1] for file in files]
    names = dict(zip(files, short if len(set(short)) > 1 else files, strict=True))

    def words(one: _Trajectory) -> str:
        number = f"{one.index + 1:,}".replace(",", ".")
        return f"{names[checked[one.file].report.file]}: levering {one.holder + 1}, traject {number}"

    def pointer(one: _Trajectory) -> str:
        return format_pointer(("leveringen", one.holder, "schuldhulptrajecten", one.index))

    return Finding(
        rule=SAMENLOOP.id,
        level=Level.INFO,
        pointer=pointer(second),
        line=None,
        column=None,
        place=f"{words(second)}; en {words(first)}",
        label="Schuldhulptraject",
        message=SAMENLOOP.message,
        remedy=SAMENLOOP.remedy,
        link=codes_link(),
        file=checked[second.file].report.file,
    )
