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


Json = Annotated[bool, typer.Option("--json", help="Print the saved score as JSON.")]
Blind = Annotated[
    bool, typer.Option("--blind", help="Score again, a day later, without the first scores.")
]


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
    blind: Blind = False,
    next_change: Annotated[
        str, typer.Option("--next", help="The one thing to change next time.", metavar="TEXT")
    ] = "",
    json: Json = False,
) -> None:
    """Score a saved attempt, or score it again blind. The attempt itself is never changed.

    \b
    At the terminal:   tpmprep score 20261124-031502-7f3a9c1e
    A day later:       tpmprep score 20261124-031502-7f3a9c1e --blind
    Without prompts:   tpmprep score 20261124-031502-7f3a9c1e --score ex.scope=3 --json
    """
    env: Env = ctx.obj
    saved = env.store.attempt(attempt)
    whose = _whose(rater)
    if blind:
        _check_blind(env, saved, whose)
    if scores:
        said = _from_flags(env, saved, scores, quote or [], next_change)
    else:
        said = _asked(env, saved)
    record = _record(env, saved, whose, said, blind=blind)
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


def _whose(rater: str) -> str:
    from tpmprep.domain.raters import MOST_NAME, rater_name
    from tpmprep.errors import UsageProblem

    name = rater_name(rater)
    if not name:
        raise UsageProblem(f"--rater takes a name of 1 to {MOST_NAME} signs")
    return name


def _check_blind(env: "Env", saved: "Saved", rater: str) -> None:
    """Raises UsageProblem where a blind score would not be one."""
    from tpmprep.domain.attempt import SELF
    from tpmprep.domain.calibration import blind_from
    from tpmprep.errors import UsageProblem

    if rater != SELF:
        raise UsageProblem("--blind is for your own second look; others have not seen your scores")
    history = env.history()
    attempt = next((a for a in history.attempts if a.id == saved.attempt.id), saved.attempt)
    if not attempt.scores:
        hint = f"Score it first: tpmprep score {attempt.id}"
        raise UsageProblem("this answer has no first scores to compare with", hint)
    if history.blind(attempt.id):
        hint = f"Both are in: tpmprep review {attempt.id}"
        raise UsageProblem("it was scored blind before; a second time knows the first", hint)
    now, due = env.clock.now(), blind_from(history, attempt)
    if due is None or now < due:
        when = f"{due.astimezone(now.tzinfo):%a %d %b %Y %H:%M}" if due else "no time at all"
        raise UsageProblem(f"it is too early: a blind score means something from {when} on")


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
    from tpmprep.domain.quotes import evidence_of
    from tpmprep.errors import Interrupted
    from tpmprep.ui import pages
    from tpmprep.ui.front import Place

    env.require_prompts("give --score DIM=N for each dimension")
    front = front_for(env, lambda _: None, aloud=False)
    env.show(pages.asked_and_answered(saved.attempt))
    dimensions = dimensions_for(env, saved)
    evidence = evidence_of(saved.attempt.answer, saved.attempt.question.asked)
    grades = []
    try:
        for number, dimension in enumerate(dimensions, start=1):
            place = Place(number, len(dimensions))
            grades.append(front.grade(dimension, place, evidence))
        next_change = front.change()
    except (KeyboardInterrupt, EOFError) as error:
        raise Interrupted("Stopped. No score was saved; the attempt is unchanged.") from error
    levels = {grade.dimension: grade.level for grade in grades}
    quotes = {grade.dimension: grade.quotes for grade in grades if grade.quotes}
    return Said(levels, quotes, next_change)


def dimensions_for(env: "Env", saved: "Saved") -> "list[Dimension]":
    """What a saved attempt is scored on."""
    from tpmprep.domain.formats import FORMATS
    from tpmprep.domain.starter import RUBRICS

    attempt, bank = saved.attempt, env.bank
    fmt = FORMATS.get(attempt.format)
    question = bank.questions.get(attempt.question.id) or bank.openers.get(attempt.question.id)
    own = (fmt.rubric if fmt else ()) or (question.rubric if question else ())
    # A question that left the bank is scored as before, or as its area is.
    gone = tuple(attempt.scores) or RUBRICS.get(attempt.question.area, RUBRICS["execution"])
    return bank.dimensions_of(own or gone)


def _record(
    env: "Env", saved: "Saved", rater: str, said: "Said", *, blind: bool = False
) -> "ScoreRecord":
    from tpmprep.domain.attempt import BLIND, LATER, ScoreRecord, utc_stamp
    from tpmprep.domain.text import encodable

    return ScoreRecord(
        id=env.new_id(),
        attempt=saved.attempt.id,
        rater=rater,
        scored_at=utc_stamp(env.clock.now()),
        scores=said.levels,
        quotes={name: [encodable(line) for line in lines] for name, lines in said.quotes.items()},
        next_change=encodable(said.next_change),
        kind=BLIND if blind else LATER,
    )


def _show(env: "Env", saved: "Saved", record: "ScoreRecord", path: "Path") -> None:
    from dataclasses import asdict

    from tpmprep.adapters.paths import for_people
    from tpmprep.cli.output import emit
    from tpmprep.domain.attempt import BLIND
    from tpmprep.domain.rubric import mean_score
    from tpmprep.ui import layout, pages, share_pages

    mean = mean_score(record.scores)
    where = for_people(path, env.environ)
    page = pages.score_saved(record, mean, where, f"tpmprep review {saved.attempt.id}")
    if record.kind == BLIND:
        history = env.history()
        first = next(a for a in history.attempts if a.id == saved.attempt.id)
        names = {name: dimension.name for name, dimension in env.bank.dimensions.items()}
        page = layout.stack(page, "", share_pages.twice(first, record, names, env.look))
    emit(env, "score", {**asdict(record), "score": mean, "path": str(path)}, page)
