"""The page for the day as one HTML file that prints on one sheet."""

from collections.abc import Sequence

from tpmprep.domain.brief import Brief
from tpmprep.domain.brief_parts import Line, Section

SIZES = {"large": 2_200, "medium": 2_950, "small": 4_200}
"""Up to so many characters a page is printed in that size; what is longer in the least."""

HEADING, SHORT_LINE = 60, 50
"""A heading, and a line of a list however short, take the room of so many characters."""


def brief_html(brief: Brief) -> str:
    """The whole page. Whatever its texts hold, they are shown and never obeyed."""
    from tpmprep.adapters.webpage import filled

    return filled(
        "brief",
        brief=brief,
        parts={section.id: section for section in brief.sections},
        examples=[line.story for line in brief.section("examples").lines],
        grouped=_by_program,
        size=_size(brief),
    )


def _by_program(lines: Sequence[Line]) -> list[tuple[str, list[str]]]:
    """What comes out of programs, together for each."""
    found: dict[str, list[str]] = {}
    for line in lines:
        if line.program:
            found.setdefault(line.program, []).append(line.text)
    return list(found.items())


def _size(brief: Brief) -> str:
    """The size to print in, by the room that the texts need."""
    needed = sum(room_of(section) for section in brief.sections)
    return next((size for size, most in SIZES.items() if needed <= most), "least")


def room_of(section: Section) -> int:
    """About how many characters a section takes, with what its short lines leave empty."""
    run_in = [line for line in section.lines if line.program and not line.story]
    alone = [line for line in section.lines if line not in run_in]
    lines = sum(max(SHORT_LINE, len(line.text) + len(line.number)) for line in alone)
    return HEADING + lines + sum(len(line.text) for line in run_in)
