"""Every main page of the demo: something on it, nothing cut off, nothing that axe objects to."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.browser import Desk, overflow, picture, settle, violations

SIZES = {"phone": (360, 800), "laptop": (1440, 900)}


def follow(page: Page, path: str, name: str) -> None:
    """Open a list and follow the link with this name."""
    page.goto(f"{page.url.rstrip('/')}{path}")
    page.get_by_role("link", name=name).first.click()


def first_link(page: Page, path: str) -> None:
    """Open a list and follow its first entry."""
    page.goto(f"{page.url.rstrip('/')}{path}")
    settle(page)
    page.locator(f"main a[href*='{path}/']").first.click()
    page.wait_for_url(lambda url: not url.endswith(path))


def closed_round(page: Page) -> None:
    """The results of the newest closed round."""
    page.goto(f"{page.url.rstrip('/')}/rounds")
    settle(page)
    row = page.get_by_role("row").filter(has_text="Closed").first
    page.goto(
        f"{page.url}/{str(row.get_by_role('link').first.get_attribute('href')).split('/')[-1]}/results"
    )


def past_meeting(page: Page) -> None:
    """The meeting that has ended."""
    page.goto(f"{page.url.rstrip('/')}/meetings")
    settle(page)
    page.get_by_role("row").filter(has_text="Ended").get_by_role("link").first.click()
    page.wait_for_url(lambda url: not url.endswith("/meetings"))


def transcript_to_code(page: Page) -> None:
    """The transcript of the recorded meeting, open for coding."""
    page.goto(f"{page.url.rstrip('/')}/coding")
    settle(page)
    page.locator("main a[href*='document=']").filter(has_text="Recording").first.click()
    page.wait_for_url(lambda url: "document=" in url)


# who sees it, and its path below /studies/{id} or /panel/{id}; a function finds the rest
Where = str | Callable[[Page], None]
PAGES: dict[str, tuple[str, Where]] = {
    "overview": ("Study lead", ""),
    "mechanisms": ("Researcher", "/mechanisms"),
    "mechanism": ("Researcher", lambda page: follow(page, "/mechanisms", "Working with power")),
    "mechanism-editor": ("Researcher", "/mechanisms/new"),
    "lineage": ("Researcher", "/mechanisms/lineage"),
    "import": ("Researcher", "/mechanisms/import"),
    "rounds": ("Facilitator", "/rounds"),
    "round-results": ("Facilitator", closed_round),
    "meetings": ("Facilitator", "/meetings"),
    "meeting": ("Facilitator", past_meeting),
    "recordings": ("Researcher", "/recordings"),
    "recording": ("Researcher", lambda page: first_link(page, "/recordings")),
    "coding": ("Researcher", transcript_to_code),
    "excerpts": ("Researcher", "/coding/excerpts"),
    "codebook": ("Researcher", "/coding/codebook"),
    "proposals": ("Researcher", "/proposals"),
    "proposal": ("Researcher", lambda page: first_link(page, "/proposals")),
    "people": ("Study lead", "/people"),
    "settings": ("Study lead", "/settings"),
    "panel-home": ("Panel member, a carer", ""),
    "panel-round": ("Panel member, an expert", lambda page: first_link(page, "/rounds")),
    "panel-answer": ("Panel member, a carer", "/answers"),
    "session-lobby": ("Chair", lambda page: None),
}


@pytest.fixture(scope="module")
def people(demo: dict[str, str], browser: Browser) -> dict[str, dict[str, object]]:
    """Each kind of person, signed in by their link: the cookies, and where they landed."""
    signed_in: dict[str, dict[str, object]] = {}
    for kind, link in demo.items():
        if kind == "url":
            continue
        context = browser.new_context()
        page = context.new_page()
        page.goto(link)
        page.wait_for_url(lambda url: "/welcome" not in url)
        settle(page)
        signed_in[kind] = {"cookies": context.cookies(), "landing": page.url}
        context.close()
    return signed_in


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_readable_and_accessible(
    name: str, desk: Desk, people: dict[str, dict[str, object]], tmp_path: Path
) -> None:
    kind, where = PAGES[name]
    page = desk.page()
    page.context.add_cookies(people[kind]["cookies"])  # type: ignore[arg-type]
    page.goto(str(people[kind]["landing"]))
    if isinstance(where, str):
        page.goto(f"{page.url.rstrip('/')}{where}")
    else:
        settle(page)
        where(page)
    settle(page)
    assert page.get_by_text(re.compile(r"\bNaN\b|\bundefined\b")).count() == 0
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            settle(page)
            picture(page, f"{name}-{size}-{scheme}", tmp_path)
            assert overflow(page) <= 0, f"{name} is cut off at {width} px"
            assert violations(page) == [], f"{name}, {size}, {scheme}"
