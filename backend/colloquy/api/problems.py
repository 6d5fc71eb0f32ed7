"""Errors become problem+json (RFC 9457) here and nowhere else."""

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from colloquy.core.errors import ColloquyError, FieldProblem, TooMany

log = logging.getLogger(__name__)


class ProblemField(BaseModel):
    """What is wrong with one field or line."""

    path: str
    message: str


class Problem(BaseModel):
    """The body of every error."""

    type: str
    title: str
    status: int
    detail: str
    fields: list[ProblemField]


def install(app: FastAPI) -> None:
    """Map every error that can leave a route."""
    app.add_exception_handler(ColloquyError, _expected)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


def answer(error: ColloquyError) -> JSONResponse:
    """The response that an expected error becomes."""
    response = _respond(
        type(error).__name__, error.title, error.status, error.message, error.fields
    )
    if isinstance(error, TooMany):
        response.headers["Retry-After"] = str(error.retry_after)
    return response


async def _expected(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ColloquyError)  # noqa: S101 - what the handler is registered for
    return answer(error)


async def _invalid(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    fields = [
        FieldProblem(
            path=".".join(str(part) for part in problem["loc"] if part != "body"),
            message=str(problem["msg"]).removeprefix("Value error, "),
        )
        for problem in error.errors()
    ]
    return _respond(
        "Invalid",
        "Something needs your attention",
        422,
        "Some of what was sent cannot be taken in. Nothing has been changed.",
        fields,
    )


async def _http(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101
    details = {
        404: ("NotFound", "We cannot find that", "It may have been removed, or the link is wrong."),
        405: ("NotAllowed", "That cannot be done here", "This address does not take that request."),
    }
    name, title, detail = details.get(
        error.status_code, ("Refused", "That was refused", str(error.detail))
    )
    return _respond(name, title, error.status_code, detail, [])


async def _unexpected(request: Request, error: Exception) -> JSONResponse:
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return _respond(
        "Unexpected",
        "Something went wrong on our side",
        500,
        "Nothing was changed. Please try again; if it happens again, tell your administrator.",
        [],
    )


def _respond(
    name: str, title: str, status: int, detail: str, fields: list[FieldProblem]
) -> JSONResponse:
    problem = Problem(
        type=f"urn:colloquy:problem:{name}",
        title=title,
        status=status,
        detail=detail,
        fields=[ProblemField(path=field.path, message=field.message) for field in fields],
    )
    return JSONResponse(
        problem.model_dump(), status_code=status, media_type="application/problem+json"
    )


RESPONSES: dict[int | str, dict[str, Any]] = {
    "4XX": {"model": Problem, "description": "What went wrong, in a sentence for people."}
}
