"""The people of a running round: reminded, helped, moved to another group, gone, in two tabs."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar
from sqlalchemy import update
from sqlmodel import col, select

from colloquy.audit.models import AuditEntry
from colloquy.core.clock import now
from colloquy.core.jobs import Job
from colloquy.rounds.models import QuestionKind, Reminder, Response, Round
from colloquy.worker import sweep
from tests.factories.rounds import (
    a_statement,
    an_open_round,
    answer,
    answer_url,
    body,
    close,
    questions_of,
    url_of,
)
from tests.factories.studies import Person, Study
from tests.support.lab import Lab, ok


async def _mails(lab: Lab, subject: str) -> list[Any]:
    return [mail for mail in await lab.mails() if mail.subject.startswith(subject)]


async def _opened_days_ago(lab: Lab, round_: Round, days: int, **values: Any) -> None:
    moment = now() - timedelta(days=days)
    async with lab.writing() as session:
        await session.exec(
            update(Round).where(col(Round.id) == round_.id).values(opened_at=moment, **values)
        )


async def test_a_reminder_goes_to_those_who_have_not_finished_and_not_again_too_soon(
    lab: Lab, study: Study
) -> None:
    await study.add_panel(group=0, count=2)
    round_ = await an_open_round(study, [a_statement()], groups=(0,))
    team, url = study.facilitator.client, url_of(study, round_, "/reminders")
    # the mail that opened it has only just gone out
    assert ok(await team.post(url, json={})).json() == {"sent": 0, "too_soon": 3}
    await _opened_days_ago(lab, round_, 3)
    ok(await study.panel[0].client.post(url_of(study, round_, "/finish")))
    assert ok(await team.post(url, json={})).json() == {"sent": 2, "too_soon": 0}
    assert ok(await team.post(url, json={})).json() == {"sent": 0, "too_soon": 2}
    mails = await _mails(lab, "A reminder")
    assert {mail.recipient for mail in mails} == {
        person.account.email for person in study.panel[2:]
    }
    assert "/welcome#t=" in mails[0].body
    assert "It closes on" in mails[0].body


async def test_a_group_alone_is_reminded_and_nobody_who_has_left(lab: Lab, study: Study) -> None:
    await study.add_panel(group=1)
    round_ = await an_open_round(study, [a_statement()], groups=(0, 1))
    await _opened_days_ago(lab, round_, 3)
    gone = study.panel[2]
    ok(
        await study.lead.client.post(
            f"{study.url}/members/{gone.id}/take-out", json={"reason": "x"}
        )
    )
    given = {"group_ids": [str(study.groups[1].id)]}
    sent = ok(await study.facilitator.client.post(url_of(study, round_, "/reminders"), json=given))
    assert sent.json()["sent"] == 1
    assert [mail.recipient for mail in await _mails(lab, "A reminder")] == [
        study.panel[1].account.email
    ]


async def test_the_turnout_says_who_was_reminded_and_who_may_be_in_each_group(
    lab: Lab, study: Study
) -> None:
    await study.add_panel(group=0, count=2)
    round_ = await an_open_round(study, [a_statement()], groups=(0, 1))
    team, progress_url = study.facilitator.client, url_of(study, round_, "/progress")
    groups = ok(await team.get(progress_url)).json()["groups"]
    # the mail that opened it has only just gone out
    assert [group["remindable"] for group in groups] == [0, 0]
    await _opened_days_ago(lab, round_, 3)
    ok(await study.panel[0].client.post(url_of(study, round_, "/finish")))
    given = {"group_ids": [str(study.groups[0].id)]}
    ok(await team.post(url_of(study, round_, "/reminders"), json=given))
    progress = ok(await team.get(progress_url)).json()
    first, second = progress["groups"]
    assert (first["reminded"], first["remindable"]) == (2, 0)
    assert (second["reminded"], second["remindable"], second["reminded_at"]) == (0, 1, None)
    assert datetime.fromisoformat(first["reminded_at"]) <= now()
    assert progress["pause_hours"] == 24


async def test_a_round_reminds_by_itself_as_often_as_it_says(lab: Lab, study: Study) -> None:
    round_ = await an_open_round(study, [a_statement()])
    await _opened_days_ago(lab, round_, 2, remind_hours=24)
    async with lab.writing() as session:
        from_opening = Job(kind="remind_round", lane="quick", payload={"round_id": str(round_.id)})
        from_opening.due_at = now() - timedelta(hours=1)
        session.add(from_opening)
    await sweep(lab.runtime)
    await lab.work()
    assert len(await _mails(lab, "A reminder")) == 1
    async with lab.runtime.reading() as session:
        found = await session.exec(
            select(Job).where(Job.kind == "remind_round", Job.state == "queued")
        )
        [waiting] = found.all()
        [reminder] = (await session.exec(select(Reminder))).all()
    assert waiting.due_at
    assert waiting.due_at - reminder.sent_at > timedelta(hours=23, minutes=59)


async def test_the_closing_time_comes_as_a_calendar_file_that_reminds(
    lab: Lab, study: Study
) -> None:
    round_ = await an_open_round(study, [a_statement()], title="Views, hopes; and\\or doubts")
    answer_ = ok(await study.panel[0].client.get(url_of(study, round_, "/calendar.ics")))
    assert answer_.headers["content-type"].startswith("text/calendar")
    text = answer_.content.decode()
    assert text.count("\n") == text.count("\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    [event] = Calendar.from_ical(text).walk("VEVENT")
    assert event["summary"] == "Closes: Views, hopes; and\\or doubts"
    assert event["dtend"].dt == round_.closes_at.replace(microsecond=0)
    [alarm] = event.walk("VALARM")
    assert alarm["trigger"].dt == -timedelta(days=1)
    [mail] = await _mails(lab, "Your view is asked for")
    assert (mail.attachment_name, mail.attachment_kind) == ("round.ics", "text/calendar")
    assert "BEGIN:VALARM" in mail.attachment
    ok(await study.panel[1].client.get(url_of(study, round_, "/calendar.ics")), 403)


async def test_an_answer_entered_for_a_person_is_marked_and_theirs_to_change(
    lab: Lab, study: Study
) -> None:
    round_ = await an_open_round(study, [a_statement()])
    [question] = await questions_of(study, round_)
    person, team = study.panel[0], study.facilitator.client
    people = url_of(study, round_, f"/people/{person.id}")
    today = now().date().isoformat()
    entry = body(vote="agree", how="telephone", given_on=today)
    for day in ("2020-01-01", "2099-01-01"):
        refused = await team.put(f"{people}/entries/{question.id}", json=entry | {"given_on": day})
        assert "before the round opened, or after today" in ok(refused, 422).json()["detail"]
    sheet = ok(await team.put(f"{people}/entries/{question.id}", json=entry)).json()
    assert [(row["vote"], row["entered_how"], row["given_on"]) for row in sheet["answers"]] == [
        ("agree", "telephone", today)
    ]
    ok(await team.post(f"{people}/finish", json={"how": "telephone"}))
    [mine] = ok(await person.client.get(url_of(study, round_, "/mine"))).json()["answers"]
    assert (mine["entered_how"], mine["given_on"]) == ("telephone", today)
    own = await person.client.put(answer_url(study, round_, question.id), json=body(vote="pass"))
    assert ok(own).json()["given_on"] is None
    # what they answer themselves is not for the team to see while the round is open
    sheet = ok(await team.get(f"{people}/entries")).json()
    assert sheet["answers"] == []
    assert sheet["answered_ids"] == [str(question.id)]
    async with lab.runtime.reading() as session:
        found = await session.exec(
            select(AuditEntry).where(AuditEntry.tag == "round:response:entered")
        )
        [entry_row] = found.all()
    assert entry_row.details == {
        "member": str(person.id),
        "how": "telephone",
        "given_on": today,
    }
    assert entry_row.account_id == study.facilitator.account.id


async def test_only_those_who_run_rounds_enter_answers_and_only_for_those_who_are_asked(
    study: Study,
) -> None:
    round_ = await an_open_round(study, [a_statement()], groups=(0,))
    [question] = await questions_of(study, round_)
    entry = body(vote="agree", how="paper")
    mine = url_of(study, round_, f"/people/{study.panel[0].id}/entries/{question.id}")
    other = url_of(study, round_, f"/people/{study.panel[1].id}/entries/{question.id}")
    ok(await study.researcher.client.put(mine, json=entry), 403)
    ok(await study.panel[0].client.put(mine, json=entry), 403)
    ok(await study.facilitator.client.put(other, json=entry), 404)
    ok(await study.facilitator.client.put(mine, json=body(rating=3, how="paper")), 422)


async def test_of_two_tabs_the_later_answer_stands_and_both_are_told(study: Study) -> None:
    round_ = await an_open_round(study, [a_statement()])
    [question] = await questions_of(study, round_)
    url, client = answer_url(study, round_, question.id), study.panel[0].client
    early, late = now() - timedelta(seconds=20), now() - timedelta(seconds=10)
    first = body(vote="agree", answered_at=late.isoformat(), known_revision=0)
    told = ok(await client.put(url, json=first)).json()
    assert (told["vote"], told["is_yours"], told["overwrote"]) == ("agree", True, False)
    behind = body(vote="pass", answered_at=early.isoformat(), known_revision=0)
    told = ok(await client.put(url, json=behind)).json()
    assert (told["vote"], told["is_yours"], told["overwrote"]) == ("agree", False, False)
    ahead = body(vote="disagree", known_revision=0)
    told = ok(await client.put(url, json=ahead)).json()
    assert (told["vote"], told["is_yours"], told["overwrote"]) == ("disagree", True, True)


async def test_who_is_moved_to_another_group_answers_in_the_first_to_the_end(
    lab: Lab, study: Study
) -> None:
    items = [a_statement("One"), a_statement("Two")]
    round_ = await an_open_round(study, items, groups=(0,))
    first, second = await questions_of(study, round_)
    person = study.panel[0]
    ok(await person.client.put(answer_url(study, round_, first.id), json=body(vote="agree")))
    moved = {"group_id": str(study.groups[1].id)}
    ok(await study.lead.client.patch(f"{study.url}/members/{person.id}", json=moved))
    ok(await person.client.put(answer_url(study, round_, second.id), json=body(vote="agree")))
    async with lab.runtime.reading() as session:
        groups = (await session.exec(select(Response.group_id))).all()
    assert list(groups) == [study.groups[0].id] * 2
    progress = ok(await study.lead.client.get(url_of(study, round_, "/progress"))).json()
    assert [(row["asked"], row["begun"]) for row in progress["groups"]] == [(1, 1)]


async def _take_out(study: Study, person: Person) -> None:
    url = f"{study.url}/members/{person.id}/take-out"
    ok(await study.lead.client.post(url, json={"reason": "They asked to leave."}))


async def _responses(lab: Lab) -> list[Response]:
    async with lab.runtime.reading() as session:
        return list((await session.exec(select(Response))).all())


@pytest.mark.parametrize(("policy", "left"), [("anonymise", 1), ("erase", 0)])
async def test_answers_to_an_open_round_of_who_leaves_are_kept_or_erased_as_the_study_says(
    lab: Lab, study: Study, policy: str, left: int
) -> None:
    ok(await study.lead.client.patch(study.url, json={"answers_on_leaving": policy}))
    assert ok(await study.lead.client.get(study.url)).json()["answers_on_leaving"] == policy
    round_ = await an_open_round(study, [a_statement()])
    [question] = await questions_of(study, round_)
    await answer(study, round_, question, study.panel[0], "agree")
    await _take_out(study, study.panel[0])
    rows = await _responses(lab)
    assert len(rows) == left
    assert all(row.member_id is None for row in rows)
    assert not any(str(study.panel[0].id) in row.respondent for row in rows)
    progress = ok(await study.lead.client.get(url_of(study, round_, "/progress"))).json()
    assert (progress["begun"], progress["left"]) == (left, left)


@pytest.mark.parametrize("policy", ["anonymise", "erase"])
async def test_the_results_of_a_closed_round_stay_and_its_words_lose_their_name(
    lab: Lab, study: Study, policy: str
) -> None:
    ok(await study.lead.client.patch(study.url, json={"answers_on_leaving": policy}))
    asked = a_statement("Say", QuestionKind.VOTE, QuestionKind.TEXT)
    round_ = await an_open_round(study, [asked])
    voted, said = await questions_of(study, round_)
    await answer(study, round_, voted, study.panel[0], "agree")
    await answer(study, round_, said, study.panel[0], "We were never asked.")
    await close(study, round_)
    await _take_out(study, study.panel[0])
    results = ok(await study.lead.client.get(url_of(study, round_, "/results"))).json()
    assert results["items"][0]["questions"][0]["whole"]["agree"] == 1
    assert results["turnout"]["left"] == 1
    [document] = ok(await study.lead.client.get(f"{study.url}/documents?kind=answer")).json()
    whole = ok(await study.lead.client.get(f"{study.url}/documents/{document['id']}")).json()
    assert study.panel[0].member.display_name not in str(whole)
    assert whole["speakers"][0]["member_id"] is None
    assert len({row.respondent for row in await _responses(lab)}) == 1
    assert datetime.fromisoformat(results["ended_at"])
