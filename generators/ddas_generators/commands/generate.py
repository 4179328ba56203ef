"""``ddas generate``: make every artefact of every version, or say what differs."""

from __future__ import annotations

import argparse
from pathlib import Path

from ddas.errors import DdasError
from ddas_generators.editions.edition import Edition, build_editions, load_versions
from ddas_generators.editions.seals import find_broken_norms, find_broken_seals
from ddas_generators.editions.write import apply_differences, find_differences, make_artefacts
from ddas_generators.emit import EMITTERS
from ddas_generators.model.located_cases import list_case_faults
from ddas_generators.model.register import find_checkout

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> int:
    """Exit code 1 when something differs (``--check``) or an adopted version is no longer what was adopted."""
    root = find_checkout((arguments.root or Path.cwd()).resolve())
    chosen = tuple(e for e in EMITTERS if arguments.only in (None, e.name))
    if not chosen:
        raise DdasError(f"Die emitter bestaat niet. Kies uit: {', '.join(e.name for e in EMITTERS)}.")
    versions = load_versions(root)
    # The norm first: what breaks it can also break the examples, and the artefacts are made from those.
    broken = find_broken_norms(root, versions)
    editions: tuple[Edition, ...] = ()
    if not broken:
        # What is sealed was held against its cases when it was sealed.
        faults = list_case_faults(root, [pair for pair in versions if not pair[0].status.is_sealed])
        editions = () if faults else build_editions(versions)
        broken = tuple(map(str, faults)) or find_broken_seals(root, editions)
    if broken:
        print(*broken, "Er is niets geschreven.", sep="\n")
        return 1
    files = {path: content for edition in editions for path, content in edition.files.items()}
    if arguments.only is not None:
        wanted = {path for e in editions for path in make_artefacts(e.specification, e.past, chosen)}
        files = {path: content for path, content in files.items() if path in wanted}
    return _bring_up_to_date(root / "generated", files, check=arguments.check, orphans=arguments.only is None)


def _bring_up_to_date(folder: Path, files: dict[str, bytes], *, check: bool, orphans: bool) -> int:
    differences = find_differences(folder, files, orphans=orphans)
    for difference in differences:
        print(f"{difference.kind:10} generated/{difference.path}")
    if not check:
        apply_differences(folder, files, differences)
        print(f"Klaar: {len(files)} bestanden, {len(differences)} gewijzigd.")
        return 0
    if differences:
        print(f"{len(differences)} bestanden zijn niet bijgewerkt. Voer uit: ddas generate")
        return 1
    print(f"In orde: {len(files)} bestanden zijn gelijk aan het model.")
    return 0
