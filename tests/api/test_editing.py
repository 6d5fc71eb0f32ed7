"""The editor of transcripts: steps that can be taken back, and two people at once."""

from uuid import UUID, uuid4

import pytest

from tests.factories.coding import a_code, a_coding
from tests.factories.editing import SAID, Editor, a_timed_transcript
from tests.factories.studies import Study
from tests.factories.texts import segments_of
from tests.support.lab import ok

TEXTS = [text for _, text in SAID]


@pytest.fixture
async def editor(study: Study) -> Editor:
    return Editor(study, await a_timed_transcript(study), study.researcher)


def colleague(editor: Editor, study: Study) -> Editor:
    other = Editor.__new__(Editor)
    other.url, other.client = editor.url, study.lead.client
    return other


async def test_a_text_comes_in_stretches_with_the_times_and_doubts_of_its_words(
    editor: Editor,
) -> None:
    answer = await editor.client.get(f"{editor.url}/passages", params={"offset": 1, "limit": 1})
    page = ok(answer).json()
    assert (page["total"], page["offset"]) == (3, 1)
    first, (second,) = (await editor.passages())[0], page["passages"]
    assert second["follows"] == first["id"]
    assert (first["follows"], first["start"]) == (None, 0.0)
    assert first["times"][:6] == [0, 50, 90, 50, 100, 90]
    assert first["times"][4 * 3 + 2] == 30
    assert first["superfluous"] == [0]


async def test_corrected_words_keep_the_times_of_those_that_stay(editor: Editor) -> None:
    first = (await editor.passages())[0]
    answer = await editor.write(first, "Um, nobody ever asked me what I need.")
    (changed,) = answer["passages"]
    assert changed["times"][:6] == first["times"][:6]
    assert changed["times"][9:] == first["times"][6:]
    assert changed["is_edited"]


async def test_two_people_in_one_passage_lose_nothing(editor: Editor, study: Study) -> None:
    other = colleague(editor, study)
    first = (await editor.passages())[0]
    await editor.write(first, first["text"].replace("Um, nobody", "Nobody"))
    answer = await other.write(first, first["text"].replace("need", "want"))
    assert answer["conflicts"] == []
    assert (await editor.texts())[0] == "Nobody asked me what I want."


async def test_changes_of_the_same_words_are_both_shown_and_neither_is_lost(
    editor: Editor, study: Study
) -> None:
    other = colleague(editor, study)
    first = (await editor.passages())[0]
    await editor.write(first, first["text"].replace("need", "want"))
    answer = await other.write(first, first["text"].replace("need", "wish"))
    (conflict,) = answer["conflicts"]
    assert conflict["yours"].endswith("what I wish.")
    assert conflict["theirs"].endswith("what I want.")
    assert conflict["by"] == "Researcher"
    assert (await editor.texts())[0].endswith("what I want.")
    now_there = answer["passages"][0]
    await other.write(now_there, conflict["yours"])
    assert (await editor.texts())[0].endswith("what I wish.")


async def test_what_another_does_arrives_by_itself(editor: Editor, study: Study) -> None:
    read = await editor.read()
    other = colleague(editor, study)
    first, second, third = read["passages"]
    split = await other.do("split", segment_id=third["id"], seen=third["text"], at=19)
    await other.do("join", segment_id=first["id"])
    news = await editor.changes(read["as_of"])
    assert news["gone"] == [second["id"]]
    by_id = {passage["id"]: passage for passage in news["passages"]}
    new = split["passages"][1]["id"]
    assert by_id[new]["follows"] == third["id"]
    assert by_id[third["id"]]["follows"] == first["id"]
    assert (await editor.changes("2099-01-01T00:00:00Z"))["passages"] == []


async def test_whoever_has_the_text_open_is_seen_by_the_others(
    editor: Editor, study: Study
) -> None:
    since = (await editor.read())["as_of"]
    assert (await editor.changes(since))["here"] == []
    assert (await colleague(editor, study).changes(since))["here"] == ["Researcher"]
    assert len((await editor.changes(since))["here"]) == 1


async def test_each_takes_back_their_own_steps_as_far_as_they_go(
    editor: Editor, study: Study
) -> None:
    other = colleague(editor, study)
    passages = await editor.passages()
    await editor.write(passages[0], "One.")
    await other.write(passages[1], "Two.")
    await editor.write(passages[2], "Three.")
    await editor.do("undo")
    await editor.do("undo")
    assert await editor.texts() == [TEXTS[0], "Two.", TEXTS[2]]
    await editor.do("undo", status=409)
    await editor.do("redo")
    assert await editor.texts() == ["One.", "Two.", TEXTS[2]]
    await editor.write((await editor.passages())[1], "Second.")
    await editor.do("redo", status=409)
    assert (await editor.passages())[0]["times"] != passages[0]["times"]
    await other.do("undo")
    assert (await editor.texts())[1] == "Second.", "what another changed since stays"
    await editor.do("undo")
    await editor.do("undo")
    assert (await editor.passages())[0] | {"is_edited": False} == passages[0]


async def test_what_is_typed_at_one_go_is_one_step(editor: Editor) -> None:
    first, step = (await editor.passages())[0], uuid4()
    (first,) = (await editor.write(first, "Nobody", step=step))["passages"]
    (first,) = (await editor.write(first, "Nobody at all.", step=step))["passages"]
    await editor.write(first, "Nobody at all.", step=step)
    steps = ok(await editor.client.get(f"{editor.url}/edits")).json()
    assert [(one["before"], one["after"]) for one in steps] == [(TEXTS[0], "Nobody at all.")]
    await editor.do("undo")
    assert await editor.texts() == TEXTS


async def test_a_split_is_taken_back_with_its_ids_times_and_later_corrections(
    editor: Editor,
) -> None:
    before = await editor.passages()
    third = before[2]
    at = third["text"].index("so we")
    answer = await editor.do("split", segment_id=third["id"], seen=third["text"], at=at)
    one, two = answer["passages"]
    assert (one["text"], two["text"]) == ("We hold the money,", "so we hold the power.")
    assert (one["end"], two["start"]) == (third["start"] + 2.0, third["start"] + 2.0)
    assert two["speaker_id"] == third["speaker_id"]
    await editor.do("undo")
    assert (await editor.passages())[2] | {"is_edited": False} == third
    await editor.do("redo")
    assert [passage["id"] for passage in await editor.passages()][3] == two["id"]


async def test_a_join_is_taken_back_where_the_seam_is_now(editor: Editor) -> None:
    before = await editor.passages()
    await editor.do("join", segment_id=before[0]["id"])
    joined = (await editor.passages())[0]
    assert joined["text"] == f"{TEXTS[0]} {TEXTS[1]}"
    assert len(joined["times"]) == 3 * len(joined["text"].split())
    await editor.do("undo")
    after = await editor.passages()
    assert [passage | {"is_edited": False} for passage in after] == before
    await editor.do("join", segment_id=before[2]["id"], status=422)


async def test_many_passages_are_changed_in_one_step(editor: Editor) -> None:
    passages = [
        {"segment_id": p["id"], "seen": p["text"], "text": p["text"].replace("nobody", "no one")}
        for p in await editor.passages()
    ]
    await editor.do("words", client_id=str(uuid4()), passages=passages)
    assert [text.count("no one") for text in await editor.texts()] == [1, 1, 0]
    await editor.do("undo")
    assert await editor.texts() == TEXTS


async def test_passages_are_given_to_a_voice_and_back(editor: Editor) -> None:
    read = await editor.read()
    leader = next(one["id"] for one in read["speakers"] if one["label"] == "Leader")
    ids = [passage["id"] for passage in read["passages"]]
    await editor.do("speaker", segment_ids=ids, speaker_id=leader)
    assert {passage["speaker_id"] for passage in await editor.passages()} == {leader}
    await editor.do("undo")
    assert [p["speaker_id"] for p in await editor.passages()] == [
        p["speaker_id"] for p in read["passages"]
    ]
    await editor.do("speaker", segment_ids=ids, speaker_id=str(uuid4()), status=404)


async def test_codings_stay_on_their_words_across_split_join_and_back(
    editor: Editor, study: Study
) -> None:
    document_id = UUID(editor.url.rsplit("/", 1)[1])
    third = (await segments_of(study, document_id))[2]
    code = await a_code(study)
    for words in ("hold the money", "hold the power", "money, so we"):
        await a_coding(study, third, words, code_id=code["id"])

    async def coded() -> set[tuple[str, bool]]:
        texts = {passage["id"]: passage["text"] for passage in await editor.passages()}
        answer = await editor.client.get(
            f"{study.url}/codings", params={"document_id": str(document_id)}
        )
        for one in ok(answer).json():
            assert texts[one["segment_id"]][one["start"] : one["end"]] == one["quote"]
        return {(one["quote"], one["is_orphan"]) for one in answer.json()}

    at = third.text.index("so we")
    await editor.do("split", segment_id=str(third.id), seen=third.text, at=at)
    parted = {("hold the money", False), ("hold the power", False)}
    assert await coded() == parted | {("money,", False), ("so we", False)}
    await editor.do("undo")
    assert await coded() == parted | {("money, so we", False)}
    second = (await editor.passages())[1]
    await editor.do("join", segment_id=second["id"])
    assert await coded() == parted | {("money, so we", False)}
    await editor.do("undo")
    assert await coded() == parted | {("money, so we", False)}


async def test_a_coding_whose_words_are_gone_is_kept_and_finds_them_when_they_come_back(
    editor: Editor, study: Study
) -> None:
    document_id = UUID(editor.url.rsplit("/", 1)[1])
    third = (await segments_of(study, document_id))[2]
    await a_coding(study, third, "the power", code_id=(await a_code(study))["id"])
    codings = f"{study.url}/codings?document_id={document_id}"
    await editor.write((await editor.passages())[2], "We agree.")
    (coding,) = ok(await editor.client.get(codings)).json()
    assert coding["is_orphan"]
    await editor.do("undo")
    (coding,) = ok(await editor.client.get(codings)).json()
    assert (coding["is_orphan"], coding["quote"]) == (False, "the power")


async def test_who_only_reads_changes_nothing(editor: Editor, study: Study) -> None:
    first = (await editor.passages())[0]
    reader = colleague(editor, study)
    reader.client = study.facilitator.client
    assert len(await reader.passages()) == 3
    body = {"segment_id": first["id"]}
    await reader.do("join", status=403, **body)
    ok(await study.chair.client.get(f"{editor.url}/passages"), 403)
    ok(await study.chair.client.get(f"{editor.url}/edits"), 403)
