"""``ddas preview``: look at an edit of one version, once, or again at each save with its pages in the browser."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from threading import Thread

from ddas.comparison.rendering import RENDERERS
from ddas.errors import DdasError
from ddas.rendering.files import replace_file
from ddas_generators.model.register import find_checkout, find_version, read_register
from ddas_generators.preview.last_commit import changed_versions, head_log
from ddas_generators.preview.live_pages import Board, live_handler
from ddas_generators.preview.looking import Look, open_looker
from ddas_generators.preview.watching import take_snapshot, wait_for_change
from ddas_generators.preview.words import effects_in_words, findings_in_words, first_page
from ddas_generators.site.build import refuse_other_folder
from ddas_generators.site.freshness import forget_parts
from ddas_generators.site.link_check import find_broken_links
from ddas_generators.site.serving import open_server

__all__ = ["run"]

_DIFFERENCES = "verschil.md"


def run(arguments: argparse.Namespace) -> int:
    """Exit code 1 when the model has a fault (``--once``); 0 when the user stops the preview."""
    if arguments.once != (arguments.output is not None):
        raise DdasError("--once en --output MAP horen bij elkaar: kijk één keer, en zet de bladzijden in die map.")
    root = find_checkout((arguments.root or Path.cwd()).resolve())
    code = arguments.version or _only_changed_version(root)
    if arguments.once:
        return _look_once(root, arguments.output.resolve(), code, arguments.since)
    _keep_looking(root, code, arguments.since, arguments.port)
    return 0


def _only_changed_version(root: Path) -> str:
    changed = changed_versions(root)
    if len(changed) == 1:
        return changed[0]
    known = ", ".join(changed or (v.id.code for v in read_register(root)))
    why = "Meer dan één versie is gewijzigd" if changed else "Geen enkele versie is gewijzigd sinds de laatste commit"
    raise DdasError(f"{why}. Noem de versie die u wilt zien. Kies uit: {known}.")


def _look_once(root: Path, target: Path, code: str, since: str) -> int:
    folder = target / find_version(root, code).id.folder
    refuse_other_folder(target, [find_version(root, code).id.folder], own=root / "site")
    target.mkdir(parents=True, exist_ok=True)
    forget_parts(target, [code])
    with open_looker(root, target, code, since) as looker:
        look = looker.finish(looker.look())
    _write(target, look)
    print(effects_in_words(look) + findings_in_words(look), end="")
    broken = find_broken_links(folder, sorted(folder.rglob("*.html"))) if look.is_shown else []
    for page, link in broken:
        print(f"Deze link leidt nergens heen: {page}: {link}")
    return 1 if look.findings or broken else 0


def _keep_looking(root: Path, code: str, since: str, port: int) -> None:
    log = head_log(root)
    places = (root / "model", *([log] if log else []))
    board = Board()
    with (
        tempfile.TemporaryDirectory(prefix="ddas-preview-") as name,
        open_server(Path(name), port, live_handler(board)) as server,
        open_looker(root, Path(name), code, since) as looker,
    ):
        try:
            Thread(target=server.serve_forever, daemon=True).start()
            while True:
                seen = take_snapshot(places)
                look = looker.look()
                _write(Path(name), look)
                board.put("" if look.is_shown else first_page(look))
                print(effects_in_words(look), end="", flush=True)
                look = looker.finish(look)
                _write(Path(name), look)
                print(findings_in_words(look), end="")
                print(f"Bekijk: http://127.0.0.1:{server.server_port}/. Bewaar een bestand, of stop met Ctrl+C.")
                sys.stdout.flush()
                wait_for_change(places, seen)
        except KeyboardInterrupt:
            print()
        finally:
            server.shutdown()


def _write(target: Path, look: Look) -> None:
    replace_file(target / "index.html", first_page(look).encode())
    if look.comparison is not None:
        replace_file(target / _DIFFERENCES, RENDERERS["markdown"](look.comparison, None).encode())
