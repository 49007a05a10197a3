"""What is made of a worked case: its sections, what each covers, and the papers out of it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tpmprep.domain.attempt import Attempt
from tpmprep.domain.formats import Stretch
from tpmprep.domain.question import Question
from tpmprep.domain.signals import mentions, place_of, words_of
from tpmprep.domain.text import word_count

TIME_BOX_LEFT = 0.2
"""A take-home is closed from four fifths of its time box on."""

NEXT = "next"
OTHER = "other"
CLOSING = (
    ("rationale", "Rationale"),
    ("edge-cases", "Edge cases"),
    (NEXT, "What I would do next"),
)
"""What a take-home must hold beside the plan: the guide's own three."""

_HEADING = re.compile(r"^#+ +(.+?)[ \t\r#]*$", flags=re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a worked case under its heading."""

    id: str
    title: str
    text: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written in it."""
        return word_count(self.text) == 0


@dataclass(frozen=True, slots=True)
class Found:
    """A workstream or signal of the case, and the titles of the sections whose words mention it."""

    name: str
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a worked case covers, and which of its sections stayed empty."""

    sections: tuple[Section, ...]
    workstreams: tuple[Found, ...]
    signals: tuple[Found, ...]

    @property
    def empty(self) -> tuple[str, ...]:
        """The titles of the sections without a word."""
        return tuple(section.title for section in self.sections if section.is_empty)


def sheet(stretches: Sequence[Stretch]) -> str:
    """The empty page of a take-home: the headings of the board in order, and the closing three."""
    return "\n\n\n".join(f"# {title}" for _, title in headings(stretches)) + "\n"


def headings(stretches: Sequence[Stretch]) -> list[tuple[str, str]]:
    """Id and title of every section of a take-home."""
    plan = [(s.id, s.title) for s in stretches if not s.changes and s.id != NEXT]
    return [*plan, *CLOSING]


def sections_of(attempt: Attempt, stretches: Sequence[Stretch]) -> tuple[Section, ...]:
    """The sections of a case board or of a take-home, in order; empty ones too.

    A board that was worked part by part has its parts. Any other text is cut at the headings of
    the case; what stands before the first of them comes last, so that no word is left out.
    """
    in_parts = bool(attempt.segments and attempt.segments[0].line)
    known = [(s.id, s.title) for s in stretches] if in_parts else headings(stretches)
    written = _by_heading(attempt.answer, [title.lower() for _, title in known])
    if len(attempt.segments) > 1 or (in_parts and list(written) == [""]):
        said = {segment.line: segment.text for segment in attempt.segments}
        return tuple(Section(name, title, said.get(name, "").strip()) for name, title in known)
    found = tuple(Section(name, title, written.get(title.lower(), "")) for name, title in known)
    return (*found, Section(OTHER, "Above the headings", written[""])) if written[""] else found


def coverage_of(question: Question, sections: Sequence[Section]) -> Coverage:
    """Where the workstreams and the signals of a case stand in what was written.

    A workstream is mentioned by its name or another word for it, a signal as in any answer. Both
    are hints: what stands there may still be wrong.
    """
    words = [(section.title, words_of(section.text)) for section in sections]
    workstreams = tuple(
        Found(names[0], tuple(title for title, text in words if place_of(names, text) is not None))
        for names in question.workstreams
    )
    seen = {
        section.title: {
            m.signal for m in mentions(question.strong_signals, section.text) if m.mentioned
        }
        for section in sections
    }
    signals = tuple(
        Found(signal.text, tuple(title for title, ids in seen.items() if signal.id in ids))
        for signal in question.strong_signals
    )
    return Coverage(tuple(sections), workstreams, signals)


def _by_heading(text: str, known: Collection[str]) -> dict[str, str]:
    """The text under each known heading (small letters), under "" what stands above the first.

    Sections of the same name are one. Other headings are part of the text around them.
    """
    found = [heading for heading in _HEADING.finditer(text) if heading.group(1).lower() in known]
    starts = [0, *(heading.end() for heading in found)]
    ends = [*(heading.start() for heading in found), len(text)]
    titles = ["", *(heading.group(1).lower() for heading in found)]
    written: dict[str, str] = {}
    for title, start, end in zip(titles, starts, ends, strict=True):
        written[title] = f"{written.get(title, '')}\n\n{text[start:end].strip()}".strip()
    return written
