"""What a mock says in the end: a score per stage, what carried, what to mend first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tpmprep.domain.attempt import Attempt
from tpmprep.domain.loops import LoopStage
from tpmprep.domain.rubric import mean_score
from tpmprep.domain.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Level:
    """A level that was given: where, for what, and the words that earn it."""

    stage: str
    dimension: str
    level: int
    quote: str = ""


@dataclass(frozen=True, slots=True)
class StageResult:
    """How one stage went."""

    id: str
    name: str
    score: float | None
    answers: int
    over_time: int
    signals: float
    expected: int
    recovery_s: float | None
    strong_signal: str = ""
    """What the interviewers of this stage listen for."""


@dataclass(frozen=True, slots=True)
class Debrief:
    """The whole mock: stages in order, the best levels with a quote, the weakest level."""

    stages: tuple[StageResult, ...]
    score: float | None
    carried: tuple[Level, ...]
    first: Level | None
    answers: tuple[str, ...] = ()
    """The ids of the attempts, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mock(Debrief):
    """A debrief as it was saved: of which loop, and when it ended (UTC)."""

    id: str
    loop: str
    ended_at: str


def debrief_of(
    sitting: Sitting, stages: Sequence[LoopStage], attempts: Mapping[str, Attempt]
) -> Debrief:
    """What the scores and the answers of a sitting say together.

    The score is the mean of the stages, each with the same weight.
    """
    asked = [stage for stage in stages if sitting.of_stage(stage.id)]
    results = tuple(_result(stage, sitting, attempts) for stage in asked)
    levels = [level for stage in asked for level in _levels(stage.id, sitting)]
    means = [result.score for result in results if result.score is not None]
    best = sorted((lv for lv in levels if lv.quote and lv.level >= 3), key=lambda lv: -lv.level)
    return Debrief(
        stages=results,
        score=round(sum(means) / len(means), 2) if means else None,
        carried=tuple(best[:3]),
        first=min((lv for lv in levels if lv.level < 4), key=lambda lv: lv.level, default=None),
        answers=sitting.attempts,
    )


def _result(stage: LoopStage, sitting: Sitting, attempts: Mapping[str, Attempt]) -> StageResult:
    given = [attempts[i.attempt] for i in sitting.of_stage(stage.id) if i.attempt in attempts]
    seen = [seen for attempt in given for seen in attempt.signals.values()]
    recovered = [a.recovery_s for a in given if a.recovery_s is not None]
    return StageResult(
        stage.id,
        stage.name,
        mean_score(sitting.scores.get(stage.id, {})),
        len(given),
        sum(attempt.overtime_s >= 1 for attempt in given),
        sum(one.credit for one in seen),
        len(seen),
        _mean(recovered),
        stage.strong_signal or "",
    )


def _levels(stage: str, sitting: Sitting) -> list[Level]:
    quotes = sitting.quotes.get(stage, {})
    return [
        Level(stage, name, level, next(iter(quotes.get(name, ())), ""))
        for name, level in sitting.scores.get(stage, {}).items()
    ]


def _mean(values: Iterable[float]) -> float | None:
    known = list(values)
    return round(sum(known) / len(known), 1) if known else None
