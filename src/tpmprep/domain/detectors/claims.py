"""What was decided, and whether the answer begins with a claim."""

from tpmprep.domain.detectors.cast import Cast, aside_at, cast_of, is_deed
from tpmprep.domain.detectors.cues import Hit
from tpmprep.domain.detectors.opening import is_general, is_own_deed, is_yes_or_no, opening_of
from tpmprep.domain.detectors.passage import Passage, Span, words_in
from tpmprep.domain.detectors.reading import Reading
from tpmprep.domain.detectors.words_of_openings import LEADING_NOISE
from tpmprep.domain.detectors.words_of_proposals import (
    ANALYSES,
    DIRECTING,
    IMPERATIVES,
    SAME_IN_THE_PAST,
)

_UNREAL = words_in(
    "could would should might must can to if whether never nobody other another alternative"
)
_CONDITIONS = words_in("if should unless suppose once case")
_CONDITION_REACH = 20
"""So many words before it a condition may stand ("if it slips, I'd cut it")."""

_JOINING = words_in("and then but")
_JOINED_REACH = 25
"""So far back "and picked the second" may look for whoever did it."""

_INTENT_REACH = 8
_REFUSING = words_in("not won't wouldn't")
_ASKING = words_in("what which whatever")
_CONNECT = words_in("because so but which while since although")
_SUBJECTS = words_in("i we he she it they was is were are had have the my our")
_PASSIVE = (("was",), ("were",), ("been",), ("being",), ("is",), ("are",))
_CLOSINGS = (("it", "was"), ("it", "is"))

_OPENING = 12
"""An opening tells in so many words whether it is an answer or sets the scene."""

_HEAD = 5
"""Words that announce the answer stand so near to its beginning."""

_BARE = 4
"""A figure in so few words is an answer by itself ("Two weeks.")."""

_FIGURES = 3
"""An opening with so many figures is about them, whatever its verb."""

_SHORT = 12
"""A verdict or a choice without a verb has no more words."""


def decisions(reading: Reading) -> list[Span]:
    """Clauses in which somebody decides, did decide, or proposes to."""
    passage, cast = reading.passage, cast_of(reading.passage)
    idle = {hit.first for hit in reading.hits["no_act"]}
    opening = opening_of(passage)
    opens = -1 if opening is None else opening[0]
    hits = [
        *(h for h in reading.said("decides") if _is_real(passage, h)),
        *(h for h in reading.said("act") if h.first not in idle and _somebody_acts(cast, h)),
        *(h for h in reading.said("proposes") if h.first not in idle and _is_proposal(passage, h)),
        *(h for h in reading.said("intends") if h.first not in idle and _is_intent(cast, h, opens)),
        *(h for h in reading.said("directs") if h.first not in idle and _is_directed(cast, h)),
        *_verdicts(reading),
        *_commanded(passage),
        *_closing(passage),
    ]
    return _clauses(cast, hits)


def answer_first(reading: Reading) -> list[Span]:
    """The opening words, when they answer: no frame, no scene, no courtesy."""
    opening = opening_of(reading.passage)
    if opening is None or not _answers(reading, *opening):
        return []
    return [reading.passage.span(opening[0], opening[1] - 1)]


def _is_real(passage: Passage, hit: Hit) -> bool:
    """Whether it happened: not "could have decided", not "who decided", not "if I had"."""
    first, _ = passage.sentences[passage.sentence_of(hit.first)]
    before = passage.words[max(first, hit.first - 4) : hit.first]
    asks = before[-1:] == ("who",) and not passage.between(hit.first - 1).strip()
    asks |= "what" in before[-3:]
    return not asks and not {"if", "unless"} & set(before) and not _UNREAL & set(before[-2:])


def _somebody_acts(cast: Cast, hit: Hit) -> bool:
    """Whether a person, a group or "we" does it, there or in the verb before "and"."""
    passage = cast.passage
    passive = passage.words[hit.first - 1 : hit.first] in _PASSIVE
    done_by = hit.first == hit.last and passage.word(hit.last + 1) == "by"
    if passive or done_by or not _is_real(passage, hit):
        return False
    first, _ = passage.sentences[passage.sentence_of(hit.first)]
    subject = cast.subject_of(hit.first)
    if subject is not None:
        return subject == first or passage.words[subject - 1] not in _ASKING
    before = passage.words[max(first, hit.first - 2) : hit.first]
    if set(before) <= LEADING_NOISE:
        return True  # "Called it on Saturday: edge first": notes leave the "I" out
    back = range(max(first, hit.first - _JOINED_REACH), hit.first)
    return bool(_JOINING & set(before)) and any(
        cast.is_agent(n) or cast.is_somebody(n) for n in back
    )


def _is_proposal(passage: Passage, hit: Hit) -> bool:
    """Whether a proposal stands by itself: not "what I would keep", not "if it slips, I'd cut"."""
    first, _ = passage.sentences[passage.sentence_of(hit.first)]
    before = passage.words[max(first, hit.first - _CONDITION_REACH) : hit.first]
    relative = passage.words[hit.last + 1 : hit.last + 2] in (("is",), ("was",))
    return not relative and not _CONDITIONS & set(before) and "what" not in before[-4:]


def _is_intent(cast: Cast, hit: Hit, opens: int) -> bool:
    """Whether a deed is proposed or ruled out: "I'd shard it", "we won't translate"; no analysis.

    An opening may propose anything ("I'd anchor on cost"), what comes later only what decides.
    """
    passage = cast.passage
    words, (_, end) = passage.words, passage.sentences[passage.sentence_of(hit.first)]
    end, verb = min(end, hit.last + _INTENT_REACH), hit.last + 1
    while verb < end and (aside_at(words, verb) or words[verb] == "not"):
        verb += 1
    if verb + 1 < end and words[verb] in DIRECTING and verb + 1 in cast.names:
        return _is_proposal(passage, hit)
    if verb >= end or words[verb] in ANALYSES or not _is_proposal(passage, Hit(hit.first, verb)):
        return False
    refuses = bool(_REFUSING & set(words[hit.first : verb]))
    plain = words[verb] in SAME_IN_THE_PAST or not is_deed(words[verb])
    return words[verb] in IMPERATIVES or (plain and (refuses or hit.first == opens))


def _is_directed(cast: Cast, hit: Hit) -> bool:
    """Whether a person gets a thing to do: "I put Yusuf on it", "I asked Fatima to sample"."""
    whom = hit.first + 1
    return whom < len(cast.passage.words) and cast.is_person(whom) and _somebody_acts(cast, hit)


def _verdicts(reading: Reading) -> list[Hit]:
    """A choice after a colon: "Decision: ship without search", "the deal was: you move"."""
    passage = reading.passage
    return [
        Hit(hit.first, min(hit.last + 1, len(passage.words) - 1))
        for hit in reading.said("verdict")
        if passage.after(hit.last).startswith(":")
    ]


def _closing(passage: Passage) -> list[Hit]:
    """A choice told by its name: "Keys it was.", "So brownouts it is."."""
    return [
        Hit(first, end - 1)
        for first, end in passage.sentences
        if 2 < end - first <= _SHORT
        and passage.words[end - 2 : end] in _CLOSINGS
        and not set(passage.words[first : end - 2]) <= LEADING_NOISE
    ]


def _commanded(passage: Passage) -> list[Hit]:
    """An opening that says what to do: "Ship it dark", "Kafka, not a database"."""
    opening = opening_of(passage)
    if opening is None or not _is_command(passage, *opening):
        return []
    return [Hit(opening[0], opening[1] - 1)]


def _is_command(passage: Passage, start: int, end: int) -> bool:
    near = range(start + 1, min(end, start + 8))
    after_colon = next((n for n in near if passage.between(n).startswith(":")), start)
    heads = {passage.words[start], passage.words[after_colon]}
    if heads & IMPERATIVES and not passage.after(end - 1).strip().startswith("?"):
        return True
    return _prefers(passage, start, end)


def _prefers(passage: Passage, start: int, end: int) -> bool:
    """Without a verb: "Consistency over availability", "Idempotency keys, not locks"."""
    near = range(start + 1, min(end, start + 6))
    words = passage.words[start : min(end, start + 6)]
    if set(words) & _SUBJECTS:
        return False
    instead = (passage.words[n] == "not" and passage.between(n).strip() == "," for n in near)
    return "over" in words[1:3] or any(instead)


def _clauses(cast: Cast, hits: list[Hit]) -> list[Span]:
    """The clauses of the hits, from whoever acts on; two hits in one clause are one decision."""
    passage, found, covered = cast.passage, [], -1
    for hit in sorted(hits, key=lambda h: (h.first, -h.last)):
        if hit.first <= covered:
            continue
        subject = cast.subject_of(hit.first)
        first = hit.first if subject is None else subject
        last = _end_of_clause(passage, hit.last)
        found.append(passage.span(max(first, covered + 1), last))
        covered = last
    return found


def _end_of_clause(passage: Passage, last: int) -> int:
    _, end = passage.sentences[passage.sentence_of(last)]
    while last + 1 < end and not _breaks(passage, last + 1):
        last += 1
    return last


def _breaks(passage: Passage, word: int) -> bool:
    return bool(set(passage.between(word)) & set(";:,–—(")) or passage.words[word] in _CONNECT


def _answers(reading: Reading, start: int, end: int) -> bool:
    """Whether an opening claims something: it says so itself, or it does and frames nothing."""
    if reading.passage.after(end - 1).strip().startswith("?"):
        return False
    announced = _said_in(reading, "announces", start, min(end, start + _HEAD))
    if announced or is_yes_or_no(reading.passage, start):
        return True
    start = _after_lead_in(reading, start, end)
    near, head = min(end, start + _OPENING), min(end, start + _HEAD)
    if _said_in(reading, "claims", start, head):
        return True
    frames = _said_in(reading, "frames", start, near)
    if frames or _said_in(reading, "sets_scene", start, start + 2):
        return False
    return _claims(reading, start, end, near)


def _after_lead_in(reading: Reading, start: int, end: int) -> int:
    """Past "I would say", "in my view", unless a frame such as "I think it" begins there."""
    if any(hit.first == start for hit in reading.hits["frames"]):
        return start
    leads = (hit.last + 1 for hit in reading.hits["leads_in"] if hit.first == start)
    return next((after for after in leads if after < end), start)


def _claims(reading: Reading, start: int, end: int, near: int) -> bool:
    """A proposal, a cause, a verdict, a decision, or an outcome with its figure."""
    words = reading.passage.words
    if words[start] in ("i'd", "i'll") or words[start : start + 2] == ("i", "would"):
        return True
    if _is_verdict(words[start:end]) or _said_in(reading, "claims", start, end):
        return True
    acts = is_own_deed(reading.passage, start)
    if (acts and words[start] == "i") or is_general(reading.passage, start, end):
        return True
    if any(_lies_in(reading.passage, span, start, near) for span in decisions(reading)):
        return True
    figures = sum(_lies_in(reading.passage, span, start, end) for span in reading.numbers)
    if figures >= _FIGURES or (figures and (acts or end - start <= _BARE)):
        return True
    return bool(figures) and _said_in(reading, "outcomes", start, near)


def _is_verdict(words: tuple[str, ...]) -> bool:
    """Whether an opening is one such as "No owner, no date, no way back"."""
    return len(words) <= _SHORT and words.count("no") > 1


def _lies_in(passage: Passage, span: Span, start: int, end: int) -> bool:
    """Whether a span begins between two words."""
    return passage.places[start][0] <= span.start <= passage.places[end - 1][0]


def _said_in(reading: Reading, lexicon: str, start: int, end: int) -> bool:
    return any(start <= hit.first < end for hit in reading.hits[lexicon])
