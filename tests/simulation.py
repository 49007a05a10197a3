"""Policies that plan practice, and what users who follow them reach on the day of the interview.

The benchmark fixes 48 items in 4 areas, their weights and minutes, half an hour a day, 15 % of
the days missed, and the interview on day N after the practice days 0 to N-1.
Users are paired: a number stands for the same memory, skills, missed days and luck whatever
the policy, so that a difference between two policies is the policies' own.
All figures are of a model: a memory for a story is not yet the skill to tell it.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from math import sqrt
from random import Random
from statistics import fmean, stdev
from typing import Protocol

from fsrs import Card, Rating

from own_policy import Planned
from simulated_minds import (
    FIRST,
    ITEMS,
    MINUTES_A_DAY,
    WEIGHTS,
    WORLDS,
    Figures,
    SimItem,
    User,
    scheduler,
    when,
)

__all__ = [
    "ITEMS",
    "POLICIES",
    "WEIGHTS",
    "WORLDS",
    "Figures",
    "Policy",
    "SimItem",
    "difference",
    "mean_of",
    "numbers",
    "paired",
    "played",
    "rating_of",
    "summary",
]

DUE_BELOW = 0.90
BY_ID = {item.id: item for item in ITEMS}


class Policy(Protocol):
    """What to practise next; it sees scores and dates, never the truth."""

    def begin(self, items: Sequence[SimItem], weights: Mapping[str, float], days: int) -> None:
        """Called once, before day 0; the interview is on day `days`."""
        ...

    def next(
        self, day: int, minutes_left: int, done_today: frozenset[str], last_area: str
    ) -> str | None:
        """An item not yet done today whose cost fits, or None to end the day.

        `last_area` is the area of the drill before, be it on an earlier day; "" before the first.
        """
        ...

    def learn(self, item: str, day: int, score: float) -> None:
        """The score that the user gave to the drill just done."""
        ...


class AtRandom:
    """Any item that fits, each as likely."""

    def __init__(self, seed: int) -> None:
        """The seed is the user's number."""
        self._random = Random(f"policy {seed}")

    def begin(self, items: Sequence[SimItem], weights: Mapping[str, float], days: int) -> None:
        """See Policy."""
        self._items = items

    def next(
        self, day: int, minutes_left: int, done_today: frozenset[str], last_area: str
    ) -> str | None:
        """See Policy."""
        pool = fitting(self._items, minutes_left, done_today)
        return self._random.choice(pool).id if pool else None

    def learn(self, item: str, day: int, score: float) -> None:
        """See Policy."""


class RoundRobin:
    """The area after the last one, in it the item practised least often, ties by id.

    The areas come in the order in which the weights are listed, each as often whatever its weight.
    An area without an item that fits is passed over for the one after it. The turn goes on over
    the end of a day.
    """

    def __init__(self, seed: int) -> None:
        """No chance in it."""

    def begin(self, items: Sequence[SimItem], weights: Mapping[str, float], days: int) -> None:
        """See Policy."""
        self._items = items
        self._areas = list(weights)
        self._times = dict.fromkeys((item.id for item in items), 0)

    def next(
        self, day: int, minutes_left: int, done_today: frozenset[str], last_area: str
    ) -> str | None:
        """See Policy."""
        pool = fitting(self._items, minutes_left, done_today)
        start = self._areas.index(last_area) + 1 if last_area else 0
        for area in self._areas[start:] + self._areas[:start]:
            of_area = [(self._times[item.id], item.id) for item in pool if item.area == area]
            if of_area:
                return min(of_area)[1]
        return None

    def learn(self, item: str, day: int, score: float) -> None:
        """See Policy."""
        self._times[item] += 1


class WeakestFirst:
    """The lowest last score; an unseen item counts as a usual first answer.

    Ties go to the item practised least often, then in the order of the bank.
    """

    def __init__(self, seed: int) -> None:
        """No chance in it."""

    def begin(self, items: Sequence[SimItem], weights: Mapping[str, float], days: int) -> None:
        """See Policy."""
        self._items = items
        usual = sum(level * share for level, share in FIRST.items())
        self._last = dict.fromkeys((item.id for item in items), usual)
        self._times = dict.fromkeys(self._last, 0)

    def next(
        self, day: int, minutes_left: int, done_today: frozenset[str], last_area: str
    ) -> str | None:
        """See Policy."""
        pool = [item.id for item in fitting(self._items, minutes_left, done_today)]
        return min(pool, key=lambda id_: (self._last[id_], self._times[id_]), default=None)

    def learn(self, item: str, day: int, score: float) -> None:
        """See Policy."""
        self._last[item] = score
        self._times[item] += 1


class DueFirst:
    """Plain FSRS: what is due, else something new, else nothing.

    Due is what is remembered with less than 90 % today by the default parameters; the least
    remembered comes first, new items come in the order of the bank.
    """

    def __init__(self, seed: int) -> None:
        """No chance in it."""
        self._scheduler = scheduler()
        self._cards: dict[str, Card] = {}

    def begin(self, items: Sequence[SimItem], weights: Mapping[str, float], days: int) -> None:
        """See Policy."""
        self._items = items

    def next(
        self, day: int, minutes_left: int, done_today: frozenset[str], last_area: str
    ) -> str | None:
        """See Policy."""
        pool = [item.id for item in fitting(self._items, minutes_left, done_today)]
        recalls = {id_: self._recall(id_, day) for id_ in pool if id_ in self._cards}
        least = min(recalls, key=recalls.__getitem__, default=None)
        if least and recalls[least] < DUE_BELOW:
            return least
        return next((id_ for id_ in pool if id_ not in self._cards), None)

    def learn(self, item: str, day: int, score: float) -> None:
        """See Policy."""
        card = self._cards.get(item) or Card(card_id=len(self._cards))
        rating = Rating(rating_of(score))
        self._cards[item], _ = self._scheduler.review_card(card, rating, when(day))

    def _recall(self, item: str, day: int) -> float:
        return self._scheduler.get_card_retrievability(self._cards[item], when(day))


def rating_of(score: float) -> int:
    """The FSRS rating of a rubric score: 1 again, 2 hard, 3 good, 4 easy."""
    return 1 + sum(score >= bound for bound in (1.75, 2.6, 3.5))


def fitting(
    items: Sequence[SimItem], minutes_left: int, done_today: frozenset[str]
) -> list[SimItem]:
    """The items that may be practised now."""
    return [i for i in items if i.cost_min <= minutes_left and i.id not in done_today]


# Each makes a new policy for one user, whose number it gets as a seed.
POLICIES: dict[str, Callable[[int], Policy]] = {
    "random": AtRandom,
    "round-robin": RoundRobin,
    "weakest-first": WeakestFirst,
    "due-first": DueFirst,
    "tpmprep": Planned,
}


@cache
def played(policy: str, world: str, days: int, number: int) -> Figures:
    """What one user reaches who follows a policy for so many days.

    It is kept: call played.cache_clear() after putting another policy under the same name.
    """
    user, planner = User(number, world), POLICIES[policy](number)
    planner.begin(ITEMS, WEIGHTS, days)
    last_area = ""
    for day in user.days(days):
        left, done = MINUTES_A_DAY, frozenset[str]()
        while (chosen := planner.next(day, left, done, last_area)) is not None:
            item = BY_ID[chosen]
            if item.cost_min > left or chosen in done:
                raise ValueError(f"{policy} may not choose {chosen} on day {day}")
            planner.learn(chosen, day, user.drill(item, day))
            left, done, last_area = left - item.cost_min, done | {chosen}, item.area
    return user.performance(days)


def mean_of(figures: Sequence[Figures]) -> Figures:
    """The means over users."""
    return Figures(fmean(one.mean for one in figures), fmean(one.worst for one in figures))


def difference(ones: Sequence[Figures], others: Sequence[Figures]) -> tuple[Figures, Figures]:
    """How far the ones are above the others, user by user: the means and their standard errors."""
    means = [one.mean - other.mean for one, other in zip(ones, others, strict=True)]
    worsts = [one.worst - other.worst for one, other in zip(ones, others, strict=True)]
    errors = (stdev(found) / sqrt(len(found)) for found in (means, worsts))
    return Figures(fmean(means), fmean(worsts)), Figures(*errors)


def numbers(users: int, first_user: int = 0) -> range:
    """The numbers of so many users."""
    return range(first_user, first_user + users)


def summary(policy: str, world: str, days: int, users: int, *, first_user: int = 0) -> Figures:
    """What so many users from `first_user` on reach in the mean."""
    return mean_of([played(policy, world, days, one) for one in numbers(users, first_user)])


def paired(
    policy: str, other: str, world: str, days: int, users: int, *, first_user: int = 0
) -> tuple[Figures, Figures]:
    """How far a policy is above another for the same users; see summary and difference."""
    ones, others = (
        [played(name, world, days, one) for one in numbers(users, first_user)]
        for name in (policy, other)
    )
    return difference(ones, others)
