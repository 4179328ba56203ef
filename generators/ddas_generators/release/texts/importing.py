"""The texts of a version to Excel, and back into its model files: whole or not at all, and only what lint accepts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ddas.errors import DdasError
from ddas.rendering.files import replace_file, write_output
from ddas.rendering.printable import show_path
from ddas.rendering.side_files import read_side_file
from ddas_generators.lint import lint
from ddas_generators.lint.element import Element
from ddas_generators.lint.lint_model import read_lint_model
from ddas_generators.model.register import RegisteredVersion
from ddas_generators.release.draft import Draft, draft_of
from ddas_generators.release.texts.cells import list_own_elements, read_cells, value_of
from ddas_generators.release.texts.workbook import Edit, make_text_workbook, read_text_edits
from ddas_generators.release.texts.yaml_edit import ValueEdit, edit_yaml

__all__ = ["export_texts", "import_texts"]

_FIRST = 20
"""So many faults are shown; more do not help."""


def export_texts(checkout: Path, code: str, target: Path) -> str:
    """Write the workbook of this version; gives a Dutch text."""
    with draft_of(checkout) as draft:
        model = read_lint_model(draft.root, draft.find(code))
        elements = [e for e in list_own_elements(model) if _is_of_version(e, draft.find(code).id.folder)]
        borrowed = sum(e.borrows for e in model.elements)
        write_output(target, make_text_workbook(code, elements))
    rest = f" {borrowed} onderdelen nemen hun tekst over van een andere versie en staan er niet in." if borrowed else ""
    return f"{show_path(target)}: {len(elements)} onderdelen van {code}.{rest}"


def import_texts(checkout: Path, source: Path) -> str:
    """Bring the changed cells of a workbook into the model files; gives a Dutch text.

    Raises:
        DdasError: a cell is about something else than the model, or lint refuses a text. Nothing has changed then.
    """
    asked = read_text_edits(read_side_file(source))
    with draft_of(checkout) as draft:
        version = draft.find(asked.version)
        model = read_lint_model(draft.root, version)
        own = {e.path: e for e in list_own_elements(model) if _is_of_version(e, version.id.folder)}
        _refuse([*asked.problems, *(p for edit in asked.edits if (p := _problem(edit, own)))])
        if not asked.edits:
            return f"In {show_path(source)} is geen tekst gewijzigd. Er is niets geschreven."
        before = {(f.subject, f.id, f.message) for f in lint(draft.root, version)}
        files = _edit_files(draft, own, asked.edits)
        after = [f for f in lint(draft.root, version) if (f.subject, f.id, f.message) not in before]
        _refuse([f"{_where(asked.edits, f.subject)}: {f.subject}: {f.message}" for f in after])
        for name in files:
            replace_file(checkout / name, (draft.root / name).read_bytes())
    what = "1 tekst" if len(asked.edits) == 1 else f"{len(asked.edits)} teksten"
    return f"{what} van {asked.version} gewijzigd in {', '.join(files)}.\n{_next_step(version)}"


def _next_step(version: RegisteredVersion) -> str:
    if version.norm_digest:
        return f"Geef de verbetering uit: ddas release revise {version.id.code} --reason 'waarom'"
    return "Maak nu alle bestanden: ddas generate"


def _is_of_version(element: Element, folder: str) -> bool:
    return element.source.file.startswith(f"model/{folder}/")


def _problem(edit: Edit, own: dict[str, Element]) -> str:
    """What keeps an edit from being made; empty when nothing does."""
    element = own.get(edit.path)
    if element is None:
        return (
            f"{edit.place}: {edit.path} staat niet meer in het model, of neemt zijn tekst over van een andere versie. "
            "Zet de cel terug zoals zij was."
        )
    if _words(read_cells(element)[edit.column]) != _words(edit.before):
        return (
            f"{edit.place}: deze tekst is na de export ook in het model gewijzigd. Maak het werkboek opnieuw en zet uw "
            "wijziging daarin."
        )
    return ""


def _words(cell: str) -> list[str]:
    return cell.split()


def _edit_files(draft: Draft, own: dict[str, Element], edits: Sequence[Edit]) -> list[str]:
    """Change the files of the draft; their names."""
    by_file: dict[str, list[Edit]] = {}
    for edit in edits:
        by_file.setdefault(own[edit.path].source.file, []).append(edit)
    for name, here in by_file.items():
        path = draft.root / name
        text = path.read_bytes().decode()
        for edit in here:
            value = ValueEdit(path=own[edit.path].key, key=edit.column.key, value=value_of(edit.column, edit.after))
            try:
                text = edit_yaml(text, [value])
            except DdasError as error:
                raise DdasError(f"{edit.place}: {name}, {error} Er is niets geschreven.") from error
        path.write_bytes(text.encode())
    return sorted(by_file)


def _where(edits: Sequence[Edit], subject: str) -> str:
    """The changed cells of an element; all of them when the fault is found at another element."""
    here = [e.place for e in edits if e.path == subject] or [e.place for e in edits]
    more = f" en {len(here) - 3} andere" if len(here) > 3 else ""
    return "; ".join(here[:3]) + more


def _refuse(problems: Sequence[str]) -> None:
    if problems:
        rest = [f"En nog {len(problems) - _FIRST} andere."] if len(problems) > _FIRST else []
        raise DdasError("\n".join([*problems[:_FIRST], *rest, "Er is niets geschreven."]))
