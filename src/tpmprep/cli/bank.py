"""`tpmprep bank`: the questions and how they are scored."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tpmprep.domain.question import AREAS, KINDS, LEVELS, TRACKS

if TYPE_CHECKING:
    from tpmprep.cli.env import Env
    from tpmprep.domain.question import Question

app = typer.Typer(
    help="The questions: list, read, search, check.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("list")
def list_(
    ctx: typer.Context,
    *,
    area: Annotated[
        str | None, typer.Option(help=f"One of {', '.join(AREAS)}.", metavar="AREA")
    ] = None,
    track: Annotated[
        str | None, typer.Option(help=f"One of {', '.join(TRACKS)}.", metavar="TRACK")
    ] = None,
    level: Annotated[
        str | None, typer.Option(help=f"One of {', '.join(LEVELS)}.", metavar="LEVEL")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(help=f"One of {', '.join(KINDS)}.", metavar="KIND")
    ] = None,
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
        question
        for question in env.bank.questions.values()
        if fits(question, area=area, track=track, level=level, kind=kind)
    ]
    _show_list(env, "bank.list", found)


@app.command()
def show(
    ctx: typer.Context,
    question: Annotated[str, typer.Argument(metavar="ID", help="The question, for example gq-03.")],
    *,
    json: Json = False,
) -> None:
    """Print one question with everything that belongs to it.

    Follow-ups, expected signals, red flags, what it is scored on, the bar at each level, outline.
    """
    from tpmprep.cli.output import emit
    from tpmprep.domain.question import as_document
    from tpmprep.ui import tables

    env: Env = ctx.obj
    found = env.bank.question(question)
    page = tables.question_page(found, env.bank.dimensions_of(found.rubric), env.look)
    emit(env, "bank.show", as_document(found), page)


@app.command()
def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words that must all occur.")],
    *,
    json: Json = False,
) -> None:
    """Find questions by words in their prompt, signals or follow-ups."""
    from tpmprep.domain.question import search as find

    env: Env = ctx.obj
    _show_list(env, "bank.search", find(env.bank.questions.values(), words))


@app.command()
def check(
    ctx: typer.Context,
    path: Annotated[
        Path | None,
        typer.Argument(metavar="PATH", help="A file or folder; without it, the shipped bank."),
    ] = None,
    *,
    json: Json = False,
) -> int:
    """Check question files and tell every problem.

    Each is told as file:line: key: what is wrong.
    Ends with 0 when all is well, with 65 when a file has a problem.
    """
    from tpmprep.adapters.bank import check_path
    from tpmprep.cli.output import emit
    from tpmprep.errors import BadData
    from tpmprep.ui import tables

    env: Env = ctx.obj
    checked = check_path(path)
    emit(env, "bank.check", checked, tables.check_page(checked))
    return BadData.exit_code if checked.problems else 0


@app.command()
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
    from tpmprep.ui import tables

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
    emit(env, command, rows, tables.bank_list(found, env.look))
