"""`tpmprep plan`: the days until the interview."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from tpmprep.cli.as_typed import Command, Group
from tpmprep.domain.stages import MOST_DAYS

if TYPE_CHECKING:
    from tpmprep.cli.env import Env
    from tpmprep.domain.plan import Plan, PlanState

FEWEST_MINUTES, MOST_MINUTES = 10, 600

app = typer.Typer(cls=Group, rich_markup_mode=None, add_completion=False)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.callback(invoke_without_command=True)
def plan(
    ctx: typer.Context,
    *,
    days: Annotated[
        str | None, typer.Option(help=f"Days until the interview, 1 to {MOST_DAYS}.", metavar="N")
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--date", help="The day of the interview.", metavar="YYYY-MM-DD"),
    ] = None,
    minutes: Annotated[
        str | None, typer.Option(help="Minutes you have each day; 45 at first.", metavar="M")
    ] = None,
    json: Json = False,
) -> None:
    """Plan the days until the interview, from today on.

    \b
    Make it:      tpmprep plan --days 10      or   tpmprep plan --date 2026-12-04
    See it:       tpmprep plan                or   tpmprep plan today
    Tick a task:  tpmprep plan done inventory.largest

    The date is kept; what the answers show as done is ticked by itself.
    """
    if ctx.invoked_subcommand is not None:
        return
    env: Env = ctx.obj
    state = _decided(env, days, on, minutes)
    _show_plan(env, state)


@app.command(cls=Command)
def today(ctx: typer.Context, *, json: Json = False) -> None:
    """Print today's tasks and drills."""
    from tpmprep.cli.output import emit
    from tpmprep.errors import NotFound
    from tpmprep.ui import plan_pages

    env: Env = ctx.obj
    state = _known(env)
    day = _built(env, state).day_of(env.clock.now().date())
    if day is None:
        hint = f"The interview is on {state.interview}. A new plan: tpmprep plan --days N"
        raise NotFound("day of the plan", env.clock.now().date().isoformat(), hint=hint)
    emit(env, "plan.today", day, plan_pages.day_page(day, _prompts(env), env.look))


@app.command(cls=Command)
def done(
    ctx: typer.Context,
    task: Annotated[
        str, typer.Argument(metavar="TASK", help="The task, for example inventory.largest.")
    ],
    *,
    json: Json = False,
) -> None:
    """Tick a task."""
    from dataclasses import replace

    from tpmprep.adapters.content import load_stages
    from tpmprep.adapters.planfile import save_plan
    from tpmprep.cli.output import emit
    from tpmprep.errors import NotFound
    from tpmprep.ui import layout

    env: Env = ctx.obj
    state = _known(env)
    tasks = {item.id: item for stage in load_stages() for item in stage.tasks}
    if task not in tasks:
        raise NotFound("task", task, list(tasks), "See the tasks with: tpmprep plan")
    when = env.clock.now().date().isoformat()
    save_plan(env.home.plan, replace(state, done={**state.done, task: when}))
    page = layout.text(("Done: ", "bold"), f"{tasks[task].title}\nNext: tpmprep plan today")
    emit(env, "plan.done", {"id": task, "title": tasks[task].title, "done": True}, page)


def built_plan(env: "Env") -> "Plan | None":
    """The plan as of now, or None when none was made."""
    from tpmprep.adapters.planfile import load_plan

    state = load_plan(env.home.plan)
    return None if state is None else _built(env, state)


def _decided(env: "Env", days: str | None, on: str | None, minutes: str | None) -> "PlanState":
    from tpmprep.adapters.planfile import load_plan, save_plan
    from tpmprep.cli.choices import whole_number
    from tpmprep.domain.plan import decide

    count = whole_number("--days", days, 1, MOST_DAYS)
    amount = whole_number("--minutes", minutes, FEWEST_MINUTES, MOST_MINUTES)
    first = env.clock.now().date()
    interview = _interview(count, on, first)
    if interview is None and amount is None:
        return _known(env)
    known = load_plan(env.home.plan) if interview else _known(env)
    if interview is None and known is not None:
        from dataclasses import replace

        state = replace(known, minutes=amount or known.minutes)
    else:
        assert interview is not None
        state = decide(known, interview, amount, first)
    save_plan(env.home.plan, state)
    return state


def _interview(count: int | None, on: str | None, first: date) -> date | None:
    from tpmprep.errors import UsageProblem

    if count is not None and on is not None:
        raise UsageProblem("--days and --date say the same thing: give one of them")
    if on is None:
        return None if count is None else first + timedelta(days=count)
    nearest, furthest = first + timedelta(days=1), first + timedelta(days=MOST_DAYS)
    try:
        interview = date.fromisoformat(on)
    except ValueError:
        interview = first
    if not nearest <= interview <= furthest:
        raise UsageProblem(f"--date takes a day from {nearest} to {furthest}, not '{on}'")
    return interview


def _known(env: "Env") -> "PlanState":
    from tpmprep.adapters.planfile import load_plan
    from tpmprep.errors import NeedsInput

    state = load_plan(env.home.plan)
    if state is None:
        hint = "For example: tpmprep plan --days 10"
        raise NeedsInput("there is no plan yet: give --days N or --date YYYY-MM-DD", hint)
    return state


def _built(env: "Env", state: "PlanState") -> "Plan":
    from tpmprep.adapters.content import load_stages
    from tpmprep.domain.calibration import planning_bias
    from tpmprep.domain.plan import build_plan

    questions, history = list(env.bank.questions.values()), env.history()
    today, bias = env.clock.now().date(), planning_bias(history)
    return build_plan(state, load_stages(), history, questions, today, bias=bias)


def _show_plan(env: "Env", state: "PlanState") -> None:
    from tpmprep.cli.output import emit
    from tpmprep.domain.plan import not_reached
    from tpmprep.ui import plan_pages

    built = _built(env, state)
    left_out = not_reached(built, env.history(), list(env.bank.questions.values()))
    page = plan_pages.plan_page(built, env.clock.now().date(), left_out, env.look)
    emit(env, "plan", built, page)


def _prompts(env: "Env") -> dict[str, str]:
    return {question.id: question.prompt for question in env.bank.questions.values()}
