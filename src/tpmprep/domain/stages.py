"""The plan's stages: the guide's five blocks of two days, scaled to any number of days."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from tpmprep.domain.attempt import Attempt

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
    """What the history must hold for a task to count as done."""

    questions: tuple[str, ...] = ()
    area: str | None = None
    formats: tuple[str, ...] = ()
    attempts: int = 1
    different_questions: int = 1

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    def met_by(self, attempts: "Sequence[Attempt]") -> bool:
        """Whether enough fitting attempts are among `attempts`."""
        fitting = [a for a in attempts if self._fits(a)]
        different = {a.question.id for a in fitting}
        return len(fitting) >= self.attempts and len(different) >= self.different_questions

    def _fits(self, attempt: "Attempt") -> bool:
        return (
            (not self.questions or attempt.question.id in self.questions)
            and (self.area is None or attempt.question.area == self.area)
            and (not self.formats or attempt.format in self.formats)
        )


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do once, and the command that does it. Without `done_when` one ticks it."""

    id: str
    title: str
    command: str
    minutes: int
    done_when: DoneWhen | None = None

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Stage:
    """A block of the guide's plan."""

    id: str
    title: str
    tasks: tuple[Task, ...]

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}


def stages_by_day(days: int) -> list[tuple[str, ...]]:
    """The stage or stages of each of `days` days (1 to 60), in order.

    Ten days are the guide's own: five blocks of two. Five or more keep its shares of a fifth each.
    Past ten, inventory, stories and close stop growing and the middle alternates cases with
    fundamentals. Below five, blocks share days; one day keeps inventory and close and drills in
    between.
    """
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
