"""From the flags of `drill` to a drill that is ready to start."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from random import Random

from tpmprep import __version__
from tpmprep.cli.choices import one_of, seconds, whole_number
from tpmprep.cli.drill_made import Manner, drill_of
from tpmprep.cli.env import Env
from tpmprep.domain.attempt import Origin
from tpmprep.domain.drill import Drill
from tpmprep.domain.formats import (
    BOARD,
    CASE_FORMATS,
    FORMATS,
    LADDER,
    PACES,
    RUNGS,
    TAKEHOME,
)
from tpmprep.domain.history import History
from tpmprep.domain.pace import own_pace
from tpmprep.domain.pick import pick
from tpmprep.domain.question import (
    AREAS,
    LEVELS,
    TRACKS,
    Head,
    Question,
    fits,
    fits_format,
)
from tpmprep.errors import NothingFits, UsageProblem
from tpmprep.ui.front import Choice

MODES = ("type", "aloud")
NOT_FROM_THE_PLAN = (
    *("area", "format_id", "question", "track", "level", "hours", "assume", "export", "seed"),
)
"""Flags that ask for something of one's own: the plan's next drill gives way."""
MOST_COUNT = 50
LONGEST_S = 24 * 3600.0
MOST_HOURS = 8
USUAL = {"count": "1", "mode": "type", "pace": "1.0"}
OPTIONS = {"format_id": "format", "next_change": "next"}
FOR_RESUME = ("resume", "export")
FOR_LADDER = (
    "format_id",
    "area",
    "question",
    "track",
    "level",
    "mode",
    "pace",
    "no_redirect",
    "seed",
)


@dataclass(frozen=True, slots=True)
class Flags:
    """The command line as it was typed."""

    area: str | None
    format_id: str | None
    question: str | None
    track: str | None
    level: str | None
    count: str
    mode: str
    think: str | None
    no_redirect: bool
    pace: str
    hours: str | None
    assume: bool
    export: str | None
    resume: bool
    seed: str | None
    answer: str | None
    elapsed: str | None
    predict: str | None
    score: Sequence[str] | None
    quote: Sequence[str] | None
    next_change: str


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for, checked."""

    flags: Flags
    format_id: str
    count: int
    think_s: float
    seed: int | None
    elapsed_s: float | None
    predicted_pass: int | None
    hours: int | None = None
    planned: str = ""
    """The question that the plan has next, where nothing else was asked for."""


def checked(flags: Flags) -> Request:
    """The request in the flags. Raises UnknownChoice or UsageProblem."""
    one_of("area", flags.area, AREAS)
    one_of("format", flags.format_id, (*FORMATS, LADDER))
    one_of("track", flags.track, TRACKS)
    one_of("level", flags.level, LEVELS)
    one_of("mode", flags.mode, MODES)
    one_of("pace", flags.pace, tuple(PACES))
    if flags.resume:
        _only(flags, FOR_RESUME, "--resume goes on with the answer as it is")
    if flags.format_id == LADDER:
        _only(flags, FOR_LADDER, "a ladder asks and scores at the terminal")
    if flags.mode == "aloud" and FORMATS.get(_format_of(flags), FORMATS["2min"]).is_read:
        raise UsageProblem(f"a {_format_of(flags)} is written: leave out --mode aloud")
    if flags.export is not None and flags.format_id not in (None, *CASE_FORMATS):
        raise UsageProblem(
            f"--export is for worked cases: use --format {' or '.join(CASE_FORMATS)}"
        )
    hours = whole_number("--hours", flags.hours, 1, MOST_HOURS)
    return Request(
        flags=flags,
        format_id=_format_of(flags),
        hours=hours,
        count=whole_number("--count", flags.count, 1, MOST_COUNT) or 1,
        think_s=seconds("--think", flags.think, 3600) or 0.0,
        seed=whole_number("--seed", flags.seed, 0, 2**31 - 1),
        elapsed_s=seconds("--elapsed", flags.elapsed, LONGEST_S),
        predicted_pass=whole_number("--predict", flags.predict, 0, 100),
    )


def takes_the_plan(request: Request) -> bool:
    """Whether nothing was asked for, so that the plan may say what comes next."""
    return not any(getattr(request.flags, name) for name in NOT_FROM_THE_PLAN)


def _only(flags: Flags, allowed: Collection[str], why: str) -> None:
    """Raises UsageProblem when a flag was given that means nothing here."""
    for name in (one.name for one in fields(flags)):
        value = getattr(flags, name)
        if value and value != USUAL.get(name) and name not in allowed:
            option = OPTIONS.get(name, name).replace("_", "-")
            raise UsageProblem(f"{why}: leave out --{option}")


def _format_of(flags: Flags) -> str:
    """The format asked for: named, or what `--hours` means, or two minutes."""
    if flags.hours is None:
        return flags.format_id or ("2min" if flags.export is None else BOARD)
    if flags.format_id not in (None, TAKEHOME):
        raise UsageProblem(f"--hours is for a take-home case: leave out --format {flags.format_id}")
    if flags.area not in (None, "case"):
        raise UsageProblem(f"--hours is for a take-home case: leave out --area {flags.area}")
    return TAKEHOME


@dataclass(frozen=True, slots=True)
class Draw:
    """Draws drills for a request; the same seed and history draw the same again."""

    env: Env
    request: Request
    history: History
    seed: int
    rng: Random

    def drill(self, *, not_this: str = "") -> Drill:
        """A drill that is ready to start. Raises NotFound or NothingFits."""
        return self.in_format(self.question(not_this), self.request.format_id)

    def in_format(self, question: Question, format_id: str) -> Drill:
        """A drill of `question`. Raises UsageProblem when the format is not one it is made for."""
        flags = self.request.flags
        speaks = own_pace(self.history)
        manner = Manner(self.seed, flags.mode, flags.pace, not flags.no_redirect, speaks)
        return drill_of(self.env, question, format_id, manner, self.request.hours)

    def offers(self, shown: Drill) -> Mapping[Choice, Callable[[], Drill]]:
        """What the card of a drill offers in its place."""
        made: dict[Choice, Callable[[], Drill]] = {}
        if self.has_choice and shown.format.id in (self.request.format_id, TAKEHOME):
            made[Choice.ANOTHER] = lambda: self.drill(not_this=shown.question.id)
        is_free = self.request.flags.format_id is None and self.request.format_id == "2min"
        is_free = is_free and shown.format.id != BOARD
        if is_free and fits_format(shown.question, BOARD):
            made[Choice.BOARD] = lambda: self.in_format(shown.question, BOARD)
        return made

    @property
    def has_choice(self) -> bool:
        """Whether another question could be drawn."""
        flags = self.request.flags
        return flags.question is None and self._opener() is None and len(self._pool()) > 1

    def origin(self) -> Origin:
        """A new attempt that begins now."""
        flags = self.request.flags
        return Origin(
            id=self.env.new_id(),
            app=__version__,
            started=self.env.clock.now(),
            mode=flags.mode,
            seed=self.seed,
            pace=flags.pace,
            redirects=not flags.no_redirect,
            export=folder_of(flags.export),
        )

    def question(self, not_this: str = "") -> Question:
        """A question that fits the request. Raises NotFound or NothingFits."""
        flags = self.request.flags
        planned = "" if not_this else self.request.planned
        named = flags.question or planned or self._opener()
        if named:
            return self.env.bank.question(named)
        pool = self._pool()
        others = [question for question in pool if question.id != not_this]
        chosen = pick(others or pool, self.history, rng=self.rng)
        return self.env.bank.question(chosen.id)

    @property
    def is_ladder(self) -> bool:
        """Whether one question is asked for at every length."""
        return self.request.format_id == LADDER

    def _opener(self) -> str | None:
        """The format's own prompt, unless a filter asks for something else."""
        flags = self.request.flags
        if self.is_ladder:
            return None
        filtered = flags.area or flags.track or flags.level
        return None if filtered else FORMATS[self.request.format_id].opener

    def _pool(self) -> list[Head]:
        flags = self.request.flags
        pool = [
            head
            for head in self.env.bank.heads()
            if fits(
                head,
                area=flags.area,
                track=flags.track,
                fair_for=flags.level,
                for_format=RUNGS[0] if self.is_ladder else self.request.format_id,
            )
        ]
        if not pool:
            hint = "See what there is with: tpmprep bank list"
            raise NothingFits("no question fits these filters together", hint)
        return pool


def folder_of(name: str | None) -> str:
    """The folder in whole: an answer may go on later, from another place. Empty when not named.

    Raises UsageProblem for an empty name.
    """
    if name is not None and not name.strip():
        raise UsageProblem("--export needs the name of a folder")
    return str(Path(name).expanduser().absolute()) if name is not None else ""


def draw_for(env: Env, request: Request, history: History) -> Draw:
    """The draw for one drill."""
    seed = env.new_seed() if request.seed is None else request.seed
    return Draw(env, request, history, seed, env.random(seed))
