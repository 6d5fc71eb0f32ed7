"""Two rounds compared: the same people twice, and nobody told apart by subtraction."""

from typing import Any

from sqlalchemy import update
from sqlmodel import col

from colloquy.rounds.models import Question, Round
from colloquy.rounds.schemas import RoundItemIn
from tests.factories.rounds import a_rating, an_open_round, answer, close, questions_of, url_of
from tests.factories.studies import Person, Study
from tests.support.lab import ok

RATED = RoundItemIn(statement="A shared purpose", questions=[a_rating()])
Given = dict[int, list[int | None]]


async def _panel(study: Study, sizes: dict[int, int]) -> dict[int, list[Person]]:
    people: dict[int, list[Person]] = {}
    for group, size in sizes.items():
        here = [row for row in study.panel if row.member.group_id == study.groups[group].id]
        people[group] = here + await study.add_panel(group, size - len(here))
    return people


async def _two_rounds(study: Study, first: Given, second: Given) -> Round:
    """Two closed rounds with the same item; None is somebody who stayed away."""
    people = await _panel(study, {group: len(given) for group, given in first.items()})
    earlier: tuple[Round, Question] | None = None
    for title, given in (("First", first), ("Second", second)):
        round_ = await an_open_round(study, [RATED], groups=list(first), title=title)
        [question] = await questions_of(study, round_)
        if earlier:
            async with study.lab.writing() as session:
                await session.exec(
                    update(Round)
                    .where(col(Round.id) == round_.id)
                    .values(follows_id=earlier[0].id, series_id=earlier[0].series_id)
                )
                await session.exec(
                    update(Question)
                    .where(col(Question.id) == question.id)
                    .values(carried_from_id=earlier[1].id)
                )
        for group, ratings in given.items():
            for person, rating in zip(people[group], ratings, strict=True):
                if rating is not None:
                    await answer(study, round_, question, person, rating)
        await close(study, round_)
        earlier = round_, question
    return round_


async def _comparison(study: Study, round_: Round) -> dict[str, Any]:
    return ok(await study.researcher.client.get(url_of(study, round_, "/comparison"))).json()


async def test_bands_kappa_and_wilcoxon_are_of_the_same_people(study: Study) -> None:
    round_ = await _two_rounds(
        study, {0: [9, 8, 7, 5], 1: [1, 2, 3, 4]}, {0: [9, 8, 7, 7], 1: [2, 2, 3, 8]}
    )
    found = await _comparison(study, round_)
    assert found["earlier_title"] == "First"
    [question] = found["questions"]
    whole = question["whole"]
    assert (whole["pairs"], whole["changed_band"], whole["share_changed"]) == (8, 2, 0.25)
    assert whole["moved"] == 3
    assert whole["kappa"] is not None
    assert whole["cv_change"] is None  # fewer than 30 people
    assert [group["change"]["pairs"] for group in question["groups"]] == [4, 4]
    assert question["outcome_before"] == "divided"


async def test_a_group_that_lost_one_person_is_not_compared_alone(study: Study) -> None:
    round_ = await _two_rounds(
        study,
        {0: [9, 8, 7, 2], 1: [7, 7, 8, 8]},
        {0: [9, 8, 7, None], 1: [7, 7, 8, 8]},
    )
    [question] = (await _comparison(study, round_))["questions"]
    # that the three who stayed did not move would show that the fourth had rated 2
    assert all(group["change"] is None for group in question["groups"])
    assert question["whole"]["pairs"] == 7
    assert question["whole"]["loss"] is None


async def test_those_who_left_are_set_against_those_who_stayed_when_there_are_enough(
    study: Study,
) -> None:
    round_ = await _two_rounds(
        study,
        {0: [9, 9, 8, 9], 1: [1, 2, 3]},
        {0: [9, 9, 9, 9], 1: [None, None, None]},
    )
    [question] = (await _comparison(study, round_))["questions"]
    loss = question["whole"]["loss"]
    assert (loss["stayed"]["median"], loss["left"]["median"]) == (9.0, 2.0)
    assert (loss["stayed"]["n"], loss["left"]["n"]) == (4, 3)
    assert round(question["whole"]["share_left"], 3) == 0.429


async def test_a_round_that_follows_no_other_has_nothing_to_be_compared_with(study: Study) -> None:
    round_ = await an_open_round(study, [RATED])
    await close(study, round_)
    assert (await study.researcher.client.get(url_of(study, round_, "/comparison"))).json() is None
