"""The sweep that finds what overlaps: the same spans are hit as by comparing every two."""

from __future__ import annotations

import random

import pytest

from ddas.rules.kinds.no_overlap import Span, iter_overlaps


def owner_of(key: int) -> tuple[int, int]:
    return key % 3, key % 2


def random_spans(chance: random.Random) -> list[Span]:
    spans = []
    for key in range(chance.randint(0, 9)):
        start = chance.randint(0, 9)
        spans.append(Span(chance.randint(0, 2), start, start + chance.randint(0, 6), key))
    return spans


@pytest.mark.parametrize("owned", [False, True])
def test_the_sweep_hits_what_comparing_every_two_hits(owned: bool) -> None:
    chance, hits = random.Random(3), 0
    for _ in range(2_000):
        spans = random_spans(chance)
        found = dict(iter_overlaps(spans, owner_of) if owned else iter_overlaps(spans))
        ordered = sorted(spans, key=lambda s: (s.client, s.start, s.key))
        partners = {
            later.key: [
                earlier
                for earlier in ordered[:at]
                if (earlier.client == later.client and later.start < earlier.end)
                and not (owned and any(a == b for a, b in zip(owner_of(earlier.key), owner_of(later.key), strict=True)))
            ]
            for at, later in enumerate(ordered)
        }
        expected = {key: max(others, key=lambda s: s.end).end for key, others in partners.items() if others}
        ends = {s.key: s.end for s in spans}
        assert {key: ends[other] for key, other in found.items()} == expected
        hits += len(expected)
    assert hits > 1_000
