"""How the elements hang together: keys, root, ranges, subsets, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ddas_generators.lint.element import Element, ElementKind
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel
from ddas_generators.model.yaml_source import Location

__all__ = [
    "check_closedness",
    "check_exchange",
    "check_items",
    "check_keys",
    "check_ranges",
    "check_root",
    "check_subsets",
]

_ITEM_NAME = re.compile(r"[a-z][A-Za-z0-9]*")


def check_keys(model: LintModel) -> Iterator[LintFinding]:
    """No key stands twice in one mapping: YAML would silently drop the first."""
    for source in model.files:
        for path, line in source.duplicates:
            yield LintFinding(
                location=Location(source.file, line),
                subject=".".join(map(str, path)),
                id=Fault.KEY_DOUBLE,
                message="deze sleutel staat er twee keer en alleen de laatste telt. Haal er een weg.",
            )


def check_root(model: LintModel) -> Iterator[LintFinding]:
    """Exactly one class is the root of the message."""
    roots = [c for c in model.of(ElementKind.CLASS) if c.data.get("tree_root") is True]
    if not roots:
        yield LintFinding(
            location=model.schemas[0].locate(),
            subject="model",
            id=Fault.ROOT_COUNT,
            message="geen enkel objecttype is het hoofdobject van het bericht. Zet bij één 'tree_root: true'.",
        )
    for extra in roots[1:]:
        yield extra.fault(
            Fault.ROOT_COUNT,
            f"{roots[0].path} is al het hoofdobject van het bericht. Haal 'tree_root' bij een van de twee weg.",
            "tree_root",
        )


def check_ranges(model: LintModel) -> Iterator[LintFinding]:
    """The range of every attribute is a class, enum or type of the model itself."""
    known = model.names(ElementKind.CLASS, ElementKind.ENUM, ElementKind.TYPE)
    for element in model.of(ElementKind.ATTRIBUTE):
        name = element.text("range")
        if name not in known:
            yield element.fault(
                Fault.RANGE_UNKNOWN,
                "'range' ontbreekt of noemt iets dat het model niet kent. Noem een objecttype, een waardenlijst of "
                "een type uit het model.",
                *(("range",) if name else ()),
            )


def check_subsets(model: LintModel) -> Iterator[LintFinding]:
    """Every subset that is named is declared."""
    declared = {str(n) for s in model.schemas if isinstance(found := s.data.get("subsets"), Mapping) for n in found}
    for element in model.elements:
        for name in element.texts("in_subset"):
            if name not in declared:
                yield element.fault(
                    Fault.SUBSET_UNKNOWN,
                    f"de deelverzameling '{name}' bestaat niet. Kies uit: {', '.join(sorted(declared))}.",
                    "in_subset",
                )


def check_exchange(model: LintModel) -> Iterator[LintFinding]:
    """An exchanged attribute stands in an exchanged class and leads to an exchanged class or enum."""
    targets = model.by_name(ElementKind.CLASS) | model.by_name(ElementKind.ENUM)
    for element in model.of(ElementKind.ATTRIBUTE):
        if not element.exchanged:
            continue
        if element.owner is not None and not element.owner.exchanged:
            yield element.fault(
                Fault.EXCHANGE_CONTRADICTS,
                f"dit veld wordt uitgewisseld, maar {element.owner.path} niet. Verander een van de twee.",
                "in_subset",
            )
        target = targets.get(element.text("range"))
        if target is not None and not target.exchanged:
            yield element.fault(
                Fault.EXCHANGE_CONTRADICTS,
                f"dit veld wordt uitgewisseld, maar {target.path} niet. Verander een van de twee.",
                "range",
            )


def check_closedness(model: LintModel) -> Iterator[LintFinding]:
    """Every exchanged class says whether it accepts unknown keys."""
    for element in model.of(ElementKind.CLASS):
        extra = element.data.get("extra_slots")
        stated = isinstance(extra, Mapping) and isinstance(extra.get("allowed"), bool)
        if element.exchanged and not stated:
            yield element.fault(
                Fault.EXTRA_SLOTS_MISSING,
                "het model zegt niet of dit objecttype onbekende sleutels toelaat. Schrijf 'extra_slots: "
                "{allowed: true}' of 'extra_slots: {allowed: false}'.",
            )


def check_items(model: LintModel) -> Iterator[LintFinding]:
    """Every exchanged list names one item of it; what is no list does not."""
    for element in model.of(ElementKind.ATTRIBUTE):
        many = element.data.get("multivalued") is True
        item = element.note_text("item")
        if many and element.exchanged and not item:
            yield element.fault(
                Fault.ITEM_MISSING, "dit is een lijst zonder naam voor één onderdeel. Schrijf die bij 'item'."
            )
        elif item and not many:
            yield _wrong_item(element, "dit is geen lijst. Haal 'item' weg of zet 'multivalued: true'.")
        elif item and not _ITEM_NAME.fullmatch(item):
            yield _wrong_item(
                element, "'item' begint met een kleine letter en heeft alleen de letters a-z en cijfers. Verander dit."
            )


def _wrong_item(element: Element, message: str) -> LintFinding:
    return element.fault(Fault.ITEM_WRONG, message, "annotations", "item")
