"""Meetings: planned, opened, chaired, spoken in and closed."""

from datetime import datetime
from uuid import uuid4

import pytest

from colloquy.meetings import reading
from tests.factories.meetings import a_meeting, a_running_meeting, landing_of, plan
from tests.factories.studies import Study, a_study
from tests.factories.theory import a_mechanism
from tests.support.lab import Lab, ok


async def test_a_point_without_a_title_takes_its_mechanisms(study: Study) -> None:
    meeting = await a_meeting(study)
    titles = [item["title"] for item in meeting.items]
    assert titles == ["Working with power", "Taking a wider view", "What is missing?"]


async def test_a_point_with_neither_title_nor_mechanism_is_refused(study: Study) -> None:
    body = plan(agenda=[{"minutes": 5}])
    answer = await study.facilitator.client.post(f"{study.url}/meetings", json=body)
    assert "title or a mechanism" in ok(answer, 422).json()["detail"]


async def test_a_mechanism_of_another_study_cannot_be_put_on_the_agenda(
    lab: Lab, study: Study
) -> None:
    other = await a_study(lab, title="Another study")
    version = await a_mechanism(other)
    body = plan(agenda=[{"version_id": str(version.id)}])
    ok(await study.facilitator.client.post(f"{study.url}/meetings", json=body), 404)


async def test_the_plan_can_be_changed_until_the_start(study: Study) -> None:
    meeting = await a_meeting(study)
    lead = study.lead.client
    changed = ok(await lead.put(meeting.path, json=plan(agenda=[{"title": "Welcome"}]))).json()
    assert [item["title"] for item in changed["agenda"]] == ["Welcome"]
    lobby = await meeting.state(study.panel[0])
    assert [item["title"] for item in lobby["state"]["agenda"]] == ["Welcome"]
    await meeting.act(study.chair, "start")
    refused = ok(await lead.put(meeting.path, json=plan()), 409).json()
    assert "has begun" in refused["detail"]


async def test_the_panel_neither_plans_nor_chairs(study: Study) -> None:
    meeting = await a_meeting(study)
    panel = study.panel[0]
    ok(await panel.client.post(f"{study.url}/meetings", json=plan()), 403)
    ok(await panel.client.post(f"{meeting.path}/invitations"), 403)
    ok(await meeting.try_to(panel, "start"), 403)


async def test_an_independent_chair_runs_the_meeting_and_does_not_plan_it(study: Study) -> None:
    meeting = await a_meeting(study)
    ok(await study.chair.client.post(f"{study.url}/meetings", json=plan()), 403)
    await meeting.act(study.chair, "start")
    read = ok(await study.chair.client.get(meeting.path)).json()
    assert (read["state"], read["may_chair"], read["may_build"]) == ("live", True, False)


async def test_a_meeting_for_some_groups_is_not_for_the_others(study: Study) -> None:
    carers, leaders = study.panel[:2]
    meeting = await a_meeting(study, group_ids=[str(study.groups[0].id)])
    ok(await carers.client.get(meeting.path))
    ok(await leaders.client.get(meeting.path), 403)
    listed = ok(await leaders.client.get(f"{study.url}/meetings")).json()
    assert listed == []


async def test_the_start_freezes_what_will_be_shown(study: Study) -> None:
    meeting = await a_meeting(study)
    version = f"{study.url}/versions/{meeting.items[0]['version_id']}"
    assert ok(await study.lead.client.get(version)).json()["is_frozen"] is False
    ok(await study.panel[0].client.get(version), 404)
    await meeting.act(study.chair, "start")
    frozen = ok(await study.panel[0].client.get(version)).json()
    assert frozen["frozen_because"] == "the meeting “Second consultation”"


async def test_a_point_can_be_added_while_the_meeting_runs(study: Study) -> None:
    meeting = await a_running_meeting(study)
    late = await a_mechanism(study, "Fostering resilience")
    await meeting.act(study.chair, "add_item", version_id=str(late.id), minutes=5)
    agenda = (await meeting.state(study.panel[0]))["state"]["agenda"]
    assert [item["title"] for item in agenda][-1] == "Fostering resilience"
    ok(await study.panel[0].client.get(f"{study.url}/versions/{late.id}"))
    await meeting.act(study.chair, "present", item_id=agenda[-1]["id"])


async def test_a_hand_is_raised_once_and_taken_down_by_the_floor(study: Study) -> None:
    meeting = await a_running_meeting(study)
    ann = study.panel[0]
    await meeting.act(ann, "raise_hand")
    refused = ok(await meeting.try_to(ann, "raise_hand"), 409).json()
    assert refused["detail"] == "Your hand is up already."
    await meeting.act(study.chair, "give_floor", member_id=str(ann.id))
    state = (await meeting.state(ann))["state"]
    assert state["hands"] == []
    assert state["floor"]["member_id"] == str(ann.id)


async def test_a_speaker_gives_the_floor_back_and_nobody_elses(study: Study) -> None:
    meeting = await a_running_meeting(study)
    ann, bob = study.panel[:2]
    await meeting.act(study.chair, "give_floor", member_id=str(study.chair.id))
    ok(await meeting.try_to(ann, "end_floor"), 403)
    await meeting.act(bob, "raise_hand")
    await meeting.act(study.chair, "give_floor", member_id=str(bob.id))
    await meeting.act(bob, "end_floor")
    assert (await meeting.state(ann))["state"]["floor"] is None


async def test_the_floor_goes_to_nobody_who_is_not_there(study: Study) -> None:
    meeting = await a_running_meeting(study)
    absent = study.panel[1]
    answer = await meeting.try_to(study.chair, "give_floor", member_id=str(absent.id))
    assert "not in the meeting" in ok(answer, 404).json()["detail"]


async def test_the_chair_lowers_a_hand(study: Study) -> None:
    meeting = await a_running_meeting(study)
    ann = study.panel[0]
    await meeting.act(ann, "raise_hand")
    ok(await meeting.try_to(study.panel[1], "lower_hand", member_id=str(ann.id)), 403)
    await meeting.act(study.chair, "lower_hand", member_id=str(ann.id))
    assert (await meeting.state(ann))["state"]["hands"] == []
    ok(await meeting.try_to(ann, "withdraw_hand"), 409)


@pytest.mark.parametrize(
    ("verb", "fields"),
    [
        ("raise_hand", {}),
        ("present", {"item_id": str(uuid4())}),
        ("open_poll", {"prompt": "?", "choices": ["a", "b"], "item_id": None}),
        ("end", {}),
    ],
)
async def test_nothing_happens_before_the_start(study: Study, verb: str, fields: dict) -> None:
    meeting = await a_meeting(study)
    answer = ok(await meeting.try_to(study.lead, verb, **fields), 409).json()
    assert "has not begun" in answer["detail"]


async def test_nothing_happens_after_the_end(study: Study) -> None:
    meeting = await a_running_meeting(study)
    await meeting.act(study.chair, "end")
    for verb in ("start", "raise_hand", "end"):
        answer = ok(await meeting.try_to(study.lead, verb), 409).json()
        assert "has ended" in answer["detail"]
    ok(await meeting.comment(study.panel[0], "One more thing"), 409)


async def test_a_retried_command_is_answered_as_before_and_done_once(study: Study) -> None:
    meeting = await a_running_meeting(study)
    command_id = str(uuid4())
    seqs = {
        await meeting.act(study.panel[0], "raise_hand", command_id=command_id) for _ in range(3)
    }
    assert len(seqs) == 1
    state = await meeting.state(study.chair)
    assert len(state["state"]["hands"]) == 1
    assert state["seq"] == seqs.pop()


async def test_somebody_elses_command_id_is_not_taken_for_ones_own(study: Study) -> None:
    meeting = await a_running_meeting(study)
    command_id = str(uuid4())
    await meeting.act(study.panel[0], "raise_hand", command_id=command_id)
    ok(await meeting.try_to(study.panel[1], "raise_hand", command_id=command_id), 409)


@pytest.mark.parametrize(
    "body",
    [
        {"type": "raise_hand"},
        {"type": "sing", "command_id": str(uuid4())},
        {"type": "raise_hand", "command_id": str(uuid4()), "member_id": str(uuid4())},
        {"type": "open_poll", "command_id": str(uuid4()), "prompt": "?", "choices": ["a", "A"]},
    ],
)
async def test_a_command_outside_the_protocol_is_refused(study: Study, body: dict) -> None:
    meeting = await a_running_meeting(study)
    before = (await meeting.state(study.chair))["seq"]
    ok(await study.chair.client.post(f"{meeting.path}/commands", json=body), 422)
    assert (await meeting.state(study.chair))["seq"] == before


async def test_a_comment_in_the_meeting_is_read_by_everybody_there(study: Study) -> None:
    meeting = await a_running_meeting(study)
    ok(await meeting.comment(study.panel[0], "Carers hold power too."), 201)
    read = ok(await study.panel[1].client.get(f"{meeting.path}/comments")).json()
    assert [(one["name"], one["text"]) for one in read] == [("Panel0", "Carers hold power too.")]
    state = (await meeting.state(study.chair))["state"]
    assert state["comments"] == {meeting.items[0]["version_id"]: 1}


async def test_a_comment_taken_back_is_shown_to_nobody(study: Study) -> None:
    meeting = await a_running_meeting(study)
    made = ok(await meeting.comment(study.panel[0], "I should not say this."), 201).json()
    ok(await study.panel[0].client.delete(f"{study.url}/comments/{made['id']}"), 204)
    assert ok(await study.chair.client.get(f"{meeting.path}/comments")).json() == []


async def test_a_comment_on_something_else_or_before_the_start_is_refused(study: Study) -> None:
    meeting = await a_meeting(study)
    ok(await meeting.comment(study.lead, "Too early"), 409)
    await meeting.act(study.chair, "start")
    elsewhere = await a_mechanism(study, "Not on the agenda")
    answer = await meeting.comment(study.lead, "Hm", target_id=str(elsewhere.id))
    assert "not on the agenda" in ok(answer, 404).json()["detail"]


async def test_a_recording_learns_who_spoke_and_what_was_shown(lab: Lab, study: Study) -> None:
    meeting = await a_running_meeting(study)
    ann, bob = study.panel[:2]
    for person in (ann, bob):
        await meeting.act(person, "raise_hand")
        await meeting.act(study.chair, "give_floor", member_id=str(person.id))
    await meeting.act(study.chair, "present", item_id=meeting.items[2]["id"])
    await meeting.act(study.chair, "end")
    async with lab.runtime.reading() as session:
        turns = await reading.floor_turns(session, meeting.id)
        spans = await reading.agenda_spans(session, meeting.id)
        names = await reading.speakers(session, meeting.id)
    assert [turn.member_id for turn in turns] == [ann.id, bob.id]
    assert turns[0].end == turns[1].start
    assert [str(span.version_id) for span in spans] == [meeting.items[0]["version_id"], "None"]
    state = (await meeting.state(study.lead))["state"]
    assert turns[1].end == spans[1].end == datetime.fromisoformat(state["ended_at"])
    assert names == {ann.id: "Panel0", bob.id: "Panel1"}


async def test_everybody_asked_gets_one_link_that_lands_in_the_meeting(
    lab: Lab, study: Study
) -> None:
    meeting = await a_meeting(study, group_ids=[str(study.groups[0].id)])
    invite = f"{meeting.path}/invitations"
    assert ok(await study.facilitator.client.get(meeting.path)).json()["to_invite"] == 2
    sent = ok(await study.facilitator.client.post(invite), 202).json()
    assert sent == {"sent": 2, "invited": 2}  # the carers' member and the chair
    again = ok(await study.facilitator.client.post(invite), 202).json()
    assert again == {"sent": 0, "invited": 2}
    (mail,) = [mail for mail in await lab.mails() if mail.recipient.startswith("panel0")]
    assert "Thursday 3 December 2026, 13:00 (Europe/London)" in mail.body
    token = mail.body.split("/welcome#t=")[1].split()[0]
    landed = ok(await lab.visitor().post("/api/sign-in/link", json={"token": token})).json()
    assert landed["landing"] == landing_of(meeting)
