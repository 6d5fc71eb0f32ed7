"""Results: nobody's before the close, then everybody's, with no small group by itself."""

from typing import Any

from colloquy.rounds.models import QuestionKind, Round, Rule
from colloquy.rounds.schemas import RoundItemIn
from tests.factories.rounds import (
    a_rating,
    a_statement,
    an_open_round,
    answer,
    close,
    questions_of,
    url_of,
)
from tests.factories.studies import Person, Study
from tests.support.lab import ok

RATED = RoundItemIn(statement="A shared purpose", questions=[a_rating()])


async def _answered_round(
    study: Study,
    by_group: dict[int, list[Any]],
    item: RoundItemIn = RATED,
    **changes: Any,
) -> Round:
    """A closed round with these answers by group; the study's first people answer first."""
    people: dict[int, list[Person]] = {}
    for group, given in by_group.items():
        here = [row for row in study.panel if row.member.group_id == study.groups[group].id]
        people[group] = here + await study.add_panel(group, max(0, len(given) - len(here)))
    round_ = await an_open_round(study, [item], groups=list(by_group), **changes)
    [question] = await questions_of(study, round_)
    for group, given in by_group.items():
        for person, each in zip(people[group], given, strict=False):
            await answer(study, round_, question, person, each)
    await close(study, round_)
    return round_


async def _result(study: Study, round_: Round, person: Person | None = None) -> dict[str, Any]:
    client = (person or study.researcher).client
    whole = ok(await client.get(url_of(study, round_, "/results"))).json()
    return whole["items"][0]["questions"][0]


def _counts(figures: dict[str, Any]) -> dict[int, int]:
    return {row["point"]: row["count"] for row in figures["counts"] if row["count"]}


async def test_nobody_sees_results_before_the_close_the_team_included(study: Study) -> None:
    kinds = (QuestionKind.RATING, QuestionKind.VOTE, QuestionKind.TEXT)
    round_ = await an_open_round(study, [a_statement("Say", *kinds)], groups=(0, 1))
    rating, vote, words = await questions_of(study, round_)
    await answer(study, round_, rating, study.panel[0], 9)
    await answer(study, round_, vote, study.panel[0], "agree")
    await answer(study, round_, words, study.panel[0], "The secret sentence")
    people = [study.lead, study.researcher, study.facilitator, *study.panel]
    for person in people:
        refused = ok(await person.client.get(url_of(study, round_, "/results")), 409).json()
        assert "before the round has closed" in refused["detail"]
    paths = ("", "/progress", "/mine")
    for person in (*people, study.chair):
        if person is study.panel[0]:
            continue
        said = [(await person.client.get(url_of(study, round_, path))).text for path in paths]
        said.append((await person.client.get(f"{study.url}/documents")).text)
        said.append((await person.client.get(f"{study.url}/rounds")).text)
        said.append((await person.client.get(f"{study.url}/rounds/mine")).text)
        assert not any("secret sentence" in text for text in said)
        assert not any('"rating":9' in text or '"agree"' in text for text in said)


async def test_after_the_close_the_asked_and_the_team_see_them_and_nobody_else(
    study: Study,
) -> None:
    round_ = await an_open_round(study, groups=(0,))
    await close(study, round_)
    for person in (study.lead, study.researcher, study.facilitator, study.panel[0]):
        ok(await person.client.get(url_of(study, round_, "/results")))
    for person in (study.panel[1], study.chair):
        ok(await person.client.get(url_of(study, round_, "/results")), 403)


async def test_counts_median_and_bands_over_all_and_by_group(study: Study) -> None:
    round_ = await _answered_round(study, {0: [7, 8, 9, None], 1: [1, 2, 7, 8]})
    result = await _result(study, round_)
    whole = result["whole"]
    assert _counts(whole) == {1: 1, 2: 1, 7: 2, 8: 2, 9: 1}
    assert (whole["rated"], whole["unable"], whole["median"]) == (7, 1, 7.0)
    assert [round(band["share"], 3) for band in whole["bands"]] == [0.286, 0.0, 0.714]
    assert whole["band"] == "critical"
    carers, leaders = result["groups"]
    assert (carers["figures"]["median"], carers["figures"]["unable"]) == (8.0, 1)
    assert _counts(leaders["figures"]) == {1: 1, 2: 1, 7: 1, 8: 1}


async def test_a_group_below_the_threshold_is_not_shown_nor_had_by_subtraction(
    study: Study,
) -> None:
    round_ = await _answered_round(study, {0: [7, 8, 9], 1: [1, 2]})
    result = await _result(study, round_)
    assert result["whole"]["rated"] == 5
    # the carers are enough, but carers from all would leave the two leaders
    assert [row["figures"] for row in result["groups"]] == [None, None]


async def test_three_answers_with_one_rating_among_them_are_not_shown(study: Study) -> None:
    round_ = await _answered_round(study, {0: [9, None, None], 1: [4, 5, 6]})
    result = await _result(study, round_)
    assert [row["figures"] for row in result["groups"]] == [None, None]


async def test_the_threshold_is_the_studys_own(study: Study) -> None:
    ok(await study.lead.client.patch(study.url, json={"suppress_below": 5}))
    round_ = await _answered_round(study, {0: [7, 8, 9, 9], 1: [6, 7, 8, 9, 9]})
    result = await _result(study, round_)
    assert [row["figures"] for row in result["groups"]] == [None, None]


async def test_every_rule_gives_its_verdict_and_the_locked_one_is_named(study: Study) -> None:
    round_ = await _answered_round(
        study, {0: [7, 8, 9, 9, 8], 1: [7, 7, 8, 9, 5]}, rule=Rule.AGREEMENT
    )
    verdicts = {row["rule"]: row for row in (await _result(study, round_))["verdicts"]}
    assert set(verdicts) == {rule.value for rule in Rule}
    assert [rule for rule, row in verdicts.items() if row["is_locked"]] == ["75 % agreement"]
    assert {rule: row["outcome"] for rule, row in verdicts.items()} == {
        "70/15": "in",
        "70/15 in each group": "in",
        "at most 50 % in each group": "uncertain",
        "75 % agreement": "in",
        "narrow range": "in",
        "RAND/UCLA": "appropriate",
        "classic count": "agreement",
    }


async def test_a_rule_that_does_not_apply_says_why(study: Study) -> None:
    item = RoundItemIn(statement="Rate", questions=[a_rating(points=5)])
    round_ = await _answered_round(study, {0: [5, 5], 1: [4]}, item)
    verdicts = {row["rule"]: row for row in (await _result(study, round_))["verdicts"]}
    assert verdicts["70/15"]["outcome"] == "in"
    assert verdicts["RAND/UCLA"]["reason"] == "This rule is made for nine points."
    assert "No group is large enough" in verdicts["70/15 in each group"]["reason"]


async def test_a_panel_that_pulls_two_ways_is_divided(study: Study) -> None:
    round_ = await _answered_round(study, {0: [9, 9, 9, 8], 1: [1, 1, 2, 1]})
    assert (await _result(study, round_))["is_divided"] is True
    second = await _answered_round(study, {0: [5, 5, 6, 4], 1: [5, 4, 6, 5]}, title="Again")
    assert (await _result(study, second))["is_divided"] is False


async def test_votes_are_counted_over_all_and_by_group(study: Study) -> None:
    votes = {0: ["agree", "agree", "pass"], 1: ["disagree", "agree", "disagree", "disagree"]}
    round_ = await _answered_round(study, votes, a_statement())
    result = await _result(study, round_)
    assert result["whole"] == {"agree": 3, "disagree": 3, "passed": 1, "missing": 0}
    assert [row["figures"] for row in result["groups"]] == [
        {"agree": 2, "disagree": 0, "passed": 1, "missing": 0},
        {"agree": 1, "disagree": 3, "passed": 0, "missing": 0},
    ]


async def test_a_person_finds_their_own_answer_and_nobody_elses_words(study: Study) -> None:
    words = a_statement("Say", QuestionKind.TEXT)
    round_ = await _answered_round(study, {0: ["Mine", "Theirs"]}, words)
    own = await _result(study, round_, study.panel[0])
    assert own["mine"]["text"] == "Mine"
    assert (own["texts"], own["written"]) == (None, 2)
    team = await _result(study, round_)
    assert [row["text"] for row in team["texts"]] == ["Mine", "Theirs"]
    assert team["mine"] is None


async def test_closed_results_stay_when_somebody_changes_groups(study: Study) -> None:
    round_ = await _answered_round(study, {0: [7, 8, 9], 1: [1, 2, 3]})
    before = await _result(study, round_)
    moved = {"group_id": str(study.groups[1].id)}
    member = f"{study.url}/members/{study.panel[0].id}"
    ok(await study.lead.client.patch(member, json=moved))
    assert await _result(study, round_) == before


async def test_a_question_that_nobody_answered_has_no_median_and_no_verdict(study: Study) -> None:
    round_ = await _answered_round(study, {0: []})
    result = await _result(study, round_)
    assert (result["whole"]["rated"], result["whole"]["median"]) == (0, None)
    assert {row["outcome"] for row in result["verdicts"]} == {"not defined"}
    assert {row["reason"] for row in result["verdicts"]} == {"Nobody gave a rating."}
