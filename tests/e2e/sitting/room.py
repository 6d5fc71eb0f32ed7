"""The room: a chair and a deputy at laptops, two of the panel on phones, a projector."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from tests.support.browser import Desk
from tests.support.first_study import FirstStudy, first_study, newest_token
from tests.support.process import ServerProcess

TITLE = "First meeting of the panel"
MECHANISMS = {
    "Building trust": "Leaders who say what they do not know are told more by others.",
    "Working with power": "Where money is decided together, people speak for the whole.",
}
TRUST, POWER = MECHANISMS
WHICH = "What is missing?"


@dataclass
class Room:
    """Everybody's page, and the study that they meet in."""

    study: FirstStudy
    meeting: str
    imani: BrowserContext
    chair: Page
    deputy: Page
    ann: Page
    bob: Page
    wall: Page

    @property
    def everybody(self) -> tuple[Page, ...]:
        """All who are signed in."""
        return self.chair, self.deputy, self.ann, self.bob


def furnish(desk: Desk, server: ServerProcess) -> Room:
    """A study with two groups and two mechanisms, a planned meeting, and five browsers."""
    study = first_study(server, panel=0)
    leaders: Any = study.ask(study.lead, "POST", "/groups", {"name": "Leaders"})
    for name, roles, group in (
        ("Imani Cole", ["chair"], None),
        ("Ann Carer", ["panel"], study.group_id),
        ("Bob Leader", ["panel"], leaders["id"]),
    ):
        person = {"email": _address(name), "name": name, "roles": roles, "group_id": group}
        study.ask(study.lead, "POST", "/members", person)
    agenda: list[dict[str, Any]] = [_point(study, title) for title in MECHANISMS]
    agenda.append({"title": WHICH, "kind": "small_groups", "minutes": 15})
    meeting: Any = study.ask(study.lead, "POST", "/meetings", {"title": TITLE, "agenda": agenda})
    url = f"{server.url}/live/{study.id}/meetings/{meeting['id']}"
    chair, ann, bob = (
        _signed_in(desk, study, _address(name), **size)
        for name, size in (
            ("Imani Cole", {"width": 1440, "height": 900}),
            ("Ann Carer", {"width": 360, "height": 800}),
            ("Bob Leader", {"width": 390, "height": 844}),
        )
    )
    deputy = desk.page(width=1280, height=800)
    deputy.context.add_cookies(
        [{"name": name, "value": value, "url": server.url} for name, value in [_pair(study)]]
    )
    chair.goto(url)
    deputy.goto(url)
    wall = desk.page(width=1280, height=720)
    return Room(study, meeting["id"], chair.context, chair, deputy, ann, bob, wall)


def _address(name: str) -> str:
    return name.lower().replace(" ", ".") + "@example.org"


def _point(study: FirstStudy, title: str) -> dict[str, Any]:
    body = {
        "title": title,
        "definition": MECHANISMS[title],
        "plain_summary": MECHANISMS[title],
        "stage_id": study.stage_id,
    }
    made: Any = study.ask(study.lead, "POST", "/mechanisms", body)
    return {"version_id": made["versions"][0]["id"], "kind": "discuss", "minutes": 20}


def _signed_in(desk: Desk, study: FirstStudy, email: str, **size: int) -> Page:
    page = desk.page(**size)
    page.goto(f"{study.server.url}/welcome#t={newest_token(study.lead, email)}")
    page.wait_for_url("**/panel/**")
    return page


def _pair(study: FirstStudy) -> tuple[str, str]:
    name, _, value = study.lead.cookie.partition("=")
    return name, value


def come_in(room: Room) -> None:
    """One types the six letters, one opens what the QR code says, the projector has its own code."""
    chair = room.chair
    chair.get_by_role("button", name="More", exact=True).click()
    chair.get_by_role("menuitem", name="Wall").click()
    dialog = chair.get_by_role("dialog", name="Joining, and the wall")
    letters = dialog.get_by_role("img", name="Code:").inner_text().replace(" ", "")
    scanned = dialog.get_by_role("img", name="QR code").get_attribute("alt") or ""
    dialog.get_by_role("button", name="Make a projector code").click()
    door = dialog.get_by_role("link", name="open the projector").get_attribute("href") or ""
    chair.keyboard.press("Escape")

    room.ann.goto(f"{room.study.server.url}/join")
    room.ann.get_by_role("textbox", name="Code of the meeting").fill(letters.lower())
    room.ann.get_by_role("button", name="Go on").click()
    room.bob.goto("http://" + scanned.rpartition("opens ")[2])
    for page in (room.ann, room.bob):
        page.get_by_role("button", name="Enter the meeting").or_(
            page.get_by_role("link", name="Enter the meeting")
        ).click()
        expect(page.get_by_text("The meeting has not begun")).to_be_visible()
    room.wall.goto(door)
    expect(room.wall.get_by_text("The meeting begins soon")).to_be_visible()
    expect(room.wall.get_by_role("img", name=f"Code: {' '.join(letters)}")).to_be_visible()
