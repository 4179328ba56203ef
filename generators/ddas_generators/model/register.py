"""The register ``model/versies.yaml``: domains and versions, and where their model stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ddas.errors import DdasError, ModelError
from ddas.standard.identity import BASE_URI, Domain, StandardId, Version
from ddas.standard.specification import Publication
from ddas.standard.status import Status
from ddas_generators.model.yaml_source import YamlSource, read_yaml

__all__ = ["RegisteredVersion", "find_checkout", "find_version", "model_folder", "read_register"]

CERTAINTIES = ("hoog", "redelijk", "laag")
STATUSES = tuple(status for status in Status if status is not Status.UNKNOWN)
UNKNOWN = "onbekend"
NONE = "geen"
_WRONG_BASE = (
    "een studie heeft een domein met een eigen 'basis' buiten " + BASE_URI + ", en alleen een studie heeft die. "
    "Verbeter de status van de versie of de 'basis' van het domein."
)
_PUBLICATION_KEYS = frozenset({"plaats", "datum", "zekerheid", "toelichting", "voorlopig"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredVersion:
    """A row of the register.

    Attributes:
        wire_digest: SHA-256 of the canonical wire schema, empty while a concept.
        predecessor: Code of the version before it, such as ``shv-v0.10``; None when there is none or it is unknown.
        date: Day of adoption as ``YYYY-MM-DD``, None when unknown; so are the other two days.
        in_use_from: First day on which deliveries of this version are taken.
        accepted_until: Last day on which they are.
        norm_digest, edition_digest: See ``ddas_generators.editions.digests``; empty until the version is adopted.
        accepted_step: Why a step smaller than the changes force is accepted; empty when it is not.
        publication: Where it was published and how sure that is; None for what is only ours.
    """

    id: StandardId
    status: Status
    revision: int
    wire_digest: str
    predecessor: str | None = None
    date: str | None = None
    in_use_from: str | None = None
    accepted_until: str | None = None
    norm_digest: str = ""
    edition_digest: str = ""
    accepted_step: str = ""
    publication: Publication | None = None


def model_folder(root: Path, version: RegisteredVersion) -> Path:
    """The folder with the model of this version."""
    return root / "model" / version.id.domain.name / str(version.id.version)


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


def find_version(root: Path, code: str) -> RegisteredVersion:
    """The version of this code, such as ``shv-v1.0``.

    Raises:
        DdasError: it is not in the register.
    """
    versions = {v.id.code: v for v in read_register(root)}
    if code not in versions:
        raise DdasError(f"Versie '{code}' staat niet in het register. Kies uit: {', '.join(versions)}.")
    return versions[code]


def read_register(root: Path) -> tuple[RegisteredVersion, ...]:
    """All versions, by domain in register order, then by version.

    Raises:
        ModelError: a row misses a part, names an unknown domain, stands there twice, or has a predecessor that is
            not there, is newer, is of another domain or comes round to itself.
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
            base_uri=_text(row, "basis", where) if "basis" in row else BASE_URI,
        )
        if domain.name in domains or domain.code in {d.code for d in domains.values()}:
            raise ModelError(f"{where}: dit domein staat er al. Geef elk domein een eigen naam en code.")
        domains[domain.name] = domain
    versions = [_version(source, index, row, domains) for index, row in _rows(source, "versies")]
    if len({v.id for v in versions}) < len(versions):
        raise ModelError(f"{source.file}: een versie staat er twee keer. Haal de dubbele regel weg.")
    _check_predecessors(source, versions)
    order = list(domains)
    return tuple(sorted(versions, key=lambda v: (order.index(v.id.domain.name), v.id.version)))


def _version(source: YamlSource, index: int, row: dict[str, Any], domains: dict[str, Domain]) -> RegisteredVersion:
    where = source.locate("versies", index)
    name = _text(row, "domein", where)
    if name not in domains:
        raise ModelError(f"{where}: domein '{name}' staat niet bij domeinen. Voeg het daar toe.")
    status = _text(row, "status", where)
    if status not in tuple(Status):
        raise ModelError(f"{where}: status '{status}' bestaat niet. Kies uit: {', '.join(Status)}.")
    if Status(status).is_study == domains[name].is_official:
        raise ModelError(f"{where}: {_WRONG_BASE}")
    revision = row.get("revisie", 0)
    if type(revision) is not int or revision < 0:
        raise ModelError(f"{where}: revisie is geen getal vanaf 0. Schrijf bijvoorbeeld: revisie: 0.")
    return RegisteredVersion(
        id=StandardId(domain=domains[name], version=Version.parse(_text(row, "versie", where))),
        status=Status(status),
        revision=revision,
        wire_digest=str(row.get("wire", "")),
        predecessor=_predecessor(source, index, row),
        date=_day(source, index, row, "datum"),
        in_use_from=_day(source, index, row, "in_gebruik_vanaf"),
        accepted_until=_day(source, index, row, "aanvaard_tot"),
        norm_digest=str(row.get("norm", "")),
        edition_digest=str(row.get("uitgave", "")),
        accepted_step=str(row.get("stap_aanvaard", "")),
        publication=_publication(source, index, row),
    )


def _publication(source: YamlSource, index: int, row: Mapping[str, Any]) -> Publication | None:
    value = row.get("publicatie")
    if value is None:
        return None
    where = source.locate("versies", index, "publicatie")
    if not isinstance(value, dict):
        raise ModelError(f"{where}: 'publicatie' heeft geen sleutels. Schrijf plaats, datum, zekerheid en toelichting.")
    unknown = sorted(set(value) - _PUBLICATION_KEYS)
    if unknown:
        raise ModelError(f"{where}: '{unknown[0]}' is hier onbekend. Kies uit: {', '.join(sorted(_PUBLICATION_KEYS))}.")
    certainty = _text(value, "zekerheid", where)
    if certainty not in CERTAINTIES:
        raise ModelError(f"{where}: zekerheid '{certainty}' bestaat niet. Kies uit: {', '.join(CERTAINTIES)}.")
    return Publication(
        place=_text(value, "plaats", where),
        date=_day(source, index, value, "datum"),
        certainty=certainty,
        explanation=_text(value, "toelichting", where),
        provisional=str(value.get("voorlopig", "")),
    )


def _predecessor(source: YamlSource, index: int, row: Mapping[str, Any]) -> str | None:
    value = row.get("voorganger", UNKNOWN)
    if not isinstance(value, str) or not value:
        raise ModelError(
            f"{source.locate('versies', index, 'voorganger')}: 'voorganger' is geen code van een versie. "
            f"Schrijf een code zoals shv-v0.9, of '{NONE}' of '{UNKNOWN}'."
        )
    return None if value in (UNKNOWN, NONE) else value


def _day(source: YamlSource, index: int, row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key, UNKNOWN)
    if value == UNKNOWN:
        return None
    try:
        # YAML reads an unquoted day as a date.
        if isinstance(value, date) and not isinstance(value, datetime):
            return value.isoformat()
        if isinstance(value, str) and len(value) == len("jjjj-mm-dd"):
            return date.fromisoformat(value).isoformat()
    except ValueError:
        pass  # the message below says what is wrong
    raise ModelError(
        f"{source.locate('versies', index, key)}: '{key}' is geen bestaande dag. Schrijf jjjj-mm-dd of '{UNKNOWN}'."
    )


def _check_predecessors(source: YamlSource, versions: Iterable[RegisteredVersion]) -> None:
    """``versions`` are in file order, so that their index is that of their row."""
    rows = list(versions)
    by_code = {v.id.code: v for v in rows}
    for index, version in enumerate(rows):
        previous = by_code.get(version.predecessor or "")
        where = source.locate("versies", index, "voorganger")
        if version.predecessor is None:
            continue
        if previous is None:
            raise ModelError(
                f"{where}: voorganger '{version.predecessor}' staat niet in het register. "
                f"Kies uit: {', '.join(by_code)}."
            )
        if previous.id.domain != version.id.domain:
            raise ModelError(
                f"{where}: de voorganger van {version.id.code} is van een ander domein. "
                "Noem een versie van hetzelfde domein."
            )
        if _comes_round(version, by_code):
            raise ModelError(
                f"{where}: wie vanaf {version.id.code} de voorgangers volgt, gaat een kring rond. Doorbreek die."
            )
        if previous.id.version > version.id.version:
            raise ModelError(
                f"{where}: voorganger {previous.id.code} is nieuwer dan {version.id.code}. Noem een oudere versie."
            )


def _comes_round(start: RegisteredVersion, by_code: Mapping[str, RegisteredVersion]) -> bool:
    seen = {start.id.code}
    version = start
    while (previous := by_code.get(version.predecessor or "")) is not None:
        version = previous
        if version.id.code in seen:
            return True
        seen.add(version.id.code)
    return False


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
