"""What happens to people and their plans: travel, ticks, tasks that share a question."""

from dataclasses import replace

from planning import TODAY, answer, heads_of, later, mixed_heads, plan_of, state_of
from tpmprep.domain.plan import Day, Plan
from tpmprep.domain.planstate import Interview, PlanState, Wish, decide


def asked_on(day: Day) -> list[str]:
    """The questions of a day, of its open tasks and of its drills."""
    tasks = [task.drill.question for task in day.tasks if task.drill and not task.done]
    return [name for name in tasks if name] + [drill.question for drill in day.drills]


def test_west_of_the_day_on_which_the_plan_began() -> None:
    """Today is a day of the plan, though it was made on what is tomorrow here."""
    built = plan_of(state_of(5), gone=-1)
    today = built.day_of(later(-1))
    assert today is not None
    assert today.drills
    assert 6 == len(built.days)


def test_a_ticked_task_takes_its_minutes() -> None:
    """Twelve minutes were spent on it, so there are that many less for drills."""
    ticked = {"inventory.largest": TODAY.isoformat()}
    before, after = plan_of(state_of(10)).days[0], plan_of(state_of(10, done=ticked)).days[0]
    assert (0, 12) == (before.minutes_done, after.minutes_done)
    for day in (before, after):
        assert day.minutes_done + day.minutes_planned <= day.minutes


def test_a_task_that_was_ticked_and_answered_counts_once() -> None:
    """The answer has its own minutes."""
    ticked = {"inventory.largest": TODAY.isoformat()}
    told = [answer("own-program", fmt="5min")]
    assert 12 == plan_of(state_of(10, done=ticked), told).days[0].minutes_done


def _left_out_and_planned(built: Plan) -> set[str]:
    planned = {name for day in built.days for name in asked_on(day)}
    return planned & set(built.capacity.left_out)


def test_what_a_task_asks_is_not_left_out() -> None:
    """In a short plan most questions stand in tasks alone."""
    for days in (2, 4, 6):
        built = plan_of(state_of(days, minutes=30), heads=mixed_heads(60))
        assert set() == _left_out_and_planned(built)


def test_no_question_twice_on_a_day() -> None:
    """Not even at two lengths: a case that is drawn for a task is none of the day's others."""
    for days in (3, 4, 7):
        for minutes in (60, 120):
            built = plan_of(state_of(days, minutes=minutes), heads=mixed_heads(60))
            for day in built.days:
                asked = [name for name in asked_on(day) if not name.startswith("own-")]
                assert len(asked) == len(set(asked))


def test_the_round_after_today_is_another_stage() -> None:
    """On the day of the phone screen the next one is named: the loop stays, the stage does not."""
    screen = Interview(TODAY, "amazon", "phone")
    known = PlanState((screen,), later(-3), later(-30))
    (following,) = decide(known, Wish(interview=later(7)), TODAY).interviews
    assert Interview(later(7), "amazon", "") == following
    moved = decide(
        replace(known, interviews=(replace(screen, on=later(2)),)), Wish(later(7)), TODAY
    )
    assert "phone" == moved.interviews[0].stage


def test_heads_without_lengths_are_no_matter() -> None:
    """An empty bank still has a plan."""
    assert plan_of(state_of(3), heads=heads_of(0)).days
