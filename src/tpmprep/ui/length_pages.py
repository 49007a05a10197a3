"""One question at several lengths, side by side, and where one stands in a sitting."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tpmprep.domain.formats import FORMATS, GUIDE_LENGTHS
from tpmprep.domain.lengths import Length, survived
from tpmprep.domain.question import Question
from tpmprep.domain.sitting import Sitting
from tpmprep.domain.text import clean_line, shorten
from tpmprep.ui import words
from tpmprep.ui.layout import grid, stack, text
from tpmprep.ui.theme import Look

if TYPE_CHECKING:
    from rich.console import RenderableType

SHORT = {"headline": "30 s", "2min": "2 min", "5min": "5 min", "deep": "deep"}
HALF = "half"


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of one question at its lengths; None: it left the bank."""

    id: str
    question: Question | None
    lengths: Sequence[Length]
    missing: Sequence[str]


def place(sitting: Sitting) -> str:
    """`Ladder, 2 of 4: 2 minutes`."""
    item = sitting.item
    assert item is not None
    number = f"{sitting.done + 1} of {len(sitting.items)}"
    return f"{sitting.kind.capitalize()}, {number}: {FORMATS[item.format].title}"


def lengths_page(told: Told, look: Look) -> "RenderableType":
    """Time, words, score and signals of each length; then which signal stands where."""
    if not told.lengths:
        return text("")
    table = grid("Length", "Time", "Words", "Score", "Signals", right=(2, 3))
    for length in told.lengths:
        table.add_row(*_cells(length))
    blocks: list[RenderableType] = [text(("One question at its lengths", "bold")), table, text("")]
    if told.question is not None and len(told.lengths) > 1:
        blocks += [_signals(told.question, told.lengths, look), text("")]
    return stack(*blocks, text(_in_words(told)))


def _cells(length: Length) -> list[str]:
    said = sum(length.credits.values())
    took = words.took(length.elapsed_s, length.limit_s, 0)
    score = "not yet" if length.score is None else f"{length.score:.1f}"
    figure = f"{said:g} of {len(length.credits)}" if length.credits else ""
    return [SHORT[length.format], took, str(length.words), score, figure]


def _signals(question: Question, lengths: Sequence[Length], look: Look) -> "RenderableType":
    """A row a signal, a column a length: said, said only when asked (half), or not."""
    names = [SHORT[length.format] for length in lengths]
    room = max(12, look.width - sum(len(name) + 2 for name in names) - 4)
    table = grid("Expected of a strong answer", *names)
    marks = {1.0: look.marks.yes, 0.5: HALF, 0.0: look.marks.none}
    for signal in question.strong_signals:
        cells = [marks[length.credits.get(signal.id, 0.0)] for length in lengths]
        table.add_row(text(shorten(clean_line(signal.text), room)), *cells)
    return table


def _signals_in_all(count: int) -> str:
    return "the one signal" if count == 1 else f"the {count} signals"


def _in_words(told: Told) -> str:
    """What survived when the answer became shorter, and what is still to be practised."""
    lines = [
        f"Of {_signals_in_all(kept[1])} in your longest answer, {kept[0]} also in: "
        f"{FORMATS[name].title}."
        for name in ("2min", "headline")
        if (kept := survived(told.lengths, name)) and kept[1]
    ]
    if told.missing:
        names = " and ".join(FORMATS[name].title for name in told.missing)
        command = f"tpmprep drill --question {told.id} --format {told.missing[0]}"
        lines += [f"Covered with all three lengths; still to come: {names}.", f"Now  {command}"]
    else:
        names = ", ".join(FORMATS[name].title for name in GUIDE_LENGTHS)
        lines.append(f"Covered: you have answered it at {names}.")
        lines.append(f"Now  tpmprep bank show {told.id}   (the outlines of strong answers)")
    return "\n".join(lines)
