"""Interview loops: their stages, what each checks, and a sitting made of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from random import Random
from typing import Any, ClassVar

from tpmprep.domain.history import History
from tpmprep.domain.pick import pick
from tpmprep.domain.question import Head, fits
from tpmprep.domain.sitting import Item

_STRICT: dict[str, Any] = {"extra": "forbid"}
OPENERS = {"recruiter": "own-recruiter", "headline": "own-program"}
"""What a stage asks in the formats that are about one's own work."""

GRADES = {
    "A": "official",
    "B": "from several independent guides",
    "C": "from one source or weak ones",
    "guide": "from the guide",
}


@dataclass(frozen=True, slots=True)
class LoopStage:
    """One interview of a loop. `minutes` is what a source states, None where none does."""

    id: str
    name: str
    practice_minutes: int
    checks: tuple[str, ...]
    areas: tuple[str, ...]
    kinds: tuple[str, ...]
    count: int
    formats: tuple[str, ...]
    rubric: tuple[str, ...]
    source: str
    grade: str
    as_of: str
    minutes: int | None = None
    strong_signal: str = ""
    split: bool = False
    """Which round asks what is this product's own choice."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


@dataclass(frozen=True, slots=True)
class Loop:
    """The interviews of one kind of company, and where that is known from."""

    id: str
    name: str
    source: str
    grade: str
    as_of: str
    note: str
    stages: tuple[LoopStage, ...]

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    def stage(self, stage_id: str) -> LoopStage | None:
        """The stage of that id."""
        return next((stage for stage in self.stages if stage.id == stage_id), None)


def items_of(
    stages: Iterable[LoopStage], heads: Sequence[Head], history: History, rng: Random
) -> tuple[Item, ...]:
    """The answers of a sitting, stage by stage; no question of the bank comes twice.

    A stage that finds no question in one of its formats has an answer less.
    """
    used: set[str] = set()
    items: list[Item] = []
    for stage in stages:
        for number, fmt in enumerate(islice(cycle(stage.formats), _answers(stage))):
            question = _question(stage, fmt, number, [h for h in heads if h.id not in used])
            name = OPENERS.get(fmt) or (pick(question, history, rng=rng).id if question else "")
            if name:
                used.add(name)
                items.append(Item(name, fmt, stage.id))
    return tuple(items)


def _answers(stage: LoopStage) -> int:
    """Every format of a stage comes at least once."""
    return max(stage.count, len(stage.formats))


def _question(stage: LoopStage, fmt: str, number: int, heads: Sequence[Head]) -> list[Head]:
    """The questions for one answer: areas take turns, kinds give way when nothing fits."""
    area = stage.areas[number % len(stage.areas)]
    fitting = [h for h in heads if fits(h, for_format=fmt)]
    of_area = [h for h in fitting if h.area == area]
    exact = [h for h in of_area if h.kind in stage.kinds]
    anywhere = [h for h in fitting if h.area in stage.areas]
    return exact or of_area or anywhere or fitting
