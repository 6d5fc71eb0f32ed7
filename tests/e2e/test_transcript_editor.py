"""A transcript corrected beside its sound by two people in two browsers."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.everybody import Everybody

SENTENCE = "What happens when partners share trust?"
# the words that are marked as heard, one after the other
LISTEN = """() => {
  window.heard = '';
  let last;
  const look = () => {
    const word = document.querySelector('[data-word][data-heard]');
    if (word && word !== last) {
      window.heard += (window.heard && ' ') + word.textContent;
      last = word;
    }
    requestAnimationFrame(look);
  };
  look();
}"""
PLACE = 4
"""The passage that is corrected, counted from 1."""


def _passage(page: Page, number: int) -> Locator:
    return page.locator(f"li[aria-posinset='{number}'] p")


def _words(page: Page, number: int) -> Locator:
    return _passage(page, number).locator("[data-word]")


def _open(everybody: Everybody, person: str, *, width: int = 1440) -> Page:
    page = everybody.desk.open(everybody.contexts[person])
    page.set_viewport_size({"width": width, "height": 900 if width > 400 else 800})
    page.goto(f"{everybody.url}/studies/{everybody.study}/recordings")
    page.get_by_role("link", name=re.compile("Online meeting of stage 2")).first.click()
    expect(_words(page, 1).first).to_be_visible()
    return page


def _saved(page: Page) -> None:
    expect(page.get_by_text("All changes are saved")).to_be_visible()


def test_a_transcript_is_heard_and_corrected_by_two_people_at_once(everybody: Everybody) -> None:
    page = _open(everybody, "Researcher")
    third = _words(page, 3)
    before = _passage(page, PLACE).inner_text().strip()

    # a word that is pressed is heard, and the text follows the sound
    page.evaluate(LISTEN)
    third.first.click()
    expect(page.locator(f"li[aria-posinset='{PLACE}'] [data-word][data-heard]")).to_have_count(1)
    assert page.evaluate("window.heard").startswith(SENTENCE)
    page.keyboard.press("k")
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()

    # typed words are saved by themselves; the same key with Alt does the same while one types
    other = _open(everybody, "Study lead", width=360)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    field = page.get_by_role("textbox", name="Correct the passage")
    page.keyboard.type("Well, ")
    page.keyboard.press("Alt+k")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.keyboard.press("Alt+k")
    page.keyboard.press("Escape")
    expect(field).to_have_count(0)
    _saved(page)
    expect(_passage(page, PLACE)).to_contain_text(f"Well, {before}")

    # what one does arrives in the other's browser, on a phone, by itself
    expect(_passage(other, PLACE)).to_contain_text(f"Well, {before}")
    expect(page.get_by_text("Also here: ")).to_be_visible()

    # split, given to another voice, and all of it taken back
    page.keyboard.press("ArrowRight")
    page.keyboard.press("s")
    expect(_passage(page, PLACE)).to_have_text("Well, ")
    page.keyboard.press("Control+z")
    expect(_passage(page, PLACE)).to_contain_text(f"Well, {before}")
    page.keyboard.press("Control+z")
    expect(_passage(page, PLACE)).to_have_text(f"{before} ")

    # without a connection the words stay on the device, and go when it is back
    page.context.set_offline(True)
    page.keyboard.press("Enter")
    page.keyboard.type("Indeed, ")
    page.keyboard.press("Escape")
    expect(page.get_by_text("Not sent yet: kept on this device")).to_be_visible()
    page.context.set_offline(False)
    _saved(page)
    expect(_passage(other, PLACE)).to_contain_text("Indeed, ")

    # words found in the whole text, and others put in their place
    page.keyboard.press("Control+f")
    page.get_by_role("textbox", name="Find", exact=True).fill("indeed")
    expect(page.get_by_text("1 of 1")).to_be_visible()
    page.get_by_role("textbox", name="Replace with").fill("Truly")
    page.get_by_role("button", name="Replace 1", exact=True).click()
    expect(_passage(page, PLACE)).to_contain_text("Truly, ")
    page.keyboard.press("Escape")

    # who may not read what would tell who somebody is reads a pseudonym
    reader = _open(everybody, "Facilitator")
    expect(reader.get_by_text("[a hospital]")).to_be_visible()
    expect(page.locator("[data-identifying]").first).to_be_visible()
    for one in (page, other, reader):
        one.close()
