"""The machine knows no domain: what is about one stands in the model, and reaches the code through a specification."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pytest

from tests.conftest import ROOT, STANDARDS, load_standard

SOURCE = ROOT / "generators"
ABOUT_ONE_DOMAIN = {
    "ddas/migration/pairs/": "what changed between two versions of a domain",
    "ddas/sampling/stories/": "how the invented deliveries of a domain hang together",
}
"""Where a domain's own words belong, and why."""
NAME_OF_THE_PROGRAMME = "Data Delen Armoede en Schulden"
COMPOUND = re.compile(r"[a-z].*[A-Z_]")
"""``startdatumLevering``: surely the name of a field; ``naam`` can be a key in a file of ours too."""
SHORTEST_STEM = 6


def field_names() -> set[str]:
    found = set()
    for specification in map(load_standard, STANDARDS):
        found.add(specification.domain.listing)
        for object_type, attribute in specification.iter_attributes():
            if attribute.many and object_type is specification.root_type:
                found.add(attribute.wire_name)
            found |= {n for n in (attribute.name, attribute.wire_name) if COMPOUND.search(n)}
    return found


def stems() -> set[str]:
    """``schuldhulp`` of ``schuldhulpverlening`` and its list ``schuldhulptrajecten``; else the whole name."""
    found = set()
    for domain in {load_standard(code).domain for code in STANDARDS}:
        shared = [_shared(domain.name, other) for other in (domain.listing, domain.unit)]
        found.add(min((s for s in shared if len(s) >= SHORTEST_STEM), key=len, default=domain.name))
    return found


def _shared(first: str, second: str) -> str:
    """What the two begin with."""
    return "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))


FIELDS = field_names()
STEMS = re.compile("|".join(sorted(stems())), re.IGNORECASE)


def iter_literals(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def is_allowed(path: Path) -> bool:
    return path.relative_to(SOURCE).as_posix().startswith(tuple(ABOUT_ONE_DOMAIN))


def machine() -> list[Path]:
    return [p for p in sorted(SOURCE.rglob("*.py")) if not is_allowed(p)]


@pytest.mark.parametrize("path", machine(), ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_no_module_of_the_machine_names_a_field(path: Path) -> None:
    assert FIELDS.isdisjoint(iter_literals(path))


def test_no_file_of_the_machine_names_a_domain() -> None:
    texts = (".py", ".j2", ".html", ".js", ".css", ".json", ".md", ".yaml")
    every = [p for p in SOURCE.rglob("*") if p.suffix in texts and not is_allowed(p)]
    every += [ROOT / "Makefile", ROOT / "mkdocs.yml"]
    found = {
        f"{path.relative_to(ROOT).as_posix()}:{number}"
        for path in every
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if STEMS.search(line.replace(NAME_OF_THE_PROGRAMME, ""))
    }
    assert found == set()


def test_every_allowed_place_is_needed() -> None:
    for place in ABOUT_ONE_DOMAIN:
        files = (SOURCE / place).rglob("*.py")
        assert any(not FIELDS.isdisjoint(iter_literals(file)) for file in files), place


def test_the_words_are_those_of_the_domains() -> None:
    assert {
        "leveringen",
        "schuldhulptrajecten",
        "vroegsignalen",
        "aanvragen",
        "startdatumLevering",
        "aanleverende_organisatie",
    } <= FIELDS
    assert stems() == {"schuldhulp", "vroegsigna", "armoede"}
