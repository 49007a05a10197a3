"""One question at several lengths: what stands in all of them, and what was lost on the way."""

from collections.abc import Sequence
from dataclasses import dataclass

from tpmprep.domain.attempt import Attempt
from tpmprep.domain.formats import GUIDE_LENGTHS, RUNGS
from tpmprep.domain.history import History
from tpmprep.domain.text import word_count


@dataclass(frozen=True, slots=True)
class Length:
    """The newest answer of a question in one format."""

    format: str
    attempt: str
    elapsed_s: float
    limit_s: float
    overtime_s: float
    words: int
    score: float | None
    credits: dict[str, float]
    """What each expected signal counts in it: 1, half after a probe, 0."""


def lengths_of(history: History, question: str) -> list[Length]:
    """The newest attempt at each length, shortest first; lengths without one are left out."""
    newest = {attempt.format: attempt for attempt in history.of_question(question)}
    return [_length(newest[name]) for name in RUNGS if name in newest]


def missing_lengths(history: History, question: str) -> list[str]:
    """Which of the guide's three lengths were not practised yet."""
    done = {attempt.format for attempt in history.of_question(question)}
    return [name for name in GUIDE_LENGTHS if name not in done]


def covered(history: History) -> list[str]:
    """The questions that were answered at all three lengths of the guide."""
    return [name for name in history.by_question if not missing_lengths(history, name)]


def survived(lengths: Sequence[Length], shorter: str) -> tuple[int, int] | None:
    """How many of the signals of the longest answer stand in a shorter one, and of how many.

    None when there is no such answer, or none that is longer.
    """
    by_format = {length.format: length for length in lengths}
    if shorter not in by_format or lengths[-1].format == shorter:
        return None
    said = [name for name, credit in lengths[-1].credits.items() if credit]
    kept = [name for name in said if by_format[shorter].credits.get(name)]
    return len(kept), len(said)


def _length(attempt: Attempt) -> Length:
    return Length(
        attempt.format,
        attempt.id,
        attempt.elapsed_s,
        attempt.limit_s,
        attempt.overtime_s,
        word_count(attempt.answer),
        attempt.score,
        {name: seen.credit for name, seen in attempt.signals.items()},
    )
