"""What the clock says in words."""

import pytest

from fakes import make_question
from tpmprep.domain.drill import Drill
from tpmprep.domain.engine import step
from tpmprep.domain.events import Finish, Start, Suspend, Think, Tick, Typed
from tpmprep.domain.formats import FORMATS, paced
from tpmprep.domain.interviewer import Interviewer
from tpmprep.ui import words


def at(seconds: float, fmt: str = "2min", pace: str = "1.0") -> Drill:
    """A drill that has run for some seconds."""
    question = make_question()
    drill = step(Drill(question, paced(FORMATS[fmt], pace), Interviewer()), Start(0.0))
    for second in range(1, int(seconds) + 1):
        drill = step(drill, Tick(float(second)))
    return step(drill, Tick(seconds))


@pytest.mark.parametrize(
    ("drill", "status"),
    [
        (at(0), "2:00 left · close by 0:20"),
        (at(48), "1:12 left · close by 0:20"),
        (at(101), "0:19 left · close now"),
        (at(119.5), "0:01 left · close now"),
        (at(120), "0:00 left · close now"),
        (at(128), "overtime 0:08 · finish when you have closed"),
        (at(500, "deep"), "overtime 0:20 · go on when you are ready"),
        (at(75, pace="untimed"), "1:15 so far · no limit"),
        (step(at(30), Suspend(30)), "paused at 1:30 left · any key goes on"),
        (
            step(Drill(make_question(), FORMATS["2min"], Interviewer()), Think(0, 60)),
            "thinking · 1:00 left · type, or Enter starts",
        ),
    ],
)
def test_the_clock_in_words(drill: Drill, status: str) -> None:
    """What is left, when to close, and what is happening."""
    assert status == words.status(drill)


def test_a_sleep_is_told_for_a_while() -> None:
    """That it was noticed and not counted; then the clock says its usual words again."""
    drill = step(at(20), Tick(740.0))
    assert "1:40 left · your computer slept 12:00, not counted" == words.status(drill)
    for second in range(741, 752):
        drill = step(drill, Tick(float(second)))
    assert "1:29 left · close by 0:20" == words.status(drill)


def test_where_an_unfinished_answer_stands() -> None:
    """Time left, or what is still to be said."""
    assert "1:50 left" == words.stands_at(at(10))
    assert "no limit" == words.stands_at(at(10, pace="untimed"))
    assert "to be scored" == words.stands_at(step(at(10), Finish(11)))


def test_lengths_and_times() -> None:
    """Words and what they take aloud; time against the limit."""
    assert "1 word, about 0:00 aloud" == words.length(step(at(1), Typed(1, "one")))
    assert "70 words, about 0:30 aloud" == words.length(step(at(1), Typed(1, "word " * 70)))
    assert "0:02, no limit" == words.took(2, 0, 0)
    assert "2:11 of 2:00, overtime 0:11" == words.took(131.4, 120, 11.4)
    assert "1:40 of 2:00" == words.took(100, 120, 0)
    assert "question 1 of 5" == words.progress(at(1, "deep"))
    assert "" == words.progress(at(1))
