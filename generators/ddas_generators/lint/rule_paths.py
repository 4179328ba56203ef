"""The paths, types and fields in the parameters of rules exist in the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ddas.rules.kinds import find_kind
from ddas.rules.parameters import EXCEPTIONS, FROM_OBJECT, TYPES, Taken, list_taken
from ddas_generators.lint.element import Element, ElementKind
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel
from ddas_generators.model.rule_parameters import read_parameters

__all__ = ["check_rule_paths"]

_Attributes = Mapping[str, Element]
"""``ObjectType.attribute`` → the attribute, for what is exchanged."""


def check_rule_paths(model: LintModel) -> Iterator[LintFinding]:
    """Every path leads to a field from the object type where it starts; types and exceptions are there too."""
    attributes = {a.path: a for a in model.of(ElementKind.ATTRIBUTE) if a.exchanged}
    types = model.names(ElementKind.TYPE)
    for rule in model.of(ElementKind.RULE):
        kind, parameters = find_kind(rule.text("soort")), rule.data.get("parameters")
        if kind is None or read_parameters(kind, parameters)[1] or not isinstance(parameters, Mapping):
            continue  # nothing to follow, or told by the check of parameters
        places = _Places(rule.texts("op"), {t.name: t for t in list_taken(kind.parameters)}, parameters, attributes)
        for keys, starts, path in places.iter_paths():
            missing = [s for s in starts if _follow(attributes, s, path) is None]
            if missing:
                yield rule.fault(
                    Fault.RULE_PATH,
                    f"{missing[0]} heeft het pad '{path}' niet. Schrijf de namen van de velden in het model, "
                    "met punten ertussen.",
                    "parameters",
                    *keys,
                )
        for parameter, known in ((TYPES, types), (EXCEPTIONS, attributes.keys())):
            for index, name in enumerate(_texts(parameters.get(parameter.key))):
                if name not in known:
                    message = f"'{name}' staat niet in het model. Schrijf het precies zoals in het model."
                    yield rule.fault(Fault.RULE_PATH, message, "parameters", parameter.key, index)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the paths of one rule start and what they say."""

    scopes: tuple[str, ...]
    taken: Mapping[str, Taken]
    parameters: Mapping[str, Any]
    attributes: _Attributes

    def iter_paths(self) -> Iterator[tuple[tuple[str | int, ...], tuple[str, ...], str]]:
        """Keys to the path in ``parameters``, the object types where it starts, and the path."""
        for taken in self.taken.values():
            if taken.starts:
                for index, paths in enumerate(self._listed(taken)):
                    start = taken.starts[min(index, len(taken.starts) - 1)]
                    for path in paths:
                        yield (taken.parameter.key, index), self._find_start(start), path

    def _listed(self, taken: Taken) -> list[tuple[str, ...]]:
        """The paths under a key: per value one, or as many as its group has."""
        value = self.parameters.get(taken.parameter.key)
        listed = value if isinstance(value, list) else [value] if value is not None else []
        return [(str(v.get("veld")),) if isinstance(v, Mapping) else _texts(v) for v in listed]

    def _find_start(self, start: str) -> tuple[str, ...]:
        """Object types; empty where a path on the way is wrong itself."""
        if start == FROM_OBJECT:
            return self.scopes
        taken = self.taken[start]
        listed = self._listed(taken)
        if not listed:
            return self.scopes
        found = (_follow(self.attributes, s, listed[0][0]) for s in self._find_start(taken.starts[0]))
        return tuple(a.text("range") for a in found if a is not None)


def _follow(attributes: _Attributes, start: str, path: str) -> Element | None:
    """The attribute at the end of a path through single objects."""
    holder, attribute = start, None
    for name in path.split("."):
        if attribute is not None:
            if attribute.data.get("multivalued") is True:
                return None
            holder = attribute.text("range")
        attribute = attributes.get(f"{holder}.{name}")
        if attribute is None:
            return None
    return attribute


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),) if value else ()
