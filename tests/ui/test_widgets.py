"""Widgets end in order: a result, Ctrl-C, the end of input, a signal, a closed terminal."""

import errno
import os
import signal
from collections.abc import Callable

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from driving import CTRL_C, DOWN, ENTER, HOSTILE, WIDE, desk
from tpmprep.errors import KilledBySignal
from tpmprep.ui.widgets import DEADLY, Keys, Screen, no_interrupts, one_line, press, select, tick

OPTIONS = [("1", "first"), ("2", "second"), ("3", "third")]

Widget = Callable[[Screen], object]
WIDGETS: dict[str, Widget] = {
    "press": lambda screen: press(screen, lambda: [("", "now")], {("x",): lambda: "x"}),
    "select": lambda screen: select(screen, "Which?", OPTIONS),
    "tick": lambda screen: tick(screen, "Which?", OPTIONS),
    "one_line": lambda screen: one_line(screen, "What?"),
}
every_widget = pytest.mark.parametrize("widget", WIDGETS.values(), ids=WIDGETS.keys())


class BrokenOutput(DummyOutput):
    """A terminal that fails with a system error as soon as it is written to."""

    def __init__(self, number: int) -> None:
        self._number = number

    def write(self, data: str) -> None:
        """Fail."""
        raise OSError(self._number, "gone")


def test_press_stays_until_a_key_gives_a_result() -> None:
    """A key without a result shows the lines again, an unknown key does nothing."""
    count: list[str] = []

    def one_more() -> None:
        count.append("a")

    keys: Keys[int] = {("a",): one_more, ("enter",): lambda: len(count)}
    with desk("aaza" + ENTER) as at:
        assert 3 == press(at.screen, lambda: [("", "How many?")], keys)
        assert at.pane.showed("How many?")


def test_press_takes_every_name_of_a_key() -> None:
    """Two keys can mean the same."""
    with desk("q") as at:
        assert "bye" == press(at.screen, list, {("enter", "q"): lambda: "bye"})


@pytest.mark.parametrize(
    ("keys", "at", "expected"),
    [
        ("", "", "1"),
        ("2", "", "2"),
        ("23", "", "3"),
        (DOWN, "", "2"),
        (DOWN * 3, "", "1"),
        ("", "3", "3"),
        ("1", "3", "1"),
        ("9jk", "", "1"),
    ],
)
def test_select(keys: str, at: str, expected: str) -> None:
    """By its key or by arrows, from where the pointer stands; other keys do nothing."""
    with desk(keys + ENTER) as here:
        assert expected == select(here.screen, "Which?", OPTIONS, at)


@pytest.mark.parametrize(
    ("keys", "on", "expected"),
    [
        ("", [], []),
        ("", ["2"], ["2"]),
        (" ", [], ["1"]),
        (f" {DOWN}{DOWN} ", [], ["1", "3"]),
        (f"{DOWN} ", ["2", "3"], ["3"]),
    ],
)
def test_tick(keys: str, on: list[str], expected: list[str]) -> None:
    """Space ticks and unticks; what was ticked at first stays so."""
    with desk(keys + ENTER) as at:
        assert expected == tick(at.screen, "Which?", OPTIONS, on)


@pytest.mark.parametrize(
    ("keys", "expected"), [("", ""), ("  two words ", "two words"), ("wrongx\x7f", "wrong")]
)
def test_one_line(keys: str, expected: str) -> None:
    """The line without outer blanks; Backspace works; nothing is an empty text."""
    with desk(keys + ENTER) as at:
        assert expected == one_line(at.screen, "What?")


@pytest.mark.parametrize("end", [(CTRL_C, KeyboardInterrupt), (None, EOFError)], ids=["c", "end"])
@pytest.mark.parametrize(("keys", "left"), [(" half a ", "half a"), ("ab\x7f", "a"), ("", "")])
def test_what_stands_half_there_is_handed_on(
    end: tuple[str | None, type[BaseException]], keys: str, left: str
) -> None:
    """When the person stops, or the input ends; a line that is sent off is not."""
    found: list[str] = []
    with desk(keys + (end[0] or "")) as at:
        if end[0] is None:
            at.pipe.close()
        with pytest.raises(end[1]):
            one_line(at.screen, "What?", found.append)
    with desk("whole" + ENTER) as at:
        assert "whole" == one_line(at.screen, "What?", found.append)
    assert [left] == found


def test_half_a_line_when_the_program_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """By a signal, as soon as the words stand there: they are handed on before it goes up."""
    found: list[str] = []
    with desk("half") as at:
        draw = at.pane.flush

        def flush() -> None:
            draw()
            if at.pane.showed("half"):
                monkeypatch.undo()
                os.kill(os.getpid(), signal.SIGTERM)

        monkeypatch.setattr(at.pane, "flush", flush)
        with pytest.raises(KilledBySignal) as caught:
            one_line(at.screen, "What?", found.append)
    assert (signal.SIGTERM, ["half"]) == (caught.value.signum, found)


@pytest.mark.parametrize(("text", "wanted"), HOSTILE.items())
def test_options_are_shown_and_never_obeyed(text: str, wanted: str) -> None:
    """Control characters and markup in an option appear as text."""
    with desk(ENTER) as at:
        select(at.screen, "Which?", [("1", text)])
        assert at.pane.showed(wanted)
    with desk(ENTER) as at:
        tick(at.screen, "Which?", [("1", text)])
        assert at.pane.showed(wanted)


def test_long_options_hang_below_their_number() -> None:
    """The second line of an option stands below the words of the first."""
    text = "Names thresholds, owners and the action that follows, within a day."
    with desk(ENTER, columns=40) as at:
        select(at.screen, "Which?", [("1", text)])
        picture = next(p for p in at.pane.pictures if "Names" in p)
    first = next(line for line in picture.splitlines() if "Names" in line)
    second = next(line for line in picture.splitlines() if "action" in line)
    assert first.index("Names") == len(second) - len(second.lstrip())


@every_widget
def test_the_screen_is_clean_afterwards(widget: Widget) -> None:
    """Nothing of a widget is left behind."""
    with desk("x" + ENTER) as at:
        widget(at.screen)
        assert "" == at.pane.pictures[-1].strip()


@every_widget
def test_ctrl_c_is_an_interrupt(widget: Widget) -> None:
    """No widget turns Ctrl-C into an answer."""
    with desk(CTRL_C) as at, pytest.raises(KeyboardInterrupt):
        widget(at.screen)


@every_widget
def test_the_end_of_input_is_told(widget: Widget) -> None:
    """A closed input raises EOFError instead of waiting for ever."""
    with desk() as at:
        at.pipe.close()
        with pytest.raises(EOFError):
            widget(at.screen)


@pytest.mark.parametrize("signum", DEADLY)
def test_a_deadly_signal_ends_the_widget(signum: int) -> None:
    """The signal arrives as KilledBySignal, and the terminal was put right before."""
    with desk("x") as at:
        keys: Keys[None] = {("x",): lambda: os.kill(os.getpid(), signum)}
        with pytest.raises(KilledBySignal) as caught:
            press(at.screen, lambda: [("", "now")], keys)
        assert signum == caught.value.signum
        assert "" == at.pane.pictures[-1].strip()


@pytest.mark.parametrize("number", [errno.EIO, errno.EBADF, errno.ENXIO])
def test_a_closed_terminal_is_a_hang_up(number: int) -> None:
    """A terminal that is gone counts as SIGHUP."""
    with create_pipe_input() as pipe, pytest.raises(KilledBySignal) as caught:
        one_line(Screen(WIDE, pipe, BrokenOutput(number)), "What?")
    assert signal.SIGHUP == caught.value.signum


def test_other_system_errors_are_not_hidden() -> None:
    """What is no hang-up goes on as it came."""
    with create_pipe_input() as pipe, pytest.raises(OSError, match="gone") as caught:
        one_line(Screen(WIDE, pipe, BrokenOutput(errno.ENOSPC)), "What?")
    assert errno.ENOSPC == caught.value.errno


@pytest.mark.parametrize(("color", "expected"), [(True, True), (False, False)])
def test_colour_only_where_it_is_welcome(color: bool, expected: bool) -> None:
    """The accent is sent as a colour code, or not at all."""
    with desk(ENTER, color=color) as at:
        select(at.screen, "Which?", OPTIONS)
        assert expected == ("38;5;" in at.pane.sent)


def test_no_interrupts_holds_ctrl_c_off() -> None:
    """An interrupt while it is open does nothing; afterwards the old handler is back."""
    before = signal.getsignal(signal.SIGINT)
    with no_interrupts():
        signal.raise_signal(signal.SIGINT)
    assert before == signal.getsignal(signal.SIGINT)
