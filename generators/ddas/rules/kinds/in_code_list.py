"""Kind ``in_waardenlijst``."""

from __future__ import annotations

from ddas.rules.expressions import NEVER, Expression, Expressions
from ddas.rules.families.text_form import (
    Fields,
    TextTest,
    prepare_texts,
    say_per_field,
    screen_texts,
    select_paths,
)
from ddas.rules.paths import FieldPath
from ddas.rules.rule_kind import ObjectKind, ValuePart
from ddas.rules.schema_patterns import whole_text
from ddas.rules.schema_pieces import Schema
from ddas.standard.specification import Specification

__all__ = ["IN_CODE_LIST"]


def _values(path: FieldPath, specification: Specification) -> tuple[str, ...]:
    """The values of the code list of the field, or of that of its type; empty when it has none."""
    data_type = specification.data_type(path.attribute.range)
    code_list = specification.code_list((data_type.code_list if data_type else None) or path.attribute.range)
    return tuple(v.value for v in code_list.values) if code_list else ()


def _test(parameters: Fields, path: FieldPath, specification: Specification) -> TextTest:
    values = _values(path, specification)
    return lambda text: f"Toegestaan: {', '.join(values)}." if values and text not in values else None


def _express(parameters: Fields, path: FieldPath, specification: Specification, make: Expressions) -> Expression:
    values = _values(path, specification)
    return Expression(f"{make.field(path)} not in {make.constant(frozenset(values))}") if values else NEVER


def _say(parameters: Fields, path: FieldPath, specification: Specification) -> Schema | None:
    values = _values(path, specification)
    if not values:
        return None
    blank: Schema = {"type": "string", "pattern": whole_text("", blank=True)}
    return {"anyOf": [{"type": "string", "enum": [*values]}, blank]}


IN_CODE_LIST = ObjectKind(
    name="in_waardenlijst",
    sentence="De tekst is één van de waarden uit een lijst.",
    parameters=Fields,
    value_part=ValuePart.VALUE,
    prepare=prepare_texts(select_paths, _test),
    screen=screen_texts(select_paths, _express),
    schema=say_per_field(select_paths, _say),
)
