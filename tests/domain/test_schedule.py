"""What to practise next: turns within an area, guards and gain between areas, what fits."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduling import DAY, EQUAL, LENGTH, PLENTY, answer, items, name_of, told
from tpmprep.domain.areas import Answer, Area, Turn
from tpmprep.domain.memory import AGAIN, EASY, FIRST_RATINGS, GOOD, HARD, Memory
from tpmprep.domain.schedule import BEHIND, PRACTICE, Schedule, Target


def schedule(
    names: str, shares: Mapping[str, float] = EQUAL, on: int = 30, **costs: int
) -> Schedule:
    """A schedule of those questions for one interview."""
    return Schedule(items(names, **costs), [Target(DAY + on, shares)], lambda _: LENGTH)


def chosen(made: Schedule, day: int = 10, minutes: int = PLENTY, **more: Any) -> str:
    """The question that is next."""
    return name_of(made.choose(DAY + day, minutes, **more))


def guarded(made: Schedule, day: int = 10, **more: Any) -> tuple[str, str]:
    """The area that is next, and which guard chose it."""
    choice = made.choose(DAY + day, PLENTY, **more)
    return (choice.item.area, choice.guard) if choice else ("", "")


@pytest.mark.parametrize(
    ("answers", "day", "expected"),
    [
        ([], 0, "a1"),
        ([("a1", 0, GOOD), ("a2", 1, GOOD)], 9, "a3"),
        ([("a3", 0, GOOD)], 9, "a1"),
        ([("a1", 2, GOOD), ("a2", 1, GOOD), ("a3", 2, GOOD)], 3, "a2"),
        ([("a2", 1, GOOD), ("a1", 1, GOOD), ("a3", 1, GOOD)], 3, "a1"),
        ([("a1", 0, GOOD), ("a2", 1, GOOD), ("a3", 2, GOOD), ("a1", 3, GOOD)], 9, "a2"),
        ([("a1", 0, GOOD), ("a2", 1, AGAIN), ("a3", 2, GOOD)], 5, "a1"),
        ([("a1", 0, GOOD), ("a2", 1, AGAIN), ("a3", 2, GOOD)], 6, "a2"),
        ([("a1", 0, GOOD), ("a2", 1, HARD), ("a3", 2, GOOD)], 30, "a1"),
        ([("a1", 0, GOOD), ("a2", 1, AGAIN)], 9, "a3"),
        ([("a1", 0, GOOD), ("a1", 1, GOOD), ("a2", 1, AGAIN), ("a2", 2, GOOD)], 9, "a3"),
        ([*[("a1", 1, GOOD), ("a3", 1, GOOD)] * 2, ("a2", 1, AGAIN), ("a2", 2, GOOD)], 9, "a1"),
        ([("a1", 0, GOOD), ("a2", 1, GOOD), ("a3", 1, GOOD), ("a3", 2, AGAIN)], 9, "a1"),
        ([("a1", 0, GOOD), ("a2", 0, AGAIN), ("a3", 1, AGAIN)], 9, "a2"),
    ],
)
def test_the_turns_within_an_area(
    answers: list[tuple[str, int, int]], day: int, expected: str
) -> None:
    """Least often first, a weak one half a turn ahead after five days, longest ago, by place."""
    made = told(schedule("a1 a2 a3", {"a": 1.0}), *(answer(*one) for one in answers))
    assert expected == chosen(made, day)


def practised_often(counts: Mapping[str, int], *, new: bool) -> Schedule:
    """So many answers in each area; all were asked the same day, or none of the plan was."""
    names = " ".join(f"{area}1" for area in counts)
    made = schedule(names, dict.fromkeys(counts, 1 / len(counts)))
    if not new:
        told(made, *(answer(name) for name in names.split()))
    for area, count in counts.items():
        told(made, *[answer(f"{area}-other")] * (count - (not new)))
    return made


@pytest.mark.parametrize(
    ("counts", "new", "expected"),
    [
        ({"a": 24, "b": 16}, True, "b"),
        ({"a": 23, "b": 17}, True, "b"),
        ({"a": 22, "b": 18}, True, ""),
        ({"a": 22, "b": 18}, False, "b"),
        ({"a": 21, "b": 19}, False, ""),
        ({"a": 16, "b": 24}, False, "a"),
        ({"a": 30, "b": 12, "c": 11, "d": 30}, True, "c"),
        ({"a": 30, "b": 12, "c": 11, "d": 30}, False, "c"),
        ({"a": 30, "b": 11, "c": 11, "d": 30}, False, "b"),
        ({"a": 0, "b": 0}, True, ""),
    ],
)
def test_no_area_falls_behind_in_practice(counts: dict[str, int], new: bool, expected: str) -> None:
    """Below 90 % of the mean while something is new, below 95 % after; the rarest comes first.

    Nothing else would choose it: it counts nothing today, and it was the area before.
    """
    made = practised_often(counts, new=new)
    rarest = expected or min(counts)
    area, why = guarded(made, last_area=rarest, boosts={rarest: 0.0})
    assert (expected, PRACTICE) == (area, why) if expected else why == ""
    assert expected or area != rarest


def test_a_question_is_new_until_its_first_answer() -> None:
    """To practise another one often makes it no less new."""
    made = told(schedule("a1 a2 b1 b2"), *[answer("a1"), answer("b1")] * 2)
    told(made, *[answer("a-other")] * 20, *[answer("b-other")] * 16)
    assert ("a", "") == guarded(made, last_area="b", boosts={"b": 0.0})
    told(made, answer("a2"), answer("b2"))
    assert ("b", PRACTICE) == guarded(made, last_area="b", boosts={"b": 0.0})


@pytest.mark.parametrize(("count", "expected"), [(2, PRACTICE), (3, PRACTICE), (4, "")])
def test_an_area_that_is_hardly_asked_needs_less(count: int, expected: str) -> None:
    """With a fifth of an equal share it should have 0.4 of the answers."""
    made = schedule("a1 b1", {"a": 0.9, "b": 0.1})
    told(made, *[answer("a-other")] * 10, *[answer("b-other")] * count)
    assert expected == guarded(made)[1]


def test_an_area_behind_that_does_not_fit_waits() -> None:
    """Another takes its place, and no guard chose that."""
    made = told(schedule("a1 b1", b1=20), *[answer("a-other")] * 9)
    assert ("b", PRACTICE) == guarded(made)
    choice = made.choose(DAY, 19)
    assert choice is not None
    assert ("a1", "") == (name_of(choice), choice.guard)
    assert ("a", "") == guarded(made, taken={"b1"})


def test_answers_beyond_the_plan_count_for_their_area() -> None:
    """They take no turn; those of an area that no interview asks are passed over."""
    made = told(schedule("a1 b1"), answer("a-other"), answer("z1"))
    assert ("b", PRACTICE) == guarded(made)
    assert "a1" == chosen(told(made, answer("b-other")))


RECALLS = [
    (first, second, on)
    for first, second in [(EASY, AGAIN), (EASY, HARD), (GOOD, HARD), (GOOD, AGAIN), (HARD, AGAIN)]
    for on in (1, 2, 3, 5, 8, 13, 30)
]
SHARES = ({"a": 0.5, "b": 0.5}, {"a": 0.75, "b": 0.25}, {"a": 0.3, "b": 0.7})


def is_behind(first: int, second: int, on: int, shares: Mapping[str, float]) -> bool:
    """Whether the recall of b on the day is more than .10 below the weighted mean."""
    memory = Memory()
    memory.review("a1", LENGTH, DAY, first)
    memory.review("b1", LENGTH, DAY, second)
    of_a, of_b = (memory.recall(name, LENGTH, DAY + on) for name in ("a1", "b1"))
    return of_b < shares["a"] * of_a + shares["b"] * of_b - 0.10


@pytest.mark.parametrize("shares", SHARES)
@pytest.mark.parametrize(("first", "second", "on"), RECALLS)
def test_no_area_is_left_much_weaker(
    first: int, second: int, on: int, shares: Mapping[str, float]
) -> None:
    """One whose recall on the day is more than .10 below the weighted mean comes first."""
    made = schedule("a1 b1", shares, on)
    told(made, answer("a1", rating=first), answer("b1", rating=second))
    expected = ("b", BEHIND) if is_behind(first, second, on, shares) else ("a", "")
    assert expected == guarded(made, 0, last_area="b", boosts={"b": 0.0})


def test_the_table_of_recalls_has_both() -> None:
    """Areas behind and not, and some where the weights decide."""
    found = {tuple(is_behind(*case, shares) for shares in SHARES) for case in RECALLS}
    assert {(True,) * 3, (False,) * 3} < found


def test_an_area_behind_is_told_anew_each_time() -> None:
    """For the interview that comes next, and after each answer."""
    shares = {"a": 0.75, "b": 0.25}
    targets = [Target(DAY + 1, shares), Target(DAY + 60, shares)]
    made = Schedule(items("a1 b1"), targets, lambda _: LENGTH)
    told(made, answer("a1", rating=EASY), answer("b1", rating=HARD))
    assert ["", BEHIND] == [guarded(made, day)[1] for day in (0, 1)]
    told(made, answer("a1", 2, HARD), answer("b1", 2, EASY))
    assert "" == guarded(made, 2)[1]


def test_what_was_never_answered_is_not_known() -> None:
    """New questions pull the recall of their area down, so that the others do not run ahead."""
    made = schedule("a1 b1 b2 b3")
    told(made, answer("a1", rating=EASY), answer("b1", rating=EASY))
    assert ("b", BEHIND) == guarded(made, last_area="b")
    told(made, answer("b2", rating=EASY), answer("b3", rating=EASY))
    told(made, answer("a1", rating=EASY), answer("a1", rating=EASY))
    assert "" == guarded(made, last_area="b")[1]


def test_areas_alternate_where_they_can() -> None:
    """Not the area before, unless nothing else fits."""
    made = schedule("a1 b1", {"a": 0.7, "b": 0.3}, b1=12)
    assert "a1" == chosen(made)
    assert "a1" == chosen(made, last_area="b")
    assert "b1" == chosen(made, last_area="a")
    assert "a1" == chosen(made, last_area="a", minutes=11)
    assert "a1" == chosen(made, last_area="a", taken={"b1"})


def test_what_does_not_fit_is_passed_over() -> None:
    """For the minutes that are left, at the length that is next."""
    made = schedule("a1 a2", {"a": 1.0}, a1=12, a2=6)
    assert ["", "a2", "a2", "a1"] == [chosen(made, minutes=left) for left in (5, 6, 11, 12)]
    assert "" == chosen(made, minutes=0)


def test_nothing_comes_twice_a_day() -> None:
    """What is taken is left out, also when its turn it were."""
    made = schedule("a1 a2", {"a": 1.0})
    assert "a2" == chosen(made, taken={"a1"})
    assert "" == chosen(made, taken={"a1", "a2"})
    assert "" == chosen(schedule(""))


def test_first_chances_learn_from_first_answers() -> None:
    """Only from those: six of the usual ones, and what came."""
    area = Area(fair=1.0, turns={item.question: Turn(item, 0) for item in items("a1 a2")})
    assert pytest.approx(FIRST_RATINGS) == area.first_chances
    for name, rating in (("a1", EASY), ("a1", AGAIN), ("a2", EASY), ("a-other", AGAIN)):
        area.take(answer(name, rating=rating))
    expected = {AGAIN: 2.1 / 8, HARD: 2.1 / 8, GOOD: 1.5 / 8, EASY: 2.3 / 8}
    assert pytest.approx(expected) == area.first_chances


@st.composite
def lives(draw: st.DrawFn) -> list[Answer]:
    """Answers in the order of their days, some of them beyond the plan."""
    days = sorted(draw(st.lists(st.integers(0, 25), max_size=25)))
    names = st.sampled_from(("a1", "a2", "a3", "b1", "b2", "c1", "c2", "d1", "d-other", "z1"))
    ratings, scores = st.integers(AGAIN, EASY), st.none() | st.floats(1, 4)
    return [answer(draw(names), day, draw(ratings), draw(scores)) for day in days]


@given(
    lives(),
    st.integers(0, 40),
    st.integers(0, 25),
    st.sets(st.sampled_from(("a1", "a2", "b1", "b2", "c1", "d1", "d2"))),
    st.sampled_from(["", *"abcd"]),
)
def test_a_choice_fits_and_is_the_same_each_time(
    life: list[Answer], day: int, minutes: int, taken: set[str], last_area: str
) -> None:
    """However often it was asked; none only when nothing fits, the area before only by need."""
    names, shares = "a1 b1 c1 d1 a2 b2 c2 d2 a3", {"a": 0.4, "b": 0.3, "c": 0.27, "d": 0.03}
    costs = {"d1": 20, "d2": 12, "a1": 8}
    first, again = schedule(names, shares, **costs), schedule(names, shares, **costs)
    for one in life:
        chosen(first, one.day - DAY)
        told(first, one), told(again, one)
    choice = first.choose(DAY + 25 + day, minutes, taken=taken, last_area=last_area)
    other = again.choose(DAY + 25 + day, minutes, taken=taken, last_area=last_area)
    pool = [name for name in names.split() if name not in taken and costs.get(name, 6) <= minutes]
    assert (choice is None) == (not pool)
    assert choice == other
    if choice is not None:
        assert choice.item.question in pool
        alone = {name[0] for name in pool} == {last_area}
        assert choice.item.area != last_area or alone or choice.guard in (PRACTICE, BEHIND)
