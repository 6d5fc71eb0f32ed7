"""Whole meetings out of sentences: an Opus recording with its reference transcript in WebVTT.

    python -m tools.speech.make_speech meeting.opus --seconds 90 --seed 1 --voices Alan Beth

Without --sentences the words are random sentences that the test model never saw in training.
A file of sentences holds one a line, optionally "Speaker: sentence".
"""

import argparse
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from colloquy.recordings.formats.vtt import to_vtt
from colloquy.recordings.transcript import Segment, Transcript
from tools.speech import grammar
from tools.speech.espeak import RATE, VOICES, Voice, speak

Line = tuple[str, str]
BITS_PER_SECOND = 32_000


@dataclass(frozen=True)
class Recipe:
    """How lines become a meeting; times in seconds, `noise` as an amplitude.

    `pause` lies between two speakers, `breath` between two sentences of one.
    """

    seed: int = 0
    lead: float = 0.4
    pause: tuple[float, float] = (0.25, 1.5)
    breath: tuple[float, float] = (0.25, 1.5)
    tail: float = 0.6
    noise: float = 0.0
    jitter: float = 4.0


def meeting(lines: Sequence[Line], recipe: Recipe) -> tuple[NDArray[np.float32], list[Segment]]:
    """Lines of (speaker, sentence) as samples at 16 kHz, and when each sentence is said."""
    rng = random.Random(recipe.seed)  # noqa: S311  repeatable, not secret
    level = {name: rng.uniform(0.5, 1.0) for name in VOICES}
    parts = [_silence(recipe.lead)]
    said: list[Segment] = []
    at = len(parts[0])
    for index, (speaker, text) in enumerate(lines):
        sound = speak(text, _jittered(VOICES[speaker], recipe.jitter, rng)) * level[speaker]
        goes_on = index + 1 < len(lines) and lines[index + 1][0] == speaker
        silence = _silence(rng.uniform(*(recipe.breath if goes_on else recipe.pause)))
        said.append(Segment(at / RATE, (at + len(sound)) / RATE, text, speaker=speaker))
        parts += [sound, silence]
        at += len(sound) + len(silence)
    samples = np.concatenate([*parts, _silence(recipe.tail)]).astype(np.float32)
    if recipe.noise:
        hiss = np.random.default_rng(recipe.seed).normal(0, recipe.noise, len(samples))
        samples += hiss.astype(np.float32)
    return samples, said


def random_lines(seconds: float, speakers: Sequence[str], seed: int) -> list[Line]:
    """Lines of about that many seconds, from sentences the model never saw."""
    rng = random.Random(seed)  # noqa: S311  repeatable, not secret
    source = grammar.sentences(seed + 10**6)
    lines: list[Line] = []
    while seconds > 0:
        text = next(text for text in source if grammar.held_out(text))
        lines.append((rng.choice(speakers), text))
        # about what a word and a pause take at these speeds
        seconds -= 0.38 * len(text.split()) + 0.9
    return lines


def write(path: Path, samples: NDArray[np.float32], said: Sequence[Segment]) -> None:
    """Write the recording as Opus and, next to it, the reference transcript as WebVTT."""
    write_opus(path, samples)
    path.with_suffix(".vtt").write_text(to_vtt(Transcript(tuple(said))))


def write_opus(path: Path, samples: NDArray[np.float32]) -> None:
    """Write 16 kHz samples as Ogg Opus, the same bytes for the same samples."""
    whole = np.clip(samples * 32767, -32768, 32767).astype(np.int16)
    with av.open(str(path), "w", format="ogg", options={"fflags": "+bitexact"}) as container:
        stream = container.add_stream("libopus", rate=RATE, layout="mono")
        stream.bit_rate = BITS_PER_SECOND
        frame = av.AudioFrame.from_ndarray(whole.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = RATE
        container.mux([*stream.encode(frame), *stream.encode(None)])


def _jittered(voice: Voice, by: float, rng: random.Random) -> Voice:
    pitch = int(voice.pitch + rng.uniform(-by, by))
    return Voice(voice.espeak, pitch, int(voice.speed + rng.uniform(-by, by)))


def _silence(seconds: float) -> NDArray[np.float32]:
    return np.zeros(int(seconds * RATE), np.float32)


def main() -> None:
    """Compose a meeting from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--sentences", type=Path, help="without it, random sentences")
    parser.add_argument("--seconds", type=float, default=90)
    parser.add_argument("--voices", nargs="+", default=["Alan", "Beth", "Callum"])
    parser.add_argument("--noise", type=float, default=0.0, help="amplitude, such as 0.002")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    lines = (
        _lines_of(given.sentences, given.voices)
        if given.sentences
        else random_lines(given.seconds, given.voices, given.seed)
    )
    samples, said = meeting(lines, Recipe(seed=given.seed, noise=given.noise))
    write(given.out, samples, said)
    print(f"{given.out}: {len(said)} sentences, {len(samples) / RATE:.1f} s", file=sys.stderr)


def _lines_of(path: Path, voices: Sequence[str]) -> list[Line]:
    lines: list[Line] = []
    for index, line in enumerate(filter(None, path.read_text().splitlines())):
        speaker, _, text = line.rpartition(": ")
        lines.append((speaker or voices[index % len(voices)], text))
    return lines


if __name__ == "__main__":
    main()
