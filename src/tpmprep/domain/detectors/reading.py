"""A passage with all phrases found in it: what every detector looks at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from tpmprep.domain.detectors.cues import Cues, Hit
from tpmprep.domain.detectors.dates import dates
from tpmprep.domain.detectors.denial import Denial, denials, denied_words
from tpmprep.domain.detectors.figures import numbers
from tpmprep.domain.detectors.passage import Passage, Span, passage_of
from tpmprep.domain.detectors.words_of_changes import WORDS as CHANGES
from tpmprep.domain.detectors.words_of_claims import WORDS as CLAIMS
from tpmprep.domain.detectors.words_of_denial import WORDS as DENIAL
from tpmprep.domain.detectors.words_of_events import WORDS as EVENTS
from tpmprep.domain.detectors.words_of_figures import WORDS as FIGURES
from tpmprep.domain.detectors.words_of_manner import WORDS as MANNER
from tpmprep.domain.detectors.words_of_openings import WORDS as OPENINGS
from tpmprep.domain.detectors.words_of_order import WORDS as ORDER
from tpmprep.domain.detectors.words_of_people import WORDS as PEOPLE
from tpmprep.domain.detectors.words_of_plans import WORDS as PLANS
from tpmprep.domain.detectors.words_of_signals import WORDS as SIGNALS
from tpmprep.domain.detectors.words_of_theatre import WORDS as THEATRE

_PLANS = {**PEOPLE, **CLAIMS, **OPENINGS, **PLANS}
_EVENTS = {**EVENTS, **SIGNALS, **CHANGES, **THEATRE}
_MANNER = {**MANNER, **FIGURES, **ORDER, **DENIAL}
LEXICONS = Cues({**_PLANS, **_EVENTS, **_MANNER})


@dataclass(frozen=True)
class Reading:
    """One text, read once."""

    passage: Passage
    hits: dict[str, list[Hit]]

    def said(self, lexicon: str, *idioms: str) -> list[Hit]:
        """The phrases of a lexicon that are neither denied ("no rollback") nor in an idiom."""
        inside = {n for i in idioms for h in self.hits[i] for n in range(h.first, h.last + 1)}
        out = self.denied | inside
        return [hit for hit in self.hits[lexicon] if hit.first not in out]

    def sentences_with(self, *lexicons: str) -> set[int]:
        """The sentences that hold a phrase, not denied, of every one of these lexicons."""
        each = [{self.passage.sentence_of(h.first) for h in self.said(name)} for name in lexicons]
        return set.intersection(*each)

    @cached_property
    def numbered(self) -> set[int]:
        """The sentences that hold a number."""
        starts = {start: n for n, (start, _) in enumerate(self.passage.places)}
        return {self.passage.sentence_of(starts[s.start]) for s in self.numbers}

    @cached_property
    def numbers(self) -> list[Span]:
        """The numbers of the text."""
        names = self.hits["not_counted"]
        return list(self.spans(numbers(self.passage, self.hits["counted"], names, self._dated)))

    @cached_property
    def dates(self) -> list[Span]:
        """The dates of the text."""
        return list(self.spans([*self._dated, *self.hits["ago"]]))

    @cached_property
    def _dated(self) -> list[Hit]:
        """The dates whose figures are no numbers; "two weeks ago" holds a number too."""
        return dates(self.passage, self.unbroken("calendar"))

    @cached_property
    def denials(self) -> list[Denial]:
        """Every negation with the words it reaches."""
        cues, idioms = self.hits["negation"], self.unbroken("not_negation")
        return denials(self.passage, cues, idioms, self.hits["predicate"])

    @cached_property
    def denied(self) -> set[int]:
        """The words that a negation reaches."""
        return denied_words(self.denials)

    def outside(self, lexicon: str, idioms: str) -> list[Hit]:
        """The phrases of a lexicon that do not begin inside one of `idioms` ("no doubt")."""
        inside = {n for hit in self.unbroken(idioms) for n in range(hit.first, hit.last + 1)}
        return [hit for hit in self.hits[lexicon] if hit.first not in inside]

    def unbroken(self, lexicon: str) -> list[Hit]:
        """The phrases of a lexicon with no comma or the like in them ("you know, the team")."""
        return [hit for hit in self.hits[lexicon] if not self._is_broken(hit)]

    def _is_broken(self, hit: Hit) -> bool:
        inner = range(hit.first + 1, hit.last + 1)
        return any(sign in ",;:?!" for word in inner for sign in self.passage.between(word))

    def sentence_of(self, hit: Hit) -> int:
        """The number of the sentence in which a hit stands."""
        return self.passage.sentence_of(hit.first)

    def sentences(self, numbers: Iterable[int]) -> list[Span]:
        """The sentences of these numbers, in order."""
        return [self.passage.sentence(n) for n in sorted(numbers)]

    def is_name(self, word: int) -> bool:
        """Whether a word inside a sentence is written as the name of somebody or something."""
        start, end = self.passage.places[word]
        written = self.passage.text[start:end]
        return self.passage.is_capital(word) and written[1:].islower() and len(written) > 2

    def spans(self, hits: Iterable[Hit]) -> Iterator[Span]:
        """The places of hits; overlapping ones become one."""
        merged: list[Hit] = []
        for hit in sorted(hits, key=lambda h: h.first):
            if merged and hit.first <= merged[-1].last:
                merged[-1] = Hit(merged[-1].first, max(hit.last, merged[-1].last))
            else:
                merged.append(hit)
        return (self.passage.span(hit.first, hit.last) for hit in merged)


def read(text: str) -> Reading:
    """`text` with everything that the detectors need. Linear in its length."""
    passage = passage_of(text)
    return Reading(passage, LEXICONS.find(passage))


_NEGATIONS = Cues(DENIAL)


def denied_places(passage: Passage) -> list[tuple[int, int]]:
    """Where the words stand that a negation reaches; nothing else is looked for."""
    denied = Reading(passage, _NEGATIONS.find(passage)).denied
    return [passage.places[word] for word in sorted(denied)]
