"""Secret polls: who voted is known, what they voted is not; and results hidden until released."""

import json
import logging
from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import SQLModel, select

from colloquy.core.sealing import unseal
from colloquy.meetings.models import Ballot, Poll
from tests.factories.meetings import Meeting, a_running_meeting
from tests.factories.studies import Study
from tests.support.lab import Lab, ok

# what nobody may find out is looked for in the rows themselves
pytestmark = pytest.mark.both_databases

WORD = "Zyzzyva"
"""An answer that stands nowhere else."""


async def everything_kept(lab: Lab) -> str:
    """Every row of every table, as the owner of the database reads it."""
    async with lab.runtime.reading() as session:
        rows: list[Any] = []
        for table in SQLModel.metadata.sorted_tables:
            found = await (await session.connection()).execute(select(table))
            rows += [tuple(row) for row in found]
    return repr(rows)


async def a_secret_poll(meeting: Meeting, votes: list[str]) -> str:
    poll = await meeting.open("words", is_secret=True)
    for person, word in zip(meeting.study.panel, votes, strict=True):
        await meeting.answer(person, poll, words=[word])
    return poll


async def test_while_it_is_open_the_database_alone_cannot_be_read(lab: Lab, study: Study) -> None:
    meeting = await a_running_meeting(study)
    await a_secret_poll(meeting, [WORD, WORD])
    assert WORD not in await everything_kept(lab)
    async with lab.runtime.reading() as session:
        (poll,) = (await session.exec(select(Poll))).all()
        ballots = (await session.exec(select(Ballot))).all()
    # the same answer looks different on each ballot, and every ballot is as long as any other
    assert len({ballot.sealed for ballot in ballots}) == 2
    assert len({len(ballot.sealed or "") for ballot in ballots}) == 1
    # only together with the server's own secret does it open, and only as this person's
    first = ballots[0]
    opened = unseal(
        first.sealed or "",
        secret=lab.runtime.settings.signing_key,
        half=poll.seal or "",
        about=f"{poll.id}:{first.member_id}",
    )
    assert WORD in opened


async def test_after_the_close_nobody_can_know_not_even_who_owns_the_database(
    lab: Lab, study: Study
) -> None:
    people = await study.add_panel(group=0, count=3)
    meeting = await a_running_meeting(study)
    poll = await meeting.open("choice", choices=["Keep", "Drop"], is_secret=True)
    for person, choice in zip(people, ("Keep", "Drop", "Keep"), strict=True):
        await meeting.vote(person, poll, "Drop")
        await meeting.vote(person, poll, choice)
    await meeting.close(poll)
    async with lab.runtime.reading() as session:
        (row,) = (await session.exec(select(Poll))).all()
        ballots = (await session.exec(select(Ballot))).all()
    assert row.seal is None
    # that they voted stays, for the turnout; not what, nor how often, nor in which order
    assert {ballot.member_id for ballot in ballots} == {person.id for person in people}
    assert {(ballot.vote, ballot.sealed) for ballot in ballots} == {(None, None)}
    assert all(ballot.obeyed == [] for ballot in ballots)
    assert {ballot.changed_at for ballot in ballots} == {row.closed_at}
    await meeting.act(study.chair, "release_poll", poll_id=poll)
    result = (await meeting.state(study.chair))["state"]["polls"][0]["result"]
    assert result["counts"] == [2, 1]


async def test_whoever_voted_is_told_that_their_vote_is_forgotten(study: Study) -> None:
    meeting = await a_running_meeting(study)
    ann, first = study.panel[0], str(uuid4())
    poll = await meeting.open("vote", is_secret=True)
    await meeting.answer(ann, poll, choices=["Agree"], command_id=first)
    mine = (await meeting.state(ann))["my_votes"][poll]
    assert (mine["choices"], mine["is_forgotten"]) == (["Agree"], False)
    await meeting.close(poll)
    mine = (await meeting.state(ann))["my_votes"][poll]
    assert (mine["choices"], mine["is_forgotten"]) == (None, True)
    # a retry whose answer was lost is told that the vote was counted, and no more
    again = await meeting.answer(ann, poll, choices=["Disagree"], command_id=first)
    assert (again["choices"], again["is_forgotten"], again["voted"]) == (None, True, 1)


async def test_two_secret_votes_are_not_shown_at_all(study: Study) -> None:
    meeting = await a_running_meeting(study)
    poll = await a_secret_poll(meeting, ["trust", "power"])
    result = await meeting.release(poll)
    assert (result["total"], result["counts"], result["words"]) == (2, None, None)


async def test_neither_the_audit_nor_the_log_of_the_server_says_what(
    lab: Lab, study: Study, caplog: pytest.LogCaptureFixture
) -> None:
    await study.add_panel(group=0, count=2)
    meeting = await a_running_meeting(study)
    with caplog.at_level(logging.DEBUG):
        poll = await a_secret_poll(meeting, [WORD] * len(study.panel))
        ok(await meeting.try_to_answer(study.panel[0], poll, words=[WORD, "two"]), 422)
        await meeting.close(poll)
    said = [record for record in caplog.records if not record.name.startswith(DRIVERS)]
    assert WORD not in "".join(record.getMessage() for record in said)
    async with lab.runtime.reading() as session:
        tables = SQLModel.metadata.tables
        for name in ("audit_entry", "meeting_event"):
            rows = await (await session.connection()).execute(select(tables[name]))
            assert WORD not in repr(rows.all())


DRIVERS = ("aiosqlite", "asyncio", "sqlalchemy", "psycopg", "httpx", "httpcore")
"""Libraries that name what passes through them when they are asked to say everything."""


async def test_nobody_is_told_the_result_before_it_is_released(study: Study) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open("choice", choices=["Keep", "Drop"])
    for person in study.panel:
        await meeting.vote(person, poll, "Drop")
    await meeting.close(poll)
    everybody = [study.lead, study.facilitator, study.researcher, study.chair, *study.panel]
    for person in everybody:
        (told,) = (await meeting.state(person))["state"]["polls"]
        assert (told["voted"], told["released_at"], told["result"]) == (2, None, None)
        assert '"counts"' not in json.dumps(told)
    await meeting.act(study.chair, "release_poll", poll_id=poll)
    for person in everybody:
        (told,) = (await meeting.state(person))["state"]["polls"]
        assert told["result"]["counts"] == [0, 2]


async def test_a_result_is_released_once_after_the_close_and_even_after_the_meeting(
    study: Study,
) -> None:
    meeting = await a_running_meeting(study)
    poll = await meeting.open("vote")
    refused = ok(await meeting.try_to(study.chair, "release_poll", poll_id=poll), 409).json()
    assert "Close it first" in refused["detail"]
    await meeting.close(poll)
    ok(await meeting.try_to(study.panel[0], "release_poll", poll_id=poll), 403)
    ok(await meeting.try_to(study.chair, "release_poll", poll_id=str(uuid4())), 404)
    await meeting.act(study.chair, "end")
    await meeting.act(study.chair, "release_poll", poll_id=poll)
    ok(await meeting.try_to(study.chair, "release_poll", poll_id=poll), 409)
    assert (await meeting.state(study.panel[0]))["state"]["polls"][0]["result"]["total"] == 0


async def test_a_second_device_is_told_that_it_replaced_a_vote(study: Study) -> None:
    meeting = await a_running_meeting(study)
    poll, ann = await meeting.open("vote", is_secret=True), study.panel[0]
    phone = await meeting.answer(ann, poll, choices=["Agree"])
    assert not phone["replaced"]
    # the tablet has not heard of the phone's vote
    tablet = await meeting.answer(ann, poll, choices=["Disagree"])
    assert tablet["replaced"]
    changed = await meeting.answer(ann, poll, choices=["Abstain"], known=tablet["command_id"])
    assert not changed["replaced"]
    mine = (await meeting.state(ann))["my_votes"][poll]
    assert (mine["choices"], mine["command_id"]) == (["Abstain"], changed["command_id"])
