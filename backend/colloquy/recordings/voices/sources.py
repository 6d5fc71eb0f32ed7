"""Where it may be known from who spoke, each as turns on the recording's clock."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from anyio import to_thread
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.errors import Conflict, NotFound
from colloquy.core.settings import Settings
from colloquy.recordings.models import Recording, Track, Transcript
from colloquy.recordings.sound import samples, stereo
from colloquy.recordings.transcript import Segment
from colloquy.recordings.voices import queries
from colloquy.recordings.voices.by_diarizer import RttmFolder
from colloquy.recordings.voices.by_names import Named, merged
from colloquy.recordings.voices.by_tracks import Loudness, loudness, turns
from colloquy.recordings.voices.spoken import Diarizer, Spoken, Who
from colloquy.texts.attribution import passages
from colloquy.texts.reading import read_speakers

# more than a telephone lets through, and quick to count
RATE = 8_000


async def from_tracks(
    session: AsyncSession, recording: Recording, settings: Settings
) -> Spoken | None:
    """Who is heard on their own track when; None where the recording is many voices in one."""
    tracks = await queries.tracks(session, recording.id)
    if not tracks:
        return None
    return await to_thread.run_sync(_listen_to, list(tracks), recording.path, settings)


def diarizer(settings: Settings) -> Diarizer | None:
    """What tells voices apart from outside, if the administrator has named any."""
    return RttmFolder(settings.diarized_folder) if settings.diarized_folder else None


async def from_diarizer(recording: Recording, settings: Settings) -> Spoken:
    """The voices that a program outside told apart, for a person to confirm."""
    outside = diarizer(settings)
    found = (
        await to_thread.run_sync(outside.turns, [recording.file_name, recording.path])
        if outside
        else None
    )
    if found is None:
        name = Path(recording.file_name).stem
        raise NotFound(
            f"There is no “{name}.rttm” in the folder of the diarizer. Nothing was changed. Put the "
            "file there, named as the recording is, and try again."
        )
    return found


async def from_names(
    session: AsyncSession, transcript: Transcript, named_id: UUID, heard: Sequence[Segment]
) -> Spoken:
    """The names of another transcript of the same meeting, by time."""
    others = {
        row.id: document for row, document in await queries.other_transcripts(session, transcript)
    }
    if named_id not in others:
        raise NotFound("There is no such transcript with names in this study.")
    document_id = others[named_id].id
    voices = await read_speakers(session, [document_id])
    named = [
        Named(
            row.start,
            row.end,
            row.text,
            voices[row.speaker_id].label if row.speaker_id else None,
            voices[row.speaker_id].member_id if row.speaker_id else None,
        )
        for row in await passages(session, document_id)
        if row.start is not None and row.end is not None
    ]
    found = merged(named, heard)
    if not found.turns:
        raise Conflict(
            "That transcript has no passage with both a name and a time, so nobody can be told from "
            "it. Nothing was changed."
        )
    return found


def _listen_to(tracks: list[Track], path: str, settings: Settings) -> Spoken:
    folder = settings.recordings_folder
    heard: dict[str, tuple[float, Loudness]] = {}
    for track in tracks:
        if track.path:
            sound = samples(folder / track.path, rate=RATE)
        else:
            side = track.channel or 0
            sound = (both[side] for both in stereo(folder / path, RATE))
        heard[str(track.id)] = (track.starts_after, loudness(sound, RATE))
    voices = {str(track.id): Who(track.label, track.member_id) for track in tracks}
    return Spoken(turns(heard), voices)
