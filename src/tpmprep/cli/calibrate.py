"""`tpmprep calibrate`: score sample answers, then see the reference scores and their reasons."""

from typing import TYPE_CHECKING, Annotated

import typer

from tpmprep.cli.as_typed import alone
from tpmprep.cli.options import MaybeText, option

if TYPE_CHECKING:
    from tpmprep.cli.env import Env
    from tpmprep.domain.attempt import ScoreRecord
    from tpmprep.domain.events import Grade
    from tpmprep.domain.exemplars import Exemplar
    from tpmprep.domain.rubric import Dimension

MOST = 12


Count = Annotated[str, option("So many sample answers, one after another.", "N")]
Sample = Annotated[MaybeText, option("This sample answer.", "ID", "--id")]
Scores = Annotated[
    list[str] | None,
    typer.Option("--score", help="A level, without prompts; repeat it.", metavar="DIM=N"),
]
Listed = Annotated[bool, typer.Option("--list", help="List the sample answers.")]
Seed = Annotated[MaybeText, option("Draw the same order again.", "N")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def calibrate(
    ctx: typer.Context,
    *,
    count: Count = "1",
    exemplar: Sample = None,
    scores: Scores = None,
    listed: Listed = False,
    seed: Seed = None,
    json: Json = False,
) -> None:
    """Score shipped sample answers and see how far off you are.

    About three minutes each: read, score, then see the reference with its reasons.

    \b
    Begin:        tpmprep calibrate
    Afterwards:   tpmprep review --calibration
    """
    from tpmprep.adapters.content import load_exemplars
    from tpmprep.cli.choices import whole_number
    from tpmprep.errors import UsageProblem

    env: Env = ctx.obj
    known = load_exemplars()
    number = whole_number("--count", count, 1, MOST) or 1
    drawn_by = whole_number("--seed", seed, 0, 2**31 - 1)
    if listed and (exemplar or scores):
        raise UsageProblem("--list shows all sample answers: leave out --id and --score")
    if listed:
        _list(env, list(known.values()))
    elif scores:
        _unattended(env, _named(known, exemplar), scores)
    else:
        named = [_named(known, exemplar)] if exemplar else []
        env.require_prompts("give --id and --score DIM=N for each dimension")
        chosen = named or _drawn(env, known, number, drawn_by)
        for place, one in enumerate(chosen, start=1):
            _scored(env, one, more=place < len(chosen))


app = alone(calibrate)


def _named(known: "dict[str, Exemplar]", name: str | None) -> "Exemplar":
    from tpmprep.errors import NotFound, UsageProblem

    if name is None:
        raise UsageProblem("--score needs --id: which sample answer is it?")
    if name not in known:
        raise NotFound("sample answer", name, list(known), "See them: tpmprep calibrate --list")
    return known[name]


def _drawn(
    env: "Env", known: "dict[str, Exemplar]", count: int, seed: int | None
) -> "list[Exemplar]":
    from tpmprep.domain.exemplars import next_exemplars

    random = env.random(env.new_seed() if seed is None else seed)
    return next_exemplars(list(known.values()), env.history(), count, random)


def _unattended(env: "Env", exemplar: "Exemplar", scores: list[str]) -> None:
    """Keep the levels given by flags; every dimension must have one."""
    from tpmprep.cli.choices import levels
    from tpmprep.domain.events import Grade
    from tpmprep.errors import UsageProblem

    wanted = {dimension.id: dimension for dimension in _dimensions(env, exemplar)}
    given = levels(scores, wanted)
    if missing := [name for name in wanted if name not in given]:
        raise UsageProblem(f"every dimension needs a level; missing: {', '.join(missing)}")
    grades = [Grade(dimension, level) for dimension, level in given.items()]
    _show(env, exemplar, _kept(env, exemplar, grades))


def _scored(env: "Env", exemplar: "Exemplar", *, more: bool) -> None:
    """Show a sample answer, ask for its levels, then reveal the reference. Ctrl-C keeps nothing."""
    from tpmprep.cli.fronts import front_for
    from tpmprep.domain.quotes import evidence_of
    from tpmprep.errors import Interrupted
    from tpmprep.ui import calibration_pages
    from tpmprep.ui.front import Place

    front = front_for(env, lambda _: None, aloud=False)
    prompt = env.bank.question(exemplar.question).asked
    env.show(calibration_pages.sample(exemplar, prompt))
    evidence = evidence_of(exemplar.answer, prompt)
    dimensions = _dimensions(env, exemplar)
    grades: list[Grade] = []
    try:
        for number, dimension in enumerate(dimensions, start=1):
            grades.append(front.grade(dimension, Place(number, len(dimensions)), evidence))
        _show(env, exemplar, _kept(env, exemplar, grades))
        if more:
            front.wait("Enter shows the next one, q stops.")
    except (KeyboardInterrupt, EOFError) as error:
        done = len(grades) == len(dimensions)
        said = "Stopped." if done else "Stopped. Nothing was saved of this sample answer."
        raise Interrupted(said) from error


def _dimensions(env: "Env", exemplar: "Exemplar") -> "list[Dimension]":
    return env.bank.dimensions_of(tuple(exemplar.levels))


def _kept(env: "Env", exemplar: "Exemplar", grades: "list[Grade]") -> "ScoreRecord":
    from tpmprep.domain.attempt import EXEMPLAR, SELF, ScoreRecord, utc_stamp

    record = ScoreRecord(
        id=env.new_id(),
        attempt=exemplar.id,
        rater=SELF,
        scored_at=utc_stamp(env.clock.now()),
        scores={grade.dimension: grade.level for grade in grades},
        quotes={grade.dimension: list(grade.quotes) for grade in grades if grade.quotes},
        kind=EXEMPLAR,
        reference=exemplar.levels,
    )
    env.store.save_score(record)
    return record


def _show(env: "Env", exemplar: "Exemplar", record: "ScoreRecord") -> None:
    from dataclasses import asdict

    from tpmprep.cli.output import emit
    from tpmprep.ui import calibration_pages

    page = calibration_pages.revealed(exemplar, record.scores, env.bank.dimensions)
    emit(env, "calibrate", {**asdict(record), "exemplar": asdict(exemplar)}, page)


def _list(env: "Env", exemplars: "list[Exemplar]") -> None:
    from tpmprep.cli.output import emit
    from tpmprep.ui import calibration_pages

    scored = {record.attempt for record in env.history().exemplars}
    rows = [
        {"id": e.id, "question": e.question, "scored": e.id in scored, "dimensions": [*e.levels]}
        for e in exemplars
    ]
    emit(env, "calibrate.list", rows, calibration_pages.samples(exemplars, scored, env.look))
