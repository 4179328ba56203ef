"""Why nothing was written, in Dutch."""

from __future__ import annotations

from ddas.delivery.file_fault_name import FileFaultName
from ddas.errors import DdasError
from ddas.migration.element_reader import UnreadableError
from ddas.migration.outcome import Refusal
from ddas.migration.recognition import Inspection
from ddas.validation.structure.fault_codes import FILE_FAULTS

__all__ = ["explain_invalid", "explain_unreadable"]

_OWN_FAULTS = {
    "dubbele lijst": (
        "Een lijst met leveringen, trajecten of signalen staat twee keer in hetzelfde object.",
        "Laat één van de twee staan.",
    ),
    "te groot getal": (
        "Hier staat een getal dat te groot is om te lezen en weer te schrijven.",
        "Verbeter het getal, of laat het veld weg.",
    ),
}


def explain_unreadable(file: str, error: UnreadableError) -> Refusal:
    """The refusal of bytes that are no delivery."""
    if error.fault in _OWN_FAULTS:
        message, remedy = _OWN_FAULTS[error.fault]
    else:
        words = FILE_FAULTS[FileFaultName(error.fault)]
        message, remedy = words.message, words.remedy
    place = file if error.line is None else f"{file}:{error.line}:{error.column}"
    return Refusal(message=f"{place}: {message} {remedy}")


def explain_invalid(found: Inspection, given: str | None, target: str) -> Refusal:
    """The refusal of a delivery that is invalid in the version that was given.

    Raises:
        DdasError: no version was given and none accepts it: somebody has to say which it is.
    """
    if given is None:
        raise DdasError(
            f"Geen enkele versie tot en met {target} accepteert dit bestand, dus is niet te zien welke versie het is. "
            "Geef de versie met --from, bijvoorbeeld: --from " + next(iter(found.places)) + ". "
            "Met ddas validate ziet u wat er mis is."
        )
    if not found.faults[given]:
        raise DdasError(
            f"De lijst in dit bestand staat op een plaats die {given} niet kent. Kies bij --from een andere versie."
        )
    count = found.faults[given]
    total = "1 onderdeel is fout" if count == 1 else f"{count} onderdelen zijn fout"
    return Refusal(
        message=f"Dit bestand is niet geldig in {given}: {total}, zoals {', '.join(found.places[given])}. "
        f"Er is niets geschreven. Bekijk de fouten met: ddas validate --standard {given} BESTAND"
    )
