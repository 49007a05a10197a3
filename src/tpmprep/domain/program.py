"""A program that somebody led, as the inventory keeps it. Every value is their own words."""

from dataclasses import dataclass, fields
from typing import Any, ClassVar

_STRICT: dict[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Scale:
    """How large it was, in figures that an interviewer can picture."""

    customers: str = ""
    migration_size: str = ""
    latency: str = ""
    savings: str = ""
    executive_audience: str = ""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


@dataclass(frozen=True, slots=True)
class Program:
    """One program. What is empty was not written down yet; `added` is an ISO day."""

    id: str
    name: str
    employer: str = ""
    role: str = ""
    """What of it was theirs."""
    scope: str = ""
    teams: str = ""
    timeline: str = ""
    launched: str = ""
    budget: str = ""
    """Money or headcount."""
    technical_risk: str = ""
    decisions: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    outcome: str = ""
    stakeholders: str = ""
    cut: str = ""
    """What was left out, and why."""
    artifacts: tuple[str, ...] = ()
    """What can be shown or named: diagrams, launch plans, reviews."""
    scale: Scale = Scale()
    added: str = ""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


INVENTORY = (
    *("scope", "teams", "timeline", "budget", "technical_risk", "decisions", "metrics", "outcome"),
)
"""The eight things that the guide has one write down of every program."""


def gaps(program: Program) -> list[str]:
    """The keys of INVENTORY that are still empty, in their order."""
    return [name for name in INVENTORY if not _words(getattr(program, name))]


def texts(program: Program) -> list[tuple[tuple[str | int, ...], str]]:
    """Every text of a program with the keys that lead to it."""
    return texts_of(program)


def texts_of(
    value: Any, inside: tuple[str | int, ...] = ()
) -> list[tuple[tuple[str | int, ...], str]]:
    """Every text in a dataclass of texts, lists of texts and further such classes."""
    found: list[tuple[tuple[str | int, ...], str]] = []
    for name in names_of(value):
        item = getattr(value, name)
        path = (*inside, name)
        if isinstance(item, str):
            found.append((path, item))
        elif isinstance(item, tuple):
            found += [((*path, place), text) for place, text in enumerate(item)]
        else:
            found += texts_of(item, path)
    return found


def names_of(value: Any) -> list[str]:
    """The names of the fields of a dataclass."""
    return [field.name for field in fields(value)]


def _words(value: str | tuple[str, ...]) -> str:
    return value.strip() if isinstance(value, str) else " ".join(value).strip()
