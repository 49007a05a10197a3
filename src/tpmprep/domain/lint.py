"""Rules that a question must keep beyond its shape. Each problem is a value: where, and what."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from tpmprep.domain.question import LEVELS, Question
from tpmprep.domain.rubric import LEVEL_NUMBERS, Rubric
from tpmprep.domain.text import word_count

TWO_MINUTES_S = 120


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule; `path` leads to the place inside the entry."""

    path: tuple[str | int, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a file: where (line from 1, key in words) and what."""

    file: str
    line: int
    key: str
    message: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: how much was read, and every problem."""

    files: int
    questions: int
    problems: list[Problem]


Rule = Callable[[Question], Iterator[Finding]]


def check_question(question: Question, dimensions: Collection[str]) -> list[Finding]:
    """Every rule that `question` breaks; `dimensions` are the rubric dimensions that exist."""
    found = [finding for rule in RULES for finding in rule(question)]
    for place, dimension in enumerate(question.rubric):
        if dimension not in dimensions:
            found.append(Finding(("rubric", place), f"there is no dimension '{dimension}'"))
    return found


def check_rubric(rubric: Rubric) -> list[Finding]:
    """Every rule that `rubric` breaks."""
    found = []
    for place, dimension in enumerate(rubric.dimensions):
        path: tuple[str | int, ...] = ("dimensions", place)
        if not dimension.id.startswith(f"{rubric.id}."):
            found.append(Finding((*path, "id"), f"must begin with '{rubric.id}.'"))
        missing = [str(n) for n in LEVEL_NUMBERS if str(n) not in dimension.levels]
        if missing:
            found.append(Finding((*path, "levels"), f"has no level {', '.join(missing)}"))
    return found


def _texts_are_filled(question: Question) -> Iterator[Finding]:
    for key in ("id", "prompt", "tests"):
        if not getattr(question, key).strip():
            yield Finding((key,), "is empty")
    if not question.red_flags:
        yield Finding(("red_flags",), "needs at least one")
    if not question.rubric:
        yield Finding(("rubric",), "needs at least one dimension")


def _outline_fits_two_minutes(question: Question) -> Iterator[Finding]:
    total = sum(step.s for step in question.outline.two_min)
    if total != TWO_MINUTES_S:
        yield Finding(("outline", "2min"), f"the seconds add up to {total}, not {TWO_MINUTES_S}")
    for key, steps in (("5min", question.outline.five_min), ("deep", question.outline.deep)):
        if not steps:
            yield Finding(("outline", key), "is empty")


def _interviewer_can_interrupt(question: Question) -> Iterator[Finding]:
    for kind in ("redirect", "constraint"):
        if not question.follow_ups_of(kind):
            yield Finding(("follow_ups",), f"has no {kind}")
    if len(question.follow_ups) < 4:
        yield Finding(("follow_ups",), "needs at least 4, a deep dive asks that many")


def _signals_can_be_found(question: Question) -> Iterator[Finding]:
    seen: set[str] = set()
    for place, signal in enumerate(question.strong_signals):
        if signal.id in seen:
            yield Finding(("strong_signals", place, "id"), f"'{signal.id}' appears twice")
        seen.add(signal.id)
        if not signal.keywords or not all(any(map(word_count, g)) for g in signal.keywords):
            yield Finding(("strong_signals", place, "keywords"), "needs a group with words in it")
    if not question.strong_signals:
        yield Finding(("strong_signals",), "needs at least one")


def _follow_ups_name_signals(question: Question) -> Iterator[Finding]:
    known = {signal.id for signal in question.strong_signals}
    for place, follow_up in enumerate(question.follow_ups):
        for key, names in (("unless", [follow_up.unless]), ("expects", follow_up.expects)):
            for name in names:
                if name is not None and name not in known:
                    yield Finding(("follow_ups", place, key), f"there is no signal '{name}'")


def _bar_covers_levels(question: Question) -> Iterator[Finding]:
    fair = LEVELS[LEVELS.index(question.level) :]
    missing = [level for level in fair if level not in question.bar]
    if missing:
        yield Finding(("bar",), f"has no text for {', '.join(missing)}")
    for level in question.bar:
        if level not in fair:
            yield Finding(("bar", level), f"is below the question's own level, {question.level}")


RULES: tuple[Rule, ...] = (
    _texts_are_filled,
    _outline_fits_two_minutes,
    _interviewer_can_interrupt,
    _signals_can_be_found,
    _follow_ups_name_signals,
    _bar_covers_levels,
)
