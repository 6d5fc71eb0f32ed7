"""For every verb: the state after applying its events is the state fetched afresh."""

from collections.abc import Awaitable, Callable

from colloquy.meetings.messages import EVENT
from colloquy.meetings.policy import NEEDS
from colloquy.meetings.state import STEPS, LiveState, fold_all
from tests.factories.meetings import Meeting, a_meeting, plan
from tests.factories.room_recordings import a_recorded_room
from tests.factories.studies import Study
from tests.live.browsers import Server
from tests.live.verbs_of_small_groups import SMALL_GROUP_VERBS
from tests.support.lab import ok


async def _start(meeting: Meeting) -> None:
    await meeting.act(meeting.study.chair, "start")


async def _plan_again(meeting: Meeting) -> None:
    body = plan(agenda=[{"title": "Welcome", "minutes": 5}])
    ok(await meeting.study.lead.client.put(meeting.path, json=body))


async def _present(meeting: Meeting) -> None:
    await _start(meeting)
    await meeting.act(meeting.study.chair, "present", item_id=meeting.items[1]["id"])


async def _add_item(meeting: Meeting) -> None:
    await _start(meeting)
    first = meeting.items[0]["id"]
    await meeting.act(
        meeting.study.chair, "add_item", title="Any other business", minutes=5, before=first
    )


async def _raise_hand(meeting: Meeting) -> None:
    await _start(meeting)
    await meeting.act(meeting.study.panel[0], "raise_hand")


async def _withdraw_hand(meeting: Meeting) -> None:
    await _raise_hand(meeting)
    await meeting.act(meeting.study.panel[0], "withdraw_hand")


async def _lower_hand(meeting: Meeting) -> None:
    await _raise_hand(meeting)
    ann = str(meeting.study.panel[0].id)
    await meeting.act(meeting.study.chair, "lower_hand", member_id=ann)


async def _give_floor(meeting: Meeting) -> None:
    await _raise_hand(meeting)
    ann = str(meeting.study.panel[0].id)
    await meeting.act(meeting.study.chair, "give_floor", member_id=ann)


async def _end_floor(meeting: Meeting) -> None:
    await _give_floor(meeting)
    await meeting.act(meeting.study.panel[0], "end_floor")


async def _open_poll(meeting: Meeting) -> None:
    await _start(meeting)
    await meeting.open_poll()


async def _vote(meeting: Meeting) -> None:
    await _start(meeting)
    poll = await meeting.open_poll()
    await meeting.vote(meeting.study.panel[0], poll, "Agree")


async def _close_poll(meeting: Meeting) -> None:
    await _start(meeting)
    poll = await meeting.open_poll()
    await meeting.vote(meeting.study.panel[0], poll, "Agree")
    await meeting.act(meeting.study.chair, "close_poll", poll_id=poll)


async def _release_poll(meeting: Meeting) -> None:
    await _start(meeting)
    poll = await meeting.open_poll()
    await meeting.vote(meeting.study.panel[0], poll, "Agree")
    await meeting.release(poll)


async def _comment(meeting: Meeting) -> None:
    await _start(meeting)
    ok(await meeting.comment(meeting.study.panel[0], "It happens in teams too."), 201)


async def _pause(meeting: Meeting) -> None:
    await _give_floor(meeting)
    await meeting.act(meeting.study.chair, "pause")


async def _resume(meeting: Meeting) -> None:
    await _pause(meeting)
    await meeting.act(meeting.study.chair, "resume")


async def _skip(meeting: Meeting) -> None:
    await _present(meeting)
    await meeting.act(meeting.study.chair, "skip", item_id=meeting.items[0]["id"])


async def _put_back(meeting: Meeting) -> None:
    await _present(meeting)
    shown = meeting.items[1]["id"]
    await meeting.act(meeting.study.chair, "put_back", item_id=shown, before=None)


async def _time_item(meeting: Meeting) -> None:
    await _present(meeting)
    await meeting.act(meeting.study.chair, "time_item", item_id=meeting.items[1]["id"], minutes=45)


async def _move_item(meeting: Meeting) -> None:
    await _present(meeting)
    last, first = meeting.items[2]["id"], meeting.items[0]["id"]
    await meeting.act(meeting.study.chair, "move_item", item_id=last, before=first)


async def _set_queue(meeting: Meeting) -> None:
    await _start(meeting)
    await meeting.act(meeting.study.chair, "set_queue", order="balanced")


async def _hand_chair(meeting: Meeting) -> None:
    await _start(meeting)
    await meeting.act(meeting.study.facilitator, "raise_hand")
    facilitator = str(meeting.study.facilitator.id)
    await meeting.act(meeting.study.chair, "hand_chair", member_id=facilitator)


async def _chair_leaves(meeting: Meeting) -> None:
    await _hand_chair(meeting)
    url = f"{meeting.study.url}/members/{meeting.study.facilitator.id}"
    lead = meeting.study.lead.client
    ok(await lead.post(f"{url}/take-out", json={"reason": "She asked us."}))
    ok(await lead.post(f"{url}/bring-back"))


async def _take_chair(meeting: Meeting) -> None:
    await _chair_leaves(meeting)
    await meeting.act(meeting.study.chair, "take_chair")


async def _note_outcome(meeting: Meeting) -> None:
    await _start(meeting)
    action = {"kind": "action", "text": "Ask the clinic.", "who": "Ann", "due": "2027-01-15"}
    await meeting.act(meeting.study.chair, "note_outcome", item_id=None, **action)


async def _outcome(meeting: Meeting) -> str:
    await _note_outcome(meeting)
    return (await meeting.state(meeting.study.chair))["state"]["outcomes"][0]["id"]


async def _correct_outcome(meeting: Meeting) -> None:
    outcome = await _outcome(meeting)
    await meeting.act(meeting.study.chair, "correct_outcome", outcome_id=outcome, text="Ask both.")


async def _withdraw_outcome(meeting: Meeting) -> None:
    outcome = await _outcome(meeting)
    await meeting.act(meeting.study.chair, "withdraw_outcome", outcome_id=outcome)


async def _mark_comment(meeting: Meeting) -> None:
    await _start(meeting)
    made = ok(await meeting.comment(meeting.study.panel[0], "It happens in teams too."), 201).json()
    await meeting.act(meeting.study.chair, "mark_comment", comment_id=made["id"], mark="to_raise")


async def _ask_recording(meeting: Meeting) -> None:
    await _start(meeting)
    await meeting.act(meeting.study.chair, "ask_recording")


async def _answer_recording(meeting: Meeting) -> None:
    await _ask_recording(meeting)
    await meeting.act(meeting.study.panel[0], "answer_recording", agrees=True)
    await meeting.act(meeting.study.panel[0], "answer_recording", agrees=False)
    # whoever follows is here, too
    await meeting.act(meeting.study.lead, "answer_recording", agrees=True)


async def _start_recording(meeting: Meeting) -> None:
    await _answer_recording(meeting)
    await a_recorded_room(meeting, meeting.study.chair)


async def _stop_recording(meeting: Meeting) -> None:
    await _start_recording(meeting)
    await meeting.act(meeting.study.chair, "stop_recording")


async def _end(meeting: Meeting) -> None:
    await _give_floor(meeting)
    await meeting.act(meeting.study.panel[1], "raise_hand")
    await meeting.act(meeting.study.chair, "end")


VERBS: dict[str, Callable[[Meeting], Awaitable[None]]] = {
    "start": _start,
    "plan again": _plan_again,
    "present": _present,
    "add_item": _add_item,
    "raise_hand": _raise_hand,
    "withdraw_hand": _withdraw_hand,
    "lower_hand": _lower_hand,
    "give_floor": _give_floor,
    "end_floor": _end_floor,
    "open_poll": _open_poll,
    "vote": _vote,
    "close_poll": _close_poll,
    "release_poll": _release_poll,
    "comment": _comment,
    **SMALL_GROUP_VERBS,
    "mark_comment": _mark_comment,
    "pause": _pause,
    "resume": _resume,
    "skip": _skip,
    "put_back": _put_back,
    "move_item": _move_item,
    "time_item": _time_item,
    "set_queue": _set_queue,
    "hand_chair": _hand_chair,
    "chair leaves": _chair_leaves,
    "take_chair": _take_chair,
    "note_outcome": _note_outcome,
    "correct_outcome": _correct_outcome,
    "withdraw_outcome": _withdraw_outcome,
    "ask_recording": _ask_recording,
    "answer_recording": _answer_recording,
    "start_recording": _start_recording,
    "stop_recording": _stop_recording,
    "end": _end,
}


async def test_the_state_after_the_events_of_any_verb_is_the_state_fetched_afresh(
    server: Server, study: Study
) -> None:
    caused: set[str] = set()
    wrong: list[str] = []
    for verb, do in VERBS.items():
        meeting = await a_meeting(study)
        # the lead is told of everything; what is withheld from the panel has tests of its own
        async with server.follow(meeting, study.lead) as browser:
            await browser.hear_of("presence")
            await do(meeting)
            fresh = await meeting.state(study.lead)
            await browser.hear_until(fresh["seq"])
            if verb == "vote":
                counted = await browser.hear_of("votes_counted")
                assert fresh["voted"] == {counted["poll_id"]: counted["voted"]}
        folded = fold_all(EVENT.validate_python(event) for event in browser.events)
        has_gap = browser.seqs != list(range(1, fresh["seq"] + 1))
        if has_gap or folded != LiveState.model_validate(fresh["state"]):
            wrong.append(verb)
        caused |= {event["type"] for event in browser.events}
    assert wrong == []
    assert caused == set(STEPS), "every kind of event is caused by some verb"


def test_every_command_is_among_the_verbs() -> None:
    assert set(NEEDS) <= set(VERBS)
