"""Carrying a question from a poll into a round, and from a round to the room."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.carrying import queries
from colloquy.carrying.queries import Asked
from colloquy.carrying.schemas import AskableQuestion, CarriedRead, CarryIn, PutToRoom
from colloquy.carrying.translating import (
    IN_THE_ROOM,
    choices_for_room,
    for_round,
    scale_for_room,
)
from colloquy.core.errors import NotFound
from colloquy.core.runtime import Runtime
from colloquy.meetings.commands import obey
from colloquy.meetings.models import AgendaItem, Meeting
from colloquy.meetings.polling.questions import read_question
from colloquy.meetings.polling.schemas import OpenSharedPoll
from colloquy.rounds.building.items import create_round
from colloquy.rounds.building.sharing import ask_shared
from colloquy.rounds.models import ItemKind, QuestionKind, Round
from colloquy.rounds.schemas import RoundCreate, RoundItemIn
from colloquy.rounds.service import find_round
from colloquy.theory.service import read_versions


async def carry_to_round(
    session: AsyncSession, actor: Actor, meeting: Meeting, poll_id: UUID, wanted: CarryIn
) -> CarriedRead:
    """Ask a poll's question in a draft: the same words, scale and options, about the same thing."""
    poll = await queries.find_poll(session, meeting.id, poll_id)
    if poll is None:
        raise NotFound("There is no such poll in this meeting.")
    round_ = await _find_draft(session, actor, meeting, wanted)
    point = await session.get(AgendaItem, poll.agenda_item_id) if poll.agenda_item_id else None
    version_id = point.version_id if point else None
    question = for_round(read_question(poll), has_version=version_id is not None)
    given = RoundItemIn(
        kind=ItemKind.VERSION if version_id else ItemKind.TEXT,
        version_id=version_id,
        statement="" if version_id else (point.title if point else poll.prompt),
        questions=[question],
    )
    asked = await ask_shared(session, actor, round_, given, poll.shared_id)
    record(session, actor, "meeting:poll:carried", poll.id, round=str(round_.id))
    return CarriedRead(round_id=round_.id, item_id=asked.item_id, question_id=asked.id)


async def _find_draft(
    session: AsyncSession, actor: Actor, meeting: Meeting, wanted: CarryIn
) -> Round:
    if wanted.round_id:
        return await find_round(session, actor.study_id, wanted.round_id)
    draft = RoundCreate(
        title=wanted.title or meeting.title,
        stage_id=meeting.stage_id,
        group_ids=[UUID(group_id) for group_id in meeting.group_ids],
    )
    return await create_round(session, actor, draft)


async def put_to_room(
    session: AsyncSession,
    runtime: Runtime,
    actor: Actor,
    meeting: Meeting,
    question_id: UUID,
    given: PutToRoom,
) -> int:
    """Open a poll with a round's question; answers the number of the event."""
    asked = await _find_asked(session, actor, question_id)
    question = asked.question
    question.shared_id = question.shared_id or question.id
    session.add(question)
    command = OpenSharedPoll(
        type="open_poll",
        kind=IN_THE_ROOM[QuestionKind(question.kind)],
        prompt=question.prompt,
        choices=choices_for_room(question),
        scale=scale_for_room(question),
        at_most=question.at_most,
        shared_id=question.shared_id,
        **given.model_dump(),
    )
    return await obey(session, runtime.hub, runtime.settings, actor, meeting.id, command)


async def list_askable(session: AsyncSession, actor: Actor) -> list[AskableQuestion]:
    """The questions of rounds that can be put to a room, of the newest round first."""
    asked = await queries.asked_in_rounds(session, actor.study_id)
    wanted = {each.item.version_id for each in asked if each.item.version_id}
    versions = await read_versions(session, actor.study_id, wanted)
    titles = {version_id: version.title for version_id, version in versions.items()}
    return [
        AskableQuestion(
            question_id=each.question.id,
            round_title=each.round_.title,
            about=titles[each.item.version_id] if each.item.version_id else each.item.statement,
            version_id=each.item.version_id,
            kind=IN_THE_ROOM[QuestionKind(each.question.kind)],
            prompt=each.question.prompt,
        )
        for each in asked
    ]


async def _find_asked(session: AsyncSession, actor: Actor, question_id: UUID) -> Asked:
    for asked in await queries.asked_in_rounds(session, actor.study_id):
        if asked.question.id == question_id:
            return asked
    raise NotFound("No round has put this question before the panel yet.")
