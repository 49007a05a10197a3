"""History, review and the next question: everything is derived from the records."""

from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt, make_question
from tpmprep.domain.attempt import (
    ID,
    ScoreRecord,
    SignalSeen,
    asked,
    new_id,
    unsupported,
    utc_stamp,
)
from tpmprep.domain.history import history_of, local_day
from tpmprep.domain.pick import pick
from tpmprep.domain.question import head_of
from tpmprep.domain.review import area_means, parse_since, rows, select, trend

TODAY = date(2026, 11, 24)
MON, TUE, WED = (f"2026112{n}-120000-0000000{n}" for n in (3, 4, 5))


def attempt(attempt_id: str, level: int | None = None, **changes: Any) -> Any:
    """An attempt with one level, or unscored."""
    scores = {} if level is None else {"ex.control": level}
    return make_attempt(attempt_id, scores=scores, quotes={}, unsupported=[], **changes)


def later(
    attempt_id: str, level: int, *, at: str = "2026-11-26", rater: str = "self"
) -> ScoreRecord:
    """A score that was given later."""
    return ScoreRecord(f"s-{at}", attempt_id, rater, f"{at}T09:00:00.000Z", {"ex.control": level})


@given(st.permutations([attempt(MON, 2), attempt(TUE), attempt(WED, 4)]))
def test_the_order_of_files_does_not_matter(pile: list[Any]) -> None:
    """Oldest first, whatever came first."""
    assert [MON, TUE, WED] == [a.id for a in history_of(pile).attempts]


def test_change_is_against_the_last_scored_answer() -> None:
    """Unscored answers in between are passed over; the first has nothing to compare."""
    history = history_of([attempt(MON, 2), attempt(TUE), attempt(WED, 4)])
    assert [None, None, 2.0] == [history.change(a) for a in history.attempts]
    assert {"ex.control": 2} == history.changes_by_dimension(history.attempts[2])


def test_another_question_is_no_comparison() -> None:
    """Only answers to the same question are compared."""
    other = attempt(TUE, 4, question=asked(make_question("tq-02")))
    history = history_of([attempt(MON, 2), other])
    assert history.change(other) is None


def test_a_later_score_counts_where_none_was_given() -> None:
    """The newest own score of an unscored answer; a score given at once stays."""
    records = [later(TUE, 2, at="2026-11-26"), later(TUE, 3, at="2026-11-27"), later(MON, 4)]
    history = history_of([attempt(MON, 1), attempt(TUE)], records)
    assert [1.0, 3.0] == [a.score for a in history.attempts]
    assert ["ex.control"] == history.attempts[1].unsupported


def test_somebody_elses_score_is_not_mine() -> None:
    """Other raters are kept apart."""
    history = history_of([attempt(TUE)], [later(TUE, 4, rater="Ann")])
    assert history.attempts[0].score is None


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({}, [MON, TUE, WED]),
        ({"area": "execution"}, [MON, TUE, WED]),
        ({"area": "case"}, []),
        ({"format_id": "5min"}, [TUE]),
        ({"question": "tq-01"}, [MON, TUE, WED]),
        ({"since": date(2026, 11, 24)}, [TUE, WED]),
        ({"last": 2}, [TUE, WED]),
        ({"last": 0}, []),
        ({"format_id": "2min", "last": 1}, [WED]),
    ],
)
def test_filters_of_review(filters: dict[str, Any], ids: list[str]) -> None:
    """All given filters hold; `last` is counted after them."""
    history = history_of([attempt(MON, 2), attempt(TUE, 3, format="5min"), attempt(WED, 4)])
    assert ids == [a.id for a in select(history, **filters)]


def test_rows_are_newest_first_with_their_changes() -> None:
    """What the list shows."""
    history = history_of([attempt(MON, 2), attempt(WED, 3)])
    found = rows(history, history.attempts)
    assert [(WED, 3.0, 1.0), (MON, 2.0, None)] == [(r.id, r.score, r.change) for r in found]
    assert {"ex": 3.0} == found[0].score_by_area


def test_a_trend_has_a_line_per_dimension() -> None:
    """Days and levels, oldest first."""
    history = history_of([attempt(MON, 2), attempt(TUE), attempt(WED, 4)])
    (line,) = trend(history.attempts)
    assert ("ex.control", [2, 4]) == (line.dimension, line.levels)
    assert ["2026-11-23", "2026-11-25"] == line.days
    means = area_means(history.attempts, ["execution", "case"])
    assert {"execution": [2.0, 4.0], "case": []} == means


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-01", date(2026, 11, 1)),
        ("14d", date(2026, 11, 10)),
        ("2w", date(2026, 11, 10)),
        ("0d", TODAY),
    ],
)
def test_since(text: str, expected: date) -> None:
    """A date, or days or weeks before today."""
    assert expected == parse_since(text, TODAY)


@pytest.mark.parametrize("text", ["", "d", "-3d", "3x", "99999d", "2026-13-01", "soon", "١d"])
def test_since_that_is_none(text: str) -> None:
    """Anything else is a ValueError."""
    with pytest.raises(ValueError, match=r".*"):
        parse_since(text, TODAY)


def test_the_day_is_that_of_the_place() -> None:
    """An answer late in the evening belongs to that evening."""
    late = make_attempt("20261124-020000-00000001", utc_offset_min=-300)
    assert date(2026, 11, 23) == local_day(late)


def test_ids_sort_by_time_and_stamps_are_utc() -> None:
    """Readable, sortable, with milliseconds."""
    from datetime import datetime, timedelta, timezone

    early = datetime(2026, 11, 24, 1, 0, 0, 250_000, timezone(timedelta(hours=2)))
    assert "20261123-230000-0a0b0c0d" == new_id(early, "0a0b0c0d")
    assert ID.fullmatch(new_id(early, "0a0b0c0d"))
    assert new_id(early, "ffffffff") < new_id(early + timedelta(seconds=1), "00000000")
    assert "2026-11-23T23:00:00.250Z" == utc_stamp(early)


def test_scores_without_quotes_are_unsupported() -> None:
    """In the order of the scores."""
    assert ["b", "c"] == unsupported(["a", "b", "c"], {"a": ["x"], "b": []})


@pytest.mark.parametrize(
    ("mentioned", "confirmed", "said"),
    [(True, None, True), (False, None, False), (True, False, False), (False, True, True)],
)
def test_the_persons_word_counts(mentioned: bool, confirmed: bool | None, said: bool) -> None:
    """What was found is a hint until somebody says yes or no."""
    assert said is SignalSeen(mentioned, confirmed).was_said


def test_the_next_question_is_the_least_practised() -> None:
    """Never asked first, then the longest unseen; a seed repeats the draw."""
    questions = [make_question(name) for name in ("tq-01", "tq-02", "tq-03")]
    pool = [head_of(question) for question in questions]
    first, second = (asked(question) for question in questions[:2])
    history = history_of([attempt(MON, question=first), attempt(TUE, question=second)])
    assert {"tq-03"} == {pick(pool, history, rng=Random(n)).id for n in range(20)}
    assert "tq-01" == pick(pool[:2], history, rng=Random(1)).id
    fresh = history_of([])
    drawn = [pick(pool, fresh, rng=Random(n)).id for n in range(30)]
    assert {"tq-01", "tq-02", "tq-03"} == set(drawn)
    assert drawn == [pick(pool, fresh, rng=Random(n)).id for n in range(30)]
