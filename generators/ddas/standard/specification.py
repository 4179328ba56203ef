"""The resolved, frozen description of one standard: what every emitter, the validator and the docs read.

Made from the LinkML model by ``ddas_generators.model.load`` and kept as ``specification.json`` beside the other
artefacts. It needs no imports and no other file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from ddas.errors import ModelError
from ddas.standard.identity import Domain, StandardId, Version
from ddas.standard.status import Status
from ddas.standard.value_kinds import ValueKind, kind_of

__all__ = [
    "Attribute",
    "CodeList",
    "CodeValue",
    "Condition",
    "DataType",
    "DeclaredChange",
    "Erratum",
    "Example",
    "FieldRename",
    "ObjectType",
    "Obligation",
    "Phase",
    "Rule",
    "RuleCase",
    "RuleParameters",
    "Specification",
    "Target",
    "TextSource",
    "ValueRename",
]


class Obligation(StrEnum):
    """Whether a field must be delivered, in the words that readers see."""

    REQUIRED = "verplicht"
    CONDITIONAL = "voorwaardelijk"
    REQUESTED = "gevraagd"
    NOT_REQUESTED = "niet gevraagd"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSource:
    """A publication, law or reference that a text rests on. ``kind``: publicatie, vakbron, wet or eigen."""

    code: str
    title: str
    explanation: str = ""
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A phase of the process. ``kind``: kader (around it), hoofdlijn (in order) or daarnaast (beside it).

    ``leads_to`` holds codes of phases that can follow; ``sources`` codes of ``TextSource``.
    """

    code: str
    title: str
    description: str
    kind: str
    sources: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DataType:
    """A type of single values.

    ``base`` is the JSON type (string, integer, boolean) and ``format`` the JSON Schema format: together they are
    the wire. ``length`` (most characters), ``pattern`` (whole value, unanchored) and ``code_list`` are quality:
    rules look at them, the wire schema does not.
    """

    name: str
    label: str
    definition: str
    base: str
    format: str | None = None
    length: int | None = None
    pattern: str | None = None
    code_list: str | None = None

    @property
    def kind(self) -> ValueKind:
        """What its values are.

        Raises:
            ModelError: ``base`` and ``format`` are those of no kind.
        """
        try:
            return kind_of(self.base, self.format)
        except ModelError as error:
            raise ModelError(f"{self.name}: {error}") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeValue:
    """A value of a code list: ``value`` on the wire, ``code`` as identifier in every language."""

    value: str
    code: str
    label: str
    definition: str
    explanation: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    search_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeList:
    """A closed list of values, in published order."""

    name: str
    label: str
    definition: str
    explanation: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    search_words: tuple[str, ...] = ()
    exchanged: bool
    values: tuple[CodeValue, ...]

    @property
    def kind(self) -> ValueKind:
        """What its values are: codes."""
        return ValueKind.CODE


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """A field or relation of an object type.

    Attributes:
        name: Identifier, the same in every language; unique in its object type, also when case is ignored.
        wire_name: Key in JSON, odd spellings included.
        range: Name of an ObjectType, CodeList or DataType of the same specification.
        required: The wire schema refuses an object without it.
        many: A list; then ``min_items``/``max_items`` are its bounds when present (``max_items`` None = no limit).
        item: Name of one item of a list, in XML and in places ("client 2").
        condition: Dutch sentence; filled exactly when obligation is ``voorwaardelijk``.
        enforced_by: ``("schema",)``, ids of rules, or empty when nothing notices its absence.
        ground: ``schema``, the code of a TextSource, or ``eigen duiding``.
        phase: Code of a Phase; empty for what is not exchanged.
        personal_data: ``direct`` (identifies a person), ``indirect`` (says something about one) or ``nee``.
        deprecated: Dutch sentence when the field is announced to disappear.
    """

    name: str
    wire_name: str
    label: str
    definition: str
    explanation: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    search_words: tuple[str, ...] = ()
    uri: str
    exchanged: bool
    range: str
    required: bool = False
    many: bool = False
    min_items: int = 0
    max_items: int | None = None
    unique_items: bool = False
    item: str | None = None
    obligation: Obligation
    condition: str = ""
    enforced_by: tuple[str, ...] = ()
    ground: str
    phase: str = ""
    personal_data: str
    deprecated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectType:
    """A kind of object. ``closed``: no other keys than its exchanged attributes are accepted on the wire."""

    name: str
    label: str
    definition: str
    explanation: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    search_words: tuple[str, ...] = ()
    uri: str
    exchanged: bool
    closed: bool
    phase: str = ""
    attributes: tuple[Attribute, ...]

    @property
    def kind(self) -> ValueKind:
        """What its values are: objects."""
        return ValueKind.OBJECT

    @property
    def exchanged_attributes(self) -> tuple[Attribute, ...]:
        """The attributes that stand on the wire, in reading order."""
        return tuple(a for a in self.attributes if a.exchanged)

    def attribute(self, name: str) -> Attribute | None:
        """The attribute with this identifier, exchanged or not, or None."""
        return next((a for a in self.attributes if a.name == name), None)

    def by_wire_name(self, wire_name: str) -> Attribute | None:
        """The exchanged attribute under this key, or None."""
        return next((a for a in self.attributes if a.exchanged and a.wire_name == wire_name), None)


Target = ObjectType | CodeList | DataType
"""What the range of an attribute names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Something that must hold before a rule looks. ``path`` as in ``RuleParameters.paths``.

    ``test``: ``gevuld``, ``leeg``, ``is`` (filled, and one of ``values``) or ``is niet`` (none of them, or not filled).
    Values are texts; yes and no are ``true`` and ``false``.
    """

    path: str
    test: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleParameters:
    """What a rule tells its kind; each kind uses some of these and leaves the rest empty.

    Attributes:
        paths: Attribute names from the object that the rule looks at: ``einddatum``, ``intake.startdatum``.
        conditions: All must hold, else the rule says nothing.
        groups: Groups of paths, alternatives of each other.
        minimum, maximum: Whole numbers; bounds included.
        months: Calendar months.
        from_date: First day (YYYY-MM-DD) on which the rule holds.
        limit: Attribute of the root with the day that bounds a date.
        types: Names of data types; the rule holds for every attribute that has one of them.
        exceptions: Attributes (``ObjectType.attribute``) for which it does not.
        pattern: Regular expression for the whole value, in the part that Python and ECMAScript share.
        list: Path of a list.
        target: Path of a list that is referred to.
        times: ``minstens een`` or ``geen``.
        item_conditions: Conditions on an item of the list.
        values: Values that the kind lets pass or forbids.
        blank_differs: One blank and one filled value count as different.
        outcome: Which answer of a kind with several answers is meant.
    """

    paths: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    months: int | None = None
    from_date: str = ""
    limit: str = ""
    types: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    pattern: str = ""
    list: str = ""
    target: str = ""
    times: str = ""
    item_conditions: tuple[Condition, ...] = ()
    values: tuple[str, ...] = ()
    blank_differs: bool = False
    outcome: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCase:
    """A delivery that tries a rule: an example with a JSON Patch (RFC 6902).

    ``patch`` is the text of the patch; ``places`` the JSON Pointers at which the rule fires, empty when it must pass.
    """

    name: str
    base: str
    patch: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A business rule.

    Attributes:
        fields: What it reads: ``ObjectType`` or ``ObjectType.attribute``.
        level: fout, waarschuwing or info.
        since: First version in which it holds, such as ``v1.0``.
        kind: Name of the check that runs it.
        scopes: Object types that it looks at, one object at a time.
        silences: Ids of more general rules that keep silent where this one fires.
        cases: Deliveries that try it, at least one that passes and one that fails.
    """

    id: str
    name: str
    level: str
    message: str
    explanation: str = ""
    remedy: str
    fields: tuple[str, ...]
    sources: tuple[str, ...]
    since: str = ""
    kind: str
    scopes: tuple[str, ...] = ()
    parameters: RuleParameters = RuleParameters()
    silences: tuple[str, ...] = ()
    cases: tuple[RuleCase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Erratum:
    """A published fault: what is wrong and how to read it. ``fields`` as in ``Rule``, also code lists."""

    id: str
    title: str
    fields: tuple[str, ...]
    fault: str
    reading: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An invented delivery. ``content`` is its JSON text, exactly as in the model."""

    name: str
    title: str
    description: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRename:
    """A field that kept its meaning under another wire path than in the predecessor.

    ``old`` and ``new`` are whole wire paths, such as ``client[].bsn``: ``old`` as it was in the predecessor, ``new``
    as it is here. What stands inside the field goes along.
    """

    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRename:
    """A code value that kept its meaning under another spelling than in the predecessor."""

    code_list: str
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredChange:
    """A change with regard to the predecessor that the makers meant, in the words of ``ddas diff``."""

    kind: str
    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Specification:
    """Everything about one standard. Tuples are in reading order; object types start with the root.

    ``renames``, ``value_renames`` and ``declared_changes`` say how this version follows from its predecessor.
    ``predecessor`` is the code of the version before it, such as ``shv-v0.10``, or None when there is none.
    The three days are ``YYYY-MM-DD``: adoption, first and last day on which deliveries are taken. None means unknown.
    """

    format: int = 1
    domain: Domain
    version: str
    status: Status
    revision: int
    predecessor: str | None = None
    date: str | None = None
    in_use_from: str | None = None
    accepted_until: str | None = None
    title: str
    description: str
    root: str
    object_types: tuple[ObjectType, ...]
    code_lists: tuple[CodeList, ...]
    data_types: tuple[DataType, ...]
    phases: tuple[Phase, ...]
    sources: tuple[TextSource, ...]
    rules: tuple[Rule, ...]
    errata: tuple[Erratum, ...]
    examples: tuple[Example, ...]
    renames: tuple[FieldRename, ...] = ()
    value_renames: tuple[ValueRename, ...] = ()
    declared_changes: tuple[DeclaredChange, ...] = ()
    _objects: dict[str, ObjectType] = field(init=False, repr=False, compare=False, hash=False)
    _lists: dict[str, CodeList] = field(init=False, repr=False, compare=False, hash=False)
    _types: dict[str, DataType] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_objects", {o.name: o for o in self.object_types})
        object.__setattr__(self, "_lists", {c.name: c for c in self.code_lists})
        object.__setattr__(self, "_types", {t.name: t for t in self.data_types})

    @property
    def id(self) -> StandardId:
        """Domain and version, with every derived name and URI."""
        return StandardId(domain=self.domain, version=Version.parse(self.version))

    @property
    def root_type(self) -> ObjectType:
        """The object type of the whole message."""
        return self._objects[self.root]

    @property
    def exchanged_types(self) -> tuple[ObjectType, ...]:
        """The object types of the exchange model, root first."""
        return tuple(o for o in self.object_types if o.exchanged)

    @property
    def information_types(self) -> tuple[ObjectType, ...]:
        """The object types that belong to the information model only."""
        return tuple(o for o in self.object_types if not o.exchanged)

    def object_type(self, name: str) -> ObjectType | None:
        """The object type of this name, or None."""
        return self._objects.get(name)

    def code_list(self, name: str) -> CodeList | None:
        """The code list of this name, or None."""
        return self._lists.get(name)

    def data_type(self, name: str) -> DataType | None:
        """The data type of this name, or None."""
        return self._types.get(name)

    def target(self, range: str) -> Target:
        """What stands in a field with this range, or in each item of it.

        Raises:
            ModelError: the specification does not have it.
        """
        found = self._objects.get(range) or self._lists.get(range) or self._types.get(range)
        if found is None:
            raise ModelError(f"{self.id.code}: '{range}' bestaat niet. Verbeter de 'range' in het model.")
        return found

    def source(self, code: str) -> TextSource:
        """The source of this code. Raises KeyError when it is not listed."""
        return {s.code: s for s in self.sources}[code]

    def rule(self, id: str) -> Rule | None:
        """The rule of this id, or None."""
        return {r.id: r for r in self.rules}.get(id)

    def iter_attributes(self) -> Iterator[tuple[ObjectType, Attribute]]:
        """Every exchanged attribute with its object type, in reading order."""
        for object_type in self.exchanged_types:
            for attribute in object_type.exchanged_attributes:
                yield object_type, attribute

    def errata_for(self, *names: str) -> tuple[Erratum, ...]:
        """The errata that name one of these: ``ObjectType``, ``ObjectType.attribute`` or ``CodeList``."""
        return tuple(e for e in self.errata if set(names) & set(e.fields))
