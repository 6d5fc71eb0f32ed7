"""A server killed without warning (SIGKILL) in the middle of everything: what it acknowledged is there, once."""

import time
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pycrdt import Doc, Text

from tests.factories.small_groups import unpacked
from tests.live.going_on import Answers, Pieces, Votes, Words
from tests.support.first_study import FirstStudy, first_study
from tests.support.process import MODEL, ROOT, ServerProcess
from tests.support.sending import send_recording

SAMPLE = ROOT / "tests" / "fixtures" / "whisper" / "sample-3.opus"


@dataclass
class Fall:
    """What was going on when the server was killed; it is up again."""

    answers: Answers
    pieces: Pieces
    words: Words
    votes: Votes
    recording: str
    pieces_then: dict[int, bytes]
    """The pieces on the disk before the server was started again."""


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Generator[FirstStudy]:
    """A study on the server that is killed and started again."""
    server = ServerProcess(tmp_path_factory.mktemp("killed"))
    server.start()
    yield first_study(server, panel=4)
    server.stop()


@pytest.fixture(scope="module")
def fall(study: FirstStudy) -> Fall:
    """People answer, vote, write and record, a worker transcribes, and the server is killed."""
    votes = Votes(study)
    going_on = answers, pieces, words = Answers(study), Pieces(study), Words(study)
    for one in going_on:
        one.start()
    for one in going_on:
        one.wait()
    recording = _ask_for_transcript(study)
    heard = study.server.folder / "data" / "recordings"
    _wait(lambda: any(path.stat().st_size > 0 for path in heard.glob("*.heard")), 120)
    study.server.kill()
    for one in going_on:
        one.end()
    then = pieces.on_disk()
    study.server.start()
    return Fall(answers, pieces, words, votes, recording, then)


def _ask_for_transcript(study: FirstStudy) -> str:
    url = f"/recordings/{send_recording(study, SAMPLE)}"
    study.ask(study.lead, "POST", f"{url}/transcripts", {"model": str(MODEL)})
    return url


def test_acknowledged_answers_of_a_round_survive(study: FirstStudy, fall: Fall) -> None:
    answers = fall.answers
    mine: Any = study.ask(study.panel[0], "GET", f"{answers.url}/mine")
    kept = {one["question_id"]: one["vote"] for one in mine["answers"]}
    assert len(kept) == len(mine["answers"]) == len(answers.questions)
    expected = dict(map(answers.asked, answers.acknowledged))
    # the one on its way when the server died may be there or not
    on_its_way, vote = answers.asked(len(answers.acknowledged))
    assert kept in (expected, expected | {on_its_way: vote})


def test_acknowledged_pieces_of_a_recorded_room_survive(study: FirstStudy, fall: Fall) -> None:
    pieces = fall.pieces
    assert set(pieces.acknowledged) <= set(fall.pieces_then)
    assert all(sound == pieces.sound(number) for number, sound in fall.pieces_then.items())
    # what was on its way is sent once more, and the light is still on
    last = pieces.acknowledged[-1]
    again: Any = study.ask(study.lead, "PUT", f"{pieces.url}/{last}", pieces.sound(last))
    assert again == {"number": last, "is_recording": True}


def test_acknowledged_votes_of_a_live_poll_survive_and_count_once(fall: Fall) -> None:
    fall.votes.cast(4)  # three of them once more
    result = fall.votes.result()
    assert result["total"] == 4
    assert result["counts"] == [3, 1]


def test_acknowledged_words_of_a_shared_note_survive(study: FirstStudy, fall: Fall) -> None:
    read: Any = study.ask(study.lead, "GET", fall.words.url)
    after: Doc[Text] = Doc()
    after.apply_update(unpacked(read["update"]))
    kept = str(after.get("note", type=Text)).split()
    acknowledged = list(map(str, fall.words.acknowledged))
    assert kept[: len(acknowledged)] == acknowledged
    assert len(kept) - len(acknowledged) in (0, 1), "at most the one on its way when it died"


def test_a_transcription_goes_on_after_the_server_and_its_worker_died(
    study: FirstStudy, fall: Fall
) -> None:
    def newest() -> Any:
        recording: Any = study.ask(study.lead, "GET", fall.recording)
        return recording["transcripts"][0]

    _wait(lambda: newest()["job"]["state"] in ("done", "failed"), 180)
    made = newest()
    assert made["job"]["state"] == "done", made["job"]
    text: Any = study.ask(study.lead, "GET", f"/documents/{made['document_id']}")
    starts = [segment["start"] for segment in text["segments"]]
    assert starts == sorted(starts)
    assert text["segments"][-1]["end"] > 90
    words = [segment["text"] for segment in text["segments"]]
    assert len(words) == len(set(words)), "nothing was heard twice"


@pytest.mark.long
def test_a_worker_that_begins_afresh_after_each_transcription_forgets_none(
    tmp_path: Path,
) -> None:
    server = ServerProcess(tmp_path, extra={"COLLOQUY_WORKER_TRANSCRIPTIONS": "1"})
    server.start()
    study = first_study(server, panel=1)
    folder = SAMPLE.parent
    asked: list[str] = []
    for name in ("sample-1", "sample-2"):
        url = f"/recordings/{send_recording(study, folder / f'{name}.opus')}"
        study.ask(study.lead, "POST", f"{url}/transcripts", {"model": str(MODEL)})
        asked.append(url)

    def states() -> list[str]:
        found: list[Any] = [study.ask(study.lead, "GET", url) for url in asked]
        return [one["transcripts"][0]["job"]["state"] for one in found]

    _wait(lambda: states() == ["done", "done"], 180)
    server.stop()
    assert server.log.read_text().count("begins afresh") >= 1


def _wait(is_so: Any, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.2)
