"""Step 3: a round is built, opened, answered on phones through a lost connection, and closed."""

import re
from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from tests.e2e.loop.study import People
from tests.e2e.loop.theory import TRUST
from tests.support.browser import choose

ROUND = "First round"
STATEMENT = "Leaders should share power with carers."
COMMENT = "Trust needs time, and carers have little of it."


def open_a_round(people: People) -> None:
    """A mechanism to be rated and a statement to be voted on, before both groups."""
    page = people.go("/rounds")
    page.get_by_role("button", name="New round").click()
    page.get_by_role("dialog").get_by_role("textbox", name="Title").fill(ROUND)
    page.get_by_role("button", name="Make a draft").click()
    closes = datetime.now() + timedelta(days=7)  # noqa: DTZ005 - the browser's own time
    page.get_by_label("Closes").fill(closes.strftime("%Y-%m-%dT%H:%M"))
    page.get_by_label("Closes").blur()
    page.get_by_role("combobox", name="Add a mechanism").click()
    page.get_by_role("option", name=TRUST).click()
    page.get_by_role("button", name="Add", exact=True).first.click()
    page.get_by_role("textbox", name="Statement").fill(STATEMENT)
    page.get_by_role("button", name="Add", exact=True).last.click()
    expect(page.get_by_text(STATEMENT).first).to_be_visible()
    for group in ("Carers", "Leaders"):
        page.get_by_role("checkbox", name=group).check()
    page.get_by_role("button", name="Open the round").click()
    page.get_by_role("button", name="Open now").click()
    expect(page.get_by_text("Answers are hidden from everybody")).to_be_visible()


def answer_on_a_phone(people: People, name: str, rating: str, vote: str) -> None:
    """One person rates, votes and finishes."""
    page = people.panel[name]
    page.goto(people.mailbox.link(f"{name.lower()}@example.org", contains="/welcome#t="))
    page.goto(f"{people.server.url}/panel/{people.study_id}/rounds")
    page.get_by_role("link", name=re.compile(f"^{ROUND}")).click()
    page.get_by_role("button", name="Begin").or_(page.get_by_role("button", name="Go on")).click()
    rate(page, rating)
    if name == "Ann":
        comment(page)
        lose_the_connection(people, page)
    page.get_by_role("button", name="Next").click()
    choose(page.get_by_role("radio", name=vote, exact=True))
    expect(page.get_by_text("Your answer is saved").first).to_be_visible()
    page.get_by_role("button", name="Check my answers").click()
    page.get_by_role("button", name="I have finished").click()
    expect(page.get_by_text("Thank you. You have finished.")).to_be_visible()


def rate(page: Page, rating: str) -> None:
    """Choose a point of the scale and see that it is saved."""
    choose(page.get_by_role("radio", name=rating).first)
    expect(page.get_by_text("Your answer is saved").first).to_be_visible()


def comment(page: Page) -> None:
    """Write a comment on the whole mechanism."""
    page.get_by_role("button", name="Comment on this").first.click()
    page.get_by_role("textbox", name="Your comment").fill(COMMENT)
    page.get_by_role("button", name="Send comment").click()
    expect(page.get_by_text(COMMENT).first).to_be_visible()


def lose_the_connection(people: People, page: Page) -> None:
    """An answer given without a connection is kept, survives a reload, and goes out by itself."""
    page.context.set_offline(True)
    choose(page.get_by_role("radio", name="9").first)
    expect(page.get_by_text("Not sent yet").first).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("Your answer is saved").first).to_be_visible()


def close_and_read(people: People) -> None:
    """Before the close nobody sees a result; after it, counts with small groups left out."""
    page = people.go("/rounds")
    page.get_by_role("link", name=re.compile(f"^{ROUND}")).click()
    expect(page.get_by_text("3 of 3 people have finished")).to_be_visible()
    page.get_by_role("button", name="Close now").first.click()
    page.get_by_label("Why?").fill("Everybody has answered.")
    page.get_by_role("dialog").get_by_role("button", name="Close now").click()
    page.get_by_role("link", name="See the results").click()
    expect(page.get_by_text("Everybody: 3 ratings").first).to_be_visible()
    expect(page.get_by_text("not shown alone").first).to_be_visible()
    expect(page.get_by_text(COMMENT).first).to_be_visible()
