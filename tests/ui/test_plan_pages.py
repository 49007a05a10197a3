"""The plan, one day of it and the start screen, in every state a person can meet."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from rich.console import RenderableType

from driving import HOSTILE, LOOKS, NARROW, PLAIN, WIDE, shown, squeezed
from tpmprep.domain.plan import Day, DrillView, Plan, TaskView
from tpmprep.ui.plan_pages import (
    StartPage,
    Step,
    Unfinished,
    bar,
    day_page,
    drill_command,
    plan_page,
    start_page,
)
from tpmprep.ui.theme import Look

TODAY = date(2026, 11, 24)
DRILL = DrillView("gq-03", "2min", 6, "new to you, execution")
TASK = TaskView("inventory.first", "Largest program", "tpmprep drill --question a", done=False)
STORY = TaskView("stories.first", "A story", "tpmprep drill --question b", done=True)


def day(when: str = "2026-11-24", minutes_done: int = 0, **changes: Any) -> Day:
    """A day of 45 minutes with an open task, a done one and a drill."""
    values: dict[str, Any] = {"minutes": 45, "stage": "inventory"}
    values |= {"tasks": (TASK, STORY), "drills": (DRILL,), **changes}
    return Day(date=when, day=1, minutes_done=minutes_done, **values)


def plan(*days: Day) -> Plan:
    """A plan of these days."""
    return Plan("2026-12-04", days or (day(),), 45)


def plan_with(text: str, look: Look) -> RenderableType:
    """A plan with `text` wherever a file can put one."""
    task = TaskView("x.y", text, text, done=False)
    drill = DrillView(text, "2min", 6, "new")
    return plan_page(plan(day(tasks=(task,), drills=(drill,))), TODAY, [text], look)


def day_with(text: str, look: Look) -> RenderableType:
    """The same for a day."""
    task = TaskView("x.y", text, text, done=False)
    return day_page(day(tasks=(task,)), {"gq-03": text}, look)


def start_with(text: str, look: Look) -> RenderableType:
    """The same for the start screen."""
    unfinished = Unfinished(text, 38, "1:40 left")
    return start_page(StartPage(3, unfinished, text, [Step("Next", text, text)]), look)


PAGES = {"plan": plan_with, "day": day_with, "start": start_with}
every_page = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())


@every_page
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.width}-{look.plain}")
@pytest.mark.parametrize("text", ["many words " * 20, "漢字" * 60, "x" * 200])
def test_every_page_fits(
    page: Callable[[str, Look], RenderableType], look: Look, text: str
) -> None:
    """However long or wide the text is, no line is longer than the terminal."""
    assert "" != shown(page(text, look), look)


@every_page
@pytest.mark.parametrize("look", [WIDE, PLAIN], ids=["screen", "plain"])
@pytest.mark.parametrize(("text", "wanted"), HOSTILE.items())
def test_every_page_shows_and_never_obeys(
    page: Callable[[str, Look], RenderableType], look: Look, text: str, wanted: str
) -> None:
    """Control characters, markup and emoji codes appear as text."""
    out = shown(page(text, look), look)
    assert squeezed(wanted) in squeezed(out)
    assert set() == {"\x1b", "\x9b", "\x07", "\u202e"} & set(out)


@pytest.mark.parametrize(
    ("share", "look", "expected"),
    [
        (0.0, WIDE, "░░░░░░░░░░"),
        (0.5, WIDE, "█████░░░░░"),
        (1.0, WIDE, "██████████"),
        (-1.0, WIDE, "░░░░░░░░░░"),
        (9.0, PLAIN, "##########"),
        (0.3, PLAIN, "###......."),
    ],
)
def test_bar(share: float, look: Look, expected: str) -> None:
    """Ten cells, from none to all of them."""
    assert expected == bar(share, look)


@pytest.mark.parametrize(
    ("shown_day", "expected"),
    [
        (day(minutes_done=9), "Day 1  Tue 24 Nov  inventory     ██░░░░░░░░  today  9 of 45 min"),
        (day("2026-11-23", 45), "Day 1  Mon 23 Nov  inventory     ██████████  done"),
        (day("2026-11-23", 90), "Day 1  Mon 23 Nov  inventory     ██████████  done"),
        (day("2026-11-23", 18), "Day 1  Mon 23 Nov  inventory     ████░░░░░░  18 of 45 min"),
        (day("2026-11-25"), "Day 1  Wed 25 Nov  inventory     ░░░░░░░░░░"),
        (day(minutes=0), "Day 1  Tue 24 Nov  inventory     ░░░░░░░░░░  today  0 of 0 min"),
    ],
)
def test_days_say_where_they_stand(shown_day: Day, expected: str) -> None:
    """Today and the past with their minutes, the future without."""
    assert expected == shown(plan_page(plan(shown_day), TODAY, [], WIDE)).splitlines()[2]


def test_plan_marks_what_is_done() -> None:
    """A tick for done tasks, a dot for open ones, each with its command; words in plain."""
    out = shown(plan_page(plan(), TODAY, [], WIDE)).splitlines()
    assert "      · Largest program  tpmprep drill --question a" == out[3]
    assert "      ✓ A story  tpmprep drill --question b" == out[4]
    assert "      · drills: gq-03 2min" == out[5]
    assert "      yes A story" in shown(plan_page(plan(), TODAY, [], PLAIN), PLAIN)


def test_long_task_puts_its_command_below() -> None:
    """A command is never torn from its words by the edge of the terminal."""
    task = TaskView(
        "a.b", "Three programs with numbers", "tpmprep drill --question own", done=False
    )
    out = shown(plan_page(plan(day(tasks=(task,))), TODAY, [], NARROW), NARROW).splitlines()
    place = out.index("      · Three programs with numbers")
    assert "        tpmprep drill --question own" == out[place + 1]


@pytest.mark.parametrize(
    ("left_out", "expected"),
    [
        ([], "Every question of the bank is reached before the day."),
        (["a", "b"], "Not reached before the day: a, b. More minutes or days reach them."),
        (list("abcdef"), "Not reached before the day: a, b, c, d, e, f. More"),
        (list("abcdefg"), "Not reached before the day: a, b, c, d, e, f, and more. More"),
    ],
)
def test_plan_says_what_it_does_not_reach(left_out: list[str], expected: str) -> None:
    """Up to six names, then that there are more."""
    assert expected in " ".join(shown(plan_page(plan(), TODAY, left_out, WIDE)).split())


def test_one_day_is_a_day() -> None:
    """The head counts in good English."""
    assert "Interview Fri 04 Dec · 1 day · 45 minutes" in shown(plan_page(plan(), TODAY, [], WIDE))
    two = plan_page(plan(day(), day("2026-11-25")), TODAY, [], WIDE)
    assert "· 2 days ·" in shown(two)


def test_day_in_full() -> None:
    """Open tasks with command and id, done ones with a tick, drills with prompt and reason."""
    out = shown(day_page(day(minutes_done=6), {"gq-03": "How do you keep on track?"}, WIDE))
    for words in (
        "Day 1 · Tue 24 Nov · inventory · 6 of 45 minutes done",
        "  · Largest program\n      tpmprep drill --question a  (inventory.first)",
        "  ✓ A story\n",
        "  · gq-03, 2min, about 6 min",
        "      How do you keep on track?",
        "      tpmprep drill --question gq-03 --format 2min  new to you, execution",
    ):
        assert words in out
    assert "--question b" not in out


def test_empty_day_is_a_day_off() -> None:
    """Nothing to do is said in words."""
    out = shown(day_page(day(tasks=(), drills=()), {}, WIDE))
    assert "Nothing is left for this day. Rest." in out


def test_command_of_a_drill() -> None:
    """It can be typed as it stands."""
    assert "tpmprep drill --question gq-03 --format 2min" == drill_command(DRILL)


def test_first_start_teaches() -> None:
    """Without attempts, plan or draft the first commands are shown."""
    out = shown(start_page(StartPage(0, None, "", []), WIDE))
    assert "No attempts yet." in out
    assert "tpmprep drill --area execution" in out
    assert "unfinished" not in out


@pytest.mark.parametrize(("words", "noun"), [(1, "1 word,"), (38, "38 words,")])
def test_unfinished_answer_comes_first(words: int, noun: str) -> None:
    """Also on the first day: how much is there, and how to go on."""
    page = StartPage(0, Unfinished("today 14:02", words, "1:12 left"), "", [])
    out = shown(start_page(page, WIDE)).splitlines()
    assert f"You have an unfinished answer from today 14:02 ({noun} 1:12 left):" == out[0]
    assert out[2].startswith("  tpmprep drill --resume")
    assert "No attempts yet. A first answer takes about six minutes:" in out


def test_steps_say_why() -> None:
    """Label and command on one line, the reason below."""
    page = StartPage(2, None, "10 days to go", [Step("Today", "tpmprep drill", "new to you")])
    out = shown(start_page(page, WIDE)).splitlines()
    assert ["10 days to go", "", "Today   tpmprep drill", "        new to you"] == out
