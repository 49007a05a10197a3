"""Sample answers with reference scores: they train the eye, and show how strict one is."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, ClassVar

from tpmprep.domain.history import History

_STRICT: dict[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Reference:
    """The level of one dimension, the words that earn it, and why it is that level."""

    dimension: str
    level: int
    quote: str
    reason: str

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


@dataclass(frozen=True, slots=True)
class Exemplar:
    """A sample answer. `sounds` is what listeners tend to give it on manner alone."""

    id: str
    question: str
    overall: int
    sounds: int
    label: str
    answer: str
    scores: tuple[Reference, ...]

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    @property
    def levels(self) -> dict[str, int]:
        """The reference levels by dimension."""
        return {reference.dimension: reference.level for reference in self.scores}


def next_exemplars(
    exemplars: Sequence[Exemplar], history: History, count: int, random: Random
) -> list[Exemplar]:
    """Up to `count` to score now: in a drawn order those not scored yet, then the oldest ones.

    Two answers to one question never follow each other while there is another: side by side the
    better one gives the worse one away.
    """
    scored = {record.attempt: n for n, record in enumerate(history.exemplars)}
    drawn = random.sample(list(exemplars), len(exemplars))
    waiting = sorted(drawn, key=lambda exemplar: scored.get(exemplar.id, -1))
    chosen: list[Exemplar] = []
    while waiting and len(chosen) < count:
        last = chosen[-1].question if chosen else ""
        others = (exemplar for exemplar in waiting if exemplar.question != last)
        chosen.append(next(others, waiting[0]))
        waiting.remove(chosen[-1])
    return chosen
