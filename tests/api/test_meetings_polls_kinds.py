"""Polls of every kind: put to the room, answered, counted and shown."""

from typing import Any
from uuid import uuid4

import pytest

from tests.factories.meetings import Meeting, a_running_meeting
from tests.factories.studies import Study
from tests.support.lab import ok


async def shown(meeting: Meeting, poll: str) -> dict[str, Any]:
    polls = (await meeting.state(meeting.study.panel[0]))["state"]["polls"]
    return next(each for each in polls if each["id"] == poll)


async def test_a_vote_offers_agree_disagree_and_abstain(study: Study) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open("vote")
    for person, choice in zip(study.panel, ("Agree", "Abstain"), strict=False):
        await meeting.answer(person, poll, choices=[choice])
    assert (await meeting.release(poll))["counts"] == [1, 0, 1]
    assert (await shown(meeting, poll))["choices"] == ["Agree", "Disagree", "Abstain"]


async def test_a_mechanism_can_be_kept_reworded_merged_split_folded_in_or_dropped(
    study: Study,
) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open("decision")
    choices = (await shown(meeting, poll))["choices"]
    assert [choice.split()[0] for choice in choices] == [
        "Keep", "Keep", "Merge", "Split", "Fold", "Drop",
    ]  # fmt: skip
    await meeting.answer(study.panel[0], poll, choices=["Split it"])
    assert (await meeting.release(poll))["counts"] == [0, 0, 0, 1, 0, 0]


async def test_ratings_are_counted_on_their_scale_with_their_median(study: Study) -> None:
    people = await study.add_panel(group=0, count=3)
    meeting = await a_running_meeting(study)
    poll = await meeting.open("rating", points=5)
    for person, rating in zip(people, (1, 4, 5), strict=True):
        await meeting.answer(person, poll, rating=rating)
    await meeting.answer(study.panel[1], poll, is_unable=True)
    result = await meeting.release(poll)
    assert (result["counts"], result["unable"], result["median"]) == ([1, 0, 0, 1, 1], 1, 4)
    scale = (await shown(meeting, poll))["scale"]
    assert [(band["low"], band["high"]) for band in scale["bands"]] == [(1, 2), (3, 3), (4, 5)]


async def test_several_choices_can_be_asked_for(study: Study) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open("choice", choices=["a", "b", "c"], at_most=2)
    await meeting.answer(study.panel[0], poll, choices=["c", "a"])
    refused = await meeting.try_to_answer(study.panel[1], poll, choices=["a", "b", "c"])
    assert "Choose 2 at most" in ok(refused, 422).json()["detail"]
    assert (await meeting.release(poll))["counts"] == [1, 0, 1]


async def test_a_ranking_takes_every_choice_in_order(study: Study) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open("ranking", choices=["a", "b", "c"])
    ok(await meeting.try_to_answer(study.panel[0], poll, choices=["b"]), 422)
    await meeting.answer(study.panel[0], poll, choices=["b", "c", "a"])
    mine = (await meeting.state(study.panel[0]))["my_votes"][poll]
    assert mine["choices"] == ["b", "c", "a"]
    assert (await meeting.release(poll))["mean_ranks"] == [3, 1, 2]


async def test_words_are_listed_with_how_many_gave_them(study: Study) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open("words", at_most=2)
    await meeting.answer(study.panel[0], poll, words=["  shared   power ", "time"])
    await meeting.answer(study.panel[1], poll, words=["Time"])
    ok(await meeting.try_to_answer(study.panel[0], poll, words=["x" * 41]), 422)
    ok(await meeting.try_to_answer(study.panel[0], poll, words=["a", "b", "c"]), 422)
    words = {each["word"].lower(): each["count"] for each in (await meeting.release(poll))["words"]}
    assert words == {"time": 2, "shared power": 1}


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "choice", "choices": []},
        {"kind": "choice", "choices": ["only one"]},
        {"kind": "ranking", "choices": ["a", "a "]},
        {"kind": "rating", "choices": ["a", "b"]},
        {"kind": "rating", "points": 6},
        {"kind": "vote", "choices": ["Yes", "No"]},
        {"kind": "words", "at_most": 4},
        {"kind": "choice", "choices": ["a", "b"], "at_most": 3},
        {"kind": "vote", "quorum": 2, "quorum_share": 50},
        {"kind": "vote", "quorum_share": 101},
        {"kind": "lottery"},
        {"kind": "vote", "shared_id": str(uuid4())},
        {
            "kind": "rating",
            "scale": {
                "low": 1,
                "high": 5,
                "low_label": "",
                "high_label": "",
                "bands": [{"name": "all", "low": 1, "high": 4}],
            },
        },
    ],
)
async def test_a_poll_that_makes_no_sense_is_refused(study: Study, wrong: dict[str, Any]) -> None:
    meeting = await a_running_meeting(study)
    body = {"prompt": "?", "item_id": None, **wrong}
    ok(await meeting.try_to(study.chair, "open_poll", **body), 422)
    assert (await meeting.state(study.chair))["state"]["polls"] == []


async def test_a_poll_without_its_quorum_says_so(study: Study) -> None:
    people = await study.add_panel(group=0, count=3)
    meeting = await a_running_meeting(study)
    asked = len(study.panel)
    poll = await meeting.open("vote", quorum_share=60)
    needed = -(-asked * 60 // 100)
    told = await shown(meeting, poll)
    assert (told["asked"], told["quorum"]) == (asked, needed)
    for person in people[: needed - 1]:
        await meeting.answer(person, poll, choices=["Agree"])
    await meeting.close(poll)
    closed = await shown(meeting, poll)
    assert (closed["voted"], closed["has_quorum"], closed["result"]) == (needed - 1, False, None)
    reached = await meeting.open("vote", quorum=1)
    await meeting.answer(people[0], reached, choices=["Agree"])
    await meeting.close(reached)
    assert (await shown(meeting, reached))["has_quorum"] is True


async def test_a_quorum_that_can_never_be_reached_is_refused(study: Study) -> None:
    meeting = await a_running_meeting(study)
    body = {"kind": "vote", "prompt": "?", "item_id": None, "quorum": len(study.panel) + 1}
    refused = ok(await meeting.try_to(study.chair, "open_poll", **body), 409).json()
    assert "can never be reached" in refused["detail"]


async def test_only_the_groups_of_the_meeting_count_as_asked(study: Study) -> None:
    await study.add_panel(group=0, count=2)
    meeting = await a_running_meeting(study, group_ids=[str(study.groups[0].id)])
    poll = await meeting.open("vote")
    carers = [person for person in study.panel if person.member.group_id == study.groups[0].id]
    polls = (await meeting.state(study.chair))["state"]["polls"]
    assert polls[0]["asked"] == len(carers)
    await meeting.close(poll)


async def test_whoever_changes_groups_is_counted_in_the_one_they_voted_in(study: Study) -> None:
    people = await study.add_panel(group=0, count=3)
    meeting = await a_running_meeting(study)
    poll = await meeting.open("vote")
    for person in people:
        await meeting.answer(person, poll, choices=["Agree"])
    url = f"{study.url}/members/{people[0].id}"
    body = {"group_id": str(study.groups[1].id)}
    ok(await study.lead.client.patch(url, json=body))
    (group,) = (await meeting.release(poll))["groups"]
    assert (group["group_id"], group["total"]) == (str(study.groups[0].id), 3)
