"""What a verdict on a model depends on, as a key under which "no faults" is remembered.

Texts that only people read are left out of it: an edit of a definition leaves every verdict on deliveries as it was.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import ddas
import ddas_generators
from ddas_generators.lint.lint_model import LintModel
from ddas_generators.model import metamodel
from ddas_generators.model.memo import memo_key
from ddas_generators.model.register import RegisteredVersion
from ddas_generators.model.yaml_source import YamlSource

__all__ = ["structure_key", "verdict_key"]

_TEXTS = frozenset({"aliases", "comments", "description", "herstel", "melding", "title", "toelichting"})
"""Keys whose texts are for people alone; a mapping under such a key is an element of that name."""

_DELIVERIES = "wijziging"
"""Under it stand parts of deliveries, with keys of their own."""

_DATA_OF_CHECKS = ("gemeenten", "meldingen")


def structure_key(model: LintModel) -> str:
    """The key for what is said of the LinkML files apart from their texts."""
    return memo_key(b"structure", *_structures(model.schemas), Path(metamodel.__file__).read_bytes())


def verdict_key(model: LintModel, version: RegisteredVersion) -> str:
    """The key for what is said of the deliveries of a version: its examples, rule cases and practice."""
    folder = model.schema_file.parent
    beside = [model.root / "model" / "versies.yaml", *sorted(folder.rglob("*.json")), *sorted(folder.rglob("*/*.yaml"))]
    for name in _DATA_OF_CHECKS:
        beside += sorted(p for p in (model.root / "model" / "gedeeld" / name).rglob("*") if p.is_file())
    if version.predecessor and any(folder.joinpath("wijzigingen").glob("*.yaml")):
        # Only what is declared is held against it, but all of it is loaded for that.
        beside += sorted(p for p in folder.parent.rglob("*") if p.is_file() and folder not in p.parents)
    return memo_key(
        version.id.code.encode(),
        *_structures((*model.schemas, *model.record_files)),
        *(part for p in beside for part in (p.relative_to(model.root).as_posix().encode(), p.read_bytes())),
        *_code(),
    )


def _structures(sources: Iterable[YamlSource]) -> Iterator[bytes]:
    for source in sources:
        yield source.file.encode()
        yield json.dumps(_without_texts(source.data), ensure_ascii=False, default=str).encode()


def _without_texts(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_texts(v) for v in value]
    if not isinstance(value, dict):
        return value
    return {
        str(key): item if key == _DELIVERIES else _without_texts(item)
        for key, item in value.items()
        if key not in _TEXTS or isinstance(item, dict)
    }


@cache
def _code() -> tuple[bytes, ...]:
    """Every module of ours: any of them may change what is said."""
    folders = (Path(str(package.__file__)).parent for package in (ddas, ddas_generators))
    return tuple(path.read_bytes() for folder in folders for path in sorted(folder.rglob("*.py")))
