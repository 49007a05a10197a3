"""How far one's own scores can be believed: against others, sample answers, oneself later."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Protocol

from tpmprep.domain.attempt import LATER, SELF, Attempt
from tpmprep.domain.forecasts import Forecast, Predictions, passed, predictions
from tpmprep.domain.history import History
from tpmprep.domain.ratings import (
    BIAS_FROM,
    Agreement,
    Estimate,
    Pair,
    agreement,
    bias_by_dimension,
)
from tpmprep.domain.ratings import shrunken_bias as shrunken

MOST_PERCENT = 100
BLIND_AFTER = timedelta(hours=24)
"""So long after an answer its effort is forgotten enough to judge the words (evidence 1g)."""


class Scored(Protocol):
    """An answer as far as its id and its levels go."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def scores(self) -> dict[str, int]:
        """Its levels by dimension."""


@dataclass(frozen=True, slots=True)
class Against:
    """How one's own levels compare with those of somebody else."""

    agreement: Agreement
    bias_by_dimension: dict[str, Estimate]


@dataclass(frozen=True, slots=True)
class Calibration:
    """All comparisons there are; each holds only the figures that its pairs are enough for.

    `planning_bias` is the shrunken bias that the plan takes off one's scores; it is told from as
    many pairs on as a bias is.
    """

    others: Against
    raters: list[str]
    reference: Against
    later_self: Against
    predicted: Predictions
    felt: Predictions
    planning_bias: float | None


def calibration(history: History, random: Random) -> Calibration:
    """What all records say together. The same records and seed give the same figures."""
    others, reference = with_others(history), with_reference(history)
    told = len(others) + len(reference) >= BIAS_FROM
    raters = {r.rater for a in history.attempts for r in history.by_others(a.id)}
    return Calibration(
        others=_against(others, random),
        raters=sorted(raters),
        reference=_against(reference, random),
        later_self=_against(with_later_self(history), random),
        predicted=predictions(_forecasts(history, "predicted_pass"), random),
        felt=predictions(_forecasts(history, "felt_pass"), random),
        planning_bias=planning_bias(history) if told else None,
    )


def planning_bias(history: History) -> float:
    """How much one scores too high (or, negative, too low), shrunken towards none.

    Over other people's scores of one's answers and the reference of the sample answers.
    """
    return bias_of(history.attempts, history)


def bias_of(answers: Iterable[Scored], history: History) -> float:
    """The same for answers that are known without their words; `history` has the later scores."""
    return shrunken([*_with_others(answers, history), *with_reference(history)])


def with_others(history: History) -> list[Pair]:
    """One's own levels against each other rater's, an answer and rater at a time."""
    return _with_others(history.attempts, history)


def _with_others(answers: Iterable[Scored], history: History) -> list[Pair]:
    scored = (answer for answer in answers if answer.scores)
    pairs = ((a, record) for a in scored for record in history.by_others(a.id))
    return [Pair(own=a.scores, other=record.scores) for a, record in pairs]


def with_reference(history: History) -> list[Pair]:
    """One's own levels of the sample answers against their reference."""
    return [Pair(own=r.scores, other=r.reference) for r in history.exemplars if r.reference]


def with_later_self(history: History) -> list[Pair]:
    """The levels given at once against those given blind, a day or more later."""
    pairs = ((a, history.blind(a.id)) for a in history.attempts if a.scores)
    return [Pair(own=a.scores, other=again.scores) for a, again in pairs if again]


def blind_from(history: History, attempt: Attempt) -> datetime | None:
    """From when on an answer may be scored again without sight of its first scores, in UTC.

    None where a file holds times that are none.
    """
    try:
        return _last_seen(history, attempt) + BLIND_AFTER
    except (TypeError, ValueError, OverflowError):
        return None


def _last_seen(history: History, attempt: Attempt) -> datetime:
    own = [r for r in history.later.get(attempt.id, ()) if r.rater == SELF and r.kind == LATER]
    paused_s = sum(float(pause.get("seconds", 0)) for pause in attempt.pauses)
    took_s = attempt.think_s + attempt.elapsed_s + paused_s
    ended = attempt.started + timedelta(seconds=took_s)
    return max([ended, *(record.scored for record in own)])


def due_for_blind(history: History, now: datetime) -> list[Attempt]:
    """The scored answers that are old enough and were not scored again, newest first."""
    return [
        attempt
        for attempt in reversed(history.attempts)
        if attempt.scores
        and history.blind(attempt.id) is None
        and (due := blind_from(history, attempt)) is not None
        and due <= now
    ]


def _against(pairs: list[Pair], random: Random) -> Against:
    return Against(agreement(pairs, random), bias_by_dimension(pairs, random))


def _forecasts(history: History, said: str) -> list[Forecast]:
    """What was said of each answer, where somebody else or a blind look tells how it went."""
    found = ((getattr(a, said), _judged(history, a)) for a in history.attempts)
    return [
        Forecast(percent, passed(levels))
        for percent, levels in found
        if percent is not None and 0 <= percent <= MOST_PERCENT and levels
    ]


def _judged(history: History, attempt: Attempt) -> dict[str, int]:
    """The levels that count as what happened: the newest of others, else one's own blind ones."""
    others = history.by_others(attempt.id)
    newest = max(others, key=lambda r: (r.scored_at, r.id), default=history.blind(attempt.id))
    return newest.scores if newest else {}
