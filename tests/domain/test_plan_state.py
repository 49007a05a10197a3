"""What the person decides: the interviews, when there is time, and what a change keeps."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning import TODAY, calendars, later, minutes_for, state_of
from tpmprep.domain.planstate import COUNTED_DAYS, Interview, PlanState, Wish, decide

TEN = Wish(interview=later(10))


def test_the_first_plan() -> None:
    """It begins today with 45 minutes a day, and answers of the last 30 days count."""
    made = decide(None, TEN, TODAY)
    assert PlanState((Interview(later(10)),), TODAY, later(-30), 45) == made
    assert later(10) == made.end


def test_everything_that_can_be_named_at_once() -> None:
    """The loop and its stage, minutes, weekdays, rest and a track."""
    wish = Wish(later(10), 60, {5: 90}, frozenset({later(3)}), "amazon", "phone", "ai")
    made = decide(None, wish, TODAY)
    assert (Interview(later(10), "amazon", "phone"),) == made.interviews
    assert (60, {5: 90}, "ai") == (made.minutes, made.weekdays, made.track)
    assert frozenset({later(3)}) == made.rest


RUNNING = state_of(
    5,
    since=later(-30),
    minutes=60,
    weekdays={5: 0},
    rest=frozenset({later(2)}),
    done={"close.calibration": "2026-11-24"},
    track="ai",
    key="old",
)


def test_naming_the_day_again_keeps_a_plan_that_runs() -> None:
    """It begins anew today, but ticks, rest, minutes and the key stay, and what counts does."""
    moved = decide(RUNNING, Wish(interview=later(9)), later(2))
    assert replace(RUNNING, interviews=(Interview(later(9)),), start=later(2)) == moved


def test_the_day_of_the_interview_still_belongs_to_the_plan() -> None:
    """A plan is over on the day after."""
    moved = decide(RUNNING, Wish(interview=later(9)), later(5))
    over = decide(RUNNING, Wish(interview=later(9)), later(6))
    assert (RUNNING.done, RUNNING.since) == (moved.done, moved.since)
    assert ({}, later(6 - COUNTED_DAYS)) == (over.done, over.since)


def test_naming_a_day_after_the_plan_is_over() -> None:
    """Habits stay: minutes, weekdays, track, key. Ticks, days of rest and what counted go."""
    over = decide(RUNNING, Wish(interview=later(40), loop="meta"), later(20))
    assert (60, {5: 0}, "ai", "old") == (over.minutes, over.weekdays, over.track, over.key)
    assert ({}, frozenset()) == (over.done, over.rest)
    assert (later(20), later(-10)) == (over.start, over.since)
    assert (Interview(later(40), "meta"),) == over.interviews


def test_the_history_never_counts_from_later_than_before() -> None:
    """Naming the day again on every day loses nothing that was practised for the plan."""
    early = replace(RUNNING, since=later(-2))
    assert later(-30) == decide(early, Wish(interview=later(9)), TODAY).since
    long_ago = replace(RUNNING, since=later(-50))
    assert later(-50) == decide(long_ago, Wish(interview=later(9)), TODAY).since


def test_naming_the_same_day_again_is_no_new_plan() -> None:
    """It goes on as it was, with whatever else was named."""
    assert RUNNING == decide(RUNNING, Wish(interview=later(5)), later(2))
    changed = decide(RUNNING, Wish(interview=later(5), minutes=20), later(2))
    assert replace(RUNNING, minutes=20) == changed


def test_naming_the_day_of_a_plan_that_is_over() -> None:
    """Nobody asks for it, and it still makes a plan."""
    over = decide(RUNNING, Wish(interview=later(5)), later(6))
    assert (later(6), {}) == (over.start, over.done)


def test_a_change_is_that_of_the_next_interview() -> None:
    """What is over stays as it was, and so do those after it."""
    known = state_of(3, 9, 20)
    changed = decide(known, Wish(loop="meta"), later(4))
    assert ["", "meta", ""] == [one.loop for one in changed.interviews]
    moved = decide(changed, Wish(interview=later(12)), later(4))
    assert (Interview(later(12), "meta"),) == moved.interviews


def test_a_change_without_a_day_leaves_the_rest() -> None:
    """Start, interview, ticks and everything that was not named."""
    changed = decide(RUNNING, Wish(minutes=30, rest=frozenset()), later(2))
    assert replace(RUNNING, minutes=30, rest=frozenset()) == changed
    assert RUNNING == decide(RUNNING, Wish(), later(2))
    assert {0: 10} == decide(RUNNING, Wish(weekdays={0: 10}), later(2)).weekdays


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (Wish(loop="meta"), ("meta", "")),
        (Wish(loop="meta", stage="leadership"), ("meta", "leadership")),
        (Wish(stage="loop-1"), ("amazon", "loop-1")),
        (Wish(minutes=20), ("amazon", "phone")),
        (Wish(interview=later(9)), ("amazon", "phone")),
        (Wish(interview=later(9), loop="meta"), ("meta", "")),
    ],
)
def test_another_loop_forgets_the_stage(wish: Wish, expected: tuple[str, str]) -> None:
    """A stage belongs to its loop; both stay when neither is named."""
    known = replace(RUNNING, interviews=(Interview(later(5), "amazon", "phone"),))
    found = decide(known, wish, TODAY).interviews[0]
    assert expected == (found.loop, found.stage)


def test_a_wish_is_empty_until_something_is_named() -> None:
    """Also no rest at all is something to ask for."""
    assert Wish().is_empty
    assert not Wish(rest=frozenset()).is_empty
    assert not Wish(weekdays={}).is_empty


@given(st.lists(st.integers(1, 30), max_size=8))
def test_interviews_stand_by_their_days(days: list[int]) -> None:
    """In whatever order they are named, each day once, the newest for a day."""
    state = state_of(12)
    for place, number in enumerate(days):
        state = state.with_interview(Interview(later(number), "amazon", str(place)))
    found = [one.on for one in state.interviews]
    assert sorted({later(12), *(later(number) for number in days)}) == found
    newest = {number: str(place) for place, number in enumerate(days)}
    for number, place_text in newest.items():
        assert Interview(later(number), "amazon", place_text) == state.interview_on(later(number))


def test_one_more_interview_changes_nothing_else() -> None:
    """Neither the start nor the ticks, and not the plan that it was added to."""
    more = RUNNING.with_interview(Interview(later(3), "meta"))
    assert RUNNING == replace(more, interviews=RUNNING.interviews)
    assert later(5) == more.end


@pytest.mark.parametrize(("gone", "expected"), [(0, 3), (3, 3), (4, 9), (9, 9), (10, 20), (99, 20)])
def test_the_next_interview(gone: int, expected: int) -> None:
    """Today's counts; when all are over it is the last one."""
    assert later(expected) == state_of(3, 9, 20).next_interview(later(gone)).on


def test_no_interview_on_other_days() -> None:
    """Only the days named have one."""
    assert state_of(3, 9).interview_on(later(4)) is None
    assert Interview(later(3)) == state_of(3, 9).interview_on(later(3))


@pytest.mark.parametrize(
    ("loop", "stage", "expected"),
    [("", "", ""), ("amazon", "", "amazon"), ("amazon", "phone", "amazon, phone")],
)
def test_what_an_interview_is_called(loop: str, stage: str, expected: str) -> None:
    """As far as it is known."""
    assert expected == Interview(TODAY, loop, stage).name


def test_minutes_of_a_day() -> None:
    """A weekday's own minutes, also none, else those of every day; rest and interviews: none."""
    state = state_of(4, 9, weekdays={5: 90, 6: 0}, rest=frozenset({later(1)}))
    week = {later(n): state.minutes_on(later(n)) for n in range(7)}
    # Tuesday to Monday: the second day is for rest, the Saturday is that of the interview
    assert [45, 0, 45, 45, 0, 0, 45] == list(week.values())
    assert 90 == state.minutes_on(date(2026, 12, 5))


@given(calendars(), st.integers(0, 60))
def test_minutes_of_any_day(state: PlanState, number: int) -> None:
    """Rest and interviews come before the weekday, which comes before every day's minutes."""
    on = TODAY + timedelta(days=number)
    assert minutes_for(state, on) == state.minutes_on(on)
