"""How well an answer is likely to be remembered: the FSRS model, replayed from what was practised.

Nothing of it is stored. It is a model of memory, not of skill: the plan uses it to choose between
questions, and no screen shows it as a result.
"""

from datetime import UTC, date, datetime
from functools import cache

from fsrs import Card, Rating, Scheduler

from tpmprep.domain.practice import Practised

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4

HARD_FROM, GOOD_FROM, EASY_FROM = 1.75, 2.6, 3.5
"""Mean levels from which an answer counts as hard, good, easy. Hard is a pass in FSRS: an answer
below is one that has to be learnt again."""

FIRST_RATINGS = {AGAIN: 0.35, HARD: 0.35, GOOD: 0.25, EASY: 0.05}
"""How a first answer goes, before anything is known of the person; our own choice."""

PASSED = {HARD: 0.25, GOOD: 0.60, EASY: 0.15}
"""How an answer that is still known goes; our own choice."""

SIBLING_CREDIT = 0.5
"""What the same question at another length is worth for this one; our own choice."""

# Days are what counts here, so there are no steps of minutes, and the same history gives the same.
# Its own due dates are not used: a deadline wants another order.
_SCHEDULER = Scheduler(
    learning_steps=(), relearning_steps=(), enable_fuzzing=False, maximum_interval=1
)
LAST_DAY = date(9000, 1, 1).toordinal()
"""Days after it, out of files that were changed by hand, count as this one."""


def rating_of(practised: Practised, bias: float = 0.0) -> int:
    """How an answer went, as FSRS counts it; `bias` is how much one scores too high.

    An answer that failed has to be learnt again. One that was not scored counts as hard: it was
    given, and nobody says how well.
    """
    if practised.failed:
        return AGAIN
    return rating_of_score(practised.score, bias)


def rating_of_score(score: float | None, bias: float = 0.0) -> int:
    """The rating of a mean level."""
    if score is None:
        return HARD
    level = score - bias
    return AGAIN + sum(level >= start for start in (HARD_FROM, GOOD_FROM, EASY_FROM))


class Memory:
    """What is known of each question at each length. Days are ordinals of calendar days."""

    def __init__(self) -> None:
        self._cards: dict[str, dict[str, Card]] = {}

    def review(self, question: str, length: str, day: int, rating: int) -> None:
        """Take in an answer. Answers of one question must come in the order of their days."""
        cards = self._cards.setdefault(question, {})
        cards[length] = _reviewed(cards.get(length) or Card(card_id=1), day, rating)

    def has(self, question: str, length: str) -> bool:
        """Whether the question was answered at that length."""
        return length in self._cards.get(question, {})

    def recall(self, question: str, length: str, day: int) -> float:
        """How likely it is known on `day`, 0 to 1; half of it when known at another length only."""
        cards = self._cards.get(question)
        if cards is None:
            return 0.0
        moment = _moment(day)
        return max(
            _SCHEDULER.get_card_retrievability(card, moment)
            * (1.0 if name == length else SIBLING_CREDIT)
            for name, card in cards.items()
        )

    def recall_at_best(self, question: str, day: int) -> float:
        """How likely it is known on `day` at the length that is known best."""
        cards, moment = self._cards.get(question, {}), _moment(day)
        known = _SCHEDULER.get_card_retrievability
        return max((known(card, moment) for card in cards.values()), default=0.0)

    def recall_after(
        self, question: str, length: str, today: int, chances: dict[int, float], days: list[int]
    ) -> list[float]:
        """How likely it is known on each of `days` after one more answer today.

        `chances` says how likely each rating is.
        """
        card = self._cards.get(question, {}).get(length) or Card(card_id=1)
        after = [(chance, _reviewed(card, today, rating)) for rating, chance in chances.items()]
        moments = [_moment(day) for day in days]
        known = _SCHEDULER.get_card_retrievability
        return [sum(chance * known(card, when) for chance, card in after) for when in moments]


def chances_of(recall: float) -> dict[int, float]:
    """How likely each rating is for an answer that is known with `recall`."""
    return {AGAIN: 1 - recall, **{rating: share * recall for rating, share in PASSED.items()}}


def _reviewed(card: Card, day: int, rating: int) -> Card:
    return _SCHEDULER.review_card(card, Rating(rating), _moment(day))[0]


@cache
def _moment(day: int) -> datetime:
    """Noon of a day: differences are whole days."""
    return datetime.fromordinal(min(day, LAST_DAY)).replace(hour=12, tzinfo=UTC)
