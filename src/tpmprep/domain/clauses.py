"""Short pieces of what somebody wrote, cut where a speaker would pause."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from tpmprep.domain.detectors.passage import passage_of, words_in
from tpmprep.domain.text import sentence_spans, shorten, word_count

CLAUSE_WORDS = 12
"""As much as is easily said in one breath."""

LONGEST = 120
"""So many characters of a clause at most: words without blanks are shortened to that."""

_SEMICOLON = re.compile(r";(?=\s)")
_PAUSE = re.compile(r":\s|,\s|\s[—–-]\s|\s?\(|\)\s?")
_CONJUNCTION = re.compile(
    r"\s(?=(?:but|because|which|so|while|when|where|although|since|that|until|after|before)\s"
    r"|and\s(?:I|we|it|they|he|she|then|the)\s)"
)
_EDGES = ' \t\n,;:.!?—–-•*"“”'
_LEAD = words_in("of the a an and or to in on at with by which that for was were is are")
_SMALL = words_in(
    """
    a an the one two three four five six seven eight nine ten all every each our my their its his
    her this that these those it we they he she in on at by with for from to of after before when
    while until since because about over under nearly almost more less no not and but so both
    which there new old live launched moved released shipped finished delivered no late early
    support ticket tickets sign login crash error errors failure failures adoption latency release
    releases customer customers user users account accounts team teams service services revenue
    renewals cost costs spend downtime incidents outages conversion retention coverage build builds
    payments orders migration launch rollout recovery locked wrong data accuracy time handling
    """
)
_QUOTED = '"“”'


def tidy(text: str) -> str:
    """`text` on one line, without the signs that end or begin it, and no half bracket."""
    line = " ".join(text.split()).strip(_EDGES)
    if line.count("(") != line.count(")"):
        line = " ".join(line.replace("(", " ").replace(")", " ").split()).strip(_EDGES)
    if sum(line.count(sign) for sign in _QUOTED) % 2:
        line = " ".join(line.translate(dict.fromkeys(map(ord, _QUOTED), " ")).split()).strip(_EDGES)
    return line


def first_clause(text: str, most: int = CLAUSE_WORDS) -> str:
    """The beginning of `text` up to its first pause behind which more would be too much."""
    for start, end in _halves(text)[:1]:
        return _fitting(text, _cut(text, start, end, most), 0, most)
    return ""


@lru_cache(maxsize=2048)
def clause_with(text: str, start: int, end: int, most: int = CLAUSE_WORDS) -> str:
    """The clause of `text` that holds the place from `start` to `end`, in at most `most` words.

    A place too long for that is shown from its beginning.
    """
    for first, last in _halves(text):
        if first <= start < last:
            pieces = _cut(text, first, last, most)
            held = [n for n, (left, right) in enumerate(pieces) if left < end and start < right]
            if not held:
                break
            whole = text[pieces[held[0]][0] : pieces[held[-1]][1]]
            if word_count(whole) <= most:
                return _fitting(text, pieces, held[0], most, through=held[-1], backward=True)
            return _window(text[pieces[held[0]][0] : last], start - pieces[held[0]][0], most)
    return _window(text[start:end], 0, most)


def _halves(text: str) -> list[tuple[int, int]]:
    """The sentences, and their halves where a semicolon stands."""
    return [
        half
        for start, end in sentence_spans(text)
        for half in _split(text, start, end, _SEMICOLON)
        if tidy(text[half[0] : half[1]])
    ]


def _cut(text: str, start: int, end: int, most: int) -> list[tuple[int, int]]:
    """The pieces between the pauses of a sentence; one piece when all of it is short."""
    if word_count(text[start:end]) <= most:
        return [(start, end)]
    pieces = _split(text, start, end, _PAUSE)
    return [
        part
        for left, right in pieces
        for part in (
            [(left, right)]
            if word_count(text[left:right]) <= most
            else _split(text, left, right, _CONJUNCTION)
        )
    ]


def _split(text: str, start: int, end: int, at: re.Pattern[str]) -> list[tuple[int, int]]:
    pieces, left = [], start
    for found in at.finditer(text, start, end):
        pieces.append((left, found.start()))
        left = found.end()
    return [(a, b) for a, b in [*pieces, (left, end)] if text[a:b].strip()]


def _fitting(
    text: str,
    pieces: Sequence[tuple[int, int]],
    first: int,
    most: int,
    *,
    through: int | None = None,
    backward: bool = False,
) -> str:
    """Pieces from `first` on as long as they fit; a lone figure takes the piece before it."""
    if not pieces:
        return ""
    last = first if through is None else through
    if word_count(text[pieces[first][0] : pieces[first][1]]) > most:
        return _window(text[pieces[first][0] : pieces[first][1]], 0, most)
    short = word_count(text[pieces[first][0] : pieces[last][1]]) < 4
    if not backward and short and first + 1 < len(pieces):
        ahead = text[pieces[first][0] : pieces[first + 1][1]]
        if word_count(ahead) > most:
            return _window(ahead, 0, most)
    if backward and short and first:
        joined = text[pieces[first - 1][0] : pieces[last][1]]
        first -= word_count(joined) <= most
    if not backward:
        while last + 1 < len(pieces) and (
            word_count(text[pieces[first][0] : pieces[last + 1][1]]) <= most
        ):
            last += 1
    return shorten(tidy(text[pieces[first][0] : pieces[last][1]]), LONGEST)


def _window(text: str, place: int, most: int) -> str:
    """At most `most` words around a place, from a few words before it."""
    passage = passage_of(text)
    at = next((n for n, (_, right) in enumerate(passage.places) if right > place), 0)
    first = max(0, at - 4)
    while first < at and first and passage.words[first] in _LEAD:
        first += 1
    start = passage.places[first][0] if passage.words else 0
    while start and not text[start - 1].isspace():
        start -= 1  # "M" of "$3.2M" is a word of its own only for the detectors
    words = text[start:].split()
    held = max(1, bisect_right(list(accumulate(map(word_count, words[: 2 * most]))), most))
    cut = tidy(" ".join(words[:held]))
    return shorten(cut if len(words) <= held else f"{cut}…", LONGEST)


def lowered(text: str, common: frozenset[str] = frozenset()) -> str:
    """`text` as it stands inside a sentence: a small first letter, where that cannot be a name.

    `common` are words that the writer uses with a small letter elsewhere.
    """
    head = text.split(" ", 1)[0].rstrip(",;:.")
    first = head.split("-", 1)[0].lower()
    plain = (
        head[:1].isupper()
        and head[1:] == head[1:].lower()
        and head != "I"
        and head.replace("-", "").isalpha()
    )
    return text[:1].lower() + text[1:] if plain and first in _SMALL | common else text


def raised(text: str) -> str:
    """`text` as it begins a line: a capital, but for names such as iOS or p95."""
    head = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if head.isalpha() and head.islower() else text


def common_words(texts: Sequence[str]) -> frozenset[str]:
    """The words that stand with a small letter, and never with a capital inside a sentence."""
    small: set[str] = set()
    names: set[str] = set()
    for text in texts:
        passage = passage_of(text)
        for number, (start, end) in enumerate(passage.places):
            written = text[start:end]
            if written.islower():
                small.add(written)
            elif passage.is_capital(number):
                names.add(written.lower())
    return frozenset(small - names)
