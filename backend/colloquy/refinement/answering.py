"""A person's own answer: what they said, what became of it, and what changed since."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.comments.models import Comment
from colloquy.core.clock import now
from colloquy.refinement import answer_queries as queries
from colloquy.refinement.answer_schemas import (
    Fate,
    MyAnswer,
    PlainChange,
    PlainVersion,
    RoundPart,
    SaidRead,
    StepKind,
    StepRead,
    TheoryChange,
)
from colloquy.refinement.models import Consideration, Proposal, ProposalKind, ProposalState
from colloquy.refinement.passages import Passage, find_passages
from colloquy.rounds.models import Response, Round, RoundItem
from colloquy.rounds.policy import state_at
from colloquy.rounds.respondents import own_respondents_in_study
from colloquy.theory.models import MechanismVersion

# what has gone furthest tells the fate
_FATES: list[tuple[StepKind, Fate]] = [
    ("accepted", "accepted"),
    ("proposed", "in_discussion"),
    ("rejected", "rejected"),
    ("not_followed", "not_followed"),
]


@dataclass(frozen=True, slots=True)
class Fates:
    """What is known of what became of a member's words, by segment or document."""

    read_at: Mapping[UUID, datetime]
    cited_in: Mapping[UUID, Sequence[Proposal]]
    considered: Sequence[Consideration]
    changes: Mapping[UUID, PlainChange]


async def read_my_answer(session: AsyncSession, actor: Actor) -> MyAnswer:
    """The answer to the member who asks, about nobody else's words."""
    comments = await queries.comments(session, actor.study_id, actor.member_id)
    own = await own_respondents_in_study(session, actor.study_id, actor.member_id)
    responses = await queries.responses(session, actor.study_id, own)
    passages = await find_passages(session, actor, comments, responses)
    accepted = await queries.accepted(session, actor.study_id)
    changes = await _find_changes(session, accepted)
    fates = await _find_fates(session, actor, changes)
    titles = await queries.version_titles(
        session, {passage.version_id for passage in passages if passage.version_id}
    )
    mine = {one.id for proposals in fates.cited_in.values() for one in proposals}
    since = (await queries.member(session, actor.member_id)).created_at
    return MyAnswer(
        rounds=await _count_parts(session, actor, comments, responses),
        said=[_read_said(passage, fates, titles) for passage in passages],
        changes=[
            TheoryChange(
                at=one.decided_at,
                reason=one.decision_plain,
                change=changes[one.id],
                is_mine=one.id in mine,
            )
            for one in accepted
            if one.decided_at and one.decided_at >= since
        ],
    )


async def _find_changes(
    session: AsyncSession, accepted: Sequence[Proposal]
) -> dict[UUID, PlainChange]:
    """What each accepted proposal did, by proposal."""
    before, after = await queries.before_and_after(session, [one.id for one in accepted])
    befores: defaultdict[UUID, list[PlainVersion]] = defaultdict(list)
    afters: defaultdict[UUID, list[PlainVersion]] = defaultdict(list)
    for proposal_id, version in before:
        befores[proposal_id].append(_plain(version))
    for proposal_id, version in after:
        afters[proposal_id].append(_plain(version))
    return {
        one.id: PlainChange(
            kind=ProposalKind(one.kind), before=befores[one.id], after=afters[one.id]
        )
        for one in accepted
    }


async def _find_fates(
    session: AsyncSession, actor: Actor, changes: Mapping[UUID, PlainChange]
) -> Fates:
    cited_in: defaultdict[UUID, list[Proposal]] = defaultdict(list)
    for segment_id, proposal in await queries.citations(session, actor.member_id):
        cited_in[segment_id].append(proposal)
    return Fates(
        read_at=dict(await queries.first_read(session, actor.member_id)),
        cited_in=cited_in,
        considered=await queries.considerations(session, actor.member_id),
        changes=changes,
    )


async def _count_parts(
    session: AsyncSession,
    actor: Actor,
    comments: Sequence[Comment],
    responses: Sequence[tuple[Response, RoundItem, Round]],
) -> list[RoundPart]:
    ratings, votes, texts = Counter[UUID](), Counter[UUID](), Counter[UUID]()
    for response, _, round_ in responses:
        ratings[round_.id] += response.rating is not None or response.is_unable
        votes[round_.id] += response.vote is not None
        texts[round_.id] += bool(response.text)
    written = Counter(comment.place_id for comment in comments)
    moment = now()
    return [
        RoundPart(
            round_id=round_.id,
            title=round_.title,
            state=state_at(round_, moment),
            ratings=ratings[round_.id],
            votes=votes[round_.id],
            texts=texts[round_.id],
            comments=written[round_.id],
            finished_at=part.finished_at,
        )
        for part, round_ in await queries.participations(session, actor.study_id, actor.member_id)
    ]


def _read_said(passage: Passage, fates: Fates, titles: Mapping[UUID, str]) -> SaidRead:
    steps = sorted(_steps(passage, fates), key=lambda step: step.at)
    reached: set[StepKind] = {step.kind for step in steps if not _is_superseded(step, steps)}
    return SaidRead(
        id=passage.id,
        kind=passage.kind,
        words=passage.words,
        at=passage.at,
        place=passage.place,
        place_title=passage.place_title,
        about=titles.get(passage.version_id) if passage.version_id else None,
        moderation=passage.moderation,
        fate=_fate(reached),
        steps=steps,
    )


def _fate(reached: set[StepKind]) -> Fate:
    for kind, fate in _FATES:
        if kind in reached:
            return fate
    return "waiting"


def _steps(passage: Passage, fates: Fates) -> list[StepRead]:
    steps = [StepRead(kind="said", at=passage.at, reason="", change=None)]
    read = [fates.read_at[one] for one in passage.segment_ids if one in fates.read_at]
    if read:
        steps.append(StepRead(kind="read", at=min(read), reason="", change=None))
    cited = {
        proposal.id: proposal
        for segment_id in passage.segment_ids
        for proposal in fates.cited_in.get(segment_id, [])
    }
    for proposal in cited.values():
        steps += _steps_of(proposal, fates.changes)
    steps += [
        StepRead(kind="not_followed", at=one.created_at, reason=one.reason, change=None)
        for one in fates.considered
        if _is_about(one, passage)
    ]
    return steps


def _steps_of(proposal: Proposal, changes: Mapping[UUID, PlainChange]) -> list[StepRead]:
    steps = [StepRead(kind="proposed", at=proposal.created_at, reason="", change=None)]
    if proposal.decided_at:
        kind: StepKind = "accepted" if proposal.state == ProposalState.ACCEPTED else "rejected"
        steps.append(
            StepRead(
                kind=kind,
                at=proposal.decided_at,
                reason=proposal.decision_plain,
                change=changes.get(proposal.id),
            )
        )
    return steps


def _is_superseded(step: StepRead, steps: Sequence[StepRead]) -> bool:
    """A proposal that has been decided is no longer in discussion."""
    proposed = sum(one.kind == "proposed" for one in steps)
    decided = sum(one.kind in ("accepted", "rejected") for one in steps)
    return step.kind == "proposed" and decided >= proposed


def _is_about(consideration: Consideration, passage: Passage) -> bool:
    if consideration.segment_id:
        return consideration.segment_id in passage.segment_ids
    return consideration.document_id == passage.document_id


def _plain(version: MechanismVersion) -> PlainVersion:
    return PlainVersion(
        id=version.id, title=version.title, words=version.plain_summary or version.definition
    )
