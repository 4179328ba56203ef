"""Vroegsignalering v0.9 → v1.0: three code values, and a legal person that moved to another reason."""

from __future__ import annotations

from typing import Any

from ddas.migration.migrator import Migrator
from ddas.migration.steps import MappedValue, MapValues, Special
from ddas.migration.tally import Kind
from ddas.migration.work import Work

__all__ = ["VS_V0_9_TO_V1_0"]

_CASE = "leveringen[].vroegsignaalzaken[]"
_SIGNAL = "leveringen[].vroegsignalen[]"
_OTHER_REASON = "Niet opgepakt: andere reden"
_LEGAL_PERSON = (
    "een rechtspersoon hoort sinds v1.0 bij ‘Niet opgepakt: onterecht signaal’; "
    "of het daarom ging, staat niet in het bestand"
)

_CONTACTS = (MappedValue(old="Overige", new=None, reason="v1.0 heeft geen restwaarde voor een contactpoging."),)


def _make_note(path: str, key: str) -> Special:
    """Counts where a legal person may stand behind the value; nothing changes."""

    def note(holder: dict[str, Any], work: Work) -> None:
        if holder.get(key) == _OTHER_REASON:
            work.tally.add(Kind.NOTED, f"{path}.{key}", reason=_LEGAL_PERSON)

    return Special(path=path, run=note)


VS_V0_9_TO_V1_0 = Migrator(
    source="vs-v0.9",
    target="vs-v1.0",
    steps=(
        _make_note(_SIGNAL, "status"),
        _make_note(_CASE, "resultaat"),
        MapValues(path=f"{_CASE}.resultaat", values=(), absence="een zaak zonder resultaat geldt als open"),
        MapValues(
            path=f"{_CASE}.contactpogingen[].soort",
            values=_CONTACTS,
            absence="de contactpoging blijft, zonder soort; in v1.2 bestaat de waarde ‘Overige’ weer",
        ),
    ),
)
