"""Identifying words: a stable pseudonym everywhere for those who may not read them."""

import json
from uuid import UUID

from tests.factories import recordings
from tests.factories.coding import a_code, a_coding
from tests.factories.editing import Editor, a_timed_transcript
from tests.factories.studies import Study
from tests.factories.texts import segments_of
from tests.support.lab import Lab, ok


async def mark(study: Study, words: str, pseudonym: str = "") -> list[dict[str, str]]:
    answer = await study.researcher.client.post(
        f"{study.url}/identifying", json={"words": words, "pseudonym": pseudonym}
    )
    return list(ok(answer, 201).json())


async def test_marked_words_are_masked_in_documents_excerpts_codings_and_history(
    study: Study,
) -> None:
    document = await a_timed_transcript(study)
    second = (await segments_of(study, document.id))[1]
    await a_coding(study, second, "Rhiannon why", code_id=(await a_code(study))["id"])
    await a_coding(study, second, "And nobody", code_id=(await a_code(study, "Who"))["id"])
    editor = Editor(study, document, study.researcher)
    await editor.write((await editor.passages())[1], "And nobody told Rhiannon why, again.")
    await mark(study, "Rhiannon,")
    for url in (
        f"{study.url}/documents/{document.id}",
        f"{study.url}/documents/{document.id}/passages",
        f"{study.url}/documents/{document.id}/edits",
        f"{study.url}/excerpts",
        f"{study.url}/codings?document_id={document.id}",
    ):
        assert "Rhiannon" in ok(await study.researcher.client.get(url)).text
        seen = ok(await study.facilitator.client.get(url)).text
        assert "Rhiannon" not in seen, url
        assert "[Name 1]" in seen
    ok(await study.facilitator.client.get(f"{study.url}/identifying"), 403)


async def test_codings_stand_on_their_words_in_the_masked_text(study: Study) -> None:
    document = await a_timed_transcript(study)
    second = (await segments_of(study, document.id))[1]
    await a_coding(study, second, "why", code_id=(await a_code(study))["id"])
    await mark(study, "Rhiannon", "[Daughter]")
    client = study.facilitator.client
    text = ok(await client.get(f"{study.url}/documents/{document.id}")).json()["segments"][1][
        "text"
    ]
    (coding,) = ok(await client.get(f"{study.url}/codings?document_id={document.id}")).json()
    assert text == "And nobody told [Daughter] why."
    assert text[coding["start"] : coding["end"]] == coding["quote"] == "why"


async def test_a_pseudonym_is_stable_can_be_changed_and_taken_off(study: Study) -> None:
    document = await a_timed_transcript(study)
    await mark(study, "Rhiannon")
    await mark(study, "money")
    marked = await mark(study, "Rhiannon", "[Daughter]")
    assert [(one["words"], one["pseudonym"]) for one in marked] == [
        ("Rhiannon", "[Daughter]"),
        ("money", "[Name 2]"),
    ]
    reader = Editor(study, document, study.facilitator)
    assert (await reader.texts())[1] == "And nobody told [Daughter] why."
    editor = Editor(study, document, study.researcher)
    assert (await editor.passages())[1]["identifying"] == [3]
    url = f"{study.url}/identifying/{marked[0]['id']}"
    ok(await study.facilitator.client.delete(url), 403)
    ok(await study.researcher.client.delete(url), 204)
    assert (await reader.texts())[1] == "And nobody told Rhiannon why."


async def test_files_are_masked_exports_as_their_reader_and_the_sound_is_silenced(
    lab: Lab, study: Study
) -> None:
    sample = recordings.clip(
        recordings.SAMPLES / "sample-1.opus", 14.0, lab.runtime.settings.data_folder
    )
    taken = await recordings.upload(study.researcher.client, study, sample)
    made = await recordings.transcribe(study, taken["id"])
    transcript = made["transcripts"][0]
    ok(await study.researcher.client.post(f"{study.url}/transcripts/{transcript['id']}/checked"))
    await mark(study, "staff", "[Team]")
    text = await recordings.document(study, made)
    editor_url = f"{study.url}/documents/{text['id']}/edits/words"
    first = text["segments"][0]
    step = {"segment_id": first["id"], "seen": first["text"], "text": first["text"] + " Yes."}
    body = {"client_id": str(UUID(int=1)), "passages": [step]}
    ok(await study.researcher.client.post(editor_url, json=body))
    await lab.work()
    made = await recordings.read(study, taken["id"])
    transcript = made["transcripts"][0]
    assert transcript["is_edited_after_check"]
    folder = lab.runtime.settings.transcripts_folder
    for path in (transcript["vtt_path"], transcript["json_path"]):
        written = (folder / path).read_text()
        assert "[Team]" in written
        assert "staff" not in written
    url = f"{study.url}/transcripts/{transcript['id']}"
    for person, word in ((study.researcher, "staff"), (study.facilitator, "[Team]")):
        answer = ok(await person.client.get(f"{url}/export", params={"form": "vtt"}))
        assert word in answer.text
        assert "Edited after that check." in answer.text
        exact = ok(await person.client.get(f"{url}/export", params={"form": "json"}))
        words = json.loads(exact.text)["segments"][0]["words"]
        assert any(word in one["text"] for one in words)
    sound = ok(await study.facilitator.client.get(f"{url}/silenced"))
    assert sound.content[:4] == b"OggS"
    assert "attachment" in sound.headers["content-disposition"]
    audio = f"{study.url}/recordings/{taken['id']}/audio"
    heard = ok(await study.facilitator.client.get(audio, headers={"Range": "bytes=0-3"}), 206)
    assert (heard.content, heard.headers["content-type"]) == (b"OggS", "audio/ogg")
    copies = lab.runtime.settings.recordings_folder / "hushed"
    (copy,) = copies.iterdir()
    assert ok(await study.facilitator.client.get(audio)).content == copy.read_bytes()
    assert ok(await study.researcher.client.get(audio)).content == sample.read_bytes()
