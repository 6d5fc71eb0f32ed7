"""Who is told of each event of a meeting: every event and every role, written out."""

import pytest

from colloquy.access.actor import Actor
from colloquy.access.permissions import Role
from colloquy.core.ids import new_id
from colloquy.meetings.policy import can_see, hidden_from

LEAD, RESEARCHER, FACILITATOR, CHAIR, PANEL = (
    Role.LEAD,
    Role.RESEARCHER,
    Role.FACILITATOR,
    Role.CHAIR,
    Role.PANEL,
)
EVERYBODY = {LEAD, RESEARCHER, FACILITATOR, CHAIR, PANEL}
TOLD: dict[str, set[Role]] = {
    "agenda_set": EVERYBODY,
    "meeting_started": EVERYBODY,
    "meeting_paused": EVERYBODY,
    "meeting_resumed": EVERYBODY,
    "meeting_ended": EVERYBODY,
    "agenda_item_added": EVERYBODY,
    "agenda_item_moved": EVERYBODY,
    "agenda_item_timed": EVERYBODY,
    "item_presented": EVERYBODY,
    "item_skipped": EVERYBODY,
    "item_put_back": EVERYBODY,
    "attended": EVERYBODY,
    "chair_handed": EVERYBODY,
    "chair_taken": EVERYBODY,
    "chair_left": EVERYBODY,
    "hand_raised": EVERYBODY,
    "hand_lowered": EVERYBODY,
    "floor_given": EVERYBODY,
    "floor_ended": EVERYBODY,
    "queue_set": EVERYBODY,
    "poll_opened": EVERYBODY,
    "poll_closed": EVERYBODY,
    "poll_released": EVERYBODY,
    "comment_arrived": EVERYBODY,
    # what is to be raised is the chair's own list
    "comment_marked": {LEAD, FACILITATOR, CHAIR},
    "outcome_noted": EVERYBODY,
    "outcome_corrected": EVERYBODY,
    "outcome_withdrawn": EVERYBODY,
    "small_groups_made": EVERYBODY,
    "small_group_member_placed": EVERYBODY,
    "small_group_member_released": EVERYBODY,
    "small_group_facilitator_named": EVERYBODY,
    "small_groups_sent": EVERYBODY,
    "small_groups_warned": EVERYBODY,
    "small_groups_recalled": EVERYBODY,
    "small_group_reports_ordered": EVERYBODY,
    "small_group_report_begun": EVERYBODY,
    "small_group_report_ended": EVERYBODY,
    "small_group_hand_raised": EVERYBODY,
    "small_group_hand_lowered": EVERYBODY,
    "small_group_floor_given": EVERYBODY,
    "small_group_floor_ended": EVERYBODY,
    "recording_asked": EVERYBODY,
    "recording_started": EVERYBODY,
    "recording_stopped": EVERYBODY,
    # who agreed and who did not is known to those who record
    "recording_answered": {LEAD, RESEARCHER, FACILITATOR, CHAIR},
}


@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_every_event_is_told_to_those_it_is_for_and_to_nobody_else(role: Role) -> None:
    actor = Actor(new_id(), new_id(), new_id(), frozenset({role}), None)
    told = {event for event, roles in TOLD.items() if role in roles}
    assert {event for event in TOLD if can_see(actor, event)} == told
    # the rows that a fresh state is folded from leave out the same, and there is no other event
    assert hidden_from(actor) == TOLD.keys() - told


def test_whoever_has_no_role_is_told_nothing() -> None:
    stranger = Actor(new_id(), new_id(), new_id(), frozenset(), None)
    assert hidden_from(stranger) == TOLD.keys()
