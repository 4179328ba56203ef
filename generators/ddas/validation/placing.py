"""From findings to places: line, column, and words that a person can follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ddas.delivery.envelope import Envelope
from ddas.delivery.line_counter import positions
from ddas.delivery.positions import locate
from ddas.delivery.source import Source
from ddas.findings import Finding, Level, Pointer, format_pointer
from ddas.standard.places import find_place
from ddas.standard.specification import Specification
from ddas.validation.naming import shown_pointer
from ddas.validation.raw_finding import RawFinding

__all__ = ["LocatedText", "place_findings"]


@dataclass(frozen=True, slots=True)
class LocatedText:
    """A piece of the file with findings in it: a record, or the envelope.

    ``prefix``: pointer of the piece; ``start``, ``end``: its bytes in the file; for the envelope it is given itself.
    """

    prefix: Pointer
    start: int
    end: int
    envelope: Envelope | None = None


def place_findings(
    specification: Specification,
    source: Source,
    found: Mapping[LocatedText, Sequence[RawFinding]],
    levels: Mapping[str, Level],
) -> tuple[Finding, ...]:
    """The findings with their places, in file order; at one place by rule id."""
    placed = [
        (offset, raw.rule, number, piece, raw)
        for number, (piece, raws) in enumerate(found.items())
        for offset, raw in _locate_in(specification, source, piece, raws)
    ]
    placed.sort(key=lambda item: item[:3])
    offsets = sorted({item[0] for item in placed})
    position_by_offset = dict(zip(offsets, positions(source, offsets), strict=True))
    return tuple(
        _finding(specification, piece, raw, position_by_offset[offset], levels) for offset, _, _, piece, raw in placed
    )


def _locate_in(
    specification: Specification, source: Source, piece: LocatedText, raws: Sequence[RawFinding]
) -> Iterable[tuple[int, RawFinding]]:
    data = piece.envelope.text if piece.envelope else source.read(piece.start, piece.end - piece.start)
    text = data.decode("utf-8")
    offsets = locate(text, {p for raw in raws for p in (raw.pointer, raw.pointer[:-1])})
    for raw in raws:
        key_at, value_at = _nearest(offsets, raw.pointer)
        known = find_place(specification, (*piece.prefix, *raw.pointer)).attribute is not None
        at = value_at if known else key_at
        byte = at if text.isascii() else len(text[:at].encode())
        yield (piece.envelope.file_offset(byte) if piece.envelope else piece.start + byte), raw


def _nearest(offsets: Mapping[Pointer, tuple[int, int]], pointer: Pointer) -> tuple[int, int]:
    """Where the pointer stands, or the nearest object around it that is there."""
    while pointer not in offsets:
        pointer = pointer[:-1]
    return offsets[pointer]


def _finding(
    specification: Specification,
    piece: LocatedText,
    raw: RawFinding,
    position: tuple[int, int],
    levels: Mapping[str, Level],
) -> Finding:
    pointer = (*piece.prefix, *raw.pointer)
    return Finding(
        rule=raw.rule,
        level=levels[raw.rule],
        pointer=format_pointer(shown_pointer(specification, pointer)),
        line=position[0],
        column=position[1],
        place=find_place(specification, pointer).words,
        label=raw.label,
        message=raw.message,
        remedy=raw.remedy,
        link=specification.id.rule_link(raw.rule),
    )
