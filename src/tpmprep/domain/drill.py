"""The drill as a state machine: `step(drill, event) -> drill`. It knows no terminal and no clock.

Typed, aloud, piped and test drills all drive this one. Every event that happens in time carries
`at_s`, a reading of a steady clock; the engine works by differences, so nothing drifts, and a
reading that goes back gives no seconds back.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from tpmprep.domain.events import (
    Abandon,
    Change,
    Event,
    Felt,
    Finish,
    Grade,
    Graded,
    Note,
    Predict,
    Reveal,
    Said,
    Spoke,
    Start,
    Suspend,
    Think,
    Tick,
    Timed,
    Typed,
    Wake,
)
from tpmprep.domain.formats import Format
from tpmprep.domain.question import FollowUp, Question
from tpmprep.domain.script import Script

SLEEP_GAP_S = 5.0
"""Events come at least once a second. A longer gap means that the machine slept: not counted."""


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


class IllegalMove(Exception):
    """An event that makes no sense in the phase: a bug of ours, never the user's doing."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Time that was not counted: `at_s` into the answer, `seconds` long, and why."""

    at_s: float
    seconds: float
    why: str


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of the answer: the main answer, what followed an interruption, a follow-up.

    `at_s` is when it began, `clock_from_s` when the clock that runs in it began and `clock_s` how
    much that clock allows. `recovery_s` is the time from an interruption to the next words.
    """

    kind: str
    prompt: str
    at_s: float
    clock_from_s: float
    clock_s: float
    text: str = ""
    recovery_s: float | None = None


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


@dataclass(frozen=True, slots=True)
class Drill:
    """A whole drill at one moment."""

    question: Question
    format: Format
    script: Script
    phase: Phase = Phase.READY
    last_at_s: float | None = None
    elapsed_s: float = 0.0
    think_s: float = 0.0
    think_limit_s: float = 0.0
    parts: tuple[Part, ...] = ()
    pauses: tuple[Pause, ...] = ()
    scoring: Scoring = field(default_factory=Scoring)

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
            return self.format.main_s
        return self.part.clock_s - (self.elapsed_s - self.part.clock_from_s)

    @property
    def overtime_s(self) -> float:
        """Seconds past the limit of the whole drill; 0 when it is untimed."""
        return max(0.0, self.elapsed_s - self.format.limit_s) if self.format.timed else 0.0

    @property
    def text(self) -> str:
        """All words of the answer, its parts separated by an empty line."""
        return "\n\n".join(part.text for part in self.parts if part.text)

    @property
    def rubric(self) -> tuple[str, ...]:
        """The dimensions that this drill is scored on: the format's own, else the question's."""
        return self.format.rubric or self.question.rubric

    @property
    def follow_ups_left(self) -> tuple[FollowUp, ...]:
        """The follow-ups that were not asked yet."""
        asked = sum(part.kind != "main" for part in self.parts)
        return self.script.follow_ups[asked:] if self.format.follow_ups else ()


def step(drill: Drill, event: Event) -> Drill:
    """The drill after `event`. Raises IllegalMove when the event does not fit the phase."""
    if isinstance(event, Timed):
        return _in_time(drill, event)
    return _said(drill, event)


def _in_time(drill: Drill, event: Timed) -> Drill:
    moved = _advance(drill, event.at_s)
    match drill.phase, event:
        case Phase.READY, Think(limit_s=limit_s):
            return replace(moved, phase=Phase.THINKING, think_limit_s=limit_s)
        case ((Phase.READY | Phase.THINKING), Start()):
            return _ask(replace(moved, phase=Phase.ANSWERING), "main", drill.question.prompt)
        case Phase.THINKING, Typed(text=text) if text.strip():
            return _with_words(_in_time(drill, Start(event.at_s)), text)  # who writes has begun
        case Phase.ANSWERING, Tick():
            return _interrupt_if_due(moved)
        case Phase.ANSWERING, Typed(text=text):
            return _with_words(moved, text)
        case Phase.ANSWERING, Spoke():
            return _recovered(moved)
        case ((Phase.ANSWERING | Phase.PAUSED), Finish()):
            return _finish_part(replace(moved, phase=Phase.ANSWERING))
        case Phase.ANSWERING, Suspend():
            return replace(moved, phase=Phase.PAUSED)
        case Phase.PAUSED, Wake():
            return replace(moved, phase=Phase.ANSWERING)
        case Phase.PAUSED, Typed(text=text):
            return _with_words(replace(moved, phase=Phase.ANSWERING), text)
        case ((Phase.DONE | Phase.ABANDONED), Abandon()):
            return drill
        case _, Abandon():
            return replace(moved, phase=Phase.ABANDONED)
        case _, (Tick() | Suspend() | Wake() | Typed() | Spoke()):
            return moved  # late news is harmless
    raise IllegalMove(f"{type(event).__name__} while {drill.phase}")


def _said(drill: Drill, event: Said) -> Drill:
    said = drill.scoring
    match drill.phase, event:
        case ((Phase.READY | Phase.THINKING), Predict(percent=percent)):
            return replace(drill, scoring=replace(said, predicted_pass=percent))
        case Phase.SCORING, Note(text=text):
            return _with_note(drill, text)
        case Phase.SCORING, Felt(percent=percent):
            return replace(drill, scoring=replace(said, felt_pass=percent))
        case Phase.SCORING, Grade():
            return replace(drill, scoring=_graded(said, event))
        case Phase.SCORING, Graded():
            return replace(drill, phase=Phase.REVEAL)
        case Phase.REVEAL, Reveal(confirmed=confirmed, red_flags=red_flags):
            ticked = replace(said, confirmed=dict(confirmed), red_flags=red_flags)
            return replace(drill, scoring=ticked)
        case Phase.REVEAL, Change(text=text):
            return replace(drill, phase=Phase.DONE, scoring=replace(said, next_change=text))
    raise IllegalMove(f"{type(event).__name__} while {drill.phase}")


def _advance(drill: Drill, at_s: float) -> Drill:
    """Let the time since the last event count, unless the machine slept or the clock stands."""
    if drill.last_at_s is None:
        return replace(drill, last_at_s=at_s)
    gap = at_s - drill.last_at_s
    if gap <= 0:
        return drill
    moved = replace(drill, last_at_s=at_s)
    if drill.phase is Phase.PAUSED:
        return _with_pause(moved, gap, "paused")
    if drill.phase not in (Phase.THINKING, Phase.ANSWERING):
        return moved
    if gap > SLEEP_GAP_S:
        return _with_pause(moved, gap, "asleep")
    if drill.phase is Phase.THINKING:
        return replace(moved, think_s=drill.think_s + gap)
    return replace(moved, elapsed_s=drill.elapsed_s + gap)


def _with_pause(drill: Drill, seconds: float, why: str) -> Drill:
    """Record uncounted time; a pause that goes on grows instead of becoming many."""
    last = drill.pauses[-1] if drill.pauses else None
    if last and last.why == why == "paused" and last.at_s == drill.elapsed_s:
        grown = replace(last, seconds=last.seconds + seconds)
        return replace(drill, pauses=(*drill.pauses[:-1], grown))
    return replace(drill, pauses=(*drill.pauses, Pause(drill.elapsed_s, seconds, why)))


def _ask(drill: Drill, kind: str, prompt: str) -> Drill:
    """Open the next part with a clock of its own."""
    clock_s = drill.format.main_s if kind == "main" else drill.format.follow_up_s
    part = Part(kind, prompt, drill.elapsed_s, drill.elapsed_s, clock_s)
    return replace(drill, parts=(*drill.parts, part))


def _interrupt_if_due(drill: Drill) -> Drill:
    redirect = drill.script.redirect
    came = any(part.kind == "redirect" for part in drill.parts)
    if redirect is None or came or drill.elapsed_s < drill.script.redirect_at_s:
        return drill
    now = drill.part  # the clock of the answer goes on through the interruption
    part = replace(now, kind="redirect", prompt=redirect.text, at_s=drill.elapsed_s, text="")
    return replace(drill, parts=(*drill.parts, part))


def _with_words(drill: Drill, text: str) -> Drill:
    changed = replace(drill, parts=(*drill.parts[:-1], replace(drill.part, text=text)))
    return _recovered(changed) if text.strip() else changed


def _recovered(drill: Drill) -> Drill:
    part = drill.part
    if part.kind == "main" or part.recovery_s is not None:
        return drill
    recovered = replace(part, recovery_s=drill.elapsed_s - part.at_s)
    return replace(drill, parts=(*drill.parts[:-1], recovered))


def _finish_part(drill: Drill) -> Drill:
    left = drill.follow_ups_left
    if left:
        return _ask(drill, left[0].kind, left[0].text)
    return replace(drill, phase=Phase.SCORING)


def _graded(said: Scoring, grade: Grade) -> Scoring:
    quotes = {k: v for k, v in said.quotes.items() if k != grade.dimension}
    if grade.quotes:
        quotes[grade.dimension] = list(grade.quotes)
    return replace(said, scores={**said.scores, grade.dimension: grade.level}, quotes=quotes)


def _with_note(drill: Drill, text: str) -> Drill:
    """Notes on a spoken answer go to its main part: where the words fell is not known."""
    main, *rest = drill.parts
    return replace(drill, parts=(replace(main, text=text), *rest))
