"""Parts of sentences, and whether phrases of a lexicon stand in them."""

from collections.abc import Callable, Iterator

from tpmprep.domain.detectors.passage import Passage, Span
from tpmprep.domain.detectors.reading import Reading

Words = tuple[int, int]
"""The words from the first number on and before the second."""


def parts(passage: Passage, holds: Callable[[Words], bool]) -> Iterator[Span]:
    """The places of `parts_in_words`."""
    return (passage.span(first, end - 1) for first, end in parts_in_words(passage, holds))


def parts_in_words(passage: Passage, holds: Callable[[Words], bool]) -> Iterator[Words]:
    """The parts of sentences, cut at semicolons and dashes, of which `holds` is true.

    Where it is true of no part but of the sentence, the sentence.
    """
    for first, end in passage.sentences:
        cuts = [n for n in range(first + 1, end) if set(passage.between(n)) & set(";–—")]
        starts = [first, *cuts]
        found = [p for p in zip(starts, [*cuts, end], strict=True) if holds(p)]
        yield from found or [(first, end)] * holds((first, end))


def firsts(reading: Reading, lexicon: str, *idioms: str) -> set[int]:
    """The first words of the phrases of a lexicon that are neither denied nor in an idiom."""
    return {hit.first for hit in reading.said(lexicon, *idioms)}


def any_in(places: set[int], words: Words) -> bool:
    """Whether one of `places` is among these words."""
    return any(word in places for word in range(*words))


def opens_clause(passage: Passage, word: int) -> bool:
    """Whether a word begins a sentence, or a clause after a sign."""
    start, _ = passage.sentences[passage.sentence_of(word)]
    return word == start or bool(passage.between(word).strip(" \n\"'-"))
