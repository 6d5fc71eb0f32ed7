"""The verbs: say that everybody agreed, open with a reason, close again; and the gate."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Forbidden
from colloquy.meetings.folding import read_state
from colloquy.meetings.reading import floor_turns
from colloquy.recordings.consent import policy, queries
from colloquy.recordings.consent.schemas import RecordingConsent
from colloquy.recordings.models import Basis, ConsentNote, Recording
from colloquy.texts.messages import VoiceNaming


class ConsentOpen(Forbidden):
    """It is not settled yet whether everybody who speaks agreed to be recorded."""

    title = "This recording is closed until consent is settled"


def expect_open(recording: Recording) -> None:
    """Refuse to open a recording whose consent is not settled."""
    if recording.opened_at is None:
        raise ConsentOpen(
            "Nobody has said yet that everybody who speaks in it agreed to be recorded. Say so on "
            "the recording's page, or ask an administrator to open it and say why."
        )


async def settle(
    session: AsyncSession, actor: Actor, recording: Recording, basis: Basis, words: str = ""
) -> None:
    """Write down that everybody agreed, or why it is opened or closed; documents follow.

    That everybody agreed cannot be said over the head of somebody who has not.
    """
    if basis in (Basis.FORM, Basis.ALOUD) and (said := await objections(session, recording)):
        raise Conflict(
            f"{' '.join(said)} So the recording stays closed. Ask them, or ask an administrator to "
            "open it and say why."
        )
    session.add(
        ConsentNote(recording_id=recording.id, member_id=actor.member_id, basis=basis, words=words)
    )
    recording.opened_at = None if basis == Basis.CLOSED else now()
    session.add(recording)
    await session.flush()
    await _carry_to_documents(session, recording)
    verb = "closed" if basis == Basis.CLOSED else "opened"
    record(session, actor, f"recording:consent:{verb}", recording.id, basis=str(basis), words=words)


async def settle_unless_objected(
    session: AsyncSession, actor: Actor, recording: Recording, basis: Basis
) -> None:
    """Open a recording that comes in; it stays closed where somebody stands against it.

    What was agreed in the meeting itself was asked of everybody before the red light went on.
    """
    if basis == Basis.MEETING or not await objections(session, recording):
        await settle(session, actor, recording, basis)


async def review(session: AsyncSession, actor: Actor, recording: Recording) -> None:
    """Close a recording that somebody now stands against, because its meeting or a voice changed."""
    found = await queries.newest_note(session, recording.id)
    if found is None or found[0].basis not in (Basis.FORM, Basis.ALOUD):
        return
    if said := await objections(session, recording):
        await settle(session, actor, recording, Basis.CLOSED, " ".join(said))


async def refuse_unasked_voice(session: AsyncSession, event: VoiceNaming) -> None:
    """Let nobody be named in words that are open because everybody was said to have agreed.

    It is refused and not closed at once, since a name may be a slip that nobody could then mend.
    """
    recording = await queries.recording_of_document(session, event.document_id)
    found = await queries.newest_note(session, recording.id) if recording else None
    if recording is None or found is None or found[0].basis not in (Basis.FORM, Basis.ALOUD):
        return
    before = await objections(session, recording)
    said = await objections(session, recording, event.member_id)
    if against := [each for each in said if each not in before]:
        raise Conflict(
            f"{' '.join(against)} Nothing was changed. If it is their voice, close the recording "
            "on its page until they agree; if it is not, choose another name."
        )


async def objections(
    session: AsyncSession, recording: Recording, another: UUID | None = None
) -> list[str]:
    """Who speaks, or was asked in the meeting, and has not agreed: a sentence each."""
    answers = {}
    people = await queries.voices(session, recording.id)
    if another:
        people.add(another)
    if recording.meeting_id:
        answers = (await read_state(session, recording.meeting_id)).recording_answers
        turns = await floor_turns(session, recording.meeting_id)
        people |= {turn.member_id for turn in turns} | set(answers)
    if not people:
        return []
    has_form = await queries.has_form(session, recording.study_id)
    agreed = await queries.agreed_to_a_form(session, people) if has_form else None
    return policy.objections(await queries.members(session, people), answers, agreed)


async def read_consent(session: AsyncSession, recording: Recording) -> RecordingConsent:
    """Whether a recording may be opened, as its page says it."""
    found = await queries.newest_note(session, recording.id)
    note, by = found or (None, None)
    return RecordingConsent(
        is_open=recording.opened_at is not None,
        basis=Basis(note.basis) if note else None,
        words=note.words if note else "",
        by=by.display_name if by else None,
        at=note.created_at if note else None,
        objections=await objections(session, recording),
    )


async def _carry_to_documents(session: AsyncSession, recording: Recording) -> None:
    """What nobody may open, nobody reads, codes, cites or exports."""
    for document in await queries.documents(session, recording.id):
        document.withdrawn_at = None if recording.opened_at else now()
        session.add(document)
