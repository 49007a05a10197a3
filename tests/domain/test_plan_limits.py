"""The plan: what a day holds, further cases."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt, make_question
from tpmprep.adapters.content import load_stages
from tpmprep.domain.attempt import asked
from tpmprep.domain.history import history_of
from tpmprep.domain.plan import Plan, PlanState, build_plan, decide, not_reached

TODAY = date(2026, 11, 24)
AREAS = ("execution", "technical", "stakeholder", "case")
QUESTIONS = [make_question(f"tq-{n:02d}", area=AREAS[n % 4]) for n in range(16)]


def answer(n: int, question: str, fmt: str) -> Any:
    """An answer of today."""
    number = f"20261124-1200{n:02d}-00000001"
    return make_attempt(number, question=asked(make_question(question)), format=fmt)


def plan(days: int, minutes: int = 45, attempts: list[Any] | None = None, gone: int = 0) -> Plan:
    """A plan begun today, seen `gone` days later."""
    state = PlanState(TODAY + timedelta(days=days), TODAY, TODAY, minutes)
    seen = TODAY + timedelta(days=gone)
    return build_plan(state, load_stages(), history_of(attempts or []), QUESTIONS, seen)


ANSWERS = st.lists(
    st.tuples(
        st.sampled_from([q.id for q in QUESTIONS]), st.sampled_from(["2min", "5min", "deep"])
    ),
    max_size=8,
)


@given(st.integers(1, 60), st.integers(5, 240), ANSWERS)
def test_drills_fit_what_is_left_of_a_day(
    days: int, minutes: int, answers: list[tuple[str, str]]
) -> None:
    """What was practised and what is planned stay within the minutes, or nothing is planned."""
    attempts = [answer(n, *spec) for n, spec in enumerate(answers)]
    for day in plan(days, minutes, attempts).days:
        planned = sum(drill.minutes for drill in day.drills)
        assert planned == 0 or planned + day.minutes_done <= minutes


@given(st.integers(1, 60), st.integers(0, 70))
def test_past_days_have_no_drills_and_today_has(days: int, gone: int) -> None:
    """Days before today are left as they were."""
    built = plan(days, gone=gone)
    assert not any(day.drills for day in built.days[:gone])
    if gone < days - 1:
        assert built.days[gone].drills


@pytest.mark.parametrize(("days", "minutes", "most"), [(3, 40, 24), (10, 100, 60), (60, 45, 27)])
def test_the_day_before_the_interview_is_light_and_known(
    days: int, minutes: int, most: int
) -> None:
    """At most 60 percent of the minutes, and no question that comes up for the first time."""
    built = plan(days, minutes)
    earlier = {drill.question for day in built.days[:-1] for drill in day.drills}
    last = built.days[-1].drills
    assert 0 < sum(drill.minutes for drill in last) <= most
    assert {drill.question for drill in last} <= earlier


def test_a_question_names_why_it_is_planned() -> None:
    """New, again after a planned answer, or answered with its last score."""
    whys = {d.why for day in plan(10, 45, [answer(1, "tq-00", "2min")]).days for d in day.drills}
    assert {
        "new to you, technical",
        "again, after the first answer, technical",
        "answered once, last score 2.5",
    } <= whys


def test_naming_the_day_again_keeps_from_when_the_history_counts() -> None:
    """A running plan keeps its earlier day, one that is over starts 30 days back."""
    known = PlanState(TODAY, date(2026, 11, 20), date(2026, 10, 21), 60, {"a.b": "2026-11-21"})
    runs = decide(known, TODAY + timedelta(days=3), None, TODAY)
    over = decide(known, TODAY + timedelta(days=9), None, TODAY + timedelta(days=1))
    assert (date(2026, 10, 21), {"a.b": "2026-11-21"}) == (runs.since, runs.done)
    assert (date(2026, 10, 26), {}) == (over.since, over.done)


def test_what_a_short_plan_does_not_reach() -> None:
    """In the order of the bank, without what is planned or answered."""
    attempts = [answer(1, "tq-00", "2min")]
    assert [f"tq-{n:02d}" for n in range(1, 16)] == not_reached(
        plan(1, 5, attempts), history_of(attempts), QUESTIONS
    )
    assert [] == not_reached(plan(60, 100), history_of([]), QUESTIONS)
