"""A change between two versions of a standard, and the closed list of kinds of change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ddas.standard.identity import Version
from ddas.standard.wire_tree import Steps

__all__ = ["KINDS", "Breaks", "Change", "ChangeKind", "Difference", "KindFacts", "VersionStep", "least_step"]


class Breaks(StrEnum):
    """Who must do something, strongest first, in the words that readers see."""

    STRICTER = "strenger"
    WIDER = "ruimer"
    DELIVERY = "levering"
    RULES = "regels"
    """What the check of this toolkit says; no publisher changed anything, and no delivery is refused for it."""
    CODE = "code"
    MEANING = "betekenis"
    TEXT = "tekst"

    @property
    def rank(self) -> int:
        """0 for the strongest."""
        return list(Breaks).index(self)


class VersionStep(StrEnum):
    """How far a version number must move."""

    MAJOR = "MAJOR"
    MINOR = "MINOR"
    REVISION = "revisie"


class ChangeKind(StrEnum):
    """What changed; the values stand in JSON."""

    OBJECT_TYPE_ADDED = "object_type_added"
    OBJECT_TYPE_REMOVED = "object_type_removed"
    ATTRIBUTE_ADDED = "attribute_added"
    ATTRIBUTE_REMOVED = "attribute_removed"
    ATTRIBUTE_RENAMED = "attribute_renamed"
    ATTRIBUTE_MOVED = "attribute_moved"
    REQUIRED_ADDED = "required_added"
    REQUIRED_REMOVED = "required_removed"
    TYPE_CHANGED = "type_changed"
    FORMAT_CHANGED = "format_changed"
    CARDINALITY_CHANGED = "cardinality_changed"
    UNIQUENESS_CHANGED = "uniqueness_changed"
    CODE_LIST_ADDED = "code_list_added"
    CODE_LIST_REMOVED = "code_list_removed"
    CODE_VALUE_ADDED = "code_value_added"
    CODE_VALUE_REMOVED = "code_value_removed"
    CODE_VALUE_RENAMED = "code_value_renamed"
    CLOSED = "closed"
    OPENED = "opened"
    ALTERNATIVES_CHANGED = "alternatives_changed"
    OBLIGATION_CHANGED = "obligation_changed"
    CONDITION_CHANGED = "condition_changed"
    DATA_TYPE_CHANGED = "data_type_changed"
    LENGTH_CHANGED = "length_changed"
    PATTERN_CHANGED = "pattern_changed"
    VALUE_LIST_CHANGED = "value_list_changed"
    RULE_ADDED = "rule_added"
    RULE_REMOVED = "rule_removed"
    RULE_CHANGED = "rule_changed"
    RULE_CASES_CHANGED = "rule_cases_changed"
    IDENTIFIER_CHANGED = "identifier_changed"
    OBJECT_TYPE_RENAMED = "object_type_renamed"
    ITEM_NAME_CHANGED = "item_name_changed"
    URI_CHANGED = "uri_changed"
    DEFINITION_CHANGED = "definition_changed"
    EXPLANATION_CHANGED = "explanation_changed"
    ENFORCEMENT_CHANGED = "enforcement_changed"
    GROUND_CHANGED = "ground_changed"
    FIELD_PHASE_CHANGED = "field_phase_changed"
    PERSONAL_DATA_CHANGED = "personal_data_changed"
    DEPRECATION_CHANGED = "deprecation_changed"
    CONCEPT_ADDED = "concept_added"
    CONCEPT_REMOVED = "concept_removed"
    CONCEPT_CHANGED = "concept_changed"
    ERRATUM_ADDED = "erratum_added"
    ERRATUM_REMOVED = "erratum_removed"
    ERRATUM_CHANGED = "erratum_changed"
    PHASE_ADDED = "phase_added"
    PHASE_REMOVED = "phase_removed"
    PHASE_CHANGED = "phase_changed"
    LABEL_CHANGED = "label_changed"
    EXAMPLES_CHANGED = "examples_changed"
    SOURCES_CHANGED = "sources_changed"
    NAME_SOURCES_CHANGED = "name_sources_changed"
    PURPOSES_CHANGED = "purposes_changed"
    ASKED_BY_CHANGED = "asked_by_changed"
    SEARCH_WORDS_CHANGED = "search_words_changed"
    ORDER_CHANGED = "order_changed"
    RULE_TEXT_CHANGED = "rule_text_changed"
    SOURCE_ADDED = "source_added"
    SOURCE_REMOVED = "source_removed"
    SOURCE_CHANGED = "source_changed"
    EXAMPLE_ADDED = "example_added"
    EXAMPLE_REMOVED = "example_removed"
    EXAMPLE_CHANGED = "example_changed"
    STANDARD_TEXT_CHANGED = "standard_text_changed"


@dataclass(frozen=True, slots=True)
class KindFacts:
    """``title``: Dutch, without a capital. ``breaks``: what holds while nothing stronger is proven.

    ``structural``: it can be seen in the wire schema.
    """

    title: str
    breaks: Breaks
    structural: bool = False


_K, _B = ChangeKind, Breaks
KINDS: Mapping[ChangeKind, KindFacts] = {
    _K.OBJECT_TYPE_ADDED: KindFacts("nieuw onderdeel", _B.DELIVERY, True),
    _K.OBJECT_TYPE_REMOVED: KindFacts("onderdeel vervallen", _B.DELIVERY, True),
    _K.ATTRIBUTE_ADDED: KindFacts("nieuw veld", _B.DELIVERY, True),
    _K.ATTRIBUTE_REMOVED: KindFacts("veld vervallen", _B.DELIVERY, True),
    _K.ATTRIBUTE_RENAMED: KindFacts("andere naam in het bestand", _B.DELIVERY, True),
    _K.ATTRIBUTE_MOVED: KindFacts("andere plaats in het bestand", _B.DELIVERY, True),
    _K.REQUIRED_ADDED: KindFacts("het schema eist dit nu", _B.DELIVERY, True),
    _K.REQUIRED_REMOVED: KindFacts("het schema eist dit niet meer", _B.DELIVERY, True),
    _K.TYPE_CHANGED: KindFacts("ander soort waarde", _B.DELIVERY, True),
    _K.FORMAT_CHANGED: KindFacts("andere vorm van de waarde", _B.DELIVERY, True),
    _K.CARDINALITY_CHANGED: KindFacts("ander aantal", _B.DELIVERY, True),
    _K.UNIQUENESS_CHANGED: KindFacts("dubbele waarden in de lijst", _B.DELIVERY, True),
    _K.CODE_LIST_ADDED: KindFacts("nieuwe waardenlijst", _B.CODE, True),
    _K.CODE_LIST_REMOVED: KindFacts("waardenlijst vervallen", _B.CODE, True),
    _K.CODE_VALUE_ADDED: KindFacts("nieuwe waarde in de lijst", _B.DELIVERY, True),
    _K.CODE_VALUE_REMOVED: KindFacts("waarde vervallen uit de lijst", _B.DELIVERY, True),
    _K.CODE_VALUE_RENAMED: KindFacts("waarde anders geschreven", _B.DELIVERY, True),
    _K.CLOSED: KindFacts("andere sleutels mogen niet meer", _B.DELIVERY, True),
    _K.OPENED: KindFacts("andere sleutels mogen nu", _B.DELIVERY, True),
    _K.ALTERNATIVES_CHANGED: KindFacts("andere velden gaan samen", _B.DELIVERY, True),
    _K.OBLIGATION_CHANGED: KindFacts("andere verplichting", _B.DELIVERY),
    _K.CONDITION_CHANGED: KindFacts("andere voorwaarde", _B.DELIVERY),
    _K.DATA_TYPE_CHANGED: KindFacts("ander soort gegeven", _B.DELIVERY),
    _K.LENGTH_CHANGED: KindFacts("andere lengte", _B.DELIVERY),
    _K.PATTERN_CHANGED: KindFacts("andere schrijfwijze", _B.DELIVERY),
    _K.VALUE_LIST_CHANGED: KindFacts("andere waarden", _B.DELIVERY),
    _K.RULE_ADDED: KindFacts("nieuwe regel", _B.RULES),
    _K.RULE_REMOVED: KindFacts("regel vervallen", _B.RULES),
    _K.RULE_CHANGED: KindFacts("regel werkt anders", _B.RULES),
    _K.RULE_CASES_CHANGED: KindFacts("regel met andere voorbeelden", _B.TEXT),
    _K.IDENTIFIER_CHANGED: KindFacts("andere naam in programma's", _B.CODE),
    _K.OBJECT_TYPE_RENAMED: KindFacts("andere naam van het type in programma's", _B.CODE),
    _K.ITEM_NAME_CHANGED: KindFacts("andere naam van een onderdeel in XML", _B.CODE),
    _K.URI_CHANGED: KindFacts("ander webadres van het begrip", _B.CODE),
    _K.DEFINITION_CHANGED: KindFacts("andere omschrijving", _B.MEANING),
    _K.EXPLANATION_CHANGED: KindFacts("andere toelichting", _B.MEANING),
    _K.ENFORCEMENT_CHANGED: KindFacts("iets anders merkt of het veld ontbreekt", _B.MEANING),
    _K.GROUND_CHANGED: KindFacts("andere grond van de verplichting", _B.MEANING),
    _K.FIELD_PHASE_CHANGED: KindFacts("hoort bij een andere fase", _B.MEANING),
    _K.PERSONAL_DATA_CHANGED: KindFacts("ander oordeel over persoonsgegevens", _B.MEANING),
    _K.DEPRECATION_CHANGED: KindFacts("andere aankondiging dat het verdwijnt", _B.MEANING),
    _K.CONCEPT_ADDED: KindFacts("nieuw begrip in het informatiemodel", _B.MEANING),
    _K.CONCEPT_REMOVED: KindFacts("begrip vervallen uit het informatiemodel", _B.MEANING),
    _K.CONCEPT_CHANGED: KindFacts("begrip van het informatiemodel gewijzigd", _B.MEANING),
    _K.ERRATUM_ADDED: KindFacts("nieuwe bekende fout", _B.MEANING),
    _K.ERRATUM_REMOVED: KindFacts("bekende fout vervallen", _B.MEANING),
    _K.ERRATUM_CHANGED: KindFacts("bekende fout anders beschreven", _B.MEANING),
    _K.PHASE_ADDED: KindFacts("nieuwe fase van het proces", _B.MEANING),
    _K.PHASE_REMOVED: KindFacts("fase van het proces vervallen", _B.MEANING),
    _K.PHASE_CHANGED: KindFacts("fase van het proces anders beschreven", _B.MEANING),
    _K.LABEL_CHANGED: KindFacts("ander opschrift", _B.TEXT),
    _K.EXAMPLES_CHANGED: KindFacts("andere voorbeeldwaarden", _B.TEXT),
    _K.SOURCES_CHANGED: KindFacts("andere bronnen", _B.TEXT),
    _K.NAME_SOURCES_CHANGED: KindFacts("andere bron van de naam", _B.TEXT),
    _K.PURPOSES_CHANGED: KindFacts("gebruikt voor andere vragen", _B.TEXT),
    _K.ASKED_BY_CHANGED: KindFacts("andere partijen vragen dit nu", _B.TEXT),
    _K.SEARCH_WORDS_CHANGED: KindFacts("andere zoekwoorden", _B.TEXT),
    _K.ORDER_CHANGED: KindFacts("andere volgorde", _B.TEXT),
    _K.RULE_TEXT_CHANGED: KindFacts("regel anders beschreven", _B.TEXT),
    _K.SOURCE_ADDED: KindFacts("nieuwe bron", _B.TEXT),
    _K.SOURCE_REMOVED: KindFacts("bron vervallen", _B.TEXT),
    _K.SOURCE_CHANGED: KindFacts("bron anders beschreven", _B.TEXT),
    _K.EXAMPLE_ADDED: KindFacts("nieuwe voorbeeldlevering", _B.TEXT),
    _K.EXAMPLE_REMOVED: KindFacts("voorbeeldlevering vervallen", _B.TEXT),
    _K.EXAMPLE_CHANGED: KindFacts("voorbeeldlevering gewijzigd", _B.TEXT),
    _K.STANDARD_TEXT_CHANGED: KindFacts("andere tekst over de standaard", _B.TEXT),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference between an old and a new version.

    Attributes:
        kind: What changed.
        path: A wire path (``leveringen[].teller``; empty: the whole message) for what stands in a delivery, else the
            name of the thing: ``EnumX=waarde``, ``EnumX``, an object type, a data type, ``Objecttype.veld`` of the
            information model, or the id or code of a rule, erratum, phase, source or example. Of what was renamed or
            moved: the new path.
        label: What readers call it, in Dutch.
        before, after: Small JSON values of the model, None where there is nothing; never of a delivery.
        breaks: Who must do something; ``strenger`` and ``ruimer`` only when a witness proves it.
        step: The least step of the version number that this change alone asks.
        reason: Why, in Dutch, as the newer version declares it; empty when it does not say.
    """

    kind: ChangeKind
    path: str
    label: str
    before: object
    after: object
    breaks: Breaks
    step: VersionStep
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What ``Change`` says, with the places by which a witness can be found.

    Attributes:
        old_steps, new_steps: The field in the old and the new tree; None where it has no place.
        code_list: Name of the code list of a value that came, went or was renamed.
        assumed: What the change breaks while nothing stronger is proven; None: as its kind says.
    """

    kind: ChangeKind
    path: str
    label: str
    before: object = None
    after: object = None
    old_steps: Steps | None = None
    new_steps: Steps | None = None
    code_list: str | None = None
    assumed: Breaks | None = None

    @property
    def breaks(self) -> Breaks:
        """What it breaks while nothing stronger is proven."""
        return KINDS[self.kind].breaks if self.assumed is None else self.assumed


def least_step(breaks: Breaks, old: Version) -> VersionStep:
    """The least step for a change of a version; from v1.0 on a stricter one is MAJOR, before that MINOR."""
    if breaks in (Breaks.MEANING, Breaks.TEXT):
        return VersionStep.REVISION
    return VersionStep.MAJOR if breaks is Breaks.STRICTER and old.major >= 1 else VersionStep.MINOR
