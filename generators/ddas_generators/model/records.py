"""The plain records beside the LinkML schema: sources, phases, errata and examples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ddas.errors import ModelError
from ddas.standard.specification import DeclaredChange, Erratum, Example, FieldRename, Phase, TextSource, ValueRename
from ddas_generators.model.yaml_source import Location, YamlSource, read_yaml

__all__ = [
    "FORK_FILE",
    "Declarations",
    "Record",
    "iter_records",
    "iter_source_records",
    "list_examples",
    "read_declarations",
    "read_errata",
    "read_examples",
    "read_phases",
    "read_sources",
]

FORK_FILE = Path("wijzigingen") / "basis.json"
"""How the predecessor was when a concept was opened; written by ``ddas release open`` and ``sync``."""

_DECLARATIONS = ("hernoemd", "waarde", "wijzigingen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Declarations:
    """How a version says that it follows from its predecessor, in listed order."""

    renames: tuple[FieldRename, ...] = ()
    value_renames: tuple[ValueRename, ...] = ()
    declared_changes: tuple[DeclaredChange, ...] = ()


class Record:
    """One mapping of a record list, taken apart key by key; what is left over is a fault.

    Every method raises ModelError when the key is missing or holds something else.
    """

    def __init__(self, data: dict[str, Any], source: YamlSource, *path: str | int) -> None:
        self._left = dict(data)
        self._source = source
        self._path = path

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default it must be there and not be blank."""
        value = self._left.pop(key, default)
        if not isinstance(value, str) or (not value.strip() and default is None):
            raise ModelError(f"{self._where(key)}: '{key}' ontbreekt of is geen tekst. Vul het aan.")
        return value.strip()

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts; one text stands for a list of one."""
        value = self._left.pop(key, default)
        items = (value,) if isinstance(value, str) else value
        if not isinstance(items, list | tuple) or not all(isinstance(i, str) for i in items):
            raise ModelError(f"{self._where(key)}: '{key}' ontbreekt of is geen lijst van teksten. Vul het aan.")
        return tuple(items)

    def number(self, key: str) -> int | None:
        """A whole number, or None when it is not there."""
        value = self._left.pop(key, None)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            raise ModelError(f"{self._where(key)}: '{key}' is geen heel getal. Vul een getal in.")
        return value

    def flag(self, key: str) -> bool:
        """true or false; false when it is not there."""
        value = self._left.pop(key, False)
        if not isinstance(value, bool):
            raise ModelError(f"{self._where(key)}: '{key}' is geen true of false. Verbeter het.")
        return value

    def plain(self, key: str, default: object = None) -> object:
        """Any value as YAML gave it."""
        return self._left.pop(key, default)

    def inner(self, key: str) -> Record:
        """A mapping inside this one, empty when it is not there; the caller finishes it."""
        value = self._left.pop(key, {})
        if not isinstance(value, dict):
            raise ModelError(f"{self._where(key)}: '{key}' heeft geen sleutels. Vul ze aan.")
        return Record(value, self._source, *self._path, key)

    def records(self, key: str) -> Iterator[Record]:
        """The mappings of a list, none when it is not there."""
        value = self._left.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            raise ModelError(f"{self._where(key)}: '{key}' is geen lijst van records. Vul het aan.")
        for index, row in enumerate(value):
            record = Record(row, self._source, *self._path, key, index)
            yield record
            record.finish()

    def choice(self, key: str, values: tuple[str, ...]) -> str:
        """A text that is one of these."""
        value = self.text(key)
        if value not in values:
            raise ModelError(f"{self._where(key)}: '{value}' mag hier niet. Kies uit: {', '.join(values)}.")
        return value

    def finish(self) -> None:
        """Refuse what is left over."""
        for key in self._left:
            raise ModelError(f"{self._where(key)}: '{key}' is hier onbekend. Haal het weg of verbeter de spelling.")

    def locate(self, *path: str | int) -> Location:
        """The file and line of a place in this mapping, or of the nearest place above it that is there."""
        return self._source.locate(*self._path, *path)

    def _where(self, key: str) -> Location:
        return self.locate(key)


def iter_records(path: Path, root: Path, key: str) -> Iterator[Record]:
    """The mappings of the list under ``key`` in a YAML file of the checkout ``root``."""
    yield from iter_source_records(read_yaml(path, root), key)


def iter_source_records(source: YamlSource, key: str) -> Iterator[Record]:
    """The mappings of the list under ``key`` in a file that was read."""
    rows = source.data.get(key)
    if not isinstance(rows, list):
        raise ModelError(f"{source.file}: '{key}' ontbreekt of is geen lijst. Vul het aan.")
    for index, row in enumerate(rows):
        if not isinstance(row, dict):
            raise ModelError(f"{source.locate(key, index)}: hier hoort een record met sleutels. Vul het aan.")
        record = Record(row, source, key, index)
        yield record
        record.finish()


def source_files(root: Path, folder: Path) -> tuple[Path, ...]:
    """The files with sources that the model in ``folder`` may name: the shared one, and its own when it has one."""
    own = folder / "bronnen.yaml"
    shared = root / "model" / "gedeeld" / "v1" / "bronnen.yaml"
    return (shared, own) if own.is_file() else (shared,)


def read_sources(path: Path, root: Path) -> tuple[TextSource, ...]:
    """The sources that texts may name, in listed order."""
    return tuple(
        TextSource(
            code=r.text("code"),
            title=r.text("titel"),
            explanation=r.text("toelichting", ""),
            kind=r.choice("soort", ("publicatie", "vakbron", "wet", "eigen")),
        )
        for r in iter_records(path, root, "bronnen")
    )


def read_phases(path: Path, root: Path) -> tuple[Phase, ...]:
    """The phases of the process, in order."""
    return tuple(
        Phase(
            code=r.text("code"),
            title=r.text("titel"),
            description=r.text("omschrijving"),
            kind=r.choice("soort", ("kader", "hoofdlijn", "daarnaast")),
            sources=r.texts("bron"),
            leads_to=r.texts("naar", ()),
        )
        for r in iter_records(path, root, "fasen")
    )


def read_errata(path: Path, root: Path) -> tuple[Erratum, ...]:
    """The published faults, in listed order."""
    return tuple(
        Erratum(
            id=r.text("id"),
            title=r.text("titel"),
            fields=r.texts("velden"),
            fault=r.text("fout"),
            reading=r.text("lezing"),
            sources=r.texts("bron"),
        )
        for r in iter_records(path, root, "errata")
    )


def list_examples(source: YamlSource) -> tuple[Example, ...]:
    """The examples that ``voorbeelden.yaml`` lists, in order, without their content.

    Raises:
        ModelError: a record lacks a key, or has one that is wrong or unknown.
    """
    return tuple(
        Example(name=r.text("naam"), title=r.text("titel"), description=r.text("omschrijving"), content="")
        for r in iter_source_records(source, "voorbeelden")
    )


def read_examples(folder: Path, root: Path) -> tuple[Example, ...]:
    """The example deliveries that ``voorbeelden.yaml`` in the folder lists; each is ``<naam>.json`` beside it."""
    examples = []
    for example in list_examples(read_yaml(folder / "voorbeelden.yaml", root)):
        path = folder / f"{example.name}.json"
        try:
            content = path.read_text(encoding="utf-8")
        except (FileNotFoundError, UnicodeDecodeError) as error:
            raise ModelError(f"{path.name}: dit voorbeeld ontbreekt of is geen UTF-8. Voeg het toe.") from error
        examples.append(replace(example, content=content))
    return tuple(examples)


def read_declarations(folder: Path, root: Path) -> Declarations:
    """What the files in the folder ``wijzigingen`` declare together, files by name; nothing when it is not there.

    A file has one or more of the lists ``hernoemd``, ``waarde`` and ``wijzigingen``.
    """
    renames: list[FieldRename] = []
    values: list[ValueRename] = []
    changes: list[DeclaredChange] = []
    for path in sorted(folder.glob("*.yaml")):
        source = read_yaml(path, root)
        for key in source.data:
            if key not in _DECLARATIONS:
                raise ModelError(
                    f"{source.locate(key)}: '{key}' is hier onbekend. Kies uit: {', '.join(_DECLARATIONS)}."
                )
        if "hernoemd" in source.data:
            for r in iter_source_records(source, "hernoemd"):
                renames.append(FieldRename(old=r.text("van"), new=r.text("naar"), reason=r.text("reden")))
        if "waarde" in source.data:
            for r in iter_source_records(source, "waarde"):
                values.append(
                    ValueRename(
                        code_list=r.text("lijst"), old=r.text("van"), new=r.text("naar"), reason=r.text("reden")
                    )
                )
        if "wijzigingen" in source.data:
            for r in iter_source_records(source, "wijzigingen"):
                changes.append(DeclaredChange(kind=r.text("soort"), path=r.text("pad"), reason=r.text("reden")))
    return Declarations(renames=tuple(renames), value_renames=tuple(values), declared_changes=tuple(changes))
