"""The plan as calendar entries: what stands where, and what a second export changes."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from planning import TASKS, TODAY, Case, answer, cases, later, plan_of, state_of
from tpmprep.domain.plan import Plan
from tpmprep.domain.plan_calendar import CalendarEvent, events_of
from tpmprep.domain.planstate import Interview

BERLIN = ZoneInfo("Europe/Berlin")
EVENING = time(18, 30)
LAST_LINE = (
    "tpmprep drill takes the next drill; tpmprep plan today shows how the plan has moved on."
)


def events(plan: Plan, today: date = TODAY, key: str = "k", **more: Any) -> list[CalendarEvent]:
    """The entries of a plan."""
    values: dict[str, Any] = {"prompts": {}, "at": EVENING, "zone": BERLIN, **more}
    return events_of(plan, key, today=today, **values)


def practice(plan: Plan, today: date = TODAY, **more: Any) -> dict[str, CalendarEvent]:
    """The entries of practice by their days."""
    made = [one for one in events(plan, today, **more) if not one.all_day]
    return {one.starts.date().isoformat(): one for one in made}


def test_a_day_of_practice_is_an_entry() -> None:
    """At the time asked for, as long as what is open takes, with the stage in its title."""
    plan = plan_of(state_of(10))
    made = practice(plan)
    assert [day.date for day in plan.days] == list(made)
    for day in plan.days:
        event = made[day.date]
        assert datetime.combine(date.fromisoformat(day.date), EVENING, BERLIN) == event.starts
        assert (day.minutes_planned, f"Interview practice: {day.stage}") == (
            event.minutes,
            event.title,
        )


def test_an_entry_says_what_to_type() -> None:
    """A line for each open task and drill, and how to see the plan as it is by then."""
    plan = plan_of(state_of(10))
    first = plan.days[0]
    prompts = {first.drills[0].question: "How do you keep on track?"}
    lines = practice(plan, prompts=prompts)[first.date].description.splitlines()
    commands = [TASKS[task.id].command for task in first.tasks]
    assert [f"{task.title}: {task.command}" for task in first.tasks] == lines[: len(commands)]
    assert commands == [line.rpartition(": ")[2] for line in lines[: len(commands)]]
    drills = lines[len(commands) : -1]
    assert len(first.drills) == len(drills)
    assert f"{first.drills[0].question}, 2min, 6 min: How do you keep on track?" == drills[0]
    assert f"{first.drills[1].question}, 2min, 6 min" == drills[1]
    assert LAST_LINE == lines[-1]


def test_what_is_done_is_in_no_entry() -> None:
    """Neither a ticked task nor a day that is over."""
    state = state_of(10, done={"inventory.largest": TODAY.isoformat()})
    words = practice(plan_of(state))[TODAY.isoformat()].description
    assert TASKS["inventory.largest"].title not in words
    made = practice(plan_of(state, gone=3), later(3))
    assert later(3).isoformat() == min(made)


def test_days_without_work_are_no_entries() -> None:
    """Rest, weekdays without minutes, and a day that is all done."""
    weekend = later(4).weekday()
    state = state_of(10, rest=frozenset({later(2)}), weekdays={weekend: 0})
    made = practice(plan_of(state))
    assert not {later(2).isoformat(), later(4).isoformat()} & set(made)
    spent = [answer(f"tq-{n:02d}", 0, "deep", n=n) for n in range(3)]
    assert TODAY.isoformat() not in practice(plan_of(state, spent))


@pytest.mark.parametrize(
    ("loop", "stage", "title"),
    [
        ("", "", "Interview"),
        ("amazon", "", "Interview: amazon"),
        ("amazon", "phone", "Interview: amazon, phone"),
    ],
)
def test_an_interview_is_a_whole_day(loop: str, stage: str, title: str) -> None:
    """With what awaits there, however many there are and whether they are over."""
    state = state_of(3, 6).with_interview(Interview(later(3), loop, stage))
    made = [one for one in events(plan_of(state, gone=4), later(4)) if one.all_day]
    assert [later(3), later(6)] == [one.starts.date() for one in made]
    assert [title, "Interview"] == [one.title for one in made]
    assert {"What you prepared: tpmprep review"} == {one.description for one in made}


def test_the_hour_stays_when_the_clocks_change() -> None:
    """Half past six by the clock on the wall, before and after the night of 28 March."""
    start = date(2026, 3, 27)
    state = replace(state_of(), interviews=(Interview(later(4, start)),), start=start, since=start)
    made = practice(plan_of(state), start)
    assert {EVENING} == {one.starts.time() for one in made.values()}
    offsets = [one.starts.utcoffset() for one in made.values()]
    assert [timedelta(hours=n) for n in (1, 1, 2, 2)] == offsets


def test_entries_are_the_same_ones_in_a_later_export() -> None:
    """By day and plan, whatever was practised; another plan's are others."""
    before = events(plan_of(state_of(5)))
    after = events(plan_of(state_of(5), [answer("tq-03"), answer("tq-02", 1, "5min")], gone=1))
    common = {one.starts: one.uid for one in before}
    assert {one.starts: one.uid for one in after}.items() <= common.items()
    assert [one.description for one in before] != [one.description for one in after]
    others = {one.uid for one in events(plan_of(state_of(5)), key="other")}
    assert not others & set(common.values())
    assert "practice-2026-11-24@tpmprep" == events(plan_of(state_of(5)), key="")[0].uid


@given(cases())
def test_any_plan_is_a_calendar(case: Case) -> None:
    """Entries in order, none twice, none empty, none before today."""
    plan = case.plan()
    made = events(plan, case.today, zone=UTC)
    uids = [one.uid for one in made]
    assert len(uids) == len(set(uids))
    work = [one for one in made if not one.all_day]
    assert sorted(work, key=lambda one: one.starts) == work
    assert all(one.starts.date() >= case.today for one in work)
    assert all(one.minutes > 0 for one in work)
    assert all(len(one.description.splitlines()) > 1 for one in work)
    assert len(plan.interviews) == len(made) - len(work)
