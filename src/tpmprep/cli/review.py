"""`tpmprep review`: what the attempts so far say."""

from typing import TYPE_CHECKING, Annotated

import typer

from tpmprep.cli.as_typed import alone
from tpmprep.domain.formats import FORMATS
from tpmprep.domain.question import AREAS

if TYPE_CHECKING:
    from tpmprep.cli.env import Env
    from tpmprep.domain.attempt import Attempt
    from tpmprep.domain.history import History

MOST_LAST = 100_000


Id = Annotated[
    str | None,
    typer.Argument(
        metavar="ID", help="Show one attempt in full; the beginning of its id is enough."
    ),
]
Area = Annotated[
    str | None, typer.Option(help=f"Only one area: {', '.join(AREAS)}.", metavar="AREA")
]
FormatId = Annotated[
    str | None, typer.Option("--format", help=f"One of {', '.join(FORMATS)}.", metavar="FORMAT")
]
Question = Annotated[str | None, typer.Option(help="Only attempts at this.", metavar="ID")]
Since = Annotated[
    str | None, typer.Option(help="From a day on: 2026-11-01, or 14d, or 3w ago.", metavar="WHEN")
]
Last = Annotated[str | None, typer.Option(help="Only the newest N.", metavar="N")]
Trend = Annotated[bool, typer.Option("--trend", help="A line per rubric dimension over time.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def review(
    ctx: typer.Context,
    attempt: Id = None,
    *,
    area: Area = None,
    format_id: FormatId = None,
    question: Question = None,
    since: Since = None,
    last: Last = None,
    trend: Trend = False,
    json: Json = False,
) -> None:
    """List your attempts, newest first, or show one in full.

    \b
    All:          tpmprep review
    One:          tpmprep review 20261124-031502-7f3a9c1e
    Over time:    tpmprep review --trend --since 14d
    """
    env: Env = ctx.obj
    if attempt is not None:
        _one(env, attempt)
        return
    history, chosen = _chosen(
        env, area=area, format_id=format_id, question=question, since=since, last=last
    )
    if trend:
        _trend(env, chosen)
    else:
        _list(env, history, chosen)
        if question is not None and not env.settings.json:
            _lengths(env, question)


app = alone(review)


def _chosen(
    env: "Env",
    *,
    area: str | None,
    format_id: str | None,
    question: str | None,
    since: str | None,
    last: str | None,
) -> "tuple[History, list[Attempt]]":
    from tpmprep.cli.choices import one_of, whole_number
    from tpmprep.domain.review import parse_since, select
    from tpmprep.errors import UsageProblem

    one_of("area", area, AREAS)
    one_of("format", format_id, tuple(FORMATS))
    newest = whole_number("--last", last, 1, MOST_LAST)
    try:
        first_day = parse_since(since, env.clock.now().date()) if since else None
    except (ValueError, OverflowError) as error:
        raise UsageProblem(
            f"--since takes a date such as 2026-11-01, or 14d or 3w, not '{since}'"
        ) from error
    history = env.history()
    if question is not None and not history.of_question(question):
        env.bank.question(question)  # a known question without attempts is no mistake
    chosen = select(
        history,
        area=area,
        format_id=format_id,
        question=question,
        since=first_day,
        last=newest,
    )
    return history, chosen


def _list(env: "Env", history: "History", chosen: "list[Attempt]") -> None:
    from tpmprep.cli.output import emit
    from tpmprep.domain.lengths import covered
    from tpmprep.domain.review import area_means, rows
    from tpmprep.ui import tables

    listed = rows(history, chosen)
    means = area_means(chosen, AREAS)
    page = None
    if not env.settings.json:
        page = tables.review_list(
            listed,
            means,
            env.clock.now().date(),
            env.look,
            has_others=bool(history.attempts),
            covered=len(covered(history)),
        )
    emit(env, "review", listed, page)


def _lengths(env: "Env", question: str) -> None:
    """The same question at its lengths, side by side."""
    from tpmprep.cli.sitting_live import lengths_for
    from tpmprep.ui import layout, length_pages

    told = lengths_for(env, question)
    if told.lengths:
        env.show(layout.stack("", length_pages.lengths_page(told, env.look)))


def _trend(env: "Env", chosen: "list[Attempt]") -> None:
    from tpmprep.cli.output import emit
    from tpmprep.domain.review import trend
    from tpmprep.ui import tables

    lines = trend(chosen)
    names = {name: dimension.name for name, dimension in env.bank.dimensions.items()}
    emit(env, "review.trend", lines, tables.trend_lines(lines, names, env.look))


def _one(env: "Env", attempt_id: str) -> None:
    from tpmprep.cli.drill_end import document
    from tpmprep.cli.output import emit
    from tpmprep.ui import tables

    saved = env.store.attempt(attempt_id)
    history = env.history()
    attempt = next((a for a in history.attempts if a.id == saved.attempt.id), saved.attempt)
    known = {**env.bank.openers, **env.bank.questions}
    page = tables.attempt_page(
        attempt,
        env.bank.dimensions,
        history.changes_by_dimension(attempt),
        known.get(attempt.question.id),
        env.look,
    )
    whole = {**saved.document, **document(attempt), "change": history.change(attempt)}
    emit(env, "review.attempt", whole, page)
