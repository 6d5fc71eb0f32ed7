"""Step 6: words of a transcript and of a comment are coded, by keyboard, and read back."""

from playwright.sync_api import expect

from tests.e2e.loop.recording import CORRECTED
from tests.e2e.loop.round import COMMENT
from tests.e2e.loop.study import People
from tests.e2e.loop.theory import TRUST

CODE = "Time for trust"


def code_what_was_said(people: People) -> None:
    """One passage of speech and one comment, each with code, mechanism, element and stance."""
    for document, words in (
        ("Sound of the meeting", CORRECTED),
        (f"Ann Carer on “{TRUST}”", COMMENT),
    ):
        page = people.go("/coding")
        page.get_by_role("link", name=document).click()
        expect(page.get_by_text(words).first).to_be_visible()
        page.get_by_text(words).first.click()
        page.keyboard.press("c")
        palette = page.get_by_role("dialog")
        palette.get_by_role("combobox").or_(palette.get_by_role("textbox")).first.fill(CODE)
        page.keyboard.press("Enter")
        expect(page.get_by_role("region", name="Coding and codebook")).to_contain_text(CODE)
        page.get_by_role("combobox", name="Mechanism").click()
        page.get_by_role("option", name=TRUST).click()
        page.get_by_role("button", name="Refines").click()
        page.get_by_role("button", name="Context").click()
        expect(page.get_by_text("saving")).to_have_count(0)


def read_the_excerpts(people: People) -> None:
    """All excerpts of the code, and of a stakeholder group."""
    page = people.go("/coding/excerpts")
    expect(page.get_by_text("2 excerpts").first).to_be_visible()
    expect(page.get_by_text(COMMENT).first).to_be_visible()
    page.get_by_role("combobox", name="Stakeholder group").click()
    page.get_by_role("option", name="Carers").click()
    expect(page.get_by_text("2 excerpts").first).to_be_visible()
    page.get_by_role("combobox", name="Stakeholder group").click()
    page.get_by_role("option", name="Leaders").click()
    expect(page.get_by_text("No excerpt fits")).to_be_visible()
