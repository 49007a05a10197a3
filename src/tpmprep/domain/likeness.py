"""How alike two questions are in what they ask and expect: the same entry in other words?

Weights are TF-IDF over word stems (Salton and Buckley 1988, "Term-weighting approaches in
automatic text retrieval"): a word counts more the fewer entries use it; likeness is the cosine.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tpmprep.domain.question import Question
from tpmprep.domain.signals import words_of
from tpmprep.domain.wordlists import TRACK_NOUNS

SAME_AREA, ANYWHERE, OTHER_NOUNS = 0.55, 0.70, 0.80
SAME_PROMPT = 0.45
"""Heard questions are remembered in few words; under this, those of the bank ask something else."""
SHINGLE_WORDS, SHARED_SHINGLES = 5, 0.15
COMMON_SHARE, FEW = 0.25, 40
"""In a bank of more than FEW entries, stems in over a quarter of them tell nothing apart."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Two entries, by their places, that say the same; and why one thinks so."""

    first: int
    second: int
    message: str


def alike(questions: Sequence[Question], since: int = 0) -> Iterator[Alike]:
    """Pairs that are too much alike, the later place at least `since`, each pair once.

    Entries with the same id are versions of one question and are not compared.
    """
    stems = [_stems(question) for question in questions]
    nouns = set(words_of(" ".join(TRACK_NOUNS)).stems)
    masked = [[stem for stem in own if stem not in nouns] for own in stems]
    told: set[tuple[int, int]] = set()
    for first, second, share in _cosines(stems, since):
        limit = SAME_AREA if questions[first].area == questions[second].area else ANYWHERE
        if share >= limit:
            yield from _once(told, questions, first, second, f"is {share:.0%} like {{}}")
    for first, second, share in _cosines(masked, since):
        if share >= OTHER_NOUNS:
            yield from _once(told, questions, first, second, "is {} with other nouns")
    for first, second, share in _shared_phrases(questions, since):
        if share >= SHARED_SHINGLES:
            told_as = f"shares {share:.0%} of its phrases with {{}}"
            yield from _once(told, questions, first, second, told_as)


def _once(
    told: set[tuple[int, int]], questions: Sequence[Question], first: int, second: int, message: str
) -> Iterator[Alike]:
    other = questions[first].id
    if (first, second) not in told and other != questions[second].id:
        told.add((first, second))
        yield Alike(first, second, message.format(other))


def same_signals(questions: Sequence[Question], since: int = 0) -> Iterator[tuple[int, int, str]]:
    """Signals that stand word for word in an earlier question: place, signal, whose it is."""
    home: dict[str, str] = {}
    for place, question in enumerate(questions):
        for number, signal in enumerate(question.strong_signals):
            owner = home.setdefault(" ".join(signal.text.casefold().split()), question.id)
            if owner != question.id and place >= since:
                yield place, number, owner


def nearest(asked: Sequence[str], prompts: Mapping[str, str]) -> list[str | None]:
    """For each text the id of the prompt that is most like it; None where none asks the same."""
    names = list(prompts)
    documents = [list(words_of(text).stems) for text in (*prompts.values(), *asked)]
    best: dict[int, tuple[float, int]] = {}
    for other, place, share in _cosines(documents, len(names)):
        if other < len(names) and share >= SAME_PROMPT:
            best[place] = max(best.get(place, (0.0, 0)), (share, -other))
    places = range(len(names), len(documents))
    return [names[-best[place][1]] if place in best else None for place in places]


def _stems(question: Question) -> list[str]:
    return list(words_of(_text(question)).stems)


def _text(question: Question) -> str:
    return " ".join([question.prompt, *(signal.text for signal in question.strong_signals)])


def _cosines(documents: Sequence[list[str]], since: int) -> Iterator[tuple[int, int, float]]:
    """The cosine of every pair that shares a telling stem, through an inverted index."""
    counts = [Counter(document) for document in documents]
    spread = Counter(stem for count in counts for stem in count)
    total = len(documents)
    most = total * COMMON_SHARE if total > FEW else total
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, count in enumerate(counts):
        weights = {
            stem: (1 + math.log(times)) * math.log(1 + total / spread[stem])
            for stem, times in count.items()
            if spread[stem] <= most
        }
        length = math.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
        near: dict[int, float] = defaultdict(float)
        for stem, weight in weights.items():
            share = weight / length
            if place >= since:
                for other, other_share in seen[stem]:
                    near[other] += share * other_share
            seen[stem].append((place, share))
        for other, likeness in sorted(near.items()):
            yield other, place, likeness


def _shared_phrases(questions: Sequence[Question], since: int) -> Iterator[tuple[int, int, float]]:
    phrases = [_shingles(question) for question in questions]
    seen: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, own in enumerate(phrases):
        shared = Counter(other for phrase in own for other in seen[phrase])
        if place >= since:
            for other, count in sorted(shared.items()):
                yield other, place, count / min(len(own), len(phrases[other]))
        for phrase in own:
            seen[phrase].append(place)


def _shingles(question: Question) -> set[tuple[str, ...]]:
    words = _text(question).casefold().split()
    return {tuple(words[at : at + SHINGLE_WORDS]) for at in range(len(words) - SHINGLE_WORDS + 1)}
