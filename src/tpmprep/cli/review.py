"""`tpmprep review`: what the attempts so far say."""

from typing import TYPE_CHECKING, Annotated

import typer

from tpmprep.cli.as_typed import alone
from tpmprep.domain.formats import FORMATS
from tpmprep.domain.question import AREAS

if TYPE_CHECKING:
    from tpmprep.cli.env import Env
    from tpmprep.domain.attempt import Attempt
    from tpmprep.domain.debrief import Mock
    from tpmprep.domain.history import History

MOST_LAST = 100_000
MOST_MOCKS = 3
"""So many of them stand below the list."""


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
Calibration = Annotated[
    bool, typer.Option("--calibration", help="How far your scores can be believed.")
]
Trend = Annotated[bool, typer.Option("--trend", help="A line per rubric dimension over time.")]
Export = Annotated[
    str | None,
    typer.Option(help="Write a worked case as charter, RAID and summary.", metavar="DIR"),
]
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
    calibration: Calibration = False,
    export: Export = None,
    json: Json = False,
) -> None:
    """List attempts, newest first, or show one, or a mock, in full.

    \b
    All:          tpmprep review
    One:          tpmprep review 20261124-031502-7f3a9c1e
    Over time:    tpmprep review --trend --since 14d
    Your scores:  tpmprep review --calibration
    """
    env: Env = ctx.obj
    if export is not None:
        _export(env, attempt, export)
    elif calibration:
        filters = (attempt, area, format_id, question, since, last)
        _calibration(env, alone=not trend and not any(filters))
    elif attempt is not None:
        _one(env, attempt)
    else:
        history, chosen = _chosen(
            env, area=area, format_id=format_id, question=question, since=since, last=last
        )
        _many(env, history, chosen, question=question, trend=trend)


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


def _many(
    env: "Env",
    history: "History",
    chosen: "list[Attempt]",
    *,
    question: str | None,
    trend: bool,
) -> None:
    if trend:
        _trend(env, chosen)
        return
    _list(env, history, chosen)
    if question is not None and not env.settings.json:
        _lengths(env, question)


def _list(env: "Env", history: "History", chosen: "list[Attempt]") -> None:
    from tpmprep.cli.output import emit
    from tpmprep.cli.review_scores import due, real_rounds
    from tpmprep.domain.lengths import covered
    from tpmprep.domain.review import area_means, rows
    from tpmprep.ui import layout, tables

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
            covered=len(covered(history)) if len(chosen) == len(history.attempts) else None,
            mocks=_mocks(env) if len(chosen) == len(history.attempts) else (),
        )
        page = layout.stack(page, *due(env, history, chosen))
        if len(chosen) == len(history.attempts):
            page = layout.stack(page, *real_rounds(env, history))
    emit(env, "review", listed, page)


def _mocks(env: "Env") -> "list[Mock]":
    """The newest mocks, newest first; a file that cannot be read becomes a warning."""
    found, damaged = env.store.mocks()
    told = (f"{d.path} could not be read: {d.why}. It was left in place." for d in damaged)
    env.warnings.extend(told)
    return found[: -MOST_MOCKS - 1 : -1]


def _lengths(env: "Env", question: str) -> None:
    """The same question at its lengths, side by side."""
    from tpmprep.cli.sitting_live import lengths_for
    from tpmprep.ui import layout, length_pages

    told = lengths_for(env, question)
    has_lengths = told.question is None or not told.question.formats
    if told.lengths and has_lengths:
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
    from tpmprep.cli.review_scores import more_of, scored_by
    from tpmprep.errors import NotFound
    from tpmprep.ui import layout, tables

    try:
        saved = env.store.attempt(attempt_id)
    except NotFound:
        if not _mock(env, attempt_id):
            raise
        return
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
    if not env.settings.json:
        page = layout.stack(page, *more_of(env, history, attempt))
    whole = {**saved.document, **document(attempt), "change": history.change(attempt)}
    emit(env, "review.attempt", {**whole, **scored_by(history, attempt)}, page)


def _mock(env: "Env", mock_id: str) -> bool:
    """Show the debrief of a mock again; False when there is none with this id."""
    from tpmprep.adapters.content import load_phrases
    from tpmprep.cli.output import emit
    from tpmprep.ui import mock_pages

    known = {mock.id: mock for mock in env.store.mocks()[0]}
    begun = [name for name in known if mock_id and name.startswith(mock_id)]
    if len(begun) != 1:
        return False
    mock = known[begun[0]]
    page = mock_pages.debrief_page(mock, env.bank.dimensions, load_phrases().closing, env.look)
    emit(env, "review.mock", mock, page)
    return True


def _calibration(env: "Env", *, alone: bool) -> None:
    from tpmprep.cli.review_scores import show_calibration
    from tpmprep.errors import UsageProblem

    if not alone:
        raise UsageProblem("--calibration is over all attempts: leave out the ID and the filters")
    show_calibration(env)


def _export(env: "Env", attempt_id: str | None, folder: str) -> None:
    """Write the papers of a saved case."""
    from tpmprep.cli.case_end import papers_of
    from tpmprep.cli.drill_setup import folder_of
    from tpmprep.cli.output import emit
    from tpmprep.errors import UsageProblem
    from tpmprep.ui import case_pages

    if attempt_id is None:
        raise UsageProblem("--export needs the ID of a worked case: tpmprep review ID --export DIR")
    written = papers_of(env.store.attempt(attempt_id).attempt, folder_of(folder))
    emit(env, "review.export", written, case_pages.exported(written))
