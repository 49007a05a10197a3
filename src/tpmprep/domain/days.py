"""The days of a plan: for practice, for rest, or of an interview, each with its stages."""

from dataclasses import dataclass
from datetime import date, timedelta

from tpmprep.domain.planstate import INTERVIEW, REST, Interview, PlanState
from tpmprep.domain.stages import CASES, CLOSE, FUNDAMENTALS, stages_by_day

LIGHT_SHARE = 0.6
"""The last day before an interview stays light: at most this share of the minutes."""

LIGHT_FROM_DAYS = 3
"""With fewer days of practice there is no day to spare for lightness."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A day of the plan before anything is put on it.

    `minutes` are those that may be filled, `is_last` the last practice before an interview: light,
    and nothing new comes up on it.
    """

    on: date
    number: int
    stages: tuple[str, ...]
    minutes: int
    is_last: bool = False
    interview: Interview | None = None

    @property
    def stage(self) -> str:
        """What the day is for, in words."""
        if self.interview is not None:
            return INTERVIEW
        return " + ".join(self.stages) if self.stages else REST


def frames_of(state: PlanState) -> list[Frame]:
    """Every day from the start of the plan to the day before the last interview.

    The stages scale to the days of practice before the first interview. Between later ones the
    middle of the plan goes on, and the last day is for the close again.
    """
    stages = _stages(state)
    last = _last_days(state)
    frames = []
    for number, on in enumerate(_days(state.start, state.end), start=1):
        usual, light = state.minutes_on(on), on in last
        frames.append(
            Frame(
                on=on,
                number=number,
                stages=stages.get(on, ()),
                minutes=int(usual * LIGHT_SHARE) if light else usual,
                is_last=light,
                interview=state.interview_on(on),
            )
        )
    return frames


def _stages(state: PlanState) -> dict[date, tuple[str, ...]]:
    first, *later = [days for days in practice_days(state) if days] or [[]]
    named = dict(zip(first, stages_by_day(len(first)), strict=True))
    for days in later:
        middle = [((CASES, FUNDAMENTALS)[n % 2],) for n in range(len(days) - 1)]
        named.update(zip(days, [*middle, (CLOSE,)], strict=False))
    return named


def _last_days(state: PlanState) -> set[date]:
    return {days[-1] for days in practice_days(state) if len(days) >= LIGHT_FROM_DAYS}


def practice_days(state: PlanState) -> list[list[date]]:
    """The days with time for practice before each interview, after the one before it."""
    parts, start = [], state.start
    for interview in state.interviews:
        parts.append([on for on in _days(start, interview.on) if state.minutes_on(on)])
        start = interview.on
    return parts


def _days(start: date, end: date) -> list[date]:
    return [start + timedelta(days=n) for n in range((end - start).days)]
