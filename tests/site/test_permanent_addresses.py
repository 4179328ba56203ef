"""The feed, and the permanent addresses: every identifier leads, by the rules for w3id, to a place on the site."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from ddas.standard.identity import BASE_URI
from ddas.standard.specification import Revision, Specification
from ddas_generators.emit.documents.rule_catalogue import list_structural_rules
from ddas_generators.site.feed import has_feed, make_feed
from tests.conftest import ROOT, STANDARDS, load_standard
from tests.site.site_pages import Ids

RULES_FILE = ROOT / "docs" / "w3id" / ".htaccess"
HOST = "https://ddas.example"
ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass(frozen=True)
class Rule:
    pattern: re.Pattern[str]
    target: str


def read_rules() -> list[Rule]:
    """The part of mod_rewrite that the file uses: one variable, patterns, references, stop at the first that fits."""
    lines = [line.split() for line in RULES_FILE.read_text(encoding="utf-8").splitlines()]
    kept = [words for words in lines if words and not words[0].startswith("#")]
    assert kept[:2] == [["RewriteEngine", "On"], ["RewriteRule", "^", "-", f"[E=SITE:{HOST}]"]]
    assert all(words[0] == "RewriteRule" and words[3:] == ["[R=302,L]"] for words in kept[2:])
    return [Rule(re.compile(pattern), target) for _, pattern, target, _ in kept[2:]]


def follow(identifier: str, rules: list[Rule]) -> str | None:
    """Where a browser is sent, below the root of the site."""
    path, _, fragment = identifier.removeprefix(BASE_URI).partition("#")
    for rule in rules:
        found = rule.pattern.search(path)
        if found:
            target = found.expand(re.sub(r"\$(\d)", r"\\\1", rule.target.replace("%{ENV:SITE}", HOST)))
            assert target.startswith(f"{HOST}/"), target
            return target.removeprefix(f"{HOST}/") + (f"#{fragment}" if fragment else "")
    return None


def identifiers_of(specification: Specification) -> Iterator[str]:
    id = specification.id
    yield from (id.uri, f"{id.uri}/", id.xml_namespace, BASE_URI + id.code, f"{BASE_URI}{id.domain.name}")
    yield from (id.rule_uri(rule) for rule in _rules(specification))
    for object_type in specification.object_types:
        for uri in (object_type.uri, *(a.uri for a in object_type.attributes)):
            prefix, _, name = uri.partition(":")
            assert prefix == id.domain.code
            yield f"{BASE_URI}{id.domain.name}/begrip/{name}"
    for file in sorted((ROOT / "model" / id.folder).glob("*.yaml")):  # the models themselves
        yield from re.findall(r"^id: (\S+)$", file.read_text(encoding="utf-8"), re.MULTILINE)


def _rules(specification: Specification) -> list[str]:
    return [*(r.id for r in specification.rules), *(id for id, *_ in list_structural_rules(specification))]


@pytest.mark.parametrize("code", [c for c in STANDARDS if load_standard(c).domain.is_official])
def test_every_identifier_leads_to_a_place_on_the_site(site: Path, generated: Path, code: str) -> None:
    rules, specification = read_rules(), load_standard(code)
    folder = generated / specification.id.folder
    files = [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()]
    known = [*identifiers_of(specification), *(specification.id.artefact_uri(name) for name in files)]
    if "conformance.zip" in files:
        known.append(specification.id.artefact_uri("conformance/manifest.schema.json"))
    assert len(known) > 50
    lost = [i for i in known if (place := follow(i, rules)) is None or not (site / place).is_file()]
    assert lost == []
    for identifier in known:
        assert _ends(site, site / str(follow(identifier, rules))), identifier


def _ends(site: Path, page: Path) -> bool:
    """A page that leads on does so to a page, or a place on one, that is there."""
    if page.suffix != ".html" or page.stat().st_size > 2_000:
        return True
    link = re.search(r'url=([^"#]+)(?:#([^"]+))?"', page.read_text(encoding="utf-8"))
    assert link is not None
    target = (page.parent / link[1]).resolve()
    assert target.is_relative_to(site.resolve())
    return target.is_file() and (link[2] is None or link[2] in Ids(target.read_text(encoding="utf-8")).ids)


def test_identifiers_of_what_versions_share_lead_somewhere_and_others_do_not(site: Path) -> None:
    rules = read_rules()
    shared = ["", "report.schema.json", "changes.schema.json", "feed.xml", "regelschema", "gedeeld/v1/typen"]
    for name in shared:
        assert (site / str(follow(BASE_URI + name, rules))).is_file(), name
    for name in ("report.schema.json", "changes.schema.json"):
        assert json.loads((site / name).read_bytes())["$id"] == BASE_URI + name
    for strange in ("../etc/passwd", "//elders.example/", "a b", "x/v1.0/regel/<script>"):
        assert follow(BASE_URI + strange, rules) is None, strange


def test_the_feed_has_what_has_a_day_and_every_page_names_it(site: Path) -> None:
    feed = ET.parse(site / "feed.xml").getroot()
    entries = feed.findall(f"{ATOM}entry")
    days = [_text(e, "updated") for e in entries]
    expected = sum(
        (s.publication is not None and s.publication.date is not None)
        + (s.date is not None)
        + sum(r.date is not None for r in s.revisions)
        for s in map(load_standard, STANDARDS)
    )
    assert len(entries) == len({_text(e, "id") for e in entries}) == expected > 0
    assert days == sorted(days, reverse=True)
    assert _text(feed, "updated") == days[0]
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert (site / link.attrib["href"]).is_file()
    for page in ("index.html", "schuldhulpverlening/v1.0/veld/Client/postcode/index.html"):
        found = re.search(
            r'<link rel="alternate" type="application/atom\+xml"[^>]* href="([^"]+)">',
            (site / page).read_text(encoding="utf-8"),
        )
        assert found is not None, page
        assert ((site / page).parent / found[1]).resolve() == (site / "feed.xml").resolve()


def test_a_day_that_is_not_known_is_not_made_up() -> None:
    bare = replace(load_standard("shv-v1.0"), publication=None, date=None, revisions=(Revision(number=1, reason="x"),))
    assert not has_feed([bare])
    known = Revision(number=2, date="2026-02-03", reason="Tekst met <b> & meer.", stricter=("Strenger.",))
    feed = ET.fromstring(make_feed([replace(bare, revisions=(*bare.revisions, known))]).encode())
    (entry,) = feed.findall(f"{ATOM}entry")
    assert _text(entry, "updated") == "2026-02-03T00:00:00Z"
    assert _text(entry, "summary") == "Tekst met <b> & meer. Strenger."
    assert urlsplit(_text(entry, "id")).fragment == "revisie-2"


def _text(element: ET.Element, name: str) -> str:
    text = element.findtext(f"{ATOM}{name}")
    assert text is not None
    return text
