"""What came of a closed round: figures, verdicts, changes between rounds, findings and feedback."""
