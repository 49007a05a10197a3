"""The plan, one day of it, and the start screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tpmprep.domain.plan import Day, DrillView, Plan, TaskView
from tpmprep.domain.text import shorten
from tpmprep.ui.layout import commands, indented, stack, text
from tpmprep.ui.tables import first_time
from tpmprep.ui.theme import ACCENT, Look

if TYPE_CHECKING:
    from rich.console import RenderableType

BAR_CELLS = 10


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A draft that waits: when it was left, how many words, and how much time was left."""

    left_at: str
    words: int
    remaining: str


@dataclass(frozen=True, slots=True)
class Step:
    """A command worth typing next, and why."""

    label: str
    command: str
    why: str


@dataclass(frozen=True, slots=True)
class StartPage:
    """What the start screen tells."""

    attempts: int
    unfinished: Unfinished | None
    headline: str
    steps: Sequence[Step]


def start_page(page: StartPage, look: Look) -> "RenderableType":
    """Where one stands: an unfinished answer first, then the day, then the next steps."""
    blocks: list[RenderableType] = []
    if draft := page.unfinished:
        noun = "word" if draft.words == 1 else "words"
        about = f"{draft.words} {noun}, {draft.remaining}"
        blocks += [
            text(f"You have an unfinished answer from {draft.left_at} ({about}):\n"),
            commands([("tpmprep drill --resume", "go on where you stopped")], look),
            text(""),
        ]
    if not (page.attempts or page.headline or page.steps):
        return stack(*blocks, first_time(look))
    if page.headline:
        blocks.append(text((page.headline, "bold"), "\n"))
    for step in page.steps:
        blocks.append(text((f"{step.label:<8}", "dim"), (step.command, ACCENT)))
        blocks.append(indented(text((step.why, "dim")), 8))
    return stack(*blocks)


def plan_page(plan: Plan, today: date, left_out: Sequence[str], look: Look) -> "RenderableType":
    """The dated days with their tasks and drills."""
    dot = f" {look.marks.dot} "
    days = len(plan.days)
    noun = "day" if days == 1 else "days"
    interview = date.fromisoformat(plan.interview)
    head = f"Interview {interview:%a %d %b}{dot}{days} {noun}{dot}{plan.minutes} minutes a day"
    blocks: list[RenderableType] = [text((head, "bold")), text("")]
    for day in plan.days:
        blocks.append(_day_line(day, today, look))
        blocks += [_task_line(task, look) for task in day.tasks]
        if day.drills:
            blocks.append(_drill_line(day, look))
    return stack(*blocks, text(""), text((_reach(left_out), "dim")))


def day_page(day: Day, prompts: Mapping[str, str], look: Look) -> "RenderableType":
    """One day in full: every task with its command, every drill with its reason."""
    dot = f" {look.marks.dot} "
    when = date.fromisoformat(day.date)
    done = f"{day.minutes_done} of {day.minutes} minutes done"
    blocks: list[RenderableType] = [
        text((f"Day {day.day}{dot}{when:%a %d %b}{dot}{day.stage}{dot}{done}", "bold")),
        text(""),
    ]
    for task in day.tasks:
        mark = look.marks.yes if task.done else look.marks.dot
        blocks.append(text(f"  {mark} {task.title}"))
        if not task.done:
            ticked = f"  ({task.id})"
            blocks.append(indented(text((task.command, ACCENT), (ticked, "dim")), 6))
    if day.tasks and day.drills:
        blocks.append(text(""))
    for drill in day.drills:
        prompt = shorten(prompts.get(drill.question, ""), look.width - 30)
        blocks.append(
            text(f"  {look.marks.dot} {drill.question}, {drill.format}, about {drill.minutes} min")
        )
        blocks.append(indented(text((prompt, "dim")), 6))
        blocks.append(indented(text((drill_command(drill), ACCENT), (f"  {drill.why}", "dim")), 6))
    if not day.tasks and not day.drills:
        blocks.append(text("  Nothing is left for this day. Rest."))
    return stack(*blocks)


def drill_command(drill: DrillView) -> str:
    """The command that runs a planned drill."""
    return f"tpmprep drill --question {drill.question} --format {drill.format}"


def bar(share: float, look: Look) -> str:
    """How much of a day is done, in ten cells."""
    full = min(BAR_CELLS, max(0, round(share * BAR_CELLS)))
    return look.marks.full * full + look.marks.empty * (BAR_CELLS - full)


def _day_line(day: Day, today: date, look: Look) -> "RenderableType":
    when = date.fromisoformat(day.date)
    share = day.minutes_done / day.minutes if day.minutes else 0.0
    if when == today:
        state = f"today  {day.minutes_done} of {day.minutes} min"
    elif when < today:
        state = "done" if share >= 1 else f"{day.minutes_done} of {day.minutes} min"
    else:
        state = ""
    shown = bar(share, look)
    style = "bold" if when == today else ""
    line = f"Day {day.day:<3}{when:%a %d %b}  {shorten(day.stage, 24):<13}"
    return text((line, style), (f" {shown} ", ACCENT), (f" {state}", style))


def _task_line(task: TaskView, look: Look) -> "RenderableType":
    """The task and its command, on one line when both fit."""
    mark = look.marks.yes if task.done else look.marks.dot
    command = (task.command, "dim" if task.done else ACCENT)
    if len(task.title) + len(task.command) + 12 <= look.width:
        return text(f"      {mark} {task.title}  ", command)
    return stack(text(f"      {mark} {task.title}"), indented(text(command), 8))


def _drill_line(day: Day, look: Look) -> "RenderableType":
    names = ", ".join(f"{drill.question} {drill.format}" for drill in day.drills)
    return indented(text((f"{look.marks.dot} drills: {names}", "dim")), 6)


def _reach(left_out: Sequence[str]) -> str:
    if not left_out:
        return "Every question of the bank is reached before the day."
    names = ", ".join(left_out[:6]) + (", and more" if len(left_out) > 6 else "")
    return f"Not reached before the day: {names}. More minutes or days reach them."
