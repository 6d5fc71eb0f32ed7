"""Rules about recordings that are more than a role's permission."""

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
