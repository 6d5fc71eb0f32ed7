"""Rounds put together for reading: for the team that runs them, and for those who are asked."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.clock import now
from colloquy.core.errors import Conflict
from colloquy.methods.rules import Rule
from colloquy.rounds import policy, queries
from colloquy.rounds.answer_schemas import MyRound, MyRoundListed, ResponseRead, Standing
from colloquy.rounds.asking import read_question, seconds_for
from colloquy.rounds.figures import RoundItemResult, RoundResults
from colloquy.rounds.messages import when
from colloquy.rounds.models import (
    ItemKind,
    Participation,
    Response,
    Round,
    RoundItem,
    RoundState,
)
from colloquy.rounds.obstacles import obstacles
from colloquy.rounds.plans import Plan, in_panel, read_plan
from colloquy.rounds.results import Answers, Ledger, count_answers
from colloquy.rounds.schemas import (
    RoundBrief,
    RoundGroupProgress,
    RoundItemRead,
    RoundListed,
    RoundProgress,
    RoundRead,
)
from colloquy.studies.models import Study
from colloquy.studies.queries import groups as read_groups
from colloquy.studies.queries import members as read_members
from colloquy.theory.reading import read_versions


async def list_rounds(session: AsyncSession, study_id: UUID) -> list[RoundListed]:
    """Every round of a study for the team, newest first."""
    rounds = await queries.rounds(session, study_id)
    ids = [row.id for row in rounds]
    groups = await queries.group_ids(session, ids)
    items = await queries.count_items(session, ids)
    people = [member for member, _ in await read_members(session, study_id)]
    parts = await queries.participations(session, ids)
    finished = Counter(part.round_id for part in parts if part.finished_at)
    moment = now()
    return [
        RoundListed(
            **_brief(row, moment).model_dump(),
            stage_id=row.stage_id,
            opens_at=row.opens_at,
            opened_at=row.opened_at,
            items=items[row.id],
            asked=sum(in_panel(member, groups[row.id]) for member in people),
            finished=finished[row.id],
        )
        for row in rounds
    ]


async def read_round(session: AsyncSession, round_: Round) -> RoundRead:
    """A round as the team builds and runs it."""
    plan = await read_plan(session, round_)
    moment = now()
    return RoundRead(
        **_brief(round_, moment).model_dump(),
        stage_id=round_.stage_id,
        introduction=round_.introduction,
        opens_at=round_.opens_at,
        opened_at=round_.opened_at,
        rule=Rule(round_.rule),
        group_ids=sorted(plan.group_ids),
        items=await _read_items(session, plan),
        seconds=plan.seconds,
        asked=len(plan.people),
        obstacles=obstacles(plan, moment) if round_.state == RoundState.DRAFT else [],
    )


async def list_my_rounds(session: AsyncSession, actor: Actor) -> list[MyRoundListed]:
    """The rounds that were put before me, newest first."""
    if actor.group_id is None or not policy.is_asked(actor, {actor.group_id}):
        return []
    rounds = await queries.rounds_put_before(session, actor.study_id, actor.group_id)
    ids = [row.id for row in rounds]
    items: defaultdict[UUID, list[RoundItem]] = defaultdict(list)
    for item in await queries.items(session, ids):
        items[item.round_id].append(item)
    questions = await queries.questions(session, ids)
    answered = Counter(
        round_id
        for row, round_id in await queries.responses_of(session, ids, actor.member_id)
        if _says_something(row)
    )
    parts = await queries.participations_of(session, ids, actor.member_id)
    moment = now()
    return [
        MyRoundListed(
            **_brief(row, moment).model_dump(),
            standing=_standing(row, parts.get(row.id), moment),
            questions=sum(len(questions.get(item.id, [])) for item in items[row.id]),
            answered=answered[row.id],
            seconds=sum(seconds_for(item, questions.get(item.id, [])) for item in items[row.id]),
            finished_at=_finished(parts.get(row.id)),
        )
        for row in rounds
    ]


async def read_my_round(
    session: AsyncSession, actor: Actor, study: Study, round_: Round
) -> MyRound:
    """A round with what I have answered, and everything needed to go on without a connection."""
    plan = await read_plan(session, round_)
    answers = await queries.responses_of(session, [round_.id], actor.member_id)
    part = await queries.participation(session, round_.id, actor.member_id)
    moment = now()
    return MyRound(
        **_brief(round_, moment).model_dump(),
        introduction=round_.introduction,
        standing=_standing(round_, part, moment),
        items=await _read_items(session, plan),
        answers=[read_response(row) for row, _ in answers],
        seconds=plan.seconds,
        finished_at=_finished(part),
        suppress_below=study.suppress_below,
    )


async def read_progress(session: AsyncSession, round_: Round) -> RoundProgress:
    """Turnout, over all and by group in the study's order."""
    return await _progress(session, await read_plan(session, round_))


async def read_results(
    session: AsyncSession, actor: Actor, study: Study, round_: Round
) -> RoundResults:
    """What came of a round; before the close a `Conflict` for everybody, the team included."""
    moment = now()
    if policy.state_at(round_, moment) != RoundState.CLOSED:
        until = f" It closes on {when(round_.closes_at)}." if round_.closes_at else ""
        raise Conflict(f"Nobody sees results before the round has closed.{until}")
    plan = await read_plan(session, round_)
    items = await _read_items(session, plan)
    questions = {row.id: row for rows in plan.questions.values() for row in rows}
    rows: defaultdict[UUID, list[tuple[Response, UUID | None]]] = defaultdict(list)
    for response, group_id in await queries.responses(session, round_.id):
        rows[response.question_id].append((response, group_id))
    ledger = Ledger(
        group_ids=await _groups_in_order(session, plan),
        threshold=study.suppress_below,
        rule=Rule(round_.rule),
        names=await _names(session, study.id) if policy.sees_the_work(actor) else None,
    )
    return RoundResults(
        **_brief(round_, moment).model_dump(),
        rule=Rule(round_.rule),
        suppress_below=study.suppress_below,
        progress=await _progress(session, plan),
        items=[
            RoundItemResult(
                id=item.id,
                position=item.position,
                kind=item.kind,
                version=item.version,
                cmoc_id=item.cmoc_id,
                element_id=item.element_id,
                to_element_id=item.to_element_id,
                statement=item.statement,
                questions=[
                    count_answers(
                        Answers(
                            questions[asked.id], asked, rows[asked.id], _mine(rows[asked.id], actor)
                        ),
                        ledger,
                    )
                    for asked in item.questions
                ],
            )
            for item in items
        ],
    )


def read_response(row: Response) -> ResponseRead:
    """An answer as its giver sees it."""
    return ResponseRead.model_validate(row, from_attributes=True)


async def _read_items(session: AsyncSession, plan: Plan) -> list[RoundItemRead]:
    wanted = {item.version_id for item in plan.items if item.version_id}
    versions = await read_versions(session, plan.round_.study_id, wanted) if wanted else {}
    return [
        RoundItemRead(
            id=item.id,
            position=position,
            kind=ItemKind(item.kind),
            version=versions.get(item.version_id) if item.version_id else None,
            cmoc_id=item.cmoc_id,
            element_id=item.element_id,
            to_element_id=item.to_element_id,
            statement=item.statement,
            carried_from_id=item.carried_from_id,
            seconds=seconds_for(item, plan.questions.get(item.id, [])),
            questions=[read_question(row) for row in plan.questions.get(item.id, [])],
        )
        for position, item in enumerate(plan.items)
    ]


async def _progress(session: AsyncSession, plan: Plan) -> RoundProgress:
    parts = await queries.participations(session, [plan.round_.id])
    # who answered and then left the study was asked, and stays in the group they answered in
    of_whom = {member.id: member.group_id for member, _ in plan.people}
    of_whom |= {part.member_id: part.group_id for part in parts}
    asked = Counter(of_whom.values())
    begun = Counter(part.group_id for part in parts)
    finished = Counter(part.group_id for part in parts if part.finished_at)
    return RoundProgress(
        asked=len(of_whom),
        begun=len(parts),
        finished=finished.total(),
        groups=[
            RoundGroupProgress(
                group_id=group_id,
                asked=asked[group_id],
                begun=begun[group_id],
                finished=finished[group_id],
            )
            for group_id in await _groups_in_order(session, plan)
        ],
    )


async def _groups_in_order(session: AsyncSession, plan: Plan) -> list[UUID]:
    groups = await read_groups(session, plan.round_.study_id)
    return [group.id for group in groups if group.id in plan.group_ids]


async def _names(session: AsyncSession, study_id: UUID) -> Mapping[UUID, str]:
    return {member.id: member.display_name for member, _ in await read_members(session, study_id)}


def _mine(rows: Sequence[tuple[Response, UUID | None]], actor: Actor) -> ResponseRead | None:
    own = next((row for row, _ in rows if row.member_id == actor.member_id), None)
    return read_response(own) if own else None


def _brief(round_: Round, moment: datetime) -> RoundBrief:
    return RoundBrief(
        id=round_.id,
        title=round_.title,
        state=policy.state_at(round_, moment),
        closes_at=round_.closes_at,
        ended_at=policy.ended_at(round_, moment),
    )


def _standing(round_: Round, part: Participation | None, moment: datetime) -> Standing:
    if policy.state_at(round_, moment) == RoundState.CLOSED:
        return Standing.CLOSED
    return Standing.ANSWERED if _finished(part) else Standing.WAITING


def _finished(part: Participation | None) -> datetime | None:
    return part.finished_at if part else None


def _says_something(row: Response) -> bool:
    return row.is_unable or row.rating is not None or bool(row.vote or row.choices or row.text)
