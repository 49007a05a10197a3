"""The attempts so far, seen from several sides. Everything here is derived, nothing is stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tpmprep.domain.attempt import BLIND, EXEMPLAR, LATER, SELF, Attempt, ScoreRecord, unsupported


@dataclass(frozen=True, slots=True)
class History:
    """Attempts, oldest first, with later self-scores applied where none were given at once."""

    attempts: tuple[Attempt, ...] = ()
    by_question: dict[str, list[Attempt]] = field(default_factory=dict)
    later: dict[str, list[ScoreRecord]] = field(default_factory=dict)
    """The later scores of each attempt or sample answer, oldest first."""

    def by_others(self, attempt_id: str) -> list[ScoreRecord]:
        """What others gave an attempt, the newest of each rater, in the order of the raters."""
        newest = {r.rater: r for r in self.later.get(attempt_id, ()) if r.rater != SELF}
        return [newest[rater] for rater in sorted(newest)]

    def blind(self, attempt_id: str) -> ScoreRecord | None:
        """The first score that was given without sight of the one before; later ones know it."""
        again = (r for r in self.later.get(attempt_id, ()) if r.kind == BLIND and r.rater == SELF)
        return next(again, None)

    @property
    def exemplars(self) -> list[ScoreRecord]:
        """The first score of each sample answer; later ones know the reference."""
        return [r[0] for r in self.later.values() if r[0].kind == EXEMPLAR]

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
    later: dict[str, list[ScoreRecord]] = {}
    for record in sorted(scores, key=lambda record: (record.scored_at, record.id)):
        later.setdefault(record.attempt, []).append(record)
    known = sorted(attempts, key=lambda attempt: (attempt.started_at, attempt.id))
    scored = tuple(_with_later_score(a, later.get(a.id, ())) for a in known)
    by_question: dict[str, list[Attempt]] = {}
    for attempt in scored:
        by_question.setdefault(attempt.question.id, []).append(attempt)
    return History(scored, by_question, later)


def local_day(attempt: Attempt) -> date:
    """The calendar day on which the person practised, by the offset of that place and time."""
    return (attempt.started + timedelta(minutes=attempt.utc_offset_min)).date()


def _with_later_score(attempt: Attempt, later: Sequence[ScoreRecord]) -> Attempt:
    """Without a score given at once, the newest own score that was given later counts."""
    own = [record for record in later if record.rater == SELF and record.kind == LATER]
    if not own or attempt.scores:
        return attempt
    record = own[-1]
    return replace(
        attempt,
        scores=record.scores,
        quotes=record.quotes,
        unsupported=unsupported(record.scores, record.quotes),
        next_change=record.next_change or attempt.next_change,
    )
