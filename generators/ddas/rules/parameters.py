"""What a rule can tell its kind: the words of the rule language, and how a kind says which of them it takes.

The parameters of a kind are a frozen dataclass. The name of a field is its key in ``specification.json``, its type the
form of the value; ``takes`` says the rest: the key in ``regels.yaml``, the words for readers, how many, where paths
start. A field without a default must be given.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, get_type_hints

__all__ = [
    "CONDITIONS",
    "EXCEPTIONS",
    "FIELD",
    "FROM_OBJECT",
    "GROUPS",
    "LIST",
    "MAXIMUM",
    "MINIMUM",
    "MONTHS",
    "OUTCOME",
    "PATHS",
    "TYPES",
    "VALUES",
    "NoParameters",
    "Parameter",
    "Taken",
    "is_day",
    "iter_values",
    "list_taken",
    "takes",
    "value_of",
]

_METADATA = "taken"

FROM_OBJECT = ""
"""Start of a path: the object that the rule looks at. Any other start is the name of a field of the same record: then
the path starts at an item of the list to which its first path leads; at the object when that is not given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A word of the rule language.

    Attributes:
        key: As it stands in ``regels.yaml``.
        label: Above the value, for readers.
        fits: Whether a text has the form that is asked; None: any text will do.
        affirmed: What readers see when the value is true.
    """

    key: str
    label: str
    fits: Callable[[str], bool] | None = None
    affirmed: str = "ja"


# The words of more than one kind; a word of one kind stands with that kind.
PATHS = Parameter(key="paden", label="Velden")
CONDITIONS = Parameter(key="als", label="Als")
GROUPS = Parameter(key="groepen", label="Groepen velden")
MINIMUM = Parameter(key="minimum", label="Minstens")
MAXIMUM = Parameter(key="maximum", label="Hoogstens")
MONTHS = Parameter(key="maanden", label="Maanden")
FIELD = Parameter(key="veld", label="Vergeleken met")
TYPES = Parameter(key="typen", label="Soorten gegevens")
EXCEPTIONS = Parameter(key="behalve", label="Behalve")
LIST = Parameter(key="lijst", label="Lijst")
VALUES = Parameter(key="waarden", label="Waarden")
OUTCOME = Parameter(key="uitkomst", label="Uitkomst")


def is_day(text: str) -> bool:
    """Whether the text is a day of the calendar, YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoParameters:
    """For a kind that needs to be told nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """How a kind takes a parameter.

    Attributes:
        name: Field of the record.
        parameter: The word that fills it.
        form: Type of the value.
        needed: It must be given.
        alternative: Of the parameters of a kind with the same word here exactly one is given; empty: it has none.
        least, most: Bounds on the number of values of a list; ``most`` None = no limit.
        each: Number of paths in each group; None = any.
        lowest: Smallest whole number; None = no limit.
        starts: For paths and conditions: where the first, the second, ... path or group starts; the last holds for the
            rest. Empty for what holds no paths.
    """

    name: str
    parameter: Parameter
    form: Any
    needed: bool
    alternative: str
    least: int
    most: int | None
    each: int | None
    lowest: int | None
    starts: tuple[str, ...]


def takes(
    parameter: Parameter,
    *,
    default: object = dataclasses.MISSING,
    alternative: str = "",
    least: int = 1,
    most: int | None = None,
    each: int | None = None,
    lowest: int | None = None,
    starts: tuple[str, ...] = (),
) -> Any:
    """A field of a record of parameters; the arguments as in ``Taken``."""
    options = {"alternative": alternative, "least": least, "most": most, "each": each, "lowest": lowest}
    return dataclasses.field(
        default=default, metadata={_METADATA: {"parameter": parameter, "starts": starts, **options}}
    )


def list_taken(record: type) -> tuple[Taken, ...]:
    """What a record of parameters takes, in the order of its fields."""
    hints = get_type_hints(record)
    return tuple(
        Taken(name=f.name, form=hints[f.name], needed=f.default is dataclasses.MISSING, **f.metadata[_METADATA])
        for f in dataclasses.fields(record)
    )


def value_of(parameters: Any, parameter: Parameter) -> Any:
    """What the parameters say for this word; None when their kind does not take it."""
    return next((value for taken, value in iter_values(parameters) if taken.parameter is parameter), None)


def iter_values(parameters: Any) -> Iterator[tuple[Taken, Any]]:
    """Every parameter with its value, also those with their default value."""
    for taken in list_taken(type(parameters)):
        yield taken, getattr(parameters, taken.name)
