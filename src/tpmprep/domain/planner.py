"""Makes the plan out of what was decided and what was practised.

It is computed anew each time, and only what the person decided is stored. So a day that was missed
is nothing to make up for: the days that are left are filled again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tpmprep.domain.days import Frame, frames_of
from tpmprep.domain.ladder import MOST_BIAS, cost_min
from tpmprep.domain.plan import (
    Capacity,
    Day,
    DrillView,
    InterviewView,
    Plan,
    TaskView,
)
from tpmprep.domain.plan_drills import Filler, Sources
from tpmprep.domain.plan_tasks import done_on, place_tasks, ticked_minutes
from tpmprep.domain.planstate import WEEKDAYS, PlanState
from tpmprep.domain.practice import Practised
from tpmprep.domain.stages import Task


def build_plan(
    state: PlanState,
    sources: Sources,
    practised: Sequence[Practised],
    today: date,
    *,
    bias: float = 0.0,
) -> Plan:
    """The plan as of `today`, from what was decided and what was practised, oldest first.

    `bias` is how much one scores too high; it is taken off the scores, MOST_BIAS of it at most.
    """
    if today < state.start:  # somebody travelled west, or the clock was set back
        state = replace(state, start=today)
    frames = frames_of(state)
    counted = [one for one in practised if one.day >= state.since]
    done = done_on(state, sources.stages, practised)
    minutes = _minutes_by_day(practised)
    for on, spent in ticked_minutes(state, sources.stages, practised):
        minutes[on] = minutes.get(on, 0) + spent
    log = _Log(minutes, _drills_by_day(practised), done, counted)
    placed = place_tasks(frames, sources.stages, done, today, log.minutes)
    bias = min(bias, MOST_BIAS)
    filler = Filler(frames, sources, practised, today, bias=bias, track=state.track)
    days = [_filled(frame, placed.by_day[frame.on], filler, log, today) for frame in frames]
    left = sum(max(0, f.minutes - log.minutes.get(f.on, 0)) for f in frames if f.on >= today)
    no_room = tuple(_task_view(task, log) for task in _without_room(placed.left, days, counted))
    return Plan(
        interview=state.next_interview(today).on.isoformat(),
        interviews=tuple(
            InterviewView(one.on.isoformat(), one.loop, one.stage) for one in state.interviews
        ),
        days=tuple(days),
        minutes=state.minutes,
        weekdays={WEEKDAYS[day]: minutes for day, minutes in sorted(state.weekdays.items())},
        capacity=Capacity(left, filler.questions, filler.left_out, no_room),
    )


@dataclass(frozen=True, slots=True)
class _Log:
    """What was practised: minutes and drills of each day, tasks with the day they were done on.

    `counted` are the answers that count for the tasks.
    """

    minutes: Mapping[date, int]
    drills: Mapping[date, int]
    done: Mapping[str, date]
    counted: Sequence[Practised]


def _filled(frame: Frame, tasks: Sequence[Task], filler: Filler, log: _Log, today: date) -> Day:
    """A day with its tasks, and from today on with drills."""
    drills: Sequence[DrillView] = ()
    done = [task for task in tasks if task.id in log.done]
    still_open = [task for task in tasks if task.id not in log.done]
    if frame.on >= today:
        still_open = filler.settle(still_open, frame.on)
        drills = filler.fill(frame, still_open, log.minutes.get(frame.on, 0))
    return Day(
        date=frame.on.isoformat(),
        day=frame.number,
        stage=frame.stage,
        minutes=frame.minutes,
        minutes_done=log.minutes.get(frame.on, 0),
        tasks=tuple(_task_view(task, log) for task in (*done, *still_open)),
        drills=tuple(drills),
        drills_done=log.drills.get(frame.on, 0),
        interview=frame.interview.name if frame.interview else "",
    )


def _without_room(
    left: Sequence[Task], days: Sequence[Day], counted: Sequence[Practised]
) -> list[Task]:
    """The tasks that no planned drills do either, together with the answers that count."""
    drills = [(d.question, d.area, d.format) for day in days for d in day.drills]
    return [
        task
        for task in left
        if task.done_when is None or not task.done_when.will_be_met(counted, drills)
    ]


def _task_view(task: Task, log: _Log) -> TaskView:
    is_done = task.id in log.done
    rule = None if is_done else task.done_when
    lacks = rule.lacks(log.counted) if rule is not None and rule.holds else ()
    return TaskView(
        task.id, task.title, task.command, is_done, task.short, task.minutes, lacks, task.drill
    )


def _minutes_by_day(practised: Sequence[Practised]) -> dict[date, int]:
    total: dict[date, int] = {}
    for one in practised:
        total[one.day] = total.get(one.day, 0) + cost_min(one.format, one.elapsed_s)
    return total


def _drills_by_day(practised: Sequence[Practised]) -> dict[date, int]:
    total: dict[date, int] = {}
    for one in practised:
        total[one.day] = total.get(one.day, 0) + 1
    return total
