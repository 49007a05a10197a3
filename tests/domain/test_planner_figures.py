"""The plan's own way to choose against simulated users: no worse than taking turns, and better.

The figures are of a model, with the first 20 users; tests/benchmarks/planner.py has more of them.
"""

import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import pytest

from simulated_minds import MINUTES_A_DAY, User
from simulation import (
    ITEMS,
    POLICIES,
    WORLDS,
    Figures,
    Policy,
    SimItem,
    difference,
    paired,
    played,
    rating_of,
    summary,
)
from tpmprep.domain.memory import rating_of_score

USERS = 20
OURS, TURNS = "tpmprep", "round-robin"


def told(other: str, world: str, days: int) -> tuple[Figures, str]:
    """How far the plan is above another policy, and the figures in words."""
    above, error = paired(OURS, other, world, days, USERS)
    reached = summary(OURS, world, days, USERS)
    words = (
        f"{world}, N={days}: mean {reached.mean:.4f}, worst area {reached.worst:.4f}; above {other}"
        f" by {above.mean:+.4f} ± {error.mean:.4f} and {above.worst:+.4f} ± {error.worst:.4f}"
    )
    return above, words


@pytest.mark.parametrize("days", [10, 20, 30, 60])
def test_where_memory_is_as_the_plan_takes_it(days: int) -> None:
    """Not below taking turns, its worst area neither, and clearly above chance."""
    above, words = told(TURNS, "fsrs", days)
    assert above.mean >= -0.005, words
    assert above.worst >= -0.01, words
    above_chance, words = told("random", "fsrs", days)
    assert above_chance.mean >= 0.02, words


@pytest.mark.parametrize(
    ("world", "days"),
    [("fsrs", 5), ("actr", 5), ("actr", 10), ("actr", 20), ("actr", 30), ("actr", 60)],
)
def test_where_memory_is_another_or_time_is_short(world: str, days: int) -> None:
    """Taking turns is hard to beat there: the plan is not below it."""
    above, words = told(TURNS, world, days)
    assert above.mean >= -0.002, words
    assert above.worst >= -0.01, words


@pytest.mark.parametrize("other", ["weakest-first", "due-first", "random"])
def test_the_judge_is_not_blind(other: str) -> None:
    """What is known not to serve a day of the interview is told from taking turns."""
    above, error = paired(other, TURNS, "fsrs", 20, USERS)
    assert above.mean < -2 * error.mean < 0, f"{other}: {above} ± {error}"


class Watched:
    """Another policy, and what a user of it does."""

    seen: list[tuple[int, str, float]]

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self.seen = []

    def begin(self, items: Sequence[SimItem], weights: Mapping[str, float], days: int) -> None:
        """See Policy."""
        self._policy.begin(items, weights, days)

    def next(
        self, day: int, minutes_left: int, done_today: frozenset[str], last_area: str
    ) -> str | None:
        """See Policy."""
        return self._policy.next(day, minutes_left, done_today, last_area)

    def learn(self, item: str, day: int, score: float) -> None:
        """See Policy."""
        self.seen.append((day, item, score))
        self._policy.learn(item, day, score)

    def firsts(self) -> dict[str, float]:
        """The score of the first drill of each item."""
        return {item: score for _, item, score in reversed(self.seen)}


@pytest.fixture(autouse=True)
def _own_names() -> Iterator[None]:
    """Policies of one test are forgotten after it."""
    before = dict(POLICIES)
    yield
    for name in set(POLICIES) - set(before):
        del POLICIES[name]


def watched(policy: str, world: str, number: int, days: int = 12) -> Watched:
    """What the user of that number does who follows a policy."""
    one = Watched(POLICIES[policy](number))
    POLICIES["watched"] = lambda _: one
    found = played.__wrapped__("watched", world, days, number)  # not kept
    assert found == played(policy, world, days, number)
    return one


@pytest.mark.parametrize("number", [0, 7, 5003])
def test_the_same_user_follows_every_policy(number: int) -> None:
    """The same days, and the same luck and skill at the first drill of an item, in both worlds."""
    lives = [watched(policy, world, number) for policy in POLICIES.copy() for world in WORLDS]
    assert len(lives) == 2 * 5
    for one, other in combinations(lives, 2):
        assert {day for day, *_ in one.seen} == {day for day, *_ in other.seen}
        shared = one.firsts().keys() & other.firsts().keys()
        assert shared
        assert all(one.firsts()[item] == other.firsts()[item] for item in shared)


def test_users_differ() -> None:
    """In what they can do unpractised, and in the days they miss."""
    assert len({User(number, "fsrs").performance(9) for number in range(9)}) == 9
    assert len({tuple(User(number, "fsrs").days(20)) for number in range(9)}) == 9
    assert User(3, "fsrs").performance(9) == User(3, "actr").performance(9)


@pytest.mark.parametrize("world", WORLDS)
def test_practice_helps_and_rest_fades(world: str) -> None:
    """A judge that did not see that would be none."""
    user, item = User(1, world), ITEMS[0]
    before = user.performance(5)
    user.drill(item, 5)
    soon, late = user.performance(6), user.performance(60)
    assert before.mean < late.mean < soon.mean


class Cheat:
    """Chooses one thing again and again."""

    def __init__(self, item: SimItem) -> None:
        self._item = item

    def begin(self, items: Sequence[SimItem], weights: Mapping[str, float], days: int) -> None:
        """See Policy."""

    def next(self, *_: object) -> str | None:
        """See Policy."""
        return self._item.id

    def learn(self, item: str, day: int, score: float) -> None:
        """See Policy."""


class Greedy(Cheat):
    """Takes one dear item after another until the minutes of a day are over, and one more."""

    def __init__(self) -> None:
        self._dear = [item.id for item in ITEMS if item.cost_min > MINUTES_A_DAY / 4]

    def next(self, *_: object) -> str | None:
        """See Policy."""
        return self._dear.pop()


def test_a_policy_that_cheats_is_refused() -> None:
    """One that takes the same item twice a day, or one that does not fit any more."""
    POLICIES["twice"] = lambda _: Cheat(ITEMS[0])
    POLICIES["greedy"] = lambda _: Greedy()
    with pytest.raises(ValueError, match=rf"twice may not choose {ITEMS[0].id} on day 0"):
        played("twice", "fsrs", 5, 0)
    with pytest.raises(ValueError, match=r"greedy may not choose case-\d\d on day 0"):
        played("greedy", "fsrs", 5, 0)


def test_the_plan_and_the_simulation_rate_alike() -> None:
    """They have each their own table."""
    levels = [hundred / 100 for hundred in range(100, 401)]
    assert [rating_of(level) for level in levels] == [rating_of_score(level) for level in levels]


def test_differences_are_by_user() -> None:
    """The mean of the differences, and its standard error."""
    above, error = difference(
        [Figures(0.5, 0.4), Figures(0.7, 0.4)], [Figures(0.4, 0.4), Figures(0.4, 0.5)]
    )
    assert pytest.approx((0.2, -0.05)) == (above.mean, above.worst)
    assert pytest.approx((0.1, 0.05)) == (error.mean, error.worst)


def test_other_users_can_be_asked_for() -> None:
    """By the number of the first one; in the benchmark too."""
    both = [played(TURNS, "fsrs", 5, number).mean for number in (7, 8)]
    found = summary(TURNS, "fsrs", 5, 2, first_user=7)
    assert pytest.approx(sum(both) / 2) == found.mean != summary(TURNS, "fsrs", 5, 2).mean
    benchmark = Path(__file__).parents[1] / "benchmarks" / "planner.py"
    asked = "--users 2 --first-user 7 --days 5 --worlds fsrs --policies round-robin --processes 1"
    command = [sys.executable, str(benchmark), *asked.split()]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    assert "fsrs world, users 7-8: mean (worst area)" in said.stdout
    assert f"{found.mean:.3f} ({found.worst:.3f})" in said.stdout
