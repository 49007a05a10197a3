"""What is remembered: the ratings, the curve of FSRS-6, and what one more answer would change."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS as W
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt
from tpmprep.domain.memory import (
    AGAIN,
    EASY,
    FIRST_RATINGS,
    GOOD,
    HARD,
    LAST_DAY,
    Memory,
    chances_of,
    rating_of,
    rating_of_score,
)
from tpmprep.domain.practice import Practised, practised_of

RATINGS = (AGAIN, HARD, GOOD, EASY)
DAY = 740_000
LENGTH = "2min"
LENGTHS = ("2min", "5min", "deep")
TINY = 1e-12


def practised(scores: dict[str, int], **changes: Any) -> Practised:
    """An answer with those levels."""
    return practised_of(make_attempt(scores=scores, **changes), lambda _: ())


def replayed(answers: list[tuple[int, int]]) -> Memory:
    """What is known after these answers to one question: days from DAY on, and ratings."""
    memory = Memory()
    for day, rating in answers:
        memory.review("q", LENGTH, DAY + day, rating)
    return memory


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[int, int]]:
    """Answers to one question, in the order of their days; some on the same day."""
    days = sorted(draw(st.lists(st.integers(0, 40), min_size=1, max_size=6)))
    return [(day, draw(st.sampled_from(RATINGS))) for day in days]


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (1.0, AGAIN),
        (1.74, AGAIN),
        (1.75, HARD),
        (2.59, HARD),
        (2.6, GOOD),
        (3.49, GOOD),
        (3.5, EASY),
        (4.0, EASY),
        (None, HARD),
    ],
)
def test_the_bounds_of_the_ratings(score: float | None, expected: int) -> None:
    """The table of the evidence: again below 1.75, hard below 2.6, good below 3.5."""
    assert expected == rating_of_score(score)


@pytest.mark.parametrize(
    ("score", "bias", "expected"),
    [
        (3.5, 0.5, GOOD),
        (4.0, 0.5, EASY),
        (3.0, 0.5, HARD),
        (2.0, 0.5, AGAIN),
        (1.5, -0.25, HARD),
        (3.0, -0.5, EASY),
        (None, 2.0, HARD),
    ],
)
def test_the_bias_is_taken_off_first(score: float | None, bias: float, expected: int) -> None:
    """Who scores too high gets a lower rating, who scores too low a higher one."""
    assert expected == rating_of_score(score, bias)


def test_ratings_are_those_of_fsrs() -> None:
    """1 to 4, from worst to best."""
    assert (1, 2, 3, 4) == RATINGS


@pytest.mark.parametrize(
    ("scores", "changes", "bias", "expected"),
    [
        ({"a": 4}, {}, 0.0, EASY),
        ({"a": 3, "b": 2}, {}, 0.0, HARD),
        ({"a": 3, "b": 2}, {}, -0.25, GOOD),
        ({}, {}, 0.0, HARD),
        ({"a": 4}, {"answer": " \n"}, 0.0, AGAIN),
        ({"a": 4}, {"answer": " \n"}, -3.0, AGAIN),
        ({"a": 4}, {"elapsed_s": 180.1}, 0.0, AGAIN),
        ({}, {"elapsed_s": 180.1}, 0.0, AGAIN),
    ],
)
def test_how_an_answer_went(
    scores: dict[str, int], changes: dict[str, Any], bias: float, expected: int
) -> None:
    """A failed one is to be learnt again whatever its score; one without a score was given."""
    assert expected == rating_of(practised(scores, **changes), bias)


@pytest.mark.parametrize("rating", RATINGS)
@pytest.mark.parametrize("days", [0, 1, 2, 5, 13, 30, 60])
def test_the_curve_is_that_of_fsrs_6(rating: int, days: int) -> None:
    """By hand: R = (1 + F t / S)^-w20 with F = 0.9^(-1/w20) - 1, and S of a first answer."""
    stability, decay = W[rating - 1], W[20]
    factor = 0.9 ** (-1 / decay) - 1
    expected = (1 + factor * days / stability) ** -decay
    found = replayed([(0, rating)]).recall("q", LENGTH, DAY + days)
    assert pytest.approx(expected, abs=1e-9) == found


def test_the_parameters_are_those_of_the_evidence() -> None:
    """Other defaults of the library would be another plan; before 6.2 they were others."""
    assert (21, 0.1542, 2.3065) == (len(W), W[20], W[2])


def test_stability_is_where_nine_of_ten_are_left() -> None:
    """A first easy answer holds for about eight days, a hard one for one."""
    easy, hard = replayed([(0, EASY)]), replayed([(0, HARD)])
    assert 0.9 < easy.recall("q", LENGTH, DAY + 8) < 0.905
    assert hard.recall("q", LENGTH, DAY + 2) < 0.9 < hard.recall("q", LENGTH, DAY + 1)


def test_what_was_never_answered_is_not_known() -> None:
    """Neither then nor later."""
    memory = replayed([(0, GOOD)])
    assert 0.0 == memory.recall("other", LENGTH, DAY)
    assert (True, False, False) == (
        memory.has("q", LENGTH),
        memory.has("q", "5min"),
        memory.has("other", LENGTH),
    )


@pytest.mark.parametrize("other", ["5min", "deep", "headline"])
def test_another_length_counts_half(other: str) -> None:
    """Half of what is known at the length that was practised."""
    memory = replayed([(0, GOOD)])
    known = memory.recall("q", LENGTH, DAY + 9)
    assert pytest.approx(known / 2) == memory.recall("q", other, DAY + 9)


def test_the_better_known_of_own_length_and_sibling_counts() -> None:
    """A faded answer at the same length gives way to half of a fresh one at another."""
    memory = replayed([(0, AGAIN)])
    alone = memory.recall("q", LENGTH, DAY + 4000)
    memory.review("q", "5min", DAY + 3999, EASY)
    fresh = memory.recall("q", "5min", DAY + 4000)
    assert alone < fresh / 2
    assert pytest.approx(fresh / 2) == memory.recall("q", LENGTH, DAY + 4000)
    assert fresh < 1 == memory.recall("q", "5min", DAY + 3999)


@given(histories(), st.integers(0, 20), st.integers(0, 60), st.integers(0, 60))
def test_after_one_more_answer_is_what_is_to_be_expected(
    answers: list[tuple[int, int]], pause: int, near: int, far: int
) -> None:
    """The recall of each rating, weighed by how likely it is; nothing is kept of it."""
    today = answers[-1][0] + pause
    days = [DAY + today + near, DAY + today + far]
    memory, chances = replayed(answers), chances_of(0.3)
    found = memory.recall_after("q", LENGTH, DAY + today, chances, days)
    known = {
        rating: [replayed([*answers, (today, rating)]).recall("q", LENGTH, day) for day in days]
        for rating in RATINGS
    }
    for place, value in enumerate(found):
        expected = sum(chances[rating] * known[rating][place] for rating in RATINGS)
        assert pytest.approx(expected) == value
        assert memory.recall("q", LENGTH, days[place]) == replayed(answers).recall(
            "q", LENGTH, days[place]
        )


def test_a_first_answer_can_be_expected_too() -> None:
    """Of a question or a length that was never answered, and without credit for siblings."""
    memory, after = replayed([(0, GOOD)]), [DAY + 12]
    expected = sum(
        share * replayed([(2, rating)]).recall("q", LENGTH, DAY + 12)
        for rating, share in FIRST_RATINGS.items()
    )
    for question, length in (("other", LENGTH), ("q", "5min")):
        found = memory.recall_after(question, length, DAY + 2, FIRST_RATINGS, after)
        assert pytest.approx([expected]) == found
        assert not memory.has(question, length)


@pytest.mark.parametrize("recall", [0.0, 0.25, 0.9, 1.0])
def test_the_chances_of_an_answer_that_is_known(recall: float) -> None:
    """It fails when it is not remembered; the rest as the evidence has it."""
    chances = chances_of(recall)
    expected = [1 - recall, 0.25 * recall, 0.6 * recall, 0.15 * recall]
    assert pytest.approx(expected) == [chances[rating] for rating in RATINGS]
    assert pytest.approx(1) == sum(chances.values())


def test_first_chances_sum_to_one() -> None:
    """They are chances."""
    assert pytest.approx(1) == sum(FIRST_RATINGS.values())


@given(histories())
def test_it_only_fades(answers: list[tuple[int, int]]) -> None:
    """Day by day a little, and always between 0 and 1."""
    memory, last = replayed(answers), DAY + answers[-1][0]
    known = [memory.recall("q", LENGTH, last + day) for day in range(0, 200, 3)]
    assert 1 == known[0]
    assert 0 < known[-1] < 1
    assert all(after <= before for before, after in pairwise(known))


@given(histories(), st.integers(0, 100))
def test_a_better_answer_is_never_known_worse(answers: list[tuple[int, int]], later: int) -> None:
    """Of the last answer; days later."""
    *before, (day, _) = answers
    known = [
        replayed([*before, (day, rating)]).recall("q", LENGTH, DAY + day + later)
        for rating in RATINGS
    ]
    assert all(worse <= better + TINY for worse, better in pairwise(known))


@given(histories(), st.integers(0, 300), st.sampled_from(LENGTHS))
def test_the_same_answers_give_the_same(
    answers: list[tuple[int, int]], later: int, length: str
) -> None:
    """No chance, and only the days between count: a plan a year later is the same plan."""
    moved = [(day + 365, rating) for day, rating in answers]
    day = DAY + answers[-1][0] + later
    first = replayed(answers).recall("q", length, day)
    assert first == replayed(answers).recall("q", length, day)
    assert first == replayed(moved).recall("q", length, day + 365)


def test_one_question_leaves_the_others_alone() -> None:
    """Answers to another question change nothing."""
    memory = replayed([(0, HARD)])
    memory.review("other", LENGTH, DAY + 1, EASY)
    assert replayed([(0, HARD)]).recall("q", LENGTH, DAY + 9) == memory.recall("q", LENGTH, DAY + 9)


def test_days_that_are_none_do_no_harm() -> None:
    """Out of a file that was changed by hand; they count as the last day there is."""
    memory, end = Memory(), date.max.toordinal()
    memory.review("q", LENGTH, LAST_DAY - 9, EASY)
    memory.review("q", LENGTH, end, EASY)
    assert 1 == memory.recall("q", LENGTH, end) == memory.recall("q", LENGTH, LAST_DAY)
    assert [1] == memory.recall_after("q", LENGTH, end, {GOOD: 1.0}, [end])


def test_an_earlier_day_after_a_later_one_does_no_harm() -> None:
    """Who flies west may have two answers in that order."""
    memory = replayed([(3, GOOD), (2, GOOD)])
    assert 0.8 < memory.recall("q", LENGTH, DAY + 5) < 1
