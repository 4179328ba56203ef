"""Three versions of a text become one: what only one side changed is taken, what both changed stays with the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256

__all__ = ["Merged", "mark_lines", "merge_lines"]

_MARK = 12

_Block = tuple[int, int, int]
"""Where lines start in the base and in a side, and how many are equal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The lines, and the numbers of the lines of the first side at which both sides changed something else."""

    lines: tuple[str, ...]
    conflicts: tuple[int, ...]


def merge_lines(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> Merged:
    """Merge by line. Only whether lines are equal counts, so ``base`` may hold marks of lines: see ``mark_lines``."""
    lines: list[str] = []
    conflicts: list[int] = []
    at = (0, 0, 0)
    marks = mark_lines(ours), mark_lines(theirs)
    for start, end in _iter_common(base, *marks):
        old = base[at[0] : start[0]]
        mine, other = marks[0][at[1] : start[1]], marks[1][at[2] : start[2]]
        if other not in (old, mine) and mine != old:
            conflicts.append(at[1] + 1)
        lines += theirs[at[2] : start[2]] if mine == old else ours[at[1] : start[1]]
        lines += ours[start[1] : end[1]]
        at = end
    return Merged(lines=tuple(lines), conflicts=tuple(conflicts))


def mark_lines(lines: Sequence[str]) -> list[str]:
    """A short mark of each line."""
    return [sha256(line.encode()).hexdigest()[:_MARK] for line in lines]


def _iter_common(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> Iterator[tuple[tuple[int, int, int], tuple[int, int, int]]]:
    """Start and end, in all three, of what is equal in all three; the last is empty and stands at the end."""
    mine, other = _blocks(base, ours), _blocks(base, theirs)
    i = j = 0
    while i < len(mine) and j < len(other):
        start = max(mine[i][0], other[j][0])
        end = min(mine[i][0] + mine[i][2], other[j][0] + other[j][2])
        if start < end:
            a, b = mine[i][1] - mine[i][0], other[j][1] - other[j][0]
            yield (start, start + a, start + b), (end, end + a, end + b)
        if mine[i][0] + mine[i][2] < other[j][0] + other[j][2]:
            i += 1
        else:
            j += 1
    last = (len(base), len(ours), len(theirs))
    yield last, last


def _blocks(base: Sequence[str], side: Sequence[str]) -> list[_Block]:
    blocks = SequenceMatcher(None, base, side, autojunk=False).get_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks]
