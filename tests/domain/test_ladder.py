"""Which length of an answer comes next, and what it costs."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt
from tpmprep.domain.areas import Answer, Item
from tpmprep.domain.formats import FORMATS
from tpmprep.domain.formats import GUIDE_LENGTHS as LENGTHS
from tpmprep.domain.ladder import (
    COST_MIN,
    MOST_BIAS,
    Ladder,
    cost_min,
    is_ready,
    next_format,
    rung,
)
from tpmprep.domain.memory import AGAIN, GOOD
from tpmprep.domain.schedule import Schedule, Target

DAY = 740_000

ANSWERS = st.lists(
    st.tuples(
        st.sampled_from(("headline", *LENGTHS)),
        st.none() | st.sampled_from((1.0, 2.67, 3.0, 3.25, 3.5, 4.0)),
    ),
    max_size=12,
)
BIAS = st.sampled_from((-1.0, -0.3, 0.0, 0.25, 0.5, 1.0, 1.7))


def answers(*said: tuple[str, float | None]) -> list[Any]:
    """Answers to one question: their formats and mean levels."""
    return [SimpleNamespace(format=name, score=score) for name, score in said]


SHORT, LONG, DEEP = [("2min", 3.0)] * 2, [("5min", 3.5)] * 2, [("deep", 3.0)] * 2


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], "2min"),
        ([("2min", 3.0)], "2min"),
        (SHORT, "5min"),
        ([("2min", 3.0), ("2min", 2.99)], "2min"),
        ([("2min", 4.0), ("2min", None)], "2min"),
        ([("2min", 4.0), ("2min", 1.0), ("2min", 4.0)], "5min"),
        ([*SHORT, ("2min", 1.0)], "5min"),
        (LONG, "2min"),
        ([*LONG, *SHORT], "deep"),
        ([*SHORT, *LONG], "deep"),
        ([*SHORT, ("5min", 3.0)], "5min"),
        ([*DEEP, *SHORT], "5min"),
        ([*SHORT, *LONG, *DEEP], "deep"),
        ([("headline", 4.0), ("headline", 4.0)], "2min"),
        ([("board", 4.0), ("board", 4.0)], "2min"),
    ],
)
def test_two_ready_scores_lead_to_the_next_length(
    said: list[tuple[str, float | None]], expected: str
) -> None:
    """2 minutes first, then 5, then deep, whatever was practised in between."""
    assert expected == next_format(answers(*said))


def test_an_attempt_is_an_answer() -> None:
    """As it is saved."""
    assert "5min" == next_format([make_attempt(scores={"a": 3, "b": 3})] * 2)
    assert "2min" == next_format([make_attempt(scores={"a": 3, "b": 2})] * 2)


def test_a_question_made_for_formats_is_practised_in_the_first() -> None:
    """However well it goes."""
    assert "update" == next_format([], ("update", "2min"))
    assert "estimate" == next_format(answers(*SHORT, *LONG), ("estimate",))


@pytest.mark.parametrize(
    ("score", "bias", "expected"),
    [
        (3.0, 0.0, True),
        (2.99, 0.0, False),
        (None, 0.0, False),
        (None, -9.0, False),
        (3.5, 0.5, True),
        (3.49, 0.5, False),
        (2.5, -0.5, True),
        (2.49, -0.5, False),
        (4.0, 1.0, True),
        (4.0, 2.5, True),
        (3.99, 2.5, False),
    ],
)
def test_ready_is_3_with_the_bias_taken_off(
    score: float | None, bias: float, expected: bool
) -> None:
    """No more than 1 comes off, so that a 4 stays ready."""
    assert expected is is_ready(score, bias)
    assert MOST_BIAS == 1.0


def test_the_rung_of_what_is_ready() -> None:
    """Other formats do not matter."""
    assert ["2min", "5min", "2min", "deep", "deep"] == [
        rung(ready)
        for ready in (
            {},
            {"2min": 2},
            {"2min": 1, "5min": 9, "headline": 9},
            {"2min": 2, "5min": 3},
            {"2min": 9, "5min": 9, "deep": 9},
        )
    ]


@given(ANSWERS, BIAS)
def test_a_ladder_kept_up_says_the_same(said: list[tuple[str, float | None]], bias: float) -> None:
    """Answer by answer, beside the answers to other questions."""
    ladder = Ladder({"q": LENGTHS})
    for number, (name, score) in enumerate(said):
        assert next_format(answers(*said[:number]), (), bias) == ladder.length("q")
        ladder.add("q", name, score, bias)
        ladder.add("other", "2min", 4.0)
    assert next_format(answers(*said), (), bias) == ladder.length("q")


@given(ANSWERS, BIAS, BIAS)
def test_a_higher_bias_never_leads_further(
    said: list[tuple[str, float | None]], one: float, other: float
) -> None:
    """Who scores too high stays longer."""
    low, high = sorted((one, other))
    lengths = [next_format(answers(*said), (), bias) for bias in (high, low)]
    assert lengths == sorted(lengths, key=LENGTHS.index)


@pytest.mark.parametrize(
    ("allowed", "steps"),
    [
        (LENGTHS, ["2min", "5min", "deep", "deep"]),
        (("2min", "5min"), ["2min", "5min", "5min", "5min"]),
        (("2min", "deep"), ["2min", "deep", "deep", "deep"]),
        (("5min",), ["5min", "5min", "5min", "5min"]),
        (None, ["2min", "5min", "deep", "deep"]),
    ],
)
def test_only_lengths_that_a_question_is_made_for(
    allowed: tuple[str, ...] | None, steps: list[str]
) -> None:
    """The last of them stays; all of them where nothing is said."""
    ladder = Ladder({} if allowed is None else {"q": allowed, "other": LENGTHS})
    found = [ladder.length("q")]
    for length in (SHORT, LONG, DEEP):
        for name, score in length:
            ladder.add("q", name, score)
        found.append(ladder.length("q"))
    assert steps == found


@pytest.mark.parametrize(
    ("next_length", "minutes", "expected"),
    [
        ("deep", 20, ("deep", 20)),
        ("deep", 19, ("5min", 12)),
        ("deep", 11, ("2min", 6)),
        ("5min", 60, ("5min", 12)),
        ("5min", 11, ("2min", 6)),
        ("2min", 60, ("2min", 6)),
        ("2min", 5, None),
    ],
)
def test_a_shorter_answer_when_time_is_short(
    next_length: str, minutes: int, expected: tuple[str, int] | None
) -> None:
    """The length that is next, or the longest below it that fits; also of what is kept warm."""
    item = Item("a1", "a", {"2min": 6, "5min": 12, "deep": 20})
    made = Schedule([item], [Target(DAY + 9, {"a": 1.0})], lambda _: next_length)
    first = made.choose(DAY, minutes)
    made.take(Answer("a1", "a", next_length, DAY, GOOD))
    for choice in (first, made.choose_known(DAY, minutes)):
        assert expected == (choice and (choice.length, choice.cost_min))


def test_what_is_kept_warm_is_asked_as_it_was() -> None:
    """Not at the longer length that comes next, and as well known as it is at its own."""
    costs = {"2min": 6, "5min": 12, "deep": 20}
    items = [Item("a1", "a", costs), Item("b1", "b", costs)]
    targets = [Target(DAY + 9, {"a": 0.5, "b": 0.5})]
    made = Schedule(items, targets, {"a1": "5min", "b1": "2min"}.__getitem__)
    for day in (DAY - 4, DAY):
        made.take(Answer("a1", "a", "2min", day, GOOD))
        made.take(Answer("b1", "b", "2min", day, AGAIN))
    first = made.choose_known(DAY, 60)
    then = made.choose_known(DAY, 60, taken={"b1"})
    assert first
    assert then
    assert [("b1", "2min"), ("a1", "2min")] == [(c.item.question, c.length) for c in (first, then)]
    assert made.recall("b1", DAY) < made.recall("a1", DAY)


def test_whose_turn_it_is_at_a_length() -> None:
    """Of an area, among those that are asked at that length."""
    costs = {"a1": {"2min": 6}, "a2": {"2min": 6, "deep": 20}, "b1": {"2min": 6}}
    listed = [Item(name, name[0], cost) for name, cost in costs.items()]
    made = Schedule(listed, [Target(DAY + 9, {"a": 0.5, "b": 0.5})], lambda _: "2min")
    asked = [("a", "2min", ""), ("a", "2min", "a1"), ("a", "deep", ""), ("b", "deep", "")]
    found = [made.turn_of(area, length, {taken}) for area, length, taken in asked]
    assert ["a1", "a2", "a2", "", ""] == [*found, made.turn_of("z", "2min", ())]
    made.take(Answer("a1", "a", "2min", DAY, GOOD))
    assert "a2" == made.turn_of("a", "2min", ())


@pytest.mark.parametrize(
    ("length", "elapsed_s", "expected"),
    [
        ("headline", 0.0, 3),
        ("recruiter", 999.0, 3),
        ("2min", 0.0, 6),
        ("2min", 999.0, 6),
        ("5min", 0.0, 12),
        ("deep", 0.0, 20),
        ("board", 1500.0, 29),
        ("board", 1529.0, 29),
        ("board", 1531.0, 30),
        ("no such format", 0.0, 4),
        ("board", -99.0, 4),
        ("board", 1e300, 24 * 60 + 4),
    ],
)
def test_what_a_drill_costs(length: str, elapsed_s: float, expected: int) -> None:
    """With its scoring: as usual, or as long as it took and four minutes more."""
    assert expected == cost_min(length, elapsed_s)


def test_no_length_costs_less_than_it_lasts() -> None:
    """And the longer ones more."""
    costs = [COST_MIN[name] for name in ("headline", *LENGTHS)]
    assert costs == sorted(costs)
    assert all(FORMATS[name].limit_s / 60 <= cost for name, cost in COST_MIN.items())
    assert ("2min", "5min", "deep") == LENGTHS
