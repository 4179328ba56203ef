"""What we know of the past versions, as facts of their models."""

from __future__ import annotations

import pytest

from ddas.standard.json_paths import list_json_paths
from ddas.standard.specification import Specification
from tests.conftest import STANDARDS, load_standard

PAST = [code for code in STANDARDS if load_standard(code).status == "vervallen"]


def fields(code: str) -> set[str]:
    return {f"{o.name}.{a.name}" for o, a in load_standard(code).iter_attributes()}


def wire_names(code: str) -> dict[str, str]:
    return {f"{o.name}.{a.name}": a.wire_name for o, a in load_standard(code).iter_attributes()}


def values(code: str, name: str) -> dict[str, str]:
    code_list = load_standard(code).code_list(name)
    assert code_list is not None
    return {v.code: v.value for v in code_list.values}


@pytest.mark.parametrize("code", PAST)
def test_obligations_are_those_of_the_schema(code: str) -> None:
    for _, attribute in load_standard(code).iter_attributes():
        expected = ("verplicht", ("schema",), "schema") if attribute.required else ("gevraagd", (), "json-schema")
        assert (str(attribute.obligation), attribute.enforced_by, attribute.ground) == expected


@pytest.mark.parametrize("code", PAST)
def test_everything_has_a_text(code: str) -> None:
    specification = load_standard(code)
    assert specification.rules == ()
    parts = [
        *specification.exchanged_types,
        *(a for _, a in specification.iter_attributes()),
        *specification.code_lists,
        *(v for c in specification.code_lists for v in c.values),
    ]
    assert [p.label for p in parts if not (p.label and p.definition and p.sources)] == []


@pytest.mark.parametrize("code", PAST)
def test_no_text_speaks_of_a_rule_or_a_field_that_is_not_there(code: str) -> None:
    specification: Specification = load_standard(code)
    texts = [
        (f"{o.name}.{a.name}", " ".join((a.definition, *a.explanation))) for o, a in specification.iter_attributes()
    ]
    texts += [(o.name, " ".join((o.definition, *o.explanation))) for o in specification.exchanged_types]
    for path, text in texts:
        assert "Verplicht als" not in text, path
        assert "volgt een waarschuwing" not in text, path
        assert "Lever dit niet aan" not in text, path
        if "VoorlopigeVoorziening" not in list_json_paths(specification):
            assert "voorlopige voorziening" not in text, path
        if code in ("shv-v0.8", "shv-v0.9"):
            assert "beschikkingsdatum" not in text, path


def test_amounts_are_in_cents_in_v0_8_only() -> None:
    for code in STANDARDS:
        ranges = {a.range for _, a in load_standard(code).iter_attributes()}
        assert ("BedragInCenten" in ranges) == (code == "shv-v0.8")
        assert ("Bedrag" in ranges) == (code != "shv-v0.8")


def test_a_renamed_field_keeps_its_identifier() -> None:
    old, new = wire_names("shv-v0.8"), wire_names("shv-v0.9")
    assert {p: (old[p], new[p]) for p in old.keys() & new.keys() if old[p] != new[p]} == {
        "Uitwisselmodel.startdatumLevering": ("aanleverperiodeStartdatum", "startdatumLevering"),
        "Uitwisselmodel.einddatumLevering": ("aanleverperiodeEinddatum", "einddatumLevering"),
        "AanleverendeOrganisatie.statutaireNaam": ("naam", "(Statutaire) Naam"),
        "Client.burgerservicenummer": ("bsn", "Burgerservicenummer"),
        "Client.geboortedatum": ("geboortedatum", "Geboortedatum"),
        "Client.geslachtsaanduiding": ("geslacht", "Geslachtsaanduiding"),
        "Client.postcode": ("postcode", "Postcode"),
    }
    assert wire_names("shv-v0.9")["Schuld.schuldsoort"] == "soort"
    assert wire_names("shv-v0.10")["Schuld.schuldsoort"] == "schuldsoort"


def test_the_step_to_v1_0_is_one_field_and_one_value() -> None:
    assert fields("shv-v1.0") - fields("shv-v0.10") == {"Uitstroom.datumBeeindigingsbeschikking"}
    assert fields("shv-v0.10") - fields("shv-v1.0") == set()
    old, new = values("shv-v0.10", "EnumBeschikkingssoort"), values("shv-v1.0", "EnumBeschikkingssoort")
    assert old.keys() - new.keys() == {"beeindigingsbeschikking"}


def test_debts_move_to_the_trajectory_in_v0_10() -> None:
    paths = {code: list_json_paths(load_standard(code))["Schuld"] for code in ("shv-v0.8", "shv-v0.9", "shv-v0.10")}
    assert paths == {
        "shv-v0.8": ("schuldhulptrajecten[].client[].leefsituatie[].schulden[]",),
        "shv-v0.9": ("leveringen[].schuldhulptrajecten[].client[].leefsituatie[].schulden[]",),
        "shv-v0.10": ("leveringen[].schuldhulptrajecten[].schulden[]",),
    }


def test_three_lists_differ_between_the_versions_of_vroegsignalering() -> None:
    assert fields("vs-v0.1") == fields("vs-v0.9")
    names = [c.name for c in load_standard("vs-v0.9").code_lists]
    differ = {n for n in names if set(values("vs-v0.1", n).values()) != set(values("vs-v0.9", n).values())}
    assert differ == {"EnumContactsoort", "EnumEindresultaat", "EnumSignaalstatus"}
    assert "Opgepakt" in values("vs-v0.1", "EnumSignaalstatus").values()


def test_a_code_means_one_wire_value_unless_it_was_renamed() -> None:
    renamed = {
        (name, code)
        for pair in (("shv-v0.9", "shv-v0.10"), ("shv-v0.10", "shv-v1.0"))
        for name in {c.name for c in load_standard(pair[0]).code_lists}
        & {c.name for c in load_standard(pair[1]).code_lists}
        for code, value in values(pair[0], name).items()
        if values(pair[1], name).get(code, value) != value
    }
    assert renamed == set()
