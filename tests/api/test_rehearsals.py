"""A meeting is rehearsed with simulated people, and nothing of it is kept."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from httpx import Response
from sqlalchemy import func, select

from colloquy.core.clock import now, standing_at
from colloquy.core.jobs import Job, JobState
from colloquy.rehearsing.acting import Play
from colloquy.rehearsing.queries import rehearsal_in
from colloquy.rehearsing.words import MARK
from colloquy.studies.removing import rows_within
from colloquy.tables import metadata
from colloquy.worker import sweep
from tests.factories.meetings import Meeting, a_meeting, a_running_meeting
from tests.factories.studies import Person, Study
from tests.support.lab import Lab, ok

# that work was asked for, and the log of who began and ended a rehearsal, stay
KEPT = {"job", "audit_entry"}
# a seed is drawn for each rehearsal; here it is always the same
SEED = 7


@dataclass
class Rehearsed:
    """A rehearsal and the ways to act in it, as the chair who began it."""

    study: Study
    read: dict[str, Any]
    chair: Person
    _plays: list[Play] = field(default_factory=list[Play])

    @property
    def url(self) -> str:
        return f"/api/studies/{self.read['study_id']}"

    @property
    def path(self) -> str:
        return f"{self.url}/meetings/{self.read['meeting_id']}"

    async def act(self, verb: str, **fields: Any) -> int:
        body = {"command_id": str(uuid4()), "type": verb, **fields}
        return ok(await self.chair.client.post(f"{self.path}/commands", json=body)).json()["seq"]

    async def state(self) -> dict[str, Any]:
        return ok(await self.chair.client.get(f"{self.path}/state")).json()

    async def mishap(self, kind: str) -> Response:
        return await self.chair.client.post(f"{self.url}/rehearsal/mishaps", json={"kind": kind})

    async def end(self) -> None:
        ok(await self.chair.client.delete(f"{self.url}/rehearsal"), 204)

    async def play(self, *seconds: float) -> None:
        """Let the simulated people act at so many seconds from now, one after the other."""
        began = now()
        if not self._plays:
            self._plays.append(await self._play())
        for at in seconds:
            with standing_at(began + timedelta(seconds=at)):
                await self._plays[0].step()

    async def _play(self) -> Play:
        async with self.study.lab.writing() as session:
            rehearsal = await rehearsal_in(session, UUID(self.read["study_id"]))
            assert rehearsal
            rehearsal.seed = SEED
            session.add(rehearsal)
        return Play(self.study.lab.runtime, rehearsal.id)


async def _rehearse(meeting: Meeting, person: Person | None = None, **given: Any) -> Rehearsed:
    chair = person or meeting.study.chair
    body = {"people": 20, "pace": "storm", **given}
    answer = await chair.client.post(f"{meeting.path}/rehearsal", json=body)
    return Rehearsed(meeting.study, ok(answer, 201).json(), chair)


async def _count(lab: Lab) -> Counter[str]:
    """How many rows each table has."""
    async with lab.runtime.reading() as session:
        return Counter(
            {
                table.name: (await session.exec(select(func.count()).select_from(table))).scalar()
                for table in metadata.sorted_tables
                if table.name not in KEPT
            }
        )


async def _count_of(lab: Lab, study: Study) -> Counter[str]:
    """How many rows of each table belong to a study."""
    async with lab.runtime.reading() as session:
        return Counter(
            {
                table.name: (
                    await session.exec(select(func.count()).select_from(table).where(within))
                ).scalar()
                for table in metadata.sorted_tables
                if (within := rows_within(table, study.id)) is not None
            }
        )


async def test_a_rehearsal_has_the_plan_the_groups_and_the_words_of_the_true_meeting(
    study: Study,
) -> None:
    meeting = await a_meeting(study, deputy_id=str(study.facilitator.id))
    rehearsed = await _rehearse(meeting, people=8)
    assert rehearsed.read["people"] == 8
    read = ok(await study.chair.client.get(rehearsed.path)).json()
    true = ok(await study.chair.client.get(meeting.path)).json()
    assert (read["title"], read["may_chair"]) == (true["title"], True)
    kept = ("title", "kind", "minutes")
    assert [[item[name] for name in kept] for item in read["agenda"]] == [
        [item[name] for name in kept] for item in true["agenda"]
    ]
    assert {item["version_id"] for item in read["agenda"]}.isdisjoint(
        item["version_id"] for item in true["agenda"] if item["version_id"]
    )
    skeleton = ok(await study.chair.client.get(rehearsed.url)).json()
    assert [group["name"] for group in skeleton["groups"]] == ["Carers", "Leaders"]
    assert [stage["label"] for stage in skeleton["stages"]] == ["1a"]


async def test_as_many_come_as_are_invited_unless_the_chair_says_how_many(study: Study) -> None:
    await study.add_panel(group=0, count=3)
    meeting = await a_meeting(study)
    told = ok(await study.chair.client.get(f"{meeting.path}/rehearsal")).json()
    assert told == {"expected": 5, "running": None}
    rehearsed = await _rehearse(meeting, people=None)
    assert rehearsed.read["people"] == 5
    told = ok(await study.chair.client.get(f"{meeting.path}/rehearsal")).json()
    assert told["running"] == rehearsed.read


async def test_only_those_who_may_chair_see_it_and_it_is_not_among_the_studies(
    study: Study,
) -> None:
    rehearsed = await _rehearse(await a_meeting(study))
    for person in (study.chair, study.lead, study.facilitator):
        me = ok(await person.client.get("/api/me")).json()
        assert [one["study_id"] for one in me["memberships"]] == [str(study.id)]
        assert [one["study_id"] for one in me["rehearsals"]] == [rehearsed.read["study_id"]]
        studies = ok(await person.client.get("/api/studies")).json()
        assert [one["id"] for one in studies] == [str(study.id)]
        assert ok(await person.client.get(f"{rehearsed.url}/rehearsal")).json() == rehearsed.read
    for person in (study.panel[0], study.researcher):
        ok(await person.client.get(rehearsed.path), 404)


async def test_the_panel_rehearses_nothing_and_a_researcher_who_plans_does(study: Study) -> None:
    meeting = await a_meeting(study)
    ok(await study.panel[0].client.post(f"{meeting.path}/rehearsal", json={}), 403)
    ok(await study.panel[0].client.get(f"{meeting.path}/rehearsal"), 403)
    rehearsed = await _rehearse(meeting, study.researcher)
    await rehearsed.act("start")
    assert (await rehearsed.state())["state"]["phase"] == "live"


async def test_asked_twice_it_is_the_same_rehearsal(study: Study) -> None:
    meeting = await a_meeting(study)
    first, second = await _rehearse(meeting), await _rehearse(meeting, study.lead)
    assert first.read == second.read
    refused = await study.researcher.client.post(f"{meeting.path}/rehearsal", json={})
    assert "Somebody rehearses" in ok(refused, 409).json()["detail"]
    again = await study.chair.client.post(f"{first.path}/rehearsal", json={})
    assert ok(again, 409).json()["detail"] == "This is a rehearsal already."


async def test_a_meeting_that_runs_is_not_rehearsed_any_more(study: Study) -> None:
    meeting = await a_running_meeting(study)
    refused = await study.chair.client.post(f"{meeting.path}/rehearsal", json={})
    assert "too late" in ok(refused, 409).json()["detail"]


async def test_simulated_people_come_speak_comment_and_vote(lab: Lab, study: Study) -> None:
    rehearsed = await _rehearse(await a_meeting(study))
    await rehearsed.play(0, 5)
    waiting = (await rehearsed.state())["here"]
    assert 8 < len(waiting) <= 20
    await rehearsed.act("start")
    item = ok(await study.chair.client.get(rehearsed.path)).json()["agenda"][0]
    await rehearsed.act("present", item_id=item["id"])
    await rehearsed.act(
        "open_poll", kind="decision", prompt="Well?", is_secret=True, item_id=item["id"]
    )
    await rehearsed.play(1, 5, 15, 30)
    state = await rehearsed.state()
    assert len(state["here"]) > len(waiting), "some come late"
    assert {one["id"] for one in state["here"]} <= state["state"]["people"].keys()
    assert state["state"]["hands"]
    comments = ok(await study.chair.client.get(f"{rehearsed.path}/comments")).json()
    assert comments
    assert all(comment["text"].startswith(MARK) for comment in comments)
    (poll,) = state["state"]["polls"]
    assert state["voted"][poll["id"]] > 8
    await rehearsed.act("close_poll", poll_id=poll["id"])
    await rehearsed.act("release_poll", poll_id=poll["id"])
    (poll,) = (await rehearsed.state())["state"]["polls"]
    assert sum(poll["result"]["counts"]) == poll["voted"]
    speaker = state["state"]["hands"][0]["member_id"]
    await rehearsed.act("give_floor", member_id=speaker)
    await rehearsed.play(*range(0, 200, 20))
    spoken = (await rehearsed.state())["state"]
    assert spoken["floor"] is None, "the floor was given back"
    assert speaker in spoken["spoken"]
    assert await lab.mails() == []


async def test_simulated_people_talk_in_their_small_groups_and_write_in_the_notes(
    study: Study,
) -> None:
    rehearsed = await _rehearse(await a_meeting(study))
    await rehearsed.play(0, 5)
    await rehearsed.act("start")
    await rehearsed.play(1)
    here = [one["id"] for one in (await rehearsed.state())["here"]]
    cards = [{"question": "What helps?"}, {"question": "What hinders?"}]
    await rehearsed.act("make_small_groups", how="balanced", groups=cards, member_ids=here, seed=1)
    (division,) = (await rehearsed.state())["state"]["divisions"]
    for group in division["groups"]:
        first = group["member_ids"][0]
        await rehearsed.act("name_facilitator", small_group_id=group["id"], member_id=first)
    await rehearsed.act("send_out", minutes=10)
    await rehearsed.play(*range(10, 100, 10))
    (division,) = (await rehearsed.state())["state"]["divisions"]
    assert any(group["floor"] for group in division["groups"])
    await rehearsed.act("call_back")
    notes = ok(await study.chair.client.get(f"{rehearsed.path}/small-groups/notes")).json()
    for note in notes:
        lines = note["text"].splitlines()
        assert lines
        assert all(line.startswith(MARK) for line in lines)
        assert len(set(lines)) == len(lines)


async def test_nothing_of_a_rehearsal_is_ever_in_the_true_study_and_nothing_is_left(
    lab: Lab, study: Study
) -> None:
    meeting = await a_meeting(study)
    true, everything = await _count_of(lab, study), await _count(lab)
    rehearsed = await _rehearse(meeting)
    await rehearsed.act("start")
    item = ok(await study.chair.client.get(rehearsed.path)).json()["agenda"][0]
    await rehearsed.act("present", item_id=item["id"])
    await rehearsed.act("open_poll", kind="vote", prompt="Well?", item_id=item["id"])
    await rehearsed.play(1, 5, 10, 20)
    assert await _count_of(lab, study) == true
    await rehearsed.end()
    assert await _count_of(lab, study) == true
    assert await _count(lab) == everything
    ok(await study.chair.client.get(rehearsed.path), 404)
    me = ok(await study.chair.client.get("/api/me")).json()
    assert me["rehearsals"] == []
    assert ok(await study.chair.client.get(f"{meeting.path}/state")).json()["seq"] == 1


async def test_a_rehearsal_that_nobody_ended_is_deleted_by_the_worker(
    lab: Lab, study: Study
) -> None:
    meeting = await a_meeting(study)
    before = await _count(lab)
    hours = lab.runtime.settings.rehearsal_hours
    with standing_at(now() - timedelta(hours=hours, minutes=1)):
        await _rehearse(meeting)
    await sweep(lab.runtime)
    await lab.work()
    assert await _count(lab) == before
    async with lab.runtime.reading() as session:
        states = (await session.exec(select(Job.state).where(Job.kind == "play_people"))).all()
    assert [row[0] for row in states] == ["cancelled"]


async def test_who_chairs_a_rehearsal_can_neither_invite_nor_mail_anybody(
    lab: Lab, study: Study
) -> None:
    rehearsed = await _rehearse(await a_meeting(study), study.lead)
    lead = study.lead.client
    ok(await lead.post(f"{rehearsed.path}/invitations"), 403)
    person = {"email": "new@example.org", "name": "New"}
    ok(await lead.post(f"{rehearsed.url}/members", json=person), 403)
    code = ok(await lead.get(rehearsed.path)).json()["code"]
    email = study.chair.account.email
    ok(await lab.visitor().post(f"/api/join/{code}/link", json={"email": email}), 202)
    await rehearsed.end()
    await lab.work()
    assert await lab.mails() == []


async def test_the_room_of_a_rehearsal_is_never_recorded(study: Study) -> None:
    rehearsed = await _rehearse(await a_meeting(study))
    assert ok(await study.chair.client.get(rehearsed.path)).json()["may_record"] is False
    await rehearsed.act("start")
    body = {"command_id": str(uuid4()), "type": "ask_recording"}
    refused = await study.chair.client.post(f"{rehearsed.path}/commands", json=body)
    assert "nothing is recorded" in ok(refused, 409).json()["detail"]


async def test_a_deputy_takes_the_chair_and_hands_it_back(study: Study) -> None:
    rehearsed = await _rehearse(await a_meeting(study))
    assert "does not run" in ok(await rehearsed.mishap("deputy"), 409).json()["detail"]
    await rehearsed.act("start")
    mine = (await rehearsed.state())["state"]["chair"]["member_id"]
    ok(await rehearsed.mishap("deputy"), 204)
    theirs = (await rehearsed.state())["state"]["chair"]["member_id"]
    assert theirs != mine
    assert "already" in ok(await rehearsed.mishap("deputy"), 409).json()["detail"]
    await rehearsed.play(5, 30)
    assert (await rehearsed.state())["state"]["chair"]["member_id"] == mine


async def test_half_of_the_people_drop_out(study: Study) -> None:
    rehearsed = await _rehearse(await a_meeting(study), people=40)
    await rehearsed.play(0, 5)
    await rehearsed.act("start")
    before = len((await rehearsed.state())["here"])
    ok(await rehearsed.mishap("drop_out"), 204)
    await rehearsed.play(5)
    assert len((await rehearsed.state())["here"]) < 0.8 * before


async def test_the_pace_is_changed_while_it_runs(study: Study) -> None:
    rehearsed = await _rehearse(await a_meeting(study), pace="calm")
    changed = await study.chair.client.patch(f"{rehearsed.url}/rehearsal", json={"pace": "storm"})
    assert ok(changed).json()["pace"] == "storm"


async def test_simulated_people_who_stand_still_because_of_a_fault_are_told_of(
    lab: Lab, study: Study
) -> None:
    rehearsed = await _rehearse(await a_meeting(study))
    path = f"{rehearsed.url}/rehearsal"
    assert ok(await study.chair.client.get(path)).json()["has_stopped"] is False
    async with lab.writing() as session:
        job = (await session.exec(select(Job).where(Job.kind == "play_people"))).scalar_one()
        job.state = JobState.FAILED
    assert ok(await study.chair.client.get(path)).json()["has_stopped"] is True
    await rehearsed.end()


async def test_three_run_at_once_and_the_next_is_asked_to_wait(study: Study) -> None:
    for _ in range(3):
        await _rehearse(await a_meeting(study), people=1)
    meeting = await a_meeting(study)
    refused = await study.chair.client.post(f"{meeting.path}/rehearsal", json={})
    assert "wait" in ok(refused, 409).json()["detail"]


async def test_a_true_study_is_no_rehearsal(study: Study) -> None:
    ok(await study.chair.client.get(f"{study.url}/rehearsal"), 404)
