"""The correct deliveries from practice of a version: the files in ``praktijk/``."""

from __future__ import annotations

import json
from pathlib import Path

from ddas.errors import ModelError
from ddas.standard.practice_case import PracticeCase, PracticeRemark
from ddas_generators.model.records import Record, iter_source_records
from ddas_generators.model.yaml_source import YamlSource, read_yaml

__all__ = ["PRACTICE_KEY", "list_practice_files", "read_practice", "read_practice_file"]

PRACTICE_KEY = "praktijk"


def list_practice_files(folder: Path) -> tuple[Path, ...]:
    """The files of a version, by name, given the folder of its model; none when it has no ``praktijk/``."""
    return tuple(sorted((folder / "praktijk").glob("*.yaml")))


def read_practice(folder: Path, root: Path) -> tuple[PracticeCase, ...]:
    """The situations of a version, in listed order, files by name.

    Raises:
        ModelError: a record lacks a key, or has one that is wrong or unknown.
    """
    files = (read_yaml(path, root) for path in list_practice_files(folder))
    return tuple(case for source in files for case in read_practice_file(source))


def read_practice_file(source: YamlSource) -> tuple[PracticeCase, ...]:
    """The situations of one file; raises what ``read_practice`` does."""
    topic = source.file.rpartition("/")[2].removesuffix(".yaml")
    return tuple(_case(topic, r) for r in iter_source_records(source, PRACTICE_KEY))


def _case(topic: str, r: Record) -> PracticeCase:
    return PracticeCase(
        topic=topic,
        name=r.text("naam"),
        explanation=" ".join(r.text("toelichting").split()),
        base=r.text("basis"),
        patch=_patch(r),
        remarks=tuple(_remark(o) for o in r.records("opmerkingen")),
    )


def _patch(r: Record) -> str:
    where, steps = r.locate("wijziging"), r.plain("wijziging", [])
    if not isinstance(steps, list) or not all(isinstance(step, dict) for step in steps):
        raise ModelError(f"{where}: 'wijziging' is geen lijst van stappen. Begin elke stap met een streepje.")
    try:
        return json.dumps(steps, ensure_ascii=False)
    except TypeError:  # YAML makes a date of 2025-01-31
        raise ModelError(f"{where}: in 'wijziging' staat een datum zonder aanhalingstekens. Zet ze erbij.") from None


def _remark(r: Record) -> PracticeRemark:
    return PracticeRemark(rule=r.text("regel"), places=r.texts("plekken"))
