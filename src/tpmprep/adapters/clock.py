"""The machine's own clock."""

import time
from datetime import datetime


class SystemClock:
    """Wall time for records; for durations a steady count that goes on while the machine sleeps.

    Linux has CLOCK_BOOTTIME for that. On macOS CLOCK_MONOTONIC and on Windows Python's
    `time.monotonic` go on through sleep, so the engine sees a sleep as one long gap everywhere.
    """

    def now(self) -> datetime:
        """The local wall time, aware of its zone."""
        return datetime.now().astimezone()

    def steady_s(self) -> float:
        """Seconds that only grow, through sleep too."""
        if hasattr(time, "CLOCK_BOOTTIME"):
            return time.clock_gettime(time.CLOCK_BOOTTIME)
        if hasattr(time, "CLOCK_MONOTONIC"):
            return time.clock_gettime(time.CLOCK_MONOTONIC)
        return time.monotonic()
