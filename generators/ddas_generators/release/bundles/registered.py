"""A bundle against the register and the model of a checkout."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ddas.rendering.printable import make_printable
from ddas_generators.model.register import RegisteredVersion, read_register
from ddas_generators.release.bundles.provenance import list_model_digests
from ddas_generators.release.bundles.reading import Entry, Index, Statement
from ddas_generators.release.bundles.verdict import Mark, Verdict

__all__ = ["iter_register_verdicts"]

_REGISTER = "model/versies.yaml"


def iter_register_verdicts(index: Index, statement: Statement | None, root: Path | None) -> Iterator[Verdict]:
    """Whether the digests of each version are those of the register, and the model is still what it was made from."""
    if root is None:
        yield Verdict(mark=Mark.NOTE, subject="register", message="niet vergeleken, want hier staat geen model.")
        return
    register = {version.id.code: version for version in read_register(root)}
    faults = [
        Verdict(mark=Mark.WRONG, subject=make_printable(entry.code), message=message)
        for entry in index.versions
        if (message := _find_fault(entry, register.get(entry.code)))
    ]
    yield from faults
    if not faults:
        message = f"de controlegetallen van {len(index.versions)} versies zijn gelijk aan {_REGISTER}."
        yield Verdict(mark=Mark.RIGHT, subject="register", message=message)
    left = sorted(register.keys() - {entry.code for entry in index.versions})
    if left:
        message = f"niet in deze bundel, wel in {_REGISTER}: {', '.join(left)}."
        yield Verdict(mark=Mark.NOTE, subject="register", message=message)
    if statement:
        yield _compare_model(statement, root)


def _find_fault(entry: Entry, version: RegisteredVersion | None) -> str | None:
    if version is None:
        return f"staat niet in {_REGISTER}. Vraag de uitgever wat deze versie is."
    if entry.revision != version.revision:
        return (
            f"de bundel heeft revisie {entry.revision}, en {_REGISTER} heeft revisie {version.revision}. "
            "Vergelijk met het model van toen, of neem de bundel van nu."
        )
    seals = entry.digests
    pairs = {
        "wire": (seals.wire, version.wire_digest),
        "norm": (seals.norm, version.norm_digest),
        "uitgave": (seals.edition, version.edition_digest),
    }
    other = [f"'{name}'" for name, (held, registered) in pairs.items() if (held or "") != registered]
    if not other:
        return None
    return f"het controlegetal {' en '.join(other)} is anders dan in {_REGISTER}. Gebruik deze bundel niet."


def _compare_model(statement: Statement, root: Path) -> Verdict:
    """Only worth a note: a concept goes on, and an older bundle stays what it was."""
    now, then = list_model_digests(root), statement.materials
    other = sorted(path for path in now.keys() | then.keys() if now.get(path) != then.get(path))
    if not other:
        message = f"de bundel is gemaakt uit precies dit model, {len(now)} bestanden."
        return Verdict(mark=Mark.RIGHT, subject="herkomst", message=message)
    message = f"dit model is niet meer dat waaruit de bundel is gemaakt: {len(other)} bestanden zijn anders, zoals"
    return Verdict(mark=Mark.NOTE, subject="herkomst", message=f"{message} {make_printable(other[0])}.")
