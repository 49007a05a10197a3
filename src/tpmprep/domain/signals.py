"""Which expected signals the words of an answer mention, and where. A hint, never a grade."""

import re
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
    """Whether a signal was found, and the words around the place."""

    signal: str
    mentioned: bool
    quote: str = ""


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


def mentions(signals: Iterable[Signal], text: str) -> list[Mention]:
    """One Mention per signal, in the order given."""
    words = words_of(text)
    return [_mention(signal, words) for signal in signals]


def holds_phrase(words: Words, phrase: str) -> bool:
    """Whether the words of `phrase` stand in the text, in that order and unbroken."""
    stems = _alias_stems(phrase)
    ends = range(len(stems), len(words.stems) + 1)
    return bool(stems) and any(words.stems[end - len(stems) : end] == stems for end in ends)


def place_of(aliases: Sequence[str], words: Words) -> int | None:
    """The first word at which any of these phrases begins, each within its window."""
    return min(_hits(aliases, words), default=None)


def _mention(signal: Signal, words: Words) -> Mention:
    groups = [_hits(group, words) for group in signal.keywords]
    place = _together(groups)
    if place is None:
        return Mention(signal.id, mentioned=False)
    return Mention(signal.id, mentioned=True, quote=_sentence_around(words, place))


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
