"""The ids of faults that are not in a model: structure (per domain ``SHV-S..``) and files (``DDAS-B..``)."""

from __future__ import annotations

from dataclasses import dataclass

from ddas.delivery.file_fault_name import FileFaultName
from ddas.standard.identity import BASE_URI

__all__ = [
    "CODES_URI",
    "FILE_FAULTS",
    "FILE_FAULT_TITLE",
    "SAMENLOOP",
    "SAMENLOOP_EXPLANATION",
    "SAMENLOOP_TITLE",
    "STRUCTURAL_EXPLANATIONS",
    "STRUCTURAL_REMEDIES",
    "STRUCTURAL_RULES",
    "FileFault",
]

CODES_URI = f"{BASE_URI}controleren.html#fouten-in-de-opbouw-en-in-het-bestand"
"""Address of the page that lists the codes that belong to no version."""

STRUCTURAL_RULES: dict[str, tuple[str, str]] = {
    "required": ("S01", "Een verplicht veld ontbreekt"),
    "type": ("S02", "Een waarde heeft het verkeerde type"),
    "enum": ("S03", "Een waarde staat niet in de waardenlijst"),
    "format:date": ("S04", "Een datum is niet goed geschreven"),
    "format:date-time": ("S05", "Een datum met tijd is niet goed geschreven"),
    "format:email": ("S06", "Een e-mailadres is niet goed geschreven"),
    "additionalProperties": ("S07", "Een sleutel is hier niet toegestaan"),
    "minItems": ("S08", "Een lijst heeft te weinig onderdelen"),
    "maxItems": ("S09", "Een lijst heeft te veel onderdelen"),
    "uniqueItems": ("S10", "Een lijst heeft twee gelijke onderdelen"),
}
"""Keyword of the wire schema → number and name."""

STRUCTURAL_EXPLANATIONS: dict[str, str] = {
    "required": "Zonder dit veld keurt het schema de aanlevering af.",
    "type": "Het schema legt per veld vast of er een tekst, een getal, true of false of een lijst hoort.",
    "enum": "Van dit veld liggen de mogelijke waarden vast. Een andere waarde keurt het schema af.",
    "format:date": "Een datum is een bestaande dag, geschreven als jaar-maand-dag met streepjes.",
    "format:date-time": "Een datum met tijd heeft ook een tijdzone, zodat het moment vaststaat.",
    "format:email": "Naar dit adres stuurt CBS berichten. Een e-mailadres heeft altijd een apenstaartje.",
    "additionalProperties": "Op deze plek staat het schema alleen de velden van de standaard toe.",
    "minItems": "Het schema vraagt in deze lijst een minimum aantal onderdelen.",
    "maxItems": "Het schema staat in deze lijst een maximum aantal onderdelen toe.",
    "uniqueItems": "In deze lijst mag elk onderdeel maar één keer staan.",
}
"""Keyword of the wire schema → why it matters, for application managers."""

STRUCTURAL_REMEDIES: dict[str, str] = {
    "required": "Voeg het veld toe en vul het in.",
    "type": "Kijk in de melding wat er hoort te staan. Is er niets in te vullen, laat het veld dan weg: null mag niet.",
    "enum": "Kies een waarde uit de lijst en schrijf haar precies zo; let op hoofdletters en spaties.",
    "format:date": "Schrijf eerst het jaar, dan de maand, dan de dag: 2025-03-14.",
    "format:date-time": "Schrijf de datum, een T, de tijd en de tijdzone: 2025-07-01T09:30:00+02:00.",
    "format:email": "Schrijf één e-mailadres, zonder naam of haakjes eromheen.",
    "additionalProperties": "Verander de naam van het veld als er een ander veld is bedoeld. Haal het anders weg.",
    "minItems": "Zet minstens één onderdeel in de lijst.",
    "maxItems": "Haal de onderdelen weg die er niet in horen.",
    "uniqueItems": "Haal het onderdeel weg dat er dubbel in staat.",
}
"""Keyword of the wire schema → what to do in general; a finding says it for its own field."""


@dataclass(frozen=True, slots=True)
class FileFault:
    """Why a file could not be read as a delivery at all."""

    id: str
    message: str
    remedy: str


_EDIT = "Maak het bestand opnieuw met uw software, of vraag uw softwareleverancier om het te herstellen."
_UTF8 = "Sla het bestand op als UTF-8 zonder BOM, of vraag uw softwareleverancier om dat te doen."

FILE_FAULTS: dict[FileFaultName, FileFault] = {
    FileFaultName.EMPTY: FileFault(
        "DDAS-B01", "Het bestand is leeg.", "Maak het bestand opnieuw en kies het juiste bestand."
    ),
    FileFaultName.BYTE_ORDER_MARK: FileFault(
        "DDAS-B02",
        "Het bestand begint met een onzichtbaar teken (een BOM). Daardoor kan andere software het weigeren.",
        _UTF8,
    ),
    FileFaultName.UTF_16: FileFault(
        "DDAS-B03", "Het bestand is opgeslagen als UTF-16. Een aanlevering is UTF-8.", _UTF8
    ),
    FileFaultName.NO_UTF_8: FileFault(
        "DDAS-B04",
        "Het bestand is geen UTF-8: hier staat een teken dat anders is opgeslagen, vaak een letter met een accent.",
        _UTF8,
    ),
    FileFaultName.TRUNCATED: FileFault(
        "DDAS-B05",
        "Het bestand houdt te vroeg op: er ontbreekt een stuk aan het einde.",
        "Maak of kopieer het bestand opnieuw en controleer of het helemaal is overgekomen.",
    ),
    FileFaultName.NO_JSON: FileFault(
        "DDAS-B06",
        "Dit is geen JSON-bestand. Een aanlevering is JSON en begint met een accolade.",
        "Kies het JSON-bestand dat uw software maakt voor CBS.",
    ),
    FileFaultName.COMMA: FileFault(
        "DDAS-B07", "De JSON klopt hier niet: er ontbreekt een komma of een sluitend haakje.", _EDIT
    ),
    FileFaultName.COLON: FileFault(
        "DDAS-B07", "De JSON klopt hier niet: achter een sleutel ontbreekt de dubbele punt.", _EDIT
    ),
    FileFaultName.KEY: FileFault(
        "DDAS-B07",
        "De JSON klopt hier niet: er hoort een sleutel tussen dubbele aanhalingstekens te staan. "
        "Vaak staat er een komma te veel.",
        _EDIT,
    ),
    FileFaultName.EXTRA_COMMA: FileFault("DDAS-B07", "De JSON klopt hier niet: er staat een komma te veel.", _EDIT),
    FileFaultName.VALUE: FileFault("DDAS-B07", "De JSON klopt hier niet: er ontbreekt een waarde.", _EDIT),
    FileFaultName.AFTER_THE_END: FileFault(
        "DDAS-B07", "De JSON klopt hier niet: na het einde van de aanlevering staat nog meer tekst.", _EDIT
    ),
    FileFaultName.LINE_BREAK_IN_TEXT: FileFault(
        "DDAS-B07", "De JSON klopt hier niet: in een tekst staat een regeleinde of een ander stuurteken.", _EDIT
    ),
    FileFaultName.BACKSLASH: FileFault(
        "DDAS-B07", "De JSON klopt hier niet: in een tekst staat een backslash met een verkeerd teken erachter.", _EDIT
    ),
    FileFaultName.OPEN_TEXT: FileFault(
        "DDAS-B07", "De JSON klopt hier niet: bij een tekst ontbreekt het sluitende aanhalingsteken.", _EDIT
    ),
    FileFaultName.NO_NUMBER: FileFault(
        "DDAS-B08",
        "Hier staat NaN of Infinity. Dat is geen getal dat JSON kent.",
        "Laat het veld weg als er geen bedrag is.",
    ),
    FileFaultName.TOO_DEEP: FileFault(
        "DDAS-B09",
        "Het bestand heeft te veel haakjes in elkaar. Zo diep is een aanlevering nooit.",
        _EDIT,
    ),
    FileFaultName.NUMBER_TOO_LONG: FileFault("DDAS-B10", "Hier staat een getal van duizenden cijfers.", _EDIT),
    FileFaultName.HALF_CHARACTER: FileFault(
        "DDAS-B11",
        "Hier staat een half teken: een code van een bijzonder teken waarvan de andere helft ontbreekt.",
        _EDIT,
    ),
    FileFaultName.NO_DELIVERY: FileFault(
        "DDAS-B12",
        "Dit is wel JSON, maar geen aanlevering voor DDAS: geen van de verwachte velden staat erin.",
        "Kies het bestand dat uw software maakt voor CBS.",
    ),
    FileFaultName.DOUBLE_LIST: FileFault(
        "DDAS-B13",
        "In één onderdeel staat dezelfde lijst met gegevens twee keer. Het is niet te zien welke van de twee geldt.",
        _EDIT,
    ),
    FileFaultName.TOO_LARGE: FileFault(
        "DDAS-B14",
        "Eén onderdeel van het bestand is zo groot dat het geen echte aanlevering kan zijn.",
        _EDIT,
    ),
}
"""Why a file cannot be read → id and texts."""

FILE_FAULT_TITLE = "Het bestand is niet te lezen"

SAMENLOOP = FileFault(
    "DDAS-C01",
    "Dezelfde cliënt heeft in deze bestanden trajecten die elkaar overlappen, van verschillende organisaties.",
    "U hoeft niets te doen als beide organisaties deze cliënt hielpen: CBS voegt de trajecten samen tot één traject. "
    "Klopt dat niet, controleer dan in beide bestanden de cliënt en de datums.",
)
"""What only shows when several files are laid side by side."""

SAMENLOOP_TITLE = "Een cliënt heeft trajecten bij verschillende organisaties"
SAMENLOOP_EXPLANATION = "Dit is geen fout. CBS maakt van zulke trajecten één traject."
