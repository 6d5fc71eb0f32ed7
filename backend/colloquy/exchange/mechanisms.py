"""Taking mechanisms in from a table."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from pydantic import ValidationError
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.errors import Invalid
from colloquy.exchange.importing import read_columns, refuse_problems, say
from colloquy.exchange.schemas import MechanismLine, MechanismsImported, MechanismsPreview
from colloquy.exchange.tables import Column, Line, Table, read_table
from colloquy.studies.models import Stage, Study
from colloquy.studies.reading import read_study
from colloquy.studies.schemas import StageRead
from colloquy.studies.service import current_stage
from colloquy.theory.configurations import read_notation, tell
from colloquy.theory.reading import list_mechanisms
from colloquy.theory.schemas import VersionIn
from colloquy.theory.service import create_mechanism

COLUMNS = (
    Column("title", "The mechanism's name.", is_required=True, aliases=("mechanism",)),
    Column("definition", "What it is, in the study's words."),
    Column(
        "plain_summary", "The same in plain English.", aliases=("plainenglishsummary", "summary")
    ),
    Column("cmocs", "Configurations in CMO notation, one to a line.", aliases=("cmoc", "notation")),
    Column("stage", "The stage it enters; the current one if empty."),
)
SAMPLE = (
    "title,definition,plain_summary,cmocs\r\n"
    "Making time to talk,Leaders set time aside in which teams talk about their work.,"
    "People work better together when they have time to talk.,"
    '"Teams work in different buildings (C) → a weekly hour to talk (M+, resource) and people feel '
    'heard (M+, reasoning) → they plan together (O+)"\r\n'
)


async def preview_mechanisms(
    session: AsyncSession, actor: Actor, study: Study, raw: bytes
) -> MechanismsPreview:
    """What a file would do, line by line; nothing is taken in."""
    table = read_table(raw, COLUMNS)
    return MechanismsPreview(
        columns=read_columns(COLUMNS, table),
        unknown=table.unknown,
        lines=await _judge(session, actor, study, table),
    )


async def import_mechanisms(
    session: AsyncSession, actor: Actor, study: Study, raw: bytes, *, only_good: bool
) -> MechanismsImported:
    """Write the mechanisms of a file as drafts; none if a line has a problem."""
    lines = await _judge(session, actor, study, read_table(raw, COLUMNS))
    refuse_problems(lines, only_good=only_good)
    good = [line for line in lines if line.verdict == "good"]
    for line in good:
        await create_mechanism(session, actor, line.stage_id, _version(line))
    record(session, actor, "exchange:mechanisms:imported", study.id, taken=len(good))
    return MechanismsImported(
        taken=len(good), left_out=[line for line in lines if line.verdict != "good"]
    )


async def _judge(
    session: AsyncSession, actor: Actor, study: Study, table: Table
) -> list[MechanismLine]:
    stages = (await read_study(session, study, actor)).stages
    current = await current_stage(session, study.id)
    titles = {
        mechanism.current.title.casefold() for mechanism in await list_mechanisms(session, actor)
    }
    first_lines: dict[str, int] = {}
    judged: list[MechanismLine] = []
    for line in table.lines:
        one = _read_line(line, stages, current)
        if one.verdict == "good":
            one = _not_twice(one, first_lines, titles)
        if one.title:
            first_lines.setdefault(one.title.casefold(), line.number)
        judged.append(one)
    return judged


def _read_line(line: Line, stages: Sequence[StageRead], current: Stage) -> MechanismLine:
    written_stage = line.cells.get("stage", "")
    stage_id, stage_problem = _find_stage(written_stage, stages, current)
    sentences, notation_problem = _read_notation(line.cells.get("cmocs", ""))
    read = MechanismLine(
        line=line.number,
        verdict="good",
        message="",
        title=line.cells.get("title", ""),
        definition=line.cells.get("definition", ""),
        plain_summary=line.cells.get("plain_summary", ""),
        stage=written_stage or current.label,
        stage_id=stage_id,
        notation=line.cells.get("cmocs", ""),
        sentences=sentences,
    )
    problems = [line.problem, stage_problem, notation_problem, _words_problem(read)]
    message = " ".join(filter(None, problems))
    return read.model_copy(update={"verdict": "problem", "message": message}) if message else read


def _version(line: MechanismLine) -> VersionIn:
    return VersionIn.model_validate(
        {
            "title": line.title,
            "definition": line.definition,
            "plain_summary": line.plain_summary,
            "cmocs": [{"notation": line.notation}] if line.notation else [],
        }
    )


def _words_problem(line: MechanismLine) -> str:
    if not line.title:
        return "The title is missing."
    try:
        _version(line)
    except ValidationError as error:
        return say(error)
    return ""


def _read_notation(text: str) -> tuple[list[str], str]:
    """The sentences that the notation tells, or where in the cell it goes wrong."""
    if not text:
        return [], ""
    try:
        return [tell(one).sentence for one in read_notation(text)], ""
    except Invalid as error:
        where = error.fields[0].message
        return [], f"In the notation, {where[:1].lower()}{where[1:]}"


def _find_stage(
    written: str, stages: Sequence[StageRead], current: Stage
) -> tuple[UUID | None, str]:
    if not written:
        return current.id, ""
    for stage in stages:
        if written.casefold() == stage.label.casefold():
            return stage.id, ""
    labels = ", ".join(stage.label for stage in stages)
    return None, f"There is no stage “{written}”. The stages are: {labels}."


def _not_twice(
    line: MechanismLine, first_lines: Mapping[str, int], titles: set[str]
) -> MechanismLine:
    title = line.title.casefold()
    if title in first_lines:
        message = f"“{line.title}” is on line {first_lines[title]} already."
        return line.model_copy(update={"verdict": "problem", "message": message})
    if title in titles:
        message = "A mechanism with this title is there already, so it is left as it is."
        return line.model_copy(update={"verdict": "present", "message": message})
    return line
