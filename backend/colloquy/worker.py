"""The worker process: the lanes of the queue, and the sweep."""

import asyncio
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

from colloquy.api.wiring import wire
from colloquy.capturing import jobs as capturing
from colloquy.capturing.messages import CaptionRoom, GiveUpPieces, PutTogether
from colloquy.core import jobs
from colloquy.core.jobs import JobPayload
from colloquy.core.mail import SendMail, send_mail
from colloquy.core.queue import Lane, Queue
from colloquy.core.recycling import Recycling, begin_afresh, stop_this_worker
from colloquy.core.relay import RelayHub
from colloquy.core.runtime import Runtime, make_runtime
from colloquy.core.settings import Settings
from colloquy.core.work import Handler, run_job
from colloquy.meetings import jobs as meetings
from colloquy.meetings.joining import jobs as joining
from colloquy.meetings.joining.service import MailJoiningLink
from colloquy.meetings.running.tasks import EndForgotten
from colloquy.recordings import jobs as recordings
from colloquy.recordings.aligning import jobs as aligning
from colloquy.recordings.messages import (
    AlignBySound,
    NameVoices,
    TranscribeRecording,
    WriteTranscriptFiles,
)
from colloquy.recordings.uploading import jobs as uploading
from colloquy.recordings.uploading.messages import ForgetIntake, TakeFilesIn
from colloquy.recordings.voices import jobs as voices
from colloquy.rehearsing import jobs as rehearsing
from colloquy.rehearsing.messages import REHEARSALS_AT_ONCE, EndRehearsal, PlayPeople
from colloquy.rounds import jobs as rounds
from colloquy.rounds.messages import CloseRound, OpenRound, RemindRound

log = logging.getLogger(__name__)

EMBEDDED = "embedded"
SWEEPS_A_LEASE = 2
# captions take as long as their meeting does, and several meetings may run at once
WORKERS = {Lane.QUICK: 1, Lane.LONG: 1, Lane.LIVE: 3, Lane.REHEARSAL: REHEARSALS_AT_ONCE}
# an idle lane is looked at more and more rarely; whoever begins a rehearsal looks at an empty room
LONGEST_WAIT = {Lane.QUICK: 10.0, Lane.LONG: 10.0, Lane.LIVE: 10.0, Lane.REHEARSAL: 2.0}
"""Seconds after which an idle lane is looked at again, at the latest."""

HANDLERS: Mapping[type[JobPayload], Handler] = {
    SendMail: send_mail,
    TranscribeRecording: recordings.transcribe_recording,
    WriteTranscriptFiles: recordings.write_transcript_files,
    TakeFilesIn: uploading.take_files_in,
    ForgetIntake: uploading.forget_intake,
    AlignBySound: aligning.align_by_sound,
    NameVoices: voices.name_voices,
    EndForgotten: meetings.end_forgotten_meeting,
    OpenRound: rounds.open_round,
    CloseRound: rounds.close_round,
    RemindRound: rounds.remind_round,
    MailJoiningLink: joining.mail_link,
    PutTogether: capturing.put_together,
    GiveUpPieces: capturing.give_up_pieces,
    CaptionRoom: capturing.caption_room,
    PlayPeople: rehearsing.play_people,
    EndRehearsal: rehearsing.end_rehearsal,
}


def work(settings: Settings, *, embedded: bool = False, relay: int | None = None) -> None:
    """Work until told to stop (SIGTERM or SIGINT).

    An embedded worker is the only one, so whatever a predecessor of that name left is taken over
    at once; separate ones wait for the lease to end. `relay` is the pipe to the server, if it has
    started this worker.
    """
    wire()
    name = EMBEDDED if embedded else f"{socket.gethostname()}:{os.getpid()}"
    recycling = Recycling(settings.worker_transcriptions, stop_this_worker)

    def run(job_id: str) -> None:
        with recycling.job() as was_long:
            # one that is left is still in the database, and the sweep hands it over
            if was_long and _run(settings, job_id, name, relay) == Lane.LONG:
                was_long()

    queue = Queue(settings, runner=run)
    stopping = threading.Event()
    sweeper = threading.Thread(
        target=_sweep_for_ever,
        args=(settings, EMBEDDED if embedded else "", stopping),
        daemon=True,
    )
    sweeper.start()
    if embedded:
        threading.Thread(target=_end_with_the_server, daemon=True).start()
    _consume(queue)
    stopping.set()
    if recycling.is_due:
        log.info("The worker begins afresh, so that its memory does not grow")
        begin_afresh()


def _end_with_the_server() -> None:
    # the server holds the other end of stdin: when it dies, however it dies, this read ends
    sys.stdin.buffer.read()
    log.info("The server has gone, so its worker ends")
    os.kill(os.getpid(), signal.SIGTERM)


def _consume(queue: Queue) -> None:
    # the lanes run beside each other, so that a mail never waits behind a transcription
    consumers = {
        lane: cast("Any", huey).create_consumer(
            workers=WORKERS[lane],
            max_delay=LONGEST_WAIT[lane],
            worker_type="thread",
            periodic=False,
            check_worker_health=True,
        )
        for lane, huey in queue.lanes.items()
    }
    quick = consumers.pop(Lane.QUICK)
    for consumer in consumers.values():
        consumer.start()
    try:
        quick.run()
    finally:
        for consumer in consumers.values():
            consumer.stop()


def _run(settings: Settings, job_id: str, worker: str, relay: int | None) -> Lane | None:
    """Run a job; the lane of what was run, None when there was nothing to run."""

    async def run() -> Lane | None:
        is_relayed = not settings.redis_url
        runtime = make_runtime(settings, RelayHub(relay) if relay and is_relayed else None)
        try:
            ran = await run_job(runtime, HANDLERS, UUID(job_id), worker=worker)
            return Lane(ran.lane) if ran else None
        finally:
            await runtime.close()

    return asyncio.run(run())


def _sweep_for_ever(settings: Settings, dead_worker: str, stopping: threading.Event) -> None:
    first, pause = True, settings.job_lease.total_seconds() / SWEEPS_A_LEASE
    while first or not stopping.wait(pause):
        try:
            asyncio.run(_sweep(settings, dead_worker if first else ""))
        except Exception:  # the sweep must outlive a database that is away for a while
            log.exception("The sweep for lost jobs failed; it is tried again")
        first = False


async def _sweep(settings: Settings, dead_worker: str) -> None:
    runtime = make_runtime(settings)
    try:
        await sweep(runtime, dead_worker=dead_worker)
    finally:
        await runtime.close()


async def sweep(runtime: Runtime, *, dead_worker: str = "") -> None:
    """Put lost and orphaned jobs back on their lanes."""
    async with runtime.unit_of_work() as session:
        put_back = await jobs.sweep(
            session, attempts=runtime.settings.job_attempts, dead_worker=dead_worker
        )
    for job in put_back:
        log.warning("Job %s (%s) was put back on the queue", job.id, job.kind)
