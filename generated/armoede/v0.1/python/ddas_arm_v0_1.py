# ruff: noqa: RUF100, UP047 (dit bestand werkt ook in Python 3.11)
"""Armoede (studie, niet van de uitgevers) v0.1, als dataclasses.

Gemaakt uit het model van arm-v0.1 (status: studie). Wijzig dit bestand niet met
de hand: een nieuwe versie overschrijft het.

Dit is geen officiële publicatie van VNG, Divosa, NVVK of CBS. Dit is een studie,
niet van de uitgevers.

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
    "Aanvraag",
    "Client",
    "EnumBesluit",
    "EnumDoelgroep",
    "EnumGrondslag",
    "EnumKostensoort",
    "EnumRedenAfwijzing",
    "EnumRegelingsoort",
    "EnumVorm",
    "Levering",
    "OngeldigeGegevens",
    "Pashouder",
    "Regeling",
    "Tijdstip",
    "Uitwisselmodel",
    "Verstrekking",
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


class EnumRegelingsoort(StrEnum):
    """Soort regeling.

    De groepen regelingen tegen armoede die deze studie uit elkaar houdt.
    """

    BIJZONDERE_BIJSTAND = "Bijzondere bijstand"
    """Bijzondere bijstand.

    Geld voor noodzakelijke kosten die door bijzondere omstandigheden ontstaan en
    die de inwoner niet zelf kan betalen.
    """

    INKOMENSTOESLAG = "Individuele inkomenstoeslag"
    """Individuele inkomenstoeslag.

    Bedrag voor iemand die al lang een laag inkomen heeft, met weinig uitzicht op
    meer, en die nog geen pensioen krijgt.
    """

    STUDIETOESLAG = "Individuele studietoeslag"
    """Individuele studietoeslag.

    Bedrag voor een student die door een medische beperking niet kan werken naast
    de studie.
    """

    ZORGVERZEKERING = "Collectieve zorgverzekering"
    """Collectieve zorgverzekering.

    Verzekering tegen ziektekosten die de gemeente voor inwoners met een laag
    inkomen heeft afgesproken.
    """

    MEEDOEN = "Meedoen"
    """Meedoen.

    Pas, budget of korting waarmee volwassenen of kinderen kunnen sporten, cultuur
    bezoeken of schoolspullen kopen.
    """

    FONDS = "Fonds"
    """Fonds.

    Bijdrage aan een noodfonds of een fonds voor kinderen, dat zelf bepaalt wie
    hulp krijgt.
    """

    KWIJTSCHELDING = "Kwijtschelding"
    """Kwijtschelding.

    De inwoner hoeft gemeentelijke belastingen niet of maar voor een deel te
    betalen.
    """

    ANDERS = "Andere regeling"
    """Andere regeling.

    Elke regeling die in geen van de andere groepen past, zoals vervoer voor
    ouderen.
    """


class EnumGrondslag(StrEnum):
    """Wettelijke grondslag.

    De artikelen en besluiten waarop een gemeente haar hulp aan inwoners kan
    baseren.
    """

    PW35 = "Participatiewet artikel 35"
    """Participatiewet artikel 35.

    De regeling is bijzondere bijstand in de zin van de Participatiewet.
    """

    PW36 = "Participatiewet artikel 36"
    """Participatiewet artikel 36.

    Het gaat om de toeslag voor mensen met een langdurig laag inkomen.
    """

    PW36B = "Participatiewet artikel 36b"
    """Participatiewet artikel 36b.

    De wet noemt hier de toeslag voor studenten met een medische beperking.
    """

    BELASTINGEN = "Gemeentelijke belastingen"
    """Gemeentelijke belastingen.

    De gemeente scheldt op grond van de belastingregels een eigen heffing kwijt.
    """

    EIGEN_BELEID = "Eigen beleid"
    """Eigen beleid.

    Er is geen wet die deze hulp regelt; de gemeenteraad koos er zelf voor.
    """


class EnumDoelgroep(StrEnum):
    """Doelgroep.

    Het soort inwoners waar een gemeente haar hulp op kan richten, zoals gezinnen
    of ouderen.
    """

    IEDEREEN = "Iedereen onder de grens"
    """Iedereen onder de grens.

    Het lage inkomen is genoeg. Leeftijd, gezin en gezondheid doen er niet toe.
    """

    GEZIN = "Gezin met kinderen"
    """Gezin met kinderen.

    Alleen een huishouden waar minstens één minderjarige woont, komt in
    aanmerking.
    """

    KIND = "Kind"
    """Kind.

    De hulp is voor een minderjarige zelf, bijvoorbeeld voor sport of school.
    """

    OUDERE = "Oudere"
    """Oudere.

    Alleen wie een bepaalde leeftijd heeft bereikt, kan de hulp krijgen.
    """

    CHRONISCH_ZIEK = "Chronisch ziek"
    """Chronisch ziek.

    Bedoeld voor mensen die door een langdurige ziekte of handicap extra kosten
    hebben.
    """


class EnumVorm(StrEnum):
    """Vorm van de hulp.

    De vier manieren waarop een gemeente kan helpen. Het verschil is of de inwoner
    zelf geld in handen krijgt.
    """

    GELD = "Geld"
    """Geld.

    De gemeente maakt een bedrag over naar de inwoner of naar wie hij moet
    betalen.
    """

    IN_NATURA = "In natura"
    """In natura.

    De inwoner krijgt een ding of een dienst, zoals een fiets of een computer.
    """

    KORTING = "Korting of pas"
    """Korting of pas.

    Met een kaart of code betaalt iemand minder, of niets.
    """

    VERZEKERING = "Verzekering"
    """Verzekering.

    De gemeente betaalt mee aan de premie van een polis.
    """


class EnumBesluit(StrEnum):
    """Besluit op een aanvraag.

    De antwoorden die een gemeente op een verzoek om hulp kan geven.
    """

    TOEGEKEND = "Toegekend"
    """Toegekend.

    De inwoner krijgt alles waar hij om vroeg.
    """

    DEELS_TOEGEKEND = "Deels toegekend"
    """Deels toegekend.

    De gemeente geeft minder dan was gevraagd, of voor kortere tijd.
    """

    AFGEWEZEN = "Afgewezen"
    """Afgewezen.

    De gemeente heeft het verzoek bekeken en geeft geen hulp uit deze regeling.
    """

    INGETROKKEN = "Ingetrokken"
    """Ingetrokken.

    De inwoner liet weten dat hij de hulp niet meer wil, nog voordat er een
    besluit was.
    """

    BUITEN_BEHANDELING = "Buiten behandeling"
    """Buiten behandeling.

    De gemeente bekeek het verzoek niet verder, omdat er gegevens bleven
    ontbreken.
    """


class EnumRedenAfwijzing(StrEnum):
    """Reden van afwijzing.

    De oorzaken die een gemeente in haar brief kan noemen als iemand geen hulp
    krijgt.
    """

    INKOMEN = "Inkomen te hoog"
    """Inkomen te hoog.

    Het huishouden verdient meer dan de grens van de regeling.
    """

    VERMOGEN = "Vermogen te hoog"
    """Vermogen te hoog.

    Het spaargeld of andere bezit is meer waard dan de regeling toelaat.
    """

    NIET_NOODZAKELIJK = "Geen noodzakelijke kosten"
    """Geen noodzakelijke kosten.

    De gemeente vindt dat de inwoner deze uitgave niet hoeft te doen.
    """

    VOORLIGGEND = "Voorliggende voorziening"
    """Voorliggende voorziening.

    Een andere wet of verzekering betaalt deze kosten al.
    """

    GEEN_DOELGROEP = "Geen doelgroep"
    """Geen doelgroep.

    De inwoner hoort niet bij de mensen voor wie de regeling is bedoeld.
    """

    ANDERS = "Andere reden"
    """Andere reden.

    De gemeente noemt in haar brief een oorzaak die niet in deze lijst staat.
    """


class EnumKostensoort(StrEnum):
    """Soort kosten.

    De uitgaven van een inwoner waarvoor de gemeente bijzondere bijstand kan
    hebben gegeven.
    """

    BEWIND = "Beschermingsbewind"
    """Beschermingsbewind.

    De rekening van de bewindvoerder die de geldzaken van de inwoner regelt.
    """

    INRICHTING = "Inrichting"
    """Inrichting.

    Meubels, vloeren en apparaten voor een woning.
    """

    ANDERS = "Andere kosten"
    """Andere kosten.

    Alle overige uitgaven waarvoor iemand deze bijstand kreeg.
    """


@dataclass(slots=True, kw_only=True, repr=False)
class Uitwisselmodel(_Objecttype):
    """Aanleverbestand.

    Het hele bestand van deze studie over één leverperiode. Het bevat per gemeente
    de regelingen tegen armoede, de aanvragen, de verstrekkingen en de houders van
    een pas of verzekering.
    """

    startdatumLevering: datetime.date | None = None
    """Startdatum leverperiode.

    De dag waarop het tijdvak begint waarover dit bestand met armoederegelingen
    gaat. Die dag telt zelf mee.

    - Verplichting: voorstel.
    - Naam in de JSON: `startdatumLevering`.
    """

    einddatumLevering: datetime.date | None = None
    """Einddatum leverperiode.

    Laatste dag van het tijdvak dat in dit bestand wordt beschreven. Aanvragen van
    na deze dag horen in een volgend bestand.

    - Verplichting: voorstel.
    - Naam in de JSON: `einddatumLevering`.
    """

    leveringen: list[Levering] | None = None
    """Leveringen.

    De pakketten waaruit dit bestand bestaat. Voor elke gemeente is er precies één
    pakket met haar gegevens.

    - Verplichting: voorstel.
    - Aantal: 0 of meer.
    - Naam in de JSON: `leveringen`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        result = cls(
            startdatumLevering=reader.optional("startdatumLevering", _read_date),
            einddatumLevering=reader.optional("einddatumLevering", _read_date),
            leveringen=reader.optional("leveringen", _read_list(Levering._read)),
        )
        reader.close()
        return result

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("startdatumLevering", self.startdatumLevering),
            ("einddatumLevering", self.einddatumLevering),
            ("leveringen", self.leveringen),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Levering(_Objecttype):
    """Levering.

    Het deel van het bestand met alle regelingen, aanvragen en verstrekkingen van
    precies één gemeente.
    """

    teller: int | None = None
    """Volgnummer van de levering.

    Plaats van dit pakket in het bestand, geteld vanaf 1. Elk volgend pakket
    krijgt een nummer dat één hoger is.

    - Verplichting: voorstel.
    - Naam in de JSON: `teller`.
    """

    gemeentecode: str | None = None
    """Gemeentecode van de levering.

    Vier cijfers die zeggen van welke gemeente de regelingen in dit pakket zijn.

    - Verplichting: voorstel.
    - Inhoud: De vier cijfers waarmee een Nederlandse gemeente wordt aangeduid.
    - Naam in de JSON: `gemeentecode`.
    """

    naamOrganisatie: str | None = None
    """Naam van de aanleverende organisatie.

    Hoe de organisatie heet die dit pakket maakt. Dat is de gemeente, of wie het
    werk voor haar doet.

    - Verplichting: voorstel.
    - Naam in de JSON: `naamOrganisatie`.
    """

    regelingen: list[Regeling] | None = None
    """Regelingen.

    Alles waarmee deze gemeente inwoners met weinig geld kon helpen in de
    leverperiode.

    - Verplichting: voorstel.
    - Aantal: 0 of meer.
    - Naam in de JSON: `regelingen`.
    """

    aanvragen: list[Aanvraag] | None = None
    """Aanvragen.

    Verzoeken van inwoners die de gemeente in de leverperiode ontving, of waarover
    zij toen besliste.

    - Verplichting: voorstel.
    - Aantal: 0 of meer.
    - Naam in de JSON: `aanvragen`.
    """

    verstrekkingen: list[Verstrekking] | None = None
    """Verstrekkingen.

    Wat inwoners in de leverperiode hebben gekregen, steeds per persoon en per
    regeling.

    - Verplichting: voorstel.
    - Aantal: 0 of meer.
    - Naam in de JSON: `verstrekkingen`.
    """

    pashouders: list[Pashouder] | None = None
    """Pashouders.

    De inwoners die in de leverperiode een stadspas hadden, of een zorgverzekering
    via de gemeente.

    - Verplichting: voorstel.
    - Aantal: 0 of meer.
    - Naam in de JSON: `pashouders`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        result = cls(
            teller=reader.optional("teller", _read_integer),
            gemeentecode=reader.optional("gemeentecode", _read_text),
            naamOrganisatie=reader.optional("naamOrganisatie", _read_text),
            regelingen=reader.optional("regelingen", _read_list(Regeling._read)),
            aanvragen=reader.optional("aanvragen", _read_list(Aanvraag._read)),
            verstrekkingen=reader.optional(
                "verstrekkingen",
                _read_list(Verstrekking._read),
            ),
            pashouders=reader.optional("pashouders", _read_list(Pashouder._read)),
        )
        reader.close()
        return result

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("teller", self.teller),
            ("gemeentecode", self.gemeentecode),
            ("naamOrganisatie", self.naamOrganisatie),
            ("regelingen", self.regelingen),
            ("aanvragen", self.aanvragen),
            ("verstrekkingen", self.verstrekkingen),
            ("pashouders", self.pashouders),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Regeling(_Objecttype):
    """Regeling.

    Een vaste afspraak van de gemeente over hulp aan inwoners met weinig geld:
    voor wie de hulp is en wat iemand krijgt.
    """

    code: str | None = None
    """Code van de regeling.

    Kenmerk dat deze regeling in het systeem van de gemeente heeft. Aanvragen en
    verstrekkingen verwijzen ernaar.

    - Verplichting: voorstel.
    - Naam in de JSON: `code`.
    """

    soort: EnumRegelingsoort | None = None
    """Soort regeling.

    De groep waarin deze regeling past, zodat gemeenten met elkaar te vergelijken
    zijn.

    - Verplichting: voorstel.
    - Naam in de JSON: `soort`.
    """

    naam: str | None = None
    """Naam van de regeling.

    Hoe de gemeente deze regeling noemt in haar folders en brieven.

    - Verplichting: voorstel.
    - Naam in de JSON: `naam`.
    """

    wettelijkeGrondslag: EnumGrondslag | None = None
    """Wettelijke grondslag.

    De wet waarop de regeling rust, of de eigen keuze van de gemeente als er geen
    wet voor is.

    - Verplichting: voorstel.
    - Naam in de JSON: `wettelijkeGrondslag`.
    """

    inkomensgrensPercentage: int | None = None
    """Inkomensgrens.

    Tot welk deel van de bijstandsnorm iemand met zijn inkomen mag zitten, in hele
    procenten.

    - Verplichting: voorstel.
    - Naam in de JSON: `inkomensgrensPercentage`.
    """

    vermogenstoets: bool | None = None
    """Vermogen telt mee.

    Of de gemeente bij deze regeling ook kijkt naar spaargeld en ander bezit.

    - Verplichting: voorstel.
    - Naam in de JSON: `vermogenstoets`.
    """

    doelgroep: EnumDoelgroep | None = None
    """Doelgroep.

    De inwoners voor wie de gemeente de regeling heeft bedoeld, naast de grens aan
    het inkomen.

    - Verplichting: voorstel.
    - Naam in de JSON: `doelgroep`.
    """

    vorm: EnumVorm | None = None
    """Vorm van de hulp.

    Wat de inwoner ontvangt: een bedrag, een ding, een kaart of een polis.

    - Verplichting: voorstel.
    - Naam in de JSON: `vorm`.
    """

    startdatum: datetime.date | None = None
    """Startdatum van de regeling.

    De eerste dag waarop inwoners deze regeling konden krijgen.

    - Verplichting: voorstel.
    - Naam in de JSON: `startdatum`.
    """

    einddatum: datetime.date | None = None
    """Einddatum van de regeling.

    De laatste dag waarop de gemeente deze regeling nog had. Bij een regeling die
    doorloopt, blijft dit leeg.

    - Verplichting: voorstel.
    - Naam in de JSON: `einddatum`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        result = cls(
            code=reader.optional("code", _read_text),
            soort=reader.optional("soort", _read_code(EnumRegelingsoort)),
            naam=reader.optional("naam", _read_text),
            wettelijkeGrondslag=reader.optional(
                "wettelijkeGrondslag",
                _read_code(EnumGrondslag),
            ),
            inkomensgrensPercentage=reader.optional(
                "inkomensgrensPercentage",
                _read_integer,
            ),
            vermogenstoets=reader.optional("vermogenstoets", _read_boolean),
            doelgroep=reader.optional("doelgroep", _read_code(EnumDoelgroep)),
            vorm=reader.optional("vorm", _read_code(EnumVorm)),
            startdatum=reader.optional("startdatum", _read_date),
            einddatum=reader.optional("einddatum", _read_date),
        )
        reader.close()
        return result

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("code", self.code),
            ("soort", self.soort),
            ("naam", self.naam),
            ("wettelijkeGrondslag", self.wettelijkeGrondslag),
            ("inkomensgrensPercentage", self.inkomensgrensPercentage),
            ("vermogenstoets", self.vermogenstoets),
            ("doelgroep", self.doelgroep),
            ("vorm", self.vorm),
            ("startdatum", self.startdatum),
            ("einddatum", self.einddatum),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Client(_Objecttype):
    """Cliënt.

    De inwoner voor wie de hulp is bedoeld of die erom vraagt.
    """

    burgerservicenummer: str | None = None
    """Burgerservicenummer van de cliënt.

    Het persoonlijke nummer van negen cijfers waarmee de overheid deze inwoner
    kent.

    - Verplichting: voorstel.
    - Inhoud: Negen cijfers die samen voldoen aan de elfproef, met hoogstens één
      nul vooraan. Die nul telt mee.
    - Naam in de JSON: `burgerservicenummer`.
    """

    postcode: str | None = None
    """Postcode van de cliënt.

    De vier cijfers en twee letters van het adres waar deze inwoner woont, als
    zijn persoonlijke nummer niet bekend is.

    - Verplichting: voorstel.
    - Inhoud: Vier cijfers en twee hoofdletters, zonder spatie ertussen. Het
      eerste cijfer is geen 0. De letters SA, SD en SS komen niet voor.
    - Naam in de JSON: `postcode`.
    """

    huisnummer: str | None = None
    """Huisnummer van de cliënt.

    Het nummer van de woning van deze inwoner, als zijn persoonlijke nummer niet
    bekend is.

    - Verplichting: voorstel.
    - Naam in de JSON: `huisnummer`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        result = cls(
            burgerservicenummer=reader.optional("burgerservicenummer", _read_text),
            postcode=reader.optional("postcode", _read_text),
            huisnummer=reader.optional("huisnummer", _read_text),
        )
        reader.close()
        return result

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("burgerservicenummer", self.burgerservicenummer),
            ("postcode", self.postcode),
            ("huisnummer", self.huisnummer),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Aanvraag(_Objecttype):
    """Aanvraag.

    Een verzoek om hulp uit één regeling, met het besluit van de gemeente. Geeft
    de gemeente de hulp zonder verzoek, dan telt dat ook als aanvraag.
    """

    id_: str | None = None
    """Kenmerk van de aanvraag.

    Nummer dat de gemeente aan dit verzoek gaf. Het is binnen één levering uniek.

    - Verplichting: voorstel.
    - Naam in de JSON: `id`.
    """

    regeling: str | None = None
    """Regeling van de aanvraag.

    De code van de regeling waar het verzoek over gaat, zoals die bij de
    regelingen staat.

    - Verplichting: voorstel.
    - Naam in de JSON: `regeling`.
    """

    client: Client | None = None
    """Cliënt van de aanvraag.

    De inwoner die om de hulp vroeg, of voor wie iemand anders dat deed.

    - Verplichting: voorstel.
    - Naam in de JSON: `client`.
    """

    aantalVolwassenen: int | None = None
    """Aantal volwassenen.

    Hoeveel mensen van 18 jaar en ouder er in het huishouden zijn, de cliënt
    meegeteld.

    - Verplichting: voorstel.
    - Naam in de JSON: `aantalVolwassenen`.
    """

    aantalKinderen: int | None = None
    """Aantal kinderen.

    Hoeveel mensen jonger dan 18 jaar er in het huishouden van de cliënt wonen.

    - Verplichting: voorstel.
    - Naam in de JSON: `aantalKinderen`.
    """

    aanvraagdatum: datetime.date | None = None
    """Aanvraagdatum.

    De dag waarop het verzoek bij de gemeente binnenkwam.

    - Verplichting: voorstel.
    - Naam in de JSON: `aanvraagdatum`.
    """

    ambtshalve: bool | None = None
    """Zonder verzoek gegeven.

    Of de gemeente de hulp uit zichzelf gaf, dus zonder dat de inwoner erom vroeg.

    - Verplichting: voorstel.
    - Naam in de JSON: `ambtshalve`.
    """

    besluitdatum: datetime.date | None = None
    """Besluitdatum.

    De dag die op de brief staat waarin de gemeente zegt wat zij heeft besloten.

    - Verplichting: voorstel.
    - Naam in de JSON: `besluitdatum`.
    """

    besluit: EnumBesluit | None = None
    """Besluit.

    Het antwoord dat de gemeente per brief gaf op het verzoek van de inwoner.

    - Verplichting: voorstel.
    - Naam in de JSON: `besluit`.
    """

    redenAfwijzing: EnumRedenAfwijzing | None = None
    """Reden van afwijzing.

    Waarom iemand de hulp niet kreeg. Bij een toekenning blijft dit leeg.

    - Verplichting: voorstel.
    - Naam in de JSON: `redenAfwijzing`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        result = cls(
            id_=reader.optional("id", _read_text),
            regeling=reader.optional("regeling", _read_text),
            client=reader.optional("client", Client._read),
            aantalVolwassenen=reader.optional("aantalVolwassenen", _read_integer),
            aantalKinderen=reader.optional("aantalKinderen", _read_integer),
            aanvraagdatum=reader.optional("aanvraagdatum", _read_date),
            ambtshalve=reader.optional("ambtshalve", _read_boolean),
            besluitdatum=reader.optional("besluitdatum", _read_date),
            besluit=reader.optional("besluit", _read_code(EnumBesluit)),
            redenAfwijzing=reader.optional(
                "redenAfwijzing",
                _read_code(EnumRedenAfwijzing),
            ),
        )
        reader.close()
        return result

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("id", self.id_),
            ("regeling", self.regeling),
            ("client", self.client),
            ("aantalVolwassenen", self.aantalVolwassenen),
            ("aantalKinderen", self.aantalKinderen),
            ("aanvraagdatum", self.aanvraagdatum),
            ("ambtshalve", self.ambtshalve),
            ("besluitdatum", self.besluitdatum),
            ("besluit", self.besluit),
            ("redenAfwijzing", self.redenAfwijzing),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Verstrekking(_Objecttype):
    """Verstrekking.

    Geld of hulp in natura die één inwoner uit een regeling kreeg.
    """

    id_: str | None = None
    """Kenmerk van de verstrekking.

    Nummer waarmee de gemeente deze betaling of levering terugvindt. Binnen één
    levering komt het één keer voor.

    - Verplichting: voorstel.
    - Naam in de JSON: `id`.
    """

    aanvraag: str | None = None
    """Aanvraag bij de verstrekking.

    Het kenmerk van het verzoek dat tot deze hulp leidde.

    - Verplichting: voorstel.
    - Naam in de JSON: `aanvraag`.
    """

    ingangsdatum: datetime.date | None = None
    """Ingangsdatum van de verstrekking.

    De eerste dag waarvoor de inwoner de hulp kreeg. Bij een eenmalige betaling is
    dat de dag waarop is betaald.

    - Verplichting: voorstel.
    - Naam in de JSON: `ingangsdatum`.
    """

    einddatum: datetime.date | None = None
    """Einddatum van de verstrekking.

    De laatste dag waarvoor de hulp gold. Is de hulp eenmalig of loopt zij nog,
    dan blijft dit leeg.

    - Verplichting: voorstel.
    - Naam in de JSON: `einddatum`.
    """

    bedrag: int | None = None
    """Bedrag van de verstrekking.

    Hoeveel euro de inwoner kreeg, of wat de hulp in natura de gemeente kostte.

    - Verplichting: voorstel.
    - Naam in de JSON: `bedrag`.
    """

    eenmalig: bool | None = None
    """Eenmalige verstrekking.

    Of het bij één keer bleef. Nee betekent dat de inwoner de hulp elke maand of
    elk jaar kreeg.

    - Verplichting: voorstel.
    - Naam in de JSON: `eenmalig`.
    """

    kostensoort: EnumKostensoort | None = None
    """Soort kosten.

    Waarvoor iemand bijzondere bijstand kreeg. Bij een andere regeling blijft dit
    leeg.

    - Verplichting: voorstel.
    - Naam in de JSON: `kostensoort`.
    """

    leenbijstand: bool | None = None
    """Als lening gegeven.

    Of de inwoner het geld later moet terugbetalen aan de gemeente.

    - Verplichting: voorstel.
    - Naam in de JSON: `leenbijstand`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        result = cls(
            id_=reader.optional("id", _read_text),
            aanvraag=reader.optional("aanvraag", _read_text),
            ingangsdatum=reader.optional("ingangsdatum", _read_date),
            einddatum=reader.optional("einddatum", _read_date),
            bedrag=reader.optional("bedrag", _read_integer),
            eenmalig=reader.optional("eenmalig", _read_boolean),
            kostensoort=reader.optional("kostensoort", _read_code(EnumKostensoort)),
            leenbijstand=reader.optional("leenbijstand", _read_boolean),
        )
        reader.close()
        return result

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("id", self.id_),
            ("aanvraag", self.aanvraag),
            ("ingangsdatum", self.ingangsdatum),
            ("einddatum", self.einddatum),
            ("bedrag", self.bedrag),
            ("eenmalig", self.eenmalig),
            ("kostensoort", self.kostensoort),
            ("leenbijstand", self.leenbijstand),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Pashouder(_Objecttype):
    """Pashouder.

    Inwoner die een stadspas heeft, of die via de gemeente een zorgverzekering
    heeft.
    """

    regeling: str | None = None
    """Regeling van de pas.

    Verwijst met een kenmerk naar de hulp waar deze kaart of polis uit voortkomt.

    - Verplichting: voorstel.
    - Naam in de JSON: `regeling`.
    """

    client: Client | None = None
    """Cliënt met de pas.

    De inwoner op wiens naam de pas of de verzekering staat.

    - Verplichting: voorstel.
    - Naam in de JSON: `client`.
    """

    geldigVan: datetime.date | None = None
    """Eerste geldige dag.

    Vanaf welke dag de inwoner zijn pas of verzekering mocht gebruiken.

    - Verplichting: voorstel.
    - Naam in de JSON: `geldigVan`.
    """

    geldigTot: datetime.date | None = None
    """Laatste geldige dag.

    Op deze datum kon de inwoner zijn pas of verzekering voor het laatst
    gebruiken.

    - Verplichting: voorstel.
    - Naam in de JSON: `geldigTot`.
    """

    gebruikt: bool | None = None
    """Gebruikt in de periode.

    Of de houder er in de leverperiode minstens één keer iets mee heeft gedaan.

    - Verplichting: voorstel.
    - Naam in de JSON: `gebruikt`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        result = cls(
            regeling=reader.optional("regeling", _read_text),
            client=reader.optional("client", Client._read),
            geldigVan=reader.optional("geldigVan", _read_date),
            geldigTot=reader.optional("geldigTot", _read_date),
            gebruikt=reader.optional("gebruikt", _read_boolean),
        )
        reader.close()
        return result

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("regeling", self.regeling),
            ("client", self.client),
            ("geldigVan", self.geldigVan),
            ("geldigTot", self.geldigTot),
            ("gebruikt", self.gebruikt),
        ]
