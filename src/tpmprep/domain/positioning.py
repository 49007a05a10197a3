"""Positioning: the 45 seconds for a recruiter, with the anchors that they have to hold.

No finished speech: slots in order with their seconds, a person's own words in them, and the gaps.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tpmprep.domain.anchors import (
    WORDS,
    Anchor,
    AnchorKind,
    Positioning,
    SlotKind,
    anchors_of,
    places_in,
    results_of,
    said,
    value_at,
)
from tpmprep.domain.clauses import clause_with, first_clause
from tpmprep.domain.notes import Notes
from tpmprep.domain.portfolio import Portfolio
from tpmprep.domain.program import Program
from tpmprep.domain.resume import ResumeLine, TextLine, flagged, resume_lines
from tpmprep.domain.spoken_figures import figures_of
from tpmprep.domain.text import SPEAKING_WPM, spoken_s, word_count

__all__ = [
    "Anchor",
    "AnchorKind",
    "Frame",
    "Gap",
    "Positioning",
    "ResumeLine",
    "Slot",
    "SlotKind",
    "TextLine",
    "anchors_of",
    "flagged",
    "recruiter_frame",
    "resume_lines",
    "said",
    "strongest",
]
ANCHORS = (2, 3)
"""At least so many, and at most: more than three nobody passes on."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something to say that is not written down yet: its key, what it is, where to write it."""

    key: str
    what: str
    command: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of the summary with the person's own words, and what is missing in it."""

    id: str
    title: str
    say: str
    seconds: int
    room: int
    """How many words fit at the person's pace."""
    own: tuple[str, ...]
    gaps: tuple[Gap, ...]

    @property
    def words(self) -> int:
        """How many words stand there."""
        return sum(map(word_count, self.own))

    @property
    def over(self) -> int:
        """How many words too many."""
        return max(0, self.words - self.room)


@dataclass(frozen=True, slots=True)
class Frame:
    """The 45 seconds. `anchors` are those to name, the result first; `room` is in words."""

    program: str
    name: str
    seconds: int
    words_per_minute: int
    room: int
    slots: tuple[Slot, ...]
    anchors: tuple[Anchor, ...]

    @property
    def spoken_s(self) -> float:
        """How long the words that stand there take as they are."""
        return sum(
            spoken_s(words, self.words_per_minute) for slot in self.slots for words in slot.own
        )

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Everything that is missing, in the order of the summary."""
        return tuple(gap for slot in self.slots for gap in slot.gaps)


def recruiter_frame(
    portfolio: Portfolio,
    program: Program,
    positioning: Positioning,
    words_per_minute: int = SPEAKING_WPM,
) -> Frame:
    """What to say in 45 seconds about a program, at this pace."""
    found = anchors_of(program, positioning.recruiter)
    result = next(iter(results_of(program)), None)
    scope = _scope(program)
    plain = [
        anchor
        for anchor in found
        if anchor.words not in scope[0] and (result is None or not anchor.repeats(result))
    ]
    shown = sorted(plain, key=lambda one: one.is_change)[: ANCHORS[1]]
    filled = {
        "scope": scope,
        "anchors": _anchors(program, positioning.recruiter, shown),
        "result": _result(program, result, tuple(one.words for one in shown)),
        "fit": _fit(portfolio.notes),
        "level": _level(portfolio.notes),
    }
    slots = tuple(_slot(kind, filled[kind.id], words_per_minute) for kind in positioning.slots)
    seconds = sum(slot.seconds for slot in slots)
    named = (*((result,) if result else ()), *shown)
    room = seconds * words_per_minute // 60
    return Frame(program.id, program.name, seconds, words_per_minute, room, slots, named)


def strongest(portfolio: Portfolio, kinds: Sequence[AnchorKind]) -> Program | None:
    """The program with the most anchors, of equals the one added last; None without programs."""
    programs = portfolio.programs.values()
    rated = [(len(anchors_of(one, kinds)), place, one) for place, one in enumerate(programs)]
    return max(rated, key=lambda item: item[:2])[2] if rated else None


_Filled = tuple[tuple[str, ...], tuple[Gap, ...]]


def _slot(kind: SlotKind, filled: _Filled, words_per_minute: int) -> Slot:
    room = kind.seconds * words_per_minute // 60
    return Slot(kind.id, kind.title, kind.say, kind.seconds, room, *filled)


def _scope(program: Program) -> _Filled:
    own = [clause for key in ("role", "scope") for clause in _clauses(program, key)]
    empty = [key for key in ("role", "scope") if not _clauses(program, key)]
    what = {"role": "what of it was yours", "scope": "what it was to change, and for whom"}
    return tuple(own) or (first_clause(program.name),), _gaps(program, empty, what)


def _anchors(program: Program, kinds: Sequence[AnchorKind], shown: Sequence[Anchor]) -> _Filled:
    """The anchors to name, and where too few are known, what would make more."""
    lacking = max(0, ANCHORS[0] - len(shown))
    have = {anchor.kind for anchor in shown}
    empty = sorted((k for k in kinds if k.id not in have), key=lambda k: k.holds == (WORDS,))
    what = {kind.key: f"{kind.name}, for example: {kind.example}" for kind in reversed(empty)}
    keys = list(dict.fromkeys(kind.key for kind in empty))[:lacking]
    return tuple(anchor.words for anchor in shown), _gaps(program, keys, what)


def _result(program: Program, result: Anchor | None, taken: tuple[str, ...]) -> _Filled:
    """The change to tell; without one how it ended, in figures where there are any."""
    if result is not None:
        return (result.words,), ()
    what = {"metrics": "one figure from its value before to its value after"}
    ends = [*value_at(program, "metrics"), *value_at(program, "outcome")]
    clauses = (clause_with(text, *place) for text in ends for place in places_in(text))
    told = (one for one in clauses if one not in taken and figures_of(one).is_measured)
    own = next(told, None) or next(iter(_clauses(program, "outcome")), None)
    return ((own,) if own and own not in taken else ()), _gaps(program, ["metrics"], what)


def _fit(notes: Notes) -> _Filled:
    own = [clause for text in (notes.role, notes.level.bridge) if (clause := first_clause(text))]
    gaps = []
    if not notes.role.strip():
        gaps.append(Gap("role", "which role it is, and where", "tpmprep brief fill role"))
    if not notes.level.bridge.strip():
        told = "why this role comes next for you"
        gaps.append(Gap("level.bridge", told, "tpmprep brief fill level"))
    return tuple(own), tuple(gaps)


def _level(notes: Notes) -> _Filled:
    texts = {"level.owned": notes.level.owned, "level.ready": notes.level.ready}
    own = [clause for text in texts.values() if (clause := first_clause(text))]
    what = {"level.owned": "the scope you held", "level.ready": "the scope you are ready for"}
    empty = [key for key, text in texts.items() if not text.strip()]
    return tuple(own), tuple(Gap(key, what[key], "tpmprep brief fill level") for key in empty)


def _clauses(program: Program, key: str) -> list[str]:
    return [clause for text in value_at(program, key) if (clause := first_clause(text))]


def _gaps(program: Program, keys: Sequence[str], what: dict[str, str]) -> tuple[Gap, ...]:
    command = f"tpmprep story program edit {program.id}"
    return tuple(Gap(key, what[key], command) for key in keys)
