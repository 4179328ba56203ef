"""The register ``model/versies.yaml``: domains and versions, and where their model stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ddas.errors import DdasError, ModelError
from ddas.identity import Domain, StandardId, Version
from ddas_generators.yaml_source import YamlSource, read_yaml

__all__ = ["RegisteredVersion", "find_checkout", "read_register"]

STATUSES = ("concept", "consultatie", "vastgesteld", "vervallen")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredVersion:
    """A row of the register. ``wire_digest``: SHA-256 of the canonical wire schema, empty while a concept."""

    id: StandardId
    status: str
    revision: int
    wire_digest: str


def find_checkout(start: Path) -> Path:
    """The checkout that holds ``start``: the nearest folder upwards with ``model/versies.yaml``.

    Raises:
        DdasError: there is none.
    """
    for folder in (start, *start.parents):
        if (folder / "model" / "versies.yaml").is_file():
            return folder
    raise DdasError(
        "Hier staat geen model: geen map hierboven bevat model/versies.yaml. "
        "Ga naar de map van de toolkit of wijs die aan met --root MAP."
    )


def read_register(root: Path) -> tuple[RegisteredVersion, ...]:
    """All versions, by domain in register order, then by version.

    Raises:
        ModelError: a row misses a part, names an unknown domain, or stands there twice.
    """
    source = read_yaml(root / "model" / "versies.yaml", root)
    domains: dict[str, Domain] = {}
    for index, row in _rows(source, "domeinen"):
        where = source.locate("domeinen", index)
        domain = Domain(
            name=_text(row, "naam", where),
            code=_text(row, "code", where),
            title=_text(row, "titel", where),
            listing=_text(row, "lijst", where),
            unit=_text(row, "onderdeel", where),
        )
        if domain.name in domains or domain.code in {d.code for d in domains.values()}:
            raise ModelError(f"{where}: dit domein staat er al. Geef elk domein een eigen naam en code.")
        domains[domain.name] = domain
    versions = [_version(source, index, row, domains) for index, row in _rows(source, "versies")]
    if len({v.id for v in versions}) < len(versions):
        raise ModelError(f"{source.file}: een versie staat er twee keer. Haal de dubbele regel weg.")
    order = list(domains)
    return tuple(sorted(versions, key=lambda v: (order.index(v.id.domain.name), v.id.version)))


def _version(source: YamlSource, index: int, row: dict[str, Any], domains: dict[str, Domain]) -> RegisteredVersion:
    where = source.locate("versies", index)
    name = _text(row, "domein", where)
    if name not in domains:
        raise ModelError(f"{where}: domein '{name}' staat niet bij domeinen. Voeg het daar toe.")
    status = _text(row, "status", where)
    if status not in STATUSES:
        raise ModelError(f"{where}: status '{status}' bestaat niet. Kies uit: {', '.join(STATUSES)}.")
    revision = row.get("revisie", 0)
    if type(revision) is not int or revision < 0:
        raise ModelError(f"{where}: revisie is geen getal vanaf 0. Schrijf bijvoorbeeld: revisie: 0.")
    return RegisteredVersion(
        id=StandardId(domain=domains[name], version=Version.parse(_text(row, "versie", where))),
        status=status,
        revision=revision,
        wire_digest=str(row.get("wire", "")),
    )


def _rows(source: YamlSource, key: str) -> list[tuple[int, dict[str, Any]]]:
    rows = source.data.get(key)
    if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows):
        raise ModelError(f"{source.locate(key)}: '{key}' is geen lijst. Begin elke regel met een streepje.")
    return list(enumerate(rows))


def _text(row: dict[str, Any], key: str, where: object) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value:
        raise ModelError(f"{where}: '{key}' ontbreekt. Vul het aan.")
    return value
