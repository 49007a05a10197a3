"""Which question comes next when the person names none."""

from collections.abc import Sequence
from random import Random

from tpmprep.domain.history import History
from tpmprep.domain.question import Head


def pick(pool: Sequence[Head], history: History, *, rng: Random) -> Head:
    """A question of `pool` that was answered least often; among equals, the longest unseen.

    Ties are drawn with `rng`. `pool` must not be empty.
    """
    counts = history.times_asked()
    last_seen = {a.question.id: a.started_at for a in history.attempts}
    shuffled = rng.sample(list(pool), len(pool))
    return min(shuffled, key=lambda q: (counts.get(q.id, 0), last_seen.get(q.id, "")))
