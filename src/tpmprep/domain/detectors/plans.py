"""The plan: ways back, and what is left out."""

from collections.abc import Iterator

from tpmprep.domain.detectors.cues import Hit
from tpmprep.domain.detectors.parts import any_in, firsts, opens_clause, parts
from tpmprep.domain.detectors.passage import Passage, Span, words_in
from tpmprep.domain.detectors.reading import Reading

ONE_WAY_BACK = 8
"""Phrases of a way back with so few words between them speak of the same one."""
NEARBY = 12
"""So near to "the old pump" it is said that it stays ready, or when it is needed."""
NAME_WORDS = 2
"""A name has so many words at most: "feature flag", but not "roll it back"."""
DENIED_WITHIN = 8
"""A denial so many words before a way back denies it, unless the clause ends first."""
DENIED_AFTER = 4
"""And one after it ("rollback was never tested") comes so soon."""

_CONJUNCTIONS = words_in("and but while whereas so then or because yet though")
_DENIES_AFTER = words_in("none never empty missing impossible not wasn't isn't nowhere nil")


def rollbacks(reading: Reading) -> list[Span]:
    """Ways back that are said to be there; phrases close together are one of them."""
    passage = reading.passage
    denials = {denial.cue.first for denial in reading.denials}
    joined: list[Hit] = []
    hits = [*reading.said("way_back", "not_way_back"), *_ready_when_needed(reading)]
    for hit in sorted(hits, key=lambda h: h.first):
        if _is_denied_around(passage, hit, denials) or _is_bare_name(passage, hit):
            continue
        same = joined and passage.sentence_of(joined[-1].first) == passage.sentence_of(hit.first)
        if same and hit.first - joined[-1].last <= ONE_WAY_BACK:
            joined[-1] = Hit(joined[-1].first, max(hit.last, joined[-1].last))
        else:
            joined.append(hit)
    return list(reading.spans(_with_what_follows(passage, hit) for hit in joined))


def _ready_when_needed(reading: Reading) -> Iterator[Hit]:
    """An old way that stays ready, and whatever takes over when the new one fails."""
    yield from _side_by_side(reading, "old_way", "in_reserve")
    yield from _side_by_side(reading, "substitute", "in_trouble")


def _side_by_side(reading: Reading, lexicon: str, condition: str) -> Iterator[Hit]:
    """Each phrase of a lexicon with the nearest of `condition`, where one is near."""
    conditions = {hit.first: hit for hit in reading.said(condition, "not_way_back")}
    for hit in reading.said(lexicon, "not_way_back"):
        first, end = reading.passage.sentences[reading.sentence_of(hit)]
        nearby = range(max(first, hit.first - NEARBY), min(end, hit.last + NEARBY + 1))
        said = [conditions[word] for word in nearby if word in conditions]
        if said:
            nearest = min(said, key=lambda other: abs(other.first - hit.first))
            yield Hit(min(hit.first, nearest.first), max(hit.last, nearest.last))


def _with_what_follows(passage: Passage, hit: Hit) -> Hit:
    """A name that opens a note, with the note: "way back: the old pump stays bolted on"."""
    if not passage.after(hit.last).startswith(":"):
        return hit
    _, end = passage.sentences[passage.sentence_of(hit.first)]
    return Hit(hit.first, end - 1)


def non_goals(reading: Reading) -> list[Span]:
    """Parts of sentences that say what was left out on purpose."""
    passage = reading.passage
    limits = firsts(reading, "limit", "not_limit")
    opening = reading.said("limit_opening", "not_limit")
    closing = reading.said("limit_closing", "not_limit")
    labels = [hit for hit in reading.said("limit_label") if passage.after(hit.last)[:1] == ":"]
    limits |= {hit.first for hit in [*opening, *labels] if opens_clause(passage, hit.first)}
    limits |= {hit.first for hit in closing if _closes_clause(passage, hit.last)}
    return list(parts(passage, lambda words: any_in(limits, words)))


def _is_denied_around(passage: Passage, hit: Hit, denials: set[int]) -> bool:
    """Whether a denial stands in the same clause before it, or "none" right after it."""
    start, end = passage.sentences[passage.sentence_of(hit.first)]
    for word in range(hit.first, max(start, hit.first - DENIED_WITHIN) - 1, -1):
        if word in denials and word != hit.first:
            return True
        if passage.between(word).strip() or passage.words[word] in _CONJUNCTIONS:
            break
    for word in range(hit.last + 1, min(end, hit.last + DENIED_AFTER)):
        if passage.between(word).strip(" \n:"):
            return False
        if passage.words[word] in _DENIES_AFTER:
            return True
    return False


def _is_bare_name(passage: Passage, hit: Hit) -> bool:
    """Whether the phrase is the whole sentence: a keyword, of which nothing is said."""
    whole = passage.sentences[passage.sentence_of(hit.first)] == (hit.first, hit.last + 1)
    return whole and hit.last - hit.first < NAME_WORDS


def _closes_clause(passage: Passage, word: int) -> bool:
    """Whether a word ends the text, or a sign follows it."""
    return word + 1 == len(passage.words) or bool(passage.after(word).strip())
