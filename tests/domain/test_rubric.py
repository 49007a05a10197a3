"""Rubrics: the words of a level, and the means of scores."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_dimension
from tpmprep.domain.rubric import mean_score, score_by_rubric

DIMENSIONS = st.sampled_from(["ex.control", "ex.risk", "te.depth", "dl.concision", "dl.pace"])
SCORES = st.dictionaries(DIMENSIONS, st.integers(1, 4), min_size=1)


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (1, "Says a weekly meeting is enough."),
        (2, "Names artefacts without a decision."),
        (3, "Names thresholds, owners and actions."),
        (4, "Removed a ritual and measured the effect."),
    ],
)
def test_each_level_has_its_words(level: int, words: str) -> None:
    """The behaviour that earns it."""
    assert words == make_dimension().words(level)


@pytest.mark.parametrize(
    ("scores", "mean"),
    [
        ({}, None),
        ({"ex.control": 1}, 1.0),
        ({"ex.control": 3, "dl.concision": 2}, 2.5),
        ({"ex.control": 3, "dl.concision": 2, "ex.risk": 2}, 2.33),
        ({"ex.control": 3, "dl.concision": 3, "ex.risk": 2}, 2.67),
        ({"ex.control": 4, "ex.risk": 4, "ex.scope": 4, "dl.concision": 1}, 3.25),
    ],
)
def test_the_mean_has_equal_weights(scores: dict[str, int], mean: float | None) -> None:
    """Every dimension counts once, whatever its rubric; two decimals; None without scores."""
    assert mean == mean_score(scores)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ({}, []),
        ({"ex.control": 3}, [("ex", 3.0)]),
        ({"dl.pace": 1, "ex.control": 3, "dl.concision": 2}, [("dl", 1.5), ("ex", 3.0)]),
        ({"ex.a": 3, "ex.b": 2, "ex.c": 2, "te.a": 4}, [("ex", 2.33), ("te", 4.0)]),
        ({"ex.a.b": 2, "exec.a": 4}, [("ex", 2.0), ("exec", 4.0)]),
    ],
)
def test_a_mean_per_rubric(scores: dict[str, int], expected: list[tuple[str, float]]) -> None:
    """By the part before the first dot, in the order first met."""
    assert expected == list(score_by_rubric(scores).items())


@given(SCORES)
def test_a_mean_lies_between_its_levels(scores: dict[str, int]) -> None:
    """Never below the lowest level or above the highest, all together and per rubric."""
    low, high = min(scores.values()), max(scores.values())
    means = [mean_score(scores), *score_by_rubric(scores).values()]
    assert all(mean is not None and low <= mean <= high for mean in means)


@given(SCORES)
def test_every_rubric_has_a_mean(scores: dict[str, int]) -> None:
    """No scored rubric is left out."""
    assert {name[:2] for name in scores} == set(score_by_rubric(scores))
