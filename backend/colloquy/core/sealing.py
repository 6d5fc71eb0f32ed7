"""Sealing words so that the database alone cannot read them.

The key is made of two halves: the server's own secret, which is not in the database, and a half
that is. Whoever destroys the second half makes everything sealed with it unreadable for good.
"""

import base64
import hashlib
import hmac
import secrets

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12


def new_half() -> str:
    """The half of a key that is kept in the database, and destroyed there."""
    return secrets.token_hex(32)


def seal(words: str, *, secret: str, half: str, about: str, size: int) -> str:
    """Seal words about something; all of one size look alike, however long they are."""
    padded = words.encode().ljust(size)
    if len(padded) > size:
        raise ValueError(f"What is sealed takes more than {size} bytes.")
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = AESGCM(_key(secret, half)).encrypt(nonce, padded, about.encode())
    return base64.b64encode(nonce + sealed).decode()


def unseal(sealed: str, *, secret: str, half: str, about: str) -> str:
    """The words that were sealed about this very thing."""
    raw = base64.b64decode(sealed)
    nonce, rest = raw[:NONCE_BYTES], raw[NONCE_BYTES:]
    return AESGCM(_key(secret, half)).decrypt(nonce, rest, about.encode()).decode().rstrip()


def _key(secret: str, half: str) -> bytes:
    return hmac.new(secret.encode(), f"seal:{half}".encode(), hashlib.sha256).digest()
