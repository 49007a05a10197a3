"""How it is said: doubt, noise, denial."""

from tpmprep.domain.detectors.cues import Hit, is_number
from tpmprep.domain.detectors.passage import Passage, Span, words_in
from tpmprep.domain.detectors.reading import Reading

_SET_OFF = words_in("like so right well okay ok now look listen anyway actually")
"""Words that are noise where commas set them off, and words with a meaning elsewhere."""
_LIKERS = words_in(
    """
    i you we they he she would that it to people looks look feels sounds customers who don't
    didn't
    """
)
_HOLDERS = words_in("have had has got get with")
_AFTER_LIKE = words_in("really super totally just maybe totally um uh")


def hedges(reading: Reading) -> list[Span]:
    """Words of doubt. A stated assumption is none."""
    return list(reading.spans(reading.outside("hedge", "not_hedge")))


def fillers(reading: Reading) -> list[Span]:
    """Sounds and empty phrases; "like", "so" and "right" only where nothing needs them."""
    passage = reading.passage
    phrases = reading.outside("filler", "not_filler")
    noisy = {word for hit in phrases for word in range(hit.first, hit.last + 1)}
    bare = [Hit(n, n) for n in range(len(passage.words)) if _is_noise(passage, n, noisy)]
    return list(reading.spans([*phrases, *bare]))


def negated(reading: Reading) -> list[Span]:
    """What is said not to be, from the word that denies it on."""
    return list(reading.spans(denial.reach for denial in reading.denials))


def _is_noise(passage: Passage, word: int, noisy: set[int]) -> bool:
    said = passage.words[word]
    if said == "so" and (word == 0 or word - 1 in noisy or word + 1 in noisy):
        return True
    if said == "like" and _is_idle_like(passage, word):
        return True
    if said not in _SET_OFF:
        return False
    before, after = passage.between(word).strip()[-1:], passage.after(word).strip()[:1]
    if said == "right" and after == "?":
        return True
    if said in ("okay", "ok", "right", "well") and _opens(passage, word) and after == ".":
        return True
    if _opens(passage, word):
        return after == ","
    return before == "," and after == "," and said not in ("okay", "ok")


def _is_idle_like(passage: Passage, word: int) -> bool:
    """Whether "like" is noise: before a comma, a number, or after "had" ("we had like a plan")."""
    before, after = passage.word(word - 1), passage.word(word + 1)
    if passage.after(word).strip().startswith(","):
        return bool(passage.between(word).strip()) or before not in _LIKERS
    if passage.after(word).strip() or not after:
        return False
    return is_number(after) or after in _AFTER_LIKE or (before in _HOLDERS and after in ("a", "an"))


def _opens(passage: Passage, word: int) -> bool:
    return passage.sentences[passage.sentence_of(word)][0] == word
