"""Votes as phones send them: each by a connection of its own, and as cheap for the sender as can be.

A client library spends more on a request than the server does, and the two share a machine.
"""

import asyncio
import json
import time
from urllib.parse import urlsplit
from uuid import uuid4


async def vote(address: str, cookies: list[str], seconds: float) -> list[tuple[float, int]]:
    """Everybody votes once, evenly over some seconds: the click, and how many had voted then."""
    pauses = (number * seconds / len(cookies) for number in range(len(cookies)))
    voters = [
        _vote(address, cookie, "Keep" if number % 3 else "Drop", pause)
        for number, (cookie, pause) in enumerate(zip(cookies, pauses, strict=True))
    ]
    return await asyncio.gather(*voters)


async def _vote(address: str, cookie: str, choice: str, pause: float) -> tuple[float, int]:
    where = urlsplit(address)
    body = json.dumps({"command_id": str(uuid4()), "choices": [choice]})
    request = (
        f"PUT {where.path} HTTP/1.1\r\nHost: {where.netloc}\r\nOrigin: http://{where.netloc}\r\n"
        f"Cookie: {cookie}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        f"Connection: close\r\n\r\n{body}"
    )
    await asyncio.sleep(pause)
    click = time.monotonic()
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    writer.write(request.encode())
    head, _, answer = (await reader.read()).partition(b"\r\n\r\n")
    writer.close()
    if b" 200 " not in head[:20]:
        raise RuntimeError((head + answer).decode(errors="replace"))
    return click, json.loads(answer)["voted"]
