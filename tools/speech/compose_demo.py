"""The demo study's recorded meeting: five voices, three agenda items, and the meeting's own logs.

    python -m tools.speech.compose_demo

Writes backend/colloquy/demo/recording/: meeting.opus, reference.vtt (what was really said),
floor.json (who had the floor, second by second) and agenda.json (what was being discussed).
Running it again with the same espeak-ng gives the same files.
"""

import json
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from colloquy.recordings.formats.vtt import to_vtt
from colloquy.recordings.transcript import Segment, Transcript
from tools.speech import grammar
from tools.speech.make_speech import RATE, Line, Recipe, meeting, write_opus

FOLDER = Path(__file__).parents[2] / "backend" / "colloquy" / "demo" / "recording"
# the chair gives the floor a moment before a voice is heard, and takes it back a moment after
HANDOVER_SECONDS = 0.2
RECIPE = Recipe(seed=20, lead=1.0, pause=(0.7, 1.5), breath=(0.3, 0.7), tail=1.0)

TRUST = """
Alan: Thank you, we move to the first mechanism now.
Alan: The evidence shows that shared vision helps teams.
Alan: What happens when partners share trust?
Beth: I agree, because trust matters to families.
Beth: Families and young carers need trust from day one.
Callum: I partly agree, because trust is not simple.
Callum: In my hospital, teams lose trust.
Erin: Shared vision is always useful for local leaders.
Erin: If leaders share clear goals, then shared vision helps partners.
Frank: Without honest listening, leaders lose trust.
Frank: This mechanism took three meetings to build.
Beth: Does this mechanism matter to patients?
Callum: Patients value respect in each team.
Alan: Please vote yes or no on the first statement.
Beth: My vote is fair, because respect supports carers.
Alan: Four carers agree with the first statement.
"""
POWER = """
Alan: Thank you, we move to the second mechanism now.
Alan: Who can share power in each team?
Callum: Hospital managers have power in my hospital.
Callum: Power is very real in my hospital.
Erin: I disagree that councils share power.
Erin: Councils and hospital managers protect power over time.
Beth: Why is shared power less important for leaders?
Beth: Young carers want shared power in every round.
Frank: I strongly agree, because carers need power.
Frank: If carers gain power, then power works for patients.
Alan: Do we agree that patients need power?
Callum: We partly agree with your question, but power is very difficult.
Erin: How can nurses use shared power in each area?
Alan: Let us vote on the second statement now.
Alan: Two nurses disagree with the second statement.
"""
LISTENING = """
Alan: Thank you, we move to the third mechanism now.
Alan: The evidence shows that training supports staff.
Frank: Good training matters to social workers over time.
Frank: Social workers need time for families.
Beth: Honest listening is more important for families.
Beth: I think families value honest listening now.
Erin: We lose evidence when nurses need time.
Callum: In this context, training helps managers.
Callum: The outcome is less strong, so leaders need better evidence.
Alan: Please vote yes or no on the last statement.
Beth: My vote is strong, because listening changes leaders.
Alan: Three families strongly agree with the last statement.
Alan: Let us vote on the main plan after the meeting.
"""
ITEMS = (
    ("trust and shared vision", TRUST),
    ("power", POWER),
    ("listening and training", LISTENING),
)


def compose(folder: Path) -> None:
    """Write the meeting and its logs into a folder."""
    items = [_lines(text) for _, text in ITEMS]
    samples, said = meeting([line for lines in items for line in lines], RECIPE)
    folder.mkdir(parents=True, exist_ok=True)
    write_opus(folder / "meeting.opus", samples)
    (folder / "reference.vtt").write_text(to_vtt(Transcript(tuple(said))))
    seconds = len(samples) / RATE
    _dump(folder / "floor.json", _floor(said))
    _dump(folder / "agenda.json", _agenda(said, [len(lines) for lines in items], seconds))
    print(f"{len(said)} sentences, {seconds:.1f} s")


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    for line in text.strip().splitlines():
        speaker, _, sentence = line.partition(": ")
        if not grammar.is_sentence(sentence):
            raise ValueError(f"The grammar cannot say: {sentence}")
        lines.append((speaker, sentence))
    return lines


def _floor(said: Sequence[Segment]) -> list[dict[str, object]]:
    """One entry a turn; a turn is what one speaker says without another between."""
    turns: list[dict[str, object]] = []
    for speaker, group in groupby(said, key=lambda segment: segment.speaker):
        sentences = list(group)
        turns.append(
            {
                "speaker": speaker,
                "start": round(sentences[0].start - HANDOVER_SECONDS, 3),
                "end": round(sentences[-1].end + HANDOVER_SECONDS, 3),
            }
        )
    return turns


def _agenda(
    said: Sequence[Segment], sizes: Sequence[int], seconds: float
) -> list[dict[str, object]]:
    """One entry an item, from the chair's first word on it to the next item or the end."""
    firsts = [sum(sizes[:index]) for index in range(len(sizes))]
    starts = [0.0, *(round(said[first].start - HANDOVER_SECONDS, 3) for first in firsts[1:])]
    ends = [*starts[1:], round(seconds, 3)]
    return [
        {"item": index, "about": about, "start": start, "end": end}
        for index, ((about, _), start, end) in enumerate(zip(ITEMS, starts, ends, strict=True))
    ]


def _dump(path: Path, entries: Sequence[dict[str, object]]) -> None:
    path.write_text("[\n" + ",\n".join(f"  {json.dumps(entry)}" for entry in entries) + "\n]\n")


if __name__ == "__main__":
    compose(FOLDER)
