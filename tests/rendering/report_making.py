"""Reports made by hand, as the engine would make them, with everything that can go wrong in showing them."""

from __future__ import annotations

from collections import Counter

from ddas.findings import Finding, Level
from ddas.validation.file_report import ExceptionUse, FileReport, RuleResult
from ddas.validation.report import Report

__all__ = ["NASTY", "NASTY_FILE", "make_file", "make_finding", "make_report"]

NASTY = "<script>alert(\"x\")</script> & 'quote' ]]> \x1b[31m \x00 \u202e \ud800 einde"
"""Markup, quotes, a terminal escape, a null, a mark that turns text around and half a surrogate."""

NASTY_FILE = 'map/le<v>e&ring "1" \x1b]0;titel\x07\n\u202enosj.json'

_LINK = "https://w3id.org/ddas/shv/v1.0/regels#"
_RULES = {
    "SHV-S04": (Level.ERROR, "Een datum is niet goed geschreven", "Een datum heeft de vorm jjjj-mm-dd."),
    "SHV-018": (Level.ERROR, "De einddatum ligt voor de startdatum", "Een traject eindigt nooit voordat het begint."),
    "SHV-050": (Level.WARNING, "Een sleutel lijkt op een veld uit de standaard", ""),
    "SHV-013": (Level.WARNING, "De gemeente bestaat niet in deze periode", "Gemeenten gaan op in andere gemeenten."),
    "SHV-051": (Level.INFO, "Een sleutel staat niet in de standaard", "De standaard staat eigen sleutels toe."),
}
_MESSAGES = {
    "SHV-S04": "Dit is geen datum. Een datum is een bestaande dag in de vorm jjjj-mm-dd, zoals 2025-02-03.",
    "SHV-018": "De einddatum van het traject ligt voor de startdatum.",
    "SHV-050": "Deze sleutel hoort niet bij de standaard, maar lijkt op een veld.",
    "SHV-013": "Deze gemeente bestond niet in de periode van de levering.",
    "SHV-051": "Deze sleutel hoort niet bij de standaard.",
}
_REMEDIES = {
    "SHV-S04": "Schrijf de datum als jjjj-mm-dd. Weet u de datum niet, laat het veld dan weg.",
    "SHV-018": "Controleer beide datums in uw registratie en herstel de datum die niet klopt.",
    "SHV-050": "Schrijf de sleutel zoals de standaard doet, of haal hem weg.",
    "SHV-013": "Gebruik de code van de gemeente zoals die in de periode van de levering was.",
    "SHV-051": "Haal de sleutel weg als de ontvanger hem niet nodig heeft.",
}


def make_finding(rule: str, index: int, *, message: str = "", label: str = "Startdatum traject") -> Finding:
    """A finding in trajectory ``index`` (0-based)."""
    return Finding(
        rule=rule,
        level=_RULES[rule][0],
        pointer=f"/leveringen/0/schuldhulptrajecten/{index}/startdatum",
        line=12 + 40 * index,
        column=9,
        place=f"levering 1, traject {f'{index + 1:,}'.replace(',', '.')}",
        label=label,
        message=message or _MESSAGES[rule],
        remedy=_REMEDIES[rule],
        link=_LINK + rule,
    )


def make_file(
    file: str, counts: dict[str, int], *, cap: int = 1000, messages: tuple[str, ...] = (), other: str | None = None
) -> FileReport:
    """A checked file in which each rule fired so many times; ``messages`` replace those of SHV-013, one by one."""
    findings = []
    for rule, count in counts.items():
        for index in range(min(count, cap)):
            message = messages[index] if rule == "SHV-013" and index < len(messages) else ""
            findings.append(make_finding(rule, index, message=message))
    levels = Counter(dict.fromkeys(Level, 0))
    for rule, count in counts.items():
        levels[_RULES[rule][0]] += count
    rules = [
        RuleResult(
            id=rule,
            title=_RULES[rule][1],
            level=_RULES[rule][0],
            explanation=_RULES[rule][2],
            remedy=_REMEDIES[rule],
            link=_LINK + rule,
            count=count,
            shown=min(count, cap),
        )
        for rule, count in counts.items()
    ]
    return FileReport(
        file=file,
        standard="shv-v1.0",
        chosen_by="de versie die nu geldt voor schuldhulpverlening",
        checked="de opbouw en 71 regels.",
        other_version=other,
        findings=tuple(sorted(findings, key=lambda f: (f.line or 0, f.rule))),
        totals=dict(sorted(counts.items())),
        levels={level: levels[level] for level in Level},
        rules=tuple(sorted(rules, key=lambda r: (-r.level.weight, r.id))),
        records=1500,
        records_word="trajecten",
        exceptions=_EXCEPTIONS if counts else (),
    )


def make_unreadable(file: str) -> FileReport:
    """A file that is no delivery, without rules: as an older engine would report it."""
    finding = Finding(
        rule="DDAS-B06",
        level=Level.ERROR,
        pointer="",
        line=1,
        column=1,
        place="het hele bestand",
        label="Bestand",
        message="Dit is geen JSON-bestand. Een aanlevering is JSON en begint met een accolade.",
        remedy="Kies het JSON-bestand dat uw software maakt voor CBS.",
        link="",
    )
    return FileReport(
        file=file,
        standard=None,
        chosen_by="het bestand is niet herkend als aanlevering",
        checked="alleen of het bestand leesbaar is.",
        findings=(finding,),
        totals={"DDAS-B06": 1},
        levels={Level.ERROR: 1, Level.WARNING: 0, Level.INFO: 0},
    )


def make_report() -> Report:
    """Several files: many findings, remarks only, good, unreadable, and one with everything odd in its texts."""
    many = {"SHV-S04": 1200, "SHV-018": 2, "SHV-050": 1, "SHV-013": 5, "SHV-051": 4}
    return Report(
        files=(
            make_file("leveringen/veel.json", many, messages=tuple(f"Gemeente {n} is opgegaan." for n in range(5))),
            make_file("leveringen/opmerkingen.json", {"SHV-051": 1}),
            make_file("leveringen/goed.json", {}),
            make_file("leveringen/oud.json", {"SHV-S04": 3}, other="shv-v0.9"),
            make_unreadable("leveringen/plaatje.json"),
            make_file(NASTY_FILE, {"SHV-013": 1}, messages=(NASTY,)),
        ),
        across=(make_finding("SHV-013", 7, message="Dezelfde levering staat in twee bestanden.", label="Levering"),),
        note="Uitzonderingen komen uit uitzonderingen.yaml.",
    )


_EXCEPTIONS = (
    ExceptionUse(
        rule="SHV-021",
        pattern="/leveringen/*/schuldhulptrajecten/*",
        reason="afgesproken met de softwareleverancier",
        until="2026-12-31",
        status="gebruikt",
        count=12,
    ),
    ExceptionUse(
        rule="SHV-022", pattern="/leveringen/*", reason="oude registratie", until=None, status="ongebruikt", count=0
    ),
    ExceptionUse(
        rule="SHV-023", pattern="/leveringen/*", reason="omzetting", until="2024-12-31", status="verlopen", count=0
    ),
)
