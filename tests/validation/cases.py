"""Faulty deliveries as data: a base example, one change, and the findings that must follow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

TRAJECT = "/leveringen/0/schuldhulptrajecten/0"
ORGANISATION = "/leveringen/0/aanleverende_organisatie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """``path`` is a JSON Pointer in the example ``volledig``; ``value`` is put there, ``DELETE`` removes it."""

    name: str
    path: str
    value: Any
    rule: str
    words: str
    remedy: str = ""
    pointer: str | None = None


DELETE = object()

CASES = (
    Case(name="required field missing", path=f"{TRAJECT}/gemeentecode", value=DELETE, rule="SHV-S01",
         words="Het verplichte veld `gemeentecode` ontbreekt.", remedy="Voeg het veld toe."),
    Case(name="required field of the root missing", path="/einddatumLevering", value=DELETE, rule="SHV-S01",
         words="`einddatumLevering` ontbreekt"),
    Case(name="null for absent", path=f"{TRAJECT}/aanmelding/einddatum", value=None, rule="SHV-S02",
         words="Hier staat null", remedy="Laat het veld helemaal weg"),
    Case(name="null for a required field", path="/codeGegevensleverancier", value=None, rule="SHV-S02",
         words="Hier staat null", remedy="Vul het veld in"),
    Case(name="amount with cents", path=f"{TRAJECT}/schulden/0/bedrag", value=1200.5, rule="SHV-S02",
         words="cijfers achter de komma", remedy="hele euro's"),
    Case(name="amount as text", path=f"{TRAJECT}/schulden/0/bedrag", value="1.200,00", rule="SHV-S02",
         words="Hier staat een tekst, maar er hoort een heel getal", remedy="Haal de aanhalingstekens weg"),
    Case(name="amount true", path=f"{TRAJECT}/schulden/0/bedrag", value=True, rule="SHV-S02",
         words="Hier staat true of false", remedy="alleen cijfers"),
    Case(name="number as KvK", path=f"{ORGANISATION}/KvK-nummer", value=90000001, rule="SHV-S02",
         words="Hier staat een getal, maar er hoort een tekst", remedy="nullen vooraan"),
    Case(name="list as text", path=f"{TRAJECT}/omschrijving", value=[], rule="SHV-S02",
         words="Hier staat een lijst", remedy="één tekst"),
    Case(name="yes as text", path=f"{TRAJECT}/aanmelding/crisisinterventie", value="ja", rule="SHV-S02",
         words="er hoort true of false", remedy="true voor ja"),
    Case(name="one client without brackets", path=f"{TRAJECT}/client", value={}, rule="SHV-S02",
         words="een lijst tussen vierkante haken", remedy="ook als het er maar één is"),
    Case(name="empty text for an object", path=f"{TRAJECT}/intake", value="", rule="SHV-S02",
         words="Hier staat een lege tekst", remedy="Laat het veld helemaal weg"),
    Case(name="list for an object", path=f"{TRAJECT}/intake", value=[{}], rule="SHV-S02",
         words="Hier staat een lijst", remedy="tussen accolades"),
    Case(name="value not in list", path=f"{TRAJECT}/uitstroom/reden", value="afgerond", rule="SHV-S03",
         words="Toegestaan: Overleden, Verhuisd", remedy="let op hoofdletters"),
    Case(name="empty value of a list", path=f"{TRAJECT}/oplossing/soort", value="", rule="SHV-S03",
         words="Dit veld is leeg", remedy="Laat het veld helemaal weg"),
    Case(name="wrong type for a list value", path=f"{TRAJECT}/uitstroom/reden", value=3, rule="SHV-S02",
         words="een waarde uit de waardenlijst", remedy="Schrijf een van de waarden"),
    Case(name="empty text for a date", path=f"{TRAJECT}/aanmelding/einddatum", value="", rule="SHV-S04",
         words="Dit veld is leeg", remedy="Laat het veld helemaal weg"),
    Case(name="empty text for a required date", path="/startdatumLevering", value="", rule="SHV-S04",
         words="Dit veld is leeg", remedy="Vul het veld in"),
    Case(name="Dutch date", path=f"{TRAJECT}/startdatum", value="14-03-2025", rule="SHV-S04",
         words="andere volgorde", remedy="eerst het jaar"),
    Case(name="date with time", path=f"{TRAJECT}/startdatum", value="2025-03-14T00:00:00", rule="SHV-S04",
         words="nog een tijd", remedy="alleen de dag"),
    Case(name="date without dashes", path=f"{TRAJECT}/startdatum", value="20250314", rule="SHV-S04",
         words="streepjes", remedy="streepjes"),
    Case(name="day unknown", path=f"{TRAJECT}/startdatum", value="2025-03-00", rule="SHV-S04",
         words="00", remedy="laat het veld weg"),
    Case(name="day that does not exist", path=f"{TRAJECT}/startdatum", value="2025-02-29", rule="SHV-S04",
         words="bestaat niet op de kalender", remedy="juiste datum"),
    Case(name="no date at all", path=f"{TRAJECT}/startdatum", value="gisteren", rule="SHV-S04",
         words="geen datum in de vorm jaar-maand-dag"),
    Case(name="time without zone", path="/aanleverdatumEnTijd", value="2025-07-15T09:30:00", rule="SHV-S05",
         words="tijdzone ontbreekt", remedy="+02:00"),
    Case(name="time missing", path="/aanleverdatumEnTijd", value="2025-07-15", rule="SHV-S05",
         words="alleen een datum", remedy="+02:00"),
    Case(name="space between date and time", path="/aanleverdatumEnTijd", value="2025-07-15 09:30:00Z",
         rule="SHV-S05", words="een spatie"),
    Case(name="time empty", path="/aanleverdatumEnTijd", value="", rule="SHV-S05", words="Dit veld is leeg",
         remedy="moment van aanleveren"),
    Case(name="hour 25", path="/aanleverdatumEnTijd", value="2025-07-15T25:30:00Z", rule="SHV-S05",
         words="of het moment bestaat niet"),
    Case(name="e-mail without at", path=f"{ORGANISATION}/contactpersonen/0/email", value="jan.example",
         rule="SHV-S06", words="apenstaartje"),
    Case(name="e-mail empty", path=f"{ORGANISATION}/contactpersonen/0/email", value="", rule="SHV-S06",
         words="Dit veld is leeg", remedy="Vul het veld in als dit geldt"),
    Case(name="key not allowed", path=f"{TRAJECT}/Omschrijving", value="x", rule="SHV-S07",
         words="De naam lijkt op `omschrijving`", remedy="Verander dan de naam"),
    Case(name="key not allowed that must not be shown", path=f"{TRAJECT}/999990019", value="x", rule="SHV-S07",
         words="De standaard kent dit veld hier niet", remedy="Haal het veld weg", pointer=TRAJECT),
    Case(name="no client in the list", path=f"{TRAJECT}/client", value=[], rule="SHV-S08",
         words="minstens 1 cliënt", remedy="Zet er minstens 1 cliënt in."),
    Case(name="no delivery in the list", path="/leveringen", value=[], rule="SHV-S08",
         words="minstens 1 levering", remedy="Zet er minstens 1 levering in."),
    Case(name="three clients", path=f"{TRAJECT}/client", value=[{}, {}, {}], rule="SHV-S09",
         words="hoogstens 2 keer cliënt"),
    Case(name="sex not in list", path=f"{TRAJECT}/client/0/Geslachtsaanduiding", value="V", rule="SHV-013",
         words="Toegestaan: Man, Vrouw, Onbekend, Leeg."),
    Case(name="key with a capital", path=f"{ORGANISATION}/Postcode", value="x", rule="SHV-050",
         words="De naam lijkt op `postcode`"),
    Case(name="search word for a key", path=f"{TRAJECT}/client/0/BSN", value="x", rule="SHV-050",
         words="De naam lijkt op `Burgerservicenummer`"),
    Case(name="name of a person as key", path=f"{TRAJECT}/intake/Jan Jansen", value="x", rule="SHV-051",
         words="niet kent", pointer=f"{TRAJECT}/intake"),
    Case(name="date as a number", path=f"{TRAJECT}/startdatum", value=20250314, rule="SHV-S02",
         words="er hoort een datum", remedy='"2025-03-14"'),
    Case(name="sex as a number", path=f"{TRAJECT}/client/0/Geslachtsaanduiding", value=2, rule="SHV-S02",
         words="er hoort een tekst", remedy="Toegestaan: Man, Vrouw"),
    Case(name="null for a field that a rule requires", path=f"{TRAJECT}/client", value=None, rule="SHV-S02",
         words="Hier staat null", remedy="het is verplicht"),
    Case(name="null for a conditional field", path=f"{TRAJECT}/uitstroom", value=None, rule="SHV-S02",
         words="Hier staat null", remedy="als dit geldt: De einddatum van het traject is gevuld."),
    Case(name="key with a slip", path=f"{TRAJECT}/intake/einddatm", value="x", rule="SHV-050",
         words="De naam lijkt op `einddatum`"),
    Case(name="key in the wrong place", path=f"{TRAJECT}/intake/schuldsoort", value="x", rule="SHV-050",
         words="op een andere plek"),
    Case(name="other key", path=f"{TRAJECT}/intake/kleurcode", value="x", rule="SHV-051", words="niet kent"),
    Case(name="key that must not be shown", path=f"{TRAJECT}/intake/bsn 999990019", value="x", rule="SHV-051",
         words="niet kent", pointer=f"{TRAJECT}/intake"),
)  # fmt: skip
