"""What the plan keeps of an attempt, and the same scores as the history."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt, make_question
from tpmprep.domain.attempt import BLIND, EXEMPLAR, LATER, Attempt, ScoreRecord, asked
from tpmprep.domain.calibration import bias_of, planning_bias
from tpmprep.domain.history import history_of, local_day
from tpmprep.domain.practice import Practised, by_question, practised_of, with_later_scores

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def kept(attempt: Attempt) -> Practised:
    """What the plan keeps of it, without anything that a task asks for."""
    return practised_of(attempt, lambda _: ())


def test_what_is_kept_of_an_attempt() -> None:
    """Everything but the words; what was found in them by name."""
    question = asked(make_question("gq-07", area="case"))
    attempt = make_attempt(question=question, format="5min", utc_offset_min=330, elapsed_s=280.5)
    found = practised_of(attempt, lambda one: ("numbers",) if one is attempt else ())
    assert found == Practised(
        id=attempt.id,
        question="gq-07",
        area="case",
        format="5min",
        started_at=attempt.started_at,
        utc_offset_min=330,
        elapsed_s=280.5,
        failed=True,
        scores={"ex.control": 3, "dl.concision": 2},
        holds=("numbers",),
    )
    assert (2.5, attempt.started) == (found.score, found.started)
    assert attempt.answer not in repr(found)


def test_the_scores_are_its_own() -> None:
    """A change of the attempt is no change of what was kept."""
    attempt = make_attempt()
    found = kept(attempt)
    attempt.scores["ex.control"] = 1
    assert {"ex.control": 3, "dl.concision": 2} == found.scores


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, False),
        ({"answer": ""}, True),
        ({"answer": " \n\t"}, True),
        ({"answer": "No."}, False),
        ({"answer": "", "mode": "aloud"}, False),
        ({"elapsed_s": 180.0}, False),
        ({"elapsed_s": 180.1}, True),
        ({"elapsed_s": 180.1, "mode": "aloud", "answer": ""}, True),
        ({"elapsed_s": 9999.0, "pace": "untimed"}, False),
        ({"elapsed_s": 9999.0, "limit_s": 0.0}, False),
        ({"answer": "", "pace": "untimed"}, True),
        ({"elapsed_s": 240.0, "limit_s": 180.0, "pace": "1.5"}, False),
        ({"elapsed_s": 270.1, "limit_s": 180.0, "pace": "1.5"}, True),
        ({"scores": {}}, False),
        ({"scores": {"ex.control": 1}}, False),
    ],
)
def test_what_counts_as_failed(changes: dict[str, Any], expected: bool) -> None:
    """Typed without words, or past 150 % of its time where there is one; not a low score."""
    assert expected is kept(make_attempt(**changes)).failed


@pytest.mark.parametrize(
    ("started_at", "offset", "expected"),
    [
        ("2026-11-24T12:00:00.000Z", 0, date(2026, 11, 24)),
        ("2026-11-24T23:30:00.000Z", 0, date(2026, 11, 24)),
        ("2026-11-24T23:30:00.000Z", 60, date(2026, 11, 25)),
        ("2026-11-24T23:30:00.000Z", 29, date(2026, 11, 24)),
        ("2026-11-24T23:30:00.000Z", 30, date(2026, 11, 25)),
        ("2026-11-24T04:59:59.999Z", -300, date(2026, 11, 23)),
        ("2026-11-24T05:00:00.000Z", -300, date(2026, 11, 24)),
        ("2026-11-25T04:30:00.000+05:30", 330, date(2026, 11, 25)),
        ("2026-12-31T23:00:00.000Z", 840, date(2027, 1, 1)),
    ],
)
def test_the_day_is_that_of_the_place(started_at: str, offset: int, expected: date) -> None:
    """By the offset that the clock had there and then."""
    attempt = make_attempt(started_at=started_at, utc_offset_min=offset)
    assert expected == kept(attempt).day == local_day(attempt)


def test_a_score_is_the_mean_or_none() -> None:
    """As that of an attempt."""
    for scores in ({}, {"a": 1}, {"a": 3, "b": 3, "c": 2}):
        attempt = make_attempt(scores=scores)
        assert attempt.score == kept(attempt).score


def answered(number: int, scores: dict[str, int], question: str = "tq-01") -> Attempt:
    """The answer of this number, each a day before the one of the next."""
    day = START + timedelta(days=number)
    about = asked(make_question(question))
    return make_attempt(f"{day:%Y%m%d-%H%M%S}-0000000{number}", scores=scores, question=about)


def record(number: int, attempt: Attempt, rater: str, kind: str, **more: Any) -> ScoreRecord:
    """A later score; `hour` is when it was given."""
    at = START + timedelta(days=10, hours=more.pop("hour", number))
    stamp = at.isoformat().replace("+00:00", "Z")
    return ScoreRecord(f"s-{number:02}", attempt.id, rater, stamp, kind=kind, **more)


@pytest.mark.parametrize(
    ("first", "given_later", "expected"),
    [
        ({}, [], {}),
        ({"a": 2}, [("self", LATER, {"a": 4})], {"a": 2}),
        ({}, [("self", LATER, {"a": 4})], {"a": 4}),
        ({}, [("self", LATER, {"a": 4}), ("self", LATER, {"a": 1})], {"a": 1}),
        ({}, [("self", LATER, {"a": 4}), ("Ada", LATER, {"a": 1})], {"a": 4}),
        ({}, [("self", LATER, {"a": 4}), ("self", BLIND, {"a": 1})], {"a": 4}),
        ({}, [("self", EXEMPLAR, {"a": 4})], {}),
        ({}, [("Ada", LATER, {"a": 4})], {}),
    ],
)
def test_the_newest_own_score_that_was_given_later_counts(
    first: dict[str, int],
    given_later: list[tuple[str, str, dict[str, int]]],
    expected: dict[str, int],
) -> None:
    """In the open, and only where none was given at once."""
    one = answered(1, first)
    pile = [record(n, one, *said, scores=levels) for n, (*said, levels) in enumerate(given_later)]
    for records in (pile, pile[::-1]):
        (found,) = with_later_scores([kept(one)], records)
        assert expected == found.scores


def test_the_score_follows_its_levels() -> None:
    """Also when the mean had been asked for before."""
    one = kept(answered(1, {}))
    assert one.score is None
    (found,) = with_later_scores(
        [one], [record(1, answered(1, {}), "self", LATER, scores={"a": 4})]
    )
    assert 4.0 == found.score
    assert one.score is None


LEVELS = st.dictionaries(st.sampled_from("abc"), st.integers(1, 4), max_size=3)


@given(
    st.lists(LEVELS, min_size=1, max_size=6),
    st.lists(
        st.tuples(
            st.integers(0, 7),
            st.sampled_from(("self", "self", "Ada", "Bo")),
            st.sampled_from((LATER, LATER, BLIND)),
            LEVELS,
            st.integers(0, 3),
        ),
        max_size=14,
    ),
    st.randoms(use_true_random=False),
)
def test_the_scores_are_those_of_the_history(
    first: list[dict[str, int]],
    given_later: list[tuple[int, str, str, dict[str, int], int]],
    mix: Random,
) -> None:
    """For any records in any order: the same scores, the same order, and the same bias."""
    attempts = [answered(number, scores) for number, scores in enumerate(first)]
    records = [
        record(place, answered(number, {}), rater, kind, scores=levels, hour=hour)
        for place, (number, rater, kind, levels, hour) in enumerate(given_later)
    ]
    samples = [
        replace(one, id=f"x-{one.id}", attempt=f"ex-{n}", kind=EXEMPLAR, reference={"a": 2})
        for n, one in enumerate(records)
    ]
    pile = [*records, *samples]
    history = history_of(attempts, pile)
    mixed = mix.sample(attempts, len(attempts))
    found = with_later_scores(map(kept, mixed), mix.sample(pile, len(pile)))
    assert [(one.id, one.scores, one.score) for one in history.attempts] == [
        (one.id, one.scores, one.score) for one in found
    ]
    assert pytest.approx(planning_bias(history)) == bias_of(found, history)


def test_those_of_one_moment_are_ordered_by_id() -> None:
    """So that any pile gives one order."""
    two = [replace(kept(make_attempt()), id=name) for name in ("b", "a")]
    assert ["a", "b"] == [one.id for one in with_later_scores(two, [])]


def test_by_question_keeps_the_order() -> None:
    """Of the questions and of the answers to each."""
    pile = [kept(answered(n, {}, name)) for n, name in enumerate(("q2", "q1", "q2"))]
    assert {"q2": [pile[0], pile[2]], "q1": [pile[1]]} == by_question(pile)
    assert ["q2", "q1"] == list(by_question(pile))
    assert {} == by_question([])
