"""Coming into a meeting by its code: who is let in, who is sent a link, who learns nothing."""

import re

from tests.factories.meetings import Meeting, a_meeting, a_running_meeting
from tests.factories.studies import Person, Study, a_study
from tests.support.lab import Lab, ok


async def _code(meeting: Meeting) -> str:
    return ok(await meeting.study.chair.client.get(meeting.path)).json()["code"]


def _landing(meeting: Meeting) -> str:
    return f"/live/{meeting.study.id}/meetings/{meeting.id}/ready"


async def _ask(person: Person, code: str) -> dict:
    return ok(await person.client.get(f"/api/join/{code}")).json()


async def test_every_meeting_has_a_code_that_is_read_without_doubt(study: Study) -> None:
    codes = {await _code(await a_meeting(study)) for _ in range(3)}
    assert len(codes) == 3
    assert all(re.fullmatch("[BCDFHJKMPRSTVWXZ]{6}", code) for code in codes)


async def test_whoever_is_asked_and_signed_in_goes_straight_in(study: Study) -> None:
    meeting = await a_meeting(study)
    code = await _code(meeting)
    for typed in (code, code.lower(), f"{code[:3]} {code[3:]}", f"{code[:3]}-{code[3:]}"):
        assert await _ask(study.panel[0], typed) == {"landing": _landing(meeting)}


async def test_whoever_is_not_asked_learns_nothing_of_the_meeting(lab: Lab, study: Study) -> None:
    meeting = await a_meeting(study, group_ids=[str(study.groups[0].id)])
    other = await a_study(lab, title="Another study")
    code = await _code(meeting)
    assert await _ask(study.panel[1], code) == {"landing": None}
    assert await _ask(other.lead, code) == {"landing": None}
    assert ok(await lab.visitor().get(f"/api/join/{code}")).json() == {"landing": None}


async def test_a_code_ends_with_its_meeting(lab: Lab, study: Study) -> None:
    meeting = await a_running_meeting(study)
    code = await _code(meeting)
    await meeting.act(study.chair, "end")
    refused = ok(await study.panel[0].client.get(f"/api/join/{code}"), 404).json()
    assert "No meeting has this code now" in refused["detail"]


async def test_wrong_codes_are_limited_and_right_ones_are_not_counted(
    lab: Lab, study: Study
) -> None:
    lab.runtime.settings.link_limit = "3/minute"
    code = await _code(await a_meeting(study))
    visitor = lab.visitor()
    for _ in range(5):
        ok(await visitor.get(f"/api/join/{code}"))
    statuses = [(await visitor.get("/api/join/XXXXXX")).status_code for _ in range(4)]
    assert statuses == [404, 404, 404, 429]
    ok(await visitor.get(f"/api/join/{code}"), 429)


async def test_an_address_that_was_invited_gets_a_link_that_lands_in_the_meeting(
    lab: Lab, study: Study
) -> None:
    meeting = await a_meeting(study)
    visitor = lab.visitor()
    address = f"/api/join/{await _code(meeting)}/link"
    email = study.panel[0].account.email
    ok(await visitor.post(address, json={"email": email.upper()}), 202)
    await lab.work()
    (mail,) = await lab.mails()
    assert mail.recipient == email
    token = mail.body.split("/welcome#t=")[1].split()[0]
    landed = ok(await visitor.post("/api/sign-in/link", json={"token": token})).json()
    assert landed["landing"] == _landing(meeting)
    ok(await visitor.get(meeting.path))


async def test_nobody_can_tell_which_addresses_are_known(lab: Lab, study: Study) -> None:
    meeting = await a_meeting(study, group_ids=[str(study.groups[0].id)])
    address = f"/api/join/{await _code(meeting)}/link"
    emails = [study.panel[0].account.email, study.panel[1].account.email, "nobody@example.org"]
    answers = [await lab.visitor().post(address, json={"email": email}) for email in emails]
    assert {(answer.status_code, answer.text) for answer in answers} == {(202, "null")}
    await lab.work()
    assert [mail.recipient for mail in await lab.mails()] == emails[:1]


async def test_one_address_is_not_flooded_with_links(lab: Lab, study: Study) -> None:
    address = f"/api/join/{await _code(await a_meeting(study))}/link"
    email = {"email": study.panel[0].account.email}
    statuses = [(await lab.visitor().post(address, json=email)).status_code for _ in range(6)]
    assert statuses == [202, 202, 202, 202, 202, 429]


async def test_the_qr_code_is_drawn_for_those_who_are_asked(study: Study) -> None:
    meeting = await a_meeting(study, group_ids=[str(study.groups[0].id)])
    drawn = ok(await study.panel[0].client.get(f"{meeting.path}/join.svg"))
    assert drawn.headers["content-type"] == "image/svg+xml"
    assert drawn.text.startswith("<svg")
    ok(await study.panel[1].client.get(f"{meeting.path}/join.svg"), 403)
