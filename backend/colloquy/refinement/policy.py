"""Rules about proposals that are more than a role's permission."""

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.refinement.models import Proposal, ProposalState


def is_open(proposal: Proposal) -> bool:
    """Nothing has been decided about it, and it has not been withdrawn."""
    return proposal.state == ProposalState.OPEN


def can_edit(actor: Actor, proposal: Proposal) -> bool:
    """Whoever may write proposals may edit one until it is decided."""
    return is_open(proposal) and actor.may(Permission.PROPOSAL_WRITE)


def can_decide(actor: Actor, proposal: Proposal) -> bool:
    """Whoever may decide proposals may decide one once."""
    return is_open(proposal) and actor.may(Permission.PROPOSAL_DECIDE)
