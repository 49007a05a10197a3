"""A drill without prompts: the answer comes from a file or a pipe, the scores from flags."""

from dataclasses import replace
from pathlib import Path

from tpmprep.adapters.files import reason
from tpmprep.cli.choices import levels, quotes
from tpmprep.cli.drill_end import Keeper, finish
from tpmprep.cli.drill_setup import Request, draw_for
from tpmprep.cli.env import Env
from tpmprep.domain.drill import Drill
from tpmprep.domain.engine import SLEEP_GAP_S, step
from tpmprep.domain.events import Change, Finish, Grade, Graded, Predict, Start, Tick, Typed
from tpmprep.domain.interviewer import Interviewer
from tpmprep.errors import BadData, NeedsInput, NotFound, StorageFailed, UsageProblem

MOST_ANSWER_BYTES = 1_000_000


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
    text = _from_input(env) if source in (None, "-") else _from_file(str(source))
    if not text.strip():
        if source is None:
            raise NeedsInput("there is no terminal to ask at and no answer: give --answer FILE")
        raise BadData("the answer is empty: there is nothing to save")
    return text.removesuffix("\n").removesuffix("\r")


def _from_input(env: Env) -> str:
    if env.stdin is None:
        return ""
    text = env.stdin.read(MOST_ANSWER_BYTES + 1)
    if len(text) > MOST_ANSWER_BYTES:
        raise BadData(f"the answer is longer than {MOST_ANSWER_BYTES:,} characters")
    return text


def _from_file(name: str) -> str:
    try:
        with Path(name).expanduser().open("rb") as file:
            data = file.read(MOST_ANSWER_BYTES + 1)
        if len(data) > MOST_ANSWER_BYTES:
            raise BadData(f"{name} is longer than {MOST_ANSWER_BYTES:,} bytes")
        return data.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise NotFound("file", name) from error
    except UnicodeDecodeError as error:
        raise BadData(f"{name} is not UTF-8 text") from error
    except OSError as error:
        raise StorageFailed(f"cannot read {name}: {reason(error)}") from error
