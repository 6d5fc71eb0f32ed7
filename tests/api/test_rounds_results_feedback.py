"""What the team makes of a result, and what the panel is told: nothing before it is published."""

from typing import Any

from colloquy.rounds.models import QuestionKind, Round
from colloquy.rounds.schemas import QuestionIn, RoundItemIn
from tests.factories.rounds import (
    a_rating,
    an_open_round,
    answer,
    close,
    questions_of,
    url_of,
)
from tests.factories.studies import Person, Study
from tests.support.lab import ok

EXPLAINED = RoundItemIn(
    statement="Leaders should resolve conflict",
    questions=[a_rating(), QuestionIn(kind=QuestionKind.TEXT)],
)


async def _divided_round(study: Study) -> Round:
    """Carers at one end and leaders at the other; the last leader says why."""
    await study.add_panel(0, 2)
    await study.add_panel(1, 2)
    round_ = await an_open_round(study, [EXPLAINED], groups=(0, 1))
    rating, words = await questions_of(study, round_)
    carers = [row for row in study.panel if row.member.group_id == study.groups[0].id]
    leaders = [row for row in study.panel if row not in carers]
    for person in carers:
        await answer(study, round_, rating, person, 9)
    for person in leaders:
        await answer(study, round_, rating, person, 1)
    await answer(study, round_, words, leaders[-1], "Conflict should be held, not resolved.")
    await close(study, round_)
    return round_


async def _item(study: Study, round_: Round, person: Person) -> dict[str, Any]:
    return ok(await person.client.get(url_of(study, round_, "/results"))).json()["items"][0]


async def _say(study: Study, round_: Round, **given: Any) -> dict[str, Any]:
    item = await _item(study, round_, study.researcher)
    url = url_of(study, round_, f"/items/{item['id']}/finding")
    return ok(await study.researcher.client.put(url, json=given)).json()["items"][0]


async def test_the_rule_says_that_the_panel_is_divided_and_the_team_reads_why(
    study: Study,
) -> None:
    item = await _item(study, await _divided_round(study), study.researcher)
    assert (item["outcome"], item["finding"]) == ("divided", None)
    assert [quote["text"] for quote in item["minority"]] == [
        "Conflict should be held, not resolved."
    ]


async def test_the_team_can_say_more_than_the_rule_and_take_it_back(study: Study) -> None:
    round_ = await _divided_round(study)
    said = await _say(study, round_, outcome="too general", words="True of any leadership.")
    assert (said["outcome"], said["finding"]["words"]) == ("too general", "True of any leadership.")
    url = url_of(study, round_, f"/items/{said['id']}/finding")
    ok(await study.researcher.client.delete(url))
    assert (await _item(study, round_, study.researcher))["outcome"] == "divided"
    log = (await study.lead.client.get(f"{study.url}/history?subject=round")).json()["entries"]
    assert {"round:item:found", "round:item:finding-cleared"} <= {row["tag"] for row in log}


async def test_the_panel_reads_findings_and_chosen_quotes_only_once_they_are_published(
    study: Study,
) -> None:
    round_ = await _divided_round(study)
    quote = (await _item(study, round_, study.researcher))["minority"][0]
    await _say(study, round_, outcome="divided", words="We keep both.", quoted_ids=[quote["id"]])
    before = await _item(study, round_, study.panel[0])
    assert (before["finding"], before["minority"]) == (None, [])
    body = {"words": "The second round asks about both."}
    url = url_of(study, round_, "/feedback")
    ok(await study.researcher.client.put(url, json=body), 403)
    ok(await study.facilitator.client.put(url, json=body))
    after = await _item(study, round_, study.panel[0])
    assert after["finding"] == {"outcome": "divided", "words": "We keep both."}
    assert [row["text"] for row in after["minority"]] == ["Conflict should be held, not resolved."]


async def test_words_that_were_not_chosen_are_never_quoted_to_the_panel(study: Study) -> None:
    round_ = await _divided_round(study)
    await _say(study, round_, outcome="divided")
    await study.facilitator.client.put(url_of(study, round_, "/feedback"), json={"words": ""})
    page = await study.panel[0].client.get(url_of(study, round_, "/results"))
    assert "Conflict should be held" not in page.text


async def test_everybody_who_took_part_is_mailed_once(study: Study) -> None:
    round_ = await _divided_round(study)
    await study.add_panel(0, 1)  # who did not take part
    url = url_of(study, round_, "/feedback")
    told = ok(await study.facilitator.client.put(url, json={"words": "Next comes round two."}))
    assert told.json()["mails"] == 6
    again = ok(await study.facilitator.client.put(url, json={"words": "Next comes a meeting."}))
    assert again.json()["mails"] == 0
    mails = [row for row in await study.lab.mails() if row.subject.startswith("What came of")]
    assert len({row.recipient for row in mails}) == len(mails) == 6
    assert "what the panel said, and what happens next" in mails[0].body


async def test_nothing_is_published_of_a_round_that_is_open(study: Study) -> None:
    round_ = await an_open_round(study, [EXPLAINED])
    url = url_of(study, round_, "/feedback")
    ok(await study.facilitator.client.put(url, json={"words": ""}), 409)
