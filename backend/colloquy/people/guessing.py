"""What makes guessing a password slow without letting a stranger lock anybody out.

Why it is counted in this way: docs/decisions/limits.md.
"""

from colloquy.core.runtime import Runtime

SLOWED_SECONDS = 2.0


async def guard_sign_in(runtime: Runtime, address: str, email: str) -> None:
    """Count one try; refused for its place, but only slowed for what others did elsewhere."""
    settings, throttle = runtime.settings, runtime.throttle
    await throttle.count(settings.sign_in_limit, *_from_here(address, email))
    await throttle.count(settings.sign_in_place_limit, "sign-in from", address)
    await throttle.slow(
        settings.sign_in_slow_after, *_from_everywhere(email), seconds=SLOWED_SECONDS
    )


async def forgive_sign_in(runtime: Runtime, address: str, email: str) -> None:
    """Forget the failed tries that came before the right password, here and elsewhere."""
    settings, throttle = runtime.settings, runtime.throttle
    await throttle.forget(settings.sign_in_limit, *_from_here(address, email))
    await throttle.forget(settings.sign_in_slow_after, *_from_everywhere(email))


def _from_here(address: str, email: str) -> tuple[str, ...]:
    return "sign-in here", address, email.lower()


def _from_everywhere(email: str) -> tuple[str, ...]:
    return "sign-in as", email.lower()
