"""A published JSON Schema read as a specification: its structure, without meanings.

Labels are the wire names, definitions are empty. A field is ``verplicht`` when the schema requires it and ``gevraagd``
when not. Understands what published exchange models use: objects, lists, single values with a format, closed lists of
texts, references into ``$defs``, and alternatives. Anything else is refused, since a comparison that overlooks it would
be wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ddas.errors import DdasError, ModelError
from ddas.rendering.printable import make_printable
from ddas.standard.identifiers import camel_case, first_free, pascal_case
from ddas.standard.identity import Domain, Version
from ddas.standard.published_alternatives import UnreadableBranchError, read_alternatives
from ddas.standard.specification import (
    Alternative,
    Attribute,
    CodeList,
    CodeValue,
    DataType,
    ObjectType,
    Obligation,
    Specification,
    TextSource,
)
from ddas.standard.status import Status
from ddas.standard.value_kinds import ValueKind, kind_of

__all__ = ["DATA_TYPE_NAMES", "object_names_by_path", "read_published_schema"]

_MOST_ITEMS = 1000
_GROUND = "json-schema"
_NOTES = frozenset({"title", "description", "$comment", "examples", "default", "deprecated", "$schema", "$id", "$defs"})
_KEYWORDS = {
    "object": frozenset({"type", "properties", "required", "additionalProperties", "oneOf"}),
    "array": frozenset({"type", "items", "minItems", "maxItems", "uniqueItems"}),
    "string": frozenset({"type", "format", "enum"}),
    "integer": frozenset({"type"}),
    "boolean": frozenset({"type"}),
}
DATA_TYPE_NAMES: Mapping[ValueKind, str] = {
    ValueKind.TEXT: "Tekst",
    ValueKind.EMAIL: "Email",
    ValueKind.DATE: "Datum",
    ValueKind.DATE_TIME: "DatumTijd",
    ValueKind.WHOLE_NUMBER: "GeheelGetal",
    ValueKind.BOOLEAN: "JaNee",
}


def read_published_schema(
    schema: Mapping[str, Any], *, domain: Domain, version: str, names: Mapping[str, str] | None = None
) -> Specification:
    """The structure of a JSON Schema.

    Args:
        schema: The parsed schema; its root is the whole message.
        domain: The domain to which it belongs.
        version: Its version, such as ``v0.9``.
        names: Name of an object type by its place: wire names joined with ``/``, the root is the empty text. What is
            missing gets a name made from its key, or from its name in ``$defs``.

    Raises:
        DdasError: the version is not one, or the schema uses something that a specification cannot say.
    """
    Version.parse(version)
    reader = _Reader(schema, domain, names or {})
    root = reader.read_object(schema, "", str(schema.get("title") or "Uitwisselmodel"))
    return Specification(
        domain=domain,
        version=version,
        status=Status.UNKNOWN,
        revision=0,
        title=domain.title,
        description="",
        root=root,
        object_types=tuple(reader.object_types[name] for name in reader.order),
        code_lists=tuple(reader.code_lists.values()),
        data_types=tuple(reader.data_types.values()),
        phases=(),
        sources=(TextSource(code=_GROUND, title="Gepubliceerd JSON Schema", kind="publicatie"),),
        rules=(),
        errata=(),
        examples=(),
    )


def object_names_by_path(specification: Specification) -> dict[str, str]:
    """Name of each exchanged object type by its place, as ``read_published_schema`` takes it."""
    found: dict[str, str] = {}
    pending = [("", specification.root_type)]
    while pending:
        path, object_type = pending.pop()
        found[path] = object_type.name
        for attribute in object_type.exchanged_attributes:
            child = specification.object_type(attribute.range)
            if child is not None:
                pending.append((f"{path}/{attribute.wire_name}".removeprefix("/"), child))
    return found


class _Reader:
    """Gathers the parts while it walks down the schema. ``order``: object types as first met, root first."""

    def __init__(self, schema: Mapping[str, Any], domain: Domain, names: Mapping[str, str]) -> None:
        definitions = schema.get("$defs", {})
        self._definitions: Mapping[str, Any] = definitions if isinstance(definitions, Mapping) else {}
        self._domain = domain
        self._names = names
        self._unfinished: list[str] = []
        self._object_by_definition: dict[str, str] = {}
        self.order: list[str] = []
        self.object_types: dict[str, ObjectType] = {}
        self.code_lists: dict[str, CodeList] = {}
        self.data_types: dict[str, DataType] = {}

    def read_object(self, schema: Mapping[str, Any], path: str, key: str) -> str:
        """Take in the object at ``path`` and everything in it; its name."""
        if schema.get("type") != "object":
            raise _unknown(path, "iets anders dan een object")
        _check_keywords(schema, path)
        name = self._free_object_name(path, key)
        self.order.append(name)
        properties, required = schema.get("properties", {}), schema.get("required", [])
        if not isinstance(properties, Mapping) or not isinstance(required, list) or set(required) - set(properties):
            raise _unknown(path, "velden die niet zijn beschreven")
        attributes: list[Attribute] = []
        for wire_name, sub in properties.items():
            identifier = first_free(camel_case(wire_name), {a.name.casefold() for a in attributes})
            place = f"{path}/{wire_name}".removeprefix("/")
            attributes.append(self._attribute(f"{name}.{identifier}", wire_name, sub, place, wire_name in required))
        self.object_types[name] = ObjectType(
            name=name,
            label=key,
            definition="",
            uri=f"{self._domain.code}:{name}",
            exchanged=True,
            closed=_is_closed(schema, path),
            attributes=tuple(attributes),
            alternatives=_alternatives(schema, path, attributes),
        )
        return name

    def _attribute(self, name: str, wire_name: str, schema: Any, path: str, required: bool) -> Attribute:
        target, definition = self._resolve(schema, path)
        many = target.get("type") == "array"
        if many:
            _check_keywords(target, path)
            item, definition = self._resolve(target.get("items"), path)
        return Attribute(
            name=name.rpartition(".")[2],
            wire_name=wire_name,
            label=wire_name,
            definition="",
            uri=f"{self._domain.code}:{name}",
            exchanged=True,
            range=self._range(item if many else target, path, wire_name, definition),
            required=required,
            many=many,
            min_items=_bound(target.get("minItems", 0), path) or 0,
            max_items=_bound(target.get("maxItems"), path),
            unique_items=target.get("uniqueItems", False),
            obligation=Obligation.REQUIRED if required else Obligation.REQUESTED,
            enforced_by=("schema",) if required else (),
            ground="schema" if required else _GROUND,
            personal_data="",
        )

    def _resolve(self, schema: Any, path: str) -> tuple[Mapping[str, Any], str | None]:
        """The schema behind a reference, with the name of the definition it came from."""
        if not isinstance(schema, Mapping):
            raise _unknown(path, "een onderdeel zonder beschrijving")
        if "$ref" not in schema:
            return schema, None
        if set(schema) - _NOTES != {"$ref"}:
            raise _unknown(path, "een verwijzing met iets ernaast")
        name = str(schema["$ref"]).removeprefix("#/$defs/")
        target = self._definitions.get(name)
        if not isinstance(target, Mapping) or "$ref" in target:
            raise _unknown(path, "een verwijzing die nergens op uitkomt")
        return target, name

    def _range(self, schema: Mapping[str, Any], path: str, key: str, definition: str | None) -> str:
        if schema.get("type") == "object":
            return self._object(schema, path, key, definition)
        _check_keywords(schema, path)
        if "enum" in schema:
            listed = pascal_case(definition or key)
            return self._code_list(schema["enum"], path, listed if listed.startswith("Enum") else f"Enum{listed}")
        base, format_ = str(schema.get("type")), schema.get("format")
        try:
            name = DATA_TYPE_NAMES[kind_of(base, format_)]
        except ModelError:
            raise _unknown(path, "een type of vorm die een specificatie niet kent") from None
        self.data_types[name] = DataType(name=name, label=name, definition="", base=base, format=format_)
        return name

    def _object(self, schema: Mapping[str, Any], path: str, key: str, definition: str | None) -> str:
        if definition is None or path in self._names:
            return self.read_object(schema, path, key)
        if definition in self._unfinished:
            raise _unknown(path, "een verwijzing naar zichzelf")
        if definition not in self._object_by_definition:
            self._unfinished.append(definition)
            self._object_by_definition[definition] = self.read_object(schema, path, definition)
            self._unfinished.pop()
        return self._object_by_definition[definition]

    def _free_object_name(self, path: str, key: str) -> str:
        if path in self._names:
            return self._names[path]
        name = pascal_case(key)
        taken = {n.casefold() for n in (*self.order, *self._names.values())}
        if name.casefold() in taken:
            name = pascal_case(path)
        return first_free(name, taken)

    def _code_list(self, values: Any, path: str, name: str) -> str:
        if not isinstance(values, list) or not values or not all(isinstance(v, str) for v in values):
            raise _unknown(path, "een lijst met waarden die geen tekst zijn")
        codes: list[str] = []
        for value in values:
            codes.append(first_free(camel_case(value), {c.casefold() for c in codes}))
        code_list = CodeList(
            name=name,
            label=name,
            definition="",
            exchanged=True,
            values=tuple(
                CodeValue(value=v, code=c, label=v, definition="") for v, c in zip(values, codes, strict=True)
            ),
        )
        if self.code_lists.setdefault(name, code_list) != code_list:
            raise _unknown(path, "twee verschillende lijsten met dezelfde naam")
        return name


def _alternatives(schema: Mapping[str, Any], path: str, attributes: Sequence[Attribute]) -> tuple[Alternative, ...]:
    if "oneOf" not in schema:
        return ()
    try:
        return read_alternatives(schema["oneOf"], attributes)
    except UnreadableBranchError:
        raise _unknown(path, "een voorwaarde die een specificatie niet kent") from None


def _bound(value: Any, path: str) -> int | None:
    """A number of items; JSON Schema takes ``1.0`` for 1."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= _MOST_ITEMS or value % 1:
        raise _unknown(path, "een aantal dat geen aantal van een lijst kan zijn")
    return int(value)


def _is_closed(schema: Mapping[str, Any], path: str) -> bool:
    extra = schema.get("additionalProperties", True)
    if not isinstance(extra, bool):
        raise _unknown(path, "een voorwaarde aan onbekende velden")
    return not extra


def _check_keywords(schema: Mapping[str, Any], path: str) -> None:
    kind = schema.get("type")
    known = _KEYWORDS.get(kind) if isinstance(kind, str) else None
    if known is None:
        raise _unknown(path, "een onderdeel zonder bekend type")
    extra = sorted(set(schema) - known - _NOTES)
    if extra:
        raise _unknown(path, f"de sleutel '{extra[0]}'")


def _unknown(path: str, what: str) -> DdasError:
    place = make_printable(path[:100]) or "het begin"
    return DdasError(
        f"Het schema heeft bij '{place}' {make_printable(what)}; dat kan niet als specificatie worden gelezen. "
        "Kies een gepubliceerd schema van DDAS."
    )
