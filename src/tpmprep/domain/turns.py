"""Whose turn it is: how a part of a drill ends and which one comes next."""

from dataclasses import replace

from tpmprep.domain.drill import Drill, Part, Phase
from tpmprep.domain.formats import Stretch
from tpmprep.domain.interviewer import FEW_WORDS, WINDOW, Line, Talk, follow_up, interruption
from tpmprep.domain.text import word_count


def begin(drill: Drill) -> Drill:
    """The drill with its first part open."""
    if drill.format.stretches:
        return _turn_to(drill, drill.format.stretches[0])
    part = Part("main", drill.question.prompt, 0, drill.elapsed_s, drill.format.main_s)
    return _with_part(drill, replace(part, text=drill.format.sheet))


def _turn_to(drill: Drill, stretch: Stretch) -> Drill:
    """Open a part with a task of its own; the changed condition is the question's."""
    change = next(iter(drill.question.follow_ups_of("constraint")), None)
    changed = stretch.changes and change is not None
    part = Part(
        "constraint" if changed else "task",
        change.text if changed and change else stretch.ask,
        0,
        drill.elapsed_s,
        stretch.seconds,
        text=next((p.text for p in drill.parts if p.line == stretch.carries), ""),
        line=stretch.id,
        carries=stretch.carries,
    )
    return _with_part(drill, part)


def _ask(drill: Drill, line: Line) -> Drill:
    """Open a part for a question of the interviewer, with a clock of its own."""
    clock_s = drill.format.follow_up_s
    part = Part(line.kind, line.text, 0, drill.elapsed_s, clock_s)
    return _with_part(drill, replace(part, line=line.id, expects=line.expects))


def _with_part(drill: Drill, part: Part) -> Drill:
    return replace(drill, parts=(*drill.parts, replace(part, at_s=drill.elapsed_s)))


def interrupt_if_due(drill: Drill) -> Drill:
    """The drill after the interviewer cut in, where that is due: in one part, at one moment."""
    who, now = drill.interviewer, drill.part
    if who.interrupts is None or len(drill.parts) != who.interrupts + 1:
        return drill
    share = (drill.elapsed_s - now.clock_from_s) / now.clock_s if now.clock_s else 0.0
    is_early = who.waits_for_words and word_count(now.text) < FEW_WORDS and share < WINDOW[1]
    if share < who.share or is_early:
        return drill
    line = interruption(who, drill.question, _talk(drill))
    if line is None:
        return drill
    part = replace(now, kind="redirect", prompt=line.text, text="", recovery_s=None)
    return _with_part(drill, replace(part, line=line.id, expects=line.expects, interrupts=True))


def _talk(drill: Drill) -> Talk:
    """What was said so far, as the interviewer heard it."""
    spoken = tuple(part.line for part in drill.parts if part.line)
    return Talk(drill.text, spoken, drill.parts_in_all - len(drill.own_clock))


def finish_part(drill: Drill) -> Drill:
    """The drill at its next task or question, or at the scoring when there is none."""
    done, tasks = len(drill.own_clock), drill.format.stretches
    if not drill.has_more:
        return replace(drill, phase=Phase.SCORING)
    if done < len(tasks):
        return _turn_to(drill, tasks[done])
    line = follow_up(drill.interviewer, drill.question, _talk(drill), drill.format.asks)
    return _ask(drill, line) if line else replace(drill, phase=Phase.SCORING)
