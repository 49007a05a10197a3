"""The smallest cover is what trying every selection finds, and it is found in few steps."""

import random
from collections.abc import Mapping
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tpmprep.domain import story_cover
from tpmprep.domain.story_cover import smallest_cover

ELEMENTS = "abcdefgh"
SMALL = st.lists(st.frozensets(st.sampled_from(ELEMENTS)), max_size=10)

MOST_STEPS = 2500
"""The hardest case below takes about 2100; every selection would be two to the power of 40."""


def named(sets: list[frozenset[str]]) -> dict[str, frozenset[str]]:
    """The sets with names that do not stand in the order of the alphabet."""
    return {f"s{len(sets) - place}": held for place, held in enumerate(sets)}


def by_trying(sets: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The first of the smallest selections, in the order of the mapping."""
    everything = frozenset().union(*sets.values())
    return next(
        names
        for size in range(len(sets) + 1)
        for names in combinations(sets, size)
        if everything == frozenset().union(*(sets[name] for name in names))
    )


@given(SMALL)
def test_equals_brute_force(sets: list[frozenset[str]]) -> None:
    """It covers, no smaller selection does, and of several it is the first."""
    case = named(sets)
    assert by_trying(case) == smallest_cover(case)


@settings(max_examples=50)
@given(st.integers(0, 10**6), st.floats(0.1, 0.5))
def test_equals_brute_force_where_many_are_needed(seed: int, density: float) -> None:
    """As above with all eight elements and ten sets, where a greedy choice often fails."""
    draw = random.Random(seed)
    case = named([frozenset(e for e in ELEMENTS if draw.random() < density) for _ in range(10)])
    assert by_trying(case) == smallest_cover(case)


@pytest.mark.parametrize(
    ("sets", "expected"),
    [
        ({}, ()),
        ({"a": ""}, ()),
        ({"a": "", "b": "x"}, ("b",)),
        ({"a": "x", "b": "x"}, ("a",)),
        ({"b": "x", "a": "x"}, ("b",)),
        ({"a": "x", "b": "xy"}, ("b",)),
        ({"a": "xy", "b": "yz", "c": "z"}, ("a", "b")),
        ({"greedy": "abcd", "left": "abe", "right": "cdf"}, ("left", "right")),
        ({"a": "xx"}, ("a",)),
    ],
)
def test_small_cases(sets: dict[str, str], expected: tuple[str, ...]) -> None:
    """Nothing to cover, ties, sets inside others, and where the largest set misleads."""
    assert expected == smallest_cover(sets)


def random_case(seed: int, holders: int) -> dict[str, set[str]]:
    """Forty stories and 34 competencies, each shown by so many of the stories."""
    draw = random.Random(seed)
    case: dict[str, set[str]] = {f"s{place}": set() for place in range(40)}
    for element in range(34):
        for place in draw.sample(range(40), holders):
            case[f"s{place}"].add(f"e{element}")
    return case


@pytest.mark.parametrize("holders", [2, 3, 5, 8, 20])
@pytest.mark.parametrize("seed", range(5))
def test_forty_stories_take_few_steps(
    holders: int, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted, not timed; the size is at least what the number of elements forces."""
    steps = 0
    real = story_cover.reaches

    def counted(missing: int, masks: list[int], most: int) -> bool:
        nonlocal steps
        steps += 1
        return real(missing, masks, most)

    monkeypatch.setattr(story_cover, "reaches", counted)
    case = random_case(seed, holders)
    chosen = smallest_cover(case)
    assert set().union(*case.values()) == set().union(*(case[name] for name in chosen))
    assert len(chosen) * max(map(len, case.values())) >= 34
    assert 0 < steps < MOST_STEPS


def test_a_case_with_a_known_answer() -> None:
    """To hit every line of the affine plane of order q takes 2q - 1 points (Jamison 1977)."""
    lines = ["012", "345", "678", "036", "147", "258", "048", "156", "237", "057", "138", "246"]
    points = {point: {line for line in lines if point in line} for point in "012345678"}
    assert 5 == len(smallest_cover(points))


def test_many_equal_stories_are_one_choice() -> None:
    """Stories of one theme show the same; two hundred are eight choices."""
    case = {f"s{place}": set("abcdefgh"[place % 8 :][:3]) for place in range(200)}
    assert ("s0", "s2", "s5") == smallest_cover(case)
