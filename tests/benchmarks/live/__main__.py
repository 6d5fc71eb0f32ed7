"""Only the live session: `python -m tests.benchmarks.live`."""

from tests.benchmarks.live import meeting

meeting.main()
