"""What the figures of a text are worth, however they are written: "4.2M" is "4.2 million".

Times become seconds or months, so that "900 ms" equals "0.9 seconds" and "3 quarters" "9 months".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from tpmprep.domain.detectors.passage import Passage, passage_of, words_in
from tpmprep.domain.signals import words_of

MONEY, PERCENT, SECONDS, MONTHS, FOLD = "money", "%", "s", "months", "x"
MOST_DIGITS = 30
"""A figure with more digits measures nothing."""

_FIRST_TWENTY = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen
"""
_EVERY_TEN = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = {word: number for number, word in enumerate(_FIRST_TWENTY.split())}
_TENS = {word: 10 * number for number, word in enumerate(_EVERY_TEN.split(), start=2)}
_SCALES = {
    **dict.fromkeys(("thousand", "k"), 10**3),
    **dict.fromkeys(("million", "m", "mm", "mn"), 10**6),
    **dict.fromkeys(("billion", "bn"), 10**9),
    "dozen": 12,
    "hundred": 100,
}
_LETTERS = words_in("k m mm mn bn")
_UNITS = {
    **dict.fromkeys(("ms", "millisecond", "milliseconds"), (Fraction(1, 1000), SECONDS)),
    **dict.fromkeys(("sec", "secs", "second", "seconds"), (Fraction(1), SECONDS)),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), (Fraction(60), SECONDS)),
    **dict.fromkeys(("hr", "hrs", "hour", "hours"), (Fraction(3600), SECONDS)),
    **dict.fromkeys(("day", "days"), (Fraction(86400), SECONDS)),
    **dict.fromkeys(("week", "weeks"), (Fraction(7 * 86400), SECONDS)),
    **dict.fromkeys(("month", "months"), (Fraction(1), MONTHS)),
    **dict.fromkeys(("quarter", "quarters"), (Fraction(3), MONTHS)),
    **dict.fromkeys(("year", "years", "yr", "yrs"), (Fraction(12), MONTHS)),
    **dict.fromkeys(("percent", "pct"), (Fraction(1), PERCENT)),
    **dict.fromkeys(("x", "fold", "times"), (Fraction(1), FOLD)),
    **dict.fromkeys(("usd", "eur", "gbp", "chf", "inr"), (Fraction(1), MONEY)),
    **dict.fromkeys(("dollars", "euros", "pounds", "dollar"), (Fraction(1), MONEY)),
}
_GLUED = {
    "s": (Fraction(1), SECONDS),
    "h": (Fraction(3600), SECONDS),
    "d": (Fraction(86400), SECONDS),
    "w": (Fraction(7 * 86400), SECONDS),
}
"""What is a unit only without a blank before it."""

_SIZES = words_in("gb mb tb kb pb qps rps tps")
_PARTS = {"third": 3, "thirds": 3, "fifth": 5, "fifths": 5}
_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DOTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_RANGE = re.compile(r"\s*(?:to|-|–|→|->|and)\s*")
_NO_NOUN = words_in("of the a an and or to from in on at for with by per over its our their")


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure with its worth, where it stands, and the stems of the words that it counts."""

    value: Fraction
    unit: str
    start: int
    end: int
    counts: frozenset[str] = frozenset()

    @property
    def is_small(self) -> bool:
        """Whether the figure alone says too little: "4" of what?"""
        return not self.unit and self.value < 100


def amounts(text: str) -> list[Amount]:
    """The figures of a text in order; both ends of a range have the unit that one end has."""
    found = list(_amounts(passage_of(text)))
    for place in range(len(found) - 1):
        first, second = found[place], found[place + 1]
        if _RANGE.fullmatch(text[first.end : second.start]):
            found[place] = _with_unit_of(first, second, text)
            found[place + 1] = _with_unit_of(second, first, text)
    return found


def _with_unit_of(bare: Amount, other: Amount, text: str) -> Amount:
    """The "900" of "900 to 310 ms" as it is meant; an amount with a unit stays as it is."""
    if bare.unit or not other.unit:
        return bare
    words = passage_of(text[other.start : other.end]).words
    units = (known[word] for known in (_UNITS, _GLUED) for word in words[1:] if word in known)
    factor, _ = next(units, (Fraction(1), ""))
    return replace(bare, value=bare.value * factor, unit=other.unit)


def _amounts(passage: Passage) -> Iterator[Amount]:
    word = 0
    while word < len(passage.words):
        read = _number(passage, word)
        if read is None:
            word += 1
            continue
        value, after = read
        factor, unit, after = _unit(passage, word, after)
        start, end = passage.places[word][0], passage.places[after - 1][1]
        yield Amount(value * factor, unit, start, end, _counted(passage, after))
        word = after


def _number(passage: Passage, word: int) -> tuple[Fraction, int] | None:
    """The number that begins with this word, and the word after it."""
    said = passage.words[word]
    read = _figure(passage, word) if said[0] in "$€£" or said[0].isdecimal() else None
    read = read or _spelled(passage, word) or _article(passage, word)
    if read is None:
        return None
    value, after = read
    if passage.words[after : after + 3] == ("and", "a", "half"):
        value, after = value + Fraction(1, 2), after + 3
    while (scale := passage.word(after)) in _SCALES and _joined(passage, after):
        if scale in _LETTERS and passage.between(after).strip():
            break
        value, after = value * _SCALES[scale], after + 1
        more = _spelled(passage, after) if after < len(passage.words) else None
        if more and scale in ("thousand", "million") and more[0] < 1000:
            value, after = value + more[0], more[1]
    return value, after


def _figure(passage: Passage, word: int) -> tuple[Fraction, int] | None:
    said = passage.words[word].strip("$€£% \xa0")
    if len(said) > MOST_DIGITS or (word and not passage.between(word)):
        return None
    glued = passage.word(word + 1) if passage.after(word) == "" else ""
    if glued and glued not in {*_SCALES, *_UNITS, *_GLUED, *_SIZES}:
        return None  # 3rd, 2FA, 5xx
    if said.isdecimal():
        while len(said) <= (MOST_DIGITS if " " in said else 3) and _is_group(passage, word + 1):
            word += 1
            said += f" {passage.words[word]}"
        said = said.replace(" ", "")
        return Fraction(int(said)), word + 1
    if _GROUPS.fullmatch(said):
        return Fraction(said.replace(",", "")), word + 1
    if _DOTS.fullmatch(said):
        return Fraction(said.replace(".", "")), word + 1
    if _DECIMAL.fullmatch(said):
        return Fraction(said.replace(",", ".")), word + 1
    return None


def _is_group(passage: Passage, word: int) -> bool:
    """Whether a word is the next group of "4 200 000"."""
    said = passage.word(word)
    blank = bool(said) and passage.between(word) in (" ", "\xa0", "\u202f")
    return blank and said.isdecimal() and len(said) == 3


def _spelled(passage: Passage, word: int) -> tuple[Fraction, int] | None:
    """Read "two hundred and fifty", "twenty-five", "four point two"."""
    read = _under_hundred(passage, word)
    if read is None:
        return None
    value, after = read
    if passage.word(after) == "hundred" and _joined(passage, after):
        value, after = value * 100, after + 1
        ahead = after + (passage.word(after) == "and")
        if rest := _under_hundred(passage, ahead):
            return Fraction(value + rest[0]), rest[1]
    if passage.word(after) == "point":
        digits = ""
        while passage.word(after + 1 + len(digits)) in _ONES and len(digits) < 4:
            digits += str(_ONES[passage.word(after + 1 + len(digits))])
        if digits.isdecimal() and len(digits) < 5:
            return Fraction(f"{value}.{digits}"), after + 1 + len(digits)
    return Fraction(value), after


def _under_hundred(passage: Passage, word: int) -> tuple[int, int] | None:
    said = passage.word(word)
    if said in _ONES:
        return _ONES[said], word + 1
    if said not in _TENS:
        return None
    ones = _ONES.get(passage.word(word + 1), 0) if _joined(passage, word + 1) else 0
    return (_TENS[said] + ones, word + 2) if 0 < ones < 10 else (_TENS[said], word + 1)


def _article(passage: Passage, word: int) -> tuple[Fraction, int] | None:
    """Read "a million", "half a million", "half a year"."""
    said, after = passage.words[word], passage.word(word + 1)
    if said == "half" and after in ("a", "an"):
        known = passage.word(word + 2) in {*_SCALES, *_UNITS} - _LETTERS
        return (Fraction(1, 2), word + 2) if known else None
    known = after in _SCALES and after not in _LETTERS
    return (Fraction(1), word + 1) if said in ("a", "an") and known else None


def _unit(passage: Passage, first: int, after: int) -> tuple[Fraction, str, int]:
    """The factor and the unit of a number, and the word after both."""
    head, said = passage.words[first], passage.word(after)
    if head.endswith("%"):
        return Fraction(1), PERCENT, after
    if (said, passage.word(after + 1)) == ("per", "cent"):
        return Fraction(1), PERCENT, after + 2
    if said in _PARTS:
        return Fraction(100, _PARTS[said]), PERCENT, after + 1
    if said in _UNITS and _joined(passage, after):
        factor, unit = _UNITS[said]
        return factor, unit, after + 1
    if said in _GLUED and not passage.between(after):
        factor, unit = _GLUED[said]
        return factor, unit, after + 1
    led = _UNITS.get(passage.word(first - 1), (0, ""))[1] == MONEY
    return Fraction(1), MONEY if led or head[0] in "$€£" else "", after


def _joined(passage: Passage, word: int) -> bool:
    """Whether only blanks or a hyphen stand before a word."""
    return word < len(passage.words) and not passage.between(word).strip(" -\xa0\u202f")


def _counted(passage: Passage, word: int) -> frozenset[str]:
    """The stems of the words that come right behind a number: what it counts."""
    nouns: list[str] = []
    for place in range(word, word + 4):
        if not _joined(passage, place) or passage.words[place] in _NO_NOUN:
            break
        nouns.append(passage.words[place])
    return frozenset(stems_of(nouns))


def stems_of(words: Sequence[str]) -> tuple[str, ...]:
    """The stems of words."""
    return words_of(" ".join(words)).stems
