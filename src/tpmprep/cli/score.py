"""`tpmprep score`: score a saved attempt, at once or later, oneself or somebody else."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from tpmprep.cli.as_typed import alone

if TYPE_CHECKING:
    from pathlib import Path

    from tpmprep.adapters.store import Saved
    from tpmprep.cli.env import Env
    from tpmprep.domain.attempt import ScoreRecord
    from tpmprep.domain.rubric import Dimension


@dataclass(frozen=True, slots=True)
class Said:
    """What a rater said of an answer."""

    levels: dict[str, int]
    quotes: dict[str, tuple[str, ...]]
    next_change: str


def score(
    ctx: typer.Context,
    attempt: Annotated[
        str, typer.Argument(metavar="ID", help="The attempt's id, or the beginning of it.")
    ],
    *,
    scores: Annotated[
        list[str] | None,
        typer.Option("--score", help="A level for a dimension; repeat it.", metavar="DIM=N"),
    ] = None,
    quote: Annotated[
        list[str] | None,
        typer.Option(help="Words of the answer that earn a level; repeat it.", metavar="DIM=WORDS"),
    ] = None,
    rater: Annotated[str, typer.Option(help="Whose score this is.", metavar="NAME")] = "self",
    next_change: Annotated[
        str, typer.Option("--next", help="The one thing to change next time.", metavar="TEXT")
    ] = "",
    json: Annotated[bool, typer.Option("--json", help="Print the saved score as JSON.")] = False,
) -> None:
    """Score a saved attempt. The attempt itself is never changed.

    \b
    At the terminal:   tpmprep score 20261124-031502-7f3a9c1e
    Without prompts:   tpmprep score 20261124-031502-7f3a9c1e --score ex.scope=3 --json
    """
    env: Env = ctx.obj
    saved = env.store.attempt(attempt)
    if scores:
        said = _from_flags(env, saved, scores, quote or [], next_change)
    else:
        said = _asked(env, saved)
    record = _record(env, saved, rater, said)
    path = env.store.save_score(record)
    _show(env, saved, record, path)


app = alone(score)


def score_now(env: "Env", attempt_id: str, resume: str) -> None:
    """Ask for the levels of a saved attempt and keep them. Ctrl-C saves nothing.

    `resume` is the command that goes on with what this is a part of.
    """
    from tpmprep.errors import Interrupted

    saved = env.store.attempt(attempt_id)
    try:
        said = _asked(env, saved)
    except Interrupted as error:
        raise Interrupted("Stopped. Your answers are saved.", f"Go on with: {resume}") from error
    env.store.save_score(_record(env, saved, "self", said))


def _from_flags(
    env: "Env",
    saved: "Saved",
    scores: list[str],
    quote: list[str],
    next_change: str,
) -> "Said":
    from tpmprep.cli.choices import levels, quotes

    found = levels(scores, env.bank.dimensions)
    quoted = quotes(quote, found, env.bank.dimensions, saved.attempt.answer)
    return Said(found, quoted, next_change)


def _asked(env: "Env", saved: "Saved") -> "Said":
    """Ask for every dimension. Ctrl-C saves nothing."""
    from tpmprep.cli.fronts import front_for
    from tpmprep.errors import Interrupted
    from tpmprep.ui import pages
    from tpmprep.ui.front import Place

    env.require_prompts("give --score DIM=N for each dimension")
    front = front_for(env, lambda _: None, aloud=False)
    env.show(pages.asked_and_answered(saved.attempt))
    dimensions = _dimensions(env, saved)
    grades = []
    try:
        for number, dimension in enumerate(dimensions, start=1):
            place = Place(number, len(dimensions))
            grades.append(front.grade(dimension, place, saved.attempt.answer))
        next_change = front.change()
    except (KeyboardInterrupt, EOFError) as error:
        raise Interrupted("Stopped. No score was saved; the attempt is unchanged.") from error
    levels = {grade.dimension: grade.level for grade in grades}
    quotes = {grade.dimension: grade.quotes for grade in grades if grade.quotes}
    return Said(levels, quotes, next_change)


def _dimensions(env: "Env", saved: "Saved") -> "list[Dimension]":
    from tpmprep.domain.formats import FORMATS
    from tpmprep.domain.starter import RUBRICS

    attempt, bank = saved.attempt, env.bank
    fmt = FORMATS.get(attempt.format)
    question = bank.questions.get(attempt.question.id) or bank.openers.get(attempt.question.id)
    own = (fmt.rubric if fmt else ()) or (question.rubric if question else ())
    # A question that left the bank is scored as before, or as its area is.
    gone = tuple(attempt.scores) or RUBRICS[attempt.question.area]
    return bank.dimensions_of(own or gone)


def _record(env: "Env", saved: "Saved", rater: str, said: "Said") -> "ScoreRecord":
    from tpmprep.domain.attempt import ScoreRecord, utc_stamp
    from tpmprep.domain.text import encodable

    return ScoreRecord(
        id=env.new_id(),
        attempt=saved.attempt.id,
        rater=encodable(rater),
        scored_at=utc_stamp(env.clock.now()),
        scores=said.levels,
        quotes={name: [encodable(line) for line in lines] for name, lines in said.quotes.items()},
        next_change=encodable(said.next_change),
    )


def _show(env: "Env", saved: "Saved", record: "ScoreRecord", path: "Path") -> None:
    from dataclasses import asdict

    from tpmprep.adapters.paths import for_people
    from tpmprep.cli.output import emit
    from tpmprep.domain.rubric import mean_score
    from tpmprep.ui import pages

    mean = mean_score(record.scores)
    where = for_people(path, env.environ)
    page = pages.score_saved(record, mean, where, f"tpmprep review {saved.attempt.id}")
    emit(env, "score", {**asdict(record), "score": mean, "path": str(path)}, page)
