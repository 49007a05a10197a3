"""The plan, and one day of it."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from tpmprep.domain.plan import Day, DrillView, Plan, Step, steps_of
from tpmprep.domain.planstate import INTERVIEW
from tpmprep.domain.text import shorten
from tpmprep.ui.layout import NARROW, indented, stack, text
from tpmprep.ui.theme import ACCENT, Look
from tpmprep.ui.words import count

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

DRILL = "tpmprep drill"
GOOD_LUCK = "The interview is today. Good luck."
BAR_CELLS, STAGE_CELLS = 10, 12
BEGIN_CELLS, BELOW_CELLS = 50, 7
"""Where what a day holds begins: beside the bar, or below it in a narrow terminal."""

NAMED = 3
"""So many of the questions that are left out are named; --json has all."""


def plan_page(plan: Plan, today: date, look: Look) -> "RenderableType":
    """The plan at a glance: a line for each day, the next step, and what does not fit."""
    blocks: list[RenderableType] = [text((_head(plan, today, look), "bold")), text("")]
    blocks += _day_lines(plan, today, look)
    blocks.append(text(""))
    now = plan.day_of(today)
    if plan.interview == today.isoformat():
        blocks.append(text(GOOD_LUCK))
    elif now is not None:
        blocks += _next(now)
    elif today.isoformat() > plan.interviews[-1].date:
        blocks.append(text("A new one: tpmprep plan --days N"))
    if today.isoformat() < plan.interviews[-1].date:
        blocks += [text((line, "dim")) for line in ("", *_fits(plan))]
    return stack(*blocks)


def day_page(day: Day, prompts: Mapping[str, str], look: Look) -> "RenderableType":
    """One day in full: every task with its command, every drill with its reason."""
    dot = f" {look.marks.dot} "
    when = date.fromisoformat(day.date)
    done = f"{day.minutes_done} of {day.minutes} minutes done"
    head = f"Day {day.day}{dot}{when:%a %d %b}{dot}{day.stage}{dot}{done}"
    return stack(text((head, "bold")), text(""), *_steps(day, prompts, look))


def _next(day: Day) -> "list[RenderableType]":
    """The next step of today, and where the rest of it stands."""
    steps = steps_of(day)
    if not steps:
        return [text(nothing_left(day))]
    return [
        text(("Next    ", "dim"), (command_of(steps[0]), ACCENT)),
        indented(text((why_of(steps[0]), "dim")), 8),
        text(("Today   ", "dim"), ("tpmprep plan today", ACCENT), (" shows all of it", "dim")),
    ]


def command_of(step: Step) -> str:
    """What to type for the next step; a drill alone takes the plan's next one."""
    return DRILL if step.drill else step.command


def why_of(step: Step) -> str:
    """What a step is for, and how it is ticked where nobody sees it done."""
    return f"{step.why}; then: tpmprep plan done {step.task}" if step.task else step.why


def nothing_left(day: Day) -> str:
    """What is said of a day without a step."""
    if day.stage == INTERVIEW:
        return GOOD_LUCK
    return "Nothing is left for today." if day.minutes else "Today is a day of rest."


def _steps(day: Day, prompts: Mapping[str, str], look: Look) -> "list[RenderableType]":
    blocks: list[RenderableType] = []
    for task in day.tasks:
        mark = look.marks.yes if task.done else look.marks.dot
        blocks.append(text(f"  {mark} {task.title}"))
        if task.lacks:
            lacking = " and no ".join(task.lacks)
            blocks.append(indented(text((f"told already, with no {lacking} in it yet", "dim")), 6))
        if not task.done:
            ticked = f"  ({task.id})" if task.drill else f"  then: tpmprep plan done {task.id}"
            blocks.append(indented(text((task.command, ACCENT), (ticked, "dim")), 6))
    for drill in day.drills:
        named = f"{drill.question}, {drill.format}, about {drill.minutes} min"
        blocks.append(text(f"  {look.marks.dot} {named}"))
        prompt = shorten(prompts.get(drill.question, ""), look.width - 8)
        if prompt:
            blocks.append(indented(text((prompt, "dim")), 6))
        blocks.append(indented(text((drill_command(drill), ACCENT)), 6))
        blocks.append(indented(text((f"why: {drill.why}", "dim")), 6))
    if not day.minutes_planned:
        blocks.append(text(f"  {nothing_left(day)}"))
    return blocks


def _head(plan: Plan, today: date, look: Look) -> str:
    dot = f" {look.marks.dot} "
    interview = date.fromisoformat(plan.interview)
    days = (interview - today).days
    left = "over" if days < 0 else "today" if not days else count(days, "day")
    several = len(plan.ahead(today))
    what = f"Next of {several} interviews" if several > 1 else "Interview"
    differing = "".join(f", {day} {minutes}" for day, minutes in plan.weekdays.items())
    minutes = f"{count(plan.minutes, 'minute')} a day{differing}"
    ahead = plan.ahead(today)
    awaits = f": {ahead[0].name}" if ahead and ahead[0].name else ""
    return dot.join((f"{what} {interview:%a %d %b}{awaits}", left, minutes))


def _fits(plan: Plan) -> list[str]:
    """What the minutes that are left are enough for, and what they are not."""
    room = plan.capacity
    drills = [drill.question for day in plan.days for drill in day.drills]
    tasks = sum(not task.done for day in plan.days for task in day.tasks)
    taken = f"{count(tasks, 'task')}, and {count(len(drills), 'drill')} on"
    questions = count(len(set(drills)), "question")
    lines = [f"{_hours(room.minutes_left)} are left: {taken} {questions}."]
    if not room.minutes_left:
        lines = ["No minutes are left before the day."]
    if room.tasks_left:
        names = ", ".join(task.short or task.title for task in room.tasks_left)
        lines.append(f"No room before the day for: {names}.")
    if not room.left_out:
        return [*lines, "That is every question of the bank."]
    named = ", ".join(room.left_out[:NAMED])
    more = len(room.left_out) - NAMED
    rest = f" and {more} more" if more > 0 else ""
    return [*lines, f"Left out: {named}{rest}. More minutes or days take them in."]


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if not hours:
        return count(rest, "minute")
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def drill_command(drill: DrillView) -> str:
    """The command that runs a planned drill."""
    return f"tpmprep drill --question {drill.question} --format {drill.format}"


def bar(share: float, look: Look) -> str:
    """How much of a day is done, in ten cells; full only when all is."""
    full = min(BAR_CELLS, max(0, int(share * BAR_CELLS)))
    return look.marks.full * full + look.marks.empty * (BAR_CELLS - full)


def _day_lines(plan: Plan, today: date, look: Look) -> "list[RenderableType]":
    """A line for each day with what it holds; a narrow terminal has room for that of today."""
    lines: list[RenderableType] = []
    for day in plan.days:
        line = _day_line(day, today, look)
        if look.width < NARROW:
            lines.append(line)
            if day.date == today.isoformat():
                held = _held(day, today, look.width - BELOW_CELLS)
                lines.append(indented(text((held, "dim")), BELOW_CELLS))
        else:
            line.pad_right(BEGIN_CELLS - line.cell_len)
            lines.append(line + text((_held(day, today, look.width - BEGIN_CELLS), "dim")))
    return lines


def _day_line(day: Day, today: date, look: Look) -> "Text":
    """Number, date, stage, and how far it is in shape and in words."""
    when = date.fromisoformat(day.date)
    style = "bold" if when == today else ""
    begin = f"Day {day.day:<3}{when:%a %d %b}  "
    if not day.minutes:
        awaits = f": {day.interview}" if day.interview else ""
        return text((begin + shorten(day.stage + awaits, look.width - len(begin)), style))
    begin += f"{shorten(_stage(day), STAGE_CELLS):<{STAGE_CELLS}} "
    shown = bar(day.minutes_done / day.minutes, look)
    return text((begin, style), (shown, ACCENT), (f" {_state(day, today)}", style))


def _stage(day: Day) -> str:
    """The stage of a day; of several the first, and how many more."""
    first, *others = day.stage.split(" + ")
    return f"{first} +{len(others)}" if others else first


def _state(day: Day, today: date) -> str:
    when = date.fromisoformat(day.date)
    if when == today:
        return "today"
    if when > today:
        return "ahead"
    if day.minutes_done >= day.minutes:
        return "done"
    touched = day.minutes_done or any(task.done for task in day.tasks)
    return "partly" if touched else "free"


def _held(day: Day, today: date, cells: int) -> str:
    """What was done on a day, and what is planned for it, in so many cells."""
    when = date.fromisoformat(day.date)
    if when < today:
        done = ((sum(task.done for task in day.tasks), "task"), (day.drills_done, "drill"))
        return ", ".join(count(number, noun) for number, noun in done if number)
    if not day.minutes:
        return ""
    names = [task.short or task.title for task in day.tasks if not task.done]
    drills = [count(len(day.drills), "drill")] if day.drills else []
    if when == today:
        so_far = f"{day.minutes_done} of {day.minutes} min"
        tasks = [count(len(names), "task")] if names else []
        return _first_that_fits([[so_far, *tasks, *drills], [so_far, *drills], [so_far]], cells)
    more = [f"{names[0]} and {len(names) - 1} more"] if len(names) > 1 else list(names)
    return _first_that_fits([[*names, *drills], [*more, *drills], more], cells)


def _first_that_fits(ways: list[list[str]], cells: int) -> str:
    """The fullest of some ways to say it for which there is room."""
    said = [", ".join(parts) for parts in ways]
    return shorten(next((way for way in said if len(way) <= cells), said[-1]), cells)
