"""Turtle: prefixes, and one block per subject in the order given. The same statements always give the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

__all__ = ["Statements", "format_turtle", "inline", "rdf_list", "shorten", "text", "text_nl"]

_LOCAL = re.compile(r"[A-Za-z_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?", re.ASCII)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_BETWEEN = " ,\n        "
_SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f]')


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """What is said of one subject: a predicate with its objects, each already written as Turtle."""

    subject: str
    rows: Sequence[tuple[str, Sequence[str]]] = field(default=())


def format_turtle(prefixes: Mapping[str, str], blocks: Iterable[Statements]) -> str:
    """The whole document."""
    head = "".join(f"@prefix {name}: <{uri}> .\n" for name, uri in prefixes.items())
    return "\n".join((head, *(_block(b) for b in blocks)))


def text(value: str) -> str:
    """A text without a language."""
    return f'"{_SPECIAL.sub(_escape, value)}"'


def text_nl(value: str) -> str:
    """A Dutch text."""
    return f"{text(value)}@nl"


def shorten(uri: str, prefixes: Mapping[str, str]) -> str:
    """An IRI with the first prefix that fits, written out where its last part cannot be a short name."""
    for name, start in prefixes.items():
        if uri.startswith(start) and _LOCAL.fullmatch(local := uri.removeprefix(start)):
            return f"{name}:{local}"
    return f"<{_NOT_IN_IRI.sub(lambda m: f'%{ord(m[0]):02X}', uri)}>"


def inline(*rows: tuple[str, Sequence[str]]) -> str:
    """A node without a name."""
    said = " ; ".join(f"{predicate} {', '.join(objects)}" for predicate, objects in rows if objects)
    return f"[ {said} ]"


def rdf_list(items: Iterable[str]) -> str:
    """A list of objects."""
    return f"( {' '.join(items)} )"


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"


def _block(block: Statements) -> str:
    said = " ;\n".join(_lines(block))
    return f"{block.subject}\n{said} .\n"


def _lines(block: Statements) -> Iterator[str]:
    for predicate, objects in block.rows:
        if objects:
            yield f"    {predicate} {_BETWEEN.join(objects)}"
