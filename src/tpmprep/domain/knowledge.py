"""What the bank refers to: competencies that interviews test, and facts that change with time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal

from tpmprep.domain.question import Area, Level

_STRICT: dict[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Competency:
    """One ability that interviewers look for, and how it shows at each level."""

    id: str
    name: str
    area: Area
    means: str
    levels: dict[Level, str]

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


@dataclass(frozen=True, slots=True)
class Fact:
    """Something true on a day, with where it was read and when to look again.

    `grade`: A official or primary, B a named practitioner or firm, C unsigned.
    """

    id: str
    says: str
    source: str
    grade: Literal["A", "B", "C"]
    as_of: date
    recheck: date | None = None

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


def stale(facts: Iterable[Fact], today: date) -> list[Fact]:
    """The facts whose day to look again has come, the longest waiting first."""
    due = [fact for fact in facts if fact.recheck is not None and fact.recheck <= today]
    return sorted(due, key=lambda fact: (fact.recheck, fact.id))
