"""What any plan keeps to: any calendar, any history, seen on any day of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from planning import (
    ON_THE_LAST_DAY,
    STAGES,
    TASKS,
    TODAY,
    Case,
    answer,
    asked_by_tasks,
    calendars,
    cases,
    drills_of,
    heads_of,
    light_days,
    minutes_for,
    plan_of,
    targets_for,
)
from tpmprep.domain.ladder import COST_MIN
from tpmprep.domain.plan import Day, DrillView, Plan, TaskView
from tpmprep.domain.plan_tasks import done_on
from tpmprep.domain.planstate import PlanState
from tpmprep.domain.practice import with_later_scores
from tpmprep.domain.question import AREAS, fits
from tpmprep.domain.schedule import LEAST_WHILE_NEW, fair_shares

ANY = settings(max_examples=1000, deadline=None)
SOME = settings(max_examples=250, deadline=None)
"""For what builds several plans an example."""

ALL_HELD = ("number", "decision")
SHORTEST_MIN = COST_MIN["2min"]


@dataclass
class Seen:
    """A plan with what it was made of, and the days from today on."""

    case: Case
    plan: Plan

    @property
    def ahead(self) -> list[Day]:
        """Today and the days after it."""
        return [day for day in self.plan.days if day.date >= self.case.today.isoformat()]

    @property
    def light(self) -> set[str]:
        """The dates of the light days."""
        return {on.isoformat() for on in light_days(self.case.state)}

    def answered_on(self, day: Day) -> set[str]:
        """The questions that were answered on a day."""
        return {one.question for one in self.case.practised if one.day.isoformat() == day.date}


@ANY
@given(cases())
def test_any_plan(case: Case) -> None:
    """Every promise below, of one plan after another."""
    seen = Seen(case, case.plan())
    days_hold_no_more_than_their_minutes(seen)
    days_gone_by_are_left_as_they_were(seen)
    tasks_stand_on_one_day_or_are_left(seen)
    tasks_that_were_missed_come_today(seen)
    drills_are_of_the_questions_taken_on(seen)
    nothing_new_comes_on_a_light_day(seen)
    no_time_is_left_while_a_question_fits(seen)
    areas_that_fall_behind_come_first(seen)


def days_hold_no_more_than_their_minutes(seen: Seen) -> None:
    """Open tasks, drills and what was practised; rest, empty weekdays and interviews: nothing."""
    state = seen.case.state
    left = 0
    for day, on in zip(seen.plan.days, _dates(seen), strict=True):
        minutes = minutes_for(state, on)
        assert day.minutes == (minutes * 6 // 10 if day.date in seen.light else minutes)
        assert day.minutes_planned == 0 or day.minutes_planned + day.minutes_done <= day.minutes
        assert day.minutes or not (day.drills or _open(day))
        left += max(0, day.minutes - day.minutes_done) if on >= seen.case.today else 0
    assert left == seen.plan.capacity.minutes_left


def days_gone_by_are_left_as_they_were(seen: Seen) -> None:
    """What was practised on them, no drills, no open tasks: nothing is to be made up for."""
    for day, on in zip(seen.plan.days, _dates(seen), strict=True):
        answers = [one for one in seen.case.practised if one.day == on]
        assert len(answers) == day.drills_done
        ticked = day.date in seen.case.state.done.values()
        assert bool(day.minutes_done) == bool(answers) or ticked
        assert on >= seen.case.today or not (day.drills or _open(day))


def tasks_stand_on_one_day_or_are_left(seen: Seen) -> None:
    """Each task of the guide, once; what was ticked is done, on a day, if there is one.

    A task without room is not left when the planned drills do it.
    """
    on_days = [task for day in seen.plan.days for task in day.tasks]
    left = seen.plan.capacity.tasks_left
    practice = any(day.minutes for day in seen.plan.days)
    expected = set(TASKS) if practice else set(TASKS) - _done(seen)
    found = sorted(task.id for task in (*on_days, *left))
    assert sorted(expected - _done_by_drills(seen, expected - set(found))) == found
    done = {task.id for task in on_days if task.done}
    assert done == _done(seen) & expected
    assert not [task for task in left if task.done]


def _done(seen: Seen) -> set[str]:
    """What was ticked or answered since the plan counts."""
    return set(done_on(seen.case.state, STAGES, seen.case.practised))


def _done_by_drills(seen: Seen, names: set[str]) -> set[str]:
    """Those of these tasks that are done once all that is planned was done well."""
    answers = [one for one in seen.case.practised if one.day >= seen.case.state.since]
    for day, on in zip(seen.plan.days, _dates(seen), strict=True):
        n = (on - TODAY).days
        drills = [(d.question, d.format, d.area) for d in day.drills]
        asked = [task.drill for task in _open(day) if task.drill is not None]
        drills += [(d.question, d.format, d.area) for d in asked]
        answers += [answer(q, n, f, area=a, holds=ALL_HELD) for q, f, a in drills]
    rules = {name: TASKS[name].done_when for name in names}
    return {name for name, rule in rules.items() if rule is not None and rule.met_on(answers)}


def tasks_that_were_missed_come_today(seen: Seen) -> None:
    """Of stages that are over, on an ordinary day with an hour for practice, at once."""
    today = seen.plan.day_of(seen.case.today)
    if today is None or not any(day.minutes for day in seen.plan.days[: today.day - 1]):
        return
    if today.minutes < 60 or today.minutes_done or today.date in seen.light:
        return
    coming = {name for day in seen.ahead for name in day.stage.split(" + ")}
    everything = [*seen.plan.capacity.tasks_left, *(t for day in seen.ahead for t in _open(day))]
    over = {task.id for task in everything} - {id_ for id_ in TASKS if TASKS[id_].stage in coming}
    assert not over or over & {task.id for task in today.tasks}


def drills_are_of_the_questions_taken_on(seen: Seen) -> None:
    """With what is left out they are the whole pool; no question comes twice on one day.

    The short ones about oneself are apart: they come on light days only, in their own lengths.
    """
    capacity = seen.plan.capacity
    pool = [head.id for head in seen.case.heads if fits(head, for_format="2min")]
    assert sorted(pool) == sorted((*capacity.questions, *capacity.left_out))
    for day in seen.plan.days:
        questions = [drill.question for drill in day.drills]
        assert len(questions) == len(set(questions))
        assert not set(questions) & (seen.answered_on(day) | asked_by_tasks(day))
        for drill in day.drills:
            own = ON_THE_LAST_DAY.get(drill.question) if day.date in seen.light else None
            assert drill.format == own or drill.question in capacity.questions
            assert COST_MIN[drill.format] == drill.minutes


def nothing_new_comes_on_a_light_day(seen: Seen) -> None:
    """All of it was answered before, or is planned before."""
    planned: set[str] = set()
    for day in seen.ahead:
        known = planned | seen.case.known_before(day.date)
        questions = {drill.question for drill in day.drills}
        assert questions <= known or day.date not in seen.light
        planned |= questions | asked_by_tasks(day)


def no_time_is_left_while_a_question_fits(seen: Seen) -> None:
    """With time for a short answer, every question is on that day; on a light one, if known."""
    planned: set[str] = set()
    for day in seen.ahead:
        known = planned | seen.case.known_before(day.date)
        wanted = set(seen.plan.capacity.questions)
        if day.date in seen.light:
            wanted &= known
        come = {drill.question for drill in day.drills} | asked_by_tasks(day)
        if day.minutes - day.minutes_done - day.minutes_planned >= SHORTEST_MIN:
            assert wanted <= come | seen.answered_on(day)
        planned |= come


def areas_that_fall_behind_come_first(seen: Seen) -> None:
    """An area with less than 0.85 of the mean practice has the next drill, the least one of them.

    Answers and planned tasks count; an area that the interviews hardly ask needs less of it.
    """
    fair = fair_shares(targets_for(seen.case.state))
    for practice, free, drill in _choices(seen):
        share = {area: count / fair[area] for area, count in practice.items()}
        least = LEAST_WHILE_NEW * sum(share.values()) / len(share)
        rare = {area for area in free if share[area] < least - 1e-9}
        if rare:
            assert drill.area in rare
            assert share[drill.area] == min(share[area] for area in rare)


def _choices(seen: Seen) -> Iterator[tuple[dict[str, int], set[str], DrillView]]:
    """Each drill of an ordinary day, of plans with questions of all areas.

    With how often each area was practised before it, and the areas that had a question to ask.
    """
    area_of = {head.id: head.area for head in seen.case.heads}
    questions = seen.plan.capacity.questions
    if {area_of[name] for name in questions} != set(AREAS):
        return
    count = Counter(area_of.get(one.question, one.area) for one in seen.case.practised)
    for day in seen.ahead:
        for task in _open(day):
            if task.drill is not None:
                count[area_of.get(task.drill.question, task.drill.area)] += 1
        taken = seen.answered_on(day) | asked_by_tasks(day)
        for drill in day.drills:
            if day.date not in seen.light:
                free = {area_of[name] for name in questions if name not in taken}
                yield {area: count[area] for area in AREAS}, free, drill
            count[drill.area] += 1
            taken.add(drill.question)


@SOME
@given(calendars(st.integers(1, 8)), st.sampled_from([4, 8, 16, 24]))
def test_every_area_is_practised(state: PlanState, pool: int) -> None:
    """A new plan of eight drills or more has each area among its drills and the tasks' own.

    A task counts as practice, so an area of many tasks may do without further drills.
    """
    state = replace(state, done={})
    built = plan_of(state, heads=heads_of(pool))
    drills = [drill for drill in drills_of(built) if drill.question not in ON_THE_LAST_DAY]
    if len(drills) >= 8 and set(fair_shares(targets_for(state)).values()) == {1.0}:
        tasks = [task.drill for day in built.days for task in day.tasks]
        areas = {drill.area for drill in (*drills, *tasks) if drill is not None}
        assert set(AREAS) <= areas


@SOME
@given(cases(st.integers(1, 6), most_answers=5), st.integers(0, 99))
def test_the_same_decisions_and_history_make_the_same_plan(case: Case, seed: int) -> None:
    """In whatever order the history, the days of rest, weekdays and ticks are found."""
    rng, state = Random(seed), case.state
    shuffled = rng.sample(case.practised, len(case.practised))
    mixed = replace(
        state,
        weekdays=dict(sorted(state.weekdays.items(), reverse=True)),
        rest=frozenset(sorted(state.rest, reverse=True)),
        done=dict(sorted(state.done.items(), reverse=True)),
    )
    other = replace(case, state=mixed, practised=with_later_scores(shuffled, []))
    assert case.plan() == other.plan()


@SOME
@given(cases(st.just(1), most_answers=4))
def test_a_single_day(case: Case) -> None:
    """Everything is on it, beginnings and the close; after it, nothing is."""
    state = replace(case.state, interviews=case.state.interviews[:1])
    built = replace(case, state=state, gone=case.gone % 3).plan()
    assert [state.start.isoformat()] == [day.date for day in built.days]
    (day,) = built.days
    assert day.stage == ("inventory + close" if day.minutes else "rest")
    assert bool(day.drills or _open(day)) <= (case.gone % 3 == 0 and day.minutes > 0)
    assert {task.id.split(".")[0] for task in day.tasks if not task.done} <= {"inventory", "close"}


def _open(day: Day) -> list[TaskView]:
    return [task for task in day.tasks if not task.done]


def _dates(seen: Seen) -> list[date]:
    start = seen.case.state.start
    return [start + timedelta(days=n) for n in range(len(seen.plan.days))]
