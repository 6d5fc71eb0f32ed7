"""The next round: what it carries, what it shows of the one before, and the ideas it takes in."""

from typing import Any
from uuid import UUID, uuid4

from colloquy.rounds.models import QuestionKind, Round
from colloquy.rounds.schemas import RoundItemIn
from colloquy.rounds.service import find_round, open_round
from colloquy.studies.models import Study as StudyRow
from colloquy.theory.models import Mechanism
from colloquy.theory.schemas import VersionIn
from colloquy.theory.service import make_version
from tests.factories.rounds import (
    a_draft_round,
    a_rating,
    a_statement,
    an_open_round,
    answer,
    close,
    questions_of,
    url_of,
)
from tests.factories.studies import Study
from tests.factories.theory import a_mechanism, words
from tests.support.lab import ok

AGREED = RoundItemIn(statement="Everybody rates it critical", questions=[a_rating()])
OPEN = RoundItemIn(statement="People differ about it", questions=[a_rating()])


async def _closed(study: Study) -> Round:
    """Two groups of three; the first item finds consensus, the second does not."""
    await study.add_panel(group=0, count=2)
    await study.add_panel(group=1, count=2)
    round_ = await an_open_round(study, [AGREED, OPEN], groups=(0, 1))
    agreed, other = await questions_of(study, round_)
    for place, person in enumerate(study.panel):
        await answer(study, round_, agreed, person, 8)
        await answer(study, round_, other, person, 2 if place % 2 else 9)
    await close(study, round_)
    return round_


async def _next(study: Study, round_: Round, status: int = 201, **body: Any) -> dict[str, Any]:
    client = study.facilitator.client
    return ok(await client.post(url_of(study, round_, "/next"), json=body), status).json()


async def _open(study: Study, made: dict[str, Any]) -> Round:
    client = study.facilitator.client
    url = f"{study.url}/rounds/{made['id']}"
    ok(await client.patch(url, json={"closes_at": "2030-01-01T12:00:00Z"}))
    async with study.lab.writing() as session:
        row = await find_round(session, study.id, UUID(made["id"]))
        whole = await session.get_one(StudyRow, study.id)
        await open_round(session, study.facilitator.actor, whole, row, study.lab.runtime.settings)
    return row


async def test_the_next_round_carries_what_the_locked_rule_left_open(study: Study) -> None:
    round_ = await _closed(study)
    made = await _next(study, round_)
    assert [item["statement"] for item in made["items"]] == ["People differ about it"]
    assert made["state"] == "draft"
    assert made["title"] == "First round (round 2)"
    assert (made["rule"], len(made["group_ids"])) == (round_.rule, 2)
    async with study.lab.runtime.reading() as session:
        row = await session.get_one(Round, UUID(made["id"]))
    assert (row.follows_id, row.series_id) == (round_.id, round_.series_id)
    assert row.anonymity == round_.anonymity
    [question] = await questions_of(study, row)
    assert question.carried_from_id is not None


async def test_the_facilitator_may_pick_what_is_asked_again(study: Study) -> None:
    round_ = await _closed(study)
    results = ok(await study.lead.client.get(url_of(study, round_, "/results"))).json()
    picked = [results["items"][0]["id"]]
    made = await _next(study, round_, item_ids=picked, title="Once more")
    assert [item["carried_from_id"] for item in made["items"]] == picked
    assert made["title"] == "Once more"


async def test_what_would_be_asked_again_is_shown_with_its_verdicts_before_it_is_made(
    study: Study,
) -> None:
    round_ = await _closed(study)
    client, url = study.facilitator.client, url_of(study, round_, "/next")
    offer = ok(await client.get(url)).json()
    assert [(item["is_open"], item["verdicts"]) for item in offer["items"]] == [
        (False, ["in"]),
        (True, ["uncertain"]),
    ]
    assert (offer["title"], offer["follower"], offer["obstacle"]) == (
        "First round (round 2)",
        None,
        "",
    )
    made = await _next(study, round_)
    assert ok(await client.get(url)).json()["follower"]["id"] == made["id"]
    follower = await _open(study, made)
    await close(study, follower)
    offer = ok(await client.get(url_of(study, follower, "/next"))).json()
    assert offer["title"] == "First round (round 3)"
    for person in (study.panel[0], study.chair):
        ok(await person.client.get(url), 403)


async def test_words_put_right_in_a_draft_still_follow_the_round_before(study: Study) -> None:
    made = await _next(study, await _closed(study))
    [item] = made["items"]
    url = f"{study.url}/rounds/{made['id']}/items/{item['id']}"
    [question] = item["questions"]
    same = {"kind": "rating", "prompt": question["prompt"], "scale": question["scale"]}
    words = {"kind": "statement", "statement": "Put right", "questions": [same]}
    client = study.facilitator.client
    follower = await _open(study, ok(await client.put(url, json=words)).json())
    mine = ok(await study.panel[0].client.get(url_of(study, follower, "/mine"))).json()
    assert mine["items"][0]["statement"] == "Put right"
    [carried] = mine["carried"]
    assert carried["questions"][0]["result"]["mine"]["rating"] == 9


async def test_a_question_in_other_words_begins_anew(study: Study) -> None:
    made = await _next(study, await _closed(study))
    [item] = made["items"]
    other = {"kind": "rating", "prompt": "How likely is it?"}
    asked = {"statement": item["statement"], "questions": [other]}
    url = f"{study.url}/rounds/{made['id']}/items/{item['id']}"
    follower = await _open(study, ok(await study.facilitator.client.put(url, json=asked)).json())
    mine = ok(await study.panel[0].client.get(url_of(study, follower, "/mine"))).json()
    assert mine["carried"][0]["questions"] == []


async def test_an_item_of_another_round_cannot_be_picked(study: Study) -> None:
    round_ = await _closed(study)
    await _next(study, round_, 404, item_ids=[str(uuid4())])


async def test_only_a_closed_round_is_followed_and_by_one_round_only(study: Study) -> None:
    running = await an_open_round(study)
    assert "when this one has closed" in (await _next(study, running, 409))["detail"]
    round_ = await _closed(study)
    await _next(study, round_)
    assert "follows this round already" in (await _next(study, round_, 409))["detail"]


async def test_the_panel_and_the_chair_make_no_rounds_and_read_no_ideas(study: Study) -> None:
    round_ = await _closed(study)
    for person in (*study.panel[:1], study.chair):
        ok(await person.client.post(url_of(study, round_, "/next"), json={}), 403)
        ok(await person.client.get(url_of(study, round_, "/ideas")), 403)


async def test_a_carried_item_shows_my_answer_and_every_group_as_they_were(study: Study) -> None:
    follower = await _open(study, await _next(study, await _closed(study)))
    mine = ok(await study.panel[0].client.get(url_of(study, follower, "/mine"))).json()
    [carried] = mine["carried"]
    [item] = mine["items"]
    assert carried["item_id"] == item["id"]
    assert carried["round_title"] == "First round"
    [question] = carried["questions"]
    assert question["question_id"] == item["questions"][0]["id"]
    result = question["result"]
    assert result["mine"]["rating"] == 9
    assert [group["figures"]["rated"] for group in result["groups"]] == [3, 3]
    # nothing has been answered in this round, and nobody else's answer is named
    assert mine["answers"] == []
    assert str(study.panel[1].id) not in str(mine)


async def test_a_small_group_stays_hidden_in_what_the_next_round_shows(study: Study) -> None:
    await study.add_panel(group=0, count=3)
    round_ = await an_open_round(study, [OPEN], groups=(0, 1))
    [question] = await questions_of(study, round_)
    for place, person in enumerate(study.panel):
        await answer(study, round_, question, person, 1 if place % 2 else 9)
    await close(study, round_)
    follower = await _open(study, await _next(study, round_))
    mine = ok(await study.panel[0].client.get(url_of(study, follower, "/mine"))).json()
    shown = mine["carried"][0]["questions"][0]["result"]["groups"]
    assert [group["figures"] for group in shown] == [None, None]


async def test_words_of_others_are_not_carried_to_the_panel(study: Study) -> None:
    kinds = (QuestionKind.RATING, QuestionKind.TEXT)
    round_ = await an_open_round(study, [a_statement("Say", *kinds)], groups=(0, 1))
    rating, text = await questions_of(study, round_)
    await answer(study, round_, rating, study.panel[1], 5)
    await answer(study, round_, text, study.panel[1], "The secret sentence")
    await close(study, round_)
    follower = await _open(study, await _next(study, round_))
    shown = ok(await study.panel[0].client.get(url_of(study, follower, "/mine")))
    assert "secret" not in shown.text


async def test_a_mechanism_that_was_rewritten_is_asked_about_in_its_new_words(
    study: Study,
) -> None:
    version = await a_mechanism(study)
    asks = RoundItemIn(version_id=version.id, questions=[a_rating()])
    round_ = await an_open_round(study, [asks])
    [question] = await questions_of(study, round_)
    await answer(study, round_, question, study.panel[0], 5)
    await close(study, round_)
    async with study.lab.writing() as session:
        mechanism = await session.get_one(Mechanism, version.mechanism_id)
        given = VersionIn.model_validate(words("Seeing why it matters"))
        newer = await make_version(session, study.researcher.actor, mechanism, None, given)
    follower = await _open(study, await _next(study, round_))
    mine = ok(await study.panel[0].client.get(url_of(study, follower, "/mine"))).json()
    assert mine["items"][0]["version"]["id"] == str(newer.id)
    assert mine["carried"][0]["version_before_id"] == str(version.id)


async def _with_an_idea(study: Study) -> tuple[Round, dict[str, Any]]:
    item = a_statement("Meetings need a carer.", QuestionKind.MISSING)
    round_ = await an_open_round(study, [item])
    [question] = await questions_of(study, round_)
    await answer(study, round_, question, study.panel[0], " Nobody asks about nights ")
    await close(study, round_)
    return round_, await _next(study, round_)


async def test_an_idea_is_taken_in_once_in_the_facilitator_s_words(study: Study) -> None:
    _, made = await _with_an_idea(study)
    assert made["items"] == []
    url = f"{study.url}/rounds/{made['id']}/ideas"
    client = study.facilitator.client
    [idea] = ok(await client.get(url)).json()
    assert (idea["text"], idea["standing"]) == ("Nobody asks about nights", "waiting")
    assert idea["about"] == "Meetings need a carer."
    body = {"statement": "Nights are asked about."}
    taken = ok(await client.post(f"{url}/{idea['id']}/take", json=body), 201).json()
    assert [item["statement"] for item in taken["items"]] == ["Nights are asked about."]
    assert taken["items"][0]["questions"][0]["kind"] == "vote"
    queue = ok(await client.get(f"{study.url}/rounds/{made['id']}/statements")).json()
    assert queue["statements"] == []  # it was decided about here
    ok(await client.post(f"{url}/{idea['id']}/take", json=body), 409)
    [idea] = ok(await client.get(url)).json()
    assert (idea["standing"], idea["statement"]) == ("shown", "Nights are asked about.")


async def test_a_refused_idea_keeps_its_reason_and_is_put_before_nobody(study: Study) -> None:
    _, made = await _with_an_idea(study)
    url = f"{study.url}/rounds/{made['id']}"
    [idea] = ok(await study.facilitator.client.get(f"{url}/ideas")).json()
    refusal = f"{url}/ideas/{idea['id']}/refuse"
    ok(await study.facilitator.client.post(refusal, json={"reason": ""}), 422)
    ok(await study.researcher.client.post(refusal, json={"reason": "Not ours"}), 403)
    reason = {"reason": "This is asked in the next stage."}
    [idea] = ok(await study.facilitator.client.post(refusal, json=reason), 201).json()
    assert (idea["standing"], idea["reason"]) == ("refused", reason["reason"])
    assert ok(await study.facilitator.client.get(url)).json()["items"] == []


async def test_a_decision_about_an_idea_can_be_taken_back_until_the_round_opens(
    study: Study,
) -> None:
    _, made = await _with_an_idea(study)
    url, client = f"{study.url}/rounds/{made['id']}", study.facilitator.client
    [idea] = ok(await client.get(f"{url}/ideas")).json()
    about = f"{url}/ideas/{idea['id']}"
    ok(await client.post(f"{about}/reconsider"), 409)
    ok(await client.post(f"{about}/refuse", json={"reason": "Hasty."}), 201)
    ok(await study.researcher.client.post(f"{about}/reconsider"), 403)
    ok(await client.post(f"{about}/reconsider"), 201)
    [idea] = ok(await client.get(f"{url}/ideas")).json()
    assert (idea["standing"], idea["reason"]) == ("waiting", "")
    ok(await client.post(f"{about}/take", json={"statement": "Nights count."}), 201)
    follower = await _open(study, made)
    ok(await client.post(f"{about}/reconsider"), 409)
    mine = ok(await study.panel[0].client.get(url_of(study, follower, "/mine"))).json()
    assert [idea["statement"] for idea in mine["ideas"]] == ["Nights count."]


async def test_a_person_reads_what_became_of_their_idea_and_nobody_of_anothers(
    study: Study,
) -> None:
    await study.add_panel(group=0)
    _, made = await _with_an_idea(study)
    url, client = f"{study.url}/rounds/{made['id']}", study.facilitator.client
    [idea] = ok(await client.get(f"{url}/ideas")).json()
    reason = {"reason": "This is asked in the next stage."}
    ok(await client.post(f"{url}/ideas/{idea['id']}/refuse", json=reason), 201)
    ok(await client.post(f"{url}/items", json={"statement": "Something else."}), 201)
    follower = await _open(study, made)
    [mine] = ok(await study.panel[0].client.get(url_of(study, follower, "/mine"))).json()["ideas"]
    assert (mine["text"], mine["about"]) == ("Nobody asks about nights", "Meetings need a carer.")
    assert (mine["standing"], mine["reason"]) == ("refused", reason["reason"])
    other = ok(await study.panel[-1].client.get(url_of(study, follower, "/mine"))).json()
    assert other["ideas"] == []


async def test_a_first_round_has_no_ideas_and_carries_nothing(study: Study) -> None:
    draft = await a_draft_round(study)
    assert ok(await study.lead.client.get(url_of(study, draft, "/ideas"))).json() == []
    running = await an_open_round(study)
    mine = ok(await study.panel[0].client.get(url_of(study, running, "/mine"))).json()
    assert mine["carried"] == []
