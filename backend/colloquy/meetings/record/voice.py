"""Equity of voice in one meeting: pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from colloquy.meetings.record.schemas import MeetingGroupVoice, MeetingVoice, VoiceOutsideGroups
from colloquy.meetings.record.told import Span, Told
from colloquy.methods.floor import FloorTurn
from colloquy.methods.voice import airtime, shares


def weigh(
    told: Told, comments: Mapping[str, int], votes: Mapping[str, int], order: Sequence[UUID]
) -> MeetingVoice:
    """Each group's people who were there beside what they said, asked, wrote and voted."""
    groups = {
        member_id: str(person["group_id"])
        for member_id, person in told.people.items()
        if person["group_id"]
    }
    found = shares(
        groups,
        {
            "airtime": airtime(_turns(told.turns)),
            "hands": told.hands,
            "comments": comments,
            "votes": votes,
        },
    )
    by_group = {one.group: one for one in found.groups}
    return MeetingVoice(
        as_of=told.ended_at or told.last_at,
        groups=[
            MeetingGroupVoice(
                group_id=group_id,
                people=one.people,
                share_of_people=one.share_of_people,
                airtime=one.amounts["airtime"],
                share_of_airtime=one.shares["airtime"],
                hands=int(one.amounts["hands"]),
                share_of_hands=one.shares["hands"],
                comments=int(one.amounts["comments"]),
                share_of_comments=one.shares["comments"],
                votes=int(one.amounts["votes"]),
                share_of_votes=one.shares["votes"],
            )
            for group_id in order
            if (one := by_group.get(str(group_id)))
        ],
        outside=VoiceOutsideGroups(
            airtime=found.outside["airtime"],
            hands=int(found.outside["hands"]),
            comments=int(found.outside["comments"]),
            votes=int(found.outside["votes"]),
        ),
    )


def _turns(spans: Sequence[Span]) -> list[FloorTurn]:
    if not spans:
        return []
    zero: datetime = spans[0].start
    return [
        FloorTurn(span.of, (span.start - zero).total_seconds(), (span.end - zero).total_seconds())
        for span in spans
    ]
