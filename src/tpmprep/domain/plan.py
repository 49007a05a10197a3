"""The plan to the interview day: dated days, their tasks, what is done, and drills to fill them.

The plan is computed anew from the history each time; only the date, the minutes and the ticks
that the person made are stored.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from tpmprep.domain.attempt import Attempt
from tpmprep.domain.history import History, local_day
from tpmprep.domain.question import Question
from tpmprep.domain.rubric import READY_LEVEL
from tpmprep.domain.stages import INVENTORY, STORIES, Stage, Task, stages_by_day, tasks_by_day

COST_MIN = {"headline": 3, "recruiter": 3, "2min": 6, "5min": 12, "deep": 20}
"""Minutes that a drill takes with its scoring."""

DEFAULT_MINUTES = 45
COUNTED_DAYS = 30
"""Answers up to this many days before a plan begins count for its tasks."""

LADDER = ("2min", "5min", "deep")
MOST_BIAS = 1.0
LAST_DAY_SHARE = 0.6
"""The day before the interview stays light: at most this share of the minutes."""


@dataclass(frozen=True, slots=True)
class PlanState:
    """What the person decided. `since` is from when on the history counts for the tasks."""

    interview: date
    start: date
    since: date
    minutes: int
    done: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task and whether it is done."""

    id: str
    title: str
    command: str
    done: bool


@dataclass(frozen=True, slots=True)
class DrillView:
    """A drill that fills a day, and why this one."""

    question: str
    format: str
    minutes: int
    why: str


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the plan. `minutes_done` is what was practised on it."""

    date: str
    day: int
    stage: str
    minutes: int
    minutes_done: int
    tasks: tuple[TaskView, ...]
    drills: tuple[DrillView, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole plan as shown."""

    interview: str
    days: tuple[Day, ...]
    minutes: int

    def day_of(self, today: date) -> Day | None:
        """The day of the plan that `today` is, if it is one."""
        return next((day for day in self.days if day.date == today.isoformat()), None)


@dataclass(slots=True)
class _Asked:
    """How often each question was answered and is planned; grows while the days are filled."""

    times: dict[str, int]
    by_area: dict[str, int]
    last_area: str = ""


def build_plan(
    state: PlanState,
    stages: Sequence[Stage],
    history: History,
    questions: Sequence[Question],
    today: date,
    *,
    bias: float = 0.0,
) -> Plan:
    """The plan as of `today`, from what was decided and what was practised.

    `bias` is how much one scores too high; it is taken off the scores.
    """
    names = stages_by_day((state.interview - state.start).days)
    tasks = tasks_by_day(names, stages)
    done = done_tasks(state, stages, history)
    practised = _minutes_by_day(history)
    asked = _asked_so_far(history, questions)
    fill = partial(_fill, questions=questions, history=history, asked=asked, bias=bias)
    days = []
    for place, stage_names in enumerate(names):
        when = state.start + timedelta(days=place)
        minutes = _drill_minutes(state.minutes, stage_names, tasks[place], done)
        last = place == len(names) - 1 and len(names) > 2
        if last:
            minutes = int(state.minutes * LAST_DAY_SHARE)
        left = minutes - practised.get(when, 0)
        drills = [] if when < today else fill(left, only_seen=last)
        days.append(
            Day(
                date=when.isoformat(),
                day=place + 1,
                stage=" + ".join(stage_names),
                minutes=state.minutes,
                minutes_done=practised.get(when, 0),
                tasks=tuple(TaskView(t.id, t.title, t.command, t.id in done) for t in tasks[place]),
                drills=tuple(drills),
            )
        )
    return Plan(state.interview.isoformat(), tuple(days), state.minutes)


def decide(known: PlanState | None, interview: date, minutes: int | None, today: date) -> PlanState:
    """What is decided when the person names the interview day: the plan begins today.

    Ticks of a plan that still ran are kept, and so is the day from which the history counts;
    otherwise it counts from COUNTED_DAYS before today.
    """
    runs = known is not None and known.interview >= today
    since = today - timedelta(days=COUNTED_DAYS)
    return PlanState(
        interview=interview,
        start=today,
        since=min(since, known.since) if known and runs else since,
        minutes=minutes or (known.minutes if known else DEFAULT_MINUTES),
        done=dict(known.done) if known and runs else {},
    )


def not_reached(plan: Plan, history: History, questions: Sequence[Question]) -> list[str]:
    """The questions that neither an answer nor a planned drill reaches before the day."""
    planned = {drill.question for day in plan.days for drill in day.drills}
    asked = history.times_asked()
    return [q.id for q in questions if q.id not in planned and not asked.get(q.id)]


def done_tasks(state: PlanState, stages: Sequence[Stage], history: History) -> frozenset[str]:
    """The tasks that were ticked or that the attempts since the plan began answer for."""
    counted = [a for a in history.attempts if local_day(a) >= state.since]
    met = {
        task.id
        for stage in stages
        for task in stage.tasks
        if task.done_when is not None and task.done_when.met_by(counted)
    }
    return frozenset(met | set(state.done))


def next_format(
    history: History, question: str, made_for: Sequence[str] = (), bias: float = 0.0
) -> str:
    """The length to practise next: 2 minutes until two scores are ready, then 5, then deep.

    A score is ready when it still is with `bias` taken off; at most MOST_BIAS, so that a 4 stays
    ready.

    A question that is `made_for` some formats is practised in the first of them.
    """
    if made_for:
        return made_for[0]
    ready_from = READY_LEVEL + min(bias, MOST_BIAS)
    for fmt in LADDER[:-1]:
        ready = [
            a
            for a in history.of_question(question)
            if a.format == fmt and a.score is not None and a.score >= ready_from
        ]
        if len(ready) < 2:
            return fmt
    return LADDER[-1]


def _drill_minutes(
    minutes: int, stages: Sequence[str], tasks: Sequence[Task], done: frozenset[str]
) -> int:
    """Minutes for drills: what the open tasks leave, but never under half (later 70 percent)."""
    share = 0.5 if INVENTORY in stages or STORIES in stages else 0.7
    open_minutes = sum(task.minutes for task in tasks if task.id not in done)
    return max(minutes - open_minutes, int(minutes * share))


def _minutes_by_day(history: History) -> dict[date, int]:
    total: dict[date, int] = {}
    for attempt in history.attempts:
        day = local_day(attempt)
        total[day] = total.get(day, 0) + _cost(attempt)
    return total


def _cost(attempt: Attempt) -> int:
    return COST_MIN.get(attempt.format, round(attempt.elapsed_s / 60) + 4)


def _asked_so_far(history: History, questions: Sequence[Question]) -> _Asked:
    times = history.times_asked()
    by_area: dict[str, int] = {}
    for question in questions:
        by_area[question.area] = by_area.get(question.area, 0) + times.get(question.id, 0)
    return _Asked(dict(times), by_area)


def _fill(
    minutes: int,
    *,
    questions: Sequence[Question],
    history: History,
    asked: _Asked,
    only_seen: bool,
    bias: float,
) -> list[DrillView]:
    """Drills for `minutes`: areas in turn, within an area the question answered least often."""
    drills: list[DrillView] = []
    taken: set[str] = set()
    while True:
        fitting = [
            (question, fmt)
            for question in questions
            if question.id not in taken
            and (not only_seen or asked.times.get(question.id, 0) > 0)
            and COST_MIN[fmt := next_format(history, question.id, bias=bias)] <= minutes
        ]
        if not fitting:
            return drills
        question, fmt = min(fitting, key=lambda item: _turn(item[0], asked))
        drills.append(DrillView(question.id, fmt, COST_MIN[fmt], _why(question, history, asked)))
        minutes -= COST_MIN[fmt]
        taken.add(question.id)
        asked.times[question.id] = asked.times.get(question.id, 0) + 1
        asked.by_area[question.area] += 1
        asked.last_area = question.area


def _turn(question: Question, asked: _Asked) -> tuple[bool, int, int, str]:
    """Sorts the next question first: another area than the last, the least practised area."""
    same_area = question.area == asked.last_area
    times = asked.times.get(question.id, 0)
    return (same_area, asked.by_area[question.area], times, question.id)


def _why(question: Question, history: History, asked: _Asked) -> str:
    attempts = history.of_question(question.id)
    if not attempts and asked.times.get(question.id, 0) == 0:
        return f"new to you, {question.area}"
    if not attempts:
        return f"again, after the first answer, {question.area}"
    score = attempts[-1].score
    times = "once" if len(attempts) == 1 else f"{len(attempts)} times"
    how = "not scored yet" if score is None else f"last score {score:.1f}"
    return f"answered {times}, {how}"
