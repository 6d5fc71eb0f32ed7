"""Comments made in a round, their moderation, and the round that follows, as browsers send them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col

from colloquy.rounds.models import Anonymity, Round
from colloquy.rounds.queries import items as read_items
from colloquy.rounds.schemas import RoundItemIn
from tests.factories.comments import said
from tests.factories.rounds import (
    a_draft_round,
    a_rating,
    answer,
    close,
    open_draft,
    questions_of,
    url_of,
)
from tests.factories.studies import Person, Study
from tests.support.lab import ok

STATEMENTS = ("Every meeting needs a carer.", "Trust takes time to build.")


async def an_answered_round(
    study: Study,
    items: Sequence[RoundItemIn] | None = None,
    *,
    anonymity: Anonymity = Anonymity.PSEUDONYMOUS,
    more: tuple[int, int] = (2, 2),
) -> Round:
    """An open round on two statements that everybody has rated, and nobody alike.

    Its groups have three people each, unless more or fewer are added.
    """
    for group, count in enumerate(more):
        await study.add_panel(group, count)
    asked = items or [RoundItemIn(statement=text, questions=[a_rating()]) for text in STATEMENTS]
    draft = await a_draft_round(study, asked, groups=(0, 1))
    async with study.lab.writing() as session:
        await session.exec(
            update(Round).where(col(Round.id) == draft.id).values(anonymity=anonymity)
        )
    round_ = await open_draft(study, draft)
    for question in await questions_of(study, round_):
        for place, person in enumerate(study.panel):
            await answer(study, round_, question, person, 2 if place % 2 else 9)
    return round_


async def item_ids(study: Study, round_: Round) -> list[UUID]:
    """The items of a round, in order."""
    async with study.lab.runtime.reading() as session:
        return [item.id for item in await read_items(session, [round_.id])]


async def comment_on(
    study: Study, round_: Round, person: Person, text: str, *, item: int = 0, **changes: Any
) -> dict[str, Any]:
    """A panel member comments on an item of an open round."""
    target = (await item_ids(study, round_))[item]
    body = said(target, text, target="statement", place="round", place_id=str(round_.id))
    return ok(await person.client.post(f"{study.url}/comments", json=body | changes), 201).json()


async def a_round_talked_about(
    study: Study, *texts: str, **changes: Any
) -> tuple[Round, list[dict[str, Any]]]:
    """A closed round with these comments on its first statement, each by another person."""
    round_ = await an_answered_round(study, **changes)
    made = [
        await comment_on(study, round_, study.panel[place % len(study.panel)], text)
        for place, text in enumerate(texts)
    ]
    await close(study, round_)
    return round_, made


async def queue(study: Study, round_: Round, person: Person | None = None) -> dict[str, Any]:
    """What the moderators of a round see."""
    client = (person or study.facilitator).client
    return ok(await client.get(url_of(study, round_, "/comments"))).json()


async def moderated(study: Study, round_: Round) -> dict[str, dict[str, Any]]:
    """Every comment as moderators see it, by id."""
    items = (await queue(study, round_))["items"]
    return {row["id"]: row for item in items for row in item["comments"]}


async def decide(
    study: Study,
    round_: Round,
    comment: dict[str, Any],
    person: Person | None = None,
    *,
    status: int = 200,
    **given: Any,
) -> dict[str, Any]:
    """A moderator releases what they see, unless told otherwise."""
    seen = {
        "seen_standing": comment.get("standing", "waiting"),
        "seen_words": comment.get("words", comment["text"]),
    }
    url = url_of(study, round_, f"/comments/{comment['id']}/standing")
    client = (person or study.facilitator).client
    return ok(await client.put(url, json={"standing": "released"} | seen | given), status).json()


async def draft_next(study: Study, round_: Round, **body: Any) -> dict[str, Any]:
    """The draft of the round that follows."""
    sent = await study.facilitator.client.post(url_of(study, round_, "/next"), json=body)
    return ok(sent, 201).json()


async def open_next(study: Study, round_: Round, **body: Any) -> str:
    """The round that follows, open: its address."""
    url = f"{study.url}/rounds/{(await draft_next(study, round_, **body))['id']}"
    client = study.facilitator.client
    ok(await client.patch(url, json={"closes_at": "2030-01-01T12:00:00Z"}))
    ok(await client.post(f"{url}/open"))
    return url


async def carried(url: str, person: Person, item: int = 0) -> list[dict[str, Any]]:
    """The comments that a person reads under an item of the round that follows."""
    mine = ok(await person.client.get(f"{url}/mine")).json()
    return mine["carried"][item]["comments"]
