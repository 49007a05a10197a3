"""Review: the filters, the list, the trend and the first day of `--since`."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt, make_question
from tpmprep.domain.attempt import Attempt, asked
from tpmprep.domain.history import history_of
from tpmprep.domain.review import TrendLine, area_means, parse_since, rows, select, trend

TODAY = date(2026, 11, 24)
SUN, MON, TUE, WED = (f"202611{n}-120000-00000001" for n in (22, 23, 24, 25))


def attempt(attempt_id: str, question: str = "tq-01", area: str = "execution", **more: Any) -> Any:
    """An attempt at a question of an area."""
    return make_attempt(attempt_id, question=asked(make_question(question, area=area)), **more)


PILE: tuple[Attempt, ...] = (
    attempt(SUN),
    attempt(MON, "tq-02", "case", format="5min", scores={"ca.goal": 3}),
    attempt(TUE, "tq-02", "case", scores={}),
    attempt(WED, scores={"ex.control": 4}),
)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, [SUN, MON, TUE, WED]),
        ({"area": "case"}, [MON, TUE]),
        ({"area": "technical"}, []),
        ({"format_id": "5min"}, [MON]),
        ({"question": "tq-01"}, [SUN, WED]),
        ({"since": date(2026, 11, 23)}, [MON, TUE, WED]),
        ({"since": date(2026, 11, 26)}, []),
        ({"last": 1}, [WED]),
        ({"last": 9}, [SUN, MON, TUE, WED]),
        ({"last": 0}, []),
        ({"area": "case", "format_id": "2min"}, [TUE]),
        ({"area": "case", "last": 1}, [TUE]),
        ({"question": "tq-01", "since": date(2026, 11, 23)}, [WED]),
    ],
)
def test_every_filter_holds(filters: dict[str, Any], expected: list[str]) -> None:
    """All given filters hold at once, and `last` counts what they leave."""
    assert expected == [a.id for a in select(history_of(PILE), **filters)]


@given(st.permutations(PILE), st.integers(1, 5))
def test_last_keeps_the_newest_oldest_first(pile: list[Attempt], last: int) -> None:
    """Whatever the order of the records, the newest remain, oldest first."""
    found = [a.id for a in select(history_of(pile), last=last)]
    assert [SUN, MON, TUE, WED][-last:] == found


@pytest.mark.parametrize(("offset", "expected"), [(-480, []), (0, [TUE[:9] + "020000-00000002"])])
def test_since_goes_by_the_day_of_the_place(offset: int, expected: list[str]) -> None:
    """Two in the morning UTC is still the evening before further west."""
    night = attempt("20261124-020000-00000002", utc_offset_min=offset)
    assert expected == [a.id for a in select(history_of([night]), since=TODAY)]


def test_the_trend_has_a_line_per_dimension_by_id() -> None:
    """Lines are ordered by dimension, their levels by time; what is not scored adds nothing."""
    expected = [
        TrendLine("ca.goal", ["2026-11-23"], [3]),
        TrendLine("dl.concision", ["2026-11-22"], [2]),
        TrendLine("ex.control", ["2026-11-22", "2026-11-25"], [3, 4]),
    ]
    assert expected == trend(select(history_of(PILE)))


def test_without_scores_there_is_no_trend() -> None:
    """Answers that nobody scored draw no line."""
    assert [] == trend([attempt(SUN, scores={})])


def test_area_means_are_by_area_over_time() -> None:
    """Each area asked for has its means, an area without scores an empty list."""
    means = area_means(select(history_of(PILE)), ["execution", "case", "technical"])
    assert {"execution": [2.5, 4.0], "case": [3.0], "technical": []} == means


def test_rows_are_newest_first_and_carry_the_change() -> None:
    """The change is against the last scored answer at the same question."""
    history = history_of(PILE)
    found = [(r.id, r.score, r.change) for r in rows(history, select(history))]
    assert [(WED, 4.0, 1.5), (TUE, None, None), (MON, 3.0, None), (SUN, 2.5, None)] == found


def test_the_change_of_a_row_looks_past_the_filters() -> None:
    """An answer that the filter hides is still what the next one is compared with."""
    history = history_of(PILE)
    (row,) = rows(history, select(history, last=1))
    assert 1.5 == row.change


def test_a_row_has_a_mean_per_rubric() -> None:
    """The levels are averaged by the prefix of their dimension."""
    scores = {"ex.control": 2, "ex.risk": 3, "dl.concision": 4}
    history = history_of([attempt(SUN, scores=scores)])
    assert {"ex": 2.5, "dl": 4.0} == rows(history, history.attempts)[0].score_by_area


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-01", date(2026, 11, 1)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2026-12-24", date(2026, 12, 24)),
        ("0d", TODAY),
        ("1d", date(2026, 11, 23)),
        ("14d", date(2026, 11, 10)),
        ("014d", date(2026, 11, 10)),
        ("3w", date(2026, 11, 3)),
        ("9999d", date(1999, 7, 10)),
        ("9999w", date(1835, 4, 7)),
    ],
)
def test_since_is_a_date_or_a_span(text: str, expected: date) -> None:
    """A span is counted back from today in days or weeks."""
    assert expected == parse_since(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "d", "w", "14", "14 d", "1.5d", "-3d", "+3d", "3m", "3D", "d3", "3dd"),
        *("10000d", "99999w", "2026-02-30", "2026-13-01", "2026-11", "24.11.2026", "soon"),
        *("yesterday", "\u0663d", "\u00b2d", "2026-11-01T10:00"),
    ],
)
def test_since_refuses_anything_else(text: str) -> None:
    """Neither a date nor a span is a ValueError, never another error."""
    with pytest.raises(ValueError, match=r".*"):
        parse_since(text, TODAY)


@given(st.text(max_size=12))
def test_since_never_fails_in_another_way(text: str) -> None:
    """Any text gives a day or a ValueError."""
    try:
        found = parse_since(text, TODAY)
    except ValueError:
        return
    assert date is type(found)
