"""The interviewer: what is asked next, chosen by what the answer so far lacks.

Everything is authored and nothing is drawn while one answers: the same words with the same seed get
the same questions. The order of need is that of structured interviews: an expected signal that was
not heard, "we" without an owner, no figure, one level deeper, a changed condition.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any, ClassVar

from tpmprep.domain.formats import Format
from tpmprep.domain.question import FollowUp, Question
from tpmprep.domain.signals import mentions
from tpmprep.domain.text import shorten, word_count

WINDOW = (0.4, 0.6)
"""An interruption arrives between these shares of the clock that runs."""

FEW_WORDS = 15
"""With fewer words there is nothing to interrupt yet; at the end of WINDOW it comes anyway."""

ENOUGH_WORDS = 20
"""What is missing can be said of an answer of at least so many words."""

SLOT = "{words}"
LONGEST_QUOTE = 60
BANDS = 3
"""Signals stand in the order of their weight; within a third of them the seed decides."""


@dataclass(frozen=True, slots=True)
class Line:
    """Something the interviewer says. The id begins with what the line is after: `metric.2`."""

    id: str
    kind: str
    text: str
    expects: tuple[str, ...] = ()

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Interviewer:
    """Who asks.

    `seed` settles ties, `share` says at which part of a clock the interruption comes, `interrupts`
    in which part of the drill (0 the answer, 1 the first follow-up; None: nowhere), `general` holds
    the lines that fit any question. A silent one asks nothing.
    """

    seed: int = 0
    share: float = sum(WINDOW) / 2
    interrupts: int | None = None
    general: tuple[Line, ...] = ()
    waits_for_words: bool = False
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Talk:
    """What was said so far: the words, the ids of the lines that were spoken, and what is left."""

    text: str
    spoken: tuple[str, ...] = ()
    left: int = 1

    @property
    def last_kind(self) -> str:
        """What the last line was after; empty before the first."""
        return self.spoken[-1].split(".")[0] if self.spoken else ""


def interviewer_for(
    fmt: Format, seed: int, rng: Random, general: Sequence[Line], *, typed: bool
) -> Interviewer:
    """The interviewer of one drill, drawn with `rng`.

    The interruption comes at a share of the clock uniform over WINDOW: in the answer, or in one of
    the follow-ups where a format has them. In a typed answer it waits for some words.
    """
    share = rng.uniform(*WINDOW)
    part = rng.randint(1, fmt.follow_ups) if fmt.follow_ups else 0
    return Interviewer(seed, share, part if fmt.interrupts else None, tuple(general), typed)


def interruption(who: Interviewer, question: Question, talk: Talk) -> Line | None:
    """What cuts into the answer: a redirect of the question, or what the words lack."""
    pool = [*_of(question, "redirect"), *_lacking(who.general, talk.text)]
    fresh = [line for line in _fresh(pool, talk) if line.kind != talk.last_kind]
    return min(fresh, key=lambda line: _lot(who, question, line), default=None)


def follow_up(
    who: Interviewer, question: Question, talk: Talk, kinds: Sequence[str] = ()
) -> Line | None:
    """The next question after a finished answer, or None when nothing is left to ask.

    Never a line twice, never the same kind twice running. The last one is the changed condition,
    unless that was asked before. `kinds` limits what may be asked; empty: everything.
    """
    if who.silent:
        return None
    if kinds:
        pool = [(0, line) for kind in kinds for line in _of(question, kind)]
    else:
        pool = list(_ranked(who, question, talk))
    fresh = [(rank, line) for rank, line in pool if line.id not in talk.spoken]
    changed = [(rank, line) for rank, line in fresh if line.kind == "constraint"]
    if talk.left == 1 and changed and not any(id_.startswith("constraint") for id_ in talk.spoken):
        fresh = changed
    fresh = [(rank, line) for rank, line in fresh if kinds or line.kind != talk.last_kind]
    best = min(fresh, key=lambda item: (item[0], _lot(who, question, item[1])), default=None)
    return best[1] if best else None


def _ranked(who: Interviewer, question: Question, talk: Talk) -> Iterator[tuple[int, Line]]:
    """Every line that fits, with its rank: what is needed most comes first."""
    found = {m.signal: m.quote for m in mentions(question.strong_signals, talk.text) if m.mentioned}
    order = {signal.id: n for n, signal in enumerate(question.strong_signals)}
    for follow, line in zip(question.follow_ups_of("probe"), _of(question, "probe"), strict=True):
        wanted = [order[id_] for id_ in follow.expects if id_ in order and id_ not in found]
        if wanted and follow.unless not in found:
            yield min(wanted) * BANDS // len(order), line
        elif not follow.expects and follow.unless not in found:
            yield BANDS + 2, line
    for line in _lacking(who.general, talk.text):
        yield BANDS + (line.kind == "metric"), line
    quote = next(iter(found.values()), "")
    for line in who.general:
        if line.kind == "depth" and (quote or SLOT not in line.text):
            said = line.text.replace(SLOT, shorten(quote, LONGEST_QUOTE))
            yield BANDS + 2, replace(line, text=said)
    spare = _of(question, "redirect") if who.interrupts is None else []
    for line in (*_of(question, "constraint"), *spare):
        yield BANDS + 3, line


def _lacking(general: Sequence[Line], text: str) -> Iterator[Line]:
    """The general lines that ask for what a text of some length has not got."""
    if word_count(text) < ENOUGH_WORDS:
        return
    from tpmprep.domain.detectors import numbers, we_without_owner  # many words: when needed

    ownerless, bare = bool(we_without_owner(text)), not numbers(text)
    for line in general:
        if (line.kind == "ownership" and ownerless) or (line.kind == "metric" and bare):
            yield line


def _of(question: Question, kind: str) -> list[Line]:
    return [_line(n, follow) for n, follow in enumerate(question.follow_ups_of(kind))]


def _line(number: int, follow: FollowUp) -> Line:
    return Line(f"{follow.kind}.{number}", follow.kind, follow.text, follow.expects)


def _fresh(lines: Sequence[Line], talk: Talk) -> list[Line]:
    return [line for line in lines if line.id not in talk.spoken]


def _lot(who: Interviewer, question: Question, line: Line) -> str:
    """What settles a tie: it depends on the seed, the question and the line alone."""
    from hashlib import sha256

    return sha256(f"{who.seed}|{question.id}|{line.id}".encode()).hexdigest()
