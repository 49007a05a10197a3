"""Noting a real interview: asked one thing after another, saved, its new questions filed."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from tpmprep import __version__
from tpmprep.adapters.content import load_asks, load_forms
from tpmprep.adapters.paths import for_people
from tpmprep.adapters.rounds import save_round
from tpmprep.cli.choices import one_of, whole_number
from tpmprep.cli.env import Env
from tpmprep.cli.forms import COMMANDS, Filled, Form, filled, start_afresh
from tpmprep.cli.fronts import asker_for
from tpmprep.cli.output import emit
from tpmprep.cli.own_files import shelf_of
from tpmprep.cli.round_outcome import logbook
from tpmprep.domain.form import Answers, Field
from tpmprep.domain.likeness import nearest
from tpmprep.domain.question import AREAS
from tpmprep.domain.rounds import MOST_PERCENT, Round, day_of, percent_of, round_of
from tpmprep.domain.wordlists import PAST_CUES
from tpmprep.errors import TpmprepError, UsageProblem
from tpmprep.ui import round_pages
from tpmprep.ui.round_pages import Met

NAME = "debrief"
SKIP = "skip"
LEVEL = "senior"
"""What a new question is fair from on until its author says otherwise, as in `bank new`."""


@dataclass(frozen=True, slots=True)
class Flags:
    """The options of `brief debrief` as they were typed."""

    company: str | None = None
    stage: str | None = None
    on: str | None = None
    questions: Sequence[str] = ()
    heard: Sequence[str] = ()
    felt: str | None = None
    notes: str | None = None
    bank_area: str | None = None


def note_round(env: Env, flags: Flags, *, fresh: bool) -> None:
    """Ask for a round, save it, file its new questions, and say what comes next.

    Raises UsageProblem or UnknownChoice for flags that make no sense.
    """
    today = env.clock.now().date()
    one_of("area", flags.bank_area, AREAS)
    given = _given(flags, today)
    asks = [*(ask.text for ask in load_asks()), *shelf_of(env).portfolio.notes.ask]
    form = None if _asks_nothing(env, given) else _asked(env, given, asks, fresh=fresh)
    answers = form.answers if form else given
    round_ = round_of(answers, env.new_id(), __version__, today, asks)
    path = save_round(env.home, round_)
    if form:
        form.done()
    met = _filed(env, _met(env, round_), flags.bank_area, asks_area=form is not None)
    _tell(env, round_, path, met)


def _given(flags: Flags, today: date) -> Answers:
    """The answers that stand on the command line, checked. Raises UsageProblem."""
    felt = whole_number("--felt", flags.felt, 0, MOST_PERCENT)
    try:
        on = day_of(flags.on, today).isoformat() if flags.on else None
    except ValueError as error:
        raise UsageProblem(f"--on: {error}") from error
    said: dict[str, str | list[str] | None] = {
        "company": (flags.company or "").strip() or None,
        "stage": flags.stage,
        "questions": list(flags.questions) or None,
        "heard": list(flags.heard) or None,
        "notes": flags.notes,
        "felt": None if felt is None else f"{felt}%",
        "on": on,
    }
    return {name: value for name, value in said.items() if value is not None}


def _asks_nothing(env: Env, given: Answers) -> bool:
    """Whether the flags are all there is. Raises UsageProblem when the company is missing."""
    settings = env.settings
    is_piped = not settings.plain and not env.is_interactive
    if not (settings.no_input or settings.json or (is_piped and given)):
        return False
    if "company" not in given:
        raise UsageProblem("nothing is asked here: give --company")
    return True


def _asked(env: Env, given: Answers, asks: Sequence[str], *, fresh: bool) -> Filled:
    """The form with every answer; those for the day and the percent can be used."""
    env.require_prompts("give --company")
    if fresh:
        start_afresh(env, NAME)
    today = env.clock.now().date()
    fields = [_numbered(field, asks) for field in load_forms()[NAME]]
    checks = {
        "felt": lambda said: _wrong(percent_of, said),
        "on": lambda said: _wrong(lambda day: day_of(day, today), said),
    }
    return filled(env, Form(NAME, fields, COMMANDS[NAME], given=given, checks=checks))


def _numbered(field: Field, asks: Sequence[str]) -> Field:
    """The field for what was heard, with the questions behind its numbers."""
    if field.id != "heard":
        return field
    listed = "".join(f"{number:>3}  {ask}\n" for number, ask in enumerate(asks, start=1))
    return replace(field, ask=f"{listed}{field.ask}")


def _wrong(check: Callable[[str], object], said: str) -> str:
    try:
        check(said)
    except ValueError as error:
        return f"{error}. Once more:"
    return ""


def _met(env: Env, round_: Round) -> list[Met]:
    """Each question they asked: the bank's own of the same kind, and how often it was answered."""
    if not round_.questions:
        return []
    bank = env.bank
    prompts = {name: bank.question(name).prompt for name in (*bank.openers, *bank.questions)}
    times = env.history().times_asked()
    return [
        Met(asked, known or "", times.get(known or "", 0))
        for asked, known in zip(round_.questions, nearest(round_.questions, prompts), strict=True)
    ]


def _filed(env: Env, met: Sequence[Met], area: str | None, *, asks_area: bool) -> list[Met]:
    """New questions put into the user's own bank, as far as an area is known for them.

    The round is saved by now: whoever stops here, or has a file that cannot take the question,
    still sees what was saved.
    """
    from tpmprep.cli.bank_new import Wish, filed

    done: list[Met] = []
    given: list[str] = []
    for one in met:
        wanted = area
        if not one.known and wanted is None and asks_area:
            wanted = _area_for(env, one.question)
            asks_area = wanted is not None
        if one.known or wanted in (None, SKIP):
            done.append(replace(one, skipped=wanted == SKIP))
            continue
        kind = "past" if _is_past(one.question) else "hypothetical"
        wish = Wish(wanted, None, LEVEL, kind, one.question, None)
        try:
            given.append(filed(env, wish, given))
            done.append(replace(one, own=given[-1]))
        except TpmprepError as error:
            env.warn(f"a question could not be put into your bank: {error.message}")
            done.append(one)
    return done


def _area_for(env: Env, question: str) -> str | None:
    """The area of a new question, or to skip it; None when the person stops here."""
    env.show(round_pages.new_question(question))
    options = {area: area for area in AREAS} | {SKIP: "do not put it into my bank"}
    try:
        return asker_for(env).choose("Which area does it test?", options)
    except (KeyboardInterrupt, EOFError):
        return None


def _is_past(question: str) -> bool:
    said = question.casefold()
    return "would" not in said and any(cue in said for cue in PAST_CUES)


def _tell(env: Env, round_: Round, path: Path, met: Sequence[Met]) -> None:
    are_others_open = len(logbook(env).open) > 1
    where = for_people(path, env.environ)
    page = round_pages.saved(round_, where, met, env.look, is_one_of_several=are_others_open)
    data: dict[str, Any] = {**asdict(round_), "path": str(path), "met": [asdict(m) for m in met]}
    emit(env, "brief.debrief", data, page)
