"""The fixed answers of the field, in the words that people read."""

from colloquy.methods.tallies import Vote

DECISIONS = {
    "keep": "Keep it as it is",
    "reword": "Keep it, in other words",
    "merge": "Merge it with another",
    "split": "Split it",
    "fold_into": "Fold it into another",
    "drop": "Drop it",
}
"""What can be decided about a mechanism, in the words of its lineage."""

VOTES = {Vote.AGREE: "Agree", Vote.DISAGREE: "Disagree", Vote.PASS: "Abstain"}
"""What can be said to a question that is put to the vote."""
