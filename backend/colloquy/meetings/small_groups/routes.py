"""HTTP and the socket of shared notes: words come in by HTTP, and the socket tells of them."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, WebSocket
from pydantic import Base64UrlBytes

from colloquy.core.web import RuntimeDep, SessionDep
from colloquy.meetings.dependencies import Attendee, MeetingDep
from colloquy.meetings.small_groups import note_follower, notes, reading
from colloquy.meetings.small_groups.frames import NoteFrame
from colloquy.meetings.small_groups.schemas import (
    STATE_LIMIT,
    NoteAddition,
    NoteKept,
    NoteListed,
    NoteRead,
)

NOTE_RATE = "600/minute"

router = APIRouter(prefix="/api/studies/{study_id}/meetings", tags=["meetings"])
webhooks = APIRouter(tags=["meetings"])

Have = Annotated[
    Base64UrlBytes, Query(max_length=STATE_LIMIT, description="Yjs's state vector of the reader")
]


@webhooks.post("note")
async def note_frame(body: NoteFrame) -> None:
    """What the socket of a shared note says; declared here so that browsers get its types."""


@router.get("/{meeting_id}/small-groups/notes")
async def list_notes(meeting: MeetingDep, actor: Attendee, session: SessionDep) -> list[NoteListed]:
    """The notes that I may read, and for the chair how far each has come."""
    return await reading.list_notes(session, actor, meeting)


@router.get("/{meeting_id}/small-groups/{small_group_id}/note")
async def read_note(
    small_group_id: UUID,
    meeting: MeetingDep,
    actor: Attendee,
    session: SessionDep,
    have: Have = b"",
) -> NoteRead:
    """What I lack of a note; the socket goes on from its `seq`."""
    group = await notes.find_small_group(session, actor, meeting.id, small_group_id)
    return await notes.read(session, actor, group, have)


@router.post("/{meeting_id}/small-groups/{small_group_id}/note")
async def add_to_note(
    small_group_id: UUID,
    body: NoteAddition,
    meeting: MeetingDep,
    actor: Attendee,
    session: SessionDep,
    runtime: RuntimeDep,
) -> NoteKept:
    """Add to a note; the same addition sent again changes nothing."""
    await runtime.throttle.count(NOTE_RATE, "note", str(actor.member_id))
    group = await notes.find_small_group(session, actor, meeting.id, small_group_id)
    return await notes.add(session, actor, group.id, body)


@router.websocket("/{meeting_id}/small-groups/{small_group_id}/note/live")
async def follow_note(
    socket: WebSocket,
    study_id: UUID,
    meeting_id: UUID,
    small_group_id: UUID,
    runtime: RuntimeDep,
    after: int = 0,
) -> None:
    """Follow a note: what was added since `after`, then everything as it is kept."""
    wanted = note_follower.WantedNote(study_id, meeting_id, small_group_id, after)
    await note_follower.follow(socket, runtime, wanted)
