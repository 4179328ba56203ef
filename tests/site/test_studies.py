"""The site of a study: that it is one, and who asks for what now."""

from __future__ import annotations

import re

import pytest

from ddas_generators.site.frame import make_frame
from ddas_generators.site.pages import make_pages
from ddas_generators.site.version_site import VersionSite
from tests.conftest import STANDARDS, load_standard

ADDRESS = "wie-vraagt/"
STUDIES = [code for code in STANDARDS if load_standard(code).status.is_study]


def site_of(code: str) -> VersionSite:
    return VersionSite(load_standard(code), (load_standard(code),))


@pytest.mark.parametrize("code", STUDIES)
def test_the_page_says_of_every_marked_element_who_asks(code: str) -> None:
    site = site_of(code)
    specification = site.specification
    page = next(p for p in make_pages(site) if p.address == ADDRESS)
    assert page.title == f"{specification.domain.name.capitalize()}: wie vraagt nu wat"
    rows = [
        re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S) for row in re.findall(r"<tr>(.*?)</tr>", page.html, re.S)
    ]
    columns = [s.code for s in specification.sources if s.title in rows[0]]
    assert columns
    told = [
        [source for source, cell in zip(columns, cells, strict=True) if cell == "ja"] or [last]
        for _, *cells, last in rows
        if "Voor zover bekend niemand" not in last
    ]
    marked = [v for c in specification.code_lists if any(v.asked_by for v in c.values) for v in c.values]
    fields = [a for _, a in specification.iter_attributes() if specification.object_type(a.range) is None]
    order = {source: index for index, source in enumerate(columns)}
    expected = [sorted(e.asked_by, key=order.__getitem__) or ["niemand"] for e in (*marked, *fields)]
    assert told == expected
    assert ["niemand"] in told


@pytest.mark.parametrize("code", STUDIES)
def test_every_page_of_a_study_leads_to_it(code: str) -> None:
    site = site_of(code)
    first = next(iter(make_pages(site)))
    assert ADDRESS + "index.html" in {entry["href"] for entry in make_frame(site, first)["more"]}


def test_another_version_has_no_such_page() -> None:
    official = next(code for code in STANDARDS if load_standard(code).status.is_adopted)
    assert ADDRESS not in {page.address for page in make_pages(site_of(official))}
