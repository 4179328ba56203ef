"""For each kind of change a pair of versions that differ in that alone, and every change that must be found."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ddas.standard.specification import (
    Alternative,
    CodeValue,
    Erratum,
    ExactLength,
    Example,
    FieldRename,
    Obligation,
    Phase,
    Purpose,
    RuleCase,
    Specification,
    TextSource,
    ValueRename,
)
from tests.comparison.comparison_micro import (
    field,
    micro,
    plus_field,
    with_field,
    with_item,
    with_type,
    with_values,
    without_field,
)
from tests.making.models import code_list, object_type

Expected = tuple[str, str, object, object, str]
"""Kind, path, before, after, breaks."""

OLD = micro("v1.0")
NEW = micro("v1.1")
OAK, BEECH = (v for v in OLD.code_lists[0].values)
BIRCH = CodeValue(value="Berk", code="berk", label="Berk", definition="Wat Berk is.")
TEXT = {"type": "string", "required": False}


@dataclass(frozen=True)
class Case:
    kind: str
    new: Specification
    expected: tuple[Expected, ...]
    old: Specification = OLD


def one(
    kind: str, new: Specification, path: str, before: object, after: object, breaks: str, old: Specification = OLD
) -> Case:
    return Case(kind, new, ((kind, path, before, after, breaks),), old)


def described(part: str, key: str, path: str) -> list[Case]:
    """Label and definition of a record that many elements have."""
    return [
        one("label_changed", with_item(NEW, part, key, label="Anders"), path, key, "Anders", "tekst"),
        one(
            "definition_changed", with_item(NEW, part, key, definition="X."), path, f"Wat {key} is.", "X.", "betekenis"
        ),
    ]


ROOTS = object_type("Wortel", field("diepte", "Getal"))
WITH_ROOTS = plus_field(NEW, "Boom", field("wortel", "Wortel"))
WITH_ROOTS = replace(WITH_ROOTS, object_types=(*WITH_ROOTS.object_types, ROOTS))
ROOTS_CONTENT = {"type": "object", "required": False, "fields": ["diepte"]}
LEAF_LIST = replace(
    plus_field(NEW, "Boom", field("blad", "EnumBlad")), code_lists=(*NEW.code_lists, code_list("EnumBlad", "Naald"))
)
LEAF = {"type": "EnumBlad", "required": False}
MOVED = replace(
    plus_field(without_field(NEW, "Eigenaar.woonplaats"), "Boom", field("woonplaats", "Tekst")),
    renames=(FieldRename(old="bomen[].eigenaar.woonplaats", new="bomen[].woonplaats", reason="x"),),
)
RULE = NEW.rules[0]
SURNAME_ONLY = Alternative(
    title="met alleen een achternaam",
    required=("achternaam",),
    absent=("woonplaats",),
    lengths=(ExactLength(attribute="achternaam", characters=3),),
)
TOWN_ONLY = Alternative(title="met alleen een woonplaats", required=("woonplaats",), absent=("achternaam",))

STRUCTURAL = [
    one("attribute_added", plus_field(NEW, "Boom", field("hoogte", "Tekst")), "bomen[].hoogte", None, TEXT, "levering"),
    one(
        "alternatives_changed",
        with_type(NEW, "Eigenaar", alternatives=(SURNAME_ONLY, TOWN_ONLY)),
        "bomen[].eigenaar",
        [],
        ["met achternaam (3 tekens) en niets ernaast", "met woonplaats en niets ernaast"],
        "strenger",
    ),
    one(
        "alternatives_changed",
        with_type(
            NEW, "Boom", alternatives=(Alternative(title="zonder kleur", required=("naam",), absent=("kleur",)),)
        ),
        "bomen[]",
        [],
        ["met naam, zonder kleur"],
        "strenger",
    ),
    one("attribute_added", plus_field(NEW, "Bos", field("hoogte", "Tekst")), "hoogte", None, TEXT, "ruimer"),
    one(
        "attribute_added",
        plus_field(NEW, "Boom", field("hoogte", "Tekst", required=True)),
        "bomen[].hoogte",
        None,
        TEXT | {"required": True},
        "strenger",
    ),
    one("attribute_removed", without_field(NEW, "Boom.naam"), "bomen[].naam", TEXT, None, "levering"),
    one(
        "attribute_removed",
        without_field(NEW, "Eigenaar.achternaam"),
        "bomen[].eigenaar.achternaam",
        TEXT,
        None,
        "strenger",
    ),
    one("object_type_added", WITH_ROOTS, "bomen[].wortel", None, ROOTS_CONTENT, "levering"),
    one(
        "object_type_removed",
        replace(NEW, version="v1.1"),
        "bomen[].wortel",
        ROOTS_CONTENT,
        None,
        "levering",
        replace(WITH_ROOTS, version="v1.0"),
    ),
    one(
        "attribute_renamed",
        replace(
            with_field(NEW, "Boom.naam", wire_name="Naam"),
            renames=(FieldRename(old="bomen[].naam", new="bomen[].Naam", reason="x"),),
        ),
        "bomen[].Naam",
        "bomen[].naam",
        "bomen[].Naam",
        "levering",
    ),
    one(
        "attribute_renamed",
        replace(
            with_field(NEW, "Eigenaar.achternaam", wire_name="Naam"),
            renames=(FieldRename(old="bomen[].eigenaar.achternaam", new="bomen[].eigenaar.Naam", reason="x"),),
        ),
        "bomen[].eigenaar.Naam",
        "bomen[].eigenaar.achternaam",
        "bomen[].eigenaar.Naam",
        "strenger",
    ),
    one(
        "attribute_moved", MOVED, "bomen[].woonplaats", "bomen[].eigenaar.woonplaats", "bomen[].woonplaats", "strenger"
    ),
    one("required_added", with_field(NEW, "Boom.naam", required=True), "bomen[].naam", False, True, "strenger"),
    one("required_removed", with_field(NEW, "Bos.nummer", required=False), "nummer", True, False, "ruimer"),
    one("type_changed", with_field(NEW, "Boom.naam", range="Getal"), "bomen[].naam", "string", "integer", "strenger"),
    one(
        "type_changed",
        with_field(NEW, "Boom.naam", range="EnumSoort"),
        "bomen[].naam",
        "string",
        "EnumSoort",
        "strenger",
    ),
    Case(
        "type_changed",
        with_field(NEW, "Boom.soort", range="Tekst"),
        (
            ("type_changed", "bomen[].soort", "EnumSoort", "string", "ruimer"),
            ("code_list_removed", "EnumSoort", ["Eik", "Beuk"], None, "code"),
        ),
    ),
    one("format_changed", with_field(NEW, "Boom.naam", range="Datum"), "bomen[].naam", None, "date", "strenger"),
    one(
        "format_changed",
        with_field(NEW, "Boom.plantdatum", range="Tekst"),
        "bomen[].plantdatum",
        "date",
        None,
        "ruimer",
    ),
    one(
        "cardinality_changed",
        with_field(NEW, "Bos.bomen", min_items=1),
        "bomen[]",
        "lijst 0..*",
        "lijst 1..*",
        "strenger",
    ),
    one(
        "cardinality_changed",
        with_field(NEW, "Bos.bomen", max_items=3),
        "bomen[]",
        "lijst 0..*",
        "lijst 0..3",
        "strenger",
    ),
    one(
        "cardinality_changed",
        with_field(NEW, "Boom.naam", many=True),
        "bomen[].naam[]",
        "enkel",
        "lijst 0..*",
        "strenger",
    ),
    one("uniqueness_changed", with_field(NEW, "Bos.bomen", unique_items=True), "bomen[]", False, True, "strenger"),
    one("code_value_added", with_values(NEW, "EnumSoort", OAK, BEECH, BIRCH), "EnumSoort=Berk", None, "Berk", "ruimer"),
    one("code_value_removed", with_values(NEW, "EnumSoort", OAK), "EnumSoort=Beuk", "Beuk", None, "strenger"),
    one(
        "code_value_renamed",
        replace(
            with_values(NEW, "EnumSoort", OAK, replace(BEECH, value="beuk")),
            value_renames=(ValueRename(code_list="EnumSoort", old="Beuk", new="beuk", reason="x"),),
        ),
        "EnumSoort=beuk",
        "Beuk",
        "beuk",
        "strenger",
    ),
    Case(
        "code_list_added",
        LEAF_LIST,
        (
            ("attribute_added", "bomen[].blad", None, LEAF, "levering"),
            ("code_list_added", "EnumBlad", None, ["Naald"], "code"),
        ),
    ),
    Case(
        "code_list_removed",
        NEW,
        (
            ("attribute_removed", "bomen[].blad", LEAF, None, "levering"),
            ("code_list_removed", "EnumBlad", ["Naald"], None, "code"),
        ),
        replace(LEAF_LIST, version="v1.0"),
    ),
    one("closed", with_type(NEW, "Boom", closed=True), "bomen[]", False, True, "levering"),
    one("opened", with_type(NEW, "Bos", closed=False), "", True, False, "levering"),
]
MEANING = [
    one(
        "obligation_changed",
        with_field(NEW, "Boom.naam", obligation=Obligation.REQUIRED),
        "bomen[].naam",
        "gevraagd",
        "verplicht",
        "levering",
    ),
    one("condition_changed", with_field(NEW, "Boom.naam", condition="Als."), "bomen[].naam", None, "Als.", "levering"),
    one("data_type_changed", with_field(NEW, "Boom.naam", range="Kleur"), "bomen[].naam", "Tekst", "Kleur", "levering"),
    one("length_changed", with_item(NEW, "data_types", "Tekst", length=9), "Tekst", None, 9, "levering"),
    one("pattern_changed", with_item(NEW, "data_types", "Tekst", pattern="a"), "Tekst", None, "a", "levering"),
    one(
        "value_list_changed",
        with_item(NEW, "data_types", "Tekst", code_list="EnumKleur"),
        "Tekst",
        None,
        "EnumKleur",
        "levering",
    ),
    one(
        "value_list_changed",
        with_values(NEW, "EnumKleur", NEW.code_lists[1].values[0]),
        "EnumKleur",
        ["Groen", "Rood"],
        ["Groen"],
        "levering",
    ),
    one("identifier_changed", with_field(NEW, "Boom.naam", name="titel"), "bomen[].naam", "naam", "titel", "code"),
    one(
        "identifier_changed",
        with_values(NEW, "EnumSoort", OAK, replace(BEECH, code="b")),
        "EnumSoort=Beuk",
        "beuk",
        "b",
        "code",
    ),
    one(
        "object_type_renamed",
        with_type(with_field(NEW, "Boom.eigenaar", range="Baas"), "Eigenaar", name="Baas"),
        "Baas",
        "Eigenaar",
        "Baas",
        "code",
    ),
    one("item_name_changed", with_field(NEW, "Bos.bomen", item="plant"), "bomen[]", "boom", "plant", "code"),
    one("uri_changed", with_field(NEW, "Boom.naam", uri="bos:x"), "bomen[].naam", "proef:naam", "bos:x", "code"),
    one(
        "definition_changed",
        with_field(NEW, "Boom.naam", definition="X."),
        "bomen[].naam",
        "Wat naam is.",
        "X.",
        "betekenis",
    ),
    one(
        "explanation_changed",
        with_field(NEW, "Boom.naam", explanation=("X.",)),
        "bomen[].naam",
        [],
        ["X."],
        "betekenis",
    ),
    one(
        "enforcement_changed",
        with_field(NEW, "Boom.naam", enforced_by=("BOS-001",)),
        "bomen[].naam",
        [],
        ["BOS-001"],
        "betekenis",
    ),
    one(
        "ground_changed", with_field(NEW, "Boom.naam", ground="schema"), "bomen[].naam", "boswet", "schema", "betekenis"
    ),
    one("field_phase_changed", with_field(NEW, "Boom.naam", phase="groei"), "bomen[].naam", None, "groei", "betekenis"),
    one(
        "personal_data_changed",
        with_field(NEW, "Boom.naam", personal_data="direct"),
        "bomen[].naam",
        "nee",
        "direct",
        "betekenis",
    ),
    one(
        "deprecation_changed",
        with_field(NEW, "Boom.naam", deprecated="Weg in v2.0."),
        "bomen[].naam",
        None,
        "Weg in v2.0.",
        "betekenis",
    ),
    one("label_changed", with_field(NEW, "Boom.naam", label="Roepnaam"), "bomen[].naam", "Naam", "Roepnaam", "tekst"),
    one("label_changed", with_type(NEW, "Bos", label="Woud"), "Bos", "Bos", "Woud", "tekst"),
    one(
        "label_changed",
        with_values(NEW, "EnumSoort", OAK, replace(BEECH, label="B")),
        "EnumSoort=Beuk",
        "Beuk",
        "B",
        "tekst",
    ),
    one("examples_changed", with_field(NEW, "Boom.naam", examples=("Kees",)), "bomen[].naam", [], ["Kees"], "tekst"),
    one("sources_changed", with_field(NEW, "Boom.naam", sources=("boswet",)), "bomen[].naam", [], ["boswet"], "tekst"),
    one(
        "name_sources_changed",
        with_field(NEW, "Boom.naam", name_sources=("boswet",)),
        "bomen[].naam",
        [],
        ["boswet"],
        "tekst",
    ),
    one(
        "name_sources_changed",
        with_values(NEW, "EnumSoort", OAK, replace(BEECH, name_sources=("boswet",))),
        "EnumSoort=Beuk",
        [],
        ["boswet"],
        "tekst",
    ),
    one(
        "purposes_changed",
        with_field(NEW, "Boom.naam", purposes=(Purpose.RETURN,)),
        "bomen[].naam",
        [],
        ["terugkeer"],
        "tekst",
    ),
    one(
        "asked_by_changed",
        with_field(NEW, "Boom.naam", asked_by=("boswet",)),
        "bomen[].naam",
        [],
        ["boswet"],
        "tekst",
    ),
    one("search_words_changed", with_type(NEW, "Boom", search_words=("plant",)), "Boom", [], ["plant"], "tekst"),
    one(
        "order_changed",
        with_values(NEW, "EnumSoort", BEECH, OAK),
        "EnumSoort",
        ["Eik", "Beuk"],
        ["Beuk", "Eik"],
        "tekst",
    ),
    *described("code_lists", "EnumSoort", "EnumSoort"),
    one("label_changed", with_item(NEW, "data_types", "Tekst", label="Anders"), "Tekst", "Tekst", "Anders", "tekst"),
]

RECORDS = [
    one("rule_added", NEW, "BOS-001", None, RULE.name, "regels", replace(OLD, rules=())),
    one("rule_removed", replace(NEW, rules=()), "BOS-001", RULE.name, None, "regels"),
    one(
        "rule_changed",
        with_item(NEW, "rules", "BOS-001", level="info"),
        "BOS-001",
        {"level": "fout"},
        {"level": "info"},
        "regels",
    ),
    one(
        "rule_cases_changed",
        with_item(NEW, "rules", "BOS-001", cases=(RuleCase(name="kaal", base="minimaal", patch="[]"),)),
        "BOS-001",
        {"cases": []},
        {"cases": "89071bb48cae"},
        "tekst",
    ),
    one(
        "rule_text_changed",
        with_item(NEW, "rules", "BOS-001", remedy="Vul in."),
        "BOS-001",
        {"remedy": "Vul de naam in."},
        {"remedy": "Vul in."},
        "tekst",
    ),
    one(
        "erratum_added",
        replace(NEW, errata=(*NEW.errata, Erratum(id="E2", title="T", fields=(), fault="f", reading="r", sources=()))),
        "E2",
        None,
        "T",
        "betekenis",
    ),
    one("erratum_removed", replace(NEW, errata=()), "BOS-E01", "De naam", None, "betekenis"),
    one(
        "erratum_changed",
        with_item(NEW, "errata", "BOS-E01", reading="X."),
        "BOS-E01",
        {"reading": "Gebruik letters."},
        {"reading": "X."},
        "betekenis",
    ),
    one(
        "phase_added",
        replace(NEW, phases=(*NEW.phases, Phase(code="kap", title="Kap", description="d", kind="hoofdlijn"))),
        "kap",
        None,
        "Kap",
        "betekenis",
    ),
    one("phase_removed", replace(NEW, phases=()), "groei", "Groei", None, "betekenis"),
    one(
        "phase_changed",
        with_item(NEW, "phases", "groei", leads_to=("kap",)),
        "groei",
        {"leads_to": []},
        {"leads_to": ["kap"]},
        "betekenis",
    ),
    one(
        "source_added",
        replace(NEW, sources=(*NEW.sources, TextSource(code="x", title="X", kind="wet"))),
        "x",
        None,
        "X",
        "tekst",
    ),
    one("source_removed", replace(NEW, sources=()), "boswet", "Boswet", None, "tekst"),
    one(
        "source_changed",
        with_item(NEW, "sources", "boswet", kind="eigen"),
        "boswet",
        {"kind": "wet"},
        {"kind": "eigen"},
        "tekst",
    ),
    one(
        "example_added",
        replace(NEW, examples=(*NEW.examples, Example(name="leeg", title="Leeg", description="d", content=""))),
        "leeg",
        None,
        "Leeg",
        "tekst",
    ),
    one("example_removed", replace(NEW, examples=()), "klein", "Klein bos", None, "tekst"),
    one(
        "example_changed",
        with_item(NEW, "examples", "klein", content="[]\n"),
        "klein",
        {"content": "ca3d163bab05"},
        {"content": "37517e5f3dc6"},
        "tekst",
    ),
    one("standard_text_changed", replace(NEW, title="Bos"), "title", "DDAS Bosbeheer", "Bos", "tekst"),
    one(
        "concept_added",
        plus_field(NEW, "Park", field("hek", "Tekst", exchanged=False)),
        "Park.hek",
        None,
        "Hek",
        "betekenis",
    ),
    one("concept_removed", without_field(NEW, "Boom.geheim"), "Boom.geheim", "Geheim", None, "betekenis"),
    one(
        "concept_removed", replace(NEW, code_lists=NEW.code_lists[:2]), "EnumPark", ["Stad", "Land"], None, "betekenis"
    ),
    one(
        "concept_changed",
        with_field(NEW, "Park.oppervlak", many=True),
        "Park.oppervlak",
        {"many": False},
        {"many": True},
        "betekenis",
    ),
    one(
        "concept_changed",
        with_values(NEW, "EnumPark", NEW.code_lists[2].values[0]),
        "EnumPark",
        ["Stad", "Land"],
        ["Stad"],
        "betekenis",
    ),
]

CASES = [*STRUCTURAL, *MEANING, *RECORDS]
