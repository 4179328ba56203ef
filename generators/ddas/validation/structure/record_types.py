"""Typed objects made from a specification: a strict type that is a fast acceptor, a lenient one for faulty objects.

Both have an attribute per exchanged field under its identifier; absent is None, a date is a ``datetime.date``, a date
with a time stays text, a list is a list. Neither holds unknown keys.

The strict type is *sound*: it never decodes what the wire schema refuses. It does refuse a few odd objects that are
right, which the explainer then accepts: unknown keys in open objects, ``2.0`` and ``1e3`` for a whole number, numbers
of thousands of digits, 29 February in a date-time, and a line end behind it.
Messages of its errors hold values of the delivery: never show them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, defstruct
from msgspec.json import encode

from ddas.standard.specification import Attribute, CodeList, ObjectType, Specification
from ddas.standard.value_kinds import ValueKind
from ddas.validation.structure.wire_values import FORMATS, WIRE_CLASSES, is_of_class, parse_date

__all__ = ["RecordTypes"]

_Convert = Callable[[Any], Any]
"""A plain value → what the typed object holds; None when it cannot be used."""

_SURE_DATE_TIME = (
    r"\A(?!0000)[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    r"[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])\Z"
)
_STRICT_TYPES: Mapping[ValueKind, Any] = {
    ValueKind.TEXT: str,
    ValueKind.EMAIL: Annotated[str, Meta(pattern="@")],
    ValueKind.DATE: date,
    ValueKind.DATE_TIME: Annotated[str, Meta(pattern=_SURE_DATE_TIME)],
    ValueKind.WHOLE_NUMBER: int,
    ValueKind.BOOLEAN: bool,
}
_NOTHING = Annotated[str, Meta(min_length=1, max_length=0)]
_UNSAYABLE = re.compile(r'[\\"\x00-\x1f]')
"""What msgspec cannot have in a key."""


class RecordTypes:
    """The types of one standard, made when first asked for and then kept."""

    __slots__ = ("_cleaners", "_lenient", "_specification", "_strict")

    def __init__(self, specification: Specification) -> None:
        self._specification = specification
        self._strict: dict[str, type[Struct]] = {}
        self._lenient: dict[str, type[Struct]] = {}
        self._cleaners: dict[str, _Convert] = {}

    def strict(self, object_type: str) -> type[Struct]:
        """The type that ``msgspec.json`` decodes only when the object is surely right.

        Decoding raises ``msgspec.MsgspecError`` or ``UnicodeDecodeError``.
        """
        made = self._strict.get(object_type)
        if made is None:
            made = self._strict[object_type] = self._make_strict(self._object_type(object_type))
        return made

    def strict_field(self, attribute: Attribute) -> Any:
        """The type of one field of such an object."""
        return self._strict_type(attribute)

    def lenient(self, object_type: str) -> type[Struct]:
        """The type of what ``clean`` gives: the same attributes, each of them may be None."""
        made = self._lenient.get(object_type)
        if made is None:
            attributes = self._object_type(object_type).exchanged_attributes
            made = defstruct(object_type, [(a.name, Any, None) for a in attributes], kw_only=True, gc=False)
            self._lenient[object_type] = made
        return made

    def clean(self, value: object, object_type: str) -> Struct:
        """What can be used of a faulty object, for rules to look at; never raises.

        Fields with a wrong type, format or code are None; unknown keys are gone; lists keep their indexes: an item
        that is no object becomes an empty one. Lists that are too short or too long stay. 2.0 becomes 2.

        Args:
            value: What ``json.loads`` gives, right or wrong.
            object_type: Name of the object type that it should be.
        """
        cleaned = self._cleaner(object_type)(value)
        return cleaned if isinstance(cleaned, Struct) else self.lenient(object_type)()

    def converter_of(self, attribute: Attribute) -> _Convert:
        """``clean`` for the value of one field."""
        return self._converter(attribute)

    def _object_type(self, name: str) -> ObjectType:
        object_type = self._specification.object_type(name)
        if object_type is None:
            raise KeyError(name)
        return object_type

    def _make_strict(self, object_type: ObjectType) -> type[Struct]:
        fields: list[Any] = []
        wire_names: dict[str, str] = {}
        for attribute in object_type.exchanged_attributes:
            kind = self._strict_type(attribute)
            wire_names[attribute.name] = attribute.wire_name
            if _UNSAYABLE.search(attribute.wire_name):  # any object with this key goes to the explainer
                kind, wire_names[attribute.name] = _NOTHING, f"\ufffe{attribute.name}"
            fields.append((attribute.name, kind) if attribute.required else (attribute.name, kind, None))
        check = _make_check(object_type)
        return defstruct(
            object_type.name,
            fields,
            namespace={} if check is None else {"__post_init__": check},
            kw_only=True,
            rename=wire_names,
            omit_defaults=True,
            forbid_unknown_fields=True,
            gc=False,
        )

    def _strict_type(self, attribute: Attribute) -> Any:
        item = self._strict_value(attribute.range)
        if not attribute.many:
            return item
        low, high = attribute.min_items, attribute.max_items
        if high is not None and high < low:
            item, high = _NOTHING, None
        return Annotated[list[item], Meta(min_length=low, max_length=high)]  # type: ignore[valid-type]

    def _strict_value(self, name: str) -> Any:
        target = self._specification.target(name)
        if isinstance(target, ObjectType):
            return self.strict(name)
        if isinstance(target, CodeList):
            return Literal[tuple(v.value for v in target.values)]
        return _STRICT_TYPES[target.kind]

    def _cleaner(self, name: str) -> _Convert:
        cleaner = self._cleaners.get(name)
        if cleaner is None:
            attributes = self._object_type(name).exchanged_attributes
            converts = {a.wire_name: (a.name, self._converter(a)) for a in attributes}
            cleaner = self._cleaners[name] = _make_object_cleaner(self.lenient(name), converts)
        return cleaner

    def _converter(self, attribute: Attribute) -> _Convert:
        target, empty = self._specification.target(attribute.range), None
        if isinstance(target, ObjectType):
            convert, empty = self._cleaner(target.name), self.lenient(target.name)
        elif isinstance(target, CodeList):
            convert = _code_converter(frozenset(v.value for v in target.values))
        else:
            convert = _single_converter(target.kind)
        return _list_converter(convert, empty) if attribute.many else convert


def _make_check(object_type: ObjectType) -> Callable[[Struct], None] | None:
    """What a type alone cannot say: unique items, and alternatives."""
    unique = tuple(a.name for a in object_type.exchanged_attributes if a.many and a.unique_items)
    checks = [_make_uniqueness_check(unique)] if unique else []
    if object_type.alternatives:
        checks.append(_make_alternatives_check(object_type))
    if len(checks) < 2:
        return checks[0] if checks else None

    def check(made: Struct) -> None:
        for part in checks:
            part(made)

    return check


def _make_alternatives_check(object_type: ObjectType) -> Callable[[Struct], None]:
    """Refuses an object unless exactly one alternative holds; what is absent is None."""
    alternatives = [
        (a.required, a.absent, tuple((e.attribute, e.characters) for e in a.lengths)) for a in object_type.alternatives
    ]

    def check(made: Struct) -> None:
        fitting = 0
        for required, absent, lengths in alternatives:
            fitting += (
                all(getattr(made, name) is not None for name in required)
                and all(getattr(made, name) is None for name in absent)
                and all(len(getattr(made, name)) == size for name, size in lengths)
            )
        if fitting != 1:
            raise ValueError

    return check


def _make_uniqueness_check(names: tuple[str, ...]) -> Callable[[Struct], None]:
    """Refuses two equal items in a list; items of a strict type are equal exactly when they are written equally."""

    def check(made: Struct) -> None:
        for name in names:
            items = getattr(made, name)
            if items is not None and len(items) > 1 and len({encode(item) for item in items}) < len(items):
                raise ValueError

    return check


def _make_object_cleaner(made: type[Struct], converts: Mapping[str, tuple[str, _Convert]]) -> _Convert:
    def clean(value: Any) -> Struct | None:
        if not isinstance(value, dict):
            return None
        held = {}
        for key, inner in value.items():
            known = converts.get(key)
            if known is not None:
                name, convert = known
                held[name] = convert(inner)
        return made(**held)

    return clean


def _list_converter(convert: _Convert, empty: type[Struct] | None) -> _Convert:
    def clean(value: Any) -> list[Any] | None:
        if not isinstance(value, list):
            return None
        items = [convert(item) for item in value]
        return items if empty is None else [empty() if item is None else item for item in items]

    return clean


def _single_converter(kind: ValueKind) -> _Convert:
    expected, has_format = WIRE_CLASSES[kind], FORMATS[kind]
    if expected is int:
        return lambda value: int(value) if is_of_class(value, int) else None
    if kind is ValueKind.DATE:
        return lambda value: parse_date(value) if isinstance(value, str) else None
    if has_format is not None:
        return lambda value: value if isinstance(value, str) and has_format(value) else None
    return lambda value: value if isinstance(value, expected) else None


def _code_converter(values: frozenset[str]) -> _Convert:
    return lambda value: value if isinstance(value, str) and value in values else None
