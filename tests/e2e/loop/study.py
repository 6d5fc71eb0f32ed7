"""Step 1: a study with stages and groups, and people invited by hand and by CSV."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.support.browser import Desk
from tests.support.mailbox import Mailbox
from tests.support.process import ServerProcess

EMAIL, PASSWORD = "lea.lead@example.org", "a long enough password"
CONSENT = "You may stop at any time.\n\nWhat you say is used for this study only."
TITLE = "Leading integrated care"


@dataclass
class People:
    """Everybody with a browser of their own."""

    desk: Desk
    server: ServerProcess
    mailbox: Mailbox
    lead: Page
    study_id: str = ""
    panel: dict[str, Page] = field(default_factory=dict[str, Page])

    def go(self, path: str) -> Page:
        """The lead opens a page of the study."""
        self.lead.goto(f"{self.server.url}/studies/{self.study_id}{path}")
        return self.lead


def set_up_the_study(
    desk: Desk,
    server: ServerProcess,
    mailbox: Mailbox,
    groups: Sequence[str] = ("Carers", "Leaders"),
    email: str = EMAIL,
) -> People:
    """The lead's account is made on the command line, the study in the browser."""
    server.run("account", email, "--name", "Lea Lead", "--administrator", "--password", PASSWORD)
    page = desk.page()
    people = People(desk, server, mailbox, page)
    page.goto(f"{server.url}/sign-in")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name="Create a study").first.click()
    page.get_by_role("textbox", name="Title").fill(TITLE)
    page.get_by_role("textbox", name="Question").fill("What works, for whom, and why?")
    page.get_by_role("textbox", name="Consent form").fill(CONSENT)
    page.get_by_role("button", name="Create the study").click()
    page.wait_for_url("**/settings")
    people.study_id = page.url.split("/studies/")[1].split("/")[0]
    for label, title in (("1a", "First meeting"), ("1b", "Second meeting")):
        expect(page.get_by_role("textbox", name="Label")).to_have_value("")
        page.get_by_role("textbox", name="Label").fill(label)
        page.get_by_role("textbox", name="Title", exact=True).last.fill(title)
        page.get_by_role("button", name="Add the stage").click()
        expect(page.get_by_text(label, exact=True).first).to_be_visible()
    for name in groups:
        expect(page.get_by_role("textbox", name="Name", exact=True)).to_have_value("")
        page.get_by_role("textbox", name="Name", exact=True).fill(name)
        page.get_by_role("button", name="Add the group").click()
        expect(page.get_by_role("cell", name=name).first).to_be_visible()
    return people


def invite_people(people: People, folder: Path) -> None:
    """One by hand, the others by CSV; a wrong line is named and nobody is invited by mistake."""
    page = people.go("/people")
    page.get_by_role("button", name="Invite somebody").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("E-mail address").fill("ann@example.org")
    dialog.get_by_role("textbox", name="Name").fill("Ann Carer")
    dialog.get_by_label("Stakeholder group").select_option("Carers")
    dialog.get_by_role("button", name="Send the invitation").click()
    expect(page.get_by_text("The invitation is on its way to Ann Carer.")).to_be_visible()
    csv = folder / "panel.csv"
    csv.write_text(
        "name,email,group,role\n"
        "Bob Leader,bob@example.org,Leaders,panel\n"
        "Cy Carer,cy@example.org,Carers,panel\n"
        "Nobody,not an address,Carers,panel\n"
    )
    page.get_by_role("button", name="Import from CSV").click()
    page.locator("input[type=file]").set_input_files(csv)
    expect(page.get_by_text("1 line has a problem")).to_be_visible()
    page.get_by_role("button", name="Invite 2 people").click()
    expect(page.get_by_text("2 people are invited")).to_be_visible()


def come_in_by_mail(people: People) -> None:
    """Each panel member opens the link in the mail, reads the consent form and agrees."""
    for name, email in (("Ann", "ann"), ("Bob", "bob"), ("Cy", "cy")):
        page = people.desk.page(width=390, height=844)
        page.goto(people.mailbox.link(f"{email}@example.org"))
        expect(page.get_by_text("You may stop at any time.")).to_be_visible()
        page.get_by_role("button", name="I agree and continue").click()
        expect(page.get_by_role("heading", name="What there is to do")).to_be_visible()
        people.panel[name] = page
