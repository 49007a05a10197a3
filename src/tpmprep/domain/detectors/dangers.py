"""Where a text speaks of what may go wrong: feared, uncertain, or on a condition."""

from collections.abc import Iterable

from tpmprep.domain.detectors.parts import opens_clause
from tpmprep.domain.detectors.passage import words_in
from tpmprep.domain.detectors.reading import Reading

LOOKED_AT_WITHIN = 5
"""A danger that is only "logged and reviewed" says so within so many words."""
MAY_WITHIN = 4
"""What may happen stands so soon after "may" ..."""
CONDITION_WITHIN = 9
"""... and what fails so soon after "if"."""
SEEN_WITHIN = 9
"""Trouble so soon after "showed" has happened already."""

_SEEN = words_in("saw found showed noticed discovered spotted revealed came told said hit caught")
_WAS = _SEEN | {"was", "were", "had", "did"}
_UNCERTAIN = words_in("may might could could've might've")
_MODALS = _UNCERTAIN | {"can"}
_ABLE = words_in("i we he she you")
"""Whoever "could" or "can" do something; of a thing it says what may happen."""

Places = dict[int, int]
"""A word for each sentence that has such a one, the first of them."""


def dangers(reading: Reading, idle: set[int]) -> Places:
    """Where something is feared, or may fail; what is only `idle` talk about it is left out."""
    hits = [hit for name in ("worry", "named_worry") for hit in reading.said(name, "not_worry")]
    feared = [
        hit.first
        for hit in hits
        if idle.isdisjoint(range(hit.last + 1, hit.last + 1 + LOOKED_AT_WITHIN))
    ]
    failing = _firsts(reading, "trouble", "troubled")
    may_fail = [
        word for word in _modals(reading, _MODALS) if _next(reading, word, MAY_WITHIN, failing)
    ]
    return _by_sentence(reading, [*feared, *may_fail])


def chances(reading: Reading) -> Places:
    """Where something is uncertain or going wrong: a risk only if something follows from it."""
    hits = [hit for name in ("chance", "trouble") for hit in reading.said(name, "not_worry")]
    yet_to_come = [hit.first for hit in hits if not _is_past(reading, hit.first)]
    return _by_sentence(reading, [*_modals(reading, _UNCERTAIN), *yet_to_come])


def conditions(reading: Reading) -> Places:
    """Where the trouble stands in "if it fails", "once the rate is above 2%"."""
    # Many of these words are negations themselves.
    hopes = {hit.first for hit in reading.outside("shortfall", "not_worry")}
    failing = _firsts(reading, "trouble") | hopes
    failed = _firsts(reading, "troubled") | failing
    # "When it broke, ..." tells of one time; what may break yet is said in the present.
    at_any_time = [hit.last for hit in reading.said("whenever", "not_worry")]
    found = [_next(reading, word, CONDITION_WITHIN, failed) for word in openers(reading)]
    present = [_next(reading, word, CONDITION_WITHIN, failing) for word in at_any_time]
    found += [word for word in present if word and not _is_past(reading, word, _WAS)]
    return _by_sentence(reading, [word for word in found if word])


def openers(reading: Reading) -> list[int]:
    """The words that open a condition: "if", "suppose", or "should" where a clause begins."""
    should = [h.last for h in reading.said("should") if opens_clause(reading.passage, h.first)]
    return [hit.last for hit in reading.outside("condition", "not_worry")] + should


def _is_past(reading: Reading, trouble: int, signs: frozenset[str] = _SEEN) -> bool:
    """Whether the trouble was seen ("the test showed duplicates"): it happened, it is no risk."""
    passage = reading.passage
    first, _ = passage.sentences[passage.sentence_of(trouble)]
    return not signs.isdisjoint(passage.words[max(first, trouble - SEEN_WITHIN) : trouble + 1])


def _modals(reading: Reading, words: frozenset[str]) -> list[int]:
    """Where "may", "could" and the like are said of what may happen."""
    passage = reading.passage
    idioms = {n for hit in reading.hits["not_worry"] for n in range(hit.first, hit.last + 1)}
    return [
        number
        for number, word in enumerate(passage.words)
        if word in words
        and not passage.is_capital(number)  # the month
        and (word in ("may", "might") or passage.word(number - 1) not in _ABLE)
        and passage.word(number - 1) != "there"
        and number not in idioms
    ]


def _next(reading: Reading, word: int, within: int, places: set[int]) -> int | None:
    """The first of `places` so soon after a word, in its sentence and before a semicolon."""
    passage = reading.passage
    _, end = passage.sentences[passage.sentence_of(word)]
    for number in range(word + 1, min(end, word + 1 + within)):
        if ";" in passage.between(number):
            return None
        if number in places:
            return number
    return None


def _firsts(reading: Reading, *lexicons: str) -> set[int]:
    return {hit.first for name in lexicons for hit in reading.said(name, "not_worry")}


def _by_sentence(reading: Reading, words: Iterable[int]) -> Places:
    places: Places = {}
    for word in sorted(words):
        places.setdefault(reading.passage.sentence_of(word), word)
    return places
