"""Which expected signals the words of an answer mention, and where. A hint, never a grade."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from tpmprep.domain.question import Signal
from tpmprep.domain.text import sentence_spans

PHRASE_WINDOW = 5
"""How many extra words a phrase of an alias may be spread over (evidence: alias window of 5)."""

GROUP_WINDOW = 40
"""All keyword groups of a signal must be hit within this many words: about two sentences."""

_WORD = re.compile(r"\w+(?:['’]\w+)?")


@dataclass(frozen=True, slots=True)
class Mention:
    """Whether a signal was found, and the words around the place.

    `negated`: every place only denies it ("no rollback"); then it is not mentioned.
    """

    signal: str
    mentioned: bool
    quote: str = ""
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into stems, with the place of each word."""

    text: str
    stems: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def words_of(text: str) -> Words:
    """`text` as stems and places. Stems are Snowball English, so `escalated` equals `escalate`."""
    found = list(_WORD.finditer(text))
    stems = _stems(tuple(match.group().casefold().replace("’", "'") for match in found))
    return Words(text, stems, tuple(match.span() for match in found))


def mentions(signals: Iterable[Signal], text: str, prompt: str = "") -> list[Mention]:
    """One Mention per signal, in the order given.

    Sentences that only repeat `prompt`, questions, and keywords in a row mention nothing.
    """
    wanted = list(signals)
    if not wanted:
        return []
    from tpmprep.domain.detectors.own_words import bare_lists, pasted, questions
    from tpmprep.domain.detectors.passage import passage_of
    from tpmprep.domain.detectors.reading import denied_places

    words, passage = words_of(text), passage_of(text)
    unsaid = pasted(passage, prompt) | bare_lists(passage) | questions(passage)
    left_out = [passage.sentence_place(number) for number in sorted(unsaid)]
    ignored = _words_in(words, left_out)
    denied = _words_in(words, denied_places(passage))
    return [_mention(signal, words, ignored, denied) for signal in wanted]


def holds_phrase(words: Words, phrase: str) -> bool:
    """Whether the words of `phrase` stand in the text, in that order and unbroken."""
    stems = _alias_stems(phrase)
    ends = range(len(stems), len(words.stems) + 1)
    return bool(stems) and any(words.stems[end - len(stems) : end] == stems for end in ends)


def place_of(aliases: Sequence[str], words: Words) -> int | None:
    """The first word at which any of these phrases begins, each within its window."""
    return min(_hits(aliases, words), default=None)


def _mention(signal: Signal, words: Words, ignored: set[int], denied: set[int]) -> Mention:
    groups = [[h for h in _hits(group, words) if h not in ignored] for group in signal.keywords]
    said = [[hit for hit in group if hit not in denied] for group in groups]
    for groups_, negated in ((said, False), (groups, True)):
        place = _together(groups_)
        if place is not None:
            quote = _sentence_around(words, place)
            return Mention(signal.id, mentioned=not negated, quote=quote, negated=negated)
    return Mention(signal.id, mentioned=False)


def _words_in(words: Words, places: Iterable[tuple[int, int]]) -> set[int]:
    """The words that begin inside one of these places of the text."""
    starts = [start for start, _ in words.spans]
    ranges = ((bisect_left(starts, left), bisect_left(starts, right)) for left, right in places)
    return {word for first, end in ranges for word in range(first, end)}


def _hits(aliases: Sequence[str], words: Words) -> list[int]:
    """The word positions at which any alias begins."""
    starts = {start for alias in aliases for start in _phrase_starts(_alias_stems(alias), words)}
    return sorted(starts)


def _phrase_starts(phrase: tuple[str, ...], words: Words) -> Iterable[int]:
    if not phrase:
        return
    for start, stem in enumerate(words.stems):
        if stem == phrase[0] and _follows(phrase[1:], words.stems, start + 1, len(phrase)):
            yield start


def _follows(rest: tuple[str, ...], stems: tuple[str, ...], place: int, length: int) -> bool:
    """Whether the words of `rest` come in order before the phrase's window ends."""
    end = min(len(stems), place + length - 1 + PHRASE_WINDOW)
    for stem in rest:
        while place < end and stems[place] != stem:
            place += 1
        if place >= end:
            return False
        place += 1
    return True


def _together(groups: list[list[int]]) -> int | None:
    """Where the first stretch of GROUP_WINDOW words begins in which every group has a hit."""
    latest: dict[int, int] = {}
    for place, group in sorted((hit, n) for n, hits in enumerate(groups) for hit in hits):
        latest[group] = place
        first = min(latest.values())
        if len(latest) == len(groups) and place - first <= GROUP_WINDOW:
            return first
    return None


def _sentence_around(words: Words, place: int) -> str:
    start, _ = words.spans[place]
    around = [(left, right) for left, right in sentence_spans(words.text) if left <= start < right]
    return words.text[slice(*around[0])].rstrip(".!?") if around else ""


@cache
def _alias_stems(alias: str) -> tuple[str, ...]:
    return words_of(alias).stems


def _stems(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_stem, words))


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    """The stem of one word; texts repeat their words, and stemming is slow."""
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")
