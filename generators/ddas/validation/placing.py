"""From what was found to findings: line, column, and words that a person can follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ddas.delivery.envelope import Envelope
from ddas.delivery.line_counter import positions
from ddas.delivery.positions import locate
from ddas.delivery.source import Source
from ddas.findings import Finding, Level, Pointer, format_pointer
from ddas.standard.places import find_place
from ddas.standard.specification import Specification
from ddas.validation.file_pass import FilePass
from ddas.validation.located import Located
from ddas.validation.naming import levels_by_rule, link_of, shown_pointer

__all__ = ["place_findings"]


def place_findings(specification: Specification, source: Source, outcome: FilePass) -> tuple[Finding, ...]:
    """The findings with their places, in file order; at one place by rule id."""
    levels = levels_by_rule(specification)
    by_piece: dict[Pointer, list[Located]] = {}
    for one in outcome.found:
        by_piece.setdefault(one.piece, []).append(one)
    placed = [
        (offset, one.rule, number, one)
        for number, in_piece in enumerate(by_piece.values())
        for offset, one in _iter_offsets(specification, source, outcome.envelope, in_piece)
    ]
    placed.sort(key=lambda item: item[:3])
    offsets = sorted({item[0] for item in placed})
    position_by_offset = dict(zip(offsets, positions(source, offsets), strict=True))
    return tuple(
        _finding(specification, one, position_by_offset[offset], levels[one.rule]) for offset, _, _, one in placed
    )


def _iter_offsets(
    specification: Specification, source: Source, envelope: Envelope | None, in_piece: Sequence[Located]
) -> Iterable[tuple[int, Located]]:
    """Each finding of one piece with the byte in the file at which it stands."""
    first = in_piece[0]
    around = None if first.piece else envelope
    data = around.text if around else source.read(first.start, first.end - first.start)
    text = data.decode("utf-8")
    searched = [one for one in in_piece if one.offset is None]
    offsets = locate(text, {p for one in searched for p in (one.pointer, one.pointer[:-1])})
    found = [_place(specification, offsets, one) if one.offset is None else 0 for one in in_piece]
    byte_at = _count_bytes(text, found)
    for one, at in zip(in_piece, found, strict=True):
        if one.offset is not None:
            yield one.offset, one
        else:
            yield (around.file_offset(byte_at[at]) if around else first.start + byte_at[at]), one


def _place(specification: Specification, offsets: Mapping[Pointer, tuple[int, int]], one: Located) -> int:
    """The character of its piece at which a finding stands."""
    key_at, value_at = _nearest(offsets, one.pointer)
    return value_at if find_place(specification, one.whole_pointer).attribute is not None else key_at


def _count_bytes(text: str, places: Iterable[int]) -> Mapping[int, int]:
    """How many bytes stand before each of these characters; the text is walked once."""
    found: dict[int, int] = {}
    last = byte = 0
    is_plain = text.isascii()
    for at in sorted(set(places)):
        byte += at - last if is_plain else len(text[last:at].encode())
        last = at
        found[at] = byte
    return found


def _nearest(offsets: Mapping[Pointer, tuple[int, int]], pointer: Pointer) -> tuple[int, int]:
    """Where the pointer stands, or the nearest object around it that is there."""
    while pointer not in offsets:
        pointer = pointer[:-1]
    return offsets[pointer]


def _finding(specification: Specification, one: Located, position: tuple[int, int], level: Level) -> Finding:
    pointer = one.whole_pointer
    return Finding(
        rule=one.rule,
        level=level,
        pointer=format_pointer(shown_pointer(specification, pointer)),
        line=position[0],
        column=position[1],
        place=find_place(specification, pointer).words,
        label=one.label,
        message=one.message,
        remedy=one.remedy,
        link=link_of(specification, one.rule),
    )
