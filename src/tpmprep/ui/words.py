"""The sentences of a drill in one place, shared by the screen and the plain mode."""

from typing import TYPE_CHECKING

from tpmprep.domain.drill import Drill, Phase
from tpmprep.domain.text import clock_words, in_a_sentence, spoken_s, word_count

if TYPE_CHECKING:
    from tpmprep.domain.quotes import Evidence, Quotable
    from tpmprep.domain.rubric import Dimension

INTERRUPTED = "┃ "
TOLD_FOR_S = 10.0


def status(drill: Drill) -> str:
    """What the clock says: `1:12 left · close by 0:20`, `overtime 0:08 · ...`."""
    left = drill.remaining_s
    if drill.phase is Phase.THINKING:
        return f"thinking · {clock_words(left)} left · type, or Enter starts"
    if drill.phase is Phase.PAUSED:
        return f"paused at {stands_at(drill)} · any key goes on"
    if not drill.format.timed:
        return f"{clock_words(drill.elapsed_s)} so far · no limit"
    if left < 0:
        more = drill.has_more
        closing = "go on when you are ready" if more else "finish when you have closed"
        return f"overtime {clock_words(-left)} · {closing}"
    if slept := _slept(drill):
        return f"{_time_left(drill)} · {slept}"
    if left <= drill.format.close_s:
        return f"{_time_left(drill)} · {drill.format.closing}"
    return f"{_time_left(drill)} · close by {clock_words(drill.format.close_s)}"


def stands_at(drill: Drill) -> str:
    """Where an unfinished drill stands: the time that is left, or what is still to be said."""
    if drill.phase in (Phase.SCORING, Phase.REVEAL):
        return "to be scored"
    if drill.phase is Phase.DONE:
        return "to be saved"
    return _time_left(drill) if drill.format.timed else "no limit"


def length(drill: Drill) -> str:
    """How long a typed answer is, also when said: `38 words, about 0:16 aloud`.

    What is meant to be read has no time aloud, and headings that were given are no words.
    """
    given, text = word_count(drill.format.sheet), drill.text
    words = max(0, word_count(text) - given)
    noun = "word" if words == 1 else "words"
    if drill.format.is_read:
        return f"{words} {noun}"
    return f"{words} {noun}, about {clock_words(spoken_s(text, drill.words_per_minute))} aloud"


def heading(drill: Drill) -> str:
    """`gq-03 · execution · senior · 2 minutes`."""
    question = drill.question
    return f"{question.id} · {question.area} · {question.level} · {drill.format.title}"


def progress(drill: Drill) -> str:
    """Which question or part this is; empty for an answer in one piece."""
    total = drill.parts_in_all
    if total == 1 or drill.interviewer.silent:
        return ""
    number = max(1, len(drill.own_clock))
    if tasks := drill.format.stretches:
        title = in_a_sentence(tasks[number - 1].title) if number <= len(tasks) else "questions"
        return f"{title}, {number} of {total}"
    return f"question {number} of {total}"


ASK_QUOTE = "Which words speak for it?"
"""Asked before the level: a score is tied to words, and words are found before a wish."""


ASK_LEVEL = "Which level describes it?"


def quotable(span: "Quotable") -> str:
    """A span that may be quoted, with what was found in it: `"Ana decides" (owner)`."""
    holds = f" ({', '.join(span.holds)})" if span.holds else ""
    return f'"{span.text}"{holds}'


def not_found(dimension: "Dimension", evidence: "Evidence") -> str:
    """What an answer strong on this dimension usually holds and this one does not, in words."""
    from tpmprep.domain.hints import missing_for

    missing = [detector.one for detector in missing_for(dimension.id, evidence.found)]
    return f"Not found in the answer: {', '.join(missing)}." if missing else ""


def took(elapsed_s: float, limit_s: float, overtime_s: float) -> str:
    """`2:11 of 2:00, overtime 0:11`; `2:11, no limit` where the limit is 0."""
    if not limit_s:
        return f"{clock_words(elapsed_s)}, no limit"
    words = f"{clock_words(elapsed_s)} of {clock_words(limit_s)}"
    return f"{words}, overtime {clock_words(overtime_s)}" if overtime_s >= 1 else words


def _slept(drill: Drill) -> str:
    """For a few seconds after the machine slept: that it was noticed and not counted."""
    last = drill.pauses[-1] if drill.pauses else None
    if last is None or last.why != "asleep" or drill.elapsed_s - last.at_s > TOLD_FOR_S:
        return ""
    return f"your computer slept {clock_words(last.seconds)}, not counted"


def _time_left(drill: Drill) -> str:
    """Whole seconds, counted so that the full time shows at the start and 0:00 at the end."""
    return f"{clock_words(drill.remaining_s + 0.999)} left"


def count(number: int, noun: str) -> str:
    """`1 drill`, `2 drills`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
