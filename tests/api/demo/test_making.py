"""Making the demo twice, taking it away, and what is left of everything else."""

from pathlib import Path

import pytest
from sqlmodel import select

from colloquy.core.clock import now, standing_at
from colloquy.core.jobs import Job
from colloquy.demo.removal import remove_study
from colloquy.demo.seeding import ensure_demo
from colloquy.people.models import MagicLink
from tests.factories.studies import a_study
from tests.support.demo import (
    Demo,
    demo_settings,
    empty_postgres,
    open_demo,
    open_lab,
    seed,
)
from tests.support.lab import ok

pytestmark = pytest.mark.timeout(600)

# what a person keeps when a study goes
KEPT = {"account", "login_session", "magic_link", "audit_entry", "job"}


async def test_asked_again_it_makes_nothing(own_demo: Demo) -> None:
    before = await own_demo.count()
    assert before["response"] > 400
    assert await ensure_demo(own_demo.lab.runtime) is None
    assert await own_demo.count() == before


@pytest.mark.long
async def test_postgresql_is_given_as_many_rows_as_sqlite(
    own_demo: Demo, postgres_url: str, tmp_path: Path
) -> None:
    settings = demo_settings(tmp_path / "made", empty_postgres(postgres_url, "demo_made_here"))
    await seed(settings)
    async with open_lab(settings) as lab:
        made = await (await open_demo(lab)).count()
    assert made == await own_demo.count()


async def test_taken_away_it_leaves_other_studies_as_they_were(own_demo: Demo) -> None:
    runtime = own_demo.lab.runtime
    await remove_study(runtime, own_demo.study.id)
    without = await own_demo.count()
    assert without["study"] == 0
    assert not {name for name, rows in without.items() if rows} - KEPT
    assert not list(runtime.settings.recordings_folder.iterdir())
    assert not list(runtime.settings.transcripts_folder.iterdir())


async def test_a_study_beside_it_is_not_touched(own_demo: Demo) -> None:
    other = await a_study(own_demo.lab, title="Another study")
    ok(
        await other.lead.client.post(
            f"{other.url}/mechanisms", json={"title": "Kept", "definition": "Still here"}
        ),
        201,
    )
    # somebody of the demo is in the other study too
    invitation = {"email": "beth.hargreaves@example.org", "name": "Beth Hargreaves"}
    ok(await other.lead.client.post(f"{other.url}/members", json=invitation), 201)
    await remove_study(own_demo.lab.runtime, own_demo.study.id)
    mechanisms = ok(await other.lead.client.get(f"{other.url}/mechanisms")).json()
    assert [one["current"]["title"] for one in mechanisms] == ["Kept"]
    members = ok(await other.lead.client.get(f"{other.url}/members")).json()
    assert "beth.hargreaves@example.org" in [member["email"] for member in members]
    assert (await own_demo.count())["study"] == 1
    async with own_demo.lab.runtime.reading() as session:
        links = (await session.exec(select(MagicLink.landing))).all()
    assert not [landing for landing in links if str(own_demo.study.id) in landing]


async def test_nobody_is_mailed_but_every_mail_can_be_read(demo: Demo) -> None:
    async with demo.lab.runtime.reading() as session:
        sending = (await session.exec(select(Job).where(Job.kind == "send_mail"))).all()
    assert not sending
    assert await demo.lab.mails()


async def test_the_past_was_lived_in_the_past(demo: Demo) -> None:
    lead = await demo.client("Miriam Okonjo")
    rounds = ok(await lead.get(f"{demo.url}/rounds")).json()
    moment = now().isoformat()
    for one in rounds:
        assert one["opened_at"] < moment
        assert (one["closes_at"] < moment) == (one["state"] == "closed")
    proposals = ok(await lead.get(f"{demo.url}/proposals")).json()
    assert all(one["created_at"] < moment for one in proposals)


async def test_a_clock_that_stands_still_goes_on_afterwards() -> None:
    before = now()
    with standing_at(before.replace(year=2020)):
        assert now() == now() == before.replace(year=2020)
    assert now() >= before
