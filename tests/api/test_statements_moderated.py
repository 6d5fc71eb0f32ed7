"""Moderation: what waits, what is accepted or refused, and two moderators at once."""

from typing import Any

from sqlmodel import select

from colloquy.access.permissions import Role
from colloquy.audit.models import AuditEntry
from colloquy.rounds.models import Round
from tests.factories.rounds import answer_url, body, close, url_of
from tests.factories.statements import (
    STATEMENTS,
    a_statement_round,
    decide,
    my_statements,
    questions_by_item,
    vote,
    write,
)
from tests.factories.studies import Person, Study, add_person
from tests.support.lab import Lab, ok


async def _queue(study: Study, round_: Round, person: Person | None = None) -> list[dict[str, Any]]:
    client = (person or study.facilitator).client
    return ok(await client.get(url_of(study, round_, "/statements"))).json()["statements"]


async def test_moderators_see_what_waits_without_its_author(study: Study) -> None:
    round_ = await a_statement_round(study)
    await write(study, round_, study.panel[0], "Every single meeting needs a carer.")
    [waiting] = await _queue(study, round_)
    assert (waiting["standing"], waiting["moderated_by"]) == ("waiting", None)
    assert [row["text"] for row in waiting["alike"]] == ["Every meeting needs a carer."]
    page = (await study.lead.client.get(url_of(study, round_, "/statements"))).text
    assert str(study.panel[0].id) not in page
    assert study.panel[0].member.display_name not in page
    for person in (study.panel[0], study.researcher, study.chair):
        ok(await person.client.get(url_of(study, round_, "/statements")), 403)
        await decide(study, round_, waiting, person, status=403)


async def test_an_accepted_statement_enters_everybodys_stream_and_takes_votes(
    study: Study,
) -> None:
    round_ = await a_statement_round(study)
    sent = await write(study, round_, study.panel[0], "Notes help.")
    answered = await decide(study, round_, sent)
    assert answered["statements"][0]["moderated_by"] == study.facilitator.member.display_name
    for person in study.panel:
        mine = await my_statements(study, round_, person)
        assert sent["item_id"] in mine["queue"]
    await vote(study, round_, study.panel[1], sent["item_id"], "agree")
    [row] = await _queue(study, round_)
    assert row["is_voted_on"] is True


async def test_a_refused_statement_tells_its_author_why_and_nobody_else_meets_it(
    study: Study,
) -> None:
    round_ = await a_statement_round(study)
    author, other = study.panel
    sent = await write(study, round_, author, "Dr Smith is no good.")
    why = {"refused_for": "names_somebody", "reason": "Please say it without the name."}
    await decide(study, round_, sent, standing="refused", **why)
    [mine] = (await my_statements(study, round_, author))["written"]
    assert (mine["standing"], mine["refused_for"], mine["reason"]) == (
        "refused",
        "names_somebody",
        "Please say it without the name.",
    )
    for person in study.panel:
        assert sent["item_id"] not in (await my_statements(study, round_, person))["queue"]
        assert "Smith" not in (await person.client.get(url_of(study, round_, "/mine"))).text
    await close(study, round_)
    for path in ("/results", "/opinions"):
        assert "Smith" not in (await other.client.get(url_of(study, round_, path))).text


async def test_a_refusal_needs_a_reason_and_an_acceptance_has_none(study: Study) -> None:
    round_ = await a_statement_round(study)
    sent = await write(study, round_, study.panel[0], "Notes help.")
    for given in (
        {"standing": "refused"},
        {"standing": "refused", "refused_for": "other"},
        {"standing": "refused", "refused_for": "because"},
        {"standing": "shown", "refused_for": "unclear"},
        {"standing": "waiting"},
    ):
        await decide(study, round_, sent, **given, status=422)
    assert (await _queue(study, round_))[0]["standing"] == "waiting"


async def test_the_later_of_two_moderators_is_told_what_the_other_did(
    lab: Lab, study: Study
) -> None:
    second = await add_person(lab, study.id, "second", [Role.FACILITATOR])
    round_ = await a_statement_round(study)
    sent = await write(study, round_, study.panel[0], "Notes help.")
    await decide(study, round_, sent, text="Shared notes help.")
    told = await decide(
        study, round_, sent, second, standing="refused", refused_for="unclear", status=409
    )
    assert "Facilitator has accepted this statement in the meantime" in told["detail"]
    [row] = await _queue(study, round_)
    assert (row["standing"], row["text"]) == ("shown", "Shared notes help.")


async def test_the_same_decision_sent_again_changes_nothing(lab: Lab, study: Study) -> None:
    round_ = await a_statement_round(study)
    sent = await write(study, round_, study.panel[0], "Notes help.")
    first = await decide(study, round_, sent, text="Shared notes help.")
    assert await decide(study, round_, sent, text="Shared notes help.") == first
    assert len(await questions_by_item(study, round_, study.panel[1])) == len(STATEMENTS) + 1
    async with lab.runtime.reading() as session:
        found = await session.exec(
            select(AuditEntry).where(AuditEntry.tag == "round:statement:accepted")
        )
        [entry] = found.all()
    assert (entry.account_id, str(entry.object_id)) == (
        study.facilitator.account.id,
        sent["item_id"],
    )


async def test_a_changed_statement_keeps_its_authors_words_beside_it(study: Study) -> None:
    round_ = await a_statement_round(study)
    sent = await write(study, round_, study.panel[0], "notes help alot")
    await decide(study, round_, sent, text="Notes help a lot.")
    [mine] = (await my_statements(study, round_, study.panel[0]))["written"]
    assert (mine["text"], mine["own_words"]) == ("Notes help a lot.", "notes help alot")


async def test_a_statement_that_was_voted_on_keeps_its_words_but_can_still_be_refused(
    study: Study,
) -> None:
    round_ = await a_statement_round(study)
    sent = await write(study, round_, study.panel[0], "Notes help.")
    await decide(study, round_, sent)
    await vote(study, round_, study.panel[1], sent["item_id"], "agree")
    question = (await questions_by_item(study, round_, study.panel[1]))[sent["item_id"]]
    [row] = await _queue(study, round_)
    told = await decide(study, round_, row, text="Notes never help.", status=409)
    assert "has voted on this statement" in told["detail"]
    await decide(study, round_, row, standing="refused", refused_for="off_topic")
    url = answer_url(study, round_, question)
    ok(await study.panel[1].client.put(url, json=body(vote="disagree")), 404)


async def test_nobody_decides_about_their_own_statement_or_after_the_close(
    lab: Lab, study: Study
) -> None:
    both = await add_person(
        lab, study.id, "both", [Role.FACILITATOR, Role.PANEL], study.groups[0].id
    )
    round_ = await a_statement_round(study)
    sent = await write(study, round_, both, "Notes help.")
    told = await decide(study, round_, sent, both, status=403)
    assert "somebody else decides" in told["detail"]
    await close(study, round_)
    told = await decide(study, round_, sent, status=410)
    assert "nobody could vote on this" in told["detail"]
