"""The consent form stands before everything else in a study, for each person by themselves."""

from httpx import AsyncClient

from tests.factories.rounds import a_statement, an_open_round, answer_url, body, questions_of
from tests.factories.studies import Study
from tests.support.lab import ok

NEEDED = "urn:colloquy:problem:ConsentNeeded"


async def _ask_for_consent(study: Study, text: str = "Meetings are recorded.") -> None:
    ok(await study.lead.client.patch(study.url, json={"consent_text": text}))


async def _agree(study: Study, client: AsyncClient) -> None:
    form = ok(await client.get(f"{study.url}/consent")).json()
    ok(await client.post(f"{study.url}/consent", json={"form_id": form["form_id"]}))


async def test_until_somebody_has_agreed_they_see_nothing_but_the_form(study: Study) -> None:
    await _ask_for_consent(study)
    ann = study.panel[0].client
    assert ok(await ann.get(f"{study.url}/rounds/mine"), 403).json()["type"] == NEEDED
    await _agree(study, ann)
    ok(await ann.get(f"{study.url}/rounds/mine"))


async def test_that_one_person_agreed_lets_nobody_else_in(study: Study) -> None:
    round_ = await an_open_round(study, [a_statement()])
    (question, *_) = await questions_of(study, round_)
    await _ask_for_consent(study)
    ann, ben = study.panel[0].client, study.panel[1].client
    await _agree(study, ann)
    ok(await ann.get(f"{study.url}/rounds/mine"))
    assert ok(await ben.get(f"{study.url}/rounds/mine"), 403).json()["type"] == NEEDED
    sent = body(vote="agree")
    refused = ok(await ben.put(answer_url(study, round_, question.id), json=sent), 403)
    assert refused.json()["type"] == NEEDED
    ok(await ann.put(answer_url(study, round_, question.id), json=sent))


async def test_a_new_form_is_asked_of_everybody_afresh(study: Study) -> None:
    await _ask_for_consent(study)
    ann = study.panel[0].client
    await _agree(study, ann)
    await _ask_for_consent(study, "Meetings are recorded and kept for ten years.")
    assert ok(await ann.get(f"{study.url}/rounds/mine"), 403).json()["type"] == NEEDED
    await _agree(study, ann)
    ok(await ann.get(f"{study.url}/rounds/mine"))
