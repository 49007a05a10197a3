"""The start screen: where one stands, and what to do next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tpmprep.ui.layout import commands, indented, stack, text
from tpmprep.ui.tables import first_time
from tpmprep.ui.theme import ACCENT, Look

if TYPE_CHECKING:
    from rich.console import RenderableType


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
