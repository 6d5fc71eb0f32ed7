"""Who listens to what: the one place where a lower feature's events meet the features above it."""

from colloquy.capturing import service as capturing
from colloquy.coding.holding import (
    follow_division,
    follow_union,
    hold_on_to_words,
    refuse_to_lose_codings,
)
from colloquy.coding.messages import CodingRemoving
from colloquy.coding.service import add_codes
from colloquy.comments.messages import CommentChanging, CommentMade, CommentOffered
from colloquy.core.events import on
from colloquy.meetings.attending.messages import CameLate
from colloquy.meetings.belonging import cut_off, keep_group
from colloquy.meetings.commenting.service import admit_comment as admit_comment_to_meeting
from colloquy.meetings.commenting.service import tell_of_comment
from colloquy.meetings.polling.leaving import take_name_off_votes
from colloquy.meetings.red_light.messages import RoomRecordingBegan, RoomRecordingEnded
from colloquy.meetings.red_light.service import end_with_the_meeting
from colloquy.meetings.running.messages import MeetingEnding
from colloquy.meetings.small_groups.places import free_places, place_late_comer
from colloquy.meetings.small_groups.recalling import close_at_the_end
from colloquy.people.messages import LinkOpened
from colloquy.recordings.consent.service import refuse_unasked_voice
from colloquy.recordings.messages import WordsWanted
from colloquy.recordings.service import follow_change, follow_masks
from colloquy.refinement.holding import (
    hold_cited_coding,
    hold_cited_words,
    hold_decided_edge,
    keep_considered,
)
from colloquy.rounds.commenting.moderating import hold_what_was_carried
from colloquy.rounds.running.leaving import let_go
from colloquy.rounds.service import admit_comment as admit_comment_to_round
from colloquy.studies.invitations import accept_invitations
from colloquy.studies.messages import GroupRemoving, MemberGone
from colloquy.texts.messages import (
    DocumentChanged,
    DocumentClearing,
    MasksChanged,
    SegmentDivided,
    SegmentEdited,
    SegmentsUniting,
    VoiceNaming,
)
from colloquy.theory.messages import EdgeRemoving


def wire() -> None:
    """Register every handler; doing it twice changes nothing."""
    on(LinkOpened, accept_invitations)
    on(MemberGone, cut_off)
    on(MemberGone, let_go)
    on(MemberGone, free_places)
    on(MemberGone, take_name_off_votes)
    on(CameLate, place_late_comer)
    on(MeetingEnding, close_at_the_end)
    on(MeetingEnding, end_with_the_meeting)
    on(RoomRecordingBegan, capturing.begin)
    on(RoomRecordingEnded, capturing.wait_for_the_rest)
    on(GroupRemoving, keep_group)
    on(SegmentEdited, hold_on_to_words)
    on(DocumentClearing, refuse_to_lose_codings)
    on(CommentOffered, admit_comment_to_round)
    on(CommentOffered, admit_comment_to_meeting)
    on(CommentMade, tell_of_comment)
    on(SegmentDivided, follow_division)
    on(SegmentsUniting, follow_union)
    on(SegmentsUniting, keep_considered)
    on(DocumentChanged, follow_change)
    on(VoiceNaming, refuse_unasked_voice)
    on(MasksChanged, follow_masks)
    on(WordsWanted, add_codes)
    on(CommentChanging, hold_cited_words)
    on(CommentChanging, hold_what_was_carried)
    on(CodingRemoving, hold_cited_coding)
    on(EdgeRemoving, hold_decided_edge)
