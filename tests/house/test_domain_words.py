"""The machine knows no domain: names of fields stand in the model, and reach the code through a specification."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, STANDARDS, load_standard

SOURCE = ROOT / "generators"
ABOUT_ONE_DOMAIN = ("ddas/migration/pairs/", "ddas/sampling/", "ddas/migration/slots.py")
"""Where a domain's own words belong: what changed between two of its versions, and its invented people."""
COMPOUND = re.compile(r"[a-z].*[A-Z_]")
"""``startdatumLevering``: surely the name of a field; ``naam`` can be a key in a file of ours too."""


def domain_words() -> set[str]:
    found = set()
    for specification in map(load_standard, STANDARDS):
        found.add(specification.domain.listing)
        for object_type, attribute in specification.iter_attributes():
            if attribute.many and object_type is specification.root_type:
                found.add(attribute.wire_name)
            found |= {n for n in (attribute.name, attribute.wire_name) if COMPOUND.search(n)}
    return found


WORDS = domain_words()


def iter_literals(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def machine() -> list[Path]:
    every = sorted(SOURCE.rglob("*.py"))
    return [p for p in every if not p.relative_to(SOURCE).as_posix().startswith(ABOUT_ONE_DOMAIN)]


@pytest.mark.parametrize("path", machine(), ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_no_module_of_the_machine_names_a_field(path: Path) -> None:
    assert WORDS.isdisjoint(iter_literals(path))


def test_the_words_are_those_of_the_domains() -> None:
    assert {
        "leveringen",
        "schuldhulptrajecten",
        "vroegsignalen",
        "startdatumLevering",
        "aanleverende_organisatie",
    } <= WORDS
    pair = SOURCE / "ddas" / "migration" / "pairs" / "shv_v0_8_to_v0_9.py"
    assert not WORDS.isdisjoint(iter_literals(pair))
