"""The stages over any number of days, where their tasks go, and when a task is done."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning import STAGES, answer, later
from tpmprep.domain.practice import Practised
from tpmprep.domain.stages import DoneWhen, Stage, Task, TaskDrill, stages_by_day, tasks_by_day

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
        (0, ""),
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
    placed = [task.id for tasks in tasks_by_day(plan, STAGES) for task in tasks]
    known = [task.id for stage in STAGES if stage.id in present for task in stage.tasks]
    assert sorted(known) == sorted(placed)
    for names, tasks in zip(plan, tasks_by_day(plan, STAGES), strict=True):
        assert {task.id.split(".")[0] for task in tasks} <= set(names)


def _stage(stage_id: str, count: int) -> Stage:
    tasks = tuple(Task(f"{stage_id}.{n}", f"Task {n}", "task", 10) for n in range(count))
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


def _answers(*spec: tuple[str, str, str]) -> list[Practised]:
    """An answer for each question, area and format, a day apart."""
    return [answer(question, day, fmt, area=area) for day, (question, area, fmt) in enumerate(spec)]


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        (DoneWhen(), 0),
        (DoneWhen(questions=("tq-01",)), 0),
        (DoneWhen(questions=("tq-08", "tq-09")), None),
        (DoneWhen(questions=("tq-02", "tq-09")), 1),
        (DoneWhen(area="case"), 1),
        (DoneWhen(area="technical"), None),
        (DoneWhen(formats=("deep",)), None),
        (DoneWhen(formats=("5min", "deep")), 1),
        (DoneWhen(questions=("tq-01",), formats=("5min",)), None),
        (DoneWhen(area="case", attempts=2), 2),
        (DoneWhen(area="case", attempts=3), None),
        (DoneWhen(area="case", attempts=2, different_questions=2), None),
        (DoneWhen(different_questions=2), 1),
        (DoneWhen(attempts=3, different_questions=2), 2),
    ],
)
def test_what_counts_as_done_and_when(rule: DoneWhen, day: int | None) -> None:
    """On the day of the answer that makes enough, each fit for every condition."""
    case, own = ("tq-02", "case", "5min"), ("tq-01", "execution", "2min")
    assert (None if day is None else later(day)) == rule.met_on(_answers(own, case, case))


def test_nothing_answered_is_nothing_done() -> None:
    """Even a rule without conditions asks for an attempt."""
    assert DoneWhen().met_on([]) is None


@pytest.mark.parametrize("rule", [DoneWhen(), DoneWhen(questions=("tq-00",), formats=("2min",))])
def test_an_answer_that_failed_does_no_task(rule: DoneWhen) -> None:
    """No answer, or one far too long; the next one does it."""
    failed, well = answer(failed=True), answer(day=1)
    assert rule.met_on([failed]) is None
    assert later(1) == rule.met_on([failed, well])


def test_the_day_stays_that_of_the_first_answer() -> None:
    """More answers later move nothing."""
    assert later(0) == DoneWhen().met_on([answer(day=day) for day in range(4)])


STORY = DoneWhen(questions=("tq-00",), holds=("number", "decision"))


@pytest.mark.parametrize("holds", [(), ("number",), ("decision",), ("name", "number")])
def test_an_answer_without_what_is_asked_for(holds: tuple[str, ...]) -> None:
    """It does no task, and what it lacks is named in the order of the rule."""
    one = answer(holds=holds)
    assert STORY.met_on([one]) is None
    assert tuple(name for name in STORY.holds if name not in holds) == STORY.lacks([one])


@pytest.mark.parametrize("order", list(permutations(("number", "decision", "name"))))
def test_an_answer_with_all_that_is_asked_for(order: tuple[str, ...]) -> None:
    """In whatever order it was found, with more than that."""
    one = answer(holds=order)
    assert one.day == STORY.met_on([one])
    assert () == STORY.lacks([one])


def test_what_is_lacking_is_that_of_the_newest_answer() -> None:
    """Two halves are no whole; answers that failed or are to other questions say nothing."""
    halves = [answer(holds=("number",)), answer(day=1, holds=("decision",))]
    assert STORY.met_on(halves) is None
    assert ("number",) == STORY.lacks(halves)
    other, failed = answer("tq-01", day=2), answer(day=2, failed=True)
    assert ("number",) == STORY.lacks([*halves, other, failed])
    assert () == STORY.lacks([other, failed])
    assert () == STORY.lacks([])


def test_scores_do_no_task() -> None:
    """An answer that nobody scored is one, whatever was scored."""
    assert later(0) == DoneWhen().met_on([replace(answer(), scores={})])


@pytest.mark.parametrize(
    ("drill", "command"),
    [
        (TaskDrill("2min"), "tpmprep drill --format 2min"),
        (TaskDrill("2min", "gq-01"), "tpmprep drill --question gq-01 --format 2min"),
        (TaskDrill("deep", "", "case"), "tpmprep drill --area case --format deep"),
        (TaskDrill("deep", "gq-13", "case"), "tpmprep drill --question gq-13 --format deep"),
    ],
)
def test_the_command_of_a_drill(drill: TaskDrill, command: str) -> None:
    """A question says more than its area."""
    assert command == drill.command
    assert command == Task("a.b", "B", "b", 6, drill, run="tpmprep review").command


def test_a_task_belongs_to_the_stage_that_its_id_names() -> None:
    """Up to the first dot; a task without a drill runs its command."""
    task = Task("close.levels.one", "Levels", "levels", 5, run="tpmprep review --trend")
    assert ("close", "tpmprep review --trend") == (task.stage, task.command)
