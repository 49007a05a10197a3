"""The plan's stages: the guide's five blocks of two days, scaled to any number of days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from tpmprep.domain.practice import Practised

MOST_DAYS = 60
INVENTORY, STORIES, CASES, FUNDAMENTALS, CLOSE = (
    "inventory",
    "stories",
    "cases",
    "fundamentals",
    "close",
)


@dataclass(frozen=True, slots=True)
class DoneWhen:
    """What the history must hold for a task to count as done.

    `holds` names detectors: each must have found something in the words of the answer. A program
    of the inventory (the first, the second) or a sound story of a theme does as well.
    """

    questions: tuple[str, ...] = ()
    area: str | None = None
    formats: tuple[str, ...] = ()
    attempts: int = 1
    different_questions: int = 1
    holds: tuple[str, ...] = ()
    programs: int = 0
    story: str = ""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    def met_on(self, practised: "Iterable[Practised]") -> date | None:
        """The day on which enough fitting answers had come; None while they have not."""
        answers, different = 0, set()
        for one in practised:
            if self._fits(one) and not self._lacking(one):
                answers += 1
                different.add(one.question)
                if answers >= self.attempts and len(different) >= self.different_questions:
                    return one.day
        return None

    def lacks(self, practised: "Iterable[Practised]") -> tuple[str, ...]:
        """What the newest fitting answer does not hold, empty without such an answer."""
        newest: tuple[str, ...] = ()
        for one in practised:
            if self._fits(one):
                newest = self._lacking(one)
        return newest

    def _lacking(self, one: "Practised") -> tuple[str, ...]:
        return tuple(name for name in self.holds if name not in one.holds)

    def will_be_met(
        self, practised: "Iterable[Practised]", planned: Iterable[tuple[str, str, str]]
    ) -> bool:
        """Whether planned drills (question, area, length) do what is missing, if they go well."""
        drills = [question for question, *rest in planned if self.asks_for(question, *rest)]
        answers = [one.question for one in practised if self._fits(one) and not self._lacking(one)]
        together = [*answers, *drills]
        enough = len(together) >= self.attempts
        return bool(drills) and enough and len(set(together)) >= self.different_questions

    def asks_for(self, question: str, area: str, length: str) -> bool:
        """Whether an answer to this question at this length may count."""
        return (
            (not self.questions or question in self.questions)
            and (self.area is None or area == self.area)
            and (not self.formats or length in self.formats)
        )

    def _fits(self, one: "Practised") -> bool:
        return not one.failed and self.asks_for(one.question, one.area, one.format)


@dataclass(frozen=True, slots=True)
class TaskDrill:
    """A drill that does a task. Without a question the area or the format says what is asked."""

    format: str
    question: str = ""
    area: str = ""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    @property
    def command(self) -> str:
        """The command line that runs it."""
        flags = (("question", self.question), ("area", "" if self.question else self.area))
        given = "".join(f" --{name} {value}" for name, value in flags if value)
        return f"tpmprep drill{given} --format {self.format}"


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do once: a drill, or a command. Without `done_when` one ticks it.

    `short` names it where there is little room.
    """

    id: str
    title: str
    short: str
    minutes: int
    drill: TaskDrill | None = None
    run: str = ""
    done_when: DoneWhen | None = None

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    @property
    def stage(self) -> str:
        """The stage that it belongs to: its id begins with it."""
        return self.id.partition(".")[0]

    @property
    def command(self) -> str:
        """The command line that does it."""
        return self.drill.command if self.drill else self.run


@dataclass(frozen=True, slots=True)
class Stage:
    """A block of the guide's plan."""

    id: str
    title: str
    tasks: tuple[Task, ...]

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}


def stages_by_day(days: int) -> list[tuple[str, ...]]:
    """The stage or stages of each of `days` days of practice, in order; none for no day.

    Ten days are the guide's own: five blocks of two. Five or more keep its shares of a fifth each.
    Past ten, inventory, stories and close stop growing and the middle alternates cases with
    fundamentals. Below five, blocks share days; one day keeps inventory and close and drills in
    between.
    """
    if days < 1:
        return []
    if days == 1:
        return [(INVENTORY, CLOSE)]
    if days < 5:
        return _merged(days)
    ends = [_rounded(k * days / 5) for k in range(6)]
    lengths = [end - start for start, end in pairwise(ends)]
    if days <= 10:
        names = (INVENTORY, STORIES, CASES, FUNDAMENTALS, CLOSE)
        return [(name,) for name, n in zip(names, lengths, strict=True) for _ in range(n)]
    first, second, last = min(lengths[0], 2), min(lengths[1], 3), min(lengths[4], 3)
    middle = [(CASES, FUNDAMENTALS)[n % 2] for n in range(days - first - second - last)]
    names_by_day = [INVENTORY] * first + [STORIES] * second + middle + [CLOSE] * last
    return [(name,) for name in names_by_day]


def _merged(days: int) -> list[tuple[str, ...]]:
    """Two to four days: inventory with stories, cases with fundamentals, and the close."""
    early, late = (INVENTORY, STORIES), (CASES, FUNDAMENTALS)
    if days == 2:
        return [(*early, *late), (CLOSE,)]
    return [early, *[late] * (days - 2), (CLOSE,)]


def tasks_by_day(plan: Sequence[tuple[str, ...]], stages: Sequence[Stage]) -> list[list[Task]]:
    """The tasks of each day: a stage's tasks are spread evenly over the days that it has."""
    by_day: list[list[Task]] = [[] for _ in plan]
    for stage in stages:
        days = [n for n, names in enumerate(plan) if stage.id in names]
        for place, task in enumerate(stage.tasks):
            if days:
                by_day[days[place * len(days) // len(stage.tasks)]].append(task)
    return by_day


def _rounded(value: float) -> int:
    """Half goes up, so that the blocks of a plan do not depend on even or odd."""
    return int(value + 0.5)
