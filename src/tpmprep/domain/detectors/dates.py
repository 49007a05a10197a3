"""Dates: points in the calendar."""

import re
from collections.abc import Iterable

from tpmprep.domain.detectors.cues import Hit
from tpmprep.domain.detectors.passage import Passage, words_in

_MONTHS = words_in("january february april june july august september october november december")
_NEEDS_MORE = words_in("jan feb mar apr jun jul aug sep sept oct nov dec may march")
"""Months that are other words as well (a name, a verb): something beside them must tell."""

_BEFORE_A_MONTH = words_in(
    """
    in by since until till of before after from during last next this mid early late through
    between around end
    """
)
_AFTER_A_MONTH = words_in("was is came went brought saw and or to through until")
_WEEKDAYS = words_in("monday tuesday wednesday thursday friday saturday sunday")
_SHORT_WEEKDAYS = words_in("mon tue tues wed thu thur thurs fri")
_EACH = words_in("every each other alternate per")
_ORDINALS = words_in(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth
    """
)
_SUFFIXES = words_in("st nd rd th")
_PART_OF = words_in("early mid late")
_TOWARDS = words_in("on by to until till before after since from for around")
_BEFORE_A_YEAR = words_in(
    """
    in since by until till before after from of during to through between early mid late end year
    """
)
_AFTER_A_DAY = words_in(
    """
    of and or to at in on with when because so but as after before we i he she they it the a
    instead
    """
)
_DAY = re.compile(r"0?[1-9]|[12]\d|3[01]")
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")
_PERIOD = re.compile(r"(?:q[1-4]|h[12])(?:'\d\d)?|[cf]y'?\d\d(?:\d\d)?")
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d\d)?\d\d")


def dates(passage: Passage, phrases: Iterable[Hit]) -> list[Hit]:
    """Days, months, quarters, years, weekdays, and what `phrases` hold ("next quarter").

    Pieces that stand side by side are one date ("Wednesday 14 May").
    """
    single = (_date_at(passage, word) for word in range(len(passage.words)))
    found = sorted([*phrases, *(hit for hit in single if hit)], key=lambda hit: hit.first)
    joined: list[Hit] = []
    for hit in found:
        if joined and _belongs(passage, joined[-1], hit):
            joined[-1] = Hit(joined[-1].first, max(joined[-1].last, hit.last))
        else:
            joined.append(hit)
    return joined


def _belongs(passage: Passage, before: Hit, hit: Hit) -> bool:
    """Whether a date begins inside the one before it, or right behind it."""
    return hit.first <= before.last or (
        hit.first == before.last + 1 and not passage.between(hit.first).strip(" ")
    )


def _date_at(passage: Passage, word: int) -> Hit | None:
    """The date that begins with this word, if one does."""
    said = _bare(passage, word)
    last = _day_and_month(passage, word)
    if last is None and (_is_weekday(passage, word) or _PERIOD.fullmatch(said)):
        last = word
    if last is None and (_is_year(passage, word) or _DOTTED.fullmatch(said)):
        last = _last_figure(passage, word)
    if last is None:
        last = _day_alone(passage, word) or _slashed(passage, word)
    if last is None:
        return None
    led = passage.word(word - 1) in _PART_OF and passage.between(word) in (" ", "-")
    return Hit(word - led, last)


def _is_weekday(passage: Passage, word: int) -> bool:
    """Whether a word is one certain Monday; "every Monday" and "Mondays" are habits."""
    said = _bare(passage, word)
    short = said in _SHORT_WEEKDAYS and passage.is_capital(word)
    return (said in _WEEKDAYS or short) and passage.word(word - 1) not in _EACH


def _day_and_month(passage: Passage, word: int) -> int | None:
    """The end of "3 October", "the fifteenth of May", "March 3rd", "June"."""
    day = _day(passage, word)
    if day is not None:
        month = day + 1 + (passage.word(day + 1) == "of")
        known = passage.word(month) in _MONTHS | _NEEDS_MORE
        return month if known and _close(passage, word + 1, month) else None
    if _bare(passage, word) not in _MONTHS | _NEEDS_MORE:
        return None
    after = _day(passage, word + 1) if _close(passage, word + 1, word + 1) else None
    if after is not None and passage.word(word + 1) not in _ORDINALS:
        return after
    return word if _is_month(passage, word) else None


def _day(passage: Passage, word: int) -> int | None:
    """The last word of a day of the month ("3", "15th", "fifteenth"), if it begins here."""
    said = passage.word(word)
    if said in _ORDINALS:
        return word
    if not _DAY.fullmatch(said):
        return None
    return word + _is_ordinal(passage, word)


def _is_ordinal(passage: Passage, word: int) -> bool:
    """Whether a figure goes on as "15th" does."""
    return passage.after(word) == "" and passage.word(word + 1) in _SUFFIXES


def _is_month(passage: Passage, word: int) -> bool:
    """Whether a month stands alone here: "may", "march" and "jan" only where all speaks for it."""
    said = _bare(passage, word)
    if said in _MONTHS or passage.word(word - 1) in _BEFORE_A_MONTH:
        return True
    if _YEAR.fullmatch(passage.word(word + 1)):
        return True
    if said not in ("may", "march"):
        return False
    written = passage.text[passage.places[word][0]]
    told = passage.after(word).startswith(",") or passage.word(word + 1) in _AFTER_A_MONTH
    return passage.is_capital(word) or (written.isupper() and told)


def _is_year(passage: Passage, word: int) -> bool:
    """Whether a figure is a year and no count ("2019", not "2019 users")."""
    if not _YEAR.fullmatch(passage.words[word]):
        return False
    after = passage.word(word + 1)
    if passage.after(word).isspace() and after.endswith("s") and len(after) > 3:
        return False
    led = passage.word(word - 1) in _BEFORE_A_YEAR | _MONTHS
    return led or not passage.words[word].endswith("00")


def _last_figure(passage: Passage, word: int) -> int:
    """The end of "2024-05-14", which is several words."""
    last = word
    while last < word + 2 and passage.after(last) in ("-", "/"):
        if not passage.word(last + 1).isdecimal():
            break
        last += 1
    return last


def _day_alone(passage: Passage, word: int) -> int | None:
    """The end of "the 15th" where a preposition leads to it and no noun follows."""
    if not (_DAY.fullmatch(passage.words[word]) and _is_ordinal(passage, word)):
        return None
    led = passage.word(word - 1) == "the" and passage.word(word - 2) in _TOWARDS
    last = word + 1
    alone = not passage.after(last).isspace() or passage.word(last + 1) in _AFTER_A_DAY
    return last if led and alone else None


def _slashed(passage: Passage, word: int) -> int | None:
    """The end of "14/5" or "5/14/24"; without a year only behind "on", "by" and their like."""
    last = word
    while last < word + 2 and passage.after(last) == "/" and _DAY.fullmatch(passage.words[last]):
        last += 1
        if not passage.word(last).isdecimal():
            return None
    led = last == word + 1 and passage.word(word - 1) in _TOWARDS
    return last if led or last == word + 2 else None


def _close(passage: Passage, first: int, last: int) -> bool:
    """Whether only blanks stand before each of these words."""
    return last < len(passage.words) and all(
        not passage.between(word).strip(" -") for word in range(first, last + 1)
    )


def _bare(passage: Passage, word: int) -> str:
    """A word without the ending of "Monday's"."""
    return passage.words[word].removesuffix("'s")
