"""Builds the HTTP application."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI, Response
from fastapi.routing import APIRoute
from sqlmodel import select
from starlette.middleware.trustedhost import TrustedHostMiddleware

from colloquy.api import pages, problems
from colloquy.api.safety import Safety
from colloquy.api.wiring import wire
from colloquy.capturing import routes as capturing
from colloquy.carrying import routes as carrying
from colloquy.coding import routes as coding
from colloquy.comments import routes as comments
from colloquy.core.runtime import Runtime, make_runtime
from colloquy.core.settings import Settings
from colloquy.core.web import SessionDep
from colloquy.exchange import routes as exchange
from colloquy.meetings import routes as meetings
from colloquy.meetings.commenting import routes as meeting_comments
from colloquy.meetings.following import routes as following
from colloquy.meetings.joining import routes as joining
from colloquy.meetings.planning import routes as meeting_plans
from colloquy.meetings.polling import routes as polling
from colloquy.meetings.projection import routes as projection
from colloquy.meetings.record import routes as meeting_record
from colloquy.meetings.small_groups import routes as small_groups
from colloquy.people import routes as people
from colloquy.recordings import routes as recordings
from colloquy.recordings.aligning import routes as aligning
from colloquy.recordings.consent import routes as consent
from colloquy.recordings.importing import routes as importing
from colloquy.recordings.tracks import routes as tracks
from colloquy.recordings.transcribing import routes as transcribing
from colloquy.recordings.uploading import routes as intakes
from colloquy.recordings.uploading import tus_routes as uploads
from colloquy.recordings.voices import routes as voices
from colloquy.refinement import routes as refinement
from colloquy.rehearsing import routes as rehearsing
from colloquy.reports import routes as reports
from colloquy.rounds import routes as rounds
from colloquy.rounds.answering import next_routes as next_rounds
from colloquy.rounds.answering import routes as rounds_for_panel
from colloquy.rounds.answering import saving_routes as saving_answers
from colloquy.rounds.building import routes as rounds_in_the_making
from colloquy.rounds.commenting import routes as round_comments
from colloquy.rounds.results import routes as round_results
from colloquy.rounds.running import routes as running_rounds
from colloquy.rounds.statements import opinion_routes as opinions
from colloquy.rounds.statements import routes as statements
from colloquy.studies import routes as studies
from colloquy.texts import readability_routes as readability
from colloquy.texts import routes as texts
from colloquy.texts.editing import routes as editing
from colloquy.texts.masking import routes as masking
from colloquy.theory import routes as theory

# routes are tried in this order: first that of answering, since nothing is asked for more often
ROUTERS = (
    saving_answers.router,
    people.router,
    exchange.router,
    studies.router,
    theory.router,
    rounds.router,
    texts.router,
    editing.router,
    masking.router,
    readability.router,
    comments.router,
    round_results.router,
    statements.router,
    round_comments.router,
    rounds_in_the_making.router,
    opinions.router,
    running_rounds.router,
    next_rounds.router,
    rounds_for_panel.router,
    meetings.router,
    meeting_plans.router,
    polling.router,
    carrying.router,
    capturing.router,
    meeting_comments.router,
    following.router,
    joining.router,
    joining.door,
    projection.router,
    projection.wall,
    meeting_record.router,
    small_groups.router,
    rehearsing.router,
    coding.router,
    recordings.router,
    transcribing.router,
    consent.router,
    tracks.router,
    importing.router,
    intakes.router,
    uploads.router,
    aligning.router,
    voices.router,
    refinement.router,
    reports.router,
)


def create_app(settings: Settings, runtime: Runtime | None = None) -> FastAPI:
    """The application for these settings; tests hand in a runtime of their own."""
    wire()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
        app.state.runtime = runtime or make_runtime(settings)
        yield
        if runtime is None:
            await app.state.runtime.close()

    app = FastAPI(
        title="Colloquy",
        version="0.1.0",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        responses=problems.RESPONSES,
        webhooks=APIRouter(routes=[*following.webhooks.routes, *small_groups.webhooks.routes]),
        generate_unique_id_function=_operation_id,
        separate_input_output_schemas=True,
    )
    problems.install(app)
    pages.install_assets(app, settings)
    for router in ROUTERS:
        app.include_router(router)
    app.add_api_route("/api/health", health, methods=["GET"], tags=["health"])
    pages.install(app, settings)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=settings.allowed_hosts)
    app.add_middleware(Safety, settings=settings)
    return app


async def health(session: SessionDep) -> Response:
    """204 when the server and its database answer."""
    await session.exec(select(1))
    return Response(status_code=204)


def _operation_id(route: APIRoute) -> str:
    return f"{route.tags[0]}_{route.name}" if route.tags else route.name
