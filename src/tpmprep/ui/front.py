"""What a drill needs of whoever shows it. Two fronts exist: the screen and the plain lines."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from tpmprep.domain.credit import Reached
from tpmprep.domain.drill import Drill
from tpmprep.domain.events import Grade, Reveal
from tpmprep.domain.rubric import Dimension

if TYPE_CHECKING:
    from tpmprep.domain.quotes import Evidence


class Choice(StrEnum):
    """What the person wants of the question on the card."""

    START = "start"
    THINK = "think"
    ANOTHER = "another"
    BOARD = "board"
    QUIT = "quit"


OFFERS = {
    Choice.ANOTHER: ("s", "another question"),
    Choice.BOARD: ("b", "case board, in timed parts"),
}
"""Keys of the card beside the ones that are always there, and what they do."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The choice, and how likely they say the answer would pass (percent)."""

    choice: Choice
    predicted_pass: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Which dimension of how many is scored, from 1."""

    number: int
    total: int


class Front(Protocol):
    """Shows the steps of a drill and hands back what the person said."""

    def card(self, drill: Drill, offers: Collection[Choice]) -> Opening:
        """Show the question before the clock runs; `offers` can be had in its place."""
        ...

    def answer(self, drill: Drill) -> Drill:
        """Run the started (or paused) drill to the end of its answer."""
        ...

    def notes(self, drill: Drill, part: int) -> Drill:
        """Ask for a few lines on what was spoken in one part of the answer."""
        ...

    def felt(self, drill: Drill) -> int | None:
        """Show the finished answer and ask how likely it passed (percent)."""
        ...

    def grade(self, dimension: Dimension, place: Place, evidence: "Evidence") -> Grade:
        """Ask for the words that speak for one dimension, then for its level.

        A high level that no hint bears out is questioned; the person's word stands.
        """
        ...

    def reveal(self, drill: Drill, found: Sequence[Reached]) -> Reveal:
        """Show what was expected and ask what of it was said."""
        ...

    def wait(self, why: str) -> None:
        """Say `why` and wait for Enter; `q` stops like Ctrl-C, with KeyboardInterrupt."""
        ...

    def change(self) -> str:
        """Ask for the one thing to change next time."""
        ...
