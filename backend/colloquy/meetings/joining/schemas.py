"""What comes in and goes out about joining."""

from pydantic import BaseModel, EmailStr


class Door(BaseModel):
    """Where a code leads whoever is asked to its meeting and signed in; null for everybody else."""

    landing: str | None


class LinkWanted(BaseModel):
    """The address to which the invitation was sent."""

    email: EmailStr
