"""How somebody uses a page: with a finger or a mouse, or with the keyboard alone."""

from typing import Protocol

from playwright.sync_api import Locator, Page, expect

from tests.support.browser import choose

MOST_TABS = 80
HAS_FOCUS = "(element) => element === document.activeElement"
SHOWS_FOCUS = """(element) => element.matches(':focus-visible')
  && getComputedStyle(element).outlineStyle !== 'none'"""


class Hands(Protocol):
    """What every way of using a page can do."""

    def press(self, page: Page, name: str) -> None:
        """Press the button of this name."""
        ...

    def choose(self, page: Page, name: str) -> None:
        """Choose a point of the first scale on the page."""
        ...


class Pointer:
    """A finger or a mouse."""

    def press(self, page: Page, name: str) -> None:
        page.get_by_role("button", name=name).click()

    def choose(self, page: Page, name: str) -> None:
        choose(page.get_by_role("radio", name=name).first)


class Keyboard:
    """Tabulator, arrows, space and enter: nothing is ever pointed at."""

    def press(self, page: Page, name: str) -> None:
        button = page.get_by_role("button", name=name)
        self._go_to(page, button)
        assert button.evaluate(SHOWS_FOCUS), f"Nobody sees that “{name}” has the focus."
        page.keyboard.press("Enter")

    def choose(self, page: Page, name: str) -> None:
        scale = page.get_by_role("radio")
        self._go_to(page, scale.first)
        page.keyboard.press("Space")
        wanted = page.get_by_role("radio", name=name).first
        for _ in range(scale.count()):
            if wanted.is_checked():
                return
            page.keyboard.press("ArrowRight")
        expect(wanted).to_be_checked()

    @staticmethod
    def _go_to(page: Page, target: Locator) -> None:
        expect(target).to_be_visible()
        for _ in range(MOST_TABS):
            page.keyboard.press("Tab")
            if target.evaluate(HAS_FOCUS):
                return
        raise AssertionError(f"{target} cannot be reached with the tabulator.")


POINTER, KEYBOARD = Pointer(), Keyboard()
