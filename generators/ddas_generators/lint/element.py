"""One named thing of the model as it stands in its YAML file: a class, an attribute, a record ..."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.model.borrowed_texts import ANNOTATION
from ddas_generators.model.exchange_subset import EXCHANGE_SUBSET
from ddas_generators.model.yaml_source import YamlSource

__all__ = ["Element", "ElementKind"]


class ElementKind(StrEnum):
    """Which sort of element; the value is the Dutch word for messages."""

    CLASS = "objecttype"
    ATTRIBUTE = "veld"
    TYPE = "type"
    ENUM = "waardenlijst"
    VALUE = "waarde"
    RULE = "regel"
    ERRATUM = "erratum"
    PHASE = "fase"
    SOURCE = "bron"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Element:
    """A mapping in a model file.

    Attributes:
        name: Key in its section; of a record its id or code.
        path: How others refer to it: ``Client``, ``Client.geboortedatum``, ``EnumGeslacht.man``, ``SHV-011``.
        owner: The class of an attribute, the enum of a value.
        source: Its file.
        key: Path of keys to it in that file.
        data: Its content.
    """

    kind: ElementKind
    name: str
    path: str
    owner: Element | None = None
    source: YamlSource
    key: tuple[str | int, ...]
    data: Mapping[str, Any]

    def text(self, key: str) -> str:
        """The text under this key on one line; empty when it is absent or no text."""
        return _flat(self.data.get(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts under this key; one text counts as a list of one."""
        return _texts(self.data.get(key))

    def has_note(self, name: str) -> bool:
        """Whether this annotation is there and not empty."""
        return self.note(name) not in (None, "", [], {})

    def note(self, name: str) -> Any:
        """Value of an annotation, short or long form; None when it is absent."""
        value = self.notes.get(name)
        return value.get("value") if isinstance(value, Mapping) else value

    def note_text(self, name: str) -> str:
        """The text of an annotation on one line; empty when it is absent or no text."""
        return _flat(self.note(name))

    def note_texts(self, name: str) -> tuple[str, ...]:
        """The texts of an annotation; one text counts as a list of one."""
        return _texts(self.note(name))

    @property
    def notes(self) -> Mapping[str, Any]:
        """The annotations as written."""
        value = self.data.get("annotations")
        return value if isinstance(value, Mapping) else {}

    @property
    def borrows(self) -> bool:
        """Whether its text comes from another version."""
        return self.has_note(ANNOTATION)

    @property
    def exchanged(self) -> bool:
        """Whether it belongs to the exchange model."""
        return EXCHANGE_SUBSET in self.texts("in_subset")

    @property
    def wire_name(self) -> str:
        """Key of an attribute in JSON."""
        return self.text("alias") or self.name

    def fault(self, fault: Fault, message: str, *keys: str | int) -> LintFinding:
        """A finding about this element, at the line of these keys in it, or of the element itself."""
        return LintFinding(location=self.source.locate(*self.key, *keys), subject=self.path, id=fault, message=message)


def _flat(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple("" if i is None else str(i) for i in value)
    return () if value in (None, "") or isinstance(value, Mapping) else (str(value),)
