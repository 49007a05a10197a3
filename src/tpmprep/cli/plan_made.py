"""The plan as of now, for every command that shows it or takes a step of it."""

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tpmprep.adapters.practicelog import PracticeLog
    from tpmprep.cli.env import Env
    from tpmprep.domain.attempt import Attempt
    from tpmprep.domain.plan import Day, Plan, Step
    from tpmprep.domain.planstate import PlanState
    from tpmprep.domain.stages import Stage


def built_plan(env: "Env") -> "Plan | None":
    """The plan as of now, or None when none was made.

    A plan that cannot be read is told, and there is none then: one can still practise.
    """
    from tpmprep.adapters.planfile import load_plan
    from tpmprep.errors import TpmprepError

    try:
        state = load_plan(env.home.plan)
    except TpmprepError as error:
        env.warn(f"{error.message}. {error.hint}".rstrip())
        return None
    return None if state is None else plan_of(env, state)


def plan_of(env: "Env", state: "PlanState") -> "Plan":
    """The plan that these decisions make with all that was practised."""
    from tpmprep.adapters.content import load_loops, load_stages
    from tpmprep.domain.calibration import bias_of
    from tpmprep.domain.history import history_of
    from tpmprep.domain.plan_drills import Sources
    from tpmprep.domain.planner import build_plan
    from tpmprep.domain.practice import with_later_scores
    from tpmprep.domain.targets import targets_of

    stages = load_stages()
    state = replace(state, done={**_written(env, stages, state), **state.done})
    today = env.clock.now().date()
    ahead = [one for one in state.interviews if one.on > today] or state.interviews[-1:]
    targets = targets_of(ahead, load_loops())
    practised, damaged = _log(env, stages).read()
    scores, more = env.store.scores()
    env.warn_of([*damaged, *more])
    scored = with_later_scores(practised, scores)
    bias = bias_of(scored, history_of([], scores))
    sources = Sources(stages, env.bank.heads(), targets)
    return build_plan(state, sources, scored, today, bias=bias)


def _written(env: "Env", stages: "Sequence[Stage]", state: "PlanState") -> dict[str, str]:
    """The tasks that programs and stories answer for, with the day; like ticks of one's own."""
    from tpmprep import __version__
    from tpmprep.adapters.writtenlog import remembered
    from tpmprep.domain.plan_tasks import all_tasks

    def compute() -> dict[str, str]:
        from tpmprep.adapters.portfolio import load_shelf
        from tpmprep.domain.story_check import checked
        from tpmprep.domain.written import written_on

        held = load_shelf(env.home).portfolio
        verdicts = [checked(story) for story in held.stories.values()]
        return written_on(stages, held.programs.values(), verdicts, state.start.isoformat())

    rules = [
        (t.id, t.done_when.programs, t.done_when.story) for t in all_tasks(stages) if t.done_when
    ]
    key = repr((__version__, state.start, rules))
    folders = (env.home.programs, env.home.stories)
    return remembered(env.home.cache / "written.json", folders, key, compute)


def next_drill(env: "Env") -> "Step | None":
    """The first step of today that is a drill; None without a plan or when nothing is left."""
    from tpmprep.domain.plan import steps_of

    plan = built_plan(env)
    day = plan.day_of(env.clock.now().date()) if plan else None
    return next((step for step in steps_of(day) if step.drill), None) if day else None


def prompts_of(env: "Env", days: "Iterable[Day]") -> dict[str, str]:
    """The questions of these days' drills, by id."""
    ids = {drill.question for day in days for drill in day.drills}
    return {name: env.bank.question(name).prompt for name in ids if env.bank.has(name)}


def _log(env: "Env", stages: "Sequence[Stage]") -> "PracticeLog":
    from tpmprep import __version__
    from tpmprep.adapters.practicelog import PracticeLog
    from tpmprep.domain.plan_tasks import all_tasks

    wanted: dict[str, set[str]] = {}
    for task in all_tasks(stages):
        if task.done_when is not None and task.done_when.holds:
            for question in task.done_when.questions:
                wanted.setdefault(question, set()).update(task.done_when.holds)

    def observe(attempt: "Attempt") -> tuple[str, ...]:
        names = wanted.get(attempt.question.id)
        if not names:
            return ()
        from tpmprep.domain.detectors import found_in

        found = found_in(attempt.answer, attempt.question.asked)
        return tuple(name for name in sorted(names) if found[name])

    key = repr((__version__, sorted((name, sorted(holds)) for name, holds in wanted.items())))
    return PracticeLog(env.home.attempts, env.home.cache / "practice", observe, key)
