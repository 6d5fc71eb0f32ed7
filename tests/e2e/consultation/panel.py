"""The nine who are asked, and how each answers on a device of their own."""

from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.support.mailbox import Mailbox

GROUPS = ("Patients", "Carers", "Practitioners", "Leaders")
PHONE, LAPTOP = (360, 740), (1440, 900)


@dataclass(frozen=True, slots=True)
class Panellist:
    """Somebody who is asked, and what they say of each mechanism in the two rounds."""

    name: str
    group: str
    trust: int
    power: int
    power_later: int
    size: tuple[int, int] = PHONE

    @property
    def email(self) -> str:
        return f"{self.name.lower()}@example.org"


# all agree on trust at once; on power the patients stand against the carers, and come round
PANEL = (
    Panellist("Ada", "Patients", 8, 2, 7),
    Panellist("Ben", "Patients", 9, 3, 8),
    Panellist("Cleo", "Patients", 8, 2, 7, LAPTOP),
    Panellist("Dev", "Carers", 7, 8, 8),
    Panellist("Eve", "Carers", 8, 9, 9),
    Panellist("Fay", "Carers", 9, 8, 9, LAPTOP),
    Panellist("Gus", "Practitioners", 8, 5, 7),
    Panellist("Hal", "Practitioners", 9, 5, 8, LAPTOP),
    Panellist("Ivy", "Leaders", 8, 5, 7, LAPTOP),
)


def begin(page: Page, mailbox: Mailbox, who: Panellist, title: str) -> None:
    """Follow the newest mail to the round, and begin."""
    page.goto(mailbox.link(who.email))
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    expect(page.get_by_text("The research team can tell which answers are yours.")).to_be_visible()
    page.get_by_role("button", name="Begin").click()


def rate(page: Page, rating: int) -> None:
    """Press a point of the scale, and see that it is kept."""
    page.get_by_role("radio", name=str(rating)).first.check(force=True)
    expect(page.get_by_text("Your answer is saved").first).to_be_visible()


def rate_by_keyboard(page: Page, rating: int) -> None:
    """The same without a mouse: the arrow keys go along the scale."""
    page.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    for _ in range(rating - 1):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name=str(rating)).first).to_be_checked()
    expect(page.get_by_text("Your answer is saved").first).to_be_visible()


def comment(page: Page, words: str) -> None:
    """Say something about what is shown."""
    page.get_by_role("button", name="Comment on this").first.click()
    page.get_by_role("textbox", name="Your comment").fill(words)
    page.get_by_role("button", name="Send comment").click()
    expect(page.get_by_text(words).first).to_be_visible()


def finish(page: Page) -> None:
    """Look at one's answers and say that one is done."""
    page.get_by_role("button", name="Check my answers").click()
    page.get_by_role("button", name="I have finished").click()
    expect(page.get_by_text("Thank you. You have finished.")).to_be_visible()
