"""Phrases that give something away, and how they are found: one pass over the words.

A phrase is written as words with blanks between them:

    roll|rolled back        one of several words
    revert*                 any word that begins so
    the? plan               a word that may be missing
    if ~3 then              up to three words in between
    within # days           a number, in figures or in words
    -- said of a plan       a comment

Words are small letters. Sounds of hesitation inside a phrase do not break it ("flip it, uh,
back"). No regular expression sees the text of a user here, so no text, however
made, costs more than its length.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tpmprep.domain.detectors.passage import Passage, words_in

COUNTS = words_in(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
    thousand million billion dozen half
    """
)


HESITATION_WORDS = 6
HESITATIONS = words_in("um umm uh uhh uhm er erm hmm like basically")
"""What may stand between two words of a phrase without being one of them."""
_MAY_HESITATE = HESITATIONS | {"you", "i"}


def is_number(word: str) -> bool:
    """Whether a word is a figure or a number in words; "one" is too common to say anything."""
    return word[0].isdigit() or word[0] in "$€£" or word in COUNTS


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that was found, from word `first` to word `last`, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Slot:
    """One place of a phrase: what may stand there, or how many words may stand between."""

    exact: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    number: bool = False
    optional: bool = False
    gap: int = 0

    def takes(self, word: str) -> bool:
        return (
            word in self.exact
            or bool(self.prefixes and word.startswith(self.prefixes))
            or (self.number and is_number(word))
        )


class Cues:
    """Lexicons by name, each a block of phrases, one a line."""

    def __init__(self, lexicons: Mapping[str, str]) -> None:
        self._names = tuple(lexicons)
        self._index: dict[str, list[tuple[str, tuple[_Slot, ...]]]] = {}
        self.lines: set[str] = set()
        for name, block in lexicons.items():
            for line in block.splitlines():
                self._add_line(name, line.strip())
        self._longest = max((len(key) for key in self._index), default=0)

    def find(self, passage: Passage) -> dict[str, list[Hit]]:
        """Where each lexicon has a phrase, in order; of two that begin at one word the longer."""
        found: dict[str, list[Hit]] = {name: [] for name in self._names}
        known: dict[str, list[tuple[str, tuple[_Slot, ...]]]] = {}
        words = passage.words
        for first, end in passage.sentences:
            for start in range(first, end):
                word = words[start]
                if word not in known:
                    known[word] = self._beginning_with(word)
                for name, slots in known[word]:
                    last = start if len(slots) == 1 else _match(slots, words, start, end)
                    if last is not None:
                        _add(found[name], Hit(start, last))
        return found

    def _add_line(self, name: str, line: str) -> None:
        """Index a phrase by its first word; one whose first word may be missing is two phrases."""
        if not line or line.startswith("--"):
            return
        head, _, rest = line.partition(" ")
        if head.endswith("?"):
            self._add_line(name, rest)
        self.lines.add(line)
        slots = tuple(map(_slot, line.split()))
        for word in head.rstrip("?").split("|"):
            self._index.setdefault(word, []).append((name, slots))

    def _beginning_with(self, word: str) -> list[tuple[str, tuple[_Slot, ...]]]:
        longest = min(len(word), self._longest)
        keys = [word, *(f"{word[:n]}*" for n in range(2, longest + 1))]
        if is_number(word):
            keys.append("#")
        return [phrase for key in keys for phrase in self._index.get(key, ())]


def _add(hits: list[Hit], hit: Hit) -> None:
    if hits and hits[-1].first == hit.first:
        hits[-1] = max(hits[-1], hit, key=lambda h: h.last)
    else:
        hits.append(hit)


def _match(slots: tuple[_Slot, ...], words: tuple[str, ...], place: int, end: int) -> int | None:
    """The last word of the phrase when it stands at `place`, else None."""
    last = place - 1
    for number, slot in enumerate(slots):
        if slot.gap:
            return _after_gap(slots[number + 1 :], words, range(place, end)[: slot.gap + 1], end)
        taken = place < end and slot.takes(words[place])
        if number and not taken and place < end and words[place] in _MAY_HESITATE:
            place, before = _past_hesitation(words, place, end), place
            taken = before < place < end and slot.takes(words[place])
        if taken:
            last, place = place, place + 1
        elif not slot.optional:
            return None
    return last


def _after_gap(
    slots: tuple[_Slot, ...], words: tuple[str, ...], places: range, end: int
) -> int | None:
    """The last word of the rest of a phrase, which may begin at any of these places."""
    head = slots[0]
    for place in places:
        if head.optional or head.takes(words[place]):
            last = _match(slots, words, place, end)
            if last is not None:
                return last
    return None


def _past_hesitation(words: tuple[str, ...], place: int, end: int) -> int:
    """The first word from `place` on that is no sound of hesitation and no "you know".

    Only so many are passed over, or a text of nothing else would cost the square of its length.
    """
    end = min(end, place + HESITATION_WORDS)
    while place < end:
        if words[place] in HESITATIONS:
            place += 1
        elif words[place : place + 2] in (("you", "know"), ("i", "mean")):
            place += 2
        else:
            break
    return min(place, end)


@cache
def _slot(piece: str) -> _Slot:
    if piece.startswith("~"):
        return _Slot(gap=int(piece[1:]))
    optional = piece.endswith("?")
    words = piece.rstrip("?").split("|")
    return _Slot(
        exact=frozenset(words),
        prefixes=tuple(w[:-1] for w in words if w.endswith("*")) if "*" in piece else (),
        number="#" in words,
        optional=optional,
    )
