"""Rules about comments that are more than a role's permission."""

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.comments.models import Comment, Place


def can_read(actor: Actor, comment: Comment) -> bool:
    """Everybody sees their own words; those of others are for the team, once they are shown."""
    return is_own(actor, comment) or (can_read_all(actor) and comment.shown_at is not None)


def is_held(place: Place) -> bool:
    """What is said in a round waits for its close, so that nobody steers by it."""
    return place == Place.ROUND


def can_read_all(actor: Actor) -> bool:
    """The panel never reads the comments of others here, so that a round stays blind."""
    return actor.may(Permission.COMMENT_READ_ALL)


def can_comment_at(actor: Actor, place: Place) -> bool:
    """The workbench is the team's; rounds and meetings say for themselves who may speak."""
    return place != Place.WORKBENCH or actor.is_team


def is_own(actor: Actor, comment: Comment) -> bool:
    """A comment belongs to the member who wrote it."""
    return comment.member_id == actor.member_id
