"""Makes the demo study once, whole or not at all."""

import fcntl
import secrets
from collections.abc import Generator
from contextlib import contextmanager
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core import outbox
from colloquy.core.jobs import Job
from colloquy.core.mail import SendMail
from colloquy.core.runtime import Runtime
from colloquy.demo import afterwards, coding, meeting, people, recording, refining, rounds, theory
from colloquy.demo.asking import Window
from colloquy.demo.content import SOUND
from colloquy.demo.removal import remove_study
from colloquy.demo.story import Story
from colloquy.recordings.schemas import TakeIn
from colloquy.recordings.taking_in import take_in_file
from colloquy.studies.models import Study

MARK = "demo"
BEGUN, WHOLE = "begun", "whole"


async def ensure_demo(runtime: Runtime, *, afresh: bool = False) -> str | None:
    """Make the demo study unless it is there; answers the staff's password if it was made now.

    One that a killed process left half made is removed and made again. `afresh` removes it in
    any case. Other studies are not touched.
    """
    with _alone(runtime):
        async with runtime.reading() as session:
            found = await find_demos(session)
        if any(is_whole(study) for study in found) and not afresh:
            return None
        for study in found:
            await remove_study(runtime, study.id)
        password = secrets.token_urlsafe(9)
        await _seed(runtime, password)
        return password


async def find_demos(session: AsyncSession) -> list[Study]:
    """The studies that this module made, whole or half."""
    found = await session.exec(select(Study).where(col(Study.is_illustrative)))
    return [study for study in found.all() if MARK in study.settings]


def is_whole(study: Study) -> bool:
    """True once everything is in it."""
    return study.settings[MARK] == WHOLE


async def _seed(runtime: Runtime, password: str) -> None:
    sound = await take_in_file(SOUND, TakeIn(file_name=SOUND.name), runtime.settings)
    try:
        async with runtime.unit_of_work() as session:
            story = await people.begin(session, runtime, password)
            story.study.settings = {MARK: BEGUN}
            await _tell_the_past(story)
            held, starts_at = await meeting.hold_meeting(story)
            transcript_id = await recording.take_in(story, sound, held, starts_at)
            await _keep_mails_here(session)
    except BaseException:
        sound.file.path.unlink(missing_ok=True)
        raise
    await recording.transcribe(runtime, transcript_id)
    async with runtime.unit_of_work() as session:
        story.session = session
        await _tell_the_present(story, transcript_id)
        study = await session.get_one(Study, story.study.id)
        study.settings = {MARK: WHOLE}
        session.add(study)
        await _keep_mails_here(session)


async def _tell_the_past(story: Story) -> None:
    await people.recruit(story)
    await theory.write_list(story, "1a", -450)
    await rounds.hold_round(story, "1a", Window(-440, -419))
    await afterwards.moderate_comments(story, "1a", -417)
    await afterwards.tell_panel(story, "1a", -416)
    await coding.write_codebook(story, -415)
    await coding.code_comments(story, "1a", "researcher", -410)
    await people.enter_stage(story, "1b", -400)
    await theory.write_list(story, "1b-first", -380)
    await rounds.hold_round(story, "1b", Window(-330, -309))
    await afterwards.moderate_comments(story, "1b", -305)
    await coding.code_comments(story, "1b-first", "second", -300)
    await theory.write_list(story, "1b-second", -290)
    await theory.put_before_panel(story, "1b-second", -285, "Sent round after the second meeting")
    await people.enter_stage(story, "2", -200)
    await theory.write_list(story, "2", -40)
    await theory.cite_report(story, -39)


async def _tell_the_present(story: Story, transcript_id: UUID) -> None:
    await coding.code_comments(story, "meeting", "researcher", -13)
    document_id = await recording.check(story, transcript_id, -13)
    await coding.code_transcript(story, document_id, -13)
    await refining.refine(story, -12, -7)
    await refining.answer_words(story, -8)
    await rounds.hold_round(story, "2", Window(-6, 22))
    await refining.refine(story, -5, 0)
    await meeting.plan_next(story)


async def _keep_mails_here(session: AsyncSession) -> None:
    """Leave what was written to invented people in the outbox page: nobody is to be mailed."""
    await session.flush()
    waiting = outbox.collect(session)
    ids = [job_id for _, job_id in waiting.jobs]
    found = await session.exec(
        select(Job.id).where(col(Job.id).in_(ids), Job.kind == SendMail.kind)
    )
    unsent = set(found.all())
    await session.exec(delete(Job).where(col(Job.id).in_(unsent)))
    waiting.jobs[:] = [(lane, job_id) for lane, job_id in waiting.jobs if job_id not in unsent]


@contextmanager
def _alone(runtime: Runtime) -> Generator[None]:
    """Let two that are started together make one demo; the lock ends with its process."""
    path = runtime.settings.data_folder / "demo.lock"
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
