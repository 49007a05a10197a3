"""Which tasks are done, and where the open ones go: their own day, or a later one with room."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning import STAGES, TODAY, answer, calendars, later, state_of
from tpmprep.domain.days import frames_of
from tpmprep.domain.plan_tasks import Placed, all_tasks, answers_to, done_on, place_tasks
from tpmprep.domain.planstate import PlanState
from tpmprep.domain.practice import by_question
from tpmprep.domain.stages import DoneWhen, Stage, Task

STORY: dict[str, Any] = {"holds": ("number", "decision")}


def stages(**minutes: Sequence[int]) -> list[Stage]:
    """Stages with a task for each of the minutes, for example `cases.0`."""
    return [
        Stage(name, name, tuple(Task(f"{name}.{n}", "T", "t", m) for n, m in enumerate(of_stage)))
        for name, of_stage in minutes.items()
    ]


def placed(
    state: PlanState,
    made: Sequence[Stage],
    *,
    done: Mapping[str, date] | None = None,
    gone: int = 0,
    spent: Mapping[int, int] | None = None,
) -> Placed:
    """Where the tasks go, so many days after the start."""
    minutes = {later(number): amount for number, amount in (spent or {}).items()}
    return place_tasks(frames_of(state), made, done or {}, later(gone), minutes)


def days(found: Placed) -> list[str]:
    """The tasks of each day in short: the first letter of the stage and the number."""
    return [" ".join(_short(task) for task in tasks) for tasks in found.by_day.values()]


def _short(task: Task) -> str:
    stage, number = task.id.split(".")
    return f"{'x' if stage == 'close' else stage[0]}{number}"


def left(found: Placed) -> str:
    """The tasks without room, in short."""
    return " ".join(_short(task) for task in found.left)


def test_history_does_tasks() -> None:
    """A story told with what it needs, or cases: done on the day of the last answer needed."""
    state = state_of(10, since=later(-30))
    assert {} == done_on(state, STAGES, [])
    told = answer("gq-01", 1, **STORY)
    assert {"stories.ambiguous": later(1)} == done_on(state, STAGES, [told])
    first, again = (answer("gq-13", day, "5min", area="case") for day in (0, 1))
    assert {"cases.first": TODAY} == done_on(state, STAGES, [first, again])
    other = answer("gq-14", 2, "deep", area="case")
    expected = {"cases.first": TODAY, "cases.second": later(2), "cases.defend": later(2)}
    assert expected == done_on(state, STAGES, [first, other])


def test_a_story_without_numbers_or_decision_is_not_told() -> None:
    """Every story of the guide asks for both."""
    half = answer("gq-01", holds=("number",))
    assert {} == done_on(state_of(10), STAGES, [half])


@pytest.mark.parametrize(("since", "counts"), [(-2, True), (-1, True), (0, False)])
def test_answers_count_from_a_day_on(since: int, counts: bool) -> None:
    """That day belongs to it; earlier answers do no task."""
    state = state_of(10, since=later(since))
    assert counts == bool(done_on(state, STAGES, [answer("gq-15", -1)]))


def test_ticks_count_always() -> None:
    """With the day of the tick; a day that cannot be read is the start. An answer says it best."""
    ticks = {"close.calibration": "2026-11-26", "inventory.largest": "long ago", "cases.x": ""}
    found = done_on(state_of(10, done=ticks), STAGES, [])
    expected = {"close.calibration": later(2), "inventory.largest": TODAY, "cases.x": TODAY}
    assert expected == found
    both = state_of(10, done={"fundamentals.reliability": "2026-11-24"})
    answered = done_on(both, STAGES, [answer("gq-15", 3)])
    assert {"fundamentals.reliability": later(3)} == answered


def test_answers_come_in_the_order_of_their_times() -> None:
    """Also when the questions of a rule were answered in turns; without questions it is all."""
    given_answers = [answer(name, n=n) for n, name in enumerate(["b", "a", "b", "c", "a"])]
    counted = by_question(given_answers)
    assert given_answers == answers_to(DoneWhen(), counted)
    found = answers_to(DoneWhen(questions=("a", "b", "none")), counted)
    assert [one for one in given_answers if one.question != "c"] == found


def test_each_task_on_its_own_day() -> None:
    """Ten days with room for all: spread over the days of their stage."""
    made = stages(
        inventory=[5] * 3, stories=[5] * 2, cases=[5], fundamentals=[5] * 3, close=[5] * 3
    )
    found = placed(state_of(10), made)
    assert ["i0 i1 i2", "", "s0 s1", "", "c0", "", "f0 f1 f2", "", "x0 x1", "x2"] == days(found)
    assert () == found.left


def test_a_task_comes_two_days_early_at_most() -> None:
    """Cases have their days from the sixth on, every other; these are due on 5, 11 and 19."""
    found = placed(state_of(30), stages(cases=[5] * 3))
    assert {5: "c0", 9: "c1", 17: "c2"} == {n: on for n, on in enumerate(days(found)) if on}


def test_the_close_is_never_early() -> None:
    """It stays at the end, whatever room there is before."""
    found = placed(state_of(15), stages(close=[3, 3, 3]))
    assert ["x0", "x1", "x2"] == days(found)[-3:]


def test_what_finds_no_room_moves_to_later_days() -> None:
    """Half of a day is for tasks while one's own stories are made: 20 of 40 minutes."""
    found = placed(state_of(10, minutes=40), stages(inventory=[10] * 5))
    assert ["i0 i1", "i2 i3", "i4"] == days(found)[:3]
    three_quarters = placed(state_of(10, minutes=40), stages(fundamentals=[10] * 7))
    assert ["f0 f1 f2", "f3 f4 f5", "f6"] == days(three_quarters)[6:9]


def test_stages_share_the_room_of_a_day() -> None:
    """None fills it before the other begins; the rest comes later, stories first."""
    made = stages(inventory=[6] * 2, stories=[6] * 2)
    found = placed(state_of(3, minutes=40), made)
    assert ["i0 s0", "s1 i1", ""] == days(found)


def test_a_task_larger_than_its_part_of_a_day_stands_alone() -> None:
    """Not on two days in a row, the drills would starve; and not with less than its minutes."""
    found = placed(state_of(10, minutes=20), stages(inventory=[18, 18, 18]))
    assert ["i0", "", "i1", "", "i2", "", "", "", "", ""] == days(found)
    assert ["i0"] == days(placed(state_of(10, minutes=20), stages(inventory=[20])))[:1]
    too_large = placed(state_of(10, minutes=20), stages(inventory=[21]))
    assert ("i0", [""] * 10) == (left(too_large), days(too_large))


def test_a_large_task_does_not_join_others() -> None:
    """Nor do others join it on that day: ten of twenty minutes are for tasks that share it."""
    found = placed(state_of(10, minutes=20), stages(inventory=[4, 18], stories=[18, 4]))
    assert ["i0", "i1", "s1", "s0"] == days(found)[:4]


def test_what_was_left_comes_by_its_worth() -> None:
    """Stories first, then the inventory, cases and fundamentals, in turn with a day's own."""
    made = stages(inventory=[5] * 4, stories=[5] * 4, cases=[5] * 2, fundamentals=[5] * 2)
    found = placed(state_of(10, minutes=20), made, gone=4)
    # 15 of 20 minutes: own, left, own; after that only what is left
    assert ["", "", "", "", "c0 s0 c1", "s1 s2 s3", "f0 i0 f1"] == days(found)[:7]
    assert "i1 i2 i3" == days(found)[7]


def test_on_the_last_day_there_is_only_the_close() -> None:
    """What was left before does not fill it up, and the close may have all of its minutes."""
    found = placed(
        state_of(4, minutes=20), stages(inventory=[5] * 9, stories=[5] * 9, close=[6, 6]), gone=3
    )
    assert ["", "", "", "x0 x1"] == days(found)
    assert 18 == len(found.left)


def test_after_days_that_were_missed() -> None:
    """Open tasks roll forward, nothing stands on a day gone by, and each is still there."""
    missed = placed(state_of(10), STAGES, gone=5)
    assert [""] * 5 == days(missed)[:5]
    today = {task.stage for task in missed.by_day[later(5)]}
    assert {"stories", "cases"} <= today
    everything = [*(task for tasks in missed.by_day.values() for task in tasks), *missed.left]
    assert {task.id for task in all_tasks(STAGES)} == {task.id for task in everything}


def test_done_tasks_stand_on_the_day_that_they_were_done() -> None:
    """On their own day when that was before the plan, and open ones have the rest of the room."""
    done = {"inventory.0": later(-9), "inventory.1": later(4), "inventory.2": later(1)}
    found = placed(state_of(10), stages(inventory=[10, 10, 10, 10, 10]), done=done, gone=1)
    assert ["i0", "i2 i3", "i4", "", "i1"] == days(found)[:5]


def test_what_was_done_today_leaves_less_room() -> None:
    """Half of 40 minutes is for tasks, however early in the day one looks."""
    made, state = stages(inventory=[10, 10, 10, 10]), state_of(10, minutes=40)
    for done in (0, 1, 2):
        ticks = {f"inventory.{n}": TODAY for n in range(done)}
        found = placed(state, made, done=ticks, spent={0: 10 * done})
        assert ["i0 i1", "i2 i3"] == days(found)[:2]


def test_tasks_of_a_stage_without_a_day() -> None:
    """One day has no room for stories; they are left, or come once there are more days."""
    assert "s0 s1" == left(placed(state_of(1), stages(inventory=[5], stories=[5, 5])))
    found = placed(state_of(1, 4), stages(inventory=[5], stories=[5, 5]))
    assert ["i0", "", "s0 s1", ""] == days(found)


def test_a_later_interview_takes_no_task_from_the_first() -> None:
    """What has its day before the first interview keeps it when another is added."""
    assert days(placed(state_of(10), STAGES)) == days(placed(state_of(10, 40), STAGES))[:10]


def test_days_without_minutes_hold_no_open_task() -> None:
    """Days of rest, weekdays without time, and interviews."""
    state = state_of(4, 9, rest=frozenset({later(1)}), weekdays={6: 0})
    found = placed(state, STAGES)
    assert ["", "", ""] == [days(found)[number] for number in (1, 4, 5)]


def test_minutes_that_were_practised_leave_less_room() -> None:
    """What does not fit into the rest of today comes later."""
    made = stages(inventory=[12, 12])
    assert ["i0 i1", ""] == days(placed(state_of(10, minutes=60), made))[:2]
    assert ["i0", "i1"] == days(placed(state_of(10, minutes=60), made, spent={0: 40}))[:2]
    assert ["", "i0 i1"] == days(placed(state_of(10, minutes=60), made, spent={0: 99}))[:2]


def test_after_the_interview_all_that_was_open_is_left() -> None:
    """In the order of the guide."""
    found = placed(state_of(5), STAGES, gone=5)
    assert all_tasks(STAGES) == list(found.left)
    assert [""] * 5 == days(found)


@given(calendars(), st.integers(0, 30), st.data())
def test_any_calendar(state: PlanState, gone: int, data: st.DataObject) -> None:
    """Each task is on one day or left, and no day holds too much.

    Without a day of practice what was done stands nowhere.
    """
    frames, known = frames_of(state), all_tasks(STAGES)
    done = data.draw(st.dictionaries(st.sampled_from([t.id for t in known]), st.just(TODAY)))
    spent = data.draw(st.dictionaries(st.integers(0, 9), st.integers(0, 60), max_size=3))
    found = placed(state, STAGES, done=done, gone=gone, spent=spent)
    expected = known if any(f.stages for f in frames) else [t for t in known if t.id not in done]
    everything: list[Any] = [t.id for tasks in found.by_day.values() for t in tasks]
    everything += [task.id for task in found.left]
    assert sorted(task.id for task in expected) == sorted(everything)
    assert not {task.id for task in found.left} & set(done)
    for frame in frames:
        open_tasks = [task for task in found.by_day[frame.on] if task.id not in done]
        used = sum(task.minutes for task in open_tasks)
        assert used == 0 or used + spent.get(frame.number - 1, 0) <= frame.minutes
        assert frame.on >= later(gone) or not open_tasks
