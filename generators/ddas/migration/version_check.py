"""Whether a delivery that is read in parts is valid in a version: the same verdict as on the whole document."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ddas.findings import Pointer, format_pointer
from ddas.migration.acceptor import canonical_text, make_acceptor
from ddas.migration.element_reader import Element
from ddas.migration.slots import DELIVERIES, CutSchema

__all__ = ["VersionCheck"]

_MOST_PLACES = 3


class VersionCheck:
    """Checks one delivery against one version.

    Attributes:
        code: The version.
        cut: Its schema.
        faults: Number of elements that are refused, plus one when the rest of the file is.
        places: JSON Pointers of the first few of them.
    """

    def __init__(self, code: str, cut: CutSchema) -> None:
        self.code = code
        self.cut = cut
        self.faults = 0
        self.places: list[str] = []
        self._accepts = {slot: make_acceptor(found.element) for slot, found in cut.lists.items()}
        self._counts: Counter[Pointer] = Counter()
        self._digests: dict[int, Any] = {}

    def see(self, element: Element) -> None:
        """Judge one element. What stands in a list that the version does not know is judged with the envelope."""
        accepts = self._accepts.get(element.slot)
        if accepts is None:
            return
        slot = element.slot
        above: Pointer = (slot[0], element.delivery, slot[1]) if len(slot) > 1 else slot
        self._counts[above] += 1
        if not accepts(element.value):
            self._refuse((*above, element.index))
        if self.cut.unique_deliveries:
            digest = self._digests.setdefault(element.delivery, hashlib.sha256())
            digest.update(f"{element.slot[-1]} {canonical_text(element.value)}\n".encode())

    def finish(self, envelope: Mapping[str, Any]) -> bool:
        """Judge the rest of the file, after every element; gives the verdict on the whole."""
        if not make_acceptor(self.cut.envelope)(envelope):
            self._refuse(())
        for slot, found in self.cut.lists.items():
            for above in _iter_lists(slot, envelope):
                count = self._counts[above]
                if count < found.min_items or (found.max_items is not None and count > found.max_items):
                    self._refuse(above)
        deliveries = envelope.get(DELIVERIES)
        if self.cut.unique_deliveries and isinstance(deliveries, list) and self._has_doubles(deliveries):
            self._refuse((DELIVERIES,))
        return not self.faults

    def knows(self, keys: Iterable[str]) -> bool:
        """Whether the root has all these keys in this version."""
        return set(keys) <= set(self.cut.whole.get("properties", {}))

    def _has_doubles(self, deliveries: Sequence[object]) -> bool:
        texts = set()
        for index, delivery in enumerate(deliveries):
            digest = self._digests.get(index)
            texts.add((canonical_text(delivery), digest.digest() if digest else b""))
        return len(texts) < len(deliveries)

    def _refuse(self, pointer: Sequence[str | int]) -> None:
        self.faults += 1
        if len(self.places) < _MOST_PLACES:
            self.places.append(format_pointer(pointer) or "(buiten de lijsten)")


def _iter_lists(slot: tuple[str, ...], envelope: Mapping[str, Any]) -> Iterable[Pointer]:
    """Where a long list stands in this document."""
    if len(slot) == 1:
        return [slot] if isinstance(envelope.get(slot[0]), list) else []
    deliveries = envelope.get(slot[0])
    return [
        (slot[0], index, slot[1])
        for index, delivery in enumerate(deliveries if isinstance(deliveries, list) else ())
        if isinstance(delivery, dict) and isinstance(delivery.get(slot[1]), list)
    ]
