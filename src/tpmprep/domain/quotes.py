"""Which words of an answer could support a score: short spans, the likeliest first chosen."""

import re

from tpmprep.domain.rubric import Dimension
from tpmprep.domain.signals import words_of
from tpmprep.domain.text import sentences, word_count

LONGEST_WORDS = 18
SHORT = 3
"""Words up to this length (the, and, of) are in every answer and tell nothing."""

_CLAUSE = re.compile(r"(?<=[,;:])\s+|\s+[-–—]\s+")
_NUMBER = re.compile(r"\d")


def spans_for(dimension: Dimension, text: str, most: int = 4) -> list[str]:
    """Up to `most` spans of `text`, those that share most words with the dimension, in its order.

    A number counts as one shared word: quotes with figures carry further.
    """
    wanted = {stem for stem in words_of(_words_about(dimension)).stems if len(stem) > SHORT}
    clauses = (span for sentence in sentences(text) for span in _clauses(sentence))
    spans = list(dict.fromkeys(clauses))
    ranked = sorted(range(len(spans)), key=lambda place: (-_strength(spans[place], wanted), place))
    return [spans[place] for place in sorted(ranked[:most])]


def _words_about(dimension: Dimension) -> str:
    return " ".join([dimension.name, dimension.looks_at, dimension.words(3), dimension.words(4)])


def _clauses(sentence: str) -> list[str]:
    """The sentence, or its clauses when it is too long to quote."""
    if word_count(sentence) <= LONGEST_WORDS:
        return [sentence] if word_count(sentence) > 1 else []
    parts = [part.strip() for part in _CLAUSE.split(sentence)]
    return [part for part in parts if word_count(part) > 1]


def _strength(span: str, wanted: set[str]) -> int:
    return len(set(words_of(span).stems) & wanted) + bool(_NUMBER.search(span))
