"""Every role, every permission, and the one table that joins them.

Rules about a particular object (is this round open? is this comment mine?) are two-line
predicates in the `policy.py` of its feature; they begin with a permission from here.
"""

from enum import StrEnum


class Role(StrEnum):
    """What a member is in a study; one person may be several."""

    LEAD = "lead"
    RESEARCHER = "researcher"
    FACILITATOR = "facilitator"
    CHAIR = "chair"
    PANEL = "panel"


class Permission(StrEnum):
    """Something a role may do, tagged `subject:action`."""

    STUDY_READ = "study:read"
    STUDY_EDIT = "study:edit"
    AUDIT_READ = "audit:read"
    MEMBERS_READ = "members:read"
    MEMBERS_INVITE = "members:invite"
    THEORY_READ = "theory:read"
    THEORY_READ_DRAFTS = "theory:read-drafts"
    THEORY_EDIT = "theory:edit"
    COMMENT_WRITE = "comment:write"
    COMMENT_READ_ALL = "comment:read-all"
    COMMENT_MODERATE = "comment:moderate"
    ROUND_BUILD = "round:build"
    ROUND_RUN = "round:run"
    ROUND_MODERATE = "round:moderate"
    ROUND_ANSWER = "round:answer"
    ROUND_READ_PROGRESS = "round:read-progress"
    MEETING_ATTEND = "meeting:attend"
    MEETING_BUILD = "meeting:build"
    MEETING_CHAIR = "meeting:chair"
    MEETING_VOTE = "meeting:vote"
    MEETING_RECORD = "meeting:record"
    RECORDING_READ = "recording:read"
    RECORDING_UPLOAD = "recording:upload"
    TRANSCRIPT_EDIT = "transcript:edit"
    TEXT_READ = "text:read"
    TEXT_READ_IDENTIFYING = "text:read-identifying"
    CODING_READ = "coding:read"
    CODING_WRITE = "coding:write"
    CODEBOOK_EDIT = "codebook:edit"
    PROPOSAL_READ = "proposal:read"
    PROPOSAL_WRITE = "proposal:write"
    PROPOSAL_DECIDE = "proposal:decide"
    ANSWER_READ_OWN = "answer:read-own"
    TRACE_READ = "trace:read"


P = Permission

_EVERYBODY = frozenset({P.STUDY_READ, P.THEORY_READ, P.MEETING_ATTEND, P.ANSWER_READ_OWN})

_TEAM = _EVERYBODY | {
    P.MEMBERS_READ,
    P.THEORY_READ_DRAFTS,
    P.COMMENT_WRITE,
    P.COMMENT_READ_ALL,
    P.ROUND_READ_PROGRESS,
    P.RECORDING_READ,
    P.TEXT_READ,
    P.CODING_READ,
    P.PROPOSAL_READ,
    P.TRACE_READ,
}

_FACILITATOR = _TEAM | {
    P.MEMBERS_INVITE,
    P.COMMENT_MODERATE,
    P.ROUND_BUILD,
    P.ROUND_RUN,
    P.ROUND_MODERATE,
    P.MEETING_BUILD,
    P.MEETING_CHAIR,
    P.MEETING_RECORD,
    P.RECORDING_UPLOAD,
}

_RESEARCHER = _TEAM | {
    P.THEORY_EDIT,
    P.ROUND_BUILD,
    P.MEETING_BUILD,
    P.MEETING_RECORD,
    P.RECORDING_UPLOAD,
    P.TRANSCRIPT_EDIT,
    P.TEXT_READ_IDENTIFYING,
    P.CODING_WRITE,
    P.CODEBOOK_EDIT,
    P.PROPOSAL_WRITE,
    P.PROPOSAL_DECIDE,
}

TABLE: dict[Role, frozenset[Permission]] = {
    Role.LEAD: _FACILITATOR | _RESEARCHER | {P.STUDY_EDIT, P.AUDIT_READ},
    Role.RESEARCHER: _RESEARCHER,
    Role.FACILITATOR: _FACILITATOR,
    # an independent chair runs the meeting and sees what the panel sees, nothing of the team's work
    Role.CHAIR: _EVERYBODY | {P.MEETING_CHAIR, P.MEETING_RECORD, P.COMMENT_WRITE},
    Role.PANEL: _EVERYBODY | {P.COMMENT_WRITE, P.ROUND_ANSWER, P.MEETING_VOTE},
}
