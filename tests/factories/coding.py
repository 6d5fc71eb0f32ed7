"""Codes and codings, as researchers make them."""

from typing import Any
from uuid import uuid4

from colloquy.texts.models import Segment
from tests.factories.studies import Person, Study
from tests.support.lab import ok


async def a_code(study: Study, name: str = "Power", **changes: Any) -> Any:
    """A code in the codebook."""
    body = {"name": name, **changes}
    return ok(await study.researcher.client.post(f"{study.url}/codes", json=body), 201).json()


def on_words(segment: Segment, words: str, **changes: Any) -> dict[str, Any]:
    """The body of a coding of some words of a segment."""
    start = segment.text.index(words)
    return {
        "client_id": str(uuid4()),
        "segment_id": str(segment.id),
        "start": start,
        "end": start + len(words),
        "quote": words,
        **changes,
    }


async def a_coding(
    study: Study, segment: Segment, words: str, by: Person | None = None, **changes: Any
) -> Any:
    """Coded words."""
    coder = by or study.researcher
    body = on_words(segment, words, **changes)
    return ok(await coder.client.post(f"{study.url}/codings", json=body), 201).json()
