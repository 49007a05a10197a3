"""What stands around the three tellings of a program."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tpmprep.domain.attempt import Attempt
from tpmprep.domain.program import Program
from tpmprep.domain.translate import Length
from tpmprep.ui.layout import commands, marked, stack, text
from tpmprep.ui.theme import Look

if TYPE_CHECKING:
    from rich.console import RenderableType


def overview(
    program: Program, lengths: Sequence[Length], done: Mapping[str, Attempt], look: Look
) -> "RenderableType":
    """The three lengths with what each must hold, and which were told."""
    rows = []
    for length in lengths:
        attempt = done.get(length.question)
        mark = look.marks.dot if attempt is None else look.marks.yes
        score = "" if attempt is None or attempt.score is None else f", {attempt.score:.1f} of 4"
        state = "" if attempt is None else f"  (told{score})"
        rows.append((mark, f"{length.title}: {length.holds}{state}"))
    head = text((program.name, "bold"), (f"  {program.id}", "dim"))
    return stack(head, marked(*rows), text(""))


def coming(length: Length) -> "RenderableType":
    """Said before the next length."""
    return stack(
        text(""), text(("Next: ", "bold"), f"the {length.title}. It holds {length.holds}.")
    )


def left(program: Program, look: Look) -> "RenderableType":
    """Said when somebody leaves before the clock runs."""
    line = text("Nothing was started. What was told before is saved.")
    step = (f"tpmprep story translate {program.id}", "go on later")
    return stack(line, commands([step], look))
