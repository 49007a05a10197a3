"""Which stories suit a page of three, and the figure that stands for a story or a program."""

import re

from tpmprep.domain.detectors import numbers
from tpmprep.domain.portfolio import Portfolio
from tpmprep.domain.program import Program
from tpmprep.domain.story import Story
from tpmprep.domain.story_check import checked
from tpmprep.domain.text import sentences

SAME_PROGRAM, SAME_EMPLOYER = 2, 1
"""A second story from the same place has to lack so many things less to be preferred."""

LONG = 60
"""A sentence of more characters is cut down to the part that holds the number."""

_BREAK = re.compile(r"[,;:](?=\s)|\s[–—-]\s")


def suggested(portfolio: Portfolio, chosen: list[Story], most: int) -> list[Story]:
    """Up to `most` stories to go with those that were chosen.

    Told ones first, then themes that are not there yet; among those the stories that lack least,
    from other programs and employers where there are any.
    """
    if most <= 0:
        return []
    left = [story for story in portfolio.stories.values() if story not in chosen]
    lacks = {story.id: len(checked(story).lacks) for story in left}
    picked: list[Story] = []

    def price(story: Story) -> tuple[bool, bool, int]:
        beside = [*chosen, *picked]
        same_theme = story.theme in {other.theme for other in beside}
        return not story.told, same_theme, lacks[story.id] + _crowding(portfolio, story, beside)

    while left and len(picked) < most:
        picked.append(min(left, key=price))
        left.remove(picked[-1])
    return picked


def _crowding(portfolio: Portfolio, story: Story, beside: list[Story]) -> int:
    programs = {other.program for other in beside} - {""}
    employers = {portfolio.employer_of(other) for other in beside} - {""}
    same_employer = portfolio.employer_of(story) in employers
    return SAME_PROGRAM * (story.program in programs) + SAME_EMPLOYER * same_employer


def number_of(story: Story) -> str:
    """The figure to remember: the first of its own, else the one in its result."""
    own = (number.strip() for number in story.numbers)
    return next((number for number in own if number), "") or _figure(story.result)


def figures_of(program: Program) -> list[str]:
    """What was measured in a program, and the sentences of its outcome that hold a number."""
    outcome = [text.removesuffix(".") for text in sentences(program.outcome) if numbers(text)]
    return [text.strip() for text in (*program.metrics, *outcome) if text.strip()]


def _figure(text: str) -> str:
    """The sentence with the first number; of a long one the part that holds it."""
    for sentence in sentences(text):
        found = numbers(sentence)
        if found:
            number = next((s for s in found if any(map(str.isdigit, s.text))), found[0])
            part = sentence if len(sentence) <= LONG else _part(sentence, number.start)
            return part.removesuffix(".")
    return ""


def _part(sentence: str, place: int) -> str:
    breaks = [*_BREAK.finditer(sentence)]
    start = max((found.end() for found in breaks if found.end() <= place), default=0)
    end = min((found.start() for found in breaks if found.start() >= place), default=None)
    return sentence[start:end].strip()
