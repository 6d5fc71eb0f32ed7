"""Every route is guarded: nobody signed in gets 401, a stranger to the study gets 404."""

import re
from uuid import uuid4

import pytest
from fastapi.routing import APIRoute

from colloquy.api.application import ROUTERS
from tests.factories.studies import Study, a_study
from tests.support.lab import Lab

# what a visitor may ask for: signing in, answering an invitation, a code on a wall
OPEN = {
    ("POST", "/api/sign-in"),
    ("POST", "/api/sign-in/link"),
    ("POST", "/api/sign-in/link/renew"),
    ("POST", "/api/sign-out"),
    ("POST", "/api/invitations/decline"),
    ("POST", "/api/invitations/take-back"),
    ("GET", "/api/join/{code}"),
    ("POST", "/api/join/{code}/link"),
    ("POST", "/api/projector"),
}
ROUTES = sorted(
    {
        (method, route.path)
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, APIRoute)
        for method in route.methods
    }
)
OF_A_STUDY = [entry for entry in ROUTES if entry[1].startswith("/api/studies/{study_id}")]


def _fill(path: str, **known: object) -> str:
    return re.sub(r"\{(\w+)(:\w+)?\}", lambda match: str(known.get(match[1], uuid4())), path)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_nobody_signed_in_gets_nothing(lab: Lab) -> None:
    visitor = lab.visitor()
    wrong = {
        (method, path): status
        for method, path in ROUTES
        if (method, path) not in OPEN
        and (status := (await visitor.request(method, _fill(path))).status_code) != 401
    }
    assert wrong == {}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_stranger_to_the_study_is_told_404_everywhere(lab: Lab, study: Study) -> None:
    other = await a_study(lab, title="Another study")
    wrong = {
        (method, path): status
        for method, path in OF_A_STUDY
        if (
            status := (
                await other.lead.client.request(method, _fill(path, study_id=study.id), json={})
            ).status_code
        )
        != 404
    }
    assert wrong == {}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_every_safe_read_of_the_panel_is_answered_or_refused(lab: Lab, study: Study) -> None:
    panel = study.panel[0].client
    statuses = {
        path: (await panel.get(_fill(path, study_id=study.id))).status_code
        for method, path in OF_A_STUDY
        if method == "GET"
    }
    assert {path: status for path, status in statuses.items() if status >= 500} == {}
