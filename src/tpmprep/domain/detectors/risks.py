"""Risks: what may go wrong and what is done about it."""

from bisect import bisect_left
from collections.abc import Iterator

from tpmprep.domain.detectors.cast import cast_of, is_deed
from tpmprep.domain.detectors.dangers import chances, conditions, dangers, openers
from tpmprep.domain.detectors.parts import firsts, opens_clause
from tpmprep.domain.detectors.passage import Span, words_in
from tpmprep.domain.detectors.reading import Reading

IDLE_WITHIN = 9
"""So soon after "so" it shows whether something was done or only looked at."""
BRAKE_AFTER = 3
"""Sooner after "if" the brake is the condition itself ("if we stop now, ...")."""
WHETHER_WITHIN = 3
"""So soon before "if" a verb of asking makes it "whether"."""

_WHETHER = words_in(
    """
    ask asked asks check checked know knew see tell told wonder wondered what who how unclear sure
    even
    """
)
_ACTORS = words_in("i we he she they i'd we'd he'd she'd they'd i'll we'll she'll he'll they'll")
_THINGS = words_in(
    """
    a an the our my his her their every each all any both half most it that two three others another
    """
)
_LINKS = words_in("and so then which")
_HELPERS = words_in(
    """
    have had has would will could can was were to just also then always simply already um uh er
    """
)
_NO_DEED = words_in(
    """
    a an the no some am are is be been being do did didn't don't can't couldn't wasn't weren't
    aren't never i we he they lose lost miss missed die died need needed like likes liked
    love loved think thought know knew feel felt guess believe mean hope saw see said say suppose
    understand understood learned accepted agreed wanted reckon imagine weigh adapt adjust cope
    react deal figure look talk
    """
)
_ENDS_BADLY = words_in(
    """
    slip slips slipped fail fails failed lose loses lost late dead
    trouble stuck fired slow suffer miss
    misses missed complain complains complained dies died suffers suffered
    """
)
_NO_CONSEQUENCE = words_in("that far many much long on forth called nobody none no nothing")


def risks_with_mitigation(reading: Reading) -> list[Span]:
    """A thing that may go wrong and, there or in the next sentence, what is done about it."""
    return list(_Risks(reading).found())


class _Risks:
    """The dangers of one text, and whether something is done about them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._passage = reading.passage
        self._cast = cast_of(reading.passage)
        self._idle = {hit.first for hit in reading.hits["idle"]}
        self._hences = {hit.first for hit in reading.hits["hence"]}
        self._steps = firsts(reading, "step", "idle")
        self._responses = firsts(reading, "response", "idle")
        self._brakes = firsts(reading, "brake")
        self._openers = sorted(openers(reading))
        self._acted = self._sentences_of("measure", "way_back")
        self._guarded = self._sentences_of("guards_against")
        self._named = self._sentences_of("named_worry")

    def found(self) -> Iterator[Span]:
        """A sentence with both, or two in a row."""
        feared = dangers(self._reading, self._idle)
        uncertain, assumed = chances(self._reading), conditions(self._reading)
        braked = self._braked()
        for number, (first, end) in enumerate(self._passage.sentences):
            if (
                number in self._guarded
                or number in braked
                or (number in feared and self._is_answered(feared[number], number))
                or (number in uncertain and self._is_provided_for(uncertain[number], end))
                or (number in assumed and self._has_response(assumed[number], number))
            ):
                yield self._passage.span(first, end - 1)
            elif number in feared and self._next_answers(number):
                yield self._passage.span(first, self._passage.sentences[number + 1][1] - 1)

    def _sentences_of(self, *lexicons: str) -> set[int]:
        """The sentences with such phrases; paperwork and mere looking on are none."""
        hits = (h for n in lexicons for h in self._reading.said(n, "not_worry", "idle"))
        return {self._reading.sentence_of(hit) for hit in hits}

    def _braked(self) -> set[int]:
        """The sentences in which something is stopped or undone on a condition."""
        opened: dict[int, int] = {}
        for opener in self._openers:
            opened.setdefault(self._passage.sentence_of(opener), opener)
        by_sentence = ((self._passage.sentence_of(brake), brake) for brake in self._brakes)
        return {
            number
            for number, brake in by_sentence
            if number in opened and brake not in range(opened[number], opened[number] + BRAKE_AFTER)
        }

    def _is_answered(self, danger: int, number: int) -> bool:
        """Whether the sentence that names a danger says what is done about it."""
        first, end = self._passage.sentences[number]
        return (
            number in self._acted
            or any(word in self._steps for word in range(first, end))
            or self._has_consequence(danger, end)
            or self._somebody_acts(danger + 1, end)
            or any(self._goes_on_to_act(word, end) for word in range(danger + 1, end - 1))
            or any(self._thing_acts(word, end, ";:–—") for word in range(danger + 1, end - 1))
        )

    def _is_provided_for(self, chance: int, end: int) -> bool:
        """Whether something follows from what is only uncertain: "so ...", or "; I gave ..."."""
        return self._has_consequence(chance, end) or any(
            (";" in self._passage.between(word) and self._actor_acts(word, end))
            or self._thing_acts(word, end, ";")
            for word in range(chance + 1, end - 1)
        )

    def _next_answers(self, number: int) -> bool:
        """Whether the sentence after a danger says what was done."""
        if number + 1 >= len(self._passage.sentences):
            return False
        first, end = self._passage.sentences[number + 1]
        if number + 1 in self._acted:
            return True
        if first in self._hences or self._is_consequence(first):
            return self._has_consequence(first, end)
        acts = self._actor_acts(first, end) or any(w in self._steps for w in range(first, end))
        return number in self._named and acts

    def _has_consequence(self, first: int, end: int) -> bool:
        """Whether "so", "hence" follows and something was done, not only looked at."""
        for word in range(first, end):
            if word in self._hences or self._is_consequence(word):
                return not self._is_idle(word, end) and not self._ends_badly(word, end)
        return False

    def _is_consequence(self, word: int) -> bool:
        """Whether "so" opens what was done about it: "..., so he put it offline"."""
        passage = self._passage
        if passage.words[word] != "so" or word + 1 >= len(passage.words):
            return False
        after = passage.words[word + 1]
        if opens_clause(passage, word) or passage.word(word - 1) == "and":
            return after not in _NO_CONSEQUENCE
        return after in _ACTORS or after in _THINGS - {"that", "a"}

    def _has_response(self, trouble: int, number: int) -> bool:
        """Whether the main clause after "if it fails, ..." says what happens then."""
        first, end = self._passage.sentences[number]
        if number in self._acted or any(w in self._responses for w in range(trouble, end)):
            return True
        if self._somebody_acts(first, self._opener_before(trouble, first)):
            return True
        pronouns = (w for w in range(trouble + 1, end - 1) if self._passage.words[w] in _ACTORS)
        if self._somebody_acts(trouble + 1, end) or any(self._actor_acts(w, end) for w in pronouns):
            return True
        return any(self._thing_acts(word, end, ",;:–—") for word in range(trouble + 1, end - 1))

    def _opener_before(self, trouble: int, first: int) -> int:
        """The "if" of "Ravi takes over if I am out"; `first` if none, or if it asks "whether"."""
        before = bisect_left(self._openers, trouble)
        opener = max(first, self._openers[before - 1]) if before else first
        asked = self._passage.words[max(first, opener - WHETHER_WITHIN) : opener]
        return opener if _WHETHER.isdisjoint(asked) else first

    def _thing_acts(self, word: int, end: int, signs: str) -> bool:
        """Whether "the limiter ...", "a courier ..." opens a clause that is no further harm."""
        return (
            self._passage.words[word] in _THINGS
            and bool(set(self._passage.between(word)) & set(signs))
            and not self._ends_badly(word, end)
            and not self._is_idle(word, end)
        )

    def _somebody_acts(self, first: int, end: int) -> bool:
        """Whether a clause begins in which "we", "she" or somebody by name does something."""
        return any(
            self._actor_acts(word, end)
            for word in range(first, end - 1)
            if opens_clause(self._passage, word) or self._passage.words[word - 1] in _LINKS
        )

    def _goes_on_to_act(self, word: int, end: int) -> bool:
        """Whether whoever feared something does something next: "... and asked two to stay"."""
        verb = self._passage.words[word + 1]
        return (
            self._passage.words[word] == "and"
            and is_deed(verb)
            and verb not in _NO_DEED
            and not self._is_idle(word + 1, end)
            and not self._ends_badly(word + 1, end)
        )

    def _actor_acts(self, word: int, end: int) -> bool:
        """Whether a person stands there and a deed follows: no state, no mere looking on."""
        passage = self._passage
        said = passage.words[word]
        acting = said in _ACTORS or self._cast.is_agent(word) or self._cast.is_somebody(word)
        if said in ("you", "who") or not acting:
            return False
        verb = word + 1
        while verb < end and passage.words[verb] in _HELPERS:
            verb += 1
        if verb >= end or passage.words[verb] in _NO_DEED:
            return False
        return not self._is_idle(verb, end)

    def _ends_badly(self, word: int, end: int) -> bool:
        return not _ENDS_BADLY.isdisjoint(self._passage.words[word : min(end, word + IDLE_WITHIN)])

    def _is_idle(self, word: int, end: int) -> bool:
        return any(n in self._idle for n in range(word, min(end, word + IDLE_WITHIN)))
