"""The plan and one day of it, in every state a person can meet."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from rich.console import RenderableType

from driving import HOSTILE, LOOKS, NARROW, PLAIN, WIDE, shown, squeezed
from tpmprep.domain.plan import Capacity, Day, DrillView, InterviewView, Plan, TaskView, steps_of
from tpmprep.domain.stages import TaskDrill
from tpmprep.ui.plan_pages import bar, command_of, day_page, drill_command, plan_page, why_of
from tpmprep.ui.theme import Look

TODAY = date(2026, 11, 24)
DRILL = DrillView("gq-03", "2min", 6, "new to you, execution", "execution")
SHORT: dict[str, Any] = {"short": "largest program", "minutes": 12, "drill": TaskDrill("5min", "a")}
COMMAND = "tpmprep drill --question a"
TASK = TaskView("inventory.first", "Largest program, in full", COMMAND, done=False, **SHORT)
STORY = TaskView("stories.first", "A story", "tpmprep drill --question b", done=True)
READ = TaskView("close.read", "Read it", "tpmprep review --trend", done=False, minutes=5)
INTERVIEW = InterviewView("2026-12-04", "", "")


def day(when: str = "2026-11-24", minutes_done: int = 0, **changes: Any) -> Day:
    """A day of 45 minutes with an open task, a done one and a drill."""
    values: dict[str, Any] = {"minutes": 45, "stage": "inventory"}
    values |= {"tasks": (TASK, STORY), "drills": (DRILL,), **changes}
    return Day(date=when, day=1, minutes_done=minutes_done, **values)


def plan(*days: Day, **changes: Any) -> Plan:
    """A plan of these days."""
    values: dict[str, Any] = {"interview": INTERVIEW.date, "interviews": (INTERVIEW,)}
    values |= {
        "minutes": 45,
        "weekdays": {},
        "capacity": Capacity(90, ("gq-03",), (), ()),
        **changes,
    }
    return Plan(days=days or (day(),), **values)


def page(shown_plan: Plan, look: Look = WIDE, today: date = TODAY) -> str:
    """The page of a plan as it is read."""
    return shown(plan_page(shown_plan, today, look), look)


def plan_with(text: str, look: Look) -> RenderableType:
    """A plan with `text` wherever a file can put one."""
    task = TaskView("x.y", text, text, done=False, short=text, minutes=6)
    drill = DrillView(text, "2min", 6, text)
    days = (
        day(tasks=(task,), drills=(drill,)),
        day("2026-11-25", tasks=(task,), drills=()),
        day("2026-11-26", minutes=0, tasks=(), drills=(), stage="interview", interview=text),
    )
    capacity = Capacity(90, (), (text, text), (task,))
    interviews = (InterviewView("2026-11-26", text, text), INTERVIEW)
    return plan_page(plan(*days, capacity=capacity, interviews=interviews), TODAY, look)


def drill_first(text: str, look: Look) -> RenderableType:
    """A plan of which a drill is the next step."""
    return plan_page(plan(day(tasks=(), drills=(DrillView(text, "2min", 6, text),))), TODAY, look)


def day_with(text: str, look: Look) -> RenderableType:
    """A day with `text` wherever a file can put one."""
    task = TaskView("x.y", text, text, done=False, lacks=("number",))
    drill = DrillView(text, "2min", 6, text)
    return day_page(day(tasks=(task,), drills=(drill,)), {text: text}, look)


PAGES = {"plan": plan_with, "drill first": drill_first, "day": day_with}
every_page = pytest.mark.parametrize("made", PAGES.values(), ids=PAGES.keys())


@every_page
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.width}-{look.plain}")
@pytest.mark.parametrize("text", ["many words " * 20, "漢字" * 60, "x" * 200, "\x1b" * 40])
def test_every_page_fits(
    made: Callable[[str, Look], RenderableType], look: Look, text: str
) -> None:
    """However long or wide the text is, no line is longer than the terminal."""
    assert "" != shown(made(text, look), look)


@every_page
@pytest.mark.parametrize("look", [WIDE, PLAIN], ids=["screen", "plain"])
@pytest.mark.parametrize(("text", "wanted"), HOSTILE.items())
def test_every_page_shows_and_never_obeys(
    made: Callable[[str, Look], RenderableType], look: Look, text: str, wanted: str
) -> None:
    """Control characters, markup and emoji codes appear as text."""
    out = shown(made(text, look), look)
    assert squeezed(wanted) in squeezed(out)
    assert set() == {"\x1b", "\x9b", "\x07", "\u202e"} & set(out)


@pytest.mark.parametrize(
    ("share", "look", "expected"),
    [
        (0.0, WIDE, "░░░░░░░░░░"),
        (0.5, WIDE, "█████░░░░░"),
        (0.99, WIDE, "█████████░"),
        (1.0, WIDE, "██████████"),
        (-1.0, WIDE, "░░░░░░░░░░"),
        (9.0, PLAIN, "##########"),
        (0.3, PLAIN, "###......."),
    ],
)
def test_bar(share: float, look: Look, expected: str) -> None:
    """Ten cells, from none to all of them, and all only when all is done."""
    assert expected == bar(share, look)


REST: dict[str, Any] = {"tasks": (), "drills": (), "minutes": 0, "stage": "rest"}


@pytest.mark.parametrize(
    ("shown_day", "expected"),
    [
        (day(minutes_done=9), "██░░░░░░░░ today  9 of 45 min, 1 task, 1 drill"),
        (day(tasks=(), drills=()), "░░░░░░░░░░ today  0 of 45 min"),
        (day("2026-11-23", 45, drills_done=3), "██████████ done   1 task, 3 drills"),
        (day("2026-11-23", 90, drills_done=1, tasks=()), "██████████ done   1 drill"),
        (day("2026-11-23", 18, drills_done=2), "████░░░░░░ partly 1 task, 2 drills"),
        (day("2026-11-23", tasks=(TASK,)), "░░░░░░░░░░ free"),
        (day("2026-11-23"), "░░░░░░░░░░ partly 1 task"),
        (day("2026-11-25"), "░░░░░░░░░░ ahead  largest program, 1 drill"),
        (day("2026-11-25", tasks=(STORY,)), "░░░░░░░░░░ ahead  1 drill"),
    ],
)
def test_days_say_where_they_stand(shown_day: Day, expected: str) -> None:
    """In a shape and in a word: what was done, and what is planned."""
    (line,) = (line for line in page(plan(shown_day)).splitlines() if line.startswith("Day 1 "))
    when = date.fromisoformat(shown_day.date)
    assert f"Day 1  {when:%a %d %b}  inventory    {expected}" == line


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (REST, "rest"),
        ({**REST, "stage": "interview", "interview": ""}, "interview"),
        ({**REST, "stage": "interview", "interview": "amazon, phone"}, "interview: amazon, phone"),
    ],
)
def test_days_without_practice_are_no_bar(changes: dict[str, Any], expected: str) -> None:
    """Rest and interview in words alone, whatever day it is."""
    for when in ("2026-11-23", "2026-11-24", "2026-11-25"):
        line = page(plan(day(when, **changes))).splitlines()[2]
        assert line.endswith(f" Nov  {expected}")


def test_a_missed_day_is_no_debt() -> None:
    """Its open work is not shown on it any more."""
    out = page(plan(day("2026-11-23", tasks=(TASK,)), day()))
    missed = next(line for line in out.splitlines() if "Mon 23 Nov" in line)
    assert missed.endswith("free")
    assert not any(word in out.lower() for word in ("overdue", "late", "behind"))


def test_a_full_day_names_what_fits() -> None:
    """All tasks where there is room, else the first and how many more."""
    names = ("largest program", "second program", "scope cut", "technical risk")
    tasks = tuple(replace(TASK, id=f"a.{n}", short=name) for n, name in enumerate(names))
    out = page(plan(day("2026-11-25", tasks=tasks)))
    assert "ahead  largest program and 3 more" in out
    assert "ahead  largest program, 1 drill" in page(plan(day("2026-11-25", tasks=tasks[:1])))


def test_a_narrow_plan_is_short() -> None:
    """At 60 columns a day is a line, and only today says what it holds."""
    out = page(plan(day(minutes_done=9), day("2026-11-25")), NARROW).splitlines()
    assert "Day 1  Tue 24 Nov  inventory    ██░░░░░░░░ today" == out[2]
    assert "       9 of 45 min, 1 task, 1 drill" == out[3]
    assert "Day 1  Wed 25 Nov  inventory    ░░░░░░░░░░ ahead" == out[4]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (day(), ("tpmprep drill", "Largest program, in full")),
        (day(tasks=(STORY,)), ("tpmprep drill", "gq-03, 2min: new to you, execution")),
        (
            day(tasks=(READ,)),
            ("tpmprep review --trend", "Read it; then: tpmprep plan done close.read"),
        ),
        (day(tasks=(STORY,), drills=()), None),
    ],
)
def test_the_next_step(today: Day, expected: tuple[str, str] | None) -> None:
    """The first open task, else the first drill; a drill alone takes the plan's next one."""
    steps = [(command_of(step), why_of(step)) for step in steps_of(today)]
    assert expected == (steps[0] if steps else None)
    out = page(plan(today))
    assert all(f"{words}\n" in out for words in expected or ())
    assert ("Today   tpmprep plan today shows all of it\n" in out) is (expected is not None)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (day(tasks=(STORY,), drills=()), "Nothing is left for today."),
        (day(**REST), "Today is a day of rest."),
        (day(**{**REST, "stage": "interview"}), "The interview is today. Good luck."),
    ],
)
def test_a_day_without_work_says_so(today: Day, words: str) -> None:
    """In words, on both pages."""
    interview = TODAY.isoformat() if today.stage == "interview" else INTERVIEW.date
    assert f"\n{words}\n" in page(plan(today, interview=interview))
    assert f"  {words}\n" in shown(day_page(today, {}, WIDE))


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 11, 24), "Interview Fri 04 Dec · 10 days · 45 minutes a day"),
        (date(2026, 12, 3), "Interview Fri 04 Dec · 1 day · 45 minutes a day"),
        (date(2026, 12, 4), "Interview Fri 04 Dec · today · 45 minutes a day"),
        (date(2026, 12, 5), "Interview Fri 04 Dec · over · 45 minutes a day"),
    ],
)
def test_the_head_counts_the_days(today: date, words: str) -> None:
    """From today, in good English; afterwards nothing is left to do."""
    out = page(plan(), today=today)
    assert words == out.splitlines()[0]
    assert ("are left" in out) is (today < date(2026, 12, 4))
    assert ("The interview is today. Good luck." in out) is (today == date(2026, 12, 4))


def test_the_head_names_the_next_of_several() -> None:
    """And the weekdays that differ."""
    two = (InterviewView("2026-11-30", "amazon", "phone"), INTERVIEW)
    weekdays = {"sat": 90, "sun": 0}
    out = page(plan(interview="2026-11-30", interviews=two, weekdays=weekdays))
    head = (
        "Next of 2 interviews Mon 30 Nov: amazon, phone · 6 days · 45 minutes a day, sat 90, sun 0"
    )
    assert " ".join(out.split()).startswith(head)


@pytest.mark.parametrize(
    ("left_out", "expected"),
    [
        ((), "That is every question of the bank."),
        (("a", "b"), "Left out: a, b. More minutes or days take them in."),
        (("a", "b", "c"), "Left out: a, b, c. More minutes or days take them in."),
        (tuple("abcdefg"), "Left out: a, b, c and 4 more. More minutes or days take them in."),
    ],
)
def test_plan_says_what_it_leaves_out(left_out: tuple[str, ...], expected: str) -> None:
    """Three names, then how many more."""
    out = " ".join(page(plan(capacity=Capacity(90, ("gq-03",), left_out, ()))).split())
    assert f"1 h 30 min are left: 1 task, and 1 drill on 1 question. {expected}" in out


@pytest.mark.parametrize(
    ("minutes", "words"), [(45, "45 minutes are"), (60, "1 h are"), (125, "2 h 5 min are")]
)
def test_time_that_is_left(minutes: int, words: str) -> None:
    """In hours as soon as there are some; a task without room is named by its short name."""
    out = page(plan(capacity=Capacity(minutes, (), (), (TASK,))))
    assert f"{words} left: " in out
    assert "No room before the day for: largest program." in out


def test_day_in_full() -> None:
    """Open tasks with command and id, done ones with a tick, drills with prompt and reason."""
    lacking = replace(TASK, lacks=("number", "decision"))
    today = day(minutes_done=6, tasks=(lacking, STORY))
    out = shown(day_page(today, {"gq-03": "How do you keep on track?"}, WIDE))
    for words in (
        "Day 1 · Tue 24 Nov · inventory · 6 of 45 minutes done",
        "  · Largest program, in full\n",
        "\n      told already, with no number and no decision in it yet\n",
        "\n      tpmprep drill --question a  (inventory.first)\n",
        "  ✓ A story\n",
        "  · gq-03, 2min, about 6 min\n      How do you keep on track?\n",
        "      tpmprep drill --question gq-03 --format 2min\n      why: new to you, execution\n",
    ):
        assert words in out
    assert "--question b" not in out
    assert "told already" not in shown(day_page(day(), {}, WIDE))
    assert "  yes A story" in shown(day_page(today, {}, PLAIN), PLAIN)
    read = shown(day_page(day(tasks=(READ,)), {}, WIDE))
    assert "      tpmprep review --trend  then: tpmprep plan done close.read\n" in read


def test_command_of_a_drill() -> None:
    """It can be typed as it stands."""
    assert "tpmprep drill --question gq-03 --format 2min" == drill_command(DRILL)
