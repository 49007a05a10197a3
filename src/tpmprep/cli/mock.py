"""`tpmprep mock`: a whole interview loop or one stage of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from tpmprep.cli.as_typed import alone
from tpmprep.domain.formats import PACES
from tpmprep.domain.question import LEVELS, TRACKS

if TYPE_CHECKING:
    from tpmprep.cli.env import Env

MaybeText = str | None


def _option(about: str, metavar: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(help=about, metavar=metavar)
    return option


LoopId = Annotated[MaybeText, _option("guide, amazon, meta or google; guide at first.", "LOOP")]
StageId = Annotated[MaybeText, _option("Only one stage; ids: tpmprep mock --list.", "ID")]
Track = Annotated[MaybeText, _option(f"One of {', '.join(TRACKS)}.", "TRACK")]
Level = Annotated[MaybeText, _option(f"Only questions fair for {', '.join(LEVELS)}.", "LEVEL")]
Mode = Annotated[str, _option("type, or aloud: speak, then a few lines of notes.", "MODE")]
NoRedirect = Annotated[
    bool, typer.Option("--no-redirect", help="The interviewer does not interrupt.")
]
Pace = Annotated[str, _option(f"Longer clocks: {', '.join(PACES)}.", "PACE")]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with an unfinished mock.")]
Seed = Annotated[MaybeText, _option("Draw the same questions again.", "N")]
Listed = Annotated[bool, typer.Option("--list", help="Show the loops and their stages.")]
Json = Annotated[bool, typer.Option("--json", help="With --list: print JSON.")]


def mock(
    ctx: typer.Context,
    *,
    loop: LoopId = None,
    stage: StageId = None,
    track: Track = None,
    level: Level = None,
    mode: Mode = "type",
    pace: Pace = "1.0",
    no_redirect: NoRedirect = False,
    seed: Seed = None,
    resume: Resume = False,
    listed: Listed = False,
    json: Json = False,
) -> None:
    """Sit through an interview loop or one stage of it; feedback comes at the end.

    \b
    The guide's five:   tpmprep mock
    One stage:          tpmprep mock --stage execution
    As reported:        tpmprep mock --loop amazon
    Go on later:        tpmprep mock --resume

    Every answer is saved as soon as it is given. Ctrl-C stops at any point.
    """
    from tpmprep.cli import mock_live

    env: Env = ctx.obj
    wish = mock_live.checked(
        loop=loop, stage=stage, track=track, level=level, mode=mode, pace=pace, seed=seed
    )
    if listed:
        mock_live.show_loops(env, loop)
    elif resume:
        mock_live.resume_mock(env, loop=loop, stage=stage, track=track, level=level, seed=seed)
    else:
        mock_live.run_mock(env, wish, redirects=not no_redirect)


app = alone(mock)
