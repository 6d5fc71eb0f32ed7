"""Which tests need both kinds of database, and which one the others get when they share them out."""

from zlib import crc32

import pytest

KINDS = ("sqlite", "postgresql")
# the socket's tests have one kind, and the other among the long tests
NOT_SHARED = "tests/live/"


def left_out(item: pytest.Item) -> bool:
    """Whether this is the other half of a test that needs one kind of database only.

    The name of a test decides, so that it stays with its kind whatever is added beside it.
    """
    callspec = getattr(item, "callspec", None)
    kind = callspec.params.get("database_url") if callspec else None
    if kind not in KINDS or item.get_closest_marker("both_databases"):
        return False
    if item.nodeid.startswith(NOT_SHARED):
        return False
    # a parameter given at the test itself names the kinds that it is about
    if any("database_url" in mark.args[0] for mark in item.iter_markers("parametrize")):
        return False
    name = item.nodeid.replace("postgresql", "").replace("sqlite", "")
    return kind != KINDS[crc32(name.encode()) % len(KINDS)]
