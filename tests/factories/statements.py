"""Statements that the panel votes on, writes and has moderated, through HTTP as browsers do."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import update
from sqlmodel import col

from colloquy.rounds.models import Round
from tests.factories.rounds import (
    a_draft_round,
    a_statement,
    answer_url,
    body,
    open_draft,
    url_of,
)
from tests.factories.studies import Person, Study
from tests.support.lab import ok

STATEMENTS = ("Every meeting needs a carer.", "Trust takes time to build.", "We need shared notes.")


async def a_statement_round(
    study: Study,
    texts: Sequence[str] = STATEMENTS,
    *,
    groups: Sequence[int] = (0, 1),
    **settings: Any,
) -> Round:
    """An open round of statements to vote on, which takes those of the panel."""
    round_ = await a_draft_round(study, [a_statement(text) for text in texts], groups=groups)
    values = {"takes_statements": True, "statement_policy": "One idea in each."} | settings
    async with study.lab.writing() as session:
        await session.exec(update(Round).where(col(Round.id) == round_.id).values(**values))
    return await open_draft(study, round_)


async def write(
    study: Study, round_: Round, person: Person, text: str, *, status: int = 201, **changes: Any
) -> dict[str, Any]:
    """A panel member sends a statement in."""
    given = {"client_id": str(uuid4()), "text": text} | changes
    sent = await person.client.post(url_of(study, round_, "/statements"), json=given)
    return ok(sent, status).json()


async def decide(
    study: Study,
    round_: Round,
    statement: dict[str, Any],
    person: Person | None = None,
    *,
    status: int = 200,
    **given: Any,
) -> dict[str, Any]:
    """A moderator accepts what they see, unless told otherwise."""
    seen = {"seen_standing": statement["standing"], "seen_text": statement["text"]}
    url = url_of(study, round_, f"/statements/{statement['item_id']}/standing")
    client = (person or study.facilitator).client
    return ok(await client.put(url, json={"standing": "shown"} | seen | given), status).json()


async def my_statements(study: Study, round_: Round, person: Person) -> dict[str, Any]:
    """What a panel member is shown of the statements."""
    return ok(await person.client.get(url_of(study, round_, "/statements/mine"))).json()


async def questions_by_item(study: Study, round_: Round, person: Person) -> dict[str, UUID]:
    """What is voted on, by statement, as the person's browser knows it."""
    mine = ok(await person.client.get(url_of(study, round_, "/mine"))).json()
    return {item["id"]: UUID(item["questions"][0]["id"]) for item in mine["items"]}


async def vote(study: Study, round_: Round, person: Person, item_id: str, given: str) -> None:
    """A panel member votes on a statement."""
    question = (await questions_by_item(study, round_, person))[item_id]
    ok(await person.client.put(answer_url(study, round_, question), json=body(vote=given)))
