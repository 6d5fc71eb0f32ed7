"""The round that follows: the same people, rule and anonymity, and what is still open."""

import re
import secrets
from collections.abc import Sequence
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, NotFound
from colloquy.methods.consensus import Outcome
from colloquy.rounds import policy
from colloquy.rounds.answering import next_queries
from colloquy.rounds.answering.next_schemas import NextItem, NextOffer, NextRound
from colloquy.rounds.models import ItemKind, Question, Round, RoundGroup, RoundItem, RoundState
from colloquy.rounds.plans import Plan, read_plan
from colloquy.rounds.results.figures import RatingResult, RoundItemResult
from colloquy.rounds.results.reading import read_results
from colloquy.rounds.running import queries as running_queries
from colloquy.rounds.showing import brief_of
from colloquy.studies.models import Study
from colloquy.theory.reading import current_versions
from colloquy.theory.service import read_versions

SETTLED = {
    Outcome.IN,
    Outcome.OUT,
    Outcome.APPROPRIATE,
    Outcome.INAPPROPRIATE,
    Outcome.AGREEMENT,
}
"""Verdicts after which nobody needs to be asked again."""

KEPT = (
    "study_id",
    "stage_id",
    "series_id",
    "introduction",
    "grace_minutes",
    "remind_hours",
    "rule",
    "rule_reason",
    "unable",
    "anonymity",
    "item_order",
    "is_real_time",
    "takes_statements",
    "statement_policy",
)
"""What the next round has from the one before, so that their results can be compared."""

ASKED_AGAIN = ("position", "kind", "prompt", "scale", "options", "at_most")

NUMBERED = re.compile(r" \(round \d+\)$")

ENDED = (
    "This series has ended and its key is destroyed, so no round can follow. "
    "Begin a new series instead."
)


async def offer_next_round(
    session: AsyncSession, actor: Actor, study: Study, round_: Round
) -> NextOffer:
    """What the round after a closed one would carry, or the round that follows it already."""
    items = (await read_results(session, actor, study, round_)).items
    wanted = undecided(items)
    after = await next_queries.follower(session, round_.id)
    return NextOffer(
        title=await _next_title(session, round_),
        follower=brief_of(after, now()) if after else None,
        obstacle=ENDED if await _has_ended(session, round_) else "",
        items=[
            NextItem(item_id=item.id, verdicts=_locked(item), is_open=item.id in wanted)
            for item in items
        ],
    )


async def make_next_round(
    session: AsyncSession, actor: Actor, study: Study, round_: Round, given: NextRound
) -> Round:
    """A draft that follows a closed round and carries what is still open, or what was picked."""
    await session.refresh(round_, with_for_update=True)
    if policy.state_at(round_, now()) != RoundState.CLOSED:
        raise Conflict("The next round can be made when this one has closed.")
    if after := await next_queries.follower(session, round_.id):
        raise Conflict(f"“{after.title}” follows this round already. Change that one.")
    if await _has_ended(session, round_):
        raise Conflict(ENDED)
    plan = await read_plan(session, round_)
    items = await _choose(session, actor, study, plan, given)
    draft = Round(
        **{name: getattr(round_, name) for name in KEPT},
        follows_id=round_.id,
        title=given.title or await _next_title(session, round_),
        order_seed=secrets.randbelow(2**31),
    )
    session.add(draft)
    await session.flush()
    session.add_all(RoundGroup(round_id=draft.id, group_id=each) for each in plan.group_ids)
    versions = await _newest(session, actor, items) if given.with_newest_versions else {}
    for position, item in enumerate(items):
        await _carry(session, draft, item, position, plan.questions.get(item.id, []), versions)
    record(
        session, actor, "round:round:created", draft.id, title=draft.title, follows=str(round_.id)
    )
    return draft


def undecided(items: Sequence[RoundItemResult]) -> set[UUID]:
    """The items that were rated and of which the locked rule has not made an end."""
    return {item.id for item in items if not SETTLED.issuperset(_locked(item))}


def _locked(item: RoundItemResult) -> list[Outcome]:
    return [
        verdict.outcome
        for result in item.questions
        if isinstance(result, RatingResult)
        for verdict in result.verdicts
        if verdict.is_locked
    ]


async def _next_title(session: AsyncSession, round_: Round) -> str:
    number = await next_queries.count_series(session, round_.series_id) + 1
    return f"{re.sub(NUMBERED, '', round_.title)} (round {number})"


async def _has_ended(session: AsyncSession, round_: Round) -> bool:
    key = await running_queries.key(session, round_.series_id)
    return policy.is_unlinkable(round_) and key is not None and key.secret is None


async def _choose(
    session: AsyncSession, actor: Actor, study: Study, plan: Plan, given: NextRound
) -> list[RoundItem]:
    if given.item_ids is None:
        wanted = undecided((await read_results(session, actor, study, plan.round_)).items)
    else:
        wanted = set(given.item_ids)
        if not wanted <= {item.id for item in plan.items}:
            raise NotFound("One of these items is not in this round.")
    return [item for item in plan.items if item.id in wanted]


async def _newest(
    session: AsyncSession, actor: Actor, items: Sequence[RoundItem]
) -> dict[UUID, UUID]:
    """By the version that was shown: the one that the mechanism has now, where it still lives.

    Only for whole versions: a part has other ids in another version.
    """
    shown = {item.version_id for item in items if item.version_id and item.kind == ItemKind.VERSION}
    before = await read_versions(session, actor.study_id, shown)
    current = await current_versions(session, actor.study_id)
    return {
        version_id: current[version.mechanism_id].id
        for version_id, version in before.items()
        if version.mechanism_id in current
    }


async def _carry(
    session: AsyncSession,
    draft: Round,
    item: RoundItem,
    position: int,
    questions: Sequence[Question],
    versions: dict[UUID, UUID],
) -> None:
    carried = RoundItem(
        round_id=draft.id,
        position=position,
        kind=item.kind,
        version_id=versions.get(item.version_id, item.version_id) if item.version_id else None,
        cmoc_id=item.cmoc_id,
        element_id=item.element_id,
        to_element_id=item.to_element_id,
        statement=item.statement,
        author_id=item.author_id,
        carried_from_id=item.id,
    )
    session.add(carried)
    await session.flush()
    session.add_all(
        Question(
            item_id=carried.id,
            carried_from_id=question.id,
            **{name: getattr(question, name) for name in ASKED_AGAIN},
        )
        for question in questions
    )
