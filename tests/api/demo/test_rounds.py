"""What the written rounds of the demo show: statements, opinions, moderation, and a next round."""

from pathlib import Path
from typing import Any

import pytest
from httpx import AsyncClient

from tests.support.demo import Demo, Seeded, open_demo, open_lab
from tests.support.lab import ok

pytestmark = pytest.mark.timeout(600)

FACILITATOR, CARER, LEADER = "Gwen Pritchard", "Beth Hargreaves", "Callum Fraser"
FIRST = "Written review of the ten first ideas"
SECOND = "Written review of the reworked ten"
OPEN = "Written review of the refined mechanisms"


async def _of(demo: Demo, client: AsyncClient, title: str, path: str) -> Any:
    rounds = ok(await client.get(f"{demo.url}/rounds/mine")).json()
    found = next(one["id"] for one in rounds if one["title"] == title)
    return ok(await client.get(f"{demo.url}/rounds/{found}/{path}")).json()


async def _for_team(demo: Demo, title: str, path: str) -> Any:
    facilitator = await demo.client(FACILITATOR)
    rounds = ok(await facilitator.get(f"{demo.url}/rounds")).json()
    found = next(one["id"] for one in rounds if one["title"] == title)
    return ok(await facilitator.get(f"{demo.url}/rounds/{found}/{path}")).json()


async def test_the_second_round_asks_in_every_way(demo: Demo) -> None:
    results = await _for_team(demo, SECOND, "results")
    kinds = [question["kind"] for item in results["items"] for question in item["questions"]]
    assert set(kinds) == {"rating", "vote", "choice", "ranking", "decision", "missing"}
    assert kinds.count("vote") == 10


async def test_the_panel_wrote_statements_and_reads_what_became_of_them(demo: Demo) -> None:
    closed = (await _for_team(demo, SECOND, "statements"))["statements"]
    assert [one["standing"] for one in closed] == ["shown", "shown", "refused", "shown"]
    waiting = [
        one["text"]
        for one in (await _for_team(demo, OPEN, "statements"))["statements"]
        if one["standing"] == "waiting"
    ]
    assert len(waiting) == 2
    author = await demo.client("Owen Bevan")
    (mine,) = (await _of(demo, author, SECOND, "statements/mine"))["written"]
    assert mine["refused_for"] == "off_topic"
    assert "in a comment" in mine["reason"]


async def test_nineteen_people_are_too_few_for_opinion_groups(demo: Demo) -> None:
    opinions = await _for_team(demo, SECOND, "opinions")
    assert opinions["opinion"] is None
    assert "opinion groups need 30" in opinions["refusal"]
    assert len(opinions["statements"]) == 10
    assert len(opinions["stakeholder"]["groups"]) >= 1


async def test_with_a_lower_minimum_the_panel_falls_into_two_opinion_groups(
    seeded: Seeded, tmp_path: Path
) -> None:
    settings = seeded.copy(tmp_path / "data").model_copy(update={"opinion_minimum": 15})
    async with open_lab(settings) as lab:
        opinions = await _for_team(await open_demo(lab), SECOND, "opinions")
    assert sorted(group["size"] for group in opinions["opinion"]["groups"]) == [8, 11]
    assert opinions["silhouette"] > opinions["bound"]


async def test_what_was_said_is_moderated_but_for_three_comments(demo: Demo) -> None:
    first, second = [await _for_team(demo, title, "comments") for title in (FIRST, SECOND)]
    assert (first["waiting"], first["withheld"]) == (0, 1)
    assert (second["waiting"], second["withheld"]) == (3, 1)
    for queue in (first, second):
        said = [one for item in queue["items"] for one in item["comments"]]
        reworded = [one for one in said if one["words"] != one["text"]]
        assert [one["standing"] for one in reworded] == ["released"]


async def test_the_panel_was_told_what_came_of_the_first_round(demo: Demo) -> None:
    carer = await demo.client(CARER)
    first, second = [await _of(demo, carer, title, "results") for title in (FIRST, SECOND)]
    assert "power is missing" in first["feedback_words"]
    assert second["feedback_at"] is None


async def test_the_open_round_shows_what_came_of_an_item_that_is_asked_again(demo: Demo) -> None:
    mine = await _of(demo, await demo.client(LEADER), OPEN, "mine")
    perspectives, resilience = mine["carried"]
    assert perspectives["round_title"] == SECOND
    assert perspectives["version_before_id"]
    (question,) = perspectives["questions"]
    assert question["result"]["is_divided"]
    assert question["result"]["mine"]["rating"] == 3
    assert len(perspectives["comments"]) == 2
    assert len(resilience["comments"]) == 1


async def test_ideas_of_the_second_round_are_in_the_open_one_or_left_out_with_a_reason(
    demo: Demo,
) -> None:
    ideas = await _for_team(demo, OPEN, "ideas")
    assert sorted(one["standing"] for one in ideas) == ["refused"] * 3 + ["shown"] * 2
    assert all(one["reason"] for one in ideas if one["standing"] == "refused")
    carer = await _of(demo, await demo.client(CARER), OPEN, "mine")
    (own,) = carer["ideas"]
    assert own["statement"] == "Families should be told what was decided, and why."


async def test_the_closed_round_says_which_round_follows_it(demo: Demo) -> None:
    offer = await _for_team(demo, SECOND, "next")
    assert offer["follower"]["title"] == OPEN
