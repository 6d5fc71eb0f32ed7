"""Secrets in links: random ones that are kept only as a hash, and signed ones that are not kept."""

import hashlib
import secrets
from typing import Any, cast

from itsdangerous import BadSignature, URLSafeSerializer

from colloquy.core.errors import NotFound


def new_token() -> str:
    """A secret of 256 random bits, fit for a URL."""
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """What the database keeps of a token: enough to know it again, not enough to use it.

    A plain SHA-256 suffices, since the token itself is random and long.
    """
    return hashlib.sha256(token.encode()).hexdigest()


LETTERS = "BCDFHJKMPRSTVWXZ"
"""What codes are made of: no letter that looks like another or like a figure, and no vowels, so that
no code is a word."""


def new_code(length: int) -> str:
    """A code that a person can read from a wall and type: four random bits a letter."""
    return "".join(secrets.choice(LETTERS) for _ in range(length))


def read_code(typed: str) -> str:
    """A typed code as it was made, whatever its case, spaces and hyphens."""
    return "".join(letter for letter in typed.upper() if letter.isalpha())


def sign(payload: dict[str, Any], *, key: str, purpose: str) -> str:
    """A text that carries `payload` and cannot be changed by whoever holds it."""
    return URLSafeSerializer(key, salt=purpose).dumps(payload)


def read_signed(text: str, *, key: str, purpose: str) -> dict[str, Any]:
    """The payload of a signed text; a forged one is `NotFound`."""
    try:
        return cast("dict[str, Any]", URLSafeSerializer(key, salt=purpose).loads(text))
    except BadSignature as error:
        raise NotFound(
            "This link is not one of ours. Please open it from the mail again."
        ) from error
