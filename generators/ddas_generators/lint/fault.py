"""The closed list of faults that lint can find, by the id that stands behind each message."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Fault"]


class Fault(StrEnum):
    """What can be wrong in a model. The value is the id that maintainers see."""

    # texts
    DEFINITION_MISSING = "definitie-ontbreekt"
    DEFINITION_THIN = "definitie-zegt-te-weinig"
    DEFINITION_CIRCULAR = "definitie-draait-rond"
    DEFINITION_ALIKE = "definitie-lijkt-te-veel"
    SAME_AS_UNKNOWN = "zelfde-als-onbekend"
    LABEL_MISSING = "label-ontbreekt"
    LABEL_DOUBLE = "label-dubbel"
    TEXT_DOUBLE = "tekst-dubbel"
    TEXT_FROM_UNKNOWN = "tekst-uit-onbekend"
    TEXT_FROM_CHAIN = "tekst-uit-keten"
    CHARACTER_UNSEEN = "teken-onzichtbaar"
    MARKUP = "opmaak-in-tekst"
    SPACES = "spaties-onjuist"
    # annotations
    ANNOTATION_UNKNOWN = "annotatie-onbekend"
    ANNOTATION_MISPLACED = "annotatie-misplaatst"
    SOURCE_MISSING = "bron-ontbreekt"
    SOURCE_UNKNOWN = "bron-onbekend"
    NAME_SOURCE_MISSING = "bron-naam-ontbreekt"
    NAME_SOURCE_SUPERFLUOUS = "bron-naam-overbodig"
    PURPOSE_WRONG = "waarvoor-onjuist"
    PHASE_MISSING = "fase-ontbreekt"
    PHASE_UNKNOWN = "fase-onbekend"
    PERSONAL_DATA_WRONG = "persoonsgegeven-onjuist"
    # obligation
    OBLIGATION_MISSING = "verplichting-ontbreekt"
    OBLIGATION_UNKNOWN = "verplichting-onbekend"
    OBLIGATION_CONTRADICTS = "verplichting-past-niet"
    CONDITION_MISSING = "voorwaarde-ontbreekt"
    CONDITION_SUPERFLUOUS = "voorwaarde-overbodig"
    CONDITION_NO_SENTENCE = "voorwaarde-geen-zin"
    ENFORCED_MISSING = "afgedwongen-ontbreekt"
    ENFORCED_CONTRADICTS = "afgedwongen-past-niet"
    RULE_UNKNOWN = "regel-onbekend"
    GROUND_MISSING = "grond-ontbreekt"
    GROUND_UNKNOWN = "grond-onbekend"
    # names
    NAME_SPELLING = "naam-schrijfwijze"
    NAME_DOUBLE = "naam-dubbel"
    WIRE_NAME_DOUBLE = "berichtnaam-dubbel"
    SEARCH_WORD_DOUBLE = "zoekwoord-dubbel"
    CODE_MISSING = "code-ontbreekt"
    CODE_DOUBLE = "code-dubbel"
    # structure
    KEY_DOUBLE = "sleutel-dubbel"
    ROOT_COUNT = "hoofdobject-onjuist"
    RANGE_UNKNOWN = "range-onbekend"
    SUBSET_UNKNOWN = "deelverzameling-onbekend"
    EXCHANGE_CONTRADICTS = "uitwisseling-past-niet"
    EXTRA_SLOTS_MISSING = "extra-slots-ontbreekt"
    ITEM_MISSING = "item-ontbreekt"
    ITEM_WRONG = "item-onjuist"
    RANK_MISSING = "rank-ontbreekt"
    RANK_DOUBLE = "rank-dubbel"
    URI_MISSING = "uri-ontbreekt"
    URI_WRONG = "uri-onjuist"
    URI_PREFIX_UNKNOWN = "uri-voorvoegsel-onbekend"
    # types and examples
    TYPE_INCOMPLETE = "type-onvolledig"
    TYPE_FACET_WRONG = "type-eigenschap-onjuist"
    EXAMPLE_INVALID = "voorbeeld-ongeldig"
    # records
    RECORD_WRONG = "record-onjuist"
    RECORD_DOUBLE = "record-dubbel"
    RULE_ID_SPELLING = "regel-id-schrijfwijze"
    RULE_SHAPE = "regel-vorm-onjuist"
    RULE_PARAMETER = "regel-parameter-onjuist"
    RULE_PATH = "regel-pad-onbekend"
    RULE_SILENCES = "regel-onderdrukt-onbekend"
    RULE_CASE = "regel-geval-onjuist"
    RULE_CASE_VERDICT = "regel-geval-klopt-niet"
    PRACTICE_WRONG = "praktijk-onjuist"
    PRACTICE_HIT = "praktijk-geraakt"
    FIELD_UNKNOWN = "veld-onbekend"
    READING_NOT_LISTED = "duiding-niet-vermeld"
    PURPOSE_NOT_LISTED = "waarvoor-niet-vermeld"
    # files
    FILE_LEFT_OUT = "bestand-doet-niet-mee"
    IDENTITY = "versie-past-niet"
    EXAMPLE_FILE = "voorbeeldbestand-onjuist"
    EXAMPLE_HIT = "voorbeeldbestand-geraakt"
    DECLARATION = "aankondiging-onjuist"
    # the register
    SEAL_MISSING = "zegel-ontbreekt"
    WIRE_CHANGED = "bericht-veranderd"
    # what a study may say, and what only a study may say
    STUDY_WRONG = "studie-onjuist"
    # LinkML itself
    LINKML = "linkml"
