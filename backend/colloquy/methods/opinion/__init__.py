"""Opinion groups from votes: agree 1, disagree -1, pass 0, and what somebody did not see.

`matrix` holds the votes, `plane` places people, `clusters` and `silhouettes` find groups, `groups`
decides whether there are any; `statements` counts and compares, `selection` chooses what to read
first, `routing` what to ask next. Nothing depends on the order of the votes, or on chance.
"""

from colloquy.methods.opinion.analysis import Opinions, Reading, find_opinions, read_known_groups
from colloquy.methods.opinion.groups import LEAST_PEOPLE, Grouping, Settings, TooFewPeople
from colloquy.methods.opinion.matrix import TooLarge, VoteMatrix, tabulate
from colloquy.methods.opinion.routing import next_statement, priority
from colloquy.methods.opinion.selection import Consensus, Direction, Representative
from colloquy.methods.opinion.statements import GroupVotes, StatementFigures, Votes

__all__ = [
    "LEAST_PEOPLE",
    "Consensus",
    "Direction",
    "GroupVotes",
    "Grouping",
    "Opinions",
    "Reading",
    "Representative",
    "Settings",
    "StatementFigures",
    "TooFewPeople",
    "TooLarge",
    "VoteMatrix",
    "Votes",
    "find_opinions",
    "next_statement",
    "priority",
    "read_known_groups",
    "tabulate",
]
