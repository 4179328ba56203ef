"""The revisions of an adopted version: ``revisies.yaml`` beside its model."""

from __future__ import annotations

from pathlib import Path

from ddas.errors import ModelError
from ddas.standard.specification import Revision
from ddas_generators.model.records import Record, iter_records
from ddas_generators.model.register import RegisteredVersion, model_folder

__all__ = ["REVISIONS_FILE", "read_revisions"]

REVISIONS_FILE = "revisies.yaml"
_UNKNOWN = "onbekend"


def read_revisions(root: Path, version: RegisteredVersion) -> tuple[Revision, ...]:
    """The revisions, first one first; none when the version was never revised.

    Raises:
        ModelError: the file is wrong, or its revisions are not 1 up to that of the register.
    """
    path = model_folder(root, version) / REVISIONS_FILE
    revisions = tuple(_revision(r) for r in iter_records(path, root, "revisies")) if path.is_file() else ()
    numbers = [r.number for r in revisions]
    if numbers != list(range(1, version.revision + 1)):
        listed = ", ".join(map(str, numbers)) or "geen"
        raise ModelError(
            f"{path.relative_to(root).as_posix()}: hier staan de revisies {listed}, en het register noemt voor "
            f"{version.id.code} revisie {version.revision}. Zijn twee takken samengevoegd, voer dan uit: "
            "ddas release merge"
        )
    return revisions


def _revision(r: Record) -> Revision:
    number, day = r.number("revisie"), r.plain("datum", _UNKNOWN)
    for bookkeeping in ("wijzigingen", "bestanden"):
        r.plain(bookkeeping)
    return Revision(
        number=number or 0,
        date=None if day == _UNKNOWN else str(day),
        reason=r.text("reden"),
        accepted=r.text("aanvaard", ""),
        stricter=r.texts("strenger", ()),
    )
