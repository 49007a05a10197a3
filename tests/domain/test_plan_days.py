"""The days of a plan: rest, weekdays, interviews, light days, and stages over practice days."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from planning import TODAY, calendars, later, light_days, minutes_for, state_of
from tpmprep.domain.days import Frame, frames_of, practice_days
from tpmprep.domain.planstate import INTERVIEW, REST, Interview, PlanState
from tpmprep.domain.stages import stages_by_day

LETTERS = {"inventory": "i", "stories": "s", "cases": "c", "fundamentals": "f", "close": "x"}


def letters(*ends: int, **changes: Any) -> str:
    """The stages of each day by their letters; `-` for no practice, `!` for an interview."""
    return " ".join(_letters(frame) for frame in frames_of(state_of(*ends, **changes)))


def _letters(frame: Frame) -> str:
    if frame.interview is not None:
        return "!"
    return "".join(LETTERS[name] for name in frame.stages) or "-"


def rest(*days: int) -> frozenset[date]:
    """Days of rest, counted from today."""
    return frozenset(later(number) for number in days)


@pytest.mark.parametrize(
    ("ends", "rested", "expected"),
    [
        ((1,), (), "ix"),
        ((10,), (), "i i s s c c f f x x"),
        ((7,), (0, 3), "- i s - c f x"),
        ((12,), (11, 10), "i i s s c c f f x x - -"),
        ((3,), (0, 2), "- ix -"),
        ((2,), (0, 1), "- -"),
    ],
)
def test_stages_stand_on_days_of_practice(
    ends: tuple[int, ...], rested: tuple[int, ...], expected: str
) -> None:
    """A day of rest belongs to no stage and takes none away from the others."""
    assert expected == letters(*ends, rest=rest(*rested))


def test_weekdays_without_minutes_are_as_rest() -> None:
    """A plan from Tuesday to the Monday after next, without weekends."""
    assert "i i s s - - c c f f x - - x" == letters(14, weekdays={5: 0, 6: 0})


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ((5, 6), "i s c f x !"),
        ((5, 7), "i s c f x ! x"),
        ((5, 8), "i s c f x ! c x"),
        ((5, 11), "i s c f x ! c f c f x"),
        ((1, 2, 4), "ix ! ! x"),
        ((2, 5, 9), "iscf x ! c x ! c f x"),
        ((0, 5), "! is cf cf x"),
    ],
)
def test_several_interviews(ends: tuple[int, ...], expected: str) -> None:
    """The stages are for the first; the middle goes on to each later one, and closes again."""
    assert expected == letters(*ends)


def test_a_later_interview_leaves_the_stages_before_the_first() -> None:
    """To learn of one more is no reason to begin anew."""
    assert letters(10, 30).startswith(letters(10) + " !")


@pytest.mark.parametrize(
    ("minutes", "light"), [(10, 6), (15, 9), (35, 21), (45, 27), (55, 33), (99, 59), (240, 144)]
)
def test_the_day_before_an_interview_is_light(minutes: int, light: int) -> None:
    """Three fifths of its minutes, in whole minutes; the days before have all of theirs."""
    *others, last = frames_of(state_of(3, minutes=minutes))
    assert {(minutes, False)} == {(frame.minutes, frame.is_last) for frame in others}
    assert (light, True) == (last.minutes, last.is_last)


@pytest.mark.parametrize(
    ("ends", "rested", "expected"),
    [
        ((1,), (), []),
        ((2,), (), []),
        ((3,), (), [3]),
        ((3,), (1,), []),
        ((6,), (5, 4), [4]),
        ((4, 8), (), [4, 8]),
        ((4, 7), (), [4]),
        ((2, 6), (), [6]),
    ],
)
def test_light_days(ends: tuple[int, ...], rested: tuple[int, ...], expected: list[int]) -> None:
    """The last day of practice before each interview with three such days or more since the last.

    With fewer there is no day to spare.
    """
    frames = frames_of(state_of(*ends, rest=rest(*rested)))
    assert expected == [frame.number for frame in frames if frame.is_last]


def test_a_light_weekday() -> None:
    """Its own minutes are those that it has three fifths of."""
    frames = frames_of(state_of(4, minutes=45, weekdays={4: 100}))
    assert (60, True) == (frames[-1].minutes, frames[-1].is_last)


def test_what_a_day_is_called() -> None:
    """By its stages, as rest, or as an interview, which it names."""
    state = state_of(2, 6, rest=rest(3)).with_interview(Interview(later(2), "amazon", "phone"))
    frames = frames_of(state)
    first = "inventory + stories + cases + fundamentals"
    assert [first, "close", INTERVIEW, REST, "cases", "close"] == [f.stage for f in frames]
    assert Interview(later(2), "amazon", "phone") == frames[2].interview
    assert [None] * 5 == [frame.interview for frame in frames if frame.number != 3]


def test_rest_and_interview_on_one_day() -> None:
    """It is the interview."""
    assert INTERVIEW == frames_of(state_of(2, 4, rest=rest(2)))[2].stage


@given(calendars())
def test_any_calendar(state: PlanState) -> None:
    """Every date from the start to the day before the last interview, numbered from 1.

    Its minutes are those that the person gave, or three fifths of them. What has none has no
    stage, and the first stretch of practice has the stages of so many days.
    """
    frames, light = frames_of(state), light_days(state)
    length = (state.end - TODAY).days
    assert [(n + 1, later(n)) for n in range(length)] == [(f.number, f.on) for f in frames]
    assert light == {frame.on for frame in frames if frame.is_last}
    for frame in frames:
        minutes = minutes_for(state, frame.on)
        assert (minutes * 6 // 10 if frame.is_last else minutes) == frame.minutes
        assert (minutes > 0) == bool(frame.stages)
        assert (frame.stage == INTERVIEW) == (state.interview_on(frame.on) is not None)
    first = next((days for days in practice_days(state) if days), [])
    assert stages_by_day(len(first)) == [f.stages for f in frames if f.on in first]
