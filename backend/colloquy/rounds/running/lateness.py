"""Answers that come after the end: kept aside and shown to their giver, never counted."""

from uuid import UUID, uuid4

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.clock import now
from colloquy.core.errors import Gone
from colloquy.core.ids import new_id
from colloquy.rounds import messages, policy
from colloquy.rounds.answering.schemas import ResponseIn
from colloquy.rounds.models import LateResponse, Question, Round
from colloquy.rounds.respondents import own_respondents
from colloquy.rounds.running import queries as running_queries


class KeptAside(Gone):
    """An answer after the end: it is not counted, but it is kept."""

    is_kept = True


async def keep_aside(
    session: AsyncSession, round_: Round, member_id: UUID, question: Question, given: ResponseIn
) -> None:
    """Keep a late answer, in the place of an earlier late one, and raise `KeptAside`."""
    ended = policy.ended_at(round_, now()) or now()
    refusal = KeptAside(
        f"This round closed on {messages.when(ended)}, so this could not be counted. We keep it "
        "aside. Everything you gave before that is safe."
    )
    own = await own_respondents(session, [round_], member_id)
    known = own - {str(member_id)} if policy.is_unlinkable(round_) else own
    if not known:  # the key is destroyed: nothing can be kept for anybody any more
        raise Gone(
            f"This round closed on {messages.when(ended)} and its series has ended, so this could "
            "not be counted or kept. Everything you gave before that is safe."
        )
    late = await running_queries.late_answer(session, question.id, known) or LateResponse(
        # an id of ours tells when it was made
        id=uuid4() if policy.is_unlinkable(round_) else new_id(),
        question_id=question.id,
        respondent=next(iter(known)),
        answer={},
        answered_at=now(),
    )
    late.answer = given.model_dump(mode="json")
    late.answered_at = min(given.answered_at, now())
    if policy.is_unlinkable(round_):
        late.created_at = late.answered_at = ended
        late.answer = late.answer | {"answered_at": ended.isoformat()}
    session.add(late)
    raise refusal
