"""What browser tests share: people with a browser each, and looking at a page."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect

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
PATIENCE_MS = 30_000
SCREENSHOTS = ROOT / "docs" / "screenshots"
# set by `make screenshots`: then the pictures in docs are taken afresh
KEEPS_PICTURES = os.environ.get("COLLOQUY_SCREENSHOTS") == "1"

expect.set_options(timeout=PATIENCE_MS)


@dataclass
class Desk:
    """Browsers for several people; every error on a page fails the test at the end."""

    browser: Browser
    contexts: list[BrowserContext] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def page(self, *, width: int = 1440, height: int = 900, dark: bool = False) -> Page:
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


def settle(page: Page) -> None:
    """Wait until the page is there, with its fonts and its data."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    expect(page.get_by_role("heading", level=1).first).to_be_visible()


def violations(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA, in one line each."""
    page.evaluate(AXE)
    found = page.evaluate(
        """async () => (await axe.run(document, {
             preload: false,  // it would write styles that the page's policy refuses
             runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
           })).violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html).join(' | ')}`)"""
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
