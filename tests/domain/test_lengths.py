"""One question at several lengths: the newest answers side by side, and what survives in them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt, make_question
from tpmprep.domain.attempt import Attempt, SignalSeen, asked
from tpmprep.domain.formats import FORMATS, GUIDE_LENGTHS, RUNGS
from tpmprep.domain.history import History, history_of
from tpmprep.domain.lengths import Length, covered, lengths_of, missing_lengths, survived

YES, NO, AIDED = SignalSeen(True), SignalSeen(False), SignalSeen(True, aided=True)


def attempt(day: int, fmt: str, question: str = "tq-01", **more: Any) -> Attempt:
    """An answer of a day in November."""
    name = f"202611{day:02}-120000-00000001"
    return make_attempt(name, format=fmt, question=asked(make_question(question)), **more)


def told(*days: tuple[int, str]) -> History:
    """Answers to the usual question, by day and format."""
    return history_of(attempt(day, fmt) for day, fmt in days)


def length(fmt: str, **credits_: float) -> Length:
    """An answer in which these signals count so much."""
    return Length(fmt, "", 0, 0, 0, 0, None, credits_)


@given(st.permutations([*RUNGS, "update", "board"]))
def test_lengths_come_shortest_first(formats: list[str]) -> None:
    """In whatever order they were practised; other formats are no lengths."""
    history = told(*enumerate(formats, start=1))
    found = lengths_of(history, "tq-01")
    assert list(RUNGS) == [length.format for length in found]
    limits = [FORMATS[length.format].limit_s for length in found]
    assert sorted(limits) == limits


def test_a_length_without_an_answer_is_left_out() -> None:
    """And a question without any has no lengths."""
    history = told((1, "deep"), (2, "headline"))
    assert ["headline", "deep"] == [length.format for length in lengths_of(history, "tq-01")]
    assert [] == lengths_of(history, "tq-02")


def test_the_newest_answer_of_a_length_counts() -> None:
    """Not the best and not the first; answers to other questions are not looked at."""
    history = history_of(
        [
            attempt(3, "2min", answer="Newest of all."),
            attempt(1, "2min", answer="One two three four five."),
            attempt(4, "2min", "tq-02", answer="Another question."),
        ]
    )
    (found,) = lengths_of(history, "tq-01")
    assert ("20261103-120000-00000001", 3) == (found.attempt, found.words)


def test_a_length_tells_time_words_score_and_credits() -> None:
    """All as the attempt has it: a signal that was asked for counts half."""
    signals = {"owner": YES, "rollback": AIDED, "cost": NO}
    history = history_of(
        [attempt(1, "deep", limit_s=1200.0, elapsed_s=1230.5, overtime_s=30.5, signals=signals)]
    )
    (found,) = lengths_of(history, "tq-01")
    assert (1200.0, 1230.5, 30.5) == (found.limit_s, found.elapsed_s, found.overtime_s)
    assert (12, 2.5) == (found.words, found.score)
    assert {"owner": 1.0, "rollback": 0.5, "cost": 0.0} == found.credits


def test_an_answer_that_nobody_scored_has_no_score() -> None:
    """None is not zero."""
    history = history_of([attempt(1, "2min", scores={}, quotes={}, unsupported=[])])
    assert None is lengths_of(history, "tq-01")[0].score


@pytest.mark.parametrize(
    ("done", "missing"),
    [
        ((), ["2min", "5min", "deep"]),
        (("headline", "update", "board"), ["2min", "5min", "deep"]),
        (("deep", "2min"), ["5min"]),
        (("5min", "5min"), ["2min", "deep"]),
        (("deep", "5min", "2min"), []),
    ],
)
def test_which_lengths_are_still_to_come(done: tuple[str, ...], missing: list[str]) -> None:
    """The guide's three in their order, whatever else was practised."""
    assert missing == missing_lengths(told(*enumerate(done, start=1)), "tq-01")


def test_a_question_is_covered_with_all_three_lengths() -> None:
    """Each of its own: the lengths of two questions do not add up."""
    both = [attempt(n, fmt, "tq-01") for n, fmt in enumerate(GUIDE_LENGTHS, start=1)]
    split = [attempt(4, "2min", "tq-02"), attempt(5, "5min", "tq-02"), attempt(6, "deep", "tq-03")]
    assert ["tq-01"] == covered(history_of([*split, *both]))
    assert [] == covered(history_of(split)) == covered(History())


LONGEST = length("deep", owner=1, rollback=0.5, cost=0, date=1)


@pytest.mark.parametrize(
    ("short", "kept"),
    [
        (length("2min", owner=1, rollback=1, cost=1, date=1), (3, 3)),
        (length("2min", owner=0.5, rollback=0, cost=0, date=0), (1, 3)),
        (length("2min", cost=1), (0, 3)),
        (length("2min"), (0, 3)),
    ],
)
def test_what_survives_in_a_shorter_answer(short: Length, kept: tuple[int, int]) -> None:
    """Of the signals in the longest, those that stand in it too, asked for or not."""
    assert kept == survived([short, length("5min", owner=1), LONGEST], "2min")


@pytest.mark.parametrize("shorter", ["headline", "5min", "deep", "nonsense"])
def test_nothing_can_be_said_of_a_length_that_is_not_there_or_the_longest(shorter: str) -> None:
    """Neither of a missing answer nor of one without a longer one."""
    assert survived([length("2min", owner=1), LONGEST], shorter) is None
    assert survived([length(shorter, owner=1)], shorter) is None
    assert survived([], shorter) is None


CREDITS = st.dictionaries(st.sampled_from("abcd"), st.sampled_from([0.0, 0.5, 1.0]))


@given(st.lists(CREDITS, min_size=2, max_size=4))
def test_no_more_survives_than_was_said(credits_: list[dict[str, float]]) -> None:
    """Between none and all of the longest answer's signals, for every shorter one."""
    lengths = [length(fmt, **c) for fmt, c in zip(RUNGS, credits_, strict=False)]
    said = {name for name, credit in credits_[-1].items() if credit > 0}
    for shorter, own in zip(lengths[:-1], credits_, strict=False):
        kept = survived(lengths, shorter.format)
        assert kept == (len({name for name in said if own.get(name, 0) > 0}), len(said))
