"""A drill of a question, ready to start."""

from dataclasses import dataclass, replace

from tpmprep.adapters.content import load_lines, load_stretches
from tpmprep.cli.env import Env
from tpmprep.domain.casework import TIME_BOX_LEFT, sheet
from tpmprep.domain.drill import Drill
from tpmprep.domain.formats import BOARD, FORMATS, TAKEHOME, paced
from tpmprep.domain.interviewer import interviewer_for
from tpmprep.domain.question import Question, fits_format
from tpmprep.domain.text import SPEAKING_WPM
from tpmprep.errors import UsageProblem


@dataclass(frozen=True, slots=True)
class Manner:
    """How answers are given: typed or aloud, on which clocks, interrupted with which seed."""

    seed: int
    mode: str = "type"
    pace: str = "1.0"
    redirects: bool = True
    words_per_minute: int = SPEAKING_WPM


def drill_of(
    env: Env, question: Question, format_id: str, manner: Manner, hours: int | None = None
) -> Drill:
    """A drill of `question` that is ready to start.

    Raises UsageProblem when the question is not made for the format.
    """
    if not fits_format(question, format_id):
        fitting = ", ".join(id_ for id_ in FORMATS if fits_format(question, id_))
        raise UsageProblem(f"{question.id} is not made for {format_id}: use {fitting}")
    fmt, stretches = FORMATS[format_id], load_stretches()
    if format_id == TAKEHOME:
        box_s = hours * 3600.0 if hours else fmt.main_s
        page = sheet(stretches[BOARD])
        fmt = replace(fmt, main_s=box_s, close_s=box_s * TIME_BOX_LEFT, sheet=page)
    fmt = paced(fmt, manner.pace, stretches.get(format_id, ()))
    fmt = replace(fmt, interrupts=fmt.interrupts and manner.redirects)
    rng, typed = env.random(manner.seed), manner.mode == "type"
    who = interviewer_for(fmt, manner.seed, rng, load_lines(), typed=typed)
    return Drill(question, fmt, who, words_per_minute=manner.words_per_minute)
