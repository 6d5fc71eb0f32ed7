"""What happens, in its order, and what everybody sees of it."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.sitting.room import POWER, TITLE, TRUST, WHICH, Room
from tests.support.browser import overflow, picture

REMARK = "Told more by whom?"
KEEP, REWORD = "Keep it as it is", "Keep it, in other words"
MISSING = "Nobody speaks of time."
DECISION = "Say who decides about money."
ACTION = "Ask the clinic how it decides."


def discuss(room: Room, folder: Path) -> None:
    """A mechanism is shown to all, two raise a hand, and the point of order goes first."""
    room.chair.get_by_role("button", name="Start the meeting").click()
    show(room, TRUST)
    room.bob.get_by_role("button", name="Raise hand").click()
    expect(room.bob.get_by_text("number 1 in the queue")).to_be_visible()
    room.ann.get_by_role("button", name="Another reason to raise a hand").click()
    room.ann.get_by_role("menuitem", name="Point of order").click()
    expect(room.bob.get_by_text("number 2 in the queue")).to_be_visible()
    give_the_floor(room, room.ann, "Ann Carer", "Bob Leader")
    room.ann.get_by_role("button", name="Comment").first.click()
    room.ann.get_by_role("textbox", name="Your comment").fill(REMARK)
    room.ann.get_by_role("button", name="Send comment").click()
    expect(room.ann.get_by_text("Your comment is saved").first).to_be_visible()
    room.ann.keyboard.press("Escape")
    picture(room.ann, "sitting-participant", folder)
    picture(room.wall, "sitting-wall", folder)
    room.ann.get_by_role("button", name="I have finished").click()
    give_the_floor(room, room.bob, "Bob Leader")
    picture(room.chair, "sitting-chair", folder)
    room.chair.get_by_role("button", name="End the turn").click()
    for page in (room.ann, room.bob):
        expect(page.get_by_text("Nobody has the floor").first).to_be_visible()
        assert overflow(page) == 0


def show(room: Room, title: str) -> None:
    """The chair puts a point of the agenda before everybody."""
    room.chair.get_by_role("button", name=f"Show: {title}").click()
    for page in (*room.everybody, room.wall):
        expect(page.get_by_role("heading", name=title).first).to_be_visible()


def give_the_floor(room: Room, speaker: Page, name: str, waits: str = "") -> None:
    """Who speaks is known to everybody; whoever waits is told so."""
    room.chair.get_by_role("button", name=f"Give the floor to {name}").first.click()
    expect(speaker.get_by_text("You have the floor").first).to_be_visible()
    for page in {room.ann, room.bob, room.wall, room.chair} - {speaker}:
        expect(page.get_by_text(name).first).to_be_visible()
    if waits:
        expect(room.bob.get_by_text("number 1 in the queue")).to_be_visible()


def vote_secretly(room: Room, folder: Path) -> None:
    """A secret vote on the next mechanism; nobody sees the result before the chair shows it."""
    show(room, POWER)
    room.chair.get_by_role("button", name="Open a poll").click()
    dialog = room.chair.get_by_role("dialog")
    put = "Put it to the room: Keep, reword, merge, split, fold or drop"
    dialog.get_by_role("button", name=put).click()
    for page, choice in ((room.ann, REWORD), (room.bob, KEEP)):
        page.get_by_role("button", name="Vote", exact=False).first.click()
        expect(page.get_by_text("After the close nobody can find out")).to_be_visible()
        page.get_by_role("button", name=choice, exact=True).click()
        expect(page.get_by_text(f"Your vote is saved: {choice}.").first).to_be_visible()
    room.ann.get_by_role("button", name=KEEP, exact=True).click()
    expect(room.ann.get_by_text(f"Your vote is saved: {KEEP}.").first).to_be_visible()
    for page in (room.ann, room.bob):
        page.keyboard.press("Escape")
    expect(room.wall.get_by_text("have voted")).to_have_text(re.compile(r"^2 of \d+ have voted$"))
    room.chair.get_by_role("button", name="Close the poll").click()
    expect(room.wall.get_by_text("The result is not shown yet")).to_be_visible()
    for page in (*room.everybody, room.wall):
        expect(page.get_by_text("2 votes")).to_have_count(0)
    room.chair.get_by_role("button", name="Show the result").click()
    for page in (room.chair, room.ann, room.bob, room.wall):
        expect(page.get_by_text("2 votes").first).to_be_visible()
    picture(room.wall, "sitting-wall-result", folder)


def go_to_small_groups(room: Room, folder: Path) -> None:
    """Two write one note at once on their phones; all are called back, and it is read to all."""
    show(room, WHICH)
    room.chair.get_by_role("button", name="Small groups").click()
    make = room.chair.get_by_role("dialog").or_(room.chair.get_by_role("main"))
    how_many = make.get_by_role("textbox", name="How many groups").first
    how_many.fill("1")
    make.get_by_role("button", name="Make the groups").first.click()
    make.get_by_role("button", name="Send everybody out").first.click()
    notes = [page.get_by_role("textbox", name="Our note") for page in (room.ann, room.bob)]
    for note in notes:
        expect(note).to_be_visible()
    expect(room.wall.get_by_role("heading", name="In small groups")).to_be_visible()
    notes[0].press_sequentially(MISSING)
    expect(notes[1]).to_have_value(MISSING)
    notes[1].press("Home")
    notes[1].press_sequentially("Bob: ")
    expect(notes[0]).to_have_value(f"Bob: {MISSING}")
    expect(room.ann.get_by_text("Saved", exact=True).first).to_be_visible()
    picture(room.ann, "sitting-small-group", folder)
    make.get_by_role("button", name="Call everybody back").first.click()
    make.get_by_role("button", name="Begin report").first.click()
    for page in (room.ann, room.bob):
        expect(page.get_by_text(MISSING).first).to_be_visible()
    make.get_by_role("button", name="End report").first.click()
    room.chair.keyboard.press("Escape")


def lose_the_chair(room: Room) -> None:
    """The chair's laptop dies; after a while a deputy takes over and the meeting goes on."""
    expect(room.deputy.get_by_text("Imani Cole holds the chair").first).to_be_visible()
    room.chair.close()
    room.deputy.get_by_role("button", name="Take the chair", exact=True).click(timeout=60_000)
    room.chair = room.deputy
    show(room, TRUST)


def decide_and_end(room: Room) -> None:
    """A decision and an action are noted as they fall; then the meeting ends for everybody."""
    for kind, label, words in (
        ("Decision", "What was decided", DECISION),
        ("Action", "What is to be done", ACTION),
    ):
        room.chair.get_by_role("button", name=kind, exact=False).first.click()
        dialog = room.chair.get_by_role("dialog", name="Note")
        dialog.get_by_label(label).fill(words)
        dialog.get_by_role("button", name="Save").click()
        expect(room.chair.get_by_text(words).first).to_be_visible()
    room.chair.get_by_role("button", name="End the meeting").first.click()
    room.chair.get_by_role("button", name="End it for everybody").click()
    for page in (room.ann, room.bob, room.wall):
        expect(page.get_by_text("The meeting has ended").first).to_be_visible()


def read_the_minutes(room: Room, folder: Path) -> None:
    """What was shown, voted, written, decided and to be done stands in the minutes."""
    path = f"/studies/{room.study.id}/meetings/{room.meeting}/minutes"
    room.chair.goto(room.study.server.url + path)
    minutes = room.chair.get_by_role("main")
    for words in (TRUST, POWER, DECISION, ACTION, MISSING, "2 voted of 2"):
        expect(minutes).to_contain_text(words)
    # without names until somebody asks for them
    expect(minutes.get_by_text("Imani Cole")).to_have_count(0)
    room.chair.get_by_role("switch", name="With people's names").click()
    for name in ("Imani Cole", "Lea Lead"):
        expect(minutes).to_contain_text(name)
    picture(room.chair, "sitting-minutes", folder)


def read_them_as_the_chair(room: Room) -> None:
    """Who chairs and is not of the team has no workbench, and finds the minutes all the same."""
    page = room.imani.new_page()
    page.goto(f"{room.study.server.url}/panel/{room.study.id}")
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("main")).to_contain_text(DECISION)
