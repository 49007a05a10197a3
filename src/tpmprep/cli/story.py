"""`tpmprep story`: the inventory of one's programs, and the stories out of them."""

from typing import TYPE_CHECKING, Annotated

import typer

from tpmprep.cli.as_typed import Command, Group
from tpmprep.cli.options import MaybeText, Pace, option
from tpmprep.cli.story_program import app as program_app

if TYPE_CHECKING:
    from tpmprep.cli.env import Env

app = typer.Typer(cls=Group, rich_markup_mode=None, add_completion=False)
app.add_typer(program_app, name="program")


@app.callback(invoke_without_command=True)
def story(ctx: typer.Context) -> None:
    """Your programs and stories: write, check, tell on the clock.

    \b
    What there is:    tpmprep story
    A program:        tpmprep story program add
    A story of it:    tpmprep story add --program ID
    On the clock:     tpmprep story translate PROGRAM
    """
    if ctx.invoked_subcommand is None:
        from tpmprep.cli.story_checked import show_overview

        show_overview(ctx.obj)


Id = Annotated[str, typer.Argument(metavar="ID", help="The story; ids: tpmprep story list.")]
MaybeId = Annotated[MaybeText, typer.Argument(metavar="ID", help="One story, instead of all.")]
MaybeProgram = Annotated[
    MaybeText, typer.Argument(metavar="PROGRAM", help="The program, where you have several.")
]
Fresh = Annotated[
    bool, typer.Option("--fresh", help="Begin again; what was answered moves to the trash.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command(cls=Command)
def add(
    ctx: typer.Context,
    *,
    program: Annotated[MaybeText, option("The program it comes from.", "ID")] = None,
    theme: Annotated[
        MaybeText,
        option("ambiguous, scope-cut, conflict, technical-risk, failure or own/NAME.", "THEME"),
    ] = None,
    given: Annotated[
        list[str] | None, option("An answer given here; repeat it.", "KEY=WORDS", "--set")
    ] = None,
    fresh: Fresh = False,
    json: Json = False,
) -> None:
    """Write a story down, one part after another.

    \b
    Asked step by step:   tpmprep story add --program sign-in
    Without prompts:      tpmprep story add --set theme=failure --set title="Late payslips"

    Each answer is kept as soon as it is given; call it again to go on where you stopped.
    """
    from tpmprep.cli.story_new import add_story

    add_story(ctx.obj, given or (), program, theme, fresh=fresh)


@app.command("list", cls=Command)
def list_(ctx: typer.Context, *, json: Json = False) -> None:
    """List the stories, and how much each still lacks."""
    from tpmprep.cli.story_checked import list_stories

    list_stories(ctx.obj)


@app.command(cls=Command)
def show(ctx: typer.Context, story: Id, *, json: Json = False) -> None:
    """Print one story."""
    from dataclasses import asdict

    from tpmprep.adapters.content import load_forms, load_themes
    from tpmprep.cli.output import emit
    from tpmprep.cli.own_files import shelf_of, story_in
    from tpmprep.ui import story_pages

    env: Env = ctx.obj
    found = story_in(shelf_of(env), story)
    theme = story_pages.theme_name(found.theme, load_themes())
    page = story_pages.story_page(found, load_forms()["story"], theme, env.look)
    emit(env, "story.show", asdict(found), page)


@app.command(cls=Command)
def edit(ctx: typer.Context, story: Id, *, json: Json = False) -> None:
    """Change a story in your editor; it is checked before it is kept."""
    from tpmprep.adapters.portfolio import load_shelf
    from tpmprep.cli.own_files import edited

    env: Env = ctx.obj
    path = load_shelf(env.home).file_of("story", story)
    edited(env, "story", path, f"tpmprep story edit {story}")


@app.command(cls=Command)
def remove(ctx: typer.Context, story: Id, *, json: Json = False) -> None:
    """Move a story to the trash."""
    from tpmprep.cli.own_files import removed

    removed(ctx.obj, "story", story)


@app.command(cls=Command)
def check(ctx: typer.Context, story: MaybeId = None, *, json: Json = False) -> int:
    """Say what stories lack: a number, a decision, a lesson.

    Found by rule, by the same detectors as in answers. Files that cannot be read are told with
    line and key. Ends with 1 when something is missing, with 65 when a file is broken.
    """
    from tpmprep.cli.story_checked import check_stories

    return check_stories(ctx.obj, story)


@app.command(cls=Command)
def matrix(ctx: typer.Context, *, json: Json = False) -> None:
    """Show which story covers what, gaps, and the smallest set."""
    from tpmprep.cli.story_checked import show_matrix

    show_matrix(ctx.obj)


@app.command(cls=Command)
def translate(
    ctx: typer.Context,
    program: MaybeProgram = None,
    *,
    only: Annotated[
        MaybeText, option("Only headline, story or walkthrough.", "PART", "--only")
    ] = None,
    pace: Pace = "1.0",
    seed: Annotated[MaybeText, option("Draw the follow-up questions again.", "N")] = None,
) -> None:
    """Tell a program at three lengths, each on its clock.

    A 30-second headline, a two-minute story and a detailed walk-through, each scored; after the
    longer ones the interviewer asks who was involved, which metric showed it, or what was cut.
    Stop after any of them: what is done is saved.
    """
    from tpmprep.cli.story_translate import translate_program

    translate_program(ctx.obj, program, only, pace, seed)


@app.command(cls=Command)
def pitch(
    ctx: typer.Context,
    program: MaybeProgram = None,
    *,
    drill: Annotated[bool, typer.Option("--drill", help="Say it on the clock now.")] = False,
    json: Json = False,
) -> None:
    """Prepare the 45 seconds for a recruiter, and drill them.

    They are made of your inventory: scope, two or three anchors, a result, fit and level.

    \b
    What to say:     tpmprep story pitch
    On the clock:    tpmprep story pitch --drill
    """
    from tpmprep.cli.story_position import pitch_recruiter

    pitch_recruiter(ctx.obj, program, drill=drill)


@app.command(cls=Command)
def resume(
    ctx: typer.Context,
    program: MaybeProgram = None,
    *,
    file: Annotated[
        MaybeText,
        option("Check the lines you have, from a file or - for input.", "FILE", "--check"),
    ] = None,
    json: Json = False,
) -> None:
    """Draft resume lines from your own figures, or check yours."""
    from tpmprep.cli.story_position import draft_resume

    draft_resume(ctx.obj, program, file)
