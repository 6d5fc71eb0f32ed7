"""What the log keeps to itself when it is read."""

# what a panel says and how it votes is not told by whom: a row says only that something was saved
QUIET = (
    "round:response:saved",
    "round:response:kept-aside",
    "round:answers:mailed",
    "round:participation:finished",
    "round:participation:finished-for",
    "round:statement:written",
    "round:statement:taken-back",
    "meeting:vote:given",
    "comments:comment:made",
    "comments:comment:edited",
    "comments:comment:withdrawn",
)


def is_quiet(tag: str) -> bool:
    """True for rows whose doer, and whatever they hold besides, are never shown."""
    return tag in QUIET
