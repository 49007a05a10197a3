"""What stands around the questions of a form."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tpmprep.domain.form import Field
from tpmprep.ui.layout import commands, marked, stack, text
from tpmprep.ui.theme import ACCENT, Look
from tpmprep.ui.words import count

if TYPE_CHECKING:
    from rich.console import RenderableType

KEYS = (
    "Enter skips a question or keeps what stands there, < goes back, - empties it. "
    "Ctrl-C stops and keeps all answers."
)


def how_to_answer() -> "RenderableType":
    """Said once, before the first question."""
    return stack(text((KEYS, "dim")), "")


def going_on(answered: int, total: int) -> "RenderableType":
    """Said instead where answers were kept."""
    line = f"Going on where you stopped: {answered} of {total} answered."
    return stack(text((line, "bold")), text((KEYS, "dim")), "")


def field(one: Field, place: int, total: int, look: Look) -> "RenderableType":
    """The question, with its place among all."""
    head = text((one.title, "bold"), (f"  {place} of {total}", "dim"))
    more = f" {look.marks.dot} one a line, an empty line ends" if one.many else ""
    return stack(head, text(one.ask, (more, "dim")))


def kept(lines: Sequence[str]) -> "RenderableType":
    """The lines of a list that was begun before."""
    return marked(*((str(number), line) for number, line in enumerate(lines, 1)))


def answered(line: str) -> "RenderableType":
    """What was typed, so that it stays on the screen."""
    return stack(text(("> ", "dim"), (line, ACCENT)), "")


def before(words: str) -> "RenderableType":
    """What was answered earlier, where Enter keeps it."""
    return text(("Now: ", "dim"), words, ("  (Enter keeps it)", "dim"))


def again(why: str) -> "RenderableType":
    """Said when an answer cannot be kept."""
    return text(why)


def begun(counts: Sequence[tuple[str, int]], look: Look) -> "RenderableType":
    """The forms that wait, with the command that goes on."""
    rows = [(command, f"go on: {count(number, 'answer')} kept") for command, number in counts]
    return stack(text(("Begun", "bold")), commands(rows, look))
