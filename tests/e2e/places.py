"""The main pages of the demo: who looks at each, the way there, and what only it shows."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

CARER = "Panel member, a carer"
EXPERT = "Panel member, an expert"
STUDY = "/studies/{study}"
PANEL = "/panel/{study}"


@dataclass(frozen=True, slots=True)
class Place:
    """A page: the path, the links whose addresses are followed from there, and its own heading."""

    who: str
    path: str
    heading: str
    follow: tuple[str, ...] = ()
    then: str = ""
    # a selector of what is on the page besides its heading, where that comes later or is the point
    shows: str = ""

    def mark(self, page: Page) -> Locator:
        """The heading by which this page is told from every other."""
        return page.get_by_role("heading", level=1, name=self.heading, exact=True)


PLACES: dict[str, Place] = {
    "sign-in": Place("Nobody", "/sign-in", "Sign in"),
    "overview": Place("Study lead", STUDY, "Leading integrated care: the demo study"),
    "mechanisms": Place("Researcher", f"{STUDY}/mechanisms", "Mechanisms"),
    "mechanism": Place(
        "Researcher",
        f"{STUDY}/mechanisms",
        "Working with power",
        ("main a:text-is('Working with power')",),
    ),
    "trace": Place(
        "Researcher",
        f"{STUDY}/mechanisms",
        "Every voice behind “Working with power”",
        ("main a:text-is('Working with power')", "main a[href$='/voices']"),
        shows="blockquote",
    ),
    "mechanism-editor": Place("Researcher", f"{STUDY}/mechanisms/new", "Write a mechanism"),
    "lineage": Place(
        "Researcher", f"{STUDY}/mechanisms/lineage", "Lineage", shows="main svg[role=group]"
    ),
    "import": Place("Researcher", f"{STUDY}/mechanisms/import", "Take mechanisms in"),
    "rounds": Place("Facilitator", f"{STUDY}/rounds", "Rounds"),
    "round": Place(
        "Facilitator",
        f"{STUDY}/rounds",
        "Written review of the refined mechanisms",
        ("tr:has-text('Open') a",),
    ),
    "round-results": Place(
        "Facilitator",
        f"{STUDY}/rounds",
        "Results: Written review of the reworked ten",
        ("tr:has-text('Closed') a",),
        then="/results",
    ),
    "round-next": Place(
        "Facilitator",
        f"{STUDY}/rounds",
        "Make the next round",
        # nothing follows it, so that there is something to choose
        ("tr:has-text('ten first ideas') a",),
        then="/next",
    ),
    "round-entries": Place(
        "Facilitator",
        f"{STUDY}/rounds",
        "Enter answers for somebody",
        ("tr:has-text('Open') a",),
        then="/entries",
        shows="main input[role=combobox]",
    ),
    "round-comments": Place(
        "Facilitator",
        f"{STUDY}/rounds",
        "Moderate comments",
        ("tr:has-text('Closed') a",),
        then="/comments",
        shows="main li blockquote",
    ),
    "meetings": Place("Facilitator", f"{STUDY}/meetings", "Meetings"),
    "meeting": Place(
        "Facilitator",
        f"{STUDY}/meetings",
        "Online meeting of stage 2",
        ("tr:has-text('Ended') a",),
    ),
    "recordings": Place("Researcher", f"{STUDY}/recordings", "Recordings"),
    "recording": Place(
        "Researcher",
        f"{STUDY}/recordings",
        "Recording: Online meeting of stage 2",
        ("main td a",),
        shows="main li[aria-posinset='1'] [data-word]",
    ),
    "coding": Place(
        "Researcher",
        f"{STUDY}/coding",
        "Coding",
        ("main a[href*='document=']:has-text('Recording')",),
        shows="main :text('power')",
    ),
    "excerpts": Place("Researcher", f"{STUDY}/coding/excerpts", "Excerpts", shows="mark"),
    "codebook": Place("Researcher", f"{STUDY}/coding/codebook", "Codebook"),
    "proposals": Place("Researcher", f"{STUDY}/proposals", "Proposals"),
    "proposal": Place(
        "Researcher",
        f"{STUDY}/proposals?state=open",
        "Learn from the people who were there",
        ("main li a",),
        shows="blockquote",
    ),
    "people": Place("Study lead", f"{STUDY}/people", "People"),
    "settings": Place("Study lead", f"{STUDY}/settings", "Settings"),
    "history": Place("Study lead", f"{STUDY}/history", "Study log", shows="main table"),
    "outbox": Place("Administrator", "/administration/mails", "Mails"),
    "password": Place("Researcher", "/account/password", "Your password"),
    "consent": Place(CARER, f"{PANEL}/consent", "Before you take part"),
    "panel-home": Place(CARER, PANEL, "What there is to do"),
    "panel-round": Place(
        EXPERT,
        f"{PANEL}/rounds",
        "Written review of the refined mechanisms",
        ("main a:has-text('refined')",),
    ),
    "panel-results": Place(
        EXPERT,
        f"{PANEL}/rounds",
        "Results: Written review of the reworked ten",
        ("main a:has-text('reworked')",),
    ),
    "panel-answer": Place(CARER, f"{PANEL}/answers", "What became of what you said"),
    "session-lobby": Place(
        "Chair",
        f"{PANEL}",
        "Online meeting on what is still open",
        ("main a[href*='/meetings/']",),
    ),
}
# the chair has begun it by then, so it comes after every page that shows it as planned
STARTED = Place(
    CARER,
    PANEL,
    "Online meeting on what is still open",
    ("main a[href*='/meetings/']",),
)
