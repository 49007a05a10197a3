"""Rules without which a question cannot be drilled. Each problem is a value: where, and what."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import chain

from tpmprep.domain.question import LEVELS, Question, identifiers, texts, words
from tpmprep.domain.rubric import LEVEL_NUMBERS, Rubric
from tpmprep.domain.text import is_clean, word_count
from tpmprep.errors import closest

TWO_MINUTES_S = 120
LONGEST_TEXT = 2_000
LONGEST_LIST = 40
_COUNTED = (
    "follow_ups",
    "strong_signals",
    "red_flags",
    "tracks",
    "competencies",
    "facts",
    "workstreams",
)
ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
"""Ids are names: they stand in commands and tables, and no path can be made of them."""


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
    bars: bool = True
    """Whether the entry cannot be used; what does not bar is advice on how it is written."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: how much was read, and every problem."""

    files: int
    questions: int
    problems: list[Problem]

    @property
    def barring(self) -> list[Problem]:
        """The problems that keep questions from being used."""
        return [problem for problem in self.problems if problem.bars]


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that an entry may name. None: whatever is named is taken as known."""

    dimensions: Collection[str]
    competencies: Collection[str] | None = None
    facts: Collection[str] | None = None


Rule = Callable[[Question], Iterator[Finding]]


def check_question(question: Question, known: Known) -> list[Finding]:
    """Every rule that `question` breaks."""
    found = [finding for rule in RULES for finding in rule(question)]
    found += _named(question.rubric, known.dimensions, ("rubric", "dimension"))
    found += _named(question.competencies, known.competencies, ("competencies", "competency"))
    found += _named(question.facts, known.facts, ("facts", "fact"))
    return found


def _named(
    names: Collection[str], known: Collection[str] | None, called: tuple[str, str]
) -> Iterator[Finding]:
    key, noun = called
    for place, name in enumerate(names):
        if known is not None and name not in known:
            near = closest(name, sorted(known), most=1)
            guess = f" (did you mean '{near[0]}'?)" if near else ""
            yield Finding((key, place), f"there is no {noun} '{name}'{guess}")


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


def _id_is_a_name(question: Question) -> Iterator[Finding]:
    if question.id and not ID.fullmatch(question.id):
        message = "may hold small letters, digits, '.', '_' and '-', at most 64, no '-' in front"
        yield Finding(("id",), message)


def _nothing_hides_or_floods(question: Question) -> Iterator[Finding]:
    """Controls, hidden characters and text without end are no part of a question."""
    found = words(question)
    if max(map(len, found)) <= LONGEST_TEXT and is_clean("\n".join(found)):
        return  # nearly always; the places are looked for only when there is something to tell
    for path, text in chain(texts(question), identifiers(question)):
        if len(text) > LONGEST_TEXT:
            yield Finding(path, f"has {len(text):,} characters; at most {LONGEST_TEXT:,}")
        elif not is_clean(text):
            yield Finding(path, "holds a control or hidden character")


def _lists_end(question: Question) -> Iterator[Finding]:
    for key in _COUNTED:
        if (count := len(getattr(question, key))) > LONGEST_LIST:
            yield Finding((key,), f"has {count:,} items; at most {LONGEST_LIST}")


def _workstreams_have_names(question: Question) -> Iterator[Finding]:
    """Each is a name and other words for it; the names differ, and only a case has them."""
    if question.workstreams and question.kind != "case":
        yield Finding(("workstreams",), f"is for cases, not for a question of kind {question.kind}")
    seen: set[str] = set()
    for place, names in enumerate(question.workstreams):
        if not names or not all(map(word_count, names)):
            yield Finding(("workstreams", place), "needs a name, with words in it")
        elif names[0] in seen:
            yield Finding(("workstreams", place), f"'{names[0]}' appears twice")
        seen.update(names[:1])


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
    _id_is_a_name,
    _nothing_hides_or_floods,
    _lists_end,
    _outline_fits_two_minutes,
    _interviewer_can_interrupt,
    _signals_can_be_found,
    _follow_ups_name_signals,
    _workstreams_have_names,
    _bar_covers_levels,
)
