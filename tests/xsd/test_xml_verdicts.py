"""The XSD means what the JSON Schema means: every delivery that XML can express gets the same verdict."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from ddas.delivery.xml_form import from_xml, to_xml
from ddas.errors import DdasError
from ddas.standard.specification import Specification
from tests.conftest import FAR_APART
from tests.making.deliveries import make_full, make_random
from tests.xsd.xsd_mutations import EDGES, Inexpressible, change_once, iter_single_changes, write_any

Judge = Callable[[Specification], Any]


def check(
    specification: Specification, judges: Any, delivery: dict[str, Any], tree: etree._Element, full: bool
) -> bool:
    """One delivery: JSON, XSD, writer and reader agree. Gives the verdict."""
    valid = bool(judges.accepts_json(delivery))
    accepted = judges.accepts_xml(tree) if full else judges.accepts_fast(tree)
    assert accepted is valid or judges.is_merely_another_way(delivery), f"JSON {valid}, XSD {accepted}: {delivery}"
    if valid:
        written = to_xml(delivery, specification)
        assert from_xml(written, specification) == delivery
        assert from_xml(etree.tostring(tree), specification) == delivery
        assert judges.accepts_fast(etree.fromstring(written))
    return valid


@pytest.mark.parametrize("items", [1, 2])
def test_maximal_delivery_is_accepted(specification: Specification, judge: Judge, items: int) -> None:
    delivery = make_full(specification, items)
    assert check(specification, judge(specification), delivery, write_any(specification, delivery), full=True)


def test_order_of_elements_is_free(specification: Specification, judge: Judge) -> None:
    delivery = make_full(specification, 2)
    rng = random.Random(1)
    for _ in range(10):
        assert check(specification, judge(specification), delivery, write_any(specification, delivery, rng), full=True)


@pytest.mark.slow
@pytest.mark.parametrize("specification", FAR_APART, indirect=True)
def test_every_change_at_every_field_gets_the_json_verdict(specification: Specification, judge: Judge) -> None:
    judges = judge(specification)
    verdicts = []
    for delivery in iter_single_changes(specification, make_full(specification)):
        try:
            tree = write_any(specification, delivery)
        except Inexpressible:
            continue
        verdicts.append(check(specification, judges, delivery, tree, full=False))
    assert len(verdicts) > 20 * len(list(specification.iter_attributes()))
    assert 0.1 < sum(verdicts) / len(verdicts) < 0.9


def test_every_change_at_every_kind_of_field_gets_the_json_verdict_in_three_processors(
    toy: Specification, judge: Judge
) -> None:
    judges = judge(toy)
    verdicts = []
    for delivery in iter_single_changes(toy, make_full(toy)):
        try:
            tree = write_any(toy, delivery)
        except Inexpressible:
            continue
        verdicts.append(check(toy, judges, delivery, tree, full=True))
    assert len(verdicts) > 20 * len(list(toy.iter_attributes()))
    assert 0.1 < sum(verdicts) / len(verdicts) < 0.9


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "count", "full"), [(20, 200, True), (21, 1500, False)])
def test_random_changes_get_the_json_verdict(
    specification: Specification, judge: Judge, seed: int, count: int, full: bool
) -> None:
    rng = random.Random(seed)
    judges = judge(specification)
    verdicts: list[bool] = []
    while len(verdicts) < count:
        delivery = make_random(specification, rng)
        for _ in range(rng.randrange(4)):
            change_once(specification, delivery, rng)
        try:
            tree = write_any(specification, delivery, rng)
        except Inexpressible:
            continue
        verdicts.append(check(specification, judges, delivery, tree, full))
    assert 0.1 < sum(verdicts) / len(verdicts) < 0.9


@pytest.mark.slow
def test_spoiled_xml_gets_the_same_verdict_from_xsd_and_from_reader_plus_json(
    specification: Specification, judge: Judge
) -> None:
    rng = random.Random(22)
    judges = judge(specification)
    accepted = []
    for _ in range(1500):
        tree = write_any(specification, make_random(specification, rng), rng)
        for _ in range(rng.randrange(3)):
            spoil(tree, rng)
        try:
            delivery = from_xml(etree.tostring(tree), specification)
            read = judges.is_beyond_xsd(delivery)
        except DdasError:
            read = False
        assert read is judges.accepts_fast(tree), etree.tostring(tree)
        accepted.append(read)
    assert 0.1 < sum(accepted) / len(accepted) < 0.9


def spoil(tree: etree._Element, rng: random.Random) -> None:
    """Change one thing in the XML itself."""
    elements = [e for e in tree.iter(etree.Element) if e is not tree]
    if not elements:
        return
    element = rng.choice(elements)
    parent = element.getparent()
    assert parent is not None
    match rng.randrange(9):
        case 0:
            parent.remove(element)
        case 1:
            parent.insert(rng.randrange(len(parent) + 1), copy.deepcopy(element))
        case 2:
            element.tag = rng.choice(elements).tag
        case 3:
            element.tag = etree.QName(element).localname
        case 4:
            element.text = rng.choice([e for e in EDGES if isinstance(e, str)])
        case 5:
            element.text = f"\n\t {element.text or ''} "
        case 6:
            element.set("soort", "x")
        case 7:
            element.set("{http://www.w3.org/2001/XMLSchema-instance}nil", "true")
        case _:
            element.append(etree.Comment("let op"))
