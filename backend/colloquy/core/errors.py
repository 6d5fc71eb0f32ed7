"""One family of errors, each with one sentence for the person who meets it.

The `status` is the HTTP status that `colloquy.api.problems` answers with; nothing below the
routes knows HTTP beyond this number.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """What is wrong with one field or one line of what was sent."""

    path: str
    message: str


class ColloquyError(Exception):
    """Base of all expected errors: `str(error)` is fit to be shown to anybody."""

    status = 500
    title = "Something went wrong on our side"
    is_kept = False
    """True where what was written before it was raised is to be kept, and the request refused."""

    def __init__(self, message: str, fields: list[FieldProblem] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.fields = fields or []


class NotSignedIn(ColloquyError):
    """Nobody is signed in, or the session has ended."""

    status = 401
    title = "Please sign in"

    def __init__(self, message: str = "You are not signed in, or your session has ended.") -> None:
        super().__init__(message)


class Forbidden(ColloquyError):
    """A member asked for something their role does not include."""

    status = 403
    title = "Your role does not include this"

    def __init__(self, message: str = "Ask the study lead if you need it.") -> None:
        super().__init__(message)


class NotFound(ColloquyError):
    """It is not there, or not for this person: the two look alike on purpose."""

    status = 404
    title = "We cannot find that"

    def __init__(self, message: str = "It may have been removed, or the link is wrong.") -> None:
        super().__init__(message)


class Conflict(ColloquyError):
    """The thing is not in the state the request expects: say what was expected and what is."""

    status = 409
    title = "This is not possible now"


class Gone(ColloquyError):
    """It was here and has ended: a used or expired link, a closed round."""

    status = 410
    title = "This is over"


class TooLarge(ColloquyError):
    """What was sent is over a stated limit."""

    status = 413
    title = "That is too large"


class Invalid(ColloquyError):
    """What was sent cannot be taken in as it is; `fields` says where and why."""

    status = 422
    title = "Something needs your attention"


class TooMany(ColloquyError):
    """Too many tries in a short time; `retry_after` is the wait in seconds."""

    status = 429
    title = "Too many tries"

    def __init__(self, message: str, *, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class DiskFull(ColloquyError):
    """There is no room left where files are kept."""

    status = 507
    title = "The disk is full"


class Unavailable(ColloquyError):
    """A part that this needs is not here now (a model, a mail server)."""

    status = 503
    title = "A part we need is not available"
