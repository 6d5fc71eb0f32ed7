"""Statements: voted on in an order of one's own, and written by the panel."""

from typing import Any
from uuid import uuid4

from sqlmodel import col, select

from colloquy.audit.models import AuditEntry
from tests.factories.rounds import close, url_of
from tests.factories.statements import (
    STATEMENTS,
    a_statement_round,
    decide,
    my_statements,
    questions_by_item,
    vote,
    write,
)
from tests.factories.studies import Study
from tests.support.lab import Lab, ok


async def test_everybody_has_an_order_of_their_own_which_stays_and_leaves_out_what_was_voted_on(
    study: Study,
) -> None:
    await study.add_panel(group=0, count=4)
    round_ = await a_statement_round(study, [f"Statement number {n}." for n in range(8)])
    first = (await my_statements(study, round_, study.panel[0]))["queue"]
    assert len(first) == len(set(first)) == 8
    assert (await my_statements(study, round_, study.panel[0]))["queue"] == first
    orders = {tuple((await my_statements(study, round_, one))["queue"]) for one in study.panel}
    assert len(orders) > 1
    await vote(study, round_, study.panel[0], first[0], "pass")
    rest = (await my_statements(study, round_, study.panel[0]))["queue"]
    assert sorted(rest) == sorted(first[1:])


async def test_a_statement_that_most_pass_is_shown_later_than_one_that_nobody_passes(
    study: Study,
) -> None:
    people = await study.add_panel(group=0, count=30)
    round_ = await a_statement_round(study, ["Nobody can answer this.", "Everybody can."])
    questions = await questions_by_item(study, round_, study.panel[0])
    passed, agreed = questions
    for person in people[:20]:
        await vote(study, round_, person, passed, "pass")
        await vote(study, round_, person, agreed, "agree")
    queues = [(await my_statements(study, round_, one))["queue"] for one in people[20:]]
    assert [queue[0] for queue in queues] == [agreed] * 10


async def test_a_statement_waits_unseen_by_anybody_but_its_author(study: Study) -> None:
    round_ = await a_statement_round(study)
    author, other = study.panel
    sent = await write(study, round_, author, "  Notes should\nbe   shared.  ")
    assert (sent["text"], sent["standing"]) == ("Notes should be shared.", "waiting")
    mine = await my_statements(study, round_, author)
    assert [row["text"] for row in mine["written"]] == ["Notes should be shared."]
    assert (mine["takes_statements"], mine["policy"], mine["longest"]) == (
        True,
        "One idea in each.",
        140,
    )
    theirs = await my_statements(study, round_, other)
    assert (theirs["written"], len(theirs["queue"])) == ([], len(STATEMENTS))
    said = (await other.client.get(url_of(study, round_, "/mine"))).text
    assert "should be shared" not in said
    ok(await other.client.get(url_of(study, round_, "/statements")), 403)


async def test_a_retry_writes_a_statement_once_and_leaves_one_trace_without_its_words(
    lab: Lab, study: Study
) -> None:
    round_ = await a_statement_round(study)
    client_id = str(uuid4())
    sent = [
        await write(study, round_, study.panel[0], "Notes help.", client_id=client_id)
        for _ in range(2)
    ]
    assert sent[0] == sent[1]
    await write(study, round_, study.panel[1], "Mine.", client_id=client_id, status=409)
    async with lab.runtime.reading() as session:
        found = await session.exec(
            select(AuditEntry).where(AuditEntry.tag == "round:statement:written")
        )
        [entry] = found.all()
    assert entry.object_id == round_.id
    assert "Notes" not in str(entry.details)
    log = ok(await study.lead.client.get(f"{study.url}/history")).json()
    [row] = [row for row in log["entries"] if row["tag"] == "round:statement:written"]
    assert (row["person"], row["is_withheld"]) == (None, True)


async def test_length_is_counted_in_characters_of_any_script(study: Study) -> None:
    round_ = await a_statement_round(study)
    await write(study, round_, study.panel[0], "𝔸" * 140)
    refused = await write(study, round_, study.panel[0], "𝔸" * 141, status=422)
    assert "at most 140 characters; yours has 141" in refused["detail"]
    await write(study, round_, study.panel[0], "   ", status=422)


async def test_one_person_cannot_flood_the_moderators(study: Study) -> None:
    round_ = await a_statement_round(study)
    for number in range(10):
        await write(study, round_, study.panel[0], f"Idea number {number}")
    refused = await write(study, round_, study.panel[0], "One more", status=429)
    assert "Nothing is lost" in refused["detail"]
    await write(study, round_, study.panel[1], "Somebody else's")


async def test_only_a_round_that_takes_statements_takes_them_from_those_it_asks(
    study: Study,
) -> None:
    closed_to_ideas = await a_statement_round(study, takes_statements=False)
    refused = await write(study, closed_to_ideas, study.panel[0], "An idea", status=409)
    assert "comment instead" in refused["detail"]
    for_carers = await a_statement_round(study, groups=(0,))
    await write(study, for_carers, study.panel[1], "An idea", status=403)
    await write(study, for_carers, study.lead, "An idea", status=403)
    await close(study, for_carers)
    late = await write(study, for_carers, study.panel[0], "An idea", status=410)
    assert "closed on" in late["detail"]


async def test_near_duplicates_among_what_is_shown_are_suggested(study: Study) -> None:
    round_ = await a_statement_round(study)
    await write(study, round_, study.panel[1], "Each meeting needs one carer.")

    async def alike(text: str) -> list[Any]:
        url = url_of(study, round_, "/statements/alike")
        found = ok(await study.panel[0].client.get(url, params={"text": text})).json()
        return [row["text"] for row in found]

    assert await alike("Carers know what is needed") == []
    assert await alike("A carer in every meeting") == ["Every meeting needs a carer."]
    assert await alike("Carers: every meeting needs one") == ["Every meeting needs a carer."]
    assert await alike("to build trust takes time") == ["Trust takes time to build."]
    assert await alike("") == []


async def test_an_author_takes_a_statement_back_until_somebody_has_voted_on_it(
    lab: Lab, study: Study
) -> None:
    round_ = await a_statement_round(study)
    author, other = study.panel
    first = await write(study, round_, author, "Notes help.")
    second = await write(study, round_, author, "Leaders should listen.")
    for statement in (first, second):
        await decide(study, round_, statement)
    url = url_of(study, round_, "/statements")
    ok(await other.client.delete(f"{url}/{first['item_id']}"), 404)
    ok(await author.client.delete(f"{url}/{first['item_id']}"), 204)
    await vote(study, round_, other, second["item_id"], "disagree")
    refused = ok(await author.client.delete(f"{url}/{second['item_id']}"), 409).json()
    assert "has voted on your statement" in refused["detail"]
    [mine] = (await my_statements(study, round_, author))["written"]
    assert (mine["text"], mine["can_be_taken_back"]) == ("Leaders should listen.", False)
    async with lab.runtime.reading() as session:
        found = await session.exec(
            select(AuditEntry.tag).where(col(AuditEntry.tag).startswith("round:statement:"))
        )
        assert sorted(found.all()) == [
            "round:statement:accepted",
            "round:statement:accepted",
            "round:statement:taken-back",
            "round:statement:written",
            "round:statement:written",
        ]
