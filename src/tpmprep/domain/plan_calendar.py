"""The plan as entries of a calendar: the practice of each day, and the interviews."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from tpmprep.domain.plan import Day, Plan


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """Something to do at a time; with `all_day` it is the day of `starts` that counts."""

    uid: str
    """The same for the same thing in every export: a calendar then updates what it has."""

    starts: datetime
    """Aware, in the user's own zone."""

    minutes: int
    title: str
    description: str
    all_day: bool = False


def events_of(
    plan: Plan, key: str, prompts: Mapping[str, str], *, at: time, zone: tzinfo, today: date
) -> list[CalendarEvent]:
    """An entry at `at` for each day from `today` on with something to do, and one per interview.

    `key` tells this plan's entries from those of another; `prompts` are the questions by id.
    """
    ahead = [day for day in plan.days if day.date >= today.isoformat() and day.minutes_planned]
    practice = (_practice(day, key, prompts, at, zone) for day in ahead)
    return [*practice, *_interviews(plan, key, zone)]


def _practice(
    day: Day, key: str, prompts: Mapping[str, str], at: time, zone: tzinfo
) -> CalendarEvent:
    return CalendarEvent(
        uid=f"practice-{day.date}{_suffix(key)}@tpmprep",
        starts=datetime.combine(date.fromisoformat(day.date), at, tzinfo=zone),
        minutes=day.minutes_planned,
        title=f"Interview practice: {day.stage}",
        description="\n".join(_lines(day, prompts)),
    )


def _lines(day: Day, prompts: Mapping[str, str]) -> Iterator[str]:
    for task in day.tasks:
        if not task.done:
            yield f"{task.title}: {task.command}"
    for drill in day.drills:
        prompt = prompts.get(drill.question, "")
        yield f"{drill.question}, {drill.format}, {drill.minutes} min: {prompt}".rstrip(": ")
    yield "tpmprep drill takes the next drill; tpmprep plan today shows how the plan has moved on."


def _interviews(plan: Plan, key: str, zone: tzinfo) -> Iterator[CalendarEvent]:
    for one in plan.interviews:
        yield CalendarEvent(
            uid=f"interview-{one.date}{_suffix(key)}@tpmprep",
            starts=datetime.combine(date.fromisoformat(one.date), time(0), tzinfo=zone),
            minutes=0,
            title=f"Interview: {one.name}" if one.name else "Interview",
            description="What you prepared: tpmprep review",
            all_day=True,
        )


def _suffix(key: str) -> str:
    return f"-{key}" if key else ""
