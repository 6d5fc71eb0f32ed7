"""The codebook, codings and excerpts put together for reading."""

from collections.abc import Collection
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.coding import policy, queries
from colloquy.coding.codebook import with_descendants
from colloquy.coding.models import Code, Coding, CodingStance
from colloquy.coding.schemas import (
    CodeNamed,
    CodeRead,
    CodingRead,
    DocumentCount,
    DocumentNamed,
    ExcerptFilter,
    ExcerptPage,
    ExcerptQuery,
    ExcerptRead,
    GroupCount,
)
from colloquy.methods.masking import Mask
from colloquy.methods.notation import Kind
from colloquy.studies.models import Member
from colloquy.texts.masking.reading import mask_for
from colloquy.texts.models import DocumentKind

AROUND = 160
"""How many code points of context an excerpt shows on either side."""


async def read_codebook(session: AsyncSession, study_id: UUID) -> list[CodeRead]:
    """Every code of the study, siblings in order; the tree is in `parent_id`."""
    counts = await queries.counts_by_code(session, study_id)
    return [
        _read_code(code, counts.get(code.id, 0)) for code in await queries.codes(session, study_id)
    ]


async def read_code(session: AsyncSession, code: Code) -> CodeRead:
    """One code."""
    counts = await queries.counts_by_code(session, code.study_id)
    return _read_code(code, counts.get(code.id, 0))


async def list_codings(session: AsyncSession, actor: Actor, document_id: UUID) -> list[CodingRead]:
    """A document's codings in the order they were made."""
    mask = await mask_for(session, actor)
    rows = await queries.codings_of_document(session, actor.study_id, document_id)
    texts = await queries.texts_of(session, document_id) if mask.hides else {}
    return [
        _read_coding(actor, coding, coder, _masked(coding, texts.get(coding.segment_id, ""), mask))
        for coding, coder in rows
    ]


async def read_coding(session: AsyncSession, actor: Actor, coding: Coding) -> CodingRead:
    """One coding."""
    coder = await queries.coder(session, coding.coder_id)
    return _read_coding(actor, coding, coder, (coding.start, coding.end, coding.quote))


async def count_codings(session: AsyncSession, study_id: UUID) -> list[DocumentCount]:
    """How much of each document is coded; documents without a coding are left out."""
    return [
        DocumentCount(document_id=document_id, codings=codings, orphans=orphans)
        for document_id, codings, orphans in await queries.counts_by_document(session, study_id)
    ]


async def excerpts(
    session: AsyncSession,
    actor: Actor,
    filters: ExcerptFilter | None = None,
    *,
    ids: Collection[UUID] | None = None,
) -> list[ExcerptRead]:
    """Every excerpt that a filter finds, or those of some codings, in the order of documents."""
    wanted = filters or ExcerptFilter()
    code_ids = await _branch(session, actor.study_id, wanted)
    found = await queries.excerpts(session, actor.study_id, wanted, code_ids=code_ids, ids=ids)
    mask = await mask_for(session, actor)
    return [_read_excerpt(one, mask) for one in found]


async def page_of_excerpts(session: AsyncSession, actor: Actor, asked: ExcerptQuery) -> ExcerptPage:
    """A part of what a filter finds, and who is heard in all of it."""
    study_id, mask = actor.study_id, await mask_for(session, actor)
    code_ids = await _branch(session, study_id, asked)
    heard = await queries.count_by_group(session, study_id, asked, code_ids=code_ids)
    found = await queries.excerpts(
        session, study_id, asked, code_ids=code_ids, offset=asked.offset, limit=asked.limit
    )
    return ExcerptPage(
        total=sum(group.excerpts for group in heard),
        excerpts=[_read_excerpt(one, mask) for one in found],
        by_group=[_read_group(group) for group in heard],
    )


async def _branch(session: AsyncSession, study_id: UUID, filters: ExcerptFilter) -> set[UUID]:
    if filters.code_id is None:
        return set()
    return with_descendants(await queries.codes(session, study_id), filters.code_id)


def _read_group(heard: queries.Heard) -> GroupCount:
    return GroupCount(
        group_id=heard.group_id,
        excerpts=heard.excerpts,
        people=heard.people,
        supports=heard.by_stance[CodingStance.SUPPORTS],
        challenges=heard.by_stance[CodingStance.CHALLENGES],
        refines=heard.by_stance[CodingStance.REFINES],
        extends=heard.by_stance[CodingStance.EXTENDS],
    )


def _read_excerpt(found: queries.Found, mask: Mask) -> ExcerptRead:
    coding, segment, document = found.coding, found.segment, found.document
    before, after = _around(coding, segment.text)
    _, _, quote = _masked(coding, segment.text, mask)
    return ExcerptRead(
        coding_id=coding.id,
        quote=quote,
        before=mask.text(before),
        after=mask.text(after),
        memo=coding.memo,
        code=CodeNamed.model_validate(found.code, from_attributes=True) if found.code else None,
        mechanism_id=coding.mechanism_id,
        version_id=coding.version_id,
        element=Kind(coding.element) if coding.element else None,
        stance=CodingStance(coding.stance) if coding.stance else None,
        document=DocumentNamed(
            id=document.id,
            kind=DocumentKind(document.kind),
            title=document.title,
            occurred_at=document.occurred_at,
        ),
        segment_id=segment.id,
        start_seconds=segment.start,
        speaker_label=found.speaker.label if found.speaker else None,
        member_id=found.speaker.member_id if found.speaker else None,
        group_id=found.member.group_id if found.member else None,
        coder_id=coding.coder_id,
        coder_name=found.coder.display_name,
        created_at=coding.created_at,
        is_orphan=coding.is_orphan,
    )


def _around(coding: Coding, text: str) -> tuple[str, str]:
    if coding.is_orphan:  # its places are of an earlier text
        return coding.prefix, coding.suffix
    before, after = text[: coding.start], text[coding.end :]
    return before[-AROUND:], after[:AROUND]


def _masked(coding: Coding, text: str, mask: Mask) -> tuple[int, int, str]:
    """Place and words of a coding as whoever may not read everything sees them."""
    if coding.is_orphan or not mask.hides:
        return coding.start, coding.end, mask.text(coding.quote)
    return mask.part(text, coding.start, coding.end)


def _read_coding(
    actor: Actor, coding: Coding, coder: Member, shown: tuple[int, int, str]
) -> CodingRead:
    start, end, quote = shown
    return CodingRead(
        id=coding.id,
        client_id=coding.client_id,
        document_id=coding.document_id,
        segment_id=coding.segment_id,
        start=start,
        end=end,
        quote=quote,
        is_orphan=coding.is_orphan,
        code_id=coding.code_id,
        mechanism_id=coding.mechanism_id,
        version_id=coding.version_id,
        element=Kind(coding.element) if coding.element else None,
        stance=CodingStance(coding.stance) if coding.stance else None,
        memo=coding.memo,
        coder_id=coding.coder_id,
        coder_name=coder.display_name,
        can_change=policy.can_change(actor, coding),
        created_at=coding.created_at,
    )


def _read_code(code: Code, count: int) -> CodeRead:
    return CodeRead(
        id=code.id,
        parent_id=code.parent_id,
        name=code.name,
        description=code.description,
        colour=code.colour,
        position=code.position,
        is_retired=policy.is_retired(code),
        coding_count=count,
    )
