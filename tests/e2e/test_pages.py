"""Every main page of the demo: something on it, nothing cut off, nothing that axe objects to."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.everybody import Everybody
from tests.e2e.places import PLACES, STARTED, Place
from tests.support.browser import overflow, picture, violations

SIZES = {"phone": (360, 800), "laptop": (1440, 900)}
SCHEMES = ("light", "dark")


def look(name: str, place: Place, everybody: Everybody, folder: Path) -> None:
    """Measure and photograph a place in every size and colour scheme."""
    page, requests = everybody.visit(place)
    assert page.get_by_text(re.compile(r"\bNaN\b|\bundefined\b|===")).count() == 0
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            requests.settle(place.mark(page))
            picture(page, f"{name}-{size}-{scheme}", folder)
            assert overflow(page) <= 0, f"{name} is cut off at {width} px"
            # the schemes differ in their colours only
            found = violations(page, colours_only=scheme != SCHEMES[0])
            assert found == [], f"{name}, {size}, {scheme}"
    page.close()
    assert everybody.desk.errors == []


@pytest.mark.parametrize("name", PLACES)
def test_a_page_is_whole_readable_and_accessible(
    name: str, everybody: Everybody, tmp_path: Path
) -> None:
    look(name, PLACES[name], everybody, tmp_path)


def test_a_meeting_that_has_begun_is_whole_readable_and_accessible(
    everybody: Everybody, tmp_path: Path
) -> None:
    chair, _ = everybody.visit(PLACES["session-lobby"])
    chair.get_by_role("button", name="Start the meeting").click()
    chair.get_by_role("button", name="Show:").first.click()
    expect(chair.get_by_role("button", name="Next point")).to_be_enabled()
    look("meeting-live", STARTED, everybody, tmp_path)
