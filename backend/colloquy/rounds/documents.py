"""Written answers become documents when a round closes, so that they can be coded."""

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.rounds import queries
from colloquy.rounds.models import Question, Response, Round, RoundItem
from colloquy.studies.queries import members
from colloquy.texts.making import DocumentDraft, SegmentDraft, make_documents
from colloquy.texts.models import DocumentKind

NOBODY = "A panel member"
"""Who spoke in an unlinkable round."""


async def write_documents(session: AsyncSession, round_: Round) -> None:
    """One document for each answer in words, with its writer as the speaker."""
    answers = await queries.written_answers(session, round_.id)
    if not answers:
        return
    items = {item.id: item for item in await queries.items(session, [round_.id])}
    asked = {
        question.id: question
        for rows in (await queries.questions(session, [round_.id])).values()
        for question in rows
    }
    names = {
        member.id: member.display_name for member, _ in await members(session, round_.study_id)
    }
    await make_documents(
        session,
        round_.study_id,
        [
            _draft(
                round_,
                answer,
                names[answer.member_id] if answer.member_id else NOBODY,
                question,
                items[question.item_id],
            )
            for answer in answers
            for question in [asked[answer.question_id]]
        ],
    )


def _draft(
    round_: Round, answer: Response, name: str, question: Question, item: RoundItem
) -> DocumentDraft:
    return DocumentDraft(
        kind=DocumentKind.ANSWER,
        title=f"{name} in “{round_.title}”: {question.prompt}",
        segments=[
            SegmentDraft(
                text=answer.text.strip(), speaker=name, version_id=item.version_id, confidence=1.0
            )
        ],
        origin_id=answer.id,
        stage_id=round_.stage_id,
        occurred_at=answer.answered_at,
        speakers={name: answer.member_id},
    )
