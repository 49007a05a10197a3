"""Rules for files of one's own: what a program, a story and the notes may hold."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from tpmprep.domain.form import LONGEST_ITEM, LONGEST_LIST, LONGEST_TEXT
from tpmprep.domain.lint import ID, Finding
from tpmprep.domain.notes import Notes
from tpmprep.domain.program import Program, names_of, texts_of
from tpmprep.domain.story import OWN_THEME, Story
from tpmprep.domain.text import is_clean
from tpmprep.errors import closest

THEMES = ("ambiguous", "scope-cut", "conflict", "technical-risk", "failure")
"""The five of content/themes.yaml; a test holds them together."""


def check_program(program: Program) -> list[Finding]:
    """Every rule that a program breaks."""
    return [*_named(program.id, program.name, "name"), *_texts(program)]


def check_story(story: Story) -> list[Finding]:
    """Every rule that a story breaks, apart from what it needs to be good: see story_check."""
    found = [*_named(story.id, story.title, "title"), *_texts(story)]
    if story.theme not in THEMES and not OWN_THEME.fullmatch(story.theme):
        near = closest(story.theme, THEMES, most=1)
        guess = f" (did you mean '{near[0]}'?)" if near else ""
        allowed = f"choose from {', '.join(THEMES)}, or own/NAME for one of yours"
        found.append(Finding(("theme",), f"'{story.theme[:40]}' is not allowed{guess}; {allowed}"))
    return found


def check_notes(notes: Notes) -> list[Finding]:
    """Every rule that the notes break."""
    return _texts(notes)


def unknown_program(story: Story, programs: Mapping[str, Program]) -> Finding | None:
    """What to say of a story whose program is not in the inventory."""
    if not story.program or story.program in programs:
        return None
    near = _near(story.program, list(programs))
    return _unknown(("program",), "program", story.program, near)


def unknown_names(
    story: Story, competencies: Mapping[str, str], questions: Collection[str]
) -> list[Finding]:
    """What to say of competencies and questions that there are not; names of the first by id.

    A competency may be meant by its name, so the id of that is told.
    """
    by_name = {name.lower(): entry_id for entry_id, name in competencies.items()}
    found = []
    for place, given in enumerate(story.competencies):
        if given not in competencies:
            near = by_name.get(given.lower()) or _near(given, list(competencies))
            found.append(_unknown(("competencies", place), "competency", given, near))
    for place, given in enumerate(story.questions):
        if given not in questions:
            near = _near(given, list(questions))
            found.append(_unknown(("questions", place), "question", given, near))
    return found


def _near(name: str, known: Sequence[str]) -> str:
    return next(iter(closest(name, known, most=1)), "")


def _unknown(path: tuple[str | int, ...], what: str, name: str, near: str) -> Finding:
    guess = f" (did you mean '{near}'?)" if near else ""
    return Finding(path, f"there is no {what} '{name[:40]}'{guess}")


def _named(entry_id: str, title: str, key: str) -> list[Finding]:
    found = []
    if not ID.fullmatch(entry_id):
        message = "may hold small letters, digits, '.', '_' and '-', at most 64, no '-' in front"
        found.append(Finding(("id",), message))
    if not title.strip():
        found.append(Finding((key,), "is empty"))
    return found


def _texts(value: Any) -> list[Finding]:
    """Texts and lists without end, and characters that hide."""
    found = []
    for path, text in texts_of(value):
        most = LONGEST_ITEM if isinstance(path[-1], int) else LONGEST_TEXT
        if len(text) > most:
            found.append(Finding(path, f"has {len(text):,} characters; at most {most:,}"))
        elif not is_clean(text):
            found.append(Finding(path, "holds a control or hidden character"))
    for name in names_of(value):
        item = getattr(value, name)
        if isinstance(item, tuple) and len(item) > LONGEST_LIST:
            found.append(Finding((name,), f"has {len(item):,} items; at most {LONGEST_LIST}"))
    return found
