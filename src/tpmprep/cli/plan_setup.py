"""From the flags of `plan` to what the person decides."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tpmprep.cli.choices import one_of, whole_number
from tpmprep.domain.planstate import WEEKDAYS, Interview, PlanState, Wish, decide
from tpmprep.domain.stages import MOST_DAYS
from tpmprep.errors import NeedsInput, NotFound, UsageProblem

if TYPE_CHECKING:
    from tpmprep.cli.env import Env

FEWEST_MINUTES, MOST_MINUTES = 10, 600
WEEKDAY_NAMES = dict(
    zip(
        WEEKDAYS,
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        strict=True,
    )
)
NO_REST = "none"
SHOW = "See it with: tpmprep plan"


@dataclass(frozen=True, slots=True)
class Flags:
    """The options of `plan` as they were typed."""

    days: str | None = None
    on: str | None = None
    minutes: Sequence[str] = ()
    rest: Sequence[str] = ()
    loop: str | None = None
    stage: str | None = None
    track: str | None = None


def refuse_before(command: str, flags: Flags) -> None:
    """Options of the plan mean nothing before another command. Raises UsageProblem."""
    if flags != Flags():
        hint = "Change the plan first, for example: tpmprep plan --minutes 30"
        raise UsageProblem(f"plan {command} takes no options before its name", hint)


def decided(env: "Env", flags: Flags) -> PlanState:
    """The plan after what was asked for, saved when anything was.

    Raises NeedsInput when there is none and no day was named, UsageProblem, UnknownChoice or
    NotFound for what makes no sense.
    """
    from tpmprep.adapters.planfile import load_plan

    today = env.clock.now().date()
    wish = _wish(flags, today)
    known = load_plan(env.home.plan) if wish.interview else stored(env)
    _only_one(known, wish, today)
    if wish.is_empty and known is not None:
        return known
    if known is not None:
        wish = _beside(wish, known, ends_rest=NO_REST in flags.rest)
    state = decide(known, wish, today)
    if wish.loop or wish.stage:
        known_stage(state.next_interview(today))
    return saved(env, state)


def _wish(flags: Flags, today: date) -> Wish:
    """What the flags ask for. Raises UsageProblem or UnknownChoice."""
    from tpmprep.domain.question import TRACKS

    one_of("track", flags.track, TRACKS)
    count = whole_number("--days", flags.days, 1, MOST_DAYS)
    base, by_weekday = _minutes(flags.minutes)
    return Wish(
        interview=_interview(count, flags.on, today),
        minutes=base,
        weekdays=by_weekday or None,
        rest=_rest(flags.rest, today),
        loop=flags.loop,
        stage=flags.stage,
        track=flags.track,
    )


def _beside(wish: Wish, known: PlanState, *, ends_rest: bool) -> Wish:
    """Single weekdays add to what is known of others, and days of rest to those that were."""
    if wish.weekdays is not None:
        wish = replace(wish, weekdays={**known.weekdays, **wish.weekdays})
    if wish.rest is not None and not ends_rest:
        wish = replace(wish, rest=wish.rest | known.rest)
    return wish


def stored(env: "Env") -> PlanState:
    """The plan that was made. Raises NeedsInput when there is none."""
    from tpmprep.adapters.planfile import load_plan

    state = load_plan(env.home.plan)
    if state is None:
        hint = "For example: tpmprep plan --days 10"
        raise NeedsInput("there is no plan yet: give --days N or --date YYYY-MM-DD", hint)
    return state


def added(env: "Env", on: str, loop: str | None, stage: str | None) -> PlanState:
    """The plan with one more interview, saved. Without a plan this makes one."""
    from tpmprep.adapters.planfile import load_plan

    today = env.clock.now().date()
    day = _interview(None, on, today, named="DATE")
    assert day is not None
    known = load_plan(env.home.plan)
    if known is None or known.end < today:
        known = decide(known, Wish(interview=day), today)
    before = known.interview_on(day) or Interview(day)
    interview = replace(before, loop=loop, stage=stage or "") if loop else before
    interview = replace(interview, stage=stage) if stage else interview
    known_stage(interview)
    return saved(env, known.with_interview(interview))


def dropped(env: "Env", on: str) -> PlanState:
    """The plan without the interview of that day, saved. Raises NotFound or UsageProblem."""
    state = stored(env)
    day = _date(on)
    if day is None or state.interview_on(day) is None:
        raise NotFound("interview", on, [one.on.isoformat() for one in state.interviews], SHOW)
    left = tuple(one for one in state.interviews if one.on != day)
    if not left:
        raise UsageProblem("it is the only interview of the plan", "To end it: tpmprep plan reset")
    return saved(env, replace(state, interviews=left))


def known_stage(interview: Interview) -> None:
    """Raises UnknownChoice or NotFound when the loop or its stage is not known."""
    from tpmprep.adapters.content import load_loops
    from tpmprep.domain.targets import USUAL_LOOP

    loops = load_loops()
    one_of("loop", interview.loop or None, tuple(loops))
    loop = loops[interview.loop or USUAL_LOOP]
    if interview.stage and loop.stage(interview.stage) is None:
        hint = "See: tpmprep mock --list"
        raise NotFound("stage", interview.stage, [stage.id for stage in loop.stages], hint)


def saved(env: "Env", state: PlanState) -> PlanState:
    """The plan as it was saved: with a key that tells its calendar entries from others'."""
    from tpmprep.adapters.planfile import save_plan

    keyed = state if state.key else replace(state, key=env.new_key())
    save_plan(env.home.plan, keyed)
    return keyed


def _only_one(known: PlanState | None, wish: Wish, today: date) -> None:
    """Which interview is meant must be clear. Raises UsageProblem."""
    several = known is not None and sum(one.on >= today for one in known.interviews) > 1
    if several and (wish.interview or wish.loop or wish.stage):
        hint = "Change one with: tpmprep plan add DATE, tpmprep plan drop DATE; or: plan reset"
        raise UsageProblem("several interviews stand in this plan: say which one", hint)


def _interview(
    count: int | None, on: str | None, first: date, *, named: str = "--date"
) -> date | None:
    if count is not None and on is not None:
        raise UsageProblem("--days and --date say the same thing: give one of them")
    if on is None:
        return None if count is None else first + timedelta(days=count)
    nearest, furthest = first + timedelta(days=1), first + timedelta(days=MOST_DAYS)
    interview = _date(on)
    if interview is None or not nearest <= interview <= furthest:
        raise UsageProblem(f"{named} takes a day from {nearest} to {furthest}, not '{on}'")
    return interview


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _minutes(values: Sequence[str]) -> tuple[int | None, dict[int, int]]:
    """Minutes of every day, and those of single weekdays: `45`, `sat=90`, or both."""
    base, by_weekday = None, {}
    for part in (part.strip() for value in values for part in value.split(",")):
        name, sign, amount = part.partition("=")
        if not sign:
            base = whole_number("--minutes", part, FEWEST_MINUTES, MOST_MINUTES)
            continue
        day = _weekday(name.strip())
        flag = f"--minutes {name.strip()}"
        minutes = whole_number(flag, amount.strip(), 0, MOST_MINUTES) or 0
        if 0 < minutes < FEWEST_MINUTES:
            raise UsageProblem(f"{flag} takes 0 or {FEWEST_MINUTES} to {MOST_MINUTES} minutes")
        by_weekday[day] = minutes
    return base, by_weekday


def _weekday(name: str) -> int:
    """The number of a weekday by its name, short or in full. Raises UnknownChoice."""
    wanted = name.lower()
    full = next((day for day in WEEKDAYS if WEEKDAY_NAMES[day] == wanted), wanted)
    one_of("weekday", full, WEEKDAYS)
    return WEEKDAYS.index(full)


def _rest(values: Sequence[str], today: date) -> frozenset[date] | None:
    """The days of rest that are named; none of them for `none`. None when nothing was said."""
    if not values:
        return None
    days = set()
    for value in values:
        day = _date(value)
        if value != NO_REST and (day is None or day < today):
            raise UsageProblem(
                f"--rest takes a day from {today} on, or {NO_REST} for no rest, not '{value}'"
            )
        if day is not None:
            days.add(day)
    return frozenset(days)
