"""How far two agree: figures by hand, by another way of computing, and what must always hold."""

from collections import Counter
from itertools import product
from math import comb
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpmprep.domain.ratings import (
    RESAMPLES,
    Estimate,
    Levels,
    Pair,
    agreement,
    bias_by_dimension,
    mean_error,
    mean_estimate,
    share_within,
    shrunken_bias,
    spearman,
    weighted_kappa,
)

SCALE = (1, 2, 3, 4)
LEVELS = st.dictionaries(st.sampled_from("abcd"), st.sampled_from(SCALE), min_size=1)
PAIRS = st.lists(st.builds(Pair, own=LEVELS, other=LEVELS), max_size=14)
TABLES = st.lists(st.tuples(st.sampled_from(SCALE), st.sampled_from(SCALE)), min_size=1)

TEN: list[Levels] = [
    *[(1, 1), (1, 2), (2, 2), (2, 2), (3, 2), (3, 3), (4, 3), (4, 4), (4, 2), (3, 4)],
]
"""Ten levels: differences 0 -1 0 0 1 0 1 0 2 -1, so 5 exact, 9 within one, sum 2, absolute 6."""


def one_each(levels: list[Levels]) -> list[Pair]:
    """A pair with one dimension for each."""
    return [Pair({"a": own}, {"a": other}) for own, other in levels]


def value(estimate: Estimate | None) -> float:
    """The figure, which must be there."""
    assert estimate is not None
    return estimate.value


def test_only_shared_dimensions_count() -> None:
    """Whatever only one of the two scored is left out."""
    pair = Pair({"c": 4, "a": 3, "b": 1}, {"a": 2, "c": 4, "d": 1})
    assert (["a", "c"], [(3, 2), (4, 4)], 0.5) == (pair.dimensions, pair.levels, pair.difference)


def test_ten_levels_by_hand() -> None:
    """Every figure of a table that was worked out on paper.

    Kappa: Σ(own-other)² = 8; Σ own² = 85, Σ other² = 71, sums 27 and 25, so 8 / (156 - 135).
    """
    found = agreement(one_each(TEN), Random(1))
    assert (10, 0.2, 0.6) == (found.pairs, value(found.bias), value(found.mean_error))
    assert (0.5, 0.9) == (value(found.exact), value(found.within_one))
    assert pytest.approx(1 - 8 / 21) == value(found.weighted_kappa)
    assert {10} == {e.pairs for e in (found.bias, found.exact, found.spearman) if e}


def test_bias_is_a_mean_of_answers_and_not_of_levels() -> None:
    """An answer with four levels weighs as much as one with a single level."""
    long = Pair(dict.fromkeys("abcd", 4), dict.fromkeys("abcd", 2))
    found = agreement([long, *one_each([(2, 2)] * 4)], Random(1))
    assert (0.4, 1.0) == (value(found.bias), value(found.mean_error))


def test_levels_of_one_answer_are_one_piece_of_evidence() -> None:
    """Four times the same level in each answer makes nothing surer."""
    once = agreement(one_each(TEN), Random(3))
    four = [Pair(dict.fromkeys("abcd", own), dict.fromkeys("abcd", other)) for own, other in TEN]
    again = agreement(four, Random(3))
    assert (once.bias, once.mean_error, once.exact) == (again.bias, again.mean_error, again.exact)
    assert once.weighted_kappa == again.weighted_kappa


@pytest.mark.parametrize(
    ("count", "first", "second"), [(4, 0, 0), (5, 1, 0), (9, 1, 0), (10, 1, 1)]
)
def test_a_few_pairs_have_no_figure(count: int, first: int, second: int) -> None:
    """Bias and shares from five answers on, coefficients from ten; others' answers do not help."""
    unshared = [Pair({"a": 1}, {"b": 4})] * 9
    found = agreement([*unshared, *one_each(TEN[:count])], Random(1))
    assert count == found.pairs
    shares = (found.bias, found.mean_error, found.within_one, found.exact)
    assert [bool(first)] * 4 == [figure is not None for figure in shares]
    assert [bool(second)] * 2 == [f is not None for f in (found.weighted_kappa, found.spearman)]


def test_a_dimension_needs_five_pairs_of_its_own() -> None:
    """The bias of each dimension that enough pairs share, by its id."""
    both = [Pair({"b": 3, "a": own}, {"b": 2, "a": other}) for own, other in TEN[4:8]]
    pairs = [*both, Pair({"b": 1, "a": 2}, {"b": 3}), Pair({"c": 1}, {"a": 1})]
    assert {"b": (0.4, 5)} == {
        dimension: (e.value, e.pairs)
        for dimension, e in bias_by_dimension(pairs, Random(1)).items()
    }
    found = bias_by_dimension([*pairs, *one_each([(4, 1)])], Random(1))
    assert [("a", 1.0), ("b", 0.4)] == [(dimension, e.value) for dimension, e in found.items()]


def test_the_bias_to_plan_with_is_drawn_towards_none() -> None:
    """Five answers without bias are added, whatever the number of dimensions."""
    higher = Pair({"a": 4, "b": 3}, {"a": 2, "b": 3})
    assert [0.0, 1 / 6, 0.5, 0.75] == [shrunken_bias([higher] * n) for n in (0, 1, 5, 15)]
    assert 1 / 6 == shrunken_bias([higher, Pair({"a": 4}, {})])


@pytest.mark.parametrize(
    ("levels", "kappa", "rho"),
    [
        ([(3, 3)] * 10, None, None),
        ([(3, 2)] * 10, 0.0, None),
        ([(3, 2)] * 5 + [(3, 4)] * 5, 0.0, None),
        ([(1, 4), (4, 1)] * 5, -1.0, -1.0),
        ([(1, 1), (4, 4)] * 5, 1.0, 1.0),
        ([(1, 2), (2, 3), (3, 4)] * 4, 1 - 3 / 7, 1.0),
    ],
)
def test_where_coefficients_are_undefined(
    levels: list[Levels], kappa: float | None, rho: float | None
) -> None:
    """Kappa when all of both is one level, the correlation when all of either is."""
    found = agreement(one_each(levels), Random(1))
    expected = [None if figure is None else pytest.approx(figure) for figure in (kappa, rho)]
    figures = (found.weighted_kappa, found.spearman)
    assert expected == [figure.value if figure else None for figure in figures]


def textbook_kappa(levels: list[Levels]) -> float | None:
    """Cohen 1968 with all three matrices: weights, observed and expected proportions."""
    n, k = len(levels), len(SCALE)
    weight = [[(i - j) ** 2 / (k - 1) ** 2 for j in SCALE] for i in SCALE]
    observed = [[levels.count((i, j)) / n for j in SCALE] for i in SCALE]
    rows = [sum(row) for row in observed]
    columns = [sum(column) for column in zip(*observed, strict=True)]
    cells = list(product(range(k), repeat=2))
    chance = sum(weight[i][j] * rows[i] * columns[j] for i, j in cells)
    return 1 - sum(weight[i][j] * observed[i][j] for i, j in cells) / chance if chance else None


def textbook_spearman(levels: list[Levels]) -> float | None:
    """Pearson over average ranks, each rank found by comparing with every other level."""
    ranks = [
        [sum(b < a for b in side) + (side.count(a) + 1) / 2 for a in side]
        for side in zip(*levels, strict=True)
    ]
    middle = (len(levels) + 1) / 2
    x, y = ([rank - middle for rank in side] for side in ranks)
    spread = sum(a * a for a in x) * sum(b * b for b in y)
    return sum(a * b for a, b in zip(x, y, strict=True)) / spread**0.5 if spread else None


@given(TABLES)
def test_coefficients_against_the_textbook(levels: list[Levels]) -> None:
    """The same to many digits, by another way; and within their bounds."""
    kappa, rho = weighted_kappa(Counter(levels)), spearman(Counter(levels))
    assert pytest.approx(textbook_kappa(levels)) == kappa
    assert pytest.approx(textbook_spearman(levels)) == rho
    assert all(-1 <= figure <= 1 for figure in (kappa, rho) if figure is not None)


@given(TABLES)
def test_to_agree_with_oneself_is_perfect(levels: list[Levels]) -> None:
    """1 everywhere, or undefined when all is one level."""
    same = Counter((own, own) for own, _ in levels)
    perfect = 1.0 if len(same) > 1 else None
    assert (perfect, perfect) == (weighted_kappa(same), spearman(same))
    assert (0, 1, 1) == (mean_error(same), share_within(same, 0), share_within(same, 1))


def figures(pairs: list[Pair]) -> list[float | None]:
    """The values of all figures, bias first."""
    found = agreement(pairs, Random(1))
    rest = (found.mean_error, found.within_one, found.exact, found.weighted_kappa, found.spearman)
    return [estimate.value if estimate else None for estimate in (found.bias, *rest)]


@given(PAIRS)
def test_swapping_the_two_turns_only_the_sign_of_the_bias(pairs: list[Pair]) -> None:
    """All other figures are the same from both sides."""
    swapped = [Pair(own=pair.other, other=pair.own) for pair in pairs]
    (bias, *rest), (turned, *same) = figures(pairs), figures(swapped)
    assert (bias is None, -(bias or 0), rest) == (turned is None, turned or 0, same)
    assert -shrunken_bias(pairs) == shrunken_bias(swapped)


@given(PAIRS, st.randoms(use_true_random=False), st.integers())
def test_the_order_of_the_pairs_does_not_matter(pairs: list[Pair], mix: Random, seed: int) -> None:
    """Neither to a value nor, with the same seed, to an interval."""
    mixed = mix.sample(pairs, len(pairs))
    assert agreement(pairs, Random(seed)) == agreement(mixed, Random(seed))
    assert bias_by_dimension(pairs, Random(seed)) == bias_by_dimension(mixed, Random(seed))
    assert shrunken_bias(pairs) == shrunken_bias(mixed)


@given(PAIRS)
def test_every_interval_is_in_order_and_in_range(pairs: list[Pair]) -> None:
    """Low comes before high, and neither is a figure that cannot be."""
    found = agreement(pairs, Random(1))
    bounds = {
        **dict.fromkeys(("mean_error",), (0, 3)),
        **dict.fromkeys(("within_one", "exact"), (0, 1)),
        **dict.fromkeys(("weighted_kappa", "spearman"), (-1, 1)),
        "bias": (-3, 3),
    }
    for name, (least, most) in bounds.items():
        estimate: Estimate | None = getattr(found, name)
        if estimate:
            assert least <= estimate.low <= estimate.high <= most
            assert least <= estimate.value <= most
    for estimate in (found.bias, found.mean_error, found.within_one, found.exact):
        if estimate:
            assert estimate.low <= estimate.value <= estimate.high


def test_the_interval_leaves_five_percent_at_each_end() -> None:
    """Against the exact distribution: the mean of a resample of 20 halves is binomial."""
    below = [sum(comb(20, k) for k in range(n + 1)) / 2**20 for n in range(21)]
    low, high = (next(n for n in range(21) if below[n] >= at) / 20 for at in (0.05, 0.95))
    expected = Estimate(0.5, low, high, 20)
    found = agreement(one_each([(2, 2), (3, 2)] * 10), Random(5))
    assert [expected] * 3 == [found.bias, found.mean_error, found.exact]
    assert expected == mean_estimate([0.0, 1.0] * 10, Random(5))
    assert RESAMPLES >= 400


def test_resamples_without_a_coefficient_do_not_count() -> None:
    """A third of them miss the only answer that differs, and say nothing."""
    found = agreement(one_each([(3, 3)] * 9 + [(4, 4)]), Random(1))
    assert [Estimate(1, 1, 1, 10)] * 2 == [found.weighted_kappa, found.spearman]


def pairs_of(bias: float, seed: int) -> list[Pair]:
    """Twelve answers of four dimensions at level 2 or 3, scored with a bias and noise of 0.5."""
    random, pairs = Random(seed), []
    for _ in range(12):
        other = {dimension: random.choice((2, 3)) for dimension in "abcd"}
        felt = {d: round(level + bias + random.gauss(0, 0.5)) for d, level in other.items()}
        pairs.append(Pair({d: min(4, max(1, level)) for d, level in felt.items()}, other))
    return pairs


@pytest.mark.parametrize("bias", [-1, 0, 1])
def test_a_known_bias_is_found(bias: int) -> None:
    """Within a quarter of a level for 95 of 100 raters; nothing is said of four answers."""
    raters = [pairs_of(bias, seed) for seed in range(100)]
    found = [value(agreement(pairs, Random(1)).bias) for pairs in raters]
    assert sum(abs(figure - bias) <= 0.25 for figure in found) >= 95
    assert all(agreement(pairs[:4], Random(1)).bias is None for pairs in raters)
