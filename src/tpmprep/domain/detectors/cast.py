"""The people of a passage: who is named, and who does what a verb says."""

from dataclasses import dataclass

from tpmprep.domain.detectors.passage import Passage, words_in
from tpmprep.domain.detectors.words_of_cast import (
    ADVERBS,
    ASIDES,
    AUXILIARIES,
    GROUPS,
    IRREGULAR,
    NOT_PAST,
    NOT_PEOPLE,
    OPENERS,
    ROLES,
)

_REACH = 6
"""So many words may stand between somebody and the verb ("Raul on the storage team takes")."""

_SINGULAR = words_in("i he she i'd he'd she'd i've she's he's i'll she'll he'll")
_PRONOUNS = _SINGULAR | words_in("we they who you we'd we've they'd they've we'll")
_OPINION = words_in(
    """
    think guess mean believe suppose feel suspect reckon know hope want remember recall kind
    don't was am wanna imagine doubt say gather assume wish
    """
)
_HELPERS = AUXILIARIES | words_in("could can should might may must shall who")
_THINGS_FOLLOW = words_in("the a an our my its their this that your some any each every")
_OF_ONE = words_in("is was has owns does")
"""Verbs that tell a name in -s ("Ines owns") from a plural ("Scanners own")."""

_STANDS = words_in("in on from at of over with")
_NOT_AS_NAMES_END = ("ing", "tion", "tions", "ity", "ment", "ness", "s", "ance", "ence", "ly", "ed")


@dataclass(frozen=True, slots=True)
class Cast:
    """The names in a passage, as numbers of words; "Ines's" is one of them."""

    passage: Passage
    names: frozenset[int]

    def is_person(self, word: int) -> bool:
        """Whether a word is a name or the role of one person."""
        return word in self.names or bare(self.passage.words[word]) in ROLES

    def is_agent(self, word: int) -> bool:
        """Whether a word may be the subject of what somebody does."""
        said = self.passage.words[word]
        if said in _PRONOUNS or said in GROUPS:
            return True
        return self.is_person(word) and not said.endswith("'s")

    def subject_of(self, verb: int) -> int | None:
        """The word for whoever does what the verb at `verb` says, when that is somebody."""
        first, _ = self.passage.sentences[self.passage.sentence_of(verb)]
        word = self._before_asides(verb, first)
        if word < first:
            return None
        if self.is_agent(word) or self._opens_as_name(word, first):
            return word
        return self._subject_further_back(word, verb, first)

    def is_somebody(self, word: int) -> bool:
        """Whether a word names a person, at the beginning of a sentence too."""
        first, _ = self.passage.sentences[self.passage.sentence_of(word)]
        return self.is_person(word) or self._opens_as_name(word, first)

    def is_unreal(self, verb: int) -> bool:
        """Whether it only might have been so: "could have asked", not "would have to own"."""
        first, _ = self.passage.sentences[self.passage.sentence_of(verb)]
        before = self.passage.words[max(first, verb - 8) : verb]
        might = {"could", "should", "would", "might"} & set(before)
        return "have" in before and before[-1] != "to" and bool(might)

    def acts_alone(self, sentence: int) -> bool:
        """Whether one person does something in a sentence: "I", a name, a role."""
        first, end = self.passage.sentences[sentence]
        return any(self._acts(word, first, end) for word in range(first, end))

    def _acts(self, word: int, first: int, end: int) -> bool:
        words = self.passage.words
        said = words[word]
        if said in _SINGULAR:
            joined = words[word - 1 : word] == ("and",)
            thinks = word + 1 < end and words[word + 1] in _OPINION
            return not thinks and (joined or word + 1 < end)
        if said in ("me", "myself"):
            return word > first and words[word - 1] in ("and", "by")
        if not self.is_person(word) and not self._opens_as_name(word, first):
            return False
        before = words[word - 1] if word > first else ""
        if before == "by" or said.endswith("'s"):
            return before in ("by", "on", "at", "under")
        return before not in ("to", "for") and self._verb_follows(word, end)

    def _verb_follows(self, word: int, end: int) -> bool:
        words, word, furthest = self.passage.words, word + 1, min(end, word + _REACH)
        while word < furthest and (words[word] in ASIDES or word in self.names):
            word += 1
        return word < furthest and (is_deed(words[word]) or words[word] in _HELPERS)

    def _before_asides(self, verb: int, first: int) -> int:
        """The last word before a verb that is not an adverb, an auxiliary or a noise."""
        words, word = self.passage.words, verb - 1
        while word >= first and verb - word <= _REACH and aside_at(words, word):
            word -= 1
        return word

    def _subject_further_back(self, word: int, verb: int, first: int) -> int | None:
        """Somebody with a place or a title: "Raul on storage takes", "Noor, our head, brought"."""
        enclosed = "," in self.passage.between(verb)
        for back in range(word, max(first, word - _REACH) - 1, -1):
            known = self.is_somebody(back)
            stands = self.passage.words[back + 1] in _STANDS
            if known and (stands or (enclosed and "," in self.passage.between(back + 1))):
                return back
        return None

    def _opens_as_name(self, word: int, first: int) -> bool:
        """A capital says nothing at the beginning of a sentence; an uncommon word may."""
        passage = self.passage
        said = passage.words[word]
        plain = said.partition("'")[0]
        if word != first or plain in OPENERS or plain in NOT_PEOPLE or len(plain) < 2:
            return False
        start = passage.places[word][0]
        return passage.text[start].isupper() and (
            len(plain) < 4
            or not plain.endswith(_NOT_AS_NAMES_END)
            or plain.endswith(("as", "os", "us"))
            or (plain.endswith("s") and passage.word(word + 1) in _OF_ONE)
        )


def cast_of(passage: Passage) -> Cast:
    """The people whom a passage names."""
    inner = {n for n in range(len(passage.words)) if _is_name(passage, n)}
    known = {bare(passage.words[n]) for n in inner}
    opening = {first for first, _ in passage.sentences if bare(passage.words[first]) in known}
    return Cast(passage, frozenset(inner | opening))


def aside_at(words: tuple[str, ...], place: int) -> bool:
    """Whether a word may stand between somebody and the verb without changing who acts."""
    said = words[place]
    if said in ("i", "you"):
        return words[place + 1 : place + 2] in (("mean",), ("know",))
    if said == "team":
        return words[max(0, place - 2) : place] == ("as", "a")
    return said in ASIDES or said in ADVERBS or said in AUXILIARIES or said.endswith("ly")


def is_deed(word: str) -> bool:
    """Whether a word tells of a deed that is done: "shipped", "chose", "owns"."""
    return word in IRREGULAR or (word.endswith("ed") and word not in NOT_PAST)


def bare(word: str) -> str:
    """A word without the ending of the owner."""
    return word.removesuffix("'s")


def _is_name(passage: Passage, word: int) -> bool:
    if not passage.is_capital(word):
        return False
    start, end = passage.places[word]
    written = bare(passage.text[start:end].replace("’", "'"))
    said = written.casefold()
    if len(written) < 2 or not written[1:].islower() or said in NOT_PEOPLE:
        return False
    if said.partition("'")[0] in OPENERS:
        return False
    apart = bool(passage.between(word).strip())
    return apart or _says_who(passage, word) or passage.words[word - 1] not in _THINGS_FOLLOW


def _says_who(passage: Passage, word: int) -> bool:
    """Whether "that" is no article before a name ("agreed that Omar would", not "that Kafka")."""
    return passage.words[word - 1] == "that" and passage.word(word + 1) in _HELPERS
