"""What every request passes through: origin, size, and the headers that keep pages safe."""

import re
from urllib.parse import urlparse

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from colloquy.api.problems import answer
from colloquy.core.errors import Forbidden, TooLarge
from colloquy.core.settings import Settings
from colloquy.core.web import SAFE_METHODS

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(self)",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
# the one route that streams its body to a file, which keeps its own limit (the size announced);
# every other body is held in memory, so it stays small whatever it says it is
UPLOAD = re.compile(r"/api/studies/[^/]+/uploads/[^/]+")
TRANSCRIPT = re.compile(r"/api/studies/[^/]+/imported-transcripts(/preview)?")


class Safety:
    """ASGI middleware: refuses foreign origins and oversized bodies, adds the safe headers."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request or a socket through, or refuse it."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        is_unsafe = scope["type"] == "websocket" or scope["method"] not in SAFE_METHODS
        if is_unsafe and not self._is_ours(headers):
            await self._refuse_origin(scope, receive, send)
        elif scope["type"] == "websocket":
            await self.app(scope, receive, send)
        else:
            await self._http(scope, receive, send, headers)

    def _is_ours(self, headers: Headers) -> bool:
        origin = headers.get("origin")
        if origin is None:
            # no browser sends a cookie across sites without an origin or this header
            return "cookie" not in headers or headers.get("sec-fetch-site") == "same-origin"
        return origin == self.settings.base_url or urlparse(origin).netloc == headers.get("host")

    async def _refuse_origin(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 4403, "reason": "foreign origin"})
            return
        refusal = answer(Forbidden("This request came from another site, so it was refused."))
        await refusal(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send, headers: Headers) -> None:
        limit = self._limit(scope)
        if int(headers.get("content-length") or 0) > limit:
            await answer(self._too_large(limit))(scope, receive, send)
            return
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > limit:
                raise self._too_large(limit)
            return message

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                outgoing = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    outgoing.setdefault(name, value)
            await send(message)

        await self.app(scope, counted, guarded)

    def _limit(self, scope: Scope) -> int:
        if scope["method"] == "PATCH" and UPLOAD.fullmatch(scope["path"]):
            return self.settings.max_upload_bytes
        if scope["method"] == "POST" and TRANSCRIPT.fullmatch(scope["path"]):
            return self.settings.max_transcript_mb * 1024 * 1024
        return self.settings.max_body_kb * 1024

    @staticmethod
    def _too_large(limit: int) -> TooLarge:
        size = f"{limit // 1024 // 1024} MB" if limit >= 1024 * 1024 else f"{limit // 1024} kB"
        return TooLarge(f"At most {size} are taken in here. Nothing was stored.")
