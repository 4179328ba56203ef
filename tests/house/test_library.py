"""The library is what ``ddas.__all__`` names: it only grows, is typed, loads late, and pages use nothing else."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import ddas
from tests.conftest import ROOT

PROMISED = {
    "Breaks": ("STRICTER", "WIDER"),
    "Change": ("breaks", "kind", "path"),
    "ChangeKind": (),
    "Comparison": ("changes", "least_step", "new", "of", "old", "witnesses"),
    "DdasError": (),
    "ExceptionUse": ("count", "pattern", "reason", "rule", "status", "until"),
    "FileReport": (
        "advice",
        "checked",
        "chosen_by",
        "exceptions",
        "file",
        "findings",
        "has_at_least",
        "levels",
        "other_version",
        "passed",
        "records",
        "records_word",
        "rules",
        "standard",
        "totals",
        "verdict",
    ),
    "Finding": (
        "column",
        "file",
        "label",
        "level",
        "line",
        "link",
        "message",
        "place",
        "pointer",
        "remedy",
        "rule",
    ),
    "Level": ("ERROR", "INFO", "WARNING"),
    "Migration": ("changes", "chosen_by", "elements", "has_losses", "source", "strays", "target", "unused_options"),
    "Municipality": ("code", "held_in", "name", "successors", "valid_from", "valid_until"),
    "MunicipalityList": ("by_code", "find", "successors", "version"),
    "Refusal": ("message",),
    "Report": (
        "across",
        "across_rules",
        "exit_code",
        "files",
        "note",
        "to_html",
        "to_json",
        "to_junit",
        "to_sarif",
        "to_text",
    ),
    "RuleResult": ("count", "explanation", "id", "level", "link", "remedy", "shown", "title"),
    "Specification": ("code_list", "domain", "id", "object_type", "rule", "rules", "status"),
    "Witness": ("accepted_by", "change", "document", "refused_by"),
    "__version__": (),
    "diff": ("old", "new"),
    "find_specification": ("code",),
    "from_xml": ("data", "specification"),
    "iter_specifications": (),
    "migrate": ("source", "to", "output", "standard", "values"),
    "read_municipalities": ("path",),
    "to_xml": ("delivery", "specification"),
    "validate": ("source", "standard", "max_per_rule", "rules", "exceptions", "municipalities", "day"),
}
"""Each name with the members of the class or the parameters of the function that users may count on.

Add what is new. Take nothing away: somebody's program uses it.
"""

_INIT = ROOT / "generators" / "ddas" / "__init__.py"
_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), ROOT / "README.md"])
PROGRAMS = [
    pytest.param(text, id=f"{page.relative_to(ROOT).as_posix()}-{number}")
    for page in PAGES
    for number, text in enumerate(_BLOCK.findall(page.read_text(encoding="utf-8")))
]


def test_nothing_was_taken_away() -> None:
    assert set(ddas.__all__) == PROMISED.keys()


@pytest.mark.parametrize("name", PROMISED)
def test_members_and_parameters_are_there(name: str) -> None:
    value = getattr(ddas, name)
    if inspect.isclass(value):
        assert set(PROMISED[name]) <= {*dir(value), *getattr(value, "__slots__", ())}
        assert value.__doc__
    elif callable(value):
        assert tuple(inspect.signature(value).parameters)[: len(PROMISED[name])] == PROMISED[name]
        assert value.__doc__


def test_names_are_loaded_from_where_type_checkers_look() -> None:
    tree = ast.parse(_INIT.read_text(encoding="utf-8"))
    block = next(n for n in tree.body if isinstance(n, ast.If))
    typed = {a.name: n.module for n in block.body if isinstance(n, ast.ImportFrom) for a in n.names}
    assert typed == dict(ddas._MODULE_BY_NAME)
    assert typed.keys() | {"__version__"} == set(ddas.__all__)


def test_importing_and_looking_around_load_nothing() -> None:
    code = "import sys; before = set(sys.modules); import ddas; dir(ddas); print(*(set(sys.modules) - before))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {m for m in loaded if m.startswith("ddas")} == {"ddas", "ddas.version"}
    assert {"msgspec", "json", "dataclasses"} & set(loaded) == set()


def test_completion_shows_the_library_alone() -> None:
    assert [n for n in dir(ddas) if not n.startswith("_")] == sorted(n for n in ddas.__all__ if n[0] != "_")


def test_what_is_no_part_of_it_is_not_there() -> None:
    with pytest.raises(AttributeError, match="CheckOptions"):
        ddas.CheckOptions  # noqa: B018


@pytest.mark.slow
def test_type_checkers_see_every_type(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "from io import BytesIO\n"
        "from pathlib import Path\n"
        "from typing import assert_type\n"
        "import ddas\n"
        "from ddas import Finding, Level, Report\n"
        "report = ddas.validate('a.json')\n"
        "assert_type(report, Report)\n"
        "ddas.validate(Path('a.json')); ddas.validate(b''); ddas.validate(BytesIO()); ddas.validate({'a': 1})\n"
        "ddas.validate([bytearray(), memoryview(b''), 'a.json'], municipalities=ddas.read_municipalities())\n"
        "assert_type(report.files[0].findings, tuple[Finding, ...])\n"
        "assert_type(report.to_sarif(Level.ERROR), str)\n"
        "assert_type(ddas.diff('shv-v0.10', ddas.find_specification('shv-v1.0')), ddas.Comparison)\n"
        "outcome = ddas.migrate('a', to='shv-v1.0', output='b')\n"
        "assert_type(outcome, ddas.Migration | ddas.Refusal)\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file=", str(program)],
        env={"MYPYPATH": str(ROOT / "generators"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    own = [line for line in done.stdout.splitlines() if "program.py" in line]
    assert (own, done.stderr) == ([], "")


def test_there_are_programs() -> None:
    assert sum("ddas" in parameters.values[0] for parameters in PROGRAMS) >= 8  # type: ignore[operator]


@pytest.mark.parametrize("program", PROGRAMS)
def test_pages_use_the_library_alone(program: str) -> None:
    used = set()
    for node in ast.walk(ast.parse(program)):
        if isinstance(node, ast.Import):
            assert [a.name for a in node.names if a.name.startswith("ddas.")] == []
        elif isinstance(node, ast.ImportFrom):
            assert not (node.module or "").startswith("ddas.")
            used |= {a.name for a in node.names} if node.module == "ddas" else set()
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "ddas":
            used.add(node.attr)
    assert used <= set(ddas.__all__)
