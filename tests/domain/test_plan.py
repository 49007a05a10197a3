"""The plan: the guide's blocks over any number of days, tasks, and drills that fit."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt, make_question
from tpmprep.adapters.content import load_stages
from tpmprep.domain.attempt import asked
from tpmprep.domain.history import History, history_of
from tpmprep.domain.plan import (
    COST_MIN,
    PlanState,
    build_plan,
    decide,
    done_tasks,
    next_format,
    not_reached,
)
from tpmprep.domain.stages import MOST_DAYS, stages_by_day, tasks_by_day

TODAY = date(2026, 11, 24)
FIVE = ["inventory", "stories", "cases", "fundamentals", "close"]
QUESTIONS = [
    make_question(f"tq-{n:02d}", area=area)
    for n, area in enumerate(("execution", "technical", "stakeholder", "case") * 4)
]


def state(days: int, **changes: Any) -> PlanState:
    """A plan that began today."""
    values: dict[str, Any] = {
        "interview": TODAY + timedelta(days=days),
        "start": TODAY,
        "since": TODAY,
        "minutes": 45,
    }
    return PlanState(**{**values, **changes})


def answered(question_id: str, fmt: str = "2min", level: int = 3, n: int = 1, **more: Any) -> Any:
    """A scored attempt of today at a question."""
    return make_attempt(
        f"20261124-12000{n}-00000001",
        question=asked(make_question(question_id, **more)),
        format=fmt,
        scores={"ex.control": level},
    )


def plan(days: int, history: History | None = None, today: date = TODAY, **changes: Any) -> Any:
    """The plan as of `today`."""
    return build_plan(
        state(days, **changes), load_stages(), history or history_of([]), QUESTIONS, today
    )


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (1, [("inventory", "close")]),
        (2, [("inventory", "stories", "cases", "fundamentals"), ("close",)]),
        (3, [("inventory", "stories"), ("cases", "fundamentals"), ("close",)]),
        (5, [(name,) for name in FIVE]),
        (10, [(name,) for name in FIVE for _ in range(2)]),
    ],
)
def test_blocks(days: int, expected: list[tuple[str, ...]]) -> None:
    """Ten days are the guide's own: five blocks of two."""
    assert expected == stages_by_day(days)


@pytest.mark.parametrize("days", range(1, MOST_DAYS + 1))
def test_blocks_of_any_length(days: int) -> None:
    """Exactly that many days, begun with inventory and ended with the close."""
    blocks = stages_by_day(days)
    assert days == len(blocks)
    assert "inventory" in blocks[0]
    assert "close" in blocks[-1]
    if days >= 5:
        first_seen = list(dict.fromkeys(name for names in blocks for name in names))
        assert FIVE == first_seen
    if days > 10:
        lengths = {name: sum(name in names for names in blocks) for name in FIVE}
        assert lengths["inventory"] <= 2
        assert lengths["stories"] <= 3
        assert lengths["close"] <= 3
        assert abs(lengths["cases"] - lengths["fundamentals"]) <= 1


@pytest.mark.parametrize("days", range(1, MOST_DAYS + 1))
def test_every_task_has_one_day(days: int) -> None:
    """Tasks of the blocks that the plan has, each once, on a day of its block."""
    blocks, stages = stages_by_day(days), load_stages()
    by_day = tasks_by_day(blocks, stages)
    present = {name for names in blocks for name in names}
    expected = [t.id for s in stages if s.id in present for t in s.tasks]
    assert sorted(expected) == sorted(task.id for tasks in by_day for task in tasks)
    for names, tasks in zip(blocks, by_day, strict=True):
        assert {task.id.split(".")[0] for task in tasks} <= set(names)


@pytest.mark.parametrize("days", [1, 2, 4, 7, 10, 30, 60])
@pytest.mark.parametrize("minutes", [10, 45, 180])
def test_dated_days_that_hold_what_they_can(days: int, minutes: int) -> None:
    """Consecutive dates up to the interview; drills never exceed a day's minutes."""
    built = plan(days, minutes=minutes)
    dates = [(TODAY + timedelta(days=n)).isoformat() for n in range(days)]
    assert dates == [day.date for day in built.days]
    assert (TODAY + timedelta(days=days)).isoformat() == built.interview
    for day in built.days:
        assert sum(drill.minutes for drill in day.drills) <= minutes
        assert all(COST_MIN[drill.format] == drill.minutes for drill in day.drills)
        questions = [drill.question for drill in day.drills]
        assert len(questions) == len(set(questions))


def test_areas_take_turns() -> None:
    """No two drills in a row are of one area while others wait."""
    areas = {question.id: question.area for question in QUESTIONS}
    drills = [areas[drill.question] for day in plan(10).days for drill in day.drills]
    first_round = drills[:8]
    assert all(a != b for a, b in pairwise(first_round))
    assert {"execution", "technical", "stakeholder", "case"} == set(first_round)


def test_history_ticks_tasks() -> None:
    """A story told, or two different cases: done without a word from the person."""
    first = answered("gq-13", "5min", n=1, area="case")
    again = answered("gq-13", "5min", n=2, area="case")
    other = answered("gq-14", "deep", n=3, area="case")
    assert frozenset() == done_tasks(state(10), load_stages(), history_of([]))
    assert {"stories.ambiguous"} == done_tasks(
        state(10), load_stages(), history_of([answered("gq-01")])
    )
    assert {"cases.first"} == done_tasks(state(10), load_stages(), history_of([first, again]))
    done = done_tasks(state(10), load_stages(), history_of([first, other]))
    assert {"cases.first", "cases.second", "cases.defend"} == done


def test_old_answers_and_ticks() -> None:
    """Answers before `since` do not count; what the person ticked does."""
    history = history_of([answered("gq-01")])
    late = state(10, since=TODAY + timedelta(days=1), done={"close.calibration": "2026-11-24"})
    assert {"close.calibration"} == done_tasks(late, load_stages(), history)


def test_days_gone_by_get_no_drills() -> None:
    """They show what was done; today's drills shrink by what was practised."""
    history = history_of([answered("tq-00"), answered("tq-01", n=2)])
    built = plan(4, history, today=TODAY + timedelta(days=1))
    assert (12, ()) == (built.days[0].minutes_done, built.days[0].drills)
    assert built.days[1].drills
    assert built.day_of(TODAY) == built.days[0]
    assert built.day_of(TODAY + timedelta(days=4)) is None
    rested, busy = plan(4).days[0], plan(4, history).days[0]
    assert sum(d.minutes for d in busy.drills) < sum(d.minutes for d in rested.drills)


def test_lengths_grow_with_scores() -> None:
    """2 minutes until two scores are ready, then 5, then a deep dive."""
    two = [answered("tq-00", n=n) for n in (1, 2)]
    five = [answered("tq-00", "5min", n=n) for n in (3, 4)]
    assert "2min" == next_format(history_of([]), "tq-00")
    assert "2min" == next_format(history_of(two[:1]), "tq-00")
    assert "5min" == next_format(history_of(two), "tq-00")
    assert "deep" == next_format(history_of(two + five), "tq-00")
    assert "2min" == next_format(history_of([answered("tq-00", level=2, n=1), two[1]]), "tq-00")


def test_naming_the_day_again_keeps_the_ticks() -> None:
    """A plan that runs keeps them; one whose day has passed does not."""
    running = state(5, done={"close.calibration": "2026-11-24"}, minutes=60)
    moved = decide(running, TODAY + timedelta(days=9), None, TODAY)
    assert (running.done, 60, TODAY) == (moved.done, moved.minutes, moved.start)
    over = decide(running, TODAY + timedelta(days=40), 30, TODAY + timedelta(days=30))
    assert ({}, 30) == (over.done, over.minutes)
    assert 45 == decide(None, TODAY + timedelta(days=9), None, TODAY).minutes


@given(st.integers(1, 60), st.integers(10, 200))
def test_what_is_not_reached_is_named(days: int, minutes: int) -> None:
    """Planned, answered and not reached questions together are all of the bank."""
    history = history_of([answered("tq-00")])
    built = plan(days, history, minutes=minutes)
    planned = {drill.question for day in built.days for drill in day.drills}
    missing = set(not_reached(built, history, QUESTIONS))
    assert {q.id for q in QUESTIONS} == planned | missing | {"tq-00"}
    assert not missing & (planned | {"tq-00"})
