"""A drill at one moment: where it stands, what was said, how much time it took. Values only."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from tpmprep.domain.formats import Format
from tpmprep.domain.interviewer import Interviewer
from tpmprep.domain.question import Question
from tpmprep.domain.text import SPEAKING_WPM


class Phase(StrEnum):
    """Where a drill stands."""

    READY = "ready"
    THINKING = "thinking"
    ANSWERING = "answering"
    PAUSED = "paused"
    SCORING = "scoring"
    REVEAL = "reveal"
    DONE = "done"
    ABANDONED = "abandoned"


@dataclass(frozen=True, slots=True)
class Pause:
    """Time that was not counted: `at_s` into the answer, `seconds` long, and why."""

    at_s: float
    seconds: float
    why: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the answer: the main answer, what followed an interruption, a follow-up, a task.

    `at_s` is when it began, `clock_from_s` when the clock that runs in it began and `clock_s` how
    much that clock allows. `recovery_s` is the time from what the interviewer said to the next
    words. `line` names what was said, `expects` the signals that it asked for, `carries` the part
    whose words this one replaces. `interrupts`: it cut into the part before, whose clock goes on.
    """

    kind: str
    prompt: str
    at_s: float
    clock_from_s: float
    clock_s: float
    text: str = ""
    recovery_s: float | None = None
    line: str = ""
    expects: tuple[str, ...] = ()
    carries: str = ""
    interrupts: bool = False


def joined(parts: Sequence[Part]) -> str:
    """All words of some parts. One whose words a later part took over would be there twice."""
    replaced = {part.carries for part in parts if part.carries}
    kept = [part.text for part in parts if not part.line or part.line not in replaced]
    return "\n\n".join(text for text in kept if text)


@dataclass(frozen=True, slots=True)
class Scoring:
    """What the person said about the answer."""

    predicted_pass: int | None = None
    felt_pass: int | None = None
    scores: dict[str, int] = field(default_factory=dict)
    quotes: dict[str, list[str]] = field(default_factory=dict)
    confirmed: dict[str, bool] = field(default_factory=dict)
    red_flags: tuple[str, ...] = ()
    next_change: str = ""
    noted: int = 0
    """How many parts of a spoken answer have their notes."""


@dataclass(frozen=True, slots=True)
class Drill:
    """A whole drill at one moment."""

    question: Question
    format: Format
    interviewer: Interviewer
    phase: Phase = Phase.READY
    last_at_s: float | None = None
    elapsed_s: float = 0.0
    think_s: float = 0.0
    think_limit_s: float = 0.0
    parts: tuple[Part, ...] = ()
    pauses: tuple[Pause, ...] = ()
    scoring: Scoring = field(default_factory=Scoring)
    words_per_minute: int = SPEAKING_WPM
    """How fast the person speaks: what typed words would take aloud."""

    @property
    def part(self) -> Part:
        """The stretch that is being answered."""
        return self.parts[-1]

    @property
    def remaining_s(self) -> float:
        """Seconds left on the clock that runs now; negative in overtime."""
        if self.phase is Phase.THINKING:
            return self.think_limit_s - self.think_s
        if not self.parts:
            return self.format.first_s
        return self.part.clock_s - (self.elapsed_s - self.part.clock_from_s)

    @property
    def overtime_s(self) -> float:
        """Seconds past the limit of the whole drill; 0 when it is untimed."""
        return max(0.0, self.elapsed_s - self.format.limit_s) if self.format.timed else 0.0

    @property
    def text(self) -> str:
        """All words of the answer, its parts separated by an empty line."""
        return joined(self.parts)

    @property
    def given_text(self) -> str:
        """What the current part held before the first word: headings, or an earlier part's words.

        Who writes line by line does not see it, and begins anew.
        """
        now = self.part
        carried = (part.text for part in self.parts[:-1] if part.line == now.carries)
        return next(carried, "") if now.carries else self.format.sheet

    @property
    def is_bare(self) -> bool:
        """Whether nothing was written yet; headings that were given are no words."""
        return not self.text.strip() or self.text.strip() == self.format.sheet.strip()

    @property
    def rubric(self) -> tuple[str, ...]:
        """The dimensions that this drill is scored on: the format's own, else the question's."""
        return self.format.rubric or self.question.rubric

    @property
    def own_clock(self) -> tuple[Part, ...]:
        """The parts that have a clock of their own: all but the interruptions."""
        return tuple(part for part in self.parts if not part.interrupts)

    @property
    def parts_in_all(self) -> int:
        """How many parts with a clock the drill has when everything is asked."""
        return (len(self.format.stretches) or 1) + self.format.follow_ups

    @property
    def has_more(self) -> bool:
        """Whether another part is to come when this one is finished."""
        return not self.interviewer.silent and len(self.own_clock) < self.parts_in_all
