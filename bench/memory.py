"""The most memory that a process had at once, as the system tells it.

``ru_maxrss`` of a process is never less than what the one that started it had had by then: Linux
keeps it over ``exec``. A measurement that holds a collection in memory would have told its own
memory for that of its children. ``VmHWM`` is of the program alone that runs now.
"""

from __future__ import annotations

import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")
_CLEAR = Path("/proc/self/clear_refs")
_RESET_PEAK = "5"


def most_memory() -> int:
    """Bytes that this process, or the largest of those that it started, had at most."""
    import resource

    return max(own_memory(), _bytes(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))


def memory_from_now_on() -> int:
    """Begin the most memory of this process anew; gives what it has now, in bytes.

    Where the system cannot do that, it is the most that the process ever had.
    """
    if _CLEAR.exists():
        _CLEAR.write_text(_RESET_PEAK, encoding="ascii")
    return own_memory()


def own_memory() -> int:
    """Bytes that this process had at most, without those that it started."""
    if _STATUS.exists():
        for line in _STATUS.read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    import resource

    return _bytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _bytes(maxrss: int) -> int:
    return maxrss if sys.platform == "darwin" else maxrss * 1024
