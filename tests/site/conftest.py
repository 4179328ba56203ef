"""The site as it is built from the model, once for all tests in a session."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ddas_generators.editions.digests import make_checksums
from ddas_generators.editions.edition import CHECKSUMS_FILE
from ddas_generators.editions.write import apply_differences, find_differences, make_artefacts
from ddas_generators.site.build import build_site, plan_site
from tests.conftest import ROOT, STANDARDS, load_past, load_standard

AXE = ROOT / "tests" / "node" / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Freshly made files of every version."""
    folder = tmp_path_factory.mktemp("generated")
    files: dict[str, bytes] = {}
    for code in STANDARDS:
        made = make_artefacts(load_standard(code), load_past(code))
        place = load_standard(code).id.folder
        checksums = make_checksums({p.removeprefix(f"{place}/"): content for p, content in made.items()})
        files |= made | {f"{place}/{CHECKSUMS_FILE}": checksums}
    apply_differences(folder, files, find_differences(folder, files))
    return folder


@pytest.fixture(scope="session")
def site(generated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site. ``DDAS_SITE`` names one that is there already, to work on the tests."""
    if "DDAS_SITE" in os.environ:
        return Path(os.environ["DDAS_SITE"])
    target = tmp_path_factory.mktemp("site")
    build_site(plan_site(ROOT, target, generated=generated))
    return target


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        yield opened
        opened.close()
