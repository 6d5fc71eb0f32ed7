"""HTTP: comments."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.comments import reading, service
from colloquy.comments.models import Comment
from colloquy.comments.schemas import CommentCreate, CommentFilter, CommentRead, CommentUpdate
from colloquy.core.web import SessionDep
from colloquy.studies.dependencies import require

router = APIRouter(prefix="/api/studies/{study_id}/comments", tags=["comments"])

Writer = Annotated[Actor, Depends(require(Permission.COMMENT_WRITE))]


async def get_comment(comment_id: UUID, actor: Writer, session: SessionDep) -> Comment:
    """The comment in the path, if the member may read it."""
    return await service.find_comment(session, actor, comment_id)


CommentDep = Annotated[Comment, Depends(get_comment)]


@router.get("")
async def list_comments(
    narrowed: Annotated[CommentFilter, Query()], actor: Writer, session: SessionDep
) -> list[CommentRead]:
    """My own comments; for the team, everybody's, those of an open round once it has closed."""
    return await reading.list_comments(session, actor, narrowed)


@router.post("", status_code=201)
async def write_comment(body: CommentCreate, actor: Writer, session: SessionDep) -> CommentRead:
    """Make a comment; the same one sent again changes nothing."""
    comment = await service.write_comment(session, actor, body)
    return await reading.read_comment(session, actor, comment)


@router.patch("/{comment_id}")
async def edit_comment(
    body: CommentUpdate, comment: CommentDep, actor: Writer, session: SessionDep
) -> CommentRead:
    """Change my own comment."""
    changed = await service.edit_comment(session, actor, comment, body)
    return await reading.read_comment(session, actor, changed)


@router.delete("/{comment_id}", status_code=204, response_class=Response)
async def withdraw_comment(comment: CommentDep, actor: Writer, session: SessionDep) -> None:
    """Take my own comment back."""
    await service.withdraw_comment(session, actor, comment)
