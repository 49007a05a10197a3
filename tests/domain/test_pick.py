"""Which question comes next when the person names none."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt, make_question
from tpmprep.domain.attempt import Attempt, asked
from tpmprep.domain.history import History, history_of
from tpmprep.domain.pick import pick
from tpmprep.domain.question import Head, head_of

IDS = ("tq-01", "tq-02", "tq-03", "tq-04")
POOL = [head_of(make_question(name)) for name in IDS]


def answered(*questions: str) -> History:
    """One answer a day, in the order of `questions`."""
    return history_of(_attempt(place, name) for place, name in enumerate(questions, start=1))


def _attempt(day: int, question: str) -> Attempt:
    attempt_id = f"202611{day:02d}-120000-00000001"
    return make_attempt(attempt_id, question=asked(make_question(question)))


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        (("tq-01", "tq-02", "tq-03"), "tq-04"),
        (("tq-04", "tq-02", "tq-03"), "tq-01"),
        (("tq-03", "tq-01", "tq-04", "tq-02"), "tq-03"),
        (("tq-03", "tq-01", "tq-04", "tq-02", "tq-03"), "tq-01"),
        (("tq-01", "tq-01", "tq-02", "tq-03", "tq-04"), "tq-02"),
        (("tq-01", "tq-02", "tq-03", "tq-04", "tq-04", "tq-03", "tq-02", "tq-01"), "tq-04"),
        (("tq-01", "tq-02", "tq-03", "tq-99"), "tq-04"),
    ],
    ids=["never", "never-first", "unseen", "seen-twice", "fewest", "last-seen", "foreign"],
)
def test_never_asked_then_fewest_then_longest_unseen(
    questions: tuple[str, ...], expected: str
) -> None:
    """The history decides when it can, whatever the seed."""
    history = answered(*questions)
    assert {expected} == {pick(POOL, history, rng=Random(seed)).id for seed in range(20)}


@given(st.permutations(POOL), st.integers())
def test_the_order_of_the_pool_does_not_decide(pool: list[Head], seed: int) -> None:
    """One never asked among three that were is found wherever it stands."""
    assert "tq-02" == pick(pool, answered("tq-01", "tq-03", "tq-04"), rng=Random(seed)).id


@given(st.integers())
def test_a_seed_repeats(seed: int) -> None:
    """The same seed, pool and history draw the same series."""
    first, second = Random(seed), Random(seed)
    history = history_of([])
    series = [pick(POOL, history, rng=first).id for _ in range(5)]
    assert series == [pick(POOL, history, rng=second).id for _ in range(5)]


def test_ties_are_drawn_among_all() -> None:
    """With nothing answered each question has its turn over the seeds."""
    drawn = {pick(POOL, history_of([]), rng=Random(seed)).id for seed in range(60)}
    assert set(IDS) == drawn


def test_ties_are_drawn_among_the_never_asked_only() -> None:
    """Two never asked share the draw, those that were asked have no part in it."""
    history = answered("tq-01", "tq-03")
    drawn = {pick(POOL, history, rng=Random(seed)).id for seed in range(60)}
    assert {"tq-02", "tq-04"} == drawn


def test_picking_in_turn_goes_round() -> None:
    """Answering what is picked asks every question once before any comes again."""
    asked_so_far: list[str] = []
    for _ in range(8):
        asked_so_far.append(pick(POOL, answered(*asked_so_far), rng=Random(3)).id)
    assert set(IDS) == set(asked_so_far[:4])
    assert asked_so_far[:4] == asked_so_far[4:]


def test_the_pool_is_left_as_it_was() -> None:
    """The draw shuffles a copy."""
    pool = list(POOL)
    pick(pool, history_of([]), rng=Random(1))
    assert POOL == pool


def test_a_pool_of_one_is_no_choice() -> None:
    """The only question is picked however often it was answered."""
    assert "tq-01" == pick(POOL[:1], answered("tq-01", "tq-01"), rng=Random(1)).id
