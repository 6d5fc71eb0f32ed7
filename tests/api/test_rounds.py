"""Building a round and opening it: what stands before the panel is fixed, and everybody is told."""

import re
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import col, select

from colloquy.audit.models import AuditEntry
from colloquy.core.clock import now
from colloquy.rounds.models import Rule
from colloquy.rounds.schemas import QuestionIn, RoundItemIn
from colloquy.theory.models import MechanismVersion
from tests.factories.rounds import a_draft_round, a_statement, an_open_round, url_of
from tests.factories.studies import Study, a_study
from tests.factories.theory import a_mechanism
from tests.support.lab import Lab, ok

WHY = {"reason": "Enough people have answered."}


async def _draft(study: Study, **changes: Any) -> dict[str, Any]:
    given = {
        "title": "Second round",
        "closes_at": (now() + timedelta(days=3)).isoformat(),
        "group_ids": [str(study.groups[0].id)],
        **changes,
    }
    return ok(await study.facilitator.client.post(f"{study.url}/rounds", json=given), 201).json()


async def test_a_version_is_rated_and_a_statement_voted_on_unless_said_otherwise(
    study: Study,
) -> None:
    draft = await _draft(study)
    version = await a_mechanism(study)
    items = f"{study.url}/rounds/{draft['id']}/items"
    client = study.researcher.client
    ok(await client.post(items, json={"version_id": str(version.id)}), 201)
    whole = ok(await client.post(items, json={"statement": "Carers belong here."}), 201).json()
    kinds = [[asked["kind"] for asked in item["questions"]] for item in whole["items"]]
    assert kinds == [["rating"], ["vote"]]
    rating = whole["items"][0]["questions"][0]
    assert rating["prompt"].startswith("How important is this")
    assert (rating["scale"]["low"], rating["scale"]["high"]) == (1, 9)
    assert [band["low"] for band in rating["scale"]["bands"]] == [1, 4, 7]
    assert whole["items"][0]["version"]["title"] == version.title


async def test_a_draft_is_changed_sorted_and_thrown_away(study: Study) -> None:
    draft = await _draft(study)
    url, client = f"{study.url}/rounds/{draft['id']}", study.facilitator.client
    for words in ("One", "Two", "Three"):
        draft = ok(await client.post(f"{url}/items", json={"statement": words}), 201).json()
    ids = [item["id"] for item in draft["items"]]
    order = {"item_ids": [ids[2], ids[0], ids[1]]}
    draft = ok(await client.put(f"{url}/items/order", json=order)).json()
    assert [item["statement"] for item in draft["items"]] == ["Three", "One", "Two"]
    changed = {"statement": "Four", "questions": [{"kind": "rating", "points": 5}]}
    draft = ok(await client.put(f"{url}/items/{ids[0]}", json=changed)).json()
    assert [item["statement"] for item in draft["items"]] == ["Three", "Four", "Two"]
    assert draft["items"][1]["questions"][0]["scale"]["high"] == 5
    draft = ok(await client.delete(f"{url}/items/{ids[2]}")).json()
    assert [item["statement"] for item in draft["items"]] == ["Four", "Two"]
    draft = ok(await client.patch(url, json={"title": "New", "closes_at": None})).json()
    assert (draft["title"], draft["closes_at"]) == ("New", None)
    ok(await client.delete(url), 204)
    ok(await client.get(url), 404)


async def test_sorting_that_forgets_an_item_changes_nothing(study: Study) -> None:
    round_ = await a_draft_round(study, [a_statement("One"), a_statement("Two")])
    url, client = url_of(study, round_), study.facilitator.client
    first = ok(await client.get(url)).json()["items"][0]["id"]
    ok(await client.put(f"{url}/items/order", json={"item_ids": [first]}), 409)


async def test_an_item_is_one_thing_and_a_version_is_asked_about_once(study: Study) -> None:
    version = await a_mechanism(study)
    round_ = await a_draft_round(study, [RoundItemIn(version_id=version.id)])
    items, client = url_of(study, round_, "/items"), study.facilitator.client
    ok(await client.post(items, json={}), 422)
    both = {"version_id": str(version.id), "statement": "Both"}
    ok(await client.post(items, json=both), 422)
    again = ok(await client.post(items, json={"version_id": str(version.id)}), 409)
    assert "in this round already" in again.json()["detail"]


async def test_a_version_or_a_group_of_another_study_cannot_be_put_into_a_round(
    lab: Lab, study: Study
) -> None:
    other = await a_study(lab, title="Another study")
    foreign = await a_mechanism(other)
    round_ = await a_draft_round(study)
    client = study.facilitator.client
    body = {"version_id": str(foreign.id)}
    ok(await client.post(url_of(study, round_, "/items"), json=body), 404)
    groups = {"group_ids": [str(other.groups[0].id)]}
    ok(await client.patch(url_of(study, round_), json=groups), 404)


async def test_a_round_cannot_close_before_it_opens(study: Study) -> None:
    window = {
        "title": "Backwards",
        "opens_at": (now() + timedelta(days=2)).isoformat(),
        "closes_at": (now() + timedelta(days=1)).isoformat(),
    }
    answer = ok(await study.facilitator.client.post(f"{study.url}/rounds", json=window), 422)
    assert answer.json()["fields"][0]["path"] == "closes_at"


async def test_everything_that_stands_in_the_way_of_opening_is_said_at_once(study: Study) -> None:
    draft = await _draft(study, closes_at=None, group_ids=[])
    assert len(draft["obstacles"]) == 3
    url = f"{study.url}/rounds/{draft['id']}/open"
    refused = ok(await study.facilitator.client.post(url), 422).json()["detail"]
    assert "at least one mechanism version or statement" in refused
    assert "at least one stakeholder group" in refused
    assert "when the round closes" in refused


async def test_a_rule_for_nine_points_does_not_open_on_a_shorter_scale(study: Study) -> None:
    item = RoundItemIn(
        statement="Rate me", questions=[QuestionIn.model_validate({"kind": "rating", "points": 7})]
    )
    round_ = await a_draft_round(study, [item], rule=Rule.RAND_UCLA)
    url = url_of(study, round_, "/open")
    refused = ok(await study.facilitator.client.post(url), 422).json()["detail"]
    assert "nine points" in refused


async def test_opening_freezes_the_versions_and_locks_the_round(lab: Lab, study: Study) -> None:
    version = await a_mechanism(study)
    round_ = await a_draft_round(study, [RoundItemIn(version_id=version.id)])
    client = study.facilitator.client
    opened = ok(await client.post(url_of(study, round_, "/open"))).json()
    assert opened["state"] == "open"
    async with lab.runtime.reading() as session:
        frozen = await session.get(MechanismVersion, version.id)
    assert frozen
    assert frozen.frozen_at
    assert frozen.frozen_because == "Round: First round"
    for change in ({"rule": "RAND/UCLA"}, {"title": "Other"}, {"group_ids": []}):
        refused = ok(await client.patch(url_of(study, round_), json=change), 409)
        assert "has been opened" in refused.json()["detail"]
    ok(await client.post(url_of(study, round_, "/items"), json={"statement": "Late"}), 409)
    ok(await client.delete(url_of(study, round_)), 409)


async def test_opening_mails_each_active_member_of_the_groups_a_link_that_lands_there(
    lab: Lab, study: Study
) -> None:
    await study.add_panel(group=0)
    invited = {"email": "new@example.org", "name": "New", "group_id": str(study.groups[0].id)}
    ok(await study.facilitator.client.post(f"{study.url}/members", json=invited), 201)
    round_ = await an_open_round(study, groups=(0,))
    mails = [mail for mail in await lab.mails() if "First round" in mail.subject]
    asked = {study.panel[0].account.email, study.panel[2].account.email}
    assert {mail.recipient for mail in mails} == asked
    token = re.search(r"/welcome#t=(\S+)", mails[0].body)
    assert token
    assert "It takes about" in mails[0].body
    answer = ok(await lab.visitor().post("/api/sign-in/link", json={"token": token[1]}))
    assert answer.json()["landing"] == f"/panel/{study.id}/rounds/{round_.id}"


async def test_opening_twice_mails_once(lab: Lab, study: Study) -> None:
    round_ = await an_open_round(study)
    before = len(await lab.mails())
    ok(await study.facilitator.client.post(url_of(study, round_, "/open")), 409)
    assert len(await lab.mails()) == before


async def test_a_researcher_builds_and_only_a_facilitator_or_lead_runs(study: Study) -> None:
    round_ = await a_draft_round(study)
    ok(await study.researcher.client.patch(url_of(study, round_), json={"title": "Better"}))
    ok(await study.researcher.client.post(url_of(study, round_, "/open")), 403)
    ok(await study.lead.client.post(url_of(study, round_, "/open")))
    ok(await study.researcher.client.post(url_of(study, round_, "/close"), json=WHY), 403)


@pytest.mark.parametrize("who", ["panel", "chair"])
async def test_those_who_are_consulted_see_nothing_of_the_workbench(study: Study, who: str) -> None:
    draft = await a_draft_round(study)
    round_ = await an_open_round(study, title="Second round")
    client = study.panel[0].client if who == "panel" else study.chair.client
    ok(await client.get(f"{study.url}/rounds"), 403)
    ok(await client.post(f"{study.url}/rounds", json={"title": "Mine"}), 403)
    ok(await client.get(url_of(study, round_)), 403)
    ok(await client.get(url_of(study, round_, "/progress")), 403)
    ok(await client.post(url_of(study, round_, "/close"), json=WHY), 403)
    # a draft is not there at all
    ok(await client.get(url_of(study, draft, "/mine")), 404)
    ok(await client.get(url_of(study, draft, "/results")), 404)
    ok(await client.post(url_of(study, draft, "/finish")), 404)


async def test_a_round_is_not_found_through_another_study(lab: Lab, study: Study) -> None:
    round_ = await an_open_round(study)
    other = await a_study(lab, title="Another study")
    there = f"{other.url}/rounds/{round_.id}"
    for rest in ("", "/progress", "/results", "/mine"):
        ok(await other.lead.client.get(there + rest), 404)
    for rest in ("/open", "/close", "/finish"):
        ok(await other.lead.client.post(there + rest, json=WHY), 404)


async def test_every_verb_of_building_leaves_a_trace(lab: Lab, study: Study) -> None:
    draft = await _draft(study)
    url, client = f"{study.url}/rounds/{draft['id']}", study.facilitator.client
    draft = ok(await client.post(f"{url}/items", json={"statement": "One"}), 201).json()
    item = draft["items"][0]["id"]
    ok(await client.put(f"{url}/items/{item}", json={"statement": "Two"}))
    ok(await client.put(f"{url}/items/order", json={"item_ids": [item]}))
    ok(await client.patch(url, json={"rule": "75 % agreement"}))
    ok(await client.post(f"{url}/open"))
    ok(await client.post(f"{url}/close", json=WHY))
    async with lab.runtime.reading() as session:
        found = await session.exec(
            select(AuditEntry).where(AuditEntry.study_id == study.id).order_by(col(AuditEntry.id))
        )
        tags = [entry.tag for entry in found.all() if entry.tag.startswith("round:")]
    assert tags == [
        "round:round:created",
        "round:item:added",
        "round:item:changed",
        "round:items:ordered",
        "round:round:updated",
        "round:round:opened",
        "round:round:closed",
    ]
