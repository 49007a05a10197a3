"""A story of one's own: situation, task, action, result, and what makes it worth telling."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

_STRICT: dict[str, Any] = {"extra": "forbid"}
OWN_THEME = re.compile(r"own/[a-z0-9][a-z0-9-]{0,39}")
"""A theme that is not among the five: `own/` and a short name."""

MOST_STORIES = 12
"""More than these nobody has ready under pressure."""

PARTS = ("situation", "task", "action", "result")


@dataclass(frozen=True, slots=True)
class Theme:
    """A kind of story that interviewers ask for, how they ask, and what it can show.

    `question` is an entry of the bank that asks for it, `competencies` what such a story shows
    unless the story itself says something else.
    """

    id: str
    title: str
    asks: str
    question: str
    competencies: tuple[str, ...]

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


@dataclass(frozen=True, slots=True)
class Story:
    """One story. `program` names a program of the inventory; `added` is an ISO day.

    `questions` are ids of questions that it is meant to answer; `competencies` what it shows,
    where that is not what its theme says.
    """

    id: str
    title: str
    theme: str
    program: str = ""
    situation: str = ""
    task: str = ""
    action: str = ""
    decision: str = ""
    mechanism: str = ""
    """How the decision was made: who was asked, by which measure, by when."""
    result: str = ""
    numbers: tuple[str, ...] = ()
    price: str = ""
    """What it cost, and whom."""
    lesson: str = ""
    questions: tuple[str, ...] = ()
    competencies: tuple[str, ...] = ()
    added: str = ""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    @property
    def told(self) -> str:
        """The story as it would be told, part after part."""
        parts = (
            *(self.situation, self.task, self.action, self.decision, self.mechanism),
            *(self.result, *self.numbers, self.price, self.lesson),
        )
        return "\n".join(part.strip() for part in parts if part.strip())


def shows(story: Story, themes: Mapping[str, Theme]) -> tuple[str, ...]:
    """The competencies that a story can stand for: its own, else those of its theme."""
    theme = themes.get(story.theme)
    return story.competencies or (theme.competencies if theme else ())
