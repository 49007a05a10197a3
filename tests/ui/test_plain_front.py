"""Plain lines while a clock runs: endings, interruptions, the time, and never an escape byte."""

import io
import signal
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TextIO

import pytest

from driving import HOSTILE, PLAIN, Person, RunningClock, make_drill, pipe, squeezed, started
from fakes import make_dimension
from tpmprep.cli.output import rendered
from tpmprep.domain.credit import Reached, reached
from tpmprep.domain.drill import Drill, Phase
from tpmprep.domain.engine import step
from tpmprep.domain.events import Finish, Grade, Suspend, Think, Typed
from tpmprep.domain.quotes import evidence_of
from tpmprep.errors import KilledBySignal, StorageFailed
from tpmprep.ui.front import Choice, Opening, Place
from tpmprep.ui.lines import LineReader
from tpmprep.ui.plain_front import PlainFront

if TYPE_CHECKING:
    from collections.abc import Callable

TICK_S = 0.005

UNQUESTIONED = "te.architecture"
"""A dimension that no detector speaks for: a high level raises no doubt."""


@dataclass
class Talk:
    """A plain front and everything that it said."""

    front: PlainFront
    said: list[str]

    @property
    def lines(self) -> list[str]:
        """What was said, line by line."""
        return "".join(self.said).splitlines()


def talk(stream: TextIO | str, persist: Any = None, *, step_s: float = 1.0, **more: Any) -> Talk:
    """A front that reads `stream`; its time runs by `step_s` at each look at the clock."""
    said: list[str] = []
    lines = LineReader(io.StringIO(stream) if isinstance(stream, str) else stream)
    front = PlainFront(
        lines,
        RunningClock(step_s),
        persist or Person(lambda _: None),
        lambda body: said.append(rendered(body, PLAIN)),
        PLAIN,
        tick_s=TICK_S,
        **more,
    )
    return Talk(front, said)


def test_a_dot_ends_the_answer() -> None:
    """Lines are kept as lines, also empty ones and those that only contain a dot."""
    drill = talk("One owner.\n\n. and more\n.\n").front.answer(started(make_drill()))
    assert ("One owner.\n\n. and more", Phase.SCORING) == (drill.text, drill.phase)


@pytest.mark.parametrize("ending", ["", "\n", "\r\n"])
def test_the_end_of_input_ends_an_answer_with_words(ending: str) -> None:
    """What was typed counts, with whatever line end."""
    drill = talk(f"Words of mine{ending}").front.answer(started(make_drill()))
    assert ("Words of mine", Phase.SCORING) == (drill.text, drill.phase)


def test_the_end_of_input_without_words_is_an_error() -> None:
    """EOFError is raised, and the draft is left as a stopped one."""
    person = Person(lambda _: None)
    with pytest.raises(EOFError):
        talk("", person).front.answer(started(make_drill()))
    assert Phase.ABANDONED is person.saved[-1].phase


def test_ctrl_c_keeps_the_words() -> None:
    """KeyboardInterrupt goes on, and the last draft holds what was typed."""
    saved: list[Drill] = []

    def persist(drill: Drill) -> None:
        saved.append(drill)
        if drill.text and drill.phase is Phase.ANSWERING:
            raise KeyboardInterrupt

    with pipe() as (stream, write):
        write("half an answer\n")
        with pytest.raises(KeyboardInterrupt):
            talk(stream, persist).front.answer(started(make_drill()))
    assert (Phase.ABANDONED, "half an answer") == (saved[-1].phase, saved[-1].text)


def test_a_deadly_signal_ends_the_answer() -> None:
    """SIGTERM arrives as KilledBySignal; afterwards its old handler is back."""
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(KilledBySignal) as caught:
        talk("x\n", lambda _: signal.raise_signal(signal.SIGTERM)).front.answer(
            started(make_drill())
        )
    assert signal.SIGTERM == caught.value.signum
    assert before == signal.getsignal(signal.SIGTERM)


def test_the_interviewer_cuts_in() -> None:
    """The redirect is printed once, and the lines after it are its answer."""
    with pipe() as (stream, write):
        write("First words.\n")
        person = Person(write, [(lambda d: len(d.parts) == 2, "Second words.\nAnd third.\n.\n")])
        heard = talk(stream, person)
        drill = heard.front.answer(started(make_drill(redirect_at_s=20.0)))
    assert ["First words.", "Second words.\nAnd third."] == [part.text for part in drill.parts]
    assert 1 == heard.lines.count("Interviewer: Stop: one sentence, what do you do first?")
    assert drill.part.recovery_s is not None


def test_the_time_is_told_now_and_then() -> None:
    """At the half, near the end, and when it is over; each once."""
    with pipe() as (stream, write):
        write("words\n")
        person = Person(write, [(lambda d: d.remaining_s < -8, ".\n")])
        heard = talk(stream, person, step_s=4.0)
        heard.front.answer(started(make_drill()))
    assert [
        "[1:00 left · close by 0:20]",
        "[0:08 left · close now]",
        "[0:00 left · close now]",
    ] == [line for line in heard.lines if line.startswith("[")]


def test_no_time_is_told_without_a_limit() -> None:
    """An untimed drill hears nothing of the clock."""
    drill = make_drill()
    untimed = replace(drill, format=replace(drill.format, timed=False))
    with pipe() as (stream, write):
        write("words\n")
        person = Person(write, [(lambda d: d.elapsed_s > 150, ".\n")])
        heard = talk(stream, person, step_s=4.0)
        heard.front.answer(started(untimed))
    assert [] == [line for line in heard.lines if line.startswith("[")]


def test_a_failing_disk_is_told_and_stops_nothing() -> None:
    """NOT SAVED is said, and the answer is there at the end."""

    def full(_: Drill) -> None:
        raise StorageFailed("the disk is full")

    heard = talk("still here\n.\n", full)
    assert "still here" == heard.front.answer(started(make_drill())).text
    assert "[NOT SAVED: the disk is full]" in heard.lines


def test_a_paused_answer_is_read_out_and_goes_on() -> None:
    """The question, the words so far and the time that is left come first."""
    paused = step(step(started(make_drill()), Typed(1001.0, "so far")), Suspend(1002.0))
    heard = talk("and on\n.\n")
    drill = heard.front.answer(replace(paused, last_at_s=None))
    assert "so far\nand on" == drill.text
    assert "so far" in heard.lines
    assert "[1:58 left]" in heard.lines


def test_a_deep_dive_asks_on() -> None:
    """Each dot brings the next follow-up; the end of input ends them all."""
    heard = talk("main\n.\nfirst\n.\nsecond\n")
    drill = heard.front.answer(started(make_drill("deep")))
    assert ["main", "first", "second", "", ""] == [part.text for part in drill.parts]
    assert 4 == sum(line.startswith("Interviewer: ") for line in heard.lines)
    assert Phase.SCORING is drill.phase


def test_thinking_ends_by_itself() -> None:
    """When the time for thinking is over, the front says that the clock runs."""
    with pipe() as (stream, write):
        person = Person(write, [(lambda d: d.phase is Phase.ANSWERING, "now\n.\n")])
        heard = talk(stream, person)
        drill = heard.front.answer(step(make_drill(), Think(1000.0, 6.0)))
    assert ("now", 1) == (drill.text, heard.lines.count("Go on: the clock runs."))
    assert drill.think_s >= 6


def test_words_typed_while_thinking_are_not_lost() -> None:
    """A line with words starts the clock and is the first line of the answer."""
    heard = talk("An idea\nand on\n.\n")
    drill = heard.front.answer(step(make_drill(), Think(1000.0, 60.0)))
    assert "An idea\nand on" == drill.text


def test_aloud_needs_no_words() -> None:
    """A line after an interruption says that one speaks; a dot ends it without any text."""
    with pipe() as (stream, write):
        plan: list[tuple[Callable[[Drill], bool], str]] = [
            (lambda d: len(d.parts) == 2, "\n"),
            (lambda d: d.part.recovery_s is not None, ".\n"),
        ]
        heard = talk(stream, Person(write, plan), aloud=True)
        drill = heard.front.answer(started(make_drill(redirect_at_s=5.0)))
    assert ("", Phase.SCORING) == (drill.text, drill.phase)
    assert drill.part.recovery_s is not None


def test_notes_are_kept_line_by_line() -> None:
    """Every line of the notes is in the draft as soon as it was typed."""
    person = Person(lambda _: None)
    finished = step(started(make_drill()), Finish(1001.0))
    drill = talk("one\ntwo\n.\n", person).front.notes(finished, 0)
    assert "one\ntwo" == drill.text
    assert ["one", "one\ntwo"] == [saved.text for saved in person.saved]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", Opening(Choice.START)),
        ("T", Opening(Choice.THINK)),
        ("q", Opening(Choice.QUIT)),
        (" 7 ", Opening(Choice.START, 70)),
        ("0\n10\n²\nwhat\n3", Opening(Choice.START, 30)),
        ("s\nq", Opening(Choice.QUIT)),
    ],
)
def test_the_card(typed: str, expected: Opening) -> None:
    """A letter, a digit or nothing; anything else is asked again, `s` only with a choice."""
    assert expected == talk(typed + "\n").front.card(make_drill(), [])


@pytest.mark.parametrize(
    ("typed", "quotes"),
    [("2\n3", ("We can roll back.",)), ("a\nROLL  back\n3", ("ROLL  back",)), ("9\n\n3", ())],
)
def test_words_and_then_a_level(typed: str, quotes: tuple[str, ...]) -> None:
    """A number, or words whose case and blanks do not count; Enter is none."""
    evidence = evidence_of("One owner decides. We can roll back.")
    grade = talk(f"{typed}\n").front.grade(make_dimension(UNQUESTIONED), Place(1, 1), evidence)
    assert Grade(UNQUESTIONED, 3, quotes) == grade


@pytest.mark.parametrize(
    ("typed", "confirmed"),
    [
        ("", [True, False]),
        ("0", [False, False]),
        ("2", [False, True]),
        ("1, 2", [True, True]),
        ("3\n-1\nx\n2 2", [False, True]),
    ],
)
def test_what_was_said(typed: str, confirmed: list[bool]) -> None:
    """Numbers correct what was found; numbers that are not in the list are asked again."""
    drill = make_drill()
    found = [Reached("owner", mentioned=True), Reached("rollback", mentioned=False)]
    reveal = talk(f"{typed}\n1\n").front.reveal(drill, found)
    assert confirmed == list(reveal.confirmed.values())
    assert drill.question.red_flags == reveal.red_flags


@pytest.mark.parametrize(("text", "wanted"), HOSTILE.items())
def test_nothing_is_obeyed(text: str, wanted: str) -> None:
    """Control characters in a question or an answer are printed as text."""
    heard = talk(f"\nI say {text}\n.\n\n\n3\n\n\n\n")
    drill = make_drill(prompt=f"Why {text} so?")
    heard.front.card(drill, [Choice.ANOTHER])
    drill = heard.front.answer(started(drill))
    heard.front.felt(drill)
    heard.front.grade(
        make_dimension(UNQUESTIONED, name=f"Control {text}"), Place(1, 1), evidence_of(drill.text)
    )
    heard.front.reveal(drill, reached(drill.question.strong_signals, drill.parts))
    out = "".join(heard.said)
    assert set() == {"\x1b", "\x9b", "\x07", "\u202e"} & set(out)
    assert squeezed(f"Why {wanted} so?") in squeezed(out)
    assert squeezed(f"I say {wanted}") in squeezed(out)
