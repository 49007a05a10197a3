"""A sitting: several answers one after another, without feedback, scored together at the end."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, astuple, dataclass, field, fields, replace
from typing import Any

from tpmprep.domain.events import Grade
from tpmprep.domain.formats import PACES

SCHEMA = 1
KINDS = LADDER_KIND, MOCK_KIND = "ladder", "mock"
_TYPES = {"seed": int, "done": int, "redirects": bool, "scores": dict, "quotes": dict}


@dataclass(frozen=True, slots=True)
class Item:
    """One answer of a sitting: its question and format, its stage, its attempt once it is begun."""

    question: str
    format: str
    stage: str = ""
    attempt: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """What is asked in which order, and how far one has come."""

    id: str
    kind: str
    items: tuple[Item, ...]
    loop: str = ""
    mode: str = "type"
    pace: str = "1.0"
    seed: int = 0
    redirects: bool = True
    done: int = 0
    """How many of the items are answered."""
    scores: dict[str, dict[str, int]] = field(default_factory=dict)
    quotes: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """Levels and quotes by stage, as far as the stages of a mock are scored."""

    @property
    def name(self) -> str:
        """As its attempts name it: kind and id."""
        return f"{self.kind} {self.id}"

    @property
    def item(self) -> Item | None:
        """What is to be answered next; None when everything is."""
        return self.items[self.done] if self.done < len(self.items) else None

    @property
    def attempts(self) -> tuple[str, ...]:
        """The ids of the attempts so far, in order."""
        return tuple(item.attempt for item in self.items[: self.done])

    @property
    def begins_stage(self) -> bool:
        """Whether the next item opens a stage of its own."""
        if self.item is None or not self.item.stage:
            return False
        return self.done == 0 or self.items[self.done - 1].stage != self.item.stage

    def of_stage(self, stage: str) -> tuple[Item, ...]:
        """The items of one stage."""
        return tuple(item for item in self.items if item.stage == stage)


def begun(sitting: Sitting, attempt: str) -> Sitting:
    """The sitting with its next item named after an attempt."""
    items = list(sitting.items)
    items[sitting.done] = replace(items[sitting.done], attempt=attempt)
    return replace(sitting, items=tuple(items))


def answered(sitting: Sitting) -> Sitting:
    """The sitting after its next item was answered and saved."""
    return replace(sitting, done=sitting.done + 1)


def scored(sitting: Sitting, stage: str, grades: Iterable[Grade]) -> Sitting:
    """The sitting with the levels of one stage, and the words that earn them."""
    grades = tuple(grades)
    levels = {grade.dimension: grade.level for grade in grades}
    quotes = {grade.dimension: list(grade.quotes) for grade in grades if grade.quotes}
    return replace(
        sitting,
        scores={**sitting.scores, stage: levels},
        quotes={**sitting.quotes, stage: quotes},
    )


def as_document(sitting: Sitting) -> dict[str, Any]:
    """The sitting as it is kept."""
    return {"schema": SCHEMA, **asdict(sitting)}


def sitting_from(doc: Mapping[str, Any]) -> Sitting:
    """The sitting of a document. Raises KeyError, TypeError or ValueError for any other."""
    known = {name: value for name, value in doc.items() if name != "schema"}
    sitting = Sitting(**{**known, "items": tuple(Item(**item) for item in doc["items"])})
    if not _is_typed(sitting) or sitting.kind not in KINDS or sitting.pace not in PACES:
        raise ValueError("it holds what no sitting holds")
    if not sitting.items or not 0 <= sitting.done <= len(sitting.items):
        raise ValueError("it names no place in its items")
    return sitting


def _is_typed(sitting: Sitting) -> bool:
    """Whether every field holds what it is for; fields that are not named hold text."""
    items = (value for item in sitting.items for value in astuple(item))
    return all(type(value) is str for value in items) and all(
        type(getattr(sitting, one.name)) is _TYPES.get(one.name, str)
        for one in fields(sitting)
        if one.name != "items"
    )
