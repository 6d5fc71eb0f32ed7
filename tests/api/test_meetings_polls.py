"""Polls in a meeting: opened, voted, changed, closed, and shown without giving anybody away."""

import asyncio
from uuid import uuid4

import pytest
from sqlmodel import col, select

from colloquy.audit.models import AuditEntry
from colloquy.meetings.models import Ballot
from tests.factories.meetings import a_running_meeting
from tests.factories.studies import Study
from tests.support.lab import Lab, ok


async def test_a_vote_can_be_changed_until_the_close(study: Study) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open_poll()
    ann = study.panel[0]
    await meeting.vote(ann, poll, "Agree")
    assert (await meeting.vote(ann, poll, "Disagree"))["voted"] == 1
    assert (await meeting.state(ann))["my_votes"][poll]["choices"] == ["Disagree"]
    result = await meeting.release(poll)
    refused = ok(await meeting.try_to_vote(ann, poll, "Agree"), 409).json()
    assert "has been closed" in refused["detail"]
    assert result["counts"] == [0, 1, 0]


async def test_while_a_poll_is_open_only_the_number_of_votes_is_told(study: Study) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open_poll()
    await meeting.vote(study.panel[0], poll, "Agree")
    told = await meeting.state(study.lead)
    assert told["voted"] == {poll: 1}
    assert told["my_votes"] == {}
    assert told["state"]["polls"][0]["result"] is None


async def test_results_show_large_groups_and_hide_small_ones(study: Study) -> None:
    carers = await study.add_panel(group=0, count=3)
    leaders = await study.add_panel(group=1, count=3)
    meeting = await a_running_meeting(study)
    poll = await meeting.open_poll()
    for person in [*carers, study.panel[0]]:
        await meeting.vote(person, poll, "Agree")
    for person in leaders[:2]:
        await meeting.vote(person, poll, "Pass")
    result = await meeting.release(poll)
    assert (result["total"], result["counts"]) == (6, [4, 0, 2])
    # two leaders are too few, and with the carers shown they could be had by subtraction
    assert [group["counts"] for group in result["groups"]] == [None, None]


async def test_large_groups_are_shown_beside_the_whole(study: Study) -> None:
    carers = await study.add_panel(group=0, count=3)
    leaders = await study.add_panel(group=1, count=3)
    meeting = await a_running_meeting(study)
    poll = await meeting.open_poll()
    for person in carers:
        await meeting.vote(person, poll, "Agree")
    for person in leaders:
        await meeting.vote(person, poll, "Disagree")
    groups = (await meeting.release(poll))["groups"]
    by_id = {group["group_id"]: group["counts"] for group in groups}
    assert by_id == {str(study.groups[0].id): [3, 0, 0], str(study.groups[1].id): [0, 3, 0]}


async def test_a_late_retry_of_an_earlier_vote_changes_nothing(study: Study) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open_poll()
    ann, first = study.panel[0], str(uuid4())
    await meeting.vote(ann, poll, "Agree", command_id=first)
    await meeting.vote(ann, poll, "Disagree")
    answer = await meeting.vote(ann, poll, "Agree", command_id=first)
    assert (answer["choices"], answer["voted"]) == (["Disagree"], 1)


async def test_a_vote_whose_answer_was_lost_can_be_sent_again_after_the_close(
    study: Study,
) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open_poll()
    ann, lost = study.panel[0], str(uuid4())
    await meeting.vote(ann, poll, "Agree", command_id=lost)
    await meeting.act(study.chair, "close_poll", poll_id=poll)
    assert (await meeting.vote(ann, poll, "Agree", command_id=lost))["choices"] == ["Agree"]


@pytest.mark.both_databases
async def test_voting_at_once_from_two_devices_leaves_one_ballot(lab: Lab, study: Study) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open_poll()
    ann = study.panel[0]
    choices = ["Agree", "Disagree"] * 4
    answers = await asyncio.gather(*(meeting.vote(ann, poll, choice) for choice in choices))
    assert {answer["voted"] for answer in answers} == {1}
    async with lab.runtime.reading() as session:
        assert len((await session.exec(select(Ballot))).all()) == 1


@pytest.mark.both_databases
async def test_votes_in_flight_at_the_close_are_counted_or_refused(study: Study) -> None:
    people = await study.add_panel(group=0, count=12)
    meeting = await a_running_meeting(study)
    poll = await meeting.open_poll()
    votes = [meeting.try_to_vote(person, poll, "Agree") for person in people]
    close = meeting.act(study.chair, "close_poll", poll_id=poll)
    *answers, _ = await asyncio.gather(*votes[:6], close, *votes[6:], asyncio.sleep(0))
    acknowledged = [a for a in answers if not isinstance(a, int) and a.status_code == 200]
    refused = [a for a in answers if not isinstance(a, int) and a.status_code != 200]
    assert all("has been closed" in answer.json()["detail"] for answer in refused)
    await meeting.act(study.chair, "release_poll", poll_id=poll)
    poll_now = (await meeting.state(study.lead))["state"]["polls"][0]
    assert poll_now["voted"] == poll_now["result"]["total"] == len(acknowledged)


async def test_the_chair_and_the_team_do_not_vote(study: Study) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open_poll()
    for person in (study.chair, study.lead, study.researcher):
        ok(await meeting.try_to_vote(person, poll, "Agree"), 403)


async def test_a_choice_that_is_not_offered_and_a_poll_that_is_not_there_are_refused(
    study: Study,
) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open_poll()
    ok(await meeting.try_to_vote(study.panel[0], poll, "Perhaps"), 422)
    ok(await meeting.try_to_vote(study.panel[0], str(uuid4()), "Agree"), 404)
    assert (await meeting.state(study.panel[0]))["voted"] == {poll: 0}


async def test_one_poll_at_a_time_and_none_left_open_at_the_end(study: Study) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open_poll()
    again = {"prompt": "And?", "choices": ["a", "b"], "item_id": None}
    ok(await meeting.try_to(study.chair, "open_poll", **again), 409)
    refused = ok(await meeting.try_to(study.chair, "end"), 409).json()
    assert "Close it first" in refused["detail"]
    await meeting.act(study.chair, "close_poll", poll_id=poll)
    ok(await meeting.try_to(study.chair, "close_poll", poll_id=poll), 409)
    await meeting.act(study.chair, "end")


async def test_the_record_says_that_somebody_voted_and_not_what(lab: Lab, study: Study) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open_poll(("Yes-this", "No-that"))
    await meeting.vote(study.panel[0], poll, "Yes-this")
    async with lab.runtime.reading() as session:
        entries = (await session.exec(select(AuditEntry).order_by(col(AuditEntry.id)))).all()
    assert any(entry.tag == "meeting:vote:given" for entry in entries)
    assert not any("Yes-this" in str(entry.details) for entry in entries)
