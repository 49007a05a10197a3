"""The guide as data: its topics by group, and the questions that one asks the interviewer."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Literal

Form = Literal["list", "steps", "run", "line"]
"""How the items of a part stand: one below the other, numbered, in one paragraph, or in one
paragraph beside the title."""

_STRICT: dict[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing the guide says. `name` stands before the text, `more` explains it below."""

    id: str
    text: str
    name: str = ""
    more: str = ""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


@dataclass(frozen=True, slots=True)
class Given:
    """What another file of the content gives to a part: a title, items, or both."""

    items: tuple[Item, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Items of one kind. `source` names other content that gives items; its own ones follow."""

    id: str
    title: str = ""
    items: tuple[Item, ...] = ()
    source: str = ""
    form: Form = "list"

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    def filled(self, given: Given) -> "Part":
        """The part with what its source gives."""
        return replace(self, title=given.title or self.title, items=given.items + self.items)


@dataclass(frozen=True, slots=True)
class Practise:
    """A command that practises a topic, and what for."""

    command: str
    why: str

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


@dataclass(frozen=True, slots=True)
class Topic:
    """What fits on one screen. `heading` is the heading of the guide that it comes from."""

    id: str
    title: str
    heading: str
    says: str
    parts: tuple[Part, ...]
    practise: tuple[Practise, ...]

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    def filled(self, given: Mapping[str, Given]) -> "Topic":
        """The topic with the items of other files in their places."""
        parts = (p.filled(given[p.source]) if p.source else p for p in self.parts)
        return replace(self, parts=tuple(parts))

    @property
    def sources(self) -> list[str]:
        """The names of other content that its parts need."""
        return [part.source for part in self.parts if part.source]


@dataclass(frozen=True, slots=True)
class Group:
    """Topics that belong together."""

    title: str
    topics: tuple[Topic, ...]

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


@dataclass(frozen=True, slots=True)
class AskQuestion:
    """A question to ask the interviewer, why it is worth the time, and what to listen for."""

    id: str
    text: str
    why: str
    listen_for: tuple[str, ...]

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


def topics_of(groups: Iterable[Group]) -> Iterator[Topic]:
    """Every topic, in the order of the list."""
    return (topic for group in groups for topic in group.topics)
