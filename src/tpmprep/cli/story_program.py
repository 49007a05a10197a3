"""`tpmprep story program`: the inventory."""

from typing import TYPE_CHECKING, Annotated

import typer

from tpmprep.cli.as_typed import Command, Group
from tpmprep.cli.options import option

if TYPE_CHECKING:
    from tpmprep.cli.env import Env

app = typer.Typer(
    cls=Group,
    help="The programs you led: write down, list, read, change.",
    rich_markup_mode=None,
    add_completion=False,
)
Id = Annotated[
    str, typer.Argument(metavar="ID", help="The program; ids: tpmprep story program list.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command(cls=Command)
def add(
    ctx: typer.Context,
    *,
    given: Annotated[
        list[str] | None, option("An answer given here; repeat it.", "KEY=WORDS", "--set")
    ] = None,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Begin again; what was answered moves to the trash.")
    ] = False,
    json: Json = False,
) -> None:
    """Write a program down, one thing after another.

    \b
    Asked step by step:   tpmprep story program add
    Without prompts:      tpmprep story program add --set name="One sign-in" --set teams="4 teams"

    Each answer is kept as soon as it is given; call it again to go on where you stopped. Keys:
    those of the file that comes out of it, such as scale.customers.
    """
    from tpmprep.cli.story_new import add_program

    add_program(ctx.obj, given or (), fresh=fresh)


@app.command("list", cls=Command)
def list_(ctx: typer.Context, *, json: Json = False) -> None:
    """List the programs, and what is still empty."""
    from dataclasses import asdict

    from tpmprep.cli.forms import begun_page
    from tpmprep.cli.output import emit
    from tpmprep.cli.own_files import shelf_of
    from tpmprep.domain.program import gaps
    from tpmprep.ui import layout, story_pages

    env: Env = ctx.obj
    held = shelf_of(env).portfolio
    data = [{**asdict(program), "empty": gaps(program)} for program in held.programs.values()]
    page = layout.stack(story_pages.program_list(held, env.look), begun_page(env, "program"))
    emit(env, "story.program.list", data, page)


@app.command(cls=Command)
def show(ctx: typer.Context, program: Id, *, json: Json = False) -> None:
    """Print one program."""
    from dataclasses import asdict

    from tpmprep.adapters.content import load_forms
    from tpmprep.cli.output import emit
    from tpmprep.cli.own_files import program_in, shelf_of
    from tpmprep.ui import story_pages

    env: Env = ctx.obj
    shelf = shelf_of(env)
    found = program_in(shelf, program)
    stories = shelf.portfolio.stories_of(found.id)
    page = story_pages.program_page(found, load_forms()["program"], stories, env.look)
    emit(env, "story.program.show", asdict(found), page)


@app.command(cls=Command)
def edit(ctx: typer.Context, program: Id, *, json: Json = False) -> None:
    """Change a program in your editor; it is checked before it is kept."""
    from tpmprep.adapters.portfolio import load_shelf
    from tpmprep.cli.own_files import edited

    env: Env = ctx.obj
    path = load_shelf(env.home).file_of("program", program)
    edited(env, "program", path, f"tpmprep story program edit {program}")


@app.command(cls=Command)
def remove(ctx: typer.Context, program: Id, *, json: Json = False) -> None:
    """Move a program to the trash; its stories stay."""
    from tpmprep.cli.own_files import removed

    removed(ctx.obj, "program", program)
