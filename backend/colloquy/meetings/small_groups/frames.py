"""What the socket of a shared note says and hears; it only tells, words come in by HTTP."""

from base64 import urlsafe_b64encode
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, PlainSerializer, TypeAdapter

from colloquy.meetings.envelope import Envelope
from colloquy.meetings.facts import Fact
from colloquy.meetings.messages import Hello, Ping, Pong, Refused, Reload

PROTOCOL = 1

Place = Annotated[str, Field(max_length=200)]
"""A place in the text that stays with the words around it, in Yjs's own writing."""


Packed = Annotated[
    bytes,
    PlainSerializer(lambda data: urlsafe_b64encode(data).decode(), str, when_used="json"),
]
"""Bytes that leave as text."""


class NoteUpdated(Fact):
    """Something was added to the note; the browser's Yjs merges it."""

    type: Literal["note_updated"]
    seq: int
    update: Packed


class NoteFrozen(Fact):
    """Everybody has been called back: nothing is added to the note any more."""

    type: Literal["note_frozen"]


class CursorMoved(Fact):
    """Where somebody is in the note; null: they have left it. It is told and never kept."""

    type: Literal["cursor_moved"]
    connection: str
    member_id: UUID
    name: str
    anchor: Place | None
    head: Place | None


NoteFrame = Annotated[
    Hello | Reload | NoteUpdated | NoteFrozen | CursorMoved | Pong | Refused,
    Field(discriminator="type"),
]


class SayCursor(Fact):
    """The browser says where its writer is."""

    type: Literal["presence"]
    anchor: Place | None
    head: Place | None


WriterFrame = Annotated[Ping | SayCursor, Field(discriminator="type")]
WRITER_FRAME: TypeAdapter[WriterFrame] = TypeAdapter(WriterFrame)


def note_channel(small_group_id: UUID) -> str:
    """The hub's channel of a note."""
    return f"small-group:{small_group_id}:note"


def enclose(frame: NoteUpdated | NoteFrozen | CursorMoved) -> str:
    """The message that carries a frame through the hub, as text whatever its bytes."""
    seq = frame.seq if isinstance(frame, NoteUpdated) else 0
    subject = frame.connection if isinstance(frame, CursorMoved) else ""
    return Envelope(seq, frame.type, subject, frame.model_dump_json()).pack()
