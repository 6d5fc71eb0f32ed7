"""The nine who are asked, and how each answers on a device of their own."""

from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.e2e.consultation.hands import KEYBOARD, POINTER, Hands
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
    hands: Hands = POINTER

    @property
    def email(self) -> str:
        return f"{self.name.lower()}@example.org"


# all agree on trust at once; on power the patients stand against the carers, and come round
PANEL = (
    Panellist("Ada", "Patients", 8, 2, 7),
    Panellist("Ben", "Patients", 9, 3, 8),
    Panellist("Cleo", "Patients", 8, 2, 7, LAPTOP, KEYBOARD),
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
    who.hands.press(page, "Begin")


def rate(page: Page, who: Panellist, rating: int) -> None:
    """Choose a point of the scale, and see that it is kept."""
    who.hands.choose(page, str(rating))
    expect(page.get_by_text("Your answer is saved").first).to_be_visible()


def comment(page: Page, words: str) -> None:
    """Say something about what is shown."""
    page.get_by_role("button", name="Comment on this").first.click()
    page.get_by_role("textbox", name="Your comment").fill(words)
    page.get_by_role("button", name="Send comment").click()
    expect(page.get_by_text(words).first).to_be_visible()


def finish(page: Page, who: Panellist) -> None:
    """Look at one's answers and say that one is done."""
    who.hands.press(page, "Check my answers")
    who.hands.press(page, "I have finished")
    expect(page.get_by_text("Thank you. You have finished.")).to_be_visible()
