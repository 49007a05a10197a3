"""The questions of each area with what was practised of them: whose turn it is, and how it went."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tpmprep.domain.memory import AGAIN, FIRST_RATINGS

WEAK_AHEAD, WEAK_AFTER_DAYS = 0.5, 5
"""A failed answer goes half a turn ahead, once it is so many days old."""

PRIOR_SCORE, PRIOR_SCORES, PRIOR_FIRSTS = 2.25, 3, 6
"""What a mean level is taken for before there are any, and how many answers that weighs."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question that may be practised, and the minutes it takes at each length, shortest first."""

    question: str
    area: str
    costs_min: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that was given or is planned. `day` is an ordinal, `rating` one of FSRS."""

    question: str
    area: str
    length: str
    day: int
    rating: int
    score: float | None = None


@dataclass(slots=True)
class Turn:
    """A question of the schedule: how often, when last and how well it was answered."""

    item: Item
    place: int
    times: int = 0
    last_day: int = 0
    last_length: str = ""
    is_weak: bool = False

    def order(self, day: int) -> tuple[float, int, int]:
        """The lowest comes first."""
        ahead = self.is_weak and day - self.last_day >= WEAK_AFTER_DAYS
        return self.times - WEAK_AHEAD * ahead, self.last_day, self.place


@dataclass(slots=True)
class Area:
    """The questions of an area and how it went with them. `fair` is its part of the practice."""

    fair: float
    turns: dict[str, Turn] = field(default_factory=dict)
    answers: int = 0
    scores: int = 0
    score_sum: float = 0.0
    firsts: dict[int, int] = field(default_factory=dict)
    recalls: dict[str, float] = field(default_factory=dict)
    """What is known of the answered questions on the day `recalls_on`, and in all."""
    recalls_on: int = 0
    recall_sum: float = 0.0

    @property
    def practice(self) -> float:
        """Answers, as far as the area should have them."""
        return self.answers / self.fair

    @property
    def need(self) -> float:
        """More than 1 where the mean level is low."""
        total = PRIOR_SCORE * PRIOR_SCORES + self.score_sum
        return 1 + 0.5 * (2.5 - total / (PRIOR_SCORES + self.scores))

    @property
    def first_chances(self) -> dict[int, float]:
        """How a first answer in this area is likely to go."""
        total = PRIOR_FIRSTS + sum(self.firsts.values())
        return {
            rating: (PRIOR_FIRSTS * share + self.firsts.get(rating, 0)) / total
            for rating, share in FIRST_RATINGS.items()
        }

    def take(self, answer: Answer) -> None:
        """Count an answer."""
        self.answers += 1
        if answer.score is not None:
            self.scores += 1
            self.score_sum += answer.score
        turn = self.turns.get(answer.question)
        if turn is None:
            return
        if not turn.times:
            self.firsts[answer.rating] = self.firsts.get(answer.rating, 0) + 1
        turn.times += 1
        turn.last_day, turn.last_length = answer.day, answer.length
        turn.is_weak = answer.rating == AGAIN
