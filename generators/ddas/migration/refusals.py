"""Why nothing was written, in Dutch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ddas.delivery.file_fault_name import FileFaultName
from ddas.delivery.line_counter import positions
from ddas.delivery.source import Source
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.errors import DdasError
from ddas.migration.migrator import Migrator
from ddas.migration.outcome import Refusal
from ddas.migration.recognition import Faults, Recognition
from ddas.validation.structure.fault_codes import FILE_FAULTS

__all__ = ["ImpossibleError", "explain_choices", "explain_impossible", "explain_invalid", "explain_unreadable"]

_TOO_LARGE = (
    "Hier staat een getal dat te groot is om te lezen en weer te schrijven. Verbeter het getal, of laat het veld weg."
)
_MOST_PLACES = 3


class ImpossibleError(Exception):
    """Records have no place in the newer version. ``faults``: where they are in it."""

    def __init__(self, faults: Faults) -> None:
        super().__init__()
        self.faults = faults


def explain_choices(migrator: Migrator) -> DdasError:
    """The exception for a pair of versions between which something must be chosen first."""
    shown = ", ".join(migrator.choices[:_MOST_PLACES])
    more = len(migrator.choices) - _MOST_PLACES
    return DdasError(
        f"Van {migrator.source} naar {migrator.target} kan nog niet worden omgezet. Niemand heeft nog gekozen wat er "
        f"gebeurt met: {shown}{f' en nog {more}' if more > 0 else ''}. Er is niets geschreven. Kies bij --to een "
        "andere versie, of vraag de beheerder van de standaard om die keuze."
    )


def explain_impossible(reasons: Iterable[str], faults: Faults, target: str) -> Refusal:
    """The refusal of a delivery of which records have no place in the newer version."""
    count = faults.count
    total = "1 onderdeel kan" if count == 1 else f"{count} onderdelen kunnen"
    return Refusal(
        message=f"{total} niet worden omgezet naar {target}, zoals {', '.join(faults.places)}: {'; '.join(reasons)}. "
        "Er is niets geschreven. Vul aan wat ontbreekt, of haal deze onderdelen en de verwijzingen ernaar uit het "
        "bestand, en zet het dan opnieuw om.",
        needs_person=True,
    )


def explain_unreadable(source: Source, fault: UnreadableDelivery) -> Refusal:
    """The refusal of bytes that are no delivery."""
    place = source.name
    if fault.offset is not None:
        line, column = positions(source, [fault.offset])[0]
        place = f"{place}:{line}:{column}"
    if fault.fault is FileFaultName.NUMBER_TOO_LARGE:
        return Refusal(message=f"{place}: {_TOO_LARGE}")
    words = FILE_FAULTS[fault.fault]
    return Refusal(message=f"{place}: {words.message} {words.remedy}")


def explain_invalid(found: Recognition, given: str | None, versions: Sequence[str]) -> Refusal:
    """The refusal of a delivery that is invalid in the version that was given.

    Raises:
        DdasError: no version was given and none accepts it: somebody has to say which it is.
    """
    if given is None:
        raise DdasError(
            f"Geen enkele versie tot en met {versions[-1]} accepteert dit bestand, dus is niet te zien welke versie "
            f"het is. Geef de versie met --from, bijvoorbeeld: --from {versions[0]}. "
            "Met ddas validate ziet u wat er mis is."
        )
    if not found.faults.count:
        raise DdasError(
            f"De lijst in dit bestand staat op een plaats die {given} niet kent. Kies bij --from een andere versie."
        )
    count = found.faults.count
    total = "1 onderdeel is fout" if count == 1 else f"{count} onderdelen zijn fout"
    return Refusal(
        message=f"Dit bestand is niet geldig in {given}: {total}, zoals {', '.join(found.faults.places)}. "
        f"Er is niets geschreven. Bekijk de fouten met: ddas validate --standard {given} BESTAND"
    )
