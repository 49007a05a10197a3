"""The program as installed, with a clock FAST times as fast: two minutes in six seconds."""

import os
import sys
import time
from datetime import datetime, timedelta

from tpmprep.cli.app import run
from tpmprep.cli.env import Env, Settings

FAST = float(os.environ.get("TEST_SPEED", "20"))


class FastClock:
    """The machine's clock, FAST times as fast."""

    def __init__(self) -> None:
        self._wall, self._start = datetime.now().astimezone(), time.monotonic()

    def now(self) -> datetime:
        """The wall time."""
        return self._wall + timedelta(seconds=self.steady_s())

    def steady_s(self) -> float:
        """The steady count."""
        return (time.monotonic() - self._start) * FAST


def make_env(settings: Settings) -> Env:
    """The real world but for the clock."""
    return Env(settings=settings, clock=FastClock(), tick_s=1 / FAST)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:], make_env))
