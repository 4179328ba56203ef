# ruff: noqa: RUF100, UP047 (dit bestand werkt ook in Python 3.11)
"""DDAS Schuldhulpverlening (concept, niet vastgesteld) v1.1, als dataclasses.

Gemaakt uit het model van shv-v1.1 (status: concept). Wijzig dit bestand niet met
de hand: een nieuwe versie overschrijft het.

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
    "Aanmelding",
    "Begeleiding",
    "Client",
    "Contactpersoon",
    "Crisisinterventie",
    "EnumBegeleidingssoort",
    "EnumBeschikkingssoort",
    "EnumGeslacht",
    "EnumOplossingssoort",
    "EnumSchuldensoort",
    "EnumUitstroomreden",
    "InformatieEnAdvies",
    "Intake",
    "Levering",
    "Moratorium",
    "Nazorg",
    "OngeldigeGegevens",
    "Oplossing",
    "PlanVanAanpak",
    "Schuld",
    "Schuldeiser",
    "Schuldhulptraject",
    "Schuldregeling",
    "Stabilisatie",
    "Tijdstip",
    "Uitstroom",
    "Uitwisselmodel",
    "VoorlopigeVoorziening",
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


class EnumBeschikkingssoort(StrEnum):
    """Soort beschikking na de intake.

    De twee besluiten waarmee de schuldhulporganisatie een intake kan afsluiten.
    De inwoner wordt toegelaten tot de hulp, of hij krijgt die hulp niet.
    """

    AFWIJZINGSBESCHIKKING = "Afwijzingsbeschikking"
    """Afwijzingsbeschikking.

    De schuldhulporganisatie besluit dat de inwoner geen hulp krijgt en legt uit
    waarom. Gebruik deze waarde als de hulp na de intake niet begint. Gebruik haar
    niet als lopende hulp stopt, want dat hoort bij de uitstroom.
    """

    TOELATINGSBESCHIKKING = "Toelatingsbeschikking"
    """Toelatingsbeschikking.

    De schuldhulporganisatie laat weten dat de inwoner mag meedoen, zodat de
    stappen na de intake kunnen volgen. Gebruik deze waarde bij een positief
    besluit op het verzoek om hulp en niet als het verzoek is geweigerd.
    """


class EnumOplossingssoort(StrEnum):
    """Soort oplossing.

    De vijf manieren waarop schulden beheersbaar worden afgelost of
    kwijtgescholden. De schuldeisers krijgen alles, een deel of niets terug. Dat
    gaat in termijnen of in één keer met een lening.
    """

    BETALINGSREGELING = "Betalingsregeling"
    """Betalingsregeling.

    De inwoner betaalt zijn schulden voor 100 procent terug, in termijnen. Wordt
    een deel kwijtgescholden, kies dan schuldbemiddeling. Komt er een nieuwe
    lening aan te pas, kies dan herfinanciering.
    """

    HERFINANCIERING = "Herfinanciering"
    """Herfinanciering.

    De schuldeisers krijgen in één keer hun volledige bedrag, betaald uit een
    nieuwe lening die de inwoner daarvoor afsluit. Krijgen zij maar een deel, kies
    dan saneringskrediet. Is er geen lening, kies dan betalingsregeling.
    """

    SANERINGSKREDIET = "Saneringskrediet"
    """Saneringskrediet.

    Elke schuldeiser krijgt direct een percentage van zijn vordering, betaald uit
    een krediet voor de inwoner, en scheldt het overige kwijt. Kies
    herfinanciering als zij alles krijgen, en schuldbemiddeling als de inwoner
    zelf in termijnen betaalt.
    """

    SCHULDBEMIDDELING = "Schuldbemiddeling"
    """Schuldbemiddeling.

    De inwoner betaalt gedurende een periode in termijnen wat hij kan missen, en
    daarna vervalt het restant. Kies betalingsregeling als hij alles terugbetaalt,
    saneringskrediet als een lening ineens wordt verdeeld, en schuldregeling
    zonder afloscapaciteit als hij niets kan missen.
    """

    SCHULDREGELING_ZONDER_AFLOSCAPACITEIT = "Schuldregeling zonder afloscapaciteit"
    """Schuldregeling zonder afloscapaciteit.

    De inwoner houdt geen geld over voor zijn schuldeisers. Zij krijgen niets en
    schelden na afloop van de periode alles kwijt, als hij zich aan de voorwaarden
    heeft gehouden. Kan de inwoner wel iets betalen, kies dan schuldbemiddeling.
    """


class EnumBegeleidingssoort(StrEnum):
    """Soort begeleiding.

    De vijf vormen van steun bij geldzaken. De inwoner leert zelf met geld omgaan,
    iemand anders neemt het geldbeheer over, of de inwoner krijgt lange tijd steun
    om rond te komen.
    """

    BUDGETCOACHING = "Budgetcoaching"
    """Budgetcoaching.

    De inwoner leert stap voor stap zijn geldzaken helemaal zelfstandig te doen.
    Gebruik deze waarde niet als iemand de betalingen van hem overneemt, want dan
    is het budgetbeheer. Krijgt hij wel training maar is zelfstandigheid niet het
    doel, kies dan budgetbegeleiding.
    """

    BUDGETBEHEER = "Budgetbeheer"
    """Budgetbeheer.

    Een ander beheert het inkomen van de inwoner en doet daarvan zijn betalingen.
    Heeft de rechter dit bepaald, kies dan beschermingsbewind. Blijft de inwoner
    zelf betalen, kies dan budgetcoaching of budgetbegeleiding.
    """

    BESCHERMINGSBEWIND = "Beschermingsbewind"
    """Beschermingsbewind.

    De kantonrechter heeft een bewindvoerder aangesteld die de geldzaken van de
    inwoner regelt. Het is er voor volwassenen die dit zelf niet kunnen door een
    beperking, verkwisting of problematische schulden. Is er geen rechter bij
    betrokken, kies dan budgetbeheer.
    """

    LANGE_TERMIJN_BEGELEIDING_DFD = "Lange Termijn Begeleiding (DFD)"
    """Langetermijnbegeleiding (DFD).

    De schulden kunnen nog niet worden opgelost. De inwoner krijgt daarom lange
    tijd hulp om zijn inkomsten en uitgaven in evenwicht te houden. Gebruik deze
    waarde niet voor begeleiding naast een regeling die al loopt.
    """

    BUDGETBEGELEIDING = "Budgetbegeleiding"
    """Budgetbegeleiding.

    De inwoner krijgt training en persoonlijke hulp bij zijn inkomsten en
    uitgaven, terwijl hij zijn geld zelf in handen houdt. Is het doel dat hij
    daarna alles alleen kan, kies dan budgetcoaching. Doet een ander de
    betalingen, kies dan budgetbeheer.
    """


class EnumUitstroomreden(StrEnum):
    """Reden van uitstroom.

    De negen mogelijke oorzaken waardoor de schuldhulp is opgehouden, op welk
    moment na de aanmelding dan ook. De hulp kan goed zijn afgelopen of voortijdig
    zijn gestopt.
    """

    OVERLEDEN = "Overleden"
    """Inwoner overleden.

    De hulp is gestopt omdat degene die hulp kreeg, is gestorven. Gebruik deze
    waarde niet als iemand uit de gemeente is vertrokken, want daarvoor is er een
    eigen waarde.
    """

    VERHUISD = "Verhuisd"
    """Verhuisd naar een andere gemeente.

    De inwoner is in een andere gemeente gaan wonen en krijgt daarom hier geen
    hulp meer. Gebruik deze waarde niet als hij alleen binnen de eigen gemeente
    een nieuw adres kreeg.
    """

    NIET_VERSCHENEN = "Nietverschenen"
    """Niet verschenen.

    De inwoner kwam niet opdagen, waarna de schuldhulporganisatie de hulp heeft
    gestopt. Liet hij zelf weten dat hij wilde stoppen, kies dan 'Ingetrokken'.
    Brak hij andere verplichtingen, kies dan 'Voldoet niet'.
    """

    INGETROKKEN = "Ingetrokken"
    """Aanvraag ingetrokken.

    De inwoner heeft zelf laten weten dat hij geen hulp meer wil, terwijl zijn
    schulden er nog zijn. Heeft hij de schulden op eigen kracht opgelost, kies dan
    'Zelf'. Bleef hij zonder bericht weg, kies dan 'Nietverschenen'.
    """

    NIET_PASSEND = "Niet passend"
    """Hulp niet of niet meer passend.

    De schuldhulp sluit niet aan bij de situatie van de inwoner, of nu niet meer.
    Gebruik deze waarde als het aanbod niet klopt voor hem. Gebruik 'Voldoet niet'
    als het aan zijn eigen medewerking ligt.
    """

    OVERIG = "Overig"
    """Overige reden van uitstroom.

    De hulp is gestopt door iets wat bij geen van de andere acht waarden past.
    Loop die eerst na en kies deze pas als laatste.
    """

    VOLDOET_NIET = "Voldoet niet"
    """Voldoet niet aan de verplichtingen.

    De hulp is beëindigd omdat de inwoner zich niet hield aan wat hij moest doen,
    bijvoorbeeld meewerken en juiste gegevens geven. Kwam hij alleen niet opdagen,
    kies dan 'Nietverschenen'. Sloot de hulp zelf niet aan, kies dan 'Niet
    passend'.
    """

    AFGEROND = "Afgerond"
    """Traject met goed resultaat afgerond.

    De schuldhulp is helemaal doorlopen en goed geëindigd. Gebruik deze waarde
    niet als de hulp voortijdig stopte. Loste de inwoner zijn schulden zonder hulp
    op, kies dan 'Zelf'.
    """

    ZELF = "Zelf"
    """Schulden zelf opgelost.

    De inwoner heeft zonder de schuldhulporganisatie een einde aan zijn schulden
    gemaakt en heeft haar niet meer nodig. Is het traject tot een goed einde
    gekomen, kies dan 'Afgerond'. Stopte hij zonder oplossing, kies dan
    'Ingetrokken'.
    """


class EnumSchuldensoort(StrEnum):
    """Soort schuld.

    De vier groepen waarin schulden worden ingedeeld, naar waar de rekening
    vandaan komt. Het gaat om zorgkosten, overheidsorganisaties, nutsbedrijven en
    al het andere.
    """

    ZORG = "Zorg"
    """Zorgschuld.

    Onbetaalde premies, eigen bijdragen of rekeningen voor zorg die niet was
    verzekerd. Denk aan fysiotherapie, de psycholoog, de tandarts, hulpmiddelen of
    kraamzorg. Kies deze waarde voor zorgkosten en 'Publiek' voor andere schulden
    bij overheidsorganisaties.
    """

    PUBLIEK = "Publiek"
    """Publieke schuld.

    Geld dat de inwoner moet betalen aan een overheidsorganisatie, zoals de
    Belastingdienst, Dienst Toeslagen of het CJIB. In berichten van het
    Schuldenknooppunt aan zo'n schuldeiser gaat het burgerservicenummer mee.
    Zorgpremies en eigen bijdragen horen bij 'Zorg'.
    """

    NUTS = "Nuts"
    """Schuld bij een nutsbedrijf.

    Een onbetaalde rekening voor verbruik dat met een meter wordt gemeten, zoals
    energie of water. In berichten van het Schuldenknooppunt aan zo'n schuldeiser
    gaan de meterstanden mee. Is er geen meter in het spel, kies dan een van de
    andere groepen.
    """

    OVERIG = "Overig"
    """Overige schuld.

    Alles wat de inwoner moet betalen en dat in geen van de andere drie groepen
    past. Ga eerst na of het om zorgkosten, een overheidsorganisatie of een
    nutsbedrijf gaat.
    """


class EnumGeslacht(StrEnum):
    """Geslacht.

    De woorden die zijn toegestaan om aan te geven of een persoon een man of een
    vrouw is. Er zijn twee extra waarden voor als dat niet bekend is of niet is
    vastgelegd.
    """

    MAN = "Man"
    """Man.

    In de registratie staat de persoon als mannelijk. Stuur het hele woord en geen
    afkorting of cijfer uit het eigen systeem.
    """

    VROUW = "Vrouw"
    """Vrouw.

    Volgens de vastgelegde persoonsgegevens heeft iemand het vrouwelijke geslacht.
    Gebruikt uw systeem een letter of een code, zet die dan om naar deze waarde.
    """

    ONBEKEND = "Onbekend"
    """Geslacht onbekend.

    Er is vastgelegd dat niet duidelijk is of de persoon een man of een vrouw is.
    Kies deze waarde als iemand dat bewust zo heeft genoteerd, en 'Leeg' als er in
    het systeem niets staat.
    """

    LEEG = "Leeg"
    """Geslacht niet ingevuld.

    Niemand heeft dit gegeven in de registratie gezet, dus het vak is daar blanco.
    Is er wel iets genoteerd, namelijk dat men het niet weet, kies dan 'Onbekend'.
    """


@dataclass(slots=True, kw_only=True, repr=False)
class Uitwisselmodel(_Objecttype):
    """Aanleverbestand.

    Het hele bestand dat naar CBS gaat over één leverperiode. Het noemt die
    periode, het moment van aanleveren en de gebruikte software. Verder bevat het
    de gegevens van een of meer organisaties.

    - Bekende fout: De lengtes van het informatiemodel staan niet in het schema.
    - Bekende fout: De teksten over de koppeling spreken elkaar tegen.
    """

    startdatumLevering: datetime.date
    """Startdatum leverperiode.

    Eerste dag van de periode waarover de organisatie met dit bestand gegevens aan
    CBS geeft. Trajecten die vóór deze dag al helemaal waren afgelopen, horen niet
    in het bestand.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
    - Naam in de JSON: `startdatumLevering`.
    """

    einddatumLevering: datetime.date
    """Einddatum leverperiode.

    Tot en met deze dag loopt het tijdvak dat het bestand voor CBS beschrijft. De
    organisatie neemt een traject dat pas later begint, niet mee.

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

    leveringen: list[Levering]
    """Leveringen.

    De afzonderlijke pakketten met trajecten in dit bestand. Er is er minstens
    één, en elk pakket hoort bij één organisatie en één gemeente.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
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
            leveringen=reader.required(
                "leveringen",
                _read_list(Levering._read, minimum=1),
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

    Deel van het aanleverbestand met één aanleverende organisatie en de trajecten
    die zij voor één gemeente aanlevert.
    """

    teller: int
    """Volgnummer van de levering.

    Getal dat de plaats in het bestand aangeeft van dit pakket met een organisatie
    en haar trajecten. Het eerste pakket krijgt 1, het tweede 2, enzovoort.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
    - Naam in de JSON: `teller`.
    """

    aanleverendeOrganisatie: AanleverendeOrganisatie
    """Aanleverende organisatie.

    De gegevens waaraan CBS ziet van welke gemeente of uitvoerder dit pakket
    trajecten komt en wie daar het aanspreekpunt is.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
    - Bekende fout: De namen van de velden zijn niet op één manier geschreven.
    - Bekende fout: De teksten over de koppeling spreken elkaar tegen.
    - Naam in de JSON: `aanleverende_organisatie`.
    """

    schuldhulptrajecten: list[Schuldhulptraject] | None = None
    """Schuldhulptrajecten.

    Alle schuldhulp aan inwoners die de organisatie in deze levering meegeeft. Elk
    traject dat geheel of voor een deel in de leverperiode liep, hoort erbij.

    - Verplichting: gevraagd.
    - Aantal: 0 of meer.
    - Naam in de JSON: `schuldhulptrajecten`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        result = cls(
            teller=reader.required("teller", _read_integer),
            aanleverendeOrganisatie=reader.required(
                "aanleverende_organisatie",
                AanleverendeOrganisatie._read,
            ),
            schuldhulptrajecten=reader.optional(
                "schuldhulptrajecten",
                _read_list(Schuldhulptraject._read),
            ),
        )
        reader.close()
        return result

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("teller", self.teller),
            ("aanleverende_organisatie", self.aanleverendeOrganisatie),
            ("schuldhulptrajecten", self.schuldhulptrajecten),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class AanleverendeOrganisatie(_OpenObjecttype):
    """Aanleverende organisatie.

    De partij die gegevens over haar trajecten aan CBS geeft. Dat is een gemeente
    zelf, of een organisatie die voor een of meer gemeenten schuldhulp uitvoert.
    """

    statutaireNaam: str | None = None
    """Statutaire naam van de organisatie.

    Officiële naam van de partij die aanlevert, zoals die in haar statuten of
    vennootschapsovereenkomst staat. Levert een gemeente zelf aan, dan staat hier
    hoe die gemeente heet.

    - Verplichting: verplicht. Het schema zelf laat een object zonder dit veld
      toe.
    - Inhoud: Letters, cijfers, spaties of leestekens, samen hoogstens 500. Past
      bij een lange officiële naam.
    - Bekende fout: De namen van de velden zijn niet op één manier geschreven.
    - Naam in de JSON: `(Statutaire) Naam`.
    """

    kvkNummer: str | None = None
    """KVK-nummer van de organisatie.

    Acht cijfers waarmee de uitvoerder die voor een of meer gemeenten aanlevert in
    het Handelsregister te vinden is. Een gemeente die zelf aanlevert, vult dit
    niet in.

    - Verplichting: voorwaardelijk. Voorwaarde: De organisatie die aanlevert is
      geen gemeente.
    - Inhoud: De acht cijfers waarmee het Handelsregister een onderneming of
      rechtspersoon aanduidt.
    - Bekende fout: De namen van de velden zijn niet op één manier geschreven.
    - Naam in de JSON: `KvK-nummer`.
    """

    postcode: str | None = None
    """Postcode van de organisatie.

    Vier cijfers en twee hoofdletters uit het adres waar de gemeente of uitvoerder
    gevestigd is die de levering aan CBS doet. Tussen cijfers en letters staat
    geen spatie.

    - Verplichting: gevraagd.
    - Inhoud: Vier cijfers en twee hoofdletters, zonder spatie ertussen. Het
      eerste cijfer is geen 0. De letters SA, SD en SS komen niet voor.
    - Naam in de JSON: `postcode`.
    """

    gemeentecode: str | None = None
    """Gemeentecode van de organisatie.

    Viercijferige code van de gemeente die haar eigen schuldhulpgegevens bij CBS
    aanlevert. Een kredietbank of andere uitvoerder die voor gemeenten werkt, laat
    dit veld weg.

    - Verplichting: voorwaardelijk. Voorwaarde: De organisatie die aanlevert is
      zelf een gemeente.
    - Inhoud: De vier cijfers waarmee een Nederlandse gemeente wordt aangeduid.
    - Naam in de JSON: `gemeentecode`.
    """

    contactpersonen: list[Contactpersoon] | None = None
    """Contactpersonen.

    De mensen bij de aanleverende organisatie die voor CBS het aanspreekpunt zijn.
    Haalt CBS de gegevens op via een koppeling, dan mailt CBS het op-orde-rapport
    aan een van hen.

    - Verplichting: voorwaardelijk. Voorwaarde: U levert via een koppeling.
    - Aantal: 0 of meer.
    - Naam in de JSON: `contactpersonen`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        return cls(
            statutaireNaam=reader.optional("(Statutaire) Naam", _read_text),
            kvkNummer=reader.optional("KvK-nummer", _read_text),
            postcode=reader.optional("postcode", _read_text),
            gemeentecode=reader.optional("gemeentecode", _read_text),
            contactpersonen=reader.optional(
                "contactpersonen",
                _read_list(Contactpersoon._read),
            ),
            overige_sleutels=reader.rest(),
        )

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("(Statutaire) Naam", self.statutaireNaam),
            ("KvK-nummer", self.kvkNummer),
            ("postcode", self.postcode),
            ("gemeentecode", self.gemeentecode),
            ("contactpersonen", self.contactpersonen),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Contactpersoon(_OpenObjecttype):
    """Contactpersoon.

    Medewerker van de organisatie waarvan CBS de trajecten krijgt, bij wie CBS
    terechtkan over de levering.
    """

    email: str | None = None
    """E-mailadres van de contactpersoon.

    Adres waarheen CBS het op-orde-rapport mailt als het de gegevens via een
    koppeling heeft opgehaald. Dat is het overzicht dat laat zien welke gegevens
    CBS heeft ontvangen.

    - Verplichting: voorwaardelijk. Voorwaarde: U levert via een koppeling, en
      geen andere contactpersoon van deze organisatie heeft een e-mailadres.
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

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        return cls(
            email=reader.optional("email", _read_email),
            functietitel=reader.optional("functietitel", _read_text),
            naam=reader.optional("naam", _read_text),
            telefoonnummer=reader.optional("telefoonnummer", _read_text),
            overige_sleutels=reader.rest(),
        )

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("email", self.email),
            ("functietitel", self.functietitel),
            ("naam", self.naam),
            ("telefoonnummer", self.telefoonnummer),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Schuldhulptraject(_Objecttype):
    """Schuldhulptraject.

    Alle samenhangende stappen in de hulp bij schulden aan een of twee cliënten,
    van hun hulpvraag tot het einde van de hulp. Eén gemeente is er
    verantwoordelijk voor.
    """

    gemeentecode: str
    """Gemeentecode van het traject.

    Viercijferige code van de gemeente die verantwoordelijk is voor de hulp aan
    deze cliënten. Dat hoeft niet de gemeente te zijn waar zij wonen.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
    - Inhoud: De vier cijfers van een gemeente, of in een uitzonderlijk geval het
      woord Onbekend.
    - Bekende fout: Onbekend past niet in de lengte van de gemeentecode.
    - Naam in de JSON: `gemeentecode`.
    """

    startdatum: datetime.date | None = None
    """Startdatum traject.

    Dag vanaf wanneer de organisatie de schuldhulp aan deze cliënten als één
    geheel telt. Meestal is dat de dag waarop de inwoner zich met een hulpvraag
    meldde.

    - Verplichting: verplicht. Het schema zelf laat een object zonder dit veld
      toe.
    - Naam in de JSON: `startdatum`.
    """

    einddatum: datetime.date | None = None
    """Einddatum traject.

    Dag waarop de organisatie alle schuldhulp aan deze cliënten beëindigt, met of
    zonder resultaat. Daarna loopt er voor hen geen traject meer, behalve
    eventuele nazorg.

    - Verplichting: voorwaardelijk. Voorwaarde: Het traject heeft een uitstroom.
    - Naam in de JSON: `einddatum`.
    """

    toekenningsdatum: datetime.date | None = None
    """Toekenningsdatum schuldregeling bij het traject.

    Dag waarop de regeling met de schuldeisers is aanvaard of door de rechter is
    opgelegd. Dezelfde datum staat in het onderdeel schuldregeling. Hier staat hij
    nog eens, op het niveau van het hele traject.

    - Verplichting: voorwaardelijk. Voorwaarde: De datum van toekenning van de
      schuldregeling is gevuld.
    - Naam in de JSON: `toekenningsdatum`.
    """

    omschrijving: str | None = None
    """Omschrijving van het traject.

    Vrije tekst waarin de organisatie kort kan toelichten om welke schuldhulp het
    gaat. Voor CBS heeft deze tekst geen betekenis.

    - Verplichting: niet gevraagd.
    - Naam in de JSON: `omschrijving`.
    """

    totaalSchuldbedragBijAanvangSchuld: int | None = None
    """Totaal schuldbedrag bij aanvang.

    Alle schulden die meegaan in de schuldregeling bij elkaar opgeteld, in hele
    euro's, zoals de stand was aan het begin daarvan.

    - Verplichting: gevraagd.
    - Naam in de JSON: `totaalSchuldbedragBijAanvangSchuld`.
    """

    clienten: list[Client] | None = None
    """Cliënten.

    De een of twee personen voor wie het traject loopt. Er staat er minstens één
    in met ingevulde gegevens.

    - Verplichting: verplicht. Het schema zelf laat een object zonder dit veld
      toe.
    - Aantal: 1 tot en met 2.
    - Bekende fout: De namen van de velden zijn niet op één manier geschreven.
    - Naam in de JSON: `client`.
    """

    aanmelding: Aanmelding | None = None
    """Aanmelding.

    Wat is vastgelegd over de allereerste hulpvraag: wanneer de inwoner contact
    zocht en wanneer die vraag binnen was. Ook staat er of er toen al een crisis
    was.

    - Verplichting: gevraagd.
    - Naam in de JSON: `aanmelding`.
    """

    intake: Intake | None = None
    """Intake.

    De gesprekken en het onderzoek na de aanmelding, met de uitkomst: de cliënt
    wordt toegelaten tot de schuldhulp of afgewezen.

    - Verplichting: gevraagd.
    - Naam in de JSON: `intake`.
    """

    planVanAanpak: PlanVanAanpak | None = None
    """Plan van aanpak.

    Het document waarin voor de cliënten van dit traject staat welke hulp zij
    krijgen en aan welke voorwaarden zij zich moeten houden. Ook doorverwijzingen
    staan erin.

    - Verplichting: gevraagd.
    - Naam in de JSON: `planVanAanpak`.
    """

    stabilisatie: Stabilisatie | None = None
    """Stabilisatie.

    De periode in dit traject waarin eerst rust komt in de geldzaken: wat er
    binnenkomt en wat eruit gaat, raakt in evenwicht.

    - Verplichting: gevraagd.
    - Naam in de JSON: `stabilisatie`.
    """

    schuldregeling: Schuldregeling | None = None
    """Schuldregeling.

    Het voorstel aan de schuldeisers in dit traject, met hoe het afliep:
    toegekend, afgewezen of ingetrokken, en of de rechter eraan te pas kwam.

    - Verplichting: voorwaardelijk. Voorwaarde: De oplossing is een
      saneringskrediet, een schuldbemiddeling of een schuldregeling zonder
      afloscapaciteit, en de eigen organisatie voerde de schuldregeling uit.
    - Naam in de JSON: `schuldregeling`.
    """

    oplossing: Oplossing | None = None
    """Oplossing.

    De ene vorm waarin de schulden van dit traject werkelijk worden afbetaald of
    kwijtgescholden. De looptijd hoort erbij, en het bedrag dat het huishouden per
    maand mag houden.

    - Verplichting: gevraagd.
    - Naam in de JSON: `oplossing`.
    """

    nazorg: Nazorg | None = None
    """Nazorg.

    De steun na afloop van dit traject, bedoeld om nieuwe schulden bij de cliënt
    te voorkomen. De organisatie loopt bijvoorbeeld af en toe de inkomsten en
    uitgaven na.

    - Verplichting: gevraagd.
    - Naam in de JSON: `nazorg`.
    """

    uitstroom: Uitstroom | None = None
    """Uitstroom.

    Hoe er een eind kwam aan alle hulp in dit traject: op welke dag, met welke
    beschikking en waarom.

    - Verplichting: voorwaardelijk. Voorwaarde: De einddatum van het traject is
      gevuld.
    - Naam in de JSON: `uitstroom`.
    """

    informatieEnAdvies: InformatieEnAdvies | None = None
    """Informatie en advies.

    De lichte hulp in dit traject waarmee de cliënt zijn keuzes leert kennen en
    zijn schulden zelf kan aanpakken. Digitale hulp telt ook mee.

    - Verplichting: gevraagd.
    - Bekende fout: De teksten bij informatie en advies en bij voorlopige
      voorzieningen ontbreken.
    - Naam in de JSON: `informatieEnAdvies`.
    """

    begeleidingen: list[Begeleiding] | None = None
    """Begeleiding.

    Alle steun bij geldzaken die de cliënt naast de stappen van dit traject
    krijgt, zoals budgetcoaching of budgetbeheer. Elke vorm staat apart in de
    lijst, met eigen begin en einde.

    - Verplichting: gevraagd.
    - Aantal: 0 of meer.
    - Bekende fout: De namen van de velden zijn niet op één manier geschreven.
    - Naam in de JSON: `begeleiding`.
    """

    crisisinterventies: list[Crisisinterventie] | None = None
    """Crisisinterventies.

    Elke keer dat de organisatie in dit traject direct ingreep om een acute
    dreiging af te wenden. Denk aan huisuitzetting, afsluiting van gas, water of
    stroom, of verlies van de zorgverzekering.

    - Verplichting: voorwaardelijk. Voorwaarde: Bij de aanmelding staat dat er een
      crisisinterventie nodig is.
    - Aantal: 0 of meer.
    - Naam in de JSON: `crisisinterventies`.
    """

    moratoria: list[Moratorium] | None = None
    """Moratoria.

    Alle keren dat in dit traject aan de rechter is gevraagd om het innen van
    schulden stil te leggen, voor hoogstens zes maanden. Zo kan het werk aan een
    afspraak met de schuldeisers doorgaan.

    - Verplichting: gevraagd.
    - Aantal: 0 of meer.
    - Naam in de JSON: `moratoria`.
    """

    voorlopigeVoorzieningen: list[VoorlopigeVoorziening] | None = None
    """Voorlopige voorzieningen.

    Alle tijdelijke noodmaatregelen in dit traject, zoals een voorlopige
    betaalafspraak of uitstel. Zij voorkomen dat de cliënt energie, woning of zorg
    kwijtraakt voordat er een regeling of duidelijkheid is.

    - Verplichting: gevraagd.
    - Aantal: 0 of meer.
    - Bekende fout: De teksten bij informatie en advies en bij voorlopige
      voorzieningen ontbreken.
    - Naam in de JSON: `voorlopigeVoorzieningen`.
    """

    schulden: list[Schuld] | None = None
    """Schulden.

    Overzicht van alles wat de cliënten moeten betalen en dat bij dit traject
    hoort, met per regel het bedrag, de soort en de schuldeiser.

    - Verplichting: gevraagd.
    - Aantal: 0 of meer.
    - Naam in de JSON: `schulden`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        result = cls(
            gemeentecode=reader.required("gemeentecode", _read_text),
            startdatum=reader.optional("startdatum", _read_date),
            einddatum=reader.optional("einddatum", _read_date),
            toekenningsdatum=reader.optional("toekenningsdatum", _read_date),
            omschrijving=reader.optional("omschrijving", _read_text),
            totaalSchuldbedragBijAanvangSchuld=reader.optional(
                "totaalSchuldbedragBijAanvangSchuld",
                _read_integer,
            ),
            clienten=reader.optional(
                "client",
                _read_list(Client._read, minimum=1, maximum=2),
            ),
            aanmelding=reader.optional("aanmelding", Aanmelding._read),
            intake=reader.optional("intake", Intake._read),
            planVanAanpak=reader.optional("planVanAanpak", PlanVanAanpak._read),
            stabilisatie=reader.optional("stabilisatie", Stabilisatie._read),
            schuldregeling=reader.optional("schuldregeling", Schuldregeling._read),
            oplossing=reader.optional("oplossing", Oplossing._read),
            nazorg=reader.optional("nazorg", Nazorg._read),
            uitstroom=reader.optional("uitstroom", Uitstroom._read),
            informatieEnAdvies=reader.optional(
                "informatieEnAdvies",
                InformatieEnAdvies._read,
            ),
            begeleidingen=reader.optional("begeleiding", _read_list(Begeleiding._read)),
            crisisinterventies=reader.optional(
                "crisisinterventies",
                _read_list(Crisisinterventie._read),
            ),
            moratoria=reader.optional("moratoria", _read_list(Moratorium._read)),
            voorlopigeVoorzieningen=reader.optional(
                "voorlopigeVoorzieningen",
                _read_list(VoorlopigeVoorziening._read),
            ),
            schulden=reader.optional("schulden", _read_list(Schuld._read)),
        )
        reader.close()
        return result

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("gemeentecode", self.gemeentecode),
            ("startdatum", self.startdatum),
            ("einddatum", self.einddatum),
            ("toekenningsdatum", self.toekenningsdatum),
            ("omschrijving", self.omschrijving),
            (
                "totaalSchuldbedragBijAanvangSchuld",
                self.totaalSchuldbedragBijAanvangSchuld,
            ),
            ("client", self.clienten),
            ("aanmelding", self.aanmelding),
            ("intake", self.intake),
            ("planVanAanpak", self.planVanAanpak),
            ("stabilisatie", self.stabilisatie),
            ("schuldregeling", self.schuldregeling),
            ("oplossing", self.oplossing),
            ("nazorg", self.nazorg),
            ("uitstroom", self.uitstroom),
            ("informatieEnAdvies", self.informatieEnAdvies),
            ("begeleiding", self.begeleidingen),
            ("crisisinterventies", self.crisisinterventies),
            ("moratoria", self.moratoria),
            ("voorlopigeVoorzieningen", self.voorlopigeVoorzieningen),
            ("schulden", self.schulden),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Aanmelding(_OpenObjecttype):
    """Aanmelding.

    Eerste stap van de schuldhulp. Een inwoner vraagt de gemeente of een andere
    schuldhulporganisatie om hulp bij zijn schulden, en die neemt de hulpvraag in
    ontvangst.
    """

    startdatum: datetime.date | None = None
    """Startdatum aanmelding.

    Dag waarop een inwoner voor het eerst contact zoekt met een vraag om hulp bij
    schulden. De vorm maakt niet uit: langskomen, bellen, een brief of een
    digitaal bericht.

    - Verplichting: gevraagd.
    - Naam in de JSON: `startdatum`.
    """

    einddatum: datetime.date | None = None
    """Einddatum aanmelding.

    Dag waarop de schuldhulporganisatie de hulpvraag binnen heeft, bijvoorbeeld
    via een doorverwijzing van vroegsignalering, of waarop zij het eerste gesprek
    met de inwoner heeft gevoerd. Daarmee is het vragen om hulp afgerond.

    - Verplichting: gevraagd.
    - Naam in de JSON: `einddatum`.
    """

    crisisinterventie: bool | None = None
    """Crisisinterventie bij de aanmelding.

    Geeft aan of er al bij het vragen om hulp een acute dreiging was waarbij de
    schuldhulpverlener direct moest ingrijpen. Voorbeelden zijn een
    huisuitzetting, afsluiting van energie of water, of het verlies van de
    zorgverzekering.

    - Verplichting: gevraagd.
    - Naam in de JSON: `crisisinterventie`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        return cls(
            startdatum=reader.optional("startdatum", _read_date),
            einddatum=reader.optional("einddatum", _read_date),
            crisisinterventie=reader.optional("crisisinterventie", _read_boolean),
            overige_sleutels=reader.rest(),
        )

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("startdatum", self.startdatum),
            ("einddatum", self.einddatum),
            ("crisisinterventie", self.crisisinterventie),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Intake(_OpenObjecttype):
    """Intake.

    Stap waarin de schuldhulpverlener samen met de inwoner de hulpvraag vaststelt.
    Hij beoordeelt welke ondersteuning, activiteiten en gegevens nodig zijn om de
    geldzaken van de inwoner blijvend in evenwicht te krijgen. De stap eindigt met
    een gemotiveerd besluit: toelating tot de hulp of afwijzing.
    """

    startdatum: datetime.date | None = None
    """Startdatum intake.

    Dag van het eerste gesprek waarin de schuldhulpverlener de situatie en de
    hulpvraag van de inwoner met hem bespreekt.

    - Verplichting: gevraagd.
    - Naam in de JSON: `startdatum`.
    """

    beschikkingsdatum: datetime.date | None = None
    """Beschikkingsdatum intake.

    Dag waarop de gemeente, of de organisatie die namens haar beslist, besluit of
    de inwoner schuldhulp krijgt. De datum hoort bij elk besluit aan het begin van
    de hulp: een toelating én een afwijzing.

    - Verplichting: voorwaardelijk. Voorwaarde: De beschikkingssoort is gevuld.
    - Naam in de JSON: `beschikkingsdatum`.
    """

    beschikkingssoort: EnumBeschikkingssoort | None = None
    """Beschikkingssoort intake.

    Uitkomst van het besluit dat de gemeente neemt nadat de schuldhulpverlener de
    hulpvraag heeft beoordeeld. De inwoner wordt toegelaten tot de schuldhulp, of
    zijn verzoek om hulp wordt afgewezen.

    - Verplichting: voorwaardelijk. Voorwaarde: De beschikkingsdatum is gevuld.
    - Naam in de JSON: `beschikkingssoort`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        return cls(
            startdatum=reader.optional("startdatum", _read_date),
            beschikkingsdatum=reader.optional("beschikkingsdatum", _read_date),
            beschikkingssoort=reader.optional(
                "beschikkingssoort",
                _read_code(EnumBeschikkingssoort),
            ),
            overige_sleutels=reader.rest(),
        )

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("startdatum", self.startdatum),
            ("beschikkingsdatum", self.beschikkingsdatum),
            ("beschikkingssoort", self.beschikkingssoort),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class PlanVanAanpak(_OpenObjecttype):
    """Plan van aanpak.

    Document waarin de schuldhulpverlener vastlegt hoe de inwoner wordt geholpen.
    Het bevat ten minste de hulpvraag, de voorgestelde ondersteuning,
    doorverwijzingen en de voorwaarden, zoals geen nieuwe schulden maken.
    """

    datumAfronding: datetime.date | None = None
    """Datum afronding plan van aanpak.

    Dag waarop het document gereed is met de hulpvraag, de voorgestelde
    ondersteuning en de voorwaarden. De schuldhulpverlener heeft het dan volledig
    opgesteld.

    - Verplichting: gevraagd.
    - Naam in de JSON: `datumAfronding`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        return cls(
            datumAfronding=reader.optional("datumAfronding", _read_date),
            overige_sleutels=reader.rest(),
        )

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("datumAfronding", self.datumAfronding),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Stabilisatie(_OpenObjecttype):
    """Stabilisatie.

    Periode na het plan van aanpak waarin de inwoner met hulp van de
    schuldhulpverlener zijn inkomsten en uitgaven in evenwicht brengt. Een tweede
    doel is rust rond de schulden. Daarna kan een betalingsregeling, een
    herfinanciering of een schuldregeling volgen.
    """

    startdatum: datetime.date | None = None
    """Startdatum stabilisatie.

    Dag waarop de schuldhulpverlener, op grond van het plan van aanpak, begint de
    inkomsten en uitgaven van de inwoner in evenwicht te brengen.

    - Verplichting: gevraagd.
    - Naam in de JSON: `startdatum`.
    """

    einddatum: datetime.date | None = None
    """Einddatum stabilisatie.

    Dag waarop de schuldhulpverlener vaststelt dat de inwoner rondkomt en er rust
    is, zodat de schulden zelf kunnen worden aangepakt. Lukt dat niet, dan is het
    de dag waarop hij met deze pogingen stopt.

    - Verplichting: gevraagd.
    - Naam in de JSON: `einddatum`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        return cls(
            startdatum=reader.optional("startdatum", _read_date),
            einddatum=reader.optional("einddatum", _read_date),
            overige_sleutels=reader.rest(),
        )

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("startdatum", self.startdatum),
            ("einddatum", self.einddatum),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Schuldregeling(_OpenObjecttype):
    """Schuldregeling.

    Overeenkomst tussen de inwoner en zijn schuldeisers. De inwoner lost in
    hoogstens achttien maanden af wat hij kan missen, en de schuldeisers schelden
    de rest kwijt. Dit onderdeel laat zien hoe het met het voorstel van de
    schuldhulpverlener is gegaan.
    """

    datum: datetime.date | None = None
    """Datum indiening schuldregeling.

    Dag waarop de schuldhulpverlener aan de schuldeisers het voorstel doet om een
    deel van hun geld terug te krijgen en de rest kwijt te schelden.

    - Verplichting: gevraagd.
    - Naam in de JSON: `datum`.
    """

    toegekend: datetime.date | None = None
    """Datum toekenning schuldregeling.

    Dag waarop vaststaat dat het voorstel aan de schuldeisers doorgaat. Zij hebben
    ermee ingestemd, of de rechter heeft hen verplicht eraan mee te werken.

    - Verplichting: voorwaardelijk. Voorwaarde: Er is een dwangakkoord, of de
      oplossing is een saneringskrediet, een schuldbemiddeling of een
      schuldregeling zonder afloscapaciteit.
    - Bekende fout: De uitgevers spreken zichzelf tegen over het dwangakkoord.
    - Naam in de JSON: `toegekend`.
    """

    afgewezen: datetime.date | None = None
    """Datum afwijzing schuldregeling.

    Dag waarop vaststaat dat een of meer schuldeisers het voorstel van de
    schuldhulpverlener weigeren en de afspraak daardoor niet tot stand komt.

    - Verplichting: gevraagd.
    - Naam in de JSON: `afgewezen`.
    """

    ingetrokken: datetime.date | None = None
    """Datum intrekking schuldregeling.

    Dag waarop de schuldhulpverlener het ingediende voorstel bij de schuldeisers
    terugneemt. Hun antwoord is daarna niet meer nodig.

    - Verplichting: gevraagd.
    - Naam in de JSON: `ingetrokken`.
    """

    datumVerzoekDwangakkoord: datetime.date | None = None
    """Datum verzoek dwangakkoord.

    Dag waarop aan de rechter wordt gevraagd om schuldeisers die het voorstel
    weigerden, te dwingen alsnog in te stemmen. Dit gebeurt namens de inwoner
    (artikel 287a van de Faillissementswet).

    - Verplichting: voorwaardelijk. Voorwaarde: Bij dwangakkoord staat ja.
    - Bekende fout: De uitgevers spreken zichzelf tegen over het dwangakkoord.
    - Naam in de JSON: `datumVerzoekDwangakkoord`.
    """

    dwangakkoord: bool | None = None
    """Schuldregeling via dwangakkoord.

    Geeft aan of weigerende schuldeisers via de rechter toch aan het voorstel
    gebonden zijn (artikel 287a van de Faillissementswet). Ja kan alleen als er
    ook een datum van toekenning is.

    - Verplichting: gevraagd.
    - Bekende fout: De uitgevers spreken zichzelf tegen over het dwangakkoord.
    - Naam in de JSON: `dwangakkoord`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        return cls(
            datum=reader.optional("datum", _read_date),
            toegekend=reader.optional("toegekend", _read_date),
            afgewezen=reader.optional("afgewezen", _read_date),
            ingetrokken=reader.optional("ingetrokken", _read_date),
            datumVerzoekDwangakkoord=reader.optional(
                "datumVerzoekDwangakkoord",
                _read_date,
            ),
            dwangakkoord=reader.optional("dwangakkoord", _read_boolean),
            overige_sleutels=reader.rest(),
        )

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("datum", self.datum),
            ("toegekend", self.toegekend),
            ("afgewezen", self.afgewezen),
            ("ingetrokken", self.ingetrokken),
            ("datumVerzoekDwangakkoord", self.datumVerzoekDwangakkoord),
            ("dwangakkoord", self.dwangakkoord),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Oplossing(_OpenObjecttype):
    """Oplossing.

    Periode waarin de gekozen regeling voor de inwoner wordt uitgevoerd en zijn
    schulden op een haalbare manier worden afgelost of kwijtgescholden. Een
    traject heeft er hoogstens één.
    """

    startdatum: datetime.date | None = None
    """Startdatum oplossing.

    Dag waarop de inwoner en de schuldhulpverlener de goedgekeurde regeling
    werkelijk gaan uitvoeren. Dat kan later zijn dan de dag van de goedkeuring.

    - Verplichting: gevraagd.
    - Naam in de JSON: `startdatum`.
    """

    einddatum: datetime.date | None = None
    """Einddatum oplossing.

    Dag waarop de uitvoering van de regeling werkelijk stopt, omdat de inwoner
    haar heeft doorlopen of omdat zij voortijdig is afgebroken. Het gaat niet om
    de dag die vooraf was gepland.

    - Verplichting: gevraagd.
    - Naam in de JSON: `einddatum`.
    """

    soort: EnumOplossingssoort | None = None
    """Soort oplossing.

    Manier waarop de inwoner van zijn schulden afkomt: alles of een deel
    terugbetalen, in termijnen of ineens met een lening, of kwijtschelding zonder
    dat hij kan aflossen.

    - Verplichting: gevraagd.
    - Naam in de JSON: `soort`.
    """

    vtlb: int | None = None
    """Vrij te laten bedrag per maand (vtlb).

    Deel van het inkomen, in hele euro's per maand, dat het huishouden van de
    inwoner zelf mag houden. Het wordt dus niet gebruikt om schulden af te lossen.
    De afkorting staat voor vrij te laten bedrag.

    - Verplichting: gevraagd.
    - Naam in de JSON: `vtlb`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        return cls(
            startdatum=reader.optional("startdatum", _read_date),
            einddatum=reader.optional("einddatum", _read_date),
            soort=reader.optional("soort", _read_code(EnumOplossingssoort)),
            vtlb=reader.optional("vtlb", _read_integer),
            overige_sleutels=reader.rest(),
        )

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("startdatum", self.startdatum),
            ("einddatum", self.einddatum),
            ("soort", self.soort),
            ("vtlb", self.vtlb),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Nazorg(_OpenObjecttype):
    """Nazorg.

    Hulp die de inwoner na afloop van het traject nog krijgt, zodat hij
    zelfredzaam blijft en niet terugvalt in schulden. Voorbeelden zijn een
    regelmatige check van inkomsten en uitgaven, of advies.
    """

    startdatum: datetime.date | None = None
    """Startdatum nazorg.

    Dag waarop de schuldhulpverlener na het traject voor het eerst nagaat of de
    inwoner het zelf redt, of hem advies geeft om terugval te voorkomen.

    - Verplichting: gevraagd.
    - Naam in de JSON: `startdatum`.
    """

    einddatum: datetime.date | None = None
    """Einddatum nazorg.

    Laatste dag waarop de schuldhulpverlener de inwoner van een afgelopen traject
    nog volgt of adviseert, zodat er geen nieuwe schulden ontstaan.

    - Verplichting: gevraagd.
    - Naam in de JSON: `einddatum`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        return cls(
            startdatum=reader.optional("startdatum", _read_date),
            einddatum=reader.optional("einddatum", _read_date),
            overige_sleutels=reader.rest(),
        )

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("startdatum", self.startdatum),
            ("einddatum", self.einddatum),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Uitstroom(_OpenObjecttype):
    """Uitstroom.

    Einde van de schuldhulp aan de inwoner, met de dag waarop en de reden waarom
    de hulp stopt. Dit kan op elk moment na de aanmelding gebeuren, met of zonder
    goed resultaat.
    """

    datum: datetime.date | None = None
    """Datum uitstroom.

    Dag waarop de inwoner de schuldhulp verlaat, om welke reden dan ook. Heeft de
    gemeente een besluit genomen om de hulp te beëindigen, dan is het de dag van
    dat besluit.

    - Verplichting: verplicht. Het schema zelf laat een object zonder dit veld
      toe.
    - Naam in de JSON: `datum`.
    """

    datumBeeindigingsbeschikking: datetime.date | None = None
    """Datum beëindigingsbeschikking.

    Dag van het formele besluit van de gemeente, of van de organisatie die namens
    haar beslist, dat de inwoner geen schuldhulp meer krijgt.

    - Verplichting: gevraagd.
    - Naam in de JSON: `datumBeeindigingsbeschikking`.
    """

    reden: EnumUitstroomreden | None = None
    """Reden van uitstroom.

    Oorzaak waardoor de schuldhulp aan de inwoner is geëindigd, gekozen uit een
    vaste lijst. Voorbeelden zijn: met goed resultaat voltooid, zelf de schulden
    opgelost, verhuisd of overleden.

    - Verplichting: verplicht. Het schema zelf laat een object zonder dit veld
      toe.
    - Naam in de JSON: `reden`.
    """

    omschrijving: str | None = None
    """Omschrijving uitstroom.

    Vrije tekst waarin de schuldhulpverlener in eigen woorden kan toelichten
    waarom de hulp aan de inwoner is gestopt.

    - Verplichting: niet gevraagd.
    - Naam in de JSON: `omschrijving`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        return cls(
            datum=reader.optional("datum", _read_date),
            datumBeeindigingsbeschikking=reader.optional(
                "datumBeeindigingsbeschikking",
                _read_date,
            ),
            reden=reader.optional("reden", _read_code(EnumUitstroomreden)),
            omschrijving=reader.optional("omschrijving", _read_text),
            overige_sleutels=reader.rest(),
        )

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("datum", self.datum),
            ("datumBeeindigingsbeschikking", self.datumBeeindigingsbeschikking),
            ("reden", self.reden),
            ("omschrijving", self.omschrijving),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class InformatieEnAdvies(_OpenObjecttype):
    """Informatie en advies.

    Lichte hulp waarmee de inwoner zijn geldproblemen zelf kan oplossen. Hij
    krijgt inzicht in zijn keuzes, in een gesprek of digitaal. Soms is zwaardere
    hulp daardoor niet meer nodig.

    - Bekende fout: De teksten bij informatie en advies en bij voorlopige
      voorzieningen ontbreken.
    """

    startdatum: datetime.date | None = None
    """Startdatum informatie en advies.

    Dag waarop de schuldhulpverlener de inwoner voor het eerst uitleg of tips
    geeft waarmee hij zelf zijn geldproblemen kan oplossen. Dat kan in een gesprek
    of digitaal.

    - Verplichting: gevraagd.
    - Naam in de JSON: `startdatum`.
    """

    einddatum: datetime.date | None = None
    """Einddatum informatie en advies.

    Dag waarop de lichte hulp ophoudt, omdat de inwoner volgens de
    schuldhulpverlener met de gekregen uitleg zelf verder kan of omdat er toch
    zwaardere hulp nodig is.

    - Verplichting: gevraagd.
    - Naam in de JSON: `einddatum`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        return cls(
            startdatum=reader.optional("startdatum", _read_date),
            einddatum=reader.optional("einddatum", _read_date),
            overige_sleutels=reader.rest(),
        )

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("startdatum", self.startdatum),
            ("einddatum", self.einddatum),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Begeleiding(_OpenObjecttype):
    """Begeleiding.

    Steun bij het omgaan met geld die naast de stappen van het traject loopt. De
    inwoner leert zijn geldzaken zelf te doen, of iemand anders beheert zijn
    inkomen en betalingen.
    """

    startdatum: datetime.date | None = None
    """Startdatum begeleiding.

    Eerste dag waarop een coach, budgetbeheerder of bewindvoerder de inwoner helpt
    bij het omgaan met geld, of diens geldzaken overneemt.

    - Verplichting: gevraagd.
    - Naam in de JSON: `startdatum`.
    """

    einddatum: datetime.date | None = None
    """Einddatum begeleiding.

    Dag waarop deze vorm van steun bij geldzaken stopt. De inwoner regelt het dan
    weer zelf, gaat over op een andere vorm, of de hulpverlener of bewindvoerder
    is met zijn werk opgehouden.

    - Verplichting: gevraagd.
    - Naam in de JSON: `einddatum`.
    """

    soort: EnumBegeleidingssoort | None = None
    """Soort begeleiding.

    Vorm van de steun bij geldzaken. De inwoner krijgt training of leert het zelf
    te doen, iemand beheert zijn inkomen en betalingen, of de rechter wijst een
    bewindvoerder aan. Ook langdurige hulp bij nog onoplosbare schulden hoort
    hierbij.

    - Verplichting: gevraagd.
    - Naam in de JSON: `soort`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        return cls(
            startdatum=reader.optional("startdatum", _read_date),
            einddatum=reader.optional("einddatum", _read_date),
            soort=reader.optional("soort", _read_code(EnumBegeleidingssoort)),
            overige_sleutels=reader.rest(),
        )

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("startdatum", self.startdatum),
            ("einddatum", self.einddatum),
            ("soort", self.soort),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Crisisinterventie(_OpenObjecttype):
    """Crisisinterventie.

    Direct ingrijpen van de schuldhulpverlener als de inwoner acuut iets
    noodzakelijks dreigt te verliezen. Dat is in ieder geval zijn woning, de
    levering van energie of water, of de zorgverzekering.
    """

    startdatum: datetime.date | None = None
    """Startdatum crisisinterventie.

    Dag waarop de schuldhulpverlener voor het eerst iets doet om een acute
    dreiging af te wenden, bijvoorbeeld door de verhuurder te bellen over een
    ontruiming.

    - Verplichting: gevraagd.
    - Naam in de JSON: `startdatum`.
    """

    einddatum: datetime.date | None = None
    """Einddatum crisisinterventie.

    Dag waarop het gevaar voor de inwoner, zoals een ontruiming of afsluiting, is
    geweken, of waarop de schuldhulpverlener zijn spoedacties daartegen stopt.

    - Verplichting: gevraagd.
    - Naam in de JSON: `einddatum`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        return cls(
            startdatum=reader.optional("startdatum", _read_date),
            einddatum=reader.optional("einddatum", _read_date),
            overige_sleutels=reader.rest(),
        )

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("startdatum", self.startdatum),
            ("einddatum", self.einddatum),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Moratorium(_OpenObjecttype):
    """Moratorium.

    Periode van hoogstens zes maanden waarin de rechter schuldeisers verbiedt te
    innen. Zo kan het vrijwillige traject doorgaan als een huisuitzetting, het
    afsluiten van gas, water, elektriciteit of warmte, of het einde van de
    zorgverzekering dreigt (artikel 287b van de Faillissementswet).
    """

    datumAanvraag: datetime.date | None = None
    """Datum aanvraag moratorium.

    Dag van het verzoek aan de rechter om het innen van schulden tijdelijk te
    verbieden. De inwoner of zijn schuldhulpverlener vraagt dit, bijvoorbeeld als
    huisuitzetting of afsluiting van energie dreigt.

    - Verplichting: gevraagd.
    - Bekende fout: Bij de startdatum van een moratorium staat de tekst van het
      verzoek.
    - Naam in de JSON: `datumAanvraag`.
    """

    datumGoedkeuring: datetime.date | None = None
    """Datum goedkeuring moratorium.

    Dag van de uitspraak waarin de rechter instemt met het verzoek om schuldeisers
    een tijd lang niet te laten innen.

    - Verplichting: gevraagd.
    - Naam in de JSON: `datumGoedkeuring`.
    """

    startdatum: datetime.date | None = None
    """Startdatum moratorium.

    Eerste dag waarop schuldeisers door de uitspraak van de rechter geen betaling
    van de inwoner mogen afdwingen.

    - Verplichting: gevraagd.
    - Bekende fout: Bij de startdatum van een moratorium staat de tekst van het
      verzoek.
    - Naam in de JSON: `startdatum`.
    """

    einddatum: datetime.date | None = None
    """Einddatum moratorium.

    Laatste dag van de bescherming die de rechter de inwoner geeft tegen
    huisuitzetting, afsluiting of inning. Deze dag valt uiterlijk zes maanden na
    het begin.

    - Verplichting: gevraagd.
    - Naam in de JSON: `einddatum`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        return cls(
            datumAanvraag=reader.optional("datumAanvraag", _read_date),
            datumGoedkeuring=reader.optional("datumGoedkeuring", _read_date),
            startdatum=reader.optional("startdatum", _read_date),
            einddatum=reader.optional("einddatum", _read_date),
            overige_sleutels=reader.rest(),
        )

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("datumAanvraag", self.datumAanvraag),
            ("datumGoedkeuring", self.datumGoedkeuring),
            ("startdatum", self.startdatum),
            ("einddatum", self.einddatum),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class VoorlopigeVoorziening(_OpenObjecttype):
    """Voorlopige voorziening.

    Tijdelijke maatregel die de inwoner beschermt tegen verslechtering of tegen
    verlies van energie, woning of zorg. De maatregel geldt tot er een regeling of
    duidelijkheid is. Voorbeelden zijn een tijdelijke betaalafspraak, uitstel van
    betaling of tijdelijk budgetbeheer.

    - Bekende fout: De teksten bij informatie en advies en bij voorlopige
      voorzieningen ontbreken.
    """

    startdatum: datetime.date | None = None
    """Startdatum voorlopige voorziening.

    Dag waarop de inwoner tijdelijk bescherming krijgt door een maatregel die de
    schuldhulpverlener heeft geregeld, zoals uitstel van betaling.

    - Verplichting: gevraagd.
    - Naam in de JSON: `startdatum`.
    """

    einddatum: datetime.date | None = None
    """Einddatum voorlopige voorziening.

    Laatste dag waarop de tijdelijke maatregel geldt. De schuldhulpverlener heeft
    dan een regeling of duidelijkheid, of de afgesproken termijn loopt af.

    - Verplichting: gevraagd.
    - Naam in de JSON: `einddatum`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        return cls(
            startdatum=reader.optional("startdatum", _read_date),
            einddatum=reader.optional("einddatum", _read_date),
            overige_sleutels=reader.rest(),
        )

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("startdatum", self.startdatum),
            ("einddatum", self.einddatum),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Client(_OpenObjecttype):
    """Cliënt.

    Inwoner die hulp bij schulden krijgt van de gemeente, of van een organisatie
    die voor haar werkt. Deze persoon is ingeschreven in de Basisregistratie
    Personen (BRP).
    """

    burgerservicenummer: str | None = None
    """Burgerservicenummer van de cliënt.

    Persoonlijk nummer van degene die schuldhulp krijgt, bij de overheid uniek
    voor één mens. Het telt altijd negen cijfers.

    - Verplichting: voorwaardelijk. Voorwaarde: Geboortedatum,
      geslachtsaanduiding, postcode of huisnummer van deze cliënt is niet gevuld.
    - Inhoud: Negen cijfers die samen voldoen aan de elfproef, met hoogstens één
      nul vooraan. Die nul telt mee.
    - Naam in de JSON: `burgerservicenummer`.
    """

    geboortedatum: str | None = None
    """Geboortedatum van de cliënt.

    Dag waarop de persoon die schuldhulp krijgt is geboren, geschreven met eerst
    het jaar, dan de maand en dan de dag.

    - Verplichting: voorwaardelijk. Voorwaarde: Het burgerservicenummer van deze
      cliënt is niet gevuld.
    - Inhoud: Een geboortedatum die als gewone tekst wordt verstuurd, geschreven
      als jaar-maand-dag (jjjj-mm-dd).
    - Bekende fout: De geboortedatum is gewone tekst en geen datum.
    - Naam in de JSON: `geboortedatum`.
    """

    geslachtsaanduiding: EnumGeslacht | None = None
    """Geslacht van de cliënt.

    Aanduiding of de persoon die schuldhulp krijgt een man of een vrouw is. Alleen
    de waarden Man, Vrouw, Onbekend en Leeg zijn goed.

    - Verplichting: voorwaardelijk. Voorwaarde: Het burgerservicenummer van deze
      cliënt is niet gevuld.
    - Naam in de JSON: `geslachtsaanduiding`.
    """

    postcode: str | None = None
    """Postcode van de cliënt.

    Code uit het adres van degene die schuldhulp krijgt. Schrijf de cijfers en de
    hoofdletters aan elkaar, zoals 1234AB.

    - Verplichting: voorwaardelijk. Voorwaarde: Het burgerservicenummer van deze
      cliënt is niet gevuld.
    - Inhoud: Vier cijfers en twee hoofdletters, zonder spatie ertussen. Het
      eerste cijfer is geen 0. De letters SA, SD en SS komen niet voor.
    - Naam in de JSON: `postcode`.
    """

    huisnummer: str | None = None
    """Huisnummer van de cliënt.

    Getal in het adres van de cliënt dat de plek in de straat aangeeft. Een letter
    of ander teken erachter hoort er niet bij.

    - Verplichting: voorwaardelijk. Voorwaarde: Het burgerservicenummer van deze
      cliënt is niet gevuld.
    - Inhoud: Letters, cijfers, spaties of leestekens, samen hoogstens 5. Past bij
      een nummer met een letter.
    - Naam in de JSON: `huisnummer`.
    """

    huisnummertoevoeging: str | None = None
    """Huisnummertoevoeging van de cliënt.

    Wat in het adres van de cliënt nog achter het getal komt om de juiste woning
    aan te wijzen, in letters of cijfers. Denk aan A, bis of 2.

    - Verplichting: gevraagd.
    - Inhoud: Letters, cijfers, spaties of leestekens, samen hoogstens 4. Past bij
      een code of toevoeging.
    - Naam in de JSON: `huisnummertoevoeging`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        return cls(
            burgerservicenummer=reader.optional("burgerservicenummer", _read_text),
            geboortedatum=reader.optional("geboortedatum", _read_text),
            geslachtsaanduiding=reader.optional(
                "geslachtsaanduiding",
                _read_code(EnumGeslacht),
            ),
            postcode=reader.optional("postcode", _read_text),
            huisnummer=reader.optional("huisnummer", _read_text),
            huisnummertoevoeging=reader.optional("huisnummertoevoeging", _read_text),
            overige_sleutels=reader.rest(),
        )

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("burgerservicenummer", self.burgerservicenummer),
            ("geboortedatum", self.geboortedatum),
            ("geslachtsaanduiding", self.geslachtsaanduiding),
            ("postcode", self.postcode),
            ("huisnummer", self.huisnummer),
            ("huisnummertoevoeging", self.huisnummertoevoeging),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Schuld(_OpenObjecttype):
    """Schuld.

    Verplichting om nu of later een geldbedrag te betalen aan een ander, terwijl
    de cliënt daar niet aan kan voldoen.
    """

    bedrag: int | None = None
    """Bedrag van de schuld.

    Hoogte van één afzonderlijke vordering op de cliënt, in hele euro's, zoals de
    schuldhulpverlener die op de peildatum vaststelde.

    - Verplichting: gevraagd.
    - Naam in de JSON: `bedrag`.
    """

    peildatum: datetime.date | None = None
    """Peildatum van de schuld.

    Dag waarop de schuldhulpverlener deze vordering heeft vastgesteld. Het bedrag
    dat erbij staat, hoort bij die dag.

    - Verplichting: gevraagd.
    - Naam in de JSON: `peildatum`.
    """

    schuldsoort: EnumSchuldensoort | None = None
    """Soort schuld.

    Groep waarin de vordering op de cliënt valt: Zorg, Publiek, Nuts, of Overig
    als die andere drie niet passen.

    - Verplichting: gevraagd.
    - Naam in de JSON: `schuldsoort`.
    """

    zakelijkeSchuld: bool | None = None
    """Zakelijke schuld.

    Geeft aan of de cliënt deze verplichting heeft door een eigen bedrijf of
    beroep (true) of als privépersoon (false).

    - Verplichting: gevraagd.
    - Naam in de JSON: `zakelijkeSchuld`.
    """

    schuldeiser: Schuldeiser
    """Schuldeiser.

    De ene partij die dit geld van de cliënt tegoed heeft, met gegevens zoals
    naam, postcode en KVK-nummer.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
    - Naam in de JSON: `schuldeiser`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        return cls(
            bedrag=reader.optional("bedrag", _read_integer),
            peildatum=reader.optional("peildatum", _read_date),
            schuldsoort=reader.optional("schuldsoort", _read_code(EnumSchuldensoort)),
            zakelijkeSchuld=reader.optional("zakelijkeSchuld", _read_boolean),
            schuldeiser=reader.required("schuldeiser", Schuldeiser._read),
            overige_sleutels=reader.rest(),
        )

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("bedrag", self.bedrag),
            ("peildatum", self.peildatum),
            ("schuldsoort", self.schuldsoort),
            ("zakelijkeSchuld", self.zakelijkeSchuld),
            ("schuldeiser", self.schuldeiser),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Schuldeiser(_OpenObjecttype):
    """Schuldeiser.

    Bedrijf, organisatie of privépersoon met recht op betaling door de cliënt, die
    dat recht ook kan afdwingen.
    """

    naam: str | None = None
    """Naam van de schuldeiser.

    Hoe het bedrijf, de organisatie of de persoon heet die nog geld van de cliënt
    krijgt.

    - Verplichting: gevraagd.
    - Inhoud: Letters, cijfers, spaties of leestekens, samen hoogstens 200. Past
      bij een naam of omschrijving op één regel.
    - Naam in de JSON: `naam`.
    """

    kvkNummer: str | None = None
    """KVK-nummer van de schuldeiser.

    Nummer waaronder het bedrijf of de instelling die de cliënt moet betalen,
    staat ingeschreven in het Handelsregister.

    - Verplichting: gevraagd.
    - Inhoud: Letters, cijfers, spaties of leestekens, samen hoogstens 20. Past
      bij een korte aanduiding.
    - Bekende fout: De namen van de velden zijn niet op één manier geschreven.
    - Naam in de JSON: `KVKnummer`.
    """

    postcode: str | None = None
    """Postcode van de schuldeiser.

    Vier cijfers en twee letters die aangeven waar de partij zit die het geld van
    de cliënt tegoed heeft.

    - Verplichting: gevraagd.
    - Inhoud: Vier cijfers en twee hoofdletters, zonder spatie ertussen. Het
      eerste cijfer is geen 0. De letters SA, SD en SS komen niet voor.
    - Naam in de JSON: `postcode`.
    """

    privepersoon: bool | None = None
    """Schuldeiser is een privépersoon.

    Geeft aan wie het geld van de cliënt tegoed heeft: een gewoon mens, zoals een
    familielid (true), of een bedrijf of instelling (false).

    - Verplichting: gevraagd.
    - Naam in de JSON: `privepersoon`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        return cls(
            naam=reader.optional("naam", _read_text),
            kvkNummer=reader.optional("KVKnummer", _read_text),
            postcode=reader.optional("postcode", _read_text),
            privepersoon=reader.optional("privepersoon", _read_boolean),
            overige_sleutels=reader.rest(),
        )

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("naam", self.naam),
            ("KVKnummer", self.kvkNummer),
            ("postcode", self.postcode),
            ("privepersoon", self.privepersoon),
        ]
