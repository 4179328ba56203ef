"""Dutch words for structural faults: what is wrong, what is expected, what to do. Never the value itself."""

from __future__ import annotations

import re
from collections.abc import Callable

from ddas.specification import Attribute, CodeList, DataType, Specification
from ddas.validation.structure import StructuralFault

__all__ = ["Wording", "word_fault"]

Wording = tuple[str, str]
"""Message and remedy."""

_FILL = "Vul het veld in: het is verplicht."
_LEAVE_OUT = "Laat het veld helemaal weg als er niets in te vullen is."
_DATE_HINTS: tuple[tuple[str, Wording], ...] = (
    (r"\s*", ("Dit veld is leeg, maar er hoort een datum te staan.", _LEAVE_OUT)),
    (
        r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}",
        (
            "De datum staat in een andere volgorde dan jaar-maand-dag.",
            "Schrijf eerst het jaar, dan de maand, dan de dag: 2025-03-14.",
        ),
    ),
    (
        r"\d{4}-\d\d-\d\d[Tt ].*",
        ("Achter de datum staat nog een tijd.", "Schrijf alleen de dag: 2025-03-14."),
    ),
    (
        r"\d{8}|\d{4}[/.]\d\d?[/.]\d\d?",
        ("De streepjes in de datum ontbreken.", "Schrijf streepjes tussen jaar, maand en dag: 2025-03-14."),
    ),
    (
        r"\d{4}-(?:00-\d\d|\d\d-00)",
        (
            "De dag of de maand is 00. Een datum die niet volledig bekend is, kan hier niet.",
            "Vul de volledige datum in, of laat het veld weg.",
        ),
    ),
    (
        r"\d{4}-\d\d-\d\d",
        ("Deze dag bestaat niet op de kalender.", "Zoek de juiste datum op en vul die in als jaar-maand-dag."),
    ),
)
_DATE_TIME_HINTS: tuple[tuple[str, Wording], ...] = (
    (
        r"\s*",
        ("Dit veld is leeg, maar er hoort een datum met tijd te staan.", "Vul het moment van aanleveren in."),
    ),
    (
        r"\d{4}-\d\d-\d\d",
        (
            "Hier staat alleen een datum; de tijd ontbreekt.",
            "Schrijf ook de tijd en de tijdzone: 2025-07-01T09:30:00+02:00.",
        ),
    ),
    (
        r"\d{4}-\d\d-\d\d .*",
        (
            "Tussen de datum en de tijd staat een spatie; daar hoort een T.",
            "Schrijf het zo: 2025-07-01T09:30:00+02:00.",
        ),
    ),
    (
        r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d+)?)?",
        (
            "De tijdzone ontbreekt, of de seconden.",
            "Schrijf de seconden en de tijdzone erbij: 2025-07-01T09:30:00+02:00.",
        ),
    ),
)


def word_fault(specification: Specification, fault: StructuralFault, attribute: Attribute | None) -> Wording:
    """Message and remedy for a structural fault at a known field (None: a key that the model does not know)."""
    if attribute is None:
        return _unknown_key()
    worder = _WORDERS.get(fault.kind)
    if worder is None:
        return "Deze waarde is niet toegestaan.", "Vergelijk het veld met de documentatie."
    return worder(specification, fault.value, attribute)


def _unknown_key() -> Wording:
    return (
        "Deze sleutel kent de standaard hier niet, en andere sleutels zijn op deze plek niet toegestaan.",
        "Haal de sleutel weg of verbeter de spelling; let op hoofdletters.",
    )


def _required(_specification: Specification, _value: object, attribute: Attribute) -> Wording:
    return (
        f"Het verplichte veld `{attribute.wire_name}` ontbreekt.",
        f"Voeg het veld toe. Wat er hoort te staan: {attribute.definition}",
    )


def _wrong_type(specification: Specification, value: object, attribute: Attribute) -> Wording:
    expected = _expected(specification, attribute)
    message = f"Hier staat {_found(value)}, maar er hoort {expected} te staan."
    if value is None:
        return message, _FILL if attribute.required else "Laat het veld helemaal weg; null mag nergens."
    if value == "":
        return message, _FILL if attribute.required else _LEAVE_OUT
    return message, _type_remedy(specification, value, attribute)


def _type_remedy(specification: Specification, value: object, attribute: Attribute) -> str:
    data_type = specification.data_type(attribute.range)
    if attribute.many and not isinstance(value, list):
        return "Zet vierkante haken om de onderdelen, ook als het er maar één is."
    if data_type is None and specification.code_list(attribute.range) is None:
        return "Zet hier een onderdeel met eigen velden tussen accolades { }."
    base = data_type.base if data_type else "string"
    if base == "integer":
        return _integer_remedy(value)
    if base == "boolean":
        return "Schrijf true voor ja of false voor nee, zonder aanhalingstekens."
    if isinstance(value, bool | int | float):
        return "Zet de waarde tussen dubbele aanhalingstekens. Let op nullen vooraan: die vallen bij een getal weg."
    return "Zet hier één tekst tussen dubbele aanhalingstekens."


def _integer_remedy(value: object) -> str:
    if isinstance(value, float):
        return "Rond af op een heel getal; bedragen zijn in hele euro's, zonder centen."
    if isinstance(value, str):
        return "Haal de aanhalingstekens weg en schrijf alleen cijfers, zonder punt, komma of euroteken."
    return "Schrijf een heel getal, alleen cijfers."


def _not_in_list(specification: Specification, value: object, attribute: Attribute) -> Wording:
    code_list = specification.code_list(attribute.range)
    if isinstance(value, str) and not value.strip():
        return f"Dit veld is leeg. {_allowed(code_list)}", _LEAVE_OUT
    return (
        f"Deze waarde staat niet in de waardenlijst. {_allowed(code_list)}",
        "Kies een van deze waarden en schrijf haar precies zo; let op hoofdletters en spaties.",
    )


def _allowed(code_list: CodeList | None) -> str:
    values = [v.value for v in code_list.values] if code_list else []
    return f"Toegestaan: {', '.join(values)}."


def _date(_specification: Specification, value: object, attribute: Attribute) -> Wording:
    return _hint(
        attribute,
        _DATE_HINTS,
        value,
        ("Dit is geen datum in de vorm jaar-maand-dag.", "Schrijf de datum als 2025-03-14, zonder spaties."),
    )


def _date_time(_specification: Specification, value: object, attribute: Attribute) -> Wording:
    return _hint(
        attribute,
        _DATE_TIME_HINTS,
        value,
        (
            "Dit is geen datum met tijd en tijdzone, of het moment bestaat niet.",
            "Schrijf het zo: 2025-07-01T09:30:00+02:00.",
        ),
    )


def _hint(attribute: Attribute, hints: tuple[tuple[str, Wording], ...], value: object, default: Wording) -> Wording:
    text = str(value)
    message, remedy = next((words for pattern, words in hints if re.fullmatch(pattern, text, re.ASCII)), default)
    return message, _FILL if remedy == _LEAVE_OUT and attribute.required else remedy


def _email(_specification: Specification, value: object, _attribute: Attribute) -> Wording:
    if isinstance(value, str) and not value.strip():
        return "Dit veld is leeg, maar er hoort een e-mailadres te staan.", _LEAVE_OUT
    return "Dit is geen e-mailadres: er staat geen apenstaartje (@) in.", "Vul het hele e-mailadres in."


def _too_few(_specification: Specification, _value: object, attribute: Attribute) -> Wording:
    return (
        f"Deze lijst is te kort: minstens {attribute.min_items} nodig.",
        "Vul de lijst aan." if attribute.required else "Vul de lijst aan, of laat het veld helemaal weg.",
    )


def _too_many(_specification: Specification, _value: object, attribute: Attribute) -> Wording:
    return (
        f"Deze lijst is te lang: hoogstens {attribute.max_items} toegestaan.",
        "Haal weg wat hier niet hoort, of verdeel de gegevens over meer onderdelen.",
    )


def _not_unique(_specification: Specification, _value: object, _attribute: Attribute) -> Wording:
    return "In deze lijst staan twee precies gelijke onderdelen.", "Haal het dubbele onderdeel weg."


_WORDERS: dict[str, Callable[[Specification, object, Attribute], Wording]] = {
    "required": _required,
    "type": _wrong_type,
    "enum": _not_in_list,
    "format:date": _date,
    "format:date-time": _date_time,
    "format:email": _email,
    "minItems": _too_few,
    "maxItems": _too_many,
    "uniqueItems": _not_unique,
}

_BASES = {"string": "een tekst", "integer": "een heel getal", "boolean": "true of false"}
_FORMATS = {
    "date": "een datum (jaar-maand-dag)",
    "date-time": "een datum met tijd en tijdzone",
    "email": "een e-mailadres",
}


def _expected(specification: Specification, attribute: Attribute) -> str:
    if attribute.many:
        return "een lijst tussen vierkante haken [ ]"
    if specification.code_list(attribute.range) is not None:
        return "een waarde uit de waardenlijst"
    data_type = specification.data_type(attribute.range)
    return "een onderdeel met eigen velden" if data_type is None else _expected_value(data_type)


def _expected_value(data_type: DataType) -> str:
    return _FORMATS[data_type.format] if data_type.format else _BASES[data_type.base]


def _found(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true of false"
    if isinstance(value, float) and not value.is_integer():
        return "een getal met cijfers achter de komma"
    if isinstance(value, int | float):
        return "een getal"
    if isinstance(value, str):
        return "een tekst" if value else "een lege tekst"
    return "een lijst" if isinstance(value, list) else "een onderdeel met eigen velden"
