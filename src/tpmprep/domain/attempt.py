"""An attempt: what is kept of a drill, for ever and unchanged."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any, ClassVar

from tpmprep.domain.credit import AFTER_A_PROBE, reached
from tpmprep.domain.drill import Drill, Part
from tpmprep.domain.question import Question
from tpmprep.domain.rubric import mean_score
from tpmprep.domain.text import encodable

SCHEMA = 1
_FINITE: dict[str, Any] = {"allow_inf_nan": False}
ID = re.compile(r"\d{8}-\d{6}-[0-9a-f]{8}")
ID_LENGTH = 24


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of the answer, with what the interviewer said before it."""

    prompt: str
    kind: str
    at_s: float
    text: str
    recovery_s: float | None = None
    line: str = ""
    expects: list[str] = field(default_factory=list)

    __pydantic_config__: ClassVar[dict[str, Any]] = _FINITE


@dataclass(frozen=True, slots=True)
class Asked:
    """The question as it was asked; `digest` tells whether its wording changed since."""

    id: str
    prompt: str
    area: str
    tracks: list[str]
    level: str
    digest: str
    context: str = ""

    @property
    def asked(self) -> str:
        """The prompt with the facts that belong to it, as Question.asked."""
        return f"{self.prompt}\n\n{self.context}" if self.context else self.prompt


@dataclass(frozen=True, slots=True)
class SignalSeen:
    """What was found of an expected signal, and what the person says about it."""

    mentioned: bool
    confirmed: bool | None = None
    quote: str = ""
    aided: bool = False
    """It came only after a probe had asked for it."""
    negated: bool = False
    """It was named only to say that it was not there ("no rollback")."""

    @property
    def was_said(self) -> bool:
        """The person's word counts; without one, what was found does."""
        return self.mentioned if self.confirmed is None else self.confirmed

    @property
    def credit(self) -> float:
        """1 for a signal that was said, half when a probe had asked for it, else 0."""
        return (AFTER_A_PROBE if self.aided else 1.0) if self.was_said else 0.0


@dataclass(frozen=True, slots=True)
class Attempt:
    """One finished drill. Times are seconds; `started_at` is UTC with milliseconds."""

    id: str
    app: str
    started_at: str
    utc_offset_min: int
    question: Asked
    format: str
    mode: str
    limit_s: float
    elapsed_s: float
    overtime_s: float
    think_s: float
    pauses: list[dict[str, Any]]
    answer: str
    segments: list[Segment]
    seed: int
    schema: int = SCHEMA
    pace: str = "1.0"
    predicted_pass: int | None = None
    felt_pass: int | None = None
    scores: dict[str, int] = field(default_factory=dict)
    quotes: dict[str, list[str]] = field(default_factory=dict)
    unsupported: list[str] = field(default_factory=list)
    signals: dict[str, SignalSeen] = field(default_factory=dict)
    red_flags: list[str] = field(default_factory=list)
    next_change: str = ""
    sitting: str = ""
    """The ladder or mock that it belongs to: its kind and id."""
    redirects: bool = True
    """Whether the interviewer was allowed to interrupt."""
    assumptions: str = ""
    """What was taken for granted and said so before the answer."""
    program: str = ""
    """The program of one's own that it tells, by id."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _FINITE

    @property
    def score(self) -> float | None:
        """The mean of the levels, or None when it was not scored."""
        return mean_score(self.scores)

    @property
    def started(self) -> datetime:
        """When it began, in UTC."""
        return datetime.fromisoformat(self.started_at).astimezone(UTC)

    @property
    def recovery_s(self) -> float | None:
        """Seconds from the first interruption to the next words, if there was one."""
        times = [s.recovery_s for s in self.segments if s.kind == "redirect"]
        return next((time for time in times if time is not None), None)


SELF = "self"
"""The rater of one's own scores."""

LATER, BLIND, EXEMPLAR = "score", "blind", "exemplar"
"""Kinds of later scores: given in the open, without sight of the first ones, of a sample answer."""


@dataclass(frozen=True, slots=True)
class ScoreRecord:
    """A later score of a saved attempt, or of a sample answer, by oneself or by somebody else.

    `attempt` is the id of what was scored. `comments` are by dimension, `comment` is on the whole.
    `reply` is what a mentor's page drew, `reference` the levels that a sample answer came with.
    """

    id: str
    attempt: str
    rater: str
    scored_at: str
    scores: dict[str, int]
    quotes: dict[str, list[str]] = field(default_factory=dict)
    next_change: str = ""
    kind: str = LATER
    comments: dict[str, str] = field(default_factory=dict)
    comment: str = ""
    reply: str = ""
    reference: dict[str, int] = field(default_factory=dict)
    schema: int = SCHEMA

    @property
    def scored(self) -> datetime:
        """When it was given, in UTC. Raises ValueError or OverflowError when that is no time."""
        return datetime.fromisoformat(self.scored_at).astimezone(UTC)

    @property
    def score(self) -> float | None:
        """The mean of the levels."""
        return mean_score(self.scores)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an attempt comes from: what is known before the answer."""

    id: str
    app: str
    started: datetime
    mode: str
    seed: int
    pace: str = "1.0"
    sitting: str = ""
    assumptions: str = ""
    redirects: bool = True
    export: str = ""
    """The folder for the papers of a case, where they are asked for."""
    program: str = ""


def new_id(now: datetime, random_hex: str) -> str:
    """An id that sorts by time and reads: `YYYYMMDD-HHMMSS-xxxxxxxx` (UTC, 8 random hex)."""
    return f"{now.astimezone(UTC):%Y%m%d-%H%M%S}-{random_hex}"


def utc_stamp(moment: datetime) -> str:
    """`moment` in UTC with milliseconds and a Z."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def attempt_of(drill: Drill, origin: Origin) -> Attempt:
    """The record of a drill."""
    said = drill.scoring
    offset = origin.started.utcoffset()
    return Attempt(
        id=origin.id,
        app=origin.app,
        started_at=utc_stamp(origin.started),
        utc_offset_min=int(offset.total_seconds() // 60) if offset else 0,
        question=asked(drill.question),
        format=drill.format.id,
        mode=origin.mode,
        limit_s=drill.format.limit_s,
        elapsed_s=round(drill.elapsed_s, 1),
        overtime_s=round(drill.overtime_s, 1),
        think_s=round(drill.think_s, 1),
        pauses=[_rounded(asdict(pause)) for pause in drill.pauses],
        answer=encodable(drill.text),
        segments=[_segment(part) for part in drill.parts],
        seed=origin.seed,
        pace=origin.pace,
        predicted_pass=said.predicted_pass,
        felt_pass=said.felt_pass,
        scores=said.scores,
        quotes=_encodable(said.quotes),
        unsupported=unsupported(said.scores, said.quotes),
        signals=_signals(drill),
        red_flags=[encodable(flag) for flag in said.red_flags],
        next_change=encodable(said.next_change),
        sitting=origin.sitting,
        redirects=origin.redirects,
        assumptions=encodable(origin.assumptions),
        program=origin.program,
    )


def asked(question: Question) -> Asked:
    """The question as an attempt keeps it."""
    return Asked(
        question.id,
        question.prompt,
        question.area,
        list(question.tracks),
        question.level,
        question.digest,
        question.context,
    )


def unsupported(scores: Iterable[str], quotes: Mapping[str, list[str]]) -> list[str]:
    """The scored dimensions without a quote, in the order of the scores."""
    return [dimension for dimension in scores if not quotes.get(dimension)]


def _segment(part: Part) -> Segment:
    recovery = None if part.recovery_s is None else round(part.recovery_s, 1)
    text = encodable(part.text)
    return Segment(
        part.prompt, part.kind, round(part.at_s, 1), text, recovery, part.line, list(part.expects)
    )


def _signals(drill: Drill) -> dict[str, SignalSeen]:
    confirmed = drill.scoring.confirmed
    return {
        found.signal: SignalSeen(
            found.mentioned,
            confirmed.get(found.signal),
            encodable(found.quote),
            found.aided,
            found.negated,
        )
        for found in reached(drill.question.strong_signals, drill.parts, drill.question.asked)
    }


def _encodable(quotes: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The quotes as they stand in the stored answer."""
    return {dimension: [encodable(quote) for quote in said] for dimension, said in quotes.items()}


def _rounded(doc: dict[str, Any]) -> dict[str, Any]:
    return {k: round(v, 1) if isinstance(v, float) else v for k, v in doc.items()}
