"""A round is answered on a phone while the server is away, through reloads, and all is saved once."""

import re
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.places import EXPERT
from tests.support.browser import Desk, choose, overflow
from tests.support.kept_demo import serve_demo
from tests.support.process import ServerProcess

KEPT = "Not sent yet: kept on this device"
SAVED = "Your answer is saved"
TOLD = """
- main:
  - heading "Written review of the refined mechanisms" [level=1]
  - progressbar "Progress"
  - article /.+/:
    - heading /.+/ [level=2]
    - group "Plain summary"
  - group "How important is this, in your experience?":
    - radio "1, not important"
    - radio "6, important but not critical"
    - radio "{point}, critical" [checked]
    - radio "Unable to say"
  - region "Comment"
  - button "Back"
  - status: Your answer is saved
  - button "Next"
"""
# every file that this page has used is in the browser's own store
ALL_KEPT = """async () => {
  const used = performance.getEntriesByType('resource').map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/assets/`));
  const kept = await Promise.all(used.map((name) => caches.match(new URL(name).pathname)));
  return used.length > 0 && kept.every(Boolean);
}"""
PAGES_KEPT = """() => new Promise((resolve, reject) => {
  const opening = indexedDB.open('colloquy-pages');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const counting = opening.result.transaction('pages').objectStore('pages').count();
    counting.onsuccess = () => { opening.result.close(); resolve(counting.result); };
  };
})"""


@pytest.fixture
def seeded(tmp_path: Path) -> Generator[tuple[ServerProcess, str]]:
    """A server with the demo study, which may be stopped and started; and an expert's link."""
    server = ServerProcess(tmp_path)
    links = serve_demo(server)
    yield server, links[EXPERT]
    server.stop()


def _answers(page: Page) -> dict[str, Any]:
    study, round_ = re.findall(r"/panel/([^/]+)/rounds/([^/?]+)", page.url)[0]
    mine = page.request.get(f"{_origin(page)}/api/studies/{study}/rounds/{round_}/mine").json()
    return {answer["question_id"]: answer for answer in mine["answers"]}


def _origin(page: Page) -> str:
    return str(page.evaluate("location.origin"))


def _rate_anew(page: Page, *points: int) -> int:
    """Choose the first of these points that is not chosen already."""
    for point in points:
        radio = page.get_by_role("radio", name=re.compile(f"^{point},")).first
        if not radio.is_checked():
            choose(radio)
            return point
    raise AssertionError(f"All of {points} are chosen.")


def _expect_rating(page: Page, point: int) -> None:
    expect(page.get_by_role("radio", name=re.compile(f"^{point},")).first).to_be_checked()


def _sign_out(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Account|account|Signed in")).first.click()
    page.get_by_role("menuitem", name="Sign out", exact=True).click()


def test_answers_given_without_a_server_survive_reloads_and_are_all_saved_once(
    desk: Desk, seeded: tuple[ServerProcess, str]
) -> None:
    server, link = seeded
    page = desk.page(width=360, height=740)
    page.goto(link)
    page.wait_for_url(re.compile("/panel/"))
    page.goto(re.sub(r"(/panel/[^/?]+).*", r"\1/rounds", page.url))
    page.locator("main a:has-text('refined')").first.click()
    page.get_by_role("button", name=re.compile("Begin|Go on|Look at my answers")).first.click()
    page.goto(re.sub(r"\?.*", "", page.url) + "?step=1")
    before = _answers(page)
    first = _rate_anew(page, 8, 9)
    expect(page.get_by_text(SAVED).first).to_be_visible()
    # what a screen reader is told, in this order: where one is, of what, the question, what is kept
    expect(page.get_by_role("main")).to_match_aria_snapshot(TOLD.format(point=first))
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    page.wait_for_function(ALL_KEPT)
    page.wait_for_function(f"async () => (await ({PAGES_KEPT})()) > 0")
    assert overflow(page) <= 0

    server.stop()
    page.reload()
    _expect_rating(page, first)
    page.get_by_role("button", name="Next").click()
    second = _rate_anew(page, 1, 2)
    expect(page.get_by_text(KEPT).first).to_be_visible()
    page.reload()
    _expect_rating(page, second)
    expect(page.get_by_text(KEPT).first).to_be_visible()
    _sign_out(page)
    expect(page.get_by_role("dialog")).to_contain_text("has not been sent yet")
    page.get_by_role("button", name="Stay signed in").click()

    server.start()
    expect(page.get_by_text(SAVED).first).to_be_visible()
    after = _answers(page)
    changed = {key: row for key, row in after.items() if row != before.get(key)}
    assert sorted(row["rating"] for row in changed.values()) == [second, first]
    for key, row in changed.items():
        assert row["revision"] == before.get(key, {"revision": 0})["revision"] + 1

    _sign_out(page)
    page.wait_for_url(re.compile("/sign-in"))
    page.wait_for_function(f"async () => (await ({PAGES_KEPT})()) === 0")
