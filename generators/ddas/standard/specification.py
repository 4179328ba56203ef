"""The resolved, frozen description of one standard: what every emitter, the validator and the docs read.

Made from the LinkML model by ``ddas_generators.model.load`` and kept as ``specification.json`` beside the other
artefacts. It needs no imports and no other file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ddas.errors import ModelError
from ddas.standard.identity import Domain, StandardId, Version
from ddas.standard.practice_case import PracticeCase
from ddas.standard.status import Status
from ddas.standard.value_kinds import ValueKind, kind_of

__all__ = [
    "Alternative",
    "Attribute",
    "CodeList",
    "CodeValue",
    "DataType",
    "DeclaredChange",
    "Erratum",
    "ExactLength",
    "Example",
    "FieldRename",
    "ObjectType",
    "Obligation",
    "Phase",
    "Publication",
    "Purpose",
    "Revision",
    "Rule",
    "RuleCase",
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
    PROPOSED = "voorstel"
    """Of a study: nobody asks for it."""


class Purpose(StrEnum):
    """A known question that a field helps to answer; ``docs/niet-gevraagd.md`` says what each asks."""

    PHASES = "aantallen per fase"
    LEAD_TIMES = "doorlooptijden"
    DROP_OUT = "uitval"
    RETURN = "terugkeer"
    GUIDANCE = "begeleiding"
    DEBTS = "schulden"
    LINK = "koppeling van de domeinen"


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
    """A value of a code list: ``value`` on the wire, ``code`` as identifier in every language.

    ``sources`` say where the meaning comes from; ``name_sources``, when that is no publication, which
    publication gives the name.
    """

    value: str
    code: str
    label: str
    definition: str
    explanation: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    name_sources: tuple[str, ...] = ()
    search_words: tuple[str, ...] = ()
    asked_by: tuple[str, ...] = ()


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
        sources: Where the meaning comes from.
        name_sources: Which publication gives the name, when the meaning comes from none.
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
        purposes: The known questions for which it is used; empty for a part, and when no known question uses it.
        asked_by: Of a study: codes of the sources that ask municipalities for it now; empty when none is known.
    """

    name: str
    wire_name: str
    label: str
    definition: str
    explanation: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    name_sources: tuple[str, ...] = ()
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
    purposes: tuple[Purpose, ...] = ()
    asked_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExactLength:
    """A text that has exactly ``characters`` characters. ``attribute``: its name."""

    attribute: str
    characters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """One of the ways in which an object may be filled; the wire takes an object for which exactly one holds.

    Attributes:
        title: Dutch words that follow the label of the object type: ``met alleen het burgerservicenummer``.
        required: Names of attributes that are there.
        absent: Names of attributes that are not there, whatever their value.
        lengths: Attributes whose text has one length.
    """

    title: str
    required: tuple[str, ...]
    absent: tuple[str, ...] = ()
    lengths: tuple[ExactLength, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectType:
    """A kind of object.

    ``closed``: no other keys than its exchanged attributes are accepted on the wire. ``alternatives``: exactly one of
    them holds for an object that is accepted; empty when there is no such condition.
    """

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
    alternatives: tuple[Alternative, ...] = ()

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

    def wire_name_of(self, attribute: str) -> str:
        """The key of this attribute, given by name. Raises KeyError when it is not here."""
        return {a.name: a.wire_name for a in self.attributes}[attribute]

    def by_wire_name(self, wire_name: str) -> Attribute | None:
        """The exchanged attribute under this key, or None."""
        return next((a for a in self.attributes if a.exchanged and a.wire_name == wire_name), None)


Target = ObjectType | CodeList | DataType
"""What the range of an attribute names."""


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
        kind: Name of the kind of rule that checks it.
        scopes: Object types that it looks at, one object at a time.
        parameters: What it tells its kind, as plain JSON; the kind reads it as a record of its own.
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
    parameters: Mapping[str, Any] = field(default_factory=dict, hash=False)
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
class Publication:
    """Where the publishers published a version, and what is known of it.

    Attributes:
        place: Repository and file.
        date: Day of publication as ``YYYY-MM-DD``, None when unknown.
        certainty: How sure place, day and content are: hoog, redelijk or laag.
        explanation: Dutch sentences: on what that rests.
        provisional: Dutch sentences: what is done when the published file turns out to be another; empty when nothing
            is left to look at.
    """

    place: str
    date: str | None = None
    certainty: str
    explanation: str
    provisional: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A correction of an adopted version.

    Attributes:
        number: From 1.
        date: Its day as ``YYYY-MM-DD``, None when unknown.
        reason: Why it is there, in Dutch.
        accepted: Why the steering group accepts that it is stricter than the edition before it; empty when it is not.
        stricter: Dutch sentences: in what it is.
    """

    number: int
    date: str | None = None
    reason: str
    accepted: str = ""
    stricter: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Specification:
    """Everything about one standard. Tuples are in reading order; object types start with the root.

    ``renames``, ``value_renames`` and ``declared_changes`` say how this version follows from its predecessor.
    ``predecessor`` is the code of the version before it, such as ``shv-v0.10``, or None when there is none.
    ``revisions`` are its own, first one first.
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
    publication: Publication | None = None
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
    practice: tuple[PracticeCase, ...] = ()
    renames: tuple[FieldRename, ...] = ()
    value_renames: tuple[ValueRename, ...] = ()
    declared_changes: tuple[DeclaredChange, ...] = ()
    revisions: tuple[Revision, ...] = ()
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
    def edition_name(self) -> str:
        """The code with the revision behind it, when there is one: ``shv-v1.0 revisie 3``."""
        return f"{self.id.code} revisie {self.revision}" if self.revision else self.id.code

    @property
    def is_only_history(self) -> bool:
        """Whether it was out of use before there were rules: then it has no rules, corpus or quality schema."""
        return self.status.is_out_of_use and not self.rules

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
