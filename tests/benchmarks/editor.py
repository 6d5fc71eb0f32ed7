"""A transcript of three hours in its editor: opening it, and one edit."""

import asyncio
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

from playwright.async_api import async_playwright

from colloquy.core.clock import now
from colloquy.people.dependencies import COOKIE
from colloquy.recordings.models import Recording, Transcript
from colloquy.texts.making import DocumentDraft, SegmentDraft, make_document
from colloquy.texts.models import Document, DocumentKind
from tests.benchmarks.places import a_lab
from tests.e2e.conftest import CHROMIUM
from tests.factories.studies import Study, a_study
from tests.support.browser import FLAGS
from tests.support.lab import ok
from tests.support.process import ServerProcess

SEGMENTS = 3000
WORDS = 10
RUNS = 5
FIRST = 100
STRETCH = 500


def drafts(count: int = SEGMENTS) -> list[SegmentDraft]:
    """Passages of ten timed words each, two speakers taking turns."""
    made: list[SegmentDraft] = []
    for n in range(count):
        start = n * 3.6
        words: list[dict[str, Any]] = [
            {
                "start": round(start + 0.3 * w, 2),
                "end": round(start + 0.3 * w + 0.28, 2),
                "text": f" word{(n * 7 + w) % 977}",
                "probability": 0.4 if (n + w) % 17 == 0 else 0.93,
            }
            for w in range(WORDS)
        ]
        text = "".join(word["text"] for word in words).strip()
        speaker = ("Carer", "Leader")[n // 5 % 2]
        made.append(SegmentDraft(text, speaker, start, start + 3.0, words))
    return made


async def a_long_transcript(study: Study) -> tuple[Document, Recording]:
    """A transcript of 30,000 words, and the recording that it belongs to."""
    async with study.lab.writing() as session:
        recording = Recording(
            study_id=study.id,
            title="Three hours",
            file_name="three-hours.opus",
            path="three-hours.opus",
            sha256=uuid4().hex,
            size=1,
            media_type="audio/ogg",
            codec="opus",
            duration=SEGMENTS * 3.6,
            peaks=[0.1 + 0.8 * (n % 13) / 13 for n in range(2000)],
            uploaded_by=study.researcher.id,
            opened_at=now(),
        )
        session.add(recording)
        await session.flush()
        transcript = Transcript(
            study_id=study.id,
            recording_id=recording.id,
            engine="faster-whisper",
            model="large-v3",
            language="en",
        )
        session.add(transcript)
        await session.flush()
        draft = DocumentDraft(
            kind=DocumentKind.TRANSCRIPT,
            title=recording.title,
            segments=drafts(),
            origin_id=transcript.id,
        )
        document = await make_document(session, study.id, draft)
        transcript.document_id = document.id
    return document, recording


# goes down as a wheel does and then to the end; answers how long a frame took and how many were late
SCROLL = """async () => {
  const times = [];
  let last = performance.now();
  for (let n = 0; n < 200; n += 1) {
    scrollBy(0, 120);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    times.push(performance.now() - last);
    last = performance.now();
  }
  scrollTo(0, document.documentElement.scrollHeight);
  times.sort((one, other) => one - other);
  return { median: times[100], late: times.filter((time) => time > 50).length };
}"""


async def _measure() -> None:
    with tempfile.TemporaryDirectory() as name:
        database = f"sqlite:///{name}/colloquy.db"
        async with a_lab(database) as lab:
            study = await a_study(lab)
            document, recording = await a_long_transcript(study)
            await _measure_server(study, document)
            server = ServerProcess(Path(name), {"COLLOQUY_DATABASE_URL": database})
            server.start()
            try:
                await _measure_browser(server, study, recording)
            finally:
                server.stop()


async def _measure_browser(server: ServerProcess, study: Study, recording: Recording) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = await browser.new_context(viewport={"width": 1440, "height": 900})
        token = study.researcher.client.cookies[COOKIE]
        await context.add_cookies([{"name": COOKIE, "value": token, "url": server.url}])
        address = f"{server.url}/studies/{study.id}/recordings/{recording.id}"
        times: list[float] = []
        page = await context.new_page()
        for _ in range(RUNS):
            await page.goto(f"{server.url}/studies/{study.id}/recordings")
            began = time.perf_counter()
            await page.goto(address)
            await page.locator("[data-word]").first.wait_for()
            times.append(time.perf_counter() - began)
        await page.locator(f"li[aria-setsize='{SEGMENTS}']").first.wait_for()
        await page.wait_for_timeout(5000)  # the rest of the text arrives
        frames: dict[str, float] = await page.evaluate(SCROLL)
        last = page.locator(f"li[aria-posinset='{SEGMENTS}']")
        await last.wait_for()
        drawn = await page.locator("li[aria-posinset]").count()
        print(f"  first text in the browser: {statistics.median(times) * 1000:.0f} ms")
        print(
            f"  scrolled 200 times by 120 pixels: median frame {frames['median']:.0f} ms, "
            f"{frames['late']:.0f} above 50 ms; {drawn} passages drawn at the end"
        )
        await browser.close()


async def _measure_server(study: Study, document: Document) -> None:
    client, url = study.researcher.client, f"{study.url}/documents/{document.id}"

    async def stretch(offset: int, limit: int) -> Any:
        return ok(await client.get(f"{url}/passages", params={"offset": offset, "limit": limit}))

    first, whole, edits = [], [], []
    for _ in range(RUNS):
        began = time.perf_counter()
        opening = await stretch(0, FIRST)
        first.append(time.perf_counter() - began)
        rest = [await stretch(n, STRETCH) for n in range(FIRST, SEGMENTS, STRETCH)]
        whole.append(time.perf_counter() - began)
    size = len(opening.content) + sum(len(one.content) for one in rest)
    for n, passage in enumerate(opening.json()["passages"][:20]):
        step = {"segment_id": passage["id"], "seen": passage["text"], "text": f"Edit {n}."}
        body = {"client_id": str(uuid4()), "passages": [step]}
        began = time.perf_counter()
        ok(await client.post(f"{url}/edits/words", json=body))
        edits.append(time.perf_counter() - began)
    print(f"a transcript of {SEGMENTS} segments, {SEGMENTS * WORDS} words:")
    print(
        f"  first text: server {statistics.median(first) * 1000:.0f} ms, "
        f"{len(opening.content) / 1024:.0f} KiB"
    )
    print(f"  the whole: server {statistics.median(whole) * 1000:.0f} ms, {size / 1024:.0f} KiB")
    print(f"  one edit: server {statistics.median(edits) * 1000:.1f} ms")


def main() -> None:
    """Print how long a long transcript takes."""
    asyncio.run(_measure())


if __name__ == "__main__":
    main()
