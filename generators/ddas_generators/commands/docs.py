"""``ddas docs``: build the documentation site of all versions, or show it on this computer."""

from __future__ import annotations

import argparse
from pathlib import Path

from ddas.errors import DdasError
from ddas.standard.specification_json import specification_to_json
from ddas_generators.model.load import load
from ddas_generators.model.register import find_checkout, read_register
from ddas_generators.site.build import SitePlan, build_site, plan_site
from ddas_generators.site.freshness import find_old_parts
from ddas_generators.site.serving import open_server

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> int:
    """Exit code 0; what cannot be built is an error, and so are generated files that are older than the model."""
    root = find_checkout((arguments.root or Path.cwd()).resolve())
    target = (arguments.output or root / "site").resolve()
    plan = plan_site(root, target, only=arguments.only or ())
    _refuse_old_files(plan)
    if arguments.act == "serve":
        _serve(plan, arguments.port)
    else:
        _build(plan)
    return 0


def _build(plan: SitePlan) -> None:
    number = build_site(plan)
    first = plan.target / "index.html"
    print(f"Klaar: {number} pagina's. Open {first} in een browser.")


def _refuse_old_files(plan: SitePlan) -> None:
    """The pages come from the generated files: those must say what the model says now, for all versions on a page."""
    old = []
    versions = read_register(plan.root)
    domains = {v.id.domain for v in versions if v.id.code in plan.folders}
    for version in (v for v in versions if v.id.domain in domains):
        issued = plan.generated / version.id.folder / "specification.json"
        made = specification_to_json(load(plan.root, version)).encode()
        if not issued.is_file() or issued.read_bytes() != made:
            old.append(version.id.code)
    if old:
        shown = next((code for code in plan.folders if code in old), old[0])
        raise DdasError(
            f"De bestanden in generated/ zijn ouder dan het model van {', '.join(old)}. Voer eerst uit: ddas generate. "
            f"Wilt u alleen kijken, dan kan dat met: ddas preview {shown}"
        )


def _serve(plan: SitePlan, port: int) -> None:
    """Show the site to this computer only, until the reader stops it; what is old is built first."""
    with open_server(plan.target, port) as server:
        if find_old_parts(plan.root, plan.generated, plan.target, plan.parts):
            _build(plan)
        print(f"De site staat op http://127.0.0.1:{server.server_port}/. Stop met Ctrl+C.", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
