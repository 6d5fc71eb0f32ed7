"""The study that most tests begin with: made once by the services, then put back as rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import Table, insert, select
from sqlalchemy.orm import make_transient_to_detached
from sqlmodel import SQLModel

from colloquy.people.dependencies import COOKIE
from colloquy.tables import metadata
from tests.factories.studies import Person, Study, a_study
from tests.support.lab import Lab

Model = TypeVar("Model", bound=SQLModel)


@dataclass
class KeptStudy:
    """A study as its rows, and the people in it with their cookies."""

    rows: list[tuple[Table, Sequence[Mapping[str, Any]]]]
    study: Study
    cookies: dict[str, str]

    async def put_back(self, lab: Lab) -> Study:
        """The same study in another, empty database."""
        async with lab.runtime.database.engine.begin() as connection:
            for table, rows in self.rows:
                await connection.execute(insert(table), [dict(row) for row in rows])
        return self.known_to(lab)

    def known_to(self, lab: Lab) -> Study:
        """The study in a database that has it; whatever a test does to it, the kept one stays."""
        kept = self.study
        return replace(
            kept,
            lab=lab,
            stage=_copy(kept.stage),
            groups=[_copy(group) for group in kept.groups],
            lead=self._come(kept.lead, lab),
            researcher=self._come(kept.researcher, lab),
            facilitator=self._come(kept.facilitator, lab),
            chair=self._come(kept.chair, lab),
            panel=[self._come(person, lab) for person in kept.panel],
        )

    def _come(self, person: Person, lab: Lab) -> Person:
        client = lab.visitor()
        client.cookies.set(COOKIE, self.cookies[str(person.id)], domain="127.0.0.1")
        return Person(_copy(person.account), _copy(person.member), person.actor, client)


async def keep(lab: Lab) -> KeptStudy:
    """Make the study by the services, in an empty database, and keep what they wrote."""
    study = await a_study(lab)
    rows: list[tuple[Table, Sequence[Mapping[str, Any]]]] = []
    async with lab.runtime.database.engine.connect() as connection:
        for table in metadata.sorted_tables:
            found = (await connection.execute(select(table))).mappings().all()
            if found:
                rows.append((table, found))
    people = [study.lead, study.researcher, study.facilitator, study.chair, *study.panel]
    cookies = {str(person.id): person.client.cookies[COOKIE] for person in people}
    return KeptStudy(rows, study, cookies)


def _copy(row: Model) -> Model:
    """As if it had just been read: a change to it reaches the database and no other test."""
    copy = type(row)(**row.model_dump())
    make_transient_to_detached(copy)
    return copy
