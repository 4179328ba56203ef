"""Whether a built site still shows what it was made of: a digest of that, kept in the site for each of its parts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from ddas.rendering.files import replace_file

__all__ = ["ROOT_PART", "SITE_MARKER", "find_old_parts", "forget_parts", "record_parts"]

ROOT_PART = "root"
"""Name of the part that all versions share."""

SITE_MARKER = ".ddas-site"
"""Marks the folder as ours, also after a build that failed half-way; mkdocs leaves hidden files alone.

A line for each part that is whole: its name, a space, the digest of what it was made of.
"""

_SOURCE_SUFFIXES = frozenset({".py", ".j2", ".html", ".css", ".js", ".svg", ".json"})


def find_old_parts(root: Path, generated: Path, target: Path, parts: Iterable[str]) -> tuple[str, ...]:
    """Those of ``parts`` that the site in ``target`` lacks, or made of something else than stands there now."""
    now, made = _digest_of_sources(root, generated), _read_marker(target)
    return tuple(part for part in parts if made.get(part) != now)


def forget_parts(target: Path, parts: Iterable[str]) -> None:
    """Before a build: these parts are not whole until they are recorded. Also marks the folder as a site."""
    gone = set(parts)
    _write_marker(target, {part: digest for part, digest in _read_marker(target).items() if part not in gone})


def record_parts(root: Path, generated: Path, target: Path, parts: Iterable[str]) -> None:
    """After a build: these parts were made of what stands there now."""
    now = _digest_of_sources(root, generated)
    _write_marker(target, _read_marker(target) | dict.fromkeys(parts, now))


def _read_marker(target: Path) -> dict[str, str]:
    try:
        lines = (target / SITE_MARKER).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):  # no site, or not one that we can trust: everything is old
        return {}
    return {part: digest for part, _, digest in (line.partition(" ") for line in lines)}


def _write_marker(target: Path, digests: dict[str, str]) -> None:
    text = "".join(f"{part} {digest}\n" for part, digest in sorted(digests.items()))
    replace_file(target / SITE_MARKER, text.encode())


def _digest_of_sources(root: Path, generated: Path) -> str:
    """Of the generated files, the hand-written pages, and the code and templates that turn them into a site."""
    digest = hashlib.sha256()
    for path in (root / "mkdocs.yml", *_iter_files(root / "docs"), *_iter_files(generated), *_iter_code()):
        if path.is_file():
            content = path.read_bytes()
            digest.update(f"{path.name} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()


def _iter_code() -> Iterator[Path]:
    for package in ("ddas", "ddas_generators"):
        found = find_spec(package)
        for place in (found.submodule_search_locations or ()) if found else ():
            yield from (p for p in _iter_files(Path(place)) if p.suffix in _SOURCE_SUFFIXES)


def _iter_files(folder: Path) -> Iterator[Path]:
    yield from sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
