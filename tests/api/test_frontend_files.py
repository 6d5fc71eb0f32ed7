"""The built pages as a browser asks for them: kept for ever, made small, and never mixed up."""

import re
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from httpx import ASGITransport, AsyncClient

from colloquy.api.application import create_app
from colloquy.core.runtime import make_runtime
from colloquy.core.settings import Settings

SCRIPT = "console.log('colloquy');\n" * 200


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A frontend as a build leaves it."""
    folder = tmp_path / "dist"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<script nonce='__CSP_NONCE__'></script>")
    (folder / "assets" / "index-abc.js").write_text(SCRIPT)
    (folder / "service-worker.js").write_text("// a worker")
    (tmp_path / "secret.txt").write_text("not for anybody")
    return folder


@pytest.fixture
async def browser(built: Path, tmp_path: Path) -> AsyncGenerator[AsyncClient]:
    """Somebody who asks for pages."""
    settings = Settings(data_folder=tmp_path / "data", frontend_folder=built)
    runtime = make_runtime(settings)
    transport = ASGITransport(app=create_app(settings, runtime))
    async with AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
        yield client
    await runtime.close()


async def test_a_hashed_file_is_kept_for_ever_and_travels_small(browser: AsyncClient) -> None:
    script = await browser.get("/assets/index-abc.js", headers={"Accept-Encoding": "gzip"})
    assert script.text == SCRIPT
    assert script.headers["content-encoding"] == "gzip"
    assert script.num_bytes_downloaded < len(SCRIPT) / 10
    assert "immutable" in script.headers["cache-control"]
    assert "default-src 'self'" in script.headers["content-security-policy"]


async def test_who_cannot_unpack_gets_the_file_as_it_is(browser: AsyncClient) -> None:
    script = await browser.get("/assets/index-abc.js", headers={"Accept-Encoding": "identity"})
    assert script.text == SCRIPT
    assert "content-encoding" not in script.headers


async def test_a_file_of_an_earlier_build_is_missing_and_never_the_page(
    browser: AsyncClient,
) -> None:
    assert (await browser.get("/assets/index-old.js")).status_code == 404


@pytest.mark.parametrize("path", ["/", "/sign-in", "/studies/x/rounds", "/index.html"])
async def test_every_other_path_is_the_page_with_a_nonce_of_its_own(
    browser: AsyncClient, path: str
) -> None:
    nonces: set[str] = set()
    for _ in range(2):
        page = await browser.get(path)
        assert page.headers["cache-control"] == "no-store"
        (nonce,) = re.findall("nonce='([^']+)'", page.text)
        assert f"'nonce-{nonce}'" in page.headers["content-security-policy"]
        nonces.add(nonce)
    assert len(nonces) == 2


async def test_a_file_without_a_hash_is_asked_for_again(browser: AsyncClient) -> None:
    worker = await browser.get("/service-worker.js")
    assert worker.text == "// a worker"
    assert worker.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/%2e%2e/secret.txt", "/assets/../../secret.txt"]
)
async def test_nothing_outside_the_folder_is_handed_out(browser: AsyncClient, path: str) -> None:
    assert "not for anybody" not in (await browser.get(path)).text


async def test_before_the_pages_are_built_a_sentence_says_so(
    browser: AsyncClient, built: Path
) -> None:
    (built / "index.html").unlink()
    page = await browser.get("/")
    assert page.status_code == 503
    assert "make run" in page.text
