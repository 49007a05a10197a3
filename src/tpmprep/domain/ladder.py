"""Which length of an answer comes next for a question: the guide asks for all three."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from tpmprep.domain.formats import GUIDE_LENGTHS as LENGTHS
from tpmprep.domain.rubric import READY_LEVEL

COST_MIN = {"headline": 3, "recruiter": 3, "2min": 6, "5min": 12, "deep": 20}
"""Minutes that a drill takes with its scoring."""

SCORING_MIN = 4
LONGEST_S = 24 * 3600.0
"""More than a day is no time that a drill took."""

READY_SCORES = 2
"""So many ready scores at one length lead to the next."""

MOST_BIAS = 1.0
"""More is not taken off a score, so that a 4 stays ready."""


class Scored(Protocol):
    """An answer as far as its length and its mean level go."""

    @property
    def format(self) -> str:
        """The format that it was given in."""

    @property
    def score(self) -> float | None:
        """Its mean level, or None."""


def next_format(answers: Iterable[Scored], made_for: Sequence[str] = (), bias: float = 0.0) -> str:
    """The length to practise next: 2 minutes until two scores are ready, then 5, then deep.

    `answers` are those to one question. A score is ready when it still is with `bias` taken off. A
    question that is `made_for` some formats is practised in the first of them.
    """
    if made_for:
        return made_for[0]
    ready = dict.fromkeys(LENGTHS, 0)
    for answer in answers:
        if answer.format in ready and is_ready(answer.score, bias):
            ready[answer.format] += 1
    return rung(ready)


def is_ready(score: float | None, bias: float = 0.0) -> bool:
    """Whether a mean level is ready for an interview."""
    return score is not None and score >= READY_LEVEL + min(bias, MOST_BIAS)


def rung(ready: Mapping[str, int], allowed: Sequence[str] = LENGTHS) -> str:
    """The first length with too few ready scores, or the last one."""
    return next((name for name in allowed if ready.get(name, 0) < READY_SCORES), allowed[-1])


def cost_min(length: str, elapsed_s: float = 0.0) -> int:
    """Minutes that a drill of that length takes, or took when its length has no usual cost."""
    spent_s = min(max(elapsed_s, 0.0), LONGEST_S)
    return COST_MIN.get(length, round(spent_s / 60) + SCORING_MIN)


class Ladder:
    """The next length of many questions, kept up while answers come in or are planned.

    `allowed` are the lengths that each question is made for, shortest first.
    """

    def __init__(self, allowed: Mapping[str, Sequence[str]]) -> None:
        self._allowed = allowed
        self._ready: dict[str, dict[str, int]] = {}
        self._next: dict[str, str] = {}

    def add(self, question: str, length: str, score: float | None, bias: float = 0.0) -> None:
        """Take in an answer."""
        if is_ready(score, bias):
            ready = self._ready.setdefault(question, {})
            ready[length] = ready.get(length, 0) + 1
            self._next.pop(question, None)

    def length(self, question: str) -> str:
        """The length that is next."""
        if question not in self._next:
            allowed = self._allowed.get(question, LENGTHS)
            self._next[question] = rung(self._ready.get(question, {}), allowed)
        return self._next[question]
