"""The results of a round put together, in a number of queries that does not grow with them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.clock import now
from colloquy.core.errors import Conflict
from colloquy.methods.rules import Rule
from colloquy.methods.scales import UnableToSay
from colloquy.methods.tallies import showable_groups
from colloquy.rounds import policy, queries
from colloquy.rounds.asking import scale_of
from colloquy.rounds.commenting.releasing import read_released
from colloquy.rounds.messages import when
from colloquy.rounds.models import ItemFinding, Round, RoundState
from colloquy.rounds.plans import read_plan
from colloquy.rounds.reading import read_progress
from colloquy.rounds.respondents import own_respondents
from colloquy.rounds.results import queries as results_queries
from colloquy.rounds.results.counting import count_answers
from colloquy.rounds.results.dissent import dissenting, minority_report
from colloquy.rounds.results.figures import (
    FindingRead,
    GroupTurnout,
    ItemOutcome,
    QuestionResult,
    QuoteRead,
    RatingResult,
    RoundItemResult,
    RoundResults,
    Turnout,
)
from colloquy.rounds.results.ledger import AnswerRow, Answers, Ledger, WrittenRow
from colloquy.rounds.schemas import RoundGroupProgress, RoundItemRead, RoundProgress
from colloquy.rounds.showing import brief_of, read_items, read_response
from colloquy.studies.models import Study
from colloquy.studies.queries import members as read_members


async def read_results(
    session: AsyncSession, actor: Actor, study: Study, round_: Round
) -> RoundResults:
    """What came of a round; before the close a `Conflict` for everybody, the team included."""
    refuse_unless_closed(round_)
    is_team = policy.sees_the_work(actor)
    found = await count_round(session, actor, study, round_, reads_words=is_team)
    if is_team or round_.feedback_at:
        items = await queries.items(session, [round_.id])
        said = await read_released(session, study, round_, items, actor.member_id)
        for item in found.items:
            item.comments = said.get(item.id, [])
    return found


async def count_round(
    session: AsyncSession, actor: Actor, study: Study, round_: Round, *, reads_words: bool
) -> RoundResults:
    """All answers as they stand, with the reader's own; the caller has seen to it who may read."""
    plan = await read_plan(session, round_)
    questions = {row.id: row for rows in plan.questions.values() for row in rows}
    rows: defaultdict[UUID, list[AnswerRow]] = defaultdict(list)
    for row in await results_queries.answers(session, [round_.id]):
        rows[row.question_id].append(row)
    words: defaultdict[UUID, list[WrittenRow]] = defaultdict(list)
    for each in await results_queries.written(session, round_.id):
        words[each.question_id].append(each)
    own = await own_respondents(session, [round_], actor.member_id)
    mine = {
        row.question_id: read_response(row)
        for row, _ in await queries.responses_of(session, [round_.id], own)
    }
    progress = await read_progress(session, round_)
    begun = _begun(progress)
    shown = showable_groups(begun, study.suppress_below)
    ledger = Ledger(
        group_ids=[group.group_id for group in progress.groups],
        threshold=study.suppress_below,
        rule=Rule(round_.rule),
        unable=UnableToSay(round_.unable),
        names=await _names(session, study.id) if reads_words else None,
        begun=begun,
        shown=shown,
    )
    findings = await results_queries.findings(session, round_.id)
    return RoundResults(
        **brief_of(round_, now()).model_dump(),
        rule=ledger.rule,
        rule_reason=round_.rule_reason,
        unable=ledger.unable,
        suppress_below=study.suppress_below,
        turnout=Turnout(
            asked=progress.asked,
            begun=progress.begun,
            finished=progress.finished,
            left=progress.left,
            late=sum(row.is_late for each in rows.values() for row in each),
            kept_aside=await results_queries.count_kept_aside(session, round_.id),
            groups=[_group_turnout(group, shown) for group in progress.groups],
        ),
        follows_id=round_.follows_id,
        feedback_at=round_.feedback_at,
        feedback_words=round_.feedback_words,
        items=[
            _read_item(
                item,
                [
                    Answers(
                        question=questions[asked.id],
                        shown_question=asked,
                        rows=rows[asked.id],
                        written=words[asked.id],
                        mine=mine.get(asked.id),
                    )
                    for asked in item.questions
                ],
                ledger,
                findings.get(item.id),
                is_told=round_.feedback_at is not None,
            )
            for item in await read_items(session, plan)
        ],
    )


def _read_item(
    item: RoundItemRead,
    answers: Sequence[Answers],
    ledger: Ledger,
    finding: ItemFinding | None,
    *,
    is_told: bool,
) -> RoundItemResult:
    results = [count_answers(each, ledger) for each in answers]
    rated = next((each for each in results if isinstance(each, RatingResult)), None)
    is_team = ledger.names is not None
    told = finding if is_told or is_team else None
    return RoundItemResult(
        id=item.id,
        position=item.position,
        kind=item.kind,
        version=item.version,
        cmoc_id=item.cmoc_id,
        element_id=item.element_id,
        to_element_id=item.to_element_id,
        statement=item.statement,
        carried_from_id=item.carried_from_id,
        outcome=ItemOutcome(told.outcome) if told else rated.outcome if rated else None,
        finding=FindingRead(outcome=ItemOutcome(told.outcome), words=told.words) if told else None,
        minority=_minority(answers, results, told.quoted_ids if told else [], is_team=is_team),
        comments=[],
        questions=results,
    )


def _minority(
    answers: Sequence[Answers],
    results: Sequence[QuestionResult],
    quoted: Collection[str],
    *,
    is_team: bool,
) -> list[QuoteRead]:
    people = {
        who
        for each, result in zip(answers, results, strict=True)
        if isinstance(result, RatingResult) and result.is_divided
        for who in dissenting(each.rows, scale_of(each.question), result.whole.median)
    }
    written = [row for each in answers for row in each.written]
    return minority_report(people, written, quoted, all_=is_team)


def refuse_unless_closed(round_: Round) -> None:
    """Raise `Conflict` while answers may still come in."""
    if policy.state_at(round_, now()) != RoundState.CLOSED:
        until = f" It closes on {when(round_.closes_at)}." if round_.closes_at else ""
        raise Conflict(f"Nobody sees results before the round has closed.{until}")


def _begun(progress: RoundProgress) -> dict[str, int]:
    """Those who took part by group; whoever was in none of the groups counts under an empty name."""
    begun = {str(group.group_id): group.begun for group in progress.groups}
    return begun | {"": progress.begun - sum(begun.values())}


def _group_turnout(group: RoundGroupProgress, shown: frozenset[str]) -> GroupTurnout:
    is_shown = group.begun == 0 or str(group.group_id) in shown
    return GroupTurnout(
        group_id=group.group_id, asked=group.asked, begun=group.begun if is_shown else None
    )


async def _names(session: AsyncSession, study_id: UUID) -> dict[UUID, str]:
    return {member.id: member.display_name for member, _ in await read_members(session, study_id)}
