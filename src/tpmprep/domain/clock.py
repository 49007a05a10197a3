"""The clock as the product needs it. Implementations live outside; tests pass their own."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Two readings: the wall for what is stored, a steady count for durations."""

    def now(self) -> datetime:
        """The local wall time, aware of its zone."""
        ...

    def steady_s(self) -> float:
        """Seconds that only ever grow, through sleep of the machine too."""
        ...
