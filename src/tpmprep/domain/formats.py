"""Drill formats as data. Adding one means adding a row; flags, help and tests read FORMATS."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Format:
    """How long an answer may take and what happens in it.

    `main_s` is the clock of the main answer. With follow-ups, each has a clock of its own of
    `follow_up_s`. `close_s` is when to begin closing. `rubric` replaces the question's own
    dimensions, `opener` the question itself when none is asked for.
    """

    id: str
    title: str
    main_s: float
    close_s: float
    outline: str
    interrupts: bool = False
    follow_ups: int = 0
    follow_up_s: float = 0.0
    rubric: tuple[str, ...] = ()
    opener: str | None = None
    timed: bool = True

    @property
    def limit_s(self) -> float:
        """Seconds for the whole drill, all clocks together."""
        return self.main_s + self.follow_ups * self.follow_up_s


FORMATS: dict[str, Format] = {
    row.id: row
    for row in (
        Format("2min", "2 minutes", 120, close_s=20, outline="two_min", interrupts=True),
        Format("5min", "5 minutes", 300, close_s=30, outline="five_min", interrupts=True),
        Format("deep", "deep dive", 480, 30, "deep", follow_ups=4, follow_up_s=180),
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
    )
}

PACES = {"1.0": 1.0, "1.5": 1.5, "2": 2.0, "untimed": 0.0}
"""Extended time for those who need it; 0 means that the clock only counts up."""


def paced(fmt: Format, pace: str) -> Format:
    """`fmt` with its clocks stretched by `pace`, one of PACES."""
    factor = PACES[pace]
    if factor == 0:
        return replace(fmt, timed=False)
    return replace(
        fmt,
        main_s=fmt.main_s * factor,
        follow_up_s=fmt.follow_up_s * factor,
        close_s=fmt.close_s * factor,
    )
