"""The pages of a version: everything in the model has one place, and every text shows as it is."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from ddas.delivery.xml_form import to_xml
from ddas.errors import DdasError
from ddas.standard.identity import StandardId, Version
from ddas.standard.specification import Specification
from ddas.standard.specification_json import specification_to_json
from ddas.standard.status import Status
from ddas.validation.structure.fault_codes import STRUCTURAL_RULES
from ddas_generators.emit.code.python.dataclasses import emit_dataclasses
from ddas_generators.emit.schemas.json_files import emit_json_schema
from ddas_generators.site.addresses import relative_link
from ddas_generators.site.build import build_site, plan_site
from ddas_generators.site.frame import make_frame
from ddas_generators.site.link_check import find_broken_links
from ddas_generators.site.pages import MENU, SINGLE_ADDRESSES, make_pages
from ddas_generators.site.search_index import make_search_index
from ddas_generators.site.snippets import make_snippets
from ddas_generators.site.version_site import VersionSite
from tests.conftest import ROOT, STANDARDS, load_standard
from tests.site.site_pages import Ids, pages_of

ODD = "Naam (100%) met <b>haken</b>, *ster*, _streep_, [link](x), `code`, {{ vak }} en & teken"


@pytest.mark.parametrize("code", STANDARDS)
def test_everything_has_exactly_one_place(code: str) -> None:
    specification, pages = load_standard(code), pages_of(code)
    addresses = VersionSite(specification, (specification,)).addresses
    expected = sum(1 + len(o.attributes) for o in specification.object_types)
    expected += sum(1 + len(c.values) for c in specification.code_lists)
    for part in ("data_types", "rules", "errata", "phases", "sources"):
        expected += len(getattr(specification, part))
    expected += len(STRUCTURAL_RULES)
    assert len(addresses) == len(set(addresses.values())) == expected
    ids = {address: Counter(Ids(page.html).ids) for address, page in pages.items()}
    for name, address in addresses.items():
        page, _, place = address.partition("#")
        assert page in pages, name
        assert not place or ids[page][place] == 1, name
    for address, counts in ids.items():
        assert set(counts.values()) <= {1}, address


@pytest.mark.parametrize("code", STANDARDS)
def test_every_page_has_one_heading_at_the_top_and_no_gap_in_the_levels(code: str) -> None:
    for address, page in pages_of(code).items():
        levels = [int(n) for n in re.findall(r"<h([1-6])\b", page.html)]
        assert levels[:1] == [1], address
        assert levels.count(1) == 1, address
        assert all(b <= a + 1 for a, b in pairwise(levels)), address


def test_every_field_page_says_what_the_model_says() -> None:
    specification, pages = load_standard("shv-v1.0"), pages_of("shv-v1.0")
    for object_type, a in specification.iter_attributes():
        text = " ".join(Ids(pages[f"veld/{object_type.name}/{a.name}/"].html).text.split())
        wanted = [a.label, a.wire_name, a.name, a.obligation, a.uri, *a.examples, *a.search_words, *a.enforced_by]
        wanted += [a.definition, *a.explanation, a.condition]
        for piece in wanted:
            shown = " ".join(str(piece).replace("`", "").split())
            assert shown in text or piece == "schema", (object_type.name, a.name, piece)


def odd(specification: Specification) -> Specification:
    """The specification with odd texts in one of everything."""
    first, second, *rest = specification.object_types
    field = replace(second.attributes[0], label=ODD, definition=ODD, explanation=(ODD,), search_words=(ODD,))
    second = replace(second, label=ODD, definition=ODD, attributes=(field, *second.attributes[1:]))
    rule = replace(specification.rules[0], name=ODD, message=ODD, remedy=ODD, explanation=ODD)
    lists = specification.code_lists
    value = replace(lists[0].values[0], value="<x> & 0%", label=ODD, definition=ODD)
    lists = (replace(lists[0], label=ODD, values=(value, *lists[0].values[1:])), *lists[1:])
    erratum = replace(specification.errata[0], title=ODD, fault=ODD, reading=ODD)
    return replace(
        specification,
        object_types=(first, second, *rest),
        rules=(rule, *specification.rules[1:]),
        code_lists=lists,
        errata=(erratum, *specification.errata[1:]),
    )


def test_odd_texts_show_as_they_are() -> None:
    specification = odd(load_standard("shv-v1.0"))
    shown = ODD.replace("`", "")
    pages = {p.address: p for p in make_pages(VersionSite(specification, (specification,)))}
    second, rule = specification.object_types[1], specification.rules[0]
    for address in (
        f"objecttype/{second.name}/",
        f"veld/{second.name}/{second.attributes[0].name}/",
        f"regel/{rule.id}/",
        f"waardenlijst/{specification.code_lists[0].name}/",
        "errata/",
        "overzicht/",
        "vragen/",
        "begrippen/",
    ):
        assert shown in " ".join(Ids(pages[address].html).text.split()), address
        assert "<b>haken" not in pages[address].html, address
    assert "<b>haken" not in "".join(p.html for p in pages.values())
    index = make_search_index(VersionSite(specification, (specification,)), tuple(pages.values()))
    assert ODD in [r["t"] for r in json.loads(index.removeprefix("window.ddasIndex=").removesuffix(";\n"))]


@pytest.mark.slow
def test_odd_texts_show_as_they_are_around_the_page_too(tmp_path: Path) -> None:
    """Menu, trail, title and description are filled in by the theme."""
    specification = odd(load_standard("shv-v1.0"))
    place = tmp_path / "generated" / specification.id.folder
    place.mkdir(parents=True)
    (place / "specification.json").write_text(specification_to_json(specification), encoding="utf-8")
    with suppress(DdasError):  # links to files that were not made here
        build_site(plan_site(ROOT, tmp_path / "site", only=["shv-v1.0"], generated=tmp_path / "generated"))
    made = tmp_path / "site" / specification.id.folder
    second = specification.object_types[1]
    html = (made / "veld" / second.name / second.attributes[0].name / "index.html").read_text(encoding="utf-8")
    text = " ".join(Ids(html).text.split())
    assert text.count(ODD.replace("`", "")) + text.count(ODD) >= 6
    assert not [p for p in made.rglob("*.html") if "<b>haken" in p.read_text(encoding="utf-8")]


def test_the_same_field_in_other_versions_is_followed_through_renames() -> None:
    versions = tuple(load_standard(c) for c in STANDARDS)
    site = VersionSite(load_standard("shv-v1.0"), versions)
    found = {
        e.specification.version: (e.object_type.name, e.attribute.wire_name)
        for e in site.elsewhere["Client.burgerservicenummer"]
    }
    assert found == {
        "v0.8": ("Client", "bsn"),
        "v0.9": ("Client", "Burgerservicenummer"),
        "v0.10": ("Client", "Burgerservicenummer"),
        "v1.1": ("Client", "burgerservicenummer"),
    }
    frame = make_frame(site, pages_of("shv-v1.0")["veld/Client/burgerservicenummer/"])
    assert {v["label"] for v in frame["versions"]} == {"v0.8", "v0.9", "v0.10", "v1.0", "v1.1"}
    assert frame["newer"] is None


def test_a_past_version_points_at_the_one_in_force() -> None:
    versions = tuple(load_standard(c) for c in STANDARDS)
    frame = make_frame(VersionSite(load_standard("shv-v0.9"), versions), pages_of("shv-v0.9")["overzicht/"])
    assert frame["newer"]["label"] == "v1.0"
    assert frame["newer"]["href"] == "../../v1.0/overzicht/index.html"
    concept = make_frame(VersionSite(load_standard("shv-v1.1"), versions), pages_of("shv-v1.1")["overzicht/"])
    assert concept["newer"] is None


def test_the_menu_and_the_addresses_of_rules_fit_the_pages() -> None:
    assert {address for _, address in MENU} <= SINGLE_ADDRESSES
    specification = load_standard("shv-v1.0")
    for rule in specification.rules:
        uri = specification.id.rule_uri(rule.id)
        assert f"{uri.removeprefix(specification.id.uri + '/')}/" in pages_of("shv-v1.0")


@pytest.mark.parametrize(
    ("here", "address", "link"),
    [
        ("", "veld/Client/bsn/", "veld/Client/bsn/index.html"),
        ("veld/Client/bsn/", "", "../../../index.html"),
        ("regel/X/", "errata/#erratum-x", "../../errata/index.html#erratum-x"),
        ("errata/", "errata/#erratum-x", "#erratum-x"),
        ("downloads/", "velden.csv", "../velden.csv"),
    ],
)
def test_links_are_relative(here: str, address: str, link: str) -> None:
    assert relative_link(here, address) == link


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<p id="x"><a href="b.html#y">b</a><a href="#x">x</a><a href="c.html">c</a><a href="../d.html">d</a>'
    )
    (tmp_path / "b.html").write_text('<a href="a.html#x">a</a><a href="https://voorbeeld.example/">ver</a>')
    broken = find_broken_links(tmp_path, tmp_path.glob("*.html"))
    assert sorted(broken) == [("a.html", "b.html#y"), ("a.html", "c.html")]


@pytest.mark.parametrize("code", ["shv-v1.0", "vs-v0.9"])
def test_snippets_for_vendors_run(code: str, tmp_path: Path) -> None:
    specification = load_standard(code)
    for artefact in (*emit_json_schema(specification), *emit_dataclasses(specification)):
        (tmp_path / Path(artefact.path).name).write_bytes(artefact.content)
    (tmp_path / "levering.json").write_text(specification.examples[0].content, encoding="utf-8")
    xml = to_xml(json.loads(specification.examples[0].content), specification)
    (tmp_path / "levering.xml").write_bytes(xml)
    for source in make_snippets(specification).values():
        done = subprocess.run([sys.executable, "-c", source], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    for name in ("nieuwe-levering.json", "levering-uit-xml.json"):
        assert json.loads((tmp_path / name).read_text()) == json.loads(specification.examples[0].content)


def test_a_new_version_needs_nothing_but_its_model() -> None:
    base = load_standard("vs-v0.9")
    new = replace(base, version="v7.3", status=Status.CONCEPT, rules=(), errata=(), examples=(), predecessor=None)
    assert new.id == StandardId(domain=base.domain, version=Version(7, 3))
    assert len(list(make_pages(VersionSite(new, (base, new))))) > 80
