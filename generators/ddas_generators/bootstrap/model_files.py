"""A published structure and a neighbour version → the files of a new model folder."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from ddas.standard.identity import StandardId, Version
from ddas.standard.specification import CodeList, ObjectType, Specification
from ddas_generators.bootstrap.house_yaml import format_yaml
from ddas_generators.bootstrap.matching import Match, match_attributes, sort_object_types
from ddas_generators.lint.element import Element, ElementKind
from ddas_generators.lint.lint_model import LintModel
from ddas_generators.model.alternatives import LENGTH_ANNOTATION
from ddas_generators.model.borrowed_texts import ANNOTATION
from ddas_generators.model.exchange_subset import EXCHANGE_SUBSET

__all__ = ["make_model_files"]

_NEW_FILE = "overig"
_LIST_FILE = "waardenlijsten"
_EMPTY_RECORDS = {"regels.yaml": "regels", "errata.yaml": "errata", "voorbeelden/voorbeelden.yaml": "voorbeelden"}


def make_model_files(
    published: Specification, neighbour: Specification, model: LintModel
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The files of the new folder.

    Args:
        published: The structure, as ``read_like`` gave it.
        neighbour: The version to take texts, types and phases from.
        model: The files of that version.

    Returns:
        Text by relative path, and the paths of the elements that still need a text, in reading order.
    """
    return _Folder(published, neighbour, model).make()


class _Folder:
    """Collects classes and enums per file, and which elements have no text."""

    def __init__(self, published: Specification, neighbour: Specification, model: LintModel) -> None:
        self._published = published
        self._neighbour = neighbour
        self._model = model
        self._id = StandardId(domain=published.domain, version=Version.parse(published.version))
        self._without_text: list[str] = []
        self._files: dict[str, dict[str, dict[str, Any]]] = {}

    def make(self) -> tuple[dict[str, str], tuple[str, ...]]:
        for index, object_type in enumerate(sort_object_types(self._published, self._model), 1):
            element = self._model.by_name(ElementKind.CLASS).get(object_type.name)
            content = self._class(object_type, element, index * 10)
            self._put(element, _NEW_FILE, "classes", object_type.name, content)
        for code_list in self._code_lists():
            element = self._model.by_name(ElementKind.ENUM).get(code_list.name)
            self._put(element, _LIST_FILE, "enums", code_list.name, self._enum(code_list, element))
        return self._texts(), tuple(self._without_text)

    def _put(self, element: Element | None, otherwise: str, section: str, name: str, content: dict[str, Any]) -> None:
        """A class or enum stands in the file with the name of the neighbour's file."""
        stem = PurePosixPath(element.source.file).stem if element is not None and self._is_wire(element) else otherwise
        self._files.setdefault(stem, {}).setdefault(section, {})[name] = content

    def _is_wire(self, element: Element) -> bool:
        return element.kind is ElementKind.ENUM or element.exchanged

    def _texts(self) -> dict[str, str]:
        version = self._id
        underscored = version.python_module.removeprefix("ddas_")
        root = self._model.schemas[0].data
        files = {
            "schema.yaml": {
                "id": version.uri,
                "name": version.python_module,
                "title": root.get("title"),
                "description": " ".join(str(root.get("description", "")).split()),
                "version": str(version.version),
                "prefixes": root.get("prefixes"),
                "default_prefix": root.get("default_prefix"),
                "imports": ["../../gedeeld/v1/typen", *self._files],
            }
        }
        for stem, sections in self._files.items():
            files[f"{stem}.yaml"] = {"id": f"{version.uri}/{stem}", "name": f"{underscored}_{stem}", **sections}
        texts = {name: format_yaml(data) for name, data in files.items()}
        return texts | {name: f"{key}: []\n" for name, key in _EMPTY_RECORDS.items()}

    def _class(self, object_type: ObjectType, element: Element | None, rank: int) -> dict[str, Any]:
        result: dict[str, Any] = {
            "class_uri": f"{self._id.domain.code}:{object_type.name}",
            "rank": rank,
        }
        if object_type.name == self._published.root:
            result["tree_root"] = True
        phase = None if element is None else element.note("fase")
        result |= {
            "in_subset": [EXCHANGE_SUBSET],
            "extra_slots": {"allowed": not object_type.closed},
            **self._alternatives(object_type),
            "annotations": self._notes(object_type.name, element, {"fase": phase}),
            "attributes": {},
        }
        for number, match in enumerate(match_attributes(object_type, self._model), 1):
            result["attributes"][match.name] = self._attribute(object_type, match, number, phase)
        return result

    def _alternatives(self, object_type: ObjectType) -> dict[str, Any]:
        """The condition on the object, under the identifiers that its attributes get."""
        name_of = {m.attribute.name: m.name for m in match_attributes(object_type, self._model)}
        ways = []
        for alternative in object_type.alternatives:
            length_of = {e.attribute: e.characters for e in alternative.lengths}
            conditions: dict[str, Any] = {}
            for name in alternative.required:
                conditions[name_of[name]] = {"required": True}
                if name in length_of:
                    conditions[name_of[name]]["annotations"] = {LENGTH_ANNOTATION: length_of[name]}
            for name in alternative.absent:
                conditions[name_of[name]] = {"value_presence": "ABSENT"}
            ways.append({"title": alternative.title, "slot_conditions": conditions})
        return {"exactly_one_of": ways} if ways else {}

    def _attribute(self, owner: ObjectType, match: Match, rank: int, phase: Any) -> dict[str, Any]:
        attribute, element = match.attribute, match.neighbour
        result: dict[str, Any] = {} if attribute.wire_name == match.name else {"alias": attribute.wire_name}
        result |= {
            "slot_uri": f"{self._id.domain.code}:{owner.name}.{match.name}",
            "rank": rank,
            "in_subset": [EXCHANGE_SUBSET],
            "range": self._range(match),
        }
        is_object = self._published.object_type(attribute.range) is not None
        result |= {
            key: value
            for key, value in {
                "required": attribute.required or None,
                "multivalued": attribute.many or None,
                "minimum_cardinality": attribute.min_items or None,
                "maximum_cardinality": attribute.max_items,
                "list_elements_unique": attribute.unique_items or None,
                "inlined": is_object or None,
                "inlined_as_list": (is_object and attribute.many) or None,
            }.items()
            if value is not None
        }
        result["annotations"] = self._notes(
            f"{owner.name}.{match.name}",
            element,
            {
                "verplichting": str(attribute.obligation),
                "afgedwongen": "schema" if attribute.required else "geen",
                "grond": attribute.ground,
                "fase": phase if element is None else element.note("fase") or phase,
                "persoonsgegeven": None if element is None else element.note("persoonsgegeven"),
                "item": None if element is None or not attribute.many else element.note("item"),
            },
        )
        return result

    def _notes(self, path: str, element: Element | None, notes: dict[str, Any]) -> dict[str, Any]:
        """Annotations, with where the text comes from; an element without a neighbour still needs one."""
        if element is None:
            self._without_text.append(path)
        else:
            reference = element.note(ANNOTATION) or f"{self._neighbour.id.code}#{element.path}"
            notes = {ANNOTATION: reference, **notes}
        return {key: value for key, value in notes.items() if value is not None}

    def _range(self, match: Match) -> str:
        """The neighbour's type where it says the same on the wire: it also knows length and pattern."""
        name = match.attribute.range
        plain = self._published.data_type(name)
        if plain is None or match.neighbour is None:
            return name
        theirs = self._neighbour.data_type(match.neighbour.text("range"))
        same = theirs is not None and theirs.kind is plain.kind
        return theirs.name if theirs is not None and same else name

    def _code_lists(self) -> tuple[CodeList, ...]:
        """The lists of the schema, and those of the neighbour that a type refers to."""
        ranges = {
            a["range"] for s in self._files.values() for c in s["classes"].values() for a in c["attributes"].values()
        }
        types = [t for name in sorted(ranges) if (t := self._neighbour.data_type(name)) is not None]
        named = {t.code_list for t in types if t.code_list is not None}
        have = {c.name for c in self._published.code_lists}
        extra = tuple(c for c in self._neighbour.code_lists if c.name in named - have)
        return (*self._published.code_lists, *extra)

    def _enum(self, code_list: CodeList, element: Element | None) -> dict[str, Any]:
        known = {} if element is None else {v.name: v for v in self._model.parts(element)}
        result: dict[str, Any] = {"enum_uri": f"{self._id.domain.code}:{code_list.name}"}
        if code_list.exchanged:
            result["in_subset"] = [EXCHANGE_SUBSET]
        result["annotations"] = self._notes(code_list.name, element, {})
        result["permissible_values"] = {}
        for value in code_list.values:
            same = known.get(value.value)
            code = value.code if same is None else str(same.note("code"))
            notes = self._notes(f"{code_list.name}.{code}", same, {"code": code})
            result["permissible_values"][value.value] = {"annotations": notes}
        return result
