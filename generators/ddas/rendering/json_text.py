"""Data as JSON text that any program can read and no terminal is steered by."""

from __future__ import annotations

import json
import re

__all__ = ["dump_json"]

_ODD = re.compile(r"[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that ``json`` leaves as they are: controls, marks that turn text around, half surrogates."""


def dump_json(data: object) -> str:
    """JSON text of two spaces deep, ending with a newline; odd characters as ``\\uXXXX``."""
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return _ODD.sub(lambda m: f"\\u{ord(m[0]):04x}", text) + "\n"
