"""From heard segments and what is known of who spoke to passages with a speaker and a mechanism."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from uuid import UUID

from colloquy.meetings import reading as meetings
from colloquy.methods.floor import (
    AgendaSpan,
    AttributedPiece,
    FloorTurn,
    SpokenSegment,
    SpokenWord,
    attribute,
)
from colloquy.methods.masking import NOTHING, Mask
from colloquy.recordings.transcript import Flag, Segment, Word
from colloquy.recordings.voices.spoken import Spoken, Who
from colloquy.texts.attribution import Attribution
from colloquy.texts.editing.changing import timed_words
from colloquy.texts.making import SegmentDraft
from colloquy.texts.models import Segment as Passage


@dataclass(frozen=True, slots=True)
class MeetingLog:
    """Who had the floor and what was on show, by the meeting's own clock."""

    turns: Sequence[meetings.FloorTurn] = ()
    spans: Sequence[meetings.AgendaSpan] = ()
    labels: Mapping[UUID, str] = field(default_factory=dict[UUID, str])


def by_log(log: MeetingLog, starts_at: datetime | None) -> Spoken:
    """What a log says on a recording's clock; `starts_at` is the moment of its second 0.

    Without it nothing is known and nothing is guessed.
    """
    if starts_at is None:
        return Spoken()

    def second(moment: datetime) -> float:
        return (moment - starts_at).total_seconds()

    return Spoken(
        turns=[
            FloorTurn(str(turn.member_id), second(turn.start), second(turn.end))
            for turn in log.turns
        ],
        voices={str(key): Who(label, key) for key, label in log.labels.items()},
        spans=[
            AgendaSpan(str(span.version_id), second(span.start), second(span.end))
            for span in log.spans
            if span.version_id
        ],
    )


def place(segments: Sequence[Segment], spoken: Spoken) -> list[AttributedPiece]:
    """Give segments their speakers and subjects by what is known of who spoke when."""
    return attribute(
        [
            SpokenSegment(
                start=segment.start,
                end=segment.end,
                text=segment.text,
                words=tuple(SpokenWord(word.start, word.end, word.text) for word in segment.words),
            )
            for segment in segments
        ],
        spoken.turns,
        spoken.spans,
    )


def drafts(segments: Sequence[Segment], spoken: Spoken) -> list[SegmentDraft]:
    """The passages of a document: what was heard, cut where speaker or mechanism changes."""
    taken = [0] * len(segments)
    return [
        _draft(segments[piece.segment], piece, taken, spoken) for piece in place(segments, spoken)
    ]


def _draft(
    segment: Segment, piece: AttributedPiece, taken: list[int], spoken: Spoken
) -> SegmentDraft:
    # pieces hold a segment's words in order, so each takes the next ones with their probability
    first = taken[piece.segment]
    taken[piece.segment] += len(piece.words)
    words = segment.words[first : taken[piece.segment]]
    who = _who(piece, spoken)
    return SegmentDraft(
        text=piece.text,
        speaker=who.label if who else None,
        start=piece.start,
        end=piece.end,
        words=[asdict(word) for word in words] or None,
        version_id=UUID(piece.subject_id) if piece.subject_id else None,
        confidence=piece.confidence if who else None,
        flags=[str(flag) for flag in segment.flags],
    )


def attributed(piece: AttributedPiece, spoken: Spoken) -> Attribution:
    """What is known of a passage that is not to be cut."""
    who = _who(piece, spoken)
    return Attribution(
        label=who.label if who else None,
        member_id=who.member_id if who else None,
        version_id=UUID(piece.subject_id) if piece.subject_id else None,
        confidence=piece.confidence if who else None,
    )


def _who(piece: AttributedPiece, spoken: Spoken) -> Who | None:
    return spoken.voices.get(piece.speaker_id) if piece.speaker_id else None


def heard_again(row: Passage, speaker: str | None, mask: Mask = NOTHING) -> Segment:
    """A passage of a document as a segment of a transcript, its words with their times."""
    text = mask.text(row.text)
    return Segment(
        start=row.start or 0.0,
        end=row.end or 0.0,
        text=text,
        words=tuple(
            Word(word.start, word.end, word.text, word.probability)
            for word in timed_words(row, text)
        ),
        flags=tuple(Flag(flag) for flag in row.flags),
        speaker=speaker,
    )


def labels_of(names: Mapping[UUID, str]) -> dict[UUID, str]:
    """One label a member; people of the same name are told apart by a number."""
    return dict(_told_apart(names))


def _told_apart(names: Mapping[UUID, str]) -> Iterator[tuple[UUID, str]]:
    seen: dict[str, int] = {}
    for member_id, name in names.items():
        seen[name] = seen.get(name, 0) + 1
        yield member_id, name if seen[name] == 1 else f"{name} ({seen[name]})"
