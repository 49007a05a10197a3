"""From the flags of `drill` to a drill that is ready to start."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from tpmprep import __version__
from tpmprep.cli.choices import one_of, seconds, whole_number
from tpmprep.cli.env import Env
from tpmprep.domain.attempt import Origin
from tpmprep.domain.drill import Drill
from tpmprep.domain.formats import FORMATS, PACES, paced
from tpmprep.domain.history import History
from tpmprep.domain.pick import pick
from tpmprep.domain.question import AREAS, LEVELS, TRACKS, Head, Question, fits
from tpmprep.domain.script import script_for
from tpmprep.errors import NothingFits, UsageProblem

MODES = ("type", "aloud")
MOST_COUNT = 50
LONGEST_S = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Flags:
    """The command line as it was typed."""

    area: str | None
    format_id: str
    question: str | None
    track: str | None
    level: str | None
    count: str
    mode: str
    think: str | None
    no_redirect: bool
    pace: str
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
    count: int
    think_s: float
    seed: int | None
    elapsed_s: float | None
    predicted_pass: int | None


def checked(flags: Flags) -> Request:
    """The request in the flags. Raises UnknownChoice or UsageProblem."""
    one_of("area", flags.area, AREAS)
    one_of("format", flags.format_id, tuple(FORMATS))
    one_of("track", flags.track, TRACKS)
    one_of("level", flags.level, LEVELS)
    one_of("mode", flags.mode, MODES)
    one_of("pace", flags.pace, tuple(PACES))
    if flags.resume and (flags.question or flags.area or flags.answer):
        given = "--question" if flags.question else "--area" if flags.area else "--answer"
        raise UsageProblem(f"--resume goes on with the answer as it is: leave out {given}")
    return Request(
        flags=flags,
        count=whole_number("--count", flags.count, 1, MOST_COUNT) or 1,
        think_s=seconds("--think", flags.think, 3600) or 0.0,
        seed=whole_number("--seed", flags.seed, 0, 2**31 - 1),
        elapsed_s=seconds("--elapsed", flags.elapsed, LONGEST_S),
        predicted_pass=whole_number("--predict", flags.predict, 0, 100),
    )


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
        flags = self.request.flags
        fmt = paced(FORMATS[flags.format_id], flags.pace)
        if flags.no_redirect:
            fmt = replace(fmt, interrupts=False)
        question = self._question(not_this)
        return Drill(question, fmt, script_for(question, fmt, self.rng))

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
        )

    def _question(self, not_this: str) -> Question:
        flags = self.request.flags
        named = flags.question or self._opener()
        if named is not None:
            return self.env.bank.question(named)
        pool = self._pool()
        others = [question for question in pool if question.id != not_this]
        chosen = pick(others or pool, self.history, rng=self.rng)
        return self.env.bank.question(chosen.id)

    def _opener(self) -> str | None:
        """The format's own prompt, unless a filter asks for something else."""
        flags = self.request.flags
        filtered = flags.area or flags.track or flags.level
        return None if filtered else FORMATS[flags.format_id].opener

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
                for_format=flags.format_id,
            )
        ]
        if not pool:
            hint = "See what there is with: tpmprep bank list"
            raise NothingFits("no question fits these filters together", hint)
        return pool


def draw_for(env: Env, request: Request, history: History) -> Draw:
    """The draw for one drill."""
    seed = env.new_seed() if request.seed is None else request.seed
    return Draw(env, request, history, seed, env.random(seed))
