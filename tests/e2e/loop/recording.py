"""Step 5: an audio file becomes a transcript that is corrected beside the sound."""

from collections.abc import Generator
from contextlib import contextmanager

from playwright.sync_api import Page, Route, expect

from tests.e2e.loop.meeting import MEETING
from tests.e2e.loop.study import People
from tests.support.process import ROOT

SAMPLE = ROOT / "tests" / "fixtures" / "whisper" / "sample-1.opus"
HEARD = "The last statement helps staff in my area."
CORRECTED = "The last statement really helps staff in my area."


def transcribe_and_correct(people: People) -> None:
    """Upload to the meeting, watch the job, correct a passage, name a voice, export."""
    page = people.go("/recordings")
    page.get_by_label("Choose files").set_input_files(SAMPLE)
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Name of the recording").fill("Sound of the meeting")
    dialog.get_by_label("Meeting it belongs to").select_option(MEETING)
    # when it began is not known, so nobody is guessed: the voices are named by hand below
    dialog.get_by_label("When its first second was recorded").fill("")
    dialog.get_by_label("Yes, everybody signed a consent form").check()
    with broken_off_halfway(page):
        dialog.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("Broke off at 50 %")).to_be_visible()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose the file", exact=True).click()
    chooser.value.set_files(SAMPLE)
    page.get_by_role("link", name="Open it").click()
    expect(page.get_by_role("heading", name="Sound of the meeting", level=1)).to_be_visible()
    page.get_by_role("button", name="Transcribe").click()
    passage = page.get_by_role("list", name="Transcript").get_by_text(HEARD)
    expect(passage).to_be_visible(timeout=180_000)
    page.get_by_role("button", name="Correct the passage at 0:00").click()
    page.get_by_role("textbox", name="Correct the passage").fill(CORRECTED)
    page.keyboard.press("Escape")
    expect(page.get_by_text("All changes are saved")).to_be_visible()
    expect(page.get_by_role("list", name="Transcript").get_by_text(CORRECTED)).to_be_visible()
    name_the_first_voice(people)
    with page.expect_download() as download:
        page.get_by_role("link", name="VTT").click()
    text = download.value.path().read_text()
    assert text.startswith("WEBVTT")
    assert f"<v Ann Carer>{CORRECTED}" in text
    made = list(people.server.transcripts.glob("*/*sound-of-the-meeting*.vtt"))
    assert len(made) == 1


@contextmanager
def broken_off_halfway(page: Page) -> Generator[None]:
    """The laptop is closed when half of the file has come."""
    half = SAMPLE.read_bytes()[: SAMPLE.stat().st_size // 2 + 1]
    came: list[str] = []

    def break_off(route: Route) -> None:
        if route.request.method == "PATCH" and not came:
            came.append(route.request.url)
            headers = {
                "Tus-Resumable": "1.0.0",
                "Upload-Offset": "0",
                "Content-Type": "application/offset+octet-stream",
                "Sec-Fetch-Site": "same-origin",
            }
            answer = page.request.patch(route.request.url, headers=headers, data=half)
            assert answer.status == 204, answer.text()
        if route.request.method in ("PATCH", "HEAD"):
            route.abort()
        else:
            route.continue_()

    page.route("**/uploads/**", break_off)
    with page.expect_event("requestfailed", lambda request: request.method == "PATCH"):
        yield
    page.reload()
    page.unroute("**/uploads/**")


def name_the_first_voice(people: People) -> None:
    """Add a voice, link it to a member, and give it the first passage."""
    page = people.lead
    page.get_by_label("Name of the new voice").fill("Ann Carer")
    page.get_by_role("button", name="Add a voice").click()
    page.get_by_label("Member of the study").first.select_option("Ann Carer")
    page.get_by_role("button", name="Save", exact=True).first.click()
    page.get_by_label("Speaker of the passage at 0:00").select_option("Ann Carer")
    expect(page.get_by_label("Speaker of the passage at 0:00")).not_to_have_value("")
