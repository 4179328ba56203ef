"""Is a concept ready to be adopted? Everything that is in the way, in Dutch."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from ddas.comparison.change import Breaks, Change, VersionStep
from ddas.comparison.compare import list_changes
from ddas.delivery.source import BytesSource
from ddas.findings import Level
from ddas.standard.matching import list_unfit_declarations
from ddas.standard.specification import Specification
from ddas.validation.checking import check_against
from ddas.validation.options import CheckOptions
from ddas_generators.lint import lint
from ddas_generators.model.load import load
from ddas_generators.model.register import RegisteredVersion, read_register
from ddas_generators.release.migrating import iter_migration_faults
from ddas_generators.release.syncing import plan_sync

__all__ = ["check_version", "iter_example_faults", "least_version_step"]

_STEPS = (VersionStep.REVISION, VersionStep.MINOR, VersionStep.MAJOR)


def check_version(root: Path, version: RegisteredVersion) -> tuple[str, ...]:
    """Every reason not to adopt this concept; empty when it is ready."""
    return tuple(_iter_problems(root, version))


def least_version_step(changes: Iterable[Change]) -> VersionStep | None:
    """The largest step that one of the changes forces; None without changes."""
    return max((c.step for c in changes), key=_STEPS.index, default=None)


def iter_example_faults(specification: Specification) -> Iterator[str]:
    """A text for each example that its own standard does not accept."""
    for example in specification.examples:
        source = BytesSource(example.content.encode(), example.name)
        report = check_against(source, specification, CheckOptions())
        if report.standard is None:
            yield f"Voorbeeld {example.name} is geen leesbare JSON. Herstel het."
            continue
        for finding in report.findings:
            if finding.level is Level.ERROR:
                yield f"Voorbeeld {example.name}, regel {finding.line}: {finding.label}. {finding.message}"


def _iter_problems(root: Path, version: RegisteredVersion) -> Iterator[str]:
    if not version.status.is_draft:
        yield f"{version.id.code} is al {version.status}. Alleen een concept kan worden vastgesteld."
        return
    yield from (str(finding) for finding in lint(root, version))
    specification = load(root, version)
    yield from iter_example_faults(specification)
    predecessor = next((v for v in read_register(root) if v.id.code == version.predecessor), None)
    if predecessor is None:
        if (
            version.predecessor is None
            and len([v for v in read_register(root) if v.id.domain == version.id.domain]) > 1
        ):
            yield f"{version.id.code} heeft geen voorganger. Noem die in model/versies.yaml."
        return
    if predecessor.status.is_draft:
        yield f"{version.id.code} volgt op {predecessor.id.code}, en dat is nog niet vastgesteld. Stel dat eerst vast."
    sync = plan_sync(root, version)
    if sync is not None and not sync.is_in_step:
        yield (
            f"{predecessor.id.code} is veranderd sinds {version.id.code} begon, en het concept loopt achter. "
            f"Neem dat over met: ddas release sync {version.id.code}"
        )
    previous = load(root, predecessor)
    known = {v.id.code: v for v in read_register(root)}
    yield from iter_migration_faults(specification, lambda code: load(root, known[code]))
    for path in list_unfit_declarations(previous, specification):
        yield f"Een hernoeming in wijzigingen/ noemt iets dat er niet is: {path}. Verbeter het pad of de waarde."
    changes = list_changes(previous, specification)
    yield from _iter_declaration_faults(specification, changes)
    yield from _iter_step_faults(version, predecessor, changes)


def _iter_declaration_faults(specification: Specification, changes: tuple[Change, ...]) -> Iterator[str]:
    real = {(str(c.kind), c.path): c for c in changes}
    declared = {(d.kind, d.path) for d in specification.declared_changes}
    for key, change in sorted(real.items()):
        if key not in declared:
            yield (
                f"Niet aangekondigd: {change.label or change.path}. Voeg toe aan wijzigingen/wijzigingen.yaml: "
                f"{{soort: {change.kind}, pad: {json.dumps(change.path, ensure_ascii=False)}, reden: ...}}"
            )
    for kind, path in sorted(declared - set(real)):
        yield f"Aangekondigd maar niet gedaan: {kind} {path}. Voer de wijziging uit of haal de aankondiging weg."


def _iter_step_faults(
    version: RegisteredVersion, predecessor: RegisteredVersion, changes: tuple[Change, ...]
) -> Iterator[str]:
    least = least_version_step(changes)
    if least is None:
        yield f"{version.id.code} is gelijk aan {predecessor.id.code}. Een versie zonder wijziging is niet nodig."
        return
    taken = VersionStep.MAJOR if version.id.version.major > predecessor.id.version.major else VersionStep.MINOR
    if _STEPS.index(taken) >= _STEPS.index(least) or version.accepted_step:
        return
    strict = [c.path or c.label for c in changes if c.breaks is Breaks.STRICTER]
    yield (
        f"De stap van {predecessor.id.code} naar {version.id.code} is te klein: {len(strict)} wijzigingen keuren "
        f"aanleveringen af die nu goed zijn ({', '.join(strict[:3])}). Kies een hoger hoofdnummer, of noteer in "
        "model/versies.yaml waarom de kleine stap is aanvaard: stap_aanvaard: reden"
    )
