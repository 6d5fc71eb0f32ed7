"""Whose an answer is and what it answers, from one statement: nothing is asked for more often."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import Depends
from starlette.requests import HTTPConnection

from colloquy.access.actor import Actor
from colloquy.core.errors import NotFound
from colloquy.core.tokens import hash_token
from colloquy.core.web import SessionDep
from colloquy.people.dependencies import get_session_token
from colloquy.rounds import quick_queries
from colloquy.rounds.answering.saving import Asked
from colloquy.rounds.dependencies import get_standing, put_before, stand
from colloquy.rounds.models import Round
from colloquy.rounds.quick_queries import Answering
from colloquy.studies.dependencies import admit, get_actor, get_newcomer, greet


@dataclass(frozen=True, slots=True)
class Answer:
    """Who answers what in which round, which cannot close before the request ends."""

    actor: Actor
    round_: Round
    asked: Asked


async def get_answer(
    study_id: UUID,
    round_id: UUID,
    question_id: UUID,
    connection: HTTPConnection,
    session: SessionDep,
) -> Answer:
    """The question in the path, for those it was put before."""
    token = await get_session_token(connection)
    path = Answering(study_id, round_id, question_id)
    found = await quick_queries.answering(session, path, hash_token(token))
    if found is None:
        # something on the way is missing: go step by step, to say what
        actor = await get_actor(await get_newcomer(study_id, token, session))
        put_before(await get_standing(round_id, actor, session))
        raise NotFound("There is no such question in this round.")
    member, owes_consent, round_, was_asked, tries, question, part = found
    actor = admit(greet(member), owes_consent=owes_consent)
    return Answer(actor, put_before(stand(actor, round_, was_asked, tries)), Asked(question, part))


AnswerDep = Annotated[Answer, Depends(get_answer)]
