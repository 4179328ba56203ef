"""Builders of the parts of small models: a name says enough, any part can be given."""

from __future__ import annotations

from typing import Any

from ddas.standard.identity import Domain
from ddas.standard.specification import (
    Attribute,
    CodeList,
    CodeValue,
    DataType,
    ObjectType,
    Obligation,
    Specification,
)
from ddas.standard.status import Status

__all__ = ["attribute", "code_list", "data_type", "object_type", "specification"]


def attribute(name: str, range: str, **parts: Any) -> Attribute:
    """An exchanged attribute."""
    known: dict[str, Any] = {
        "wire_name": name,
        "label": name.capitalize(),
        "definition": f"Wat {name} is.",
        "uri": f"proef:{name}",
        "exchanged": True,
        "obligation": Obligation.REQUIRED if parts.get("required") else Obligation.REQUESTED,
        "ground": "schema",
        "personal_data": "nee",
    }
    return Attribute(name=name, range=range, **(known | parts))


def object_type(name: str, *attributes: Attribute, **parts: Any) -> ObjectType:
    """An open, exchanged object type."""
    known: dict[str, Any] = {
        "label": name,
        "definition": f"Wat {name} is.",
        "uri": f"proef:{name}",
        "exchanged": True,
        "closed": False,
    }
    return ObjectType(name=name, attributes=attributes, **(known | parts))


def data_type(name: str, base: str, format: str | None = None, **parts: Any) -> DataType:
    """A data type."""
    known: dict[str, Any] = {"label": name, "definition": f"Wat {name} is."}
    return DataType(name=name, base=base, format=format, **(known | parts))


def code_list(name: str, *values: str | tuple[str, str], **parts: Any) -> CodeList:
    """A code list of values, or of values with their codes; without, a code is its value in small letters."""
    pairs = [(v, v.lower()) if isinstance(v, str) else v for v in values]
    known: dict[str, Any] = {
        "label": name,
        "definition": f"Wat {name} is.",
        "exchanged": True,
        "values": tuple(CodeValue(value=v, code=c, label=v, definition=f"Wat {v} is.") for v, c in pairs),
    }
    return CodeList(name=name, **(known | parts))


def specification(*object_types: ObjectType, **parts: Any) -> Specification:
    """A concept of which the first object type is the root; without lists, types, rules and the rest."""
    known: dict[str, Any] = {
        "domain": Domain(name="proef", code="prf", title="Proef", listing="dingen", unit="ding"),
        "version": "v0.2",
        "status": Status.CONCEPT,
        "revision": 0,
        "title": "Proefstandaard",
        "description": "Verzonnen, om mee te testen.",
        "root": object_types[0].name,
    }
    nothing: dict[str, Any] = dict.fromkeys(
        ("code_lists", "data_types", "phases", "sources", "rules", "errata", "examples"), ()
    )
    return Specification(object_types=object_types, **(known | nothing | parts))
