"""Fan-out, votes and a lost network, with the load in its own process and references beside.

`messages a second` is how many listeners are told between the first and the last of them, the
median of some events. `p95 delivery` is from asking for the event to the 95th of a hundred
listeners; for Colloquy that includes the command, its transaction and the log.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from tests.benchmarks.live.crowd import Crowd, Partner, gather, partner
from tests.support.process import ServerProcess
from tests.support.servers import free_port

SIZES = (50, 200, 500, 1000)
EVENTS, WARMING = 25, 5
TARGET = 0.7
VOTERS, SECONDS = 500, 5.0
MISSED = 20
LISTENERS = "tests.benchmarks.live.listeners"
REFERENCES = "tests.benchmarks.live.references"
GREETING = '{"type":"hello"'


class FanOut:
    """What some events cost: listeners told a second, and the delivery in milliseconds."""

    def __init__(self, rates: list[float], deliveries: list[float]) -> None:
        self.rate = statistics.median(rates)
        self.p95 = 1000 * statistics.median(deliveries)


def fan_out(hall: Partner, tell: Callable[[str], object], size: int) -> FanOut:
    """Tell everybody something some times."""
    rates: list[float] = []
    deliveries: list[float] = []
    for number in range(WARMING + EVENTS):
        word = f"word-{size}-{number}-"
        hall.order("expect", word=word)
        began = time.monotonic()
        tell(word)
        at = hall.order("hear", began=began)["at"]
        if number >= WARMING:
            rates.append((size - 1) / (at[-1] - at[0]))
            deliveries.append(at[int(0.95 * size) - 1])
        time.sleep(0.05)
    return FanOut(rates, deliveries)


def of_reference(kind: str, hall: Partner, size: int, length: int) -> FanOut:
    """The same by a reference, with texts as long as ours."""
    port = free_port()
    with partner(REFERENCES, kind, str(port)) as server:
        _wait_for(port)
        address = f"http://127.0.0.1:{port}/"
        greeting, word = "", "hello"
        if kind == "socketio":
            address += "socket.io/?EIO=4&transport=websocket"
            greeting, word = "40", "40{"
        hall.order("come", address=address, cookies=[""] * size, greeting=greeting, word=word)
        found = fan_out(hall, lambda word: server.say(word.ljust(length, ".")), size)
        hall.order("leave")
    return found


def of_ours(crowd: Crowd, hall: Partner, size: int) -> FanOut:
    """The same by a meeting's log."""
    hall.order(
        "come",
        address=crowd.address_now(),
        cookies=crowd.cookies[:size],
        greeting="",
        word=GREETING,
    )
    time.sleep(1.5)  # what coming in causes is not what is measured
    found = fan_out(hall, lambda word: crowd.command("add_item", title=word), size)
    hall.order("leave")
    return found


def votes(crowd: Crowd, hall: Partner) -> None:
    """Everybody votes within seconds, and everybody sees the count."""
    crowd.command("open_poll", prompt="Keep it?", choices=["Keep", "Drop"], item_id=None)
    state = crowd.state()
    poll_id = state["state"]["polls"][-1]["id"]
    cookies = crowd.cookies[:VOTERS]
    hall.order("come", address=crowd.address_now(), cookies=cookies, greeting="", word=GREETING)
    time.sleep(1.5)
    hall.order("expect", word="nothing is said")
    address = f"{crowd.server.url}{crowd.study.url}{crowd.path}/polls/{poll_id}/vote"
    clicks = hall.order("vote", address=address, cookies=cookies, seconds=SECONDS)
    time.sleep(1)
    told = hall.order("counted")
    at = {int(number): moment for number, moment in told["at"].items()}
    waits = [
        1000 * (min(moment for number, moment in at.items() if number >= counted) - click)
        for click, counted in clicks
    ]
    frames = told["frames"] / VOTERS
    print(f"\n{VOTERS} votes within {SECONDS:.0f} s, {VOTERS} listeners with live counts")
    print(f"{'from a click to everybody’s count, p95':44}{_p95(waits):>8.0f} ms")
    print(f"{'frames a listener':44}{frames:>8.1f}     (a frame a vote would be {VOTERS})")
    hall.order("leave")
    crowd.command("close_poll", poll_id=poll_id)


def lost_network(crowd: Crowd, hall: Partner, size: int) -> None:
    """Everybody comes back at once, each having missed some events."""
    for number in range(MISSED):
        seq = crowd.command("add_item", title=f"missed-{size}-{number}-")
    found = hall.order(
        "come",
        address=crowd.address(after=seq - MISSED),
        cookies=crowd.cookies[:size],
        greeting="",
        word=f"missed-{size}-{MISSED - 1}-",
    )
    at = found["at"]
    print(f"{f'{size} come back at once ({MISSED} missed)':44}{at[-1]:>8.2f} s", end="")
    print(f"    half of them {at[len(at) // 2]:.2f} s, cut off {found['lost']}")
    hall.order("leave")


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name, partner(LISTENERS) as hall:
        server = ServerProcess(Path(name), {"COLLOQUY_WORKER": "separate"})
        server.start()
        try:
            _measure(gather(server, max(SIZES)), hall)
        finally:
            server.stop()


def _measure(crowd: Crowd, hall: Partner) -> None:
    print(
        f"\n{'telling everybody of one event':30}{'listeners':>14}{'messages/s':>12}{'p95 ms':>8}"
    )
    # whoever comes in for the first time makes an event of their own
    hall.order(
        "come", address=crowd.address_now(), cookies=crowd.cookies, greeting="", word=GREETING
    )
    time.sleep(5)
    hall.order("leave")
    length = len(str(_event(crowd)))
    for size in SIZES:
        ours = of_ours(crowd, hall, size)
        bare = of_reference("bare", hall, size, length)
        _print("Colloquy", size, ours)
        _print("websockets.broadcast", size, bare)
        if size == VOTERS:
            _print("python-socketio", size, of_reference("socketio", hall, size, length))
            ratio = ours.rate / bare.rate
            told = "Colloquy ÷ websockets.broadcast"
            print(f"{told:44}{ratio:>12.2f}   (target: at least {TARGET})")
    votes(crowd, hall)
    for size in SIZES[1:]:
        lost_network(crowd, hall, size)


def _event(crowd: Crowd) -> Any:
    crowd.command("add_item", title="word-500-29-")
    return {
        "type": "agenda_item_added",
        "seq": 999,
        "at": "2026-11-21T21:31:42.123456Z",
        "by": str(uuid4()),
        "item": crowd.state()["state"]["agenda"][-1],
    }


def _print(name: str, size: int, found: FanOut) -> None:
    print(f"{name:30}{size:>14}{found.rate:>12,.0f}{found.p95:>8.1f}")


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            httpx.get(f"http://127.0.0.1:{port}/", timeout=2)
            return
        except httpx.ConnectError:
            time.sleep(0.1)
        except httpx.HTTPError:
            return
    raise RuntimeError("The reference did not start.")
