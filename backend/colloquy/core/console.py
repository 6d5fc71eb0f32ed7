"""What the long-running commands say on the console."""

import logging

from colloquy.core.settings import Settings


def start_logging(settings: Settings) -> None:
    """One line an event on the console."""
    logging.basicConfig(
        level=settings.log_level.upper(),
        format="%(asctime)s %(levelname)-7s %(name)s: %(message)s",
    )
    # one line a request is uvicorn's; these would say each again
    for noisy in ("httpx", "huey", "faster_whisper"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
