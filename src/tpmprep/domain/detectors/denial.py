"""What a text denies, and how far a denial reaches."""

from collections.abc import Iterable
from dataclasses import dataclass

from tpmprep.domain.detectors.cues import Hit
from tpmprep.domain.detectors.passage import Passage, words_in

REACHED_WORDS = 3
"""A denial reaches so many words further, small ones not counted (evidence: window of 3)."""
SUBJECT_WORDS = 5
"""The subject of "... was never tested" has at most so many words."""

_SMALL = words_in("a an the any real single clear of to be been have has had such")
_BREAKS = words_in("but and so because until unless then while though although nor")
_AUXILIARIES = words_in("was were is are has have had did does do be been would could can got")
_CONTRACTIONS = words_in(
    """
    isn't wasn't aren't weren't hasn't haven't hadn't didn't doesn't don't couldn't can't
    """
)
_PRONOUNS = words_in("i we you he she they it who which that this there what nobody everyone")


@dataclass(frozen=True, slots=True)
class Denial:
    """The words that deny, and from where to where they reach."""

    cue: Hit
    reach: Hit


def denials(
    passage: Passage, cues: Iterable[Hit], idioms: Iterable[Hit], predicates: Iterable[Hit]
) -> list[Denial]:
    """Every denial with what it reaches; a cue inside an idiom ("no doubt") denies nothing."""
    idle = {word for hit in idioms for word in range(hit.first, hit.last + 1)}
    said_of_subject = {hit.first for hit in predicates}
    found = []
    for cue in cues:
        if cue.first in idle or _is_bare_no(passage, cue):
            continue
        last = _end_of_reach(passage, cue)
        backward = not said_of_subject.isdisjoint(range(cue.last + 1, last + 1))
        first = _subject_of(passage, cue) if backward else cue.first
        found.append(Denial(cue, Hit(first, last)))
    return found


def denied_words(found: Iterable[Denial]) -> set[int]:
    """The words that are denied; a denial inside another's reach takes it back."""
    denied: set[int] = set()
    for denial in found:
        reach = set(range(denial.reach.first, denial.reach.last + 1)) - {denial.cue.first}
        if denial.cue.first in denied:
            denied -= reach
        else:
            denied |= reach
    return denied


def _is_bare_no(passage: Passage, cue: Hit) -> bool:
    """Whether "no" is an answer by itself ("No, we waited")."""
    signs = passage.after(cue.last).strip()
    return (
        passage.words[cue.first] == "no" and cue.first == cue.last and signs[:1] in tuple(",.!?;")
    )


def _end_of_reach(passage: Passage, cue: Hit) -> int:
    last, left = cue.last, REACHED_WORDS
    _, end = passage.sentences[passage.sentence_of(cue.first)]
    for word in range(cue.last + 1, end):
        if _parts(passage, word):
            break
        left -= passage.words[word] not in _SMALL
        if left < 0:
            break
        last = word
    return last


def _subject_of(passage: Passage, cue: Hit) -> int:
    """Where the subject of a denied predicate begins: "[the rollback] was never tested"."""
    auxiliary = passage.word(cue.first - 1) in _AUXILIARIES
    if not auxiliary and passage.words[cue.first] not in _CONTRACTIONS:
        return cue.first
    start, _ = passage.sentences[passage.sentence_of(cue.first)]
    verb = cue.first - auxiliary
    first = verb
    while first > max(start, verb - SUBJECT_WORDS) and not _parts(passage, first):
        if passage.words[first - 1] in _PRONOUNS | _BREAKS:
            break
        first -= 1
    return first if start <= first < verb else cue.first


def _parts(passage: Passage, word: int) -> bool:
    """Whether a clause ends before this word."""
    return passage.words[word] in _BREAKS or bool(passage.between(word).strip(" \n'\"-"))
