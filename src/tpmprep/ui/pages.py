"""Blocks of a drill that are printed once and stay: the answer, what was expected, the end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tpmprep.domain.attempt import Attempt, ScoreRecord
from tpmprep.domain.credit import Reached
from tpmprep.domain.drill import Drill
from tpmprep.domain.formats import UNTIMED
from tpmprep.domain.question import Question
from tpmprep.domain.rubric import Dimension
from tpmprep.domain.text import clean_line, shorten
from tpmprep.ui import words
from tpmprep.ui.layout import barred, indented, marked, stack, text
from tpmprep.ui.theme import Look

if TYPE_CHECKING:
    from rich.console import RenderableType


@dataclass(frozen=True, slots=True)
class Ending:
    """What the end screen tells about a saved attempt."""

    attempt: Attempt
    where: str
    names: Mapping[str, str]
    changes: Mapping[str, int]
    change: float | None
    next_command: str


def question(drill: Drill) -> "RenderableType":
    """The question of a drill with the facts that belong to it."""
    asked = drill.question
    head = text((words.heading(drill), "dim"), "\n")
    facts = text((f"{asked.context}\n", "dim")) if asked.context else text("")
    return stack(head, text((asked.prompt, "bold")), facts)


def given(drill: Drill) -> "RenderableType":
    """The answer as it was given, with its time, so that one scores words and not a memory."""
    limit_s = drill.format.limit_s if drill.format.timed else 0.0
    took = words.took(drill.elapsed_s, limit_s, drill.overtime_s)
    blocks: list[RenderableType] = [text((f"Your answer, {took}", "bold")), ""]
    for part in drill.parts:
        if part.kind != "main":
            blocks.append(barred(part.prompt))
        blocks.append(indented(text(part.text or "(nothing)")))
    return stack(*blocks, "")


def asked_and_answered(attempt: Attempt) -> "RenderableType":
    """A saved answer with its question, without any score: for scoring it."""
    blocks: list[RenderableType] = [text((attempt.question.prompt, "bold")), text("")]
    if attempt.question.context:
        blocks += [text((attempt.question.context, "dim")), text("")]
    for segment in attempt.segments:
        if segment.kind != "main":
            blocks.append(barred(segment.prompt))
        blocks.append(indented(text(segment.text or "(nothing written)")))
    return stack(*blocks, text(""))


def time_of(attempt: Attempt) -> str:
    """How long it took, against its limit where it had one."""
    limit_s = 0.0 if attempt.pace == UNTIMED else attempt.limit_s
    return words.took(attempt.elapsed_s, limit_s, attempt.overtime_s)


def score_saved(
    record: ScoreRecord, mean: float | None, where: str, next_command: str
) -> "RenderableType":
    """What a later score says, and where it is."""
    levels = ", ".join(f"{name} {level}" for name, level in record.scores.items())
    return stack(
        text(("Saved ", "bold"), f"score {mean or 0:.1f} of 4 by {clean_line(record.rater)}"),
        indented(text((where, "dim"))),
        indented(text(levels)),
        text("\n", ("Now         ", "bold"), next_command),
    )


def expected(
    question: Question, found: Sequence[Reached], look: Look, *, numbered: bool = False
) -> "RenderableType":
    """Every expected signal, and the words in which it was found."""
    texts = {signal.id: signal.text for signal in question.strong_signals}
    blocks: list[RenderableType] = [text(("Expected of a strong answer", "bold"))]
    for number, mention in enumerate(found, start=1):
        mark = _mark(mention, look)
        if numbered:
            mark = f"{number:>2} {mark}"
        blocks.append(marked((mark, texts[mention.signal])))
        blocks.append(indented(text((_where(mention), "dim")), 6))
    return stack(*blocks)


def _mark(found: Reached, look: Look) -> str:
    if found.negated:
        return look.marks.no
    return look.marks.yes if found.mentioned else look.marks.ask


def _where(found: Reached) -> str:
    if found.negated:
        return f'only denied: "{clean_line(found.quote)}"'
    if not found.mentioned:
        return "not found"
    after = "only when asked, counts half: " if found.aided else "mentioned: "
    return f'{after}"{clean_line(found.quote)}"'


def graded(dimension: Dimension, level: int, quotes: Sequence[str], look: Look) -> "RenderableType":
    """One line a dimension, left on the screen after it was scored."""
    head = f"  {dimension.name} {level}  "
    quote = f'"{clean_line(quotes[0])}"' if quotes else "unsupported"
    return text(head, (shorten(quote, max(20, look.width - len(head))), "dim"))


def end(ending: Ending, look: Look) -> "RenderableType":
    """What was saved, what the scores say against last time, and the one next thing."""
    attempt = ending.attempt
    dot = f" {look.marks.dot} "
    took = time_of(attempt)
    blocks = [
        text("\n", ("Saved ", "bold"), f"{attempt.id}{dot}{took}"),
        indented(text((ending.where, "dim"))),
        text(""),
        indented(text(_scores(ending, dot))),
    ]
    if facts := _facts(attempt, dot):
        blocks.append(indented(text(facts)))
    blocks.append(text(""))
    if attempt.next_change:
        blocks.append(text(("Next time   ", "bold"), attempt.next_change))
    blocks.append(text(("Now         ", "bold"), ending.next_command))
    return stack(*blocks)


def _scores(ending: Ending, dot: str) -> str:
    attempt = ending.attempt
    if attempt.score is None:
        return "not scored yet"
    levels = dot.join(_level(ending, dimension) for dimension in attempt.scores)
    change = f" ({ending.change:+.1f} since last time)" if ending.change is not None else ""
    first = "" if change else ", first at this question"
    return f"score {attempt.score:.1f} of 4{change}{first}\n{levels}"


def _level(ending: Ending, dimension: str) -> str:
    attempt, changed = ending.attempt, ending.changes.get(dimension)
    moved = f" ({changed:+d})" if changed else ""
    bare = " (unsupported)" if dimension in attempt.unsupported else ""
    name = ending.names.get(dimension, dimension).lower()
    return f"{name} {attempt.scores[dimension]}{moved}{bare}"


def _mentioned(attempt: Attempt) -> str:
    """By the person's word where there is one, else by what was found."""
    found = [seen for seen in attempt.signals.values() if seen.was_said]
    said = f"{len(found)} of {len(attempt.signals)} expected signals mentioned"
    aided = sum(seen.aided for seen in found)
    return f"{said}, {aided} of them only when asked (half)" if aided else said


def _facts(attempt: Attempt, dot: str) -> str:
    facts = []
    if attempt.signals:
        facts.append(_mentioned(attempt))
    if attempt.recovery_s is not None:
        facts.append(f"{attempt.recovery_s:.0f} s to the next words after the interviewer spoke")
    if attempt.predicted_pass is not None and attempt.felt_pass is not None:
        facts.append(f"you said {attempt.predicted_pass}% before, {attempt.felt_pass}% after")
    return dot.join(facts)
