"""The correct deliveries from practice of a version: the files in ``praktijk/``."""

from __future__ import annotations

import json
from pathlib import Path

from ddas.standard.practice_case import PracticeCase, PracticeRemark
from ddas_generators.model.records import Record, iter_records

__all__ = ["PRACTICE_KEY", "list_practice_files", "read_practice"]

PRACTICE_KEY = "praktijk"


def list_practice_files(folder: Path) -> tuple[Path, ...]:
    """The files of a version, by name, given the folder of its model; none when it has no ``praktijk/``."""
    return tuple(sorted((folder / "praktijk").glob("*.yaml")))


def read_practice(folder: Path, root: Path) -> tuple[PracticeCase, ...]:
    """The situations of a version, in listed order, files by name.

    Raises:
        ModelError: a record lacks a key, or has one that is unknown.
    """
    files = list_practice_files(folder)
    return tuple(_case(path.stem, r) for path in files for r in iter_records(path, root, PRACTICE_KEY))


def _case(topic: str, r: Record) -> PracticeCase:
    return PracticeCase(
        topic=topic,
        name=r.text("naam"),
        explanation=" ".join(r.text("toelichting").split()),
        base=r.text("basis"),
        patch=json.dumps(r.plain("wijziging", []), ensure_ascii=False),
        remarks=tuple(_remark(o) for o in r.records("opmerkingen")),
    )


def _remark(r: Record) -> PracticeRemark:
    return PracticeRemark(rule=r.text("regel"), places=r.texts("plekken"))
