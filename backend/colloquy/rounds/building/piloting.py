"""Trying a round out with named people before anybody is asked; then forgetting what they said."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.comments.queries import held_comments
from colloquy.comments.service import discard_comments
from colloquy.core import mail
from colloquy.core.clock import now
from colloquy.core.errors import Invalid, NotFound
from colloquy.people.models import Account
from colloquy.people.service import make_link
from colloquy.rounds import messages, policy, queries
from colloquy.rounds.building import pilot_queries
from colloquy.rounds.building.items import lock_draft
from colloquy.rounds.building.obstacles import trial_obstacles
from colloquy.rounds.building.pilot_schemas import PilotPerson, PilotRead, PilotWords
from colloquy.rounds.models import Question, Response, Round, RoundState
from colloquy.rounds.plans import read_plan
from colloquy.rounds.running.mailing import Post
from colloquy.studies.models import Member, MemberState
from colloquy.studies.queries import members as read_members

People = Sequence[tuple[Member, Account]]


async def name_pilots(
    session: AsyncSession, actor: Actor, round_: Round, member_ids: Collection[UUID]
) -> None:
    """Name who tries a draft out: active members of the study, of the panel or of the team."""
    await lock_draft(session, round_)
    wanted = set(member_ids)
    known = {member.id for member, _ in await _active(session, round_.study_id)}
    if not wanted <= known:
        raise NotFound("Somebody you named is not, or is no longer, in this study.")
    await pilot_queries.name_pilots(session, round_.id, wanted)
    record(session, actor, "round:pilots:named", round_.id, people=len(wanted))


async def start_pilot(session: AsyncSession, actor: Actor, post: Post) -> None:
    """Let the named people answer, and mail them; nothing is frozen and nothing counts."""
    round_ = post.round_
    await session.refresh(round_, with_for_update=True)
    policy.expect(round_, now(), RoundState.DRAFT, to="tried out")
    plan = await read_plan(session, round_)
    people = await _pilots(session, round_)
    if found := trial_obstacles(plan, len(people)):
        raise Invalid("The round cannot be tried out yet. " + " ".join(found))
    round_.state = RoundState.PILOT
    session.add(round_)
    for member, account in people:
        await _mail(session, post, member, account)
    record(session, actor, "round:pilot:started", round_.id, people=len(people))


async def reset_pilot(session: AsyncSession, actor: Actor, round_: Round) -> None:
    """End a trial: the round is a draft again, and what was answered and said in it is gone."""
    await session.refresh(round_, with_for_update=True)
    policy.expect(round_, now(), RoundState.PILOT, to="reset")
    answered = len(await pilot_queries.answers(session, round_.id))
    await pilot_queries.forget_answers(session, round_.id)
    comments = await discard_comments(session, round_.id)
    round_.state = RoundState.DRAFT
    session.add(round_)
    record(session, actor, "round:pilot:reset", round_.id, answers=answered, comments=comments)


async def read_pilot(session: AsyncSession, round_: Round) -> PilotRead:
    """How a trial goes: who answered how much in what time, and what they wrote."""
    if round_.state != RoundState.PILOT:
        raise NotFound("This round is not being tried out.")
    people = await _pilots(session, round_)
    names = {member.id: member.display_name for member, _ in people}
    given = await pilot_queries.answers(session, round_.id)
    by_person: defaultdict[UUID, list[Response]] = defaultdict(list)
    for response, _ in given:
        if response.member_id:
            by_person[response.member_id].append(response)
    parts = {part.member_id: part for part in await queries.participations(session, [round_.id])}
    asked = (await read_plan(session, round_)).questions
    return PilotRead(
        questions=sum(len(rows) for rows in asked.values()),
        people=[
            PilotPerson(
                member_id=member.id,
                name=member.display_name,
                answered=len(by_person[member.id]),
                seconds=_seconds(by_person[member.id]),
                finished_at=parts[member.id].finished_at if member.id in parts else None,
            )
            for member, _ in people
        ],
        words=[*_written(given, names), *await _said(session, round_, names)],
    )


def _written(
    given: Sequence[tuple[Response, Question]], names: dict[UUID, str]
) -> list[PilotWords]:
    return [
        PilotWords(
            name=names.get(response.member_id, "") if response.member_id else "",
            prompt=question.prompt,
            text=response.text,
        )
        for response, question in given
        if response.text
    ]


async def _said(session: AsyncSession, round_: Round, names: dict[UUID, str]) -> list[PilotWords]:
    return [
        PilotWords(name=names.get(comment.member_id, ""), prompt="", text=comment.text)
        for comment in await held_comments(session, round_.id)
    ]


def _seconds(answers: Sequence[Response]) -> int | None:
    moments = [answer.answered_at for answer in answers]
    return round((max(moments) - min(moments)).total_seconds()) if len(moments) > 1 else None


async def _pilots(session: AsyncSession, round_: Round) -> People:
    named = await queries.pilot_ids(session, round_.id)
    return [each for each in await _active(session, round_.study_id) if each[0].id in named]


async def _active(session: AsyncSession, study_id: UUID) -> People:
    everybody = await read_members(session, study_id)
    return [each for each in everybody if each[0].state == MemberState.ACTIVE]


async def _mail(session: AsyncSession, post: Post, member: Member, account: Account) -> None:
    subject, body = messages.trial_begun(
        name=member.display_name,
        study=post.study.title,
        title=post.round_.title,
        link=await make_link(session, account.id, post.settings, landing=post.landing),
        days=post.settings.link_days,
    )
    await mail.post(session, recipient=account.email, subject=subject, body=body)
