"""The page for vendors: its program runs on the real corpus, and its example is in it."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

from ddas_generators.emit.deliveries.corpus.archive import build_manifest_schema
from ddas_generators.emit.schemas.json_files import emit_json_schema
from tests.conformance.corpora import archive
from tests.conftest import ROOT, load_standard

PAGE = ROOT / "docs" / "conformiteit.md"


def block(language: str) -> str:
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    return str(found)


def test_program_agrees_with_every_case(tmp_path: Path) -> None:
    for artefact in emit_json_schema(load_standard("shv-v1.0")):
        (tmp_path / artefact.path).write_bytes(artefact.content)
    with zipfile.ZipFile(io.BytesIO(archive("shv-v1.0"))) as files:
        files.extractall(tmp_path / "conformance")
    done = subprocess.run(
        [sys.executable, "-c", block("python")], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"\d{3} gevallen goed; fout: \[\]\n", done.stdout)


def test_example_is_a_case() -> None:
    example = json.loads(block("json"))
    with zipfile.ZipFile(io.BytesIO(archive("shv-v1.0"))) as files:
        cases = {c["name"]: c for c in json.loads(files.read("manifest.json"))["cases"]}
    assert cases[example["name"]] == example


def test_table_names_fields_of_the_manifest() -> None:
    fields = build_manifest_schema(load_standard("shv-v1.0"))["properties"]["cases"]["items"]["properties"]
    table = PAGE.read_text(encoding="utf-8").split("| Veld | Betekenis |")[1].split("\n\n")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) <= fields.keys()
