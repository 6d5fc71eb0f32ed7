"""Steps 7 and 8: a proposal cites the excerpts, is accepted, and those who spoke see it."""

from playwright.sync_api import expect

from tests.e2e.loop.round import COMMENT
from tests.e2e.loop.study import People
from tests.e2e.loop.theory import TRUST

NEW_WORDS = "and carers are given the time it takes"
PLAIN = "Several of you said that trust takes time. We now say so."


def propose_and_accept(people: People) -> None:
    """A change to the definition that cites both excerpts, accepted with its reasons."""
    page = people.go("/proposals/new")
    page.get_by_label("What kind of change").select_option(label="Revise")
    page.get_by_label("Mechanism", exact=True).select_option(label=TRUST)
    page.get_by_role("textbox", name="Name of the proposal").fill("Say that trust takes time")
    page.get_by_role("textbox", name="Why", exact=True).fill("A carer says what is missing.")
    definition = page.get_by_role("textbox", name="Definition")
    definition.fill(f"{definition.input_value()[:-1]}, {NEW_WORDS}.")
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="Put it forward").click()
    expect(page.get_by_text(COMMENT).first).to_be_visible()
    expect(page.locator("ins").filter(has_text="carers").first).to_be_visible()
    page.get_by_text("Accept", exact=True).first.click()
    page.get_by_role("textbox", name="Reason, for the team").fill("Said twice, by carers.")
    page.get_by_role("textbox", name="Reason in plain words").fill(PLAIN)
    page.get_by_role("button", name="Accept and change the theory").click()
    expect(page.get_by_text("Lea Lead accepted this").first).to_be_visible()


def see_what_became_of_it(people: People) -> None:
    """The carer who wrote the comment sees its fate and what changed, in plain words."""
    page = people.panel["Ann"]
    page.goto(f"{people.server.url}/panel/{people.study_id}/answers")
    expect(page.get_by_text(COMMENT).first).to_be_visible()
    expect(page.get_by_text("It changed the theory").first).to_be_visible()
    expect(page.get_by_text(PLAIN).first).to_be_visible()


def trace_the_voices(people: People) -> None:
    """From the new version, every voice behind it."""
    page = people.go("/mechanisms")
    page.get_by_role("link", name=TRUST).click()
    page.get_by_role("link", name="Every voice behind this version").first.click()
    expect(page.get_by_text(COMMENT).first).to_be_visible()
    expect(page.get_by_text("No evidence from Leaders yet.").first).to_be_visible()
