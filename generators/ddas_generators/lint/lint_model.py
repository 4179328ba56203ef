"""Reads all files of one version for lint: plain YAML with positions, not LinkML's view, which drops them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ddas.errors import ModelError
from ddas.standard.identity import StandardId
from ddas_generators.lint.element import Element, ElementKind
from ddas_generators.model.borrowed_texts import ANNOTATION, BorrowedTexts
from ddas_generators.model.practice import list_practice_files
from ddas_generators.model.records import source_files
from ddas_generators.model.register import RegisteredVersion, model_folder
from ddas_generators.model.yaml_source import YamlSource, missing_file, read_yaml

__all__ = ["LintModel", "read_lint_model"]

_ID_KEYS = {ElementKind.RULE: "id", ElementKind.ERRATUM: "id", ElementKind.PHASE: "code", ElementKind.SOURCE: "code"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LintModel:
    """Everything that lint looks at.

    Attributes:
        schema_file: The file that imports the others.
        schemas: The LinkML files, ``schema_file`` first, then in order of import.
        record_files: The files with rules, errata, phases and sources.
        practice_files: The files with correct deliveries from practice, by name.
        other_files: What is read beside those: the revisions, the list of examples and what is declared of changes.
        elements: Classes, attributes, types, enums and values, in file order; doubles included.
        records: Rules, errata, phases and sources, in file order.
        texts: The texts of other versions.
        is_study: Whether it is no work of the publishers.
        published: Whether a published schema says what its message looks like.
    """

    root: Path
    schema_file: Path
    schemas: tuple[YamlSource, ...]
    record_files: tuple[YamlSource, ...]
    practice_files: tuple[YamlSource, ...]
    other_files: tuple[YamlSource, ...]
    elements: tuple[Element, ...]
    records: tuple[Element, ...]
    texts: BorrowedTexts
    is_study: bool
    id: StandardId
    published: bool

    @property
    def rule_prefix(self) -> str:
        """How ids of rules start, e.g. ``SHV``."""
        return self.id.domain.code.upper()

    @property
    def base_uri(self) -> str:
        """Start of the identifiers."""
        return self.id.domain.base_uri

    @property
    def files(self) -> tuple[YamlSource, ...]:
        """All of them."""
        return (*self.schemas, *self.record_files, *self.practice_files, *self.other_files)

    def of(self, *kinds: ElementKind) -> tuple[Element, ...]:
        """Elements and records of these kinds, in file order."""
        return tuple(e for e in (*self.elements, *self.records) if e.kind in kinds)

    def names(self, *kinds: ElementKind) -> frozenset[str]:
        """Names of the elements and records of these kinds."""
        return frozenset(e.name for e in self.of(*kinds))

    def paths(self, *kinds: ElementKind) -> frozenset[str]:
        """Paths of the elements and records of these kinds."""
        return frozenset(e.path for e in self.of(*kinds))

    def parts(self, owner: Element) -> tuple[Element, ...]:
        """The attributes of a class or the values of an enum, in file order."""
        return tuple(e for e in self.elements if e.owner is owner)

    def label(self, element: Element) -> str:
        """Its label on one line, also when it comes from another version; empty when there is none."""
        if not element.borrows:
            return element.text("title")
        text = self.texts.find(str(element.note(ANNOTATION)))
        return "" if text is None else text.label

    def by_name(self, kind: ElementKind) -> dict[str, Element]:
        """The elements of a kind by name; of doubles the first."""
        return {e.name: e for e in reversed(self.of(kind))}


def read_lint_model(root: Path, version: RegisteredVersion) -> LintModel:
    """Read a version's model in the checkout ``root``.

    Raises:
        ModelError: a file is missing, is not YAML, or an import or record list has the wrong shape.
    """
    folder = model_folder(root, version)
    schemas = tuple(_iter_schemas(folder / "schema.yaml", root, set()))
    files = (
        (ElementKind.RULE, "regels", folder / "regels.yaml"),
        (ElementKind.ERRATUM, "errata", folder / "errata.yaml"),
        (ElementKind.PHASE, "fasen", folder / "procesfasen.yaml"),
        *((ElementKind.SOURCE, "bronnen", path) for path in source_files(root, folder)),
    )
    records = [(kind, key, read_yaml(path, root)) for kind, key, path in files]
    return LintModel(
        root=root,
        schema_file=folder / "schema.yaml",
        schemas=schemas,
        record_files=tuple(source for *_, source in records),
        practice_files=tuple(read_yaml(path, root) for path in list_practice_files(folder)),
        other_files=tuple(read_yaml(path, root) for path in _list_others(folder)),
        elements=tuple(e for s in schemas for e in _iter_elements(s)),
        records=tuple(e for kind, key, source in records for e in _iter_records(kind, key, source)),
        texts=BorrowedTexts(root),
        is_study=version.status.is_study,
        id=version.id,
        published=bool(version.wire_digest),
    )


def _list_others(folder: Path) -> list[Path]:
    single = (folder / "revisies.yaml", folder / "voorbeelden" / "voorbeelden.yaml")
    return [*(path for path in single if path.is_file()), *sorted((folder / "wijzigingen").glob("*.yaml"))]


def _iter_schemas(path: Path, root: Path, seen: set[Path]) -> Iterator[YamlSource]:
    seen.add(path)
    source = read_yaml(path, root)
    yield source
    imports = source.data.get("imports") or []
    if not isinstance(imports, list):
        raise ModelError(f"{source.locate('imports')}: 'imports' is geen lijst. Begin elke regel met een streepje.")
    for index, name in enumerate(imports):
        if ":" in str(name):
            continue
        imported = Path(os.path.normpath(path.parent / f"{name}.yaml"))
        if not _is_spelled_so(imported):
            raise ModelError(f"{source.locate('imports', index)}: 'imports' noemt '{name}': {missing_file(imported)}")
        if imported not in seen:
            yield from _iter_schemas(imported, root, seen)


def _is_spelled_so(path: Path) -> bool:
    """Whether the file is there with these very capitals, also where the system takes others for the same."""
    return path.parent.is_dir() and path.name in os.listdir(path.parent)


def _iter_elements(source: YamlSource) -> Iterator[Element]:
    for name, data in _items(source.data, "classes"):
        owner = Element(kind=ElementKind.CLASS, name=name, path=name, source=source, key=("classes", name), data=data)
        yield owner
        yield from _iter_parts(owner, ElementKind.ATTRIBUTE, "attributes")
    for name, data in _items(source.data, "enums"):
        owner = Element(kind=ElementKind.ENUM, name=name, path=name, source=source, key=("enums", name), data=data)
        yield owner
        yield from _iter_parts(owner, ElementKind.VALUE, "permissible_values")
    for name, data in _items(source.data, "types"):
        yield Element(kind=ElementKind.TYPE, name=name, path=name, source=source, key=("types", name), data=data)


def _iter_parts(owner: Element, kind: ElementKind, section: str) -> Iterator[Element]:
    for name, data in _items(owner.data, section):
        code = _code(data) if kind is ElementKind.VALUE else ""
        yield Element(
            kind=kind,
            name=name,
            path=f"{owner.name}.{code or name}",
            owner=owner,
            source=owner.source,
            key=(*owner.key, section, name),
            data=data,
        )


def _code(value: dict[str, Any]) -> str:
    notes = value.get("annotations")
    return str(notes.get("code", "")) if isinstance(notes, dict) else ""


def _items(data: Any, section: str) -> list[tuple[str, dict[str, Any]]]:
    """The mappings in a section by name; an empty one is one without keys, any other shape is left out."""
    found = data.get(section)
    if not isinstance(found, dict):
        return []
    return [(str(k), v or {}) for k, v in found.items() if v is None or isinstance(v, dict)]


def _iter_records(kind: ElementKind, key: str, source: YamlSource) -> Iterator[Element]:
    rows = source.data.get(key)
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, dict):
            name = str(row.get(_ID_KEYS[kind], "")) or f"{key}[{index + 1}]"
            yield Element(kind=kind, name=name, path=name, source=source, key=(key, index), data=row)
