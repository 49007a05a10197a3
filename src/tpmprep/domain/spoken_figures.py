"""The figures and dates of a text, and whether another text says the same ones."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tpmprep.domain.amounts import PERCENT, Amount, amounts, stems_of
from tpmprep.domain.detectors.passage import words_in
from tpmprep.domain.detectors.reading import Reading, read

_MONTHS = (*("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),)
_EMPTY = words_in(
    """
    the a an of for to in on at with by and or from over per our my their its we i it was were is
    are had has have that which this as than so but into about every each all
    """
)
_CHANGE = re.compile(r"\s*(?:to|->|→)\s*(?:about|under|over|around|nearly|below)?\s*")
_FROM = re.compile(r"(?:^|\W)(?:from|of|instead of|against)\s+(?:about|over|around|nearly)?\s*$")
_DOWN_FROM = re.compile(
    r"(?:down|up|instead|reduced|raised|cut)\W.*\b(?:from|of)\s+(?:every\s+)?$", re.DOTALL
)
_WORD = re.compile(r"[^\W\d_]+")
_ISO = re.compile(r"(\d{4})-(\d\d)(?:-\d\d)?")
_QUARTER = re.compile(r"q([1-4])")
_YEAR = re.compile(r"(?:19|20)\d\d")
FAR = 60
"""A value so many characters behind another is not what that became."""

CLOSE = 20
"""From a thousand on, a figure may be said rounded: off by a twentieth at most."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as far as it is known."""

    year: int = 0
    quarter: int = 0
    month: int = 0

    def is_named_by(self, other: "Moment") -> bool:
        """Whether another says this date; it may leave out the year, not the month."""
        if self.year and other.year and self.year != other.year:
            return False
        if self.month:
            return self.month == other.month
        if self.quarter:
            return self.quarter in (other.quarter, (other.month + 2) // 3)
        return bool(self.year) and self.year == other.year


@dataclass(frozen=True)
class Figures:
    """What a text says in figures, and the stems of its other words."""

    text: str
    amounts: tuple[Amount, ...]
    moments: tuple[Moment, ...]
    counted: tuple[str, ...]
    """Numbers that are worth nothing in particular, such as "doubled": their words."""

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing in figures."""
        return not (self.amounts or self.moments or self.counted)

    @property
    def is_measured(self) -> bool:
        """Whether it holds more than a small count in words ("two ledgers") or a date."""
        written = (not a.is_small or self.text[a.start].isdecimal() for a in self.amounts)
        return bool(self.counted) or any(written)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words that say something."""
        return _stems_in(self.text)

    @cached_property
    def change(self) -> tuple[Amount, Amount] | None:
        """The value before and the value after, where both are said."""
        for first, second in zip(self.amounts, self.amounts[1:], strict=False):
            if first.unit != second.unit and first.unit and second.unit:
                continue
            between = self.text[first.end : second.start]
            before = self.text[max(0, first.start - FAR) : first.start]
            if len(between) > FAR:
                continue
            if _goes_to(between) and (_FROM.search(before.casefold()) or "to" not in between):
                return first, second
            if _DOWN_FROM.search(between.casefold()):
                return second, first
        return None

    @property
    def telling(self) -> tuple[Amount, ...]:
        """The figures of which one has to be said: of a change the value after it."""
        return (self.change[1],) if self.change else self.amounts

    def repeats(self, other: "Figures") -> bool:
        """Whether both give the same figures."""
        if self.amounts and other.amounts:
            return all(any(_is_one(a, b) for b in other.amounts) for a in self.amounts)
        if self.amounts or other.amounts or not self.moments:
            return False
        return self.moments == other.moments


@lru_cache(maxsize=512)
def figures_of(text: str) -> Figures:
    """What a text says in figures."""
    reading = read(text)
    dated = [(span.start, span.end) for span in reading.dates]
    named = [amount for amount in amounts(text) if not _inside(amount.start, dated)]
    counting = [(span.start, span.end) for span in reading.numbers]
    found = tuple(one for one in named if _meets(one, counting))
    bare = (
        span.text.casefold()
        for span in reading.numbers
        if not any(one.start < span.end and span.start < one.end for one in named)
    )
    return Figures(text, found, _moments(reading), tuple(bare))


def names_figures(anchor: Figures, told: Figures) -> bool:
    """Whether a text tells the figures of an anchor, or, where it has none, its dates."""
    if anchor.amounts:
        rates = (_share(anchor, amount) for amount in told.amounts)
        return any(rates) or any(
            _is_told(figure, amount, anchor, told)
            for figure in anchor.telling
            for amount in told.amounts
        )
    if anchor.moments:
        return all(any(want.is_named_by(got) for got in told.moments) for want in anchor.moments)
    return any(word in told.counted for word in anchor.counted)


def _is_told(figure: Amount, amount: Amount, anchor: Figures, told: Figures) -> bool:
    if not _is_worth(figure, amount):
        return False
    if not figure.is_small:
        return True
    return bool(figure.counts & amount.counts) or _is_about(figure, amount, anchor, told)


def _is_about(figure: Amount, amount: Amount, anchor: Figures, told: Figures) -> bool:
    """Whether a small count that does not name its thing stands close behind it."""
    if figure.counts and amount.counts:
        return False
    before = re.split(r"[.!?\n]", told.text[max(0, amount.start - 200) : amount.start])[-1]
    near = f"{before} {told.text[amount.end : amount.end + 40]}"
    return bool(anchor.stems & _stems_in(near))


def _stems_in(text: str) -> frozenset[str]:
    words = (word for word in _WORD.findall(text.casefold()) if word not in _EMPTY)
    return frozenset(stems_of(tuple(words)))


def _is_worth(figure: Amount, amount: Amount) -> bool:
    if figure.unit != amount.unit and ((figure.unit and amount.unit) or figure.is_small):
        return False
    if figure.unit != amount.unit and max(figure.value, amount.value) < 100:
        return False
    if figure.value >= 1000 and amount.value >= 1000:
        return abs(figure.value - amount.value) * CLOSE <= figure.value
    return figure.value == amount.value


def _share(anchor: Figures, amount: Amount) -> bool:
    """Whether a change is told as its share: "by two thirds" for 900 to 310."""
    if anchor.change is None or amount.unit != PERCENT or not anchor.change[0].value:
        return False
    before, after = (one.value for one in anchor.change)
    if anchor.change[0].unit == PERCENT:
        return False
    return abs(abs(after - before) / before * 100 - amount.value) * 2 <= 3


def _is_one(one: Amount, other: Amount) -> bool:
    """Whether two amounts are one fact, and not just the same small figure."""
    if (one.value, one.unit) != (other.value, other.unit):
        return False
    return one.value >= 100 or bool(one.counts & other.counts)


def _goes_to(between: str) -> bool:
    """Whether the words between two amounts lead from the one to the other."""
    words = between.casefold()
    return bool(_CHANGE.fullmatch(words) or re.fullmatch(r"\D{1,30}\bto\s+\D{0,10}", words))


def _meets(amount: Amount, places: list[tuple[int, int]]) -> bool:
    return any(amount.start < end and start < amount.end for start, end in places)


def _inside(start: int, places: list[tuple[int, int]]) -> bool:
    return any(first <= start < last for first, last in places)


def _moments(reading: Reading) -> tuple[Moment, ...]:
    return tuple(moment for span in reading.dates if (moment := _moment(span.text)) != Moment())


def _moment(text: str) -> Moment:
    said = text.casefold()
    if found := _ISO.search(said):
        return Moment(int(found[1]), 0, int(found[2]))
    words = re.findall(r"[a-z]+", said)
    month = next((n for n, m in enumerate(_MONTHS, 1) if any(_is_month(w, m) for w in words)), 0)
    quarter, year = _QUARTER.search(said), _YEAR.search(said)
    return Moment(int(year[0]) if year else 0, int(quarter[1]) if quarter else 0, month)


def _is_month(word: str, month: str) -> bool:
    return word.startswith(month) and len(word) <= 9
