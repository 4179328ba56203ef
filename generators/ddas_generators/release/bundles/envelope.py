"""The envelope around a statement (DSSE): what is signed, by which key, and whether that is so.

An envelope is written in one way only, and read back only when it is written that way: every byte of the file counts.
"""

from __future__ import annotations

import base64
import binascii
import json

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ddas_generators.release.bundles.keys import key_id

__all__ = ["Envelope", "Signature", "make_envelope", "pre_authentication", "read_envelope", "signs"]

PAYLOAD_TYPE = "application/vnd.in-toto+json"


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """Which key signed, and the signature in base64."""

    keyid: str
    sig: str


class Envelope(msgspec.Struct, frozen=True, kw_only=True):
    """The envelope as it stands in the file. No signatures: it was not signed."""

    payload: str
    payloadType: str
    signatures: tuple[Signature, ...]

    @property
    def content(self) -> bytes:
        """What is in it."""
        return base64.b64decode(self.payload)


def make_envelope(content: bytes, key: Ed25519PrivateKey | None) -> bytes:
    """The file with ``content`` signed by ``key``; the same bytes each time. Without a key it is not signed."""
    signatures: tuple[Signature, ...] = ()
    if key is not None:
        made = key.sign(pre_authentication(PAYLOAD_TYPE, content))
        signatures = (Signature(keyid=key_id(key.public_key()), sig=_to_base64(made)),)
    return _write(Envelope(payload=_to_base64(content), payloadType=PAYLOAD_TYPE, signatures=signatures))


def read_envelope(file: bytes) -> Envelope | None:
    """The envelope in a file; None when a byte of it is not as ``make_envelope`` writes it."""
    try:
        envelope = msgspec.json.decode(file, type=Envelope)
        same = envelope.payload == _to_base64(envelope.content)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    ours = same and envelope.payloadType == PAYLOAD_TYPE and len(envelope.signatures) <= 1
    return envelope if ours and _write(envelope) == file else None


def signs(signature: Signature, envelope: Envelope, public: Ed25519PublicKey) -> bool:
    """Whether this signature is by the owner of ``public``, over the content of ``envelope``."""
    try:
        raw = base64.b64decode(signature.sig, validate=True)
        public.verify(raw, pre_authentication(envelope.payloadType, envelope.content))
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return _to_base64(raw) == signature.sig


def pre_authentication(payload_type: str, content: bytes) -> bytes:
    """The bytes that are signed (PAE of DSSE v1): type and content with their lengths, so that neither can shift."""
    kind = payload_type.encode()
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(content), content)


def _write(envelope: Envelope) -> bytes:
    text = json.dumps(msgspec.to_builtins(envelope), ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode()


def _to_base64(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")
