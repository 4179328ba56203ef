"""Texts that a version takes over from another one: annotation ``tekst_uit: shv-v1.0#Client.geboortedatum``.

A reference names an object type, an attribute, a code list or a code value (by its code) of a registered version.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ddas.errors import ModelError
from ddas_generators.model.register import model_folder, read_register
from ddas_generators.model.yaml_source import read_yaml

__all__ = ["ANNOTATION", "BorrowedText", "BorrowedTexts", "annotation_value"]

ANNOTATION = "tekst_uit"


@dataclass(frozen=True, slots=True, kw_only=True)
class BorrowedText:
    """The text of an element of another version.

    ``borrowed``: that element has no text of its own either. ``range`` and ``purposes``: of an attribute, else empty.
    """

    label: str
    definition: str
    explanation: tuple[str, ...]
    sources: tuple[str, ...]
    name_sources: tuple[str, ...]
    search_words: tuple[str, ...]
    examples: tuple[str, ...]
    range: str
    purposes: tuple[str, ...]
    borrowed: bool


class BorrowedTexts:
    """Finds texts in the other versions of the checkout ``root``; the files of each are read once, when needed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._elements_by_code: dict[str, dict[str, Mapping[str, Any]]] = {}

    def find(self, reference: str) -> BorrowedText | None:
        """The text that a reference names, or None when there is no such element.

        Raises:
            ModelError: the register or a file of the other version cannot be read.
        """
        code, _, path = reference.partition("#")
        data = self._elements(code).get(path)
        return None if data is None else _text(data)

    def resolve(self, path: str, reference: str) -> BorrowedText:
        """The text for the element ``path``.

        Raises:
            ModelError: the reference leads nowhere, or to an element that has no text of its own.
        """
        text = self.find(reference)
        if text is None or text.borrowed:
            fault = "dat bestaat niet" if text is None else "dat leent zijn tekst zelf ook"
            raise ModelError(
                f"{path}: '{ANNOTATION}' noemt '{reference}', maar {fault}. "
                "Voer 'ddas lint' uit voor de plaats van de fout."
            )
        return text

    def _elements(self, code: str) -> dict[str, Mapping[str, Any]]:
        """All elements of a version by path; empty when there is no such version."""
        if code not in self._elements_by_code:
            versions = {v.id.code: v for v in read_register(self._root)}
            folder = model_folder(self._root, versions[code]) if code in versions else None
            files = sorted(folder.glob("*.yaml")) if folder is not None else []
            self._elements_by_code[code] = dict(
                element for file in files for element in _iter_elements(read_yaml(file, self._root).data)
            )
        return self._elements_by_code[code]


def annotation_value(data: Mapping[str, Any], name: str) -> Any:
    """Value of an annotation in plain YAML, short or long form; None when it is absent."""
    notes = data.get("annotations")
    value = notes.get(name) if isinstance(notes, Mapping) else None
    return value.get("value") if isinstance(value, Mapping) else value


def _iter_elements(data: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for section, parts in (("classes", "attributes"), ("enums", "permissible_values")):
        for name, owner in _items(data, section):
            yield name, owner
            for key, part in _items(owner, parts):
                code = annotation_value(part, "code") if section == "enums" else None
                yield f"{name}.{code or key}", part


def _items(data: Mapping[str, Any], section: str) -> list[tuple[str, Mapping[str, Any]]]:
    found = data.get(section)
    if not isinstance(found, Mapping):
        return []
    return [(str(name), value) for name, value in found.items() if isinstance(value, Mapping)]


def _text(data: Mapping[str, Any]) -> BorrowedText:
    examples = [e.get("value") for e in _list(data.get("examples")) if isinstance(e, Mapping)]
    return BorrowedText(
        label=str(data.get("title") or ""),
        definition=_flat(data.get("description")),
        explanation=tuple(_flat(c) for c in _list(data.get("comments"))),
        sources=_annotation_texts(data, "bron"),
        name_sources=_annotation_texts(data, "bron_naam"),
        search_words=tuple(str(a) for a in _list(data.get("aliases"))),
        examples=tuple(str(e) for e in examples),
        range=str(data.get("range") or ""),
        purposes=_annotation_texts(data, "waarvoor"),
        borrowed=annotation_value(data, ANNOTATION) is not None,
    )


def _annotation_texts(data: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple(str(v) for v in _list(annotation_value(data, name)))


def _list(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _flat(value: object) -> str:
    return " ".join(str(value).split()) if value else ""
