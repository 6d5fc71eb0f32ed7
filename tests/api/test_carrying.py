"""A question that is put to the room and in a round: the same words, and one set of results."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from colloquy.meetings.models import Ballot
from colloquy.rounds.models import Anonymity, QuestionKind, Round
from colloquy.rounds.schemas import QuestionIn, RoundItemIn
from tests.factories import rounds
from tests.factories.meetings import Meeting, a_running_meeting
from tests.factories.studies import Person, Study
from tests.support.lab import Lab, ok


async def carry(meeting: Meeting, poll: str, round_: Round, expect: int = 201) -> dict[str, Any]:
    url = f"{meeting.path}/polls/{poll}/carry"
    body = {"round_id": str(round_.id)}
    return ok(await meeting.study.facilitator.client.post(url, json=body), expect).json()


async def put_to_room(meeting: Meeting, question_id: UUID, **terms: Any) -> str:
    url = f"{meeting.path}/askable/{question_id}"
    item = meeting.items[0]["id"]
    body = {"command_id": str(uuid4()), "item_id": item, **terms}
    ok(await meeting.study.chair.client.post(url, json=body))
    return (await meeting.state(meeting.study.chair))["state"]["polls"][-1]["id"]


async def together(study: Study, round_: Round) -> list[dict[str, Any]]:
    return ok(await study.lead.client.get(rounds.url_of(study, round_, "/together"))).json()


async def answer(study: Study, round_: Round, person: Person, **given: Any) -> None:
    (question,) = await rounds.questions_of(study, round_)
    url = rounds.answer_url(study, round_, question.id)
    ok(await person.client.put(url, json=rounds.body(**given)))


@pytest.mark.parametrize(
    ("kind", "fields", "asked"),
    [
        ("vote", {}, QuestionKind.VOTE),
        ("rating", {"points": 7}, QuestionKind.RATING),
        ("choice", {"choices": ["a", "b", "c"], "at_most": 2}, QuestionKind.CHOICE),
        ("ranking", {"choices": ["a", "b"]}, QuestionKind.RANKING),
        ("decision", {}, QuestionKind.DECISION),
        ("words", {}, QuestionKind.TEXT),
    ],
)
async def test_a_polls_question_is_asked_in_a_draft_with_its_mechanism_scale_and_options(
    study: Study, kind: str, fields: dict[str, Any], asked: QuestionKind
) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open(kind, **fields)
    draft = await rounds.a_draft_round(study, [])
    carried = await carry(meeting, poll, draft)
    read = ok(await study.lead.client.get(rounds.url_of(study, draft))).json()
    (item,) = read["items"]
    (question,) = item["questions"]
    (shown,) = (await meeting.state(study.chair))["state"]["polls"]
    assert item["version"]["id"] == meeting.items[0]["version_id"]
    assert (carried["question_id"], question["kind"]) == (question["id"], asked)
    assert (question["prompt"], question["scale"]) == (shown["prompt"], shown["scale"])
    if kind in ("choice", "ranking", "decision"):
        assert [option["label"] for option in question["options"]] == shown["choices"]
    assert question["at_most"] == fields.get("at_most")


async def test_a_mechanism_that_is_there_already_gets_the_question_too_but_once(
    study: Study,
) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open("vote")
    version_id = UUID(meeting.items[0]["version_id"])
    draft = await rounds.a_draft_round(study, [RoundItemIn(version_id=version_id)])
    await carry(meeting, poll, draft)
    read = ok(await study.lead.client.get(rounds.url_of(study, draft))).json()
    assert [question["kind"] for question in read["items"][0]["questions"]] == ["rating", "vote"]
    assert "already" in (await carry(meeting, poll, draft, expect=409))["detail"]


async def test_a_poll_on_an_open_point_is_asked_about_the_words_of_the_point(study: Study) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open("decision", item_id=meeting.items[2]["id"])
    draft = await rounds.a_draft_round(study, [])
    await carry(meeting, poll, draft)
    read = ok(await study.lead.client.get(rounds.url_of(study, draft))).json()
    (item,) = read["items"]
    # only a mechanism can be decided on: of other things the same is a choice
    assert (item["statement"], item["questions"][0]["kind"]) == ("What is missing?", "choice")


async def test_a_polls_question_can_begin_a_draft_of_its_own_for_the_groups_of_the_meeting(
    study: Study,
) -> None:
    meeting = await a_running_meeting(study, group_ids=[str(study.groups[0].id)])
    poll = await meeting.open("vote")
    url = f"{meeting.path}/polls/{poll}/carry"
    client = study.facilitator.client
    carried = ok(await client.post(url, json={"title": "After the meeting"}), 201).json()
    made = ok(await study.lead.client.get(f"{study.url}/rounds/{carried['round_id']}")).json()
    assert (made["title"], made["state"]) == ("After the meeting", "draft")
    assert made["group_ids"] == [str(study.groups[0].id)]
    for body in ({}, {"title": "Both", "round_id": carried["round_id"]}):
        ok(await client.post(url, json=body), 422)


async def test_the_team_sees_which_rounds_ask_what_a_meeting_asked(study: Study) -> None:
    meeting = await a_running_meeting(study)
    first = await meeting.open("vote")
    url = f"{meeting.path}/carried"
    assert ok(await study.lead.client.get(url)).json() == []
    await meeting.close(first)
    await meeting.open("rating")
    draft = await rounds.a_draft_round(study, [], title="A second chance")
    await carry(meeting, first, draft)
    (found,) = ok(await study.lead.client.get(url)).json()
    assert (found["poll_id"], found["is_released"]) == (first, False)
    (asked,) = found["rounds"]
    assert (asked["round_title"], asked["state"]) == ("A second chance", "draft")
    for person in (study.chair, study.panel[0]):
        ok(await person.client.get(url), 403)


async def test_only_those_who_build_rounds_carry_and_only_into_drafts(study: Study) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open("vote")
    draft = await rounds.a_draft_round(study, [])
    url = f"{meeting.path}/polls/{poll}/carry"
    for person in (study.chair, study.panel[0]):
        ok(await person.client.post(url, json={"round_id": str(draft.id)}), 403)
    opened = await rounds.an_open_round(study, title="Another")
    assert "has been opened" in (await carry(meeting, poll, opened, expect=409))["detail"]
    await carry(meeting, str(uuid4()), draft, expect=404)


async def test_the_chair_is_offered_the_questions_of_rounds_that_the_panel_knows(
    study: Study,
) -> None:
    meeting = await a_running_meeting(study)
    await rounds.a_draft_round(study, [rounds.a_statement("A draft")])
    opened = await rounds.an_open_round(study, [rounds.a_statement("Known")], title="Open round")
    url = f"{meeting.path}/askable"
    (offered,) = ok(await study.chair.client.get(url)).json()
    (question,) = await rounds.questions_of(study, opened)
    assert (offered["question_id"], offered["about"]) == (str(question.id), "Known")
    assert (offered["round_title"], offered["kind"]) == ("Open round", "vote")
    ok(await study.panel[0].client.get(url), 403)


async def test_a_rounds_question_is_put_to_the_room_as_it_is(study: Study) -> None:
    meeting = await a_running_meeting(study)
    long = "x" * 200
    asked = QuestionIn(kind=QuestionKind.CHOICE, prompt="p" * 900, options=[long, "b"], at_most=2)
    item = RoundItemIn(statement="Something", questions=[asked])
    opened = await rounds.an_open_round(study, [item])
    (question,) = await rounds.questions_of(study, opened)
    poll = await put_to_room(meeting, question.id, is_secret=True, quorum=1)
    (shown,) = (await meeting.state(study.chair))["state"]["polls"]
    assert (shown["prompt"], shown["choices"], shown["at_most"]) == ("p" * 900, [long, "b"], 2)
    assert (shown["is_secret"], shown["quorum"]) == (True, 1)
    await meeting.answer(study.panel[0], poll, choices=[long, "b"])
    ok(await study.chair.client.post(f"{meeting.path}/askable/{uuid4()}", json={}), 422)
    body = {"command_id": str(uuid4()), "item_id": None}
    ok(await study.chair.client.post(f"{meeting.path}/askable/{uuid4()}", json=body), 404)


async def a_round_and_its_poll(
    study: Study, *, is_secret: bool = False, **changes: Any
) -> tuple[Round, Meeting, str]:
    item = RoundItemIn(statement="Carers hold power", questions=[QuestionIn(kind="vote")])
    opened = await rounds.an_open_round(study, [item], **changes)
    meeting = await a_running_meeting(study)
    (question,) = await rounds.questions_of(study, opened)
    return opened, meeting, await put_to_room(meeting, question.id, is_secret=is_secret)


async def test_whoever_answered_both_counts_once_with_the_later_answer(study: Study) -> None:
    people = await study.add_panel(group=0, count=6)
    opened, meeting, poll = await a_round_and_its_poll(study)
    for person in people[:4]:
        await answer(study, opened, person, vote="agree")
    for person in people[1:6]:
        await meeting.answer(person, poll, choices=["Disagree"])
    # one of those who voted in the room changes their mind in the round, later
    await answer(study, opened, people[1], vote="pass")
    await meeting.release(poll)
    await rounds.close(study, opened)
    (found,) = await together(study, opened)
    whole = found["together"]["whole"]
    assert (whole["agree"], whole["disagree"], whole["passed"]) == (1, 4, 1)
    assert found["answered_both"] == 3
    (room,) = found["polls"]
    assert (room["meeting_title"], room["apart"]) == ("Second consultation", None)
    assert room["poll"]["result"]["counts"] == [0, 5, 0]
    carers = found["together"]["groups"][0]
    assert carers["figures"]["disagree"] == 4


async def leave(study: Study, person: Person) -> None:
    url = f"{study.url}/members/{person.id}/take-out"
    ok(await study.lead.client.post(url, json={"reason": "She asked us to."}))


async def test_whoever_left_after_answering_both_counts_once_and_without_a_name(
    lab: Lab, study: Study
) -> None:
    people = await study.add_panel(group=0, count=4)
    opened, meeting, poll = await a_round_and_its_poll(study)
    for person in people:
        await answer(study, opened, person, vote="agree")
        await meeting.answer(person, poll, choices=["Disagree"])
    # one leaves while both may still be answered, one once the poll is closed, one at the end
    await leave(study, people[0])
    await meeting.release(poll)
    await leave(study, people[1])
    await rounds.close(study, opened)
    await leave(study, people[2])
    (found,) = await together(study, opened)
    whole = found["together"]["whole"]
    assert (whole["agree"], whole["disagree"], found["answered_both"]) == (0, 4, 4)
    assert found["in_round"]["whole"]["agree"] == 4
    async with lab.runtime.reading() as session:
        ballots = (await session.exec(select(Ballot))).all()
    gone = {person.id for person in people[:3]}
    assert [row.member_id for row in ballots if row.alias] == [None] * 3
    assert gone.isdisjoint({row.member_id for row in ballots})


async def test_whoever_comes_back_before_the_close_votes_once(lab: Lab, study: Study) -> None:
    ann = study.panel[0]
    meeting = await a_running_meeting(study)
    poll = await meeting.open("vote")
    await meeting.answer(ann, poll, choices=["Agree"])
    await leave(study, ann)
    ok(await study.lead.client.post(f"{study.url}/members/{ann.id}/bring-back"))
    await meeting.answer(ann, poll, choices=["Disagree"])
    assert (await meeting.release(poll))["counts"] == [0, 1, 0]
    async with lab.runtime.reading() as session:
        (ballot,) = (await session.exec(select(Ballot))).all()
    assert (ballot.member_id, ballot.alias) == (ann.id, None)


async def test_the_votes_of_whoever_left_stay_with_their_group_in_the_record(study: Study) -> None:
    ann, *_ = await study.add_panel(group=0, count=2)
    meeting = await a_running_meeting(study)
    ok(await ann.client.get(f"{meeting.path}/state"))
    poll = await meeting.open("vote")
    await meeting.answer(ann, poll, choices=["Agree"])
    await meeting.close(poll)
    url = f"{meeting.path}/voice"
    before = ok(await study.lead.client.get(url)).json()
    await leave(study, ann)
    after = ok(await study.lead.client.get(url)).json()
    assert (after["groups"], after["outside"]) == (before["groups"], before["outside"])


async def test_answers_that_few_gave_up_are_not_shown_by_subtraction(study: Study) -> None:
    people = await study.add_panel(group=0, count=5)
    opened, meeting, poll = await a_round_and_its_poll(study)
    for person in people[:4]:
        await answer(study, opened, person, vote="agree")
    for person in people[3:]:
        await meeting.answer(person, poll, choices=["Disagree"])
    await meeting.release(poll)
    await rounds.close(study, opened)
    (found,) = await together(study, opened)
    assert (found["together"], found["answered_both"]) == (None, None)
    assert [room["apart"] for room in found["polls"]] == ["few"]


async def test_a_secret_poll_stands_beside_the_round_and_is_never_counted_with_it(
    study: Study,
) -> None:
    people = await study.add_panel(group=0, count=3)
    opened, meeting, poll = await a_round_and_its_poll(study, is_secret=True)
    for person in people:
        await answer(study, opened, person, vote="agree")
        await meeting.answer(person, poll, choices=["Disagree"])
    await meeting.release(poll)
    await rounds.close(study, opened)
    (found,) = await together(study, opened)
    assert found["together"] is None
    assert [room["apart"] for room in found["polls"]] == ["secret"]
    assert found["polls"][0]["poll"]["result"]["counts"] == [0, 3, 0]


async def test_an_unlinkable_round_stands_beside_the_poll(lab: Lab, study: Study) -> None:
    await study.add_panel(group=0, count=3)
    item = RoundItemIn(statement="Carers hold power", questions=[QuestionIn(kind="vote")])
    draft = await rounds.a_draft_round(study, [item])
    body = {"anonymity": Anonymity.UNLINKABLE}
    ok(await study.lead.client.patch(rounds.url_of(study, draft), json=body))
    opened = await rounds.open_draft(study, draft)
    meeting = await a_running_meeting(study)
    (question,) = await rounds.questions_of(study, opened)
    poll = await put_to_room(meeting, question.id)
    await meeting.answer(study.panel[0], poll, choices=["Agree"])
    await meeting.release(poll)
    await rounds.close(study, opened)
    (found,) = await together(study, opened)
    assert (found["together"], found["polls"][0]["apart"]) == (None, "unlinkable")


async def test_nothing_is_told_before_the_poll_is_released_and_the_round_is_closed(
    study: Study,
) -> None:
    opened, meeting, poll = await a_round_and_its_poll(study)
    await meeting.answer(study.panel[0], poll, choices=["Agree"])
    url = rounds.url_of(study, opened, "/together")
    ok(await study.lead.client.get(url), 409)
    await rounds.close(study, opened)
    assert await together(study, opened) == []
    await meeting.close(poll)
    assert await together(study, opened) == []
    ok(await study.panel[0].client.get(url), 403)


async def test_a_question_keeps_its_poll_until_its_words_change(study: Study) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open("rating")
    draft = await rounds.a_draft_round(study, [])
    carried = await carry(meeting, poll, draft)
    read = ok(await study.lead.client.get(rounds.url_of(study, draft))).json()
    (question,) = read["items"][0]["questions"]
    url = rounds.url_of(study, draft, f"/items/{carried['item_id']}")
    asked = {"kind": "rating", "prompt": question["prompt"], "scale": question["scale"]}
    version = {"version_id": meeting.items[0]["version_id"]}
    more = {**version, "questions": [asked, {"kind": "text"}]}
    ok(await study.lead.client.put(url, json=more))
    kept = [each.shared_id for each in await rounds.questions_of(study, draft)]
    assert kept == [UUID(poll), None]
    other = {**version, "questions": [{**asked, "prompt": "Something else?"}]}
    ok(await study.lead.client.put(url, json=other))
    assert [each.shared_id for each in await rounds.questions_of(study, draft)] == [None]
