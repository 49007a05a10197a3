"""How well one foresees a pass: the Brier score, its parts, and what counts as a pass."""

from random import Random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpmprep.domain.forecasts import Forecast, brier_parts, passed, predictions

FORECASTS = st.lists(
    st.builds(Forecast, percent=st.integers(0, 100), passed=st.booleans()), min_size=20, max_size=40
)
TWENTY = [
    *[Forecast(20, passed=False)] * 4,
    *[Forecast(20, passed=True)],
    *[Forecast(60, passed=False)] * 4,
    *[Forecast(60, passed=True)] * 6,
    *[Forecast(90, passed=True)] * 5,
]
"""Low: 20 % said, 1 of 5 passed. Middle: 60 %, 6 of 10. High: 90 %, 5 of 5. In all 12 of 20."""


def test_twenty_forecasts_by_hand() -> None:
    """Every figure of a table that was worked out on paper.

    Reliability: only the high bin is off, by 0.1, and it is a quarter. Resolution: (0.2 - 0.6)² / 4
    + (1 - 0.6)² / 4. Uncertainty: 0.6 times 0.4. All forecasts in a bin are the same: no remainder.
    """
    found = predictions(TWENTY, Random(1))
    assert found.brier is not None
    assert found.parts is not None
    assert (
        pytest.approx((4 * 0.04 + 0.64 + 4 * 0.36 + 6 * 0.16 + 5 * 0.01) / 20) == found.brier.value
    )
    assert (20, 57.5, 0.6, 20) == (
        found.count,
        found.mean_percent,
        found.pass_rate,
        found.brier.pairs,
    )
    parts = found.parts
    assert pytest.approx((0.0025, 0.08, 0.24)) == (
        parts.reliability,
        parts.resolution,
        parts.uncertainty,
    )
    assert pytest.approx(0, abs=1e-12) == parts.remainder
    assert pytest.approx(1 - 0.1625 / 0.24) == parts.skill


@pytest.mark.parametrize(
    ("count", "known"),
    [
        (0, (False, False, False)),
        (4, (False, False, False)),
        (5, (True, False, False)),
        (9, (True, False, False)),
        (10, (True, True, False)),
        (19, (True, True, False)),
        (20, (True, True, True)),
    ],
)
def test_a_few_forecasts_have_no_figure(count: int, known: tuple[bool, bool, bool]) -> None:
    """Means from five on, the score from ten, its parts from twenty."""
    found = predictions(TWENTY[:count], Random(1))
    figures = (found.mean_percent, found.brier, found.parts)
    assert (count, known) == (found.count, tuple(figure is not None for figure in figures))
    assert known[0] == (found.pass_rate is not None)


@pytest.mark.parametrize(
    ("percents", "resolution"),
    [((39, 40), 0.25), ((40, 70), 0.0), ((70, 71), 0.25), ((39, 71), 0.25), ((0, 39), 0.0)],
)
def test_forty_and_seventy_belong_to_the_middle(
    percents: tuple[int, int], resolution: float
) -> None:
    """Two forecasts resolve an outcome only when they are in two bins."""
    low, high = (Forecast(p, passed=p == max(percents)) for p in percents)
    assert resolution == brier_parts([low, high] * 10).resolution


@given(FORECASTS)
def test_the_parts_sum_to_the_score(forecasts: list[Forecast]) -> None:
    """Murphy's three parts and the remainder; the score is between 0 and 1."""
    found = predictions(forecasts, Random(1))
    assert found.parts is not None
    assert found.brier is not None
    parts, score = found.parts, found.brier.value
    whole = parts.reliability - parts.resolution + parts.uncertainty + parts.remainder
    assert pytest.approx(score, abs=1e-12) == whole
    assert 0 <= found.brier.low <= score <= found.brier.high <= 1
    assert min(parts.reliability, parts.resolution) >= 0
    assert 0 <= parts.uncertainty <= 0.25


@given(FORECASTS)
def test_the_remainder_is_what_varies_inside_the_bins(forecasts: list[Forecast]) -> None:
    """Stephenson and others 2008: the variance of the forecasts less twice the covariance."""
    left = 0.0
    for part in (
        [f for f in forecasts if f.percent < 40],
        [f for f in forecasts if 40 <= f.percent <= 70],
        [f for f in forecasts if f.percent > 70],
    ):
        said = fmean([f.percent / 100 for f in part] or [0.0])
        came = fmean([float(f.passed) for f in part] or [0.0])
        left += sum((f.percent / 100 - said) ** 2 for f in part)
        left -= 2 * sum((f.percent / 100 - said) * (f.passed - came) for f in part)
    assert pytest.approx(left / len(forecasts), abs=1e-12) == brier_parts(forecasts).remainder


@given(FORECASTS, st.randoms(use_true_random=False))
def test_the_order_of_forecasts_does_not_matter(forecasts: list[Forecast], mix: Random) -> None:
    """Neither to a value nor, with the same seed, to an interval."""
    mixed = mix.sample(forecasts, len(forecasts))
    assert predictions(forecasts, Random(7)) == predictions(mixed, Random(7))


@given(st.lists(st.booleans(), min_size=20))
def test_to_be_certain_and_right_is_perfect(outcomes: list[bool]) -> None:
    """The score is 0, and the skill 1 where there was something to foresee."""
    found = predictions([Forecast(100 * came, came) for came in outcomes], Random(1))
    assert found.brier is not None
    assert found.parts is not None
    assert (0, 0, 0) == (found.brier.value, found.brier.low, found.brier.high)
    assert (1 if len(set(outcomes)) > 1 else None) == found.parts.skill


def test_to_say_the_pass_rate_each_time_has_no_skill() -> None:
    """And to be certain and wrong is as bad as it gets."""
    assert pytest.approx(0) == brier_parts([Forecast(50, n % 2 == 0) for n in range(20)]).skill
    wrong = predictions([Forecast(100, passed=False)] * 10, Random(1))
    assert wrong.brier is not None
    assert (1, 100, 0) == (wrong.brier.value, wrong.mean_percent, wrong.pass_rate)


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((3, 3, 3, 3), True),
        ((3, 3, 3, 2), True),
        ((3, 3, 2), False),
        ((3, 2), False),
        ((4, 2), True),
        ((4, 4, 1, 2), True),
        ((4, 3, 2, 1), False),
        ((3, 3, 3, 3, 3, 3, 2, 2), True),
        ((3, 3, 3, 3, 3, 2, 2, 2), False),
        ((3,), True),
        ((2,), False),
        ((), False),
    ],
)
def test_a_pass_is_a_mean_of_three_to_the_half_point(
    levels: tuple[int, ...], expected: bool
) -> None:
    """2.75 is rounded up to 3; what was not scored has not passed."""
    assert expected == passed({str(n): level for n, level in enumerate(levels)})
