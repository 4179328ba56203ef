"""The XML form of a delivery: the same content as its JSON, for systems that work in XML. CBS takes JSON only."""

from __future__ import annotations

from ddas.delivery.xml_form.reader import from_xml
from ddas.delivery.xml_form.writer import to_xml

__all__ = ["from_xml", "to_xml"]
