"""Practice against real outcomes: the share of pairs, what luck would do, and when it is early."""

from datetime import date
from itertools import combinations
from math import comb, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt
from tpmprep.domain.attempt import ScoreRecord
from tpmprep.domain.history import History, history_of
from tpmprep.domain.outcomes import (
    MOST_SHUFFLED,
    Apart,
    Verdict,
    apart,
    chance_of,
    practice_before,
    verdict,
)
from tpmprep.domain.rounds import Logbook, Outcome, Result, Round, logbook_of

FIGURES = st.lists(st.integers(2, 8).map(lambda n: n / 2), min_size=1, max_size=5)


def practised(*days_and_levels: tuple[int, int]) -> History:
    """Answers in November 2026, each on its day with one level; level 0 is unscored."""
    return history_of(
        make_attempt(
            f"202611{day:02}-120000-{number:08x}",
            started_at=f"2026-11-{day:02}T12:00:00.000Z",
            scores={"ex.control": level} if level else {},
            quotes={},
        )
        for number, (day, level) in enumerate(days_and_levels)
    )


def book(*rounds: tuple[int, Result, int | None]) -> Logbook:
    """Rounds on days of November 2026 with their result and how they felt."""
    made, outcomes = [], []
    for number, (day, result, felt) in enumerate(rounds):
        name = f"202611{day:02}-090000-{number:08x}"
        made.append(Round(name, "0.1.0", f"2026-11-{day:02}", "Acme", felt=felt))
        outcomes.append(Outcome(name, name, result, "2026-11-30T10:00:00.000Z"))
    return logbook_of(made, outcomes)


@given(FIGURES, FIGURES)
def test_the_share_is_the_share_of_pairs(passed: list[float], failed: list[float]) -> None:
    """Counted pair by pair, and for the others it is the other way round."""
    wins = sum(p > f for p in passed for f in failed)
    ties = sum(p == f for p in passed for f in failed)
    found = apart(passed, failed)
    assert (wins + ties / 2, len(passed) * len(failed)) == (found.higher, found.pairs)
    assert isclose(1.0, found.share + apart(failed, passed).share)


@given(FIGURES, FIGURES)
def test_the_chance_is_that_of_every_dealing(passed: list[float], failed: list[float]) -> None:
    """The same as when every choice of as many rounds is tried."""
    everyone, seen = [*passed, *failed], apart(passed, failed).higher
    as_good = 0
    for places in combinations(range(len(everyone)), len(passed)):
        chosen = [everyone[n] for n in places]
        rest = [everyone[n] for n in range(len(everyone)) if n not in places]
        as_good += apart(chosen, rest).higher >= seen
    chance = chance_of(passed, failed)
    assert chance is not None
    assert isclose(as_good / comb(len(everyone), len(passed)), chance)
    assert 0 < chance <= 1


@pytest.mark.parametrize(
    ("passed", "failed", "found"),
    [
        ([3.0], [2.0], Apart(1.0, 1, 1 / 2)),
        ([3.0], [2.0, 2.5], Apart(2.0, 2, 1 / 3)),
        ([3.0, 3.5, 4.0], [1.0, 2.0, 2.5], Apart(9.0, 9, 1 / 20)),
        ([2.0, 2.0], [2.0, 2.0], Apart(2.0, 4, 1.0)),
        ([1.0], [2.0, 3.0], Apart(0.0, 2, 1.0)),
    ],
)
def test_known_figures(passed: list[float], failed: list[float], found: Apart) -> None:
    """Worked out by hand."""
    assert found == apart(passed, failed)


def test_too_many_to_shuffle() -> None:
    """The share is told, the chance is not."""
    found = apart([3.0] * MOST_SHUFFLED, [2.0])
    assert (1.0, None) == (found.share, found.chance)


@pytest.mark.parametrize(
    ("days", "score"),
    [
        ([(10, 3)], None),
        ([(11, 3)], 3.0),
        ([(24, 4)], 4.0),
        ([(25, 4)], None),
        ([(10, 1), (11, 2), (24, 3), (25, 4)], 2.5),
        ([(20, 0)], None),
        ([(20, 0), (21, 2)], 2.0),
        ([], None),
    ],
)
def test_two_weeks_before_a_round(days: list[tuple[int, int]], score: float | None) -> None:
    """Fourteen days with the day itself; what was not scored does not count."""
    assert score == practice_before(date(2026, 11, 24), practised(*days))


def test_a_later_score_of_ones_own_counts() -> None:
    """As everywhere: where none was given at once."""
    attempt = make_attempt(scores={}, quotes={})
    record = ScoreRecord("s", attempt.id, "self", "2026-11-25T09:00:00.000Z", {"ex.control": 4})
    assert 4.0 == practice_before(date(2026, 11, 24), history_of([attempt], [record]))


def test_the_first_day_there_is_breaks_nothing() -> None:
    """A file may hold any day."""
    assert practice_before(date.min, practised((24, 3))) is None


def test_nothing_noted() -> None:
    """No rounds, no verdict."""
    assert Verdict(0, 0, 0, 0, 0) == verdict(Logbook(), practised((20, 3)))


def test_too_early() -> None:
    """Two outcomes with practice are not enough; rounds without practice and open ones count."""
    found = verdict(
        book((20, "passed", 80), (21, "failed", 30), (2, "passed", None), (22, "open", 50)),
        practised((20, 3)),
    )
    assert Verdict(4, 1, 1, 1, 1) == found
    assert 2 == found.usable


@pytest.mark.parametrize(("result", "counts"), [("passed", (3, 0)), ("failed", (0, 3))])
def test_all_the_same(result: Result, counts: tuple[int, int]) -> None:
    """Nothing can be told apart where nothing differs."""
    found = verdict(book(*((day, result, 50) for day in (20, 21, 22))), practised((20, 3)))
    assert counts == (found.passed, found.failed)
    assert (None, None) == (found.practice, found.felt)


def test_told() -> None:
    """Three outcomes of both kinds: practice and feeling are held against them."""
    found = verdict(
        book((1, "failed", 80), (15, "failed", None), (30, "passed", 70), (29, "passed", 90)),
        practised((1, 1), (14, 2), (29, 4)),
    )
    assert (2, 2, 0) == (found.passed, found.failed, found.without_practice)
    assert Apart(4.0, 4, 1 / 6) == found.practice
    assert Apart(1.0, 2, 2 / 3) == found.felt
