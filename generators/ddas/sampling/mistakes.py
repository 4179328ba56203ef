"""Mistakes to plant, per kind of record: each spoils one thing and says where it is noticed and by what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ddas.sampling.choices import iso_day

__all__ = ["CASE_MISTAKES", "SIGNAL_MISTAKES", "TRAJECTORY_MISTAKES", "Mistake", "Mistakes"]

Record = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """``plant`` changes a valid record and returns the pointer within it, or None when it has nothing to spoil."""

    rule: str
    plant: Callable[[Record], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistakes:
    """What can be planted in one kind of record; of each kind, the first fits every record."""

    structural: tuple[Mistake, ...]
    rules: tuple[Mistake, ...]


def _spoil(keys: tuple[str, ...], value: Callable[[Any], Any]) -> Callable[[Record], str | None]:
    """Change the value at ``keys``, where ``0`` is the first item of a list."""

    def plant(record: Record) -> str | None:
        holder: Any = record
        for key in keys[:-1]:
            holder = holder[0] if isinstance(holder, list) and holder else _entry(holder, key)
        if keys[-1] not in holder:
            return None
        holder[keys[-1]] = value(holder[keys[-1]])
        return "/" + "/".join(keys)

    return plant


def _entry(holder: Any, key: str) -> Any:
    return holder.get(key, {}) if isinstance(holder, dict) else {}


def _add(keys: tuple[str, ...], value: Any) -> Callable[[Record], str | None]:
    """Put ``value`` at ``keys``; every object on the way is there in each record."""

    def plant(record: Record) -> str | None:
        holder = record
        for key in keys[:-1]:
            holder = holder[key]
        holder[keys[-1]] = value
        return "/" + "/".join(keys)

    return plant


def _always(value: Any) -> Callable[[Any], Any]:
    return lambda _: value


def _remove(key: str) -> Callable[[Record], str | None]:
    """Leave out a required field; it is missed at the place where it should stand."""

    def plant(record: Record) -> str | None:
        del record[key]
        return f"/{key}"

    return plant


def _other_last_digit(bsn: str) -> str:
    return f"{bsn[:-1]}{(int(bsn[-1]) + 1) % 10}"


def _backwards(record: Record) -> str | None:
    record["voorlopigeVoorzieningen"] = [{"startdatum": iso_day(738_900), "einddatum": iso_day(738_890)}]
    return "/voorlopigeVoorzieningen/0/einddatum"


def _free_debt(record: Record) -> str | None:
    debts = record.get("schulden")
    if not debts:
        return None
    record["totaalSchuldbedragBijAanvangSchuld"] -= debts[0]["bedrag"]
    debts[0]["bedrag"] = 0
    return "/schulden/0/bedrag"


def _older_than_signal(record: Record) -> str | None:
    record["ontstaansdatum"] = "2025-04-05"
    return "/signaaldatum"


TRAJECTORY_MISTAKES = Mistakes(
    structural=(
        Mistake(rule="SHV-S01", plant=_remove("gemeentecode")),
        Mistake(rule="SHV-S02", plant=_spoil(("aanmelding", "crisisinterventie"), _always("ja"))),
        Mistake(rule="SHV-S02", plant=_spoil(("schulden", "0", "bedrag"), str)),
        Mistake(rule="SHV-S03", plant=_spoil(("oplossing", "soort"), _always("Sanering"))),
        Mistake(rule="SHV-S03", plant=_spoil(("uitstroom", "reden"), str.lower)),
        Mistake(rule="SHV-S04", plant=_spoil(("aanmelding", "startdatum"), _always("31-12-2024"))),
        Mistake(rule="SHV-S04", plant=_spoil(("schuldregeling", "datum"), _always("2025-02-30"))),
        Mistake(rule="SHV-S07", plant=_add(("opmerking",), "Hier hoort niets.")),
    ),
    rules=(
        Mistake(rule="SHV-018", plant=_backwards),
        Mistake(rule="SHV-012", plant=_spoil(("client", "0", "Burgerservicenummer"), _other_last_digit)),
        Mistake(rule="SHV-013", plant=_spoil(("client", "0", "Geslachtsaanduiding"), _always("V"))),
        Mistake(rule="SHV-015", plant=_spoil(("client", "0", "Postcode"), lambda value: f"{value[:4]} {value[4:]}")),
        Mistake(rule="SHV-019", plant=_spoil(("uitstroom", "datumBeeindigingsbeschikking"), _always("2024-12-31"))),
        Mistake(rule="SHV-035", plant=_free_debt),
        Mistake(rule="SHV-036", plant=_spoil(("totaalSchuldbedragBijAanvangSchuld",), lambda value: value + 1)),
        Mistake(rule="SHV-037", plant=_spoil(("schulden", "0", "schuldeiser", "Naam"), lambda value: f"{value} 2")),
        Mistake(rule="SHV-039", plant=_spoil(("oplossing", "vtlb"), lambda value: value * 100)),
        Mistake(rule="SHV-050", plant=_add(("aanmelding", "einddatm"), "2024-12-31")),
    ),
)

SIGNAL_MISTAKES = Mistakes(
    structural=(
        Mistake(rule="VS-S01", plant=_remove("signaalpartner")),
        Mistake(rule="VS-S02", plant=_spoil(("bedrag",), str)),
        Mistake(rule="VS-S03", plant=_spoil(("signaalpartner", "type"), _always("Stroom"))),
        Mistake(rule="VS-S04", plant=_spoil(("signaaldatum",), _always("31-12-2024"))),
        Mistake(rule="VS-S07", plant=_add(("opmerking",), "Hier hoort niets.")),
    ),
    rules=(
        Mistake(rule="VS-011", plant=_spoil(("bedrag",), _always(0))),
        Mistake(rule="VS-012", plant=_spoil(("client", "Burgerservicenummer"), _other_last_digit)),
        Mistake(rule="VS-010", plant=_older_than_signal),
        Mistake(rule="VS-020", plant=_spoil(("client", "Voorletters"), lambda value: value * 10)),
        Mistake(rule="VS-023", plant=_add(("client", "Postcde"), "3514KD")),
    ),
)

CASE_MISTAKES = Mistakes(
    structural=(
        Mistake(rule="VS-S04", plant=_spoil(("matchingsdatum",), _always("31-12-2024"))),
        Mistake(rule="VS-S03", plant=_spoil(("resultaat",), str.upper)),
    ),
    rules=(Mistake(rule="VS-014", plant=_spoil(("einddatum_matchingperiode",), _always("2024-12-31"))),),
)
