"""What can happen in a drill. Events in time carry `at_s`, a reading of a steady clock."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Think:
    """Think before answering, for at most `limit_s`."""

    at_s: float
    limit_s: float


@dataclass(frozen=True, slots=True)
class Start:
    """Begin to answer."""

    at_s: float


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed."""

    at_s: float


@dataclass(frozen=True, slots=True)
class Typed:
    """The text of the current part is now `text`."""

    at_s: float
    text: str


@dataclass(frozen=True, slots=True)
class Spoke:
    """The person speaks again after an interruption (aloud, where nothing is typed)."""

    at_s: float


@dataclass(frozen=True, slots=True)
class Finish:
    """The current part is finished."""

    at_s: float


@dataclass(frozen=True, slots=True)
class Suspend:
    """The person pauses the clock."""

    at_s: float


@dataclass(frozen=True, slots=True)
class Wake:
    """The person is back."""

    at_s: float


@dataclass(frozen=True, slots=True)
class Abandon:
    """The person stops; what was typed stays."""

    at_s: float


@dataclass(frozen=True, slots=True)
class Note:
    """One part of the answer in a few lines, written after it was spoken."""

    text: str
    part: int = 0


@dataclass(frozen=True, slots=True)
class Noted:
    """The notes on one more part are finished, with or without a word."""


@dataclass(frozen=True, slots=True)
class Predict:
    """How likely the answer would pass, in percent, said before it."""

    percent: int | None


@dataclass(frozen=True, slots=True)
class Felt:
    """The same, said right after it."""

    percent: int | None


@dataclass(frozen=True, slots=True)
class Grade:
    """The level of one dimension and the quotes that support it (none: unsupported)."""

    dimension: str
    level: int
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Graded:
    """Every dimension has its level; what was expected may be shown now."""


@dataclass(frozen=True, slots=True)
class Reveal:
    """What the person ticked after seeing what was expected."""

    confirmed: dict[str, bool]
    red_flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """The one thing to do differently next time."""

    text: str


Timed = Think | Start | Tick | Typed | Spoke | Finish | Suspend | Wake | Abandon
Said = Note | Noted | Predict | Felt | Grade | Graded | Reveal | Change
Event = Timed | Said
