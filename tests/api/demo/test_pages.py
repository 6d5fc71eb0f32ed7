"""Every page of the demo has something on it, and each person sees what is theirs."""

import re
from typing import Any

import pytest
from httpx import AsyncClient

from tests.support.demo import Demo
from tests.support.lab import ok

pytestmark = pytest.mark.timeout(600)

LEAD, CARER, EXPERT, CHAIR = "Miriam Okonjo", "Beth Hargreaves", "Erin Gallagher", "Alan Whitcombe"

# the lead is nobody's panel member, so nobody asks and answers the lead
NOT_FOR_THE_LEAD = {"rounds/mine", "my-answer"}
# the demo study is nobody's rehearsal
NOT_OF_A_TRUE_STUDY = {"rehearsal"}
# no file is on its way into the demo
NOT_ON_ITS_WAY = {"intakes"}
# its transcript was made of its recording, and stands with it on the page of recordings
NOT_FROM_ELSEWHERE = {"imported-transcripts"}


async def _get(client: AsyncClient, url: str) -> Any:
    return ok(await client.get(url)).json()


async def test_every_list_of_the_study_has_something_on_it(demo: Demo) -> None:
    lead = await demo.client(LEAD)
    prefix = "/api/studies/{study_id}/"
    lists = (
        {
            path.removeprefix(prefix)
            for path, methods in demo.lab.app.openapi()["paths"].items()
            if "get" in methods and re.fullmatch(re.escape(prefix) + r"[^{}]+", path)
        }
        - NOT_FOR_THE_LEAD
        - NOT_OF_A_TRUE_STUDY
        - NOT_ON_ITS_WAY
        - NOT_FROM_ELSEWHERE
    )
    assert {"mechanisms", "rounds", "meetings", "documents", "codes", "proposals"} <= lists
    empty = set()
    for path in lists:
        query = await _needs(demo, lead, path)
        answer = ok(await lead.get(f"{demo.url}/{path}{query}"))
        is_json = answer.headers["content-type"].startswith("application/json")
        if not (answer.json() if is_json else answer.content):
            empty.add(path)
    assert not empty


async def _needs(demo: Demo, lead: AsyncClient, path: str) -> str:
    if path != "codings":
        return ""
    transcript, *_ = await _get(lead, f"{demo.url}/documents?kind=transcript")
    return f"?document_id={transcript['id']}"


async def test_two_rounds_are_closed_and_one_is_open_half_answered(demo: Demo) -> None:
    lead = await demo.client(LEAD)
    rounds = await _get(lead, f"{demo.url}/rounds")
    assert sorted(one["state"] for one in rounds) == ["closed", "closed", "open"]
    for one in rounds:
        progress = await _get(lead, f"{demo.url}/rounds/{one['id']}/progress")
        begun = 9 if one["state"] == "open" else 19
        assert (progress["asked"], progress["begun"]) == (22, begun)


async def test_the_open_round_asks_about_what_the_accepted_proposal_made(demo: Demo) -> None:
    lead, carer = await demo.client(LEAD), await demo.client(CARER)
    mine = await _get(carer, f"{demo.url}/rounds/mine")
    waiting = next(one for one in mine if one["standing"] == "waiting")
    items = (await _get(carer, f"{demo.url}/rounds/{waiting['id']}/mine"))["items"]
    asked = {item["version"]["id"] for item in items if item["version"]}
    mechanisms = await _get(lead, f"{demo.url}/mechanisms")
    assert asked == {one["current"]["id"] for one in mechanisms if one["status"] != "retired"}


async def test_closed_rounds_show_a_panel_that_is_divided_on_conflict(demo: Demo) -> None:
    lead = await demo.client(LEAD)
    rounds = await _get(lead, f"{demo.url}/rounds")
    for one in rounds:
        if one["state"] == "open":
            continue
        items = (await _get(lead, f"{demo.url}/rounds/{one['id']}/results"))["items"]
        divided = [
            item["version"]["title"]
            for item in items
            for question in item["questions"]
            if question["kind"] == "rating" and question["is_divided"]
        ]
        assert divided in (["Balancing needs"], ["Creating balance and managing conflict"])


async def test_nobody_sees_results_of_the_open_round(demo: Demo) -> None:
    lead, carer = await demo.client(LEAD), await demo.client(CARER)
    rounds = await _get(lead, f"{demo.url}/rounds")
    open_id = next(one["id"] for one in rounds if one["state"] == "open")
    for client in (lead, carer):
        ok(await client.get(f"{demo.url}/rounds/{open_id}/results"), 409)


async def test_a_carer_has_a_round_to_answer_and_can_answer_it(own_demo: Demo) -> None:
    carer = await own_demo.client(CARER)
    mine = await _get(carer, f"{own_demo.url}/rounds/mine")
    assert sorted(one["standing"] for one in mine) == ["closed", "closed", "waiting"]
    waiting = next(one for one in mine if one["standing"] == "waiting")
    round_ = await _get(carer, f"{own_demo.url}/rounds/{waiting['id']}/mine")
    question = round_["items"][0]["questions"][0]["id"]
    ok(
        await carer.put(
            f"{own_demo.url}/rounds/{waiting['id']}/questions/{question}/response",
            json={"rating": 9, "answered_at": "2020-09-01T10:00:00Z"},
        )
    )


async def test_a_carer_reads_what_became_of_her_words(demo: Demo) -> None:
    carer = await demo.client(CARER)
    answer = ok(await carer.get(f"{demo.url}/my-answer")).text
    assert "We said it and there it is" in answer
    assert "carers and patients were left out" in answer


async def test_words_that_were_not_followed_are_answered_to_their_writer(demo: Demo) -> None:
    owen = await demo.client("Owen Bevan")
    answer = ok(await owen.get(f"{demo.url}/my-answer")).text
    assert "too general: it is true of any leadership" in answer


async def test_an_accepted_proposal_made_a_version_and_an_edge(demo: Demo) -> None:
    lead = await demo.client(LEAD)
    listed = await _get(lead, f"{demo.url}/proposals")
    assert sorted(one["state"] for one in listed) == ["accepted", "open", "rejected"]
    by_state = {
        one["state"]: await _get(lead, f"{demo.url}/proposals/{one['id']}") for one in listed
    }
    accepted = by_state["accepted"]
    assert accepted["outcomes"][0]["made"]["title"] == "Working with power"
    assert [edge["kind"] for edge in accepted["edges"]] == ["revises"]
    assert len(accepted["evidence"]) == 5
    assert "hide anxiety" in by_state["rejected"]["decision"]["reason"]
    assert by_state["open"]["can_decide"]
    assert not by_state["open"]["is_out_of_date"]


async def test_from_the_newest_version_every_voice_behind_it_is_found(demo: Demo) -> None:
    lead = await demo.client(LEAD)
    mechanisms = await _get(lead, f"{demo.url}/mechanisms")
    power = next(m for m in mechanisms if m["current"]["title"] == "Working with power")
    voices = ok(await lead.get(f"{demo.url}/versions/{power['current']['id']}/voices")).text
    assert "Young carers want shared power" in voices
    assert "It does not say that carers or patients share them." in voices


@pytest.mark.parametrize("name", [CARER, EXPERT])
async def test_the_panel_is_kept_out_of_the_teams_work(demo: Demo, name: str) -> None:
    member = await demo.client(name)
    for path in (
        "members",
        "recruitment",
        "documents",
        "codes",
        "excerpts",
        "proposals",
        "recordings",
        "rounds",
        "unanswered",
    ):
        ok(await member.get(f"{demo.url}/{path}"), 403)


async def test_the_panel_reads_no_comments_but_its_own(demo: Demo) -> None:
    carer = await demo.client(CARER)
    comments = await _get(carer, f"{demo.url}/comments")
    assert comments
    assert {comment["author"]["name"] for comment in comments} == {CARER}


async def test_a_stranger_finds_nothing(demo: Demo) -> None:
    administrator = await demo.client("Sam Oyelaran")
    ok(await administrator.get(demo.url), 404)
    assert await _get(administrator, "/api/administration/mails")


async def test_the_chair_can_start_the_meeting_of_today(own_demo: Demo) -> None:
    chair = await own_demo.client(CHAIR)
    meetings = await _get(chair, f"{own_demo.url}/meetings")
    assert sorted(one["state"] for one in meetings) == ["ended", "planned"]
    planned = next(one for one in meetings if one["state"] == "planned")
    assert planned["item_count"] == 3
    ok(
        await chair.post(
            f"{own_demo.url}/meetings/{planned['id']}/commands",
            json={"type": "start", "command_id": "01a1fd44-f951-7725-b29d-7fa368ca023b"},
        )
    )
