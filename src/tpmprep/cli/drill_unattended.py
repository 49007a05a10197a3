"""A drill without prompts: the answer comes from a file or a pipe, the scores from flags."""

from dataclasses import replace

from tpmprep.cli.choices import levels, quotes
from tpmprep.cli.drill_end import Keeper, finish
from tpmprep.cli.drill_setup import Request, draw_for
from tpmprep.cli.env import Env
from tpmprep.cli.texts import text_from
from tpmprep.domain.drill import Drill
from tpmprep.domain.engine import SLEEP_GAP_S, step
from tpmprep.domain.events import Change, Finish, Grade, Graded, Predict, Start, Tick, Typed
from tpmprep.domain.interviewer import Interviewer
from tpmprep.errors import BadData, NeedsInput, UsageProblem

NO_ANSWER = "there is no terminal to ask at and no answer: give --answer FILE"


def is_unattended(env: Env, request: Request) -> bool:
    """Whether the answer is given: named by a flag, or all that waits in a pipe.

    With --plain a pipe brings the lines of the whole drill instead, as somebody would type them.
    """
    if request.flags.answer is not None or env.stdin is None:
        return True
    return not env.settings.plain and not env.stdin.isatty()


def run_unattended(env: Env, request: Request) -> None:
    """Save the given answer as an attempt and print it.

    Raises NeedsInput without an answer, NotFound or BadData for its file, UsageProblem for flags
    that do not fit it, StorageFailed.
    """
    if request.count != 1:
        raise UsageProblem("--count is for drills at the terminal; one answer is one drill")
    if request.flags.assume:
        raise UsageProblem("--assume asks you at the terminal: leave it out with --answer")
    draw = draw_for(env, request, env.history())
    ready = draw.drill()
    text = _answer(env, request)
    scores = levels(request.flags.score or (), env.bank.dimensions)
    quoted = quotes(request.flags.quote or (), scores, env.bank.dimensions, text)
    drill = _answered(ready, text, request)
    drill = _said(drill, request, [Grade(d, n, quoted.get(d, ())) for d, n in scores.items()])
    finish(env, Keeper(env, draw.origin()), drill)


def _answered(drill: Drill, text: str, request: Request) -> Drill:
    """The drill as if `text` had been typed; nobody interrupts an answer that is given."""
    elapsed_s = request.elapsed_s or 0.0
    quiet = replace(drill, interviewer=Interviewer(silent=True))
    silent = step(quiet, Predict(request.predicted_pass))
    running = step(silent, Start(0.0))
    at_s = 0.0
    while at_s < elapsed_s:
        at_s = min(at_s + SLEEP_GAP_S, elapsed_s)
        running = step(running, Tick(at_s))
    return step(step(running, Typed(elapsed_s, text)), Finish(elapsed_s))


def _said(drill: Drill, request: Request, grades: list[Grade]) -> Drill:
    """What the flags say about the answer, in the engine's own order."""
    for grade in grades:
        drill = step(drill, grade)
    return step(step(drill, Graded()), Change(request.flags.next_change))


def _answer(env: Env, request: Request) -> str:
    source = request.flags.answer
    if source is None and env.stdin is None:
        raise NeedsInput(NO_ANSWER)
    text = text_from(env, source or "-", "answer")
    if text.strip():
        return text
    if source is None:
        raise NeedsInput(NO_ANSWER)
    raise BadData("the answer is empty: there is nothing to save")
