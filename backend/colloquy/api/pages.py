"""Hands out the built frontend: hashed files for ever, the page itself with a fresh nonce."""

import secrets
from typing import Any

from fastapi import FastAPI, Response
from fastapi.responses import FileResponse, HTMLResponse, PlainTextResponse
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware

from colloquy.core.errors import NotFound
from colloquy.core.settings import Settings

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; "
    "img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; font-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)


class Assets(StaticFiles):
    """The hashed files of a build: what has this name never changes."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        """As Starlette's, and kept for ever by the browser."""
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        response.headers["Content-Security-Policy"] = POLICY.format(nonce="none")
        return response


def install_assets(app: FastAPI, settings: Settings) -> None:
    """Hand out hashed files, made small on the way; before every route, since each page asks first."""
    folder = Assets(directory=settings.frontend_folder / "assets", check_dir=False)
    app.mount("/assets", GZipMiddleware(folder, compresslevel=6))


def install(app: FastAPI, settings: Settings) -> None:
    """Answer every path that is not the API's with the frontend."""
    folder = settings.frontend_folder.resolve()

    @app.get("/api/{path:path}", include_in_schema=False)
    async def unknown_api(path: str) -> Response:
        raise NotFound(f"There is nothing at /api/{path}.")

    @app.get("/{path:path}", include_in_schema=False)
    async def page(path: str) -> Response:
        file = (folder / path).resolve()
        if path and file.is_file() and file.is_relative_to(folder) and file.name != "index.html":
            headers = {"Cache-Control": "no-cache"}
            return FileResponse(
                file, headers=headers | {"Content-Security-Policy": POLICY.format(nonce="none")}
            )
        index = folder / "index.html"
        if not index.is_file():
            return PlainTextResponse("The pages are not built yet. Run `make run`.", 503)
        nonce = secrets.token_urlsafe(16)
        return HTMLResponse(
            index.read_text().replace("__CSP_NONCE__", nonce),
            headers={
                "Content-Security-Policy": POLICY.format(nonce=nonce),
                "Cache-Control": "no-store",
            },
        )
