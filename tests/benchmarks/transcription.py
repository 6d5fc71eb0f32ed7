"""Transcribing: a whole job against the bare engine, and the two engines against each other.

The bare engine is faster-whisper's own `transcribe` on the same file, with the same model already
in memory, the same options and the same number of threads: what the job adds is reading the sound a
stretch at a time, keeping each segment on the disk, saying how far it is, and making the document.
"""

import asyncio
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import faster_whisper

from colloquy.recordings.engines.choice import transcriber
from colloquy.recordings.engines.openai import is_installed
from colloquy.recordings.engines.protocol import Options
from tests.benchmarks.places import a_lab
from tests.factories import recordings
from tests.factories.studies import a_study
from tests.golden.whisper import (
    DEMO,
    FASTER,
    FIXTURES,
    MODELS,
    OPENAI,
    SAMPLES,
    reference,
    word_error,
)

RUNS = 3
MEETING = DEMO / "recording" / "meeting.opus"
# ten minutes of the same: what a job costs beside listening is not what a meeting is measured by
TIMES = 4
# as a job listens
JOB = Options(language="en")
# the fallback to higher temperatures draws at random, so that no two runs would do the same
OPTIONS = Options(language="en", temperatures=(0.0,))


def _long_meeting(folder: Path) -> Path:
    path = folder / "meeting.opus"
    again = ["-stream_loop", str(TIMES - 1), "-i", MEETING, "-c", "copy", path]
    subprocess.run(["ffmpeg", "-v", "error", *again], check=True)
    return path


def _bare(model: Any, path: Path) -> float:
    began = time.perf_counter()
    segments, _ = model.transcribe(
        str(path),
        language="en",
        beam_size=JOB.beam_size,
        temperature=list(JOB.temperatures),
        condition_on_previous_text=JOB.conditions_on_previous_text,
        word_timestamps=JOB.has_word_times,
        vad_filter=JOB.has_voice_filter,
    )
    for _ in segments:
        pass
    return time.perf_counter() - began


async def job_against_engine() -> None:
    """Print the ratio of a job to the bare engine, run in turns, and the peak of memory."""
    model = cast("Any", faster_whisper.WhisperModel)(
        str(MODELS[FASTER]), device="cpu", compute_type="int8", cpu_threads=1
    )
    folder = TemporaryDirectory()
    meeting = _long_meeting(Path(folder.name))
    jobs: list[float] = []
    bare: list[float] = []
    async with a_lab() as lab:
        study = await a_study(lab)
        taken = await recordings.upload(study.researcher.client, study, meeting)
        asked = {"language": "en"}  # as the bare engine is told, which then need not find out
        await recordings.transcribe(study, taken["id"], **asked)  # the model is loaded once
        for _ in range(RUNS):
            bare.append(_bare(model, meeting))
            began = time.perf_counter()
            await recordings.transcribe(study, taken["id"], **asked)
            jobs.append(time.perf_counter() - began)
    folder.cleanup()
    ratio = statistics.median(jobs) / statistics.median(bare)
    pairs = ", ".join(f"{job / one:.2f}" for job, one in zip(jobs, bare, strict=True))
    print(
        f"a transcription job against the bare engine ({statistics.median(bare):.1f} s)".ljust(60),
        f"× {ratio:.3f} (in turns: {pairs})",
    )
    # kilobytes, but bytes on macOS
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = peak / (1_000_000 if sys.platform == "darwin" else 1_000)
    print("peak memory of the process".ljust(60), f"{megabytes:.0f} MB")


def engine_against_engine() -> None:
    """Print how long both engines take for the same weights and sound, and their word errors."""
    if not is_installed():
        print("openai-whisper is not installed: nothing to compare with")
        return
    seconds: dict[str, float] = {}
    errors: dict[str, float] = {}
    for name in (FASTER, OPENAI):
        engine = transcriber(name)
        engine.load(MODELS[name])
        list(engine.transcribe(FIXTURES / "sample-1.opus", OPTIONS))  # warm
        began = time.perf_counter()
        heard = {
            sample: list(engine.transcribe(FIXTURES / f"{sample}.opus", OPTIONS))
            for sample in SAMPLES
        }
        seconds[name] = time.perf_counter() - began
        errors[name] = statistics.mean(
            word_error(reference(FIXTURES / f"{sample}.vtt"), heard[sample]) for sample in SAMPLES
        )
    ratio = seconds[OPENAI] / seconds[FASTER]
    print("openai-whisper against faster-whisper int8, same weights".ljust(60), f"× {ratio:.1f}")
    for name in (FASTER, OPENAI):
        print(f"  {name}".ljust(60), f"{seconds[name]:.1f} s, {errors[name]:.1%} of words wrong")


def main() -> None:
    """Print the lines."""
    asyncio.run(job_against_engine())
    engine_against_engine()


if __name__ == "__main__":
    main()
