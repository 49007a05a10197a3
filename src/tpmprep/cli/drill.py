"""`tpmprep drill`: one timed answer, scored and saved."""

from typing import Annotated

import typer

from tpmprep.cli.as_typed import alone
from tpmprep.cli.options import FairFor, MaybeText, Mode, NoRedirect, Pace, Track, option
from tpmprep.domain.formats import FORMATS, LADDER
from tpmprep.domain.question import AREAS

Area = Annotated[MaybeText, option(f"Ask about one area: {', '.join(AREAS)}.", "AREA")]
FormatId = Annotated[
    MaybeText,
    option(f"One of {', '.join((*FORMATS, LADDER))}; 2min at first.", "FORMAT", "--format"),
]
Question = Annotated[MaybeText, option("Ask this question; ids: tpmprep bank list.", "ID")]
Count = Annotated[str, option("How many drills, one after another.", "N")]
Think = Annotated[MaybeText, option("Seconds to think before the clock runs.", "S")]
Hours = Annotated[MaybeText, option("A take-home case in a time box, 1 to 8 hours.", "H")]
Assume = Annotated[bool, typer.Option("--assume", help="State your assumptions first.")]
Export = Annotated[
    MaybeText, option("Write a worked case as charter, RAID and summary into DIR.", "DIR")
]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with an unfinished answer.")]
Seed = Annotated[MaybeText, option("Draw question and interruption again.", "N")]
Answer = Annotated[MaybeText, option("Take the answer from a file, or - for input.", "FILE")]
Elapsed = Annotated[MaybeText, option("How long a given answer took.", "S")]
Predict = Annotated[MaybeText, option("How likely it would pass, in percent.", "PERCENT")]
Scores = Annotated[list[str] | None, option("A level for a dimension; repeat it.", "DIM=N")]
Quotes = Annotated[
    list[str] | None, option("Words of the answer that earn a level; repeat it.", "DIM=WORDS")
]
NextChange = Annotated[str, option("The one thing to change next time.", "TEXT", "--next")]
Try = Annotated[MaybeText, option("Try questions without installing them.", "PATH", "--bank")]
Json = Annotated[bool, typer.Option("--json", help="Print the saved attempt as JSON.")]


def drill(
    ctx: typer.Context,
    *,
    area: Area = None,
    format_id: FormatId = None,
    question: Question = None,
    track: Track = None,
    level: FairFor = None,
    count: Count = "1",
    mode: Mode = "type",
    think: Think = None,
    no_redirect: NoRedirect = False,
    pace: Pace = "1.0",
    hours: Hours = None,
    assume: Assume = False,
    export: Export = None,
    resume: Resume = False,
    seed: Seed = None,
    answer: Answer = None,
    elapsed: Elapsed = None,
    predict: Predict = None,
    score: Scores = None,
    quote: Quotes = None,
    next_change: NextChange = "",
    bank: Try = None,
    json: Json = False,
) -> None:
    """Answer one question on the clock, score it, and save it.

    \b
    At the terminal:   tpmprep drill --area execution
    Go on later:       tpmprep drill --resume
    From your plan:    tpmprep drill
    Without prompts:   tpmprep drill --question gq-01 --answer FILE --score ex.scope=3

    Formats: 2min and 5min are interrupted, deep asks follow-ups with a clock each (20 minutes),
    headline is 30 seconds, recruiter 45. ladder takes one question through four lengths. board
    works a case in timed parts, takehome in one time box. update and pushback are short talks with
    a reply; retro, narrative and estimate have timed parts.
    """
    from tpmprep.cli import drill_live, drill_setup, drill_unattended

    flags = drill_setup.Flags(
        **{name: value for name, value in ctx.params.items() if name not in ("json", "bank")}
    )
    request = drill_setup.checked(flags)
    if export is not None:
        from tpmprep.cli.case_end import refuse_existing

        refuse_existing(drill_setup.folder_of(export))
    if request.flags.resume:
        drill_live.resume_live(ctx.obj, request.flags.export)
    elif request.format_id == LADDER:
        from tpmprep.cli.sitting_live import run_ladder

        run_ladder(ctx.obj, request)
    elif drill_unattended.is_unattended(ctx.obj, request):
        drill_unattended.run_unattended(ctx.obj, request)
    else:
        drill_live.run_live(ctx.obj, request)


app = alone(drill)
