"""Reading a log for its minutes: pure, and nothing that is not in the log.

Entries are read by their type, as they were written; a type that is not here is passed over.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from colloquy.meetings.record.told import DivisionTold, Entry, PollTold, Span, Stretch, Told


def tell(entries: Iterable[Entry], *, until: datetime | None = None) -> Told:
    """What a log says; of a meeting that runs, up to its last entry or as if it ended at a moment."""
    secretary = Secretary()
    for entry in entries:
        secretary.hear(entry)
    return secretary.finish(until)


class Secretary:
    """What was heard so far, and what is still going on."""

    def __init__(self) -> None:
        self.told = Told()
        self._on_show: tuple[str, datetime] | None = None
        self._speaking: tuple[str, datetime] | None = None
        self._paused_at: datetime | None = None
        self._reporting: tuple[str, datetime] | None = None
        self._recording: tuple[str, datetime] | None = None
        self._heard: dict[str, Callable[[Entry], None]] = {
            "agenda_set": self._set_agenda,
            "agenda_item_added": self._add_item,
            "item_skipped": self._skip,
            "item_put_back": self._put_back,
            "item_presented": self._present,
            "meeting_started": self._start,
            "meeting_paused": self._pause,
            "meeting_resumed": self._resume,
            "meeting_ended": self._end,
            "attended": self._attend,
            "chair_handed": self._hand_chair,
            "chair_taken": self._take_chair,
            "hand_raised": self._raise_hand,
            "floor_given": self._give_floor,
            "floor_ended": self._end_floor,
            "poll_opened": self._open_poll,
            "poll_closed": self._close_poll,
            "poll_released": self._release_poll,
            "outcome_noted": self._note,
            "outcome_corrected": self._note,
            "outcome_withdrawn": self._withdraw,
            "recording_started": self._record,
            "recording_stopped": self._stop_recording_now,
            "small_groups_made": self._divide,
            "small_groups_sent": self._send_out,
            "small_groups_recalled": self._call_back,
            "small_group_member_placed": self._place,
            "small_group_facilitator_named": self._name_facilitator,
            "small_group_report_begun": self._begin_report,
            "small_group_report_ended": self._end_report,
        }

    def hear(self, entry: Entry) -> None:
        """Take in the next entry of the log."""
        self.told.last_at = entry.at
        if take := self._heard.get(entry.type):
            take(entry)

    def finish(self, until: datetime | None) -> Told:
        """Everything that was heard; what still goes on ends now."""
        if self.told.last_at:
            self._stop_all(until or self.told.last_at)
        return self.told

    def _set_agenda(self, entry: Entry) -> None:
        self.told.agenda = list(entry.payload["agenda"])

    def _add_item(self, entry: Entry) -> None:
        self.told.agenda.append(entry.payload["item"])

    def _skip(self, entry: Entry) -> None:
        self.told.skipped.append(entry.payload["item_id"])

    def _put_back(self, entry: Entry) -> None:
        item_id = entry.payload["item_id"]
        if self._on_show and self._on_show[0] == item_id:
            self._stop_showing(entry.at)
        self.told.skipped = [one for one in self.told.skipped if one != item_id]

    def _present(self, entry: Entry) -> None:
        self._stop_showing(entry.at)
        item_id = entry.payload["item_id"]
        self._on_show = (item_id, entry.at)
        self.told.skipped = [one for one in self.told.skipped if one != item_id]

    def _start(self, entry: Entry) -> None:
        self.told.started_at = entry.at
        self.told.people |= {person["id"]: person for person in entry.payload["present"]}
        self._seat(entry.by)

    def _pause(self, entry: Entry) -> None:
        self._stop_turn(entry.at)
        self._paused_at = entry.at

    def _resume(self, entry: Entry) -> None:
        self._stop_pause(entry.at)

    def _end(self, entry: Entry) -> None:
        self.told.ended_at = entry.at
        self.told.is_ended_by_clock = bool(entry.payload.get("is_by_clock"))
        self._stop_all(entry.at)

    def _attend(self, entry: Entry) -> None:
        attendee = entry.payload["attendee"]
        self.told.people[attendee["id"]] = attendee

    def _hand_chair(self, entry: Entry) -> None:
        self._seat(entry.payload["member_id"])

    def _take_chair(self, entry: Entry) -> None:
        self._seat(entry.by)

    def _seat(self, member_id: str | None) -> None:
        if member_id and member_id not in self.told.chairs:
            self.told.chairs.append(member_id)

    def _raise_hand(self, entry: Entry) -> None:
        if entry.by:
            self.told.hands[entry.by] += 1

    def _give_floor(self, entry: Entry) -> None:
        self._stop_turn(entry.at)
        self._speaking = (entry.payload["member_id"], entry.at)

    def _end_floor(self, entry: Entry) -> None:
        self._stop_turn(entry.at)

    def _open_poll(self, entry: Entry) -> None:
        question = entry.payload["poll"]
        self.told.polls[question["id"]] = PollTold(question, entry.at)

    def _close_poll(self, entry: Entry) -> None:
        poll = self.told.polls[entry.payload["poll_id"]]
        poll.closed_at = entry.at
        poll.voted = entry.payload.get("voted")
        poll.result = entry.payload.get("result")

    def _release_poll(self, entry: Entry) -> None:
        self.told.polls[entry.payload["poll_id"]].result = entry.payload["result"]

    def _note(self, entry: Entry) -> None:
        outcome = entry.payload["outcome"]
        self.told.outcomes[outcome["id"]] = outcome

    def _withdraw(self, entry: Entry) -> None:
        self.told.outcomes.pop(entry.payload["outcome_id"], None)

    def _record(self, entry: Entry) -> None:
        self._stop_recording(entry.at)
        self._recording = (str(entry.by), entry.at)

    def _stop_recording_now(self, entry: Entry) -> None:
        self._stop_recording(entry.at)

    def _divide(self, entry: Entry) -> None:
        made = DivisionTold(entry.payload["how"], list(entry.payload["groups"]))
        # a division that nobody was sent to was only a try
        self.told.divisions = [*(one for one in self.told.divisions if one.sent_at), made]

    def _send_out(self, entry: Entry) -> None:
        if self.told.divisions:
            self.told.divisions[-1].sent_at = entry.at

    def _call_back(self, entry: Entry) -> None:
        if self.told.divisions:
            self.told.divisions[-1].recalled_at = entry.at

    def _place(self, entry: Entry) -> None:
        if not self.told.divisions:
            return
        member_id = entry.payload["member_id"]
        division = self.told.divisions[-1]
        division.groups = [
            {
                **group,
                "member_ids": [
                    *(one for one in group["member_ids"] if one != member_id),
                    *([member_id] if group["id"] == entry.payload["small_group_id"] else []),
                ],
            }
            for group in division.groups
        ]

    def _name_facilitator(self, entry: Entry) -> None:
        if self.told.divisions:
            named = self.told.divisions[-1].facilitators
            named[entry.payload["small_group_id"]] = entry.payload["member_id"] or ""

    def _begin_report(self, entry: Entry) -> None:
        self._stop_report(entry.at)
        self._reporting = (entry.payload["small_group_id"], entry.at)

    def _end_report(self, entry: Entry) -> None:
        self._stop_report(entry.at)

    def _stop_report(self, at: datetime) -> None:
        if self._reporting and self.told.divisions:
            small_group_id, start = self._reporting
            reports = self.told.divisions[-1].reports
            reports.setdefault(small_group_id, []).append(Stretch(start, at))
        self._reporting = None

    def _stop_all(self, at: datetime) -> None:
        self._stop_report(at)
        self._stop_turn(at)
        self._stop_showing(at)
        self._stop_pause(at)
        self._stop_recording(at)

    def _stop_turn(self, at: datetime) -> None:
        if self._speaking:
            self.told.turns.append(Span(self._speaking[0], self._speaking[1], at))
        self._speaking = None

    def _stop_showing(self, at: datetime) -> None:
        if self._on_show:
            self.told.shown.append(Span(self._on_show[0], self._on_show[1], at))
        self._on_show = None

    def _stop_recording(self, at: datetime) -> None:
        if self._recording:
            self.told.recorded.append(Span(self._recording[0], self._recording[1], at))
        self._recording = None

    def _stop_pause(self, at: datetime) -> None:
        if self._paused_at:
            self.told.pauses.append(Stretch(self._paused_at, at))
        self._paused_at = None


def by_id(items: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Facts of the log by their id."""
    return {item["id"]: item for item in items}
