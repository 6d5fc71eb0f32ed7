"""What can go wrong while a file is sent, with the statuses that the tus protocol asks for."""

from colloquy.core.errors import ColloquyError


class BadRequest(ColloquyError):
    """A header says something that cannot be understood."""

    status = 400
    title = "This upload was not understood"


class WrongVersion(ColloquyError):
    """The sender speaks another version of the protocol."""

    status = 412
    title = "Another version of the upload protocol is spoken here"


class WrongMediaType(ColloquyError):
    """What came is not marked as a part of an upload."""

    status = 415
    title = "This is not a part of an upload"


class Damaged(ColloquyError):
    """What came is not what was sent: its checksum is another."""

    status = 460
    title = "A part of the file was damaged on its way"

    def __init__(self) -> None:
        super().__init__("It was not stored, and what came before is kept. Send this part again.")
