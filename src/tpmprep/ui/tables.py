"""What reading commands print: lists, one attempt in full, trends."""

import textwrap
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from tpmprep.domain.attempt import Attempt, Segment
from tpmprep.domain.debrief import Mock
from tpmprep.domain.formats import UNTIMED
from tpmprep.domain.history import local_day
from tpmprep.domain.question import Question
from tpmprep.domain.review import Row, TrendLine
from tpmprep.domain.rubric import Dimension
from tpmprep.domain.sitting import MOCK_KIND
from tpmprep.domain.text import clean_line, clock_words
from tpmprep.ui.layout import (
    NARROW,
    barred,
    bullets,
    commands,
    grid,
    indented,
    listing,
    stack,
    text,
)
from tpmprep.ui.pages import time_of
from tpmprep.ui.theme import ACCENT, Look

if TYPE_CHECKING:
    from rich.console import RenderableType

GLUE = "\u00a0"
"""A blank at which no line breaks."""

SHOW_ALL = ("tpmprep review", "shows all of them")


def review_list(
    rows: Sequence[Row],
    areas: Mapping[str, Sequence[float]],
    today: date,
    look: Look,
    *,
    has_others: bool,
    covered: int | None = None,
    mocks: Sequence[Mock] = (),
) -> "RenderableType":
    """The attempts, newest first, and how each area moved; `has_others` the filters hide.

    `covered` questions were answered at all three lengths of the guide; None: not to be told.
    """
    if not rows:
        return none_fit(look) if has_others else first_time(look)
    columns = ["When", "Question", "Format", "Time", "Score", "Change"]
    cells = [_cells(row, today) for row in rows]
    if look.width < NARROW:
        columns = [*columns[:2], *columns[3:]]
        cells = [[*row[:2], row[3], row[4].split("  ")[0], row[5]] for row in cells]
    blocks: list[RenderableType] = [listing(columns, cells, look), text("")]
    blocks.append(text(_over_time(areas, rows, today, look)))
    if covered is not None:
        noun = "question" if covered == 1 else "questions"
        lengths = "2 minutes, 5 minutes, deep dive"
        blocks.append(text(f"Covered at all three lengths ({lengths}): {covered} {noun}"))
    if mocks:
        rows_ = [(f"tpmprep review {mock.id}", _mock(mock, look)) for mock in mocks]
        blocks += [text("\n", ("Mocks", "bold")), commands(rows_, look)]
    return stack(*blocks)


def trend_lines(
    lines: Sequence[TrendLine], names: Mapping[str, str], look: Look
) -> "RenderableType":
    """One line per dimension: its levels over time, the first and the last in words."""
    if not lines:
        return stack(
            text("Nothing is scored yet.\n"),
            commands([("tpmprep score ID", "scores one; ids: tpmprep review --json")], look),
        )
    table = grid("Dimension", "Levels over time", "First", "Last", "Change", right=(2, 3, 4))
    for line in lines:
        first, last = line.levels[0], line.levels[-1]
        moved = f"{last - first:+d}" if len(line.levels) > 1 else look.marks.none
        table.add_row(
            text(names.get(line.dimension, line.dimension)),
            text((sparkline(line.levels, look), ACCENT)),
            text(str(first)),
            text(str(last)),
            text(moved),
        )
    return stack(table, "", text(("Levels run from 1 to 4; 3 is the level to reach.", "dim")))


def first_time(look: Look) -> "RenderableType":
    """What to do when there is no attempt yet."""
    rows = [
        ("tpmprep drill --area execution", "answer one question on the clock, then score it"),
        ("tpmprep plan --days 10", "if you already have a date"),
        ("tpmprep guide", "what the interviews test"),
    ]
    title = "No attempts yet. A first answer takes about six minutes:\n"
    return stack(text(title), commands(rows, look))


def none_fit(look: Look) -> "RenderableType":
    """What to do when filters hide everything."""
    return stack(text("No attempt fits these filters.\n"), commands([SHOW_ALL], look))


def sparkline(levels: Sequence[float], look: Look) -> str:
    """Levels 1 to 4 as rising blocks (digits where blocks cannot be shown); the last 20."""
    steps = look.marks.steps
    return "".join(steps[min(3, max(0, int(level + 0.5) - 1))] for level in levels[-20:])


def attempt_page(
    attempt: Attempt,
    dimensions: Mapping[str, Dimension],
    changes: Mapping[str, int],
    question: Question | None,
    look: Look,
) -> "RenderableType":
    """One attempt in full: question, answer, every level in words with its quotes."""
    asked = attempt.question
    dot = f" {look.marks.dot} "
    head = dot.join([asked.id, asked.area, asked.level, attempt.format, attempt.mode])
    took = time_of(attempt)
    blocks = [
        text((head, "dim")),
        text((f"{attempt.id}{dot}{local_day(attempt):%a %d %b %Y}{dot}{took}", "dim")),
        text("\n", (asked.prompt, "bold"), "\n"),
        *([text((asked.context, "dim"), "\n")] if asked.context else []),
        *_conditions(attempt),
        *_segments(attempt),
        *_levels(attempt, dimensions, changes),
    ]
    if question is not None:
        blocks += _signals(attempt, question, look)
    if attempt.red_flags:
        blocks += [bullets("You saw this happen", attempt.red_flags, look), text("")]
    if attempt.next_change:
        blocks.append(text(("Next time   ", "bold"), attempt.next_change))
    return stack(*blocks)


def when(started_at: str, utc_offset_min: int, today: date) -> str:
    """`today 18:15`, `yesterday 07:02`, else `Tue 24 Nov`, by the clock of that place."""
    moment = datetime.fromisoformat(started_at) + timedelta(minutes=utc_offset_min)
    days = (today - moment.date()).days
    if days in (0, 1):
        return f"{('today', 'yesterday')[days]} {moment:%H:%M}"
    if days < 0:
        return f"{moment:%d %b %Y}, ahead"
    return f"{moment:%a %d %b}" if moment.year == today.year else f"{moment:%d %b %Y}"


def _cells(row: Row, today: date) -> list[str]:
    return [
        when(row.started_at, row.utc_offset_min, today),
        f"{row.question} {clean_line(row.prompt)}",
        row.format,
        f"{clock_words(row.elapsed_s)}/{clock_words(row.limit_s)}",
        _score(row),
        _change(row),
    ]


def _mock(mock: Mock, look: Look) -> str:
    score = "no score" if mock.score is None else f"{mock.score:.1f} of 4"
    return f"{mock.loop} {look.marks.dot} {score}"


def _score(row: Row) -> str:
    if row.score is not None:
        return f"{row.score:.1f}  {_by_area(row)}"
    return "in a mock" if row.sitting.startswith(MOCK_KIND) else "unscored"


def _by_area(row: Row) -> str:
    """The score of each rubric that took part, for example `ex 3.0 te 2.0`."""
    return " ".join(f"{area} {mean:.1f}" for area, mean in row.score_by_area.items())


def _change(row: Row) -> str:
    if row.score is None:
        return ""
    return "first" if row.change is None else f"{row.change:+.1f}"


def _over_time(
    areas: Mapping[str, Sequence[float]], rows: Sequence[Row], today: date, look: Look
) -> str:
    oldest = rows[-1]
    moment = datetime.fromisoformat(oldest.started_at) + timedelta(minutes=oldest.utc_offset_min)
    days = max(1, (today - moment.date()).days + 1)
    lines = [
        f"{area}{GLUE}{sparkline(means, look) if means else look.marks.none}"
        for area, means in areas.items()
    ]
    noun = "day" if days == 1 else "days"
    return textwrap.fill(f"Over {days} {noun}  {'  '.join(lines)}", look.width)


def _segments(attempt: Attempt) -> list["RenderableType"]:
    blocks: list[RenderableType] = []
    for segment in attempt.segments:
        if segment.kind != "main":
            blocks.append(barred(segment.prompt, f"  ({_moment(segment)})"))
        blocks += [indented(text(segment.text or "(nothing written)")), text("")]
    return blocks


def _moment(segment: Segment) -> str:
    """When the interviewer spoke, and how long the next words took."""
    at = f"at {clock_words(segment.at_s)}"
    return (
        at if segment.recovery_s is None else f"{at}, next words after {segment.recovery_s:.0f} s"
    )


def _conditions(attempt: Attempt) -> list["RenderableType"]:
    """What made this answer easier than an interview, and what was assumed before it."""
    said = []
    if attempt.pace == UNTIMED:
        said.append("Without a clock.")
    elif attempt.pace != "1.0":
        said.append(f"With clocks {attempt.pace} times as long.")
    if not attempt.redirects:
        said.append("Without interruptions.")
    if attempt.assumptions:
        said.append(attempt.assumptions)
    return [text((f"{' '.join(said)}\n", "dim"))] if said else []


def _levels(
    attempt: Attempt, dimensions: Mapping[str, Dimension], changes: Mapping[str, int]
) -> list["RenderableType"]:
    if attempt.sitting.startswith(MOCK_KIND) and not attempt.scores:
        mock_id = attempt.sitting.removeprefix(MOCK_KIND).strip()
        return [text(f"Scored with its stage: tpmprep review {mock_id}"), text("")]
    if not attempt.scores:
        return [text(f"Not scored yet. Score it with: tpmprep score {attempt.id}"), text("")]
    blocks: list[RenderableType] = [text((f"Score {attempt.score:.1f} of 4", "bold"))]
    for name, level in attempt.scores.items():
        dimension = dimensions.get(name)
        moved = f" ({changes[name]:+d})" if changes.get(name) else ""
        title = dimension.name if dimension else name
        blocks.append(indented(text((f"{title} {level}{moved}", "bold"))))
        if dimension and str(level) in dimension.levels:
            blocks.append(indented(text(dimension.words(level)), 4))
        quotes = [f'"{clean_line(quote)}"' for quote in attempt.quotes.get(name, [])]
        blocks += [indented(text((q, ACCENT)), 4) for q in quotes or ["unsupported: no quote"]]
    return [*blocks, text("")]


def _signals(attempt: Attempt, question: Question, look: Look) -> list["RenderableType"]:
    """The expected signals, those that the person confirmed or the words mention first."""
    texts = {signal.id: signal.text for signal in question.strong_signals}
    known = {name: seen for name, seen in attempt.signals.items() if name in texts}
    said = [name for name, seen in known.items() if seen.was_said]
    missed = [name for name in known if name not in said]
    blocks: list[RenderableType] = []
    if said:
        half = {name: " (only when asked: half)" if known[name].aided else "" for name in said}
        blocks += [bullets("Said", [texts[name] + half[name] for name in said], look), text("")]
    if missed:
        blocks += [bullets("Not said", [texts[name] for name in missed], look), text("")]
    return blocks
