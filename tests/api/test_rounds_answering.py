"""Answering: saved as given, once, by those who were asked, until the close."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import func, select

from colloquy.audit.models import AuditEntry
from colloquy.core.clock import now
from colloquy.core.jobs import Job, JobState
from colloquy.rounds.models import QuestionKind, Response, Round
from colloquy.rounds.schemas import RoundItemIn
from colloquy.texts.models import Document, Segment
from colloquy.worker import sweep
from tests.factories.rounds import (
    a_rating,
    a_statement,
    an_open_round,
    answer,
    answer_url,
    body,
    close,
    let_the_window_pass,
    questions_of,
    url_of,
)
from tests.factories.studies import Study
from tests.factories.theory import a_mechanism
from tests.support.lab import Lab, ok


async def _my_answers(study: Study, round_: Round, person: int = 0) -> list[dict[str, Any]]:
    mine = ok(await study.panel[person].client.get(url_of(study, round_, "/mine"))).json()
    return mine["answers"]


def _as_kept(saved: dict[str, Any]) -> dict[str, Any]:
    """An answer as it is read later, without what only its saving tells."""
    return {name: saved[name] for name in saved if name not in ("is_yours", "overwrote")}


async def _count_rows(lab: Lab) -> int:
    async with lab.runtime.reading() as session:
        return (await session.exec(select(func.count()).select_from(Response))).one()


async def test_an_answer_is_saved_and_can_be_changed_until_the_close(study: Study) -> None:
    round_ = await an_open_round(study)
    [question] = await questions_of(study, round_)
    client, url = study.panel[0].client, answer_url(study, round_, question.id)
    assert ok(await client.put(url, json=body(rating=3))).json()["rating"] == 3
    assert ok(await client.put(url, json=body(rating=8))).json()["rating"] == 8
    ok(await client.post(url_of(study, round_, "/finish")))
    changed = ok(await client.put(url, json=body(is_unable=True))).json()
    assert (changed["rating"], changed["is_unable"], changed["revision"]) == (None, True, 3)
    [mine] = await _my_answers(study, round_)
    assert mine == _as_kept(changed)


async def test_a_retry_changes_nothing_and_leaves_no_second_trace(lab: Lab, study: Study) -> None:
    round_ = await an_open_round(study)
    [question] = await questions_of(study, round_)
    sent = body(rating=7)
    url = answer_url(study, round_, question.id)
    first = ok(await study.panel[0].client.put(url, json=sent)).json()
    again = ok(await study.panel[0].client.put(url, json=sent)).json()
    assert again == first
    assert await _count_rows(lab) == 1
    async with lab.runtime.reading() as session:
        entries = await session.exec(
            select(AuditEntry).where(AuditEntry.tag == "round:response:saved")
        )
        [entry] = entries.all()
    assert entry.object_id == round_.id
    assert "7" not in str(entry.details)


async def test_an_answer_given_earlier_that_arrives_late_does_not_win(study: Study) -> None:
    round_ = await an_open_round(study)
    [question] = await questions_of(study, round_)
    client, url = study.panel[0].client, answer_url(study, round_, question.id)
    earlier = (now() - timedelta(hours=2)).isoformat()
    ok(await client.put(url, json=body(rating=9)))
    stands = ok(await client.put(url, json={"rating": 1, "answered_at": earlier})).json()
    assert stands["rating"] == 9
    [mine] = await _my_answers(study, round_)
    assert (mine["rating"], mine["revision"]) == (9, 1)


async def test_a_clock_that_is_ahead_does_not_bar_later_answers(study: Study) -> None:
    round_ = await an_open_round(study)
    [question] = await questions_of(study, round_)
    client, url = study.panel[0].client, answer_url(study, round_, question.id)
    tomorrow = (now() + timedelta(days=1)).isoformat()
    ok(await client.put(url, json={"rating": 2, "answered_at": tomorrow}))
    assert ok(await client.put(url, json=body(rating=6))).json()["rating"] == 6


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (QuestionKind.RATING, {"rating": 0}),
        (QuestionKind.RATING, {"rating": 10}),
        (QuestionKind.RATING, {"vote": "agree"}),
        (QuestionKind.RATING, {"text": "seven"}),
        (QuestionKind.VOTE, {"rating": 5}),
        (QuestionKind.VOTE, {"vote": "maybe"}),
        (QuestionKind.VOTE, {"is_unable": True}),
        (QuestionKind.TEXT, {"vote": "pass"}),
        (QuestionKind.RATING, {}),
        (QuestionKind.RATING, {"rating": 5, "is_unable": True}),
    ],
)
async def test_an_answer_that_does_not_fit_its_question_is_refused_and_nothing_is_lost(
    study: Study, kind: QuestionKind, given: dict[str, Any]
) -> None:
    round_ = await an_open_round(study, [a_statement("Words", kind)])
    [question] = await questions_of(study, round_)
    good: dict[QuestionKind, dict[str, Any]] = {
        QuestionKind.RATING: {"rating": 4},
        QuestionKind.VOTE: {"vote": "disagree"},
        QuestionKind.TEXT: {"text": "Keep this"},
    }
    client, url = study.panel[0].client, answer_url(study, round_, question.id)
    before = ok(await client.put(url, json=body(**good[kind]))).json()
    ok(await client.put(url, json=body(**given)), 422)
    assert await _my_answers(study, round_) == [_as_kept(before)]


async def test_a_shorter_scale_takes_only_its_own_points(study: Study) -> None:
    item = RoundItemIn(statement="Rate", questions=[a_rating(points=5)])
    round_ = await an_open_round(study, [item])
    [question] = await questions_of(study, round_)
    client, url = study.panel[0].client, answer_url(study, round_, question.id)
    ok(await client.put(url, json=body(rating=5)))
    refused = ok(await client.put(url, json=body(rating=6)), 422).json()["detail"]
    assert "from 1 to 5" in refused
    assert "unchanged" in refused


async def test_only_panel_members_of_the_groups_answer(study: Study) -> None:
    round_ = await an_open_round(study, groups=(0,))
    [question] = await questions_of(study, round_)
    url = answer_url(study, round_, question.id)
    others = (study.panel[1], study.lead, study.researcher, study.facilitator, study.chair)
    for person in others:
        ok(await person.client.put(url, json=body(rating=5)), 403)
        ok(await person.client.post(url_of(study, round_, "/finish")), 403)
        ok(await person.client.get(url_of(study, round_, "/mine")), 403)
    ok(await study.panel[0].client.put(url, json=body(rating=5)))


async def test_a_question_of_another_round_is_not_found(study: Study) -> None:
    mine = await an_open_round(study, groups=(0,))
    theirs = await an_open_round(study, groups=(1,), title="For leaders")
    [question] = await questions_of(study, theirs)
    url = answer_url(study, mine, question.id)
    ok(await study.panel[0].client.put(url, json=body(rating=5)), 404)
    ok(await study.panel[0].client.put(answer_url(study, mine, uuid4()), json=body(rating=5)), 404)


async def test_a_round_past_its_window_is_closed_before_anybody_presses_close(
    study: Study,
) -> None:
    round_ = await an_open_round(study)
    [question] = await questions_of(study, round_)
    client, url = study.panel[0].client, answer_url(study, round_, question.id)
    ok(await client.put(url, json=body(rating=5)))
    await let_the_window_pass(study, round_, ago=timedelta(minutes=1))
    refused = ok(await client.put(url, json=body(rating=6)), 410).json()["detail"]
    assert "closed on" in refused
    assert "safe" in refused
    ok(await client.post(url_of(study, round_, "/finish")), 410)
    mine = ok(await client.get(url_of(study, round_, "/mine"))).json()
    assert (mine["state"], mine["standing"]) == ("closed", "closed")
    assert mine["answers"][0]["rating"] == 5
    team = study.researcher.client
    assert ok(await team.get(url_of(study, round_))).json()["state"] == "closed"
    assert ok(await team.get(f"{study.url}/rounds")).json()[0]["state"] == "closed"
    listed = ok(await client.get(f"{study.url}/rounds/mine")).json()
    assert listed[0]["standing"] == "closed"
    ok(await team.get(url_of(study, round_, "/results")))


async def test_an_answer_given_offline_before_the_close_is_not_counted_after_it(
    study: Study,
) -> None:
    round_ = await an_open_round(study)
    [question] = await questions_of(study, round_)
    await close(study, round_)
    early = (now() - timedelta(hours=1)).isoformat()
    url = answer_url(study, round_, question.id)
    ok(await study.panel[0].client.put(url, json={"rating": 5, "answered_at": early}), 410)
    assert await _my_answers(study, round_) == []


async def test_the_window_ends_a_round_by_itself_and_makes_its_words_documents(
    lab: Lab, study: Study
) -> None:
    version = await a_mechanism(study)
    asks = RoundItemIn.model_validate({"version_id": version.id, "questions": [{"kind": "text"}]})
    round_ = await an_open_round(study, [asks])
    [question] = await questions_of(study, round_)
    await answer(study, round_, question, study.panel[0], "We were never asked before.")
    await lab.work()
    async with lab.runtime.reading() as session:
        [job] = (await session.exec(select(Job).where(Job.kind == "close_round"))).all()
        assert job.state == JobState.QUEUED
        assert (await session.exec(select(Document))).all() == []
    ended = await let_the_window_pass(study, round_, ago=timedelta(minutes=1))
    await sweep(lab.runtime)
    await lab.work()
    async with lab.runtime.reading() as session:
        row = await session.get(Round, round_.id)
        [document] = (await session.exec(select(Document))).all()
        [segment] = (await session.exec(select(Segment))).all()
        entries = await session.exec(
            select(AuditEntry).where(AuditEntry.tag == "round:round:closed")
        )
        [entry] = entries.all()
    assert row
    assert (row.state, row.closed_at) == ("closed", ended)
    assert (document.kind, segment.text) == ("answer", "We were never asked before.")
    assert segment.version_id == version.id
    assert entry.account_id is None


async def test_words_become_documents_only_once_and_with_their_speaker(study: Study) -> None:
    round_ = await an_open_round(study, [a_statement("Say", QuestionKind.TEXT)])
    [question] = await questions_of(study, round_)
    await answer(study, round_, question, study.panel[0], "Mine")
    await close(study, round_)
    again = {"reason": "Once more."}
    ok(await study.facilitator.client.post(url_of(study, round_, "/close"), json=again), 409)
    answers = f"{study.url}/documents?kind=answer"
    [document] = ok(await study.researcher.client.get(answers)).json()
    whole = ok(await study.researcher.client.get(f"{study.url}/documents/{document['id']}")).json()
    [speaker] = whole["speakers"]
    assert speaker["member_id"] == str(study.panel[0].id)
    ok(await study.panel[0].client.get(answers), 403)


async def test_finishing_is_said_once_and_moves_the_round_to_the_answered_ones(
    lab: Lab, study: Study
) -> None:
    round_ = await an_open_round(study)
    [question] = await questions_of(study, round_)
    client = study.panel[0].client
    [waiting] = ok(await client.get(f"{study.url}/rounds/mine")).json()
    assert (waiting["standing"], waiting["answered"], waiting["questions"]) == ("waiting", 0, 1)
    ok(await client.put(answer_url(study, round_, question.id), json=body(rating=5)))
    first = ok(await client.post(url_of(study, round_, "/finish"))).json()
    again = ok(await client.post(url_of(study, round_, "/finish"))).json()
    assert first["finished_at"] == again["finished_at"] is not None
    [answered] = ok(await client.get(f"{study.url}/rounds/mine")).json()
    assert (answered["standing"], answered["answered"]) == ("answered", 1)
    assert ok(await study.panel[1].client.get(f"{study.url}/rounds/mine")).json() == []
    assert ok(await study.chair.client.get(f"{study.url}/rounds/mine")).json() == []


async def test_progress_counts_people_by_group(study: Study) -> None:
    await study.add_panel(group=0, count=2)
    round_ = await an_open_round(study, groups=(0, 1))
    [question] = await questions_of(study, round_)
    await answer(study, round_, question, study.panel[0], 5)
    await answer(study, round_, question, study.panel[1], 5)
    ok(await study.panel[1].client.post(url_of(study, round_, "/finish")))
    progress = ok(await study.researcher.client.get(url_of(study, round_, "/progress"))).json()
    assert (progress["asked"], progress["begun"], progress["finished"]) == (4, 2, 1)
    counts = [(row["asked"], row["begun"], row["finished"]) for row in progress["groups"]]
    assert counts == [(3, 1, 0), (1, 1, 1)]


async def _comment(study: Study, round_: Round, target_id: UUID, person: int) -> Any:
    return await study.panel[person].client.post(
        f"{study.url}/comments",
        json={
            "client_id": str(uuid4()),
            "target": "version",
            "target_id": str(target_id),
            "text": "This is true at night.",
            "place": "round",
            "place_id": str(round_.id),
        },
    )


async def test_comments_go_into_an_open_round_from_those_who_were_asked(study: Study) -> None:
    version = await a_mechanism(study)
    round_ = await an_open_round(study, [RoundItemIn(version_id=version.id)], groups=(0,))
    other = await an_open_round(study, title="Other", groups=(0,))
    ok(await _comment(study, round_, version.id, person=0), 201)
    ok(await _comment(study, round_, version.id, person=1), 403)
    ok(await _comment(study, other, version.id, person=0), 404)
    await close(study, round_)
    ok(await _comment(study, round_, version.id, person=0), 410)
