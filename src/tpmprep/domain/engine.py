"""The drill as a state machine: `step(drill, event) -> drill`. It knows no terminal and no clock.

Typed, aloud, piped and test drills all drive this one. Every event that happens in time carries
`at_s`, a reading of a steady clock; the engine works by differences, so nothing drifts, and a
reading that goes back gives no seconds back.
"""

from dataclasses import replace

from tpmprep.domain.drill import Drill, Pause, Phase, Scoring
from tpmprep.domain.events import (
    Abandon,
    Change,
    Event,
    Felt,
    Finish,
    Grade,
    Graded,
    Note,
    Noted,
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
from tpmprep.domain.turns import begin, finish_part, interrupt_if_due

SLEEP_GAP_S = 5.0
"""Events come at least once a second. A longer gap means that the machine slept: not counted."""


class IllegalMove(Exception):
    """An event that makes no sense in the phase: a bug of ours, never the user's doing."""


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
            return begin(replace(moved, phase=Phase.ANSWERING))
        case Phase.THINKING, Typed(text=text) if text.strip():
            return _with_words(_in_time(drill, Start(event.at_s)), text)  # who writes has begun
        case Phase.ANSWERING, Tick():
            return interrupt_if_due(moved)
        case Phase.ANSWERING, Typed(text=text):
            return _with_words(moved, text)
        case Phase.ANSWERING, Spoke():
            return _recovered(moved)
        case ((Phase.ANSWERING | Phase.PAUSED), Finish()):
            return finish_part(replace(moved, phase=Phase.ANSWERING))
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
        case Phase.SCORING, Note(text=text, part=part):
            return _with_note(drill, text, part)
        case Phase.SCORING, Noted():
            return replace(drill, scoring=replace(said, noted=said.noted + 1))
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


def _with_words(drill: Drill, text: str) -> Drill:
    changed = replace(drill, parts=(*drill.parts[:-1], replace(drill.part, text=text)))
    return _recovered(changed) if text.strip() else changed


def _recovered(drill: Drill) -> Drill:
    part = drill.part
    if part.kind in ("main", "task") or part.recovery_s is not None:
        return drill
    recovered = replace(part, recovery_s=drill.elapsed_s - part.at_s)
    return replace(drill, parts=(*drill.parts[:-1], recovered))


def _graded(said: Scoring, grade: Grade) -> Scoring:
    quotes = {k: v for k, v in said.quotes.items() if k != grade.dimension}
    if grade.quotes:
        quotes[grade.dimension] = list(grade.quotes)
    return replace(said, scores={**said.scores, grade.dimension: grade.level}, quotes=quotes)


def _with_note(drill: Drill, text: str, place: int) -> Drill:
    """Notes on what was spoken in one part."""
    noted = replace(drill.parts[place], text=text)
    return replace(drill, parts=(*drill.parts[:place], noted, *drill.parts[place + 1 :]))
