"""The corpus as files: a delivery per case, what is expected of each, and how to read that."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from ddas.findings import Level
from ddas.rendering.workbook import store_members
from ddas.standard.specification import Specification
from ddas.standard.wire_schema import WIRE_SCHEMA_FILE
from ddas_generators.emit.artefact import Artefact
from ddas_generators.emit.deliveries.corpus.case import ConformanceCase
from ddas_generators.emit.deliveries.corpus.corpus import build_corpus
from ddas_generators.emit.deliveries.corpus.small_bases import minify

__all__ = [
    "ARCHIVE_FILE",
    "MANIFEST_FILE",
    "MANIFEST_SCHEMA_FILE",
    "build_manifest",
    "build_manifest_schema",
    "build_members",
    "emit_conformance",
]

ARCHIVE_FILE = "conformance.zip"
MANIFEST_FILE = "manifest.json"
MANIFEST_SCHEMA_FILE = "manifest.schema.json"
_README_FILE = "LEESMIJ.md"
_KINDS = ("voorbeeld", "praktijk", "opbouw", "regel")
_KINDS_IN_WORDS = (
    "Een voorbeeld zonder bevindingen, een goede levering uit de praktijk, één fout in de opbouw, of een regel."
)
_VERDICTS = ("goed", "goed met opmerkingen", "fout")


def emit_conformance(specification: Specification) -> Iterable[Artefact]:
    """The corpus of a version that is not history alone; the same bytes for the same specification."""
    if specification.is_only_history:
        return
    members = build_members(specification, build_corpus(specification))
    yield Artefact(ARCHIVE_FILE, store_members(members))


def build_members(specification: Specification, cases: Sequence[ConformanceCase]) -> dict[str, bytes]:
    """Path in the archive → content, in order."""
    members = {
        _README_FILE: _readme(specification, cases).encode(),
        MANIFEST_FILE: _dump(build_manifest(specification, cases)),
        MANIFEST_SCHEMA_FILE: _dump(build_manifest_schema(specification)),
    }
    return members | {_file_name(case): minify(case.document) for case in cases}


def build_manifest(specification: Specification, cases: Sequence[ConformanceCase]) -> dict[str, Any]:
    """What is expected of every case."""
    return {
        "$schema": MANIFEST_SCHEMA_FILE,
        "format": 1,
        "standard": specification.id.code,
        "revision": specification.revision,
        "status": specification.status,
        "wire_schema": specification.id.artefact_uri(WIRE_SCHEMA_FILE),
        "cases": [_entry(case) for case in cases],
    }


def _entry(case: ConformanceCase) -> dict[str, Any]:
    return {
        "name": case.name,
        "file": _file_name(case),
        "kind": case.kind,
        "about": case.about,
        "tries": case.tries,
        "wire_schema": "accepted" if case.is_accepted else "refused",
        **({"keyword": case.keyword} if case.keyword else {}),
        "verdict": case.verdict,
        "findings": [{"rule": f.rule, "level": str(f.level), "pointer": f.pointer} for f in case.findings],
    }


def build_manifest_schema(specification: Specification) -> dict[str, Any]:
    """JSON Schema 2020-12 of the manifest."""
    finding = _object(
        rule=_text("Nummer van de regel of van de fout in de opbouw, zoals SHV-018 of SHV-S02."),
        level={"enum": [str(level) for level in Level], "description": "Hoe erg de bevinding is."},
        pointer=_text("De plek als JSON Pointer (RFC 6901). Een veld dat ontbreekt, wordt zelf genoemd."),
    )
    case = _object(
        optional=("keyword",),
        name=_text("Naam van het geval, uniek in dit bestand."),
        file={**_text("De aanlevering, vanaf de plek van dit bestand."), "pattern": r"^cases/[A-Za-z0-9._-]+\.json$"},
        kind={"enum": list(_KINDS), "description": _KINDS_IN_WORDS},
        about=_text("Het veld, de regel, het voorbeeld of de situatie waar het geval over gaat."),
        tries=_text("Voor mensen: wat er wordt geprobeerd. Bij een levering uit de praktijk: waarom zij goed is."),
        wire_schema={"enum": ["accepted", "refused"], "description": "Wat het gepubliceerde JSON Schema ervan vindt."},
        keyword=_text("Bij een fout in de opbouw: het sleutelwoord van JSON Schema dat haar vindt."),
        verdict={"enum": list(_VERDICTS), "description": "Het oordeel na opbouw en regels samen."},
        findings={"type": "array", "items": finding, "description": "Alle bevindingen; de volgorde doet er niet toe."},
    )
    manifest = _object(
        format={"const": 1, "description": "Versie van de vorm van dit bestand."},
        standard=_text("De standaard waar de gevallen voor gelden, zoals shv-v1.0."),
        revision={"type": "integer", "minimum": 0, "description": "Revisie van die standaard."},
        status=_text("Status van die standaard."),
        wire_schema=_text("Identificatie van het JSON Schema van de uitwisseling."),
        cases={"type": "array", "minItems": 1, "items": case},
    )
    manifest["properties"] |= {"$schema": _text("Dit schema.")}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": specification.id.artefact_uri(f"conformance/{MANIFEST_SCHEMA_FILE}"),
        "title": f"Gevallen om een validator voor {specification.id.code} mee te beproeven",
        **manifest,
    }


def _object(*, optional: tuple[str, ...] = (), **properties: dict[str, Any]) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _text(description: str) -> dict[str, Any]:
    return {"type": "string", "description": description}


def _file_name(case: ConformanceCase) -> str:
    return f"cases/{case.name}.json"


def _dump(value: Any) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()


def _readme(specification: Specification, cases: Sequence[ConformanceCase]) -> str:
    counts = Counter(case.kind for case in cases)
    practice = _practice_in_words(counts["praktijk"])
    return f"""# Proefbestanden voor {specification.id.code}

Met deze {len(cases)} aanleveringen beproeft u een validator of een exportprogramma.
Alle personen en organisaties zijn verzonnen.

- {counts["voorbeeld"]} voorbeelden zonder bevindingen;
{practice}- {counts["opbouw"]} aanleveringen met precies één fout in de opbouw: een veld dat ontbreekt, een verkeerd
  type, een waarde die niet in de lijst staat;
- {counts["regel"]} aanleveringen die een regel beproeven: zij voldoen aan het schema.

`manifest.json` zegt per bestand wat ervan te verwachten is. `manifest.schema.json` beschrijft dat bestand.

| Veld in manifest.json | Betekenis |
|---|---|
| `file` | de aanlevering, vanaf deze map |
| `tries` | wat er wordt geprobeerd; bij een levering uit de praktijk: waarom zij goed is |
| `wire_schema` | `accepted` of `refused`: het oordeel van het gepubliceerde JSON Schema, met controle van `format` |
| `keyword` | bij een fout in de opbouw: het sleutelwoord van JSON Schema dat haar vindt |
| `verdict` | `goed`, `goed met opmerkingen` of `fout`: het oordeel na opbouw en regels samen |
| `findings` | alle bevindingen: nummer van de regel, niveau en plek; de volgorde doet er niet toe |

Een plek is een JSON Pointer (RFC 6901). Ontbreekt een veld, dan staat het veld zelf in de plek.

Controleert uw validator `format` niet? Sla dan de gevallen met `"keyword": "format"` over.
Controleert zij alleen het schema? Vergelijk dan alleen `wire_schema`.
"""


def _practice_in_words(count: int) -> str:
    """The lines about practice; nothing when the version has none."""
    if not count:
        return ""
    return f"""- {count} goede leveringen uit de praktijk: het schema neemt ze aan, en geen regel vindt er een fout of
  een waarschuwing in. Vindt uw validator die wel, dan is zij te streng. `about` noemt de situatie;
"""
