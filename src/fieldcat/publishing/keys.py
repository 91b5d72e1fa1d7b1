"""A publisher's private keys: ed25519, each in a file of its own, sealed with a passphrase."""

from __future__ import annotations

import hashlib
import os
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from msgspec import Meta, Struct
from securesystemslib.signer import CryptoSigner

from fieldcat.errors import KeysError

ENDING = ".key"
SHORTEST_PASSPHRASE = 12

_COST = 2**15
"""Of scrypt: 32 MB and a tenth of a second for each guess."""
_MEMORY = 64 * 1024 * 1024


class _KeyFile(Struct, frozen=True):
    fieldcat: Literal["private key"]
    format: Literal[1]
    name: Annotated[str, Meta(pattern=r"^[a-z0-9-]{1,40}\Z")]
    keyid: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
    cost: Annotated[int, Meta(ge=2, le=2**20)]
    salt: str
    nonce: str
    sealed: str


def new_key(name: str) -> CryptoSigner:
    """A key that nobody has had; ``name`` goes with its public part, for people to read."""
    signer = CryptoSigner.generate_ed25519()
    signer.public_key.unrecognized_fields["x-fieldcat-name"] = name
    return signer


def sealed_key(name: str, signer: CryptoSigner, passphrase: str) -> bytes:
    """The key as a file that is worth nothing without the passphrase.

    Raises:
        KeysError: the passphrase is too short.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise KeysError("too short a passphrase", reason="weak", least=SHORTEST_PASSPHRASE)
    salt, nonce = os.urandom(16), os.urandom(12)
    cipher = ChaCha20Poly1305(_stretched(passphrase, salt, _COST))
    sealed = cipher.encrypt(nonce, signer.private_bytes, name.encode())
    keyid = signer.public_key.keyid
    file = _KeyFile(
        "private key",
        1,
        name,
        keyid,
        _COST,
        *(b64encode(b).decode() for b in (salt, nonce, sealed)),
    )
    return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"


def opened_key(path: Path, passphrase: str) -> CryptoSigner:
    """The key that a file holds.

    Raises:
        KeysError: the passphrase is another, or the file is missing or damaged.
    """
    name = path.stem
    try:
        file = msgspec.json.decode(path.read_bytes(), type=_KeyFile)
        salt, nonce, sealed = (b64decode(text) for text in (file.salt, file.nonce, file.sealed))
        cipher = ChaCha20Poly1305(_stretched(passphrase, salt, file.cost))
        private = cipher.decrypt(nonce, sealed, file.name.encode())
        signer = CryptoSigner(load_pem_private_key(private, None))
    except FileNotFoundError as error:
        raise KeysError(str(error), reason="missing", key=name, path=str(path)) from error
    except InvalidTag as error:
        raise KeysError("not opened", reason="passphrase", key=name, path=str(path)) from error
    except (OSError, ValueError, msgspec.DecodeError) as error:
        raise KeysError(str(error), reason="damaged", key=name, path=str(path)) from error
    if signer.public_key.keyid != file.keyid:
        raise KeysError("another key", reason="damaged", key=name, path=str(path))
    signer.public_key.unrecognized_fields["x-fieldcat-name"] = file.name
    return signer


def _stretched(passphrase: str, salt: bytes, cost: int) -> bytes:
    return hashlib.scrypt(
        passphrase.encode(), salt=salt, n=cost, r=8, p=1, maxmem=_MEMORY, dklen=32
    )
