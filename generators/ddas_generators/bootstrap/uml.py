"""What a UML model says of structure: classes with what they hold, and enumerations. Each with its line in the file."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["UmlAssociation", "UmlClass", "UmlEnumeration", "UmlModel", "UmlProperty"]


@dataclass(frozen=True, slots=True, kw_only=True)
class UmlProperty:
    """An attribute of a class, or the end of an association that the class can reach.

    Attributes:
        name: Its own name; empty for an end without a role.
        type_id: The class, enumeration or primitive type in it.
        most: None for no limit.
        association: Id of the association of which it is an end; empty for an attribute.
    """

    name: str
    type_id: str
    fewest: int
    most: int | None
    association: str = ""
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UmlClass:
    """A class with its own properties. ``parents``: ids of the classes that it specialises."""

    id: str
    name: str
    properties: tuple[UmlProperty, ...]
    parents: tuple[str, ...] = ()
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UmlEnumeration:
    """A list of values in the order of the file."""

    id: str
    name: str
    values: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UmlAssociation:
    """A relation by name."""

    id: str
    name: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UmlModel:
    """A whole export.

    Attributes:
        skipped: Classes that are no object type in the profile of the export: a frame of a diagram, for one.
        names: Name by id, also of what stands outside the export and is only referred to.
    """

    classes: tuple[UmlClass, ...]
    enumerations: tuple[UmlEnumeration, ...]
    associations: tuple[UmlAssociation, ...]
    skipped: tuple[UmlClass, ...]
    names: dict[str, str]
