"""A study: what lint asks of it that it asks of no other model."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from ddas_generators.lint import Fault, lint
from ddas_generators.model.register import read_register

BASE = "https://studie.example/ddas/"


@pytest.fixture
def study(toy: Path) -> Path:
    """The toy as a study: nothing asked, everything marked, and names of its own."""
    register = toy / "model" / "versies.yaml"
    text = register.read_text(encoding="utf-8").replace("status: concept", "status: studie")
    register.write_text(text.replace("    code: bvh\n", f"    code: bvh\n    basis: {BASE}\n"), encoding="utf-8")
    folder = toy / "model" / "bootverhuur" / "v1.0"
    for path in folder.glob("*.yaml"):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        for class_ in (data.get("classes") or {}).values():
            for attribute in (class_.get("attributes") or {}).values():
                _propose(attribute)
        for rule in data.get("regels") or []:
            rule["niveau"] = "info"
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        path.write_text(text.replace("https://w3id.org/ddas/bootverhuur", f"{BASE}bootverhuur"), encoding="utf-8")
    return folder


def _propose(attribute: dict[str, object]) -> None:
    if "uitwisselmodel" not in attribute.get("in_subset", ()):  # type: ignore[operator]
        return
    attribute.pop("required", None)
    notes = attribute["annotations"]
    assert isinstance(notes, dict)
    notes.pop("voorwaarde", None)
    notes |= {"verplichting": "voorstel", "afgedwongen": "geen", "grond": "eigen duiding", "wie_vraagt": "niemand"}


def faults(study: Path) -> list[str]:
    root = study.parents[2]
    (version,) = read_register(root)
    return [f"{f.subject}: {f.message}" for f in lint(root, version) if f.id == Fault.STUDY_WRONG]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_study_that_asks_nothing_and_looks_like_nothing_official_is_right(study: Path) -> None:
    assert faults(study) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("verhuur.yaml", "verplichting: voorstel", "verplichting: gevraagd", "Schrijf 'verplichting: voorstel'"),
        ("verhuur.yaml", "wie_vraagt: niemand", "wie_vraagt: [havenblat]", "'wie_vraagt' klopt niet"),
        ("verhuur.yaml", "wie_vraagt: niemand", "wie_vraagt: [niemand, havenblad]", "'wie_vraagt' klopt niet"),
        ("regels.yaml", "niveau: info", "niveau: fout", "een studie keurt niets af"),
        ("schema.yaml", f"{BASE}bootverhuur/v1.0", "https://w3id.org/ddas/bootverhuur/v1.0", "lijkt officieel"),
        ("schema.yaml", f"{BASE}bootverhuur/begrip", "https://w3id.org/ddas/bootverhuur/begrip", "lijkt officieel"),
    ],
)
def test_a_study_that_asks_or_looks_official_is_not(study: Path, file: str, old: str, new: str, words: str) -> None:
    change(study / file, old, new)
    (found,) = faults(study)
    assert words in found


def test_another_model_proposes_nothing(toy: Path) -> None:
    path = toy / "model" / "bootverhuur" / "v1.0" / "verhuur.yaml"
    change(path, "verplichting: gevraagd", "verplichting: voorstel")
    (version,) = read_register(toy)
    assert [f.id for f in lint(toy, version)] == [Fault.STUDY_WRONG]
