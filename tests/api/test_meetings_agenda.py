"""The agenda while a meeting runs: skipped, put back, moved, paused, and ended by the clock."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from colloquy.core.clock import now, standing_at
from colloquy.meetings.reading import agenda_spans, floor_turns
from colloquy.worker import sweep
from tests.factories.meetings import Meeting, a_meeting, a_running_meeting, plan
from tests.factories.studies import Study
from tests.support.lab import Lab, ok


async def _titles(meeting: Meeting) -> list[str]:
    agenda = (await meeting.state(meeting.study.chair))["state"]["agenda"]
    return [item["title"] for item in agenda]


async def test_a_point_says_what_is_to_be_done_in_it(study: Study) -> None:
    body = plan(agenda=[{"title": "Keep or drop", "kind": "decide", "minutes": 5}])
    read = ok(await study.lead.client.post(f"{study.url}/meetings", json=body), 201).json()
    assert read["agenda"][0]["kind"] == "decide"
    body["agenda"][0]["kind"] = "dance"
    ok(await study.lead.client.post(f"{study.url}/meetings", json=body), 422)


async def test_a_point_to_come_is_skipped_and_put_back(study: Study) -> None:
    meeting = await a_running_meeting(study)
    shown, wider, missing = (item["id"] for item in meeting.items)
    await meeting.act(study.chair, "skip", item_id=wider)
    assert (await meeting.state(study.chair))["state"]["skipped"] == [wider]
    await meeting.act(study.chair, "put_back", item_id=wider, before=missing)
    state = (await meeting.state(study.chair))["state"]
    assert state["skipped"] == []
    refused = ok(await meeting.try_to(study.chair, "skip", item_id=shown), 409).json()
    assert refused["detail"] == "Only a point that is still to come can be skipped."


async def test_a_point_that_was_on_show_can_come_again_at_the_end(study: Study) -> None:
    meeting = await a_running_meeting(study)
    await meeting.act(study.chair, "put_back", item_id=meeting.items[0]["id"], before=None)
    state = (await meeting.state(study.chair))["state"]
    assert (state["shown"], state["done"]) == (None, [])
    assert (await _titles(meeting))[-1] == "Working with power"
    again = {"item_id": meeting.items[0]["id"], "before": None}
    refused = ok(await meeting.try_to(study.chair, "put_back", **again), 409).json()
    assert refused["detail"] == "This point is to come anyway."


async def test_a_point_is_added_at_a_place_and_stays_there_after_the_meeting(study: Study) -> None:
    meeting = await a_running_meeting(study)
    before = meeting.items[1]["id"]
    await meeting.act(study.chair, "add_item", title="A short film", minutes=5, before=before)
    titles = ["Working with power", "A short film", "Taking a wider view", "What is missing?"]
    assert await _titles(meeting) == titles
    kept = ok(await study.lead.client.get(meeting.path)).json()["agenda"]
    assert [item["title"] for item in kept] == titles


async def test_what_is_to_come_is_put_in_another_order(study: Study) -> None:
    meeting = await a_running_meeting(study)
    shown, wider, missing = (item["id"] for item in meeting.items)
    await meeting.act(study.chair, "move_item", item_id=missing, before=wider)
    assert await _titles(meeting) == [
        "Working with power",
        "What is missing?",
        "Taking a wider view",
    ]
    refused = await meeting.try_to(study.chair, "move_item", item_id=wider, before=shown)
    assert "still to come" in ok(refused, 409).json()["detail"]
    ok(await meeting.try_to(study.chair, "move_item", item_id=shown, before=None), 409)


async def test_a_point_is_given_more_time_while_it_is_on_show_or_to_come(study: Study) -> None:
    meeting = await a_running_meeting(study)
    shown, wider, _ = (item["id"] for item in meeting.items)
    await meeting.act(study.chair, "time_item", item_id=shown, minutes=35)
    await meeting.act(study.chair, "time_item", item_id=wider, minutes=5)
    agenda = (await meeting.state(study.panel[0]))["state"]["agenda"]
    assert [item["minutes"] for item in agenda] == [35, 5, 10]
    kept = ok(await study.lead.client.get(meeting.path)).json()["agenda"]
    assert [item["minutes"] for item in kept] == [35, 5, 10]
    again = await meeting.try_to(study.chair, "time_item", item_id=wider, minutes=5)
    assert ok(again, 409).json()["detail"] == "This point has so many minutes already."
    await meeting.act(study.chair, "skip", item_id=wider)
    skipped = await meeting.try_to(study.chair, "time_item", item_id=wider, minutes=9)
    assert "still to come" in ok(skipped, 409).json()["detail"]
    ok(await meeting.try_to(study.chair, "time_item", item_id=shown, minutes=0), 422)
    ok(await meeting.try_to(study.panel[0], "time_item", item_id=shown, minutes=9), 403)


async def test_a_break_is_not_counted_and_ends_the_turn(lab: Lab, study: Study) -> None:
    began = now() - timedelta(hours=1)
    with standing_at(began):
        meeting = await a_running_meeting(study)
        await meeting.act(study.panel[0], "raise_hand")
        await meeting.act(study.chair, "give_floor", member_id=str(study.panel[0].id))
    with standing_at(began + timedelta(minutes=10)):
        await meeting.act(study.chair, "pause")
        speaker = str(study.panel[0].id)
        refused = ok(await meeting.try_to(study.chair, "give_floor", member_id=speaker), 409)
        assert "paused" in refused.json()["detail"]
    with standing_at(began + timedelta(minutes=25)):
        await meeting.act(study.chair, "resume")
    with standing_at(began + timedelta(minutes=30)):
        await meeting.act(study.chair, "present", item_id=meeting.items[1]["id"])
    state = (await meeting.state(study.chair))["state"]
    assert state["floor"] is None
    assert state["spoken"] == {str(study.panel[0].id): 10 * 60_000}
    assert state["paused_ms"] == 15 * 60_000
    assert state["used"] == {meeting.items[0]["id"]: 15 * 60_000}
    async with lab.runtime.reading() as session:
        (turn,) = await floor_turns(session, meeting.id)
        spans = await agenda_spans(session, meeting.id)
    assert turn.end - turn.start == timedelta(minutes=10)
    assert spans[0].end - spans[0].start == timedelta(minutes=30)


async def test_a_meeting_is_paused_and_resumed_once(study: Study) -> None:
    meeting = await a_running_meeting(study)
    ok(await meeting.try_to(study.chair, "resume"), 409)
    await meeting.act(study.chair, "pause")
    ok(await meeting.try_to(study.chair, "pause"), 409)


async def _forgotten(study: Study) -> tuple[Meeting, datetime]:
    """A meeting with an open poll that nobody ended; and when it began."""
    began = now() - timedelta(hours=study.lab.runtime.settings.meeting_hours, minutes=5)
    with standing_at(began):
        meeting = await a_running_meeting(study)
        poll = await meeting.open_poll()
        await meeting.vote(study.panel[0], poll, "Agree")
    return meeting, began


def _expect_end(state: dict[str, Any], began: datetime, hours: float) -> None:
    assert (state["phase"], state["is_ended_by_clock"]) == ("ended", True)
    assert [poll["voted"] for poll in state["polls"]] == [1]
    assert began + timedelta(hours=hours) <= datetime.fromisoformat(state["ended_at"]) <= now()


async def test_a_meeting_that_nobody_ended_is_ended_by_the_sweep_and_says_so(
    lab: Lab, study: Study
) -> None:
    meeting, began = await _forgotten(study)
    await sweep(lab.runtime)
    await lab.work()
    state = (await meeting.state(study.panel[0]))["state"]
    _expect_end(state, began, lab.runtime.settings.meeting_hours)
    read = ok(await study.lead.client.get(meeting.path)).json()
    assert read["state"] == "ended"


async def test_a_forgotten_meeting_ends_at_the_next_look_even_without_a_worker(
    lab: Lab, study: Study
) -> None:
    meeting, began = await _forgotten(study)
    refused = ok(await meeting.try_to(study.panel[0], "raise_hand"), 409).json()
    assert "ended by itself" in refused["detail"]
    state = (await meeting.state(study.chair))["state"]
    _expect_end(state, began, lab.runtime.settings.meeting_hours)
    assert state["hands"] == []


async def test_a_meeting_that_was_ended_is_left_alone_by_the_clock(lab: Lab, study: Study) -> None:
    with standing_at(now() - timedelta(hours=20)):
        meeting = await a_running_meeting(study)
        await meeting.act(study.chair, "end")
    await sweep(lab.runtime)
    await lab.work()
    state = await meeting.state(study.chair)
    assert state["state"]["is_ended_by_clock"] is False
    assert state["ends_by_itself_at"] is None


@pytest.mark.parametrize(
    "change",
    [
        {"title": "x" * 5000},
        {"place": "x" * 5000},
        {"agenda": [{"title": "x" * 5000}]},
    ],
)
async def test_a_name_of_five_thousand_characters_is_refused_kindly(
    study: Study, change: dict[str, Any]
) -> None:
    answer = await study.lead.client.post(f"{study.url}/meetings", json=plan(**change))
    problem = ok(answer, 422).json()
    assert problem["detail"].endswith("Nothing has been changed.")
    assert "at most 300 characters" in problem["fields"][0]["message"]


async def test_a_long_name_is_refused_while_the_meeting_runs_and_of_a_person_too(
    study: Study,
) -> None:
    meeting = await a_running_meeting(study)
    before = (await meeting.state(study.chair))["seq"]
    long = "x" * 5000
    ok(await meeting.try_to(study.chair, "add_item", title=long), 422)
    action = {"kind": "action", "item_id": None, "text": "Ask.", "who": long}
    ok(await meeting.try_to(study.chair, "note_outcome", **action), 422)
    assert (await meeting.state(study.chair))["seq"] == before
    person = {"email": "long@example.org", "name": long}
    ok(await study.lead.client.post(f"{study.url}/members", json=person), 422)


async def test_the_plan_of_a_meeting_in_its_lobby_names_a_deputy_who_may_chair(
    study: Study,
) -> None:
    meeting = await a_meeting(study, deputy_id=str(study.facilitator.id))
    read = ok(await study.lead.client.get(meeting.path)).json()
    assert read["deputy_id"] == str(study.facilitator.id)
    chairs = ok(await study.lead.client.get(f"{study.url}/meetings/chairs")).json()
    assert {one["name"] for one in chairs} == {"Lead", "Facilitator", "Chair"}
    ok(await study.panel[0].client.get(f"{study.url}/meetings/chairs"), 403)
    body = plan(deputy_id=str(study.panel[0].id))
    answer = ok(await study.lead.client.post(f"{study.url}/meetings", json=body), 422).json()
    assert "may chair" in answer["detail"]
