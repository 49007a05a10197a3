"""Where an answer begins to say something: after the thanks and the "um, so"."""

from tpmprep.domain.detectors.cast import is_deed
from tpmprep.domain.detectors.passage import Passage
from tpmprep.domain.detectors.words_of_openings import (
    BACKGROUND_DEEDS,
    HOLDS_TRUE,
    LEADING_NOISE,
    POINTING,
    POLITE,
    YES_OR_NO,
)
from tpmprep.domain.detectors.words_of_people import STATES

_SKIPPED = 3
"""So many sentences of thanks and noise are passed over."""

_SUBJECT = 5
"""A general claim names what it is about in so few words."""

_GOES_ON = LEADING_NOISE - {"i", "no", "yes"}


def opening_of(passage: Passage) -> tuple[int, int] | None:
    """The words, from the first to the one after the last, of the sentence that opens."""
    for first, end in passage.sentences[:_SKIPPED]:
        if not set(passage.words[first:end]) <= POLITE:
            start = _after_noise(passage, first, end)
            return (start, end) if start < end else None
    return None


def is_yes_or_no(passage: Passage, start: int) -> bool:
    """Whether a "yes" answers ("Yes, I'd ship it"), and does not just begin ("yes, so, um")."""
    after = passage.words[start + 1] if start + 1 < len(passage.words) else ""
    said = passage.words[start] in YES_OR_NO and bool(passage.after(start).strip())
    return said and after not in _GOES_ON


def is_own_deed(passage: Passage, start: int) -> bool:
    """Whether an opening tells what "I" or "we" did, and not which job it was ("I led a team")."""
    who, deed = passage.words[start], passage.word(start + 1)
    return who in ("i", "we") and is_deed(deed) and deed not in BACKGROUND_DEEDS | STATES


def is_general(passage: Passage, start: int, end: int) -> bool:
    """Whether an opening says what always holds: "Influence is mostly preparation"."""
    if passage.words[start] in POINTING:
        return False
    near = range(start + 1, min(end, start + 1 + _SUBJECT))
    verb = next((n for n in near if passage.words[n] in HOLDS_TRUE), None)
    signs = [] if verb is None else [passage.between(n).strip() for n in range(start + 1, verb + 2)]
    return verb is not None and verb + 1 < end and not any(signs)


def _after_noise(passage: Passage, first: int, end: int) -> int:
    while first < end and passage.words[first] in LEADING_NOISE:
        means = passage.words[first + 1 : first + 2] == ("mean",)
        if (passage.words[first] == "i" and not means) or is_yes_or_no(passage, first):
            break
        first += 1
    return first
