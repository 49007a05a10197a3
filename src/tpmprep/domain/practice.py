"""What the plan needs to know of an attempt: small enough to keep thousands in one file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

from tpmprep.domain.attempt import LATER, SELF, Attempt, ScoreRecord
from tpmprep.domain.formats import UNTIMED
from tpmprep.domain.rubric import mean_score

TOO_LONG = 1.5
"""An answer past this share of its time did not come off, however it was scored."""

Observe = Callable[[Attempt], tuple[str, ...]]
"""What a task asks of the words of an answer, and this one holds: names of detectors."""


@dataclass(frozen=True)
class Practised:
    """One attempt without its words. `failed`: no answer came, or it took far too long.

    `holds` names what its words were found to hold, where a task of the plan asks for it.
    """

    id: str
    question: str
    area: str
    format: str
    started_at: str
    utc_offset_min: int
    elapsed_s: float
    failed: bool
    scores: dict[str, int] = field(default_factory=dict)
    holds: tuple[str, ...] = ()

    @cached_property
    def score(self) -> float | None:
        """The mean of the levels, or None when it was not scored."""
        return mean_score(self.scores)

    @property
    def started(self) -> datetime:
        """When it began, in UTC."""
        return datetime.fromisoformat(self.started_at).astimezone(UTC)

    @cached_property
    def day(self) -> date:
        """The calendar day on which it was practised, by the offset of that place and time."""
        return (self.started + timedelta(minutes=self.utc_offset_min)).date()


def practised_of(attempt: Attempt, observe: Observe) -> Practised:
    """What the plan needs to know of `attempt`."""
    unspoken = attempt.mode == "type" and not attempt.answer.strip()
    timed = attempt.pace != UNTIMED and attempt.limit_s > 0
    too_long = timed and attempt.elapsed_s > TOO_LONG * attempt.limit_s
    return Practised(
        id=attempt.id,
        question=attempt.question.id,
        area=attempt.question.area,
        format=attempt.format,
        started_at=attempt.started_at,
        utc_offset_min=attempt.utc_offset_min,
        elapsed_s=attempt.elapsed_s,
        failed=unspoken or too_long,
        scores=dict(attempt.scores),
        holds=observe(attempt),
    )


def with_later_scores(
    practised: Iterable[Practised], scores: Iterable[ScoreRecord]
) -> list[Practised]:
    """Oldest first; without a score given at once, the newest own score given later counts."""
    newest: dict[str, ScoreRecord] = {}
    for record in sorted(scores, key=lambda record: (record.scored_at, record.id)):
        if record.rater == SELF and record.kind == LATER:
            newest[record.attempt] = record
    scored = (
        replace(one, scores=newest[one.id].scores) if not one.scores and one.id in newest else one
        for one in practised
    )
    return sorted(scored, key=lambda one: (one.started_at, one.id))


def by_question(practised: Iterable[Practised]) -> dict[str, list[Practised]]:
    """What was practised of each question, oldest first."""
    found: dict[str, list[Practised]] = {}
    for one in practised:
        found.setdefault(one.question, []).append(one)
    return found
