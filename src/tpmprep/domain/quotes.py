"""Which words of an answer could support a score: short spans, the likeliest first chosen."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tpmprep.domain.detectors import BY_ID, Span, found_in
from tpmprep.domain.hints import EXPECTED
from tpmprep.domain.rubric import Dimension
from tpmprep.domain.signals import words_of
from tpmprep.domain.text import holds_quote, sentence_spans, word_count

LONGEST_WORDS = 18
SHORT = 3
"""Words up to this length (the, and, of) are in every answer and tell nothing."""
FOUND_COUNTS = 5
"""What a detector that the dimension looks for found counts as so many shared words."""

_CLAUSE = re.compile(r"(?<=[,;:])\s+|(?<!\s)\s+[-–—]\s+")
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Evidence:
    """An answer and what the detectors found in it."""

    text: str
    found: dict[str, list[Span]]


@dataclass(frozen=True, slots=True)
class Quotable:
    """Words that could be quoted, and what was found in them (a detector's singular name)."""

    text: str
    holds: tuple[str, ...] = ()


def may_quote(text: str, words: str) -> bool:
    """Whether these words stand in the answer and are more than one: a letter is a slip."""
    return holds_quote(text, words) and (word_count(words) > 1 or word_count(text) == 1)


def evidence_of(text: str, prompt: str = "") -> Evidence:
    """What there is to quote from in the answer to `prompt`."""
    return Evidence(text, found_in(text, prompt))


def spans_for(dimension: Dimension, evidence: Evidence, most: int = 4) -> list[Quotable]:
    """Up to `most` spans, those that carry the dimension best, in the order of the answer.

    Best are those in which something was found that the dimension looks for, then those that
    share most words with it. A number counts as one shared word: quotes with figures carry far.
    """
    wanted = {stem for stem in words_of(_words_about(dimension)).stems if len(stem) > SHORT}
    hints = [(s, name) for name in EXPECTED.get(dimension.id, ()) for s in evidence.found[name]]
    places = _distinct(evidence.text)
    held = _held(places, hints)

    def strength(place: tuple[int, int]) -> int:
        return FOUND_COUNTS * len(held[place]) + _shared(evidence.text[slice(*place)], wanted)

    ranked = sorted(places, key=lambda place: (-strength(place), place))
    return [Quotable(evidence.text[slice(*at)], held[at]) for at in sorted(ranked[:most])]


def _words_about(dimension: Dimension) -> str:
    return " ".join([dimension.name, dimension.looks_at, dimension.words(3), dimension.words(4)])


def _distinct(text: str) -> list[tuple[int, int]]:
    """Where each quotable piece stands, the first of equal ones."""
    pieces = (piece for start, end in sentence_spans(text) for piece in _clauses(text, start, end))
    by_words: dict[str, tuple[int, int]] = {}
    for place in pieces:
        by_words.setdefault(text[slice(*place)], place)
    return list(by_words.values())


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentence, or its clauses when it is too long to quote."""
    if word_count(text[start:end]) <= LONGEST_WORDS:
        return [(start, end)] if word_count(text[start:end]) > 1 else []
    breaks = [found.span() for found in _CLAUSE.finditer(text, start, end)]
    starts, ends = [start, *(b for _, b in breaks)], [*(a for a, _ in breaks), end]
    parts = zip(starts, ends, strict=True)
    return [(a, b) for a, b in parts if word_count(text[a:b]) > 1]


def _held(
    places: Sequence[tuple[int, int]], hints: Sequence[tuple[Span, str]]
) -> dict[tuple[int, int], tuple[str, ...]]:
    """What was found in each piece: at least half of the place that a detector gave lies in it."""
    ordered = sorted(places)
    starts = [start for start, _ in ordered]
    found: dict[tuple[int, int], list[str]] = {place: [] for place in places}
    for span, name in hints:
        first = max(0, bisect_right(starts, span.start) - 1)
        for start, end in ordered[first : bisect_left(starts, span.end)]:
            if 2 * (min(end, span.end) - max(start, span.start)) >= span.end - span.start:
                found[start, end].append(BY_ID[name].one)
    return {place: tuple(dict.fromkeys(names)) for place, names in found.items()}


def _shared(words: str, wanted: set[str]) -> int:
    return len(set(words_of(words).stems) & wanted) + bool(_NUMBER.search(words))
