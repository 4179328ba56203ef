from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
import xmlschema
from lxml import etree

from ddas.standard.specification import Specification
from ddas.standard.wire_schema import build_json_schema
from ddas_generators.emit.schemas.xsd import build_xsd
from tests.xsd.xsd_toy import toy_specification


@pytest.fixture(scope="session")
def toy() -> Specification:
    return toy_specification()


class Judges:
    """The three XSD processors and the JSON yardstick for one standard."""

    def __init__(self, specification: Specification) -> None:
        schema = build_xsd(specification)
        text = etree.tostring(schema, encoding="unicode")
        self._lxml = etree.XMLSchema(schema)
        self._xsd10 = xmlschema.XMLSchema10(text)
        self._xsd11 = xmlschema.XMLSchema11(text)
        self._json = jsonschema.Draft202012Validator(
            build_json_schema(specification), format_checker=jsonschema.FormatChecker()
        )

    def accepts_json(self, delivery: Any) -> bool:
        return self._json.is_valid(delivery)

    def is_merely_another_way(self, delivery: Any) -> bool:
        """Whether JSON refuses only how an object is filled: a documented exception, XSD 1.0 cannot tie fields."""
        return {error.validator for error in self._json.iter_errors(delivery)} == {"oneOf"}

    def is_beyond_xsd(self, delivery: Any) -> bool:
        """Whether JSON refuses only what XSD cannot say."""
        return {error.validator for error in self._json.iter_errors(delivery)} <= {"oneOf", "uniqueItems"}

    def accepts_fast(self, tree: etree._Element) -> bool:
        """The verdict of lxml alone."""
        return self._lxml.validate(tree)

    def accepts_xml(self, tree: etree._Element) -> bool:
        """The verdict of all three; they must agree."""
        verdicts = {
            "lxml": self._lxml.validate(tree),
            "1.0": self._xsd10.is_valid(tree),
            "1.1": self._xsd11.is_valid(tree),
        }
        assert len(set(verdicts.values())) == 1, f"the processors differ: {verdicts}\n{etree.tostring(tree)!r}"
        return verdicts["lxml"]


@pytest.fixture(scope="session")
def judge() -> Callable[[Specification], Judges]:
    """The judges of a standard, made once per standard."""
    known: dict[str, Judges] = {}

    def find(specification: Specification) -> Judges:
        return known.setdefault(specification.id.code, Judges(specification))

    return find
