"""The stages over any number of days, and where their tasks go."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt, make_question
from tpmprep.adapters.content import load_stages
from tpmprep.domain.attempt import asked
from tpmprep.domain.stages import DoneWhen, Stage, Task, stages_by_day, tasks_by_day

NAMES = {
    "i": "inventory",
    "s": "stories",
    "c": "cases",
    "f": "fundamentals",
    "x": "close",
}
DAYS = st.integers(1, 60)


def letters(days: int) -> str:
    """The stages of each day by their letters, a blank between days."""
    short = {name: letter for letter, name in NAMES.items()}
    return " ".join("".join(short[name] for name in names) for names in stages_by_day(days))


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (1, "ix"),
        (2, "iscf x"),
        (3, "is cf x"),
        (4, "is cf cf x"),
        (5, "i s c f x"),
        (10, "i i s s c c f f x x"),
        (11, "i i s s c f c f c x x"),
        (20, "i i s s s" + " c f" * 6 + " x x x"),
        (60, "i i s s s" + " c f" * 26 + " x x x"),
    ],
)
def test_the_stages_of_each_day(days: int, expected: str) -> None:
    """Ten days are five blocks of two, fewer share days, more alternate in the middle."""
    assert expected == letters(days)


@given(DAYS)
def test_there_are_exactly_as_many_days(days: int) -> None:
    """Every day has a place, and none is empty or names a stage twice."""
    plan = stages_by_day(days)
    assert days == len(plan)
    assert all(names and len(set(names)) == len(names) for names in plan)


@given(DAYS)
def test_stages_first_appear_in_the_order_of_the_guide(days: int) -> None:
    """All five do, but for a single day, which keeps the first and the last."""
    first_seen = list(dict.fromkeys(name for names in stages_by_day(days) for name in names))
    expected = ["inventory", "close"] if days == 1 else list(NAMES.values())
    assert expected == first_seen


@given(st.integers(5, 10))
def test_five_to_ten_days_keep_shares_of_a_fifth(days: int) -> None:
    """Each block is one or two days in one piece."""
    text = letters(days).replace(" ", "")
    assert "".join(letter * text.count(letter) for letter in "iscfx") == text
    assert {text.count(letter) for letter in "iscfx"} <= {1, 2}


@given(st.integers(11, 60))
def test_past_ten_days_only_the_middle_grows(days: int) -> None:
    """Cases alternate with fundamentals between blocks that stay short."""
    head, middle, tail = _cut(letters(days).replace(" ", ""))
    assert head in {"iiss", "iisss"}
    assert tail in {"xx", "xxx"}
    assert ("cf" * 30)[: len(middle)] == middle


def _cut(text: str) -> tuple[str, str, str]:
    """What comes before the first case, up to the close, and the close."""
    start, end = text.index("c"), text.index("x")
    return text[:start], text[start:end], text[end:]


@given(DAYS)
def test_every_task_of_a_present_stage_has_one_day(days: int) -> None:
    """Each is placed once, on a day of its stage; a stage without a day leaves its tasks out."""
    plan = stages_by_day(days)
    present = {name for names in plan for name in names}
    placed = [task.id for tasks in tasks_by_day(plan, load_stages()) for task in tasks]
    known = [task.id for stage in load_stages() if stage.id in present for task in stage.tasks]
    assert sorted(known) == sorted(placed)
    for names, tasks in zip(plan, tasks_by_day(plan, load_stages()), strict=True):
        assert {task.id.split(".")[0] for task in tasks} <= set(names)


def _stage(stage_id: str, count: int) -> Stage:
    tasks = tuple(Task(f"{stage_id}.{n}", f"Task {n}", "tpmprep", 10) for n in range(count))
    return Stage(stage_id, stage_id, tasks)


@pytest.mark.parametrize(
    ("count", "days", "expected"),
    [
        (0, 2, [[], []]),
        (1, 3, [["a.0"], [], []]),
        (4, 1, [["a.0", "a.1", "a.2", "a.3"]]),
        (4, 2, [["a.0", "a.1"], ["a.2", "a.3"]]),
        (3, 2, [["a.0", "a.1"], ["a.2"]]),
        (2, 4, [["a.0"], [], ["a.1"], []]),
    ],
)
def test_tasks_are_spread_over_the_days(count: int, days: int, expected: list[list[str]]) -> None:
    """In their order, and evenly."""
    found = tasks_by_day([("a",)] * days, [_stage("a", count)])
    assert expected == [[task.id for task in tasks] for tasks in found]


@given(st.integers(0, 12), st.integers(1, 60))
def test_no_day_has_two_tasks_more_than_another(count: int, days: int) -> None:
    """Tasks keep their order, and days of one stage differ by one task at most."""
    found = tasks_by_day([("a",)] * days, [_stage("a", count)])
    lengths = [len(tasks) for tasks in found]
    assert max(lengths) - min(lengths) <= 1
    assert [f"a.{n}" for n in range(count)] == [task.id for tasks in found for task in tasks]


def test_a_stage_without_a_day_has_no_tasks() -> None:
    """One day leaves out what is not on it."""
    found = tasks_by_day([("a",), ("c",)], [_stage("a", 1), _stage("b", 2), _stage("c", 1)])
    assert [["a.0"], ["c.0"]] == [[task.id for task in tasks] for tasks in found]


def _attempts(*spec: tuple[str, str, str]) -> list[Any]:
    """An attempt for each question, area and format."""
    return [
        make_attempt(question=asked(make_question(question, area=area)), format=fmt)
        for question, area, fmt in spec
    ]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (DoneWhen(), True),
        (DoneWhen(questions=("tq-01",)), True),
        (DoneWhen(questions=("tq-08", "tq-09")), False),
        (DoneWhen(area="case"), True),
        (DoneWhen(area="technical"), False),
        (DoneWhen(formats=("deep",)), False),
        (DoneWhen(formats=("5min", "deep")), True),
        (DoneWhen(questions=("tq-01",), formats=("5min",)), False),
        (DoneWhen(area="case", attempts=2), True),
        (DoneWhen(area="case", attempts=3), False),
        (DoneWhen(area="case", attempts=2, different_questions=2), False),
        (DoneWhen(attempts=3, different_questions=2), True),
    ],
)
def test_what_counts_as_done(rule: DoneWhen, expected: bool) -> None:
    """Enough attempts fit every condition, at enough different questions."""
    case, own = ("tq-02", "case", "5min"), ("tq-01", "execution", "2min")
    assert expected is rule.met_by(_attempts(own, case, case))


def test_nothing_answered_is_nothing_done() -> None:
    """Even a rule without conditions asks for an attempt."""
    assert DoneWhen().met_by([]) is False
