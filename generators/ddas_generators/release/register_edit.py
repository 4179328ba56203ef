"""Changes to ``model/versies.yaml`` that leave its comments and order alone."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from ddas.rendering.files import replace_file
from ddas_generators.model.register import RegisteredVersion
from ddas_generators.model.yaml_source import YamlSource, read_yaml

__all__ = ["add_row", "set_values"]

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def set_values(root: Path, version: RegisteredVersion, values: Mapping[str, str | int]) -> None:
    """Give keys of the row of this version a value; a key that is not there is added at the end of the row."""
    path = root / "model" / "versies.yaml"
    source = read_yaml(path, root)
    index = _find_row(source, version)
    lines = path.read_text(encoding="utf-8").splitlines()
    end = source.lines.get(("versies", index + 1), len(lines) + 1) - 1
    while end and not lines[end - 1].strip():
        end -= 1
    for key, value in values.items():
        text = f"    {key}: {_scalar(value)}"
        line = source.lines.get(("versies", index, key))
        if line is None:
            lines.insert(end, text)
            end += 1
        else:
            lines[line - 1] = text
    replace_file(path, ("\n".join(lines) + "\n").encode())


def add_row(root: Path, values: Mapping[str, str | int]) -> None:
    """Add a version at the end of the register."""
    path = root / "model" / "versies.yaml"
    rows = [f"{'  - ' if not n else '    '}{key}: {_scalar(value)}" for n, (key, value) in enumerate(values.items())]
    text = path.read_text(encoding="utf-8").rstrip("\n")
    replace_file(path, "\n".join([text, *rows, ""]).encode())


def _find_row(source: YamlSource, version: RegisteredVersion) -> int:
    wanted = (version.id.domain.name, str(version.id.version))
    rows = source.data["versies"]
    return next(i for i, row in enumerate(rows) if (row["domein"], row["versie"]) == wanted)


def _scalar(value: str | int) -> str:
    return str(value) if isinstance(value, int) or _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
