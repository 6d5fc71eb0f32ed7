"""What the team does between the panel's answers: asks, moderates, asks again, and reports."""

from datetime import datetime, timedelta
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.consultation.panel import GROUPS, PANEL
from tests.e2e.loop.study import People

TRUST = "Building trust together"
POWER = "Working with power"
FIRST, SECOND = "What matters most?", "What matters most, once more"


def invite_the_nine(people: People, folder: Path) -> None:
    """One CSV file; each gets a mail."""
    page = people.go("/people")
    page.get_by_role("button", name="Import from CSV").click()
    csv = folder / "panel.csv"
    lines = [f"{who.name},{who.email},{who.group},panel" for who in PANEL]
    csv.write_text("\n".join(["name,email,group,role", *lines]))
    page.locator("input[type=file]").set_input_files(csv)
    page.get_by_role("button", name="Invite 9 people").click()
    expect(page.get_by_text("9 people are invited")).to_be_visible()


def let_them_in(people: People) -> None:
    """Each comes in by their link and agrees to the consent form."""
    for who in PANEL:
        width, height = who.size
        page = people.panel[who.name] = people.desk.page(width=width, height=height)
        page.goto(people.mailbox.link(who.email))
        page.get_by_role("button", name="I agree and continue").click()
        expect(page.get_by_role("heading", name="What there is to do")).to_be_visible()


def write_two_mechanisms(people: People) -> None:
    """What the panel is asked about."""
    for title, plain in (
        (TRUST, "People work together when they trust each other."),
        (POWER, "It helps to say openly who decides."),
    ):
        page = people.go("/mechanisms/new")
        page.get_by_role("textbox", name="Title").fill(title)
        page.get_by_role("textbox", name="Plain summary").fill(plain)
        page.get_by_role("textbox", name="Definition").fill(f"{title}: {plain}")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()


def ask_first(people: People) -> None:
    """Both mechanisms to be rated by all four groups."""
    page = people.go("/rounds")
    page.get_by_role("button", name="New round").click()
    page.get_by_role("dialog").get_by_role("textbox", name="Title").fill(FIRST)
    page.get_by_role("button", name="Make a draft").click()
    for title in (TRUST, POWER):
        page.get_by_role("combobox", name="Add a mechanism").click()
        page.get_by_role("option", name=title).click()
        page.get_by_role("button", name="Add", exact=True).first.click()
        expect(page.get_by_role("button", name=f"Take out: {title}")).to_be_visible()
    for group in GROUPS:
        page.get_by_role("checkbox", name=group).check()
    open_now(people, page)


def open_now(people: People, page: Page) -> None:
    """Give it a week, lock it and mail everybody."""
    people.mailbox.forget()
    closes = datetime.now() + timedelta(days=7)  # noqa: DTZ005 - the browser's own time
    page.get_by_label("Closes").fill(closes.strftime("%Y-%m-%dT%H:%M"))
    page.get_by_label("Closes").blur()
    page.get_by_role("button", name="Open the round").click()
    page.get_by_role("button", name="Open now").click()
    expect(page.get_by_text("Answers are hidden from everybody")).to_be_visible()


def close(people: People, title: str) -> Page:
    """End a round once everybody has answered; returns its page."""
    page = people.go("/rounds")
    page.get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_text("9 of 9 people have finished")).to_be_visible()
    page.get_by_role("button", name="Close now").first.click()
    page.get_by_label("Why?").fill("Everybody has answered.")
    page.get_by_role("dialog").get_by_role("button", name="Close now").click()
    expect(page.get_by_role("link", name="See the results")).to_be_visible()
    return page


def moderate(page: Page, *, release: str, withhold: str) -> None:
    """One comment goes to the panel as it was written, the other does not, with a reason."""
    page.get_by_role("link", name="Moderate comments (2 wait)").click()
    page.get_by_role("button", name=f"Release: {release}").click()
    page.get_by_role("button", name=f"Withhold: {withhold}").click()
    page.get_by_label("Why the panel does not read it").select_option("names_somebody")
    page.get_by_role("button", name="Withhold it").click()
    expect(page.get_by_text("Every comment is decided about.")).to_be_visible()
    page.go_back()


def ask_again(people: People, page: Page) -> None:
    """The next round carries what the rule has not made an end of, and nothing else."""
    page.get_by_role("link", name="Make the next round").click()
    expect(page.get_by_role("checkbox", name=POWER)).to_be_checked()
    expect(page.get_by_role("checkbox", name=TRUST)).not_to_be_checked()
    page.get_by_role("textbox", name="Title").fill(SECOND)
    page.get_by_role("button", name="Make a draft").click()
    expect(page.get_by_role("heading", level=1, name=SECOND)).to_be_visible()
    open_now(people, page)


def take(page: Page, name: str, folder: Path) -> Path:
    """Download a document of the results."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path
