"""YAML with positions: the plain data of a file, and file and line of every key in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ddas.errors import ModelError
from ddas_generators.model.yaml_faults import explain_yaml_error, find_merge_marker, find_wrong_date

__all__ = ["Location", "YamlSource", "missing_file", "read_yaml"]

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
        raise ModelError(f"{file}: {missing_file(path)}") from error
    except UnicodeDecodeError as error:
        line = path.read_bytes().count(b"\n", 0, error.start) + 1
        raise ModelError(f"{file}:{line}: dit bestand is geen UTF-8. Sla het op als UTF-8.") from error
    return _read_text(text, file)


@lru_cache(maxsize=256)
def _read_text(text: str, file: str) -> YamlSource:
    """Kept, because several readers ask for one file; none of them changes what it gets."""
    node, data = _parse(text, file)
    if node is None or not isinstance(data, dict):
        raise ModelError(f"{file}: het bestand begint niet met sleutels. Vergelijk het met een ander modelbestand.")
    lines: dict[KeyPath, int] = {}
    duplicates: list[tuple[KeyPath, int]] = []
    _collect(node, (), lines, duplicates)
    return YamlSource(file=file, data=data, lines=lines, duplicates=tuple(duplicates))


def missing_file(path: Path) -> str:
    """What to say of a file that is not there: perhaps it is, with other capitals."""
    folder = path.parent
    names = sorted(p.name for p in folder.iterdir()) if folder.is_dir() else []
    alike = next((name for name in names if name.casefold() == path.name.casefold()), None)
    if alike is None:
        return "dit bestand ontbreekt. Zet het terug of haal de verwijzing weg."
    return f"het bestand heet hier '{alike}', met andere hoofdletters. Geef het bestand de naam '{path.name}'."


def _parse(text: str, file: str) -> tuple[yaml.Node | None, Any]:
    """The nodes of a file with their places, and its plain data."""
    if marker := find_merge_marker(text):
        raise ModelError(f"{file}:{marker[0]}: {marker[1]}")
    node = None
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        return node, yaml.CSafeLoader("").construct_document(node) if node is not None else None
    except (yaml.YAMLError, ValueError) as error:  # an impossible date is a ValueError
        line, words = (node is not None and find_wrong_date(node)) or explain_yaml_error(text, error)
        raise ModelError(f"{file}:{line}: {words}") from error


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
