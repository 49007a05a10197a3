"""What a person wrote down for the day itself: risks, level story, close, questions to ask."""

from dataclasses import dataclass
from typing import Any, ClassVar

NOTE_PARTS = ("role", "risks", "level", "close", "ask", "numbers", "examples")
"""What is asked together, by the names of the forms."""

_STRICT: dict[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Level:
    """The level story: what was owned, what one is ready to own, why this role leads there."""

    owned: str = ""
    ready: str = ""
    bridge: str = ""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


@dataclass(frozen=True, slots=True)
class Close:
    """The close: how one works, in four parts."""

    style: str = ""
    engineering: str = ""
    escalation: str = ""
    success: str = ""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


@dataclass(frozen=True, slots=True)
class Notes:
    """Everything for the page of the day before that is no program and no story.

    `examples` and `ambiguity` are ids of stories, where one wants others than those suggested.
    """

    role: str = ""
    """The role and the company."""
    examples: tuple[str, ...] = ()
    ambiguity: str = ""
    risks: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    artifacts: tuple[str, ...] = ()
    level: Level = Level()
    close: Close = Close()
    ask: tuple[str, ...] = ()
    """Questions of one's own to the interviewer."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


def value_in(notes: Notes, path: str) -> str | list[str]:
    """What stands under a key, dots for keys inside each other; nothing under an unknown one."""
    value: object = notes
    for name in path.split("."):
        value = getattr(value, name, "")
    return list(value) if isinstance(value, tuple) else str(value)
