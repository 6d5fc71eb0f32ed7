"""HTTP: a round that runs, for the team, and what its people take away from it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.web import RuntimeDep, SessionDep
from colloquy.rounds import reading
from colloquy.rounds.dependencies import PutRoundDep, RoundDep
from colloquy.rounds.running import on_behalf, reminding, scheduling, series
from colloquy.rounds.running import reading as running
from colloquy.rounds.running.calendar import write_calendar
from colloquy.rounds.running.mailing import Post
from colloquy.rounds.running.schemas import (
    Because,
    EntryIn,
    EntrySheet,
    Extension,
    Finishing,
    Reminded,
    Reminding,
    Resumption,
    RoundStandingRead,
)
from colloquy.rounds.schemas import RoundRead
from colloquy.studies.dependencies import CurrentActor, StudyDep, require

router = APIRouter(prefix="/api/studies/{study_id}/rounds/{round_id}", tags=["rounds"])

Runner = Annotated[Actor, Depends(require(Permission.ROUND_RUN))]
Observer = Annotated[Actor, Depends(require(Permission.ROUND_READ_PROGRESS))]


async def get_post(_actor: Runner, study: StudyDep, round_: RoundDep, runtime: RuntimeDep) -> Post:
    """The round in the path with what its mails need."""
    return Post(study, round_, runtime.settings)


PostDep = Annotated[Post, Depends(get_post)]


@router.get("/running")
async def read_running(
    _actor: Observer, round_: RoundDep, session: SessionDep
) -> RoundStandingRead:
    """How a round is run, and what was changed of it and why."""
    return await running.read_running(session, round_)


@router.post("/schedule")
async def schedule_round(actor: Runner, round_: RoundDep, session: SessionDep) -> RoundRead:
    """Lock a draft and let it open by itself at its time."""
    await scheduling.schedule_round(session, actor, round_)
    return await reading.read_round(session, round_)


@router.post("/take-back")
async def take_back(actor: Runner, round_: RoundDep, session: SessionDep) -> RoundRead:
    """Make a round that has not opened yet a draft again."""
    await scheduling.take_back(session, actor, round_)
    return await reading.read_round(session, round_)


@router.post("/extend")
async def extend_round(
    body: Extension, actor: Runner, post: PostDep, session: SessionDep
) -> RoundRead:
    """Close later, and tell the panel why."""
    await scheduling.extend_round(session, actor, post, body)
    return await reading.read_round(session, post.round_)


@router.post("/pause")
async def pause_round(
    body: Because, actor: Runner, post: PostDep, session: SessionDep
) -> RoundRead:
    """Take no answers for now, and tell the panel why."""
    await scheduling.pause_round(session, actor, post, body.reason)
    return await reading.read_round(session, post.round_)


@router.post("/resume")
async def resume_round(
    body: Resumption, actor: Runner, post: PostDep, session: SessionDep
) -> RoundRead:
    """Let a paused round go on."""
    await scheduling.resume_round(session, actor, post, body)
    return await reading.read_round(session, post.round_)


@router.post("/reminders")
async def remind(body: Reminding, actor: Runner, post: PostDep, session: SessionDep) -> Reminded:
    """Remind those who have not finished."""
    return await reminding.remind(session, actor, post, body.group_ids)


@router.post("/end-series")
async def end_series(actor: Runner, round_: RoundDep, session: SessionDep) -> RoundStandingRead:
    """Destroy the key that pairs a person's answers over the rounds of a series."""
    await series.end_series(session, actor, round_)
    return await running.read_running(session, round_)


@router.get("/people/{member_id}/entries")
async def read_entries(
    member_id: UUID, _actor: Runner, round_: RoundDep, session: SessionDep
) -> EntrySheet:
    """What was entered for a person."""
    return await on_behalf.read_sheet(session, round_, member_id)


@router.put("/people/{member_id}/entries/{question_id}")
async def enter_answer(
    member_id: UUID,
    question_id: UUID,
    body: EntryIn,
    actor: Runner,
    round_: RoundDep,
    session: SessionDep,
) -> EntrySheet:
    """Enter a person's answer for them."""
    await on_behalf.enter_answer(session, actor, round_, member_id, question_id, body)
    return await on_behalf.read_sheet(session, round_, member_id)


@router.post("/people/{member_id}/finish")
async def finish_for(
    member_id: UUID, body: Finishing, actor: Runner, round_: RoundDep, session: SessionDep
) -> EntrySheet:
    """Say for a person that they are done."""
    await on_behalf.finish_for(session, actor, round_, member_id, body.how)
    return await on_behalf.read_sheet(session, round_, member_id)


@router.get("/calendar.ics", response_class=Response)
async def read_calendar(
    _actor: CurrentActor, study: StudyDep, round_: PutRoundDep, runtime: RuntimeDep
) -> Response:
    """The closing time as a calendar file."""
    post = Post(study, round_, runtime.settings)
    text = write_calendar(round_, study=study.title, url=runtime.settings.base_url + post.landing)
    return Response(
        text,
        media_type="text/calendar",
        headers={"Content-Disposition": 'attachment; filename="round.ics"'},
    )
