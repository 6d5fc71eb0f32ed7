"""Coding passages."""

from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.coding import policy, queries
from colloquy.coding.codebook import find_usable_code
from colloquy.coding.holding import put
from colloquy.coding.messages import CodingRemoving
from colloquy.coding.models import Coding
from colloquy.coding.schemas import CodingCreate, CodingUpdate
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Forbidden, Gone, Invalid, NotFound
from colloquy.core.events import announce
from colloquy.methods.anchors import Anchor, anchor
from colloquy.recordings.messages import WordsWanted
from colloquy.texts.service import find_segment


async def code_passage(session: AsyncSession, actor: Actor, given: CodingCreate) -> Coding:
    """Put a code, a mechanism or both on a passage; sent again, it is coded once."""
    if known := await _sent_before(session, actor, given):
        return known
    segment, document = await find_segment(session, actor.study_id, given.segment_id)
    if given.code_id:
        await find_usable_code(session, actor.study_id, given.code_id)
    held = _hold(segment.text, given.start, given.end)
    if given.quote is not None and given.quote != held.quote:
        raise Conflict(
            "These words have been edited since you opened the document. Load it again, then "
            "select the words anew."
        )
    coding = Coding(
        study_id=actor.study_id,
        document_id=document.id,
        segment_id=segment.id,
        start=held.start,
        end=held.end,
        quote=held.quote,
        prefix=held.prefix,
        suffix=held.suffix,
        coder_id=actor.member_id,
        version_id=await _version_now(session, actor, given.mechanism_id),
        **given.model_dump(exclude={"segment_id", "start", "end", "quote"}),
    )
    try:
        async with session.begin_nested():
            session.add(coding)
            await session.flush()
    except IntegrityError:  # the same coding came twice at once, and the other was first
        known = await _sent_before(session, actor, given)
        if known is None:
            raise
        return known
    record(session, actor, "coding:passage:coded", coding.id, segment=str(segment.id))
    return coding


async def update_coding(
    session: AsyncSession, actor: Actor, coding: Coding, given: CodingUpdate
) -> Coding:
    """Change what a coding says or where it stands; its mechanism's present version is recorded."""
    _refuse_others(actor, coding)
    if coding.removed_at:
        raise Gone("This coding was removed. Undo that first.")
    if given.model_fields_set - {"memo"}:
        await announce(session, CodingRemoving(actor, coding.id))
    if given.code_id and given.code_id != coding.code_id:
        await find_usable_code(session, actor.study_id, given.code_id)
    if given.start is not None and given.end is not None:
        segment, _ = await find_segment(session, actor.study_id, coding.segment_id)
        put(coding, _hold(segment.text, given.start, given.end))
    changes = given.model_dump(exclude_unset=True, exclude={"start", "end"})
    if "mechanism_id" in changes and given.mechanism_id != coding.mechanism_id:
        coding.version_id = await _version_now(session, actor, given.mechanism_id)
    for name, value in changes.items():
        setattr(coding, name, "" if name == "memo" and value is None else value)
    if coding.code_id is None and coding.mechanism_id is None:
        raise Invalid("A coding needs a code or a mechanism. Remove it if it has neither.")
    session.add(coding)
    record(
        session, actor, "coding:passage:recoded", coding.id, fields=sorted(given.model_fields_set)
    )
    return coding


async def remove_coding(session: AsyncSession, actor: Actor, coding: Coding) -> None:
    """Take a coding away, unless it is cited; it can be put back, and twice changes nothing."""
    _refuse_others(actor, coding)
    if coding.removed_at:
        return
    await announce(session, CodingRemoving(actor, coding.id))
    coding.removed_at = now()
    session.add(coding)
    record(session, actor, "coding:passage:removed", coding.id)


async def restore_coding(session: AsyncSession, actor: Actor, coding: Coding) -> Coding:
    """Put a removed coding back as it was."""
    _refuse_others(actor, coding)
    if coding.removed_at:
        coding.removed_at = None
        session.add(coding)
        record(session, actor, "coding:passage:restored", coding.id)
    return coding


async def find_coding(session: AsyncSession, study_id: UUID, coding_id: UUID) -> Coding:
    """A coding of this study, removed or not, or `NotFound`."""
    coding = await queries.coding(session, study_id, coding_id)
    if coding is None:
        raise NotFound("There is no such coding in this study.")
    return coding


async def add_codes(session: AsyncSession, event: WordsWanted) -> None:
    """The names of codes are words that a recording of the study may hold."""
    codes = await queries.codes(session, event.study_id)
    event.words.extend(code.name for code in codes if code.retired_at is None)


async def _sent_before(session: AsyncSession, actor: Actor, given: CodingCreate) -> Coding | None:
    known = await queries.coding_of_client(session, given.client_id)
    if known and (known.study_id, known.coder_id) != (actor.study_id, actor.member_id):
        raise Conflict("This coding could not be told from another. Please code the words again.")
    return known


async def _version_now(
    session: AsyncSession, actor: Actor, mechanism_id: UUID | None
) -> UUID | None:
    if mechanism_id is None:
        return None
    version = await queries.newest_version(session, actor.study_id, mechanism_id)
    if version is None:
        raise NotFound("There is no such mechanism in this study.")
    return version.id


def _hold(text: str, start: int, end: int) -> Anchor:
    try:
        return anchor(text, start, end)
    except ValueError as error:
        raise Invalid("These words are outside the passage. Please select them again.") from error


def _refuse_others(actor: Actor, coding: Coding) -> None:
    if not policy.can_change(actor, coding):
        raise Forbidden("Only its coder or a study lead can change a coding.")
