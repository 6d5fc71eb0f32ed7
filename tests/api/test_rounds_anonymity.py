"""An unlinkable round: answers that nobody can bring back to a person, and turnout all the same."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from colloquy.audit.models import AuditEntry
from colloquy.rounds.models import Participation, QuestionKind, Response, Round, SeriesKey
from colloquy.tables import metadata
from tests.factories.rounds import (
    a_draft_round,
    a_statement,
    answer_url,
    body,
    questions_of,
    url_of,
)
from tests.factories.studies import Person, Study
from tests.support.lab import Lab, ok

# what nobody may find out is looked for in the rows themselves
pytestmark = pytest.mark.both_databases

WHY = {"reason": "It is time."}
ITEMS = [a_statement("Say what you think.", QuestionKind.RATING, QuestionKind.TEXT)]


async def an_unlinkable_round(study: Study, *, after: Round | None = None) -> Round:
    """An open round whose answers name nobody; `after` puts it into the series of another."""
    round_ = await a_draft_round(study, ITEMS, groups=(0, 1))
    async with study.lab.writing() as session:
        row = await session.get_one(Round, round_.id)
        row.anonymity = "unlinkable"
        row.series_id = after.series_id if after else row.series_id
        session.add(row)
    ok(await study.facilitator.client.post(url_of(study, round_, "/open")))
    return row


async def give(study: Study, round_: Round, person: Person, rating: int) -> None:
    """A rating and a sentence, and then the person has finished."""
    rated, said = await questions_of(study, round_)
    client = person.client
    ok(await client.put(answer_url(study, round_, rated.id), json=body(rating=rating)))
    words = f"I chose {rating}."
    ok(await client.put(answer_url(study, round_, said.id), json=body(text=words)))
    ok(await client.post(url_of(study, round_, "/finish")))


async def a_closed_round(study: Study, *, after: Round | None = None) -> Round:
    """A closed unlinkable round in which eight people answered."""
    await study.add_panel(group=0, count=3)
    await study.add_panel(group=1, count=3)
    round_ = await an_unlinkable_round(study, after=after)
    for position, person in enumerate(study.panel[:8]):
        await give(study, round_, person, position + 1)
    ok(await study.facilitator.client.post(url_of(study, round_, "/close"), json=WHY))
    return round_


async def _answers(lab: Lab, round_: Round) -> list[Response]:
    async with lab.runtime.reading() as session:
        found = await session.exec(select(Response).order_by(col(Response.id)))
        return list(found.all())


async def _every_value(lab: Lab) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, in the order in which the database keeps them."""
    async with lab.runtime.reading() as session:
        return {
            table.name: [
                dict(row._mapping)
                for row in await session.exec(text(f'SELECT * FROM "{table.name}"'))  # noqa: S608  # pyright: ignore
            ]
            for table in metadata.sorted_tables
        }


async def test_nothing_in_the_database_of_a_closed_round_joins_an_answer_to_a_person(
    lab: Lab, study: Study
) -> None:
    round_ = await a_closed_round(study)
    answers = await _answers(lab, round_)
    assert len(answers) == 16
    people = {str(person.id) for person in study.panel} | {
        str(person.account.id) for person in study.panel
    }
    own = [answer.model_dump() for answer in answers]
    # no answer names a person, says when it was given, or has an id that does
    for row in own:
        told = {str(value) for value in row.values()}
        assert not told & people
        assert row["created_at"] == row["answered_at"] == row["saved_at"]
        assert row["id"].version == 4
    assert len({row["saved_at"] for row in own}) == 1
    assert {row["is_late"] for row in own} == {False}
    # what stands in an answer and could be looked up elsewhere is found in no row with a person
    keys = {str(row[name]).replace("-", "") for row in own for name in ("id", "respondent")}
    for name, rows in (await _every_value(lab)).items():
        if name == "response":
            continue
        for row in rows:
            told = {str(value).replace("-", "") for value in row.values()}
            has_key = bool(told & keys)
            assert not (has_key and told & {each.replace("-", "") for each in people}), name
    async with lab.runtime.reading() as session:
        tags = (await session.exec(select(AuditEntry.tag).order_by(col(AuditEntry.id)))).all()
    assert "round:response:saved" not in tags


async def test_the_order_in_which_answers_are_kept_is_not_that_in_which_they_were_given(
    lab: Lab, study: Study
) -> None:
    await a_closed_round(study)
    kept = [row["rating"] for row in (await _every_value(lab))["response"] if row["rating"]]
    assert sorted(kept) == list(range(1, 9))
    # one order of 40,320 is the order of giving, and one its reverse
    assert kept not in (list(range(1, 9)), list(range(8, 0, -1)))


async def test_a_group_of_which_one_person_took_part_is_not_kept_with_their_answers(
    lab: Lab, study: Study
) -> None:
    await study.add_panel(group=0, count=3)
    round_ = await an_unlinkable_round(study)
    for person in (study.panel[1], *study.panel[2:5]):
        await give(study, round_, person, 5)
    ok(await study.facilitator.client.post(url_of(study, round_, "/close"), json=WHY))
    assert {answer.group_id for answer in await _answers(lab, round_)} == {None}


async def test_turnout_can_be_verified_all_the_same(lab: Lab, study: Study) -> None:
    round_ = await a_closed_round(study)
    progress = ok(await study.lead.client.get(url_of(study, round_, "/progress"))).json()
    assert (progress["asked"], progress["finished"]) == (8, 8)
    async with lab.runtime.reading() as session:
        parts = (await session.exec(select(Participation))).all()
    assert {part.member_id for part in parts} == {person.id for person in study.panel}
    assert {part.finished_at for part in parts} == {round_.closed_at or parts[0].finished_at}


async def test_the_words_of_a_closed_round_name_nobody(study: Study) -> None:
    await a_closed_round(study)
    documents = ok(await study.researcher.client.get(f"{study.url}/documents?kind=answer")).json()
    assert len(documents) == 8
    for listed in documents:
        url = f"{study.url}/documents/{listed['id']}"
        whole = ok(await study.researcher.client.get(url)).json()
        assert [speaker["member_id"] for speaker in whole["speakers"]] == [None]
        assert not any(person.member.display_name in str(whole) for person in study.panel)


async def test_a_person_sees_and_changes_their_own_answers_while_the_round_is_open(
    study: Study,
) -> None:
    round_ = await an_unlinkable_round(study)
    await give(study, round_, study.panel[0], 3)
    await give(study, round_, study.panel[1], 7)
    await give(study, round_, study.panel[0], 4)
    for person, rating in ((0, 4), (1, 7)):
        mine = ok(await study.panel[person].client.get(url_of(study, round_, "/mine"))).json()
        assert mine["anonymity"] == "unlinkable"
        assert [row["rating"] for row in mine["answers"] if row["rating"]] == [rating]
        [listed] = ok(await study.panel[person].client.get(f"{study.url}/rounds/mine")).json()
        assert listed["answered"] == 2


async def test_a_persons_answers_pair_over_the_rounds_while_the_key_lives_and_never_after(
    lab: Lab, study: Study
) -> None:
    first = await a_closed_round(study)
    second = await an_unlinkable_round(study, after=first)
    for position, person in enumerate(study.panel):
        await give(study, second, person, 9 - position)
    early = ok(await study.lead.client.post(url_of(study, first, "/end-series")), 409)
    assert "is not closed yet" in early.json()["detail"]
    ok(await study.lead.client.post(url_of(study, second, "/close"), json=WHY))
    answers = await _answers(lab, first)
    by_respondent: dict[str, list[int]] = {}
    for answer in answers:
        if answer.rating:
            by_respondent.setdefault(answer.respondent, []).append(answer.rating)
    assert sorted(sorted(pair) for pair in by_respondent.values()) == sorted(
        sorted((position + 1, 9 - position)) for position in range(8)
    )
    mine = study.panel[0].client
    assert len(ok(await mine.get(url_of(study, second, "/mine"))).json()["answers"]) == 2
    ended = ok(await study.lead.client.post(url_of(study, first, "/end-series"))).json()
    assert ended["is_series_ended"]
    assert ended["series_ended_at"]
    assert ok(await mine.get(url_of(study, second, "/mine"))).json()["answers"] == []
    async with lab.runtime.reading() as session:
        [key] = (await session.exec(select(SeriesKey))).all()
        tags = (await session.exec(select(AuditEntry.tag).order_by(col(AuditEntry.id)))).all()
    assert key.secret is None
    assert key.destroyed_at
    assert "round:series:ended" in tags
    ok(await study.lead.client.post(url_of(study, first, "/end-series")), 409)
    after = url_of(study, second, "/next")
    assert "no round can follow" in ok(await study.lead.client.get(after)).json()["obstacle"]
    ok(await study.lead.client.post(after, json={}), 409)
    third = await a_draft_round(study, ITEMS)
    async with lab.writing() as session:
        row = await session.get_one(Round, third.id)
        row.anonymity, row.series_id = "unlinkable", first.series_id
        session.add(row)
    refused = ok(await study.lead.client.post(url_of(study, third, "/open")), 409)
    assert "Begin a new series" in refused.json()["detail"]


async def test_an_answer_after_the_end_is_kept_without_a_name_or_a_time(
    lab: Lab, study: Study
) -> None:
    round_ = await an_unlinkable_round(study)
    ok(await study.facilitator.client.post(url_of(study, round_, "/close"), json=WHY))
    rated, _ = await questions_of(study, round_)
    client = study.panel[0].client
    ok(await client.put(answer_url(study, round_, rated.id), json=body(rating=2)), 410)
    [late] = ok(await client.get(url_of(study, round_, "/mine"))).json()["late"]
    assert late["rating"] == 2
    [row] = (await _every_value(lab))["late_response"]
    assert UUID(str(row["id"])).version == 4
    assert str(study.panel[0].id).replace("-", "") not in str(row).replace("-", "")
    assert row["created_at"] == row["answered_at"]


async def test_comments_are_not_offered_where_they_would_carry_a_name(study: Study) -> None:
    round_ = await an_unlinkable_round(study)
    client = study.panel[0].client
    shown = ok(await client.get(url_of(study, round_, "/mine"))).json()
    comment = {
        "client_id": str(round_.id),
        "target": "statement",
        "target_id": shown["items"][0]["id"],
        "text": "This is mine.",
        "place": "round",
        "place_id": str(round_.id),
    }
    refused = ok(await client.post(f"{study.url}/comments", json=comment), 403).json()["detail"]
    assert "takes no comments" in refused


@pytest.mark.parametrize("person", ["researcher", "panel"])
async def test_only_those_who_run_rounds_end_a_series(study: Study, person: str) -> None:
    round_ = await an_unlinkable_round(study)
    who = study.researcher if person == "researcher" else study.panel[0]
    ok(await who.client.post(url_of(study, round_, "/end-series")), 403)
