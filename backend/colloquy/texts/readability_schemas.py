"""What comes in and goes out about how hard a text is to read."""

from pydantic import BaseModel, Field


class ReadabilityIn(BaseModel):
    """A text as far as it is written."""

    text: str = Field(max_length=20000)


class HardWordRead(BaseModel):
    """A hard word by its place in codepoints."""

    start: int
    end: int
    word: str


class ReadabilityRead(BaseModel):
    """What a text asks of its reader; `age` is empty for a text too short to tell, 18 is an adult."""

    words: int
    sentences: int
    age: int | None
    hard: list[HardWordRead]
