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
    """Lines of `stream`, read by a thread so that waiting for one can end after a while.

    One run has one reader: what a second would read is lost to the first. It reads a line only
    when one is wanted, so that an editor opened in between has the keyboard to itself.
    """

    stream: TextIO
    _lines: "queue.Queue[str | None]" = field(default_factory=queue.Queue)
    _wanted: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    _is_reading: bool = False
    _started: bool = False

    def next(self, timeout_s: float | None = None) -> str | None:
        """The next line without its end; None when none came in time.

        Raises EOFError at the end of the input.
        """
        self._want()
        while True:
            try:
                wait_s = _WAKE_S if timeout_s is None else timeout_s
                line = self._lines.get(timeout=wait_s)
            except queue.Empty:
                if timeout_s is None:
                    continue
                return None
            self._is_reading = False
            if line is None:
                raise EOFError
            return line

    def _want(self) -> None:
        if not self._started:
            self._started = True
            threading.Thread(target=self._read, daemon=True).start()
        if not self._is_reading:
            self._is_reading = True
            self._wanted.release()

    def _read(self) -> None:
        while self._wanted.acquire():
            line = ""
            with contextlib.suppress(OSError, ValueError):
                line = self.stream.readline()
            self._lines.put(line.rstrip("\r\n") if line else None)


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
