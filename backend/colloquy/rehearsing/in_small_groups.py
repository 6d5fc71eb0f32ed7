"""What simulated people do in small groups: they ask to speak, take turns, and write notes. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from colloquy.meetings.small_groups.fold import Division, SmallGroupState
from colloquy.meetings.small_groups.schemas import (
    EndSmallGroupFloor,
    GiveSmallGroupFloor,
    RaiseSmallGroupHand,
)
from colloquy.rehearsing import words
from colloquy.rehearsing.chance import draw
from colloquy.rehearsing.people import Person, talkativeness
from colloquy.rehearsing.world import Act, NoteLine, World, moved

HANDS_EVERY, HANDS = 20.0, 3.0
LINES_EVERY, LINES = 30.0, 3.0
"""Seconds of calm people, and how many in all small groups do it in so long on average."""
CALLED_AFTER_SECONDS = 4.0


def acts_in_small_groups(
    world: World, division: Division, here: Sequence[Person], since: datetime, until: datetime
) -> list[Act]:
    """All that they do after one moment and up to another, each in their own small group."""
    by_id = {person.member_id: person for person in here}
    found: list[Act] = []
    for group in division.groups:
        found += _end_turn(world, group, by_id, until)
        found += _call(world, group, by_id, until)
    for person, stretch in moved(world, here, "group hand", HANDS_EVERY, HANDS, since, until):
        group = division.group_of(person.member_id)
        if group and not _is_busy(group, person.member_id):
            command = RaiseSmallGroupHand(
                type="raise_small_group_hand",
                command_id=world.id_of("group hand", stretch, person.place),
            )
            found.append(Act(person.member_id, command))
    for person, stretch in moved(world, here, "line", LINES_EVERY, LINES, since, until):
        if group := division.group_of(person.member_id):
            text = words.line(world.seed, stretch, person.place)
            found.append(Act(person.member_id, NoteLine(group.id, text)))
    return found


def _call(
    world: World, group: SmallGroupState, by_id: Mapping[UUID, Person], until: datetime
) -> list[Act]:
    """A simulated facilitator lets the first of those who wait speak; a true one does it alone."""
    facilitator = by_id.get(group.facilitator_id) if group.facilitator_id else None
    if facilitator is None or group.floor or not group.hands:
        return []
    first = group.hands[0]
    if until < first.since + timedelta(seconds=CALLED_AFTER_SECONDS / world.tempo**0.5):
        return []
    command = GiveSmallGroupFloor(
        type="give_small_group_floor",
        command_id=world.id_of("calls", group.id, first.member_id, first.since.isoformat()),
        small_group_id=group.id,
        member_id=first.member_id,
    )
    return [Act(facilitator.member_id, command)]


def _end_turn(
    world: World, group: SmallGroupState, by_id: Mapping[UUID, Person], until: datetime
) -> list[Act]:
    turn = group.floor
    speaker = by_id.get(turn.member_id) if turn else None
    if turn is None or speaker is None:
        return []
    share = draw(world.seed, "speaks in group", speaker.place, turn.since.isoformat())
    length = (8 + 25 * share * (1 + talkativeness(world.seed, speaker))) / world.tempo**0.5
    if until < turn.since + timedelta(seconds=length):
        return []
    command = EndSmallGroupFloor(
        type="end_small_group_floor",
        command_id=world.id_of("ends in group", speaker.place, turn.since.isoformat()),
        small_group_id=group.id,
    )
    return [Act(speaker.member_id, command)]


def _is_busy(group: SmallGroupState, member_id: UUID) -> bool:
    has_floor = group.floor is not None and group.floor.member_id == member_id
    return has_floor or group.has_hand(member_id)
