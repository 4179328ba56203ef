"""The paths, types and fields in the parameters of rules exist in the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ddas_generators.lint.element import Element, ElementKind
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel
from ddas_generators.lint.rule_parameters import PARAMETERS_BY_KIND

__all__ = ["check_rule_paths"]

_OBJECT, _ITEM = "object", "onderdeel"


def check_rule_paths(model: LintModel) -> Iterator[LintFinding]:
    """Every path leads to a field from the object type where it starts; types and exceptions are there too."""
    attributes = {a.path: a for a in model.of(ElementKind.ATTRIBUTE) if a.exchanged}
    types = model.names(ElementKind.TYPE)
    for rule in model.of(ElementKind.RULE):
        parameters = rule.data.get("parameters")
        if rule.text("soort") not in PARAMETERS_BY_KIND or not isinstance(parameters, Mapping):
            continue
        for keys, starts, path in _iter_paths(rule, parameters, attributes):
            missing = [s for s in starts if _follow(attributes, s, path) is None]
            if missing:
                yield rule.fault(
                    Fault.RULE_PATH,
                    f"{missing[0]} heeft het pad '{path}' niet. Schrijf de namen van de velden in het model, "
                    "met punten ertussen.",
                    "parameters",
                    *keys,
                )
        for key, known in (("typen", types), ("behalve", attributes.keys())):
            for index, name in enumerate(_texts(parameters.get(key))):
                if name not in known:
                    message = f"'{name}' staat niet in het model. Schrijf het precies zoals in het model."
                    yield rule.fault(Fault.RULE_PATH, message, "parameters", key, index)


def _iter_paths(
    rule: Element, parameters: Mapping[str, Any], attributes: Mapping[str, Element]
) -> Iterator[tuple[tuple[str | int, ...], tuple[str, ...], str]]:
    """Keys to the path in ``parameters``, the object types where it starts, and the path."""
    takes = PARAMETERS_BY_KIND[rule.text("soort")]
    starts = _find_starts(rule, parameters, attributes)
    for key in ("lijst", "verwijst_naar"):
        if isinstance(parameters.get(key), str):
            yield (key,), starts[_OBJECT], parameters[key]
    for key, start in (("als", _OBJECT), ("waarbij", _ITEM)):
        for index, condition in enumerate(parameters.get(key) or ()):
            yield (key, index), starts[start], str(condition.get("veld"))
    for key in ("paden", "waarden", "groepen"):
        if key == "waarden" and key not in takes.starts:
            continue  # values, no paths
        places = takes.starts.get(key, (_OBJECT,))
        for index, value in enumerate(parameters.get(key) or ()):
            for path in _texts(value):
                yield (key, index), starts[places[min(index, len(places) - 1)]], path


def _find_starts(
    rule: Element, parameters: Mapping[str, Any], attributes: Mapping[str, Element]
) -> dict[str, tuple[str, ...]]:
    """Object types by the names in ``KindParameters.starts``; empty where a path on the way is wrong itself."""

    def ranges(starts: tuple[str, ...], path: object) -> tuple[str, ...]:
        found = (_follow(attributes, s, path) for s in starts if isinstance(path, str))
        return tuple(a.text("range") for a in found if a is not None)

    scopes = rule.texts("op")
    items = ranges(scopes, parameters.get("lijst"))
    groups = [_texts(g) for g in parameters.get("groepen") or ()]
    return {
        _OBJECT: scopes,
        _ITEM: items,
        "doel": ranges(scopes, parameters.get("verwijst_naar")),
        "verwijzing": ranges(items, next(iter(parameters.get("paden") or ()), None)),
        "groep": ranges(items, groups[0][0] if groups and groups[0] else None),
    }


def _follow(attributes: Mapping[str, Element], start: str, path: str) -> Element | None:
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
