"""Every derived name is unique and follows from domain and version alone."""

from __future__ import annotations

import pytest

from ddas.errors import DdasError
from ddas.standard.identity import BASE_URI, Domain, StandardId, Version
from ddas.standard.wire_schema import build_json_schema
from tests.conftest import STANDARDS, load_standard, registered_versions

DOMAIN = Domain(name="toestellen", code="tst", title="Toestellen", listing="toestellen", unit="toestel")


def test_derived_names() -> None:
    standard = StandardId(domain=DOMAIN, version=Version(0, 10))
    assert standard.code == "tst-v0.10"
    assert standard.folder == "toestellen/v0.10"
    assert standard.artefact_uri("a.json") == "https://w3id.org/ddas/toestellen/v0.10/a.json"
    assert standard.rule_uri("TST-001") == "https://w3id.org/ddas/toestellen/v0.10/regel/TST-001"
    assert standard.xml_namespace == "https://w3id.org/ddas/toestellen/v0.10/xml"
    assert standard.python_module == "ddas_tst_v0_10"


@pytest.mark.parametrize("derive", ["code", "folder", "uri", "xml_namespace", "python_module"])
def test_derived_names_are_unique(derive: str) -> None:
    names = [getattr(v.id, derive) for v in registered_versions()]
    assert len(set(names)) == len(names)


def test_schema_ids_are_unique_and_only_that_of_a_study_is_not_official() -> None:
    ids = {code: build_json_schema(load_standard(code))["$id"] for code in STANDARDS}
    assert len(set(ids.values())) == len(ids)
    for code, identifier in ids.items():
        assert identifier.startswith(BASE_URI) is not load_standard(code).status.is_study


def test_versions_compare_by_number() -> None:
    assert Version.parse("v0.9") < Version.parse("v0.10") < Version.parse("v1.0")
    assert str(Version.parse("v0.10")) == "v0.10"


@pytest.mark.parametrize("text", ["", "1.0", "v1", "v1.0.0", "v01.0", "v1.0 ", "V1.0", "v-1.0", "v１.0", "v99999.0"])
def test_wrong_versions_are_refused(text: str) -> None:
    with pytest.raises(DdasError, match="is geen versie"):
        Version.parse(text)
