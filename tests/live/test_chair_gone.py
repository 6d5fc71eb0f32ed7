"""The chair's laptop dies: a deputy takes over after the stated time, and not before."""

from datetime import timedelta

import pytest

from colloquy.core.clock import now, standing_at
from colloquy.meetings.chairing import queries
from colloquy.meetings.following import follower
from tests.factories.meetings import Meeting, a_meeting, a_running_meeting
from tests.factories.studies import Person, Study
from tests.live.browsers import Server
from tests.support.lab import Lab, ok


async def _last_seen_before(lab: Lab, meeting: Meeting, person: Person, seconds: int) -> None:
    """Let the last sign of this person lie further back than it does."""
    async with lab.writing() as session:
        row = await queries.sighting(session, meeting.id, person.id)
        assert row
        assert now() - row.seen_at < timedelta(seconds=20)
        row.seen_at -= timedelta(seconds=seconds)
        session.add(row)


async def test_a_chair_who_is_here_is_not_replaced(server: Server, study: Study) -> None:
    meeting = await a_running_meeting(study)
    async with server.follow(meeting, study.chair) as chair:
        await chair.hear_of("presence")
        refused = ok(await meeting.try_to(study.facilitator, "take_chair"), 409).json()
    assert refused["detail"] == "Chair holds the chair and is here. Ask to be handed the chair."


async def test_a_deputy_takes_over_from_a_laptop_that_died_after_the_stated_time(
    lab: Lab, server: Server, study: Study
) -> None:
    with standing_at(now() - timedelta(minutes=5)):
        meeting = await a_running_meeting(study, deputy_id=str(study.facilitator.id))
    async with server.follow(meeting, study.facilitator) as deputy:
        async with server.follow(meeting, study.chair) as chair:
            await deputy.hear_names("Chair", "Facilitator")
            # no goodbye: the connection just is no more
            chair.connection.transport.abort()
        await deputy.hear_names("Facilitator")
        refused = ok(await meeting.try_to(study.facilitator, "take_chair"), 409).json()
        assert "has been gone since" in refused["detail"]
        assert " seconds, at " in refused["detail"]
        await _last_seen_before(lab, meeting, study.chair, 60)
        number = await meeting.act(study.facilitator, "take_chair")
        await deputy.hear_until(number)
        async with server.follow(meeting, study.chair) as again:
            await again.hear_until(number)
    assert again.of("chair_taken")[-1]["by"] == str(study.facilitator.id)
    ok(await meeting.try_to(study.chair, "pause"), 403)


async def test_a_chair_who_comes_back_in_time_keeps_the_chair(
    lab: Lab, server: Server, study: Study
) -> None:
    with standing_at(now() - timedelta(minutes=5)):
        meeting = await a_running_meeting(study)
    async with server.follow(meeting, study.chair) as chair:
        await chair.hear_of("presence")
    async with server.follow(meeting, study.chair) as chair:
        await chair.hear_of("presence")
        ok(await meeting.try_to(study.facilitator, "take_chair"), 409)
    await meeting.act(study.chair, "pause")


async def test_when_the_chair_was_last_seen_outlives_the_server(
    lab: Lab, server: Server, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follower, "BEAT_SECONDS", 0.1)
    meeting = await a_running_meeting(study)
    async with server.follow(meeting, study.chair) as chair:
        await chair.say({"type": "ping"})
        await chair.hear_of("pong")
        await chair.hear_for(0.4)
        async with lab.runtime.reading() as session:
            seen = await queries.last_seen(session, meeting.id, study.chair.id)
            panel = await queries.last_seen(session, meeting.id, study.panel[0].id)
    assert seen
    assert now() - seen < timedelta(seconds=10)
    assert panel is None


async def test_the_chairs_marks_leave_only_their_number_with_the_panel(
    server: Server, study: Study
) -> None:
    meeting = await a_running_meeting(study)
    made = ok(await meeting.comment(study.panel[0], "Carers hold power too."), 201).json()["id"]
    async with (
        server.follow(meeting, study.panel[0]) as panel,
        server.follow(meeting, study.lead) as lead,
    ):
        await panel.hear_of("presence")
        await lead.hear_of("presence")
        number = await meeting.act(study.chair, "mark_comment", comment_id=made, mark="to_raise")
        await panel.hear_until(number)
        await lead.hear_until(number)
    assert panel.events[-1] == {"type": "withheld", "seq": number}
    assert lead.events[-1]["mark"] == "to_raise"


async def test_the_socket_of_a_chair_whose_rehearsal_was_deleted_closes_without_an_error(
    server: Server, study: Study, caplog: pytest.LogCaptureFixture
) -> None:
    meeting = await a_meeting(study)
    begun = await study.chair.client.post(
        f"{meeting.path}/rehearsal", json={"people": 1, "pace": "calm"}
    )
    rehearsal = ok(begun, 201).json()
    url = f"/api/studies/{rehearsal['study_id']}"
    path = f"{url}/meetings/{rehearsal['meeting_id']}/live"
    async with server.listen(path, study.chair) as chair:
        await chair.hear_of("presence")
        ok(await study.chair.client.delete(f"{url}/rehearsal"), 204)
    await server.settle()
    assert not [record for record in caplog.records if record.exc_info]
