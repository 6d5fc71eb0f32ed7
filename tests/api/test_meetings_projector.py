"""The projector: opened by a code of its own, read-only, and told only what is for the wall."""

import json
import re
from datetime import timedelta

from colloquy.core.clock import now
from colloquy.meetings.models import Meeting as Row
from tests.factories.meetings import a_meeting, a_running_meeting
from tests.factories.studies import Study
from tests.factories.walls import a_code, a_wall
from tests.support.lab import Lab, ok


async def test_the_chair_makes_a_code_and_sees_it_once(study: Study) -> None:
    meeting = await a_meeting(study)
    chair, address = study.chair.client, f"{meeting.path}/projector"
    assert ok(await chair.get(address)).json() is None
    made = ok(await chair.post(address), 201).json()
    assert re.fullmatch("([BCDFHJKMPRSTVWXZ]{4}-){3}[BCDFHJKMPRSTVWXZ]{4}", made["code"])
    assert made["link"].endswith("/projector#k=" + made["code"].replace("-", ""))
    assert set(ok(await chair.get(address)).json()) == {"made_at", "shows_hands"}


async def test_the_panel_makes_no_projector_code(study: Study) -> None:
    meeting = await a_meeting(study)
    address = f"{meeting.path}/projector"
    panel = study.panel[0].client
    for answer in (
        await panel.get(address),
        await panel.post(address),
        await panel.put(address, json={"shows_hands": False}),
        await panel.delete(address),
    ):
        ok(answer, 403)


async def test_a_projector_needs_no_sign_in_and_can_do_nothing(lab: Lab, study: Study) -> None:
    meeting = await a_running_meeting(study)
    wall = await a_wall(meeting)
    seen = await wall.read()
    assert (seen["title"], seen["shown"]) == ("Second consultation", 0)
    assert seen["mechanism"]["title"] == "Working with power"
    ok(await wall.client.get(f"{meeting.path}/state"), 401)
    ok(await wall.client.get("/api/me"), 401)
    body = {"command_id": str(meeting.id), "type": "end"}
    ok(await wall.client.post(f"{meeting.path}/commands", json=body), 401)


async def test_the_code_may_be_typed_as_it_is_read(lab: Lab, study: Study) -> None:
    code = await a_code(await a_meeting(study))
    for typed in (code.lower(), code.replace("-", " "), code.replace("-", "")):
        visitor = lab.visitor()
        ok(await visitor.post("/api/projector", json={"code": typed}), 204)
        ok(await visitor.get("/api/projector"))


async def test_wrong_codes_are_refused_and_limited(lab: Lab, study: Study) -> None:
    lab.runtime.settings.link_limit = "2/minute"
    visitor = lab.visitor()
    wrong = {"code": "BBBB-BBBB-BBBB-BBBB"}
    statuses = [(await visitor.post("/api/projector", json=wrong)).status_code for _ in range(3)]
    assert statuses == [404, 404, 429]


async def test_a_code_that_was_taken_back_or_replaced_shows_nothing(study: Study) -> None:
    meeting = await a_running_meeting(study)
    first, second = await a_wall(meeting), await a_wall(meeting)
    ok(await first.client.get("/api/projector"), 404)
    ok(await study.chair.client.delete(f"{meeting.path}/projector"), 204)
    refused = ok(await second.client.get("/api/projector"), 404).json()
    assert "Ask the chair for a new one" in refused["detail"]


async def test_a_projector_code_ends_half_a_day_after_its_meeting(lab: Lab, study: Study) -> None:
    meeting = await a_running_meeting(study)
    wall = await a_wall(meeting)
    await meeting.act(study.chair, "end")
    ended = await wall.read()
    assert (ended["phase"], ended["code"]) == ("ended", None)
    async with lab.writing() as session:
        row = await session.get_one(Row, meeting.id)
        row.ended_at = now() - timedelta(hours=13)
        session.add(row)
    ok(await wall.client.get("/api/projector"), 404)


async def test_hands_are_counted_unless_the_chair_hides_them(study: Study) -> None:
    meeting = await a_running_meeting(study)
    wall = await a_wall(meeting)
    await meeting.act(study.panel[0], "raise_hand")
    assert (await wall.read())["hands"] == 1
    hide = {"shows_hands": False}
    ok(await study.chair.client.put(f"{meeting.path}/projector", json=hide))
    assert (await wall.read())["hands"] is None
    again = await a_wall(meeting)
    assert (await again.read())["hands"] is None


async def test_words_that_are_not_frozen_are_not_on_the_wall(study: Study) -> None:
    meeting = await a_meeting(study)
    wall = await a_wall(meeting)
    seen = await wall.read()
    assert (seen["phase"], seen["mechanism"]) == ("lobby", None)
    assert next(point["title"] for point in seen["agenda"]) == "Working with power"


async def test_the_wall_holds_no_comment_no_voter_and_nobodys_name_but_the_speakers(
    study: Study,
) -> None:
    meeting = await a_running_meeting(study)
    wall = await a_wall(meeting)
    ok(await meeting.comment(study.panel[0], "Carers hold power too."), 201)
    poll = await meeting.open_poll()
    await meeting.vote(study.panel[1], poll, "Agree")
    await meeting.act(study.panel[0], "raise_hand")
    seen = await wall.read()
    assert seen["voted"] == 1
    said = json.dumps(seen)
    for person in (study.chair, *study.panel):
        assert str(person.id) not in said
        assert f'"{person.member.display_name}"' not in said
    assert "Carers hold power" not in said
    await meeting.act(study.chair, "give_floor", member_id=str(study.panel[0].id))
    assert (await wall.read())["speaker"]["name"] == "Panel0"


async def test_the_wall_draws_the_code_to_join_with(study: Study) -> None:
    meeting = await a_meeting(study)
    wall = await a_wall(meeting)
    assert ok(await wall.client.get("/api/projector/join.svg")).text.startswith("<svg")
    code = ok(await study.chair.client.get(meeting.path)).json()["code"]
    assert (await wall.read())["code"] == code
