"""The versions that a migration goes through, with their wire schemas."""

from __future__ import annotations

import json
from collections.abc import Mapping

from ddas.errors import DdasError
from ddas.migration.pairs.migrators import chain_to
from ddas.migration.slots import DELIVERIES, CutSchema, cut_schema
from ddas.standard.catalog import find_specification, iter_specifications, read_artefact

__all__ = ["choose_source", "load_versions", "refuse_other_domain"]


def load_versions(target: str) -> dict[str, CutSchema]:
    """Schema by code of every version from which the target can be reached, oldest first; the target is the last.

    Raises:
        DdasError: the target does not exist.
    """
    find_specification(target)
    codes = [migrator.source for migrator in chain_to(target)] + [target]
    return {code: cut_schema(_read_schema(code)) for code in codes}


def choose_source(source: str, target: str, versions: Mapping[str, CutSchema]) -> str:
    """The code given with ``--from``.

    Raises:
        DdasError: it does not exist, or does not lead to the target.
    """
    if source in versions:
        return source
    asked, wanted = find_specification(source), find_specification(target)
    if asked.domain != wanted.domain:
        raise DdasError(
            f"{source} en {target} horen bij verschillende domeinen. Kies twee versies van hetzelfde domein."
        )
    if asked.id.version > wanted.id.version:
        raise DdasError(f"{source} is nieuwer dan {target}. Omzetten kan alleen naar een nieuwere versie.")
    raise DdasError(f"Van {source} naar {target} is geen weg. Kies bij --from uit: {', '.join(versions)}.")


def refuse_other_domain(envelope: Mapping[str, object], target: str) -> None:
    """Refuse a delivery that holds the list of another domain and not that of the target.

    Raises:
        DdasError: it does.
    """
    domain = find_specification(target).domain
    deliveries = envelope.get(DELIVERIES)
    keys = set(envelope).union(
        *(d for d in (deliveries if isinstance(deliveries, list) else ()) if isinstance(d, dict))
    )
    for other in {s.domain.name: s.domain for s in iter_specifications()}.values():
        if other != domain and other.listing in keys and domain.listing not in keys:
            raise DdasError(
                f"Dit is een levering voor {other.title.lower()}, en {target} hoort bij {domain.title.lower()}. "
                f"Kies bij --to een versie van {other.title.lower()}."
            )


def _read_schema(code: str) -> Mapping[str, object]:
    schema: dict[str, object] = json.loads(read_artefact(find_specification(code), "uitwisselmodel.schema.json"))
    return schema
