"""``tekst_uit``: what comes along, what an element keeps for itself, and what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ddas.errors import ModelError
from ddas.standard.specification import Attribute, Purpose, Specification
from ddas_generators.model.load import load
from ddas_generators.model.register import read_register
from tests.conftest import ROOT, load_standard

TOY = ROOT / "tests" / "lint" / "toy"
FILE = "model/bootverhuur/v1.0/verhuur.yaml"


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    shutil.copytree(TOY, tmp_path / "toy")
    folder = tmp_path / "toy" / "model" / "bootverhuur" / "v1.0" / "voorbeelden"
    folder.mkdir(exist_ok=True)
    (folder / "voorbeelden.yaml").write_text("voorbeelden: []\n", encoding="utf-8")
    return tmp_path / "toy"


def load_toy(root: Path) -> Specification:
    (version,) = read_register(root)
    return load(root, version)


def borrower(root: Path, before: str = "", after: str = "") -> Attribute:
    path = root / FILE
    text = path.read_text(encoding="utf-8")
    start = text.index("      opvolger:")
    assert before in text[start:]
    path.write_text(text[:start] + text[start:].replace(before, after, 1), encoding="utf-8")
    return attribute(load_toy(root), "Werf.opvolger")


def attribute(specification: Specification, path: str) -> Attribute:
    owner, _, name = path.partition(".")
    object_type = specification.object_type(owner)
    assert object_type is not None
    return next(a for a in object_type.attributes if a.name == name)


def test_the_text_comes_along_and_the_rest_is_its_own(toy: Path) -> None:
    found = borrower(toy)
    source = attribute(load_toy(toy), "Verhuring.ligplaats")
    assert (found.label, found.definition, found.sources) == (source.label, source.definition, source.sources)
    assert found.label == "Ligplaats"
    assert found.name_sources == source.name_sources == ("havenblad",)
    assert found.purposes == source.purposes == (Purpose.DEBTS,)
    assert (found.range, found.personal_data, found.exchanged) == ("Regel5", "direct", False)


def test_examples_come_along_when_the_type_is_the_same(toy: Path) -> None:
    assert borrower(toy).examples == ()
    assert borrower(toy, "range: Regel5", "range: Regel4").examples == ("A12",)


def test_own_examples_and_own_explanation_count_instead(toy: Path) -> None:
    own = "range: Regel4\n        comments: ['Alleen hier.']\n        examples:\n          - value: 'B7'"
    found = borrower(toy, "range: Regel5", own)
    assert (found.examples, found.explanation, found.label) == (("B7",), ("Alleen hier.",), "Ligplaats")


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("bvh-v1.0#Verhuring.steiger", "dat bestaat niet"),
        ("bvh-v7.0#Verhuring.ligplaats", "dat bestaat niet"),
        ("Verhuring.ligplaats", "dat bestaat niet"),
        ("bvh-v1.0#Werf.opvolger", "dat leent zijn tekst zelf ook"),
    ],
)
def test_a_reference_that_leads_nowhere_stops_the_load(toy: Path, reference: str, words: str) -> None:
    with pytest.raises(ModelError) as caught:
        borrower(toy, "bvh-v1.0#Verhuring.ligplaats", reference)
    assert str(caught.value).startswith("Werf.opvolger: ")
    assert words in str(caught.value)
    assert "ddas lint" in str(caught.value)


def test_every_kind_of_element_borrows() -> None:
    old, new = load_standard("shv-v0.9"), load_standard("shv-v1.0")
    pairs = [
        (old.object_type("Schuld"), new.object_type("Schuld")),
        (attribute(old, "Schuld.peildatum"), attribute(new, "Schuld.peildatum")),
        (old.code_list("EnumSchuldensoort"), new.code_list("EnumSchuldensoort")),
    ]
    for mine, theirs in pairs:
        assert mine is not None
        assert theirs is not None
        assert mine.definition == theirs.definition != ""
        assert mine.search_words == theirs.search_words != ()
    mine, theirs = old.code_list("EnumSchuldensoort"), new.code_list("EnumSchuldensoort")
    assert mine is not None
    assert theirs is not None
    assert [v.definition for v in mine.values] == [v.definition for v in theirs.values]
