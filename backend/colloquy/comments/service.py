"""Making, changing and taking back comments, and showing those that were held."""

from collections.abc import Sequence
from dataclasses import asdict
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.comments import moderating, policy, queries
from colloquy.comments.messages import CommentChanging, CommentMade, CommentOffered
from colloquy.comments.models import Comment, Place, Target
from colloquy.comments.schemas import CommentCreate, CommentUpdate
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Forbidden, Gone, Invalid, NotFound
from colloquy.core.events import announce
from colloquy.methods.anchors import Anchor, anchor
from colloquy.studies.models import Member
from colloquy.texts import service as texts
from colloquy.texts.making import DocumentDraft, SegmentDraft, make_documents
from colloquy.texts.models import Document, DocumentKind
from colloquy.theory.models import MechanismVersion
from colloquy.theory.policy import can_see_version
from colloquy.theory.service import find_version, read_versions

PARTS = ("definition", "plain_summary")


async def write_comment(session: AsyncSession, actor: Actor, given: CommentCreate) -> Comment:
    """Make a comment and the document to be coded from it; sent again, it is made once."""
    if known := await _sent_before(session, actor, given):
        return known
    if not policy.can_comment_at(actor, given.place):
        raise Forbidden("You can comment in a round or a meeting that you are part of.")
    version = await _version_spoken_of(session, actor, given)
    version_id = version.id if version else None
    if given.place_id and given.place != Place.WORKBENCH:
        await announce(
            session,
            CommentOffered(
                actor, given.place, given.place_id, given.target, given.target_id, version_id
            ),
        )
    comment = Comment(
        study_id=actor.study_id,
        member_id=actor.member_id,
        version_id=version_id,
        anchor=await _hold_words(session, given, version),
        shown_at=None if policy.is_held(given.place) else now(),
        **given.model_dump(exclude={"version_id", "anchor"}),
    )
    try:
        async with session.begin_nested():
            session.add(comment)
            await session.flush()
    except IntegrityError:  # the same comment came twice at once, and the other was first
        known = await _sent_before(session, actor, given)
        if known is None:
            raise
        return known
    if comment.shown_at:
        await _make_documents(session, actor.study_id, [comment])
    record(session, actor, "comments:comment:made", comment.id, place=given.place)
    await announce(session, _made(given, comment))
    return comment


async def edit_comment(
    session: AsyncSession, actor: Actor, comment: Comment, given: CommentUpdate
) -> Comment:
    """Change one's own words or stance, until they are cited.

    What a moderator decided was about other words, so the comment waits for them again.
    """
    await session.refresh(comment, with_for_update=True)  # against a decision at this moment
    if comment.withdrawn_at:
        raise Gone("You took this comment back, so it cannot be changed. You can write a new one.")
    document = await _changing(session, actor, comment)
    await moderating.wait_again(session, comment, given)
    if given.text is not None and given.text != comment.text:
        if document:
            await texts.rewrite_document(session, actor, document, given.text)
        comment.text = given.text
    if "stance" in given.model_fields_set:
        comment.stance = given.stance
    comment.edited_at = now()
    session.add(comment)
    record(session, actor, "comments:comment:edited", comment.id)
    return comment


async def withdraw_comment(session: AsyncSession, actor: Actor, comment: Comment) -> None:
    """Take one's own words back, until they are cited; doing it twice changes nothing."""
    if comment.withdrawn_at:
        return
    document = await _changing(session, actor, comment, takes_back=True)
    comment.withdrawn_at = now()
    session.add(comment)
    if document:
        await texts.withdraw_document(session, document)
    record(session, actor, "comments:comment:withdrawn", comment.id)


async def show_comments(session: AsyncSession, study_id: UUID, place_id: UUID) -> None:
    """Let the team read what was said in a round, and code it."""
    held = await queries.held_comments(session, place_id)
    for comment in held:
        comment.shown_at = now()
        session.add(comment)
    await _make_documents(session, study_id, held)


async def discard_comments(session: AsyncSession, place_id: UUID) -> int:
    """Erase what was said in a trial, which nobody has coded; returns how much it was."""
    return await queries.forget_comments(session, place_id)


async def find_comment(session: AsyncSession, actor: Actor, comment_id: UUID) -> Comment:
    """A comment of this study that the member may read, or `NotFound`."""
    comment = await queries.comment(session, actor.study_id, comment_id)
    if comment is None or not policy.can_read(actor, comment):
        raise NotFound("There is no such comment in this study.")
    return comment


async def _sent_before(session: AsyncSession, actor: Actor, given: CommentCreate) -> Comment | None:
    known = await queries.comment_of_client(session, given.client_id)
    if known is None:
        return None
    if known.study_id != actor.study_id or not policy.is_own(actor, known):
        raise Conflict("This comment could not be told from another. Please send it again.")
    return known


async def _version_spoken_of(
    session: AsyncSession, actor: Actor, given: CommentCreate
) -> MechanismVersion | None:
    version_id = given.target_id if given.target == Target.VERSION else given.version_id
    if version_id is None:
        return None
    version = await find_version(session, actor.study_id, version_id)
    # a round asks about drafts while it is tried out: it says itself what it asks, and whom
    if given.place != Place.ROUND and not can_see_version(actor, version):
        raise NotFound("There is no such version in this study.")
    return version


async def _hold_words(
    session: AsyncSession, given: CommentCreate, version: MechanismVersion | None
) -> dict[str, object] | None:
    if given.part is None:
        return None
    text = await _text_of_part(session, version, given.part) if version else None
    if text is None:
        raise Invalid("The words that you chose are not in this text. Your comment is not sent.")
    return asdict(_anchored(text, given)) if given.anchor else None


def _anchored(text: str, given: CommentCreate) -> Anchor:
    assert given.anchor  # noqa: S101 - the caller has looked
    try:
        return anchor(text, given.anchor.start, given.anchor.end)
    except ValueError as error:
        raise Invalid(
            "The words that you chose lie outside the text. Choose them again; your comment is kept."
        ) from error


async def _text_of_part(session: AsyncSession, version: MechanismVersion, part: str) -> str | None:
    if part in PARTS:
        return version.definition if part == "definition" else version.plain_summary
    try:
        element_id = UUID(part)
    except ValueError:
        return None
    return await queries.element_text(session, version.id, element_id)


async def _make_documents(session: AsyncSession, study_id: UUID, shown: Sequence[Comment]) -> None:
    """Make the documents to be coded from comments that others may read from now on."""
    authors = await queries.authors(session, {comment.member_id for comment in shown})
    versions = await read_versions(
        session, study_id, {comment.version_id for comment in shown if comment.version_id}
    )
    await make_documents(
        session,
        study_id,
        [
            _draft(
                comment,
                authors[comment.member_id],
                versions[comment.version_id] if comment.version_id else None,
            )
            for comment in shown
        ],
    )


def _draft(comment: Comment, author: Member, version: MechanismVersion | None) -> DocumentDraft:
    subject = f" on “{version.title}”" if version else ": a comment"
    return DocumentDraft(
        kind=DocumentKind.COMMENT,
        title=f"{author.display_name}{subject}",
        segments=[
            SegmentDraft(
                text=comment.text,
                speaker=author.display_name,
                version_id=comment.version_id,
                confidence=1.0,
            )
        ],
        origin_id=comment.id,
        stage_id=version.stage_id if version else None,
        occurred_at=comment.created_at,
        speakers={author.display_name: author.id},
    )


async def _changing(
    session: AsyncSession, actor: Actor, comment: Comment, *, takes_back: bool = False
) -> Document | None:
    """The document to change with the comment; a held comment has none yet."""
    if not policy.is_own(actor, comment):
        raise Forbidden("Only its writer can change a comment.")
    if comment.shown_at is None:
        return None
    document = await texts.find_document_made_from(session, actor.study_id, comment.id)
    await announce(
        session,
        CommentChanging(
            actor, comment.id, document.id, comment.place, comment.place_id, takes_back
        ),
    )
    return document


def _made(given: CommentCreate, comment: Comment) -> CommentMade:
    return CommentMade(
        comment_id=comment.id,
        study_id=comment.study_id,
        member_id=comment.member_id,
        place=given.place,
        place_id=comment.place_id,
        target=given.target,
        target_id=comment.target_id,
        text=comment.text,
        stance=given.stance,
    )
