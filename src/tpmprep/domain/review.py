"""What the attempts say: the list, the trend per dimension, the areas side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tpmprep.domain.attempt import Attempt
from tpmprep.domain.history import History, local_day
from tpmprep.domain.rubric import score_by_rubric


@dataclass(frozen=True, slots=True)
class Row:
    """One attempt in the list. `change` is against the last scored one at the same question."""

    id: str
    started_at: str
    utc_offset_min: int
    question: str
    prompt: str
    area: str
    format: str
    mode: str
    elapsed_s: float
    limit_s: float
    score: float | None
    change: float | None
    score_by_area: dict[str, float]
    sitting: str


@dataclass(frozen=True, slots=True)
class TrendLine:
    """The levels of one dimension over time, oldest first."""

    dimension: str
    days: list[str]
    levels: list[int]


def rows(history: History, chosen: Sequence[Attempt]) -> list[Row]:
    """The list, newest first."""
    return [_row(history, attempt) for attempt in reversed(chosen)]


def select(
    history: History,
    *,
    area: str | None = None,
    format_id: str | None = None,
    question: str | None = None,
    since: date | None = None,
    last: int | None = None,
) -> list[Attempt]:
    """The attempts that meet every filter, oldest first; `last` keeps the newest ones."""
    found = [
        attempt
        for attempt in history.attempts
        if (area is None or attempt.question.area == area)
        and (format_id is None or attempt.format == format_id)
        and (question is None or attempt.question.id == question)
        and (since is None or local_day(attempt) >= since)
    ]
    return found if last is None else found[-last:] if last > 0 else []


def trend(chosen: Sequence[Attempt]) -> list[TrendLine]:
    """A line per scored dimension, ordered by dimension id."""
    lines: dict[str, TrendLine] = {}
    for attempt in chosen:
        for dimension, level in attempt.scores.items():
            line = lines.setdefault(dimension, TrendLine(dimension, [], []))
            line.days.append(local_day(attempt).isoformat())
            line.levels.append(level)
    return [lines[dimension] for dimension in sorted(lines)]


def area_means(chosen: Sequence[Attempt], areas: Sequence[str]) -> dict[str, list[float]]:
    """The mean scores of each area's attempts over time, oldest first."""
    return {
        area: [a.score for a in chosen if a.question.area == area and a.score is not None]
        for area in areas
    }


def parse_since(text: str, today: date) -> date:
    """The first day of `--since`: a date, or a span such as `14d` or `3w` before today.

    Raises ValueError when it is neither.
    """
    unit = {"d": 1, "w": 7}.get(text[-1:])
    if unit and text[:-1].isascii() and text[:-1].isdigit() and len(text) <= 5:
        return today - timedelta(days=int(text[:-1]) * unit)
    return date.fromisoformat(text)


def _row(history: History, attempt: Attempt) -> Row:
    return Row(
        id=attempt.id,
        started_at=attempt.started_at,
        utc_offset_min=attempt.utc_offset_min,
        question=attempt.question.id,
        prompt=attempt.question.prompt,
        area=attempt.question.area,
        format=attempt.format,
        mode=attempt.mode,
        elapsed_s=attempt.elapsed_s,
        limit_s=attempt.limit_s,
        score=attempt.score,
        change=history.change(attempt),
        score_by_area=score_by_rubric(attempt.scores),
        sitting=attempt.sitting,
    )
