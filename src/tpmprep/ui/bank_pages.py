"""What the `bank` commands print."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tpmprep.domain.bank_stats import Stats
from tpmprep.domain.lint import Checked, Problem
from tpmprep.domain.question import TRACKS, Question
from tpmprep.domain.rubric import Dimension
from tpmprep.domain.text import clean_line
from tpmprep.ui.layout import (
    NARROW,
    bullets,
    commands,
    grid,
    indented,
    listing,
    marked,
    outline,
    stack,
    text,
)
from tpmprep.ui.theme import Look

if TYPE_CHECKING:
    from rich.console import RenderableType


def bank_list(questions: Sequence[Question], look: Look) -> "RenderableType":
    """Questions as a list."""
    if not questions:
        return text("No question fits. Fewer filters find more: tpmprep bank list")
    rows = [[q.id, q.area, q.level, q.kind, clean_line(q.prompt)] for q in questions]
    table = listing(("Id", "Area", "Level", "Kind", "Prompt"), rows, look)
    hint = "tpmprep bank show ID prints one in full, with what a strong answer holds."
    return stack(table, text(""), text((hint, "dim")))


def question_page(
    question: Question, dimensions: Sequence[Dimension], look: Look
) -> "RenderableType":
    """The whole entry, in the order in which one studies it."""
    dot = f" {look.marks.dot} "
    tracks = ", ".join(question.tracks) or "all tracks"
    head = dot.join([question.id, question.area, question.level, question.kind, tracks])
    follow_ups = [f"{item.kind}: {item.text}" for item in question.follow_ups]
    signals = [signal.text for signal in question.strong_signals]
    scored = [f"{item.name}: {item.looks_at}" for item in dimensions]
    bar = [f"{level}: {line}" for level, line in question.bar.items()]
    blocks: list[RenderableType] = [text((head, "dim"))]
    blocks.append(text("\n", (question.prompt, "bold"), "\n"))
    if question.context:
        blocks.append(text((question.context, "dim"), "\n"))
    lists = (
        ("What it tests", [question.tests]),
        ("What the interviewer says next", follow_ups),
        ("Expected of a strong answer", signals),
        ("Watch out for", question.red_flags),
        ("Scored on", scored),
        ("Good enough at each level", bar),
    )
    if question.workstreams:
        blocks += [bullets("Workstreams", [names[0] for names in question.workstreams], look), ""]
    for title, items in lists:
        blocks += [bullets(title, items, look), text("")]
    blocks.append(outline(question, "two_min"))
    return stack(*blocks)


def problem_line(problem: Problem) -> str:
    """A problem as `file:line: key: message`, which editors and scripts understand."""
    key = f"{problem.key}: " if problem.key else ""
    return clean_line(f"{problem.file}:{problem.line}: {key}{problem.message}")


def check_lines(checked: Checked) -> Iterator[str]:
    """Every problem on a line of its own, then the sum."""
    for problem in checked.problems:
        yield problem_line(problem)
    result = _count(len(checked.problems), "problem") if checked.problems else "no problems"
    questions, files = _count(checked.questions, "question"), _count(checked.files, "file")
    yield f"{questions}, {files}, {result}"


def stats_page(stats: Stats, look: Look) -> "RenderableType":
    """The mix of the bank: areas by track, then levels, kinds and packs."""
    dot = f" {look.marks.dot} "
    sums = [
        _count(stats.questions, "question"),
        _count(stats.follow_ups, "follow-up"),
        _count(stats.strong_signals, "expected signal"),
        _count(stats.outlines, "outline"),
    ]
    levels = [f"{k} {n} ({stats.level_percent[k]:.0f}%)" for k, n in stats.levels.items()]
    rows = [("Levels", levels), ("Kinds", _pairs(stats.kinds)), ("Packs", _pairs(stats.packs))]
    if stats.formats:
        rows.insert(2, ("Made for", _pairs(stats.formats)))
    blocks: list[RenderableType] = [text((dot.join(sums), "bold")), text("")]
    blocks += [_cells(stats, look), text("")]
    return stack(*blocks, marked(*((title, dot.join(items)) for title, items in rows)))


def added(pack: str, checked: Checked, where: str, path: str) -> "RenderableType":
    """What was installed, and how to use it."""
    title = f"{pack}, {_count(checked.questions, 'question')}"
    blocks = [text(("Added ", "bold"), title), indented(text((where, "dim")))]
    if checked.problems:
        advice = f"{_count(len(checked.problems), 'remark')} on how they are written: "
        blocks.append(indented(text(f"{advice}tpmprep bank check {path}")))
    blocks.append(
        text("\n", ("Now         ", "bold"), "tpmprep bank list, ids begin with ", f"{pack}/")
    )
    return stack(*blocks)


def removed(pack: str, where: str) -> "RenderableType":
    """What was taken out, and where it is now."""
    return stack(
        text(("Removed ", "bold"), pack),
        indented(text((f"now in {where}", "dim"))),
        indented(text("Your attempts keep their questions as they were.")),
    )


def written(question: str, where: str, look: Look) -> "RenderableType":
    """Where a new question of one's own is, and what to do with it."""
    rows = [
        (f"tpmprep drill --question {question}", "answers it"),
        (f"tpmprep bank show {question}", "shows it as it stands"),
    ]
    return stack(
        text(("Saved ", "bold"), question),
        indented(text((f"{where}, yours to edit", "dim"))),
        text(""),
        commands(rows, look),
    )


def _cells(stats: Stats, look: Look) -> "RenderableType":
    """How many questions each area has for each track; on narrow screens a line a track."""
    areas = list(stats.areas)
    short = look.width < NARROW
    names = [area[:5] if short else area for area in areas]
    table = grid("Track", *names, "All" if short else "Together", right=range(1, len(areas) + 2))
    for track in (*TRACKS, "all"):
        name = "every track" if track == "all" else track
        counts = [str(stats.cells[area][track]) for area in areas]
        table.add_row(name, *counts, str(stats.tracks[track]))
    table.add_row("together", *(str(n) for n in stats.areas.values()), str(stats.questions))
    return table


def _pairs(counts: dict[str, int]) -> list[str]:
    return [f"{name} {count}" for name, count in counts.items()]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
