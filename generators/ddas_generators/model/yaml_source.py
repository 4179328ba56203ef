"""YAML with positions: the plain data of a file, and file and line of every key in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ddas.errors import ModelError

__all__ = ["Location", "YamlSource", "read_yaml"]

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a model file. ``file`` is relative to the checkout, with forward slashes; ``line`` is 1-based."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlSource:
    """One YAML file: its data, and the line of each key and list item by path."""

    file: str
    data: dict[str, Any]
    lines: dict[KeyPath, int]
    duplicates: tuple[tuple[KeyPath, int], ...]

    def locate(self, *path: str | int) -> Location:
        """The place of this path, or of its nearest parent that stands in the file."""
        for length in range(len(path), -1, -1):
            line = self.lines.get(tuple(path[:length]))
            if line is not None:
                return Location(self.file, line)
        return Location(self.file, 1)


def read_yaml(path: Path, root: Path) -> YamlSource:
    """Read a model file.

    Raises:
        ModelError: the file is missing, is not UTF-8 or YAML, or its top level is not a mapping.
    """
    file = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise ModelError(f"{file}: dit bestand ontbreekt. Zet het terug of haal de verwijzing weg.") from error
    except UnicodeDecodeError as error:
        raise ModelError(f"{file}: dit bestand is geen UTF-8. Sla het op als UTF-8.") from error
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        loader = yaml.CSafeLoader("")
        data = loader.construct_document(node) if node is not None else None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ModelError(f"{file}:{line}: dit is geen geldige YAML. Herstel de opmaak op deze regel.") from error
    except (yaml.YAMLError, ValueError) as error:  # a date such as 2025-02-30 is a ValueError
        raise ModelError(f"{file}: dit is geen geldige YAML. Herstel de opmaak van het bestand.") from error
    if node is None or not isinstance(data, dict):
        raise ModelError(f"{file}: het bestand begint niet met sleutels. Vergelijk het met een ander modelbestand.")
    lines: dict[KeyPath, int] = {}
    duplicates: list[tuple[KeyPath, int]] = []
    _collect(node, (), lines, duplicates)
    return YamlSource(file=file, data=data, lines=lines, duplicates=tuple(duplicates))


def _collect(node: yaml.Node, path: KeyPath, lines: dict[KeyPath, int], duplicates: list[tuple[KeyPath, int]]) -> None:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            here = (*path, name)
            if name in seen:
                duplicates.append((here, key.start_mark.line + 1))
            seen.add(name)
            lines[here] = key.start_mark.line + 1
            _collect(value, here, lines, duplicates)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            lines[*path, index] = value.start_mark.line + 1
            _collect(value, (*path, index), lines, duplicates)
