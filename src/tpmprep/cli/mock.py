"""`tpmprep mock`: a whole interview loop or one stage of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from tpmprep.cli.as_typed import alone
from tpmprep.cli.options import FairFor, MaybeText, Mode, NoRedirect, Pace, Track, option

if TYPE_CHECKING:
    from tpmprep.cli.env import Env

LoopId = Annotated[MaybeText, option("guide, amazon, meta or google; guide at first.", "LOOP")]
StageId = Annotated[MaybeText, option("Only one stage; ids: tpmprep mock --list.", "ID")]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with an unfinished mock.")]
Seed = Annotated[MaybeText, option("Draw the same questions again.", "N")]
Listed = Annotated[bool, typer.Option("--list", help="Show the loops and their stages.")]
Json = Annotated[bool, typer.Option("--json", help="With --list: print JSON.")]


def mock(
    ctx: typer.Context,
    *,
    loop: LoopId = None,
    stage: StageId = None,
    track: Track = None,
    level: FairFor = None,
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
