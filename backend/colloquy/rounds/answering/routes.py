"""HTTP: what a person who was asked may have besides answering."""

from uuid import UUID

from fastapi import APIRouter

from colloquy.core.web import RuntimeDep, SessionDep
from colloquy.people.dependencies import CurrentAccount
from colloquy.rounds.answering import copies, feedback_reading
from colloquy.rounds.answering.panel_schemas import LiveResult
from colloquy.rounds.dependencies import PutRoundDep
from colloquy.studies.dependencies import CurrentActor, StudyDep

router = APIRouter(prefix="/api/studies/{study_id}/rounds/{round_id}", tags=["rounds"])

COPIES = "3/hour"
"""How often a person may have their answers mailed: enough for a slip, too little to flood."""


@router.get("/items/{item_id}/result")
async def read_live_result(
    item_id: UUID, study: StudyDep, actor: CurrentActor, round_: PutRoundDep, session: SessionDep
) -> LiveResult:
    """What others have answered so far in a real-time round, once I have."""
    return await feedback_reading.read_live_result(session, actor, study, round_, item_id)


@router.post("/mine/mail", status_code=204)
async def mail_my_answers(
    account: CurrentAccount,
    study: StudyDep,
    actor: CurrentActor,
    round_: PutRoundDep,
    session: SessionDep,
    runtime: RuntimeDep,
) -> None:
    """Mail me my own answers."""
    await runtime.throttle.count(COPIES, "copy", str(actor.member_id), str(round_.id))
    await copies.mail_my_answers(session, actor, account, study, round_)
