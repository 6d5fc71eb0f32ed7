"""The wall put together: what follows from the log, and what stands beside it."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.clock import now
from colloquy.core.settings import Settings
from colloquy.meetings import log, queries
from colloquy.meetings.models import Meeting, ProjectorKey
from colloquy.meetings.polling.queries import count_votes
from colloquy.meetings.projection import policy
from colloquy.meetings.projection.schemas import WallMechanism, WallRead
from colloquy.meetings.projection.view import project
from colloquy.meetings.state import LiveState, fold
from colloquy.studies.models import Study
from colloquy.studies.queries import groups
from colloquy.studies.schemas import GroupRead
from colloquy.theory.reading import read_versions


async def read_wall(
    session: AsyncSession, key: ProjectorKey, meeting: Meeting, settings: Settings, state: LiveState
) -> WallRead:
    """The wall of a meeting in this state."""
    voted = await count_votes(session, meeting.id)
    study = await session.get_one(Study, meeting.study_id)
    return WallRead(
        **dict(project(state, shows_hands=key.shows_hands)),
        type="wall",
        now=now(),
        title=meeting.title,
        place=meeting.place,
        planned_for=meeting.planned_for,
        code=None if state.phase == "ended" else meeting.code,
        door=f"{settings.base_url}/join",
        mechanism=await _mechanism(session, meeting.study_id, state),
        voted=voted.get(state.open_poll.id, 0) if state.open_poll else None,
        groups=[
            GroupRead.model_validate(group, from_attributes=True)
            for group in await groups(session, meeting.study_id)
        ],
        is_rehearsal=study.rehearses_id is not None,
    )


async def read_on(
    session: AsyncSession, meeting_id: UUID, state: LiveState, *, after: int
) -> tuple[LiveState, int]:
    """The state after what the wall may see of the log since a number, and the newest number."""
    for row in await queries.events(session, meeting_id, after=after):
        after = row.seq
        if policy.can_see(row.type):
            state = fold(state, log.as_event(row))
    return state, after


async def _mechanism(
    session: AsyncSession, study_id: UUID, state: LiveState
) -> WallMechanism | None:
    """The words on show; a version has been frozen before it can be shown."""
    item = state.item(state.shown.item_id) if state.shown else None
    if item is None or item.version_id is None:
        return None
    found = await read_versions(session, study_id, {item.version_id})
    version = found.get(item.version_id)
    if version is None or not version.is_frozen:
        return None
    return WallMechanism(
        title=version.title,
        plain_summary=version.plain_summary,
        definition=version.definition,
        cmocs=version.cmocs,
    )
