"""The past meeting, lived through second by second beside its recording, and the one to come."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import count, pairwise
from uuid import UUID

from colloquy.access.actor import Actor
from colloquy.comments.models import Place
from colloquy.core.clock import standing_at
from colloquy.core.ids import new_id
from colloquy.demo.asking import newest
from colloquy.demo.content import read, read_spans, read_turns
from colloquy.demo.rounds import Spot, say
from colloquy.demo.shapes import CommentWords, MeetingWords, PointWords, Span, Turn
from colloquy.demo.story import Story, Told
from colloquy.meetings import folding, log
from colloquy.meetings.attending.attendance import attend
from colloquy.meetings.commands import MeetingCommand, obey
from colloquy.meetings.floor.schemas import EndFloor, GiveFloor, RaiseHand, WithdrawHand
from colloquy.meetings.models import Meeting
from colloquy.meetings.planning.invitations import invite
from colloquy.meetings.planning.schemas import AgendaItemIn, MeetingPlan
from colloquy.meetings.planning.service import plan_meeting
from colloquy.meetings.polling.schemas import ClosePoll, OpenPoll, ReleasePoll, VoteCast
from colloquy.meetings.polling.voting import cast_vote
from colloquy.meetings.running.schemas import EndMeeting, PresentItem, Start

RECORDED_AFTER = 95.0
"""Seconds between the start of the meeting and second 0 of its recording."""

HAND_BEFORE = 2.5
RELEASED_AFTER = 1.0
HELD_DAY, HELD_AT = -14, "13:00"

Deed = Callable[[], Awaitable[object]]


@dataclass(slots=True)
class Sitting:
    """The past meeting while it runs; seconds count from the start of the recording."""

    story: Story
    words: MeetingWords
    meeting: Meeting
    agenda: dict[str, UUID]

    @property
    def recorded_from(self) -> datetime:
        """The moment of second 0."""
        return self.story.moment(HELD_DAY, HELD_AT) + timedelta(seconds=RECORDED_AFTER)

    async def do(self, actor: Actor, command: MeetingCommand) -> None:
        """Give a command as the browser gives it."""
        await obey(
            self.story.session,
            self.story.hub,
            self.story.settings,
            actor,
            self.meeting.id,
            command,
        )

    async def come_in(self, name: str) -> None:
        """Let somebody come in."""
        meeting = await log.lock(self.story.session, self.meeting.id)
        await attend(self.story.session, meeting, self.story.actors[name].member_id)

    async def comment(self, words: CommentWords) -> None:
        """Let somebody write while others speak."""
        version_id = newest(self.story, "2", words.on)
        spot = Spot(Place.MEETING, self.meeting.id, version_id)
        made = await say(self.story, self.story.actors[words.who], words, spot)
        self.story.told["meeting", words.who, words.on] = Told(made, words.on, words)

    async def vote(self, poll_id: list[UUID], name: str, choice: str) -> None:
        """Let somebody vote in the poll that has been opened."""
        given = VoteCast(command_id=new_id(), choices=[choice])
        await cast_vote(
            self.story.session,
            self.story.settings,
            self.story.actors[name],
            self.meeting,
            poll_id[0],
            given,
        )

    async def open_poll(self, poll_id: list[UUID]) -> None:
        """Open the poll; its id is left in `poll_id`."""
        poll = self.words.poll
        command = OpenPoll(
            type="open_poll",
            command_id=new_id(),
            prompt=poll.prompt,
            choices=poll.choices,
            item_id=self.agenda[poll.item],
        )
        await self.do(self.chair, command)
        state = await folding.read_state(self.story.session, self.meeting.id)
        assert state.open_poll  # noqa: S101 - the command has just opened it
        poll_id.append(state.open_poll.id)

    async def close_poll(self, poll_id: list[UUID]) -> None:
        """Close it."""
        command = ClosePoll(type="close_poll", command_id=new_id(), poll_id=poll_id[0])
        await self.do(self.chair, command)

    async def release_poll(self, poll_id: list[UUID]) -> None:
        """Show what came of it."""
        command = ReleasePoll(type="release_poll", command_id=new_id(), poll_id=poll_id[0])
        await self.do(self.chair, command)

    @property
    def chair(self) -> Actor:
        """Who runs it."""
        return self.story.actors["chair"]


async def hold_meeting(story: Story) -> tuple[Meeting, datetime]:
    """Hold the past meeting; answers it and the moment at which its recording begins."""
    words = read(MeetingWords, "meeting")
    with story.on(HELD_DAY - 10):
        meeting = await _plan(
            story, words.title, words.place, words.item, story.moment(HELD_DAY, HELD_AT)
        )
        await invite(story.session, story.actors["facilitator"], meeting.id, story.settings)
    state = await folding.read_state(story.session, meeting.id)
    agenda = {point.key: row.id for point, row in zip(words.item, state.agenda, strict=True)}
    sitting = Sitting(story, words, meeting, agenda)
    for second, _, deed in sorted(_deeds(sitting), key=lambda deed: deed[:2]):
        with standing_at(sitting.recorded_from + timedelta(seconds=second)):
            await deed()
    return meeting, sitting.recorded_from


async def plan_next(story: Story) -> Meeting:
    """Plan the meeting that can be started today."""
    words = read(MeetingWords, "meeting").next
    with story.on(-3):
        meeting = await _plan(
            story, words.title, words.place, words.items, _next_full_hour(story.today)
        )
        await invite(story.session, story.actors["facilitator"], meeting.id, story.settings)
    return meeting


async def _plan(
    story: Story, title: str, place: str, points: list[PointWords], planned_for: datetime
) -> Meeting:
    agenda = [
        AgendaItemIn(
            title=point.title, version_id=newest(story, "2", point.key), minutes=point.minutes
        )
        for point in points
    ]
    plan = MeetingPlan(title=title, place=place, planned_for=planned_for, agenda=agenda)
    return await plan_meeting(story.session, story.actors["facilitator"], plan)


def _deeds(sitting: Sitting) -> Iterator[tuple[float, int, Deed]]:
    """Everything that happened: the second, a number that keeps equal seconds in order, the deed."""
    numbers = count()
    turns, spans = read_turns(), read_spans()
    for second, deed in (
        *_opening(sitting),
        *_floor(sitting, turns),
        *_shown(sitting, spans),
        *_poll(sitting),
        *_remarks(sitting),
        *_closing(sitting, turns[-1].end),
    ):
        yield second, next(numbers), deed


def _opening(sitting: Sitting) -> Iterator[tuple[float, Deed]]:
    start = Start(type="start", command_id=new_id())
    yield -RECORDED_AFTER, partial(sitting.do, sitting.chair, start)
    voices = [name for name in sitting.words.voices.values() if name in sitting.story.actors]
    come = [*voices, *sitting.words.attended.silent]
    for place, name in enumerate(come):
        if sitting.story.actors[name] != sitting.chair:
            yield -RECORDED_AFTER + 4.0 * (place + 1), partial(sitting.come_in, name)


def _floor(sitting: Sitting, turns: list[Turn]) -> Iterator[tuple[float, Deed]]:
    """The floor as it was recorded; who is not the chair raised a hand shortly before."""
    for before, turn in pairwise([None, *turns]):
        assert turn  # noqa: S101 - only the first of a pair can be None
        speaker = sitting.story.actors[sitting.words.voices[turn.speaker]]
        if speaker != sitting.chair:
            hand = turn.start - HAND_BEFORE
            hand = max(hand, before.start + 0.2) if before else hand
            raise_hand = RaiseHand(type="raise_hand", command_id=new_id())
            yield hand, partial(sitting.do, speaker, raise_hand)
        give = GiveFloor(type="give_floor", command_id=new_id(), member_id=speaker.member_id)
        yield turn.start, partial(sitting.do, sitting.chair, give)
        end = EndFloor(type="end_floor", command_id=new_id())
        yield turn.end, partial(sitting.do, speaker, end)


def _shown(sitting: Sitting, spans: list[Span]) -> Iterator[tuple[float, Deed]]:
    for span in spans:
        item_id = sitting.agenda[sitting.words.item[span.item].key]
        show = PresentItem(type="present", command_id=new_id(), item_id=item_id)
        yield span.start, partial(sitting.do, sitting.chair, show)


def _poll(sitting: Sitting) -> Iterator[tuple[float, Deed]]:
    poll, poll_id = sitting.words.poll, list[UUID]()
    yield poll.opens, partial(sitting.open_poll, poll_id)
    ballots = [(name, choice) for choice, names in poll.votes.items() for name in names]
    for place, (name, choice) in enumerate(ballots):
        second = poll.opens + (poll.closes - poll.opens) * (place + 1) / (len(ballots) + 1)
        yield second, partial(sitting.vote, poll_id, name, choice)
    yield poll.closes, partial(sitting.close_poll, poll_id)
    yield poll.closes + RELEASED_AFTER, partial(sitting.release_poll, poll_id)


def _remarks(sitting: Sitting) -> Iterator[tuple[float, Deed]]:
    for words in sitting.words.comment:
        yield words.at, partial(sitting.comment, words)
    # somebody wanted to speak and thought better of it
    shy = sitting.story.actors[sitting.words.attended.silent[0]]
    yield 92.0, partial(sitting.do, shy, RaiseHand(type="raise_hand", command_id=new_id()))
    yield 96.0, partial(sitting.do, shy, WithdrawHand(type="withdraw_hand", command_id=new_id()))


def _closing(sitting: Sitting, last_word: float) -> Iterator[tuple[float, Deed]]:
    end = EndMeeting(type="end", command_id=new_id())
    yield last_word + 40.0, partial(sitting.do, sitting.chair, end)


def _next_full_hour(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
