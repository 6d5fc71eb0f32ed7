"""Every table, imported once: for Alembic and for the tests."""

from sqlmodel import SQLModel

from colloquy.audit import models as audit
from colloquy.capturing import models as capturing
from colloquy.coding import models as coding
from colloquy.comments import models as comments
from colloquy.core import jobs, mail
from colloquy.meetings import models as meetings
from colloquy.meetings.red_light import models as red_light
from colloquy.meetings.small_groups import models as small_groups
from colloquy.people import models as people
from colloquy.recordings import models as recordings
from colloquy.recordings.uploading import models as uploading
from colloquy.refinement import models as refinement
from colloquy.rehearsing import models as rehearsing
from colloquy.rounds import models as rounds
from colloquy.studies import models as studies
from colloquy.texts import models as texts
from colloquy.texts.editing import models as editing
from colloquy.texts.masking import models as masking
from colloquy.theory import models as theory

MODULES = (
    jobs,
    mail,
    audit,
    people,
    studies,
    theory,
    texts,
    editing,
    masking,
    comments,
    rounds,
    meetings,
    small_groups,
    red_light,
    rehearsing,
    recordings,
    uploading,
    capturing,
    coding,
    refinement,
)

metadata = SQLModel.metadata
