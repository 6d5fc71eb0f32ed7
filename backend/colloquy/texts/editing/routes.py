"""HTTP: a transcript in its editor."""

from typing import Annotated

from fastapi import APIRouter, Query

from colloquy.core.web import RuntimeDep, SessionDep
from colloquy.texts.dependencies import CorrectableDep, DocumentDep, TextEditor, TextReader
from colloquy.texts.editing import presence, reading, service, undoing
from colloquy.texts.editing.schemas import (
    PAGE,
    ChangesRead,
    EditRead,
    JoinEdit,
    NewsRead,
    PassagePage,
    Since,
    SpeakerEdit,
    SplitEdit,
    WordsEdit,
)

router = APIRouter(prefix="/api/studies/{study_id}/documents/{document_id}", tags=["texts"])


@router.get("/passages")
async def read_passages(
    document: DocumentDep,
    actor: TextReader,
    session: SessionDep,
    offset: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=PAGE)] = PAGE,
) -> PassagePage:
    """A stretch of a text with the times of its words."""
    return await reading.read_page(session, actor, document, offset, limit)


@router.get("/changes")
async def read_changes(
    document: DocumentDep,
    actor: TextReader,
    session: SessionDep,
    runtime: RuntimeDep,
    since: Annotated[Since, Query()],
) -> NewsRead:
    """What others have done to a text since a moment, and who is in it; whoever asks is in it."""
    changes = await reading.read_changes(session, actor, document, since.since)
    here = await presence.others(session, runtime.hub, actor, document.id)
    return NewsRead(**changes.model_dump(), here=here)


@router.get("/edits")
async def read_history(
    document: DocumentDep, actor: TextReader, session: SessionDep
) -> list[EditRead]:
    """The latest steps of everybody, newest first."""
    return await reading.read_history(session, actor, document)


@router.post("/edits/words")
async def change_words(
    body: WordsEdit, document: CorrectableDep, actor: TextEditor, session: SessionDep
) -> ChangesRead:
    """Put new words to passages; what two people changed at once is in `conflicts`."""
    conflicts = await service.change_words(session, actor, document, body)
    touched = [entry.segment_id for entry in body.passages]
    return await reading.read_outcome(session, actor, document, touched, conflicts)


@router.post("/edits/speaker")
async def assign_speaker(
    body: SpeakerEdit, document: CorrectableDep, actor: TextEditor, session: SessionDep
) -> ChangesRead:
    """Say who spoke passages."""
    await service.assign_speaker(session, actor, document, body.segment_ids, body.speaker_id)
    return await reading.read_outcome(session, actor, document, body.segment_ids)


@router.post("/edits/split")
async def split_passage(
    body: SplitEdit, document: CorrectableDep, actor: TextEditor, session: SessionDep
) -> ChangesRead:
    """Make two passages of one; codings stay on their words."""
    touched = await service.split(session, actor, document, body)
    return await reading.read_outcome(session, actor, document, touched)


@router.post("/edits/join")
async def join_passages(
    body: JoinEdit, document: CorrectableDep, actor: TextEditor, session: SessionDep
) -> ChangesRead:
    """Make one passage of this and the next; codings stay on their words."""
    touched = await service.join(session, actor, document, body.segment_id)
    return await reading.read_outcome(session, actor, document, touched)


@router.post("/edits/undo")
async def undo(document: CorrectableDep, actor: TextEditor, session: SessionDep) -> ChangesRead:
    """Take my last step back."""
    touched, conflicts = await undoing.undo(session, actor, document)
    return await reading.read_outcome(session, actor, document, touched, conflicts)


@router.post("/edits/redo")
async def redo(document: CorrectableDep, actor: TextEditor, session: SessionDep) -> ChangesRead:
    """Make the step again that I took back last."""
    touched, conflicts = await undoing.redo(session, actor, document)
    return await reading.read_outcome(session, actor, document, touched, conflicts)
