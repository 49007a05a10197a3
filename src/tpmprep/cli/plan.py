"""`tpmprep plan`: the days until the interview."""

from typing import TYPE_CHECKING, Annotated

import typer

from tpmprep.cli.as_typed import Command, Group
from tpmprep.cli.options import MaybeText, Track, option
from tpmprep.domain.stages import MOST_DAYS

if TYPE_CHECKING:
    from tpmprep.cli.env import Env
    from tpmprep.domain.planstate import PlanState

app = typer.Typer(cls=Group, rich_markup_mode=None, add_completion=False)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Loop = Annotated[MaybeText, option("What awaits: guide, amazon, meta or google.", "LOOP")]
Stage = Annotated[MaybeText, option("Only one stage of it; ids: tpmprep mock --list.", "ID")]


@app.callback(invoke_without_command=True)
def plan(
    ctx: typer.Context,
    *,
    days: Annotated[MaybeText, option(f"Days until the interview, 1 to {MOST_DAYS}.", "N")] = None,
    on: Annotated[MaybeText, option("The day of the interview.", "YYYY-MM-DD", "--date")] = None,
    minutes: Annotated[
        list[str] | None,
        option("Minutes a day, 45 at first; or of a weekday: sat=90.", "M"),
    ] = None,
    rest: Annotated[
        list[str] | None, option("A day without practice; `none` for none.", "DATE")
    ] = None,
    loop: Loop = None,
    stage: Stage = None,
    track: Track = None,
    json: Json = False,
) -> None:
    """Plan the days until the interview, from today on.

    \b
    Make it:      tpmprep plan --days 10      or   tpmprep plan --date 2026-12-04
    See it:       tpmprep plan                or   tpmprep plan today
    Change it:    tpmprep plan --minutes 30 --minutes sat=90 --rest 2026-11-28
    Tick a task:  tpmprep plan done inventory.largest

    The date is kept; what the answers show as done is ticked by itself. Each morning the days that
    are left are filled again: a missed day is nothing to make up for.
    """
    from tpmprep.cli.plan_setup import Flags, decided, refuse_before

    env: Env = ctx.obj
    flags = Flags(days, on, tuple(minutes or ()), tuple(rest or ()), loop, stage, track)
    if ctx.invoked_subcommand is not None:
        refuse_before(ctx.invoked_subcommand, flags)
    else:
        _show(env, decided(env, flags))


@app.command(cls=Command)
def today(ctx: typer.Context, *, json: Json = False) -> None:
    """Print today's tasks and drills."""
    from tpmprep.cli.output import emit
    from tpmprep.cli.plan_made import plan_of, prompts_of
    from tpmprep.cli.plan_setup import stored
    from tpmprep.errors import NotFound
    from tpmprep.ui import plan_pages

    env: Env = ctx.obj
    state = stored(env)
    now = env.clock.now().date()
    day = plan_of(env, state).day_of(now)
    if day is None:
        hint = f"The interview was on {state.end}. A new plan: tpmprep plan --days N"
        raise NotFound("day of the plan", now.isoformat(), hint=hint)
    emit(env, "plan.today", day, plan_pages.day_page(day, prompts_of(env, [day]), env.look))


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
    from tpmprep.cli.plan_setup import stored
    from tpmprep.errors import NotFound
    from tpmprep.ui import layout

    env: Env = ctx.obj
    state = stored(env)
    tasks = {item.id: item for stage in load_stages() for item in stage.tasks}
    if task not in tasks:
        raise NotFound("task", task, list(tasks), "See the tasks with: tpmprep plan today")
    when = env.clock.now().date().isoformat()
    save_plan(env.home.plan, replace(state, done={task: when, **state.done}))
    page = layout.text(("Done: ", "bold"), f"{tasks[task].title}\nNext: tpmprep plan today")
    emit(env, "plan.done", {"id": task, "title": tasks[task].title, "done": True}, page)


@app.command(cls=Command)
def add(
    ctx: typer.Context,
    on: Annotated[str, typer.Argument(metavar="DATE", help="The day of one more interview.")],
    *,
    loop: Loop = None,
    stage: Stage = None,
    json: Json = False,
) -> None:
    """Add one more interview to the plan, or say what awaits on its day.

    \b
    For example:   tpmprep plan add 2026-12-01 --loop amazon --stage phone
    """
    from tpmprep.cli.plan_setup import added

    _show(ctx.obj, added(ctx.obj, on, loop, stage))


@app.command(cls=Command)
def drop(
    ctx: typer.Context,
    on: Annotated[str, typer.Argument(metavar="DATE", help="The day of the interview.")],
    *,
    json: Json = False,
) -> None:
    """Take one of several interviews out of the plan."""
    from tpmprep.cli.plan_setup import dropped

    _show(ctx.obj, dropped(ctx.obj, on))


@app.command(cls=Command)
def ics(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE.ics", help="Where to write it.")],
    *,
    at: Annotated[str, option("When you practise.", "HH:MM")] = "18:00",
    alarm: Annotated[MaybeText, option("Remind so many minutes before.", "MIN")] = None,
    json: Json = False,
) -> None:
    """Write the plan for your calendar. Import it again later: entries change, none doubles.

    \b
    For example:   tpmprep plan ics practice.ics --at 19:30 --alarm 10

    A calendar keeps what it has: days that the plan no longer holds stay there.
    """
    from tpmprep.cli.plan_calendar import export

    export(ctx.obj, file, at, alarm)


@app.command(cls=Command)
def reset(ctx: typer.Context, *, json: Json = False) -> None:
    """End the plan. It moves to the trash; your answers stay as they are."""
    from tpmprep.adapters.paths import for_people
    from tpmprep.adapters.planfile import trash_plan
    from tpmprep.cli.output import emit
    from tpmprep.cli.plan_setup import stored
    from tpmprep.ui import layout

    env: Env = ctx.obj
    stored(env)
    place = trash_plan(env.home, f"{env.clock.now():%Y%m%d-%H%M%S}")
    page = layout.text(
        f"The plan has ended; it is kept in {for_people(place, env.environ)}\n"
        "Your answers stay. A new plan: tpmprep plan --days N"
    )
    emit(env, "plan.reset", {"path": str(place)}, page)


def _show(env: "Env", state: "PlanState") -> None:
    from tpmprep.cli.output import emit
    from tpmprep.cli.plan_made import plan_of
    from tpmprep.ui import plan_pages

    built = plan_of(env, state)
    emit(env, "plan", built, plan_pages.plan_page(built, env.clock.now().date(), env.look))
