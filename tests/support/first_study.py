"""A study on a real server, made from nothing through HTTP as its lead would make it."""

import re
from dataclasses import dataclass, field
from typing import Any

from tests.support.process import Caller, ServerProcess

EMAIL, PASSWORD = "lead@example.org", "a long enough password"


@dataclass
class FirstStudy:
    """A study with a stage, a group and some panel members who have opened their links."""

    server: ServerProcess
    lead: Caller
    id: str
    stage_id: str
    group_id: str
    panel: list[Caller] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"/api/studies/{self.id}"

    def ask(self, who: Caller, method: str, path: str, body: object = None) -> Any:
        """Ask for something of the study."""
        return who(method, f"{self.url}{path}", body)


def first_study(server: ServerProcess, panel: int = 2) -> FirstStudy:
    """Make the first account on the command line, everything else through HTTP."""
    server.run("account", EMAIL, "--name", "Lea Lead", "--administrator", "--password", PASSWORD)
    lead = Caller(server.url)
    lead("POST", "/api/sign-in", {"email": EMAIL, "password": PASSWORD})
    study: Any = lead("POST", "/api/studies", {"title": "Leading integrated care"})
    url = f"/api/studies/{study['id']}"
    stage: Any = lead("POST", f"{url}/stages", {"label": "1a"})
    group: Any = lead("POST", f"{url}/groups", {"name": "Carers", "is_public": True})
    first = FirstStudy(server, lead, study["id"], stage["id"], group["id"])
    for number in range(panel):
        person = {"email": f"carer{number}@example.org", "name": f"Carer {number}"}
        lead("POST", f"{url}/members", {**person, "group_id": group["id"]})
        caller = Caller(server.url)
        caller("POST", "/api/sign-in/link", {"token": newest_token(lead, person["email"])})
        first.panel.append(caller)
    return first


def newest_token(administrator: Caller, email: str) -> str:
    """The secret of the newest link that was mailed to somebody."""
    mails: Any = administrator("GET", "/api/administration/mails")
    body = next(mail["body"] for mail in mails if mail["recipient"] == email)
    found = re.search(r"/welcome#t=(\S+)", body)
    assert found, body
    return found[1]
