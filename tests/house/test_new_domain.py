"""Adding a domain takes model files alone: the steps of CONTRIBUTING.md, tried on a domain of boats for hire."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house.toy_checkout import ddas, make_checkout


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nieuw domein")
    make_checkout(folder)
    return folder


@pytest.mark.slow
def test_lint_generate_validate_and_fields_serve_a_new_domain(checkout: Path) -> None:
    linted = ddas(checkout, "lint")
    assert linted.returncode == 0, linted.stdout + linted.stderr
    generated = ddas(checkout, "generate")
    assert generated.returncode == 0, generated.stderr
    folder = checkout / "generated" / "bootverhuur" / "v1.0"
    made = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert made >= {
        "specification.json",
        "uitwisselmodel.schema.json",
        "uitwisselmodel.xsd",
        "python/ddas_bvh_v1_0.py",
        "documentatie.md",
        "voorbeelden/volledig.json",
        "voorbeelden/volledig.xml",
    }
    assert ddas(checkout, "generate", "--check").returncode == 0
    checked = ddas(checkout, "validate", "--standard", "bvh-v1.0", str(folder / "voorbeelden" / "volledig.json"))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    sampled = ddas(checkout, "sample", "--standard", "bvh-v1.0", "--records", "40", str(checkout / "proef.json"))
    assert sampled.returncode == 0, sampled.stderr
    checked = ddas(checkout, "validate", "--standard", "bvh-v1.0", "--structure-only", str(checkout / "proef.json"))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    shown = ddas(checkout, "fields", "--standard", "bvh-v1.0", "Verhuring.vertrek")
    assert "Vertrek" in shown.stdout
