"""HTTP: what came of a round, what the team makes of it, and what the panel is told."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.web import RuntimeDep, SessionDep
from colloquy.rounds.dependencies import JudgedRoundDep, RoundDep
from colloquy.rounds.results import comparison, feedback, findings
from colloquy.rounds.results import reading as results_reading
from colloquy.rounds.results.comparison_schemas import RoundComparison
from colloquy.rounds.results.figures import FeedbackIn, FeedbackRead, FindingIn, RoundResults
from colloquy.studies.dependencies import CurrentActor, StudyDep, require

router = APIRouter(prefix="/api/studies/{study_id}/rounds/{round_id}", tags=["rounds"])

Builder = Annotated[Actor, Depends(require(Permission.ROUND_BUILD))]
Runner = Annotated[Actor, Depends(require(Permission.ROUND_RUN))]


@router.get("/results")
async def read_results(
    study: StudyDep, actor: CurrentActor, round_: JudgedRoundDep, session: SessionDep
) -> RoundResults:
    """What came of a closed round."""
    return await results_reading.read_results(session, actor, study, round_)


@router.get("/comparison")
async def read_comparison(
    study: StudyDep, round_: JudgedRoundDep, session: SessionDep
) -> RoundComparison | None:
    """What changed since the round before."""
    return await comparison.read_comparison(session, study, round_)


@router.put("/items/{item_id}/finding")
async def set_finding(
    item_id: UUID,
    body: FindingIn,
    study: StudyDep,
    actor: Builder,
    round_: RoundDep,
    session: SessionDep,
) -> RoundResults:
    """Say what came of an item."""
    await findings.set_finding(session, actor, round_, item_id, body)
    return await results_reading.read_results(session, actor, study, round_)


@router.delete("/items/{item_id}/finding")
async def clear_finding(
    item_id: UUID, study: StudyDep, actor: Builder, round_: RoundDep, session: SessionDep
) -> RoundResults:
    """Go back to what the rule says."""
    await findings.clear_finding(session, actor, round_, item_id)
    return await results_reading.read_results(session, actor, study, round_)


@router.put("/feedback")
async def publish_feedback(
    body: FeedbackIn,
    study: StudyDep,
    actor: Runner,
    round_: RoundDep,
    session: SessionDep,
    runtime: RuntimeDep,
) -> FeedbackRead:
    """Tell the panel what came of the round."""
    return await feedback.publish_feedback(
        session, actor, study, round_, body.words, runtime.settings
    )
