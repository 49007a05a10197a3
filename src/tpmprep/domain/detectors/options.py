"""Options: another way and its price."""

from tpmprep.domain.detectors.parts import (
    Words,
    any_in,
    firsts,
    opens_clause,
    parts,
    parts_in_words,
)
from tpmprep.domain.detectors.passage import Passage, Span, words_in
from tpmprep.domain.detectors.reading import Reading

OPTIONS_AFTER = 4
"""So many sentences after "there were two ways" may each hold one of them and its price."""
VERB_WITHIN = 7
"""The verb of "waiting for the window meant ..." comes so soon after its first word."""
HEADING_WITHIN = 5
"""A heading is no longer than "Borrowing one of her people"."""
PRICE_WITHIN = 25
"""A way and its price stand no further apart, however long the sentence runs on."""

_TAKES = words_in(
    """
    meant means mean costs cost would will is was takes gave gives loses lost leaves left saves
    saved adds added ties tied buys bought burns burned could gets got lets puts runs ran wins
    keeps kept doubles doubled slows slowed needs needed breaks ruled rules moves brings
    makes made frees removes solves hurt hurts
    """
)
_NO_DOING = words_in(
    "during nothing something anything everything morning evening according including thing"
)
_HEADINGS = words_in("price cost costs downside drawback tradeoff")
_PRONOUNS = words_in("i we he she they")
_CONJUNCTIONS = words_in("and but while whereas so then or because yet though")


def options_with_cost(reading: Reading) -> list[Span]:
    """Parts of sentences that weigh another way and its price."""
    return _Options(reading).found()


class _Options:
    """The ways that one text speaks of, and what speaks for and against them."""

    def __init__(self, reading: Reading) -> None:
        passage = self._passage = reading.passage
        self._bargains = firsts(reading, "bargain", "no_choice")
        self._prices = firsts(reading, "price", "no_choice")
        self._costs = self._prices | firsts(reading, "burden", "no_choice")
        self._drawbacks = firsts(reading, "drawback", "no_choice")
        self._contrasts = firsts(reading, "contrast")
        self._advantages = firsts(reading, "advantage")
        opened = {word for word in range(len(passage.words)) if _opens_way(passage, word)}
        self._ways = firsts(reading, "choice", "no_choice") | opened
        self._picks = self._ways | firsts(reading, "pick", "no_choice")
        self._listed = self._sentences_after_announcement(reading)

    def found(self) -> list[Span]:
        """The parts that weigh a way, and those beside them that hold a price."""
        weighed = parts_in_words(self._passage, self._weighs)
        sentences = {self._passage.sentence_of(first) for first, _ in weighed}

        def holds(words: Words) -> bool:
            beside = self._passage.sentence_of(words[0]) in sentences
            return (beside and any_in(self._costs, words)) or self._weighs(words)

        return list(parts(self._passage, holds))

    def _weighs(self, words: Words) -> bool:
        """Whether a way stands there with its price, or with what speaks against it."""
        return (
            any_in(self._bargains, words)
            or self._meet(self._prices, self._picks, words)
            or self._meet(self._costs, self._ways, words)
            or self._meet(self._drawbacks, self._advantages | self._ways, words)
            or self._passage.sentence_of(words[0]) in self._listed
            or self._compares(words)
            or self._is_headed(words)
        )

    def _meet(self, prices: set[int], ways: set[int], words: Words) -> bool:
        """Whether a price and a way stand near each other."""
        first, end = words
        near = (
            (max(first, word - PRICE_WITHIN), min(end, word + PRICE_WITHIN))
            for word in range(first, end)
            if word in prices
        )
        return any(any_in(ways, window) for window in near)

    def _compares(self, words: Words) -> bool:
        """Whether an advantage is set against a price, or against another ("faster, dearer")."""
        if any_in(self._contrasts, words) and self._meet(
            self._costs - self._advantages, self._advantages, words
        ):
            return True
        said = self._passage.words
        return sum(n in self._advantages and said[n].endswith("er") for n in range(*words)) > 1

    def _is_headed(self, words: Words) -> bool:
        """Whether it stands under a heading of its own: "The price: ...", "What it cost: ..."."""
        heading = _heading(self._passage, words)
        return not _HEADINGS.isdisjoint(self._passage.words[slice(*heading)])

    def _sentences_after_announcement(self, reading: Reading) -> set[int]:
        """The sentences that follow "there were two ways", as long as each has a price."""
        passage, listed = self._passage, set()
        for number in {reading.sentence_of(hit) for hit in reading.said("announced")}:
            last = min(number + 1 + OPTIONS_AFTER, len(passage.sentences))
            for after in range(number + 1, last):
                if not any_in(self._costs, passage.sentences[after]):
                    break
                listed.add(after)
        return listed


def _heading(passage: Passage, words: Words) -> Words:
    """The words before a colon that comes soon, if one does."""
    first, end = words
    for word in range(first, min(first + HEADING_WITHIN, end - 1)):
        if passage.after(word).startswith(":"):
            return first, word + 1
    return first, first


def _opens_way(passage: Passage, word: int) -> bool:
    """Whether a way is named there: "Or on the server, ...", "holding back meant ..."."""
    first, end = passage.sentences[passage.sentence_of(word)]
    if word == first and passage.words[word] == "or":
        return True
    return _is_doing(passage, word, (first, end))


def _is_doing(passage: Passage, word: int, sentence: Words) -> bool:
    """Whether "waiting", "holding" begins a clause and is its subject, or its heading."""
    said = passage.words[word]
    if not said.endswith("ing") or said in _NO_DOING:
        return False
    before = passage.word(word - 1)
    first, end = sentence
    if word == first and any_in({word}, _heading(passage, sentence)):
        return True
    if before == "by" and opens_clause(passage, word - 1):
        return True
    if not (opens_clause(passage, word) or before in _CONJUNCTIONS):
        return False
    after = passage.words[word + 1 : min(end, word + 1 + VERB_WITHIN)]
    verb = next((n for n, w in enumerate(after) if w in _TAKES), None)
    # "Looking back, I was ..." has another subject.
    return verb is not None and _PRONOUNS.isdisjoint(after[: min(verb, 2)])
