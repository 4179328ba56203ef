"""The versions that a migration goes through, as it needs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import pairwise
from typing import Any

from ddas.errors import DdasError
from ddas.migration.derivation import complete_migrator
from ddas.migration.migrator import Migrator
from ddas.migration.pairs.migrators import MIGRATORS
from ddas.standard.canonical import canonical_form
from ddas.standard.catalog import find_specification, iter_headers
from ddas.standard.record_layout import RecordLayout, layout_of
from ddas.standard.specification import Specification
from ddas.standard.status import Status
from ddas.standard.wire_schema import build_json_schema

__all__ = ["Version", "chain_of", "choose_source", "line_of", "load_versions", "refuse_other_domain"]


class Version:
    """One version. ``layout``: where its records stand; ``skipped``: the withdrawn drafts just before it."""

    def __init__(self, specification: Specification, skipped: tuple[Specification, ...] = ()) -> None:
        self.specification = specification
        self.skipped = skipped
        self.layout: RecordLayout = layout_of(specification)

    @property
    def code(self) -> str:
        """Such as ``shv-v1.0``."""
        return self.specification.id.code

    @cached_property
    def schema(self) -> Mapping[str, Any]:
        """The wire schema in canonical form."""
        schema: Mapping[str, Any] = canonical_form(build_json_schema(self.specification))
        return schema

    def record_schema(self, path: tuple[str, ...]) -> Mapping[str, Any]:
        """The schema of a record of the list at ``path``."""
        schema = self.schema
        for key in path:
            schema = schema["properties"][key]["items"]
        return schema

    @cached_property
    def envelope_schema(self) -> Mapping[str, Any]:
        """The schema of the document without its records: their lists may hold anything, and leveringen be equal."""
        schema: Mapping[str, Any] = self.schema
        for part in self.layout.lists:
            schema = _without_records(schema, part.path)
        return schema


def load_versions(target: str) -> dict[str, Version]:
    """Every version from which the target may be reached, by code, oldest first; the target is the last.

    Raises:
        DdasError: the target does not exist.
    """
    return line_of(find_specification(target), find_specification)


def line_of(
    target: Specification, find: Callable[[str], Specification], *, most: int | None = None
) -> dict[str, Version]:
    """A version and those before it, by their predecessors; a draft that was withdrawn is no stop on the way.

    ``most``: how many versions at most; None follows them to the first.
    """
    found: list[Version] = []
    at: Specification | None = target
    while at is not None:
        skipped: list[Specification] = []
        is_last = most is not None and len(found) + 1 == most
        before = find(at.predecessor) if at.predecessor and not is_last else None
        while before is not None and before.status is Status.WITHDRAWN:
            skipped.insert(0, before)
            before = find(before.predecessor) if before.predecessor else None
        found.insert(0, Version(at, tuple(skipped) if before is not None else ()))
        at = before
    return {version.code: version for version in found}


def chain_of(versions: Iterable[Version]) -> tuple[Migrator, ...]:
    """The migrators between these versions, oldest first: what somebody chose, and what the declarations say."""
    written = {(m.source, m.target): m for m in MIGRATORS}
    return tuple(
        complete_migrator(written.get((a.code, b.code)), (a.specification, *b.skipped, b.specification))
        for a, b in pairwise(versions)
    )


def choose_source(source: str, target: str, versions: Mapping[str, Version]) -> str:
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


def refuse_other_domain(envelope: Mapping[str, object], target: Version) -> None:
    """Refuse a delivery that holds the list of another domain and not that of the target.

    Raises:
        DdasError: it does.
    """
    domain = target.specification.domain
    holders = [envelope.get(key) for key in target.layout.holder_path]
    keys = set(envelope).union(
        *(d for held in holders for d in (held if isinstance(held, list) else ()) if isinstance(d, dict))
    )
    for other in {h.domain.name: h.domain for h in iter_headers()}.values():
        if other != domain and other.listing in keys and domain.listing not in keys:
            raise DdasError(
                f"Dit is een levering voor {other.title.lower()}, en {target.code} hoort bij {domain.title.lower()}. "
                f"Kies bij --to een versie van {other.title.lower()}."
            )


def _without_records(schema: Mapping[str, Any], path: tuple[str, ...]) -> Mapping[str, Any]:
    key, *rest = path
    held = schema["properties"][key]
    if rest:
        cut = {**held, "items": _without_records(held["items"], tuple(rest)), "uniqueItems": False}
    else:
        cut = {"type": "array"}
    return {**schema, "properties": {**schema["properties"], key: cut}}
