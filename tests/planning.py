"""Plans to test with: calendars, small pools of questions, and what was practised."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from tpmprep.adapters.content import load_loops, load_stages
from tpmprep.domain.plan import Day, DrillView, Plan
from tpmprep.domain.plan_drills import Sources
from tpmprep.domain.plan_tasks import all_tasks
from tpmprep.domain.planner import build_plan
from tpmprep.domain.planstate import Interview, PlanState
from tpmprep.domain.practice import Practised
from tpmprep.domain.question import AREAS, Head
from tpmprep.domain.schedule import Target
from tpmprep.domain.stages import Stage
from tpmprep.domain.targets import targets_of

TODAY = date(2026, 11, 24)
"""A Tuesday."""

STAGES, LOOPS = load_stages(), load_loops()
TASKS = {task.id: task for task in all_tasks(STAGES)}
ROUNDS = [("", "")] + [
    (loop.id, stage) for loop in LOOPS.values() for stage in ("", *(s.id for s in loop.stages))
]
"""What may await on a day: nothing known, a whole loop, or one stage of it."""

GUIDE = (("gq-01", "execution"), ("gq-07", "technical"), ("gq-11", "stakeholder"))
UNFIT = Head("tq-update", "case", "senior", "past", formats=("update",))
"""A question that is not asked in an ordinary length: no plan takes it on."""

ON_THE_LAST_DAY = {"own-program": "headline", "own-recruiter": "recruiter", "own-close": "2min"}


def later(days: int, start: date = TODAY) -> date:
    """The day so many days after another."""
    return start + timedelta(days=days)


def heads_of(count: int) -> list[Head]:
    """So many questions, the areas in turn."""
    return [Head(f"tq-{n:02d}", AREAS[n % 4], "senior", "past") for n in range(count)]


def mixed_heads(count: int) -> list[Head]:
    """So many questions of all kinds: the guide's, those of a track, one that is not fit."""
    guide = [Head(name, area, "senior", "past") for name, area in GUIDE]
    tracks = [Head(f"ai-{n}", AREAS[n], "staff", "case", tracks=("ai",)) for n in range(4)]
    return [*tracks[:2], *heads_of(6), UNFIT, *guide, *tracks[2:], *heads_of(40)[6:]][:count]


SIXTEEN = heads_of(16)


def state_of(*ends: int, **changes: Any) -> PlanState:
    """A plan that began today, with an interview so many days later each."""
    interviews = tuple(Interview(later(days)) for days in ends)
    return PlanState(**{"interviews": interviews, "start": TODAY, "since": TODAY, **changes})


def plan_of(
    state: PlanState,
    practised: Sequence[Practised] = (),
    *,
    gone: int = 0,
    heads: Sequence[Head] = SIXTEEN,
    stages: Sequence[Stage] = STAGES,
    **more: Any,
) -> Plan:
    """The plan as of so many days after its start."""
    sources = Sources(stages, heads, targets_for(state))
    return build_plan(state, sources, practised, later(gone, state.start), **more)


def targets_for(state: PlanState) -> list[Target]:
    """What the interviews of a plan ask."""
    return targets_of(state.interviews, LOOPS)


def answer(question: str = "tq-00", day: int = 0, fmt: str = "2min", **more: Any) -> Practised:
    """An answer, scored 3, on a day counted from today; `n` is its minute after noon.

    `level` 0 stands for not scored, `offset` is the offset of the place from UTC in minutes.
    """
    n, level, offset = more.pop("n", 0), more.pop("level", 3), more.pop("offset", 0)
    moment = datetime.combine(later(day), time(12), tzinfo=UTC) + timedelta(minutes=n - offset)
    values: dict[str, Any] = {
        "id": f"{day + 1000:04d}-{n:04d}-{question}-{fmt}",
        "question": question,
        "area": next((head.area for head in mixed_heads(60) if head.id == question), ""),
        "format": fmt,
        "started_at": f"{moment:%Y-%m-%dT%H:%M:%S}.000Z",
        "utc_offset_min": offset,
        "elapsed_s": 100.0,
        "failed": False,
        "scores": {"ex.control": level} if level else {},
    }
    return Practised(**{**values, **more})


def drills_of(plan: Plan) -> list[DrillView]:
    """All drills in their order."""
    return [drill for day in plan.days for drill in day.drills]


def task_ids(day: Day) -> list[str]:
    """The tasks of a day."""
    return [task.id for task in day.tasks]


def asked_by_tasks(day: Day) -> set[str]:
    """The questions that the open tasks of a day ask."""
    return {task.drill.question for task in day.tasks if task.drill and not task.done}


def minutes_for(state: PlanState, on: date) -> int:
    """The minutes of a day as the person gave them."""
    if on in state.rest or on in {one.on for one in state.interviews}:
        return 0
    return dict(state.weekdays).get(on.weekday(), state.minutes)


def light_days(state: PlanState) -> set[date]:
    """The last day of practice before each interview that has three of them or more."""
    found, begin = set(), state.start
    for one in state.interviews:
        days = [later(n, begin) for n in range((one.on - begin).days)]
        days = [on for on in days if minutes_for(state, on)]
        found |= set(days[-1:]) if len(days) >= 3 else set()
        begin = one.on
    return found


@dataclass(frozen=True)
class Case:
    """All that a plan is made of."""

    state: PlanState
    heads: Sequence[Head]
    practised: Sequence[Practised]
    gone: int
    bias: float = 0.0

    @property
    def today(self) -> date:
        """The day that the plan is seen on."""
        return later(self.gone, self.state.start)

    def plan(self, practised: Sequence[Practised] | None = None) -> Plan:
        """The plan, or that of another history."""
        history = self.practised if practised is None else practised
        return plan_of(self.state, history, gone=self.gone, heads=self.heads, bias=self.bias)

    def known_before(self, on: str) -> set[str]:
        """The questions that were answered before a day."""
        return {one.question for one in self.practised if one.day.isoformat() < on}


SHORT_LENGTHS = st.one_of(st.integers(1, 5), st.integers(1, 8), st.integers(3, 20))
LENGTHS = st.integers(0, 39).flatmap(
    lambda n: st.integers(21, 60) if n == 39 else SHORT_LENGTHS,
)
"""Mostly short: a plan of 60 days takes twenty times as long to make as one of three."""

BY_WEEKDAY = st.dictionaries(st.integers(0, 6), st.sampled_from([0, 10, 25, 90]), max_size=3)
MINUTES = st.one_of(*[st.integers(10, 60)] * 3, st.integers(10, 240))
KNOWN = [head.id for head in mixed_heads(14)]
ANSWERED = st.tuples(
    st.sampled_from([*KNOWN, "own-program", "own-close", "gone-1"]),
    st.integers(0, 45),
    st.sampled_from(["2min", "2min", "5min", "deep", "headline", "recruiter", "board"]),
    st.integers(0, 4),
    st.booleans(),
)
"""The question, how many days ago, the length, the level or 0, and whether it failed."""


@st.composite
def calendars(draw: st.DrawFn, lengths: st.SearchStrategy[int] = LENGTHS) -> PlanState:
    """Any calendar: one to three interviews, days of rest, weekdays with minutes of their own."""
    end, interviews = 0, []
    gaps = [draw(lengths), *draw(st.lists(st.integers(1, 9), max_size=2))]
    for gap in gaps if end + sum(gaps) <= 60 else gaps[:1]:
        end += gap
        interviews.append(Interview(later(end), *draw(st.sampled_from(ROUNDS))))
    rest = draw(st.frozensets(st.integers(0, min(end, 20)), max_size=3))
    ticked = draw(st.frozensets(st.sampled_from(sorted(TASKS)), max_size=2))
    return PlanState(
        interviews=tuple(interviews),
        start=TODAY,
        since=later(-draw(st.sampled_from([0, 30]))),
        minutes=draw(MINUTES),
        weekdays=draw(BY_WEEKDAY),
        rest=frozenset(later(days) for days in rest),
        done=dict.fromkeys(sorted(ticked), TODAY.isoformat()),
        track=draw(st.sampled_from(["", "ai"])),
    )


@st.composite
def cases(
    draw: st.DrawFn, lengths: st.SearchStrategy[int] = LENGTHS, *, most_answers: int = 8
) -> Case:
    """Any calendar, seen on any day of it or after it, with any history until then."""
    state = draw(calendars(lengths))
    gone = draw(st.one_of(st.just(0), st.integers(0, (state.end - state.start).days + 2)))
    answers = draw(st.lists(ANSWERED, max_size=most_answers))
    practised = [
        answer(
            question, gone - ago, fmt, n=n, level=level, failed=failed, holds=("number", "decision")
        )
        for n, (question, ago, fmt, level, failed) in enumerate(answers)
    ]
    heads = mixed_heads(draw(st.sampled_from([1, 4, 8, 12, 16, 24, 40])))
    bias = draw(st.sampled_from([0.0, 0.5]))
    return Case(state, heads, sorted(practised, key=_moment), gone, bias)


def _moment(one: Practised) -> tuple[str, str]:
    return one.started_at, one.id
