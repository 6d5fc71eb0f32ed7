"""What waits for the reader: a table of what may be due, and to whom it falls."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.meetings.models import MeetingState
from colloquy.meetings.schemas import MeetingListed
from colloquy.reports.schemas import (
    EvidenceCounts,
    MechanismCounts,
    NextStep,
    NextStepKind,
    ProposalCounts,
)
from colloquy.rounds.models import RoundState
from colloquy.rounds.schemas import RoundListed
from colloquy.studies.schemas import Recruitment

SOON = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Situation:
    """How a study stands, as far as it decides what is due."""

    moment: datetime
    stages: int
    groups: int
    recruitment: Sequence[Recruitment]
    rounds: Sequence[RoundListed]
    meetings: Sequence[MeetingListed]
    mechanisms: MechanismCounts
    proposals: ProposalCounts
    evidence: EvidenceCounts
    unmoderated: Mapping[UUID, int]
    waiting_statements: Mapping[UUID, int]
    uncited: int
    unanswered: int


Due = tuple[int, UUID | None]


def find_waiting(actor: Actor, situation: Situation) -> list[NextStep]:
    """What is due and within the reader's rights, in the order of the loop."""
    found: list[NextStep] = []
    for kind, permission, look in STEPS:
        count, only = look(situation)
        if count and actor.may(permission):
            found.append(NextStep(kind=kind, count=count, id=only))
    return found


def _missing(is_missing: bool) -> Due:
    return int(is_missing), None


def _invited(situation: Situation) -> int:
    return sum(row.invited for row in situation.recruitment)


def _mechanisms(situation: Situation) -> int:
    return situation.mechanisms.frozen + situation.mechanisms.draft


def _some(ids: Sequence[UUID]) -> Due:
    return len(ids), ids[0] if len(ids) == 1 else None


def _drafts(situation: Situation) -> Due:
    return _some([row.id for row in situation.rounds if row.state == RoundState.DRAFT])


def _closing(situation: Situation) -> Due:
    """How many people have not finished a round that closes soon."""
    rows = [
        row
        for row in situation.rounds
        if row.state == RoundState.OPEN
        and row.closes_at
        and row.closes_at <= situation.moment + SOON
        and row.finished < row.asked
    ]
    return sum(row.asked - row.finished for row in rows), rows[0].id if len(rows) == 1 else None


def _in_rounds(counts: Mapping[UUID, int]) -> Due:
    """How many wait in all rounds, and in which, where it is one."""
    return sum(counts.values()), next(iter(counts)) if len(counts) == 1 else None


def _planned(situation: Situation) -> Due:
    return _some([row.id for row in situation.meetings if row.state != MeetingState.ENDED])


P = Permission
STEPS: tuple[tuple[NextStepKind, Permission, Callable[[Situation], Due]], ...] = (
    ("add_stage", P.STUDY_EDIT, lambda now: _missing(not now.stages)),
    ("add_groups", P.STUDY_EDIT, lambda now: _missing(not now.groups)),
    ("invite_people", P.MEMBERS_INVITE, lambda now: _missing(not _invited(now))),
    ("write_mechanisms", P.THEORY_EDIT, lambda now: _missing(not _mechanisms(now))),
    (
        "build_round",
        P.ROUND_BUILD,
        lambda now: _missing(bool(_mechanisms(now)) and not now.rounds),
    ),
    ("decide_proposals", P.PROPOSAL_DECIDE, lambda now: (now.proposals.open, None)),
    ("bring_up_to_date", P.PROPOSAL_WRITE, lambda now: (now.proposals.out_of_date, None)),
    ("open_round", P.ROUND_RUN, _drafts),
    ("round_closing", P.ROUND_RUN, _closing),
    ("moderate_statements", P.ROUND_MODERATE, lambda now: _in_rounds(now.waiting_statements)),
    ("moderate_comments", P.COMMENT_MODERATE, lambda now: _in_rounds(now.unmoderated)),
    ("start_meeting", P.MEETING_CHAIR, _planned),
    (
        "remind_people",
        P.MEMBERS_INVITE,
        lambda now: (sum(row.silent for row in now.recruitment), None),
    ),
    ("code_documents", P.CODING_WRITE, lambda now: (now.evidence.uncoded, None)),
    ("write_proposal", P.PROPOSAL_WRITE, lambda now: (now.uncited, None)),
    ("answer_people", P.PROPOSAL_DECIDE, lambda now: (now.unanswered, None)),
)
