"""Who: who answers for it, and where only "we" did it."""

from bisect import bisect_right
from collections.abc import Iterable

from tpmprep.domain.detectors.cast import Cast, aside_at, bare, cast_of, is_deed
from tpmprep.domain.detectors.cues import Hit
from tpmprep.domain.detectors.passage import Passage, Span, words_in
from tpmprep.domain.detectors.reading import Reading
from tpmprep.domain.detectors.words_of_cast import GROUPS
from tpmprep.domain.detectors.words_of_people import (
    BURDENS,
    GATHERINGS,
    IDLE,
    NO_PERSONS_LABEL,
    OWNERS_LABEL,
    STATES,
    TITLES,
    WE,
)

_NEAR = 8
"""So many words from a phrase of ownership the person may stand who is meant."""

_LABEL_WORDS = 6
_SIGNS = frozenset(";:–—")
_ONE = words_in(
    "i me he she him her mine myself i'd i've he's she's i'm whoever they them themselves"
)
_HELPERS = words_in("did is was will would does")
_ASIDE = words_in("if what which how before after since until where than when")
"""What makes "we" part of another's sentence ("three days after we opened, calls tripled")."""

_NO_DEED = words_in("no nothing none not have lucky better worse hit stuck told caught")
_CHOOSING = words_in("said decided agreed chose")
_GATHERING_REACH = 6
_SHARE = words_in("for on accountable took takes the")
_ARTICLES = words_in("the our their its")
_POSSESSIVES = words_in("my our their its your his her whose on an")
_IS = words_in("is was are were be it's that's remains stays now")


def owners(reading: Reading) -> list[Span]:
    """Clauses that say who answers for something."""
    cast = cast_of(reading.passage)
    hits = [
        *(h for h in reading.said("answers_for") if _somebody_answers(cast, h)),
        *(h for h in reading.said("owned_by") if _follows(cast, h, 5, groups=True)),
        *(h for h in reading.said("rests_on") if _rests_on_somebody(cast, h)),
        *(h for h in reading.said("gives_to") if _gives_to_somebody(cast, h)),
        *_holders(cast, reading.said("holds")),
        *(h for h in reading.said("leads") if _leads(cast, h)),
        *reading.said("mine"),
        *(h for h in reading.said("turf") if _is_all_that_is_said(cast.passage, h)),
        *(h for h in _titled(cast) if h.first not in reading.denied),
        *(h for h in _owners_by_ending(cast) if h.first not in reading.denied),
        *_labels(cast),
        *_shares(cast),
    ]
    return _clauses(reading.passage, hits)


def we_without_owner(reading: Reading) -> list[Span]:
    """Sentences in which "we" acted and no person is said to have acted or decided."""
    passage, cast = reading.passage, cast_of(reading.passage)
    we = [n for n, w in enumerate(passage.words) if w in WE and passage.word(n - 1) not in _ASIDE]
    acting = {passage.sentence_of(n) for n in we if _we_act(reading, n)}
    return reading.sentences({n for n in acting if not cast.acts_alone(n)})


def _we_act(reading: Reading, we: int) -> bool:
    """Whether a deed follows "we": in its own verb, or after "and" when that verb is a state."""
    words = reading.passage.words
    _, end = reading.passage.sentences[reading.passage.sentence_of(we)]
    verb = we + 1
    while verb < end and aside_at(words, verb) and not _is_main_verb(words, verb):
        verb += 1
    if verb >= end:
        return False
    if _is_action(reading, verb, end):
        return True
    joined = (n + 1 for n in range(verb, min(end - 1, verb + 25)) if words[n] == "and")
    return words[verb] in STATES and any(_is_action(reading, n, end) for n in joined)


def _is_main_verb(words: tuple[str, ...], verb: int) -> bool:
    """Whether "had", "did" and their kin stand alone: "we had a call", not "we had agreed"."""
    if words[verb] in ("had", "have", "has"):
        return not any(is_deed(word) for word in words[verb + 1 : verb + 2])
    return words[verb] in _HELPERS


def _is_action(reading: Reading, verb: int, end: int) -> bool:
    words = reading.passage.words
    said, after = words[verb], words[verb + 1] if verb + 1 < end else ""
    if said in _CHOOSING and after in ("no", "not"):
        return True
    if verb in reading.denied or after in _NO_DEED:
        return False
    if said == "had" and GATHERINGS & set(words[verb + 1 : min(end, verb + _GATHERING_REACH)]):
        return True
    if said not in STATES and (is_deed(said) or said == "did"):
        return True
    return reading.passage.after(verb) == "-" and is_deed(after)


def _clauses(passage: Passage, hits: Iterable[Hit]) -> list[Span]:
    """The clauses, between two strong signs, in which the hits stand, each once."""
    starts = _clause_starts(passage)
    found = {bisect_right(starts, hit.last) for hit in hits}
    ends = [*starts[1:], len(passage.words)]
    return [passage.span(starts[n - 1], ends[n - 1] - 1) for n in sorted(found)]


def _clause_starts(passage: Passage) -> list[int]:
    """The words that begin a clause; a comma may be that of an aside and begins none."""
    sentences = {first for first, _ in passage.sentences}
    words = range(len(passage.words))
    return [n for n in words if n in sentences or _SIGNS & set(passage.between(n))]


def _subject(cast: Cast, hit: Hit) -> str | None:
    subject = cast.subject_of(hit.first)
    return None if subject is None else cast.passage.words[subject]


def _somebody_answers(cast: Cast, hit: Hit) -> bool:
    """A person or group near a phrase such as "accountable"; "my own", "who decides" is none."""
    words = cast.passage.words
    before = words[hit.first - 1] if hit.first else ""
    if words[hit.first] == "own" and (bare(before) != before or before in _POSSESSIVES):
        return False
    if before == "who" and not cast.passage.between(hit.first - 1).strip():
        return False
    if cast.is_unreal(hit.first):
        return False
    first, end = cast.passage.sentences[cast.passage.sentence_of(hit.first)]
    around = (
        *range(max(first, hit.first - _NEAR), hit.first),
        *range(hit.last + 1, min(end, hit.last + 1 + _NEAR)),
    )
    owner = cast.subject_of(hit.first) is not None and _subject(cast, hit) not in ("we", "you")
    by_group = any(words[n] in GROUPS for n in range(max(first, hit.first - _NEAR), hit.first))
    return owner or by_group or any(cast.is_somebody(n) or words[n] in _ONE for n in around)


def _follows(cast: Cast, hit: Hit, reach: int, *, groups: bool = False) -> bool:
    """Whether a person (or a group) comes soon after "owned by", "rests with"."""
    _, end = cast.passage.sentences[cast.passage.sentence_of(hit.first)]
    for word in range(hit.last + 1, min(end, hit.last + 1 + reach)):
        said = cast.passage.words[word]
        if word > hit.last + 1 and cast.passage.between(word).strip():
            return False
        known = cast.is_person(word) or (groups and cast.is_agent(word) and said != "we")
        whose = said.endswith("'s") and cast.passage.word(word + 1) not in GROUPS
        if (known and not whose) or said in ("me", "him", "her"):
            return True
    return False


def _rests_on_somebody(cast: Cast, hit: Hit) -> bool:
    """The job is laid on somebody: "it was on Fatima"; not "Ana sat with Tom"."""
    words = cast.passage.words
    if words[hit.first].startswith("belong"):
        return True
    return cast.subject_of(hit.first) is None and _follows(cast, hit, 3)


def _gives_to_somebody(cast: Cast, hit: Hit) -> bool:
    if cast.is_unreal(hit.first):
        return False
    _, end = cast.passage.sentences[cast.passage.sentence_of(hit.first)]
    return any(
        cast.is_person(n) or cast.passage.words[n] in ("him", "her", "them", "me")
        for n in range(hit.first + 1, min(end, hit.last + 3))
    )


def _holders(cast: Cast, hits: Iterable[Hit]) -> list[Hit]:
    """Whoever holds a thing: "Dmitri had the tooling"; "I" only with another beside it."""
    kept = [(hit, cast.subject_of(hit.first)) for hit in hits if not _is_idle(cast, hit)]
    people = [(hit, who) for hit, who in kept if who is not None and _holds(cast, hit, who)]
    count: dict[int, int] = {}
    for hit, _ in people:
        number = cast.passage.sentence_of(hit.first)
        count[number] = count.get(number, 0) + 1
    return [
        hit
        for hit, who in people
        if cast.passage.words[who] != "i" or count[cast.passage.sentence_of(hit.first)] > 1
    ]


def _leads(cast: Cast, hit: Hit) -> bool:
    """Whether one person leads a thing, said with a pronoun: "she ran it", not "ran it again"."""
    return _subject(cast, hit) in ("i", "he", "she", "who") and not _is_idle(cast, hit)


def _is_all_that_is_said(passage: Passage, hit: Hit) -> bool:
    """Whether "his call" is a clause by itself, or follows "it's": not "my decision failed"."""
    if passage.word(hit.first - 1) in _IS:
        return True
    alone = bool(passage.after(hit.last).strip()) or hit.last + 1 == len(passage.words)
    return alone and (hit.first == 0 or bool(passage.between(hit.first).strip()))


def _titled(cast: Cast) -> list[Hit]:
    """A name with a title set off by a comma: "Joanna, the client lead", "the web lead, Jonas"."""
    passage, found = cast.passage, []
    for word in range(1, len(passage.words)):
        if passage.words[word] not in TITLES:
            continue
        near = range(word - 1, max(-1, word - 5), -1)
        article = next((n for n in near if passage.words[n] in _ARTICLES), None)
        if article is None:
            continue
        before = article - 1 in cast.names and passage.between(article).strip() == ","
        after = word + 1 in cast.names and passage.after(word).strip() == ","
        if before or after:
            found.append(Hit(article, word))
    return found


def _holds(cast: Cast, hit: Hit, who: int) -> bool:
    """Whether one person or group is meant: not "we", not "support leads in four countries"."""
    words = cast.passage.words
    if words[hit.first] == "leads" and words[who] in GROUPS:
        return False
    return words[who] not in ("we", "you", "they", "who", "i'd", "he'd", "she'd")


def _is_idle(cast: Cast, hit: Hit) -> bool:
    """Whether what is had or taken is an idea, a look, the time of day."""
    return bool(IDLE & set(cast.passage.words[hit.last : hit.last + 5]))


def _owners_by_ending(cast: Cast) -> list[Hit]:
    """A thing that is somebody's: "the budget is Tom's", "it is Moira's call"."""
    passage, found = cast.passage, []
    for word in sorted(cast.names):
        if word == 0 or not passage.words[word].endswith("'s"):
            continue
        after = passage.words[word + 1] if word + 1 < len(passage.words) else ""
        closes = bool(passage.after(word).strip()) and passage.words[word - 1] in _IS
        if closes or after in BURDENS:
            found.append(Hit(word, word))
    return found


def _labels(cast: Cast) -> list[Hit]:
    """A name after a colon: "Rollout: Gwen. Money: me.", "Sponsor: the CFO."."""
    passage = cast.passage
    starts = [n for n in range(1, len(passage.words)) if passage.between(n).strip() == ":"]
    named = [(start, _named_at(cast, start)) for start in starts if _is_label(passage, start)]
    return [Hit(start, name) for start, name in named if name is not None]


def _named_at(cast: Cast, start: int) -> int | None:
    """The name, the "me" or the role in few words that stands there and ends with a sign."""
    words = cast.passage.words
    if start in cast.names or words[start] in ("me", "myself", "i"):
        asked = bool(set(words[max(0, start - _LABEL_WORDS) : start]) & OWNERS_LABEL)
        return start if asked or _stands_alone(cast, start) else None
    if words[start] not in ("the", "our", "my"):
        return None
    near = range(start + 1, min(len(words), start + 4))
    return next((n for n in near if cast.is_person(n) and _stands_alone(cast, n)), None)


def _is_label(passage: Passage, word: int) -> bool:
    first, _ = passage.sentences[passage.sentence_of(word)]
    few = 0 < word - first <= _LABEL_WORDS
    return few and not set(passage.words[first:word]) & NO_PERSONS_LABEL


def _stands_alone(cast: Cast, word: int) -> bool:
    """Whether a name, of one word or two, is followed by a sign and not by a verb."""
    last = word + 1 if word + 1 in cast.names else word
    return last + 1 == len(cast.passage.words) or bool(cast.passage.after(last).strip())


def _shares(cast: Cast) -> list[Hit]:
    """Two people or more, each for a thing: "Pavel took orders and Amy the returns"."""
    found = []
    for first, end in cast.passage.sentences:
        each = [n for n in range(first, end - 2) if _stands_for(cast, n, first)]
        if len(each) > 1:
            found.append(Hit(each[0], each[-1] + 1))
    return found


def _stands_for(cast: Cast, word: int, first: int) -> bool:
    words = cast.passage.words
    known = cast.is_somebody(word) or words[word] in _ONE or word == first
    idle = IDLE & set(words[word + 2 : word + 5]) or cast.passage.between(word + 1).strip()
    return known and not idle and words[word + 1] in _SHARE
