"""Everything that a person said or wrote in a study, each thing said at one go as one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.comments.models import Comment
from colloquy.comments.reading import read_standing
from colloquy.comments.schemas import StandingRead
from colloquy.methods.masking import Mask
from colloquy.refinement import answer_queries as queries
from colloquy.refinement.answer_schemas import PlaceKind, SaidKind
from colloquy.rounds.models import Response, Round, RoundItem
from colloquy.texts.masking.reading import mask_for
from colloquy.texts.models import Document, DocumentKind, Segment

_KINDS: dict[str, SaidKind] = {
    DocumentKind.COMMENT: "comment",
    DocumentKind.ANSWER: "answer",
}
_PLACES: dict[str, PlaceKind] = {"round": "round", "meeting": "meeting", "workbench": "workbench"}


@dataclass(frozen=True, slots=True)
class Passage:
    """Something said at one go: neighbouring segments by the same person are one."""

    id: UUID
    kind: SaidKind
    words: str
    at: datetime
    place: PlaceKind
    place_title: str
    version_id: UUID | None
    document_id: UUID | None
    segment_ids: frozenset[UUID]
    moderation: StandingRead | None = None


async def find_passages(
    session: AsyncSession,
    actor: Actor,
    comments: Sequence[Comment],
    responses: Sequence[tuple[Response, RoundItem, Round]],
) -> list[Passage]:
    """Everything said, the latest first."""
    titles = await queries.titles(session, actor.study_id)
    mask = await mask_for(session, actor)
    where: dict[UUID | None, tuple[PlaceKind, str]] = {
        comment.id: (
            _PLACES[comment.place],
            titles.get(comment.place_id, "") if comment.place_id else "",
        )
        for comment in comments
    }
    decisions = await queries.decisions(session, [comment.id for comment in comments])
    standings = {
        comment.id: read_standing(comment, decisions.get(comment.id)) for comment in comments
    }
    where |= {response.id: ("round", round_.title) for response, _, round_ in responses}
    heard_at = await queries.heard_at(session, actor.study_id)
    runs: list[list[Segment]] = []
    documents: list[Document] = []
    for segment, document in await queries.said(session, actor.study_id, actor.member_id):
        if runs and _goes_on(runs[-1][-1], segment):
            runs[-1].append(segment)
        else:
            runs.append([segment])
            documents.append(document)
    passages = [
        _passage(
            run,
            document,
            where.get(document.origin_id, ("meeting", heard_at.get(document.id, document.title))),
            standings.get(document.origin_id) if document.origin_id else None,
            mask,
        )
        for run, document in zip(runs, documents, strict=True)
    ]
    written = {document.origin_id for document in documents}
    passages += [
        _unread(response, item, round_)
        for response, item, round_ in responses
        if response.text and response.id not in written
    ]
    passages += [
        _held(comment, where[comment.id], standings[comment.id])
        for comment in comments
        if comment.id not in written
    ]
    return sorted(passages, key=lambda passage: passage.at, reverse=True)


def _goes_on(last: Segment, segment: Segment) -> bool:
    return (last.document_id, last.position + 1, last.version_id) == (
        segment.document_id,
        segment.position,
        segment.version_id,
    )


def _passage(
    run: Sequence[Segment],
    document: Document,
    where: tuple[PlaceKind, str],
    moderation: StandingRead | None,
    mask: Mask,
) -> Passage:
    return Passage(
        id=run[0].id,
        kind=_KINDS.get(document.kind, "speech"),
        words=mask.text(" ".join(segment.text for segment in run)),
        at=(document.occurred_at or document.created_at) + timedelta(seconds=run[0].start or 0),
        place=where[0],
        place_title=where[1],
        version_id=run[0].version_id,
        document_id=document.id,
        segment_ids=frozenset(segment.id for segment in run),
        moderation=moderation,
    )


def _unread(response: Response, item: RoundItem, round_: Round) -> Passage:
    """A written answer that nobody reads before its round has closed."""
    return Passage(
        id=response.id,
        kind="answer",
        words=response.text,
        at=response.answered_at,
        place="round",
        place_title=round_.title,
        version_id=item.version_id,
        document_id=None,
        segment_ids=frozenset(),
    )


def _held(
    comment: Comment, where: tuple[PlaceKind, str], moderation: StandingRead | None
) -> Passage:
    """A comment that nobody reads before its round has closed."""
    return Passage(
        id=comment.id,
        kind="comment",
        words=comment.text,
        at=comment.created_at,
        place=where[0],
        place_title=where[1],
        version_id=comment.version_id,
        document_id=None,
        segment_ids=frozenset(),
        moderation=moderation,
    )
