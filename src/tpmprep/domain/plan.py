"""The plan to the interview day as it is shown: dated days, their tasks, and their drills."""

from dataclasses import dataclass
from datetime import date

from tpmprep.domain.planstate import INTERVIEW, name_of
from tpmprep.domain.stages import TaskDrill


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task and whether it is done. `lacks`: what its answer so far does not hold.

    Without a drill somebody has to tick it.
    """

    id: str
    title: str
    command: str
    done: bool
    short: str = ""
    minutes: int = 0
    lacks: tuple[str, ...] = ()
    drill: TaskDrill | None = None


@dataclass(frozen=True, slots=True)
class DrillView:
    """A drill that fills a day, and why this one."""

    question: str
    format: str
    minutes: int
    why: str
    area: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the plan. `minutes_done` and `drills_done` are what was practised on it."""

    date: str
    day: int
    stage: str
    minutes: int
    minutes_done: int
    tasks: tuple[TaskView, ...]
    drills: tuple[DrillView, ...]
    drills_done: int = 0
    interview: str = ""
    """What awaits on a day of an interview."""

    @property
    def minutes_planned(self) -> int:
        """Minutes of what is still open on it."""
        open_tasks = sum(task.minutes for task in self.tasks if not task.done)
        return open_tasks + sum(drill.minutes for drill in self.drills)


@dataclass(frozen=True, slots=True)
class Capacity:
    """What fits into the minutes that are left, and what does not.

    `questions` are those that the plan takes on, `left_out` all others of the bank, the most
    valuable first; `tasks_left` are tasks without room.
    """

    minutes_left: int
    questions: tuple[str, ...]
    left_out: tuple[str, ...]
    tasks_left: tuple[TaskView, ...]


@dataclass(frozen=True, slots=True)
class InterviewView:
    """An interview of the plan: its day, and what awaits there as far as it is known."""

    date: str
    loop: str
    stage: str

    @property
    def name(self) -> str:
        """What it is called, for example `amazon, phone`; empty when not known."""
        return name_of(self.loop, self.stage)


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole plan as shown. `interview` is the next one, or the last when all are over."""

    interview: str
    interviews: tuple[InterviewView, ...]
    days: tuple[Day, ...]
    minutes: int
    weekdays: dict[str, int]
    """Minutes that differ by weekday, by its short name."""
    capacity: Capacity

    def day_of(self, today: date) -> Day | None:
        """The day of the plan that `today` is, if it is one; the last interview's is one too."""
        last = self.interviews[-1]
        if last.date == today.isoformat():
            return Day(last.date, len(self.days) + 1, INTERVIEW, 0, 0, (), (), 0, last.name)
        return next((day for day in self.days if day.date == today.isoformat()), None)

    def ahead(self, today: date) -> tuple[InterviewView, ...]:
        """The interviews from `today` on."""
        return tuple(one for one in self.interviews if one.date >= today.isoformat())


@dataclass(frozen=True, slots=True)
class Step:
    """What to do next: a command, or the drill that a bare `drill` takes, and why."""

    why: str
    command: str = ""
    task: str = ""
    """The task to tick once it is done, for a command that nobody sees the end of."""
    drill: TaskDrill | None = None


def steps_of(day: Day) -> list[Step]:
    """What is left to do on a day, in its order."""
    tasks = [
        Step(task.title, drill=task.drill)
        if task.drill
        else Step(task.title, command=task.command, task=task.id)
        for task in day.tasks
        if not task.done
    ]
    drills = [
        Step(f"{d.question}, {d.format}: {d.why}", drill=TaskDrill(d.format, d.question, d.area))
        for d in day.drills
    ]
    return [*tasks, *drills]
