"""What simulated people do in a moment: from the meeting's state and the seed alone. Pure.

Nothing is remembered from one moment to the next. Each act has its time, which follows from the
seed, and an id that follows from the act: whoever goes on after a worker that died does nothing
twice.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from colloquy.comments.models import Place, Target
from colloquy.comments.schemas import CommentCreate, Selection
from colloquy.meetings.chairing.schemas import HandChair
from colloquy.meetings.floor.events import HandKind
from colloquy.meetings.floor.schemas import EndFloor, RaiseHand, WithdrawHand
from colloquy.meetings.polling.schemas import VoteCast
from colloquy.rehearsing import words
from colloquy.rehearsing.chance import draw
from colloquy.rehearsing.in_small_groups import acts_in_small_groups
from colloquy.rehearsing.people import Person, is_here, talkativeness
from colloquy.rehearsing.voting import answer_of, is_due
from colloquy.rehearsing.world import Act, World, moved

HANDS_EVERY, HANDS = 20.0, 1.6
REMARKS_EVERY, REMARKS = 30.0, 1.2
"""Seconds of calm people, and how many hands or remarks come in so long on average."""
MOST_HANDS = 40
GIVES_UP = 0.3
CHAIR_BACK_SECONDS = 25
MOST_ACTS = 60
"""What is done in one moment; the rest waits for the next."""


def acts(world: World, since: datetime, until: datetime) -> list[Act]:
    """All that simulated people do after one moment and up to another."""
    state = world.state
    if state.phase != "live" or state.started_at is None:
        return []
    here = [
        person
        for person in world.people
        if is_here(world.seed, world.tempo, person, world.times, until)
    ]
    found = [*_give_chair_back(world, until), *_votes(world, here, until)]
    if state.division and state.division.is_out:
        found += acts_in_small_groups(world, state.division, here, since, until)
    elif state.paused_at is None:
        found += _end_turn(world, here, until)
        found += _withdraw(world, here, until)
        found += _raise(world, here, since, until)
        found += _remark(world, here, since, until)
    return found[:MOST_ACTS]


def _votes(world: World, here: Iterable[Person], until: datetime) -> list[Act]:
    poll = world.state.open_poll
    if poll is None:
        return []
    number = world.state.polls.index(poll)
    found: list[Act] = []
    for person in here:
        times = world.voted.get(person.member_id, 0)
        waited = (until - poll.opened_at).total_seconds()
        if is_due(world.seed, world.tempo, person, number, times, waited):
            vote = VoteCast(
                command_id=world.id_of("vote", poll.id, person.place, times),
                known=world.id_of("vote", poll.id, person.place, times - 1) if times else None,
                **answer_of(world.seed, poll, person, number, times),
            )
            found.append(Act(person.member_id, vote, poll.id))
    return found


def _raise(world: World, here: Sequence[Person], since: datetime, until: datetime) -> list[Act]:
    busy = {hand.member_id for hand in world.state.hands}
    if world.state.floor:
        busy.add(world.state.floor.member_id)
    room = MOST_HANDS - len(world.state.hands)
    asking = moved(world, here, "hand", HANDS_EVERY, HANDS, since, until)
    return [
        Act(
            person.member_id,
            RaiseHand(
                type="raise_hand",
                command_id=world.id_of("hand", stretch, person.place),
                kind=_kind_of_hand(world, person, stretch),
            ),
        )
        for person, stretch in asking
        if person.member_id not in busy
    ][: max(0, room)]


def _remark(world: World, here: Sequence[Person], since: datetime, until: datetime) -> list[Act]:
    shown = world.state.item(world.state.shown.item_id) if world.state.shown else None
    if shown is None:
        return []
    found: list[Act] = []
    for person, stretch in moved(world, here, "remark", REMARKS_EVERY, REMARKS, since, until):
        what = (shown.title, stretch, person.place)
        stance, text = words.remark(world.seed, *what)
        chosen = _choose_words(world, shown.version_id, what)
        comment = CommentCreate(
            client_id=world.id_of("remark", shown.id, stretch, person.place),
            target=Target.VERSION if shown.version_id else Target.AGENDA_ITEM,
            target_id=shown.version_id or shown.id,
            version_id=shown.version_id,
            part="definition" if chosen else None,
            anchor=chosen,
            stance=stance,
            text=text,
            place=Place.MEETING,
            place_id=world.meeting_id,
        )
        found.append(Act(person.member_id, comment))
    return found


def _end_turn(world: World, here: Sequence[Person], until: datetime) -> list[Act]:
    turn = world.state.floor
    speaker = next((one for one in here if turn and one.member_id == turn.member_id), None)
    if turn is None or speaker is None:
        return []
    share = draw(world.seed, "speaks", speaker.place, len(world.state.spoken))
    length = (12 + 30 * share * (1 + talkativeness(world.seed, speaker))) / world.tempo**0.5
    if until < turn.since + timedelta(seconds=length):
        return []
    command = EndFloor(
        type="end_floor", command_id=world.id_of("end", speaker.place, turn.since.isoformat())
    )
    return [Act(speaker.member_id, command)]


def _withdraw(world: World, here: Sequence[Person], until: datetime) -> list[Act]:
    by_id = {person.member_id: person for person in here}
    found: list[Act] = []
    for hand in world.state.hands:
        person = by_id.get(hand.member_id)
        matter = hand.since.isoformat()
        if person is None or draw(world.seed, "gives up", person.place, matter) >= GIVES_UP:
            continue
        patience = 25 + 60 * draw(world.seed, "patience", person.place, matter)
        if until >= hand.since + timedelta(seconds=patience):
            command_id = world.id_of("withdraw", person.place, matter)
            command = WithdrawHand(type="withdraw_hand", command_id=command_id)
            found.append(Act(person.member_id, command))
    return found


def _give_chair_back(world: World, until: datetime) -> list[Act]:
    seat = world.state.chair
    if seat is None or seat.member_id != world.deputy_id:
        return []
    if until < seat.since + timedelta(seconds=CHAIR_BACK_SECONDS):
        return []
    command = HandChair(
        type="hand_chair",
        command_id=world.id_of("back", seat.since.isoformat()),
        member_id=world.chair_id,
    )
    return [Act(world.deputy_id, command)]


def _kind_of_hand(world: World, person: Person, stretch: int) -> HandKind:
    share = draw(world.seed, "kind", stretch, person.place)
    if share < 0.07:
        return "order"
    return "answer" if world.state.floor and share < 0.3 else "speak"


def _choose_words(world: World, version_id: UUID | None, what: object) -> Selection | None:
    """Some words of the mechanism's definition, for some of the remarks."""
    text = world.texts.get(version_id, "") if version_id else ""
    spaces = [place for place, letter in enumerate(text) if letter == " "]
    if len(spaces) < 6 or draw(world.seed, "chooses", what) < 0.5:
        return None
    first = int(draw(world.seed, "from", what) * (len(spaces) - 5))
    return Selection(start=spaces[first] + 1, end=spaces[first + 4])
