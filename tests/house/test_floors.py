"""Which room may use which: imports go down the floors, never up or sideways, and no modules import in a circle."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCE = ROOT / "generators"
PAGE = ROOT / "docs" / "besluiten" / "indeling.md"

FLOORS: tuple[tuple[str, ...], ...] = (
    ("ddas words",),  # errors, findings, version
    ("ddas.rendering",),
    ("ddas.standard", "ddas.terminal"),
    ("ddas.delivery", "ddas.rules"),
    ("ddas.validation", "ddas.sampling"),
    ("ddas.comparison", "ddas.migration", "ddas.privacy"),
    ("ddas.describing",),
    ("ddas surface",),  # what `import ddas` offers
    ("ddas_generators.model",),
    ("ddas_generators.lint", "ddas_generators.emit"),
    ("ddas_generators.editions", "ddas_generators.site", "ddas_generators.bootstrap"),
    ("ddas_generators.release", "ddas_generators.preview"),
    ("ddas_generators.commands",),
    ("ddas.cli",),  # calls the commands of maintainers through its one bridge
    ("ddas start",),  # python -m ddas
)
"""From the ground up. A room uses rooms on lower floors only; rooms on one floor do not know each other."""

_WORDS = {"ddas.errors", "ddas.findings", "ddas.version"}
_ROOT_ROOMS = {"ddas": "ddas surface", "ddas.__main__": "ddas start", "ddas_generators": "ddas words"}


def module_of(path: Path) -> str:
    return path.relative_to(SOURCE).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")


@cache
def modules() -> dict[str, Path]:
    found = {module_of(p): p for p in sorted(SOURCE.rglob("*.py"))}
    return {name: path for name, path in found.items() if name.startswith(("ddas.", "ddas_generators."))} | {
        "ddas": SOURCE / "ddas" / "__init__.py"
    }


def room_of(module: str) -> str:
    if module in _ROOT_ROOMS:
        return _ROOT_ROOMS[module]
    return "ddas words" if module in _WORDS else ".".join(module.split(".")[:2])


@cache
def imports_of(module: str) -> frozenset[str]:
    """The modules of ours that it imports, also inside functions; what is for type checkers alone does not count."""
    tree = ast.parse(modules()[module].read_text(encoding="utf-8"))
    typing_only = {
        id(inner)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and getattr(block.test, "id", "") == "TYPE_CHECKING"
        for inner in ast.walk(block)
    }
    return frozenset(
        name for node in ast.walk(tree) if id(node) not in typing_only for name in _names(node) if name in modules()
    )


def _names(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("ddas"):
        parts = [f"{node.module}.{alias.name}" for alias in node.names]
        yield from (part for part in parts if part in modules())
        if any(part not in modules() for part in parts):
            yield node.module


FLOOR_OF = {room: number for number, floor in enumerate(FLOORS) for room in floor}


@pytest.mark.parametrize("room", sorted({room_of(m) for m in modules()}))
def test_a_room_uses_lower_floors_only(room: str) -> None:
    wrong = sorted(
        f"{module} → {used}"
        for module in modules()
        if room_of(module) == room
        for used in imports_of(module)
        if room_of(used) != room and FLOOR_OF[room_of(used)] >= FLOOR_OF[room]
    )
    assert wrong == []


def test_no_module_stands_outside_a_room() -> None:
    assert {room_of(m) for m in modules()} == set(FLOOR_OF)


def test_no_circles() -> None:
    done: set[str] = set()
    on_the_way: list[str] = []

    def visit(module: str) -> None:
        assert module not in on_the_way, " → ".join([*on_the_way[on_the_way.index(module) :], module])
        if module in done:
            return
        on_the_way.append(module)
        for used in sorted(imports_of(module)):
            visit(used)
        on_the_way.pop()
        done.add(module)

    for module in modules():
        visit(module)


def test_the_page_draws_the_same_floors() -> None:
    drawn = [
        line.split("│")[1].split() for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("│")
    ]
    expected = [[room.split(".")[-1].removeprefix("ddas ") for room in floor] for floor in reversed(FLOORS)]
    assert [set(line) for line in drawn] == [set(line) for line in expected]
