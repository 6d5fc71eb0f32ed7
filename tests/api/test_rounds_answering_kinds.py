"""Choices, rankings, decisions and ideas, a copy by mail, and results while a round runs."""

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from colloquy.audit.models import AuditEntry
from colloquy.rounds.models import QuestionKind, Round
from colloquy.rounds.schemas import QuestionIn, RoundItemIn
from tests.factories.rounds import (
    a_rating,
    a_statement,
    an_open_round,
    answer,
    answer_url,
    body,
    close,
    questions_of,
    url_of,
)
from tests.factories.studies import Study
from tests.factories.theory import a_frozen_version
from tests.support.lab import Lab, ok

OPTIONS = ["At home", "At work", "On the way"]
CHOICE = QuestionIn(kind=QuestionKind.CHOICE, prompt="Where?", options=OPTIONS, at_most=2)
RANKING = QuestionIn(kind=QuestionKind.RANKING, prompt="In order?", options=OPTIONS)


@pytest.mark.parametrize(
    ("asked", "given", "status"),
    [
        (CHOICE, ["1"], 200),
        (CHOICE, ["3", "1"], 200),
        (CHOICE, [], 200),
        (RANKING, [], 422),
        (CHOICE, ["1", "2", "3"], 422),
        (CHOICE, ["1", "1"], 422),
        (CHOICE, ["4"], 422),
        (RANKING, ["2", "3", "1"], 200),
        (RANKING, ["2", "3"], 422),
    ],
)
async def test_choices_and_rankings_take_only_what_is_offered(
    study: Study, asked: QuestionIn, given: list[str], status: int
) -> None:
    round_ = await an_open_round(study, [RoundItemIn(statement="Talk", questions=[asked])])
    [question] = await questions_of(study, round_)
    url = answer_url(study, round_, question.id)
    ok(await study.panel[0].client.put(url, json=body(choices=given)), status)


async def _deciding(study: Study) -> tuple[Round, str, Any]:
    own = await a_frozen_version(study, "Working with power")
    asks = RoundItemIn(version_id=own.id, questions=[QuestionIn(kind=QuestionKind.DECISION)])
    round_ = await an_open_round(study, [asks])
    [question] = await questions_of(study, round_)
    return round_, answer_url(study, round_, question.id), own


async def test_a_decision_names_another_mechanism_that_was_shown(study: Study) -> None:
    other = await a_frozen_version(study, "Seeing why it matters")
    round_, url, own = await _deciding(study)
    client = study.panel[0].client
    mine = ok(await client.get(url_of(study, round_, "/mine"))).json()
    titles = {each["title"] for each in mine["mechanisms"]}
    assert titles == {"Seeing why it matters", "Working with power"}
    ok(await client.put(url, json=body(choices=["merge", str(other.id)])))
    ok(await client.put(url, json=body(choices=["merge", str(own.id)])), 422)
    ok(await client.put(url, json=body(choices=["fold_into", str(uuid4())])), 422)
    ok(await client.put(url, json=body(choices=["keep", str(other.id)])), 422)
    [stands] = ok(await client.get(url_of(study, round_, "/mine"))).json()["answers"]
    assert stands["choices"] == ["merge", str(other.id)]


async def test_a_reason_for_a_change_of_mind_is_kept_with_the_answer(study: Study) -> None:
    round_ = await an_open_round(study)
    [question] = await questions_of(study, round_)
    url = answer_url(study, round_, question.id)
    sent = body(rating=8, reason=" I had not thought of nights. ")
    saved = ok(await study.panel[0].client.put(url, json=sent)).json()
    assert saved["reason"] == "I had not thought of nights."


async def test_my_answers_come_to_me_by_mail_in_plain_words(lab: Lab, study: Study) -> None:
    asked = [a_rating(), CHOICE, RANKING, QuestionIn(kind=QuestionKind.TEXT)]
    item = RoundItemIn(statement="Meetings need a carer.", questions=asked)
    round_ = await an_open_round(study, [item])
    rating, choice, ranking, _ = await questions_of(study, round_)
    client = study.panel[0].client
    given = (
        (rating, {"rating": 8}),
        (choice, {"choices": ["2"]}),
        (ranking, {"choices": list("312")}),
    )
    for question, words in given:
        ok(await client.put(answer_url(study, round_, question.id), json=body(**words)))
    ok(await client.post(url_of(study, round_, "/mine/mail")), 204)
    mail = (await lab.mails())[0]
    assert mail.recipient == study.panel[0].account.email
    assert mail.subject == "Your answers: First round"
    for words in ("8 of 9", "At work", "1. On the way", "You have not answered this."):
        assert words in mail.body
    async with lab.runtime.reading() as session:
        tagged = select(AuditEntry).where(AuditEntry.tag == "round:answers:mailed")
        [entry] = (await session.exec(tagged)).all()
    assert (entry.object_id, entry.account_id) == (round_.id, study.panel[0].account.id)


async def test_a_copy_is_mailed_only_so_often_and_only_to_those_who_were_asked(
    study: Study,
) -> None:
    round_ = await an_open_round(study)
    url = url_of(study, round_, "/mine/mail")
    for person in (study.panel[1], study.lead, study.chair):
        ok(await person.client.post(url), 403)
    for _ in range(3):
        ok(await study.panel[0].client.post(url), 204)
    ok(await study.panel[0].client.post(url), 429)


async def _real_time(study: Study, *, is_real_time: bool = True) -> tuple[Round, str]:
    item = a_statement("Say", QuestionKind.VOTE, QuestionKind.TEXT)
    round_ = await an_open_round(study, [item])
    async with study.lab.writing() as session:
        changed = update(Round).where(col(Round.id) == round_.id)
        await session.exec(changed.values(is_real_time=is_real_time))
    [vote, text] = await questions_of(study, round_)
    for person in study.panel[2:]:
        await answer(study, round_, vote, person, "agree")
        await answer(study, round_, text, person, "The secret sentence")
    return round_, url_of(study, round_, f"/items/{vote.item_id}/result")


async def test_results_of_a_running_round_are_for_those_who_have_answered_the_item(
    study: Study,
) -> None:
    await study.add_panel(group=0, count=3)
    round_, url = await _real_time(study)
    ok(await study.lab.visitor().get(url), 401)
    for person in (study.lead, study.researcher, study.facilitator, study.chair, study.panel[1]):
        ok(await person.client.get(url), 403)
    refused = ok(await study.panel[0].client.get(url), 409)
    assert "Answer this first" in refused.json()["detail"]
    assert "agree" not in refused.text
    for person in (*study.panel, study.lead):
        ok(
            await person.client.get(url_of(study, round_, "/results")),
            (409, 403)[person is study.panel[1]],
        )
    [vote, _] = await questions_of(study, round_)
    await answer(study, round_, vote, study.panel[0], "disagree")
    shown = ok(await study.panel[0].client.get(url))
    [votes, words] = shown.json()["item"]["questions"]
    assert (votes["whole"]["agree"], votes["whole"]["disagree"]) == (3, 1)
    assert votes["mine"]["vote"] == "disagree"
    assert words["texts"] is None
    assert "secret" not in shown.text


async def test_nothing_leaks_where_results_are_not_shown_in_real_time(study: Study) -> None:
    await study.add_panel(group=0, count=3)
    round_, url = await _real_time(study, is_real_time=False)
    ok(await study.panel[2].client.get(url), 409)
    await close(study, round_)
    ok(await study.panel[2].client.get(url))
    ok(await study.panel[1].client.get(url), 403)


async def test_two_answers_in_a_running_round_are_too_few_to_be_shown(study: Study) -> None:
    await study.add_panel(group=0, count=2)
    _, url = await _real_time(study)
    shown = ok(await study.panel[2].client.get(url)).json()
    assert shown == {"answered": 2, "needed": 3, "item": None}
