"""Taking an invitation up, or not, by those who are signed in already."""

from httpx import AsyncClient

from tests.factories.studies import Study, a_study
from tests.support.lab import Lab, ok


async def _invite(study: Study, other: Study, roles: list[str]) -> AsyncClient:
    """The other study's lead, who has a session, is invited to this one."""
    body = {"email": other.lead.account.email, "name": "Ann", "roles": roles}
    ok(await study.lead.client.post(f"{study.url}/members", json=body), 201)
    return other.lead.client


async def _state(study: Study, other: Study) -> str:
    members = ok(await study.lead.client.get(f"{study.url}/members")).json()
    email = other.lead.account.email
    return next(member["state"] for member in members if member["email"] == email)


async def test_an_invitation_is_taken_up_in_one_click(lab: Lab, study: Study) -> None:
    other = await a_study(lab, title="Another study")
    ann = await _invite(study, other, ["panel"])
    mine = {row["study_id"]: row for row in ok(await ann.get("/api/me")).json()["memberships"]}
    assert mine[str(study.id)]["state"] == "invited"
    refused = ok(await ann.get(study.url), 403).json()
    assert refused["type"] == "urn:colloquy:problem:InvitationOpen"
    ok(await ann.post(f"{study.url}/invitation/take-up"), 204)
    ok(await ann.get(study.url))
    assert await _state(study, other) == "active"


async def test_only_ones_own_choice_makes_one_take_part(lab: Lab, study: Study) -> None:
    other = await a_study(lab, title="Another study")
    ann = await _invite(study, other, ["researcher"])
    for path in ("", "/members", "/consent", "/rounds/mine"):
        ok(await ann.get(study.url + path), 403)
    assert await _state(study, other) == "invited"


async def test_a_no_needs_no_reason_and_can_be_taken_back(lab: Lab, study: Study) -> None:
    other = await a_study(lab, title="Another study")
    ann = await _invite(study, other, ["panel"])
    ok(await ann.post(f"{study.url}/invitation/turn-down"), 204)
    assert await _state(study, other) == "declined"
    ok(await ann.get(study.url), 404)
    ok(await ann.post(f"{study.url}/invitation/take-up"), 204)
    assert await _state(study, other) == "active"


async def test_taking_part_is_said_once_and_not_left_by_the_same_button(study: Study) -> None:
    ann = study.panel[0].client
    ok(await ann.post(f"{study.url}/invitation/take-up"), 204)
    ok(await ann.post(f"{study.url}/invitation/turn-down"), 409)
    ok(await ann.get(study.url))


async def test_whoever_was_taken_out_cannot_come_back_by_themselves(study: Study) -> None:
    ann = study.panel[0]
    url = f"{study.url}/members/{ann.id}/take-out"
    ok(await study.lead.client.post(url, json={"reason": "She asked us."}))
    ok(await ann.client.post(f"{study.url}/invitation/take-up"), 404)
    ok(await ann.client.get(study.url), 404)
