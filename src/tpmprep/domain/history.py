"""The attempts so far, seen from several sides. Everything here is derived, nothing is stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tpmprep.domain.attempt import Attempt, ScoreRecord, unsupported

SELF = "self"


@dataclass(frozen=True, slots=True)
class History:
    """Attempts, oldest first, with later self-scores applied where none were given at once."""

    attempts: tuple[Attempt, ...] = ()
    by_question: dict[str, list[Attempt]] = field(default_factory=dict)

    def of_question(self, question: str) -> Sequence[Attempt]:
        """The attempts at one question, oldest first."""
        return self.by_question.get(question, [])

    def before(self, attempt: Attempt) -> Attempt | None:
        """The last scored attempt at the same question before `attempt`."""
        earlier = [
            other
            for other in self.of_question(attempt.question.id)
            if (other.started_at, other.id) < (attempt.started_at, attempt.id)
            and other.score is not None
        ]
        return earlier[-1] if earlier else None

    def change(self, attempt: Attempt) -> float | None:
        """How far the mean level moved since the attempt before; None without two to compare."""
        before = self.before(attempt)
        if before is None or before.score is None or attempt.score is None:
            return None
        return round(attempt.score - before.score, 2)

    def changes_by_dimension(self, attempt: Attempt) -> dict[str, int]:
        """How each level moved since the attempt before, for the dimensions both have."""
        before = self.before(attempt)
        if before is None:
            return {}
        shared = [dimension for dimension in attempt.scores if dimension in before.scores]
        return {d: attempt.scores[d] - before.scores[d] for d in shared}

    def times_asked(self) -> dict[str, int]:
        """How often each question was answered."""
        return {question: len(attempts) for question, attempts in self.by_question.items()}


def history_of(attempts: Iterable[Attempt], scores: Iterable[ScoreRecord] = ()) -> History:
    """The history of any pile of records; their order does not matter."""
    later = {record.attempt: record for record in _oldest_first(scores)}
    known = sorted(attempts, key=lambda attempt: (attempt.started_at, attempt.id))
    scored = tuple(_with_later_score(a, later.get(a.id)) for a in known)
    by_question: dict[str, list[Attempt]] = {}
    for attempt in scored:
        by_question.setdefault(attempt.question.id, []).append(attempt)
    return History(scored, by_question)


def local_day(attempt: Attempt) -> date:
    """The calendar day on which the person practised, by the offset of that place and time."""
    return (attempt.started + timedelta(minutes=attempt.utc_offset_min)).date()


def _oldest_first(scores: Iterable[ScoreRecord]) -> Sequence[ScoreRecord]:
    own = [record for record in scores if record.rater == SELF]
    return sorted(own, key=lambda record: (record.scored_at, record.id))


def _with_later_score(attempt: Attempt, record: ScoreRecord | None) -> Attempt:
    """Without a score given at once, the newest own score that was given later counts."""
    if record is None or attempt.scores:
        return attempt
    return replace(
        attempt,
        scores=record.scores,
        quotes=record.quotes,
        unsupported=unsupported(record.scores, record.quotes),
        next_change=record.next_change or attempt.next_change,
    )
