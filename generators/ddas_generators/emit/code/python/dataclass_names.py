"""Names in generated Python: safe, unique, and refused where no safe name can be derived."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterable

from ddas.errors import ModelError
from ddas.standard.specification import Attribute, CodeList, CodeValue, ObjectType, Specification
from ddas_generators.emit.code.python.runtime import MODULES

__all__ = ["attribute_name", "check_names", "member_name", "used_code_lists"]

_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_PYTHON = frozenset((*keyword.kwlist, *dir(builtins), *(n for m in MODULES for n in vars(m))))
"""What a name must not hide: the language, and everything that a generated file defines or imports by itself."""


def attribute_name(attribute: Attribute) -> str:
    """The identifier of the model, with an underscore behind it when Python itself uses that name."""
    return f"{attribute.name}_" if attribute.name in _PYTHON else attribute.name


def member_name(value: CodeValue) -> str:
    """The code as the name of an enum member: ``nietPassend`` becomes ``NIET_PASSEND``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", value.code).upper()


def used_code_lists(specification: Specification) -> tuple[CodeList, ...]:
    """The code lists that stand on the wire, in the order of the model."""
    used = {attribute.range for _, attribute in specification.iter_attributes()}
    return tuple(c for c in specification.code_lists if c.name in used)


def check_names(specification: Specification) -> None:
    """Make sure that every name can stand in one Python module.

    Raises:
        ModelError: a name is no identifier, hides something of Python or of the module, or stands there twice.
    """
    types, lists = specification.exchanged_types, used_code_lists(specification)
    top = [*(t.name for t in types), *(c.name for c in lists)]
    _check("objecttypen en waardenlijsten", top)
    for name in top:
        if name in _PYTHON:
            raise ModelError(f"{name}: deze naam is in Python al bezet. Kies een andere naam.")
    for object_type in types:
        _check_attributes(object_type, top)
    for code_list in lists:
        _check(code_list.name, [v.code for v in code_list.values])
        _check(code_list.name, [member_name(v).replace("_", "") for v in code_list.values])


def _check_attributes(object_type: ObjectType, top: Iterable[str]) -> None:
    names = [a.name for a in object_type.exchanged_attributes]
    _check(object_type.name, names)
    for name in names:
        if name in top:
            raise ModelError(
                f"{object_type.name}.{name}: een objecttype of waardenlijst heet ook zo. Kies een andere naam."
            )


def _check(where: str, names: list[str]) -> None:
    for index, name in enumerate(names):
        if not _IDENTIFIER.fullmatch(name):
            raise ModelError(f"{where}: '{name}' is geen naam van letters en cijfers. Verbeter de naam.")
        if name in names[:index]:
            raise ModelError(f"{where}: '{name}' staat er twee keer. Geef elk een eigen naam.")
