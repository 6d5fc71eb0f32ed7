"""The shapes of the demo's content files; a mistyped key is refused."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from colloquy.access.permissions import Role
from colloquy.coding.models import CodingStance
from colloquy.comments.models import Stance
from colloquy.methods.notation import Kind
from colloquy.studies.schemas import GroupCreate, StageCreate
from colloquy.theory.models import Level, LineageKind, Presence
from colloquy.theory.schemas import SourceCreate


class Words(BaseModel):
    """A part of a content file."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class GroupWords(GroupCreate):
    """A stakeholder group, and how the other files call it."""

    key: str


class SourceWords(SourceCreate):
    """The report that the structure comes from."""

    extract: str


class StudyWords(Words):
    """The study itself."""

    title: str
    question: str
    description: str
    citation: str
    consent: str
    stage: list[StageCreate]
    group: list[GroupWords]
    source: SourceWords


class StaffWords(Words):
    """Somebody who works on the study, or chairs its meetings."""

    name: str
    role: Role


class Refusal(Words):
    """Somebody who declined."""

    name: str
    group: str
    reason: str
    words: str


class NameOnly(Words):
    """The administrator, who is in no study."""

    name: str


class PeopleWords(Words):
    """Everybody, by what became of their invitation."""

    team: dict[str, StaffWords]
    administrator: NameOnly
    took_part: dict[str, list[str]]
    accepted_only: dict[str, list[str]]
    never_replied: dict[str, list[str]]
    declined: list[Refusal]

    @property
    def panel(self) -> list[str]:
        """Those who took part, in the order in which ratings and votes are listed."""
        return [name for names in self.took_part.values() for name in names]


class Origin(Words):
    """An edge of the lineage that leads to a version; without a key a line begins."""

    kind: LineageKind
    key: str = ""
    part: bool = False
    note: str = ""


class CmocWords(Words):
    """A configuration in notation."""

    notation: str
    level: Level | None = None
    tells_of: Presence = Presence.PRESENT


class VersionWords(Words):
    """A version of a mechanism; `key` names the mechanism for good."""

    key: str
    title: str
    definition: str
    plain_summary: str
    change_note: str = ""
    papers: int | None = None
    cmocs: list[CmocWords | str]
    origins: list[Origin] = Field(default_factory=list[Origin], alias="from")


class ListWords(Words):
    """The mechanisms as they stood at a point of the study."""

    stage: str
    before: str = ""
    version: list[VersionWords]


class CodingWords(Words):
    """What a researcher made of a passage; without words, of the whole of it."""

    id: str = ""
    code: str | None = None
    mechanism: str = Field(default="", description="else the one that was commented on")
    element: Kind | None = None
    stance: CodingStance
    words: str = ""
    memo: str = ""


class CommentWords(Words):
    """A comment on a mechanism, on words of it, or on a statement."""

    who: str
    on: str = ""
    statement: str = ""
    part: str | None = None
    words: str = ""
    at: float = Field(default=0.0, description="seconds of the recording")
    stance: Stance
    text: str
    coded: list[CodingWords] = Field(default_factory=list[CodingWords])


class PointWords(Words):
    """A point of an agenda."""

    key: str
    title: str
    minutes: int = 15


class PollWords(Words):
    """A poll: when it was open, and who chose what."""

    item: str
    prompt: str
    choices: list[str]
    opens: float
    closes: float
    votes: dict[str, list[str]]


class NextMeeting(Words):
    """The meeting that can be started."""

    title: str
    place: str
    items: list[PointWords]


class Attended(Words):
    """Those who were there and did not speak."""

    silent: list[str]


class MeetingWords(Words):
    """The past meeting, around its recording."""

    title: str
    place: str
    voices: dict[str, str]
    item: list[PointWords]
    attended: Attended
    poll: PollWords
    comment: list[CommentWords]
    next: NextMeeting


class CodeBelow(Words):
    """A code under another."""

    name: str
    description: str


class CodeWords(CodeBelow):
    """A code and the codes below it, which bear its colour."""

    colour: str
    below: list[CodeBelow]


class Codebook(Words):
    """The tree of codes."""

    code: list[CodeWords]


class ExcerptWords(CodingWords):
    """A coding of what was said at a second of the recording."""

    at: float


class ProposalWords(Words):
    """A proposal; days count from today, and without a verdict it is open."""

    day: int
    kind: Literal["revise", "retire"]
    mechanism: str
    title: str
    rationale: str
    cites: list[str]
    verdict: Literal["accepted", "rejected"] | None = None
    decided: int = 0
    reason: str = ""
    plain_reason: str = ""
    definition: str = ""
    plain_summary: str = ""
    cmoc: list[CmocWords] = Field(default_factory=list[CmocWords])


class ConsideredWords(Words):
    """Words that were considered and not followed."""

    who: str
    list: str
    on: str
    reason: str


class RefinementWords(Words):
    """What the team made of it all."""

    excerpt: list[ExcerptWords]
    proposal: list[ProposalWords]
    considered: list[ConsideredWords]


class Turn(Words):
    """Who spoke when, in seconds of the recording."""

    speaker: str
    start: float
    end: float


class Span(Words):
    """Which point was on show when, in seconds of the recording."""

    item: int
    about: str
    start: float
    end: float
