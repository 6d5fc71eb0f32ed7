"""The answers of a round, a row each, under pseudonyms: for the team, where anonymity allows it."""

import hashlib
from datetime import date
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.errors import Conflict
from colloquy.reports import queries
from colloquy.reports.round_facts import read_facts, title_of
from colloquy.reports.round_tables import SUPPRESSED
from colloquy.reports.spreadsheets import Cell, Table
from colloquy.rounds.models import Anonymity, Round
from colloquy.rounds.results.queries import answers
from colloquy.studies.models import Study

HEADER = (
    *("person", "group", "item", "question", "rating", "unable", "vote", "choices", "late"),
    *("entered by the team", "given on"),
)


async def read_answers(session: AsyncSession, actor: Actor, study: Study, round_: Round) -> Table:
    """Every answer but the words; a person keeps a pseudonym over the rounds of a series.

    A round that promised that nobody can link answers has no such table: a person's answers in a
    row could be recognised by somebody who knows one of them.
    """
    if round_.anonymity == Anonymity.UNLINKABLE:
        raise Conflict("This round promised that nobody can put a person's answers together.")
    facts = await read_facts(session, actor, study, round_)
    shown = {group.group_id for group in facts.results.turnout.groups if group.begun}
    questions = {
        result.question.id: (title_of(item), result.question.prompt)
        for item in facts.results.items
        for result in item.questions
    }
    entered = await queries.entered_answers(session, round_.id)
    rows: list[list[Cell]] = [
        [
            _pseudonym(round_.series_id, row.respondent),
            facts.name_of(row.group_id) if row.group_id in shown else SUPPRESSED,
            *questions[row.question_id],
            row.rating,
            "yes" if row.is_unable else "",
            row.vote,
            " > ".join(row.choices or []),
            "yes" if row.is_late else "",
            *_entered(*entered.get((row.question_id, row.respondent), ("", None))),
        ]
        for row in await answers(session, [round_.id])
        if row.is_rated or row.vote or row.choices
    ]
    record(session, actor, "round:answers:exported", round_.id, rows=len(rows))
    return Table("answers", HEADER, sorted(rows, key=lambda row: (str(row[0]), str(row[2]))))


def _entered(how: str, given_on: date | None) -> tuple[str, str]:
    return how, given_on.isoformat() if given_on else ""


def _pseudonym(series_id: UUID, respondent: str) -> str:
    return "P-" + hashlib.sha256(series_id.bytes + respondent.encode()).hexdigest()[:8]
