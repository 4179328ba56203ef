"""The kinds of business rules: one value each, looked up by the ``soort`` of a rule record."""

from __future__ import annotations

from ddas.rules.kinds.amounts import RANGE, SEQUENCE_NUMBER, SUM
from ddas.rules.kinds.birth_date import BIRTH_DATE, INCOMPLETE_BIRTH_DATE
from ddas.rules.kinds.date_order import DATE_ORDER
from ddas.rules.kinds.equality import EQUAL, FORBIDDEN_VALUE
from ddas.rules.kinds.filling import EMPTY, FILLED, FILLED_ONE_OF, FILLED_TOGETHER, NUMBER_FILLED
from ddas.rules.kinds.list_items import DIFFERENT_PERSONS, LIST_HOLDS, UNIQUE_IN_LIST
from ddas.rules.kinds.municipality import MUNICIPALITY_EXISTS
from ddas.rules.kinds.overlap import NO_OVERLAP
from ddas.rules.kinds.periods import AT_MOST_MONTHS, NOT_AFTER, OVERLAPS_PERIOD
from ddas.rules.kinds.references import ONE_REFERENCE, REFERENCE_EXISTS, SAME_ADDRESS
from ddas.rules.kinds.same_in_delivery import SAME_IN_DELIVERY, UNIQUE
from ddas.rules.kinds.text_form import ELEVEN_TEST, IN_CODE_LIST, LENGTH, PATTERN
from ddas.rules.kinds.unknown_key import SIMILAR_KEY, UNKNOWN_KEY
from ddas.rules.rule_kind import (
    Context,
    Hit,
    KeyKind,
    ListCheck,
    ListHit,
    ListKind,
    ObjectCheck,
    ObjectKind,
    RuleKind,
    Screen,
)

__all__ = [
    "RULE_KINDS",
    "Context",
    "Hit",
    "KeyKind",
    "ListCheck",
    "ListHit",
    "ListKind",
    "ObjectCheck",
    "ObjectKind",
    "RuleKind",
    "Screen",
]

RULE_KINDS: dict[str, RuleKind] = {
    "aantal_gevuld": NUMBER_FILLED,
    "bereik": RANGE,
    "een_verwijzing": ONE_REFERENCE,
    "elfproef": ELEVEN_TEST,
    "geboortedatum": BIRTH_DATE,
    "geboortedatum_onvolledig": INCOMPLETE_BIRTH_DATE,
    "geen_samenloop": NO_OVERLAP,
    "gelijk": EQUAL,
    "gemeente_bestaat": MUNICIPALITY_EXISTS,
    "gevuld": FILLED,
    "gevuld_een_van": FILLED_ONE_OF,
    "hoogstens_maanden": AT_MOST_MONTHS,
    "in_waardenlijst": IN_CODE_LIST,
    "leeg": EMPTY,
    "lengte": LENGTH,
    "lijst_bevat": LIST_HOLDS,
    "niet_na": NOT_AFTER,
    "onbekende_sleutel": UNKNOWN_KEY,
    "onbekende_sleutel_lijkt": SIMILAR_KEY,
    "overlapt_periode": OVERLAPS_PERIOD,
    "patroon": PATTERN,
    "samen": FILLED_TOGETHER,
    "som": SUM,
    "uniek": UNIQUE,
    "uniek_in_lijst": UNIQUE_IN_LIST,
    "verboden_waarde": FORBIDDEN_VALUE,
    "verschillende_personen": DIFFERENT_PERSONS,
    "verwijzing_bestaat": REFERENCE_EXISTS,
    "volgnummer": SEQUENCE_NUMBER,
    "volgorde": DATE_ORDER,
    "zelfde_adres": SAME_ADDRESS,
    "zelfde_in_levering": SAME_IN_DELIVERY,
}
