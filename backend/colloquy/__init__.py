"""Colloquy: research teams and their stakeholders work out what works, for whom, and why."""
