"""Who may import whom, and that importing ddas stays light."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCE = ROOT / "generators"
BUILD_ONLY = {"ddas_generators", "linkml", "linkml_runtime", "jinja2", "mkdocs", "yaml", "lxml", "cryptography"}
BRIDGE = SOURCE / "ddas" / "cli" / "build_commands.py"
LINKML_MODULES = {"load.py", "metamodel.py"}


def imported(path: Path) -> Iterator[tuple[str, bool]]:
    """Top-level package of each import, and whether it stands inside a function."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
    inside = {id(node) for function in functions for node in ast.walk(function)}
    typing_only = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and getattr(block.test, "id", "") == "TYPE_CHECKING"
        for node in ast.walk(block)
    }
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            for name in node.names:
                yield name.name.split(".")[0], id(node) in inside
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0], id(node) in inside


@pytest.mark.parametrize(
    "path", sorted((SOURCE / "ddas").rglob("*.py")), ids=lambda p: p.relative_to(SOURCE).as_posix()
)
def test_runtime_does_not_import_the_build_side(path: Path) -> None:
    wrong = {name for name, inside in imported(path) if name in BUILD_ONLY and not (path == BRIDGE and inside)}
    assert wrong == set()


def test_only_two_modules_import_linkml() -> None:
    using = {p.name for p in SOURCE.rglob("*.py") if any(n.startswith("linkml") for n, _ in imported(p))}
    assert using <= LINKML_MODULES


def test_importing_ddas_loads_nothing_heavy() -> None:
    code = "import sys, ddas, ddas.cli.main; print(' '.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {m for m in loaded if m.split(".")[0] in BUILD_ONLY | {"jsonschema", "rich", "http"}} == set()
    heavy = {m for m in loaded if m.startswith(("ddas.comparison", "ddas.validation", "ddas.migration"))}
    assert heavy <= {"ddas.validation", "ddas.validation.rendering", "ddas.validation.rendering.shown"}


def test_generate_leaves_the_heavy_half_of_linkml_alone() -> None:
    code = "import sys, ddas_generators.commands.generate; print(' '.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "linkml_runtime" in loaded
    assert "linkml" not in loaded


def modules() -> list[str]:
    names = []
    for package in ("ddas", "ddas_generators"):
        found = importlib.import_module(package)
        names += [package] + [m.name for m in pkgutil.walk_packages(found.__path__, f"{package}.")]
    return names


@pytest.mark.parametrize("name", modules())
def test_all_names_what_exists(name: str) -> None:
    module = importlib.import_module(name)
    exported = getattr(module, "__all__", [])  # ruff keeps it sorted
    assert len(set(exported)) == len(exported)
    assert [n for n in exported if not hasattr(module, n)] == []
    assert module.__doc__


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests").rglob("*.py")), ids=lambda p: p.relative_to(ROOT / "tests").as_posix()
)
def test_no_test_is_used_by_another_module(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
    named += [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]
    assert [m for m in named if m.startswith("tests.") and m.rpartition(".")[2].startswith("test_")] == []
