"""Pieces that every printed page is built of; untrusted text is cleaned here."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tpmprep.domain.question import Question
from tpmprep.domain.text import clean, clean_line, shorten
from tpmprep.ui.theme import ACCENT, Look
from tpmprep.ui.words import INTERRUPTED

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

NARROW = 72
"""Below this many columns a list drops what is least missed."""

_FLEXIBLE = ("Question", "Prompt")


def text(*pieces: tuple[str, str] | str) -> "Text":
    """Styled text out of untrusted pieces; every piece is cleaned here."""
    from rich.text import Text

    styled = [(piece, "") if isinstance(piece, str) else piece for piece in pieces]
    return Text.assemble(*((clean(words_), style) for words_, style in styled))


def indented(body: "RenderableType", left: int = 2) -> "RenderableType":
    """`body` moved to the right, wrapped lines too."""
    from rich.padding import Padding

    return Padding(body, (0, 0, 0, left), expand=False)


def commands(rows: Sequence[tuple[str, str]], look: Look) -> "RenderableType":
    """Commands with what they do, side by side where there is room."""
    widest = max((len(command) for command, _ in rows), default=0)
    one_line = all(widest + len(about) + 8 <= look.width for _, about in rows)
    blocks: list[RenderableType] = []
    for command, about in rows:
        if one_line:
            blocks.append(text("  ", (command.ljust(widest + 6), ACCENT), about))
        else:
            blocks += [text("  ", (command, ACCENT)), indented(text(about), 6)]
    return stack(*blocks)


def stack(*blocks: "RenderableType") -> "RenderableType":
    """Blocks below each other."""
    from rich.console import Group

    return Group(*blocks)


def outline(question: Question, field: str) -> "RenderableType":
    """The outline of a strong answer at the length of the format (a field of Outline)."""
    title = text(("How a strong answer runs", "bold"))
    if field == "two_min":
        return stack(title, marked(*((f"{s.s:>3} s", s.say) for s in question.outline.two_min)))
    steps: tuple[str, ...] = getattr(question.outline, field)
    return stack(title, marked(*((f"{n:>2}", step) for n, step in enumerate(steps, start=1))))


def bullets(
    title: str, items: Sequence[str], look: Look, *, numbered: bool = False
) -> "RenderableType":
    """A titled list."""
    marks = [str(n) if numbered else look.marks.dot for n in range(1, len(items) + 1)]
    return stack(text((title, "bold")), marked(*zip(marks, items, strict=True)))


def marked(*rows: tuple[str, str]) -> "RenderableType":
    """Texts with a mark before each; further lines stand below the first, not below the mark."""
    from rich.table import Table

    table = Table.grid(padding=(0, 1))
    for mark, words in rows:
        table.add_row(text(f"  {mark}"), text(words))
    return table


def barred(prompt: str, after: str = "") -> "RenderableType":
    """What the interviewer said: a bar before its first line, further lines below that."""
    from rich.table import Table

    table = Table.grid(padding=(0, 1))
    table.add_row(text((INTERRUPTED.strip(), ACCENT)), text((clean_line(prompt) + after, ACCENT)))
    return table


def grid(*columns: str, right: Sequence[int] = ()) -> "Table":
    """A table without lines; `right` are the columns that hold numbers."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for place, name in enumerate(columns):
        table.add_column(name, justify="right" if place in right else "left", no_wrap=True)
    return table


def listing(columns: Sequence[str], rows: Sequence[Sequence[str]], look: Look) -> "Table":
    """A table in which the column named in `_FLEXIBLE` takes the room that the others leave."""
    flexible = next(n for n, name in enumerate(columns) if name in _FLEXIBLE)
    widest = [max(len(row[n]) for row in [columns, *rows]) for n in range(len(columns))]
    others = sum(widest) - widest[flexible] + 2 * len(columns)
    room = max(8, look.width - others)
    table = grid(*columns)
    for row in rows:
        cells = [shorten(cell, room) if n == flexible else cell for n, cell in enumerate(row)]
        table.add_row(*(text(cell) for cell in cells))
    return table
