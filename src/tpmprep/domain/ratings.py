"""How far two who scored the same answers agree, and how sure that is.

The unit is the answer, not the level. The levels inside one answer hang together, so ten answers of
four levels are ten pieces of evidence and not forty: every count of pairs is of answers, and the
bootstrap draws whole answers. A pair without a shared dimension is left out of everything.

Below BIAS_FROM pairs there is no figure, below KAPPA_FROM no coefficient: a few pairs say anything.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import fsum, sqrt
from random import Random
from statistics import fmean

BIAS_FROM = 5
KAPPA_FROM = 10
RESAMPLES = 1000
SHRINK_BY = 5
"""So many answers without any bias are added before a plan relies on the bias."""

_TAIL = 0.05

Levels = tuple[int, int]
"""The level that one gave oneself and the level that the other gave."""

Table = Counter[Levels]
"""How often each two levels met."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One answer that two scored: the levels that both gave, by dimension."""

    own: dict[str, int]
    other: dict[str, int]

    @property
    def dimensions(self) -> list[str]:
        """The dimensions that both scored, in order of their ids; only these count."""
        return sorted(self.own.keys() & self.other.keys())

    @property
    def levels(self) -> list[Levels]:
        """Own and other level of each shared dimension."""
        return [(self.own[dimension], self.other[dimension]) for dimension in self.dimensions]

    @property
    def difference(self) -> float:
        """The mean of own minus other over the shared dimensions, of which there must be one."""
        return fmean(own - other for own, other in self.levels)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure, its 90 % bootstrap interval, and how many answers it comes from.

    The interval is somewhat narrow for few answers: simulated, 80 to 85 % at five, 90 % from 20 on.
    """

    value: float
    low: float
    high: float
    pairs: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """How one's own levels compare with the other's; None where the pairs are too few.

    `bias` is signed: above 0 one scores oneself higher than the other does. `mean_error` is in
    levels; `within_one` and `exact` are shares of the levels. Two are None too where undefined:
    `weighted_kappa` when all of both is one level, `spearman` when all of either is.
    """

    pairs: int
    bias: Estimate | None = None
    mean_error: Estimate | None = None
    within_one: Estimate | None = None
    exact: Estimate | None = None
    weighted_kappa: Estimate | None = None
    spearman: Estimate | None = None


def agreement(pairs: Sequence[Pair], random: Random) -> Agreement:
    """Every figure that there are enough pairs for, all from the same resamples.

    The order of the pairs does not matter, not even to the intervals.
    """
    answers = sorted(pair.levels for pair in pairs if pair.dimensions)
    count = len(answers)
    if count < BIAS_FROM:
        return Agreement(count)
    units = [(fmean(own - other for own, other in answer), answer) for answer in answers]
    draws = [random.choices(units, k=count) for _ in range(RESAMPLES)]
    given, drawn = Counter(chain.from_iterable(answers)), [_table(units) for units in draws]

    def of(figure: Callable[[Table], float | None], least: int = BIAS_FROM) -> Estimate | None:
        return _estimate(figure(given), map(figure, drawn), count) if count >= least else None

    return Agreement(
        pairs=count,
        bias=_estimate(_bias(units), map(_bias, draws), count),
        mean_error=of(mean_error),
        within_one=of(lambda table: share_within(table, 1)),
        exact=of(lambda table: share_within(table, 0)),
        weighted_kappa=of(weighted_kappa, KAPPA_FROM),
        spearman=of(spearman, KAPPA_FROM),
    )


def bias_by_dimension(pairs: Sequence[Pair], random: Random) -> dict[str, Estimate]:
    """The bias in each dimension that enough pairs share, in order of their ids."""
    differences: dict[str, list[int]] = defaultdict(list)
    for pair in pairs:
        for dimension in pair.dimensions:
            differences[dimension].append(pair.own[dimension] - pair.other[dimension])
    return {
        dimension: mean_estimate(values, random)
        for dimension, values in sorted(differences.items())
        if len(values) >= BIAS_FROM
    }


def shrunken_bias(pairs: Sequence[Pair]) -> float:
    """The bias to plan with: the fewer the pairs, the nearer to 0; 0 without any.

    The sum of the answers' differences / (n + SHRINK_BY), as if that many had shown none.
    """
    differences = [pair.difference for pair in pairs if pair.dimensions]
    return fsum(differences) / (len(differences) + SHRINK_BY)


def mean_error(table: Table) -> float:
    """The mean distance between the two levels."""
    return sum(n * abs(own - other) for (own, other), n in table.items()) / table.total()


def share_within(table: Table, distance: int) -> float:
    """The share of levels at most `distance` apart."""
    near = sum(n for (own, other), n in table.items() if abs(own - other) <= distance)
    return near / table.total()


def weighted_kappa(table: Table) -> float | None:
    """Agreement beyond chance, quadratic weights; None when all of both are one level.

    Cohen 1968: 1 - observed / expected squared distance. The scale's (k - 1)² cancels out, and
    the distance expected by chance needs only sums: Σ own² + Σ other² - 2 Σ own Σ other / n.
    """
    total, squares, own_sum, other_sum, observed = table.total(), 0, 0, 0, 0
    for (own, other), n in table.items():
        squares += n * (own * own + other * other)
        own_sum += n * own
        other_sum += n * other
        observed += n * (own - other) ** 2
    expected = total * squares - 2 * own_sum * other_sum
    return 1 - total * observed / expected if expected else None


def spearman(table: Table) -> float | None:
    """The correlation of the ranks (Spearman 1904); None when all of either is one level.

    Equal levels share their average rank, so this is Pearson's coefficient over the ranks.
    """
    owns, others = _ranks(table, 0), _ranks(table, 1)
    together = own_squares = other_squares = 0
    for (own, other), n in table.items():
        together += n * owns[own] * others[other]
        own_squares += n * owns[own] ** 2
        other_squares += n * others[other] ** 2
    spread = own_squares * other_squares
    return together / sqrt(spread) if spread else None


def mean_estimate(values: Sequence[float], random: Random) -> Estimate:
    """The mean of one value an answer, with its interval. The order does not matter."""
    ordered, count = sorted(values), len(values)
    drawn = [fmean(random.choices(ordered, k=count)) for _ in range(RESAMPLES)]
    return Estimate(fmean(ordered), *_interval(drawn), count)


_Unit = tuple[float, list[Levels]]
"""What the bootstrap draws: an answer's mean difference, and its levels."""


def _bias(units: Sequence[_Unit]) -> float:
    return fmean(difference for difference, _ in units)


def _table(units: Sequence[_Unit]) -> Table:
    return Counter(chain.from_iterable(levels for _, levels in units))


def _ranks(table: Table, side: int) -> dict[int, int]:
    """Twice the average rank of each level, counted from the middle: whole numbers."""
    counts: Counter[int] = Counter()
    for levels, n in table.items():
        counts[levels[side]] += n
    ranks, below, total = {}, 0, table.total()
    for level in sorted(counts):
        ranks[level] = 2 * below + counts[level] - total
        below += counts[level]
    return ranks


def _estimate(value: float | None, drawn: Iterable[float | None], pairs: int) -> Estimate | None:
    """A figure with its interval; resamples in which it is undefined do not count."""
    if value is None:
        return None
    known = [figure for figure in drawn if figure is not None]
    return Estimate(value, *_interval(known or [value]), pairs)


def _interval(drawn: Sequence[float]) -> tuple[float, float]:
    """From the 5th to the 95th percentile of the resamples (Efron 1979, percentile bootstrap)."""
    ordered = sorted(drawn)
    cut = int(len(ordered) * _TAIL)
    return ordered[cut], ordered[-1 - cut]
