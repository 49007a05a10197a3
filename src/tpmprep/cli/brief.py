"""`tpmprep brief`: the one page for the day before, and what fills it."""

from typing import TYPE_CHECKING, Annotated

import typer

from tpmprep.cli.as_typed import Command, Group
from tpmprep.cli.brief_debrief import debrief, outcome
from tpmprep.cli.options import MaybeText, option
from tpmprep.domain.notes import NOTE_PARTS

if TYPE_CHECKING:
    from tpmprep.cli.env import Env

app = typer.Typer(cls=Group, rich_markup_mode=None, add_completion=False)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.callback(invoke_without_command=True)
def brief(
    ctx: typer.Context,
    *,
    to: Annotated[MaybeText, option("Write it: .md, or .html for one sheet.", "FILE")] = None,
    over: Annotated[
        bool, typer.Option("--over", help="With --to: over a file that is there.")
    ] = False,
    json: Json = False,
) -> None:
    """Print the page for the day before, filled from what you keep.

    \b
    On the screen:    tpmprep brief
    On one sheet:     tpmprep brief --to page.html       then print it
    Fill what lacks:  tpmprep brief fill
    After a round:    tpmprep brief debrief
    """
    from tpmprep.cli.brief_page import refuse_before, show_brief, write_brief

    env: Env = ctx.obj
    if ctx.invoked_subcommand is not None:
        refuse_before(ctx.invoked_subcommand, to)
    elif to is not None:
        write_brief(env, to, over=over)
    else:
        show_brief(env)


@app.command(cls=Command)
def fill(
    ctx: typer.Context,
    part: Annotated[
        MaybeText, typer.Argument(metavar="PART", help=f"Only one: {', '.join(NOTE_PARTS)}.")
    ] = None,
    *,
    given: Annotated[
        list[str] | None, option("An answer given here; repeat it.", "KEY=WORDS", "--set")
    ] = None,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Begin again; what was answered moves to the trash.")
    ] = False,
    json: Json = False,
) -> None:
    """Answer what the page still lacks.

    \b
    All that is missing:   tpmprep brief fill
    One part anew:         tpmprep brief fill close
    Without prompts:       tpmprep brief fill --set risks="Deep systems" --set risks="Scale"
    """
    from tpmprep.cli.brief_fill import fill_notes

    fill_notes(ctx.obj, part, given or (), fresh=fresh)


@app.command(cls=Command)
def ask(
    ctx: typer.Context,
    *,
    add: Annotated[
        list[str] | None, option("Add a question of your own; repeat it.", "TEXT", "--add")
    ] = None,
    json: Json = False,
) -> None:
    """List what to ask the interviewer; add questions of yours."""
    from tpmprep.cli.brief_fill import add_questions
    from tpmprep.cli.brief_page import show_questions

    if add:
        add_questions(ctx.obj, add)
    else:
        show_questions(ctx.obj)


@app.command(cls=Command)
def edit(ctx: typer.Context, *, json: Json = False) -> None:
    """Change your notes for the page in your editor."""
    from tpmprep.cli.brief_fill import edit_notes

    edit_notes(ctx.obj)


app.command(cls=Command)(debrief)
app.command(cls=Command)(outcome)
