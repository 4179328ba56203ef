"""Give keys of a mapping in a YAML file another value, and leave every other byte of the file alone."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from ddas.errors import DdasError
from ddas_generators.bootstrap.house_yaml import WIDTH, format_yaml
from ddas_generators.release.texts.cells import Column

__all__ = ["ValueEdit", "edit_yaml"]

_COMMENT = re.compile(r"^\s*#|\s#[^'\"]*$")
_NO_NAME = "geen naam"  # two words: a list of names alone stands on one line
_ORDER = [column.key for column in Column]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueEdit:
    """A new value for ``key`` in the mapping at ``path``; None takes the key away."""

    path: tuple[str | int, ...]
    key: str
    value: Any


def edit_yaml(text: str, edits: Iterable[ValueEdit]) -> str:
    """The text of the file after the edits, with the line ends that it had.

    Raises:
        DdasError: the lines around a value are written in a way that cannot be kept; with the line.
    """
    if "\r\n" in text:
        return edit_yaml(text.replace("\r\n", "\n"), edits).replace("\n", "\r\n")
    expected = yaml.load(text, Loader=yaml.CSafeLoader)
    for edit in edits:
        text = _apply(text, edit)
        _set(expected, edit)
    if yaml.load(text, Loader=yaml.CSafeLoader) != expected:
        raise DdasError(
            "een tekst kan niet zo worden opgeschreven dat de rest gelijk blijft. Wijzig haar in het bestand."
        )
    return text


def _set(data: Any, edit: ValueEdit) -> None:
    for key in edit.path:
        data = data[key]
    if edit.value is None:
        data.pop(edit.key, None)
    else:
        data[edit.key] = copy.deepcopy(edit.value)


def _apply(text: str, edit: ValueEdit) -> str:
    mapping = _find(yaml.compose(text, Loader=yaml.CSafeLoader), edit.path)
    line = mapping.start_mark.line + 1
    if mapping.flow_style or not mapping.value:
        raise DdasError(f"regel {line}: dit onderdeel staat op één regel. Wijzig deze tekst in het bestand.")
    lines = text.splitlines(keepends=True)
    nodes = {str(key.value): (key.start_mark.line, value) for key, value in mapping.value}
    indent = mapping.value[0][0].start_mark.column
    new = _lines(edit.key, edit.value, indent)
    if edit.key not in nodes:
        before = [k for k in _ORDER[: _ORDER.index(edit.key)] if k in nodes]
        at = _end(lines, nodes[before[-1]][0], indent) if before else mapping.value[0][0].start_mark.line
        return "".join([*lines[:at], *new, *lines[at:]])
    start, node = nodes[edit.key]
    end = _end(lines, start, indent)
    lost = lines[start:end]
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and edit.value is not None:
        new, lost = _items(lines[start:end], node, edit)
    if any(_COMMENT.search(old) for old in lost):
        raise DdasError(
            f"regel {start + 1}: bij deze tekst staat een opmerking of een #. Wijzig deze tekst in het bestand."
        )
    return "".join([*lines[:start], *new, *lines[end:]])


def _items(lines: Sequence[str], node: yaml.SequenceNode, edit: ValueEdit) -> tuple[list[str], list[str]]:
    """The lines of a changed list, in which an item that stays keeps its own lines; and the lines that are lost.

    ``lines`` start with the key of the list.
    """
    key_line = node.value[0].start_mark.line - _before_items(lines)
    starts = [item.start_mark.line - key_line for item in node.value]
    values = yaml.CSafeLoader("").construct_sequence(node, deep=True)
    ends = [*starts[1:], len(lines)]
    kept = {repr(v): list(lines[start:end]) for v, start, end in zip(values, starts, ends, strict=True)}
    indent = len(lines[0]) - len(lines[0].lstrip(" "))
    made = list(lines[: starts[0]])
    for item in edit.value:
        made += kept.get(repr(item)) or _lines(edit.key, [item, _NO_NAME], indent)[1:-1]
    wanted = {repr(item) for item in edit.value}
    return made, [line for value, here in kept.items() if value not in wanted for line in here]


def _before_items(lines: Sequence[str]) -> int:
    """How many lines stand before the first item of a list: its key, and remarks."""
    return next(number for number, line in enumerate(lines) if number and line.lstrip().startswith("-"))


def _find(node: Any, path: Sequence[str | int]) -> yaml.MappingNode:
    for step in path:
        if isinstance(node, yaml.MappingNode):
            node = next(value for key, value in node.value if str(key.value) == step)
        else:
            node = node.value[step]
    found: yaml.MappingNode = node
    return found


def _end(lines: Sequence[str], start: int, indent: int) -> int:
    """The line after a value: what follows deeper belongs to it, blank lines at its end do not."""
    end = start + 1
    for number in range(start + 1, len(lines)):
        bare = lines[number].strip()
        depth = len(lines[number]) - len(lines[number].lstrip(" "))
        if bare and not (depth > indent or (depth == indent and bare.startswith("- "))):
            break
        if bare:
            end = number + 1
    return end


def _lines(key: str, value: Any, indent: int) -> list[str]:
    if value is None:
        return []
    if key == Column.SEARCH_WORDS.key:
        text = yaml.safe_dump({key: _Flow(value)}, allow_unicode=True, width=WIDTH, default_flow_style=None)
    else:
        text = format_yaml({key: value})
    return [f"{' ' * indent}{line}" if line.strip() else line for line in text.splitlines(keepends=True)]


class _Flow(list[str]):
    """A list on one line."""


yaml.SafeDumper.add_representer(
    _Flow, lambda dumper, data: dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)
)
