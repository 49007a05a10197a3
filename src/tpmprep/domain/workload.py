"""Which questions a plan takes on, and which it leaves out since the time is too short for them."""

from collections.abc import Mapping, Sequence

from tpmprep.domain.formats import GUIDE_LENGTHS
from tpmprep.domain.ladder import COST_MIN
from tpmprep.domain.question import Head, fits

VISITS_MIN = 2 * COST_MIN["2min"] + COST_MIN["5min"]
"""What a question needs to come off: two short answers and a longer one. Our own choice."""

FEWEST = 4
"""So many questions at least, one for each area."""

GUIDE_PREFIX = "gq-"


def in_order(
    heads: Sequence[Head], practised: Mapping[str, int], fair: Mapping[str, float], track: str = ""
) -> list[Head]:
    """The questions by their worth for the plan, the most valuable first.

    Those of the guide come first, then what was practised already, then what every role is asked
    or one's own track, and what belongs to other tracks last. Within each, areas take turns; one
    that the interviews hardly ask (`fair` below 1) has fewer.
    """
    tiers: list[list[Head]] = [[], [], [], []]
    for head in heads:
        tiers[_tier(head, practised, track)].append(head)
    ordered: list[Head] = []
    taken: dict[str, int] = {}
    for tier in tiers:
        placed = []
        for head in tier:
            turn = taken.get(head.area, 0)
            taken[head.area] = turn + 1
            placed.append((turn / fair.get(head.area, 1.0), head))
        placed.sort(key=lambda one: one[0])
        ordered += [head for _, head in placed]
    return ordered


def lengths_of(head: Head) -> tuple[str, ...]:
    """The lengths that a question is made for, shortest first."""
    return tuple(length for length in GUIDE_LENGTHS if fits(head, for_format=length))


def how_many(minutes: int) -> int:
    """How many questions a plan of so many minutes takes on."""
    return max(FEWEST, minutes // VISITS_MIN)


def _tier(head: Head, practised: Mapping[str, int], track: str) -> int:
    if head.id.startswith(GUIDE_PREFIX):
        return 0
    if practised.get(head.id):
        return 1
    return 2 if not head.tracks or track in head.tracks else 3
