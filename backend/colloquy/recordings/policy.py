"""Rules about recordings that are more than a role's permission."""

from datetime import datetime

from colloquy.core.jobs import Job, JobState
from colloquy.recordings.models import Transcript


def is_being_made(transcript: Transcript, job: Job | None) -> bool:
    """True while a worker has the transcript in hand or will have."""
    return transcript.document_id is None and job is not None and not job.is_over


def is_running(job: Job) -> bool:
    """True while a worker has it in hand."""
    return job.state == JobState.RUNNING


def is_made(transcript: Transcript) -> bool:
    """True once its words can be read."""
    return transcript.document_id is not None


def is_edited_after_check(transcript: Transcript, changed_at: datetime | None) -> bool:
    """True where somebody has changed words or voices since it was vouched for."""
    return bool(transcript.checked_at and changed_at and changed_at > transcript.checked_at)
