"""Each kind of person in the demo study, in a browser of their own."""

from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.places import Place
from tests.support.browser import Desk, Requests


@dataclass
class Everybody:
    """Each kind of person in a browser of their own, signed in."""

    url: str
    study: str
    desk: Desk
    contexts: dict[str, BrowserContext]

    def visit(self, place: Place) -> tuple[Page, Requests]:
        """A page of its own for whoever looks at this place, gone to and quiet."""
        page = self.desk.open(self.contexts[place.who])
        requests = Requests(page)
        page.goto(self.url + place.path.format(study=self.study))
        for link in place.follow:
            address = page.locator(link).first.get_attribute("href")
            page.goto(f"{self.url}{address}{place.then}")
        requests.settle(place.mark(page))
        if place.shows:
            expect(page.locator(place.shows).first).to_be_visible()
        return page, requests
