"""Step 2: mechanisms are written with their configurations and frozen when they are shown."""

from playwright.sync_api import expect

from tests.e2e.loop.study import People

TRUST = "Building trust together"
POWER = "Working with power"
NOTATION = (
    "Teams meet often (C) → leaders listen honestly (M+, resource) and staff feel heard "
    "(M+, reasoning) → they share what they know (O+)"
)


def write_mechanisms(people: People) -> None:
    """Two mechanisms, the first with a configuration in the notation of papers."""
    for title, plain in (
        (TRUST, "People work together when they trust each other."),
        (POWER, "It helps to say openly who decides."),
    ):
        page = people.go("/mechanisms/new")
        page.get_by_role("textbox", name="Title").fill(title)
        page.get_by_role("textbox", name="Plain summary").fill(plain)
        page.get_by_role("textbox", name="Definition").fill(
            f"{title} is what leaders make room for."
        )
        if title == TRUST:
            page.get_by_role("button", name="Add a configuration").click()
            page.get_by_role("textbox", name="Notation").fill(NOTATION)
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
    page = people.go("/mechanisms")
    expect(page.get_by_role("link", name=TRUST)).to_be_visible()
    page.get_by_role("link", name=TRUST).click()
    expect(page.get_by_text("leaders listen honestly").first).to_be_visible()


def see_that_the_wording_is_frozen(people: People) -> None:
    """What was put before people keeps its words; an edit would be the next version."""
    page = people.go("/mechanisms")
    page.get_by_role("link", name=TRUST).click()
    expect(page.get_by_text("Its words stay as they are.")).to_be_visible()
    expect(page.get_by_role("link", name="Write the next version")).to_be_visible()


def see_the_new_version(people: People, words: str) -> None:
    """The accepted proposal made version 2, shown as a word-level difference."""
    page = people.go("/mechanisms")
    page.get_by_role("link", name=TRUST).click()
    expect(page.get_by_text("Version 2").first).to_be_visible()
    expect(page.locator("ins").filter(has_text=words).first).to_be_visible()
