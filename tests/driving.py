"""Driving the screens: keys through a pipe, a pane that remembers what was seen, and a clock."""

import io
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TextIO

import pyte
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output
from rich.cells import cell_len
from rich.console import RenderableType

from fakes import NOON, interrupting, make_question
from tpmprep.cli.output import rendered
from tpmprep.domain.drill import Drill
from tpmprep.domain.engine import step
from tpmprep.domain.events import Start
from tpmprep.domain.formats import FORMATS
from tpmprep.ui.theme import Look
from tpmprep.ui.widgets import Screen

ENTER, CTRL_C, CTRL_D, DOWN = "\r", "\x03", "\x04", "\x1b[B"
HANGS_S = 20.0
"""A screen that still waits after so long never ends by itself: its input is closed then."""

LOOKS = [
    Look(plain=plain, color=False, unicode=not plain, width=width)
    for plain in (False, True)
    for width in (80, 60)
]
WIDE, NARROW, PLAIN, _ = LOOKS

HOSTILE = {
    "\x1b[31mred": "<U+001B>[31mred",
    "\x1b]0;t\x07": "<U+001B>]0;t<U+0007>",
    "\x9b2J": "<U+009B>2J",
    "\u202ertl": "<U+202E>rtl",
    "[bold]loud[/bold]": "[bold]loud[/bold]",
    "[/]": "[/]",
    ":smile:": ":smile:",
}
"""Texts that would like to be obeyed, and how they are to be shown."""


class RunningClock:
    """A clock that goes on by `step_s` whenever it is read."""

    def __init__(self, step_s: float = 1.0) -> None:
        self._steady_s, self._step_s = 1000.0, step_s

    def now(self) -> datetime:
        """The wall time; nothing here depends on it."""
        return NOON

    def steady_s(self) -> float:
        """The steady count, a step later than before."""
        self._steady_s += self._step_s
        return self._steady_s


class Pane(io.StringIO):
    """A terminal that remembers every picture it showed, and what was sent to it."""

    def __init__(self, columns: int, rows: int) -> None:
        super().__init__()
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self.pictures: list[str] = []
        self.sent = ""

    def flush(self) -> None:
        """Draw what came since the last time."""
        news = self.getvalue()[len(self.sent) :]
        self.sent += news
        self._stream.feed(news)
        self.pictures.append("\n".join(line.rstrip() for line in self._screen.display))

    def showed(self, words: str) -> bool:
        """Whether `words` stood in any picture so far, on one line or wrapped."""
        return any(squeezed(words) in squeezed(picture) for picture in self.pictures)


@dataclass(frozen=True)
class Desk:
    """A keyboard and a screen."""

    pipe: PipeInput
    pane: Pane
    screen: Screen

    def press(self, keys: str) -> None:
        """Press keys; a pipe holds less than a large paste, so somebody else waits for it."""
        threading.Thread(target=self.pipe.send_text, args=(keys,), daemon=True).start()


@contextmanager
def desk(
    keys: str = "", *, columns: int = 80, rows: int = 24, color: bool = False
) -> Iterator[Desk]:
    """A desk at which `keys` were pressed already."""
    with create_pipe_input() as pipe:
        pipe.send_text(keys)
        pane = Pane(columns, rows)
        output = Vt100_Output(
            pane, lambda: Size(rows, columns), term="xterm-256color", enable_cpr=False
        )
        look = Look(plain=False, color=color, unicode=True, width=columns)
        guard = threading.Timer(HANGS_S, pipe.close)
        guard.daemon = True
        guard.start()
        try:
            yield Desk(pipe, pane, Screen(look, input=pipe, output=output))
        finally:
            guard.cancel()


@dataclass
class Person:
    """Keeps every draft, and does the next thing of `plan` as soon as its moment has come."""

    press: Callable[[str], None]
    plan: list[tuple[Callable[[Drill], bool], str]] = field(default_factory=list)
    saved: list[Drill] = field(default_factory=list)

    def __call__(self, drill: Drill) -> None:
        """Persist."""
        self.saved.append(drill)
        if self.plan and self.plan[0][0](drill):
            self.press(self.plan.pop(0)[1])


def make_drill(
    format_id: str = "2min", *, redirect_at_s: float | None = None, prompt: str = ""
) -> Drill:
    """A drill that is ready, interrupted after `redirect_at_s` if that is given."""
    question = make_question()
    if prompt:
        question = replace(question, prompt=prompt)
    fmt = FORMATS[format_id]
    return Drill(question, fmt, interrupting(redirect_at_s, fmt.main_s))


def started(drill: Drill, at_s: float = 1000.0) -> Drill:
    """`drill` while it is answered."""
    return step(drill, Start(at_s))


def shown(body: RenderableType, look: Look = WIDE) -> str:
    """A page as a terminal shows it; fails when a line is too long."""
    out = rendered(body, look)
    assert [] == [line for line in out.splitlines() if cell_len(line) > look.width]
    return out


def squeezed(text: str) -> str:
    """`text` without blanks and line ends: what is left however it was wrapped."""
    return "".join(text.split())


@contextmanager
def pipe() -> Iterator[tuple[TextIO, Callable[[str], None]]]:
    """A stream that waits for lines, and what writes them."""
    read_fd, write_fd = os.pipe()
    with os.fdopen(read_fd, encoding="utf-8") as stream:
        try:
            yield stream, lambda text: (os.write(write_fd, text.encode()), None)[1]
        finally:
            os.close(write_fd)
