"""Signing in: by password, by link, and every way in which a link can be wrong."""

import re
from datetime import timedelta

from sqlalchemy import update
from sqlmodel import col, select

from colloquy.audit.models import AuditEntry
from colloquy.core.clock import now
from colloquy.core.jobs import Job, JobState, sweep
from colloquy.people.models import MagicLink
from colloquy.people.service import local_path
from tests.factories.studies import PASSWORD, Study, a_study
from tests.support.lab import Lab, ok
from tests.support.mailbox import Mailbox
from tests.support.servers import free_port


async def _invite(study: Study, email: str = "ann@example.org") -> None:
    ok(
        await study.facilitator.client.post(
            f"{study.url}/members",
            json={"email": email, "name": "Ann Carer", "group_id": str(study.groups[0].id)},
        ),
        201,
    )


async def _mailed(lab: Lab, pattern: str) -> str:
    mails = await lab.mails()
    found = re.search(pattern, mails[0].body)
    assert found, mails[0].body
    return found.group(1)


async def _token(lab: Lab) -> str:
    return await _mailed(lab, r"/welcome#t=(\S+)")


async def test_staff_sign_in_with_a_password_and_out_again(lab: Lab, study: Study) -> None:
    visitor = lab.visitor()
    ok(await visitor.get("/api/me"), 401)
    body = {"email": study.lead.account.email.upper(), "password": PASSWORD}
    answer = ok(await visitor.post("/api/sign-in", json=body))
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert ok(await visitor.get("/api/me")).json()["name"] == "Lead"
    ok(await visitor.post("/api/sign-out"), 204)
    ok(await visitor.get("/api/me"), 401)


async def test_signing_in_and_out_leaves_a_trace_each_and_out_twice_one(
    lab: Lab, study: Study
) -> None:
    visitor = lab.visitor()
    body = {"email": study.lead.account.email, "password": PASSWORD}
    ok(await visitor.post("/api/sign-in", json=body))
    for _ in range(2):
        ok(await visitor.post("/api/sign-out"), 204)
    async with lab.runtime.reading() as session:
        found = await session.exec(
            select(AuditEntry.tag)
            .where(
                AuditEntry.account_id == study.lead.account.id,
                col(AuditEntry.tag).startswith("account:session:"),
            )
            .order_by(col(AuditEntry.id))
        )
        since = list(found.all())[-2:]
        assert since == ["account:session:password", "account:session:ended"]


async def test_a_wrong_password_and_an_unknown_address_read_the_same(
    lab: Lab, study: Study
) -> None:
    answers = [
        ok(
            await lab.visitor().post("/api/sign-in", json={"email": email, "password": "wrong"}),
            401,
        )
        for email in (study.lead.account.email, "nobody@example.org")
    ]
    assert answers[0].json() == answers[1].json()


async def test_a_magic_link_signs_in_once_and_lands_in_the_study(lab: Lab, study: Study) -> None:
    await _invite(study)
    token = await _token(lab)
    visitor = lab.visitor()
    landing = ok(await visitor.post("/api/sign-in/link", json={"token": token})).json()["landing"]
    assert landing == f"/studies/{study.id}"
    ok(await visitor.get(f"/api{landing}"))
    again = ok(await lab.visitor().post("/api/sign-in/link", json={"token": token}), 410)
    assert "used already" in again.json()["detail"]


async def test_opening_the_link_takes_up_the_invitation(lab: Lab, study: Study) -> None:
    await _invite(study)
    ok(await lab.visitor().post("/api/sign-in/link", json={"token": await _token(lab)}))
    members = ok(await study.lead.client.get(f"{study.url}/members")).json()
    ann = next(member for member in members if member["email"] == "ann@example.org")
    assert ann["state"] == "active"
    assert ann["joined_at"]


async def test_an_expired_link_says_so_and_a_new_one_can_be_had(lab: Lab, study: Study) -> None:
    await _invite(study)
    token = await _token(lab)
    async with lab.writing() as session:
        await session.exec(update(MagicLink).values(expires_at=now() - timedelta(minutes=1)))
    gone = ok(await lab.visitor().post("/api/sign-in/link", json={"token": token}), 410)
    assert "expired" in gone.json()["detail"]
    renewed = ok(await lab.visitor().post("/api/sign-in/link/renew", json={"token": token}), 202)
    assert renewed.json()["hint"] == "an…@example.org"
    fresh = await _token(lab)
    assert fresh != token
    ok(await lab.visitor().post("/api/sign-in/link", json={"token": fresh}))


async def test_a_forged_link_is_refused(lab: Lab, study: Study) -> None:
    answer = ok(await lab.visitor().post("/api/sign-in/link", json={"token": "x" * 43}), 404)
    assert "not one of ours" in answer.json()["detail"]


async def test_links_never_lead_away_from_the_site(lab: Lab, study: Study) -> None:
    assert local_path("https://evil.example") == "/"
    assert local_path("//evil.example/x") == "/"
    assert local_path("/studies/1") == "/studies/1"


async def test_declining_is_one_click_and_can_be_taken_back(lab: Lab, study: Study) -> None:
    await _invite(study)
    token = await _mailed(lab, r"/decline#t=([^&\s]+)&r=too_busy")
    body = {"token": token, "reason": "too_busy", "words": "After the summer, perhaps."}
    said = ok(await lab.visitor().post("/api/invitations/decline", json=body)).json()
    assert said["study_title"] == "Leading integrated care"
    members = ok(await study.lead.client.get(f"{study.url}/members")).json()
    ann = next(member for member in members if member["email"] == "ann@example.org")
    assert (ann["state"], ann["decline_reason"]) == ("declined", "too_busy")
    ok(await lab.visitor().post("/api/invitations/take-back", json={"token": token}), 202)
    ok(await lab.visitor().post("/api/sign-in/link", json={"token": await _token(lab)}))


async def test_a_forged_decline_is_refused(lab: Lab, study: Study) -> None:
    body = {"token": "e30.forged", "reason": "too_busy"}
    ok(await lab.visitor().post("/api/invitations/decline", json=body), 404)


async def test_a_request_from_another_site_is_refused(lab: Lab, study: Study) -> None:
    answer = await study.lead.client.post(
        f"{study.url}/groups", json={"name": "X"}, headers={"Origin": "https://evil.example"}
    )
    ok(answer, 403)


async def test_too_many_tries_are_slowed_down(lab: Lab, study: Study) -> None:
    lab.runtime.settings.sign_in_limit = "3/minute"
    body = {"email": "lead@example.org", "password": "wrong"}
    statuses = [(await lab.visitor().post("/api/sign-in", json=body)).status_code for _ in range(5)]
    assert statuses == [401, 401, 401, 429, 429]


async def test_only_administrators_read_the_outbox(lab: Lab, study: Study) -> None:
    await _invite(study)
    ok(await study.lead.client.get("/api/administration/mails"), 403)


async def test_opening_a_link_takes_up_the_invitation_to_that_study_alone(
    lab: Lab, study: Study
) -> None:
    other = await a_study(lab, title="Another study")
    await _invite(study)
    token = await _token(lab)
    await _invite(other)
    ok(await lab.visitor().post("/api/sign-in/link", json={"token": token}))
    states = {}
    for one in (study, other):
        members = ok(await one.lead.client.get(f"{one.url}/members")).json()
        states[one.id] = next(m["state"] for m in members if m["email"] == "ann@example.org")
    assert states == {study.id: "active", other.id: "invited"}


async def test_the_panel_cannot_give_itself_a_password(lab: Lab, study: Study) -> None:
    body = {"new": "a long enough password"}
    ok(await study.panel[0].client.post("/api/me/password", json=body), 403)
    ok(await study.panel[0].client.post("/api/studies", json={"title": "Mine"}), 403)
    ok(await study.researcher.client.post("/api/me/password", json=body), 204)


async def test_a_large_body_is_refused_whatever_it_says_it_is(lab: Lab) -> None:
    answer = await lab.visitor().post(
        "/api/sign-in", content=b"x" * 2_000_000, headers={"Content-Type": "audio/wav"}
    )
    ok(answer, 413)


async def test_a_mail_that_the_server_refuses_is_tried_again_later(lab: Lab, study: Study) -> None:
    lab.runtime.settings.smtp_host = "127.0.0.1"
    lab.runtime.settings.smtp_port = free_port()
    await _invite(study)
    await lab.work()
    mail = (await lab.mails())[0]
    assert mail.sent_at is None
    assert "did not take the mail" in mail.error
    async with lab.runtime.reading() as session:
        waiting = (await session.exec(select(Job).where(Job.state == JobState.QUEUED))).all()
    assert [job.payload["tries"] for job in waiting] == [1]
    with Mailbox() as mailbox:
        lab.runtime.settings.smtp_port = mailbox.port
        lab.runtime.settings.smtp_security = "none"
        async with lab.writing() as session:
            await session.exec(update(Job).values(due_at=now()))
        async with lab.writing() as session:
            await sweep(session, attempts=3)
        await lab.work()
        assert mailbox.mails[0][0] == "ann@example.org"
    assert (await lab.mails())[0].sent_at


async def test_a_changed_password_signs_every_other_browser_out(lab: Lab, study: Study) -> None:
    elsewhere = await lab.client(study.lead.account)
    body = {"old": PASSWORD, "new": "a longer and better one"}
    ok(await study.lead.client.post("/api/me/password", json=body), 204)
    ok(await elsewhere.get("/api/me"), 401)
    ok(await study.lead.client.get("/api/me"))
    ok(await study.facilitator.client.get("/api/me"))


async def test_a_wrong_old_password_ends_nobodys_session(lab: Lab, study: Study) -> None:
    elsewhere = await lab.client(study.lead.account)
    body = {"old": "not the old one", "new": "a longer and better one"}
    ok(await study.lead.client.post("/api/me/password", json=body), 422)
    ok(await elsewhere.get("/api/me"))


async def test_a_person_signs_out_everywhere_else(lab: Lab, study: Study) -> None:
    ann = study.panel[0]
    elsewhere = await lab.client(ann.account)
    ok(await ann.client.post("/api/sign-out/elsewhere"), 204)
    ok(await elsewhere.get("/api/me"), 401)
    ok(await ann.client.get("/api/me"))
    ok(await study.panel[1].client.get("/api/me"))
