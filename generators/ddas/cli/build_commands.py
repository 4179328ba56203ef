"""Commands for maintainers of the standard: their options. What they do stands in the build side.

The one place where the runtime calls it. They work on the checkout that holds the current directory, or on ``--root``.
"""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ddas.errors import DdasError, MissingBuildExtra

if TYPE_CHECKING:
    from ddas.standard.specification import Specification

__all__ = ["add_commands", "load_model_folder"]

_FOR_MAINTAINERS = "(voor beheerders van de standaard)"


def add_commands(commands: Any) -> None:
    """Add ``generate``, ``lint``, ``preview``, ``docs`` and ``release``."""
    generate = _add(commands, "generate", "maak alle bestanden uit het model")
    generate.add_argument("--check", action="store_true", help="schrijf niets; meld wat verschilt (exitcode 1)")
    generate.add_argument("--only", metavar="EMITTER", help="maak alleen de bestanden van deze emitter")
    lint = _add(commands, "lint", "controleer het model op fouten")
    lint.add_argument("versions", nargs="*", metavar="VERSIE", help="zoals shv-v1.0; geen = alle versies")
    _add_preview(commands)
    _add_docs(commands)
    release = commands.add_parser(
        "release",
        help=f"geef een versie uit {_FOR_MAINTAINERS}",
        description=(
            "Geef een versie uit: beginnen, openen, teksten wijzigen, hernummeren, controleren, vaststellen, herzien, "
            "laten vervallen, bundelen, een bundel controleren."
        ),
    )
    _add_acts(release.add_subparsers(title="handelingen", metavar="HANDELING", required=True, dest="act"))


def load_model_folder(folder: Path) -> Specification:
    """The specification in a model folder, such as ``model/<domein>/v1.0``.

    Raises:
        DdasError: the build extra is missing, the folder is no registered version, or its model is wrong.
    """
    try:
        from ddas_generators.model.load import load
        from ddas_generators.model.register import find_checkout, model_folder, read_register
    except ModuleNotFoundError as error:
        raise MissingBuildExtra(error.name or "ddas_generators") from error
    root = find_checkout(folder.resolve())
    versions = read_register(root)
    for version in versions:
        if model_folder(root, version) == folder.resolve():
            return load(root, version)
    known = ", ".join(model_folder(root, v).relative_to(root).as_posix() for v in versions)
    raise DdasError(f"{folder} is geen map van een geregistreerde versie. Kies uit: {known}.")


def _add_preview(commands: Any) -> None:
    preview = _add(commands, "preview", "toon een wijziging in het model: fouten, gevolgen en bladzijden")
    preview.add_argument(
        "version", nargs="?", metavar="VERSIE", help="zoals shv-v1.1; zonder: de versie die is gewijzigd"
    )
    preview.add_argument("--once", action="store_true", help="kijk één keer en stop (exitcode 1 bij een fout)")
    preview.add_argument("--output", type=Path, metavar="MAP", help="map voor de bladzijden, met --once")
    preview.add_argument(
        "--since", default="HEAD", metavar="COMMIT", help="vergelijk met deze commit; zonder deze optie: de laatste"
    )
    _add_port(preview)


def _add_port(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--port", type=int, default=8000, metavar="POORT", help="poort op deze computer; zonder deze optie: 8000"
    )


def _add_docs(commands: Any) -> None:
    docs = commands.add_parser(
        "docs",
        help=f"maak of toon de documentatiesite {_FOR_MAINTAINERS}",
        description="Maak of toon de documentatiesite van alle versies.",
    )
    acts = docs.add_subparsers(title="handelingen", metavar="HANDELING", required=True, dest="act")
    for name, words in (
        ("build", "maak de site"),
        ("serve", "toon de site op deze computer; maakt hem eerst als hij er niet is of oud is"),
    ):
        act: argparse.ArgumentParser = acts.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
        act.add_argument(
            "--output",
            type=Path,
            metavar="MAP",
            help="map voor de site; zonder deze optie: site in de map van de toolkit",
        )
        act.add_argument(
            "--only", action="append", metavar="VERSIE", help="alleen deze versie, zoals shv-v1.0; mag vaker"
        )
        if name == "serve":
            _add_port(act)
        _finish(act, "docs")


def _add_acts(acts: Any) -> None:
    _add_begin(acts)
    opening = _add_act(acts, "open", "begin een nieuwe versie als concept")
    opening.add_argument(
        "--after", metavar="VERSIE", help="de versie waarop deze volgt; zonder deze optie: de nieuwste"
    )
    renumber = _add_act(acts, "renumber", "geef een concept een ander nummer")
    renumber.add_argument("new", metavar="NIEUW", help="de nieuwe code, zoals shv-v2.0")
    sync = _add_act(acts, "sync", "neem in een concept over wat in zijn voorganger beter werd")
    sync.add_argument(
        "--base", type=Path, metavar="MAP", help="model van de voorganger zoals het was toen het concept begon"
    )
    _add_act(acts, "check", "kan dit concept worden vastgesteld?")
    adopt = _add_act(acts, "adopt", "stel een concept vast en verzegel het")
    _add_date(adopt, "--date", "dag van vaststelling, jjjj-mm-dd")
    adopt.add_argument(
        "--from", type=_day, dest="starting", metavar="DAG", help="eerste dag waarop aanleveringen worden aangenomen"
    )
    adopt.add_argument("--published", action="store_true", help="de versie was elders al gepubliceerd")
    retire = _add_act(acts, "retire", "laat een vastgestelde versie vervallen")
    _add_date(retire, "--until", "laatste dag waarop aanleveringen worden aangenomen, jjjj-mm-dd")
    _add_date(retire, "--date", "dag van deze revisie, jjjj-mm-dd")
    revise = _add_act(acts, "revise", "geef een verbetering van vastgestelde versies uit", several=True)
    revise.add_argument("--reason", required=True, metavar="TEKST", help="waarom deze revisie er is")
    revise.add_argument(
        "--accept", metavar="BESLUIT", help="waarom deze revisie strenger mag zijn, zoals een besluit van de stuurgroep"
    )
    _add_date(revise, "--date", "dag van de revisie, jjjj-mm-dd")
    words = "voeg de revisies van twee takken samen, tijdens een 'git merge'"
    _add_plain_act(acts, "merge", words)
    _add_texts(acts)
    _add_bundle_acts(acts)


def _add_bundle_acts(acts: Any) -> None:
    bundle = _add_plain_act(acts, "bundle", "maak per versie één archief, een lijst van alle versies en een verklaring")
    bundle.add_argument("--output", type=Path, required=True, metavar="MAP", help="lege map voor de bundel")
    bundle.add_argument("--key", type=Path, metavar="SLEUTEL", help="onderteken met deze geheime sleutel")
    verify = _add_plain_act(acts, "verify", "controleer een bundel, zonder internet")
    verify.add_argument("folder", type=Path, metavar="MAP", help="map met de bundel, en niets anders")
    verify.add_argument(
        "--key", type=Path, required=True, metavar="SLEUTEL", help="de openbare sleutel van de uitgever (.pub)"
    )
    words = "maak een sleutel om bundels mee te ondertekenen"
    keygen = acts.add_parser("keygen", help=words, description=f"{words[0].upper()}{words[1:]}.")
    keygen.set_defaults(run=_runner("release"))  # needs no folder of the toolkit
    keygen.add_argument(
        "file",
        type=Path,
        metavar="BESTAND",
        help="nieuw bestand voor de geheime sleutel; de openbare komt ernaast (.pub)",
    )


def _add_texts(acts: Any) -> None:
    words = "wijzig teksten van een versie in Excel"
    texts = acts.add_parser("texts", help=words, description=f"{words[0].upper()}{words[1:]}.")
    directions = texts.add_subparsers(title="handelingen", metavar="HANDELING", required=True, dest="direction")
    export = directions.add_parser(
        "export",
        help="zet de teksten van een versie in een werkboek",
        description="Zet opschriften, omschrijvingen, toelichtingen, zoekwoorden en voorbeelden in een werkboek.",
    )
    export.add_argument("version", metavar="VERSIE", help="zoals shv-v1.1")
    export.add_argument("file", type=Path, metavar="BESTAND", help="het werkboek dat wordt gemaakt (.xlsx)")
    back = directions.add_parser(
        "import",
        help="zet gewijzigde teksten uit een werkboek in het model",
        description="Zet de gewijzigde cellen van een werkboek in de modelbestanden. Zij worden eerst gecontroleerd, "
        "zoals met ddas lint; is er iets mis, dan verandert er niets.",
    )
    back.add_argument("file", type=Path, metavar="BESTAND", help="het werkboek uit 'export', met uw wijzigingen")
    for direction in (export, back):
        _finish(direction, "release")


def _add_begin(acts: Any) -> None:
    begin = acts.add_parser(
        "begin",
        help="begin het model van een versie die elders is gepubliceerd",
        description="Begin het model van een versie met haar gepubliceerde JSON Schema of informatiemodel, en de "
        "teksten van een versie die er al is.",
    )
    begin.add_argument(
        "published",
        type=Path,
        metavar="BESTAND",
        help="het gepubliceerde JSON Schema, of een export van het informatiemodel uit Enterprise Architect (XMI)",
    )
    begin.add_argument("--like", required=True, metavar="CODE", help="versie met de teksten, zoals shv-v1.0")
    begin.add_argument(
        "--output", required=True, type=Path, metavar="MAP", help="nieuwe map, met de versie als naam, zoals v0.9"
    )
    _finish(begin, "release")


def _add_act(acts: Any, name: str, words: str, *, several: bool = False) -> argparse.ArgumentParser:
    act: argparse.ArgumentParser = acts.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
    if several:
        act.add_argument("versions", nargs="*", metavar="VERSIE", help="zoals shv-v1.0; geen = alles wat is gewijzigd")
    else:
        act.add_argument("version", metavar="VERSIE", help="zoals shv-v1.0")
    return _finish(act, "release")


def _add_plain_act(acts: Any, name: str, words: str) -> argparse.ArgumentParser:
    act: argparse.ArgumentParser = acts.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
    return _finish(act, "release")


def _add_date(parser: argparse.ArgumentParser, option: str, words: str) -> None:
    parser.add_argument(option, type=_day, metavar="DAG", help=words)


def _day(text: str) -> str:
    from datetime import date

    if date.fromisoformat(text).isoformat() != text:
        raise ValueError
    return text


def _add(commands: Any, name: str, words: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=f"{words} {_FOR_MAINTAINERS}", description=f"{words[0].upper()}{words[1:]}."
    )
    return _finish(parser, name)


def _finish(parser: argparse.ArgumentParser, module: str) -> argparse.ArgumentParser:
    parser.add_argument(
        "--root",
        type=Path,
        metavar="MAP",
        help="de map van de toolkit; zonder deze optie: de map waarin u staat, of een map daarboven",
    )
    parser.set_defaults(run=_runner(module))
    return parser


def _runner(module: str) -> Callable[[argparse.Namespace], int]:
    def run(arguments: argparse.Namespace) -> int:
        try:
            command = importlib.import_module(f"ddas_generators.commands.{module}")
        except ModuleNotFoundError as error:
            raise MissingBuildExtra(error.name or "ddas_generators") from error
        code: int = command.run(arguments)
        return code

    return run
