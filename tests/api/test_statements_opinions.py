"""Opinion groups: after the close, from enough people, with nobody and no small group given away."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import numpy as np
from sqlalchemy import event, update
from sqlmodel import col

from colloquy.core.clock import now
from colloquy.methods.tallies import Vote
from colloquy.rounds.models import Anonymity, Response, Round
from tests.factories.rounds import close, questions_of, url_of
from tests.factories.statements import a_statement_round, decide, my_statements, vote, write
from tests.factories.studies import Person, Study
from tests.support.lab import Lab, ok

NINE = [f"Statement number {n}." for n in range(9)]
FOR = [Vote.AGREE] * 4 + [Vote.DISAGREE] * 4 + [Vote.AGREE]
AGAINST = [Vote.DISAGREE] * 4 + [Vote.AGREE] * 4 + [Vote.AGREE]


async def _cast(
    study: Study, round_: Round, ballots: Sequence[tuple[str, int, Sequence[Vote]]]
) -> None:
    """Votes of people by name, in a group by its position, on the statements in their order."""
    questions = await questions_of(study, round_)
    async with study.lab.writing() as session:
        for name, group, given in ballots:
            session.add_all(
                Response(
                    question_id=question.id,
                    respondent=name,
                    group_id=study.groups[group].id,
                    vote=each,
                    answered_at=now(),
                    saved_at=now(),
                )
                for question, each in zip(questions, given, strict=False)
            )


def _two_camps(of_each: int) -> list[tuple[str, int, list[Vote]]]:
    """So many people for and as many against, each with one slip, so that no two are the same."""
    ballots: list[tuple[str, int, list[Vote]]] = []
    for group, camp in enumerate((FOR, AGAINST)):
        for number in range(of_each):
            given = list(camp)
            given[number % 8] = Vote.PASS
            ballots.append((f"person {group}-{number:02}", group, given))
    return ballots


async def _opinions(
    study: Study, round_: Round, person: Person | None = None, status: int = 200
) -> dict[str, Any]:
    client = (person or study.researcher).client
    return ok(await client.get(url_of(study, round_, "/opinions")), status).json()


async def test_nobody_sees_opinion_groups_before_the_close(study: Study) -> None:
    round_ = await a_statement_round(study)
    for person in (study.lead, study.panel[0]):
        told = await _opinions(study, round_, person, status=409)
        assert "before the round has closed" in told["detail"]
    ok(await study.chair.client.get(url_of(study, round_, "/opinions")), 403)


async def test_too_few_people_are_refused_in_a_sentence_and_all_votes_still_counted(
    study: Study,
) -> None:
    round_ = await a_statement_round(study, NINE)
    await _cast(study, round_, _two_camps(of_each=4))
    await close(study, round_)
    found = await _opinions(study, round_)
    assert found["refusal"] == (
        "8 people voted on at least 7 statements; opinion groups need 30. "
        "Gather more votes, or use groups that you know already."
    )
    assert (found["opinion"], found["people"], found["minimum"]) == (None, 8, 30)
    assert found["statements"][8]["votes"] == {"agree": 8, "disagree": 0, "passed": 0}
    assert found["agreed"][0] == found["statements"][8]["item_id"]
    carers, leaders = found["stakeholder"]["groups"]
    assert (carers["key"], carers["size"], leaders["size"]) == (str(study.groups[0].id), 4, 4)


async def test_two_camps_are_found_with_what_sets_them_apart_and_what_they_share(
    study: Study,
) -> None:
    round_ = await a_statement_round(study, NINE)
    seldom = [(f"seldom {number}", 0, FOR[:3]) for number in range(3)]
    await _cast(study, round_, [*_two_camps(of_each=20), *seldom])
    await close(study, round_)
    found = await _opinions(study, round_)
    opinion, ids = found["opinion"], [row["item_id"] for row in found["statements"]]
    assert (found["refusal"], found["placed"], found["left_out"]["people"]) == (None, 40, 3)
    assert found["silhouette"] > found["bound"]
    assert [group["size"] for group in opinion["groups"]] == [20, 20]
    assert opinion["common"] == [ids[8]]
    assert set(opinion["divisive"]) == set(ids[:8])
    first = opinion["telling"][0]["statements"][0]
    assert first["item_id"] in ids[:8]
    assert first["here"][first["direction"]] >= 17
    assert first["elsewhere"][first["direction"]] in (0, 3)
    assert await _opinions(study, round_) == found


async def test_the_map_tells_where_groups_are_and_never_where_a_person_is(study: Study) -> None:
    round_ = await a_statement_round(study, NINE)
    ballots = _two_camps(of_each=20)
    await _cast(study, round_, ballots)
    await close(study, round_)
    page = (await study.panel[0].client.get(url_of(study, round_, "/opinions"))).text
    assert not any(name in page for name, _, _ in ballots)
    one, other = (await _opinions(study, round_))["opinion"]["groups"]
    assert set(one["place"]) == {"x", "y", "long", "short", "turn"}
    assert one["place"]["x"] * other["place"]["x"] < 0
    assert one["place"]["long"] >= one["place"]["short"] > 0


async def test_people_who_differ_only_by_chance_are_one_group(study: Study) -> None:
    round_ = await a_statement_round(study, NINE)
    drawn = np.random.default_rng(0).choice(list(Vote), size=(40, 9), p=[0.6, 0.3, 0.1])
    ballots = [(f"person {row:02}", 0, list(given)) for row, given in enumerate(drawn)]
    await _cast(study, round_, ballots)
    await close(study, round_)
    found = await _opinions(study, round_)
    [group] = found["opinion"]["groups"]
    assert (group["size"], found["silhouette"]) == (40, None)
    assert (found["opinion"]["divisive"], found["opinion"]["telling"][0]["statements"]) == ([], [])


async def test_a_person_is_told_which_group_is_theirs(study: Study) -> None:
    round_ = await a_statement_round(study, NINE)
    carer = study.panel[0]
    ballots = _two_camps(of_each=20)
    ballots[0] = (str(carer.id), 0, ballots[0][2])
    await _cast(study, round_, ballots)
    await close(study, round_)
    mine = await _opinions(study, round_, carer)
    assert mine["opinion"]["mine"] in ("1", "2")
    assert mine["stakeholder"]["mine"] == str(study.groups[0].id)
    assert (await _opinions(study, round_))["opinion"]["mine"] is None


async def test_a_small_group_is_neither_shown_nor_had_by_subtraction(study: Study) -> None:
    round_ = await a_statement_round(study, NINE)
    await _cast(study, round_, [*_two_camps(of_each=6)[:8]])
    await close(study, round_)
    found = await _opinions(study, round_)
    carers, leaders = found["stakeholder"]["groups"]
    assert (carers["size"], leaders["size"], leaders["place"]) == (6, None, None)
    assert found["stakeholder"]["is_partial"] is True
    for row in found["stakeholder"]["statements"]:
        # the carers are enough, but carers from all would leave the two leaders
        assert [group["votes"] for group in row["groups"]] == [None, None]
        assert row["common"] is None
    assert all(group["statements"] == [] for group in found["stakeholder"]["telling"])


async def test_what_is_refused_after_votes_is_left_out_and_counted(study: Study) -> None:
    round_ = await a_statement_round(study)
    sent = await write(study, round_, study.panel[0], "Notes help.")
    await write(study, round_, study.panel[0], "This one waits.")
    queue = await decide(study, round_, sent)
    await vote(study, round_, study.panel[1], sent["item_id"], "agree")
    await decide(study, round_, queue["statements"][0], standing="refused", refused_for="hurtful")
    await close(study, round_)
    found = await _opinions(study, round_)
    assert (found["statements"], found["people"]) == ([], 0)
    assert (found["left_out"]["refused"], found["left_out"]["waiting"]) == (1, 1)


async def test_in_real_time_one_sees_the_groups_after_ones_own_votes(study: Study) -> None:
    round_ = await a_statement_round(study, is_real_time=True)
    items = [str(question.item_id) for question in await questions_of(study, round_)]
    carer = study.panel[0]
    for item_id in items[:2]:
        await vote(study, round_, carer, item_id, "agree")
    told = await _opinions(study, round_, carer, status=409)
    assert "voted on 3 statements" in told["detail"]
    assert "So far you have voted on 2" in told["detail"]
    await vote(study, round_, carer, items[2], "pass")
    assert (await _opinions(study, round_, carer))["people"] == 1


async def test_where_answers_are_nobodys_one_still_finds_ones_own_votes(study: Study) -> None:
    round_ = await a_statement_round(
        study, NINE[:1], is_real_time=True, anonymity=Anonymity.UNLINKABLE
    )
    carer = study.panel[0]
    [item_id] = (await my_statements(study, round_, carer))["queue"]
    await _opinions(study, round_, carer, status=409)
    await vote(study, round_, carer, item_id, "agree")
    assert (await my_statements(study, round_, carer))["queue"] == []
    found = await _opinions(study, round_, carer)
    assert (found["people"], str(carer.id) in str(found)) == (1, False)


async def test_the_number_of_queries_does_not_grow_and_votes_are_read_once(
    lab: Lab, study: Study
) -> None:
    statements: list[str] = []

    def listen(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    async def count(round_: Round) -> int:
        statements.clear()
        await _opinions(study, round_)
        return len(statements)

    small = await a_statement_round(study)
    await _cast(study, small, _two_camps(of_each=2))
    large = await a_statement_round(study, NINE)
    await _cast(study, large, _two_camps(of_each=40))
    for round_ in (small, large):
        await close(study, round_)
    engine = lab.runtime.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", listen)
    try:
        first = await count(small)
        assert await count(large) == first
        assert await count(large) == first - 1
    finally:
        event.remove(engine, "before_cursor_execute", listen)


async def test_a_vote_taken_away_after_the_close_changes_the_groups(study: Study) -> None:
    round_ = await a_statement_round(study)
    await _cast(study, round_, _two_camps(of_each=3))
    await close(study, round_)
    before = (await _opinions(study, round_))["statements"]
    [question, *_rest] = await questions_of(study, round_)
    async with study.lab.writing() as session:
        await session.exec(
            update(Response).where(col(Response.question_id) == question.id).values(vote=None)
        )
    after = (await _opinions(study, round_))["statements"]
    assert [UUID(row["item_id"]) for row in before][1:] == [UUID(r["item_id"]) for r in after]
