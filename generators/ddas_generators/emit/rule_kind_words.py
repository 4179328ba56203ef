"""Each kind of rule in one Dutch sentence."""

from __future__ import annotations

__all__ = ["RULE_KIND_WORDS"]

RULE_KIND_WORDS: dict[str, str] = {
    "aantal_gevuld": "Van deze velden is een bepaald aantal gevuld, niet meer en niet minder.",
    "bereik": "Het getal ligt tussen een ondergrens en een bovengrens; de grenzen zelf mogen ook.",
    "een_verwijzing": "Naar een onderdeel wordt hoogstens één keer verwezen.",
    "elfproef": "Het nummer heeft negen cijfers en voldoet aan de elfproef.",
    "geboortedatum": "De geboortedatum is een bestaande dag, niet te lang geleden en niet na de dag van aanleveren.",
    "geboortedatum_onvolledig": "Van de geboortedatum zijn de dag en de maand bekend: er staat geen 00.",
    "geen_samenloop": "Eén cliënt heeft in één levering geen twee trajecten die elkaar in de tijd overlappen.",
    "gelijk": "Velden die hetzelfde zeggen, hebben dezelfde waarde.",
    "gemeente_bestaat": "De gemeentecode hoort bij een gemeente die in de leverperiode bestond.",
    "gevuld": "Het veld is gevuld, soms alleen als aan een voorwaarde is voldaan.",
    "gevuld_een_van": "Van een paar groepen velden is er minstens één helemaal gevuld.",
    "hoogstens_maanden": "Tussen de begindatum en de einddatum zit hoogstens een bepaald aantal maanden.",
    "in_waardenlijst": "De tekst is één van de waarden uit een lijst.",
    "leeg": "Het veld is leeg als aan een voorwaarde is voldaan.",
    "lengte": "De tekst is niet langer dan de standaard toestaat.",
    "lijst_bevat": "In de lijst staat minstens één onderdeel van een bepaalde vorm, of juist geen.",
    "niet_na": "De datum ligt niet na een dag die voor de hele aanlevering geldt.",
    "onbekende_sleutel": "Elke sleutel is een veld van de standaard.",
    "onbekende_sleutel_lijkt": "Een sleutel is geen verschrijving van een veld en staat op de goede plek.",
    "overlapt_periode": "De looptijd valt voor een deel of helemaal in de leverperiode.",
    "patroon": "De tekst is geschreven volgens een vaste vorm.",
    "samen": "Deze velden zijn allemaal gevuld, of geen van alle.",
    "som": "Het totaal is de som van de onderdelen.",
    "uniek": "Een waarde komt in één levering maar één keer voor.",
    "uniek_in_lijst": "Een waarde komt in één lijst maar één keer voor.",
    "verboden_waarde": "Het veld heeft niet een bepaalde waarde als aan een voorwaarde is voldaan.",
    "verschillende_personen": "In één lijst staat niet twee keer dezelfde persoon.",
    "verwijzing_bestaat": "Waar een onderdeel naar verwijst, staat ook in de levering.",
    "volgnummer": "De onderdelen zijn doorgenummerd vanaf 1.",
    "volgorde": "De gevulde datums liggen in de juiste volgorde; dezelfde dag mag ook.",
    "zelfde_adres": "Alles waarnaar één onderdeel verwijst, heeft hetzelfde adres.",
    "zelfde_in_levering": "Een waarde is in één levering overal dezelfde.",
}
"""Name of the kind → what it asks, for readers."""
