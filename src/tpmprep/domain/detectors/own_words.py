"""Sentences of one's own: neither the question pasted back nor keywords in a row."""

from tpmprep.domain.detectors.cues import HESITATIONS, is_number
from tpmprep.domain.detectors.passage import Passage, passage_of, words_in

SHINGLE = 4
"""So many words in a row, most of them in the question, make a sentence a copy of it."""
LIST_FROM, SHORT_ITEM = 4, 2.5
"""A list of so many items or more, of so few words each, is no sentence."""
RUN_FROM = 3
"""So many sentences of a word or two in a row are a list."""
KEYWORDS_FROM, BINDING_SHARE = 6, 0.13
"""So many words with so small a share of binding words ("the", "was", "to") are keywords."""
HEAD_WORDS = 4
"""A heading with its colon has at most so many words."""

_BINDING = words_in(
    """
    a about after all an and any are as at be because been before but by can could did do does for
    from get got had has have he her his how i if in into is it its let me more my no not of on one
    or our out over she should so than that the their them then there they this to under until up
    us was we were what when where which while who will with would you your i'd we'd it's that's
    both i'm we're i've we've i'll we'll didn't don't wasn't isn't won't per every each against off
    meant means cost costs
    """
)
_FILLERS = HESITATIONS | words_in("so you know i mean well right okay")


_ASKING = words_in(
    """
    who whose what which when where why how is are was were do does did can could will would
    should shall may might have has
    """
)


def pasted(passage: Passage, prompt: str) -> set[int]:
    """The sentences that stand in `prompt`, in whole or for the most part."""
    asked = passage_of(prompt).words
    known = {size: set(_runs(asked, size)) for size in range(2, SHINGLE + 1)}
    return {n for n, ends in enumerate(passage.sentences) if _is_copy(passage, ends, known)}


def bare_lists(passage: Passage) -> set[int]:
    """The sentences that are keywords in a row, with or without commas."""
    bare = {n for n, ends in enumerate(passage.sentences) if _is_bare(passage, ends)}
    return bare | _keyword_runs(passage)


def questions(passage: Passage) -> set[int]:
    """The sentences that ask something: who asks for an owner has not named one."""
    return {
        number
        for number, (first, end) in enumerate(passage.sentences)
        if passage.words[first] in _ASKING
        and passage.after(end - 1).lstrip(" \"')").startswith("?")
    }


def mostly(passage: Passage, sentences: set[int]) -> bool:
    """Whether these sentences hold most of the words."""
    words = sum(end - first for first, end in (passage.sentences[n] for n in sentences))
    return 2 * words > len(passage.words)


def _is_copy(
    passage: Passage, ends: tuple[int, int], known: dict[int, set[tuple[str, ...]]]
) -> bool:
    words = passage.words[slice(*ends)]
    size = min(SHINGLE, len(words))
    pieces = _runs(words, size)
    return size in known and sum(piece in known[size] for piece in pieces) >= 0.7 * len(pieces)


def _runs(words: tuple[str, ...], size: int) -> list[tuple[str, ...]]:
    """Every so many words in a row."""
    return [words[n : n + size] for n in range(len(words) - size + 1)]


def _keyword_runs(passage: Passage) -> set[int]:
    """Sentences of a word or two, several in a row: a list whose items end with stops or lines."""
    found: set[int] = set()
    run: list[int] = []
    for number in range(len(passage.sentences) + 1):
        if number < len(passage.sentences) and _is_keyword(passage, passage.sentences[number]):
            run.append(number)
            continue
        found |= set(run) if len(run) >= RUN_FROM else set()
        run = []
    return found


def _is_keyword(passage: Passage, ends: tuple[int, int]) -> bool:
    words = [word for word in passage.words[slice(*ends)] if not is_number(word)]
    return len(words) <= SHORT_ITEM and _BINDING.isdisjoint(words)


def _is_bare(passage: Passage, ends: tuple[int, int]) -> bool:
    first, end = ends
    if any(":" in passage.after(word) for word in range(first, min(end - 1, first + HEAD_WORDS))):
        return False  # "Way back: old cluster kept until May" is a note under its heading
    total = end - first
    binding = sum(word in _BINDING for word in passage.words[first:end])
    if total >= KEYWORDS_FROM and binding < BINDING_SHARE * total:
        return True
    items = _items(passage, ends)
    short = sum(items) <= SHORT_ITEM * len(items)
    if len(items) >= RUN_FROM and sum(items) <= 2 * len(items) and not binding:
        return True
    return len(items) >= LIST_FROM and short and 3 * binding < len(items)


def _items(passage: Passage, ends: tuple[int, int]) -> list[int]:
    """The lengths of what stands between commas; one of fillers only ("you know") is no item."""
    first, end = ends
    commas = [word for word in range(first + 1, end) if "," in passage.between(word)]
    items = zip([first, *commas], [*commas, end], strict=True)
    return [
        last - start for start, last in items if not _FILLERS.issuperset(passage.words[start:last])
    ]
