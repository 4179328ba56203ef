"""The JSON Schema works in the tools that vendors use: Ajv in strict mode, and quicktype for their languages."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from ddas.standard.specification import Specification
from ddas.standard.wire_schema import build_json_schema
from tests.conftest import FAR_APART
from tests.wire.ajv import NODE, ajv_verdicts
from tests.wire.mutations import iter_single_mutations

# Where Ajv's formats are stricter than the publishers' yardstick: odd e-mail addresses and dates with odd years.
AJV_DIFFERS = re.compile(r"/email = |aanleverdatumEnTijd = |= 1e\+?\d|= inf|= 10{30}|0000-|=.*\\n")

pytestmark = [
    pytest.mark.node,
    pytest.mark.skipif(
        not (NODE / "node_modules").is_dir() or shutil.which("node") is None,
        reason="the npm packages are not installed: npm ci --prefix tests/node",
    ),
]


@pytest.fixture
def schema_file(specification: Specification, tmp_path: Path) -> Path:
    path = tmp_path / "uitwisselmodel.schema.json"
    path.write_text(json.dumps(build_json_schema(specification)), encoding="utf-8")
    return path


def test_ajv_strict_compiles_and_accepts_the_examples(specification: Specification, schema_file: Path) -> None:
    documents = [json.loads(e.content) for e in specification.examples]
    assert ajv_verdicts(schema_file, documents) == [True] * len(documents)


def test_ajv_agrees_on_single_mutations(specification: Specification, schema_file: Path) -> None:
    ours = Draft202012Validator(build_json_schema(specification), format_checker=FormatChecker())
    cases = [
        (n, d)
        for n, d in iter_single_mutations(specification)
        if not AJV_DIFFERS.search(n) and "Infinity" not in json.dumps(d)
    ]
    verdicts = ajv_verdicts(schema_file, [d for _, d in cases])
    differ = [n for (n, d), verdict in zip(cases, verdicts, strict=True) if ours.is_valid(d) != verdict]
    assert differ == []
    assert len(cases) > 10 * len(list(specification.iter_attributes()))


@pytest.mark.slow
@pytest.mark.parametrize("specification", FAR_APART, indirect=True)
@pytest.mark.parametrize(
    ("language", "file"),
    [("csharp", "Uitwisselmodel.cs"), ("java", "Uitwisselmodel.java"), ("typescript", "Uitwisselmodel.ts")],
)
def test_quicktype_makes_classes(
    specification: Specification, schema_file: Path, tmp_path: Path, language: str, file: str
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    command = [
        "npx",
        "--no-install",
        "quicktype",
        "-s",
        "schema",
        str(schema_file),
        "-o",
        str(out / file),
        "--lang",
        language,
    ]
    result = subprocess.run(command, cwd=NODE, capture_output=True, text=True, check=False, timeout=300)
    assert result.returncode == 0, result.stderr
    text = "\n".join(p.read_text(encoding="utf-8") for p in sorted(out.iterdir()))
    for object_type in specification.exchanged_types:
        assert re.search(rf"\b(class|interface)\s+{object_type.name}\b", text), object_type.name
    for _, attribute in specification.iter_attributes():
        assert attribute.wire_name in text
    if language == "typescript":
        check = ["npx", "--no-install", "tsc", "--noEmit", "--strict", "--lib", "es2020", str(out / file)]
        compiled = subprocess.run(check, cwd=NODE, capture_output=True, text=True, check=False, timeout=300)
        assert compiled.returncode == 0, compiled.stdout
