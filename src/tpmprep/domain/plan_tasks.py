"""Which task of the plan is done on which day, and where the open ones go."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import zip_longest

from tpmprep.domain.days import Frame
from tpmprep.domain.planstate import PlanState
from tpmprep.domain.practice import Practised, by_question
from tpmprep.domain.stages import (
    CASES,
    CLOSE,
    FUNDAMENTALS,
    INVENTORY,
    STORIES,
    DoneWhen,
    Stage,
    Task,
    tasks_by_day,
)

OWN_SHARE, BANK_SHARE = 0.5, 0.75
"""At most these shares of a day are for tasks: while stories of one's own are made, and later, when
the tasks are questions of the bank themselves. The last day is apart."""

AHEAD_DAYS = 2
"""A task may come so many days before its own, within its stage, where there is room."""

WORTH = (STORIES, INVENTORY, CASES, CLOSE, FUNDAMENTALS)
"""What was left comes in this order: real stories carry every round, and the fundamentals are
among the drills anyway."""

LEAST_OF_STAGE_MIN = 10
"""On a day that stages share, each has at least room for a task of so many minutes."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The tasks of each day, and those that find no room before the interview."""

    by_day: Mapping[date, list[Task]] = field(default_factory=dict)
    left: tuple[Task, ...] = ()


def done_on(
    state: PlanState, stages: Sequence[Stage], practised: Sequence[Practised]
) -> dict[str, date]:
    """The tasks that were ticked, or that the answers since the plan counts answer for."""
    ticked = {name: _day_of(text, state.start) for name, text in state.done.items()}
    return {**ticked, **_met_on(state, stages, practised)}


def ticked_minutes(
    state: PlanState, stages: Sequence[Stage], practised: Sequence[Practised]
) -> list[tuple[date, int]]:
    """The minutes of what was ticked and no answer shows, on the days of the ticks."""
    met = _met_on(state, stages, practised)
    ticked = [task for task in all_tasks(stages) if task.id in state.done and task.id not in met]
    return [(_day_of(state.done[task.id], state.start), task.minutes) for task in ticked]


def _met_on(
    state: PlanState, stages: Sequence[Stage], practised: Sequence[Practised]
) -> dict[str, date]:
    counted = by_question(one for one in practised if one.day >= state.since)
    return {
        task.id: on
        for task in all_tasks(stages)
        if task.done_when is not None
        and (on := task.done_when.met_on(answers_to(task.done_when, counted))) is not None
    }


def answers_to(rule: DoneWhen, counted: Mapping[str, Sequence[Practised]]) -> list[Practised]:
    """The answers that a rule asks about, oldest first, out of those of each question."""
    names = rule.questions or counted
    found = [one for name in names for one in counted.get(name, ())]
    return sorted(found, key=lambda one: (one.started_at, one.id))


def all_tasks(stages: Iterable[Stage]) -> list[Task]:
    """The tasks of all stages in their order."""
    return [task for stage in stages for task in stage.tasks]


def place_tasks(
    frames: Sequence[Frame],
    stages: Sequence[Stage],
    done: Mapping[str, date],
    today: date,
    spent: Mapping[date, int],
) -> Placed:
    """A day for every open task, from `today` on: its own day, or a later one that has room.

    Done tasks stand on the day that they were done, or on their own when that was before the plan.
    `spent` are the minutes practised on each day.
    """
    own = _own_days(frames, stages)
    by_day: dict[date, list[Task]] = {frame.on: [] for frame in frames}
    for task in all_tasks(stages):
        if task.id in done and own:
            on = done[task.id]
            by_day[on if on in by_day else own[task.id]].append(task)
    queue = [task for task in all_tasks(stages) if task.id not in done]
    filled_whole = False
    for frame in frames:
        if frame.on < today or not frame.minutes:
            continue
        room = _Room(frame, frame.minutes - spent.get(frame.on, 0), filled_whole)
        room.holds([task for task in by_day[frame.on] if done[task.id] == frame.on])
        placed = [task for task in _waiting(queue, frame, own) if room.takes(task)]
        filled_whole = room.is_whole
        by_day[frame.on] += placed
        queue = [task for task in queue if task not in placed]
    return Placed(by_day, tuple(queue))


@dataclass(slots=True)
class _Room:
    """The minutes for tasks of one day.

    Stages that share a day share its room. A task that is larger than the part of a day for tasks
    may stand alone, but not on two days in a row: the drills would starve.
    """

    frame: Frame
    left: int
    was_whole: bool
    used: int = 0
    is_whole: bool = False
    by_stage: dict[str, int] = field(default_factory=dict)

    def holds(self, done: Sequence[Task]) -> None:
        """Count the tasks that were done on this day already."""
        for task in done:
            self.used += task.minutes
            self.by_stage[task.stage] = self.by_stage.get(task.stage, 0) + task.minutes
        self.is_whole = self.used > self._share * self.frame.minutes

    def takes(self, task: Task) -> bool:
        """Whether there is room; it is used up then."""
        used, stage = self.used + task.minutes, task.stage
        of_stage = self.by_stage.get(stage, 0) + task.minutes
        room = self._share * self.frame.minutes
        within = used <= room and (self._is_alone or of_stage <= max(room / 2, LEAST_OF_STAGE_MIN))
        alone = self._is_alone and not self.used and not self.was_whole
        if task.minutes > self.left or self.is_whole or not (within or alone):
            return False
        self.left -= task.minutes
        self.used, self.by_stage[stage] = used, of_stage
        self.is_whole = not within
        return True

    @property
    def _is_alone(self) -> bool:
        return len(self.frame.stages) == 1

    @property
    def _share(self) -> float:
        if self.frame.is_last:
            return 1.0
        own = CASES not in self.frame.stages and FUNDAMENTALS not in self.frame.stages
        return OWN_SHARE if own else BANK_SHARE


def _waiting(queue: Sequence[Task], frame: Frame, own: Mapping[str, date]) -> list[Task]:
    """The tasks that may stand on a day: those of its stages, in turn with what was left before.

    Of its stages also what is due a little later. Nothing new comes up on the last day: only the
    close.
    """
    mine = [
        task
        for task in queue
        if task.stage in frame.stages and own[task.id] <= frame.on + _ahead(task)
    ]
    if frame.is_last:
        return mine
    left = [t for t in queue if t.stage not in frame.stages and own[t.id] < frame.on]
    left.sort(key=lambda task: WORTH.index(task.stage) if task.stage in WORTH else len(WORTH))
    return [task for pair in zip_longest(mine, left) for task in pair if task is not None]


def _ahead(task: Task) -> timedelta:
    """How far a task may come before its own day; the close stays at the end."""
    return timedelta(days=0 if task.stage == CLOSE else AHEAD_DAYS)


def _own_days(frames: Sequence[Frame], stages: Sequence[Stage]) -> dict[str, date]:
    """The day of each task as the stages have it before the first interview.

    A task of a stage without a day belongs to the first one. Empty without a day of practice.
    """
    days = [frame for frame in frames if frame.stages]
    if not days:
        return {}
    ends = [frame.on for frame in frames if frame.interview and frame.on > days[0].on]
    first = [frame for frame in days if not ends or frame.on < ends[0]]
    own = {task.id: days[0].on for task in all_tasks(stages)}
    by_place = tasks_by_day([frame.stages for frame in first], stages)
    for frame, tasks in zip(first, by_place, strict=True):
        own.update((task.id, frame.on) for task in tasks)
    return own


def _day_of(text: str, otherwise: date) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return otherwise
