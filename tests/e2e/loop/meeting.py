"""Step 4: a live meeting with three people at once, one of whom closes the laptop."""

from playwright.sync_api import Page, expect

from tests.e2e.loop.study import People
from tests.e2e.loop.theory import POWER, TRUST

MEETING = "Second meeting"
QUESTION = "Keep this mechanism?"
CHAIR_COMMENT = "We come back to these words."
LIVE_COMMENT = "Say who decides about money."


def hold_the_meeting(people: People) -> None:
    """Lobby, agenda, hands and floor, a poll, comments, and who is here."""
    chair = people.lead
    plan(people)
    ann, bob = people.panel["Ann"], people.panel["Bob"]
    chair.get_by_role("link", name="Enter the meeting").click()
    chair.wait_for_url("**/live/**")
    for page in (ann, bob):
        page.goto(chair.url)
        expect(page.get_by_text("The meeting has not begun")).to_be_visible()
    expect(chair.get_by_text("3 here").first).to_be_visible()
    chair.get_by_role("button", name="Start the meeting").click()
    chair.get_by_role("button", name=f"Show: {TRUST}").click()
    for page in (ann, bob):
        expect(page.get_by_role("heading", name=TRUST)).to_be_visible()
    comment_from_the_chair(chair)
    ann.get_by_role("button", name="Raise hand").click()
    chair.get_by_role("button", name="Give the floor to Ann Carer").first.click()
    expect(bob.get_by_text("Ann Carer has the floor").first).to_be_visible()
    ann.get_by_role("button", name="I have finished").click()
    expect(bob.get_by_text("Nobody has the floor").first).to_be_visible()
    vote(chair, ann, bob)
    close_the_laptop(chair, ann, bob)
    chair.get_by_role("button", name="End the meeting").first.click()
    chair.get_by_role("button", name="End it for everybody").click()
    for page in (ann, bob):
        expect(page.get_by_text("The meeting has ended").first).to_be_visible()


def plan(people: People) -> None:
    """Both mechanisms on the agenda."""
    page = people.go("/meetings/new")
    page.get_by_role("textbox", name="Name of the meeting").fill(MEETING)
    for title in (TRUST, POWER):
        page.get_by_role("combobox", name="Add a mechanism").click()
        page.get_by_role("option", name=title).click()
    page.get_by_role("button", name="Save the plan").click()
    expect(page.get_by_role("heading", name=MEETING, level=1)).to_be_visible()


def comment_from_the_chair(chair: Page) -> None:
    """The chair chooses the first words of what is on show and writes about them."""
    card = chair.get_by_role("article", name=TRUST)
    card.get_by_role("group", name="Plain summary").press("ArrowRight")
    card.get_by_role("button", name="Comment on these words").click()
    dialog = chair.get_by_role("dialog", name="Write a comment")
    dialog.get_by_role("textbox", name="Your comment").fill(CHAIR_COMMENT)
    dialog.get_by_role("button", name="Send comment").click()
    expect(dialog).to_be_hidden()
    expect(card.get_by_title(CHAIR_COMMENT)).to_be_visible()


def vote(chair: Page, ann: Page, bob: Page) -> None:
    """A poll is put, voted on by phone, closed, and its result shown when the chair says so."""
    chair.get_by_role("button", name="Open a poll").click()
    dialog = chair.get_by_role("dialog")
    dialog.get_by_role("button", name="Change first: Choice").click()
    dialog.get_by_label("Question").fill(QUESTION)
    dialog.get_by_label("Choices", exact=False).last.fill("Keep it\nDrop it")
    dialog.get_by_role("button", name="Put it to the room").click()
    for page, choice in ((ann, "Keep it"), (bob, "Drop it")):
        page.get_by_role("button", name="Vote", exact=False).first.click()
        page.get_by_role("button", name=choice).click()
        expect(page.get_by_text(f"Your vote is saved: {choice}.").first).to_be_visible()
        page.keyboard.press("Escape")
    chair.get_by_role("button", name="Close the poll").click()
    expect(ann.get_by_text("2 votes")).to_have_count(0)
    chair.get_by_role("button", name="Show the result").click()
    expect(ann.get_by_text("2 votes").first).to_be_visible()


def close_the_laptop(chair: Page, ann: Page, bob: Page) -> None:
    """Bob is away while things happen; back again he has missed nothing and sees nothing twice."""
    bob.context.set_offline(True)
    chair.get_by_role("button", name=f"Show: {POWER}").click()
    expect(ann.get_by_role("heading", name=POWER)).to_be_visible()
    ann.get_by_role("button", name="Comment").first.click()
    ann.get_by_role("textbox", name="Your comment").fill(LIVE_COMMENT)
    ann.get_by_role("button", name="Send comment").click()
    expect(ann.get_by_text("Your comment is saved").first).to_be_visible()
    ann.keyboard.press("Escape")
    bob.context.set_offline(False)
    expect(bob.get_by_role("heading", name=POWER)).to_be_visible(timeout=90_000)
    bob.get_by_role("button", name="Comment").first.click()
    # it is counted while Bob reads, and shown when he asks; on opening the list it may be there
    show_new = bob.get_by_role("button", name="Show 1 new comment")
    expect(show_new.or_(bob.get_by_text(LIVE_COMMENT)).first).to_be_visible()
    if show_new.is_visible():
        show_new.click()
    expect(bob.get_by_text(LIVE_COMMENT)).to_have_count(1)
    bob.keyboard.press("Escape")
