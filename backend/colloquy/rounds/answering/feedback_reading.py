"""What came of items, for those who are asked about them: before, and while a round runs."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, NotFound
from colloquy.rounds import policy, queries
from colloquy.rounds.answering.panel_schemas import CarriedItem, CarriedQuestion, LiveResult
from colloquy.rounds.commenting.releasing import read_released
from colloquy.rounds.commenting.schemas import ReleasedComment
from colloquy.rounds.models import Round, RoundItem, RoundState
from colloquy.rounds.plans import Plan
from colloquy.rounds.results.figures import (
    ChoiceResult,
    QuestionResult,
    RatingResult,
    RoundItemResult,
    TextResult,
    VoteResult,
)
from colloquy.rounds.results.reading import count_round
from colloquy.studies.models import Study


async def read_carried(
    session: AsyncSession, actor: Actor, study: Study, plan: Plan
) -> list[CarriedItem]:
    """What came of the carried items in the round before, with the reader's own answers then."""
    before = await _round_before(session, plan.round_)
    if before is None or not any(item.carried_from_id for item in plan.items):
        return []
    found = await count_round(session, actor, study, before, reads_words=False)
    results = {item.id: item for item in found.items}
    carried = [
        (item, results[item.carried_from_id])
        for item in plan.items
        if item.carried_from_id and item.carried_from_id in results
    ]
    kept = {result.id for _, result in carried}
    items = [item for item in await queries.items(session, [before.id]) if item.id in kept]
    said = await read_released(session, study, before, items, actor.member_id)
    return [
        _carried(plan, item, result, before, said.get(result.id, [])) for item, result in carried
    ]


async def read_live_result(
    session: AsyncSession, actor: Actor, study: Study, round_: Round, item_id: UUID
) -> LiveResult:
    """What others have answered so far, once the reader has; only where the round is real-time.

    Until enough people have answered nothing is shown, as for a group that is too small.
    """
    is_closed = policy.state_at(round_, now()) == RoundState.CLOSED
    if not round_.is_real_time and not is_closed:
        raise Conflict("Nobody sees results before the round has closed.")
    found = await count_round(session, actor, study, round_, reads_words=False)
    item = next((each for each in found.items if each.id == item_id), None)
    if item is None:
        raise NotFound("There is no such item in this round.")
    if not is_closed and not _has_answered(item):
        raise Conflict("Answer this first. Then you see what others have said.")
    answered = max((_count(result) for result in item.questions), default=0)
    return LiveResult(
        answered=answered,
        needed=study.suppress_below,
        item=item if answered >= study.suppress_below else None,
    )


async def _round_before(session: AsyncSession, round_: Round) -> Round | None:
    if round_.follows_id is None:
        return None
    before = await queries.round_(session, round_.study_id, round_.follows_id)
    is_closed = before is not None and policy.state_at(before, now()) == RoundState.CLOSED
    return before if is_closed else None


def _carried(
    plan: Plan,
    item: RoundItem,
    found: RoundItemResult,
    before: Round,
    said: list[ReleasedComment],
) -> CarriedItem:
    results = {result.question.id: result for result in found.questions}
    was = found.version.id if found.version else None
    return CarriedItem(
        item_id=item.id,
        round_title=before.title,
        version_before_id=was if was != item.version_id else None,
        questions=[
            CarriedQuestion(question_id=row.id, result=results[row.carried_from_id])
            for row in plan.questions.get(item.id, [])
            if row.carried_from_id and row.carried_from_id in results
        ],
        comments=said,
    )


def _has_answered(item: RoundItemResult) -> bool:
    """Every question answered that can be pressed; words are asked for, never demanded."""
    pressed = [result for result in item.questions if not isinstance(result, TextResult)]
    return bool(item.questions) and all(result.mine for result in pressed or item.questions)


def _count(result: QuestionResult) -> int:
    match result:
        case RatingResult():
            return result.whole.rated + result.whole.unable
        case VoteResult():
            return result.whole.agree + result.whole.disagree + result.whole.passed
        case ChoiceResult():
            return result.whole.answered
        case TextResult():
            return result.written
