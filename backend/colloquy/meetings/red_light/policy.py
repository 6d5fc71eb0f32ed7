"""Who may record the room, who is told who agreed, and who sees the red light."""

from colloquy.access.permissions import Permission

P = Permission

NEEDS = {
    "ask_recording": P.MEETING_RECORD,
    "answer_recording": P.MEETING_ATTEND,
    "start_recording": P.MEETING_RECORD,
    "stop_recording": P.MEETING_RECORD,
}
"""What a member must be allowed for each command."""

AUDIENCE = {
    "recording_asked": P.MEETING_ATTEND,
    # who did not agree is nobody's business but theirs who must not record them
    "recording_answered": P.MEETING_RECORD,
    "recording_started": P.MEETING_ATTEND,
    "recording_stopped": P.MEETING_ATTEND,
}
"""What a member must be allowed to be told of each event."""
