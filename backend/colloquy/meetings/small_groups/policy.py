"""Who divides people, who gives the floor in a small group, and who reads its note."""

from uuid import UUID

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.meetings.small_groups.fold import SmallGroupState

P = Permission

NEEDS = {
    "make_small_groups": P.MEETING_CHAIR,
    "place_in_small_group": P.MEETING_CHAIR,
    "release_from_small_group": P.MEETING_ATTEND,
    "name_facilitator": P.MEETING_CHAIR,
    "send_out": P.MEETING_CHAIR,
    "warn_small_groups": P.MEETING_CHAIR,
    "call_back": P.MEETING_CHAIR,
    "order_reports": P.MEETING_CHAIR,
    "begin_report": P.MEETING_CHAIR,
    "end_report": P.MEETING_CHAIR,
    "raise_small_group_hand": P.MEETING_ATTEND,
    "lower_small_group_hand": P.MEETING_ATTEND,
    "give_small_group_floor": P.MEETING_ATTEND,
    "end_small_group_floor": P.MEETING_ATTEND,
}
"""What a member must be allowed for each command."""

AUDIENCE = {
    "small_groups_made": P.MEETING_ATTEND,
    "small_group_member_placed": P.MEETING_ATTEND,
    "small_group_member_released": P.MEETING_ATTEND,
    "small_group_facilitator_named": P.MEETING_ATTEND,
    "small_groups_sent": P.MEETING_ATTEND,
    "small_groups_warned": P.MEETING_ATTEND,
    "small_groups_recalled": P.MEETING_ATTEND,
    "small_group_reports_ordered": P.MEETING_ATTEND,
    "small_group_report_begun": P.MEETING_ATTEND,
    "small_group_report_ended": P.MEETING_ATTEND,
    "small_group_hand_raised": P.MEETING_ATTEND,
    "small_group_hand_lowered": P.MEETING_ATTEND,
    "small_group_floor_given": P.MEETING_ATTEND,
    "small_group_floor_ended": P.MEETING_ATTEND,
}
"""What a member must be allowed to be told of each event: everybody knows who is in which group."""


def can_give_floor(actor: Actor, group: SmallGroupState) -> bool:
    """The facilitator of a small group gives its floor, and so may the chair."""
    return group.facilitator_id == actor.member_id or actor.may(P.MEETING_CHAIR)


def can_release(actor: Actor, member_id: UUID) -> bool:
    """People leave by themselves, and the chair lets anybody go."""
    return actor.member_id == member_id or actor.may(P.MEETING_CHAIR)


def can_write_note(actor: Actor, *, is_placed: bool) -> bool:
    """A note is written by the people in its small group and by those who may chair."""
    return is_placed or actor.may(P.MEETING_CHAIR)


def can_read_note(actor: Actor, *, is_placed: bool, is_frozen: bool) -> bool:
    """Once people are called back, everybody in the meeting reads every note."""
    return is_frozen or can_write_note(actor, is_placed=is_placed)
