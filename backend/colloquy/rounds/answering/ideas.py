"""What the panel missed in a round, offered to the one that follows it."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.errors import Conflict, NotFound
from colloquy.rounds import queries
from colloquy.rounds.answering import next_queries
from colloquy.rounds.answering.next_schemas import IdeaRead, IdeaRefused, IdeaTaken, MyIdea
from colloquy.rounds.asking import make_question, usual_questions
from colloquy.rounds.models import (
    ItemKind,
    ItemStanding,
    Question,
    Response,
    Round,
    RoundItem,
    RoundState,
)
from colloquy.rounds.respondents import own_respondents
from colloquy.theory.service import read_versions

Idea = tuple[Response, Question, RoundItem]
"""An answer to “what is missing?” and what it was said about."""


async def list_ideas(session: AsyncSession, round_: Round) -> list[IdeaRead]:
    """What was missed in the round that this one follows, and what became of it here."""
    if round_.follows_id is None:
        return []
    return await _read(session, round_, await next_queries.ideas(session, round_.follows_id))


async def list_my_ideas(session: AsyncSession, round_: Round, member_id: UUID) -> list[MyIdea]:
    """What a member missed in the round before, as far as it can still be known that it is theirs."""
    before = (
        await queries.round_(session, round_.study_id, round_.follows_id)
        if round_.follows_id
        else None
    )
    if before is None:
        return []
    own = await own_respondents(session, [before], member_id)
    found = await next_queries.ideas(session, before.id)
    mine = await _read(session, round_, [row for row in found if row[0].respondent in own])
    return [MyIdea(**idea.model_dump(exclude={"group_id"})) for idea in mine]


async def _read(session: AsyncSession, round_: Round, found: Sequence[Idea]) -> list[IdeaRead]:
    made = await next_queries.items_made_of(session, round_.id, {row.id for row, _, _ in found})
    shown = {item.version_id for _, _, item in found if item.version_id}
    titles = await read_versions(session, round_.study_id, shown)
    return [
        IdeaRead(
            id=response.id,
            text=response.text.strip(),
            about=titles[item.version_id].title if item.version_id else item.statement,
            group_id=response.group_id,
            standing=ItemStanding(became.standing) if became else ItemStanding.WAITING,
            statement=became.statement if became else "",
            reason=became.standing_reason if became else "",
        )
        for response, _, item in found
        for became in [made.get(response.id)]
    ]


async def take_in(
    session: AsyncSession, actor: Actor, round_: Round, idea_id: UUID, given: IdeaTaken
) -> None:
    """Put an idea before the panel in these words, after the other items."""
    idea = await _find_waiting(session, round_, idea_id)
    item = await _make_item(session, actor, round_, idea)
    item.statement = given.statement
    session.add(item)
    questions = usual_questions(item) if given.questions is None else given.questions
    session.add_all(
        make_question(question, item, position) for position, question in enumerate(questions)
    )
    record(session, actor, "round:idea:taken", item.id, round=str(round_.id))


async def refuse(
    session: AsyncSession, actor: Actor, round_: Round, idea_id: UUID, given: IdeaRefused
) -> None:
    """Leave an idea out, and keep the reason for the person who gave it."""
    idea = await _find_waiting(session, round_, idea_id)
    item = await _make_item(session, actor, round_, idea)
    item.standing, item.standing_reason = ItemStanding.REFUSED, given.reason
    session.add(item)
    record(session, actor, "round:idea:refused", item.id, round=str(round_.id))


async def reconsider(session: AsyncSession, actor: Actor, round_: Round, idea_id: UUID) -> None:
    """Forget what was decided about an idea, so that it waits again."""
    await _lock_draft(session, round_)
    made = await next_queries.items_made_of(session, round_.id, {idea_id})
    if idea_id not in made:
        raise Conflict("Nobody has decided about this idea. Load the page again.")
    await session.delete(made[idea_id])
    record(session, actor, "round:idea:reconsidered", made[idea_id].id, round=str(round_.id))


async def _find_waiting(session: AsyncSession, round_: Round, idea_id: UUID) -> Response:
    await _lock_draft(session, round_)
    idea = None
    if round_.follows_id:
        found = await next_queries.ideas(session, round_.follows_id)
        idea = next((row for row, _, _ in found if row.id == idea_id), None)
    if idea is None:
        raise NotFound("There is no such idea in the round before.")
    if await next_queries.items_made_of(session, round_.id, {idea_id}):
        raise Conflict("Somebody has decided about this idea already. Load the page again.")
    return idea


async def _lock_draft(session: AsyncSession, round_: Round) -> None:
    await session.refresh(round_, with_for_update=True)
    if round_.state != RoundState.DRAFT:
        raise Conflict(
            "This round is no draft any more, so nothing can be decided about its ideas."
        )


async def _make_item(
    session: AsyncSession, actor: Actor, round_: Round, idea: Response
) -> RoundItem:
    item = RoundItem(
        round_id=round_.id,
        position=await queries.next_position(session, round_.id),
        kind=ItemKind.STATEMENT,
        statement=idea.text.strip(),
        author_id=idea.member_id,
        moderated_by=actor.member_id,
        # the idea's own id: it is decided about once, whoever presses at the same moment
        client_id=idea.id,
    )
    session.add(item)
    await session.flush()
    return item
