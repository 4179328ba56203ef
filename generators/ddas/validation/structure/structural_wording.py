"""Dutch words for structural faults: what is wrong, what is expected, what to do. Never the value itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from ddas.standard.places import item_word
from ddas.standard.specification import Attribute, CodeList, DataType, Obligation, Specification
from ddas.standard.value_kinds import ValueKind
from ddas.validation.structure.explainer import StructuralFault

__all__ = ["Wording", "word_fault", "word_unknown_key"]

Wording = tuple[str, str]
"""Message and remedy."""

_LEAVE_OUT = "Laat het veld helemaal weg als er niets in te vullen is; null en lege tekst mogen hier niet."
_NO_ITEMS = "Is er geen, laat dan het veld helemaal weg."
_EMPTY_ITEM = "Vul het onderdeel in, of haal het uit de lijst."
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


def word_fault(specification: Specification, fault: StructuralFault, attribute: Attribute) -> Wording:
    """Message and remedy for a structural fault at a field that the model knows."""
    if fault.kind == "type" and fault.pointer and isinstance(fault.pointer[-1], int):
        message, remedy = _wrong_type(specification, fault.value, replace(attribute, many=False))
        return message, _EMPTY_ITEM if fault.value is None or fault.value == "" else remedy
    worder = _WORDERS.get(fault.kind)
    if worder is None:
        return "Deze waarde is niet toegestaan.", "Vergelijk het veld met de documentatie."
    return worder(specification, fault.value, attribute)


def word_unknown_key(similar: str | None) -> Wording:
    """Message and remedy for a key that a closed object does not know; ``similar``: the key it probably should be."""
    message = "De standaard kent dit veld hier niet, en andere velden zijn op deze plek niet toegestaan."
    if similar is None:
        return message, "Haal het veld weg, of vraag uw softwareleverancier waarvoor het dient."
    return (
        f"{message} De naam lijkt op `{similar}`.",
        f"Bedoelt u `{similar}`? Verander dan de naam. Haal het veld niet zomaar weg: dan verdwijnen de gegevens.",
    )


def _required(_specification: Specification, _value: object, attribute: Attribute) -> Wording:
    return (
        f"Het verplichte veld `{attribute.wire_name}` ontbreekt.",
        f"Voeg het veld toe. Wat er hoort te staan: {attribute.definition}",
    )


def _wrong_type(specification: Specification, value: object, attribute: Attribute) -> Wording:
    expected = _expected(specification, attribute)
    message = f"Hier staat {_found(value)}, maar er hoort {expected} te staan."
    if value is None or value == "":
        return message, _empty_remedy(attribute)
    return message, _type_remedy(specification, value, attribute)


def _type_remedy(specification: Specification, value: object, attribute: Attribute) -> str:
    target = specification.target(attribute.range)
    if attribute.many and not isinstance(value, list):
        return "Zet vierkante haken om de onderdelen, ook als het er maar één is."
    if target.kind is ValueKind.OBJECT:
        return "Zet hier een onderdeel met eigen velden tussen accolades { }."
    if target.kind is ValueKind.WHOLE_NUMBER:
        return _integer_remedy(value)
    if target.kind is ValueKind.BOOLEAN:
        return "Schrijf true voor ja of false voor nee, zonder aanhalingstekens."
    name = (target.code_list or "") if isinstance(target, DataType) else target.name
    code_list = specification.code_list(name)
    if code_list is not None:
        return f"Schrijf een van de waarden tussen dubbele aanhalingstekens. {_allowed(code_list)}"
    if target.kind is ValueKind.DATE:
        return 'Schrijf de datum tussen dubbele aanhalingstekens: "2025-03-14".'
    if target.kind is ValueKind.DATE_TIME:
        return 'Schrijf het tijdstip tussen dubbele aanhalingstekens: "2025-07-01T09:30:00+02:00".'
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
        return f"Dit veld is leeg. {_allowed(code_list)}", _empty_remedy(attribute)
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
    return message, _empty_remedy(attribute) if remedy == _LEAVE_OUT else remedy


def _empty_remedy(attribute: Attribute) -> str:
    """What to do with a field that is there but holds nothing."""
    if attribute.obligation is Obligation.REQUIRED:
        return "Vul het veld in: het is verplicht."
    if attribute.obligation is Obligation.CONDITIONAL:
        return f"Vul het veld in als dit geldt: {attribute.condition} Laat het anders helemaal weg."
    return _LEAVE_OUT


def _email(_specification: Specification, value: object, attribute: Attribute) -> Wording:
    if isinstance(value, str) and not value.strip():
        return "Dit veld is leeg, maar er hoort een e-mailadres te staan.", _empty_remedy(attribute)
    return "Dit is geen e-mailadres: er staat geen apenstaartje (@) in.", "Vul het hele e-mailadres in."


def _too_few(specification: Specification, _value: object, attribute: Attribute) -> Wording:
    item = item_word(specification, attribute)
    add = f"Zet er minstens {attribute.min_items} {item} in."
    return (
        f"Deze lijst is te kort: er hoort minstens {attribute.min_items} {item} in te staan.",
        add if attribute.required or attribute.obligation is Obligation.REQUIRED else f"{add} {_NO_ITEMS}",
    )


def _too_many(specification: Specification, _value: object, attribute: Attribute) -> Wording:
    return (
        f"Deze lijst is te lang: hoogstens {attribute.max_items} keer {item_word(specification, attribute)}.",
        "Kijk welke onderdelen hier niet horen en haal die weg.",
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

_EXPECTED: Mapping[ValueKind, str] = {
    ValueKind.TEXT: "een tekst",
    ValueKind.EMAIL: "een e-mailadres",
    ValueKind.DATE: "een datum (jaar-maand-dag)",
    ValueKind.DATE_TIME: "een datum met tijd en tijdzone",
    ValueKind.WHOLE_NUMBER: "een heel getal",
    ValueKind.BOOLEAN: "true of false",
    ValueKind.CODE: "een waarde uit de waardenlijst",
    ValueKind.OBJECT: "een onderdeel met eigen velden",
}


def _expected(specification: Specification, attribute: Attribute) -> str:
    if attribute.many:
        return "een lijst tussen vierkante haken [ ]"
    return _EXPECTED[specification.target(attribute.range).kind]


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
