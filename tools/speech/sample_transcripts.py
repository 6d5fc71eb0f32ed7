"""Makes transcripts/samples/ again: the three sample meetings as the default engine hears them.

python -m tools.speech.sample_transcripts
"""

from pathlib import Path

from colloquy.recordings.engines.choice import transcriber
from colloquy.recordings.engines.names import FASTER as NAME
from colloquy.recordings.engines.protocol import Options
from colloquy.recordings.engines.result import transcript_of
from colloquy.recordings.formats.exact import to_json
from colloquy.recordings.formats.vtt import to_vtt

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "backend" / "colloquy" / "demo" / "model"


def main() -> None:
    """Hear each sample meeting and write what was heard."""
    engine = transcriber(NAME)
    engine.load(MODEL)
    options = Options(language="en")
    for audio in sorted((ROOT / "tests" / "fixtures" / "whisper").glob("sample-*.opus")):
        hearing = engine.transcribe(audio, options)
        made = transcript_of(list(hearing), hearing, engine, "tiny-consultation", options)
        base = ROOT / "transcripts" / "samples" / audio.stem
        base.with_suffix(".vtt").write_text(to_vtt(made), encoding="utf-8")
        base.with_suffix(".json").write_text(to_json(made), encoding="utf-8")
        print(f"{audio.stem}: {len(made.segments)} segments")


if __name__ == "__main__":
    main()
