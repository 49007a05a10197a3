"""`tpmprep share`: give an answer to a mentor, and take the mentor's scores back."""

from typing import TYPE_CHECKING, Annotated

import typer

from tpmprep.cli.as_typed import Command, Group

if TYPE_CHECKING:
    from pathlib import Path

    from tpmprep.adapters.store import Saved
    from tpmprep.cli.env import Env
    from tpmprep.domain.attempt import ScoreRecord
    from tpmprep.domain.share import Reply, Share, Sheet

MOST_REPLY_BYTES = 1_000_000

app = typer.Typer(
    cls=Group,
    help="Let somebody else score an answer, and take the scores back.",
    rich_markup_mode=None,
    add_completion=False,
)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command(cls=Command)
def out(
    ctx: typer.Context,
    attempt: Annotated[
        str, typer.Argument(metavar="ID", help="The attempt's id, or the beginning of it.")
    ],
    *,
    to: Annotated[str, typer.Option(help="The page to write.", metavar="FILE.html")],
    name: Annotated[str, typer.Option(help="Your name, shown on the page.", metavar="NAME")] = "",
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Leave out your name and the date.")
    ] = False,
    json: Json = False,
) -> None:
    """Write one page with the question, your answer and the rubric. Your own scores are not on it.

    It works in any browser without a network and sends nothing. The mentor saves a small file.

    \b
    For example:   tpmprep share out 20261124-031502-7f3a9c1e --to answer.html
    """
    from tpmprep.domain.raters import MOST_NAME
    from tpmprep.errors import UsageProblem

    env: Env = ctx.obj
    if len(name) > MOST_NAME:
        raise UsageProblem(f"--name takes at most {MOST_NAME} characters")
    if anonymous and name:
        raise UsageProblem("--anonymous and --name do not go together")
    saved = env.store.attempt(attempt)
    made = _share(env, saved)
    path = _written(env, made, _sheet(env, saved, made, name=name, anonymous=anonymous), to)
    _show_out(env, made, path)


@app.command("in", cls=Command)
def take(
    ctx: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE.json", help="What the mentor saved and sent you.")
    ],
    *,
    json: Json = False,
) -> None:
    """File a mentor's scores with the answer that they belong to. Nothing of yours is changed.

    \b
    For example:   tpmprep share in tpmprep-scores-1f0c2a9b.json
    """
    env: Env = ctx.obj
    reply = _reply(file)
    found = _share_of(env, reply, file)
    saved = env.store.attempt(found.attempt)
    known = _known(env, reply)
    record = known or _record(env, reply, saved)
    if known is None:
        env.store.save_score(record)
    _show_in(env, saved, record, is_new=known is None)


def _share(env: "Env", saved: "Saved") -> "Share":
    import secrets

    from tpmprep.cli.score import dimensions_for
    from tpmprep.domain.attempt import utc_stamp
    from tpmprep.domain.share import Share

    return Share(
        id=env.new_id(),
        attempt=saved.attempt.id,
        token=secrets.token_hex(16),
        key=secrets.token_hex(32),
        made_at=utc_stamp(env.clock.now()),
        dimensions=[dimension.id for dimension in dimensions_for(env, saved)],
    )


def _sheet(env: "Env", saved: "Saved", made: "Share", *, name: str, anonymous: bool) -> "Sheet":
    from tpmprep.cli.score import dimensions_for
    from tpmprep.domain.history import local_day
    from tpmprep.domain.share import Sheet, parts_of
    from tpmprep.ui.pages import time_of

    attempt = saved.attempt
    known = env.bank.questions.get(attempt.question.id)
    return Sheet(
        token=made.token,
        key=made.key,
        prompt=attempt.question.prompt,
        context=attempt.question.context,
        area=attempt.question.area,
        level=attempt.question.level,
        bar=known.bar.get(known.level, "") if known else "",
        time=time_of(attempt),
        parts=parts_of(attempt),
        dimensions=tuple(dimensions_for(env, saved)),
        by=name,
        answered_on="" if anonymous else f"{local_day(attempt):%d %B %Y}",
    )


def _written(env: "Env", made: "Share", sheet: "Sheet", to: str) -> "Path":
    """Keep the share, then write its page; an existing file is never written over."""
    from pathlib import Path

    from tpmprep.adapters.files import create_once, reason
    from tpmprep.adapters.html import mentor_page
    from tpmprep.errors import CannotCreate

    path = Path(to).expanduser()
    if path.exists():
        raise CannotCreate(f"{path} is there already; nothing was written over it")
    if not path.parent.is_dir():
        raise CannotCreate(f"cannot write {path}: there is no such folder")
    page = mentor_page(sheet).encode("utf-8", "backslashreplace")
    env.store.save_share(made)
    try:
        create_once(path, page)
    except OSError as error:
        raise CannotCreate(f"cannot write {path}: {reason(error)}") from error
    return path


def _reply(file: str) -> "Reply":
    from pathlib import Path

    from tpmprep.adapters.files import read_bounded, reason
    from tpmprep.adapters.store import reply_from
    from tpmprep.errors import BadData, NotFound, StorageFailed

    try:
        return reply_from(read_bounded(Path(file).expanduser(), MOST_REPLY_BYTES))
    except FileNotFoundError as error:
        raise NotFound("file", file) from error
    except BadData as error:
        raise BadData(f"{file} was not taken: {error.message}") from error
    except OSError as error:
        raise StorageFailed(f"cannot read {file}: {reason(error)}") from error


def _share_of(env: "Env", reply: "Reply", file: str) -> "Share":
    from tpmprep.domain.share import share_of, why_refused
    from tpmprep.errors import BadData

    shares, damaged = env.store.shares()
    env.warnings.extend(f"{d.path} could not be read: {d.why}" for d in damaged)
    why = why_refused(reply, shares)
    found = share_of(reply, shares)
    if why or found is None:
        raise BadData(f"{file} was not taken: {why}")
    return found


def _known(env: "Env", reply: "Reply") -> "ScoreRecord | None":
    """The record of this very reply, when it was taken before."""
    records, _ = env.store.scores()
    return next((record for record in records if record.reply == reply.reply), None)


def _record(env: "Env", reply: "Reply", saved: "Saved") -> "ScoreRecord":
    from tpmprep.domain.attempt import ScoreRecord, utc_stamp
    from tpmprep.domain.share import comments_in, quotes_in, rater_of

    return ScoreRecord(
        id=env.new_id(),
        attempt=saved.attempt.id,
        rater=rater_of(reply),
        scored_at=utc_stamp(env.clock.now()),
        scores=reply.scores,
        quotes=quotes_in(reply, saved.attempt),
        comments=comments_in(reply, saved.attempt),
        comment=reply.comment,
        reply=reply.reply,
    )


def _show_out(env: "Env", made: "Share", path: "Path") -> None:
    from tpmprep.cli.output import emit
    from tpmprep.ui import share_pages

    page = share_pages.page_written(str(path), env.look)
    data = {"share": made.id, "attempt": made.attempt, "path": str(path)}
    emit(env, "share.out", data, page)


def _show_in(env: "Env", saved: "Saved", record: "ScoreRecord", *, is_new: bool) -> None:
    from dataclasses import asdict

    from tpmprep.cli.output import emit
    from tpmprep.ui import share_pages

    data = {**asdict(record), "score": record.score, "new": is_new}
    page = share_pages.scores_taken(record, saved.attempt, is_new=is_new)
    emit(env, "share.in", data, page)
