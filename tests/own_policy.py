"""The product's own way to choose, as a policy of the simulation."""

from collections.abc import Mapping, Sequence

from simulated_minds import SimItem
from tpmprep.domain.areas import Answer, Item
from tpmprep.domain.memory import rating_of_score
from tpmprep.domain.schedule import Schedule, Target

FIRST_DAY = 700_000
"""Day 0 as an ordinal; which day it is does not matter."""

LENGTH = "2min"


class Planned:
    """The schedule that `tpmprep plan` fills its days from, with one length for every item."""

    def __init__(self, seed: int) -> None:
        """No chance in it."""

    def begin(self, items: Sequence[SimItem], weights: Mapping[str, float], days: int) -> None:
        """See Policy."""
        self._areas = {item.id: item.area for item in items}
        self._schedule = Schedule(
            [Item(item.id, item.area, {LENGTH: item.cost_min}) for item in items],
            [Target(FIRST_DAY + days, weights)],
            length_of=lambda _: LENGTH,
        )

    def next(
        self, day: int, minutes_left: int, done_today: frozenset[str], last_area: str
    ) -> str | None:
        """See Policy."""
        chosen = self._schedule.choose(
            FIRST_DAY + day, minutes_left, taken=done_today, last_area=last_area
        )
        return chosen.item.question if chosen else None

    def learn(self, item: str, day: int, score: float) -> None:
        """See Policy."""
        rating = rating_of_score(score)
        area = self._areas[item]
        self._schedule.take(Answer(item, area, LENGTH, FIRST_DAY + day, rating, score))
