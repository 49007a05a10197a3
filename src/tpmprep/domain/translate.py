"""One program told at three lengths: what each length must hold, and how it is asked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from tpmprep.domain.attempt import Attempt
from tpmprep.domain.formats import FORMATS, Format, paced
from tpmprep.domain.program import Program
from tpmprep.domain.question import Question

PROBE = "probe"


@dataclass(frozen=True, slots=True)
class Length:
    """One of the three. `question` is the opener that asks for it, `base` its format when saved.

    After it come `follow_ups` of the opener's own probes, drawn by the seed, with a clock each.
    """

    id: str
    title: str
    holds: str
    question: str
    base: str
    follow_ups: int
    follow_up_s: float

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    def format(self, pace: str) -> Format:
        """The format with this length's follow-ups, and nobody who interrupts before them."""
        own = replace(
            FORMATS[self.base],
            interrupts=False,
            follow_ups=self.follow_ups,
            follow_up_s=float(self.follow_up_s),
            asks=(PROBE,),
            rubric=(),
        )
        return paced(own, pace)


def asked_of(question: Question, length: Length, program: Program) -> Question:
    """The opener with the program and what this length must hold beside it."""
    return replace(question, context=f"{program.name}. It must hold {length.holds}.")


def told(attempts: Iterable[Attempt], program: Program) -> Mapping[str, Attempt]:
    """The newest telling of a program by the opener that asked for it."""
    mine = (attempt for attempt in attempts if attempt.program == program.id)
    return {attempt.question.id: attempt for attempt in mine}


def still_to_tell(lengths: Sequence[Length], done: Mapping[str, Attempt]) -> list[Length]:
    """The lengths at which the program was not told yet; all of them when each was."""
    return [length for length in lengths if length.question not in done] or list(lengths)
