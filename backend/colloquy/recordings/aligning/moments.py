"""Moments of a meeting that are easily heard in its recording, for somebody to click on."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.meetings.reading import agenda_spans, floor_turns, speakers
from colloquy.recordings.models import Recording
from colloquy.theory.queries import versions_of_study


class MeetingMoment(BaseModel):
    """Something that the meeting's log knows to the second: who began to speak, or what came on show."""

    at: datetime
    kind: Literal["floor", "shown"]
    label: str


async def read_moments(session: AsyncSession, recording: Recording) -> list[MeetingMoment]:
    """The moments of a recording's meeting in order; none where it belongs to no meeting."""
    if recording.meeting_id is None:
        return []
    names = await speakers(session, recording.meeting_id)
    spans = await agenda_spans(session, recording.meeting_id)
    titles = await _titles(session, recording.study_id) if spans else {}
    moments = [
        MeetingMoment(at=turn.start, kind="floor", label=names.get(turn.member_id, ""))
        for turn in await floor_turns(session, recording.meeting_id)
    ]
    moments += [
        MeetingMoment(at=span.start, kind="shown", label=titles[span.version_id])
        for span in spans
        if span.version_id in titles
    ]
    return sorted(moments, key=lambda moment: moment.at)


async def _titles(session: AsyncSession, study_id: UUID) -> dict[UUID | None, str]:
    versions = await versions_of_study(session, study_id, frozen_only=False)
    return {version.id: version.title for version in versions}
