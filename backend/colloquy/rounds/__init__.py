"""Asynchronous rounds: items, questions, responses, results."""
