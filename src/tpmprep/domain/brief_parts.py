"""What the page for the day consists of."""

from dataclasses import dataclass
from datetime import date

FOOT = "Name the risk early, say what was decided, and let the figures do the rest."

GIVEN = ("ask", "closing")
"""The sections that are filled before anything is written."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that the page lacks, and the command that helps."""

    what: str
    command: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page. What is empty does not apply to it, or is not known.

    `story` is the id of an example, `program` the name of the program that it comes from.
    `suggested`: nobody chose it, the page proposes it.
    """

    text: str
    label: str = ""
    number: str = ""
    theme: str = ""
    program: str = ""
    story: str = ""
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: its lines in full, and what it lacks."""

    id: str
    title: str
    lines: tuple[Line, ...]
    missing: tuple[Missing, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """The page. `interview` is an ISO day, or empty; `missing` is most important first."""

    role: str
    interview: str
    sections: tuple[Section, ...]
    missing: tuple[Missing, ...]
    foot: str = FOOT

    def section(self, section_id: str) -> Section:
        """A section by its id."""
        return next(section for section in self.sections if section.id == section_id)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on it that somebody wrote."""
        own = (section for section in self.sections if section.id not in GIVEN)
        return all(line.suggested and not line.story for part in own for line in part.lines)

    @property
    def on(self) -> str:
        """The day in words, `Friday 4 December 2026`; empty when it is not known."""
        if not self.interview:
            return ""
        day = date.fromisoformat(self.interview)
        return f"{day:%A} {day.day} {day:%B %Y}"
