"""`tpmprep hints`: what the detectors see in any text."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tpmprep.cli.as_typed import alone
from tpmprep.cli.options import MaybeText, option
from tpmprep.domain.formats import FORMATS

if TYPE_CHECKING:
    from tpmprep.cli.env import Env
    from tpmprep.domain.hints import Hints
    from tpmprep.domain.question import Question

LEAST_WPM, MOST_WPM = 60, 300


File = Annotated[str, typer.Argument(metavar="FILE", help="A text file, or - for a pipe.")]
AskedBy = Annotated[
    MaybeText, option("The question it answers: also its expected signals.", "ID", "--question")
]
Pace = Annotated[
    MaybeText, option("Words a minute that you speak; else as your answers show.", "N", "--wpm")
]
Aim = Annotated[
    MaybeText, option(f"The length to aim for: {', '.join(FORMATS)}.", "FORMAT", "--format")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def hints(
    ctx: typer.Context,
    file: File,
    *,
    question: AskedBy = None,
    format_id: Aim = None,
    wpm: Pace = None,
    json: Json = False,
) -> None:
    """Show what stands in a text: numbers, owners, hedges and more.

    Found by rule, the same every time, on this computer. Hints question a score; they never grade.

    \b
    An answer:       tpmprep hints answer.txt
    With signals:    tpmprep hints answer.txt --question gq-03
    From a pipe:     pbpaste | tpmprep hints -
    """
    from tpmprep.cli.choices import one_of, whole_number
    from tpmprep.cli.texts import text_from
    from tpmprep.domain.hints import hints_of
    from tpmprep.domain.pace import own_pace

    env: Env = ctx.obj
    one_of("format", format_id, tuple(FORMATS))
    pace = whole_number("--wpm", wpm, LEAST_WPM, MOST_WPM) or own_pace(env.history())
    asked = env.bank.question(question) if question is not None else None
    prompt, signals = (asked.asked, asked.strong_signals) if asked else ("", ())
    found = hints_of(text_from(env, file, "text"), prompt, signals, pace)
    _show(env, found, pace, asked, format_id)


app = alone(hints)


def _show(
    env: "Env", found: "Hints", pace: int, asked: "Question | None", format_id: str | None
) -> None:
    from tpmprep.cli.output import emit
    from tpmprep.domain.hints import aim_of
    from tpmprep.ui import hint_pages

    page = None
    if not env.settings.json:
        aim_s = aim_of(FORMATS[format_id]) if format_id else 0.0
        page = hint_pages.hints_page(found, pace, asked, env.look, aim_s=aim_s)
    emit(env, "hints", _document(found, pace), page)


def _document(found: "Hints", words_per_minute: int) -> dict[str, Any]:
    from dataclasses import asdict

    from tpmprep.domain.detectors import DETECTORS

    return {
        "words": found.words,
        "spoken_s": found.spoken_s,
        "words_per_minute": words_per_minute,
        "detectors": {name: [asdict(s) for s in spans] for name, spans in found.found.items()},
        "advice": {d.id: {"why": d.why, "try": d.tip} for d in DETECTORS},
        "star": asdict(found.star) if found.star else None,
        "signals": {
            m.signal: {"mentioned": m.mentioned, "negated": m.negated, "quote": m.quote}
            for m in found.signals
        },
    }
