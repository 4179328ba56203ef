# ruff: noqa: RUF100, UP047 (dit bestand werkt ook in Python 3.11)
"""DDAS Vroegsignalering v1.1, als dataclasses.

Gemaakt uit het model van vs-v1.1 (status: ingetrokken). Wijzig dit bestand niet
met de hand: een nieuwe versie overschrijft het.

Dit is geen officiële publicatie van VNG, Divosa, NVVK of CBS. Het gepubliceerde
schema gaat voor.

Je mag dit bestand in je eigen software opnemen, onder de licentie EUPL-1.2. Het
heeft alleen Python 3.11 of nieuwer nodig, en geen andere pakketten.

Lezen gaat met Uitwisselmodel.from_json, schrijven met to_json of to_json_text.
Wat niet bij de standaard past, geeft OngeldigeGegevens met de plaats en de reden,
nooit met de inhoud. Een veld zonder waarde is None en staat niet in de JSON.
Lezen en weer schrijven geeft dezelfde JSON: ook de spelling van een tijdstip en
onbekende sleutels blijven.
"""

from __future__ import annotations

import datetime
import json
import math
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self, SupportsIndex, TypeVar

__all__ = [
    "AanleverendeOrganisatie",
    "Client",
    "Contactpersoon",
    "Contactpoging",
    "EnumContactsoort",
    "EnumDagdeel",
    "EnumEindresultaat",
    "EnumGeslacht",
    "EnumSignaalpartner",
    "EnumSignaalstatus",
    "Levering",
    "OngeldigeGegevens",
    "Signaalpartner",
    "Tijdstip",
    "Uitwisselmodel",
    "Vroegsignaal",
    "Vroegsignaalverwijzing",
    "Vroegsignaalzaak",
]


_T = TypeVar("_T")


class OngeldigeGegevens(ValueError):
    """De gegevens passen niet bij de standaard.

    De melding noemt de plaats en de reden, en nooit de inhoud van een veld.
    """

    def __init__(self, pad: str, reden: str) -> None:
        super().__init__(pad, reden)
        self.pad = pad
        """Plaats in de JSON, zoals `leveringen[0].teller`. Leeg voor het geheel."""
        self.reden = reden
        """Wat er mis is."""

    def __str__(self) -> str:
        return f"{self.pad or 'het geheel'}: {self.reden}"


class _Rejected(Exception):
    """Een reden, en de stappen naar de plaats: van binnen naar buiten."""

    def __init__(self, reason: str, *steps: str | int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.steps = list(steps)

    def path(self) -> str:
        parts = [f"[{s}]" if isinstance(s, int) else f".{s}" for s in self.steps]
        return "".join(reversed(parts)).removeprefix(".")


def _name(key: object, position: int) -> str:
    """De naam van een onbekende sleutel, als die geen gegevens kan bevatten."""
    if (
        isinstance(key, str)
        and len(key) <= 40
        and re.fullmatch(r"[\w-]+", key)
        and re.search(r"[^\W\d_]", key)
        and not re.search(r"\d{4}", key)
    ):
        return f"de sleutel '{key}'"
    return f"de sleutel op plaats {position} van dit object"


def _at(step: str | int, action: Callable[[object], _T], value: object) -> _T:
    """Doe iets met een waarde en onthoud bij een fout waar die stond."""
    try:
        return action(value)
    except _Rejected as rejected:
        rejected.steps.append(step)
        raise


_Code = TypeVar("_Code", bound=StrEnum)

_EXAMPLE = "2025-01-31T12:00:00+01:00"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# Een regeleinde achter het tijdstip mag: de controle op het schema laat dat ook toe.
_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[Tt]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(\.\d+)?"
    r"([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)\n?",
    re.ASCII,
)


class Tijdstip(datetime.datetime):
    """Een tijdstip dat onthoudt hoe het geschreven was."""

    spelling: str | None = None
    """De tekst uit de JSON. Leeg bij een tijdstip dat in code is gemaakt."""

    @classmethod
    def uit_tekst(cls, tekst: str) -> Self:
        """Lees een tijdstip met tijdzone volgens RFC 3339.

        Cijfers na de microseconden blijven alleen in de spelling bewaard.

        Raises:
            ValueError: de tekst is geen bestaand tijdstip met een tijdzone.
        """
        match = _MOMENT.fullmatch(tekst)
        if match is None:
            raise ValueError("geen tijdstip volgens RFC 3339")
        date, time, fraction, zone = match.group(1, 2, 3, 4)
        micros = (fraction or ".")[:7].ljust(7, "0")
        moment = cls.fromisoformat(f"{date}T{time}{micros}{zone.upper()}")
        moment.spelling = tekst
        return moment

    def __reduce_ex__(self, protocol: SupportsIndex) -> str | tuple[object, ...]:
        if self.spelling is None:
            return super().__reduce_ex__(protocol)
        return (type(self).uit_tekst, (self.spelling,))


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise _Rejected("hier hoort tekst")
    return value


def _read_email(value: object) -> str:
    if not isinstance(value, str) or "@" not in value:
        raise _Rejected("hier hoort een e-mailadres met een @")
    return value


def _read_integer(value: object) -> int:
    """Lees een geheel getal. In JSON is 2.0 hetzelfde getal als 2."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    raise _Rejected("hier hoort een geheel getal")


def _read_boolean(value: object) -> bool:
    if not isinstance(value, bool):
        raise _Rejected("hier hoort true of false")
    return value


def _read_date(value: object) -> datetime.date:
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            pass
    raise _Rejected("hier hoort een bestaande datum in de vorm jjjj-mm-dd")


def _read_moment(value: object) -> datetime.datetime:
    if isinstance(value, str):
        try:
            return Tijdstip.uit_tekst(value)
        except ValueError:
            pass
    raise _Rejected(f"hier hoort een tijdstip met tijdzone, zoals {_EXAMPLE}")


def _read_code(codes: type[_Code]) -> Callable[[object], _Code]:
    def read(value: object) -> _Code:
        if isinstance(value, str):
            try:
                return codes(value)
            except ValueError:
                pass
        raise _Rejected(f"kies een waarde uit de lijst: {', '.join(codes)}")

    return read


def _read_list(
    read: Callable[[object], _T],
    *,
    minimum: int = 0,
    maximum: int | None = None,
    unique: bool = False,
) -> Callable[[object], list[_T]]:
    def read_items(value: object) -> list[_T]:
        if not isinstance(value, list):
            raise _Rejected("hier hoort een lijst")
        if len(value) < minimum:
            raise _Rejected(f"in deze lijst hoort minstens {minimum}")
        if maximum is not None and len(value) > maximum:
            raise _Rejected(f"in deze lijst hoort hoogstens {maximum}")
        if unique and len({_comparable(v) for v in value}) < len(value):
            raise _Rejected("in deze lijst staat iets twee keer")
        return [_at(index, read, item) for index, item in enumerate(value)]

    return read_items


def _comparable(value: object) -> object:
    """Een vorm die gelijk is als de JSON gelijk is: true is geen 1, 2.0 is wel 2."""
    if isinstance(value, Mapping):
        return ("{", frozenset((k, _comparable(v)) for k, v in value.items()))
    if isinstance(value, list):
        return ("[", tuple(_comparable(v) for v in value))
    return ("?", value) if isinstance(value, bool) else value


def _parse(data: str | bytes) -> object:
    try:
        text = data if isinstance(data, str) else data.decode("utf-8")
    except UnicodeDecodeError:
        raise _Rejected("dit is geen UTF-8") from None
    if text.startswith("\ufeff"):
        raise _Rejected("dit begint met een BOM; sla het op als UTF-8 zonder BOM")
    try:
        parsed: object = json.loads(
            text,
            parse_constant=_refuse_constant,
            parse_float=_parse_float,
            object_pairs_hook=_parse_object,
        )
    except json.JSONDecodeError as error:
        place = f"regel {error.lineno}, kolom {error.colno}"
        raise _Rejected(f"dit is geen geldige JSON (bij {place})") from None
    except ValueError:
        raise _Rejected("er staat een getal in met te veel cijfers") from None
    return parsed


def _refuse_constant(_: str) -> object:
    raise _Rejected("NaN en Infinity zijn geen JSON")


def _parse_float(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise _Rejected("er staat een getal in dat te groot is")
    return number


def _parse_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    result: dict[str, object] = {}
    for position, (key, value) in enumerate(pairs, 1):
        if key in result:
            raise _Rejected(f"{_name(key, position)} staat twee keer in één object")
        result[key] = value
    return result


_A = TypeVar("_A")

_TOO_DEEP = "de gegevens zijn te diep genest"
_TOO_LONG = "er staat een getal in met te veel cijfers"


class _Objecttype(ABC):
    """Wat elk objecttype kan: uit JSON lezen en naar JSON schrijven."""

    __slots__ = ()

    @classmethod
    def from_json(cls, data: Mapping[str, object] | str | bytes) -> Self:
        """Lees dit objecttype uit JSON: een mapping, tekst of bytes in UTF-8.

        Raises:
            OngeldigeGegevens: de gegevens passen niet bij de standaard.
        """
        return _checked(cls._read_any, data)

    def to_json(self) -> dict[str, object]:
        """Geef de JSON als dict. Een leeg veld (None) blijft weg.

        Raises:
            OngeldigeGegevens: de inhoud past niet bij de standaard.
        """
        return _checked(_write_checked, self)

    def to_json_text(self) -> str:
        """Geef de JSON als tekst op één regel.

        Raises:
            OngeldigeGegevens: de inhoud past niet bij de standaard.
        """
        data = self.to_json()
        try:
            text = json.dumps(data, ensure_ascii=False, allow_nan=False)
        except RecursionError:
            raise OngeldigeGegevens("", _TOO_DEEP) from None
        except ValueError:
            raise OngeldigeGegevens("", _TOO_LONG) from None
        return re.sub(r"[\ud800-\udfff]", lambda m: f"\\u{ord(m[0]):04x}", text)

    def __repr__(self) -> str:
        """Alleen welke velden gevuld zijn: de inhoud kan over personen gaan."""
        filled = [key for key, value in self._pairs() if value is not None]
        if self._extra():
            filled.append("overige sleutels")
        return f"<{type(self).__name__} met {', '.join(filled) or 'niets'}>"

    @classmethod
    def _read_any(cls, data: object) -> Self:
        return cls._read(_parse(data) if isinstance(data, str | bytes) else data)

    @classmethod
    @abstractmethod
    def _read(cls, data: object) -> Self: ...

    @abstractmethod
    def _pairs(self) -> list[tuple[str, object]]: ...

    def _extra(self) -> Mapping[str, object]:
        return {}

    def _to_dict(self) -> dict[str, object]:
        pairs = self._pairs()
        filled = [(key, value) for key, value in pairs if value is not None]
        result = {key: _at(key, _write, value) for key, value in filled}
        known = {key for key, _ in pairs}
        for position, (key, value) in enumerate(self._extra().items(), 1):
            if key in known:
                raise _Rejected("dit veld staat ook bij de overige sleutels", key)
            result[_checked_key(key, position, value)] = _copy(value)
        return result


@dataclass(slots=True, kw_only=True, repr=False)
class _OpenObjecttype(_Objecttype):
    """Een objecttype dat ook sleutels toelaat die de standaard niet kent."""

    overige_sleutels: dict[str, object] = field(default_factory=dict)
    """Sleutels die de standaard niet kent, met hun JSON-waarde."""

    def _extra(self) -> Mapping[str, object]:
        return self.overige_sleutels


class _Reader:
    """Haalt de sleutels van een JSON-object er een voor een uit."""

    __slots__ = ("_data", "_rest")

    def __init__(self, data: object) -> None:
        if not isinstance(data, Mapping):
            raise _Rejected("hier hoort een object")
        self._data: Mapping[object, object] = data
        self._rest = dict(data)

    def required(self, key: str, read: Callable[[object], _T]) -> _T:
        if key not in self._rest:
            raise _Rejected("dit verplichte veld ontbreekt", key)
        return self._take(key, read)

    def optional(self, key: str, read: Callable[[object], _T]) -> _T | None:
        return self._take(key, read) if key in self._rest else None

    def _take(self, key: str, read: Callable[[object], _T]) -> _T:
        value = self._rest.pop(key)
        if value is None:
            raise _Rejected("null mag hier niet; laat een leeg veld weg", key)
        return _at(key, read, value)

    def close(self) -> None:
        """Weiger wat er nog over is."""
        for position, key in enumerate(self._data, 1):
            if key in self._rest:
                raise _Rejected(f"{_name(key, position)} is hier onbekend")

    def rest(self) -> dict[str, object]:
        """Een kopie van wat er nog over is."""
        result: dict[str, object] = {}
        for position, key in enumerate(self._data, 1):
            if key in self._rest:
                value = self._rest[key]
                result[_checked_key(key, position, value)] = _copy(value)
        return result


def _checked(action: Callable[[_A], _T], value: _A) -> _T:
    """Maak van een interne fout een fout voor de gebruiker, los van de gegevens."""
    try:
        return action(value)
    except _Rejected as rejected:
        path, reason = rejected.path(), rejected.reason
    except RecursionError:
        path, reason = "", _TOO_DEEP
    raise OngeldigeGegevens(path, reason)


def _write_checked(value: _Objecttype) -> dict[str, object]:
    """Schrijf, en lees het weer: wat eruit komt, past altijd bij de standaard."""
    result = value._to_dict()
    value._read(result)
    return result


def _write(value: object) -> object:
    if isinstance(value, _Objecttype):
        return value._to_dict()
    if isinstance(value, list):
        return [_at(index, _write, item) for index, item in enumerate(value)]
    if isinstance(value, Tijdstip) and value.spelling is not None:
        return value.spelling
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def _checked_key(key: object, position: int, value: object) -> str:
    """De onbekende sleutel zelf, als die en de waarde eronder JSON zijn."""
    if not isinstance(key, str) or not _is_json(value):
        raise _Rejected(f"{_name(key, position)} of de inhoud ervan is geen JSON")
    return key


def _is_json(value: object) -> bool:
    if isinstance(value, Mapping):
        return all(isinstance(k, str) and _is_json(v) for k, v in value.items())
    if isinstance(value, list):
        return all(_is_json(item) for item in value)
    if isinstance(value, float):
        return math.isfinite(value)
    return value is None or isinstance(value, str | int)


def _copy(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _copy(item) for key, item in value.items()}
    return [_copy(item) for item in value] if isinstance(value, list) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """Een manier: wat er staat, wat er niet staat, en hoe lang een tekst is."""

    title: str
    required: tuple[str, ...]
    absent: tuple[str, ...] = ()
    lengths: Mapping[str, int] = field(default_factory=dict)
    known: tuple[str, ...] | None = None
    """Als alleen deze sleutels mogen voorkomen."""

    def holds(self, data: Mapping[object, object]) -> bool:
        if not all(key in data for key in self.required):
            return False
        if any(key in data for key in self.absent):
            return False
        if self.known is not None and not all(key in self.known for key in data):
            return False
        sizes = ((data.get(key), size) for key, size in self.lengths.items())
        return all(not isinstance(t, str) or len(t) == size for t, size in sizes)


def _check_ways(data: object, *ways: _Way) -> None:
    """Weiger een object dat niet op precies een van de manieren is gevuld."""
    if isinstance(data, Mapping) and sum(way.holds(data) for way in ways) != 1:
        titles = ", of ".join(way.title for way in ways)
        raise _Rejected(f"dit moet op precies een manier zijn gevuld: {titles}")


class EnumSignaalstatus(StrEnum):
    """Status van een vroegsignaal.

    De zes antwoorden op de vraag wat de gemeente met één afzonderlijk signaal
    doet. Zij heeft er nog niets mee gedaan, of zij behandelt het niet en zegt
    waarom.
    """

    NOG_NIET_OPGEPAKT = "Nog niet opgepakt"
    """Nog niet opgepakt.

    Het signaal is binnen en de gemeente heeft er nog geen werk aan gedaan. Stelt
    zij vast dat zij het signaal niet gaat behandelen, gebruik dan een van de vijf
    andere waarden.
    """

    NIET_OPGEPAKT_ONTERECHT_SIGNAAL = "Niet opgepakt: onterecht signaal"
    """Niet opgepakt: onterecht signaal.

    De gemeente legt dit ene signaal opzij omdat de achterstand te klein is, of
    omdat het aantal dagen te laag of te hoog is. Kwam dezelfde achterstand kort
    geleden al langs, kies dan 'Niet opgepakt: herhaalde melding'.
    """

    OVERLEDEN = "Inwoner is overleden"
    """Inwoner is overleden.

    De persoon over wie de signaalpartner berichtte, leeft niet meer, en het
    signaal wordt daarom niet verder behandeld. Is hij vertrokken naar een andere
    gemeente, kies dan 'Persoon is geen inwoner (meer) in de gemeente'.
    """

    GEEN_INWONER_MEER = "Persoon is geen inwoner (meer) in de gemeente"
    """Persoon is geen inwoner (meer) in de gemeente.

    De gemeente behandelt het signaal niet, omdat degene die erin wordt genoemd
    elders staat ingeschreven. Heeft hij binnen dezelfde gemeente een nieuw adres,
    dan geldt dit niet: het signaal wordt dan opgepakt.
    """

    NIET_OPGEPAKT_HERHAALDE_MELDING = "Niet opgepakt: herhaalde melding"
    """Niet opgepakt: herhaalde melding.

    Dit ene signaal herhaalt wat dezelfde signaalpartner kort hiervoor al meldde,
    en dat eerdere signaal is opgepakt. Is het bedrag sindsdien gestegen, gebruik
    deze waarde dan niet, want dan hoort de gemeente het signaal wel op te pakken.
    """

    NIET_OPGEPAKT_ANDERE_REDEN = "Niet opgepakt: andere reden"
    """Niet opgepakt: andere reden.

    De gemeente doet niets met dit signaal, om iets wat bij geen van de andere
    waarden van deze lijst past. Kijk eerst of het onterecht of herhaald is, of
    dat de persoon is gestorven of elders woont.
    """


class EnumSignaalpartner(StrEnum):
    """Soort signaalpartner.

    De elf groepen van organisaties die een betalingsachterstand aan de gemeente
    kunnen melden. De rekening die niet is betaald, bepaalt welke groep het is.
    """

    ENERGIE = "Energie"
    """Energie.

    De melding komt van een leverancier van elektriciteit, gas of warmte en gaat
    over een achterstand van 30 dagen of langer. Voor drinkwater is er de waarde
    'Water'.
    """

    HUUR = "Huur"
    """Huur.

    Een verhuurder meldt dat de maandelijkse betaling voor de woning minstens 30
    dagen te laat is. Heeft de inwoner de woning gekocht met een lening, kies dan
    'Hypotheek'.
    """

    HYPOTHEEK = "Hypotheek"
    """Hypotheek.

    De inwoner betaalt rente of aflossing van de lening voor zijn koopwoning niet
    op tijd, en de geldverstrekker meldt dat. Gaat het om een gehuurde woning,
    kies dan 'Huur'.
    """

    CAK_ZORGVERZEKERINGEN = "CAK Zorgverzekeringen"
    """CAK: premie zorgverzekering.

    Het CAK meldt een inwoner die meer dan zes maanden zijn verzekering niet heeft
    betaald, waarna het CAK de inning overnam. Meldt de verzekeraar zelf een
    kortere achterstand, kies dan 'Zorg'.
    """

    ZORG = "Zorg"
    """Zorgverzekering.

    Een verzekeraar meldt een achterstand van 30 tot 100 dagen in de premie, de
    aanvullende verzekering, het eigen risico of de eigen bijdrage. Heeft het CAK
    de premie al overgenomen, kies dan 'CAK Zorgverzekeringen'.
    """

    WATER = "Water"
    """Drinkwater.

    Een waterbedrijf meldt dat de inwoner al 30 dagen of langer achterloopt met de
    rekening voor zijn kraanwater. Gaat het om warmte of gas, kies dan 'Energie'.
    """

    DUO = "DUO"
    """Dienst Uitvoering Onderwijs (DUO).

    De inwoner heeft een schuld bij de overheidsorganisatie voor onderwijs en
    studiefinanciering, en zij meldt dat aan de gemeente. Gebruik 'Overige' niet
    voor haar meldingen.
    """

    BELASTINGDIENST = "Belastingdienst"
    """Belastingdienst.

    De inwoner kreeg een aanmaning voor zijn belasting en heeft daarna nog niet
    betaald of terugbetaald. Gaat het om te veel ontvangen toeslag, kies dan
    'Dienst Toeslagen'.
    """

    CAK_EIGEN_BIJDRAGE = "CAK Eigen bijdrage"
    """CAK: eigen bijdrage Wmo of Wlz.

    Het CAK meldt een onbetaalde eigen bijdrage voor hulp of zorg uit de Wet
    maatschappelijke ondersteuning (Wmo) of de Wet langdurige zorg (Wlz). De
    incasso is doorlopen zonder contact of betaalafspraak, en dwangmaatregelen
    zijn er nog niet. Gaat het om zorgpremie, kies dan 'CAK Zorgverzekeringen'.
    """

    OVERIGE = "Overige"
    """Overige signaalpartner.

    De melder hoort bij geen van de tien andere groepen in deze lijst. Loop die
    groepen eerst na en gebruik deze waarde pas als laatste.
    """

    DIENST_TOESLAGEN = "Dienst Toeslagen"
    """Dienst Toeslagen.

    De inwoner heeft te veel toeslag gekregen en betaalt die na een aanmaning niet
    terug. Gaat het om belasting, kies dan 'Belastingdienst'.
    """


class EnumEindresultaat(StrEnum):
    """Eindresultaat van een zaak.

    De vijftien manieren waarop een vroegsignaalzaak kan aflopen. De gemeente ging
    niet aan de slag, kreeg geen contact, of sprak de inwoner wel en gaf zo nodig
    hulp.
    """

    NIET_OPGEPAKT_HERHAALDE_MELDING = "Niet opgepakt: herhaalde melding"
    """Niet opgepakt: herhaalde melding.

    De gemeente behandelde onlangs al een signaal van dezelfde signaalpartner over
    dezelfde schuld, en sluit de zaak daarom meteen. Is de schuld intussen
    gegroeid, pak de zaak dan op en kies later een ander eindresultaat.
    """

    NIET_OPGEPAKT_ONTERECHT_SIGNAAL = "Niet opgepakt: onterecht signaal"
    """Niet opgepakt: onterecht signaal.

    De zaak sluit zonder behandeling omdat het gemelde bedrag onder de drempel van
    de gemeente ligt, de achterstand te kort of te lang duurt, of het om een
    rechtspersoon gaat. Is er een andere oorzaak, kies dan 'Niet opgepakt: andere
    reden'.
    """

    OVERLEDEN = "Inwoner is overleden"
    """Inwoner is overleden.

    De zaak eindigt omdat degene om wie het gaat is gestorven. Gebruik deze waarde
    ook als de gemeente dit pas van de nabestaanden hoort, maar niet als hij naar
    een andere gemeente is vertrokken.
    """

    GEEN_INWONER_MEER = "Persoon is geen inwoner (meer) in de gemeente"
    """Persoon is geen inwoner (meer) in de gemeente.

    De zaak sluit omdat de gezochte persoon in een andere gemeente is
    ingeschreven, ook als dat pas tijdens een gesprek blijkt. Verhuisde hij alleen
    binnen de eigen gemeente, ga dan door met de zaak.
    """

    NIET_OPGEPAKT_ANDERE_REDEN = "Niet opgepakt: andere reden"
    """Niet opgepakt: andere reden.

    De gemeente begint niet aan de zaak en zegt de signaalpartner niet waarom. De
    oorzaak is bijvoorbeeld detentie of te weinig personeel. Is het bedrag te laag
    of de melding dubbel, kies dan de waarde die dat zegt.
    """

    AL_BEKEND_BIJ_SCHULDHULPVERLENING = "Inwoner al bekend bij schuldhulpverlening"
    """Inwoner al bekend bij schuldhulpverlening.

    Vroegsignalering heeft overlegd met de schuldhulpverlener die de inwoner al
    kent, en die neemt nu contact met hem op. Is een andere soort hulpverlener
    bezig, kies dan 'Inwoner heeft al een ander lopend traject'.
    """

    ANDER_LOPEND_TRAJECT = "Inwoner heeft al een ander lopend traject"
    """Inwoner heeft al een ander lopend traject.

    Een hulpverlener die geen schuldhulpverlener is, helpt de inwoner al en neemt
    de signalen na afstemming over. Gaat vroegsignalering er toch zelf mee door,
    kies dan een ander eindresultaat.
    """

    DEFINITIEF_GEEN_CONTACT = "Definitief geen contact kunnen krijgen"
    """Definitief geen contact kunnen krijgen.

    Tot het moment dat de zaak werd gesloten, is het de gemeente geen enkele keer
    gelukt de inwoner te bereiken. Heeft zij hem eerst wel gesproken, kies dan
    'Geen reactie na eerder contact'.
    """

    GEEN_REACTIE_NA_EERDER_CONTACT = "Geen reactie na eerder contact"
    """Geen reactie na eerder contact.

    De gemeente sprak de inwoner in het begin wel, maar hij liet daarna niets meer
    van zich horen. Is het nooit gelukt hem te spreken, kies dan 'Definitief geen
    contact kunnen krijgen'.
    """

    HOEFT_GEEN_HULP = "Inwoner regelt het zelf/hoeft geen hulp vanuit vroegsignalering"
    """Inwoner regelt het zelf of hoeft geen hulp.

    De gemeente had contact met de inwoner, en die lost de achterstand alleen op
    of wil haar hulp niet. Is er al betaald op het moment van het contact, kies
    dan 'Inwoner heeft zelf al betaald/betalingsregeling getroffen'.
    """

    ZELF_BETAALD_OF_GEREGELD = "Inwoner heeft zelf al betaald/betalingsregeling getroffen"  # fmt: skip # noqa: E501
    """Inwoner heeft zelf al betaald of een betalingsregeling getroffen.

    Toen de gemeente de inwoner sprak, was de achterstand al weg of had hij er
    afspraken over met de schuldeiser. Moet hij het nog oplossen en wil hij dat
    alleen doen, kies dan 'Inwoner regelt het zelf/hoeft geen hulp vanuit
    vroegsignalering'.
    """

    ADVIES_OF_QUICK_FIX = "(Budget)advies en/of quick fix"
    """Budgetadvies of snelle oplossing (quick fix).

    De gemeente sprak de inwoner en gaf informatie, advies of korte hulp, waarmee
    de achterstand weg kan zijn binnen 30 dagen nadat hij de hulp aannam. Duurt de
    hulp langer, kies dan 'Vervolghulp en/of verwijzing financieel'.
    """

    VERVOLGHULP_FINANCIEEL = "Vervolghulp en/of verwijzing financieel"
    """Vervolghulp of verwijzing voor geldzaken.

    De inwoner begint aan een langer traject rond zijn geld, zoals
    schuldhulpverlening, budgetcoaching of bewind. Is het met korte hulp op te
    lossen, kies dan '(Budget)advies en/of quick fix'.
    """

    VERWIJZING_ZONDER_TOESTEMMING = "Verwijzing zonder toestemming"
    """Verwijzing zonder toestemming.

    De gemeente meldt de inwoner aan bij een andere organisatie terwijl hij dat
    niet weet of er niet mee instemde. Dit is een uiterste geval. Stemde hij wel
    in, kies dan een van de waarden voor vervolghulp.
    """

    VERVOLGHULP_NIET_FINANCIEEL = "Vervolghulp en/of verwijzing niet financieel"
    """Vervolghulp of verwijzing voor andere problemen dan geld.

    De inwoner wordt doorgeleid naar maatschappelijk werk, verslavingszorg,
    gezinszorg of iets dergelijks. Krijgt hij juist langere steun bij schulden of
    budget, kies dan 'Vervolghulp en/of verwijzing financieel'.
    """


class EnumContactsoort(StrEnum):
    """Soort contactpoging.

    De acht manieren waarop de gemeente een inwoner met een betalingsachterstand
    kan benaderen of de zaak kan afhandelen.
    """

    MAIL = "Mail"
    """E-mail.

    De gemeente stuurt een elektronisch bericht naar het mailadres van de inwoner,
    aan hem alleen of aan veel inwoners tegelijk. Kies 'SMS/Whatsapp' voor een
    tekst op zijn telefoon en 'Brief' voor post op papier.
    """

    BRIEF = "Brief"
    """Brief.

    Per post laat de gemeente weten dat er een achterstand is en biedt zij hulp
    aan. Steekt een medewerker zelf iets in de bus, bijvoorbeeld na een gemist
    bezoek, kies dan 'Kaartje'.
    """

    SMS_WHATSAPP = "SMS/Whatsapp"
    """Sms of WhatsApp.

    De inwoner ontvangt een kort geschreven bericht op zijn mobiele telefoon. Gaat
    het via zijn mailadres, kies dan 'Mail'. Is er gebeld, kies dan 'Telefoon'.
    """

    TELEFOON = "Telefoon"
    """Telefoon.

    De gemeente belt en spreekt met de inwoner, of laat een voicemail achter. Een
    geschreven bericht op de mobiel valt onder 'SMS/Whatsapp'.
    """

    HUISBEZOEK = "Huisbezoek"
    """Huisbezoek.

    Een medewerker gaat langs bij de woning, met of zonder afspraak vooraf. Doet
    niemand open en laat hij een bericht achter, dan is dat bericht een 'Kaartje'.
    """

    KAARTJE = "Kaartje"
    """Kaartje achtergelaten.

    De medewerker doet een korte geschreven boodschap in de bus, bijvoorbeeld
    nadat niemand opendeed. Gaat er iets met de post mee, kies dan 'Brief'.
    """

    ADMINISTRATIEF = "Administratief"
    """Administratieve afhandeling.

    De gemeente werkt het dossier af vanachter het bureau en benadert de inwoner
    niet. Is hij wel geschreven, gebeld of bezocht, kies dan de waarde die daarbij
    hoort.
    """

    AFSPRAAK_OP_LOCATIE = "Afspraak op locatie"
    """Afspraak op locatie.

    De inwoner komt voor een gesprek naar een kantoor van de gemeente of de
    uitvoerder, zoals het gemeentehuis of het sociaal wijkteam. Gaat een
    medewerker naar de woning toe, kies dan 'Huisbezoek'.
    """


class EnumDagdeel(StrEnum):
    """Dagdeel.

    De drie stukken waarin de dag is verdeeld om aan te geven wanneer de gemeente
    contact zocht. De grenzen liggen bij 12:00 en 18:00 uur.
    """

    OCHTEND = "Ochtend"
    """Ochtend.

    De gemeente zocht contact op een tijdstip vóór 12:00 uur. Vanaf dat moment
    geldt de waarde 'Middag'.
    """

    MIDDAG = "Middag"
    """Middag.

    Het contact werd gezocht vanaf 12:00 uur en voordat het 18:00 uur was. Was het
    vroeger, kies dan 'Ochtend', en was het later, kies dan 'Avond'.
    """

    AVOND = "Avond"
    """Avond.

    De medewerker probeerde het om 18:00 uur of nog later op de dag. Deed hij dat
    eerder, kies dan een van de twee andere dagdelen.
    """


class EnumGeslacht(StrEnum):
    """Geslacht.

    De vier antwoorden op de vraag of een cliënt een man of een vrouw is. Twee
    ervan zeggen dat het antwoord er niet is.
    """

    MAN = "Man"
    """Man.

    De cliënt staat te boek als iemand van het mannelijke geslacht. Een letter of
    cijfer uit uw eigen systeem zet u om naar dit woord.
    """

    VROUW = "Vrouw"
    """Vrouw.

    De cliënt staat te boek als iemand van het vrouwelijke geslacht. Een
    aanspreektitel als mevrouw zet u om naar dit woord.
    """

    ONBEKEND = "Onbekend"
    """Geslacht onbekend.

    Iemand heeft bewust genoteerd dat niet duidelijk is of de cliënt een man of
    een vrouw is. Staat er in het systeem niets, kies dan 'Leeg'.
    """

    LEEG = "Leeg"
    """Geslacht niet ingevuld.

    In de registratie is dit vak blanco gebleven: niemand heeft er iets in gezet.
    Noteerde iemand dat men het niet weet, kies dan 'Onbekend'.
    """


@dataclass(slots=True, kw_only=True, repr=False)
class Uitwisselmodel(_Objecttype):
    """Aanleverbestand.

    Het hele bestand dat naar CBS gaat over één leverperiode. Het noemt die
    periode, het moment van aanleveren en de gebruikte software. Verder bevat het
    de vroegsignalen van een of meer gemeenten, en wat die ermee hebben gedaan.
    """

    startdatumLevering: datetime.date
    """Startdatum leverperiode.

    Eerste dag van de periode waarover de organisatie met dit bestand gegevens
    over vroegsignalering aan CBS geeft.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
    - Naam in de JSON: `startdatumLevering`.
    """

    einddatumLevering: datetime.date
    """Einddatum leverperiode.

    Tot en met deze dag loopt het tijdvak waarvan de organisatie de signalen en
    zaken in dit bestand aan CBS doorgeeft.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
    - Naam in de JSON: `einddatumLevering`.
    """

    aanleverdatumEnTijd: datetime.datetime
    """Datum en tijd van aanleveren.

    Moment waarop de organisatie of haar software het bestand bij CBS indient, op
    de dag en het tijdstip nauwkeurig en met de tijdzone erbij.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
    - Naam in de JSON: `aanleverdatumEnTijd`.
    """

    codeGegevensleverancier: str
    """Softwareleverancier en softwareversie.

    Naam van het bedrijf dat het registratiesysteem levert, met daarachter het
    versienummer van het programma waarmee dit bestand is gemaakt.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
    - Inhoud: Letters, cijfers, spaties of leestekens, samen hoogstens 200. Past
      bij een naam of omschrijving op één regel.
    - Naam in de JSON: `codeGegevensleverancier`.
    """

    leveringen: list[Levering] | None = None
    """Leveringen.

    De afzonderlijke pakketten met signalen en zaken in dit bestand. Elk pakket
    hoort bij precies één gemeente.

    - Verplichting: gevraagd.
    - Aantal: 1 of meer.
    - Naam in de JSON: `leveringen`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        result = cls(
            startdatumLevering=reader.required("startdatumLevering", _read_date),
            einddatumLevering=reader.required("einddatumLevering", _read_date),
            aanleverdatumEnTijd=reader.required("aanleverdatumEnTijd", _read_moment),
            codeGegevensleverancier=reader.required(
                "codeGegevensleverancier",
                _read_text,
            ),
            leveringen=reader.optional(
                "leveringen",
                _read_list(Levering._read, minimum=1, unique=True),
            ),
        )
        reader.close()
        return result

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("startdatumLevering", self.startdatumLevering),
            ("einddatumLevering", self.einddatumLevering),
            ("aanleverdatumEnTijd", self.aanleverdatumEnTijd),
            ("codeGegevensleverancier", self.codeGegevensleverancier),
            ("leveringen", self.leveringen),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Levering(_Objecttype):
    """Levering.

    Deel van het aanleverbestand met de vroegsignalen en vroegsignaalzaken van
    precies één gemeente. Ook de organisatie die ze aanlevert, staat erin.
    """

    teller: int
    """Volgnummer van de levering.

    Getal dat de plaats in het bestand aangeeft van dit pakket met signalen en
    zaken van één gemeente. Het eerste pakket krijgt 1, het tweede 2, enzovoort.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
    - Naam in de JSON: `teller`.
    """

    gemeentecode: str
    """Gemeentecode van de levering.

    Vier cijfers die aangeven namens welke gemeente de signalen en zaken in dit
    pakket aan CBS worden gegeven, of het woord 'Onbekend' als dat echt niet
    bekend is.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
    - Inhoud: De vier cijfers waarmee een Nederlandse gemeente wordt aangeduid.
    - Naam in de JSON: `gemeentecode`.
    """

    aanleverendeOrganisatie: AanleverendeOrganisatie
    """Aanleverende organisatie.

    De gegevens waaraan CBS ziet welke gemeente of uitvoerder dit pakket signalen
    en zaken instuurt, en wie daar het aanspreekpunt is.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
    - Naam in de JSON: `aanleverende_organisatie`.
    """

    vroegsignalen: list[Vroegsignaal] | None = None
    """Vroegsignalen.

    Alle berichten van signaalpartners over beginnende schulden die in deze
    levering meegaan. Bij elk bericht staan de soort afzender en de inwoner over
    wie het gaat.

    - Verplichting: gevraagd.
    - Aantal: 0 of meer.
    - Naam in de JSON: `vroegsignalen`.
    """

    vroegsignaalzaken: list[Vroegsignaalzaak] | None = None
    """Vroegsignaalzaken.

    De zaken waarin de gemeente haar signalen per adres behandelt. In elke zaak
    staan de pogingen om de inwoner te bereiken en hoe het afliep.

    - Verplichting: gevraagd.
    - Aantal: 0 of meer.
    - Naam in de JSON: `vroegsignaalzaken`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        result = cls(
            teller=reader.required("teller", _read_integer),
            gemeentecode=reader.required("gemeentecode", _read_text),
            aanleverendeOrganisatie=reader.required(
                "aanleverende_organisatie",
                AanleverendeOrganisatie._read,
            ),
            vroegsignalen=reader.optional(
                "vroegsignalen",
                _read_list(Vroegsignaal._read),
            ),
            vroegsignaalzaken=reader.optional(
                "vroegsignaalzaken",
                _read_list(Vroegsignaalzaak._read),
            ),
        )
        reader.close()
        return result

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("teller", self.teller),
            ("gemeentecode", self.gemeentecode),
            ("aanleverende_organisatie", self.aanleverendeOrganisatie),
            ("vroegsignalen", self.vroegsignalen),
            ("vroegsignaalzaken", self.vroegsignaalzaken),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class AanleverendeOrganisatie(_Objecttype):
    """Aanleverende organisatie.

    De partij die gegevens over vroegsignalering aan CBS geeft. Dat is de gemeente
    zelf, of een uitvoerder die dit namens haar doet.
    """

    naam: str | None = None
    """Naam van de organisatie.

    Hoe de gemeente of uitvoerder heet van wie CBS dit pakket krijgt. Werkt een
    uitvoerder voor een gemeente, dan noemt hij hier zichzelf.

    - Verplichting: gevraagd.
    - Inhoud: Letters, cijfers, spaties of leestekens, samen hoogstens 200. Past
      bij een naam of omschrijving op één regel.
    - Naam in de JSON: `naam`.
    """

    kvkNummer: str | None = None
    """KVK-nummer van de organisatie.

    Acht cijfers waarmee de partij die signalen en zaken aanlevert, in het
    Handelsregister te vinden is.

    - Verplichting: gevraagd.
    - Inhoud: Letters, cijfers, spaties of leestekens, samen hoogstens 80. Past
      bij een nummer uit een register.
    - Naam in de JSON: `kvk-nummer`.
    """

    contactpersonen: list[Contactpersoon] | None = None
    """Contactpersonen.

    De mensen bij de aanleverende organisatie die voor CBS het aanspreekpunt zijn.
    Levert zij via een koppeling, dan mailt CBS hun het op-orde-rapport.

    - Verplichting: gevraagd.
    - Aantal: 1 of meer.
    - Bekende fout: De lijst met contactpersonen is verkeerd gespeld.
    - Naam in de JSON: `contactpersoonen`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        result = cls(
            naam=reader.optional("naam", _read_text),
            kvkNummer=reader.optional("kvk-nummer", _read_text),
            contactpersonen=reader.optional(
                "contactpersoonen",
                _read_list(Contactpersoon._read, minimum=1, unique=True),
            ),
        )
        reader.close()
        return result

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("naam", self.naam),
            ("kvk-nummer", self.kvkNummer),
            ("contactpersoonen", self.contactpersonen),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Contactpersoon(_Objecttype):
    """Contactpersoon.

    Medewerker van de organisatie waarvan CBS de signalen en zaken krijgt, bij wie
    CBS terechtkan over de levering.
    """

    naam: str | None = None
    """Naam van de contactpersoon.

    Voornaam of voorletters en achternaam van de medewerker die voor CBS het
    aanspreekpunt over de levering is.

    - Verplichting: gevraagd.
    - Inhoud: Letters, cijfers, spaties of leestekens, samen hoogstens 200. Past
      bij een naam of omschrijving op één regel.
    - Naam in de JSON: `naam`.
    """

    telefoonnummer: str | None = None
    """Telefoonnummer van de contactpersoon.

    Nummer, vast of mobiel, waarop CBS het aanspreekpunt bij de aanleverende
    organisatie kan bellen met vragen over de levering.

    - Verplichting: gevraagd.
    - Inhoud: Letters, cijfers, spaties of leestekens, samen hoogstens 200. Past
      bij een naam of omschrijving op één regel.
    - Naam in de JSON: `telefoonnummer`.
    """

    email: str | None = None
    """E-mailadres van de contactpersoon.

    Adres waarheen CBS bij een koppeling het op-orde-rapport mailt: het overzicht
    dat laat zien welke gegevens CBS heeft ontvangen.

    - Verplichting: gevraagd.
    - Inhoud: Een adres voor elektronische post, met een apenstaartje erin.
    - Naam in de JSON: `email`.
    """

    functietitel: str | None = None
    """Functie van de contactpersoon.

    Werk of rol die het aanspreekpunt voor CBS bij de eigen organisatie heeft,
    bijvoorbeeld applicatiebeheerder of kwaliteitsmedewerker.

    - Verplichting: gevraagd.
    - Inhoud: Letters, cijfers, spaties of leestekens, samen hoogstens 200. Past
      bij een naam of omschrijving op één regel.
    - Naam in de JSON: `functietitel`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        result = cls(
            naam=reader.optional("naam", _read_text),
            telefoonnummer=reader.optional("telefoonnummer", _read_text),
            email=reader.optional("email", _read_email),
            functietitel=reader.optional("functietitel", _read_text),
        )
        reader.close()
        return result

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("naam", self.naam),
            ("telefoonnummer", self.telefoonnummer),
            ("email", self.email),
            ("functietitel", self.functietitel),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Vroegsignaal(_Objecttype):
    """Vroegsignaal.

    Bericht waarmee een signaalpartner de gemeente laat weten dat iemand een
    beginnende schuld heeft. Met dit bericht begint het proces van de
    vroegsignalering.
    """

    id_: str
    """Kenmerk van het vroegsignaal.

    Code die dit ene bericht van een signaalpartner onderscheidt van alle andere
    in dezelfde levering. Een zaak wijst met deze code aan welke berichten erin
    zitten.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
    - Naam in de JSON: `ID`.
    """

    crisissignaal: bool | None = None
    """Crisissignaal.

    Antwoord, ja of nee, op de vraag of het bericht van de signaalpartner over een
    crisis gaat. Dat is een noodsituatie waarin de gemeente niet kan wachten.

    - Verplichting: gevraagd.
    - Naam in de JSON: `crisissignaal`.
    """

    warmeOverdracht: bool | None = None
    """Warme overdracht.

    Antwoord, ja of nee, op de vraag of er al contact met de inwoner is en hij
    vanuit dat contact aan de gemeente wordt doorgegeven.

    - Verplichting: gevraagd.
    - Naam in de JSON: `warmeOverdracht`.
    """

    bedrag: int | None = None
    """Bedrag van de achterstand.

    Hoogte, in hele euro's, van wat de inwoner volgens de signaalpartner al
    betaald had moeten hebben. Alleen de achterstand uit dit ene bericht telt mee.

    - Verplichting: gevraagd.
    - Bekende fout: De ontstaansdatum en het bedrag hebben geen uitleg.
    - Naam in de JSON: `bedrag`.
    """

    ontstaansdatum: datetime.date | None = None
    """Ontstaansdatum van de achterstand.

    Dag waarop de inwoner voor het eerst te laat was met de betaling die nu wordt
    gemeld. De signaalpartner geeft deze dag door.

    - Verplichting: gevraagd.
    - Bekende fout: De ontstaansdatum en het bedrag hebben geen uitleg.
    - Naam in de JSON: `ontstaansdatum`.
    """

    signaaldatum: datetime.date | None = None
    """Datum van versturen van het signaal.

    Dag waarop de signaalpartner de melding over de beginnende schuld aan de
    gemeente heeft verstuurd.

    - Verplichting: gevraagd.
    - Naam in de JSON: `signaaldatum`.
    """

    status: EnumSignaalstatus | None = None
    """Status van het vroegsignaal.

    Hoe het bij de gemeente met dit ene bericht staat: zij heeft er nog niets mee
    gedaan, of zij behandelt het niet om een genoemde reden.

    - Verplichting: gevraagd.
    - Naam in de JSON: `status`.
    """

    signaalpartner: Signaalpartner
    """Signaalpartner van dit signaal.

    De organisatie die dit bericht aan de gemeente stuurde, omdat een rekening bij
    haar niet was betaald.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
    - Naam in de JSON: `signaalpartner`.
    """

    client: Client
    """Cliënt in dit signaal.

    De persoon die volgens de signaalpartner niet op tijd betaalt, aangewezen met
    zijn burgerservicenummer of met het adres uit dit bericht.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
    - Naam in de JSON: `client`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        result = cls(
            id_=reader.required("ID", _read_text),
            crisissignaal=reader.optional("crisissignaal", _read_boolean),
            warmeOverdracht=reader.optional("warmeOverdracht", _read_boolean),
            bedrag=reader.optional("bedrag", _read_integer),
            ontstaansdatum=reader.optional("ontstaansdatum", _read_date),
            signaaldatum=reader.optional("signaaldatum", _read_date),
            status=reader.optional("status", _read_code(EnumSignaalstatus)),
            signaalpartner=reader.required("signaalpartner", Signaalpartner._read),
            client=reader.required("client", Client._read),
        )
        reader.close()
        return result

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("ID", self.id_),
            ("crisissignaal", self.crisissignaal),
            ("warmeOverdracht", self.warmeOverdracht),
            ("bedrag", self.bedrag),
            ("ontstaansdatum", self.ontstaansdatum),
            ("signaaldatum", self.signaaldatum),
            ("status", self.status),
            ("signaalpartner", self.signaalpartner),
            ("client", self.client),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Signaalpartner(_Objecttype):
    """Signaalpartner.

    Organisatie die merkt dat een inwoner een rekening niet betaalt en dat aan de
    gemeente meldt. Denk aan een verhuurder, een energiebedrijf, een
    zorgverzekeraar of een waterbedrijf.
    """

    type_: EnumSignaalpartner | None = None
    """Soort signaalpartner.

    De groep waartoe de meldende organisatie hoort. Dat hangt af van de rekening
    die open staat, bijvoorbeeld energie, huur of drinkwater.

    - Verplichting: gevraagd.
    - Naam in de JSON: `type`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        result = cls(
            type_=reader.optional("type", _read_code(EnumSignaalpartner)),
        )
        reader.close()
        return result

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("type", self.type_),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Client(_Objecttype):
    """Cliënt.

    Persoon over wie een signaalpartner aan de gemeente meldt dat hij een
    beginnende schuld heeft. Gewoonlijk staat hij in deze gemeente ingeschreven in
    de Basisregistratie Personen (BRP).

    - Het schema eist dat dit onderdeel op precies een van deze manieren is
      gevuld: met alleen het burgerservicenummer, of met de postcode en het
      huisnummer.
    - Met alleen het burgerservicenummer: verplicht is burgerservicenummer (9
      tekens), en geen enkel ander veld mag ernaast staan.
    - Met de postcode en het huisnummer: verplicht is postcode en huisnummer, en
      niet toegestaan is burgerservicenummer.
    - Bekende fout: Volgens de hoofdlijnen is er altijd een adres, maar het schema
      weigert het naast een burgerservicenummer.
    """

    burgerservicenummer: str | None = None
    """Burgerservicenummer van de cliënt.

    Persoonlijk nummer, bij de overheid uniek voor één mens, van degene over wie
    de signaalpartner een melding deed. Het telt altijd negen cijfers.

    - Verplichting: voorwaardelijk. Voorwaarde: De cliënt wordt niet aangewezen
      met zijn postcode en huisnummer.
    - Inhoud: Negen cijfers die samen voldoen aan de elfproef, met hoogstens één
      nul vooraan. Die nul telt mee.
    - Naam in de JSON: `burgerservicenummer`.
    """

    geslachtsaanduiding: EnumGeslacht | None = None
    """Geslacht van de cliënt.

    Antwoord op de vraag of degene over wie de melding gaat een man of een vrouw
    is, voor zover de signaalpartner of de gemeente dat weet.

    - Verplichting: gevraagd.
    - Naam in de JSON: `geslachtsaanduiding`.
    """

    geboortedatum: datetime.date | None = None
    """Geboortedatum van de cliënt.

    Dag waarop degene werd geboren die volgens de signaalpartner te laat is met
    betalen.

    - Verplichting: gevraagd.
    - Naam in de JSON: `geboortedatum`.
    """

    postcode: str | None = None
    """Postcode van de cliënt.

    Vier cijfers en twee hoofdletters uit het adres in het signaal, aan elkaar
    geschreven. Samen met het huisnummer wijst dit de woning aan.

    - Verplichting: voorwaardelijk. Voorwaarde: De cliënt heeft geen
      burgerservicenummer in het bestand.
    - Inhoud: Vier cijfers en twee hoofdletters, zonder spatie ertussen. Het
      eerste cijfer is geen 0. De letters SA, SD en SS komen niet voor.
    - Bekende fout: Volgens de hoofdlijnen is er altijd een adres, maar het schema
      weigert het naast een burgerservicenummer.
    - Naam in de JSON: `postcode`.
    """

    huisnummer: str | None = None
    """Huisnummer van de cliënt.

    Getal in het adres van de gemelde persoon dat de plek in de straat aangeeft.
    Een letter of ander teken erachter hoort er niet bij.

    - Verplichting: voorwaardelijk. Voorwaarde: De cliënt heeft geen
      burgerservicenummer in het bestand.
    - Inhoud: Letters, cijfers, spaties of leestekens, samen hoogstens 5. Past bij
      een nummer met een letter.
    - Bekende fout: Volgens de hoofdlijnen is er altijd een adres, maar het schema
      weigert het naast een burgerservicenummer.
    - Naam in de JSON: `huisnummer`.
    """

    huisnummertoevoeging: str | None = None
    """Huisnummertoevoeging van de cliënt.

    Letters of cijfers die in het adres nog achter het getal komen, zodat
    duidelijk is achter welke voordeur de gemelde persoon woont. Denk aan A, bis
    of 2.

    - Verplichting: gevraagd.
    - Inhoud: Letters, cijfers, spaties of leestekens, samen hoogstens 4. Past bij
      een code of toevoeging.
    - Naam in de JSON: `huisnummertoevoeging`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        result = cls(
            burgerservicenummer=reader.optional("burgerservicenummer", _read_text),
            geslachtsaanduiding=reader.optional(
                "geslachtsaanduiding",
                _read_code(EnumGeslacht),
            ),
            geboortedatum=reader.optional("geboortedatum", _read_date),
            postcode=reader.optional("postcode", _read_text),
            huisnummer=reader.optional("huisnummer", _read_text),
            huisnummertoevoeging=reader.optional("huisnummertoevoeging", _read_text),
        )
        _check_ways(
            data,
            _Way(
                title="met alleen het burgerservicenummer",
                required=("burgerservicenummer",),
                absent=(
                    "geslachtsaanduiding",
                    "geboortedatum",
                    "postcode",
                    "huisnummer",
                    "huisnummertoevoeging",
                ),
                lengths={"burgerservicenummer": 9},
            ),
            _Way(
                title="met de postcode en het huisnummer",
                required=("postcode", "huisnummer"),
                absent=("burgerservicenummer",),
            ),
        )
        reader.close()
        return result

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("burgerservicenummer", self.burgerservicenummer),
            ("geslachtsaanduiding", self.geslachtsaanduiding),
            ("geboortedatum", self.geboortedatum),
            ("postcode", self.postcode),
            ("huisnummer", self.huisnummer),
            ("huisnummertoevoeging", self.huisnummertoevoeging),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Vroegsignaalzaak(_Objecttype):
    """Vroegsignaalzaak.

    Eenheid waarin de gemeente een of meer signalen over één adres samen
    behandelt. Daarin beoordeelt zij de signalen, zoekt zij contact, legt zij het
    resultaat vast en leidt zij de inwoner zo nodig naar hulp.
    """

    resultaat: EnumEindresultaat | None = None
    """Eindresultaat van de zaak.

    Hoe de behandeling van alle signalen op het adres is afgelopen, bijvoorbeeld
    met hulp, zonder contact of zonder dat de gemeente eraan begon.

    - Verplichting: gevraagd.
    - Naam in de JSON: `resultaat`.
    """

    matchingsdatum: datetime.date | None = None
    """Datum van de matching.

    Dag waarop de gemeente, of haar software, de binnengekomen signalen naast
    elkaar legde en zo deze zaak maakte.

    - Verplichting: gevraagd.
    - Naam in de JSON: `matchingsdatum`.
    """

    startdatumMatchingperiode: datetime.date | None = None
    """Startdatum matchingperiode.

    Eerste dag van het tijdvak waaruit de gemeente signalen met elkaar vergeleek
    om te zien welke bij elkaar horen.

    - Verplichting: gevraagd.
    - Bekende fout: De startdatum van de matchingperiode is verkeerd gespeld.
    - Naam in de JSON: `startdatum_matchtingperiode`.
    """

    einddatumMatchingperiode: datetime.date | None = None
    """Einddatum matchingperiode.

    Tot en met deze dag deden meldingen mee in de ronde waaruit de gemeente deze
    zaak heeft samengesteld.

    - Verplichting: gevraagd.
    - Bekende fout: De startdatum van de matchingperiode is verkeerd gespeld.
    - Naam in de JSON: `einddatum_matchingperiode`.
    """

    datumOpgepakt: datetime.date | None = None
    """Datum opgepakt.

    Dag waarop de gemeente het dossier van deze zaak maakte. Vanaf dat moment telt
    de zaak als opgepakt.

    - Verplichting: gevraagd.
    - Naam in de JSON: `datum_opgepakt`.
    """

    vroegsignalen: list[Vroegsignaalverwijzing] | None = None
    """Signalen in de zaak.

    Lijst die aanwijst welke berichten van signaalpartners de gemeente samen in
    deze zaak behandelt. Wat erin staat, wordt hier niet herhaald.

    - Verplichting: gevraagd.
    - Aantal: 1 of meer.
    - Naam in de JSON: `vroegsignalen`.
    """

    contactpogingen: list[Contactpoging] | None = None
    """Contactpogingen.

    Alle keren dat de gemeente in deze zaak probeerde de inwoner te bereiken, ook
    als dat niet lukte.

    - Verplichting: gevraagd.
    - Aantal: 0 of meer.
    - Naam in de JSON: `contactpogingen`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        result = cls(
            resultaat=reader.optional("resultaat", _read_code(EnumEindresultaat)),
            matchingsdatum=reader.optional("matchingsdatum", _read_date),
            startdatumMatchingperiode=reader.optional(
                "startdatum_matchtingperiode",
                _read_date,
            ),
            einddatumMatchingperiode=reader.optional(
                "einddatum_matchingperiode",
                _read_date,
            ),
            datumOpgepakt=reader.optional("datum_opgepakt", _read_date),
            vroegsignalen=reader.optional(
                "vroegsignalen",
                _read_list(Vroegsignaalverwijzing._read, minimum=1, unique=True),
            ),
            contactpogingen=reader.optional(
                "contactpogingen",
                _read_list(Contactpoging._read),
            ),
        )
        reader.close()
        return result

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("resultaat", self.resultaat),
            ("matchingsdatum", self.matchingsdatum),
            ("startdatum_matchtingperiode", self.startdatumMatchingperiode),
            ("einddatum_matchingperiode", self.einddatumMatchingperiode),
            ("datum_opgepakt", self.datumOpgepakt),
            ("vroegsignalen", self.vroegsignalen),
            ("contactpogingen", self.contactpogingen),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Vroegsignaalverwijzing(_Objecttype):
    """Verwijzing naar een vroegsignaal.

    Onderdeel van een zaak dat één bericht van een signaalpartner uit dezelfde
    levering aanwijst. Er staat alleen een kenmerk in.
    """

    id_: str
    """Kenmerk van het bedoelde vroegsignaal.

    Herhaling van de code die een bericht elders in de levering heeft, zodat
    duidelijk is dat het in deze zaak wordt behandeld.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
    - Naam in de JSON: `ID`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        result = cls(
            id_=reader.required("ID", _read_text),
        )
        reader.close()
        return result

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("ID", self.id_),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Contactpoging(_Objecttype):
    """Contactpoging.

    Eén actie waarmee de gemeente de inwoner over wie de signalen gaan, probeert
    te bereiken. Dat is bijvoorbeeld een brief, een telefoontje of een huisbezoek.
    """

    soort: EnumContactsoort | None = None
    """Soort contactpoging.

    Manier waarop de gemeente de inwoner deze keer benaderde, zoals met een brief,
    per telefoon of aan de deur.

    - Verplichting: gevraagd.
    - Naam in de JSON: `soort`.
    """

    bereikt: bool | None = None
    """Inwoner bereikt.

    Antwoord, ja of nee, op de vraag of de actie van de gemeente tot geslaagd
    contact leidde.

    - Verplichting: gevraagd.
    - Naam in de JSON: `bereikt`.
    """

    datum: datetime.date | None = None
    """Datum van de contactpoging.

    Dag waarop de gemeente deze ene actie deed om de inwoner te bereiken: de dag
    van de brief, het telefoontje of het bezoek.

    - Verplichting: gevraagd.
    - Naam in de JSON: `datum`.
    """

    dagdeel: EnumDagdeel | None = None
    """Dagdeel van de contactpoging.

    Tijd van de dag waarop de gemeente de inwoner probeerde te bereiken: vóór
    12:00 uur, van 12:00 tot 18:00 uur, of later.

    - Verplichting: gevraagd.
    - Naam in de JSON: `dagdeel`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        result = cls(
            soort=reader.optional("soort", _read_code(EnumContactsoort)),
            bereikt=reader.optional("bereikt", _read_boolean),
            datum=reader.optional("datum", _read_date),
            dagdeel=reader.optional("dagdeel", _read_code(EnumDagdeel)),
        )
        reader.close()
        return result

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("soort", self.soort),
            ("bereikt", self.bereikt),
            ("datum", self.datum),
            ("dagdeel", self.dagdeel),
        ]
