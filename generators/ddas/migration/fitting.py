"""Make a value fit the newer wire schema: what it refuses goes, and is counted.

The steps of a migrator deal with every field that the older version knows. What is left for this pass are keys that
it does not know but lets through, lists that became bounded, and texts that became dates.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from ddas.migration.tally import Kind, Tally
from ddas.migration.work import shown_key
from ddas.standard.value_kinds import WIRE_FORMS
from ddas.validation.structure.wire_values import FORMATS, WIRE_CLASSES, canonical_form, is_of_class

__all__ = ["Fitter"]

_CLASSES: Mapping[str, type] = {"array": list} | {form.base: WIRE_CLASSES[kind] for kind, form in WIRE_FORMS.items()}
_ACCEPTS = {WIRE_FORMS[kind].format: accepts for kind, accepts in FORMATS.items() if accepts is not None}
_Unfit = tuple[Kind, str]
"""Why a value must go: the kind to count and the reason."""


class Fitter:
    """Fits values to the wire schema of a version. ``target``: code of the newer version, for the reasons."""

    def __init__(self, target: str) -> None:
        self._target = target

    def fit(
        self,
        value: dict[str, Any],
        schema: Mapping[str, Any],
        path: str,
        tally: Tally,
        *,
        keys: Collection[str] | None = None,
    ) -> None:
        """Change ``value`` in place until the schema accepts it, save for required keys of ``value`` itself.

        Args:
            value: The root or a record.
            schema: Its schema, in canonical form.
            path: Where it stands, for the tally.
            tally: Counts what goes.
            keys: Of ``value``, those to look at; None for all.
        """
        self._fit_object(value, schema, path, tally, keys=keys)

    def _fit(self, value: Any, schema: Mapping[str, Any], path: str, tally: Tally) -> _Unfit | None:
        if "type" in schema and not is_of_class(value, _CLASSES[schema["type"]]):
            return self._unfit(value, f"{self._target} wil hier een ander soort waarde")
        if "enum" in schema and value not in schema["enum"]:
            return self._unfit(value, f"de waarde staat niet in de waardenlijst van {self._target}")
        if "format" in schema and isinstance(value, str) and not _ACCEPTS[schema["format"]](value):
            return self._unfit(value, f"zo geschreven mag het niet in {self._target}")
        if isinstance(value, dict):
            self._fit_object(value, schema, path, tally)
            if any(key not in value for key in schema.get("required", ())):
                return Kind.LOST, f"er ontbreekt iets in dat {self._target} verplicht"
        if isinstance(value, list):
            return self._fit_list(value, schema, path, tally)
        return None

    def _fit_object(
        self,
        value: dict[str, Any],
        schema: Mapping[str, Any],
        path: str,
        tally: Tally,
        *,
        keys: Collection[str] | None = None,
    ) -> None:
        known = schema.get("properties", {})
        for key in list(value) if keys is None else keys:
            here = shown_key(path, key, known=key in known)
            if key in known:
                unfit = self._fit(value[key], known[key], here, tally)
            elif schema.get("additionalProperties") is False:
                unfit = self._unfit(value[key], f"{self._target} kent deze sleutel niet en staat hier geen andere toe")
            else:
                unfit = None
            if unfit is not None:
                del value[key]
                tally.add(unfit[0], here, reason=unfit[1])

    def _fit_list(self, value: list[Any], schema: Mapping[str, Any], path: str, tally: Tally) -> _Unfit | None:
        kept: list[Any] = []
        seen: set[tuple[object, ...]] = set()
        for item in value:
            unfit = self._fit(item, schema.get("items", {}), f"{path}[]", tally)
            if unfit is None and schema.get("uniqueItems"):
                form = canonical_form(item)
                unfit = (Kind.EMPTY, "stond er al") if form in seen else None
                seen.add(form)
            if unfit is None and len(kept) == schema.get("maxItems"):
                unfit = Kind.LOST, f"{self._target} staat er hoogstens {len(kept)} toe; de eerste {len(kept)} blijven"
            if unfit is None:
                kept.append(item)
            else:
                tally.add(unfit[0], f"{path}[]", reason=unfit[1])
        value[:] = kept
        if len(kept) >= schema.get("minItems", 0):
            return None
        return self._unfit(kept or "", f"{self._target} wil hier een langere lijst")

    def _unfit(self, value: Any, reason: str) -> _Unfit:
        """Nothing is lost when the value is empty."""
        return (Kind.EMPTY, "leeg veld of lege lijst") if value in ("", [], {}) else (Kind.LOST, reason)
