"""A real Chromium, a real server with its worker, and a real mail server."""

import re
import shutil
from collections.abc import Generator

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.e2e.everybody import Everybody
from tests.support.browser import FLAGS, Desk
from tests.support.kept_demo import serve_demo
from tests.support.mailbox import Mailbox
from tests.support.process import ServerProcess

# the distribution's Chromium: first the one without a window of its own, which costs half as much
CHROMIUMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, CHROMIUMS)), None)


@pytest.fixture(scope="session")
def playwright() -> Generator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Generator[Browser]:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def desk(browser: Browser) -> Generator[Desk]:
    """Opens browsers for people and closes them at the end."""
    desk = Desk(browser)
    yield desk
    desk.close()


@pytest.fixture(scope="session")
def mailbox() -> Generator[Mailbox]:
    """A mail server that keeps what it is given."""
    with Mailbox() as mailbox:
        yield mailbox


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, mailbox: Mailbox) -> Generator[ServerProcess]:
    """An installation that mails through the mail server; each test makes a study of its own."""
    server = ServerProcess(
        tmp_path_factory.mktemp("installation"),
        {
            "COLLOQUY_SMTP_HOST": "127.0.0.1",
            "COLLOQUY_SMTP_PORT": str(mailbox.port),
            "COLLOQUY_SMTP_SECURITY": "none",
        },
    )
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Generator[dict[str, str]]:
    """A server with the demo study; its sign-in links by the kind of person, and its address."""
    server = ServerProcess(tmp_path_factory.mktemp("demo"))
    try:
        yield {"url": server.url, **serve_demo(server)}
    finally:
        server.stop()


@pytest.fixture(scope="session")
def everybody(demo: dict[str, str], browser: Browser) -> Generator[Everybody]:
    """Each kind of person, signed in by their link, and somebody who is not."""
    desk = Desk(browser)
    contexts = {"Nobody": desk.context()}
    study = ""
    for kind, link in demo.items():
        if kind == "url":
            continue
        contexts[kind] = desk.context()
        page = desk.open(contexts[kind])
        page.goto(link)
        page.wait_for_url(lambda url: "/welcome" not in url)
        if found := re.search("/studies/([^/]+)", page.url):
            study = found[1]
        page.close()
    yield Everybody(demo["url"], study, desk, contexts)
    desk.close()


@pytest.fixture
def page(desk: Desk) -> Page:
    """One browser page."""
    return desk.page()
