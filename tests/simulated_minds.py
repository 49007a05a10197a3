"""Simulated users: what they practise, how they score themselves, and how they remember.

They remember in one of two ways, so that no planner is judged by its own model. Both are asked
the same two things: how likely is this item remembered on that day, and note that it was
practised. Each user gets an own copy of the published parameters, every one multiplied by
exp(N(0, 0.25)). Time is counted in whole days.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import exp, log
from random import Random
from statistics import fmean
from typing import Protocol

from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import (
    DEFAULT_PARAMETERS,
    LOWER_BOUNDS_PARAMETERS,
    UPPER_BOUNDS_PARAMETERS,
)

WEIGHTS = {"execution": 0.30, "technical": 0.25, "stakeholder": 0.30, "case": 0.15}
COSTS_MIN = {"execution": 6, "technical": 6, "stakeholder": 6, "case": 10}
PER_AREA, MINUTES_A_DAY, MISSED = 12, 30, 0.15

# Levels 1 to 4 of a first answer, and of a later one that was remembered (1 is a fail).
FIRST = {1: 0.35, 2: 0.35, 3: 0.25, 4: 0.05}
LATER = {2: 0.25, 3: 0.60, 4: 0.15}
SLIP, INFLATION = 0.15, (0.0, 0.0, 0.15, 0.30)

# What an unpractised item has of the mean memory of its area.
TRANSFER = 0.25
# Free choices, the same for all policies. A skill of 1 multiplies the odds of each level over the
# one below by exp(TILT). BASE is what a user of no special skill can do in an area unpractised.
TILT = 0.5
BASE, BASE_BY_SKILL = 0.28, 0.15

SPREAD = 0.25
DAY_0 = datetime(2026, 1, 1, tzinfo=UTC)

# Pavlik & Anderson 2005. Their time between sessions runs slower than the clock: 0.025 of it.
DECAY, DECAY_SCALE, THRESHOLD, NOISE = 0.177, 0.217, -0.704, 0.255
BETWEEN_SESSIONS = 0.025
# Their drill of a word pair takes seconds and they count time in seconds. A drill here is an answer
# of two minutes, so two minutes are the unit of time: a day is 18 of them. Were a day 2,160, as
# for word pairs, hardly anything practised once would be left after a night.
UNIT_S = 120
DAY = 86_400 * BETWEEN_SESSIONS / UNIT_S


@dataclass(frozen=True)
class SimItem:
    """Something to practise, as a policy sees it."""

    id: str
    area: str
    cost_min: int


@dataclass(frozen=True)
class Figures:
    """Performance on the day, 0 to 1: the weighted mean of the areas, and the worst area."""

    mean: float
    worst: float


# The bank lists the areas in turn, so that "in order" favours none.
ITEMS = tuple(
    SimItem(f"{area}-{number:02}", area, COSTS_MIN[area])
    for number in range(1, PER_AREA + 1)
    for area in WEIGHTS
)


class Mind(Protocol):
    """What a simulated user remembers."""

    def recall(self, item: str, day: int) -> float:
        """The chance that the item is remembered on that day; 0 if it was never practised."""
        ...

    def practise(self, item: str, day: int, level: int) -> None:
        """Note a drill of that day, which earned a level of 1 to 4."""
        ...


def when(day: int) -> datetime:
    """The moment that stands for a day."""
    return DAY_0 + timedelta(days=day)


def scheduler(parameters: tuple[float, ...] = DEFAULT_PARAMETERS) -> Scheduler:
    """FSRS by whole days and without chance."""
    return Scheduler(parameters, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


class FsrsMind:
    """FSRS-6 is the truth; a failed drill and a fine one leave different traces."""

    def __init__(self, random: Random) -> None:
        """A user with own parameters, within the bounds of FSRS."""
        bounds = zip(
            DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True
        )
        own = (min(max(mid * varied(random), low), high) for mid, low, high in bounds)
        self._scheduler = scheduler(tuple(own))
        self._cards: dict[str, Card] = {}

    def recall(self, item: str, day: int) -> float:
        """See Mind."""
        card = self._cards.get(item)
        return self._scheduler.get_card_retrievability(card, when(day)) if card else 0.0

    def practise(self, item: str, day: int, level: int) -> None:
        """See Mind; the level is the rating."""
        card = self._cards.get(item) or Card(card_id=len(self._cards))
        self._cards[item], _ = self._scheduler.review_card(card, Rating(level), when(day))


class ActrMind:
    """ACT-R with the spacing effect of Pavlik and Anderson is the truth.

    Each drill leaves a trace of strength t^-d. Its decay d grows with the activation that it met:
    massed traces fade fast. How well the drill went does not matter, as in their model, where the
    right answer is shown each time.
    """

    def __init__(self, random: Random) -> None:
        """A user with own decay, spacing effect, threshold and noise."""
        self._decay = DECAY * varied(random)
        self._decay_scale = DECAY_SCALE * varied(random)
        self._threshold = THRESHOLD * varied(random)
        self._noise = NOISE * varied(random)
        self._traces: dict[str, list[tuple[int, float]]] = {}

    def recall(self, item: str, day: int) -> float:
        """See Mind."""
        strength = self._strength(item, day)
        if not strength:
            return 0.0
        return 1 / (1 + exp((self._threshold - log(strength)) / self._noise))

    def practise(self, item: str, day: int, level: int) -> None:
        """See Mind; the level leaves no mark."""
        decay = self._decay_scale * self._strength(item, day) + self._decay
        self._traces.setdefault(item, []).append((day, decay))

    def _strength(self, item: str, day: int) -> float:
        """Exp of the activation; a trace of the same day counts as one day old."""
        traces = self._traces.get(item, ())
        return sum(float((max(day - then, 1) * DAY) ** -decay) for then, decay in traces)


def varied(random: Random) -> float:
    """The factor by which one user differs from the published value."""
    return exp(random.gauss(0, SPREAD))


WORLDS: dict[str, Callable[[Random], Mind]] = {"fsrs": FsrsMind, "actr": ActrMind}


class User:
    """One simulated user; the same number and world give the same user."""

    def __init__(self, number: int, world: str) -> None:
        """Draw everything that does not depend on what is practised."""
        self._number = number
        random = Random(f"user {number}")
        self._skills = {area: random.uniform(-1, 1) for area in WEIGHTS}
        self._inflation = random.choice(INFLATION)
        self._mind: Mind = WORLDS[world](Random(f"mind {number}"))
        self._times = dict.fromkeys((item.id for item in ITEMS), 0)

    def days(self, total: int) -> list[int]:
        """The days on which this user practises: never none."""
        random = Random(f"days {self._number}")
        while True:
            kept = [day for day in range(total) if random.random() >= MISSED]
            if kept:
                return kept

    def drill(self, item: SimItem, day: int) -> float:
        """Practise an item; the score that the user gives to it.

        The luck of a drill belongs to the user, the item and how often it was practised. One
        draw sets the level, from low to high, so that better chances never give a worse level.
        """
        times = self._times[item.id]
        random = Random(f"drill {self._number} {item.id} {times}")
        skill = self._skills[item.area]
        if times:
            recall = self._mind.recall(item.id, day)
            passed = tilted(LATER, skill)
            odds = {1: 1 - recall} | {level: recall * share for level, share in passed.items()}
        else:
            odds = tilted(FIRST, skill)
        level = drawn(odds, random.random())
        self._times[item.id] += 1
        self._mind.practise(item.id, day, level)
        return self._seen(level, random)

    def _seen(self, level: int, random: Random) -> float:
        """The level as the user sees it; the rubric mean of a level is the level itself."""
        slip, flattery = random.random(), random.random()
        score = level + (flattery < self._inflation)
        if slip < SLIP:
            score += -1 if slip < SLIP / 2 else 1
        return float(min(max(score, 1), 4))

    def performance(self, day: int) -> Figures:
        """How the interview of that day goes."""
        areas = {area: self._area(area, day) for area in WEIGHTS}
        mean = sum(WEIGHTS[area] * figure for area, figure in areas.items())
        return Figures(mean, min(areas.values()))

    def _area(self, area: str, day: int) -> float:
        recalls = [self._mind.recall(item.id, day) for item in ITEMS if item.area == area]
        spill = TRANSFER * fmean(recalls)
        base = BASE + BASE_BY_SKILL * self._skills[area]
        return base + (1 - base) * fmean(max(recall, spill) for recall in recalls)


def tilted(shares: Mapping[int, float], skill: float) -> dict[int, float]:
    """The shares of the levels, moved up by a skill above 0 and down by one below."""
    raw = {level: share * exp(TILT * skill * level) for level, share in shares.items()}
    total = sum(raw.values())
    return {level: share / total for level, share in raw.items()}


def drawn(odds: Mapping[int, float], luck: float) -> int:
    """The level at that place between the worst and the best."""
    for level, share in odds.items():
        luck -= share
        if luck < 0:
            return level
    return max(odds)
