"""Reading a terminal line by line while a clock runs, without a single control sequence."""

import contextlib
import queue
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TextIO

from tpmprep.errors import KilledBySignal
from tpmprep.ui.widgets import DEADLY

_WAKE_S = 0.2


@dataclass(slots=True)
class LineReader:
    """Lines of `stream`, read by a thread so that waiting for one can end after a while."""

    stream: TextIO
    _lines: "queue.Queue[str | None]" = field(default_factory=queue.Queue)
    _started: bool = False

    def next(self, timeout_s: float | None = None) -> str | None:
        """The next line without its end; None when none came in time.

        Raises EOFError at the end of the input.
        """
        self._start()
        while True:
            try:
                wait_s = _WAKE_S if timeout_s is None else timeout_s
                line = self._lines.get(timeout=wait_s)
            except queue.Empty:
                if timeout_s is None:
                    continue
                return None
            if line is None:
                self._lines.put(None)
                raise EOFError
            return line

    def _start(self) -> None:
        if not self._started:
            self._started = True
            threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            for line in self.stream:
                self._lines.put(line.rstrip("\r\n"))
        self._lines.put(None)


@contextlib.contextmanager
def deadly_signals() -> Iterator[None]:
    """While this is open, a signal that asks the program to end raises KilledBySignal."""

    def die(signum: int, _frame: object) -> None:
        raise KilledBySignal(signum)

    before = {signum: signal.signal(signum, die) for signum in DEADLY}
    try:
        yield
    finally:
        for signum, handler in before.items():
            signal.signal(signum, handler)
