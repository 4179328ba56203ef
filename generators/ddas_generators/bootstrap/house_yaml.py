"""Plain data → YAML as our model files write it: short lists on one line, long texts folded, air between classes."""

from __future__ import annotations

import re
from typing import Any

import yaml

__all__ = ["format_yaml"]

WIDTH = 108
LONGEST_LINE_OF_TEXT = 80
_SECTION = re.compile(r"^(?=(?:classes|enums):)", re.MULTILINE)
_MEMBER = re.compile(r"(?<=\n)(?=  \w+:\n    )")


class _Dumper(yaml.SafeDumper):
    """Indents lists below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless and flow)


class _OneLine(dict[str, Any]):
    """A mapping that is written on one line."""


def _represent_text(dumper: yaml.SafeDumper, data: str) -> yaml.Node:
    style = ">" if len(data) > LONGEST_LINE_OF_TEXT and "\n" not in data else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", data, style=style)


def _represent_list(dumper: yaml.SafeDumper, data: list[Any]) -> yaml.Node:
    short = all(isinstance(item, str) and " " not in item for item in data)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=short)


def _represent_one_line(dumper: yaml.SafeDumper, data: _OneLine) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", data, flow_style=True)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(list, _represent_list)
_Dumper.add_representer(_OneLine, _represent_one_line)


def format_yaml(data: dict[str, Any]) -> str:
    """The text of a model file. Keys keep their order; ``extra_slots`` and lists of names stand on one line."""
    text = yaml.dump(
        _compact(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH, default_flow_style=False
    )
    for place in (_SECTION, _MEMBER):
        text = place.sub("\n", text)
    return re.sub(r"^(\w+:)\n\n", r"\1\n", text, flags=re.MULTILINE)


def _compact(data: Any) -> Any:
    """A copy in which no part is shared, since YAML would write a reference for that."""
    if isinstance(data, dict):
        return {k: _OneLine(v) if k == "extra_slots" else _compact(v) for k, v in data.items()}
    return [_compact(item) for item in data] if isinstance(data, list) else data
