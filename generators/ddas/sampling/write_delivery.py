"""Write a delivery of any size, record by record; the whole is never in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, BinaryIO

from ddas.delivery.writing import JsonWriter, Member
from ddas.errors import DdasError
from ddas.sampling.case_mistakes import rule_mistakes
from ddas.sampling.choices import Choices
from ddas.sampling.mistakes import structural_mistakes
from ddas.sampling.people import MOST_PERSONS, MUNICIPALITIES
from ddas.sampling.planting import Drawn, MixedFaults, NoFaults, Planter, RecordMistakes, WrongDates
from ddas.sampling.stories import find_story
from ddas.sampling.story import Part, Records, Sound, Story
from ddas.sampling.teller import Teller
from ddas.sampling.truth import SampleTruth
from ddas.standard.record_layout import RecordLayout, layout_of
from ddas.standard.specification import Specification

__all__ = ["FAULTS", "MOST_RECORDS", "write_delivery"]

FAULTS = ("gemengd", "alle datums")
"""Kinds of faulty deliveries: mistakes of many kinds in a share of the records, or every date wrong."""

MOST_RECORDS = MOST_PERSONS // 4
"""Two persons a record, and as many again for records that take the place of another one."""

_RECORDS_PER_LEVERING = 250


def write_delivery(
    stream: BinaryIO,
    specification: Specification,
    *,
    predecessors: Sequence[Specification] = (),
    records: int,
    seed: int,
    faulty: float = 0.0,
    fault: str = "gemengd",
    indent: int | None = None,
    shuffle_keys: bool = False,
) -> SampleTruth:
    """Write a delivery with ``records`` records, such as trajectories or early signals.

    The same arguments give the same bytes everywhere. Up to 250 records there is one levering, of a municipality
    itself; above that several, of one organisation that works for as many municipalities.

    Args:
        stream: Takes the bytes, UTF-8.
        specification: Of any version.
        predecessors: The versions before it, newest first; by these a code value is known that got another name.
        records: From 1 to ``MOST_RECORDS``.
        seed: Any whole number.
        faulty: Share of records with a mistake, 0 to 1; used with ``gemengd``.
        fault: One of ``FAULTS``.
        indent: Spaces a level; None writes everything on one line.
        shuffle_keys: Keys of every object in another order; the values stay those of ``seed``.

    Raises:
        DdasError: this cannot be made.
    """
    if not 1 <= records <= MOST_RECORDS:
        raise DdasError(f"Het aantal moet tussen 1 en {MOST_RECORDS} liggen. Kies een ander aantal.")
    if not 0 <= faulty <= 1 or fault not in FAULTS:
        raise DdasError(f"Het deel met fouten ligt tussen 0 en 1, de soort is {' of '.join(FAULTS)}. Kies opnieuw.")
    teller = Teller(specification, predecessors)
    story = find_story(teller)
    layout = layout_of(specification)
    planter: Planter = NoFaults()
    if fault == "alle datums":
        planter = WrongDates(specification)
    elif faulty:
        planter = MixedFaults(faulty, _list_mistakes(teller, story, layout))
    order = Choices(-1 - abs(seed)) if shuffle_keys else None
    writer = JsonWriter(stream=stream, indent=indent, order=order)
    _Delivery(writer, teller, layout, planter).write(story, _divide(records, layout), seed)
    stream.write(b"\n")
    return planter.truth(records)


@dataclass(frozen=True, slots=True)
class _Delivery:
    writer: JsonWriter
    teller: Teller
    layout: RecordLayout
    planter: Planter

    def write(self, story: Story, sizes: tuple[int, ...], seed: int) -> None:
        root = self.teller.specification.root
        members: list[Member] = [*self.planter.spoil_root(self.teller.tell(root, story.root())).items()]
        parts = story.iter_parts(sizes, seed)
        if self.layout.holder_path:
            members.append((self.layout.holder_path[0], lambda depth: self._write_parts(depth, parts)))
        else:
            part = next(parts)
            members += [*self.teller.tell(root, part.told).items(), *self._list_members(part, "")]
        self.writer.write_object(0, members)

    def _write_parts(self, depth: int, parts: Iterator[Part]) -> None:
        self.writer.write_list(depth, (self._part(index, part) for index, part in enumerate(parts)))

    def _part(self, index: int, part: Part) -> Callable[[int], None]:
        (key,) = self.layout.holder_path
        told = self.teller.tell(self._holder(key), part.told)
        members: list[Member] = [*told.items(), *self._list_members(part, f"/{key}/{index}")]
        return lambda depth: self.writer.write_object(depth, members)

    def _holder(self, key: str) -> str:
        return next(a.range for a in self.teller.specification.root_type.exchanged_attributes if a.wire_name == key)

    def _list_members(self, part: Part, pointer: str) -> Iterator[Member]:
        for found in self.layout.lists:
            key = found.path[-1]
            if found.name in part.lists:
                records = self._iter_records(found.object_type, part.lists[found.name], f"{pointer}/{key}")
                yield key, partial(self.writer.write_list, items=records)

    def _iter_records(self, record_type: str, records: Records, pointer: str) -> Iterator[dict[str, Any]]:
        tell, spoil = self.teller.tell, self.planter.spoil_record
        for number, (told, apart) in enumerate(records):
            yield spoil(Drawn(record_type, tell(record_type, told), f"{pointer}/{number}", apart))


def _list_mistakes(teller: Teller, story: Story, layout: RecordLayout) -> dict[str, RecordMistakes]:
    specification = teller.specification
    root = teller.tell(specification.root, story.root())
    found = {}
    for part in layout.lists:
        sound = story.sound.get(part.object_type, Sound())
        found[part.object_type] = RecordMistakes(
            structural=structural_mistakes(specification, part.object_type, sound),
            rules=rule_mistakes(specification, part, sound, root),
        )
    return found


def _divide(records: int, layout: RecordLayout) -> tuple[int, ...]:
    """Number of records of each levering: one per 250, at most one per municipality, as equal as can be."""
    number = max(1, min(len(MUNICIPALITIES), records // _RECORDS_PER_LEVERING)) if layout.holder_path else 1
    size, rest = divmod(records, number)
    return tuple(size + (index < rest) for index in range(number))
