"""HTTP: signing in and out, and the administrators' outbox."""

from fastapi import APIRouter, Request, Response

from colloquy.core import mail
from colloquy.core.settings import Settings
from colloquy.core.web import AddressDep, RuntimeDep, SessionDep
from colloquy.people import service
from colloquy.people.dependencies import COOKIE, Administrator, CurrentAccount, SessionToken
from colloquy.people.guessing import forgive_sign_in, guard_sign_in
from colloquy.people.schemas import (
    Landing,
    LinkRenewed,
    LinkToken,
    MailRead,
    PasswordSignIn,
)

router = APIRouter(prefix="/api", tags=["people"])


def _set_cookie(response: Response, token: str, settings: Settings) -> None:
    response.set_cookie(
        COOKIE,
        token,
        max_age=settings.session_days * 24 * 3600,
        httponly=True,
        samesite="lax",
        secure=settings.is_https,
        path="/",
    )


@router.post("/sign-in")
async def sign_in(
    body: PasswordSignIn,
    response: Response,
    session: SessionDep,
    runtime: RuntimeDep,
    address: AddressDep,
) -> Landing:
    """Sign a staff member in with a password."""
    settings = runtime.settings
    await guard_sign_in(runtime, address, body.email)
    account = await service.sign_in_with_password(session, body.email, body.password)
    await forgive_sign_in(runtime, address, body.email)
    token = await service.start_session(session, account, settings, means="password")
    _set_cookie(response, token, settings)
    return Landing(landing="/")


@router.post("/sign-in/link")
async def open_link(
    body: LinkToken,
    response: Response,
    session: SessionDep,
    runtime: RuntimeDep,
    address: AddressDep,
) -> Landing:
    """Sign a person in by a magic link, once."""
    await runtime.throttle.count(runtime.settings.link_limit, "link", address)
    account, landing = await service.open_link(session, body.token)
    token = await service.start_session(session, account, runtime.settings, means="link")
    _set_cookie(response, token, runtime.settings)
    return Landing(landing=landing)


@router.post("/sign-in/link/renew", status_code=202)
async def renew_link(
    body: LinkToken, session: SessionDep, runtime: RuntimeDep, address: AddressDep
) -> LinkRenewed:
    """Mail a fresh link to the owner of a used or expired one."""
    # a whole hospital may share one address, so the owner of the link is what is counted
    await runtime.throttle.count(runtime.settings.link_limit, "renew", address)
    await runtime.throttle.count("5/hour", "renew", body.token)
    return LinkRenewed(hint=await service.renew_link(session, body.token, runtime.settings))


@router.post("/sign-out", status_code=204)
async def sign_out(request: Request, response: Response, session: SessionDep) -> None:
    """End this browser's session."""
    if token := request.cookies.get(COOKIE):
        await service.end_session(session, token)
    response.delete_cookie(COOKIE, path="/")


@router.post("/sign-out/elsewhere", status_code=204)
async def sign_out_elsewhere(
    account: CurrentAccount, token: SessionToken, session: SessionDep
) -> None:
    """End every session of mine but this browser's."""
    await service.sign_out_elsewhere(session, account, keep=token)


@router.get("/administration/mails")
async def read_outbox(_administrator: Administrator, session: SessionDep) -> list[MailRead]:
    """The newest mails, for administrators."""
    return [
        MailRead.model_validate(row, from_attributes=True) for row in await mail.recent(session)
    ]
