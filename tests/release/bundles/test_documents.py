"""The documents beside the archives, as others read them."""

from __future__ import annotations

import ast
import base64
import hashlib
import json
import sys
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from ddas_generators.release.bundles.envelope import pre_authentication
from tests.conftest import ROOT
from tests.release.bundles.conftest import ARCHIVE, INDEX, PROVENANCE, SBOM, Bundle


def read_statement(bundle: Bundle) -> Any:
    envelope = json.loads((bundle.folder / PROVENANCE).read_bytes())
    return json.loads(base64.b64decode(envelope["payload"], validate=True))


def test_the_bytes_that_are_signed_are_those_of_the_specification() -> None:
    """The example in the protocol of DSSE."""
    made = pre_authentication("http://example.com/HelloWorld", b"hello world")
    assert made == b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"


def test_the_signature_without_our_own_code(made_bundle: Bundle) -> None:
    (line,) = (made_bundle.folder / PROVENANCE).read_bytes().splitlines()
    envelope = json.loads(line)
    content = base64.b64decode(envelope["payload"])
    kind = envelope["payloadType"].encode()
    signed = b"DSSEv1 " + b" ".join([str(len(kind)).encode(), kind, str(len(content)).encode(), content])
    key = load_pem_public_key(made_bundle.public.read_bytes())
    assert isinstance(key, Ed25519PublicKey)
    (signature,) = envelope["signatures"]
    key.verify(base64.b64decode(signature["sig"]), signed)


def test_the_statement_names_every_file_and_what_it_was_made_of(made_bundle: Bundle) -> None:
    statement = read_statement(made_bundle)
    assert statement["_type"] == "https://in-toto.io/Statement/v1"
    assert statement["predicateType"] == "https://slsa.dev/provenance/v1"
    files = {p.name: p.read_bytes() for p in made_bundle.folder.iterdir() if p.name != PROVENANCE}
    assert set(files) == {ARCHIVE, INDEX, SBOM}
    stated = {s["name"]: s["digest"]["sha256"] for s in statement["subject"]}
    assert stated == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    definition = statement["predicate"]["buildDefinition"]
    (version,) = definition["externalParameters"]["versions"]
    assert (version["code"], version["revision"], version["date"]) == ("bvh-v1.0", 0, "2026-01-01")
    for material in definition["resolvedDependencies"]:
        content = (made_bundle.root / material["name"]).read_bytes()
        assert material["digest"] == {"sha256": hashlib.sha256(content).hexdigest()}
    assert "model/versies.yaml" in {m["name"] for m in definition["resolvedDependencies"]}
    assert set(statement["predicate"]["runDetails"]) == {"builder"}  # no times: nothing comes from the clock


def test_the_bill_of_materials_is_cyclonedx(made_bundle: Bundle) -> None:
    text = (made_bundle.folder / SBOM).read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    (archive,) = json.loads(text)["components"]
    assert archive["name"] == ARCHIVE
    assert {"name": "ddas:date", "value": "2026-01-01"} in archive["properties"]
    assert "None" not in {p["value"] for p in archive["properties"]}
    (entry,) = json.loads((made_bundle.folder / INDEX).read_text(encoding="utf-8"))["versions"]
    assert [c["name"] for c in archive["components"]] == [f["path"] for f in entry["files"]]


def test_the_bill_is_complete_because_classes_need_no_package() -> None:
    modules = sorted((ROOT / "generated").rglob("*.py"))
    assert modules
    for path in modules:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert (node.module or "").split(".")[0] in sys.stdlib_module_names
            if isinstance(node, ast.Import):
                assert {a.name.split(".")[0] for a in node.names} <= sys.stdlib_module_names
