"""The answer screen, driven by keys through a pipe."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.input.base import PipeInput
from prompt_toolkit.output import DummyOutput

from fakes import interrupting, make_question
from tpmprep.domain.clock import Clock
from tpmprep.domain.drill import Drill, Phase
from tpmprep.domain.engine import step
from tpmprep.domain.events import Start, Suspend, Think, Tick, Typed
from tpmprep.domain.formats import FORMATS
from tpmprep.domain.interviewer import Interviewer
from tpmprep.errors import StorageFailed
from tpmprep.ui.answer_screen import MOST_CHARACTERS, AnswerScreen
from tpmprep.ui.answer_view import ALOUD, NOTES, TYPED, Manner
from tpmprep.ui.theme import Look
from tpmprep.ui.widgets import Screen

LOOK = Look(plain=False, color=False, unicode=True, width=80)
CTRL_C, CTRL_D = "\x03", "\x04"


class RunningClock:
    """A clock that goes on by `step_s` at every reading."""

    def __init__(self, step_s: float = 0.5) -> None:
        self._at_s, self._step_s = 0.0, step_s

    def now(self) -> None:
        """Nobody asks."""
        raise AssertionError

    def steady_s(self) -> float:
        """A little later each time."""
        self._at_s += self._step_s
        return self._at_s


@contextmanager
def keyboard(keys: str) -> Iterator[PipeInput]:
    """An input on which `keys` were typed."""
    with create_pipe_input() as pipe:
        typist = Thread(target=pipe.send_text, args=(keys,))  # a pipe holds less than a paste
        typist.start()
        yield pipe
        typist.join()


def started(fmt: str = "2min", redirect_at_s: float | None = None) -> Drill:
    """A drill whose clock runs."""
    fmt_ = FORMATS[fmt]
    return step(Drill(make_question(), fmt_, interrupting(redirect_at_s, fmt_.main_s)), Start(0.0))


class Kept(list[Drill]):
    """A draft keeper that remembers; it can be told that the disk is full."""

    def __init__(self, *, full: bool = False) -> None:
        super().__init__()
        self.full = full

    def __call__(self, drill: Drill) -> None:
        """Keep, or fail."""
        if self.full:
            raise StorageFailed("the disk is full")
        self.append(drill)


def screen_for(
    drill: Drill,
    pipe: PipeInput,
    kept: Kept,
    clock: Clock | RunningClock | None = None,
    manner: Manner = TYPED,
) -> AnswerScreen:
    """An answer screen without a terminal."""
    the_clock: Clock = clock or RunningClock()  # type: ignore[assignment]
    screen = Screen(LOOK, pipe, DummyOutput())
    return AnswerScreen(drill, the_clock, kept, screen, manner=manner, tick_s=0.02)


def answered(keys: str, drill: Drill | None = None, manner: Manner = TYPED) -> Drill:
    """The drill after `keys`."""
    with keyboard(keys) as pipe:
        return screen_for(drill or started(), pipe, Kept(), manner=manner).run()


def test_ctrl_d_hands_in_the_answer() -> None:
    """The text is kept and the drill goes on to its scoring."""
    drill = answered(f"First I aligned the two teams.\rThen we moved.{CTRL_D}")
    assert "First I aligned the two teams.\nThen we moved." == drill.text
    assert Phase.SCORING is drill.phase


def test_escape_enter_hands_in_too() -> None:
    """For those whose terminal keeps Ctrl-D."""
    assert "done" == answered("done\x1b\r").text


def test_an_empty_answer_cannot_be_handed_in() -> None:
    """Ctrl-D before a word stays; words after it count."""
    assert "words" == answered(f"{CTRL_D}{CTRL_D}words{CTRL_D}").text


def test_ctrl_c_keeps_the_words() -> None:
    """The draft holds everything when KeyboardInterrupt arrives."""
    kept = Kept()
    with keyboard(f"half an answ{CTRL_C}") as pipe:
        screen = screen_for(started(), pipe, kept)
        with pytest.raises(KeyboardInterrupt):
            screen.run()
    assert (Phase.ABANDONED, "half an answ") == (screen.drill.phase, screen.drill.text)
    assert "half an answ" == kept[-1].text


def test_a_full_disk_does_not_stop_the_answer() -> None:
    """NOT SAVED is said, typing goes on, and the text is there at the end."""
    with keyboard(f"still here{CTRL_D}") as pipe:
        screen = screen_for(started(), pipe, Kept(full=True))
        drill = screen.run()
    assert "still here" == drill.text


def test_an_answer_that_waits_paused_goes_on_at_the_first_key() -> None:
    """Also at a key that types nothing; the text so far is in the editor."""
    paused = step(step(started(), Typed(1.0, "so far")), Suspend(2.0))
    drill = answered(f"\x1b[D{CTRL_D}", paused)
    assert ("so far", Phase.SCORING) == (drill.text, drill.phase)
    assert "so far and on" == answered(f" and on{CTRL_D}", paused).text


def test_words_after_an_interruption_are_its_answer() -> None:
    """The editor is empty after the redirect, and the first words stay with the question."""
    drill = step(step(started(redirect_at_s=50), Typed(1.0, "before")), Tick(3.0))
    for at_s in range(4, 52):
        drill = step(drill, Tick(float(at_s)))
    drill = answered(f"after{CTRL_D}", drill)
    assert ["before", "after"] == [part.text for part in drill.parts]


def test_time_alone_interrupts() -> None:
    """Ticks bring the redirect while nobody types."""
    kept = Kept()
    with create_pipe_input() as pipe:
        screen = screen_for(started(redirect_at_s=3), pipe, kept, RunningClock(0.9))

        def keep_and_end(drill: Drill) -> None:
            kept.append(drill)
            if len(drill.parts) == 2 and len(kept) > 1:
                pipe.send_text(f"x{CTRL_D}")

        screen._persist = keep_and_end  # noqa: SLF001  # the fake needs the pipe that it types on
        drill = screen.run()
    assert ["main", "redirect"] == [part.kind for part in drill.parts]


def test_a_huge_paste_is_capped() -> None:
    """200,000 characters are taken, the rest is left out."""
    paste = "\x1b[200~" + "x" * (MOST_CHARACTERS + 500) + "\x1b[201~"
    assert MOST_CHARACTERS == len(answered(f"{paste}{CTRL_D}").text)


def test_thinking_ends_with_enter() -> None:
    """Enter starts the clock of the answer."""
    drill = step(Drill(make_question(), FORMATS["2min"], Interviewer()), Think(0.0, 600.0))
    drill = answered(f"\rnow{CTRL_D}", drill)
    assert ("now", Phase.SCORING) == (drill.text, drill.phase)
    assert drill.think_s > 0


def test_aloud_has_no_editor() -> None:
    """Space says that one speaks, Enter ends; letters type nothing."""
    drill = step(started(redirect_at_s=1), Tick(2.0))
    drill = answered("abc \r", drill, ALOUD)
    assert ("", Phase.SCORING) == (drill.text, drill.phase)
    assert drill.parts[1].recovery_s is not None


def test_notes_have_no_clock() -> None:
    """What is written after speaking changes no time."""
    spoken = answered("\r", started(), ALOUD)
    noted = answered(f"I said three things.{CTRL_D}", spoken, NOTES)
    assert ("I said three things.", spoken.elapsed_s) == (noted.text, noted.elapsed_s)
