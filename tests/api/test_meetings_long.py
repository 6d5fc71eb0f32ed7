"""A very long meeting: what a late joiner is told, and what one more command costs."""

from collections.abc import Sequence
from typing import Any

import pytest
from sqlmodel import col, update

from colloquy.meetings import folding, queries
from colloquy.meetings.models import Meeting as Row
from colloquy.meetings.models import MeetingEvent
from tests.factories.long_meetings import raise_and_withdraw
from tests.factories.meetings import a_running_meeting
from tests.factories.studies import Study
from tests.support.lab import Lab

HANDS = 10_000


async def test_a_late_joiner_has_the_state_after_ten_thousand_events_in_one_answer(
    lab: Lab, study: Study
) -> None:
    meeting = await a_running_meeting(study)
    last = await raise_and_withdraw(lab, study, meeting, HANDS)
    found = await meeting.state(study.panel[1])
    assert found["seq"] == last
    assert found["state"]["phase"] == "live"
    assert found["state"]["hands"] == []


async def test_one_more_command_reads_only_what_is_new_in_the_log(
    lab: Lab, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = await a_running_meeting(study)
    for _ in range(5):
        await meeting.act(study.panel[0], "raise_hand")
        await meeting.act(study.panel[0], "withdraw_hand")
    read: list[int] = []
    events = queries.events

    async def counting(*given: Any, **more: Any) -> Sequence[MeetingEvent]:
        rows = await events(*given, **more)
        read.append(len(rows))
        return rows

    monkeypatch.setattr(queries, "events", counting)
    await meeting.act(study.panel[0], "raise_hand")
    assert sum(read) <= 2, read


async def test_a_log_put_back_to_an_earlier_day_is_folded_anew(lab: Lab, study: Study) -> None:
    meeting = await a_running_meeting(study)
    await meeting.act(study.panel[0], "raise_hand")
    assert len((await meeting.state(study.chair))["state"]["hands"]) == 1
    async with lab.runtime.reading() as session:
        kept = await folding.read_folded(session, meeting.id, hidden=folding.EVERYTHING)
    async with lab.writing() as session:
        found = await session.get_one(MeetingEvent, kept.last)
        await session.delete(found)
        await session.exec(
            update(Row).where(col(Row.id) == meeting.id).values(last_seq=kept.seq - 1)
        )
    assert (await meeting.state(study.chair))["state"]["hands"] == []
    await meeting.act(study.panel[1], "raise_hand")
    (hand,) = (await meeting.state(study.chair))["state"]["hands"]
    assert hand["member_id"] == str(study.panel[1].id)
