"""The home of a study: how it stands, who is heard, and what waits for whom."""

from typing import Any

import pytest

from colloquy.access.permissions import Role
from tests.factories.coding import a_coding
from tests.factories.meetings import a_meeting
from tests.factories.refinement import a_proposal, a_revision_of, citing, decided
from tests.factories.rounds import a_draft_round, close
from tests.factories.statements import a_statement_round, write
from tests.factories.studies import Person, Study, a_study
from tests.factories.talk import (
    a_round_talked_about,
    an_answered_round,
    comment_on,
    decide,
    item_ids,
    open_next,
)
from tests.factories.texts import a_transcript, segments_of
from tests.factories.theory import a_frozen_version, a_mechanism
from tests.support.lab import Lab, ok


async def _overview(study: Study, person: Person | None = None) -> Any:
    client = (person or study.lead).client
    return ok(await client.get(f"{study.url}/overview")).json()


def _waiting(overview: Any) -> dict[str, int]:
    return {step["kind"]: step["count"] for step in overview["waiting"]}


async def test_a_new_study_says_how_to_begin(study: Study) -> None:
    overview = await _overview(study)
    assert overview["stage"]["label"] == "1a"
    assert _waiting(overview) == {"write_mechanisms": 1}
    assert [row["active"] for row in overview["recruitment"]] == [1, 1]
    assert overview["mechanisms"] == {"frozen": 0, "draft": 0, "retired": 0}
    shares = [group["share_of_comments"] for group in overview["equity"]["groups"]]
    assert shares == [None, None]


async def test_influence_stands_beside_people_and_comments(study: Study) -> None:
    version = await a_frozen_version(study)
    await study.add_panel(group=1, count=2)
    document = await a_transcript(study)
    segments = await segments_of(study, document.id)
    of = {"mechanism_id": str(version.mechanism_id), "stance": "challenges"}
    carer = {"coding": await a_coding(study, segments[1], "Nobody asked me", **of)}
    leader = {"coding": await a_coding(study, segments[2], "We hold the money", **of)}
    chair = {"coding": await a_coding(study, segments[0], "Who would like", **of)}
    before = await _overview(study)
    assert _waiting(before)["write_proposal"] == 3
    body = a_revision_of(version, evidence=citing(carer, leader, chair))
    proposal = await a_proposal(study, body)
    open_ = await _overview(study)
    assert [group["citations"] for group in open_["equity"]["groups"]] == [0, 0]
    assert _waiting(open_)["decide_proposals"] == 1
    await decided(study, proposal)
    equity = (await _overview(study))["equity"]
    carers, leaders = equity["groups"]
    assert (carers["people"], carers["share_of_people"]) == (1, 0.25)
    assert (carers["citations"], carers["share_of_influence"]) == (1, 0.5)
    assert (leaders["people"], leaders["share_of_influence"]) == (3, 0.5)
    assert equity["outside"]["citations"] == 1


async def test_airtime_comes_from_the_meetings_log(study: Study) -> None:
    meeting = await a_meeting(study)
    await meeting.act(study.chair, "start")
    for person in study.panel:
        await meeting.act(person, "raise_hand")
        await meeting.act(study.chair, "give_floor", member_id=str(person.id))
    await meeting.act(study.chair, "end_floor")
    groups = (await _overview(study))["equity"]["groups"]
    assert all(group["airtime"] > 0 for group in groups)
    assert sum(group["share_of_airtime"] for group in groups) == pytest.approx(1)


async def test_what_waits_depends_on_what_the_reader_may_do(study: Study) -> None:
    version = await a_frozen_version(study)
    await a_draft_round(study)
    await a_proposal(study, a_revision_of(version))
    await a_transcript(study)
    lead = _waiting(await _overview(study))
    assert (lead["decide_proposals"], lead["open_round"], lead["code_documents"]) == (1, 1, 1)
    assert _waiting(await _overview(study, study.facilitator)) == {"open_round": 1}
    researcher = _waiting(await _overview(study, study.researcher))
    assert "open_round" not in researcher
    assert researcher["decide_proposals"] == 1


async def test_comments_wait_for_a_moderator_until_the_next_round_opens(study: Study) -> None:
    round_, [one, _] = await a_round_talked_about(study, "One.", "Two.")

    async def waiting(person: Person) -> int | None:
        return _waiting(await _overview(study, person)).get("moderate_comments")

    assert (await waiting(study.facilitator), await waiting(study.researcher)) == (2, None)
    [step] = (await _overview(study, study.facilitator))["waiting"]
    assert step["id"] == str(round_.id)
    await decide(study, round_, one)
    assert await waiting(study.facilitator) == 1
    await open_next(study, round_)
    assert await waiting(study.facilitator) is None


async def test_comments_on_what_is_not_asked_again_still_wait_after_the_next_round_opened(
    study: Study,
) -> None:
    round_ = await an_answered_round(study)
    ann, bob = study.panel[0], study.panel[1]
    for item in (0, 0, 1):
        await comment_on(study, round_, ann if item else bob, "One.", item=item)
    await close(study, round_)
    again, _ = await item_ids(study, round_)
    await open_next(study, round_, item_ids=[str(again)])
    overview = await _overview(study, study.facilitator)
    assert _waiting(overview)["moderate_comments"] == 1
    [step] = [step for step in overview["waiting"] if step["kind"] == "moderate_comments"]
    assert step["id"] == str(round_.id)


async def test_statements_of_the_panel_wait_for_a_moderator_while_they_can_be_voted_on(
    study: Study,
) -> None:
    round_ = await a_statement_round(study)
    await write(study, round_, study.panel[0], "Notes help.")
    [step] = (await _overview(study, study.facilitator))["waiting"]
    assert step == {"kind": "moderate_statements", "count": 1, "id": str(round_.id)}
    assert "moderate_statements" not in _waiting(await _overview(study, study.researcher))
    await close(study, round_)
    assert (await _overview(study, study.facilitator))["waiting"] == []


async def test_counts_follow_what_is_decided(study: Study) -> None:
    draft, frozen = await a_mechanism(study, "Trust"), await a_frozen_version(study, "Power")
    body = a_revision_of(frozen)
    await decided(study, await a_proposal(study, body), "rejected")
    overview = await _overview(study)
    assert overview["mechanisms"] == {"frozen": 1, "draft": 1, "retired": 0}
    assert overview["proposals"] == {"open": 0, "out_of_date": 0, "accepted": 0, "rejected": 1}
    assert draft.number == 1


@pytest.mark.parametrize("role", [Role.PANEL, Role.CHAIR])
async def test_the_overview_is_the_teams(lab: Lab, study: Study, role: Role) -> None:
    other = await a_study(lab, title="Another study")
    person = study.chair if role is Role.CHAIR else study.panel[0]
    ok(await person.client.get(f"{study.url}/overview"), 403)
    ok(await other.lead.client.get(f"{study.url}/overview"), 404)
