"""Drill formats as data. Adding one means adding a row; flags, help and tests read FORMATS."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

OWN_QUESTIONS = ("update", "pushback", "retro", "narrative", "estimate")
"""Formats that take only the questions made for them."""

LADDER = "ladder"
RUNGS = ("headline", "2min", "5min", "deep")
"""One question at every length in one sitting, shortest first."""

GUIDE_LENGTHS = ("2min", "5min", "deep")
"""A question counts as covered with all three: the guide asks for each."""

CASE_FORMATS = BOARD, TAKEHOME = "board", "takehome"
"""Formats that take program design cases."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of an answer with a task and a clock of its own.

    `carries` names an earlier part whose words it begins with and replaces. `changes`: what is
    said is the question's own changed condition, and `ask` only stands in for one.
    """

    id: str
    title: str
    ask: str
    seconds: float
    carries: str = ""
    changes: bool = False

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Format:
    """How long an answer may take and what happens in it.

    `main_s` is the clock of the main answer; a format of `stretches` has theirs instead. With
    follow-ups, each has a clock of its own of `follow_up_s`, and `asks` limits their kinds.
    `close_s` is when to begin closing. `rubric` replaces the question's own dimensions, `opener`
    the question itself when none is asked for.
    """

    id: str
    title: str
    main_s: float
    close_s: float
    outline: str
    interrupts: bool = False
    follow_ups: int = 0
    follow_up_s: float = 0.0
    asks: tuple[str, ...] = ()
    rubric: tuple[str, ...] = ()
    opener: str | None = None
    timed: bool = True
    stretches: tuple[Stretch, ...] = ()
    is_read: bool = False
    """Whether the answer is meant to be read, not heard."""
    of_two: bool = False
    """Whether two questions are shown, and one of them is chosen."""
    sheet: str = ""
    """What the page holds before the first word: headings to fill in."""
    closing: str = "close now"
    """What the clock says from `close_s` on."""

    @property
    def limit_s(self) -> float:
        """Seconds for the whole drill, all clocks together."""
        parts = sum(stretch.seconds for stretch in self.stretches)
        return self.main_s + parts + self.follow_ups * self.follow_up_s

    @property
    def first_s(self) -> float:
        """Seconds on the first clock."""
        return self.stretches[0].seconds if self.stretches else self.main_s


FORMATS: dict[str, Format] = {
    row.id: row
    for row in (
        Format("2min", "2 minutes", 120, close_s=20, outline="two_min", interrupts=True),
        Format("5min", "5 minutes", 300, close_s=30, outline="five_min", interrupts=True),
        Format("deep", "deep dive", 480, 30, "deep", True, follow_ups=4, follow_up_s=180),
        Format(
            "headline",
            "headline, 30 seconds",
            30,
            close_s=8,
            outline="two_min",
            rubric=("fmt.headline_30s", "dl.answer_first", "dl.concision"),
        ),
        Format(
            "recruiter",
            "recruiter, 45 seconds",
            45,
            close_s=10,
            outline="two_min",
            rubric=("fmt.recruiter_45s", "dl.answer_first", "dl.concision"),
            opener="own-recruiter",
        ),
        Format("update", "executive update", 75, 15, "two_min", False, 1, 30, asks=("redirect",)),
        Format("pushback", "pushback", 60, 15, "two_min", False, 1, 30, asks=("redirect",)),
        Format("retro", "technical retrospective", 0, 60, "deep", follow_ups=2, follow_up_s=150),
        Format("narrative", "written narrative", 0, 120, "deep", is_read=True, of_two=True),
        Format("estimate", "estimation", 0, 20, "deep"),
        Format("board", "case board", 0, 30, "deep"),
        Format(
            "takehome",
            "take-home case",
            5 * 3600,
            close_s=3600,
            outline="deep",
            is_read=True,
            closing="four fifths are used: close",
        ),
    )
}

UNTIMED = "untimed"
PACES = {"1.0": 1.0, "1.5": 1.5, "2": 2.0, UNTIMED: 0.0}
"""Extended time for those who need it; 0 means that the clock only counts up."""


def paced(fmt: Format, pace: str, stretches: Sequence[Stretch] = ()) -> Format:
    """`fmt` with its stretches, and its clocks stretched by `pace`, one of PACES."""
    factor = PACES[pace]
    if factor == 0:
        return replace(fmt, timed=False, stretches=tuple(stretches))
    return replace(
        fmt,
        main_s=fmt.main_s * factor,
        follow_up_s=fmt.follow_up_s * factor,
        close_s=fmt.close_s * factor,
        stretches=tuple(replace(s, seconds=s.seconds * factor) for s in stretches),
    )
