"""The business rules of shv and vs once more, written by hand and apart from the engine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

Found = Iterator[tuple[str, str]]
POSTCODE = re.compile(r"[1-9]\d{3}(?!SA|SD|SS)[A-Z]{2}")
ARRANGED = {"Saneringskrediet", "Schuldbemiddeling", "0%-aanbod"}
CONTACT = {
    "Geen reactie na eerder contact",
    "Inwoner hoeft geen hulp vanuit vroegsignalering",
    "Inwoner heeft zelf al betaald/betalingsregeling getroffen",
    "(Budget)advies en/of quick fix",
}
MAY_BE_LATER = {"einddatum", "einddatum_matchingperiode"}


def passes_elfproef(bsn: str) -> bool:
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return len(bsn) == 9 and sum(w * int(d) for w, d in zip(weights, bsn, strict=True)) % 11 == 0


def months_later(day: str, months: int) -> str:
    year, month, of_month = map(int, day.split("-"))
    year, month = year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - date.resolution).day
    return date(year, month, min(of_month, last)).isoformat()


def broken_rules(delivery: dict[str, Any]) -> set[tuple[str, str]]:
    """Rule and pointer of the object (shv and vs differ in their lists)."""
    found: set[tuple[str, str]] = set()
    for index, levering in enumerate(delivery["leveringen"]):
        place = f"/leveringen/{index}"
        if levering["teller"] != index + 1:
            found.add(("003", place))
        for number, record in enumerate(levering.get("schuldhulptrajecten", [])):
            found |= {(rule, f"{place}/schuldhulptrajecten/{number}") for rule in trajectory(record, delivery)}
        found |= {(rule, place) for rule in early(levering)}
    found |= {("042", place) for place in overlaps(delivery)}
    return found


def overlaps(delivery: dict[str, Any]) -> Iterator[str]:
    seen: dict[tuple[str, ...], int] = {}
    for index, levering in enumerate(delivery["leveringen"]):
        for number, record in enumerate(levering.get("schuldhulptrajecten", [])):
            for client in record["client"]:
                five = [client.get(k, "") for k in list(client)]
                key = (client["Burgerservicenummer"],) if "Burgerservicenummer" in client else tuple(five)
                seen[key] = seen.get(key, 0) + 1
                if seen[key] > 1:
                    yield f"/leveringen/{index}/schuldhulptrajecten/{number}"


def trajectory(record: dict[str, Any], delivery: dict[str, Any]) -> set[str]:
    found = set()
    start, end = record["startdatum"], record.get("einddatum")
    parts = {k: v for k, v in record.items() if isinstance(v, dict)}
    lists = [item for v in record.values() if isinstance(v, list) for item in v]
    if any(o.get("einddatum", "9") < o.get("startdatum", "0") for o in [record, *parts.values(), *lists]):
        found.add("018")
    leaving, arrangement = parts.get("uitstroom"), parts.get("schuldregeling", {})
    intake, solution = parts.get("intake", {}), parts.get("oplossing")
    if leaving and {end, leaving.get("datum"), leaving.get("datumBeeindigingsbeschikking")} != {end}:
        found.add("019")
    if bool(leaving) != bool(end):
        found.add("020")
    if leaving and not (leaving.get("datum") and leaving.get("reden")):
        found.add("021")
    if record.get("toekenningsdatum") != arrangement.get("toegekend"):
        found.add("022")
    granted, forced = arrangement.get("toegekend"), arrangement.get("dwangakkoord")
    if forced and not (granted and arrangement.get("datumVerzoekDwangakkoord", "9") <= granted):
        found.add("023-024-046")
    outcomes = [arrangement[k] for k in ("toegekend", "afgewezen", "ingetrokken") if k in arrangement]
    if (len(outcomes) > 1 and not forced) or any(day < arrangement["datum"] for day in outcomes):
        found.add("025-047")
    if ("beschikkingsdatum" in intake) != ("beschikkingssoort" in intake):
        found.add("026")
    if intake.get("einddatum", intake.get("beschikkingsdatum")) != intake.get("beschikkingsdatum"):
        found.add("027")
    later = {"planVanAanpak", "stabilisatie", "schuldregeling", "oplossing", "nazorg"}
    if intake.get("beschikkingssoort") == "Afwijzingsbeschikking" and later & set(record):
        found.add("028")
    phases = ("aanmelding", "intake", "stabilisatie", "schuldregeling", "oplossing", "nazorg")
    days = [parts[p].get("startdatum", parts[p].get("datum")) for p in phases if p in parts]
    if any(a > b for a, b in pairwise(d for d in days if d)):
        found.add("029")
    if parts["aanmelding"].get("crisisinterventie") and not record.get("crisisinterventies"):
        found.add("030")
    for item in record.get("moratoria", []):
        if item["datumAanvraag"] > item["datumGoedkeuring"]:
            found.add("031")
        if item.get("einddatum", "0") > months_later(item["startdatum"], 6):
            found.add("032")
    if solution and solution["soort"] in ARRANGED and not granted:
        found.add("033")
    if (
        solution
        and solution["soort"] == "Schuldbemiddeling"
        and solution.get("einddatum", "0") > months_later(solution["startdatum"], 18)
    ):
        found.add("034")
    if solution and not 1 <= solution["vtlb"] <= 10_000:
        found.add("039")
    if "nazorg" in record and not {"oplossing", "schuldregeling", "begeleiding"} & set(record):
        found.add("044")
    until = max(end, parts.get("nazorg", {}).get("einddatum", "")) if end else "9"
    if start > delivery["einddatumLevering"] or until < delivery["startdatumLevering"]:
        found.add("041")
    return found | debts(record) | clients(record["client"]) | {
        "043" for key, day in iter_days(record) if key not in MAY_BE_LATER and day > delivery["einddatumLevering"]
    }  # fmt: skip


def debts(record: dict[str, Any]) -> set[str]:
    found = set()
    amounts = [debt["bedrag"] for debt in record.get("schulden", [])]
    if any(amount <= 0 for amount in amounts):
        found.add("035")
    if amounts and record.get("totaalSchuldbedragBijAanvangSchuld") != sum(amounts):
        found.add("036")
    for creditor in (debt["schuldeiser"] for debt in record.get("schulden", []) if "schuldeiser" in debt):
        if creditor["naam"] != creditor["Naam"]:
            found.add("037")
        if creditor["privepersoon"] and "kvknummer" in creditor:
            found.add("038")
        if not POSTCODE.fullmatch(creditor["postcode"]) or len(creditor["naam"]) > 200:
            found.add("015-016")
    return found


def clients(items: list[dict[str, Any]]) -> set[str]:
    found = set()
    for client in items:
        if "Burgerservicenummer" in client:
            if not passes_elfproef(client["Burgerservicenummer"]):
                found.add("012")
        elif not {"Geboortedatum", "Geslachtsaanduiding", "Postcode", "Huisnummer"} <= set(client):
            found.add("011")
        if client.get("Geslachtsaanduiding", "Man") not in ("Man", "Vrouw", "Onbekend", "Leeg"):
            found.add("013")
        if not "1900-01-01" <= client.get("Geboortedatum", "2000-01-01") < "2025-01-01":
            found.add("014")
        if not POSTCODE.fullmatch(client.get("Postcode", "3514KD")):
            found.add("015")
        if len(client.get("Huisnummer", "")) > 5 or len(client.get("Huisnummertoevoeging", "")) > 4:
            found.add("016")
    if len(items) == 2 and len({(c.get("Geboortedatum")) for c in items}) == 1:
        found.add("017")
    return found


def iter_days(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield from iter_days(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from iter_days(item, key)
    elif isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        yield key, value


def early(levering: dict[str, Any]) -> set[str]:
    found = set()
    signals = {signal["ID"]: signal for signal in levering.get("vroegsignalen", [])}
    if len(signals) != len(levering.get("vroegsignalen", [])):
        found.add("007")
    for signal in signals.values():
        client = signal["client"]
        if signal["ontstaansdatum"] > signal["signaaldatum"]:
            found.add("010")
        if signal["bedrag"] <= 0:
            found.add("011")
        if not passes_elfproef(client.get("Burgerservicenummer", "000000000")):
            found.add("012")
        if not POSTCODE.fullmatch(client["Postcode"]) or not client["Huisnummer"]:
            found.add("013-020")
        if len(client["Voorletters"]) > 20:
            found.add("020")
    referred = [r["ID"] for case in levering.get("vroegsignaalzaken", []) for r in case["vroegsignalen"]]
    if not set(referred) <= set(signals):
        found.add("008")
    if len(set(referred)) != len(referred):
        found.add("009")
    for case in levering.get("vroegsignaalzaken", []):
        found |= early_case(case, signals)
    return found


def early_case(case: dict[str, Any], signals: dict[str, Any]) -> set[str]:
    found = set()
    result, attempts = case.get("resultaat", ""), case.get("contactpogingen", [])
    reached = any(attempt["bereikt"] for attempt in attempts)
    if case["startdatum_matchtingperiode"] > case["einddatum_matchingperiode"]:
        found.add("014")
    if case["matchingsdatum"] < case["startdatum_matchtingperiode"]:
        found.add("015")
    if result in CONTACT and not reached:
        found.add("016")
    if result == "Definitief geen contact kunnen krijgen" and reached:
        found.add("017")
    if result.startswith("Niet opgepakt") and "datum_opgepakt" in case:
        found.add("018")
    if any(attempt["bereikt"] and attempt["soort"] == "Administratief" for attempt in attempts):
        found.add("019")
    keys = ("Postcode", "Huisnummer", "Huisnummertoevoeging")
    homes = [signals[r["ID"]]["client"] for r in case["vroegsignalen"] if r["ID"] in signals]
    if len({tuple(home.get(k) for k in keys) for home in homes}) > 1:
        found.add("021")
    return found
