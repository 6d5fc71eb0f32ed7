"""HTTP: the record of a meeting."""

from fastapi import APIRouter, Response

from colloquy.core.web import SessionDep
from colloquy.meetings.dependencies import Attendee, MeetingDep
from colloquy.meetings.record import reading
from colloquy.meetings.record.document import DOCX_TYPE, write_document
from colloquy.meetings.record.markdown import MARKDOWN_TYPE, write_markdown
from colloquy.meetings.record.schemas import MeetingVoice, Minutes

router = APIRouter(prefix="/api/studies/{study_id}/meetings", tags=["record"])


@router.get("/{meeting_id}/voice")
async def read_voice(meeting: MeetingDep, actor: Attendee, session: SessionDep) -> MeetingVoice:
    """Whether the groups were heard alike."""
    return await reading.read_voice(session, actor, meeting)


@router.get("/{meeting_id}/minutes")
async def read_minutes(
    meeting: MeetingDep, actor: Attendee, session: SessionDep, names: bool = False
) -> Minutes:
    """The minutes; without names, people are told by their group alone."""
    return await reading.read_minutes(session, actor, meeting, with_names=names)


@router.get("/{meeting_id}/minutes.docx", response_class=Response)
async def download_document(
    meeting: MeetingDep, actor: Attendee, session: SessionDep, names: bool = False
) -> Response:
    """The minutes as a Word document."""
    minutes = await reading.read_minutes(session, actor, meeting, with_names=names)
    return _file(write_document(minutes), DOCX_TYPE, "minutes.docx")


@router.get("/{meeting_id}/minutes.md", response_class=Response)
async def download_markdown(
    meeting: MeetingDep, actor: Attendee, session: SessionDep, names: bool = False
) -> Response:
    """The minutes as Markdown."""
    minutes = await reading.read_minutes(session, actor, meeting, with_names=names)
    return _file(write_markdown(minutes), MARKDOWN_TYPE, "minutes.md")


def _file(content: bytes, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)
