"""Files that are no delivery: one clear finding each, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ddas.errors import DdasError
from ddas.validation.checking import check_file
from ddas.validation.options import CheckOptions
from ddas.validation.structure.fault_codes import FILE_FAULTS
from tests.delivery.whole_reading import Document, read_document
from tests.validation.unreadable_files import FILES, VALID


@pytest.mark.parametrize("name", FILES)
def test_unreadable_file_gives_one_finding(tmp_path: Path, name: str) -> None:
    data, rule, position = FILES[name]
    path = tmp_path / "a.json"
    path.write_bytes(data)
    report = check_file(path)
    if not rule:
        assert report.standard == "shv-v1.0"
        return
    (finding,) = report.findings
    assert finding.rule == rule
    assert report.standard is None
    assert report.totals == {rule: 1}
    if position is not None:
        assert (finding.line, finding.column) == position
    assert finding.message.endswith(".")
    assert finding.remedy.endswith(".")


def test_every_file_fault_is_tried() -> None:
    assert {f.id for f in FILE_FAULTS.values()} == {rule for _, rule, _ in FILES.values() if rule}


@pytest.mark.parametrize("depth", range(880, 1010, 3))
def test_no_depth_breaks_it(tmp_path: Path, depth: int) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(VALID[:-1] + b', "x": ' + b'{"a":' * depth + b"1" + b"}" * depth + b"}")
    assert check_file(path).verdict == "fout"


def test_real_pair_and_escaped_backslash_are_fine() -> None:
    document = read_document(rb'{"a": "\ud83d\ude00 \\ud800"}')
    assert isinstance(document, Document)
    assert document.value == {"a": "😀 \\ud800"}


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(DdasError, match="bestaat niet"):
        check_file(tmp_path / "weg.json")
    with pytest.raises(DdasError, match="dit is een map"):
        check_file(tmp_path)


def test_unknown_standard(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(VALID)
    with pytest.raises(DdasError, match=r"Kies uit: .*shv-v1\.0"):
        check_file(path, CheckOptions(standard="shv-v7.0"))


def test_recognised_by_keys_when_there_is_no_list(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"einddatumLevering": "2025-01-01"}), encoding="utf-8")
    assert check_file(path).standard == "shv-v1.0"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("gzip", "ingepakt bestand (gzip)"),
        ("zip", "ingepakt bestand (zip)"),
        ("bzip2", "ingepakt bestand (bzip2)"),
        ("xz", "ingepakt bestand (xz)"),
        ("Excel", "Excel-bestand"),
        ("Excel with a long first part", "Excel-bestand"),
        ("Word", "Word-bestand"),
        ("old Excel", ".xls"),
        ("PDF", "PDF-bestand"),
        ("picture", "binair"),
        ("zero bytes", "binair"),
        ("UTF-32 with mark", "UTF-32"),
        ("UTF-32 without mark", "UTF-32"),
        ("UTF-16 without mark", "UTF-16"),
        ("delivery in a list", "vierkante haken"),
        ("large delivery in a list", "vierkante haken"),
        ("delivery as a text", "één tekst tussen aanhalingstekens"),
        ("list of numbers", "geen van de verwachte velden"),
        ("some text", "geen van de verwachte velden"),
    ],
)
def test_a_file_is_called_what_it_is(tmp_path: Path, name: str, words: str) -> None:
    path = tmp_path / "levering.json"
    path.write_bytes(FILES[name][0])
    (finding,) = check_file(path, CheckOptions()).findings
    assert words in finding.message
