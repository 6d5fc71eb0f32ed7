"""A round's times: it opens and closes by itself, is extended, held, and goes on."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from colloquy.audit.models import AuditEntry
from colloquy.core.clock import now, standing_at
from colloquy.core.jobs import Job
from colloquy.people.models import Account
from colloquy.rounds.models import Response, Round
from colloquy.worker import sweep
from tests.factories.rounds import (
    a_draft_round,
    a_statement,
    an_open_round,
    answer_url,
    body,
    let_the_window_pass,
    questions_of,
    url_of,
)
from tests.factories.studies import Study
from tests.support.lab import Lab, ok

SOON = timedelta(hours=2)


async def a_scheduled_round(study: Study) -> Round:
    """A round that opens by itself in two hours."""
    round_ = await a_draft_round(study, [a_statement()])
    client, opens_at = study.facilitator.client, (now() + SOON).isoformat()
    ok(await client.patch(url_of(study, round_), json={"opens_at": opens_at}))
    scheduled = ok(await client.post(url_of(study, round_, "/schedule"))).json()
    assert scheduled["state"] == "scheduled"
    return round_


async def let_the_opening_come(study: Study, round_: Round, *, ago: timedelta) -> datetime:
    """Move the planned opening, and the job that waits for it, into the past."""
    moment = now() - ago
    async with study.lab.writing() as session:
        await session.exec(update(Round).where(col(Round.id) == round_.id).values(opens_at=moment))
        await session.exec(update(Job).where(col(Job.kind) == "open_round").values(due_at=moment))
    return moment


async def test_a_scheduled_round_is_locked_and_hidden_from_the_panel_until_it_opens(
    study: Study,
) -> None:
    round_ = await a_scheduled_round(study)
    team, panel = study.facilitator.client, study.panel[0].client
    refused = ok(await team.patch(url_of(study, round_), json={"title": "Other"}), 409)
    assert "Take it back to a draft first" in refused.json()["detail"]
    ok(await panel.get(url_of(study, round_, "/mine")), 404)
    assert ok(await panel.get(f"{study.url}/rounds/mine")).json() == []


async def test_a_scheduled_round_is_taken_back_changed_and_scheduled_anew(study: Study) -> None:
    round_ = await a_scheduled_round(study)
    client = study.facilitator.client
    assert ok(await client.post(url_of(study, round_, "/take-back"))).json()["state"] == "draft"
    ok(await client.patch(url_of(study, round_), json={"title": "Other"}))
    ok(await client.post(url_of(study, round_, "/schedule")))
    refused = ok(await client.post(url_of(study, round_, "/schedule")), 409).json()["detail"]
    assert refused.startswith("Only a round that is a draft can be set to open by itself")
    assert "this one is set to open by itself" in refused


async def test_only_a_time_to_come_can_be_scheduled(study: Study) -> None:
    round_ = await a_draft_round(study, [a_statement()])
    refused = ok(await study.facilitator.client.post(url_of(study, round_, "/schedule")), 422)
    assert refused.json()["fields"][0]["path"] == "opens_at"


async def test_the_clock_opens_a_round_before_any_worker_comes_by(study: Study) -> None:
    round_ = await a_scheduled_round(study)
    await let_the_opening_come(study, round_, ago=timedelta(minutes=1))
    [question] = await questions_of(study, round_)
    panel = study.panel[0].client
    assert ok(await panel.get(url_of(study, round_, "/mine"))).json()["state"] == "open"
    ok(await panel.put(answer_url(study, round_, question.id), json=body(vote="agree")))
    ok(await study.facilitator.client.post(url_of(study, round_, "/take-back")), 409)


async def test_the_job_opens_a_round_once_mails_everybody_and_closes_it_later(
    lab: Lab, study: Study
) -> None:
    round_ = await a_scheduled_round(study)
    await lab.work()
    assert await _mails(lab, "Your view is asked for") == []
    opened = await let_the_opening_come(study, round_, ago=timedelta(minutes=1))
    await sweep(lab.runtime)
    await lab.work()
    [mail] = await _mails(lab, "Your view is asked for")
    assert mail.recipient == study.panel[0].account.email
    shown = ok(await study.facilitator.client.get(url_of(study, round_))).json()
    assert (shown["state"], datetime.fromisoformat(shown["opened_at"])) == ("open", opened)
    ended = await let_the_window_pass(study, round_, ago=timedelta(seconds=10))
    await sweep(lab.runtime)
    await lab.work()
    async with lab.runtime.reading() as session:
        row = await session.get(Round, round_.id)
        found = await session.exec(
            select(AuditEntry).where(AuditEntry.object_id == round_.id).order_by(col(AuditEntry.id))
        )
        by_clock = [entry.tag for entry in found.all() if entry.details.get("by") == "clock"]
    assert row
    assert (row.state, row.closed_at) == ("closed", ended)
    assert by_clock == ["round:round:opened", "round:round:closed"]


async def test_a_round_whose_whole_window_passed_without_a_worker_is_opened_and_closed(
    lab: Lab, study: Study
) -> None:
    round_ = await a_scheduled_round(study)
    await let_the_opening_come(study, round_, ago=timedelta(days=2))
    await let_the_window_pass(study, round_, ago=timedelta(days=1))
    assert ok(await study.lead.client.get(url_of(study, round_))).json()["state"] == "closed"
    await sweep(lab.runtime)
    await lab.work()
    async with lab.runtime.reading() as session:
        row = await session.get(Round, round_.id)
    assert row
    assert row.state == "closed"
    assert await _mails(lab, "Your view is asked for") == []


async def test_an_extended_round_closes_later_and_says_why(lab: Lab, study: Study) -> None:
    round_ = await an_open_round(study, [a_statement()])
    [question] = await questions_of(study, round_)
    later = (now() + timedelta(days=20)).replace(microsecond=0)
    given = {"closes_at": later.isoformat(), "reason": "Two people were ill."}
    extended = ok(await study.facilitator.client.post(url_of(study, round_, "/extend"), json=given))
    assert datetime.fromisoformat(extended.json()["closes_at"]) == later
    [mail] = await _mails(lab, "More time")
    assert "Two people were ill." in mail.body
    # the job that waited for the first closing time finds that it is not due
    async with lab.writing() as session:
        await session.exec(
            update(Job).where(col(Job.kind) == "close_round").values(due_at=now() - SOON)
        )
    await sweep(lab.runtime)
    await lab.work()
    panel = study.panel[0].client
    ok(await panel.put(answer_url(study, round_, question.id), json=body(vote="agree")))
    [change] = ok(await panel.get(url_of(study, round_, "/mine"))).json()["changes"]
    assert (change["kind"], change["reason"]) == ("extended", "Two people were ill.")


async def test_a_round_is_only_extended_to_a_later_time_and_with_a_reason(study: Study) -> None:
    round_ = await an_open_round(study, [a_statement()])
    url, client = url_of(study, round_, "/extend"), study.facilitator.client
    sooner = {"closes_at": (now() + timedelta(hours=1)).isoformat(), "reason": "Haste"}
    assert ok(await client.post(url, json=sooner), 422).json()["fields"][0]["path"] == "closes_at"
    silent = {"closes_at": (now() + timedelta(days=30)).isoformat(), "reason": " "}
    ok(await client.post(url, json=silent), 422)


async def test_a_paused_round_takes_no_answers_and_goes_on_with_what_it_had(
    lab: Lab, study: Study
) -> None:
    round_ = await an_open_round(study, [a_statement()])
    [question] = await questions_of(study, round_)
    team, panel = study.facilitator.client, study.panel[0].client
    url = answer_url(study, round_, question.id)
    ok(await panel.put(url, json=body(vote="agree")))
    why = {"reason": "A question is worded wrongly."}
    assert (
        ok(await team.post(url_of(study, round_, "/pause"), json=why)).json()["state"] == "paused"
    )
    refused = ok(await panel.put(url, json=body(vote="disagree")), 409).json()["detail"]
    assert "is paused" in refused
    assert "is safe" in refused
    ok(await team.post(url_of(study, round_, "/pause"), json=why), 409)
    longer = {"reason": "Solved.", "closes_at": (now() + timedelta(days=9)).isoformat()}
    assert ok(await team.post(url_of(study, round_, "/resume"), json=longer)).json()["state"] == (
        "open"
    )
    ok(await panel.put(url, json=body(vote="disagree")))
    assert len(await _mails(lab, "Paused for now")) == len(await _mails(lab, "It goes on")) == 1
    kinds = [change["kind"] for change in await _changes(study, round_)]
    assert kinds == ["paused", "resumed"]


async def test_a_paused_round_closes_at_its_time(study: Study) -> None:
    round_ = await an_open_round(study, [a_statement()])
    team = study.facilitator.client
    ok(await team.post(url_of(study, round_, "/pause"), json={"reason": "Wait."}))
    await let_the_window_pass(study, round_, ago=timedelta(minutes=1))
    refused = ok(await team.post(url_of(study, round_, "/resume"), json={"reason": "Go."}), 409)
    assert "this one is closed" in refused.json()["detail"]


async def test_closing_early_keeps_its_reason_for_the_report(study: Study) -> None:
    round_ = await an_open_round(study, [a_statement()])
    team = study.facilitator.client
    ok(await team.post(url_of(study, round_, "/close"), json={}), 422)
    ok(await team.post(url_of(study, round_, "/close"), json={"reason": "All have answered."}))
    [change] = await _changes(study, round_)
    assert (change["kind"], change["reason"]) == ("closed early", "All have answered.")


@pytest.mark.parametrize("verb", ["schedule", "take-back", "extend", "pause", "resume"])
async def test_those_who_do_not_run_rounds_change_nothing_of_them(study: Study, verb: str) -> None:
    round_ = await an_open_round(study, [a_statement()])
    given = {"reason": "Mine", "closes_at": (now() + timedelta(days=30)).isoformat()}
    for person in (study.researcher, study.panel[0], study.chair):
        ok(await person.client.post(url_of(study, round_, f"/{verb}"), json=given), 403)


# clocks in Britain go back at 01:00 UTC on 25 October 2026
@pytest.mark.parametrize(
    ("closes_at", "said"),
    [
        (datetime(2026, 10, 24, 22, 30, tzinfo=UTC), "24 October 2026 at 23:30 (BST)"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "25 October 2026 at 01:30 (BST)"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "25 October 2026 at 01:30 (GMT)"),
    ],
)
async def test_a_closing_time_about_a_clock_change_is_one_moment_said_in_each_persons_zone(
    lab: Lab, study: Study, closes_at: datetime, said: str
) -> None:
    await study.add_panel(group=0)
    async with lab.writing() as session:
        await session.exec(
            update(Account)
            .where(col(Account.id) == study.panel[2].account.id)
            .values(time_zone="America/New_York")
        )
    with standing_at(closes_at - timedelta(days=7)):
        round_ = await an_open_round(study, [a_statement()])
    by_person = {mail.recipient: mail.body for mail in await _mails(lab, "Your view is asked for")}
    assert said in by_person[study.panel[0].account.email]
    assert "(EDT)" in by_person[study.panel[2].account.email]
    with standing_at(closes_at - timedelta(seconds=1)):
        assert await _state(study, round_) == "open"
    with standing_at(closes_at):
        assert await _state(study, round_) == "closed"


async def _state(study: Study, round_: Round) -> str:
    state: str = ok(await study.lead.client.get(url_of(study, round_))).json()["state"]
    return state


async def _mails(lab: Lab, subject: str) -> list[Any]:
    return [mail for mail in await lab.mails() if mail.subject.startswith(subject)]


async def _changes(study: Study, round_: Round) -> list[dict[str, Any]]:
    running = ok(await study.researcher.client.get(url_of(study, round_, "/running"))).json()
    changes: list[dict[str, Any]] = running["changes"]
    return changes


async def test_a_late_answer_within_the_grace_counts_and_is_marked(lab: Lab, study: Study) -> None:
    round_ = await an_open_round(study, [a_statement()])
    [question] = await questions_of(study, round_)
    async with lab.writing() as session:
        await session.exec(
            update(Round)
            .where(col(Round.id) == round_.id)
            .values(grace_minutes=30, closes_at=now() - timedelta(minutes=10))
        )
    panel = study.panel[0].client
    ok(await panel.put(answer_url(study, round_, question.id), json=body(vote="agree")))
    # nobody sees a result while late answers still count
    ok(await study.lead.client.get(url_of(study, round_, "/results")), 409)
    await let_the_window_pass(study, round_, ago=timedelta(minutes=31))
    results = ok(await study.lead.client.get(url_of(study, round_, "/results"))).json()
    assert results["items"][0]["questions"][0]["whole"]["agree"] == 1
    async with lab.runtime.reading() as session:
        [row] = (await session.exec(select(Response))).all()
    assert row.is_late


async def test_an_answer_after_the_close_is_kept_aside_shown_to_its_giver_and_not_counted(
    lab: Lab, study: Study
) -> None:
    round_ = await an_open_round(study, [a_statement()])
    [question] = await questions_of(study, round_)
    await let_the_window_pass(study, round_, ago=timedelta(minutes=1))
    panel, url = study.panel[0].client, answer_url(study, round_, question.id)
    refused = ok(await panel.put(url, json=body(vote="agree")), 410).json()["detail"]
    assert "keep it aside" in refused
    ok(await panel.put(url, json=body(vote="disagree")), 410)
    mine = ok(await panel.get(url_of(study, round_, "/mine"))).json()
    assert mine["answers"] == []
    [late] = mine["late"]
    assert (late["question_id"], late["vote"]) == (str(question.id), "disagree")
    results = ok(await study.lead.client.get(url_of(study, round_, "/results"))).json()
    assert results["items"][0]["questions"][0]["whole"]["disagree"] == 0
    async with lab.runtime.reading() as session:
        tags = (await session.exec(select(AuditEntry.tag).order_by(col(AuditEntry.id)))).all()
    assert tags.count("round:response:kept-aside") == 2
