"""Somebody is taken out of a study: at once, with a reason, and what they said stays."""

import re

from sqlmodel import select

from colloquy.audit.models import AuditEntry
from tests.factories.meetings import a_meeting
from tests.factories.rounds import an_open_round, answer, questions_of, url_of
from tests.factories.studies import Person, Study
from tests.support.lab import Lab, ok

WHY = {"reason": "She asked us by telephone."}


def _url(study: Study, person: Person, verb: str) -> str:
    return f"{study.url}/members/{person.id}/{verb}"


async def _take_out(study: Study, person: Person) -> None:
    ok(await study.lead.client.post(_url(study, person, "take-out"), json=WHY))


async def test_whoever_is_taken_out_finds_no_study_any_more(study: Study) -> None:
    ann = study.panel[0]
    taken = ok(await study.facilitator.client.post(_url(study, ann, "take-out"), json=WHY)).json()
    assert (taken["state"], taken["declined_at"]) == ("left", None)
    ok(await ann.client.get(study.url), 404)
    assert ok(await ann.client.get("/api/me")).json()["memberships"] == []


async def test_the_reason_is_asked_for_and_kept_in_the_log(lab: Lab, study: Study) -> None:
    ann = study.panel[0]
    ok(await study.lead.client.post(_url(study, ann, "take-out"), json={"reason": " "}), 422)
    await _take_out(study, ann)
    async with lab.runtime.reading() as session:
        rows = await session.exec(
            select(AuditEntry).where(AuditEntry.tag == "study:member:taken-out")
        )
        [row] = rows.all()
    assert row.details == WHY
    assert (row.account_id, row.object_id) == (study.lead.account.id, ann.id)


async def test_whoever_was_taken_out_is_brought_back_as_they_were(study: Study) -> None:
    ann = study.panel[0]
    await _take_out(study, ann)
    back = ok(await study.facilitator.client.post(_url(study, ann, "bring-back"))).json()
    assert (back["state"], back["group_id"]) == ("active", str(study.groups[0].id))
    ok(await ann.client.get(study.url))
    ok(await study.lead.client.post(_url(study, ann, "bring-back")), 409)


async def test_only_a_lead_takes_out_people_of_the_team(study: Study) -> None:
    url = _url(study, study.researcher, "take-out")
    ok(await study.facilitator.client.post(url, json=WHY), 403)
    ok(await study.researcher.client.post(_url(study, study.panel[0], "take-out"), json=WHY), 403)
    ok(await study.lead.client.post(url, json=WHY))
    ok(await study.facilitator.client.post(_url(study, study.researcher, "bring-back")), 403)


async def test_a_study_keeps_a_lead_who_takes_part(lab: Lab, study: Study) -> None:
    url = _url(study, study.lead, "take-out")
    refused = ok(await study.lead.client.post(url, json=WHY), 409)
    assert "needs a lead" in refused.json()["detail"]
    # somebody who is only invited to lead does not lead yet
    invited = {"email": "second@example.org", "name": "Second", "roles": ["lead"]}
    ok(await study.lead.client.post(f"{study.url}/members", json=invited), 201)
    ok(await study.lead.client.post(url, json=WHY), 409)
    found = re.search(r"/welcome#t=(\S+)", (await lab.mails())[0].body)
    assert found
    ok(await lab.visitor().post("/api/sign-in/link", json={"token": found.group(1)}))
    ok(await study.lead.client.post(url, json=WHY))


async def test_no_further_mail_goes_to_whoever_was_taken_out(lab: Lab, study: Study) -> None:
    ann = study.panel[0]
    await study.add_panel(group=0)
    await _take_out(study, ann)
    await an_open_round(study, groups=(0,))
    meeting = await a_meeting(study)
    ok(await study.facilitator.client.post(f"{meeting.path}/invitations"), 202)
    refused = ok(await study.lead.client.post(_url(study, ann, "send-again")), 409)
    assert "no further mail" in refused.json()["detail"]
    recipients = {mail.recipient for mail in await lab.mails()}
    assert recipients
    assert ann.account.email not in recipients


async def test_an_old_link_to_decline_does_not_bring_anybody_back(lab: Lab, study: Study) -> None:
    body = {"email": "ann@example.org", "name": "Ann"}
    ann = ok(await study.lead.client.post(f"{study.url}/members", json=body), 201).json()
    found = re.search(r"/decline#t=([^&\s]+)", (await lab.mails())[0].body)
    assert found
    ok(
        await study.lead.client.post(f"{study.url}/members/{ann['id']}/take-out", json=WHY),
    )
    token = {"token": found.group(1)}
    ok(await lab.visitor().post("/api/invitations/take-back", json=token), 410)
    ok(await lab.visitor().post("/api/invitations/decline", json={**token, "reason": "away"}), 410)
    members = ok(await study.lead.client.get(f"{study.url}/members")).json()
    assert [one["state"] for one in members if one["id"] == ann["id"]] == ["left"]


async def test_recruitment_counts_them_as_gone_and_not_as_silent(study: Study) -> None:
    await study.add_panel(group=0)
    await _take_out(study, study.panel[0])
    rows = ok(await study.lead.client.get(f"{study.url}/recruitment")).json()
    [carers] = [row for row in rows if row["group_id"] == str(study.groups[0].id)]
    assert {name: carers[name] for name in ("invited", "active", "declined", "silent")} == {
        "invited": 2,
        "active": 1,
        "declined": 1,
        "silent": 0,
    }


async def test_turnout_keeps_those_who_answered_and_asks_no_more_of_the_others(
    study: Study,
) -> None:
    await study.add_panel(group=0, count=2)
    round_ = await an_open_round(study, groups=(0,))
    [question] = await questions_of(study, round_)
    await answer(study, round_, question, study.panel[0], 5)
    for person in (study.panel[0], study.panel[2]):
        await _take_out(study, person)
    progress = ok(await study.lead.client.get(url_of(study, round_, "/progress"))).json()
    assert (progress["asked"], progress["begun"]) == (2, 1)
    assert [(row["asked"], row["begun"]) for row in progress["groups"]] == [(2, 1)]
