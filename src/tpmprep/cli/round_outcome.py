"""How a real interview ended, and what the outcomes say of one's practice."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from tpmprep.adapters.rounds import load_logbook, save_outcome
from tpmprep.cli.choices import one_of
from tpmprep.cli.output import emit
from tpmprep.domain.outcomes import verdict
from tpmprep.domain.rounds import RESULTS, Outcome
from tpmprep.errors import NotFound, UsageProblem

if TYPE_CHECKING:
    from tpmprep.cli.env import Env
    from tpmprep.domain.history import History
    from tpmprep.domain.outcomes import Verdict
    from tpmprep.domain.rounds import Logbook, Round

LIST = "tpmprep brief debrief --list"


def logbook(env: "Env") -> "Logbook":
    """Every readable round with its outcome; damaged files become warnings."""
    book, damaged = load_logbook(env.home)
    env.warn_of(damaged)
    return book


def verdict_of(env: "Env", history: "History") -> "Verdict":
    """What the outcomes say of practice so far."""
    return verdict(logbook(env), history)


def round_in(book: "Logbook", begun: str) -> "Round":
    """A round by its id or an unmistakable beginning of it. Raises NotFound."""
    found = [round_ for round_ in book.rounds if begun and round_.id.startswith(begun)]
    if len(found) != 1:
        known = [round_.id for round_ in book.rounds]
        raise NotFound("round", begun, known, f"See them with: {LIST}")
    return found[0]


def note_outcome(env: "Env", begun: str | None, result: str) -> None:
    """Save how a round ended and say what that means.

    Raises UnknownChoice, NotFound, or UsageProblem where it is not clear which round is meant.
    """
    from tpmprep.domain.attempt import utc_stamp
    from tpmprep.ui import round_pages

    one_of("outcome", result, RESULTS)
    meant = next(known for known in RESULTS if known == result)
    book = logbook(env)
    round_ = _only_open(book) if begun is None else round_in(book, begun)
    outcome = Outcome(env.new_id(), round_.id, meant, utc_stamp(env.clock.now()))
    path = save_outcome(env.home, outcome)
    told = verdict_of(env, env.history())
    data = {**asdict(outcome), "path": str(path)}
    emit(env, "brief.outcome", data, round_pages.ended(round_, meant, told, env.look))


def _only_open(book: "Logbook") -> "Round":
    if len(book.open) == 1:
        return book.open[0]
    if not book.rounds:
        hint = "Note one first: tpmprep brief debrief"
        raise UsageProblem("no round was noted yet", hint)
    if not book.open:
        hint = f"Name the round whose outcome changed; ids: {LIST}"
        raise UsageProblem("every round has its outcome already", hint)
    ids = "\n".join(f"{r.id}  {r.name}, {r.on}" for r in book.open)
    raise UsageProblem(f"{len(book.open)} rounds are open: say which", ids)
