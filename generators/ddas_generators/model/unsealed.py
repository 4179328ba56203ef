"""Adopted versions without their seals: nothing would notice when they change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ddas_generators.model.register import RegisteredVersion, read_register
from ddas_generators.model.yaml_source import Location, read_yaml

__all__ = ["MissingSeal", "list_missing_seals"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingSeal:
    """An adopted version that misses digests. ``location``: of its row in the register; ``message``: Dutch."""

    location: Location
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.location}: {self.code}: {self.message}"


def list_missing_seals(root: Path) -> tuple[MissingSeal, ...]:
    """The versions in the register of the checkout ``root`` that must be sealed and miss a digest, in its order."""
    return tuple(_iter_missing(root))


def _iter_missing(root: Path) -> Iterator[MissingSeal]:
    source = read_yaml(root / "model" / "versies.yaml", root)
    rows = {(row["domein"], row["versie"]): index for index, row in enumerate(source.data["versies"])}
    for version in read_register(root):
        names = _missing(version)
        if names:
            index = rows[version.id.domain.name, str(version.id.version)]
            yield MissingSeal(
                location=source.locate("versies", index),
                code=version.id.code,
                message=f"deze versie is {version.status}, maar mist {' en '.join(names)}. Zet terug wat er stond, "
                f"met git. Is zij nog nooit verzegeld, voer dan uit: ddas release adopt {version.id.code} --published",
            )


def _missing(version: RegisteredVersion) -> list[str]:
    if not version.status.is_sealed:
        return []
    digests = {"wire": version.wire_digest, "norm": version.norm_digest, "uitgave": version.edition_digest}
    return [f"het controlegetal '{name}'" for name, digest in digests.items() if not digest]
