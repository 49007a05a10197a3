"""`tpmprep guide artifact`: the empty page of an artefact, and a check of a filled one."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tpmprep.cli.as_typed import alone
from tpmprep.cli.options import MaybeText, option

if TYPE_CHECKING:
    from tpmprep.cli.env import Env
    from tpmprep.domain.artifact_check import CheckedPaper
    from tpmprep.domain.artifacts import Artifact, Rules

CHECK = "check"
IN_THE_WAY = "Name another folder with --to, or leave --to out to print the page."


What = Annotated[
    MaybeText,
    typer.Argument(metavar="NAME|check", help="The artefact; without it, all are listed."),
]
File = Annotated[MaybeText, typer.Argument(metavar="FILE", help="What to check, or - for a pipe.")]
To = Annotated[MaybeText, option("Write NAME.md into this folder.", "DIR", "--to")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def artifact(
    ctx: typer.Context,
    what: What = None,
    file: File = None,
    *,
    to: To = None,
    json: Json = False,
) -> None:
    """Print the empty page of an artefact, or check a filled one.

    The artefacts: charter, milestones, dependencies, risks, decisions, launch, summary.

    \b
    What each changes:   tpmprep guide artifact
    Print one:           tpmprep guide artifact risks
    Write one:           tpmprep guide artifact risks --to DIR
    Check yours:         tpmprep guide artifact check FILE

    The check tells each place where the paper changes nothing, as FILE:LINE: part: what is missing.
    It ends with 65 when there is one. Remarks alone end with 0.
    """
    from tpmprep.adapters.content import load_artifacts

    env: Env = ctx.obj
    _refuse_misfits(what, file, to)
    rules = load_artifacts()
    if what is None:
        _list(env, rules)
    elif what == CHECK:
        _check(env, file or "", rules)
    else:
        _give(env, _named(rules, what), to)


app = alone(artifact)


def _refuse_misfits(what: str | None, file: str | None, to: str | None) -> None:
    """Raises UsageProblem when the words do not fit together."""
    from tpmprep.errors import UsageProblem

    if what == CHECK and file is None:
        raise UsageProblem("name the file to check, or - for a pipe")
    if what == CHECK and to is not None:
        raise UsageProblem("--to writes an empty page; a check writes nothing")
    if what is None and to is not None:
        raise UsageProblem("name what to write, for example: tpmprep guide artifact risks --to .")
    if what not in (None, CHECK) and file is not None:
        hint = f"To check it: tpmprep guide artifact check {file}"
        raise UsageProblem(f"'{what}' takes no file", hint)


def _named(rules: "Rules", name: str) -> "Artifact":
    from tpmprep.errors import NotFound

    known = rules.by_id
    found = known.get(name.strip().lower())
    if found is None:
        hint = f"There are {', '.join(known)}, and check FILE."
        raise NotFound("artefact", name, [*known, CHECK], hint)
    return found


def _list(env: "Env", rules: "Rules") -> None:
    from tpmprep.cli.output import emit
    from tpmprep.ui import artifact_pages

    rows = [{"name": a.id, "title": a.title, "changes": a.changes} for a in rules.artifacts]
    page = None if env.settings.json else artifact_pages.artifacts_page(rules.artifacts, env.look)
    emit(env, "guide.artifact", rows, page)


def _give(env: "Env", paper: "Artifact", to: str | None) -> None:
    """Print the empty page, or write it into a folder."""
    from pathlib import Path

    from tpmprep.adapters.files import new_file
    from tpmprep.cli.output import emit, write_lines
    from tpmprep.domain.artifacts import template
    from tpmprep.ui import artifact_pages

    text = template(paper)
    if to is None and env.settings.json:
        emit(env, "guide.artifact", {"name": paper.id, "text": text})
    elif to is None:
        write_lines(env, text.removesuffix("\n"))
    else:
        path = Path(to).expanduser() / f"{paper.id}.md"
        new_file(path, text.encode(), IN_THE_WAY)
        page = None if env.settings.json else artifact_pages.written(paper, str(path), env.look)
        emit(env, "guide.artifact", {"name": paper.id, "path": str(path)}, page)


def _check(env: "Env", file: str, rules: "Rules") -> None:
    """Tell every problem of a file, and end with 65 when one of them bars."""
    from pathlib import Path

    from tpmprep.cli.output import emit, write_lines
    from tpmprep.cli.texts import text_from
    from tpmprep.domain.artifact_check import check
    from tpmprep.errors import BadData
    from tpmprep.ui import artifact_pages

    shown = "input" if file == "-" else file
    checked = check(text_from(env, file, "text"), shown, rules, Path(file).stem)
    if not checked.readings:
        raise BadData(f"{shown} holds none of the seven artefacts", _looked_for(rules))
    if env.settings.json:
        emit(env, "guide.artifact", _document(checked))
    else:
        write_lines(env, "\n".join(artifact_pages.check_lines(checked)))
    if checked.barring:
        raise typer.Exit(BadData.exit_code)


def _looked_for(rules: "Rules") -> str:
    """What each artefact is recognised by, a line each."""
    lines = ["It is known by its title, or by its columns, labels or headings:"]
    for paper in rules.artifacts:
        parts = ", ".join(part.title for part in paper.needed)
        lines.append(f"{paper.id}: {parts}")
    return "\n".join(lines)


def _document(checked: "CheckedPaper") -> dict[str, Any]:
    return {
        "file": checked.file,
        "kind": checked.readings[0].artifact.id,
        "rows": sum(reading.rows for reading in checked.readings),
        "kinds": [{"kind": r.artifact.id, "rows": r.rows} for r in checked.readings],
        "problems": [
            {"line": p.line, "key": p.key, "message": p.message, "bars": p.bars}
            for p in checked.problems
        ],
    }
