"""LinkML model → frozen Specification. The only module that loads LinkML."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from linkml_runtime.linkml_model.meta import (
    ClassDefinition,
    EnumDefinition,
    SlotDefinition,
    TypeDefinition,
)
from linkml_runtime.utils.schemaview import SchemaView

from ddas.errors import ModelError
from ddas.standard.specification import (
    Attribute,
    CodeList,
    CodeValue,
    DataType,
    ObjectType,
    Obligation,
    Purpose,
    Specification,
)
from ddas_generators.model.alternatives import read_alternatives
from ddas_generators.model.borrowed_texts import ANNOTATION, BorrowedTexts
from ddas_generators.model.exchange_subset import EXCHANGE_SUBSET
from ddas_generators.model.linkml_types import LINKML_TYPES, json_type
from ddas_generators.model.practice import read_practice
from ddas_generators.model.records import (
    read_declarations,
    read_errata,
    read_examples,
    read_phases,
    read_sources,
    source_files,
)
from ddas_generators.model.register import RegisteredVersion, model_folder
from ddas_generators.model.revisions import read_revisions
from ddas_generators.model.rule_records import read_rules

__all__ = ["forget_views", "load"]


def load(root: Path, version: RegisteredVersion) -> Specification:
    """Read the model of one registered version in the checkout ``root``.

    Raises:
        ModelError: a file is missing or wrong, or a text that the specification needs is not there.
    """
    folder = model_folder(root, version)
    schema_file = folder / "schema.yaml"
    if not schema_file.is_file():
        raise ModelError(
            f"{schema_file.relative_to(root).as_posix()}: het model van {version.id.code} ontbreekt. "
            "Maak het aan of haal de versie uit model/versies.yaml."
        )
    view = _view(schema_file, root)
    classes = sorted(view.all_classes().values(), key=lambda c: (c.rank is None, c.rank or 0))
    roots = [c.name for c in classes if c.tree_root]
    if len(roots) != 1:
        raise ModelError(f"{version.id.folder}: precies één objecttype heeft tree_root. Verbeter dat in het model.")
    schema = view.schema
    texts = BorrowedTexts(root)
    declared = read_declarations(folder / "wijzigingen", root)
    return Specification(
        domain=version.id.domain,
        version=str(version.id.version),
        status=version.status,
        revision=version.revision,
        predecessor=version.predecessor,
        date=version.date,
        in_use_from=version.in_use_from,
        accepted_until=version.accepted_until,
        publication=version.publication,
        title=str(schema.title or ""),
        description=_flat(schema.description),
        root=roots[0],
        object_types=tuple(_object_type(c, texts) for c in classes),
        code_lists=tuple(_code_list(e, texts) for e in view.all_enums().values()),
        data_types=_data_types(view),
        phases=read_phases(folder / "procesfasen.yaml", root),
        sources=tuple(s for path in source_files(root, folder) for s in read_sources(path, root)),
        rules=read_rules(folder / "regels.yaml", root),
        errata=read_errata(folder / "errata.yaml", root),
        examples=read_examples(folder / "voorbeelden", root),
        practice=read_practice(folder, root),
        renames=declared.renames,
        value_renames=declared.value_renames,
        declared_changes=declared.declared_changes,
        revisions=read_revisions(root, version),
    )


def forget_views() -> None:
    """Let go of the models that LinkML keeps for as long as the process lives: for who loads again and again."""
    for member in vars(SchemaView).values():
        clear = getattr(member, "cache_clear", None)
        if clear is not None:
            clear()


def _view(schema_file: Path, root: Path) -> SchemaView:
    try:
        view = SchemaView(str(schema_file))
        view.all_classes()
    except Exception as error:  # linkml raises bare exceptions of many kinds for a wrong model
        raise ModelError(
            f"{schema_file.relative_to(root).as_posix()}: LinkML kan dit model niet lezen "
            f"({type(error).__name__}). Voer 'ddas lint' uit voor de plaats van de fout."
        ) from error
    return view


def _annotations(element: Any) -> dict[str, Any]:
    return {name: annotation.value for name, annotation in element.annotations.items()}


def _texts(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(str(v) for v in value) if isinstance(value, list | tuple) else (str(value),)


def _flat(text: object) -> str:
    return " ".join(str(text).split()) if text else ""


def _described(path: str, element: Any, notes: Mapping[str, Any], texts: BorrowedTexts) -> dict[str, Any]:
    explanation = tuple(_flat(c) for c in element.comments)
    if ANNOTATION in notes:
        text = texts.resolve(path, str(notes[ANNOTATION]))
        return {
            "label": text.label,
            "definition": text.definition,
            "explanation": explanation or text.explanation,
            "sources": text.sources,
            "search_words": text.search_words,
        }
    return {
        "label": str(element.title or ""),
        "definition": _flat(element.description),
        "explanation": explanation,
        "sources": _texts(notes.get("bron")),
        "search_words": tuple(str(a) for a in element.aliases),
    }


def _name_sources(path: str, notes: Mapping[str, Any], texts: BorrowedTexts) -> tuple[str, ...]:
    if ANNOTATION in notes:
        return texts.resolve(path, str(notes[ANNOTATION])).name_sources
    return _texts(notes.get("bron_naam"))


def _purposes(path: str, notes: Mapping[str, Any], texts: BorrowedTexts) -> tuple[Purpose, ...]:
    borrowed = ANNOTATION in notes
    named = texts.resolve(path, str(notes[ANNOTATION])).purposes if borrowed else _texts(notes.get("waarvoor"))
    try:
        return () if named == ("geen",) else tuple(map(Purpose, named))
    except ValueError as error:
        raise ModelError(f"{path}: 'waarvoor' klopt niet. Kies uit: {', '.join(Purpose)}, of 'geen'.") from error


def _examples(path: str, slot: SlotDefinition, notes: Mapping[str, Any], texts: BorrowedTexts) -> tuple[str, ...]:
    """Its own examples, else those that come with a borrowed text when they are of the same type."""
    own = tuple(str(e.value) for e in slot.examples)
    if own or ANNOTATION not in notes:
        return own
    text = texts.resolve(path, str(notes[ANNOTATION]))
    return text.examples if text.range == slot.range else ()


def _asked_by(notes: Mapping[str, Any]) -> tuple[str, ...]:
    named = _texts(notes.get("wie_vraagt"))
    return () if named == ("niemand",) else named


def _exchanged(element: Any) -> bool:
    return EXCHANGE_SUBSET in element.in_subset


def _object_type(definition: ClassDefinition, texts: BorrowedTexts) -> ObjectType:
    notes = _annotations(definition)
    extra = definition.extra_slots
    slots = sorted(definition.attributes.values(), key=lambda s: (s.rank is None, s.rank or 0))
    return ObjectType(
        name=str(definition.name),
        **_described(str(definition.name), definition, notes, texts),
        uri=str(definition.class_uri or ""),
        exchanged=_exchanged(definition),
        closed=extra is not None and extra.allowed is False,
        phase=str(notes.get("fase", "")),
        attributes=tuple(_attribute(str(definition.name), s, texts) for s in slots),
        alternatives=read_alternatives(definition),
    )


def _attribute(owner: str, slot: SlotDefinition, texts: BorrowedTexts) -> Attribute:
    notes = _annotations(slot)
    path = f"{owner}.{slot.name}"
    if not slot.range:
        raise ModelError(f"{path}: het veld heeft geen 'range'. Vul het type in.")
    enforced = _texts(notes.get("afgedwongen"))
    return Attribute(
        name=str(slot.name),
        wire_name=str(slot.alias or slot.name),
        **_described(path, slot, notes, texts),
        name_sources=_name_sources(path, notes, texts),
        examples=_examples(path, slot, notes, texts),
        uri=str(slot.slot_uri or ""),
        exchanged=_exchanged(slot),
        range=str(slot.range),
        required=bool(slot.required),
        many=bool(slot.multivalued),
        min_items=int(slot.minimum_cardinality or 0),
        max_items=None if slot.maximum_cardinality is None else int(slot.maximum_cardinality),
        unique_items=bool(slot.list_elements_unique),
        item=str(notes["item"]) if "item" in notes else None,
        obligation=_obligation(path, notes.get("verplichting")),
        condition=str(notes.get("voorwaarde", "")),
        enforced_by=() if enforced == ("geen",) else enforced,
        ground=str(notes.get("grond", "")),
        phase=str(notes.get("fase", "")),
        personal_data=str(notes.get("persoonsgegeven", "")),
        deprecated=str(slot.deprecated or ""),
        purposes=_purposes(path, notes, texts),
        asked_by=_asked_by(notes),
    )


def _obligation(path: str, value: object) -> Obligation:
    try:
        return Obligation(str(value))
    except ValueError as error:
        raise ModelError(
            f"{path}: 'verplichting' ontbreekt of bestaat niet. Kies uit: {', '.join(Obligation)}."
        ) from error


def _code_list(definition: EnumDefinition, texts: BorrowedTexts) -> CodeList:
    notes = _annotations(definition)
    values = []
    for text, value in definition.permissible_values.items():
        value_notes = _annotations(value)
        code = str(value_notes.get("code", ""))
        path = f"{definition.name}.{code or text}"
        described = _described(path, value, value_notes, texts)
        named = _name_sources(path, value_notes, texts)
        asked_by = _asked_by(value_notes)
        values.append(CodeValue(value=str(text), code=code, **described, name_sources=named, asked_by=asked_by))
    return CodeList(
        name=str(definition.name),
        **_described(str(definition.name), definition, notes, texts),
        exchanged=_exchanged(definition),
        values=tuple(values),
    )


def _data_types(view: SchemaView) -> tuple[DataType, ...]:
    used = {str(slot.range) for c in view.all_classes().values() for slot in c.attributes.values()}
    return tuple(_data_type(t) for t in view.all_types().values() if t.name in used)


def _data_type(definition: TypeDefinition) -> DataType:
    notes = _annotations(definition)
    base = json_type(str(definition.typeof))
    if base is None:
        types = ", ".join(sorted(set(LINKML_TYPES.values())))
        raise ModelError(f"{definition.name}: 'typeof' is geen bekend basistype. Kies uit: {types}.")
    return DataType(
        name=str(definition.name),
        label=str(definition.title or ""),
        definition=_flat(definition.description),
        base=base,
        format=notes.get("formaat"),
        length=notes.get("lengte"),
        pattern=notes.get("patroon"),
        code_list=notes.get("waardenlijst"),
    )
