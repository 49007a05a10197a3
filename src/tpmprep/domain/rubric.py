"""Rubrics: dimensions with four levels, each described by the behaviour that earns it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

LevelKey = Literal["1", "2", "3", "4"]
LEVEL_NUMBERS = (1, 2, 3, 4)
READY_LEVEL = 3
"""The level that the coach works towards: 3 is "hire" on the four-level scale."""

_STRICT: dict[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Dimension:
    """One thing that is scored, with the words of its four levels."""

    id: str
    name: str
    looks_at: str
    levels: dict[LevelKey, str]

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    def words(self, level: int) -> str:
        """The behaviour that earns `level` (1 to 4)."""
        return self.levels[str(level)]  # type: ignore[index]  # the four keys are checked on load


@dataclass(frozen=True, slots=True)
class Rubric:
    """The dimensions of one area (execution, technical, ...) or of delivery."""

    id: str
    name: str
    dimensions: tuple[Dimension, ...]

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


def mean_score(scores: Mapping[str, int]) -> float | None:
    """The mean level over the dimensions, equal weights, two decimals; None when nothing is scored.

    Equal weights by default: OPM, structured interviews FAQ.
    """
    if not scores:
        return None
    return round(sum(scores.values()) / len(scores), 2)


def score_by_rubric(scores: Mapping[str, int]) -> dict[str, float]:
    """The mean level per rubric prefix (`ex`, `te`, ...), in the order first met."""
    groups: dict[str, dict[str, int]] = {}
    for dimension, level in scores.items():
        groups.setdefault(dimension.split(".")[0], {})[dimension] = level
    return {prefix: mean for prefix, part in groups.items() if (mean := mean_score(part))}
