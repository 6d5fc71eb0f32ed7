"""Every setting, read from the environment (`COLLOQUY_…`) or a `.env` file."""

import secrets
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What an administrator can set; docs/settings.md lists them all with their defaults."""

    model_config = SettingsConfigDict(env_prefix="COLLOQUY_", env_file=".env", extra="ignore")

    # where things are
    data_folder: Path = Field(
        default=Path("data"), description="Database, recordings, queue and secret key."
    )
    transcripts_folder: Path = Field(
        default=Path("transcripts"),
        description="Where finished transcripts are written as VTT and JSON.",
    )
    frontend_folder: Path = Field(
        default=Path("frontend/dist"), description="The built pages that the server hands out."
    )
    database_url: str = Field(
        default="", description="Empty for SQLite in the data folder, or postgresql://…"
    )
    redis_url: str = Field(default="", description="Empty for one process; redis://… for several.")

    # where people reach it
    host: str = Field(default="127.0.0.1", description="The address the server listens on.")
    port: int = Field(default=8000, description="The port the server listens on.")
    public_url: str = Field(
        default="", description="What links in mails begin with; empty: host and port."
    )
    allowed_hosts: list[str] = Field(
        default=["*"],
        description="Host names answered to; name yours when the server faces a network.",
    )
    trusted_proxies: str = Field(
        default="127.0.0.1",
        description="Whose word is taken for the visitor's address and for https.",
    )

    # mail
    smtp_host: str = Field(
        default="", description="Empty: mails are kept in the outbox page and printed."
    )
    smtp_port: int = Field(default=587, description="The mail server's port.")
    smtp_user: str = Field(default="", description="User name at the mail server, if it wants one.")
    smtp_password: SecretStr = Field(
        default=SecretStr(""), description="Password at the mail server."
    )
    smtp_security: Literal["starttls", "tls", "none"] = Field(
        default="starttls", description="How the connection to the mail server is protected."
    )
    mail_from: str = Field(
        default="Colloquy <colloquy@localhost>", description="The sender of every mail."
    )

    # sign-in
    session_days: int = Field(default=30, description="Days until a person must sign in again.")
    link_days: int = Field(default=14, description="Days until an unused magic link expires.")
    secret_key: SecretStr = Field(
        default=SecretStr(""),
        description="Signs links; empty: made once and kept in the data folder.",
    )
    sign_in_limit: str = Field(
        default="10/minute",
        description="Failed sign-ins with one e-mail address from one place.",
    )
    sign_in_place_limit: str = Field(
        default="60/minute", description="Sign-in tries from one place, whoever they are for."
    )
    sign_in_slow_after: str = Field(
        default="100/hour",
        description="Failed sign-ins with one e-mail address from everywhere, before each waits.",
    )
    link_limit: str = Field(default="30/minute", description="Magic links opened from one address.")

    # what is taken in
    max_upload_mb: int = Field(default=2048, description="The largest recording that is taken in.")
    study_quota_mb: int = Field(
        default=51200, ge=1, description="The most that the recordings of one study take up."
    )
    upload_hours: float = Field(
        default=168,
        gt=0,
        description="How long a file that nobody goes on sending is kept, to be gone on with.",
    )
    max_transcript_mb: int = Field(
        default=16, ge=1, description="The largest file of an existing transcript."
    )
    max_body_kb: int = Field(default=1024, description="The largest request that is not an upload.")

    # statements of the panel
    statement_length: int = Field(
        default=140,
        ge=20,
        le=1000,
        description="The most characters of a panel member's statement.",
    )
    statement_limit: str = Field(
        default="10/hour", description="Statements that one person may send in."
    )
    opinion_minimum: int = Field(
        default=30, ge=10, description="The fewest people that opinion groups are looked for among."
    )

    # live sessions
    meeting_hours: float = Field(
        default=12,
        gt=0,
        description="A meeting that nobody ended ends by itself so many hours after its start.",
    )
    chair_away_seconds: int = Field(
        default=60,
        ge=1,
        description="How long a chair's connection must be gone before a deputy may take over.",
    )

    recorder_away_seconds: int = Field(
        default=30,
        ge=5,
        description="How long a recording of a room must be silent before it may be taken over.",
    )
    room_hours: float = Field(
        default=6, gt=0, description="The longest that one recording of a room may last."
    )
    room_quota_mb: int = Field(
        default=8192,
        ge=1,
        description="The most that the unfinished recordings of a study's rooms take up.",
    )
    captions: bool = Field(
        default=True,
        description="Whether rooms that are recorded may have captions made by the speech model.",
    )

    rehearsal_hours: float = Field(
        default=2,
        gt=0,
        description="A rehearsal that nobody ended is deleted so many hours after its start.",
    )

    # transcription
    engine: Literal["faster-whisper", "openai-whisper"] = Field(
        default="faster-whisper", description="Which engine turns speech into text."
    )
    model: str = Field(
        default="small", description="A model's name, or a folder or file that holds one."
    )
    models_folder: Path | None = Field(default=None, description="Where fetched models are kept.")
    language: str = Field(
        default="en", description="Language spoken; empty: let the engine decide."
    )

    diarized_folder: Path | None = Field(
        default=None,
        description="RTTM files of an outside diarizer, each named as its recording; empty: off.",
    )

    # work
    worker: Literal["embedded", "separate"] = Field(
        default="embedded",
        description="`embedded`: the server starts and watches one worker process.",
    )
    worker_transcriptions: int = Field(
        default=10,
        ge=1,
        description="After so many transcriptions a worker begins afresh, to give memory back.",
    )
    job_attempts: int = Field(default=3, description="How often a job whose worker died is tried.")
    job_lease_seconds: float = Field(
        default=30,
        ge=1,
        description="How long a silent worker keeps its job before another takes it over.",
    )
    log_level: str = Field(default="INFO", description="How much is said on the console.")

    @property
    def database_address(self) -> str:
        """The URL that SQLAlchemy's async engine takes."""
        if not self.database_url:
            return f"sqlite+aiosqlite:///{(self.data_folder / 'colloquy.db').absolute()}"
        scheme, _, rest = self.database_url.partition("://")
        asynchronous = {
            "postgres": "postgresql+psycopg",
            "postgresql": "postgresql+psycopg",
            "sqlite": "sqlite+aiosqlite",
        }
        return f"{asynchronous.get(scheme, scheme)}://{rest}"

    @property
    def base_url(self) -> str:
        """What every link in a mail begins with, without a slash at the end."""
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")

    @property
    def is_https(self) -> bool:
        """True when people reach the server over TLS, so that cookies may demand it."""
        return self.base_url.startswith("https://")

    @property
    def max_upload_bytes(self) -> int:
        """The largest recording in bytes."""
        return self.max_upload_mb * 1024 * 1024

    @property
    def job_lease(self) -> timedelta:
        """How long a worker has a job without saying that it is alive."""
        return timedelta(seconds=self.job_lease_seconds)

    @property
    def recordings_folder(self) -> Path:
        """Where uploaded audio lies."""
        return self.data_folder / "recordings"

    @property
    def uploads_folder(self) -> Path:
        """Where files lie that have not come whole."""
        return self.data_folder / "uploads"

    @property
    def models_cache(self) -> Path:
        """Where models fetched by name lie."""
        return self.models_folder or self.data_folder / "models"

    @cached_property
    def signing_key(self) -> str:
        """The secret that signs links: from the environment, or made once and kept."""
        if given := self.secret_key.get_secret_value():
            return given
        path = self.data_folder / "secret.key"
        if not path.exists():
            self.data_folder.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(48))
        return path.read_text().strip()
