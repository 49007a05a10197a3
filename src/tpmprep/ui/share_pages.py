"""What is said of scores that others gave, or oneself a day later."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tpmprep.domain.attempt import SELF, Attempt, ScoreRecord
from tpmprep.domain.rubric import mean_score
from tpmprep.domain.text import clean_line
from tpmprep.ui.calibration_pages import gap
from tpmprep.ui.layout import commands, grid, indented, stack, text
from tpmprep.ui.theme import ACCENT, Look

if TYPE_CHECKING:
    from rich.console import RenderableType


def page_written(path: str, look: Look) -> "RenderableType":
    """Where the page for a mentor is, and what happens next."""
    rows = [("tpmprep share in FILE.json", "takes what they send back")]
    return stack(
        text(("Written ", "bold"), path),
        text("Send it as it is. It opens in any browser, works without a network and sends"),
        text("nothing. Your own scores are not on it. It holds your answer in full.\n"),
        commands(rows, look),
    )


def scores_taken(record: ScoreRecord, attempt: Attempt, *, is_new: bool) -> "RenderableType":
    """What a mentor's file brought; one that was taken before is only said to be there."""
    head = f"{record.score or 0:.1f} of 4 by {clean_line(record.rater)}"
    if not is_new:
        return text(f"Nothing to do: these scores ({head}) were taken before.")
    own = "" if attempt.score is None else f", yours {attempt.score:.1f}"
    return stack(
        text(("Taken ", "bold"), f"score {head}{own}"),
        text("\n", ("Now         ", "bold"), f"tpmprep review {attempt.id}"),
    )


def others_said(
    attempt: Attempt,
    records: Sequence[ScoreRecord],
    names: Mapping[str, str],
    look: Look,
) -> list["RenderableType"]:
    """Every other score of an attempt: the gap by dimension, quotes and comments."""
    blocks: list[RenderableType] = []
    for record in records:
        who = "You, blind, later" if record.rater == SELF else clean_line(record.rater)
        blocks.append(text((f"Scored by {who}", "bold"), f"  {_means(attempt, record)}"))
        blocks.append(indented(gaps(attempt, record, names, look)))
        blocks += _remarks(record, names)
        blocks.append(text(""))
    return blocks


def twice(
    attempt: Attempt, record: ScoreRecord, names: Mapping[str, str], look: Look
) -> "RenderableType":
    """The first scores beside the blind ones, once both are given."""
    return stack(
        text(("First and now", "bold"), f"  {_means(attempt, record)}"),
        indented(gaps(attempt, record, names, look)),
    )


def gaps(
    attempt: Attempt, record: ScoreRecord, names: Mapping[str, str], look: Look
) -> "RenderableType":
    """One row per dimension: your level, theirs, and the difference in words."""
    theirs = "Now" if record.rater == SELF else "Theirs"
    yours = "First" if record.rater == SELF else "Yours"
    table = grid("Dimension", yours, theirs, "Gap", right=(1, 2))
    for name, level in record.scores.items():
        own = attempt.scores.get(name)
        row = (
            names.get(name, name),
            str(own or look.marks.none),
            str(level),
            gap(own, level) if own else "",
        )
        table.add_row(*(text(cell) for cell in row))
    return table


def _means(attempt: Attempt, record: ScoreRecord) -> str:
    """Both means over the dimensions that both scored."""
    shared = [name for name in record.scores if name in attempt.scores]
    own = mean_score({name: attempt.scores[name] for name in shared})
    other = mean_score({name: record.scores[name] for name in shared})
    if own is None or other is None:
        return f"{record.score or 0:.1f} of 4, and you scored none of it"
    if record.rater == SELF:
        return f"{other:.1f} of 4, first {own:.1f}"
    return f"{other:.1f} of 4, yours {own:.1f}"


def _remarks(record: ScoreRecord, names: Mapping[str, str]) -> list["RenderableType"]:
    blocks: list[RenderableType] = []
    for name in record.scores:
        quotes = [f'"{clean_line(quote)}"' for quote in record.quotes.get(name, [])]
        said = [*quotes, *([record.comments[name]] if record.comments.get(name) else [])]
        if said:
            blocks.append(indented(text((names.get(name, name), "bold"))))
            blocks += [indented(text((line, ACCENT if line in quotes else "")), 4) for line in said]
    if record.comment.strip():
        blocks.append(indented(text(record.comment)))
    return blocks
