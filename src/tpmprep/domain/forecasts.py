"""How well one foresees whether an answer would pass: the Brier score and what it is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor
from random import Random
from statistics import fmean

from tpmprep.domain.ratings import BIAS_FROM, Estimate, mean_estimate
from tpmprep.domain.rubric import READY_LEVEL

FORECAST_FROM = 10
PARTS_FROM = 20

_MIDDLE = (40, 70)
"""The middle of the three bins, in percent; both of its ends belong to it."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """How likely it would pass (percent, said before or right after) and whether it did."""

    percent: int
    passed: bool

    @property
    def error(self) -> float:
        """The squared error: 0 is certain and right, 1 is certain and wrong."""
        return (self.percent / 100 - self.passed) ** 2


@dataclass(frozen=True, slots=True)
class Parts:
    """What a Brier score is made of: reliability - resolution + uncertainty + remainder.

    `reliability` is how far what was said is from what came (0 is best), `resolution` how far what
    came differs between low and high forecasts (more is better), `uncertainty` how mixed what came
    was. `skill` is the share by which one beats saying the pass rate each time; None when all
    passed or none did.
    """

    reliability: float
    resolution: float
    uncertainty: float
    remainder: float
    skill: float | None


@dataclass(frozen=True, slots=True)
class Predictions:
    """How forecasts compare with what came; None where there are too few.

    `mean_percent` and `pass_rate` (a share) come from BIAS_FROM on, `brier` from FORECAST_FROM,
    `parts` from PARTS_FROM.
    """

    count: int
    mean_percent: float | None = None
    pass_rate: float | None = None
    brier: Estimate | None = None
    parts: Parts | None = None


def predictions(forecasts: Sequence[Forecast], random: Random) -> Predictions:
    """Every figure that there are enough forecasts for.

    Brier 1950, for one event: the mean squared error, from 0 (best) to 1; always saying 50 % gets
    0.25. The interval is from resamples of the answers.
    """
    count = len(forecasts)
    if count < BIAS_FROM:
        return Predictions(count)
    errors = [forecast.error for forecast in forecasts]
    return Predictions(
        count=count,
        mean_percent=fmean(forecast.percent for forecast in forecasts),
        pass_rate=_pass_rate(forecasts),
        brier=mean_estimate(errors, random) if count >= FORECAST_FROM else None,
        parts=brier_parts(forecasts) if count >= PARTS_FROM else None,
    )


def brier_parts(forecasts: Sequence[Forecast]) -> Parts:
    """The Brier score in the parts of Murphy 1973, over bins: below 40, 40 to 70, above 70 %.

    The three parts make up the score only if all forecasts in a bin are the same. Here a bin stands
    for its mean forecast, so what varies inside the bins (the variance of the forecasts, less twice
    their covariance with the outcomes: Stephenson, Coelho and Jolliffe 2008) is left over. It is
    mostly small, of either sign, and returned as `remainder`: so the parts sum to the score.
    """
    score, rate = fmean(forecast.error for forecast in forecasts), _pass_rate(forecasts)
    reliability = resolution = 0.0
    for part in _bins(forecasts):
        share, passing = len(part) / len(forecasts), _pass_rate(part)
        said = fmean(forecast.percent for forecast in part) / 100
        reliability += share * (said - passing) ** 2
        resolution += share * (passing - rate) ** 2
    uncertainty = rate * (1 - rate)
    return Parts(
        reliability=reliability,
        resolution=resolution,
        uncertainty=uncertainty,
        remainder=score - (reliability - resolution + uncertainty),
        skill=1 - score / uncertainty if uncertainty else None,
    )


def passed(levels: Mapping[str, int]) -> bool:
    """Whether the mean level, rounded to half points, reaches READY_LEVEL.

    A quarter is rounded up, so 2.75 passes. Where nothing was scored, nothing has passed.
    """
    return bool(levels) and floor(2 * fmean(levels.values()) + 0.5) / 2 >= READY_LEVEL


def _pass_rate(forecasts: Sequence[Forecast]) -> float:
    return fmean(forecast.passed for forecast in forecasts)


def _bins(forecasts: Sequence[Forecast]) -> list[list[Forecast]]:
    """The forecasts by bin, without the bins that are empty."""
    low, high = _MIDDLE
    bins: tuple[list[Forecast], ...] = ([], [], [])
    for forecast in forecasts:
        bins[(forecast.percent >= low) + (forecast.percent > high)].append(forecast)
    return [part for part in bins if part]
