"""Write a delivery of any size, record by record; the whole is never in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from ddas.delivery.writing import JsonWriter, Member
from ddas.errors import DdasError
from ddas.sampling import early_signal, trajectory
from ddas.sampling.choices import Choices
from ddas.sampling.mistakes import CASE_MISTAKES, SIGNAL_MISTAKES, TRAJECTORY_MISTAKES
from ddas.sampling.people import MOST_PERSONS, MUNICIPALITIES, telephone
from ddas.sampling.planting import MixedFaults, NoFaults, Planter, WrongDates
from ddas.sampling.truth import SampleTruth
from ddas.standard.specification import Specification

__all__ = ["FAULTS", "MOST_RECORDS", "write_delivery"]

FAULTS = ("gemengd", "alle datums")
"""Kinds of faulty deliveries: mistakes of many kinds in a share of the records, or every date wrong."""

MOST_RECORDS = MOST_PERSONS // 2
_RECORDS_PER_LEVERING = 250
_SUPPLIER = "Voorbeeldpakket 4.2"


def write_delivery(
    stream: BinaryIO,
    specification: Specification,
    *,
    records: int,
    seed: int,
    faulty: float = 0.0,
    fault: str = "gemengd",
    indent: int | None = None,
    shuffle_keys: bool = False,
) -> SampleTruth:
    """Write a delivery with ``records`` trajectories (shv v1.0) or early signals (vs v0.9).

    The same arguments give the same bytes everywhere. Up to 250 records there is one levering, of a municipality
    itself; above that several, of one organisation that works for as many municipalities.

    Args:
        stream: Takes the bytes, UTF-8.
        specification: Of shv v1.0 or vs v0.9.
        records: From 1 to ``MOST_RECORDS``.
        seed: Any whole number.
        faulty: Share of records with a mistake, 0 to 1; used with ``gemengd``.
        fault: One of ``FAULTS``.
        indent: Spaces a level; None writes everything on one line.
        shuffle_keys: Keys of every object in another order; the values stay those of ``seed``.

    Raises:
        DdasError: this cannot be made.
    """
    write_leveringen = _BODIES.get(specification.id.code)
    if write_leveringen is None:
        raise DdasError(f"Voor {specification.id.code} bestaan geen verzonnen leveringen. Kies {_or(*_BODIES)}.")
    if not 1 <= records <= MOST_RECORDS:
        raise DdasError(f"Het aantal moet tussen 1 en {MOST_RECORDS} liggen. Kies een ander aantal.")
    if not 0 <= faulty <= 1 or fault not in FAULTS:
        raise DdasError(f"Het deel met fouten ligt tussen 0 en 1, de soort is {_or(*FAULTS)}. Kies opnieuw.")
    planter: Planter = NoFaults()
    if fault == "alle datums":
        planter = WrongDates(specification)
    elif faulty:
        planter = MixedFaults(faulty)
    order = Choices(-1 - abs(seed)) if shuffle_keys else None
    writer = JsonWriter(stream=stream, indent=indent, order=order)
    write_leveringen(writer, planter, records, seed)
    stream.write(b"\n")
    return planter.truth(records)


def _write_shv(writer: JsonWriter, planter: Planter, records: int, seed: int) -> None:
    choices = Choices(seed)
    parts = _divide(records)

    def iter_leveringen() -> Iterator[Callable[[int], None]]:
        first = 0
        for index, size in enumerate(parts):
            yield _shv_levering(writer, planter, choices, (index, first, size), len(parts) == 1)
            first += size

    _write_root(writer, planter, trajectory, iter_leveringen())


def _shv_levering(
    writer: JsonWriter, planter: Planter, choices: Choices, part: tuple[int, int, int], alone: bool
) -> Callable[[int], None]:
    index, first, size = part
    code, name = MUNICIPALITIES[index]

    def iter_records() -> Iterator[dict[str, Any]]:
        for number in range(size):
            record = trajectory.make_trajectory(choices, code, first + number)
            pointer = f"/leveringen/{index}/schuldhulptrajecten/{number}"
            planter.spoil_record(record, pointer, TRAJECTORY_MISTAKES)
            yield record

    contact = _contact("schuldhulp", name if alone else "verzonnenbrug")
    if alone:
        organisation = {"(Statutaire) Naam": f"Gemeente {name}", "postcode": "3511AA", "gemeentecode": code}
    else:
        organisation = {"(Statutaire) Naam": "Kredietbank De Verzonnen Brug", "KvK-nummer": "90000001"}
    members: list[Member] = [
        ("teller", index + 1),
        ("aanleverende_organisatie", {**organisation, "contactpersonen": [contact]}),
        ("schuldhulptrajecten", lambda depth: writer.write_list(depth, iter_records())),
    ]
    return lambda depth: writer.write_object(depth, members)


def _write_vs(writer: JsonWriter, planter: Planter, records: int, seed: int) -> None:
    parts = _divide(records)

    def iter_leveringen() -> Iterator[Callable[[int], None]]:
        first = 0
        for index, size in enumerate(parts):
            yield _vs_levering(writer, planter, seed, (index, first, size))
            first += size

    _write_root(writer, planter, early_signal, iter_leveringen())


def _vs_levering(writer: JsonWriter, planter: Planter, seed: int, part: tuple[int, int, int]) -> Callable[[int], None]:
    """Signals and cases stand in two lists: the households are drawn twice, from the same seed."""
    index, first, size = part
    code, name = MUNICIPALITIES[index]

    def households() -> Iterator[early_signal.Household]:
        own_seed = abs(seed) * len(MUNICIPALITIES) + index
        return early_signal.iter_households(Choices(own_seed), name, first, size)

    def iter_signals() -> Iterator[dict[str, Any]]:
        number = 0
        for signals, _ in households():
            for signal in signals:
                planter.spoil_record(signal, f"/leveringen/{index}/vroegsignalen/{number}", SIGNAL_MISTAKES)
                number += 1
                yield signal

    def iter_cases() -> Iterator[dict[str, Any]]:
        cases = (case for _, case in households() if case is not None)
        for number, case in enumerate(cases):
            planter.spoil_record(case, f"/leveringen/{index}/vroegsignaalzaken/{number}", CASE_MISTAKES)
            yield case

    organisation = {
        "naam": "Vroegsignalering De Verzonnen Brug",
        "kvk-nummer": "90000001",
        "contactpersoonen": [_contact("vroegsignalering", "verzonnenbrug")],
    }
    members: list[Member] = [
        ("teller", index + 1),
        ("gemeentecode", code),
        ("aanleverende_organisatie", organisation),
        ("vroegsignalen", lambda depth: writer.write_list(depth, iter_signals())),
        ("vroegsignaalzaken", lambda depth: writer.write_list(depth, iter_cases())),
    ]
    return lambda depth: writer.write_object(depth, members)


def _write_root(writer: JsonWriter, planter: Planter, kind: Any, leveringen: Iterator[Callable[[int], None]]) -> None:
    members: list[Member] = [
        ("startdatumLevering", planter.spoil_envelope(kind.PERIOD_START.isoformat())),
        ("einddatumLevering", planter.spoil_envelope(kind.PERIOD_END.isoformat())),
        ("aanleverdatumEnTijd", kind.DELIVERED_AT),
        ("codeGegevensleverancier", _SUPPLIER),
        ("leveringen", lambda depth: writer.write_list(depth, leveringen)),
    ]
    writer.write_object(0, members)


def _divide(records: int) -> list[int]:
    """Number of records of each levering: one per 250, at most one per municipality, as equal as can be."""
    number = max(1, min(len(MUNICIPALITIES), records // _RECORDS_PER_LEVERING))
    size, rest = divmod(records, number)
    return [size + (index < rest) for index in range(number)]


def _contact(desk: str, domain: str) -> dict[str, str]:
    return {
        "email": f"{desk}@{domain.lower()}.example",
        "functietitel": "Functioneel beheerder",
        "naam": "M. de Bruin",
        "telefoonnummer": telephone(Choices(0)),
    }


def _or(*names: str) -> str:
    return " of ".join(names)


_BODIES: dict[str, Callable[[JsonWriter, Planter, int, int], None]] = {"shv-v1.0": _write_shv, "vs-v0.9": _write_vs}
