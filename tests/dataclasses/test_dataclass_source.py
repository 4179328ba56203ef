from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from ddas.errors import ModelError
from ddas.standard.specification import ObjectType, Specification
from ddas_generators.emit.code.python.dataclass_names import attribute_name
from ddas_generators.emit.code.python.dataclasses import emit_dataclasses
from tests.dataclasses.dataclass_micro import EXPECTED, classes, micro
from tests.making.models import attribute, code_list, object_type

PUBLISHED_RULES = "E,F,W,I,B,UP,SIM"


def test_micro_model_gives_exactly_these_classes() -> None:
    (artefact,) = emit_dataclasses(micro())
    text = artefact.content.decode()
    assert artefact.path == "python/ddas_prf_v0_3.py"
    assert text[text.index("class Soort(StrEnum)") :] == EXPECTED


def test_head_says_what_the_file_is() -> None:
    (artefact,) = emit_dataclasses(micro())
    head = " ".join((ast.get_docstring(ast.parse(artefact.content)) or "").split())
    assert head.startswith("Proefmodel v0.3, als dataclasses. Gemaakt uit het model van prf-v0.3")
    assert "geen officiële publicatie van VNG, Divosa, NVVK of CBS. Het gepubliceerde schema gaat voor." in head
    assert "EUPL-1.2" in head


def test_module_exports_all_types_and_lists_on_the_wire(model: Specification, source: Path) -> None:
    (names,) = [
        ast.literal_eval(node.value)
        for node in ast.parse(source.read_bytes()).body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__"
    ]
    used = {a.range for _, a in model.iter_attributes()} - {t.name for t in model.data_types}
    assert names == sorted(used | {model.root, "OngeldigeGegevens", "Tijdstip"})


def test_module_imports_the_standard_library_only(source: Path) -> None:
    imports = [n for n in ast.walk(ast.parse(source.read_bytes())) if isinstance(n, ast.Import | ast.ImportFrom)]
    names = {a.name for n in imports if isinstance(n, ast.Import) for a in n.names}
    names |= {str(n.module) for n in imports if isinstance(n, ast.ImportFrom)}
    assert len(names) > 5
    assert {n.partition(".")[0] for n in names} <= sys.stdlib_module_names


def run(*command: str, folder: Path) -> None:
    result = subprocess.run([sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_mypy_strict_accepts_the_module_and_its_use(model: Specification, source: Path, tmp_path: Path) -> None:
    use = tmp_path / "gebruik.py"
    use.write_text(
        f"from {source.stem} import {model.root}\n\n\n"
        f"def kopie(tekst: bytes) -> {model.root}:\n"
        f"    gelezen: {model.root} = {model.root}.from_json(tekst)\n"
        f"    inhoud: dict[str, object] = gelezen.to_json()\n"
        f"    return {model.root}.from_json(inhoud)\n"
    )
    cache = str(tmp_path / "cache")
    run("mypy", "--strict", "--cache-dir", cache, "--no-incremental", source.name, str(use), folder=source.parent)


@pytest.mark.parametrize("target", [(), ("--target-version", "py311"), ("--target-version", "py313")])
def test_ruff_accepts_the_module(source: Path, target: tuple[str, ...]) -> None:
    run(
        "ruff",
        "check",
        "--isolated",
        "--no-cache",
        "--select",
        PUBLISHED_RULES,
        *target,
        source.name,
        folder=source.parent,
    )
    run("ruff", "check", "--isolated", "--no-cache", *target, source.name, folder=source.parent)


@pytest.mark.parametrize("width", ["88", "120"])
def test_ruff_format_leaves_the_module_alone(source: Path, width: str) -> None:
    run(
        "ruff",
        "format",
        "--check",
        "--isolated",
        "--no-cache",
        "--line-length",
        width,
        source.name,
        folder=source.parent,
    )


NASTY = 'Een \\ schuine\tstreep, """drie""" tekens, \\N{x} en een \x00 vreemd \u200b teken\\"'


@pytest.mark.parametrize("text", [NASTY, '"', '"""', "\\", '\\"', "é" * 200, '"" x ""'])
def test_texts_mean_themselves_whatever_they_hold(text: str) -> None:
    types = object_type("Bos", attribute("naam", "Tekst", wire_name=text, definition=text, label=text))
    (artefact,) = emit_dataclasses(classes(types))
    tree = ast.parse(artefact.content)
    strings = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    assert strings.count(text) == 2
    (docstring,) = [s for s in strings if "Verplichting: gevraagd." in s]
    assert " ".join(docstring.split()).startswith(" ".join(f"{text}. {text}".split()))


@pytest.mark.parametrize(
    "types",
    [
        pytest.param((object_type("Mapping"),), id="name of an import"),
        pytest.param((object_type("Tijdstip"),), id="name of the module itself"),
        pytest.param((object_type("Bos"), object_type("Bos")), id="twice"),
        pytest.param((object_type("Bos", attribute("a", "Tekst"), attribute("a", "Tekst")),), id="attribute twice"),
        pytest.param((object_type("Bos", attribute("overige_sleutels", "Tekst")),), id="underscore"),
        pytest.param((object_type("Bos", attribute("Bos", "Bos")),), id="hides a class"),
        pytest.param((object_type("Bos", attribute("kleur", "Kleur")),), id="unknown format"),
    ],
)
def test_impossible_models_are_refused(types: tuple[ObjectType, ...]) -> None:
    with pytest.raises(ModelError):
        list(emit_dataclasses(classes(*types)))


@pytest.mark.parametrize("codes", [("eenTwee", "eenTwee"), ("eenTwee", "een2wee", "eentwee"), ("een twee",), ("",)])
def test_codes_that_give_no_members_are_refused(codes: tuple[str, ...]) -> None:
    types = object_type("Bos", attribute("soort", "Soort"))
    lists = (code_list("Soort", *((f"w{index}", code) for index, code in enumerate(codes))),)
    with pytest.raises(ModelError):
        list(emit_dataclasses(classes(types, lists=lists)))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("naam", "naam"), ("class", "class_"), ("list", "list_"), ("datetime", "datetime_"), ("match", "match")],
)
def test_attribute_keeps_its_name_unless_python_needs_it(name: str, expected: str) -> None:
    assert attribute_name(attribute(name, "Tekst")) == expected


def test_attribute_with_a_name_of_python_reads_and_writes(bos: ModuleType) -> None:
    assert bos.Boom.from_json({'de "class"': "a"}).class_ == "a"
