"""How far scores can be believed: who is compared with whom, and when a blind look is due."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt
from tpmprep.domain.attempt import BLIND, EXEMPLAR, LATER, Attempt, ScoreRecord
from tpmprep.domain.calibration import (
    blind_from,
    calibration,
    due_for_blind,
    planning_bias,
    with_later_self,
    with_others,
    with_reference,
)
from tpmprep.domain.history import History, history_of
from tpmprep.domain.ladder import next_format
from tpmprep.domain.ratings import SHRINK_BY

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
ENDS = START + timedelta(seconds=100 + 20)  # 20 of thinking, 100 of answering
DAY = timedelta(hours=24)
LEVELS = st.dictionaries(st.sampled_from("abcd"), st.integers(1, 4), min_size=1)
RATERS = ("self", "Ada", "Bo")


def answer(number: int = 1, level: int | None = 3, **more: Any) -> Attempt:
    """The answer of this number, each a day before the one of the next number."""
    attempt_id = f"{START + DAY * (number - 1):%Y%m%d-%H%M%S}-0000000{number}"
    scores = {} if level is None else {"ex.control": level}
    return make_attempt(attempt_id, **{"scores": scores, "think_s": 20.0, **more})


def record(
    attempt: str, level: int, rater: str = "Ada", kind: str = LATER, **more: Any
) -> ScoreRecord:
    """A later score, an hour after the one of the number before."""
    number = more.pop("number", 1)
    at = more.pop("at", ENDS + timedelta(hours=number))
    return ScoreRecord(
        id=f"20261120-100000-0000000{number}",
        attempt=attempt,
        rater=rater,
        scored_at=at.isoformat().replace("+00:00", "Z"),
        scores={"ex.control": level},
        kind=kind,
        **more,
    )


def levels_of(pairs: Iterable[Any]) -> list[tuple[int, int]]:
    """Own and other level of each pair."""
    return [(pair.own["ex.control"], pair.other["ex.control"]) for pair in pairs]


def test_the_newest_score_of_each_rater_counts() -> None:
    """A rater who scores again replaces the first scores, another rater is another pair."""
    one = answer()
    records = [record(one.id, 2, number=2), record(one.id, 1), record(one.id, 4, "Bo")]
    for pile in (records, records[::-1]):
        assert [(3, 2), (3, 4)] == levels_of(with_others(history_of([one], pile)))


def test_oneself_is_never_another() -> None:
    """Neither a later nor a blind score of one's own is a pair with others."""
    one, late = answer(), answer(2, None)
    history = history_of(
        [one, late],
        [
            record(one.id, 1, "self", BLIND),
            record(one.id, 1, "self"),
            record(late.id, 2, "self", number=2),
            record(late.id, 4, number=3),
        ],
    )
    assert [(2, 4)] == levels_of(with_others(history))


def test_without_own_levels_there_is_no_pair() -> None:
    """An answer that one never scored compares with nothing."""
    one = answer(level=None)
    records = [record(one.id, 4), record(one.id, 4, "self", BLIND)]
    history = history_of([one], records)
    assert [] == [*with_others(history), *with_later_self(history)]


def test_only_the_first_score_of_a_sample_counts() -> None:
    """Whoever scores it again has read the reference; a sample without a reference is no pair."""
    records = [
        record("ex-2", 2, "self", EXEMPLAR, number=3, reference={"ex.control": 1}),
        record("ex-1", 1, "self", EXEMPLAR, number=2, reference={"ex.control": 4}),
        record("ex-1", 4, "self", EXEMPLAR, number=1, reference={"ex.control": 4}),
        record("ex-3", 3, "self", EXEMPLAR, number=4),
    ]
    for pile in (records, records[::-1]):
        assert [(2, 1), (4, 4)] == sorted(levels_of(with_reference(history_of([], pile))))


def test_only_a_blind_score_is_oneself_later() -> None:
    """A score in the open has seen the first one, a second blind one as well."""
    one = answer()
    records = [
        record(one.id, 1, "self", number=1),
        record(one.id, 2, "self", BLIND, number=2),
        record(one.id, 4, "self", BLIND, number=3),
        record(one.id, 4, "Ada", number=4),
    ]
    assert [(3, 2)] == levels_of(with_later_self(history_of([one], records[::-1])))


def test_a_blind_score_never_becomes_the_first_one() -> None:
    """Also where none was given at once; the open one does."""
    one = answer(level=None)
    blind, late = record(one.id, 1, "self", BLIND, number=2), record(one.id, 2, "self")
    assert {} == history_of([one], [blind]).attempts[0].scores
    assert {"ex.control": 2} == history_of([one], [blind, late]).attempts[0].scores


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([], ENDS),
        ([("self", LATER, 30)], ENDS + timedelta(hours=30)),
        ([("self", LATER, 5), ("self", LATER, 2)], ENDS + timedelta(hours=5)),
        ([("Ada", LATER, 30)], ENDS),
        ([("self", BLIND, 30)], ENDS),
        ([("self", LATER, -1)], ENDS),
    ],
)
def test_a_blind_look_is_possible_a_day_after_the_words_were_seen(
    records: list[tuple[str, str, int]], expected: datetime
) -> None:
    """Counted from the end of the answer with its thinking, or from a later score of one's own."""
    one = answer()
    pile = [
        record(one.id, 2, rater, kind, number=n, at=ENDS + timedelta(hours=hours))
        for n, (rater, kind, hours) in enumerate(records, 1)
    ]
    assert expected + DAY == blind_from(history_of([one], pile), one)


def test_the_moment_is_in_utc_wherever_the_clock_was() -> None:
    """A record of another place and time means the same moment."""
    there = replace(record(answer().id, 2, "self"), scored_at="2026-11-21T05:30:00+05:30")
    found = blind_from(history_of([answer()], [there]), answer())
    assert datetime(2026, 11, 22, 0, 0, tzinfo=UTC) == found
    assert UTC is getattr(found, "tzinfo", None)


def test_due_are_scored_old_ones_newest_first() -> None:
    """Unscored ones, young ones and those that were scored again are left out."""
    first, second, scored_again, unscored = answer(1), answer(2), answer(3), answer(4, None)
    everything = [unscored, second, scored_again, first]
    records = [record(scored_again.id, 2, "self", BLIND), record(second.id, 2, "Ada", number=2)]
    history = history_of(everything, records)
    assert [second, first] == due_for_blind(history, ENDS + 9 * DAY)
    assert [second, first] == due_for_blind(history, ENDS + 2 * DAY)
    assert [first] == due_for_blind(history, ENDS + 2 * DAY - timedelta(seconds=1))
    assert [] == due_for_blind(history, ENDS)


def test_an_answer_that_was_scored_later_becomes_due() -> None:
    """A day after that score, and not before."""
    one = answer(level=None)
    history = history_of([one], [record(one.id, 2, "self", number=8)])
    due = ENDS + timedelta(hours=8) + DAY
    assert [] == due_for_blind(history, due - timedelta(seconds=1))
    assert [one.id] == [a.id for a in due_for_blind(history, due)]


def test_the_planning_bias_is_over_others_and_samples() -> None:
    """Shrunken towards none; one's later self says nothing about being too high."""
    one, two = answer(1, 4), answer(2, 3)
    records = [
        record(one.id, 2),
        record(two.id, 2, number=2),
        record(two.id, 1, "self", BLIND, number=3),
        record("ex-1", 4, "self", EXEMPLAR, number=4, reference={"ex.control": 1}),
    ]
    assert pytest.approx((2 + 1 + 3) / (3 + SHRINK_BY)) == planning_bias(
        history_of([one, two], records)
    )
    assert 0 == planning_bias(history_of([one, two], records[2:3]))
    assert 0 == planning_bias(History())


def forecast_of(attempt: Attempt, records: list[ScoreRecord]) -> tuple[float | None, float | None]:
    """What was said on average and how many passed, of five answers that went like this one."""
    answers = [answer(n, predicted_pass=attempt.predicted_pass) for n in range(1, 6)]
    pile = [replace(r, id=f"{r.id[:-1]}{a.id[-1]}", attempt=a.id) for a in answers for r in records]
    found = calibration(history_of(answers, pile), Random(1)).predicted
    return found.mean_percent, found.pass_rate


@pytest.mark.parametrize(
    ("records", "passed"),
    [
        ([("Ada", LATER, 2, 1), ("Bo", LATER, 3, 2)], 1.0),
        ([("Ada", LATER, 2, 2), ("Bo", LATER, 3, 1)], 0.0),
        ([("Ada", LATER, 3, 1), ("self", BLIND, 1, 2)], 1.0),
        ([("self", BLIND, 3, 1)], 1.0),
        ([("self", BLIND, 1, 1)], 0.0),
        ([("self", LATER, 3, 1)], None),
        ([], None),
    ],
)
def test_a_forecast_is_held_against_the_newest_of_others_else_the_blind_one(
    records: list[tuple[str, str, int, int]], passed: float | None
) -> None:
    """One's own first score is no verdict."""
    pile = [record("", level, rater, kind, number=n) for rater, kind, level, n in records]
    said = None if passed is None else 70
    assert (said, passed) == forecast_of(answer(predicted_pass=70), pile)


def test_to_be_sure_of_failing_is_a_forecast() -> None:
    """0 percent counts; saying nothing does not."""
    verdict = [record("", 1)]
    assert (0, 0.0) == forecast_of(answer(predicted_pass=0), verdict)
    assert (None, None) == forecast_of(answer(predicted_pass=None), verdict)


def test_what_was_said_before_and_after_are_two_things() -> None:
    """Each has its own count."""
    answers = [answer(1, predicted_pass=0, felt_pass=50), answer(2, felt_pass=90)]
    found = calibration(history_of(answers, [record(a.id, 3) for a in answers]), Random(1))
    assert (1, 2) == (found.predicted.count, found.felt.count)


@pytest.mark.parametrize(
    ("levels", "bias", "expected"),
    [
        ((3, 3), 0.0, "5min"),
        ((3, 3), 0.6, "2min"),
        ((4, 4), 0.6, "5min"),
        ((3, 4), 0.6, "2min"),
        ((2, 2), -0.6, "2min"),
        ((2, 2), -1.0, "5min"),
    ],
)
def test_the_plan_takes_the_bias_off_the_scores(
    levels: tuple[int, ...], bias: float, expected: str
) -> None:
    """Whoever scores too high practises two minutes for longer."""
    history = history_of([answer(n, level) for n, level in enumerate(levels, 1)])
    assert expected == next_format(history.attempts, (), bias)


@given(
    st.lists(st.tuples(LEVELS, st.none() | st.integers(0, 100)), min_size=5, max_size=8),
    st.lists(
        st.tuples(
            st.integers(1, 9),
            st.sampled_from(RATERS),
            st.sampled_from((LATER, BLIND)),
            LEVELS,
            st.integers(0, 3),
        ),
        max_size=16,
    ),
    st.randoms(use_true_random=False),
)
def test_the_same_records_give_the_same_figures_in_any_order(
    said: list[tuple[dict[str, int], int | None]],
    scored: list[tuple[int, str, str, dict[str, int], int]],
    mix: Random,
) -> None:
    """For one seed; also records of the same second, and of answers that are not there."""
    answers = [
        replace(answer(n), scores=levels, predicted_pass=percent, felt_pass=percent)
        for n, (levels, percent) in enumerate(said, 1)
    ]
    samples = [
        replace(
            record(f"ex-{n}", 1, "self", EXEMPLAR, number=n),
            scores=levels,
            reference=dict.fromkeys("abcd", 2),
        )
        for n, (levels, _) in enumerate(said, 1)
    ]
    records = [
        replace(
            record(answer(number).id, 1, rater, kind, number=hour),
            id=f"20261120-100000-{place:08d}",
            scores=levels,
        )
        for place, (number, rater, kind, levels, hour) in enumerate(scored)
    ]
    piles = [*samples, *records]
    first = calibration(history_of(answers, piles), Random(5))
    mixed = history_of(mix.sample(answers, len(answers)), mix.sample(piles, len(piles)))
    assert first == calibration(mixed, Random(5))
