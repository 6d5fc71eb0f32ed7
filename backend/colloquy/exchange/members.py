"""Inviting people from a table."""

import re
from collections.abc import Mapping, Sequence
from uuid import UUID

from pydantic import ValidationError
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.access.permissions import Role
from colloquy.audit.service import record
from colloquy.core.settings import Settings
from colloquy.exchange.importing import read_columns, refuse_problems, say
from colloquy.exchange.schemas import MemberLine, MembersImported, MembersPreview, Verdict
from colloquy.exchange.tables import Column, Line, Table, read_table
from colloquy.studies import invitations, policy
from colloquy.studies.models import MemberState, Study
from colloquy.studies.reading import list_members, read_study
from colloquy.studies.schemas import GroupRead, MemberInvite, MemberRead

COLUMNS = (
    Column(
        "email", "The address the invitation goes to.", is_required=True, aliases=("emailaddress",)
    ),
    Column("name", "How the person is addressed.", is_required=True, aliases=("fullname",)),
    Column("group", "A stakeholder group of the study.", aliases=("stakeholdergroup",)),
    Column(
        "role", "panel, chair, facilitator, researcher or lead; panel if empty.", aliases=("roles",)
    ),
)
SAMPLE = (
    "email,name,group,role\r\n"
    "ann.example@example.org,Ann Example,,panel\r\n"
    "chair.example@example.org,Chris Example,,chair\r\n"
)
_ROLES = {**{role.value: role for role in Role}, "panelmember": Role.PANEL, "studylead": Role.LEAD}


async def preview_members(
    session: AsyncSession, actor: Actor, study: Study, raw: bytes
) -> MembersPreview:
    """What a file would do, line by line; nothing is taken in."""
    table = read_table(raw, COLUMNS)
    return MembersPreview(
        columns=read_columns(COLUMNS, table),
        unknown=table.unknown,
        lines=await _judge(session, actor, study, table),
    )


async def import_members(
    session: AsyncSession,
    actor: Actor,
    study: Study,
    raw: bytes,
    settings: Settings,
    *,
    only_good: bool,
) -> MembersImported:
    """Invite the people of a file; nobody is invited twice, and nobody if a line has a problem."""
    lines = await _judge(session, actor, study, read_table(raw, COLUMNS))
    refuse_problems(lines, only_good=only_good)
    good = [line for line in lines if line.verdict == "good"]
    for line in good:
        given = MemberInvite(
            email=line.email, name=line.name, roles=line.roles, group_id=line.group_id
        )
        await invitations.invite(session, actor, study, given, settings)
    record(session, actor, "exchange:members:imported", study.id, taken=len(good))
    return MembersImported(
        taken=len(good), left_out=[line for line in lines if line.verdict != "good"]
    )


async def _judge(
    session: AsyncSession, actor: Actor, study: Study, table: Table
) -> list[MemberLine]:
    groups = (await read_study(session, study, actor)).groups
    members = {member.email.lower(): member for member in await list_members(session, study.id)}
    first_lines: dict[str, int] = {}
    judged: list[MemberLine] = []
    for line in table.lines:
        one = _read_line(line, groups, actor)
        if one.verdict == "good":
            one = _not_twice(one, first_lines, members)
        if one.email:
            first_lines.setdefault(one.email.lower(), line.number)
        judged.append(one)
    return judged


def _read_line(line: Line, groups: Sequence[GroupRead], actor: Actor) -> MemberLine:
    group_id, group_problem = _find_group(line.cells.get("group", ""), groups)
    roles, role_problem = _find_roles(line.cells.get("role", ""), actor)
    read = MemberLine(
        line=line.number,
        verdict="good",
        message="",
        email=line.cells.get("email", ""),
        name=line.cells.get("name", ""),
        group=line.cells.get("group", ""),
        group_id=group_id,
        roles=roles,
    )
    problems = [line.problem, group_problem, role_problem, _invitation_problem(read)]
    message = " ".join(filter(None, problems))
    return read.model_copy(update={"verdict": "problem", "message": message}) if message else read


def _invitation_problem(line: MemberLine) -> str:
    if not line.email or not line.name:
        missing = " and ".join(column for column in ("email", "name") if not getattr(line, column))
        return f"The {missing} is missing."
    try:
        MemberInvite(email=line.email, name=line.name, group_id=line.group_id)
    except ValidationError as error:
        if any(problem["loc"] == ("email",) for problem in error.errors()):
            return f"“{line.email}” is not an e-mail address."
        return say(error)
    return ""


def _not_twice(
    line: MemberLine, first_lines: Mapping[str, int], members: Mapping[str, MemberRead]
) -> MemberLine:
    """Name a person who stands in the file or in the study already."""
    email = line.email.lower()
    verdict: Verdict = "present"
    if email in first_lines:
        verdict, message = "problem", f"{line.email} is on line {first_lines[email]} already."
    elif email not in members:
        return line
    elif members[email].state in (MemberState.DECLINED, MemberState.LEFT):
        message = "This person has said no. Invite them by hand if they have asked you to."
    else:
        message = "This person is in the study already and is not invited again."
    return line.model_copy(update={"verdict": verdict, "message": message})


def _find_group(written: str, groups: Sequence[GroupRead]) -> tuple[UUID | None, str]:
    if not written:
        return None, ""
    for group in groups:
        if written.casefold() in (group.name.casefold(), group.short_name.casefold()):
            return group.id, ""
    names = ", ".join(group.name for group in groups) or "none yet"
    return None, f"There is no group “{written}”. The groups are: {names}."


def _find_roles(written: str, actor: Actor) -> tuple[list[Role], str]:
    words = [word.strip() for word in re.split(r"[+/|;,]", written) if word.strip()] or ["panel"]
    known = [_ROLES.get(re.sub(r"[\s_-]+", "", word).casefold()) for word in words]
    unknown = [word for word, role in zip(words, known, strict=True) if role is None]
    if unknown:
        return [], (f"There is no role “{', '.join(unknown)}”. The roles are: {', '.join(Role)}.")
    roles = [role for role in known if role]
    if not policy.can_give_roles(actor.roles, roles):
        return roles, "Only a study lead can add members of the team."
    return roles, ""
