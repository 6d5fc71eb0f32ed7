"""A trial of a round with named people: they answer like the panel, then all of it is forgotten."""

from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import col, func, select

from colloquy.audit.models import AuditEntry
from colloquy.comments.models import Comment
from colloquy.rounds.models import Participation, QuestionKind, Response, Round
from colloquy.rounds.schemas import RoundItemIn
from colloquy.theory.models import MechanismVersion
from tests.factories.comments import said
from tests.factories.rounds import (
    a_draft_round,
    a_statement,
    an_open_round,
    answer_url,
    body,
    questions_of,
    url_of,
)
from tests.factories.studies import Person, Study
from tests.factories.theory import a_mechanism
from tests.support.lab import Lab, ok


async def _a_trial(study: Study, round_: Round, *people: Person) -> None:
    client, url = study.facilitator.client, url_of(study, round_)
    named = {"member_ids": [str(person.id) for person in people]}
    ok(await client.put(f"{url}/pilots", json=named))
    assert ok(await client.post(f"{url}/pilot")).json()["state"] == "pilot"


async def _a_statement_round(study: Study) -> Round:
    return await a_draft_round(study, [a_statement("One", QuestionKind.VOTE, QuestionKind.TEXT)])


async def test_those_who_try_a_round_out_answer_like_the_panel_and_are_told_that_it_is_a_trial(
    lab: Lab, study: Study
) -> None:
    version = await a_mechanism(study)
    round_ = await a_draft_round(study)
    tester, colleague = study.panel[1], study.researcher
    await _a_trial(study, round_, tester, colleague)
    mails = {mail.recipient: mail for mail in await lab.mails() if "A trial" in mail.subject}
    assert set(mails) == {tester.account.email, colleague.account.email}
    assert "erased after the trial" in mails[tester.account.email].body
    [question] = await questions_of(study, round_)
    for person in (tester, colleague):
        mine = ok(await person.client.get(url_of(study, round_, "/mine"))).json()
        assert (mine["state"], mine["standing"]) == ("pilot", "waiting")
        url = answer_url(study, round_, question.id)
        assert ok(await person.client.put(url, json=body(rating=8))).json()["rating"] == 8
        listed = ok(await person.client.get(f"{study.url}/rounds/mine")).json()
        assert [each["id"] for each in listed] == [str(round_.id)]
    ok(await tester.client.post(url_of(study, round_, "/finish")))
    # nothing is frozen: a trial may show that the words are wrong
    async with lab.runtime.reading() as session:
        kept = await session.get(MechanismVersion, version.id)
    assert kept
    assert kept.frozen_at is None


async def test_nobody_but_those_named_knows_of_a_trial(study: Study) -> None:
    round_ = await _a_statement_round(study)
    await _a_trial(study, round_, study.panel[1])
    asked = study.panel[0]
    ok(await asked.client.get(url_of(study, round_, "/mine")), 404)
    assert ok(await asked.client.get(f"{study.url}/rounds/mine")).json() == []
    vote, _ = await questions_of(study, round_)
    ok(await asked.client.put(answer_url(study, round_, vote.id), json=body(vote="agree")), 404)
    ok(await study.researcher.client.get(url_of(study, round_, "/mine")), 403)


async def test_the_team_reads_how_a_trial_goes_and_what_was_written(study: Study) -> None:
    round_ = await _a_statement_round(study)
    tester, idle = study.panel[1], study.panel[0]
    await _a_trial(study, round_, tester, idle)
    vote, text = await questions_of(study, round_)
    ok(await tester.client.put(answer_url(study, round_, vote.id), json=body(vote="agree")))
    words = "What is a mechanism?"
    ok(await tester.client.put(answer_url(study, round_, text.id), json=body(text=words)))
    pilot = ok(await study.researcher.client.get(url_of(study, round_, "/pilot"))).json()
    people = {person["name"]: person for person in pilot["people"]}
    assert pilot["questions"] == 2
    assert people[tester.member.display_name]["answered"] == 2
    assert people[tester.member.display_name]["seconds"] == 0
    assert people[idle.member.display_name]["answered"] == 0
    assert [(each["name"], each["text"]) for each in pilot["words"]] == [
        (tester.member.display_name, words)
    ]
    ok(await tester.client.get(url_of(study, round_, "/pilot")), 403)


async def test_who_tries_a_round_out_comments_on_the_draft_that_it_asks_about_and_nobody_else(
    study: Study,
) -> None:
    version = await a_mechanism(study)
    other = await a_mechanism(study, "Not asked about")
    round_ = await a_draft_round(study, [RoundItemIn(version_id=version.id)])
    tester, stranger = study.panel[1], study.panel[0]
    comment = said(version.id, place="round", place_id=str(round_.id))
    url = f"{study.url}/comments"
    ok(await tester.client.post(url, json=comment), 404)
    await _a_trial(study, round_, tester)
    ok(await stranger.client.post(url, json=comment), 403)
    ok(await tester.client.post(url, json=comment | {"target_id": str(other.id)}), 404)
    made = ok(await tester.client.post(url, json=comment), 201).json()
    assert made["is_mine"]


async def test_a_reset_forgets_answers_parts_and_comments_and_makes_a_draft_again(
    lab: Lab, study: Study
) -> None:
    round_ = await _a_statement_round(study)
    tester, client = study.panel[1], study.facilitator.client
    await _a_trial(study, round_, tester)
    vote, _ = await questions_of(study, round_)
    ok(await tester.client.put(answer_url(study, round_, vote.id), json=body(vote="agree")))
    comment = {
        "target": "statement",
        "target_id": str(vote.item_id),
        "text": "Too long.",
        "place": "round",
        "place_id": str(round_.id),
        "client_id": str(uuid4()),
    }
    ok(await tester.client.post(f"{study.url}/comments", json=comment), 201)
    draft = ok(await client.post(url_of(study, round_, "/pilot/reset"))).json()
    assert draft["state"] == "draft"
    assert draft["pilot_ids"] == [str(tester.id)]
    async with lab.runtime.reading() as session:
        for table in (Response, Participation, Comment):
            assert (await session.exec(select(func.count()).select_from(table))).one() == 0
        found = await session.exec(
            select(AuditEntry).where(AuditEntry.study_id == study.id).order_by(col(AuditEntry.id))
        )
        entries = {entry.tag: entry.details for entry in found.all()}
    assert entries["round:pilots:named"] == {"people": 1}
    assert entries["round:pilot:started"] == {"people": 1}
    assert entries["round:pilot:reset"] == {"answers": 1, "comments": 1}
    ok(await tester.client.get(url_of(study, round_, "/mine")), 404)
    ok(await client.patch(url_of(study, round_), json={"title": "Better"}))
    ok(await client.post(url_of(study, round_, "/open")))
    mine = ok(await study.panel[0].client.get(url_of(study, round_, "/mine"))).json()
    assert mine["answers"] == []


@pytest.mark.parametrize("anonymity", ["named", "unlinkable"])
async def test_a_round_of_any_anonymity_can_be_tried_and_reset(
    lab: Lab, study: Study, anonymity: str
) -> None:
    round_ = await _a_statement_round(study)
    client, tester = study.facilitator.client, study.panel[1]
    ok(await client.patch(url_of(study, round_), json={"anonymity": anonymity}))
    await _a_trial(study, round_, tester)
    vote, _ = await questions_of(study, round_)
    ok(await tester.client.put(answer_url(study, round_, vote.id), json=body(vote="pass")))
    mine = ok(await tester.client.get(url_of(study, round_, "/mine"))).json()
    assert [answer["vote"] for answer in mine["answers"]] == ["pass"]
    ok(await client.post(url_of(study, round_, "/pilot/reset")))
    async with lab.runtime.reading() as session:
        assert (await session.exec(select(func.count()).select_from(Response))).one() == 0


async def test_a_round_in_trial_neither_changes_nor_opens_and_a_trial_needs_people_and_items(
    study: Study,
) -> None:
    client = study.facilitator.client
    empty = url_of(study, await a_draft_round(study, []))
    refused = ok(await client.post(f"{empty}/pilot"), 422).json()["detail"]
    assert "Choose at least one mechanism version or statement." in refused
    assert "Name at least one person who tries it out." in refused
    round_ = await _a_statement_round(study)
    await _a_trial(study, round_, study.panel[0])
    url = url_of(study, round_)
    busy = ok(await client.patch(url, json={"title": "Other"}), 409).json()["detail"]
    assert "being tried out" in busy
    ok(await client.put(f"{url}/pilots", json={"member_ids": []}), 409)
    ok(await client.post(f"{url}/open"), 409)
    ok(await client.post(f"{url}/pilot"), 409)


async def test_no_round_that_people_have_answered_is_ever_reset(study: Study) -> None:
    round_ = await an_open_round(study)
    url = url_of(study, round_, "/pilot/reset")
    refused: dict[str, Any] = ok(await study.facilitator.client.post(url), 409).json()
    assert "being tried out" in refused["detail"]


async def test_only_members_of_the_study_try_it_out_and_only_those_who_run_it_begin(
    study: Study,
) -> None:
    url = url_of(study, await _a_statement_round(study))
    nobody = {"member_ids": [str(uuid4())]}
    ok(await study.researcher.client.put(f"{url}/pilots", json=nobody), 404)
    named = {"member_ids": [str(study.researcher.id)]}
    ok(await study.researcher.client.put(f"{url}/pilots", json=named))
    ok(await study.researcher.client.post(f"{url}/pilot"), 403)
    ok(await study.panel[0].client.put(f"{url}/pilots", json=named), 403)
