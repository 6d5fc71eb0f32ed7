"""The eight steps of the loop, each as people take it in their browsers."""

from pathlib import Path

from tests.e2e.loop import coding, meeting, recording, refinement, round, study, theory
from tests.support.browser import Desk
from tests.support.mailbox import Mailbox
from tests.support.process import ServerProcess


def go_round(desk: Desk, server: ServerProcess, mailbox: Mailbox, folder: Path) -> None:
    """Take a draft mechanism all the way round, from the first account to what became of it."""
    people = study.set_up_the_study(desk, server, mailbox)
    study.invite_people(people, folder)
    study.come_in_by_mail(people)
    theory.write_mechanisms(people)
    round.open_a_round(people)
    theory.see_that_the_wording_is_frozen(people)
    for name, rating, vote in (
        ("Ann", "8", "Agree"),
        ("Bob", "7", "Disagree"),
        ("Cy", "3", "Agree"),
    ):
        round.answer_on_a_phone(people, name, rating, vote)
    round.close_and_read(people)
    meeting.hold_the_meeting(people)
    recording.transcribe_and_correct(people)
    coding.code_what_was_said(people)
    coding.read_the_excerpts(people)
    refinement.propose_and_accept(people)
    theory.see_the_new_version(people, "carers")
    refinement.see_what_became_of_it(people)
    refinement.trace_the_voices(people)
