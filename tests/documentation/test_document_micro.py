from __future__ import annotations

import dataclasses
from pathlib import Path

import jinja2
import pytest

from ddas.comparison.history import past_of
from ddas.standard.specification import Specification
from ddas.standard.status import Status
from ddas_generators.emit.documents import documentation
from ddas_generators.emit.documents.documentation import build_documentation, emit_documentation
from tests.documentation.documentation_micro import micro
from tests.documentation.rendering import parse, render_document

EXPECTED = Path(__file__).with_name("micro.md")
NASTY = "[<b>|*x*_y_{#z}{{ q }}\\&amp;]"


def document(model: Specification) -> str:
    return build_documentation(model, past_of((model,)))


def test_expected_text() -> None:
    assert document(micro()) == EXPECTED.read_text(encoding="utf-8")


def test_a_version_not_in_force_says_so_first() -> None:
    texts = {
        status: document(dataclasses.replace(micro(), status=status)).split("\n## ")[0]
        for status in (Status.CONCEPT, Status.CONSULTATION, Status.ADOPTED, Status.RETIRED)
    }
    assert {s for s, text in texts.items() if "**Deze versie is vervallen.**" in text} == {"vervallen"}
    assert {s for s, text in texts.items() if "is niet vastgesteld**" in text} == {"concept", "consultatie"}


def test_one_artefact_in_utf8() -> None:
    (artefact,) = emit_documentation(micro(), past_of((micro(),)))
    assert artefact.path == "documentatie.md"
    assert artefact.content.decode() == document(micro())


def test_every_text_is_escaped() -> None:
    plain = parse(render_document(document(micro("MERK"))))
    nasty = parse(render_document(document(micro(NASTY))))
    assert plain.text.count("MERK") > 60
    assert nasty.text.replace(NASTY, "MERK") == plain.text
    assert nasty.ids == plain.ids
    assert nasty.links == plain.links


def test_a_missing_variable_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    functions = documentation._functions

    def without_counts(*arguments: object) -> object:
        return {k: v for k, v in functions(*arguments).items() if k != "counts"}  # type: ignore[arg-type]

    monkeypatch.setattr(documentation, "_functions", without_counts)
    with pytest.raises(jinja2.UndefinedError, match="counts"):
        document(micro())
