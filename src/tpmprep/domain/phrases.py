"""Sentences to say as they stand, and the slots in them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

_SLOT = re.compile(r"\{(\w+)\}")
_STRICT: dict[str, Any] = {"extra": "forbid"}
CHANGE_FIRST = "change_first"
"""The slot that makes the sentence worth saying: what changes when the numbers are larger."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A gap in a sentence, how to ask for it, and what stands there when nobody says."""

    id: str
    ask: str
    default: str

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


@dataclass(frozen=True, slots=True)
class Assumptions:
    """The sentence that states what one takes for granted."""

    sentence: str
    slots: tuple[Slot, ...]
    why: str

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    def said(self, given: Mapping[str, str]) -> str:
        """The sentence with the slots filled: what was given, else the defaults."""
        words = {slot.id: _words(given.get(slot.id, "")) or slot.default for slot in self.slots}
        sentence = " ".join(self.sentence.split())
        filled = _SLOT.sub(lambda gap: words.get(gap[1], gap[0]), sentence)
        return filled.replace(": .", ".")


def _words(reply: str) -> str:
    """A reply as it stands inside a sentence."""
    return reply.strip().rstrip(".").rstrip()


@dataclass(frozen=True, slots=True)
class Closing:
    """The last question to ask an interviewer, and what to do with the answer."""

    question: str
    when: str
    if_answered: tuple[str, ...]

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


@dataclass(frozen=True, slots=True)
class Phrases:
    """All of them."""

    assumptions: Assumptions
    closing: Closing

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
