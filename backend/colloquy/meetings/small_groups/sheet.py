"""What is written in a note, as Yjs merges it: whatever order additions come in, all have one text.

The browser's Yjs and this process's pycrdt write the same bytes. Nothing here merges by itself.
"""

from collections.abc import Iterable

from pycrdt import Decoder, Doc, Text

from colloquy.core.errors import Invalid

# the browser asks its Yjs for the text of this name, too
NAME = "note"


class Sheet:
    """A note put together from its parts."""

    def __init__(self, parts: Iterable[bytes] = ()) -> None:
        self._doc: Doc[Text] = Doc()
        self._text = self._doc.get(NAME, type=Text)
        for part in parts:
            if part:
                self._doc.apply_update(part)

    def add(self, update: bytes) -> bool:
        """Merge an addition; false when all of it was there already."""
        before = self.whole()
        try:
            self._doc.apply_update(update)
        except ValueError as error:
            raise Invalid("What was sent cannot be read as part of a note.") from error
        return self.whole() != before

    def write(self, line: str) -> bytes:
        """Put a line at the end; answers what others lack of it."""
        before = self.state_vector
        self._text += f"{line}\n" if not self.text or self.text.endswith("\n") else f"\n{line}\n"
        return self.lacking(before)

    def has(self, state_vector: bytes) -> bool:
        """True when nothing is missing that a writer with this state vector has."""
        mine = _clocks(self.state_vector)
        return all(mine.get(client, 0) >= clock for client, clock in _clocks(state_vector).items())

    def whole(self) -> bytes:
        """Everything, in one piece."""
        return self._doc.get_update()

    def lacking(self, state_vector: bytes) -> bytes:
        """What a reader with this state vector does not have; empty: they have nothing."""
        try:
            return self._doc.get_update(state_vector or None)
        except ValueError as error:
            raise Invalid("What was sent cannot be read as the state of a note.") from error

    @property
    def state_vector(self) -> bytes:
        """How much of the note is here."""
        return self._doc.get_state()

    @property
    def text(self) -> str:
        """The words."""
        return str(self._text)


def _clocks(state_vector: bytes) -> dict[int, int]:
    """How much of each writer is known."""
    if not state_vector:
        return {}
    decoder = Decoder(state_vector)
    try:
        return {
            decoder.read_var_uint(): decoder.read_var_uint() for _ in range(decoder.read_var_uint())
        }
    except (IndexError, RuntimeError) as error:
        raise Invalid("What was sent cannot be read as the state of a note.") from error
