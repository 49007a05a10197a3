"""A text cut into words and sentences, once, for every detector."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from tpmprep.domain.text import sentence_spans

_WORD = re.compile(r"[$€£]?\d+(?:[.,:]\d+)*(?:[ \xa0]?%)?|[^\W_]+(?:['’][^\W_]+)*")


def words_in(block: str) -> frozenset[str]:
    """The words of a block of text, as a set."""
    return frozenset(block.split())


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text, and the words there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in small letters with their places; a sentence is a range of words."""

    text: str
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]
    _starts: tuple[int, ...]

    def span(self, first: int, last: int) -> Span:
        """From word `first` to word `last`, both included."""
        start, end = self.places[first][0], self.places[last][1]
        return Span(start, end, self.text[start:end])

    def word(self, number: int) -> str:
        """A word, or nothing where there is none."""
        return self.words[number] if 0 <= number < len(self.words) else ""

    def sentence_of(self, word: int) -> int:
        """The number of the sentence that holds a word."""
        return bisect_right(self._starts, word) - 1

    def sentence(self, number: int) -> Span:
        """A whole sentence without the sign that ends it."""
        first, end = self.sentences[number]
        return self.span(first, end - 1)

    def sentence_place(self, number: int) -> tuple[int, int]:
        """Where a sentence begins and ends in the text."""
        first, end = self.sentences[number]
        return self.places[first][0], self.places[end - 1][1]

    def between(self, word: int) -> str:
        """The signs between a word and the one before it (from the beginning for the first)."""
        start = self.places[word - 1][1] if word else 0
        return self.text[start : self.places[word][0]]

    def after(self, word: int) -> str:
        """The signs between a word and the next one (or the end)."""
        last = word + 1 == len(self.words)
        end = len(self.text) if last else self.places[word + 1][0]
        return self.text[self.places[word][1] : end]

    def is_capital(self, word: int) -> bool:
        """Whether a word is written with a capital though no sentence begins with it."""
        starts = self.sentences[self.sentence_of(word)][0] == word
        return self.text[self.places[word][0]].isupper() and not starts


def passage_of(text: str) -> Passage:
    """`text` as a Passage. Linear in its length."""
    found = list(_WORD.finditer(text))
    places = tuple(match.span() for match in found)
    words = tuple(match.group().casefold().replace("’", "'") for match in found)
    sentences = tuple(_sentences(text, places))
    return Passage(text, words, places, sentences, tuple(first for first, _ in sentences))


def _sentences(text: str, places: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Every word belongs to one sentence; a sentence without words is none."""
    ranges, word = [], 0
    for _, end in sentence_spans(text):
        first = word
        while word < len(places) and places[word][0] < end:
            word += 1
        if word > first:
            ranges.append((first, word))
    return ranges
