"""Anchors: what makes the size of a program concrete, in the words of the person who led it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, ClassVar

from tpmprep.domain.clauses import clause_with, first_clause
from tpmprep.domain.detectors.cues import Cues
from tpmprep.domain.detectors.passage import Span
from tpmprep.domain.detectors.reading import Reading, read
from tpmprep.domain.program import Program, texts
from tpmprep.domain.spoken_figures import Figures, figures_of, names_figures
from tpmprep.domain.text import encodable, holds_quote

_STRICT: dict[str, Any] = {"extra": "forbid"}
TEXTS = "texts"
MOST_PLACES, MOST_HEARD, MOST_READ = 40, 20_000, 4000
"""So much of a field is looked at: more is a text, and no entry of an inventory."""

_SEARCHED = ("scope", "metrics", "outcome")
NUMBER, COUNT, DATE, WORDS = "number", "count", "date", "words"
_NO_NOUN = r"(?:to|and|or|in|on|of|for|with|from|by|at|a|the)\b"
_NOUN = re.compile(rf"[ \xa0-]?(?!{_NO_NOUN})[^\W\d_]+")
RESULT = "result"
"""The kind of an anchor that is a change in any measure."""


@dataclass(frozen=True, slots=True)
class AnchorKind:
    """One kind of anchor. `where` are keys of a program; `texts` is searched for `keywords`.

    `holds`: what makes it concrete: a number, a count (a number that is no share and no time), a
    date, or words, where a name is enough. `noun` is what a bare figure counts, or what a bare
    date dates.
    """

    id: str
    name: str
    where: tuple[str, ...]
    keywords: tuple[str, ...]
    holds: tuple[str, ...]
    example: str
    noun: str = ""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    @property
    def key(self) -> str:
        """The key of a program in which to write one."""
        return next((key for key in self.where if key != TEXTS), "metrics")


@dataclass(frozen=True, slots=True)
class SlotKind:
    """A part of the 45 seconds: what to say in it, and for how long."""

    id: str
    title: str
    seconds: int
    say: str

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


@dataclass(frozen=True, slots=True)
class Positioning:
    """What ships: the anchors of applications and of recruiter calls, slots, and cue words.

    `coordination` is what says only that people met; `substance` what says that something
    was decided or changed.
    """

    scale: tuple[AnchorKind, ...]
    recruiter: tuple[AnchorKind, ...]
    slots: tuple[SlotKind, ...]
    scale_words: tuple[str, ...]
    coordination: tuple[str, ...]
    substance: tuple[str, ...]

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    @property
    def kinds(self) -> tuple[AnchorKind, ...]:
        """All kinds, each once."""
        known = {kind.id for kind in self.scale}
        return (*self.scale, *(kind for kind in self.recruiter if kind.id not in known))


@dataclass(frozen=True, slots=True)
class Anchor:
    """An anchor of a program: the id and name of its kind, and the words that hold it."""

    kind: str
    name: str
    words: str
    key: str = ""
    """The key of the program in which it stands."""
    by_name: bool = False
    """Whether its name makes it concrete, and no figure."""
    by_date: bool = False
    """Whether only its date makes it concrete."""

    @property
    def figures(self) -> Figures:
        """What its figures are worth."""
        return figures_of(self.words)

    @property
    def is_change(self) -> bool:
        """Whether it has a value before and one after."""
        return not self.by_name and self.figures.change is not None

    def repeats(self, other: "Anchor") -> bool:
        """Whether it says the same thing as another."""
        return holds_quote(other.words, self.words) or self.figures.repeats(other.figures)


@dataclass(frozen=True, slots=True)
class _Found:
    anchor: Anchor
    rank: tuple[int, bool, int, bool]


def anchors_of(program: Program, kinds: Sequence[AnchorKind]) -> list[Anchor]:
    """The anchors of a program, best first: one with a base and a result before a bare count.

    One of each kind; a figure that stands in two places is one anchor.
    """
    found = [
        _Found(anchor, (_rank(anchor), anchor.key in _SEARCHED, place, _is_weak(anchor)))
        for place, kind in enumerate(kinds)
        for anchor in _candidates(program, kind)
    ]
    kept: list[Anchor] = []
    for one in sorted(found, key=lambda item: item.rank):
        known = (one.anchor.repeats(other) for other in kept)
        if all(other.kind != one.anchor.kind for other in kept) and not any(known):
            kept.append(one.anchor)
    return kept


def said(anchors: Sequence[Anchor], answer: str) -> list[bool]:
    """Which anchors an answer names.

    One with figures needs its figure, written or spoken in any way, and of a change the value
    after it; a small count also what it counts. One without needs most of its words.
    """
    told = figures_of(answer[:MOST_HEARD])
    return [_is_said(anchor, told) for anchor in anchors]


def results_of(program: Program) -> list[Anchor]:
    """The changes from a value to a value in a program's measures, in their order."""
    changes: list[Anchor] = []
    for path in ("metrics", "outcome", "scale.latency", "scale.savings"):
        for key, text in _fields(program, path):
            for place in _read(text).numbers:
                words = clause_with(text, place.start, place.end)
                one = Anchor(RESULT, RESULT, words, key)
                if one.is_change and not any(one.repeats(other) for other in changes):
                    changes.append(one)
    return changes


def value_at(program: Program, key: str) -> list[str]:
    """The texts that stand at a key such as `scale.customers`."""
    return [text for _, text in _fields(program, key)]


def _fields(program: Program, key: str) -> list[tuple[str, str]]:
    """The keys and texts at a key; `texts` is everything that is searched."""
    wanted = _SEARCHED if key == TEXTS else (key,)
    named = [
        (".".join(p for p in path if isinstance(p, str)), text) for path, text in texts(program)
    ]
    return [
        (name, encodable(text[:MOST_READ]))
        for name, text in named
        if name in wanted and text.strip()
    ]


def places_in(text: str) -> list[tuple[int, int]]:
    """Where the first numbers and dates of a text stand, in order."""
    reading = _read(text)
    spans = (*reading.numbers, *reading.dates)
    return sorted((span.start, span.end) for span in spans)[:MOST_PLACES]


def concrete_in(text: str) -> list[tuple[int, str]]:
    """The same with where each begins, a number with the word that it counts ("4 teams")."""
    reading = _read(text)
    found = [(span.start, span.text) for span in reading.dates]
    for span in reading.numbers:
        noun = _NOUN.match(text, span.end)
        found.append((span.start, text[span.start : noun.end() if noun else span.end]))
    return sorted(found)


@lru_cache(maxsize=1024)
def _read(text: str) -> Reading:
    return read(text)


@lru_cache(maxsize=64)
def cues_of(phrases: tuple[str, ...]) -> Cues:
    """Phrases made ready to be found."""
    return Cues({WORDS: "\n".join(phrases)})


def hits_in(text: str, phrases: tuple[str, ...]) -> list[Span]:
    """Where any of these phrases stands."""
    passage = _read(text).passage
    return [passage.span(h.first, h.last) for h in cues_of(phrases).find(passage)[WORDS]]


def _candidates(program: Program, kind: AnchorKind) -> Iterator[Anchor]:
    """Everything in a program that may be an anchor of this kind."""
    for path in kind.where:
        for key, text in _fields(program, path):
            searched = key in (*_SEARCHED, "stakeholders")
            for words in _clauses(text, kind, searched=searched):
                only = {"by_name": kind.holds == (WORDS,), "by_date": kind.holds == (DATE,)}
                yield Anchor(kind.id, kind.name, words, key, **only)


def _clauses(text: str, kind: AnchorKind, *, searched: bool) -> Iterator[str]:
    hits = hits_in(text, kind.keywords) if kind.keywords else []
    if searched and not hits:
        return
    if WORDS in kind.holds:
        yield from _named(text, hits, kind.keywords, searched=searched)
        return
    seen: set[str] = set()
    for place in _places(text, kind.holds):
        words = clause_with(text, place.start, place.end)
        about = not searched or hits_in(words, kind.keywords)
        held = _holds(words, kind.holds, searched=searched)
        if about and held and words not in seen:
            seen.add(words)
            alone = words == place.text or not figures_of(words).stems
            yield _named_count(words, kind) if alone and kind.noun else words


def _named_count(words: str, kind: AnchorKind) -> str:
    """A bare figure with what it counts, a bare date with what happened on it."""
    return f"{kind.noun} {words}" if kind.holds == (DATE,) else f"{words} {kind.noun}"


def _places(text: str, holds: Sequence[str]) -> list[Span]:
    reading = _read(text)
    places = [] if holds == (DATE,) else list(reading.numbers)
    places += reading.dates if DATE in holds else []
    return sorted(places, key=lambda span: span.start)[:MOST_PLACES]


def _holds(words: str, holds: Sequence[str], *, searched: bool) -> bool:
    """Whether a clause, cut as it is, still holds what makes it concrete."""
    figures = figures_of(words)
    if COUNT in holds:
        return any(amount.unit == "" for amount in figures.amounts)
    if NUMBER in holds and searched:
        return figures.is_measured
    return not figures.is_empty


def _named(
    text: str, hits: Sequence[Span], keywords: tuple[str, ...], *, searched: bool
) -> Iterator[str]:
    """What is concrete by its name: the clause with most of the words, or the field for it."""
    if hits:
        clauses = [clause_with(text, hit.start, hit.end) for hit in hits[:MOST_PLACES]]
        yield max(clauses, key=lambda words: len(hits_in(words, keywords)))
    elif not searched and (words := first_clause(text)):
        yield words


def _rank(anchor: Anchor) -> int:
    if anchor.by_name:
        return 3
    if anchor.is_change:
        return 0
    return 1 if anchor.figures.amounts else 2


def _is_weak(anchor: Anchor) -> bool:
    return not (anchor.by_name or anchor.figures.is_measured)


def _is_said(anchor: Anchor, told: Figures) -> bool:
    figures = anchor.figures
    if anchor.by_date and figures.moments:  # other figures beside a date do not stand for it
        figures = replace(figures, amounts=(), counted=())
    if not (figures.is_empty or anchor.by_name):
        return names_figures(figures, told)
    wanted = figures.stems
    return bool(wanted) and 2 * len(wanted & told.stems) > len(wanted)
