"""Small groups: made, changed, sent out, called back and heard, each by whoever may."""

from collections import Counter
from typing import Any

import pytest

from colloquy.methods.dividing import Person as Dealt
from colloquy.methods.dividing import at_random
from tests.factories.meetings import Meeting, a_running_meeting
from tests.factories.small_groups import (
    a_meeting_in_small_groups,
    division_of,
    make_small_groups,
    small_group_ids,
    small_group_of,
)
from tests.factories.studies import Person, Study
from tests.support.lab import ok


async def _full_meeting(study: Study, carers: int, leaders: int) -> Meeting:
    """A running meeting to which so many of each stakeholder group came."""
    await study.add_panel(group=0, count=carers - 1)
    await study.add_panel(group=1, count=leaders - 1)
    meeting = await a_running_meeting(study)
    for person in study.panel:
        await meeting.act(person, "raise_hand")
    return meeting


def _group_of(study: Study, member_id: str) -> Any:
    return next(one.member.group_id for one in study.panel if str(one.id) == member_id)


async def test_balanced_groups_spread_every_stakeholder_group(study: Study) -> None:
    meeting = await _full_meeting(study, carers=5, leaders=4)
    await make_small_groups(meeting, study.panel)
    division = await division_of(meeting)
    for group in division["groups"]:
        spread = Counter(_group_of(study, member_id) for member_id in group["member_ids"])
        assert spread[study.groups[0].id] in (2, 3)
        assert spread[study.groups[1].id] == 2
    assert [group["card"]["title"] for group in division["groups"]] == [
        "Working with power",
        "What is missing?",
    ]


async def test_groups_by_chance_can_be_drawn_again_from_their_seed(study: Study) -> None:
    meeting = await _full_meeting(study, carers=4, leaders=3)
    await make_small_groups(meeting, study.panel, how="at_random")
    division = await division_of(meeting)
    people = [Dealt(str(one.id), None) for one in study.panel]
    assert [group["member_ids"] for group in division["groups"]] == at_random(
        people, 2, division["seed"]
    )


async def test_groups_made_again_replace_those_that_were_not_sent_out(study: Study) -> None:
    meeting = await _full_meeting(study, carers=2, leaders=2)
    await make_small_groups(meeting, study.panel)
    await make_small_groups(meeting, study.panel, seed=5)
    (division,) = (await meeting.state(study.chair))["state"]["divisions"]
    assert division["seed"] == 5
    notes = ok(await study.chair.client.get(f"{meeting.path}/small-groups/notes")).json()
    assert len(notes) == 2


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"groups": [{}]}, 422),
        ({"groups": [{"question": "Why?"}] * 5}, 422),
        (
            {"groups": [{"question": "Why?", "item_id": "00000000-0000-7000-8000-000000000001"}]},
            404,
        ),
        ({"member_ids": []}, 422),
        ({"member_ids": ["00000000-0000-7000-8000-000000000001"] * 2}, 422),
        ({"member_ids": [f"00000000-0000-7000-8000-00000000000{n}" for n in (1, 2)]}, 404),
        ({"groups": [{"question": "x" * 301}]}, 422),
        ({"seed": -1}, 422),
    ],
)
async def test_groups_that_cannot_be_made_are_refused_and_nothing_changes(
    study: Study, changes: dict[str, Any], status: int
) -> None:
    meeting = await a_running_meeting(study)
    for person in study.panel:
        await meeting.act(person, "raise_hand")
    body: dict[str, Any] = {
        "how": "balanced",
        "groups": [{"question": "Why?"}],
        "member_ids": [str(one.id) for one in study.panel],
        **changes,
    }
    ok(await meeting.try_to(study.chair, "make_small_groups", **body), status)
    assert (await meeting.state(study.chair))["state"]["divisions"] == []


async def test_a_person_is_in_one_place_only(study: Study) -> None:
    meeting = await a_running_meeting(study)
    me = [str(study.chair.id)]
    groups = [{"question": "Why?", "member_ids": me}, {"question": "How?", "member_ids": me}]
    body = {"how": "by_hand", "groups": groups}
    ok(await meeting.try_to(study.chair, "make_small_groups", **body), 422)


@pytest.mark.parametrize(
    ("verb", "fields"),
    [
        ("make_small_groups", {"how": "by_hand", "groups": [{"question": "Why?"}]}),
        ("send_out", {"minutes": 5}),
        ("warn_small_groups", {"seconds": 60}),
        ("call_back", {}),
        ("order_reports", {"order": None}),
        ("end_report", {}),
    ],
)
async def test_only_those_who_may_chair_divide_and_call_back(
    study: Study, verb: str, fields: dict[str, Any]
) -> None:
    meeting = await a_meeting_in_small_groups(study)
    ok(await meeting.try_to(study.panel[0], verb, **fields), 403)
    ok(await meeting.try_to(study.researcher, verb, **fields), 403)


async def test_a_person_who_is_moved_has_one_place(study: Study) -> None:
    meeting = await a_meeting_in_small_groups(study)
    ann = study.panel[0]
    first, second = await small_group_ids(meeting)
    await meeting.act(ann, "raise_small_group_hand")
    await meeting.act(
        study.chair, "place_in_small_group", member_id=str(ann.id), small_group_id=second
    )
    groups = (await division_of(meeting))["groups"]
    assert [len(group["member_ids"]) for group in groups] == [0, 2]
    assert groups[0]["hands"] == []
    again = {"member_id": str(ann.id), "small_group_id": second}
    ok(await meeting.try_to(study.chair, "place_in_small_group", **again), 409)
    await meeting.act(
        study.chair, "place_in_small_group", member_id=str(ann.id), small_group_id=first
    )


async def test_whoever_leaves_frees_the_place_and_only_the_chair_takes_others_out(
    study: Study,
) -> None:
    meeting = await a_meeting_in_small_groups(study)
    ann, bob = study.panel[:2]
    verb = "release_from_small_group"
    ok(await meeting.try_to(bob, verb, member_id=str(ann.id)), 403)
    await meeting.act(ann, verb, member_id=str(ann.id))
    await meeting.act(study.chair, verb, member_id=str(bob.id))
    assert [group["member_ids"] for group in (await division_of(meeting))["groups"]] == [[], []]
    ok(await meeting.try_to(ann, verb, member_id=str(ann.id)), 409)


async def test_whoever_comes_late_goes_where_they_fit_best(study: Study) -> None:
    meeting = await a_meeting_in_small_groups(study)
    (leader,) = await study.add_panel(group=1)
    (carer,) = await study.add_panel(group=0)
    await meeting.act(leader, "raise_hand")
    await meeting.act(carer, "raise_hand")
    belongs = {await small_group_of(meeting, person) for person in (leader, study.panel[0])}
    assert belongs == {(await small_group_ids(meeting))[0]}, "with the carer, not the leader"
    assert await small_group_of(meeting, carer) == (await small_group_ids(meeting))[1]


async def test_a_late_comer_of_the_team_is_placed_by_nobody(study: Study) -> None:
    meeting = await a_meeting_in_small_groups(study)
    await meeting.act(study.researcher, "raise_hand")
    groups = (await division_of(meeting))["groups"]
    assert sum(len(group["member_ids"]) for group in groups) == 2


async def test_whoever_is_taken_out_of_the_study_frees_the_place(study: Study) -> None:
    meeting = await a_meeting_in_small_groups(study)
    ann = study.panel[0]
    url = f"{study.url}/members/{ann.id}/take-out"
    ok(await study.lead.client.post(url, json={"reason": "She asked us."}))
    assert (await division_of(meeting))["groups"][0]["member_ids"] == []


async def test_the_facilitator_gives_the_floor_and_may_be_a_participant(study: Study) -> None:
    await study.add_panel(group=0)
    meeting = await a_running_meeting(study)
    for person in study.panel:
        await meeting.act(person, "raise_hand")
    members = [str(person.id) for person in study.panel]
    await make_small_groups(
        meeting,
        [],
        how="by_hand",
        member_ids=[],
        groups=[{"question": "Why?", "member_ids": members}],
    )
    (mine,) = await small_group_ids(meeting)
    ann, bob, eve = study.panel
    named = {"small_group_id": mine, "member_id": str(bob.id)}
    await meeting.act(study.chair, "name_facilitator", **named)
    await meeting.act(study.chair, "send_out", minutes=10)
    await meeting.act(ann, "raise_small_group_hand")
    given = {"small_group_id": mine, "member_id": str(ann.id)}
    ok(await meeting.try_to(eve, "give_small_group_floor", **given), 403)
    await meeting.act(bob, "give_small_group_floor", **given)
    group = (await division_of(meeting))["groups"][0]
    assert (group["floor"]["member_id"], group["hands"]) == (str(ann.id), [])
    ok(await meeting.try_to(eve, "end_small_group_floor", small_group_id=mine), 403)
    await meeting.act(ann, "end_small_group_floor", small_group_id=mine)


async def test_a_facilitator_is_one_of_the_group(study: Study) -> None:
    meeting = await a_meeting_in_small_groups(study)
    _, second = await small_group_ids(meeting)
    body = {"small_group_id": second, "member_id": str(study.panel[0].id)}
    ok(await meeting.try_to(study.chair, "name_facilitator", **body), 409)


async def test_reports_come_in_a_drawn_order_or_one_set_by_hand(study: Study) -> None:
    meeting = await a_meeting_in_small_groups(study)
    first, second = await small_group_ids(meeting)
    ok(await meeting.try_to(study.chair, "begin_report", small_group_id=first), 409)
    await meeting.act(study.chair, "call_back")
    await meeting.act(study.chair, "order_reports", order=None)
    drawn = await division_of(meeting)
    assert (sorted(drawn["report_order"]), drawn["order_seed"] is None) == (
        sorted([first, second]),
        False,
    )
    ok(await meeting.try_to(study.chair, "order_reports", order=[first, first]), 422)
    await meeting.act(study.chair, "order_reports", order=[second, first])
    for small_group_id in (second, first):
        await meeting.act(study.chair, "begin_report", small_group_id=small_group_id)
        ok(await meeting.try_to(study.chair, "begin_report", small_group_id=first), 409)
        await meeting.act(study.chair, "end_report")
    assert (await division_of(meeting))["reported"] == [second, first]


async def test_what_comes_out_of_turn_is_refused(study: Study) -> None:
    meeting = await a_running_meeting(study)
    chair: Person = study.chair
    ok(await meeting.try_to(chair, "send_out", minutes=5), 409)
    meeting = await a_meeting_in_small_groups(study)
    ok(await meeting.try_to(chair, "send_out", minutes=5), 409)
    again = {"how": "by_hand", "groups": [{"question": "W?", "member_ids": [str(chair.id)]}]}
    ok(await meeting.try_to(chair, "make_small_groups", **again), 409)
    ok(await meeting.try_to(chair, "raise_small_group_hand"), 409)
    await meeting.act(chair, "call_back")
    ok(await meeting.try_to(chair, "call_back"), 409)
    ok(await meeting.try_to(study.panel[0], "raise_small_group_hand"), 409)
    await meeting.act(chair, "make_small_groups", **again)
    assert len((await meeting.state(chair))["state"]["divisions"]) == 2


async def test_the_same_command_again_makes_the_same_groups_once(study: Study) -> None:
    meeting = await _full_meeting(study, carers=2, leaders=2)
    body = {
        "type": "make_small_groups",
        "command_id": "0197a000-0000-7000-8000-000000000001",
        "how": "at_random",
        "groups": [{"question": "Why?"}, {"question": "How?"}],
        "member_ids": [str(one.id) for one in study.panel],
    }
    numbers = {
        ok(await study.chair.client.post(f"{meeting.path}/commands", json=body)).json()["seq"]
        for _ in range(2)
    }
    assert len(numbers) == 1
    assert len((await meeting.state(study.chair))["state"]["divisions"]) == 1
