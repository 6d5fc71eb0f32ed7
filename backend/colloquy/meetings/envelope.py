"""How a frame travels through the hub: what the sockets must know of it stands before the frame.

So a process with hundreds of sockets hands on a text it never parses.
"""

from typing import NamedTuple
from uuid import UUID

from colloquy.meetings.messages import LiveEvent, Notice

LOOK_AGAIN = "look_again"
ONLY_FOR = "only_for"


class Envelope(NamedTuple):
    """A frame with its number in the log (0 for a notice), its type and its subject.

    A newer notice of the same type and subject replaces an older one.
    """

    seq: int
    type: str
    subject: str
    frame: str

    @classmethod
    def of_event(cls, event: LiveEvent) -> "Envelope":
        """The envelope of an entry of the log."""
        return cls(event.seq, event.type, "", event.model_dump_json())

    @classmethod
    def of_notice(cls, notice: Notice, subject: object = "") -> "Envelope":
        """The envelope of a frame that has no place in the log."""
        return cls(0, notice.type, str(subject), notice.model_dump_json())

    @classmethod
    def unpack(cls, message: str) -> "Envelope":
        """The envelope in a message of the hub."""
        head, frame = message.split("\n", 1)
        seq, type_, subject = head.split(" ", 2)
        return cls(int(seq), type_, subject, frame)

    def pack(self) -> str:
        """The message that carries this envelope."""
        return f"{self.seq} {self.type} {self.subject}\n{self.frame}"


def look_again(account_id: UUID) -> Envelope:
    """No frame at all: asks the sockets of one person to check whether they may still follow."""
    return Envelope(0, LOOK_AGAIN, str(account_id), "")


def only_for(member_id: UUID, notice: Envelope) -> Envelope:
    """A notice that is handed to the sockets of one member alone; its own envelope is the frame."""
    return Envelope(0, ONLY_FOR, str(member_id), notice.pack())


def channel(meeting_id: UUID) -> str:
    """The hub's channel of a meeting."""
    return f"meeting:{meeting_id}"
