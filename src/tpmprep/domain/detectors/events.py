"""What happened: signals that changed the plan, results, and ritual in their place."""

from bisect import bisect_left
from collections.abc import Iterable

from tpmprep.domain.detectors.cues import Hit
from tpmprep.domain.detectors.own_words import bare_lists
from tpmprep.domain.detectors.passage import Span, words_in
from tpmprep.domain.detectors.reading import Reading
from tpmprep.domain.detectors.signals import signals

LATE = 0.5
"""Outcomes are told in the opening or from this share of the words on."""
WISH_AFTER = 3
"""So many words behind a figure may still say that it is wished ("two of them should be")."""
RUN_ON = 80
"""A sentence of more words than these is several that nobody has parted."""
CLAUSE = 12
"""A clause is followed back over no more words than these."""

_NEW_CLAUSE = words_in("and but so because which while")


def signals_that_changed(reading: Reading) -> list[Span]:
    """Something seen and, there or in the next sentence, what was done differently."""
    passage = reading.passage
    return [
        passage.span(passage.sentences[seen][0], passage.sentences[changed][1] - 1)
        for seen, changed in signals(reading).items()
    ]


def results(reading: Reading) -> list[Span]:
    """Outcomes with a figure: what moved and by how much, what was counted when it was done."""
    told = [hit for hit in reading.hits["outcome_told"] if not _is_wish(reading, hit)]
    moved = [hit for hit in reading.hits["outcome"] if not _is_wish(reading, hit)]
    counted = [
        hit
        for hit in reading.hits["outcome_counted"]
        if _is_told_last(reading, hit) and not _is_wish(reading, hit)
    ]
    # The figure that made a plan change is no outcome, unless it is announced as one.
    found = {reading.sentence_of(hit) for hit in moved + counted}
    causes = _without_run_ons(reading, signals(reading))
    return reading.sentences((found - causes) | {reading.sentence_of(hit) for hit in told})


def theatre(reading: Reading) -> list[Span]:
    """Ritual and reporting without a decision, a change or another use.

    Keywords in a row ("RAID log, RACI, dashboards") tell of no ritual.
    """
    ritual = [hit for hit in reading.said("ritual") if hit.last not in reading.denied]
    useful = {reading.sentence_of(hit) for hit in reading.said("useful")}
    useful = _without_run_ons(reading, useful | signals(reading).keys())
    found = {reading.sentence_of(hit) for hit in ritual}
    return reading.sentences(found - useful - bare_lists(reading.passage))


def _without_run_ons(reading: Reading, sentences: Iterable[int]) -> set[int]:
    """The sentences but for those of a transcript without stops, which tell of many things."""
    ends = reading.passage.sentences
    return {number for number in sentences if ends[number][1] - ends[number][0] <= RUN_ON}


def _is_told_last(reading: Reading, hit: Hit) -> bool:
    """Whether a phrase stands where outcomes are told: in the opening or towards the end."""
    return reading.sentence_of(hit) == 0 or hit.first >= LATE * len(reading.passage.words)


def _is_wish(reading: Reading, hit: Hit) -> bool:
    """Whether a figure is a target, an estimate, a price or a condition, not an outcome."""
    passage = reading.passage
    start, _ = passage.sentences[reading.sentence_of(hit)]
    start = max(start, hit.first - CLAUSE)
    for word in range(hit.first, start, -1):
        if passage.words[word] in _NEW_CLAUSE or ";" in passage.between(word):
            start = word
            break
    wishes = reading.hits["not_outcome"]
    place = bisect_left(wishes, start, key=lambda wish: wish.first)
    return place < len(wishes) and wishes[place].first <= hit.last + WISH_AFTER
