"""The condition on an object: LinkML's ``exactly_one_of`` with ``slot_conditions`` → alternatives."""

from __future__ import annotations

from typing import Any

from ddas.errors import ModelError
from ddas.standard.specification import Alternative, ExactLength

__all__ = ["LENGTH_ANNOTATION", "read_alternatives"]

LENGTH_ANNOTATION = "tekens"
_ABSENT = "ABSENT"


def read_alternatives(definition: Any) -> tuple[Alternative, ...]:
    """The ways in which an object of this class (LinkML's ``ClassDefinition``) may be filled, in listed order.

    ``required: true`` and ``value_presence: ABSENT`` say which fields are there and which are not; the annotation
    ``tekens`` says how many characters a text has on the wire.

    Raises:
        ModelError: a way has no title, requires nothing, or names a field that the class does not have.
    """
    return tuple(_alternative(definition, e) for e in definition.exactly_one_of)


def _alternative(definition: Any, expression: Any) -> Alternative:
    conditions: dict[str, Any] = dict(expression.slot_conditions.items())
    where = f"{definition.name}.exactly_one_of"
    for name in conditions:
        if name not in definition.attributes:
            raise ModelError(f"{where}: het veld '{name}' staat niet in deze klasse. Verbeter de naam.")
    required = tuple(name for name, slot in conditions.items() if slot.required)
    if not expression.title or not required:
        raise ModelError(f"{where}: een van de manieren heeft geen 'title' of geen veld met 'required'. Vul die aan.")
    return Alternative(
        title=str(expression.title),
        required=required,
        absent=tuple(n for n, slot in conditions.items() if str(slot.value_presence or "") == _ABSENT),
        lengths=tuple(
            ExactLength(attribute=name, characters=int(slot.annotations[LENGTH_ANNOTATION].value))
            for name, slot in conditions.items()
            if LENGTH_ANNOTATION in slot.annotations
        ),
    )
