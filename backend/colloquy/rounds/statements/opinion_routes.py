"""HTTP: opinion groups of a round."""

from fastapi import APIRouter

from colloquy.core.web import RuntimeDep, SessionDep
from colloquy.rounds.dependencies import JudgedRoundDep
from colloquy.rounds.statements import opinions
from colloquy.rounds.statements.opinion_schemas import RoundOpinions
from colloquy.studies.dependencies import CurrentActor, StudyDep

router = APIRouter(prefix="/api/studies/{study_id}/rounds/{round_id}", tags=["opinions"])


@router.get("/opinions")
async def read_opinions(
    study: StudyDep,
    actor: CurrentActor,
    round_: JudgedRoundDep,
    session: SessionDep,
    runtime: RuntimeDep,
) -> RoundOpinions:
    """How people voted on the statements, by opinion group and by stakeholder group."""
    minimum = runtime.settings.opinion_minimum
    return await opinions.read_opinions(session, actor, study, round_, minimum)
