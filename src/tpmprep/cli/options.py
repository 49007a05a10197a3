"""Options that several commands take: one wording, one way to declare them."""

from typing import Annotated

import typer

from tpmprep.domain.formats import PACES
from tpmprep.domain.question import LEVELS, TRACKS

MaybeText = str | None


def option(about: str, metavar: str, name: str | None = None) -> typer.models.OptionInfo:
    """An option that takes a value; what it allows is checked later, with suggestions."""
    names = (name,) if name else ()
    made: typer.models.OptionInfo = typer.Option(*names, help=about, metavar=metavar)
    return made


Track = Annotated[MaybeText, option(f"One of {', '.join(TRACKS)}.", "TRACK")]
FairFor = Annotated[MaybeText, option(f"Only questions fair for {', '.join(LEVELS)}.", "LEVEL")]
Mode = Annotated[str, option("type, or aloud: speak, then a few lines of notes.", "MODE")]
NoRedirect = Annotated[
    bool, typer.Option("--no-redirect", help="The interviewer does not interrupt.")
]
Pace = Annotated[str, option(f"Longer clocks: {', '.join(PACES)}.", "PACE")]
