"""Whether practice told passes from fails: the scores before real rounds against their outcomes.

For every round that passed and every round that failed one asks which had the better scores before
it. The share of these pairs in which it was the pass is the probability of superiority, the same
as the area under the ROC curve and as Mann and Whitney's U over all pairs (Mann and Whitney 1947,
"On a test of whether one of two random variables is stochastically larger than the other";
Hanley and McNeil 1982, "The meaning and use of the area under a ROC curve"). One half is a coin.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from math import comb
from statistics import fmean

from tpmprep.domain.history import History, local_day
from tpmprep.domain.rounds import FAILED, OPEN, PASSED, Logbook, Round

PRACTICE_DAYS = 14
"""Practice of so many days counts, the day of the round among them."""

OUTCOMES_FROM = 3
MOST_SHUFFLED = 40
"""Up to so many rounds every order is counted; for more that takes too long to wait for."""


@dataclass(frozen=True, slots=True)
class Apart:
    """How well a figure tells passes from fails.

    In `higher` of `pairs` the pass had the higher one, a tie counting half. `chance` is the share
    of all ways to deal the same results to the same rounds that do as well or better.
    """

    higher: float
    pairs: int
    chance: float | None

    @property
    def share(self) -> float:
        """The probability of superiority, 0 to 1."""
        return self.higher / self.pairs


@dataclass(frozen=True, slots=True)
class Verdict:
    """What all rounds say together. `practice` and `felt` stay None while it is too early.

    `passed` and `failed` count the rounds with scored practice before them, `without_practice`
    those that ended without any.
    """

    rounds: int
    open: int
    passed: int
    failed: int
    without_practice: int
    practice: Apart | None = None
    felt: Apart | None = None

    @property
    def usable(self) -> int:
        """The outcomes that can be held against practice."""
        return self.passed + self.failed


def verdict(logbook: Logbook, history: History) -> Verdict:
    """Whether practice scores, and the feeling right after, told passes from fails so far."""
    ended = [round_ for round_ in logbook.rounds if logbook.result(round_) != OPEN]
    scored = [(round_, practice_before(round_.day, history)) for round_ in ended]
    practice = _by_result(logbook, [(r, score) for r, score in scored if score is not None])
    felt = _by_result(logbook, [(r, float(r.felt)) for r in ended if r.felt is not None])
    passed, failed = practice
    return Verdict(
        rounds=len(logbook.rounds),
        open=len(logbook.open),
        passed=len(passed),
        failed=len(failed),
        without_practice=len(ended) - len(passed) - len(failed),
        practice=_told(*practice),
        felt=_told(*felt),
    )


def practice_before(day: date, history: History) -> float | None:
    """The mean of the scores in the two weeks up to and with a day; None without any."""
    scores = [
        attempt.score
        for attempt in history.attempts
        if attempt.score is not None and 0 <= (day - local_day(attempt)).days < PRACTICE_DAYS
    ]
    return round(fmean(scores), 2) if scores else None


def apart(passed: Sequence[float], failed: Sequence[float]) -> Apart:
    """How well a figure tells these passes from these fails; both must be there."""
    higher = sum((p > f) + (p == f) / 2 for p, f in product(passed, failed))
    return Apart(higher, len(passed) * len(failed), chance_of(passed, failed))


def chance_of(passed: Sequence[float], failed: Sequence[float]) -> float | None:
    """The exact share of dealings that do as well or better; None for more than MOST_SHUFFLED.

    U grows with the sum of the passes' ranks, so it is enough to count, for every sum, the ways to
    choose as many rounds as passed. Ranks are doubled: then those of ties are whole numbers too.
    """
    everyone = [*passed, *failed]
    if len(everyone) > MOST_SHUFFLED:
        return None
    ranks = [_double_rank(value, everyone) for value in everyone]
    ways = Counter({(0, 0): 1})
    for rank in ranks:
        for (taken, total), count in list(ways.items()):
            if taken < len(passed):
                ways[taken + 1, total + rank] += count
    seen = sum(ranks[: len(passed)])
    as_good = sum(
        count for (taken, total), count in ways.items() if taken == len(passed) and total >= seen
    )
    return as_good / comb(len(everyone), len(passed))


def _double_rank(value: float, everyone: Sequence[float]) -> int:
    return sum((other < value) + (other <= value) for other in everyone)


def _told(passed: Sequence[float], failed: Sequence[float]) -> Apart | None:
    enough = len(passed) + len(failed) >= OUTCOMES_FROM
    return apart(passed, failed) if enough and passed and failed else None


def _by_result(
    logbook: Logbook, figures: Iterable[tuple[Round, float]]
) -> tuple[list[float], list[float]]:
    """The figures of the rounds that passed, and of those that failed."""
    found: dict[str, list[float]] = {PASSED: [], FAILED: []}
    for round_, figure in figures:
        found[logbook.result(round_)].append(figure)
    return found[PASSED], found[FAILED]
