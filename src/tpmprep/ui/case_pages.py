"""The page at the end of a worked case: what stands where, and what stayed empty."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tpmprep.domain.casework import CLOSING, Coverage, Found
from tpmprep.domain.text import clean_line, in_a_sentence, shorten
from tpmprep.ui.layout import indented, marked, stack, text
from tpmprep.ui.theme import Look

if TYPE_CHECKING:
    from rich.console import RenderableType

MOST_PLACES = 2
MUST = tuple(title for _, title in CLOSING)


def coverage_page(coverage: Coverage, look: Look) -> "RenderableType":
    """Workstreams and signals of the case with the sections that mention them."""
    blocks: list[RenderableType] = []
    if coverage.workstreams:
        blocks += [*_map("Workstreams of this case", coverage.workstreams, look), text("")]
    blocks += [*_map("Expected of a strong plan", coverage.signals, look), text("")]
    if coverage.empty:
        names = ", ".join(in_a_sentence(title) for title in coverage.empty)
        blocks.append(text(f"Empty: {names}."))
    missing = [title for title in MUST if title in coverage.empty]
    if missing and any(section.id == "rationale" for section in coverage.sections):
        names = ", ".join(in_a_sentence(title) for title in missing)
        told = f"Readers of a take-home look for {names}. Add what is missing before you send it."
        blocks.append(text(told))
    return stack(*blocks)


def exported(paths: Sequence[str]) -> "RenderableType":
    """Where the papers are."""
    return stack(text(("Written", "bold")), *(indented(text((path, "dim"))) for path in paths))


def _map(title: str, found: Sequence[Found], look: Look) -> list["RenderableType"]:
    said = sum(bool(one.sections) for one in found)
    head = f"{title}: {said} of {len(found)} mentioned"
    rows = []
    for one in found:
        mark = look.marks.yes if one.sections else look.marks.ask
        where = _places(one.sections)
        room = max(20, look.width - len(where) - 10)
        rows.append((mark, f"{shorten(clean_line(one.name), room)}  ({where})"))
    return [text((head, "bold")), marked(*rows)]


def _places(sections: Sequence[str]) -> str:
    """The first sections that mention something, and how many more."""
    shown = ", ".join(in_a_sentence(section) for section in sections[:MOST_PLACES])
    more = len(sections) - MOST_PLACES
    return f"{shown} and {more} more" if more > 0 else shown or "not found"
