"""What browser tests share: people with a browser each, and looking at a page."""

import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, expect

from tests.support.process import ROOT

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
PATIENCE_MS = 30_000
QUIET_MS = 60
SCREENSHOTS = ROOT / "docs" / "screenshots"
# set by `make screenshots`: then the pictures in docs are taken afresh
KEEPS_PICTURES = os.environ.get("COLLOQUY_SCREENSHOTS") == "1"

expect.set_options(timeout=PATIENCE_MS)


@dataclass
class Desk:
    """Browsers for several people; every error on a page fails the test at the end."""

    browser: Browser
    contexts: list[BrowserContext] = field(default_factory=list[BrowserContext])
    errors: list[str] = field(default_factory=list[str])

    def context(
        self, *, width: int = 1440, height: int = 900, dark: bool = False
    ) -> BrowserContext:
        """A fresh browser for one more person."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            locale="en-GB",
            timezone_id="Europe/London",
        )
        context.set_default_timeout(PATIENCE_MS)
        self.contexts.append(context)
        return context

    def page(self, *, width: int = 1440, height: int = 900, dark: bool = False) -> Page:
        """One page in a fresh browser."""
        return self.open(self.context(width=width, height=height, dark=dark))

    def open(self, context: BrowserContext) -> Page:
        """One more page in a person's browser."""
        page = context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._hear)
        return page

    def _hear(self, message: Any) -> None:
        # a refused style or script is a hole in the content-security policy or a broken page
        if message.type == "error" and "Content Security Policy" in message.text:
            self.errors.append(message.text)

    def close(self) -> None:
        """Close every browser; errors met on the way are failures."""
        for context in self.contexts:
            context.close()
        assert self.errors == []


# sound is fetched piece by piece for as long as the page is open
STREAMS = {"media", "websocket", "eventsource"}
LOADING = "[data-loading], .mantine-Loader-root"
# the end of one transition can begin another in what is nested, so two frames must pass without any
STILL = """async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await document.fonts.ready;
  for (let still = 0; still < 2; still = document.getAnimations().length === 0 ? still + 1 : 0) {
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    await frame();
  }
}"""


class Requests:
    """The requests that a page has begun and not ended."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.open: set[Request] = set()
        page.on("request", self._begin)
        page.on("requestfinished", self._end)
        page.on("requestfailed", self._end)

    def _begin(self, request: Request) -> None:
        if request.resource_type not in STREAMS:
            self.open.add(request)

    def _end(self, request: Request) -> None:
        self.open.discard(request)

    def settle(self, mark: Locator) -> None:
        """Wait for the mark, then until nothing loads, no request is open and nothing moves."""
        expect(mark).to_be_visible()
        deadline = time.monotonic() + PATIENCE_MS / 1000
        while True:
            expect(self.page.locator(LOADING)).to_have_count(0)
            self.page.evaluate(STILL)
            # a request can be begun by what the last one brought
            self.page.wait_for_timeout(QUIET_MS)
            if not self.open and self.page.locator(LOADING).count() == 0:
                return
            waited_for = [request.url for request in self.open]
            assert time.monotonic() < deadline, f"still open: {waited_for}"


def choose(radio: Locator) -> None:
    """Press a radio button by the label around it, once that stands still, and see it chosen."""
    radio.locator("xpath=ancestor::label[1]").click()
    expect(radio).to_be_checked()


def violations(page: Page, *, colours_only: bool = False) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA, in one line each; or its rules about colour alone."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate(
        """async (runOnly) => (await axe.run(document, {
             preload: false,  // it would write styles that the page's policy refuses
             // finding a selector for everything that is right takes most of the time
             resultTypes: ['violations'], selectors: false,
             runOnly,
           })).violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html).join(' | ')}`)""",
        COLOUR_RULES if colours_only else RULES,
    )
    return [str(line) for line in found]


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )


def picture(page: Page, name: str, folder: Path) -> None:
    """Keep a picture of the page: in docs when asked for, else beside the test."""
    target = SCREENSHOTS if KEEPS_PICTURES else folder
    target.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=target / f"{name}.jpg", type="jpeg", quality=72)
