"""`tpmprep bank`: the questions and how they are scored."""

from typing import TYPE_CHECKING, Annotated

import typer

from tpmprep.cli.as_typed import Command, Group
from tpmprep.cli.options import MaybeText, Track, option
from tpmprep.domain.question import AREAS, KINDS, LEVELS, TRACKS

if TYPE_CHECKING:
    from tpmprep.cli.env import Env
    from tpmprep.domain.question import Question

app = typer.Typer(
    cls=Group,
    help="The questions: list, read, search, check, count, add your own.",
    rich_markup_mode=None,
    add_completion=False,
)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Try = Annotated[
    str | None,
    typer.Option("--bank", help="Try questions without installing them.", metavar="PATH"),
]


Area = Annotated[MaybeText, option(f"One of {', '.join(AREAS)}.", "AREA")]
Level = Annotated[MaybeText, option(f"One of {', '.join(LEVELS)}.", "LEVEL")]
Kind = Annotated[MaybeText, option(f"One of {', '.join(KINDS)}.", "KIND")]


@app.command("list", cls=Command)
def list_(
    ctx: typer.Context,
    *,
    area: Area = None,
    track: Track = None,
    level: Level = None,
    kind: Kind = None,
    bank: Try = None,
    json: Json = False,
) -> None:
    """List the questions, all or those that fit the filters."""
    from tpmprep.cli.choices import one_of
    from tpmprep.domain.question import fits

    one_of("area", area, AREAS)
    one_of("track", track, TRACKS)
    one_of("level", level, LEVELS)
    one_of("kind", kind, KINDS)
    env: Env = ctx.obj
    found = [
        env.bank.questions[head.id]
        for head in env.bank.heads()
        if fits(head, area=area, track=track, level=level, kind=kind)
    ]
    _show_list(env, "bank.list", found)


@app.command(cls=Command)
def show(
    ctx: typer.Context,
    question: Annotated[str, typer.Argument(metavar="ID", help="The question, for example gq-03.")],
    *,
    bank: Try = None,
    json: Json = False,
) -> None:
    """Print one question with everything that belongs to it.

    Follow-ups, expected signals, red flags, what it is scored on, the bar at each level, outline.
    """
    from tpmprep.cli.output import emit
    from tpmprep.domain.question import as_document
    from tpmprep.ui import bank_pages

    env: Env = ctx.obj
    found = env.bank.question(question)
    page = None  # with --json nothing is drawn, and nothing that draws is loaded
    if not env.settings.json:
        page = bank_pages.question_page(found, env.bank.dimensions_of(found.rubric), env.look)
    emit(env, "bank.show", as_document(found), page)


@app.command(cls=Command)
def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words that must all occur.")],
    *,
    bank: Try = None,
    json: Json = False,
) -> None:
    """Find questions by words in their prompt, signals or follow-ups."""
    from tpmprep.domain.question import search as find

    env: Env = ctx.obj
    _show_list(env, "bank.search", find(env.bank.questions.values(), words))


@app.command(cls=Command)
def check(
    ctx: typer.Context,
    path: Annotated[
        str | None,
        typer.Argument(metavar="PATH", help="A file or folder; without it, the shipped bank."),
    ] = None,
    *,
    json: Json = False,
) -> int:
    """Check question files and tell every problem.

    Each is told as file:line: key: what is wrong.
    Ends with 0 when all is well, with 65 when a file has a problem.
    """
    from tpmprep.cli.bank_packs import check_bank

    return check_bank(ctx.obj, path)


@app.command(cls=Command)
def stats(ctx: typer.Context, *, bank: Try = None, json: Json = False) -> None:
    """Count the questions by area, track, level, kind and pack."""
    from tpmprep.cli.bank_packs import show_stats

    show_stats(ctx.obj)


@app.command(cls=Command)
def new(
    ctx: typer.Context,
    *,
    area: Area = None,
    track: Track = None,
    level: Level = None,
    kind: Kind = None,
    prompt: Annotated[
        str | None, typer.Option(help="The question as it is asked.", metavar="TEXT")
    ] = None,
    name: Annotated[
        str | None, typer.Option("--id", help="Its id; else the next free one.", metavar="ID")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--from", help="Go on with an entry in a file.", metavar="FILE")
    ] = None,
    json: Json = False,
) -> None:
    """Write a question of your own and file it in your own bank.

    It begins with follow-ups, signals and outlines that you can keep or edit.

    Asks what no option says, then opens $EDITOR. With --no-input nothing is asked or opened, and
    --area and --prompt are needed. Your questions have ids that begin with own/.
    """
    from tpmprep.cli.bank_new import Wish, write_new

    write_new(ctx.obj, Wish(area, track, level, kind, prompt, name), source)


@app.command(cls=Command)
def add(
    ctx: typer.Context,
    path: Annotated[str, typer.Argument(metavar="PATH", help="A YAML file or a folder of them.")],
    *,
    name: Annotated[
        str | None, typer.Option(help="What to call the pack; else as PATH.", metavar="PACK")
    ] = None,
    json: Json = False,
) -> int:
    """Install questions of somebody else, after checking them.

    Every file is checked first; a pack with a question that cannot be used is refused whole.
    Ids get the name of the pack in front (PACK/ID), so they never meet the shipped ones.
    """
    from tpmprep.cli.bank_packs import add_pack

    return add_pack(ctx.obj, path, name)


@app.command(cls=Command)
def remove(
    ctx: typer.Context,
    pack: Annotated[str, typer.Argument(metavar="PACK", help="The name it was added under.")],
    *,
    json: Json = False,
) -> None:
    """Take a pack out. It moves to the trash; your attempts stay as they are."""
    from tpmprep.cli.bank_packs import remove_pack

    remove_pack(ctx.obj, pack)


@app.command(cls=Command)
def schema(ctx: typer.Context, *, json: Json = False) -> None:
    """Print the JSON Schema of a question file.

    Editors that know it complete and check while you type.
    """
    import json as json_module

    from tpmprep.adapters.schema import json_schema
    from tpmprep.cli.output import emit
    from tpmprep.domain.question import Question

    env: Env = ctx.obj
    document = json_schema(Question)
    if json:
        emit(env, "bank.schema", document)
        return
    env.stdout.write(json_module.dumps(document, ensure_ascii=False, indent=2) + "\n")


def _show_list(env: "Env", command: str, found: "list[Question]") -> None:
    from tpmprep.cli.output import emit
    from tpmprep.ui import bank_pages

    rows = [
        {
            "id": question.id,
            "area": question.area,
            "tracks": list(question.tracks),
            "level": question.level,
            "kind": question.kind,
            "prompt": question.prompt,
        }
        for question in found
    ]
    emit(env, command, rows, bank_pages.bank_list(found, env.look))
