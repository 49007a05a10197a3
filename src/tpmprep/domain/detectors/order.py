"""Words that show how an answer is built: counted parts, headings, "to close"."""

from tpmprep.domain.detectors.cues import Hit
from tpmprep.domain.detectors.passage import Passage, Span, words_in
from tpmprep.domain.detectors.reading import Reading

_BARE = words_in(
    """
    one two three four five six second third fourth fifth finally lastly next last overall first
    """
)
"""Words that show an order only when a comma, a colon or the end of the sentence follows."""
_NUMERALS = words_in("one two three four five six")
_BEGINS = words_in("first firstly one opening begin start open put")
"""Words with which an order begins: "first", "to begin with", "my opening move"."""
_LEAD_IN = words_in(
    """
    and so but then okay ok um uh er well right yeah also now like basically i'd i mean you know i
    """
)
"""What may stand before a signpost and leave it at the head of its clause."""
_NOT_TOPICS = words_in(
    """
    average balance reflection paper top time purpose call the a an my our his her their its that
    this friday monday one two three another each every principle demand site board track
    """
)
_NOT_HEADINGS = words_in(
    """
    i we you he she it they there that this these those who which is was are were has had do did
    said says say told asked asks wrote added replied thought like example instance following
    """
)
"""Words of a clause: what ends with a colon behind one of them is no heading."""
_QUESTIONS = words_in("what why how who when where")
_QUESTION_WORDS, _TOPIC_WORDS, _HEADING_WORDS = 6, 3, 4
"""How long the head of a sentence is at most."""


def signposts(reading: Reading) -> list[Span]:
    """Words that show the structure; "first" and its kin only at the head of a clause."""
    passage = reading.passage
    opening = [h for h in reading.outside("opening", "not_order") if _shows_order(passage, h)]
    heads = [head for ends in passage.sentences if (head := _head(passage, *ends))]
    found = [*reading.outside("signpost", "not_order"), *opening, *heads]
    return list(reading.spans([*found, *_continuing(reading, opening)]))


def _continuing(reading: Reading, opening: list[Hit]) -> list[Hit]:
    """What goes on with an order that was begun: "First the names. Then the exit."."""
    passage = reading.passage
    begun = min((h.first for h in opening if _begins(passage, h)), default=None)
    if begun is None:
        return []
    later = [h for h in reading.outside("continuing", "not_order") if h.first > begun]
    return [hit for hit in later if _at_head(passage, hit.first)]


def _begins(passage: Passage, hit: Hit) -> bool:
    """Whether a phrase begins an order: "first", "to begin with", "my opening move"."""
    return not _BEGINS.isdisjoint(passage.words[hit.first : hit.first + 2])


def _shows_order(passage: Passage, hit: Hit) -> bool:
    """Whether a phrase stands at the head of a clause, a bare "second" with a sign behind it."""
    bare = hit.first == hit.last and passage.words[hit.first] in _BARE
    signs = passage.after(hit.last)
    if bare and (signs == "-" or signs.strip()[:1] not in tuple(",:.-–—")):
        return False
    if _at_head(passage, hit.first):
        return True
    counted = bare and passage.words[hit.first] not in _NUMERALS
    return counted and passage.between(hit.first).strip()[:1] in tuple(",;:")


def _at_head(passage: Passage, word: int) -> bool:
    """Whether only words of lead-in stand between the beginning of a clause and this word."""
    first, _ = passage.sentences[passage.sentence_of(word)]
    for place in range(word, max(first, word - 4) - 1, -1):
        if place == first or passage.between(place).strip()[:1] in tuple(";:–—"):
            return True
        if passage.words[place - 1] not in _LEAD_IN:
            return False
    return False


def _head(passage: Passage, first: int, end: int) -> Hit | None:
    """The head of a sentence that says what it is on: "Risk: ...", "On people, ...", "Why: ...".

    One word behind it makes no sentence of it ("Backend: Ana").
    """
    while first < end - 1 and passage.words[first] in _LEAD_IN:
        first += 1
    if passage.words[first].endswith("ing") and not passage.after(first).strip():
        return None  # an act ("Waiting for her: three weeks"), while "Staffing:" is a topic
    longest, others, signs = _kind_of_head(passage.words[first])
    for word in range(first, min(end, first + longest)):
        if passage.words[word] in others:
            return None
        after = passage.after(word)
        if after.strip():
            heads = after[0] in signs and after[1:2].isspace() and word + 2 < end
            return Hit(first, word) if heads else None
    return None


def _kind_of_head(word: str) -> tuple[int, frozenset[str], str]:
    """Of a head that begins so: its greatest length, the words it has not, the signs after it."""
    if word in _QUESTIONS:
        return _QUESTION_WORDS, frozenset(), ":"
    if word == "on":
        return _TOPIC_WORDS, _NOT_TOPICS, ":,"
    return _HEADING_WORDS, _NOT_HEADINGS, ":"
