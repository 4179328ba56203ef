"""Specification → one Python file with a dataclass per object type, to be copied into other people's code."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable, Iterator, Mapping
from types import ModuleType

from ddas.standard.alternative_words import alternatives_in_words
from ddas.standard.alternatives import allows_only_required
from ddas.standard.field_words import obligation_sentences
from ddas.standard.specification import Attribute, CodeList, ObjectType, Obligation, Specification
from ddas.standard.status import STUDY_NOTICE
from ddas.standard.value_kinds import ValueKind
from ddas_generators.emit.artefact import Artefact
from ddas_generators.emit.code.code_writer import CodeWriter, string_literal
from ddas_generators.emit.code.python.dataclass_names import attribute_name, check_names, member_name, used_code_lists
from ddas_generators.emit.code.python.runtime import MODULES, WAYS_MODULE

__all__ = ["emit_dataclasses"]

_PYTHON_TYPES: Mapping[ValueKind, tuple[str, str]] = {
    ValueKind.TEXT: ("str", "_read_text"),
    ValueKind.EMAIL: ("str", "_read_email"),
    ValueKind.DATE: ("datetime.date", "_read_date"),
    ValueKind.DATE_TIME: ("datetime.datetime", "_read_moment"),
    ValueKind.WHOLE_NUMBER: ("int", "_read_integer"),
    ValueKind.BOOLEAN: ("bool", "_read_boolean"),
    ValueKind.CODE: ("{range}", "_read_code({range})"),
    ValueKind.OBJECT: ("{range}", "{range}._read"),
}
"""Type in Python, and the expression that reads it; ``{range}`` is the name of the code list or object type."""


def emit_dataclasses(specification: Specification) -> Iterable[Artefact]:
    """The module as one file.

    Raises:
        ModelError: a name cannot be used in Python, or a type has no counterpart there.
    """
    check_names(specification)
    writer = CodeWriter()
    _write_head(writer, specification)
    for module in _modules(specification):
        writer.line()
        writer.line()
        writer.lines(_body(module))
    for code_list in used_code_lists(specification):
        _write_enum(writer, specification, code_list)
    for object_type in specification.exchanged_types:
        _write_class(writer, specification, object_type)
    yield Artefact(f"python/{specification.id.python_module}.py", writer.text().encode())


def _write_head(writer: CodeWriter, specification: Specification) -> None:
    root = specification.root
    standing = STUDY_NOTICE if specification.status.is_study else "Het gepubliceerde schema gaat voor."
    writer.line("# ruff: noqa: RUF100, UP047 (dit bestand werkt ook in Python 3.11)")
    writer.docstring(
        f"{specification.title} {specification.version}, als dataclasses.",
        f"Gemaakt uit het model van {specification.edition_name} (status: {specification.status}). "
        "Wijzig dit bestand niet met de hand: een nieuwe versie overschrijft het.",
        f"Dit is geen officiële publicatie van VNG, Divosa, NVVK of CBS. {standing}",
        "Je mag dit bestand in je eigen software opnemen, onder de licentie EUPL-1.2. "
        "Het heeft alleen Python 3.11 of nieuwer nodig, en geen andere pakketten.",
        f"Lezen gaat met {root}.from_json, schrijven met to_json of to_json_text. "
        "Wat niet bij de standaard past, geeft OngeldigeGegevens met de plaats en de reden, nooit met de inhoud. "
        "Een veld zonder waarde is None en staat niet in de JSON. "
        "Lezen en weer schrijven geeft dezelfde JSON: ook de spelling van een tijdstip en onbekende sleutels blijven.",
    )
    writer.line()
    writer.line("from __future__ import annotations")
    writer.line()
    modules = _modules(specification)
    writer.lines(_imports(modules))
    writer.line()
    names = [n for m in modules for n in m.__all__ if not n.startswith("_")]
    names += [t.name for t in specification.exchanged_types]
    names += [c.name for c in used_code_lists(specification)]
    with writer.block("__all__ = [", "]"):
        for name in sorted(names):
            writer.line(f'"{name}",')


def _modules(specification: Specification) -> tuple[ModuleType, ...]:
    """The runtime that this standard needs."""
    return (*MODULES, WAYS_MODULE) if any(o.alternatives for o in specification.exchanged_types) else MODULES


def _imports(runtime: tuple[ModuleType, ...]) -> str:
    """The imports of the runtime from the standard library, sorted as linters expect."""
    plain: set[str] = set()
    named: dict[str, set[str]] = {}
    for module in runtime:
        for node in ast.parse(inspect.getsource(module)).body:
            if isinstance(node, ast.Import):
                plain |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module is not None:
                named.setdefault(node.module, set()).update(alias.name for alias in node.names)
    modules = sorted(m for m in named if m != "__future__" and not m.startswith("ddas"))
    lines = [f"import {name}" for name in sorted(plain)]
    return "\n".join([*lines, *(f"from {m} import {', '.join(sorted(named[m]))}" for m in modules)])


def _body(module: ModuleType) -> str:
    """The source of a runtime module below its ``__all__``, without empty lines around it."""
    source = inspect.getsource(module)
    last = next(n for n in ast.parse(source).body if isinstance(n, ast.Assign))
    return "\n".join(source.splitlines()[last.end_lineno :]).strip("\n")


def _write_enum(writer: CodeWriter, specification: Specification, code_list: CodeList) -> None:
    writer.line()
    writer.line()
    with writer.block(f"class {code_list.name}(StrEnum):"):
        writer.docstring(f"{code_list.label}.", code_list.definition, items=_faults(specification, code_list.name))
        for value in code_list.values:
            writer.line()
            writer.text_constant(member_name(value), value.value)
            writer.docstring(f"{value.label}.", value.definition)


def _write_class(writer: CodeWriter, specification: Specification, object_type: ObjectType) -> None:
    base = "_Objecttype" if object_type.closed else "_OpenObjecttype"
    attributes = object_type.exchanged_attributes
    writer.line()
    writer.line()
    writer.line("@dataclass(slots=True, kw_only=True, repr=False)")
    with writer.block(f"class {object_type.name}({base}):"):
        items = [*alternatives_in_words(object_type), *_faults(specification, object_type.name)]
        writer.docstring(f"{object_type.label}.", object_type.definition, items=items)
        for attribute in attributes:
            hint = _hint(specification, attribute)
            writer.line()
            writer.line(f"{attribute_name(attribute)}: {hint if attribute.required else f'{hint} | None = None'}")
            facts = _iter_facts(specification, object_type, attribute)
            writer.docstring(f"{attribute.label}.", attribute.definition, items=facts)
        writer.line()
        writer.line("@classmethod")
        with writer.block("def _read(cls, data: object) -> Self:"):
            _write_reading(writer, specification, object_type)
        writer.line()
        with writer.block("def _pairs(self) -> list[tuple[str, object]]:"), writer.block("return [", "]"):
            for attribute in attributes:
                writer.parts("(", [string_literal(attribute.wire_name), f"self.{attribute_name(attribute)}"], ")")


def _write_reading(writer: CodeWriter, specification: Specification, object_type: ObjectType) -> None:
    writer.line("reader = _Reader(data)")
    kept = object_type.closed or bool(object_type.alternatives)
    with writer.block("result = cls(" if kept else "return cls(", ")"):
        for attribute in object_type.exchanged_attributes:
            method = "required" if attribute.required else "optional"
            arguments = [string_literal(attribute.wire_name), _reader(specification, attribute)]
            writer.parts(f"{attribute_name(attribute)}=reader.{method}(", arguments, ")")
        if not object_type.closed:
            writer.line("overige_sleutels=reader.rest(),")
    if object_type.alternatives:
        _write_ways(writer, object_type)
    if object_type.alternatives and not object_type.closed:
        writer.line("return result")
    if object_type.closed:
        writer.line("reader.close()")
        writer.line("return result")


def _write_ways(writer: CodeWriter, object_type: ObjectType) -> None:
    name_of = object_type.wire_name_of
    known = [a.wire_name for a in object_type.exchanged_attributes]
    with writer.block("_check_ways(", ")"):
        writer.line("data,")
        for alternative in object_type.alternatives:
            with writer.block("_Way(", "),"):
                writer.line(f"title={string_literal(alternative.title)},")
                _write_keys(writer, "required", [name_of(n) for n in alternative.required])
                _write_keys(writer, "absent", [name_of(n) for n in alternative.absent])
                if alternative.lengths:
                    sizes = [f"{string_literal(name_of(e.attribute))}: {e.characters}" for e in alternative.lengths]
                    writer.parts("lengths={", sizes, "}")
                if not object_type.closed and allows_only_required(object_type, alternative):
                    _write_keys(writer, "known", known)


def _write_keys(writer: CodeWriter, name: str, keys: list[str]) -> None:
    if not keys:
        return
    literals = [string_literal(key) for key in keys]
    if len(literals) == 1:
        writer.line(f"{name}=({literals[0]},),")
    else:
        writer.parts(f"{name}=(", literals, ")")


def _hint(specification: Specification, attribute: Attribute) -> str:
    name, _ = _PYTHON_TYPES[specification.target(attribute.range).kind]
    name = name.format(range=attribute.range)
    return f"list[{name}]" if attribute.many else name


def _reader(specification: Specification, attribute: Attribute) -> str:
    """The expression that makes a value of this attribute from JSON."""
    _, item = _PYTHON_TYPES[specification.target(attribute.range).kind]
    item = item.format(range=attribute.range)
    if not attribute.many:
        return item
    bounds = [item]
    if attribute.min_items:
        bounds.append(f"minimum={attribute.min_items}")
    if attribute.max_items is not None:
        bounds.append(f"maximum={attribute.max_items}")
    if attribute.unique_items:
        bounds.append("unique=True")
    return f"_read_list({', '.join(bounds)})"


def _iter_facts(specification: Specification, object_type: ObjectType, attribute: Attribute) -> Iterator[str]:
    """What a docstring says about an attribute beside its definition."""
    obligation = " ".join(obligation_sentences(attribute))
    if attribute.required:
        obligation += " Het schema weigert een object zonder dit veld."
    elif attribute.obligation is Obligation.REQUIRED:
        obligation += " Het schema zelf laat een object zonder dit veld toe."
    yield obligation
    data_type = specification.data_type(attribute.range)
    if data_type is not None and (data_type.length is not None or data_type.pattern or data_type.code_list):
        yield f"Inhoud: {data_type.definition}"
    if attribute.many:
        yield f"Aantal: {_count(attribute)}."
    if attribute.deprecated:
        yield f"Let op: {attribute.deprecated}"
    yield from _faults(specification, f"{object_type.name}.{attribute.name}")
    yield f"Naam in de JSON: `{attribute.wire_name}`."


def _faults(specification: Specification, name: str) -> list[str]:
    """The published faults in this object type, attribute or code list, by title; the documentation explains them."""
    return [f"Bekende fout: {e.title.rstrip('.')}." for e in specification.errata_for(name)]


def _count(attribute: Attribute) -> str:
    if attribute.max_items is None:
        return f"{attribute.min_items} of meer"
    return f"{attribute.min_items} tot en met {attribute.max_items}"
