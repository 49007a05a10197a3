"""What a story still lacks, seen by the same detectors as answers. Questions, no grades."""

import re
from dataclasses import dataclass

from tpmprep.domain.detectors import Span, found_in
from tpmprep.domain.star import hint_for, shares_of
from tpmprep.domain.story import PARTS, Story
from tpmprep.domain.text import sentences, word_count

SITUATION_SHARE = 0.5
"""A situation that takes more of the words than this leaves no room for what was done."""

WE_SHARE = 0.5
"""From this share of sentences on, "we" is throughout."""

_I = re.compile(r"\b(?:I(?!\.\s?e\b)|my|me|mine|myself)\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|our|us|ours)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that a story lacks: a stable id, the key to write it in, and why in words."""

    id: str
    key: str
    message: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in a story, and what it lacks, most important first."""

    story: Story
    numbers: int
    lacks: tuple[Lack, ...]

    @property
    def holds(self) -> tuple[str, ...]:
        """What the plan asks of a story: a number, and a decision."""
        missing = {lack.id for lack in self.lacks}
        number = () if "number" in missing else ("number",)
        return (*number, *(() if missing & {"decision", "own_decision"} else ("decision",)))


def checked(story: Story) -> Verdict:
    """The verdict on one story."""
    found = found_in(story.told)
    lacks = [*_empty_parts(story), *_numbers(found), *_decision(story, found)]
    lacks += [*_manner(story, found), *_ending(story, found)]
    return Verdict(story, len(found["number"]), tuple(lacks))


def _empty_parts(story: Story) -> list[Lack]:
    empty = [name for name in PARTS if not getattr(story, name).strip()]
    return [Lack(name, name, f"The {name} is still empty.") for name in empty]


def _numbers(found: dict[str, list[Span]]) -> list[Lack]:
    if found["number"]:
        return []
    return [Lack("number", "numbers", "No number: nothing in it can be checked or pictured.")]


def _decision(story: Story, found: dict[str, list[Span]]) -> list[Lack]:
    """A decision of one's own, and how it was made."""
    lacks = []
    if not story.decision.strip() and not found["decision"]:
        lacks.append(Lack("decision", "decision", "No decision: say what was chosen, over what."))
    elif not _is_own(story, found["decision"]):
        told = "The decision is not yours: say what you chose, proposed or stopped."
        lacks.append(Lack("own_decision", "decision", told))
    if not story.mechanism.strip():
        told = "How it was decided is missing: who decided, by which measure, by when."
        lacks.append(Lack("mechanism", "mechanism", told))
    return lacks


def _is_own(story: Story, decisions: list[Span]) -> bool:
    """Whether the person decides in one of the decisions, or in the field for it."""
    if _I.search(story.decision):
        return True
    inside = [text for text in sentences(story.told) if _I.search(text)]
    return any(span.text in text for text in inside for span in decisions)


def _manner(story: Story, found: dict[str, list[Span]]) -> list[Lack]:
    """How the words divide, and who acts in them."""
    lacks = []
    share = situation_share(story)
    if share > SITUATION_SHARE:
        told = f"The situation takes {share:.0%} of the words: two sentences of it are enough."
        lacks.append(Lack("situation", "situation", told))
    else:
        shares = shares_of(story.told)
        if shares is not None and shares.situation > SITUATION_SHARE:
            lacks.append(Lack("situation", "action", hint_for(shares)))
    if _is_we_throughout(story, found["we_without_owner"]):
        told = "It says we throughout: say which steps were yours, with I."
        lacks.append(Lack("we", "action", told))
    return lacks


def situation_share(story: Story) -> float:
    """The share of words that the situation takes, of all words of the story."""
    whole = word_count(story.told)
    return word_count(story.situation) / whole if whole else 0.0


def _is_we_throughout(story: Story, ownerless: list[Span]) -> bool:
    acts = f"{story.task} {story.action} {story.decision} {story.result}"
    if not _WE.search(acts):
        return False
    if not _I.search(acts):
        return True
    return len(ownerless) > WE_SHARE * max(1, len(sentences(acts)))


def _ending(story: Story, found: dict[str, list[Span]]) -> list[Lack]:
    lacks = []
    if story.result.strip() and not found["result"]:
        told = "The result has no measure: from what to what, over what time."
        lacks.append(Lack("result", "result", told))
    if not story.price.strip():
        lacks.append(Lack("price", "price", "No price: what it cost, and who paid."))
    if not story.lesson.strip():
        told = "No lesson: what you do differently since, and where it showed."
        lacks.append(Lack("lesson", "lesson", told))
    return lacks
