"""What `guide` prints: the list of topics, and one topic on one screen."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from tpmprep.domain.guide import Group, Part, Topic
from tpmprep.ui.layout import NARROW, commands, indented, marked, stack, text
from tpmprep.ui.theme import ACCENT, Look

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

LEFT, GAP = 2, 2
SHORT_NAME = 12
"""Names up to this many letters keep their column on narrow screens too."""


def topics_page(groups: Sequence[Group], look: Look) -> "RenderableType":
    """Every topic with its title, by group, two side by side where there is room."""
    ids = _widths(groups, 1 if look.width < NARROW else 2)
    blocks: list[RenderableType] = []
    for group in groups:
        blocks += [text((group.title, "bold")), _cells(group, ids, look)]
    hint = "Read one: tpmprep guide TOPIC. Write an artefact: tpmprep guide artifact"
    return stack(*blocks, text((hint, "dim")))


def topic_page(topic: Topic, after: str, look: Look) -> "RenderableType":
    """One topic: what it says, its parts, and the commands that practise it.

    `after` is the topic that comes after it, if one does.
    """
    dot = look.marks.dot
    then = f" {dot} next: tpmprep guide {after}" if after else ""
    blocks: list[RenderableType] = [text((topic.title, "bold"), (then, "dim")), text(topic.says)]
    for beside, parts in groupby(topic.parts, key=lambda part: part.form == "line"):
        if beside:
            blocks += [text(""), _lines(list(parts), look)]
            continue
        for part in parts:
            title = [text((part.title, "bold"))] if part.title else []
            blocks += [text(""), *title, _items(part, look)]
    return stack(*blocks, text(""), commands([(p.command, p.why) for p in topic.practise], look))


def _widths(groups: Sequence[Group], across: int) -> list[int]:
    """How wide the ids of each column are."""
    columns = ([t.id for g in groups for t in g.topics[n::across]] for n in range(across))
    return [max(map(len, column)) for column in columns]


def _cells(group: Group, ids: Sequence[int], look: Look) -> "RenderableType":
    """The topics of a group, filled row by row."""
    across = len(ids)
    table = _table()
    title = (look.width - LEFT - sum(ids) - GAP * (2 * across - 1)) // across
    for width in ids:
        table.add_column(min_width=width, no_wrap=True)
        table.add_column(min_width=title)
    for start in range(0, len(group.topics), across):
        row = group.topics[start : start + across]
        table.add_row(*(text(cell) for t in row for cell in ((t.id, ACCENT), t.title)))
    return indented(table, LEFT)


def _items(part: Part, look: Look) -> "RenderableType":
    """The items of a part that stand below its title."""
    if part.form == "run":
        return indented(text(_flow(part, look, look.width - LEFT)), LEFT)
    widest = max(len(item.name) for item in part.items)
    if widest and (look.width >= NARROW or widest <= SHORT_NAME):
        return _named(part)
    rows = []
    for mark, item in zip(_marks(part, look), part.items, strict=True):
        words = f"{item.name}: {item.text}" if item.name else item.text
        rows += [(mark, words), *([(" " * len(mark), item.more)] if item.more else [])]
    return marked(*rows)


def _flow(part: Part, look: Look, width: int) -> str:
    """The items one after another, broken only between two of them where that is possible."""
    dot = look.marks.dot
    lines: list[str] = []
    for item in part.items:
        if lines and len(f"{lines[-1]} {item.text} {dot}") <= width:
            lines[-1] += f" {item.text} {dot}"
        else:
            lines.append(f"{item.text} {dot}")
    return "\n".join(lines).removesuffix(f" {dot}")


def _lines(parts: Sequence[Part], look: Look) -> "Table":
    """Titles in a column, the items of each beside it."""
    widest = max(len(part.title) for part in parts)
    table = _table()
    table.add_column(no_wrap=True)
    for part in parts:
        table.add_row(
            text((part.title, "bold")), text(_flow(part, look, look.width - widest - GAP))
        )
    return table


def _marks(part: Part, look: Look) -> list[str]:
    """Numbers for steps, dots for the rest."""
    if part.form != "steps":
        return [look.marks.dot] * len(part.items)
    width = len(str(len(part.items)))
    return [f"{n:>{width}}" for n in range(1, len(part.items) + 1)]


def _named(part: Part) -> "Table":
    """Names in a column of their own, texts beside them."""
    table = _table()
    table.add_column(no_wrap=True)
    width = len(str(len(part.items)))
    for number, item in enumerate(part.items, start=1):
        mark = f"{number:>{width}} " if part.form == "steps" else ""
        more = [("\n" + item.more, "dim")] if item.more else []
        table.add_row(text(f"  {mark}{item.name}"), text(item.text, *more))
    return table


def _table() -> "Table":
    from rich.table import Table

    return Table.grid(padding=(0, GAP, 0, 0))
