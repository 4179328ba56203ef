"""Cases of rules that say something else than the check does, with their file and line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ddas.standard.specification import Specification
from ddas.validation.case_verdicts import iter_case_faults
from ddas_generators.model.register import RegisteredVersion, model_folder
from ddas_generators.model.yaml_source import Location, read_yaml

__all__ = ["LocatedCaseFault", "list_case_faults"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LocatedCaseFault:
    """A case that contradicts the check. ``location``: of the case in ``regels.yaml``; ``message``: Dutch."""

    location: Location
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.location}: {self.rule}: {self.message}"


def list_case_faults(
    root: Path, pairs: Iterable[tuple[RegisteredVersion, Specification]]
) -> tuple[LocatedCaseFault, ...]:
    """The cases of these versions that contradict the check, in listed order; runs every one of them."""
    return tuple(fault for version, specification in pairs for fault in _iter_faults(root, version, specification))


def _iter_faults(root: Path, version: RegisteredVersion, specification: Specification) -> Iterator[LocatedCaseFault]:
    faults = tuple(iter_case_faults(specification))
    if not faults:
        return
    source = read_yaml(model_folder(root, version) / "regels.yaml", root)
    for fault in faults:
        step = () if fault.step is None else ("wijziging", fault.step)
        yield LocatedCaseFault(
            location=source.locate("regels", fault.rule_number, "gevallen", fault.case_number, *step),
            rule=fault.rule.id,
            message=fault.message,
        )
