"""The fewest stories that show everything which all of them show together.

This is the set cover problem (Karp 1972, "Reducibility among combinatorial problems"). It is
solved exactly by branch and bound (Land and Doig 1960, "An automatic method of solving discrete
programming problems"), branching on the element that the fewest sets hold (Knuth 2000, "Dancing
links"), with one set more at each round until that is enough (iterative deepening, Korf 1985).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import count


def smallest_cover(sets: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """The ids of a smallest selection that holds every element which the sets hold together.

    Of several smallest ones the first in the order of the mapping: the one whose first set comes
    first; where that is the same, whose second one does, and so on.
    """
    masks = _masks(sets.values())
    missing = _union(masks)
    size = next(size for size in count() if reaches(missing, masks, size))
    chosen: list[str] = []
    for place, (name, mask) in enumerate(zip(sets, masks, strict=True)):
        if len(chosen) == size:
            break
        if reaches(missing & ~mask, masks[place + 1 :], size - len(chosen) - 1):
            chosen.append(name)
            missing &= ~mask
    return tuple(chosen)


def reaches(missing: int, masks: Sequence[int], most: int) -> bool:
    """Whether at most `most` of these sets, as bits, hold every bit of `missing`."""
    if not missing or most <= 0:
        return not missing
    useful = _widest({mask & missing for mask in masks})
    if _union(useful) != missing or useful[0].bit_count() * most < missing.bit_count():
        return False
    holders = min((_holding(bit, useful) for bit in _bits(missing)), key=len)
    return any(reaches(missing & ~mask, useful, most - 1) for mask in holders)


def _widest(masks: Collection[int]) -> list[int]:
    """The sets that no other one contains, the largest first."""
    kept: list[int] = []
    for mask in sorted(masks, key=lambda mask: (-mask.bit_count(), mask)):
        if mask and all(mask & ~other for other in kept):
            kept.append(mask)
    return kept


def _masks(sets: Iterable[Collection[str]]) -> list[int]:
    """Each set as a number with a bit for each of its elements."""
    bits: dict[str, int] = {}
    return [_union(bits.setdefault(element, 1 << len(bits)) for element in held) for held in sets]


def _holding(bit: int, masks: Sequence[int]) -> list[int]:
    return [mask for mask in masks if mask & bit]


def _bits(mask: int) -> Iterable[int]:
    while mask:
        lowest = mask & -mask
        yield lowest
        mask ^= lowest


def _union(masks: Iterable[int]) -> int:
    united = 0
    for mask in masks:
        united |= mask
    return united
