"""Nine people in four groups, two rounds, one report: all in browsers, one by keyboard alone."""

import csv
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from tests.e2e.consultation import panel, team
from tests.e2e.consultation.panel import GROUPS, PANEL, Panellist
from tests.e2e.consultation.team import FIRST, POWER, SECOND, TRUST
from tests.e2e.loop.study import People, set_up_the_study
from tests.support.browser import Desk, overflow, violations
from tests.support.mailbox import Mailbox
from tests.support.process import ServerProcess

FAIR = "Power is only shared when somebody gives some up."
NAMING = "Our manager Mrs Smith keeps it all to herself."
BECAUSE = "The carers told me how it is at home."


@pytest.mark.timeout(600)
def test_nine_people_come_to_agree_over_two_rounds(
    desk: Desk, server: ServerProcess, mailbox: Mailbox, tmp_path: Path
) -> None:
    people = set_up_the_study(desk, server, mailbox, GROUPS, "gail.guide@example.org")
    team.invite_the_nine(people, tmp_path)
    team.let_them_in(people)
    team.write_two_mechanisms(people)

    team.ask_first(people)
    for who in PANEL:
        _answer_first(people, who)
    page = team.close(people, FIRST)
    team.moderate(page, release=FAIR, withhold=NAMING)
    team.ask_again(people, page)
    for who in PANEL:
        _answer_again(people, who)
    page = team.close(people, SECOND)

    page.get_by_role("link", name="See the results").click()
    _read_the_results(page)
    _read_the_documents(page, tmp_path)
    mailbox.forget()
    _publish(page)
    _read_ones_own(people, PANEL[0])


def _answer_first(people: People, who: Panellist) -> None:
    page = people.panel[who.name]
    panel.begin(page, people.mailbox, who, FIRST)
    panel.rate(page, who, who.trust)
    who.hands.press(page, "Next")
    expect(page.get_by_role("heading", name=POWER).first).to_be_visible()
    panel.rate(page, who, who.power)
    if who.name == "Ada":
        panel.comment(page, FAIR)
        assert overflow(page) <= 0
    if who.name == "Gus":
        panel.comment(page, NAMING)
    panel.finish(page, who)


def _answer_again(people: People, who: Panellist) -> None:
    """Each sees what they said, what every group said, and what was released; some cross a band."""
    page = people.panel[who.name]
    panel.begin(page, people.mailbox, who, SECOND)
    before = page.get_by_role("region", name="The round before")
    expect(before.get_by_text(str(who.power)).first).to_be_visible()
    expect(before.get_by_text("Patients").first).to_be_visible()
    expect(before.get_by_text(FAIR)).to_be_visible()
    expect(page.get_by_text(NAMING)).to_have_count(0)
    panel.rate(page, who, who.power_later)
    if who.name == "Ada":
        page.get_by_role("textbox", name="What changed your mind?").fill(BECAUSE)
        expect(page.get_by_text("Your answer is saved").first).to_be_visible()
        assert overflow(page) <= 0
        assert violations(page) == []
    panel.finish(page, who)


def _read_the_results(page: Page) -> None:
    """Everybody and the larger groups; the small ones are left out, and so is the band change of few."""
    expect(page.get_by_text("Everybody: 9 ratings").first).to_be_visible()
    expect(page.get_by_text("The panel agrees").first).to_be_visible()
    expect(page.get_by_text("Leaders: not shown alone").first).to_be_visible()
    expect(page.get_by_role("heading", name=f"Changes since “{FIRST}”")).to_be_visible()
    assert violations(page) == []


def _read_the_documents(page: Page, folder: Path) -> None:
    """The report tells what happened, and no file gives a small group away."""
    report = Document(str(team.take(page, "Report (Word)", folder)))
    words = "\n".join(paragraph.text for paragraph in report.paragraphs)
    assert SECOND in words
    assert POWER in words
    assert f"{TRUST}: in" in words  # settled in the first round, and not asked about again
    with team.take(page, "Figures (CSV)", folder).open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    of = {row["group"]: row for row in rows}
    assert of["everybody"]["n"] == "9"
    assert float(of["everybody"]["median"]) == 8
    assert of["Patients"]["n"] == "3"
    assert of["Leaders"]["n"] == "suppressed"
    assert of["Leaders"]["median"] == ""
    assert team.take(page, "All figures (Excel)", folder).read_bytes().startswith(b"PK")


def _publish(page: Page) -> None:
    page.get_by_role("textbox", name="What happens next").fill("We write it into the theory.")
    page.get_by_role("button", name="Publish and mail the panel").click()
    expect(page.get_by_text("Published. 9 people get a mail.")).to_be_visible()


def _read_ones_own(people: People, who: Panellist) -> None:
    """Where I stood, what the panel said, and what happens next."""
    page = people.panel[who.name]
    page.goto(people.mailbox.link(who.email))
    expect(page.get_by_text("We write it into the theory.")).to_be_visible()
    expect(page.get_by_text(str(who.power_later)).first).to_be_visible()
    assert overflow(page) <= 0
    assert violations(page) == []
