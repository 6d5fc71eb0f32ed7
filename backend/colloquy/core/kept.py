"""Results that took long, kept in memory while what they came from stays the same."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from anyio import to_thread

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """The results last asked for, by what they came from; the key must say all of it."""

    def __init__(self, at_most: int) -> None:
        self._at_most = at_most
        self._values: OrderedDict[Key, Value] = OrderedDict()

    def find(self, key: Key) -> Value | None:
        """What is kept, if it is."""
        if key not in self._values:
            return None
        self._values.move_to_end(key)
        return self._values[key]

    async def work_out(self, key: Key, make: Callable[[], Value]) -> Value:
        """Work a result out in a thread, so that nobody waits for it, and keep it."""
        value = await to_thread.run_sync(make)
        self._values[key] = value
        while len(self._values) > self._at_most:
            self._values.popitem(last=False)
        return value
