"""The chair is one person: handed over, refused to others, left, and what only the chair does."""

from datetime import timedelta
from uuid import uuid4

import pytest

from colloquy.core.clock import now, standing_at
from tests.factories.meetings import Meeting, a_meeting, a_running_meeting
from tests.factories.studies import Study
from tests.support.lab import ok

ACTION = {"kind": "action", "item_id": None, "text": "Ask the clinic.", "who": "Ann"}


async def _holder(meeting: Meeting) -> str | None:
    chair = (await meeting.state(meeting.study.lead))["state"]["chair"]
    return chair and chair["member_id"]


async def test_whoever_starts_the_meeting_holds_the_chair(study: Study) -> None:
    meeting = await a_meeting(study)
    await meeting.act(study.facilitator, "start")
    assert await _holder(meeting) == str(study.facilitator.id)


async def test_two_chairs_cannot_both_act_without_knowing_it(study: Study) -> None:
    meeting = await a_running_meeting(study)
    refused = ok(await meeting.try_to(study.facilitator, "pause"), 403).json()
    assert refused["detail"].startswith("Chair holds the chair, so only Chair does this.")
    assert "gone for 60 seconds" in refused["detail"]
    assert (await meeting.state(study.chair))["state"]["paused_at"] is None


async def test_the_chair_is_handed_over_at_once(study: Study) -> None:
    meeting = await a_running_meeting(study)
    await meeting.act(study.facilitator, "raise_hand")
    await meeting.act(study.chair, "hand_chair", member_id=str(study.facilitator.id))
    ok(await meeting.try_to(study.chair, "pause"), 403)
    await meeting.act(study.facilitator, "pause")


async def test_the_chair_goes_to_nobody_who_may_not_chair_or_is_not_there(study: Study) -> None:
    meeting = await a_running_meeting(study)
    ann = study.panel[0]
    await meeting.act(ann, "raise_hand")
    answer = await meeting.try_to(study.chair, "hand_chair", member_id=str(ann.id))
    assert "may not chair" in ok(answer, 409).json()["detail"]
    absent = str(study.facilitator.id)
    answer = await meeting.try_to(study.chair, "hand_chair", member_id=absent)
    assert "not in the meeting" in ok(answer, 404).json()["detail"]
    ok(await meeting.try_to(ann, "take_chair"), 403)


async def test_a_chair_whose_connection_is_gone_is_waited_for_and_then_replaced(
    study: Study,
) -> None:
    began = now() - timedelta(minutes=10)
    with standing_at(began):
        meeting = await a_running_meeting(study)
    with standing_at(began + timedelta(seconds=20)):
        refused = ok(await meeting.try_to(study.facilitator, "take_chair"), 409).json()
        until = f"{began + timedelta(seconds=60):%H:%M:%S} UTC"
        assert f"in 41 seconds, at {until}" in refused["detail"]
    with standing_at(began + timedelta(seconds=61)):
        await meeting.act(study.facilitator, "take_chair")
    assert await _holder(meeting) == str(study.facilitator.id)
    ok(await meeting.try_to(study.chair, "pause"), 403)


async def test_where_a_deputy_is_named_everybody_else_waits_twice_as_long(study: Study) -> None:
    began = now() - timedelta(minutes=10)
    with standing_at(began):
        meeting = await a_running_meeting(study, deputy_id=str(study.facilitator.id))
    with standing_at(began + timedelta(seconds=61)):
        ok(await meeting.try_to(study.lead, "take_chair"), 409)
        await meeting.act(study.facilitator, "take_chair")
    with standing_at(began + timedelta(seconds=200)):
        await meeting.act(study.lead, "take_chair")
        again = ok(await meeting.try_to(study.lead, "take_chair"), 409).json()
    assert again["detail"] == "You hold the chair already."


async def test_whoever_is_taken_out_loses_hand_floor_and_chair_by_an_event(study: Study) -> None:
    meeting = await a_running_meeting(study)
    ann, bob = study.panel[:2]
    await meeting.act(bob, "raise_hand")
    await meeting.act(study.facilitator, "raise_hand")
    await meeting.act(study.chair, "hand_chair", member_id=str(study.facilitator.id))
    await meeting.act(study.facilitator, "give_floor", member_id=str(study.facilitator.id))
    await meeting.act(ann, "raise_hand")
    for gone in (ann, study.facilitator):
        url = f"{study.url}/members/{gone.id}/take-out"
        ok(await study.lead.client.post(url, json={"reason": "They asked us."}))
    state = (await meeting.state(bob))["state"]
    assert [hand["member_id"] for hand in state["hands"]] == [str(bob.id)]
    assert (state["floor"], state["chair"]) == (None, None)
    ok(await meeting.try_to(ann, "raise_hand"), 404)
    await meeting.act(study.chair, "take_chair")
    refused = await meeting.try_to(study.chair, "give_floor", member_id=str(ann.id))
    assert "no longer in the study" in ok(refused, 409).json()["detail"]


async def test_while_nobody_holds_the_chair_others_are_told_to_take_it(study: Study) -> None:
    meeting = await a_running_meeting(study)
    url = f"{study.url}/members/{study.chair.id}/take-out"
    ok(await study.lead.client.post(url, json={"reason": "Ill."}))
    refused = ok(await meeting.try_to(study.lead, "pause"), 403).json()
    assert refused["detail"] == "Nobody holds the chair at the moment. Take the chair first."


async def test_a_decision_and_an_action_are_noted_corrected_and_taken_back(study: Study) -> None:
    meeting = await a_running_meeting(study)
    shown = meeting.items[0]["id"]
    decision = {"kind": "decision", "item_id": shown, "text": "  Keep it. "}
    await meeting.act(study.chair, "note_outcome", **decision)
    await meeting.act(study.chair, "note_outcome", **ACTION, due="2027-01-15")
    noted = (await meeting.state(study.panel[0]))["state"]["outcomes"]
    assert [(one["kind"], one["text"]) for one in noted] == [
        ("decision", "Keep it."),
        ("action", "Ask the clinic."),
    ]
    first, second = (one["id"] for one in noted)
    words = {"text": "Ask both clinics.", "who": "Ann and Bob", "due": None}
    await meeting.act(study.chair, "correct_outcome", outcome_id=second, **words)
    await meeting.act(study.chair, "withdraw_outcome", outcome_id=first)
    (left,) = (await meeting.state(study.panel[0]))["state"]["outcomes"]
    assert (left["text"], left["who"], left["due"]) == ("Ask both clinics.", "Ann and Bob", None)
    assert left["corrected_at"] > left["noted_at"]
    ok(await meeting.try_to(study.chair, "withdraw_outcome", outcome_id=first), 404)
    ok(await meeting.try_to(study.panel[0], "note_outcome", **ACTION), 403)


async def test_a_comment_is_marked_to_be_raised_for_the_chairs_eyes_only(study: Study) -> None:
    meeting = await a_running_meeting(study)
    made = ok(await meeting.comment(study.panel[0], "Carers hold power too."), 201).json()["id"]
    await meeting.act(study.chair, "mark_comment", comment_id=made, mark="to_raise")
    assert (await meeting.state(study.chair))["state"]["marks"] == {made: "to_raise"}
    assert (await meeting.state(study.panel[0]))["state"]["marks"] == {}
    await meeting.act(study.chair, "mark_comment", comment_id=made, mark="raised")
    again = await meeting.try_to(study.chair, "mark_comment", comment_id=made, mark="raised")
    ok(again, 409)
    elsewhere = str(uuid4())
    answer = await meeting.try_to(study.chair, "mark_comment", comment_id=elsewhere, mark="raised")
    ok(answer, 404)


@pytest.mark.parametrize("kind", ["speak", "answer", "order"])
async def test_a_hand_says_what_it_is_for(study: Study, kind: str) -> None:
    meeting = await a_running_meeting(study)
    await meeting.act(study.panel[0], "raise_hand", kind=kind)
    (hand,) = (await meeting.state(study.chair))["state"]["hands"]
    assert hand["kind"] == kind


async def test_the_chair_lets_groups_that_were_heard_less_come_first(study: Study) -> None:
    meeting = await a_running_meeting(study)
    await meeting.act(study.chair, "set_queue", order="balanced")
    assert (await meeting.state(study.panel[0]))["state"]["queue"] == "balanced"
    ok(await meeting.try_to(study.chair, "set_queue", order="balanced"), 409)
    ok(await meeting.try_to(study.panel[0], "set_queue", order="asking"), 403)
