"""The plan: dated days over the guide's blocks, their tasks, and drills that say why."""

from itertools import pairwise

import pytest

from planning import (
    ON_THE_LAST_DAY,
    SIXTEEN,
    TODAY,
    answer,
    asked_by_tasks,
    drills_of,
    heads_of,
    later,
    plan_of,
    state_of,
    task_ids,
)
from tpmprep.domain.ladder import COST_MIN, next_format
from tpmprep.domain.plan import InterviewView, TaskView
from tpmprep.domain.plan_drills import Sources
from tpmprep.domain.planner import build_plan
from tpmprep.domain.planstate import INTERVIEW, Interview
from tpmprep.domain.question import AREAS, Head
from tpmprep.domain.schedule import Target
from tpmprep.domain.stages import TaskDrill

AREA = {head.id: head.area for head in SIXTEEN}


@pytest.mark.parametrize("days", [1, 2, 4, 7, 10, 30, 60])
@pytest.mark.parametrize("minutes", [10, 45, 180])
def test_dated_days_that_hold_what_they_can(days: int, minutes: int) -> None:
    """Consecutive dates up to the interview; tasks and drills never exceed a day's minutes."""
    built = plan_of(state_of(days, minutes=minutes))
    dates = [later(n).isoformat() for n in range(days)]
    assert dates == [day.date for day in built.days]
    assert (later(days).isoformat(), minutes) == (built.interview, built.minutes)
    for day in built.days:
        assert day.minutes_planned <= day.minutes <= minutes
        assert all(COST_MIN[drill.format] == drill.minutes for drill in day.drills)
        questions = [drill.question for drill in day.drills]
        assert len(questions) == len(set(questions))


def test_ten_days_are_the_guide_s_own() -> None:
    """Five blocks of two days, the tasks of each on its days, and none without room."""
    built = plan_of(state_of(10))
    names = ("inventory", "stories", "cases", "fundamentals", "close")
    assert [name for name in names for _ in range(2)] == [day.stage for day in built.days]
    for day in built.days:
        assert {task.id.split(".")[0] for task in day.tasks} == {day.stage}
    assert () == built.capacity.tasks_left


def test_areas_take_turns() -> None:
    """No two drills in a row are of one area while others wait, and none waits for long.

    A task is practice of its area as well.
    """
    first, second, *_ = plan_of(state_of(10)).days
    areas = [drill.area for drill in (*first.drills, *second.drills)]
    assert len(areas) >= 8
    assert all(a != b for a, b in pairwise(areas))
    tasks = {task.drill.area for task in first.tasks if task.drill}
    assert set(AREAS) == {*areas, *tasks} - {""}


def test_a_drill_names_its_area() -> None:
    """That of its question, but for those about oneself."""
    own = set(ON_THE_LAST_DAY)
    drills = [one for one in drills_of(plan_of(state_of(20))) if one.question not in own]
    assert drills
    assert [AREA[one.question] for one in drills] == [one.area for one in drills]


def test_history_ticks_tasks() -> None:
    """A story told as it should be: done without a word from the person, and shown as done."""
    told = answer("gq-01", holds=("decision", "number"))
    built = plan_of(state_of(10), [told])
    assert ["stories.ambiguous"] == [t.id for day in built.days for t in day.tasks if t.done]
    assert "stories.ambiguous" in task_ids(built.days[0])


def test_what_a_story_lacks_is_shown() -> None:
    """The task is still open, and says what its answer does not hold yet."""
    built = plan_of(state_of(10), [answer("gq-01", holds=("decision",))])
    lacking = {t.id: t.lacks for day in built.days for t in day.tasks if t.lacks}
    assert {"stories.ambiguous": ("number",)} == lacking
    whole = plan_of(state_of(10), [answer("gq-01", holds=("decision", "number"))])
    assert not [t for day in whole.days for t in day.tasks if t.lacks]


def test_a_task_as_it_is_shown() -> None:
    """Its title, its command, its short name and its minutes."""
    task = next(t for t in plan_of(state_of(10)).days[0].tasks if t.id == "inventory.headline")
    title = "Your best program in one 30-second headline"
    command = "tpmprep drill --question own-program --format headline"
    drill = TaskDrill("headline", "own-program", "execution")
    expected = TaskView("inventory.headline", title, command, False, "headline", 3, (), drill)
    assert expected == task


def test_days_gone_by_get_no_drills() -> None:
    """They show what was done; today's drills shrink by what was practised."""
    practised = [answer("tq-00"), answer("tq-01", n=1)]
    built = plan_of(state_of(4), practised, gone=1)
    first = built.days[0]
    assert (12, 2, (), ()) == (first.minutes_done, first.drills_done, first.drills, first.tasks)
    assert built.days[1].drills
    assert built.day_of(TODAY) == first
    assert built.day_of(later(-1)) is built.day_of(later(5)) is None
    rested, busy = plan_of(state_of(4)).days[0], plan_of(state_of(4), practised).days[0]
    assert sum(d.minutes for d in busy.drills) < sum(d.minutes for d in rested.drills)


def test_what_was_asked_today_does_not_come_again_today() -> None:
    """But on a later day."""
    practised = [answer(f"tq-{n:02d}", n=n) for n in range(3)]
    built = plan_of(state_of(10), practised)
    done = {"tq-00", "tq-01", "tq-02"}
    assert not done & {drill.question for drill in built.days[0].drills}
    assert done <= {drill.question for drill in drills_of(built)}


def test_lengths_grow_with_scores() -> None:
    """2 minutes until two scores are ready, then 5, then a deep dive."""
    two = [answer(n=n) for n in (1, 2)]
    five = [answer(fmt="5min", n=n) for n in (3, 4)]
    assert "2min" == next_format([])
    assert "2min" == next_format(two[:1])
    assert "5min" == next_format(two)
    assert "deep" == next_format(two + five)
    assert "2min" == next_format([answer(level=2, n=1), two[1]])
    assert "2min" == next_format(two, bias=0.5)
    assert "update" == next_format(two, made_for=("update", "retro"))


def test_a_ready_question_is_planned_longer() -> None:
    """Unless one scores too high: then the same scores are not ready."""
    practised, pool = [answer(day=-n) for n in (9, 8)], heads_of(4)
    state = state_of(10, minutes=90)
    ready = plan_of(state, practised, heads=pool).days[0]
    inflated = plan_of(state, practised, heads=pool, bias=0.5).days[0]
    assert "5min" == next(drill for drill in ready.drills if drill.question == "tq-00").format
    assert "2min" == next(drill for drill in inflated.drills if drill.question == "tq-00").format


def test_a_question_is_asked_shorter_where_there_is_no_time() -> None:
    """Better a short answer than none: six minutes hold no answer of five."""
    practised = [answer(day=-n) for n in (9, 8)]
    built = plan_of(state_of(1, minutes=14), practised, heads=heads_of(1))
    assert [("tq-00", "2min")] == [(d.question, d.format) for d in built.days[0].drills]


def test_a_task_that_asks_for_a_case_names_one() -> None:
    """The one whose turn it is, another for a second, and no drill of the day asks it again."""
    built = plan_of(state_of(10), [answer("tq-03", day=3)], gone=4)
    drills = {t.id: t.drill for day in built.days for t in day.tasks}
    asked = [drills[f"cases.{name}"] for name in ("first", "second", "defend")]
    questions = [drill.question for drill in asked if drill]
    assert questions[0] != questions[1]
    assert {"case"} == {AREA[name] for name in questions}
    assert "tq-07" == questions[0]
    for day in built.days:
        assert not {drill.question for drill in day.drills} & asked_by_tasks(day)
    assert all(drill and drill.question in drill.command for drill in asked)


def test_every_third_day_asks_one_long_answer_short() -> None:
    """Most people rehearse the long version only."""
    practised = [answer(head.id, -n, n=n) for n in (20, 10) for head in SIXTEEN]
    built = plan_of(state_of(8, minutes=60), sorted(practised, key=lambda one: one.started_at))
    short = {
        day.day: [d.format for d in day.drills if d.why.startswith("the short version")]
        for day in built.days
    }
    assert {3: ["2min"], 6: ["2min"]} == {day: found for day, found in short.items() if found}


def test_a_question_says_why_it_is_planned() -> None:
    """New, again after a planned answer, or answered with its last score and its day."""
    practised = [answer(day=-1, level=2), answer("tq-01", day=-1, level=0, n=1)]
    drills = drills_of(plan_of(state_of(10), practised))
    whys = {drill.question: drill.why for drill in reversed(drills)}
    assert whys["tq-00"].startswith("last score 2.0, on Mon 23 Nov")
    assert whys["tq-01"].startswith("not scored yet, on Mon 23 Nov")
    assert whys["tq-02"].startswith("new to you")
    again = [d.why for d in drills_of(plan_of(state_of(10))) if d.why.startswith("again, after ")]
    assert any("again, after Tue 24 Nov" in why for why in again)


def test_the_first_drill_of_an_area_says_so() -> None:
    """Once each, also when a task is the first of its area."""
    whys = [drill.why for drill in drills_of(plan_of(state_of(10)))]
    firsts = [why for why in whys if ", the first" in why]
    assert len(firsts) == len({why.rpartition("first ")[2] for why in firsts})
    assert "new to you, the first case question" in firsts
    assert not [why for why in firsts if "execution" in why]


def test_an_area_that_falls_behind_says_so() -> None:
    """In practice, or in what will be known of it on the day."""
    whys = [drill.why for drill in drills_of(plan_of(state_of(20), heads=heads_of(24)))]
    assert [why for why in whys if why.endswith("questions had the least practice")]
    assert [why for why in whys if why.endswith("questions would be the weakest on the day")]


def test_the_last_day_keeps_the_short_ones_warm() -> None:
    """Headline, recruiter summary and close, as far as each was practised or planned before."""
    names = list(ON_THE_LAST_DAY)
    practised = [answer(name, -3, fmt) for name, fmt in sorted(ON_THE_LAST_DAY.items())]
    ticks = {"close.questions": "2026-11-24"}
    last = plan_of(state_of(10, done=ticks), practised).days[-1].drills
    assert list(ON_THE_LAST_DAY.items()) == [(d.question, d.format) for d in last[:3]]
    alone = plan_of(state_of(10, done=ticks), practised[:1], gone=9).days[-1].drills
    assert ["own-close"] == [d.question for d in alone if d.question in names]


def test_several_interviews_as_they_are_shown() -> None:
    """Each with what awaits there; the next one is named, and its day is a day of the plan."""
    first, second = Interview(later(3), "amazon", "phone"), Interview(later(9))
    state = state_of(9).with_interview(first)
    views = (
        InterviewView(first.on.isoformat(), "amazon", "phone"),
        InterviewView(second.on.isoformat(), "", ""),
    )
    built = plan_of(state)
    assert (views, "2026-11-27") == (built.interviews, built.interview)
    assert ("interview", "amazon, phone", 0) == (
        built.days[3].stage,
        built.days[3].interview,
        built.days[3].minutes,
    )
    assert "2026-12-03" == plan_of(state, gone=4).interview
    assert [views, views, views[1:]] == [built.ahead(later(gone)) for gone in (0, 3, 4)]
    last = built.day_of(later(9))
    assert last is not None
    assert (INTERVIEW, 10, 0, ()) == (last.stage, last.day, last.minutes_planned, last.drills)
    assert "2026-12-03" == plan_of(state, gone=30).interview


def test_a_stage_weighs_its_areas() -> None:
    """A plan for a stage that is all about technical matters practises them the most."""
    state = state_of(10).with_interview(Interview(later(10), "amazon", "loop-2"))
    heads = heads_of(40)
    areas = [drill.area for drill in drills_of(plan_of(state, heads=heads))]
    assert all(areas.count("technical") > areas.count(name) for name in AREAS[2:])
    usual = [drill.area for drill in drills_of(plan_of(state_of(10), heads=heads))]
    assert usual.count("technical") < areas.count("technical")


@pytest.mark.parametrize(
    ("gone", "areas"), [(2, ("execution", "stakeholder")), (4, ("case",)), (6, ("technical",))]
)
def test_the_stage_of_a_day_weighs_its_areas(gone: int, areas: tuple[str, ...]) -> None:
    """With all else alike, the first drill is of the stage: stories, cases, fundamentals."""
    # Those of the stage are older: no two drills in a row are of one area.
    ordered = sorted(SIXTEEN[:4], key=lambda head: head.area not in areas)
    practised = [answer(head.id, n=n) for n, head in enumerate(ordered)]
    target = Target(later(10).toordinal(), dict.fromkeys(AREAS, 0.25))
    built = build_plan(state_of(10), Sources([], SIXTEEN, [target]), practised, later(gone))
    assert built.days[gone].drills[0].area in areas


def test_questions_are_taken_on_by_their_worth() -> None:
    """The guide's come first, then what was practised, then one's track, then other tracks."""
    other, own, plain, known, guide = (
        Head("a-other", "case", "senior", "past", tracks=("data",)),
        Head("b-own", "case", "senior", "past", tracks=("ai",)),
        Head("c-plain", "case", "senior", "past"),
        Head("d-known", "case", "senior", "past", tracks=("data",)),
        Head("gq-99", "case", "senior", "past"),
    )
    heads = [other, own, plain, known, guide]
    state = state_of(1, minutes=200, track="ai")
    everything = plan_of(state, [answer("d-known", -2)], heads=heads).capacity
    assert ("gq-99", "d-known", "b-own", "c-plain", "a-other") == everything.questions
    state = state_of(1, minutes=10, track="ai")
    few = plan_of(state, [answer("d-known", -2)], heads=heads).capacity
    assert ("gq-99", "d-known") == few.questions
    assert ("b-own", "c-plain", "a-other") == few.left_out


def test_minutes_left() -> None:
    """Of today only what was not practised yet, of the last day what is light."""
    assert 45 + 45 + 27 == plan_of(state_of(3)).capacity.minutes_left
    assert 33 + 45 + 27 == plan_of(state_of(3), [answer(), answer(n=1)]).capacity.minutes_left
    assert 27 == plan_of(state_of(3), gone=2).capacity.minutes_left
    assert 0 == plan_of(state_of(3), gone=3).capacity.minutes_left
