"""What the person decided about the plan. All the rest of it is computed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

DEFAULT_MINUTES = 45
COUNTED_DAYS = 30
"""Answers up to this many days before a plan begins count for its tasks."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


REST, INTERVIEW = "rest", "interview"
"""What a day is called on which there is no practice."""


def name_of(loop: str, stage: str) -> str:
    """The loop and the stage of an interview, as far as they are known."""
    return ", ".join(part for part in (loop, stage) if part)


@dataclass(frozen=True, slots=True)
class Interview:
    """A day to prepare for. `loop` and `stage` name what awaits there, empty when not known."""

    on: date
    loop: str = ""
    stage: str = ""

    @property
    def name(self) -> str:
        """What it is called on a screen, for example `amazon, phone`; empty when not known."""
        return name_of(self.loop, self.stage)


@dataclass(frozen=True, slots=True)
class PlanState:
    """The interviews by their days, and when there is time to practise.

    `since` is from when on the history counts for the tasks; `weekdays` holds minutes that differ
    by weekday (0 is Monday), `rest` the days without practice, `done` the tasks ticked by hand with
    the day of the tick. `key` is drawn once and tells this plan's calendar entries from others.
    """

    interviews: tuple[Interview, ...]
    start: date
    since: date
    minutes: int = DEFAULT_MINUTES
    weekdays: Mapping[int, int] = field(default_factory=dict)
    rest: frozenset[date] = frozenset()
    done: Mapping[str, str] = field(default_factory=dict)
    track: str = ""
    key: str = ""

    @property
    def end(self) -> date:
        """The day of the last interview."""
        return self.interviews[-1].on

    def interview_on(self, day: date) -> Interview | None:
        """The interview of that day, if there is one."""
        return next((one for one in self.interviews if one.on == day), None)

    def next_interview(self, today: date) -> Interview:
        """The first interview from `today` on, or the last one when all are over."""
        return next((one for one in self.interviews if one.on >= today), self.interviews[-1])

    def minutes_on(self, day: date) -> int:
        """Minutes there are for practice: none on days of rest and of an interview."""
        if day in self.rest or self.interview_on(day) is not None:
            return 0
        return self.weekdays.get(day.weekday(), self.minutes)

    def with_interview(self, interview: Interview) -> "PlanState":
        """The plan with one more interview; it takes the place of another on the same day."""
        others = [one for one in self.interviews if one.on != interview.on]
        ordered = sorted([*others, interview], key=lambda one: one.on)
        return replace(self, interviews=tuple(ordered))


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks to change; None leaves it as it is, or as it is at first."""

    interview: date | None = None
    minutes: int | None = None
    weekdays: Mapping[int, int] | None = None
    rest: frozenset[date] | None = None
    loop: str | None = None
    stage: str | None = None
    track: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return self == Wish()


def decide(known: PlanState | None, wish: Wish, today: date) -> PlanState:
    """The plan as asked for. `known` or a day of the interview must be given.

    To name another day of the interview begins the plan today. Ticks of a plan that still ran are
    kept, and so is the day from which the history counts; otherwise it counts from COUNTED_DAYS
    before today.
    """
    runs = known is not None and known.end >= today
    same = known is not None and runs and wish.interview == known.next_interview(today).on
    if wish.interview is None or same:
        assert known is not None
        return _changed(known, wish, today)
    since = today - timedelta(days=COUNTED_DAYS)
    before = known.next_interview(today) if known and runs else Interview(wish.interview)
    if before.on == today:  # the next round is another stage
        before = replace(before, stage="")
    fresh = PlanState(interviews=(replace(before, on=wish.interview),), start=today, since=since)
    if known:
        minutes, weekdays = known.minutes, known.weekdays
        fresh = replace(fresh, minutes=minutes, weekdays=weekdays, track=known.track, key=known.key)
    if known and runs:
        since = min(since, known.since)
        fresh = replace(fresh, since=since, rest=known.rest, done=known.done)
    return _changed(fresh, wish, today)


def _changed(state: PlanState, wish: Wish, today: date) -> PlanState:
    """The plan with everything that was named, but for the day."""
    if wish.loop is not None or wish.stage is not None:
        one = state.next_interview(today)
        loop = one.loop if wish.loop is None else wish.loop
        stage = wish.stage or ("" if wish.loop is not None else one.stage)
        state = state.with_interview(replace(one, loop=loop, stage=stage))
    return replace(
        state,
        minutes=state.minutes if wish.minutes is None else wish.minutes,
        weekdays=state.weekdays if wish.weekdays is None else wish.weekdays,
        rest=state.rest if wish.rest is None else wish.rest,
        track=state.track if wish.track is None else wish.track,
    )
