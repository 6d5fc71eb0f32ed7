"""What this machine can do, as far as it shows without loading an engine."""

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Machine:
    """Cores, memory in megabytes, and whether a GPU of the kind that the engines use is there."""

    cores: int
    memory_mb: int
    has_gpu: bool


def this_machine() -> Machine:
    """The machine we run on; an allowance smaller than the machine counts, as in a container."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return Machine(allowed or 1, _memory_mb(), _has_gpu())


def _memory_mb() -> int:
    try:
        whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (ValueError, OSError, AttributeError):
        return 0
    limit = Path("/sys/fs/cgroup/memory.max")
    with contextlib.suppress(ValueError, OSError):
        whole = min(whole, int(limit.read_text()))
    return whole // 1_000_000


def _has_gpu() -> bool:
    # the driver's own device; asking CTranslate2 would load it into the server
    return any(Path("/dev").glob("nvidia[0-9]*"))
