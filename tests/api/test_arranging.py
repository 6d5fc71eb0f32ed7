"""Stages and stakeholder groups are renamed, ordered and removed."""

from typing import Any

from tests.factories.meetings import a_meeting
from tests.factories.rounds import a_draft_round
from tests.factories.studies import Study, a_study
from tests.factories.theory import a_mechanism
from tests.support.lab import Lab, ok


async def _study(study: Study) -> dict[str, Any]:
    return ok(await study.lead.client.get(study.url)).json()


async def _add_group(study: Study, name: str) -> str:
    body = {"name": name}
    return ok(await study.lead.client.post(f"{study.url}/groups", json=body), 201).json()["id"]


async def _add_stage(study: Study, label: str) -> str:
    body = {"label": label}
    return ok(await study.lead.client.post(f"{study.url}/stages", json=body), 201).json()["id"]


async def test_a_group_is_renamed_and_keeps_its_people(study: Study) -> None:
    url = f"{study.url}/groups/{study.groups[0].id}"
    body = {"name": "Family carers", "short_name": "Family"}
    ok(await study.lead.client.patch(url, json=body))
    [first, _] = (await _study(study))["groups"]
    assert (first["name"], first["short_name"], first["is_public"]) == (
        "Family carers",
        "Family",
        True,
    )
    ok(await study.lead.client.patch(url, json={"name": "leaders"}), 409)
    ok(await study.lead.client.patch(url, json={"name": "FAMILY carers"}))
    ok(await study.researcher.client.patch(url, json=body), 403)


async def test_groups_and_stages_are_put_in_another_order(study: Study) -> None:
    for kind, ids in (
        ("groups", [str(group.id) for group in reversed(study.groups)]),
        ("stages", [await _add_stage(study, "1b"), str(study.stage.id)]),
    ):
        ok(await study.lead.client.put(f"{study.url}/{kind}/order", json={"ids": ids}))
        rows = (await _study(study))[kind]
        assert [(row["id"], row["position"]) for row in rows] == [(ids[0], 0), (ids[1], 1)]


async def test_an_order_that_leaves_something_out_is_refused(study: Study) -> None:
    first, second = (str(group.id) for group in study.groups)
    for ids in ([first], [first, first], [first, second, str(study.stage.id)]):
        ok(await study.lead.client.put(f"{study.url}/groups/order", json={"ids": ids}), 409)


async def test_a_group_to_which_nobody_belongs_is_removed_and_the_others_close_up(
    study: Study,
) -> None:
    nurses, doctors = await _add_group(study, "Nurses"), await _add_group(study, "Doctors")
    ok(await study.lead.client.delete(f"{study.url}/groups/{nurses}"), 204)
    rows = (await _study(study))["groups"]
    assert [(row["name"], row["position"]) for row in rows] == [
        ("Carers", 0),
        ("Leaders", 1),
        ("Doctors", 2),
    ]
    assert rows[2]["id"] == doctors


async def test_a_group_with_people_in_it_stays(study: Study) -> None:
    url = f"{study.url}/groups/{study.groups[0].id}"
    refused = ok(await study.lead.client.delete(url), 409).json()
    assert refused["detail"] == (
        "1 person is in the group “Carers”. Move them to another group first."
    )
    assert len((await _study(study))["groups"]) == 2


async def test_a_group_that_a_round_or_a_meeting_asks_stays(study: Study) -> None:
    nurses = await _add_group(study, "Nurses")
    meeting = await a_meeting(study, group_ids=[nurses])
    refused = ok(await study.lead.client.delete(f"{study.url}/groups/{nurses}"), 409)
    assert "Meetings refer to the group “Nurses”" in refused.json()["detail"]
    carers, leaders = (str(group.id) for group in study.groups)
    await a_draft_round(study, groups=(0,))
    member = f"{study.url}/members/{study.panel[0].id}"
    ok(await study.lead.client.patch(member, json={"group_id": leaders}))
    refused = ok(await study.lead.client.delete(f"{study.url}/groups/{carers}"), 409)
    assert "Rounds or answers refer to the group “Carers”" in refused.json()["detail"]
    assert ok(await study.lead.client.get(meeting.path)).json()["group_ids"] == [nurses]


async def test_a_stage_is_relabelled_unless_the_label_is_taken(study: Study) -> None:
    second = await _add_stage(study, "1b")
    ok(await study.lead.client.patch(f"{study.url}/stages/{second}", json={"label": "2"}))
    assert [stage["label"] for stage in (await _study(study))["stages"]] == ["1a", "2"]
    refused = await study.lead.client.patch(f"{study.url}/stages/{second}", json={"label": "1a"})
    assert "already a stage 1a" in ok(refused, 409).json()["detail"]


async def test_a_stage_is_removed_only_while_nothing_belongs_to_it(study: Study) -> None:
    second = await _add_stage(study, "1b")
    await a_mechanism(study)
    refused = ok(await study.lead.client.delete(f"{study.url}/stages/{study.stage.id}"), 409)
    assert "belong to stage 1a" in refused.json()["detail"]
    ok(await study.lead.client.delete(f"{study.url}/stages/{second}"), 204)
    assert [stage["label"] for stage in (await _study(study))["stages"]] == ["1a"]


async def test_only_a_lead_of_this_study_arranges_it(lab: Lab, study: Study) -> None:
    other = await a_study(lab, title="Another study")
    group, stage = study.groups[0].id, study.stage.id
    for path in (f"/groups/{group}", f"/stages/{stage}"):
        ok(await study.facilitator.client.delete(study.url + path), 403)
        ok(await other.lead.client.delete(other.url + path), 404)
        ok(await other.lead.client.patch(other.url + path, json={}), 404)
