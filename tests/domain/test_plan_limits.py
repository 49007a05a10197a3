"""The plan at its limits: what fits a day, light days, missed days, and what is not reached."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning import (
    ON_THE_LAST_DAY,
    SIXTEEN,
    TASKS,
    UNFIT,
    answer,
    asked_by_tasks,
    drills_of,
    heads_of,
    later,
    mixed_heads,
    plan_of,
    state_of,
    task_ids,
)
from tpmprep.domain.memory import Memory

ANSWERS = st.lists(
    st.tuples(st.sampled_from([q.id for q in SIXTEEN]), st.sampled_from(["2min", "5min", "deep"])),
    max_size=8,
)


@given(st.integers(1, 60), st.integers(5, 240), ANSWERS)
def test_drills_fit_what_is_left_of_a_day(
    days: int, minutes: int, answers: list[tuple[str, str]]
) -> None:
    """What was practised and what is planned stay within the minutes, or nothing is planned."""
    practised = [answer(name, fmt=fmt, n=n) for n, (name, fmt) in enumerate(answers)]
    for day in plan_of(state_of(days, minutes=minutes), practised).days:
        assert day.minutes_planned == 0 or day.minutes_planned + day.minutes_done <= day.minutes


@given(st.integers(1, 60), st.integers(0, 70))
def test_past_days_have_no_drills_and_today_has(days: int, gone: int) -> None:
    """Days before today are left as they were."""
    built = plan_of(state_of(days), gone=gone)
    assert not any(day.drills or day.tasks for day in built.days[:gone])
    if gone < days - 1:
        assert built.days[gone].drills


@pytest.mark.parametrize(("days", "minutes", "most"), [(3, 40, 24), (10, 100, 60), (60, 45, 27)])
def test_the_day_before_the_interview_is_light_and_known(
    days: int, minutes: int, most: int
) -> None:
    """At most 60 percent of the minutes, and no question that comes up for the first time."""
    built = plan_of(state_of(days, minutes=minutes))
    *before, last = built.days
    earlier = {drill.question for day in before for drill in day.drills}
    earlier |= {name for day in before for name in asked_by_tasks(day)}
    assert 0 < last.minutes_planned <= most
    assert 0 < len(last.drills)
    assert {drill.question for drill in last.drills} <= earlier


def test_each_of_several_interviews_has_a_light_day_before_it() -> None:
    """With the short ones about oneself, and nothing new."""
    built = plan_of(state_of(5, 10, minutes=60))
    for number in (4, 9):
        day = built.days[number]
        before = {d.question for one in built.days[:number] for d in one.drills}
        before |= {name for one in built.days[:number] for name in asked_by_tasks(one)}
        assert (36, "own-program") == (day.minutes, day.drills[0].question)
        assert {drill.question for drill in day.drills} <= before


def test_with_two_days_there_is_none_to_spare_for_lightness() -> None:
    """The second has all of its minutes, and may hold what is new."""
    built = plan_of(state_of(2, minutes=30))
    earlier = {drill.question for drill in built.days[0].drills}
    assert 30 == built.days[1].minutes
    assert {drill.question for drill in built.days[1].drills} - earlier


def test_a_last_day_after_nothing_was_practised() -> None:
    """Only the close: there is nothing to keep warm, and nothing new is begun."""
    last = plan_of(state_of(10), gone=9).days[-1]
    assert ["close.questions", "close.escalation", "close.calibration"] == task_ids(last)
    assert () == last.drills


def test_a_stretch_that_was_missed() -> None:
    """Open tasks of earlier stages roll forward to today; nothing is called overdue."""
    built = plan_of(state_of(10), gone=6)
    today = built.days[6]
    assert {"fundamentals", "stories"} <= {name.split(".")[0] for name in task_ids(today)}
    assert today.minutes_planned <= today.minutes
    assert not [word for word in ("overdue", "missed", "behind") if word in repr(built).lower()]


@pytest.mark.parametrize("gone", [0, 3, 6, 9])
def test_days_that_were_missed_shift_nothing(gone: int) -> None:
    """The days of the plan and their stages are the same, whatever was practised."""
    first, seen = plan_of(state_of(10)), plan_of(state_of(10), gone=gone)
    assert [(d.date, d.day, d.stage, d.minutes) for d in first.days] == [
        (d.date, d.day, d.stage, d.minutes) for d in seen.days
    ]


def test_what_a_short_plan_takes_on_and_what_it_leaves_out() -> None:
    """What it has a day for, and what was practised; all others in the order of their worth."""
    short = plan_of(state_of(1, minutes=10), [answer("tq-09", -3)], heads=heads_of(12))
    planned = [drill.question for drill in drills_of(short)]
    assert ["tq-03"] == planned
    assert ("tq-09", "tq-03") == short.capacity.questions
    rest = [n for n in range(12) if n not in (3, 9)]
    assert tuple(f"tq-{n:02d}" for n in rest) == tuple(sorted(short.capacity.left_out))
    assert () == plan_of(state_of(60, minutes=100)).capacity.left_out


@given(st.integers(1, 60), st.integers(10, 200))
def test_what_is_not_reached_is_named(days: int, minutes: int) -> None:
    """Questions taken on and left out together are all of the bank."""
    built = plan_of(state_of(days, minutes=minutes), [answer()]).capacity
    assert {q.id for q in SIXTEEN} == {*built.questions, *built.left_out}
    assert len(SIXTEEN) == len(built.questions) + len(built.left_out)


@pytest.mark.parametrize("days", [5, 10, 20, 40])
def test_what_is_taken_on_comes_up(days: int) -> None:
    """No more questions than there is time for: each is asked, most of them more than once."""
    built = plan_of(state_of(days), heads=heads_of(200))
    asked = [drill.question for drill in drills_of(built)]
    assert set(built.capacity.questions) <= set(asked)
    assert len(asked) >= 1.5 * len(built.capacity.questions)


@pytest.mark.parametrize("days", [1, 5, 10])
def test_to_practise_what_is_planned_changes_no_choice_of_questions(days: int) -> None:
    """The time for drills is the same before and after, so is what the plan takes on."""
    before = plan_of(state_of(days), heads=heads_of(40))
    drills = before.days[0].drills
    practised = [answer(d.question, fmt=d.format, n=n) for n, d in enumerate(drills)]
    after = plan_of(state_of(days), practised, heads=heads_of(40))
    assert len(before.capacity.questions) == len(after.capacity.questions)


def test_a_task_that_a_planned_drill_does_is_not_left() -> None:
    """It has no room of its own and needs none; without such a drill it is named."""
    pool = [head for head in mixed_heads(12) if head.id == "gq-07"]
    with_drill = plan_of(state_of(2, minutes=12), heads=pool)
    assert {"gq-07"} == {drill.question for drill in drills_of(with_drill)}
    assert "fundamentals.migrations" not in {t.id for t in with_drill.capacity.tasks_left}
    without = plan_of(state_of(2, minutes=12), heads=heads_of(4))
    assert "fundamentals.migrations" in {task.id for task in without.capacity.tasks_left}


def test_a_task_for_two_cases_is_left_when_one_is_planned() -> None:
    """One case at five minutes does the first task, not the second."""
    ready = [answer("tq-03", -n) for n in (9, 8)]
    only = [head for head in heads_of(4) if head.id == "tq-03"]
    built = plan_of(state_of(2, minutes=20), ready, heads=only)
    long = [drill for drill in drills_of(built) if drill.format != "2min"]
    assert [("tq-03", "5min")] == [(drill.question, drill.format) for drill in long]
    assert {"cases.second", "cases.defend"} <= {task.id for task in built.capacity.tasks_left}


@pytest.mark.parametrize("ends", [(1, 30), (2, 30)])
def test_a_screen_tomorrow_leaves_no_stage_out_of_a_month(ends: tuple[int, ...]) -> None:
    """Every task of the guide has a day, or is named as left."""
    rest = frozenset({later(1)})
    built = plan_of(state_of(*ends, rest=rest))
    shown = [*(t for day in built.days for t in day.tasks), *built.capacity.tasks_left]
    assert set(TASKS) == {task.id for task in shown}


def test_the_minutes_of_a_day_that_are_used_up() -> None:
    """More was practised than there is time for: nothing more for today, tasks move on."""
    practised = [answer(f"tq-{n:02d}", fmt="deep", n=n) for n in range(3)]
    today = plan_of(state_of(10), practised).days[0]
    assert ((), (), 60) == (today.drills, today.tasks, today.minutes_done)


def test_no_time_at_all() -> None:
    """A plan of days of rest holds nothing, and says so."""
    rest = frozenset(later(n) for n in range(5))
    built = plan_of(state_of(5, rest=rest))
    assert {("rest", 0, (), ())} == {(d.stage, d.minutes, d.drills, d.tasks) for d in built.days}
    assert 0 == built.capacity.minutes_left


def test_an_empty_bank() -> None:
    """Tasks alone."""
    built = plan_of(state_of(10), heads=[])
    assert ((), ()) == (built.capacity.questions, built.capacity.left_out)
    assert list(ON_THE_LAST_DAY) == [drill.question for drill in drills_of(built)]


def test_a_question_of_another_format_was_answered() -> None:
    """It is not in the plan, and the plan is made all the same, on every day of it."""
    for gone in range(10):
        practised = [answer(UNFIT.id, gone, "update"), answer(UNFIT.id, gone, n=1)]
        built = plan_of(state_of(10), practised, gone=gone, heads=[*heads_of(8), UNFIT])
        assert UNFIT.id not in {*built.capacity.questions, *built.capacity.left_out}
        assert UNFIT.id not in {drill.question for drill in drills_of(built)}


def test_the_plan_is_over() -> None:
    """All of its days are gone by; what was open is left."""
    built = plan_of(state_of(3), gone=20)
    assert not [day for day in built.days if day.tasks or day.drills]
    assert built.capacity.tasks_left


def test_across_the_date_line() -> None:
    """Answers in the order of their times may go back by a day: nothing breaks."""
    practised = [answer(day=1, offset=840, n=0), answer(day=0, offset=-600, n=1)]
    practised.sort(key=lambda one: one.started_at)
    assert [later(1), later(0)] == [one.day for one in practised]
    built = plan_of(state_of(10), practised, gone=1)
    assert [(1, 6), (1, 6)] == [(d.drills_done, d.minutes_done) for d in built.days[:2]]
    memory = Memory()
    for one in practised:
        memory.review(one.question, "2min", one.day.toordinal(), 3)
    assert 0.0 < memory.recall("tq-00", "2min", later(5).toordinal()) <= 1.0


def test_the_hash_of_names_has_no_say() -> None:
    """Python hashes text anew in every run: each makes the same plan."""
    script = (
        "from planning import answer, heads_of, plan_of, state_of\n"
        "practised = [answer('tq-%02d' % n, -n, n=n) for n in range(9, 0, -1)]\n"
        "print(plan_of(state_of(7, 12), practised, heads=heads_of(40)))\n"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[1],
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert 1 == len(made)


def test_what_was_answered_today_is_not_planned_again_behind_the_date_line() -> None:
    """Also when a later answer counts for the day before."""
    practised = [answer(day=1, offset=840, n=0), answer(day=0, offset=-600, n=1)]
    practised.sort(key=lambda one: one.started_at)
    for heads in (heads_of(16), heads_of(1)):
        today = plan_of(state_of(10), practised, gone=1, heads=heads).days[1]
        assert "tq-00" not in {drill.question for drill in today.drills}
